"""The lexicon: every spelling under which a gazetteer's names are looked for, arranged so that a text is read fast.

A spelling is `folding.bare`: small letters, no accents. It is filed under its head, the first word in it that begins
with a capital (`Quill` in `bin Quill`), then under what follows; what has no such word (`صباح`, `ランカ`, `bitcoin`)
is in one list, for Aho-Corasick. The lexicon is plain text, so that it may be kept in a file and read again:
it holds numbers of names, and is of use only with the gazetteer it was made from (`mark`).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from broadsheet import __version__
from broadsheet.entities.folding import bare, key
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.surface_forms import derived
from broadsheet.model import Kind

# Letters of scripts with capitals; those in which capitals and small letters alternate count as capitals all.
CAPITAL = "A-ZÀ-ÖØ-Þ\u0100-\u024f\u0386-\u038f\u0391-\u03ab\u0400-\u042f\u0460-\u052f\u0531-\u0556\u1e00-\u1fff"
WORD = re.compile(f"[{CAPITAL}][0-9A-Za-z\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u0587\u1e00-\u1fff]*")
"""A word with a capital, from the capital on (in a folded text)."""

ASCII_WORD = re.compile("[A-Z][0-9A-Za-z]*")
"""The same for a text without other letters, where it is found twice as fast."""

FILED = 3
"""Characters of what follows a head under which longer names are filed."""

Entry = tuple[int, str, str]
"""Number of the name in the gazetteer, its phrases of `not_meant` last; the spelling, if another than its own; the
language of texts, if only one."""

Filed = tuple[str, str, list[Entry]]
"""What stands before the head, what follows it, and whose spelling the whole is."""


@dataclass(frozen=True)
class Lexicon:
    """All spellings of a gazetteer's names; each line is JSON, read when a text asks for it (`filed`, `whose`)."""

    mark: str
    """Of the gazetteer (`mark`)."""
    heads: dict[str, str]
    """By head: an object of lists, by the first characters that follow it (`FILED`; empty: fewer follow)."""
    plain: dict[str, str]
    """The spellings without a head: the list of whose each is."""

    def filed(self, head: str) -> dict[str, list[Filed]] | None:
        """What is filed under a head, the longest first."""
        line = self.heads.get(head)
        return None if line is None else json.loads(line)

    def to_text(self) -> str:
        """What `from_text` reads back: the mark, then a line for each head and each spelling."""
        lines = [self.mark, str(len(self.heads))]
        lines += (f"{one}\t{line}" for listed in (self.heads, self.plain) for one, line in listed.items())
        return "\n".join(lines)


def from_text(text: str, mark: str) -> Lexicon | None:
    """The lexicon that was written; None where the text is damaged or the lexicon another gazetteer's."""
    found, _, rest = text.partition("\n")
    count, _, rest = rest.partition("\n")
    if found != mark or not count.isdecimal():
        return None
    pairs = [line.split("\t") for line in rest.split("\n")] if rest else []
    if any(len(pair) != 2 for pair in pairs):
        return None
    heads = dict(pairs[: int(count)])
    return Lexicon(found, heads, dict(pairs[int(count) :])) if len(heads) == int(count) else None


def mark(gazetteer: Gazetteer) -> str:
    """What tells this gazetteer's lexicon from all others': a digest of names, kinds, languages and our version."""
    digest = hashlib.sha256(repr((__version__, FORMAT, sorted(gazetteer.spoken), len(gazetteer.names))).encode())
    for name in (*gazetteer.names, *gazetteer.not_meant):
        entity = gazetteer.entities.get(name.entity)
        said = (name.text, entity.kind if entity else "", name.own, name.vouched)
        digest.update("\x1f".join(map(str, said)).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1e")
    return digest.hexdigest()[:32]


FORMAT = 2
"""Raise it when a lexicon's form or the rules behind it change between releases."""


def lexicon(gazetteer: Gazetteer) -> Lexicon:
    """The lexicon of a gazetteer."""
    entries: dict[str, dict[tuple[int, str, str], None]] = defaultdict(dict)
    cased: dict[str, str] = {}
    for number, name in enumerate((*gazetteer.names, *gazetteer.not_meant)):
        # Discovery says itself in which forms it has seen a name.
        bends = name.entity and name.vouched and number < len(gazetteer.names)
        kind = gazetteer.entities[name.entity].kind if bends else ""
        own = True
        for form, language in spelled(name.text, kind, name.own, gazetteer.spoken):
            spelling = bare(form)
            cased.setdefault(spelling, form)
            entries[spelling].setdefault((number, "" if own else form, language))
            own = False
    heads: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    plain: dict[str, str] = {}
    for spelling in sorted(entries):
        whose = [list(one) for one in entries[spelling]]
        places = _heads(cased[spelling])
        for start, end in places:
            rest = spelling[end:]
            filed = rest[:FILED] if len(rest) >= FILED else ""
            heads[spelling[start:end]][filed].append([spelling[:start], rest, whose])
        if not any(cased[spelling][start].isupper() for start, _ in places):
            plain[spelling] = _line(whose)
    for following in heads.values():
        for listed in following.values():
            listed.sort(key=lambda one: (-len(one[1]) - len(one[0]), one[0], one[1]))
    return Lexicon(mark(gazetteer), {one: _line(following) for one, following in heads.items()}, plain)


def spelled(name: str, kind: Kind | Literal[""], own: str, spoken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The forms under which a name is looked for, its own first, each with the language of the texts it holds in.

    Args:
        name: as it was given; one that is too short is not looked for.
        kind: what it names; empty for what does not bend.
        own: the language the name is in; empty where nobody says.
        spoken: the languages of the archive's texts.
    """
    text = key(name)
    if _is_long_enough(text):
        yield text, ""
        if kind:
            yield from derived(text, kind, own, spoken)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _heads(text: str) -> list[tuple[int, int]]:
    """Where a spelling is looked for: at its first capital, and at its first letter, which may be one in a headline."""
    found = WORD.search(text)
    places = [found.span()] if found else []
    first = WORD.match(text[:1].upper() + text[1:]) if text[:1].islower() else None
    if first and len(first.group()) == len(text[: first.end()]):
        places.append((0, first.end()))
    return places


def _is_long_enough(text: str) -> bool:
    """Two letters are enough for an acronym, and in scripts of many signs."""
    return len(text) >= (2 if text.isupper() or text >= "\u2e80" else 3)
