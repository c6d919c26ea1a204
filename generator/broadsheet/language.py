"""The language a text is written in: by its script, else by its commonest words, else by py3langid.

Script and common words settle nearly all news in microseconds. py3langid knows 97 languages, takes a second to
load and half a millisecond a text, so it is loaded when first needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

_SAMPLE = 300
"""Characters looked at: more makes no decision better."""

_FEWEST_LETTERS = 20
_FEWEST_LETTERS_BY_SCRIPT = 4
_SURE = 0.75

# Scripts that one language of the news uses. The first word of a letter's Unicode name is its script.
_ONE_LANGUAGE = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "HEBREW": "he", "GREEK": "el", "THAI": "th", "LAO": "lo",
    "KHMER": "km", "MYANMAR": "my", "GEORGIAN": "ka", "ARMENIAN": "hy", "TAMIL": "ta", "TELUGU": "te",
    "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "ORIYA": "or", "SINHALA": "si",
    "TIBETAN": "bo", "THAANA": "dv",
}  # fmt: skip

# Arabic script: letters that one language has, asked in this order.
_ARABIC_LETTERS = (("ku", "ێۆڕڵ"), ("ur", "ٹڈڑںے"), ("ps", "ټډړښځڅ"), ("ug", "ۇۈۋې"), ("fa", "پچژگی"))

# The words a text in the language cannot do without. Close neighbours stand in the table to argue with each other.
_COMMON_WORDS = {
    "en": (
        "the of and to in that is was for on with as he she it by at from his her are be this have has "
        "not but they were an which"
    ),
    "fr": (
        "le la les des et du en un une que qui dans pour est sur au par pas il elle ne se ce avec plus "
        "sont aux son sa d'un ont été mais"
    ),
    "es": (
        "el la los las de que y en un una del por con para se no es al su lo como más pero sus le ha "
        "este sobre fue son entre"
    ),
    "de": (
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
        "aus er hat dass sie nach wird bei"
    ),
    "it": (
        "il di che la e in un per è una del non le della con si dei sono da gli al nel alla più anche ha "
        "lo delle ma dal"
    ),
    "pt": (
        "o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das à seu "
        "sua ou são pelo pela"
    ),
    "gl": (
        "o que e do da en un para con non unha os no se na por máis as dos como pero foi ao el das súa seu son pola"
    ),
    "ca": "el la de que i els en un una per amb no les del es al ha dels més com va però són aquest pel seva",
    "ro": "de și în a la cu pe care din nu că mai pentru este au fost ce un o se prin după sunt lui sau dar",
    "nl": (
        "de het een en van in is dat op te zijn met voor niet die aan er om ook als maar bij hij ze naar "
        "door heeft werd"
    ),
    "af": "die en van in is het dat op te nie om met vir aan hy wat word ook as deur sy was",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag från vid så",
    "da": "og i at det er en til på af for der med de den som ikke har et han var men fra om vil blev kan",
    "nb": "og i det er på til som en å for av at med de ikke har den et han var men fra om ble kan",
    "fi": "ja on ei että se oli hän mutta myös ovat kun joka mukaan sekä jo ole tai hänen vuonna",
    "pl": "w i na się z nie do że jest to o jak po za od co są przez przy dla ale czy tym który oraz było",
    "cs": "a v se na je že s z do o i to ve by pro za jako po jsou ale který od byl také podle jeho při",
    "sk": "a v sa na je že s z do o aj to vo by pre za ako po sú ale ktorý od bol tiež podľa jeho pri",
    "hu": "a az és hogy nem is egy volt de ez meg csak már el vagy mint szerint után még amely",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi en sonra kadar ancak ise göre ne var",
    "hr": "i u je da se na su za od s koji a o iz ne to kako će što nije ili bi godine prema te",
    "id": "yang dan di dengan untuk dari ini dalam tidak itu pada akan juga ke ada oleh bisa telah kata saat",
    "ms": ("yang dan di dengan untuk dari ini dalam tidak itu pada akan juga ke ada oleh boleh telah kata beliau"),
    "vi": "và của là có được cho trong không với các một người những đã này khi để tại từ về",
    "ru": "и в не на что с он как по это из к но за его от у о а был для она так было также года до который",
    "uk": "і в не на що з він як до та за про у від це але для й також року його який було після",
    "be": "і у не на што з ён як да за пра ад гэта але для таксама яго які было пасля",
    "bg": "и в на да се не за от са е с по че като до при ще това но след който беше няма",
    "sr": "и у је да се на су за од са који а о из не то како ће што није или би године према",
    "mk": "и во на да се не за од се е со по дека како до ќе тоа но кој беше",
}
_FEWEST_HITS = 5
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; None when it is too short or too mixed to be sure."""
    sample = _SPACE.sub(" ", text[: 4 * _SAMPLE].strip())[:_SAMPLE]
    if not sample.isascii():
        settled, language = _by_script(sample)
        if settled:
            return language
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    return _by_common_words(sample) or _by_model(sample)


def is_common(word: str) -> bool:
    """Whether a word, in small letters, is one that some language's texts cannot do without."""
    return word in common_words()


def common_words() -> AbstractSet[str]:
    """All of them."""
    return _languages_by_word().keys()


def _by_script(sample: str) -> tuple[bool, str | None]:
    """Whether the script settles the question, and how."""
    scripts = Counter(map(script_of, filter(str.isalpha, sample)))
    letters = scripts.total()
    if letters < _FEWEST_LETTERS_BY_SCRIPT:
        return True, None
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if (scripts["CJK"] + kana) * 2 > letters:
        # Japanese without any kana is a headline at most; Chinese has none.
        return True, "ja" if kana * 20 > letters else "zh"
    script, count = scripts.most_common(1)[0]
    if count * 2 > letters and script in _ONE_LANGUAGE:
        return True, _ONE_LANGUAGE[script]
    if count * 10 > letters * 7 and script == "ARABIC":
        return True, _by_arabic_letters(sample, letters)
    return False, None


def _by_arabic_letters(sample: str, letters: int) -> str | None:
    """The language whose own letters make up one in a hundred or more; Arabic where there are none."""
    if letters < _FEWEST_LETTERS:
        return None
    for language, own in _ARABIC_LETTERS:
        if sum(map(sample.count, own)) * 100 >= letters:
            return language
    return "ar"


def _by_common_words(sample: str) -> str | None:
    """The language whose commonest words the sample is full of, if no other comes near."""
    words = _WORD.findall(sample.lower().replace("’", "'"))
    hits: Counter[str] = Counter()
    for word in words:
        hits.update(_languages_by_word().get(word, ()))
    if not hits:
        return None
    (best, most), *rest = hits.most_common(2)
    second = rest[0][1] if rest else 0
    enough = most >= _FEWEST_HITS and most * 6 >= len(words)
    return best if enough and second * 3 <= most * 2 else None


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in _COMMON_WORDS.items():
        for word in dict.fromkeys(words.split()):
            languages[word] = (*languages.get(word, ()), language)
    return languages


def _by_model(sample: str) -> str | None:
    language, probability = _identifier().classify(sample)
    return language if probability >= _SURE and len(language) == 2 else None


@cache
def script_of(letter: str) -> str:
    """The first word of a letter's Unicode name (`LATIN`, `CYRILLIC`, `CJK`), which is its script."""
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - a second to load, seldom needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
