r"""Characters that nobody sees and that act: they turn the direction of what follows, or hide words in words.

In a title or a name they can only mislead (`evil\u202egpj.exe` shows as `evilexe.jpg`), and turn what stands beside it
along. In a text the marks for right-to-left writing stay, since they end at the next letter; embeddings, overrides and
isolates go, since an unclosed one turns the rest of the paragraph (https://trojansource.codes). Joiners stay where a
script is written with them, breaks of width zero where it has no spaces, tags in the flags that they make.
"""

from __future__ import annotations

import re

_TURNING = "\u202a-\u202e\u2066-\u2069"
_MARKS = "\u200e\u200f\u061c"
# Soft hyphen, grapheme joiner, Hangul fillers, Khmer and Mongolian signs without a shape, word joiner, invisible
# operators, deprecated controls, the byte order mark, annotations, tags, and what Unicode keeps for more of the kind.
_HIDDEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_FLAG = "(?P<flag>\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
# Where there is nothing to join: at the start, and after letters of scripts that do not join.
_VAIN_JOINERS = (
    "(?:(?<![^\\s\\u0021-\\u00a8\\u00aa-\\u00ad\\u00af-\\u058f\\u1e00-\\u1fff\u200b-\u200d])[\u200c\u200d]+)"
)
_VAIN_BREAKS = "(?:(?<![\\u0e00-\\u0fff\\u1000-\\u109f\\u1780-\\u17ff\\u19e0-\\u1aaf])\u200b+)"
# One variation selector chooses a letter's form; a row of them is a hidden message.
_VAIN_SELECTORS = "(?:(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]+)"

_IN_LINES = re.compile(f"{_FLAG}|[{_TURNING}{_MARKS}{_HIDDEN}]|{_VAIN_JOINERS}|{_VAIN_BREAKS}|{_VAIN_SELECTORS}")
_IN_TEXTS = re.compile(f"{_FLAG}|[{_TURNING}]|[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]|{_VAIN_SELECTORS}")
# Most texts have none of them: one look for single characters first.
_ANY = re.compile(f"[{_TURNING}{_MARKS}{_HIDDEN}\u200b-\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def line_as_seen(text: str) -> str:
    """A title, a name or another text of one line, without what is not seen."""
    return _without(_IN_LINES, text)


def text_as_seen(text: str) -> str:
    """A text of paragraphs, without what turns or hides more than a letter."""
    return _without(_IN_TEXTS, text)


def _without(unseen: re.Pattern[str], text: str) -> str:
    if text.isascii():
        return text
    while _ANY.search(text):
        seen = unseen.sub(_kept, text)
        if seen == text:
            break
        text = seen  # what stood behind something that went may now have nothing to join
    return text


def _kept(found: re.Match[str]) -> str:
    return found["flag"] or ""
