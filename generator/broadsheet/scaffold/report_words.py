"""What the form says by which readers report an error, by language."""

from __future__ import annotations

from collections.abc import Mapping

_KEYS = ("report_name", "report_about", "report_title", "report_page", "report_wrong", "report_source")

_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Error in an article",
        "Something in an article is wrong or missing.",
        "Error: ",
        "Address of the page",
        "What is wrong, and what would be right?",
        "How do you know? A link, a document, your own part in it",
    ),
    "fr": (
        "Erreur dans un article",
        "Quelque chose est faux ou manque dans un article.",
        "Erreur : ",
        "Adresse de la page",
        "Qu’est-ce qui est faux, et que faudrait-il lire ?",
        "Comment le savez-vous ? Un lien, un document, ce que vous avez vécu",
    ),
    "de": (
        "Fehler in einem Artikel",
        "In einem Artikel ist etwas falsch oder fehlt.",
        "Fehler: ",
        "Adresse der Seite",
        "Was ist falsch, und was wäre richtig?",
        "Woher wissen Sie das? Ein Link, ein Dokument, eigenes Erleben",
    ),
    "es": (
        "Error en un artículo",
        "Algo en un artículo es incorrecto o falta.",
        "Error: ",
        "Dirección de la página",
        "¿Qué es incorrecto y qué sería lo correcto?",
        "¿Cómo lo sabe? Un enlace, un documento, su propia experiencia",
    ),
    "it": (
        "Errore in un articolo",
        "In un articolo qualcosa è sbagliato o manca.",
        "Errore: ",
        "Indirizzo della pagina",
        "Che cosa è sbagliato, e che cosa sarebbe giusto?",
        "Come lo sapete? Un collegamento, un documento, la vostra esperienza",
    ),
    "pt": (
        "Erro num artigo",
        "Algo num artigo está errado ou em falta.",
        "Erro: ",
        "Endereço da página",
        "O que está errado e o que estaria certo?",
        "Como sabe? Uma ligação, um documento, a sua própria experiência",
    ),
    "nl": (
        "Fout in een artikel",
        "In een artikel klopt iets niet of ontbreekt iets.",
        "Fout: ",
        "Adres van de pagina",
        "Wat klopt er niet, en wat zou juist zijn?",
        "Hoe weet u dat? Een link, een document, eigen ervaring",
    ),
    "ru": (
        "Ошибка в статье",
        "В статье что-то неверно или чего-то не хватает.",
        "Ошибка: ",
        "Адрес страницы",
        "Что неверно и как было бы правильно?",
        "Откуда вы это знаете? Ссылка, документ, личный опыт",
    ),
    "uk": (
        "Помилка у статті",
        "У статті щось неправильно або чогось бракує.",
        "Помилка: ",
        "Адреса сторінки",
        "Що неправильно і як було б правильно?",
        "Звідки ви це знаєте? Посилання, документ, власний досвід",
    ),
    "ar": (
        "خطأ في مقال",
        "في أحد المقالات خطأ أو نقص.",
        "خطأ: ",
        "عنوان الصفحة",
        "ما الخطأ، وما الصواب؟",
        "كيف عرفت ذلك؟ رابط أو وثيقة أو تجربة شخصية",
    ),
    "he": (
        "טעות בכתבה",
        "משהו בכתבה שגוי או חסר.",
        "טעות: ",
        "כתובת הדף",
        "מה שגוי, ומה נכון?",
        "איך זה ידוע לכם? קישור, מסמך או היכרות אישית",
    ),
    "fa": (
        "خطا در یک مقاله",
        "چیزی در یک مقاله نادرست است یا جا افتاده است.",
        "خطا: ",
        "نشانی صفحه",
        "چه چیزی نادرست است و درست آن چیست؟",
        "از کجا می‌دانید؟ پیوند، سند یا تجربهٔ خودتان",
    ),
    "tr": (
        "Bir haberde hata",
        "Bir haberde bir şey yanlış ya da eksik.",
        "Hata: ",
        "Sayfanın adresi",
        "Yanlış olan ne, doğrusu ne olmalı?",
        "Bunu nereden biliyorsunuz? Bir bağlantı, bir belge, kendi deneyiminiz",
    ),
    "zh": (
        "文章有误",
        "文章中有错误或遗漏。",
        "错误：",
        "页面地址",
        "哪里有误？正确的应是什么？",
        "您如何得知？链接、文件或亲身经历",
    ),
    "zh-Hant": (
        "文章有誤",
        "文章中有錯誤或遺漏。",
        "錯誤：",
        "頁面網址",
        "哪裡有誤？正確的應是什麼？",
        "您如何得知？連結、文件或親身經歷",
    ),
    "ja": (
        "記事の誤り",
        "記事に誤りや抜けがあります。",
        "誤り：",
        "ページのアドレス",
        "どこが誤りで、正しくは何ですか。",
        "どうしてわかりましたか。リンク、資料、ご自身の経験など",
    ),
    "el": (
        "Σφάλμα σε άρθρο",
        "Κάτι σε ένα άρθρο είναι λάθος ή λείπει.",
        "Σφάλμα: ",
        "Διεύθυνση της σελίδας",
        "Τι είναι λάθος και ποιο θα ήταν το σωστό;",
        "Πώς το γνωρίζετε; Σύνδεσμος, έγγραφο, δική σας εμπειρία",
    ),
}


def report_words(language: str) -> Mapping[str, str]:
    """The words of the form in one of the languages of a new site."""
    return dict(zip(_KEYS, _WORDS[language], strict=True))
