"""content/ verified: what is wrong in each page, and between pages. Reads, never writes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from broadsheet.archive.astray import astray_links
from broadsheet.archive.astray_merges import astray_merges
from broadsheet.archive.finding import Finding
from broadsheet.archive.redirects import astray_redirects
from broadsheet.archive.survey import Memory, Survey, survey
from broadsheet.archive.unsettled import unsettled
from broadsheet.engine import Engine

__all__ = ["SOURCES", "Memory", "check"]


def own_faults(survey: Survey) -> Iterator[Finding]:
    """What is wrong with each page by itself: front matter, managed blocks."""
    for address, examined in survey.pages.items():
        if survey.asks(address):
            yield from examined.findings


def shared_ids(survey: Survey) -> Iterator[Finding]:
    """Articles that share an id, and entities and stories that do; told on every page but the first."""
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for address, examined in survey.pages.items():
        if examined.id:
            bearers[examined.kind, examined.id.what].append(address)
        elif examined.tells:
            bearers["story", examined.tells.what].append(address)
    for addresses in bearers.values():
        first, *others = addresses
        asked = [(other, first) for other in others if survey.asks(other)]
        if others and not asked and survey.asks(first):
            asked = [(first, others[0])]
        for address, other in asked:
            said = survey.pages[address].id or survey.pages[address].tells
            if said:
                what = f"has the same id as {other}"
                remedy = "delete one of the two, or give one of them another id"
                yield survey.finding(address, (said.line, said.column), what, remedy, "error", "id")


def missing_entities(survey: Survey) -> Iterator[Finding]:
    """Ids in the lists of articles that no entity has."""
    known = {examined.id.what for examined in survey.pages.values() if examined.kind != "article" and examined.id}
    # A page that sends its readers on, or that cannot be read, may have been an entity's.
    known |= {
        address.removeprefix("entities/").removesuffix(".md")
        for address, examined in survey.pages.items()
        if examined.kind in ("redirect", "unread") and address.startswith("entities/")
    }
    for address, examined in survey.pages.items():
        for said in examined.entities if survey.asks(address) else ():
            if said.what not in known:
                what = f"there is no entity {said.what}"
                remedy = f"write {survey.shown}/entities/{said.what}.md, or delete the line"
                yield survey.finding(address, (said.line, said.column), what, remedy, "error", "entity")


def missing_stories(survey: Survey) -> Iterator[Finding]:
    """Ids in the front matter of articles that no story has; two articles put into a new one make it."""
    known = {examined.tells.what for examined in survey.pages.values() if examined.tells}
    put = Counter(examined.story.what for examined in survey.pages.values() if examined.story)
    known |= {story for story, articles in put.items() if articles > 1}
    for address, examined in survey.pages.items():
        for said in (examined.story, *examined.not_same_story) if survey.asks(address) else ():
            if said and said.what not in known:
                what, remedy = f"there is no story {said.what}", "write the id of one, or delete the line"
                yield survey.finding(address, (said.line, said.column), what, remedy, "warning", "front matter")


SOURCES: tuple[Callable[[Survey], Iterator[Finding]], ...] = (
    own_faults,
    shared_ids,
    missing_entities,
    missing_stories,
    astray_merges,
    astray_links,
    astray_redirects,
    unsettled,
)
"""All that is looked at: one line each."""


def check(
    docs_dir: Path,
    memory: Memory | None = None,
    *,
    links: bool = True,
    engine: Engine | None = None,
    shown: str = "",
    asked: Collection[str] | None = None,
) -> list[Finding]:
    """What is wrong in content/, in the order of files and lines.

    `links=False` leaves out links to missing pages and anchors: MkDocs tells them itself. `shown` is how findings
    name the folder; `asked` are the addresses of the pages that are to be looked at.

    Raises:
        ArchiveError: the folder cannot be read.
    """
    surveyed = survey(
        docs_dir,
        memory or Memory(),
        engine or Engine(),
        shown=shown or docs_dir.name,
        asked=asked,
        markdown_links=links,
    )
    return sorted(finding for source in SOURCES for finding in source(surveyed))
