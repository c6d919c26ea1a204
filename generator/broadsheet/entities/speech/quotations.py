"""Quotations: what persons said, word for word, each with the one who said it.

A quotation is a person's only where a mention of that person is the subject of a verb of saying right next to it
(`speech`). What is merely near, or said by "he", has no speaker: a quotation of the wrong person is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.entities.spans import Spans
from broadsheet.entities.speech.way import OBLIQUE, OTHER, PERSON, Speech
from broadsheet.entities.speech.ways import speech
from broadsheet.model import Entity, Mention

SHORTEST, LONGEST = 15, 900
"""Characters within the marks: less are a word that somebody keeps at a distance, more a text of its own."""

_SHORTEST_WIDE = 6
_NO_TITLE = 8
"""Spaces in a quotation that is too long to be a title."""
_NEAR = 240
"""How far around a quotation its speaker is looked for."""

_MARKS = re.compile(
    r"«(?P<a>[^«»\n]+)»|“(?P<b>[^“”„\n]+)”|„(?P<c>[^„“”\n]+)[“”]|「(?P<d>[^「」\n]+)」|『(?P<e>[^『』\n]+)』"
    r"|(?<![\w\"״])[\"״](?P<f>(?! )[^\"״\n]+)(?<! )[\"״](?!\w)"
)
_REVERSED = re.compile(
    r"»(?P<a>[^«»\n]+)«|„(?P<c>[^„“”\n]+)[“”]|“(?P<b>[^“”„\n]+)”|(?<![\w\"])\"(?P<f>(?! )[^\"\n]+)(?<! )\"(?!\w)"
)
_ANY_MARK = re.compile('[«“„「『"״»]')
_SPACE = re.compile(r"[\s\u00a0\u202f]+")
# Where a person's mention stands is told with characters that no language has; a text may have its own.
_PLACES = re.compile("[\ue000-\uf8ff]")
_FIRST, _LAST = 0xE100, 0xF8FF


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, and who said them."""

    start: int
    """Where the words begin in the plain view of the body, without their marks."""
    end: int
    speaker: str
    """The person's id."""


def quotations(
    text: str, mentions: Sequence[Mention], entities: Mapping[str, Entity], language: str | None
) -> Iterator[Quotation]:
    """The quotations of a text (the plain view of a body) whose speakers are certain, in order.

    Args:
        text: the plain view.
        mentions: who and what it names, in order.
        entities: these, by id.
        language: its language tag; without one nothing is certain.
    """
    ways = speech((language or "").split("-")[0].lower())
    if not ways or not _ANY_MARK.search(text):
        return
    if not any(entities[mention.entity].kind == "person" for mention in mentions):
        return
    named = _Named(text, mentions, entities)
    for quoted in _quoted(text, language or ""):
        start, end = _within(text, *quoted.span(quoted.lastgroup or 0))
        if not _is_said(text[start:end]):
            continue
        before, behind = (named.masked(*span) for span in _around(text, *quoted.span()))
        found = (_speaker(way, quoted[0], before, behind) for way in ways)
        who = next((one for one in found if one), None)
        if who:
            yield Quotation(start, end, mentions[ord(who) - _FIRST].entity)


def _quoted(text: str, language: str) -> Iterator[re.Match[str]]:
    """What stands in quotation marks; in a paragraph whose straight ones do not pair, those tell nothing."""
    marks = _REVERSED if "»" in text and language[:2] == "de" and re.search(r"»\w", text) else _MARKS
    odd = Spans(
        (begin, begin + len(paragraph))
        for begin, paragraph in _paragraphs(text)
        if (paragraph.count('"') + paragraph.count("״")) % 2
    )
    for found in marks.finditer(text):
        if found.lastgroup == "f" and odd.touch(found.start(), found.start() + 1):
            continue
        yield found


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for paragraph in text.split("\n"):
        yield begin, paragraph
        begin += len(paragraph) + 1


def _is_said(words: str) -> bool:
    """Whether words are somebody's sentence, and not a title or a word held at a distance."""
    if not words or len(words) > LONGEST:
        return False
    if any("\u3040" <= one <= "\u9fff" for one in words[:20]):
        return len(words) >= _SHORTEST_WIDE
    # What begins small is a part of a sentence; a few words of one are hardly anybody's words.
    return len(words) >= SHORTEST and words.count(" ") >= (4 if words[0].islower() else 2)


def _within(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _around(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The spans, within its paragraph, before and behind a quotation."""
    low = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
    line = text.find("\n", end)
    high = min(line if line >= 0 else len(text), end + _NEAR)
    return (low, start), (end, high)


def _speaker(way: Speech, quoted: str, before: str, behind: str) -> str | None:
    """The character that stands for the speaker, by one way of telling."""
    ahead = way.before.search(before) if way.before else None
    after = way.behind.match(behind) if way.behind else None
    if (way.before and not ahead) or (way.behind and not after):
        return None
    if after and (way.running_on or not ahead) and not _runs_on(quoted, after[0], loosely=not way.running_on):
        return None
    if way.whole and not _is_whole(quoted, behind):
        return None
    return next((found["who"] for found in (ahead, after) if found and "who" in found.re.groupindex), None)


def _runs_on(quoted: str, after: str, *, loosely: bool) -> bool:
    """Whether the sentence goes on behind a quotation: a comma says so, on either side of the closing mark, or a dash.

    Loosely, a full stop within does too, as it may where the verb comes first, and so does its length: many leave the
    comma out behind a sentence, where a title would have none either.
    """
    if loosely and quoted.count(" ") >= _NO_TITLE:
        return True
    last = _last_sign(quoted)
    return last in (",?!….。،؟！？" if loosely else ",?!") or after.lstrip()[:1] in (",", "–", "—", "-", "،", "，")


def _is_whole(quoted: str, behind: str) -> bool:
    """Whether a sentence ends with a quotation: its full stop stands on either side of the closing mark."""
    following = behind.lstrip()[:1]
    if following in ".!?…":
        return True
    return _last_sign(quoted) in ".!?…" and not following.islower() and following not in ",;:–—-("


def _last_sign(quoted: str) -> str:
    return quoted.rstrip('"”»“״」』').rstrip()[-1:]


class _Named:
    """A text, and who is named where in it."""

    def __init__(self, text: str, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> None:
        self.text, self.mentions, self.entities = text, mentions, entities
        self._begins = [mention.start for mention in mentions]

    def masked(self, start: int, end: int) -> str:
        """A stretch of text with a sign for each mention, and one space for any white space."""
        pieces: list[str] = []
        done = start
        for place in range(bisect_left(self._begins, start), len(self.mentions)):
            mention = self.mentions[place]
            if mention.end > end:
                break
            pieces += [_PLACES.sub(" ", self.text[done : mention.start]), self._sign(place)]
            done = mention.end
        pieces.append(_PLACES.sub(" ", self.text[done:end]))
        return _SPACE.sub(" ", "".join(pieces))

    def _sign(self, place: int) -> str:
        mention = self.mentions[place]
        entity = self.entities[mention.entity]
        if entity.kind != "person":
            return OTHER
        certain = _is_certain(entity) and _is_subject(mention.surface, entity) and _FIRST + place <= _LAST
        return PERSON + chr(_FIRST + place) if certain else OBLIQUE


def _is_certain(entity: Entity) -> bool:
    """Whether a name means one person: a lone surname that nobody has confirmed may be a whole family's."""
    return entity.status != "suggested" or " " in entity.name.strip()


def _is_subject(surface: str, entity: Entity) -> bool:
    """Whether a name stands as it is called: in another case, or with a suffix, it is no subject."""
    last = _last_word(surface)
    return any(_last_word(name) == last for name in entity.every_name)


def _last_word(name: str) -> str:
    return name.casefold().replace("’", "'").rpartition(" ")[2]
