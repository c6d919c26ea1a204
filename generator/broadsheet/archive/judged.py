"""Judgements written on the pages of entities: a person's comments, order and quoting stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from broadsheet.archive import entity_page, front_lines, front_matter, redirect_page
from broadsheet.archive.load import Archive
from broadsheet.archive.page import digest
from broadsheet.archive.plan import Plan, Step
from broadsheet.archive.three_way import ABSENT
from broadsheet.entities.judgements import Judged
from broadsheet.errors import ArchiveError
from broadsheet.model import Entity

_ORDER = (
    "title", "template", "id", "kind", "aliases", "names", "wikidata", "country", "status", "not_meant", "not_same_as",
    "merged_into",
)  # fmt: skip


def judged(archive: Archive, judgements: Iterable[Judged]) -> Plan:
    """The plan that writes what was judged, and nothing else.

    Raises:
        ArchiveError: a page cannot be changed without losing something; none is.
    """
    steps = [_made(archive, one.entity) if one.new else _changed(archive, one) for one in judgements if not one.idle]
    steps.sort(key=lambda step: step.address)
    return Plan(steps, standing=archive.standing)


def _made(archive: Archive, entity: Entity) -> Step:
    """A page as a person would make it: the next run takes it for theirs, and fills it."""
    if entity.address in archive.standing or entity.address in archive.broken or entity.address in archive.others:
        raise ArchiveError(f"{archive.docs_dir.name}/{entity.address}: is there already, and no entity's; move it away")
    return Step(entity.address, "created", text=f"---\n{front_matter.write(entity_page.front(entity))}---\n")


def _changed(archive: Archive, one: Judged) -> Step:
    address = one.entity.address
    shown = f"{archive.docs_dir.name}/{address}"
    if address not in archive.pages:
        raise ArchiveError(f"{shown}: cannot be read; mend it first (`broadsheet check` says where)")
    try:
        text = (archive.docs_dir / address).read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(f"{shown}: cannot be read ({error}); run again") from error
    if digest(text) != archive.pages[address].digest:
        raise ArchiveError(f"{shown}: was changed meanwhile, so nothing was written; run again")
    span = front_matter.span(text)
    if span is None:
        return Step(address, "updated", text=f"---\n{front_matter.write(_filled(one))}---\n\n{text}")
    head = text[span[0] : span[1]]
    changes = {key: value if value not in (None, [], {}) else ABSENT for key, value in one.front.items()}
    new, kept = front_lines.changed(head, changes, _ORDER)
    if kept:
        lines = front_matter.write({kept[0]: one.front[kept[0]]}).strip() if changes[kept[0]] is not ABSENT else ""
        what = f"write it there yourself: {lines!r}" if lines else f"take `{kept[0]}` out there yourself"
        raise ArchiveError(f"{shown}: {kept[0]} cannot be changed without losing what you wrote beside it; {what}")
    if changes.get("merged_into") is ABSENT and redirect_page.stands(archive.pages[address].front):
        new = redirect_page.ended(new, entity_page.TEMPLATE)
    return Step(address, "updated", text=text[: span[0]] + new + text[span[1] :])


def _filled(one: Judged) -> dict[str, Any]:
    return {key: value for key, value in one.front.items() if value}
