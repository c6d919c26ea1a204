"""Entities and judgements, said in plain lines for people and in JSON for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from shlex import quote
from typing import Any

from broadsheet.counted import counted
from broadsheet.entities.judgements import Judged
from broadsheet.entities.roll import Known
from broadsheet.model import Article, Entity
from broadsheet.report import Report

SHOWN = 10
"""Articles that are listed of one entity, the newest."""

NO_SUCH = "There is no such entity."
NONE_YET = (
    "There are no entities yet: `broadsheet generate` finds names in the articles that it takes in, "
    "and `broadsheet entities adopt NAME` makes one of a name that stands in an article."
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A name that waits for a judgement."""

    name: str
    id: str | None
    """Of its page; None for a name that has none."""
    kind: str | None
    articles: int
    example: str
    """A sentence with it."""
    why: str

    @property
    def settle(self) -> str:
        """The command that adopts it."""
        kind = " --kind KIND" if self.kind in (None, "other") else ""
        return f"broadsheet entities adopt {quote(self.id or self.name)}{kind}"

    @property
    def refuse(self) -> str:
        """The command that rejects it."""
        return f"broadsheet entities reject {quote(self.id or self.name)}"


def listed(known: Sequence[Known]) -> Iterator[str]:
    """A line for each entity."""
    width = max((len(one.entity.id) for one in known), default=0)
    for one in known:
        what = f"merged into {one.into.id}" if one.into else one.status
        count = len(one.articles)
        yield f"{one.entity.id:<{width}}  {one.entity.kind:<12}  {what:<9}  {count:>5}  {one.entity.name}"


def shown(known: Known, folder: str) -> Iterator[str]:
    """Everything that is known of one entity."""
    one = known.entity
    yield f"{one.name} ({one.id})"
    into = f"merged into {known.into.name} ({known.into.id})" if known.into else ""
    days = [article.day for article in known.articles if article.day]
    rows = (
        ("kind", one.kind),
        ("status", into or one.status),
        ("page", f"{folder}/{one.address}"),
        ("also called", ", ".join(one.aliases)),
        ("in other languages", ", ".join(f"{name} ({tag})" for tag, name in one.spoken)),
        ("wikidata", one.wikidata or ""),
        ("country", one.country or ""),
        ("not meant in", ", ".join(one.not_meant)),
        ("not the same as", ", ".join(one.not_same_as)),
        ("merged into it", ", ".join(f"{other.name} ({other.id})" for other in known.merged)),
        ("articles", f"{len(known.articles)}" + (f", {min(days)} to {max(days)}" if days else "")),
    )
    for name, value in rows:
        if value:
            yield f"  {name:<18}  {value}"
    for article in known.articles[:SHOWN]:
        yield f"    {article.day or 'undated'!s:<10}  {article.title}  ({folder}/{article.address})"
    if len(known.articles) > SHOWN:
        yield f"    and {len(known.articles) - SHOWN} more"


def waiting(suggested: Sequence[Suggested]) -> Iterator[str]:
    """Names that wait for a judgement, each with the command that settles it."""
    for one in suggested:
        kind = f"{one.kind}, " if one.kind and one.kind != "other" else ""
        yield f"{one.name}: {kind}{counted(one.articles, 'article')}, {one.why}"
        if one.example:
            yield f"    {' '.join(one.example.split())}"
        yield f"    {one.settle}   (or: {one.refuse})"


def told(judgements: Sequence[Judged], folder: str, *, dry_run: bool = False) -> Iterator[str]:
    """What was judged."""
    for one in judgements:
        word = "would be" if dry_run and not one.idle else "unchanged" if one.idle else "judged"
        yield f"{word:<9} {folder}/{one.entity.address}: {one.entity.name} {one.said}"


def relinked(report: Report) -> str:
    """How many pages followed a judgement."""
    counts = report.counts
    changed = sum(1 for step in report.steps if step.text is not None or step.verdict == "deleted")
    made = f", {counts['created']} of them new" if counts["created"] else ""
    return f"{counted(changed, 'page')} brought up to date{made}."


def entity_as_json(known: Known, folder: str) -> dict[str, Any]:
    """An entity as JSON values."""
    one = known.entity
    days = [article.day.isoformat() for article in known.articles if article.day]
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "status": known.status,
        "page": f"{folder}/{one.address}",
        "aliases": list(one.aliases),
        "names": {tag: list(names) for tag, names in sorted(one.names.items())},
        "wikidata": one.wikidata,
        "country": one.country,
        "not_meant": list(one.not_meant),
        "not_same_as": list(one.not_same_as),
        "merged_into": known.into.id if known.into else one.merged_into,
        "merged": [other.id for other in known.merged],
        "articles": len(known.articles),
        "first": min(days, default=None),
        "last": max(days, default=None),
    }


def articles_as_json(articles: Sequence[Article], folder: str) -> list[dict[str, Any]]:
    """Articles as JSON values."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "day": one.day.isoformat() if one.day else None,
            "page": f"{folder}/{one.address}",
        }
        for one in articles
    ]


def suggested_as_json(one: Suggested) -> dict[str, Any]:
    """A name that waits for a judgement as JSON values."""
    return {
        "name": one.name,
        "id": one.id,
        "kind": one.kind,
        "articles": one.articles,
        "example": one.example,
        "why": one.why,
        "adopt": one.settle,
        "reject": one.refuse,
    }


def judged_as_json(one: Judged, folder: str) -> dict[str, Any]:
    """A judgement as JSON values."""
    entity: Entity = one.entity
    return {
        "id": entity.id,
        "page": f"{folder}/{entity.address}",
        "said": one.said,
        "new": one.new,
        "changed": not one.idle,
        "front_matter": {key: value or None for key, value in one.front.items()},
    }
