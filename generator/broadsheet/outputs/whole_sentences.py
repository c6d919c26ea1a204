"""Whole sentences: those of a text that can be read alone, far from their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from broadsheet import sentences
from broadsheet.markdown_text import plain, without_links
from broadsheet.unspaced import UNENDED

SHORTEST = 30
"""Characters below which a sentence says too little; half as many where a character is a syllable or a word."""

LONGEST = 320
"""Characters above which nobody reads a sentence in a digest."""

_READ = 1200
"""Characters of a paragraph that are looked at: one of a megabyte must not cost its length."""

_PARAGRAPHS = 60
"""Paragraphs of a text that are looked at."""

_NO_TEXT = re.compile(r"\s*(?:#|>|[-*+|:=] |\d+[.)] |```|~~~|!\[|<|    |\t)")
_ENDS = re.compile("[.!?…؟۔।॥։።。！？｡][\"'“”’»›)\\]」』】\u00a0\u202f ]*\\Z")
_UNENDED = re.compile(f"[{UNENDED}]\\Z")
"""Thai, Lao, Burmese and Khmer end no sentence by a mark."""
_DENSE = re.compile(f"[{UNENDED}\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PAIRS = ("()", "[]", "«»", "「」", "『』", "（）", "【】", "《》", "‹›")

# Words that lean on the sentence before, by what they begin it with: what "he" or "however" means stands there.
_LEANING = frozenset(
    """
    he she it they this that these those but and however also his her their its then there meanwhile
    il elle ils elles cela ceci ce cette ces mais et cependant toutefois aussi son sa ses leur leurs
    er sie es dies diese dieser dieses aber und doch jedoch auch sein seine ihr ihre dabei damit
    él ella ellos ellas esto esta este estos estas pero y sin también su sus
    lui lei essi questo questa questi queste ma e tuttavia anche
    ele ela eles elas isto isso esse essa mas também seu sua
    hij zij ze dit deze maar en echter ook zijn haar hun
    он она оно они это эта этот эти но и однако также его её их
    він вона воно вони це ця цей ці але і й та однак також його її їх
    o bu şu onlar bunlar ama ve ancak
    هو هي هم هذا هذه لكن ولكن كما وقال وقالت وأضاف وأضافت
    הוא היא הם זה זו אבל אך גם
    او آن این آنها اما و ولی همچنین
    αυτός αυτή αυτό αυτοί αλλά και όμως επίσης
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_FIRST_WORD = re.compile(r"[^\W_]+")
_ASIAN_LEANING = tuple("これ それ この その しかし また 彼 他 她 它 这 這 但 而 此外 同氏".split())  # noqa: SIM905 - the same
# Arabic joins "and" to the word; nouns and verbs of news that begin with the same letter are let through.
_ARABIC_AND = re.compile("و(?!زي|زا|اش|صل|فا|كال|قع|حد|فد|لي|لا|سا|سط)\\w\\w\\w")
_QUOTED = re.compile('["“”„«»「『—–-]')


@lru_cache(maxsize=1 << 12)
def whole_sentences(body: str, language: str | None, most: int) -> tuple[tuple[int, str], ...]:
    """The first whole sentences of a body (Markdown), as plain text without links, each with its place among all."""
    found: list[tuple[int, str]] = []
    for place, sentence in enumerate(_sentences(body, language)):
        if is_whole(sentence):
            found.append((place, sentence))
            if len(found) == most:
                break
    return tuple(found)


def is_whole(sentence: str) -> bool:
    """Whether a sentence is no fragment: begun, ended, of a length to be read, and every quotation in it closed."""
    if not length(sentence) >= SHORTEST or len(sentence) > LONGEST:
        return False
    first = next(filter(str.isalnum, sentence), "")
    if first.islower() or not (_ENDS.search(sentence) or _UNENDED.search(sentence)):
        return False
    return _is_closed(sentence)


def leans(sentence: str) -> bool:
    """Whether a sentence begins with what only the one before it explains: “He said …”, “However …”, a quotation."""
    first = _FIRST_WORD.search(sentence)
    if first is None or _QUOTED.match(sentence):
        return True
    word = first[0]
    return word.casefold() in _LEANING or word.startswith(_ASIAN_LEANING) or bool(_ARABIC_AND.match(word))


def length(text: str) -> int:
    """Characters of a text, those that stand for syllables or words counted twice."""
    return len(text) + len(_DENSE.findall(text))


def _sentences(body: str, language: str | None) -> Iterator[str]:
    for paragraph in body.split("\n\n", _PARAGRAPHS)[:_PARAGRAPHS]:
        if _NO_TEXT.match(paragraph):
            continue
        text = " ".join(without_links(plain(paragraph[:_READ]).text).split())
        for start, end in sentences.split(text, language):
            if end < len(text) or len(paragraph) <= _READ:
                yield text[start:end]


def _is_closed(sentence: str) -> bool:
    if sentence.count('"') % 2 or any(sentence.count(pair[0]) != sentence.count(pair[1]) for pair in _PAIRS):
        return False
    opened, closed, low = map(sentence.count, "“”„")
    if low:
        # German closes with the mark that opens in English, Polish with the one that closes there.
        return low == opened + closed
    # Swedish, Finnish and Hebrew use one mark for both ends.
    return opened == closed or (not opened and closed % 2 == 0)
