"""A dump as cleaning saw it, line by line: what `broadsheet clean --explain` prints.

`verdicts` gives one small value a line, for whoever wants to colour them; `explain` formats them as text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from broadsheet.cleaning.words import bare
from broadsheet.counted import counted
from broadsheet.errors import Rejection
from broadsheet.model import Dump

Judgement = Literal["title", "kept", "removed", "blank"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one line of a dump."""

    number: int
    """Its place in the dump, from 1."""
    text: str
    """The line, with control characters made visible."""
    judgement: Judgement
    """Also the name of the style in which a terminal may show it."""
    rule: str = ""
    """The rule that removed it; empty unless it was removed."""


def verdicts(dump: Dump, record: Mapping[str, Any] | Rejection) -> Iterator[Verdict]:
    """What became of each line, in order, blank ones included."""
    if isinstance(record, Rejection):
        removed, title = {}, ""
    else:
        removed = {removal["line"]: removal["rule"] for removal in record.get("removed", ())}
        title = bare(str(record.get("title", "")))
    seen_title = False
    for number, line in enumerate(dump.text.split("\n"), start=1):
        judgement: Judgement = "kept"
        rule = removed.get(number, "")
        if isinstance(record, Rejection):
            judgement = "removed" if line.strip() else "blank"
        elif not line.strip():
            judgement = "blank"
        elif rule == "title" or (not rule and not seen_title and title and _states(line, title)):
            judgement, rule, seen_title = "title", "", True
        elif rule:
            judgement = "removed"
        yield Verdict(number, visible(line), judgement, rule)


def summary(record: Mapping[str, Any] | Rejection) -> Iterator[tuple[str, str]]:
    """What the dump became: label and value, in reading order."""
    if isinstance(record, Rejection):
        yield "rejected", str(record)
        return
    yield "title", visible(str(record.get("title", "")))
    for field in ("published", "updated", "retrieved", "language"):
        if record.get(field):
            yield field, str(record[field])
        elif field in ("published", "language"):
            yield field, "not stated" if field == "published" else "unsure"
    if record.get("authors"):
        yield "authors", visible(", ".join(record["authors"]))
    body = str(record.get("body", ""))
    paragraphs = [part for part in body.split("\n\n") if part.strip()]
    yield "body", f"{counted(len(paragraphs), 'paragraph')}, {counted(len(body), 'character')}"
    removed = record.get("removed", ())
    yield "removed", f"{counted(len(removed), 'line')}{_by_rule(removed)}"


def explain(dump: Dump, record: Mapping[str, Any] | Rejection) -> str:
    """The dump's lines, numbered, each with what became of it, then the summary, as plain text.

    1 - 25 C                          [weather]
    7 T L’Ukraine demande …
    9 | Le gouvernement ukrainien …
    """
    shown = list(verdicts(dump, record))
    width = len(str(len(shown)))
    lines = [dump.origin.file if dump.origin.item is None else f"{dump.origin.file}:{dump.origin.item}"]
    lines += [line for verdict in shown if verdict.judgement != "blank" for line in (formatted(verdict, width),)]
    lines.append("")
    lines += [f"{label + ':':<11}{value}" for label, value in summary(record)]
    return "\n".join(lines) + "\n"


def formatted(verdict: Verdict, width: int = 4) -> str:
    """One line of the explanation: number, mark (T title, | kept, - removed), text, rule."""
    mark = {"title": "T", "kept": "|", "removed": "-", "blank": " "}[verdict.judgement]
    rule = f"  [{verdict.rule}]" if verdict.rule else ""
    return f"{verdict.number:>{width}} {mark} {verdict.text}{rule}".rstrip()


def visible(text: str) -> str:
    r"""`text` with every control, format and private character spelled out (`\u202e`), so that nothing hides."""
    if text.isprintable():
        return text
    return "".join(letter if _shows(letter) else _spelled(letter) for letter in text)


def _shows(letter: str) -> bool:
    return letter.isprintable() or unicodedata.category(letter) == "Zs"


def _spelled(letter: str) -> str:
    code = ord(letter)
    if letter == "\t":
        return "\\t"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _states(line: str, title: str) -> bool:
    words = bare(line)
    return words == title or words.startswith(title + " ")


def _by_rule(removed: Any) -> str:
    """How many lines each rule removed, most first: ` (menu 4, advertisement 1)`."""
    tally: dict[str, int] = {}
    for removal in removed:
        tally[removal["rule"]] = tally.get(removal["rule"], 0) + 1
    ranked = sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    return f" ({', '.join(f'{rule} {number}' for rule, number in ranked)})" if ranked else ""
