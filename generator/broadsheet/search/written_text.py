"""A text as search reads it: words parted where a reader parts them, with a mark wherever there was no space.

Pagefind parts words at spaces alone, and keeps the text as it was given. So a space is put between the characters
of scripts that write none (Chinese, Japanese, Thai) and around punctuation that Pagefind does not know as such. A
backtick on each side of a space says that it is ours: `search_words.js` takes it out again, and splits what a reader
asks for by the same rules. The two must stay alike. So a word that may be asked for in another spelling (`lodz` for
`łódź`, with the letters of an Arabic keyboard for Persian ones) has that spelling behind it, marked as ours as well.

A word with a mark inside (`7.1`, `U.S.-led`) is parted as `parted_words.py` says.

Pagefind parts words at a straight apostrophe alone. So a curved one is two straight ones, which a reader is shown as
the curved one that it was.
"""

from __future__ import annotations

import re
import unicodedata

from broadsheet.search.parted_words import DASHES, KEPT, parting

_APOSTROPHES = str.maketrans({**dict.fromkeys("’ʼ‛׳", "''"), "`": "'", "״": '"', "\u200b": None})
_SIDE_BY_SIDE = re.compile("['’ʼ‛׳`]{2,}")
# Han and kana, and Thai with the marks above and below its letters.
UNSPACED = "々〇\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_THAI = "[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
_PUNCTUATION = (
    "\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u0589\u05be\u05c0\u05c3\u060c\u060d\u061b"
    "\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2bff\u3001-\u3004"
    "\u3008-\u3020\u3030\u303d\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_APART = re.compile(f"[{UNSPACED}]|{_THAI}|[{_PUNCTUATION}]+")
_OURS = re.compile("(?<=[^ ])\0+(?=[^ ])")
# What stands for something else meanwhile, and must not come with the text.
_OF_OURS = re.compile("[\0-\4]")
# Pagefind speaks to itself in words that begin so.
_SENTINEL = re.compile("_{3,}")

# Letters that keep their stroke or ligature when accents are taken off, the final sigma, and Persian ones (and one of
# Egypt's) that an Arabic keyboard has otherwise.
FOLDED = dict(
    zip(
        "łøǿđðþæǽœßıħςىیک",
        ("l", "o", "o", "d", "d", "th", "ae", "ae", "oe", "ss", "i", "h", "σ", "ي", "ي", "ك"),
        strict=True,
    )
)
_FOLD = str.maketrans(FOLDED)
_JOINED = "\u200c"
"""What parts the pieces of a Persian word, and many leave out or write as a space."""
_WORD = re.compile(rf"[^\W_]+(?:\u0327[^\W_]*|{_JOINED}[^\W_]+)*")
_OTHERWISE = re.compile("[" + "".join(FOLDED) + "]")
_UNASKED = re.compile("[" + "".join(FOLDED) + _JOINED + DASHES + "]")
_parted = parting(f"{UNSPACED}\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46", _OTHERWISE)
_ARTICLE = re.compile(r"(?:[وفبكل]?ال|لل)(?=[\u0621-\u064a]{3})")


def written(text: str) -> str:
    """`text` as it is handed to Pagefind."""
    text = _SIDE_BY_SIDE.sub(lambda run: "\0".join(run[0]), _OF_OURS.sub("", text)).translate(_APOSTROPHES)
    text = _SENTINEL.sub("__", " ".join(text.split()))
    if text.isascii():
        return _with_marks(_parted(text))
    text = _APART.sub("\0\\g<0>\0", _parted(unicodedata.normalize("NFC", text))).translate(KEPT)
    return _WORD.sub(_with_spelling, _with_marks(text))


def _with_marks(text: str) -> str:
    if "\0" not in text:
        return text
    return _OURS.sub("` `", text).replace("\0", "")


def never_asked_for(word: str) -> bool:
    """Whether a word is in the index only as it was written: a question comes without such letters and joins."""
    return _UNASKED.search(word) is not None


def _with_spelling(word: re.Match[str]) -> str:
    """A word, and behind marks how else it may be asked for; of one in pieces, each piece and the whole as one."""
    if _JOINED not in word[0]:
        return _spelled(word[0])
    pieces = word[0].split(_JOINED)
    return f"{_JOINED}` `".join(map(_spelled, pieces)) + f"` `~{_plain(''.join(pieces).lower())}~"


def _spelled(word: str) -> str:
    plain = _plain(word.lower())
    return word if plain == word.lower() else f"{word}` `~{plain}~"


def _plain(spelled: str) -> str:
    """A word without strokes and ligatures, and without its article."""
    plain = spelled.translate(_FOLD) if _OTHERWISE.search(spelled) else spelled
    return _ARTICLE.sub("", plain) if plain[:1] in "الوفبك" and _ARTICLE.match(plain) else plain
