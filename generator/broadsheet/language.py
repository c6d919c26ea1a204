"""The language a text is written in: by its script where that settles it, else by py3langid.

py3langid (and the model it unpacks) takes about a second to load, so it is loaded when first needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

_SAMPLE = 600
"""Characters looked at: more makes no decision better."""

_FEWEST_LETTERS = 20
_FEWEST_LETTERS_BY_SCRIPT = 4
_SURE = 0.9

# Scripts that one language of the news uses. The first word of a letter's Unicode name is its script.
_ONE_LANGUAGE = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "HEBREW": "he", "GREEK": "el", "THAI": "th", "LAO": "lo",
    "KHMER": "km", "MYANMAR": "my", "GEORGIAN": "ka", "ARMENIAN": "hy", "TAMIL": "ta", "TELUGU": "te",
    "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "ORIYA": "or", "SINHALA": "si",
    "TIBETAN": "bo", "THAANA": "dv",
}  # fmt: skip
_SPACE = re.compile(r"\s+")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; None when it is too short or too mixed to be sure."""
    sample = _SPACE.sub(" ", text[: 4 * _SAMPLE].strip())[:_SAMPLE]
    if not sample.isascii():
        settled, language = _by_script(sample)
        if settled:
            return language
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return language if probability >= _SURE else None


def _by_script(sample: str) -> tuple[bool, str | None]:
    """Whether the script settles the question, and how."""
    scripts = Counter(_script(letter) for letter in sample if letter.isalpha())
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
    return False, None


@cache
def _script(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - a second to load, seldom needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
