"""Titles in quotation marks: the film « La Bicyclette », an album called "Music from Big Pink".

A quotation is as often what somebody said. It is taken for a title where it stands in mid-sentence, is short, begins
with a capital and is no sentence; the word before it may speak for a title (album, roman) or against (said, crié),
and so may what follows (“…” she said, “…” dedi).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.entities.discovery.quoted_words import SAID, SAYING, SPEAKERS, VERBS, WORKS

_MARKS = re.compile(r'["«»“”„\n]')
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_MOST_WORDS = 9
_LATIN_NAME = re.compile(r"[A-Z](?:\.|[a-z]+) [a-z]+(?:us|is|um|ae|a|ii?|ens|ans|ax|ex|es|on|or)\Z")
_WORD = re.compile(r"[^\W\d_][\w']*")
_LAST_WORD = re.compile(r"([^\W\d_]+)'?\W{0,2}\Z")
_SENTENCE = frozenset(".?!;…")
_ENDS = re.compile(r"[.?!;:…\n\"«“„]")


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands in quotation marks, in order: start and end, marks and spaces left out.

    A mark without its fellow in the same line quotes nothing.
    """
    opened = -1
    mark = ""
    for match in _MARKS.finditer(text):
        one = match.group()
        if opened >= 0 and one in _CLOSING[mark]:
            start, end = opened + 1, match.start()
            while start < end and text[start].isspace():
                start += 1
            while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
                end -= 1
            if start < end:
                yield start, end
            opened = -1
        elif one in _CLOSING:
            opened, mark = match.start(), one
        else:
            opened = -1


def titles(text: str) -> Iterator[tuple[int, int]]:
    """Where the quotations stand that are titles of works, in a folded text."""
    for start, end in quoted(text):
        if text[start].isupper() and end - start < 80:
            before = text[max(0, start - 40) : start].rstrip('"«“„ (').rpartition("\n")[2]
            if is_title(text[start:end], before, text[end : end + 48]):
                yield start, end


def works(text: str) -> Iterator[tuple[int, int]]:
    """Where the quotations stand that the word right before them calls a work: the film “Chicago”."""
    for start, end in quoted(text):
        before = text[max(0, start - 40) : start].rstrip('"«“„ (\u00a0\u202f').rpartition("\n")[2]
        last = _LAST_WORD.search(before)
        if last and last[1].lower() in WORKS and text[start].isupper() and is_title(text[start:end], before):
            yield start, end


def is_said(behind: str) -> bool:
    """Whether a verb of saying follows a quotation in its sentence: …, a-t-elle répondu; … dedi."""
    sentence = _ENDS.split(behind.lstrip('"»”, '), maxsplit=1)[0]
    return not SAID.isdisjoint(word.lower() for word in _WORD.findall(sentence)[:4])


def is_title(words: str, before: str, behind: str = "") -> bool:
    """Whether a quotation is a title, by its words and what stands before and behind it in its line."""
    count = words.count(" ") + 1
    if count > _MOST_WORDS or words[-1] in _SENTENCE or ". " in words.replace("Dr. ", "").replace("St. ", ""):
        return False  # a sentence
    last = _LAST_WORD.search(before)
    near = {word.lower() for word in _WORD.findall(before)[-3:]}
    of_a_work = not near.isdisjoint(WORKS)
    if _LATIN_NAME.match(words):
        return of_a_work
    small = [word for word in _WORD.findall(words)[1:] if len(word) > 3]
    every_word_large = bool(small) and all(word[0].isupper() for word in small)
    if last and last.group(1).lower() in SAYING:
        return False
    if of_a_work:
        return True
    first = _WORD.match(words)
    speaks = first is None or first.group().partition("'")[0].lower() in SPEAKERS
    told = speaks and not VERBS.isdisjoint(words.split(" "))
    if told or (is_said(behind) and not (every_word_large and count > 2)):
        return False  # “It was not Tim Cook,” she said
    in_sentence = bool(before) and (before[-1].isalnum() or before[-1] in '»”",)')
    return every_word_large or (count > 1 and not speaks and in_sentence and VERBS.isdisjoint(words.lower().split(" ")))
