"""Phrases that introduce the subjects an article is filed under."""

PHRASES = """
tags | tag | tagged | tagged with | topics | topic | filed under | filed to | categories | category |
posted in | keywords | in this article | labels | tagged as | listed under | more topics
mots-clés | mots clés | catégories | catégorie | étiquettes | thèmes | sujets | classé dans |
rubrique | schlagworte | schlagwörter | stichwörter | kategorien | stichworte | schlagwort |
abgelegt unter | etiquetas | categorías | categoría | temas | palabras clave | archivado en |
argomenti | categorie | categoria | etichette | assuntos | marcadores | categorias | onderwerpen |
trefwoorden
tagi | kategoria | słowa kluczowe | tematy | etykiety | kategorii | dział | теги | тэги | метки |
рубрика | рубрики | категория | категории | ключевые слова | темы | раздел | мітки | ετικέτες |
κατηγορίες | κατηγορία | λέξεις κλειδιά | 标签 | 关键字 | 关键词 | 分类 | 類別 | 標籤 | 栏目 | タグ |
カテゴリ | カテゴリー |
キーワード | 태그 | 키워드 | 카테고리
وسوم | الوسوم | كلمات مفتاحية | تصنيفات | التصنيفات | etiketler | kategoriler | taggar | kategorier |
ämnen | emneord | avainsanat | aiheet | štítky | témata | címkék | etichete | tag terkait | topik |
từ khóa | टैग | برچسب | برچسب‌ها | תגיות
"""
