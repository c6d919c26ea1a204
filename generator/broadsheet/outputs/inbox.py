"""The inbox: a page, out of search and navigation, of what only a person can settle; the same for job summaries.

Each section shows its first entries, and says how many more there are: settle some, and the next come up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.outputs.inbox_entries import Entry, Sentence, counts, entries
from broadsheet.outputs.items import line
from broadsheet.outputs.links import shown
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.quotation_marks import quoted
from broadsheet.outputs.words import Words, words_for
from broadsheet.visible import visible

MOST = {"ambiguous": 50, "duplicate": 40, "suggested": 40, "undated": 20}
"""How many entries of each section the page shows."""


SUMMARY = 1 << 20
"""Bytes that GitHub shows of a step's summary; of a longer one it shows nothing (its docs: "Workflow commands")."""

_AROUND = 4_000
"""Bytes of it that are kept for headings, and for what is told of entries left out."""


_AUTOLINK = re.compile(
    r"^(`{3,})\n.*?^\1$|(?:https?|ftp|mailto|xmpp):|www\.|@", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
"""What GitHub makes links of, and calls people by, in Markdown; and blocks of code, in which it does not."""


def inbox(edition: Edition) -> Iterator[Draft]:
    """The inbox's page; none where nothing waits."""
    if not counts(edition):
        return
    words = words_for(edition.config.language)
    front = list_front(words("Inbox"), robots="noindex")
    listed = "\n\n".join(section.written(words) for section in _sections(edition, words, addresses.INBOX))
    yield page(addresses.INBOX, front, Block("about", _about(words)), Block("list", listed))


def lines(edition: Edition) -> Iterator[str]:
    """The inbox in lines, as a terminal shows it."""
    words = words_for(edition.config.language)
    number = counts(edition)
    for about, count in number.items():
        yield f"{_title(about, words)} ({words.number(count)})"
        for one in entries(edition, words, about, MOST[about]):
            yield f"  {one.title}"
            yield from (f"      {quoted(str(found), found.article.language, words)}" for found in one.sentences)
            yield f"      {' '.join(one.why)}"
            for way in one.ways:
                code = way.code.splitlines()
                alone = len(code) > 1 or code[0].startswith(" ")
                yield f"    {way.what}{words.colon} {'' if alone else code[0]}".rstrip()
                yield from (f"      {part}" for part in code if alone)
        if count > MOST[about]:
            more = words.count("{count} more", "{count} more", count - MOST[about])
            yield f"  {more}{words.colon} broadsheet inbox --json"
    if not number:
        yield words("Nothing waits for you.")


def as_markdown(edition: Edition, room: int = SUMMARY) -> str:
    """The inbox as Markdown without links, for a job's summary; empty where nothing waits.

    Entries that do not fit into `room` bytes are left out, and counted under their section.
    """
    words = words_for(edition.config.language)
    left = room - _AROUND
    sections = []
    for section in _sections(edition, words, None):
        fitting = []
        for entry in map(_without_links, section.entries):
            size = len(visible(entry).encode()) + 2
            if size > left:
                break
            left -= size
            fitting.append(entry)
        sections.append(replace(section, entries=fitting).written(words))
    return "\n\n".join([f"# {words('Inbox')}", _about(words), *sections]) + "\n" if sections else ""


def as_json(edition: Edition) -> list[dict[str, Any]]:
    """Every entry as JSON values."""
    words = words_for(edition.config.language)
    return [
        {
            "about": one.about,
            "name": one.title,
            "why": list(one.why),
            "sentences": [{"page": found.article.address, "text": str(found)} for found in one.sentences],
            "settle": [{"what": way.what, "with": way.code} for way in one.ways],
        }
        for about in counts(edition)
        for one in entries(edition, words, about)
    ]


def _without_links(text: str) -> str:
    return _AUTOLINK.sub(_spelled, text)


def _spelled(found: re.Match[str]) -> str:
    if found[1]:
        return found[0]  # a block of code, to be copied as it is
    return "".join(f"&#{ord(one)};" if one in ":.@" else one for one in found[0])


def _about(words: Words) -> str:
    return words(
        "What only a person can settle. What is settled is gone after the next `broadsheet generate`. Lines of YAML go"
        " into the front matter of the page; where their key stands there already, under it."
    )


@dataclass(frozen=True, slots=True)
class _Section:
    """Entries of one kind, as Markdown."""

    title: str
    entries: Sequence[str]
    """The first ones."""
    number: int
    """Of all."""

    def written(self, words: Words) -> str:
        """The section; what it leaves out is counted, with the command that tells it."""
        parts = [f"## {self.title} ({words.number(self.number)})", *self.entries]
        if more := self.number - len(self.entries):
            listed = words.count("{count} more", "{count} more", more)
            parts.append(f"*{listed}{words.colon}* `broadsheet inbox --json`")
        return "\n\n".join(parts)


def _sections(edition: Edition, words: Words, start: str | None) -> Iterator[_Section]:
    for about, number in counts(edition).items():
        first = [_entry(one, words, start) for one in entries(edition, words, about, MOST[about])]
        yield _Section(_title(about, words), first, number)


def _title(about: str, words: Words) -> str:
    titles = {
        "ambiguous": words("Which one is meant?"),
        "duplicate": words("One or two?"),
        "suggested": words("Is it a name?"),
        "undated": words("When was it published?"),
    }
    return titles[about]


def _entry(entry: Entry, words: Words, start: str | None) -> str:
    parts = [f"### {shown(entry.title) or '–'}"]
    parts += [_quoted(one, start, words) for one in entry.sentences]
    parts.append(" ".join(shown(one) for one in entry.why))
    for way in entry.ways:
        parts.append(f"{shown(way.what)}{words.colon}")
        parts.append(_code(way.code))
    return "\n\n".join(part for part in parts if part)


def _quoted(sentence: Sentence, start: str | None, words: Words) -> str:
    before, after = shown(sentence.before), shown(sentence.after)
    name = f"**{shown(sentence.name)}**" if sentence.name else ""
    spaced = " " if sentence.before[-1:].isspace() else "", " " if sentence.after[:1].isspace() else ""
    text = f"{before}{spaced[0]}{name}{spaced[1]}{after}".strip()
    quoted = [text] if text else []
    if start is not None:
        quoted.append(f"— {line(sentence.article, start, words)}")
    return "\n>\n".join(f"> {one}" for one in quoted)


def _code(text: str) -> str:
    """A block of code that nothing in it ends."""
    lines = "\n".join(line for line in text.replace("<!--", "<! --").splitlines() if line.strip())
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", lines)), 3)
    return f"{fence}\n{lines}\n{fence}"
