"""The words of a new site's own files, by language: those that its pages have too, and a few that they have not."""

from __future__ import annotations

from broadsheet.outputs.words import words_for

_KEYS = ("description", "about", "about_title", "about_text", "about_yours", "to_dark", "to_light")

_OWN = {
    "en": (
        "News, cross-linked by person, place and topic",
        "About",
        "About this archive",
        "Say here who makes this archive, from which sources, and how to reach you.",
        "This page is yours: Broadsheet never touches it.",
        "Switch to dark mode",
        "Switch to light mode",
    ),
    "fr": (
        "L’actualité, reliée par personne, lieu et sujet",
        "À propos",
        "À propos de ces archives",
        "Dites ici qui tient ces archives, d’après quelles sources, et comment vous joindre.",
        "Cette page est à vous : Broadsheet n’y touche jamais.",
        "Passer au mode sombre",
        "Passer au mode clair",
    ),
    "de": (
        "Nachrichten, verknüpft nach Person, Ort und Thema",
        "Über",
        "Über dieses Archiv",
        "Sagen Sie hier, wer dieses Archiv macht, aus welchen Quellen, und wie man Sie erreicht.",
        "Diese Seite gehört Ihnen: Broadsheet rührt sie nie an.",
        "Zum dunklen Modus wechseln",
        "Zum hellen Modus wechseln",
    ),
    "es": (
        "Noticias enlazadas por persona, lugar y tema",
        "Acerca de",
        "Acerca de este archivo",
        "Diga aquí quién hace este archivo, con qué fuentes y cómo contactar con usted.",
        "Esta página es suya: Broadsheet no la toca nunca.",
        "Cambiar al modo oscuro",
        "Cambiar al modo claro",
    ),
    "it": (
        "Notizie collegate per persona, luogo e argomento",
        "Informazioni",
        "Informazioni su questo archivio",
        "Scrivete qui chi cura questo archivio, da quali fonti, e come contattarvi.",
        "Questa pagina è vostra: Broadsheet non la tocca mai.",
        "Passa alla modalità scura",
        "Passa alla modalità chiara",
    ),
    "pt": (
        "Notícias ligadas por pessoa, lugar e tema",
        "Sobre",
        "Sobre este arquivo",
        "Diga aqui quem faz este arquivo, com que fontes e como entrar em contato.",
        "Esta página é sua: o Broadsheet nunca a altera.",
        "Mudar para o modo escuro",
        "Mudar para o modo claro",
    ),
    "nl": (
        "Nieuws, verbonden per persoon, plaats en onderwerp",
        "Over",
        "Over dit archief",
        "Vertel hier wie dit archief maakt, uit welke bronnen, en hoe u te bereiken bent.",
        "Deze pagina is van u: Broadsheet komt er nooit aan.",
        "Naar de donkere modus",
        "Naar de lichte modus",
    ),
    "ru": (
        "Новости, связанные по людям, местам и темам",
        "Об архиве",
        "Об этом архиве",
        "Напишите здесь, кто ведёт этот архив, из каких источников и как с вами связаться.",
        "Эта страница ваша: Broadsheet её не меняет.",
        "Включить тёмную тему",
        "Включить светлую тему",
    ),
    "uk": (
        "Новини, пов’язані за людьми, місцями й темами",
        "Про архів",
        "Про цей архів",
        "Напишіть тут, хто веде цей архів, з яких джерел і як з вами зв’язатися.",
        "Ця сторінка ваша: Broadsheet її не змінює.",
        "Увімкнути темну тему",
        "Увімкнути світлу тему",
    ),
    "ar": (
        "أخبار مترابطة بحسب الأشخاص والأماكن والمواضيع",
        "حول الأرشيف",
        "حول هذا الأرشيف",
        "اذكر هنا من يعدّ هذا الأرشيف، ومن أي مصادر، وكيف يمكن التواصل معك.",
        "هذه الصفحة لك: لا يغيّرها Broadsheet أبدًا.",
        "التبديل إلى الوضع الداكن",
        "التبديل إلى الوضع الفاتح",
    ),
    "he": (
        "חדשות מקושרות לפי אנשים, מקומות ונושאים",
        "אודות",
        "אודות הארכיון הזה",
        "כתבו כאן מי עורך את הארכיון, מאילו מקורות, ואיך ליצור אתכם קשר.",
        "הדף הזה שלכם: Broadsheet לעולם אינו נוגע בו.",
        "מעבר למצב כהה",
        "מעבר למצב בהיר",
    ),
    "fa": (
        "خبرهایی پیوندخورده بر پایهٔ شخص، مکان و موضوع",
        "درباره",
        "دربارهٔ این آرشیو",
        "اینجا بنویسید چه کسی این آرشیو را می‌سازد، از چه منابعی، و چگونه می‌توان با شما تماس گرفت.",
        "این صفحه از آن شماست: Broadsheet هرگز به آن دست نمی‌زند.",
        "رفتن به حالت تیره",
        "رفتن به حالت روشن",
    ),
    "tr": (
        "Kişi, yer ve konuya göre birbirine bağlı haberler",
        "Hakkında",
        "Bu arşiv hakkında",
        "Bu arşivi kimin, hangi kaynaklardan hazırladığını ve size nasıl ulaşılacağını buraya yazın.",
        "Bu sayfa sizindir: Broadsheet ona hiç dokunmaz.",
        "Koyu moda geç",
        "Açık moda geç",
    ),
    "zh": (
        "按人物、地点和专题互相链接的新闻",
        "关于",
        "关于本档案",
        "请在此说明本档案由谁制作、来源为何，以及如何联系您。",
        "本页归您所有：Broadsheet 从不改动它。",
        "切换到深色模式",
        "切换到浅色模式",
    ),
    "zh-Hant": (
        "按人物、地點和專題互相連結的新聞",
        "關於",
        "關於本檔案",
        "請在此說明本檔案由誰製作、來源為何，以及如何聯絡您。",
        "本頁歸您所有：Broadsheet 從不更動它。",
        "切換到深色模式",
        "切換到淺色模式",
    ),
    "ja": (
        "人物・場所・トピックで結ばれたニュース",
        "概要",
        "このアーカイブについて",
        "このアーカイブを誰が、どの情報源から作り、どう連絡できるかをここに書いてください。",
        "このページはあなたのものです。Broadsheet が触れることはありません。",
        "ダークモードに切り替え",
        "ライトモードに切り替え",
    ),
    "el": (
        "Ειδήσεις συνδεδεμένες ανά πρόσωπο, τόπο και θέμα",
        "Σχετικά",
        "Σχετικά με αυτό το αρχείο",
        "Γράψτε εδώ ποιος φτιάχνει αυτό το αρχείο, από ποιες πηγές και πώς επικοινωνεί κανείς μαζί σας.",
        "Η σελίδα είναι δική σας: το Broadsheet δεν την αγγίζει ποτέ.",
        "Μετάβαση σε σκούρα λειτουργία",
        "Μετάβαση σε φωτεινή λειτουργία",
    ),
}

LANGUAGES = tuple(_OWN)
"""Those that a new site may be in: all that there is a catalogue for."""


def wording(language: str) -> dict[str, str]:
    """The words of a new site in one of these languages, by what stands for them in its files."""
    words = words_for(language)
    return {
        **dict(zip(_KEYS, _OWN[language], strict=True)),
        "home": words("Home"),
        "editions": words("Editions"),
        "stories": words("Stories"),
        "people": words("People"),
        "places": words("Places"),
        "organisations": words("Organisations"),
        "names": words("Names A–Z"),
        "topics": words("Topics"),
        "sources": words("Sources"),
        "archive": words("Archive"),
        "rights": words("Rights"),
    }
