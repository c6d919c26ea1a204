"""What people judged about entities and cannot hold: merges that lead nowhere, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadsheet.archive.examine import Examined
from broadsheet.archive.finding import Finding
from broadsheet.archive.survey import Survey
from broadsheet.entities.merges import Merges, merges
from broadsheet.model import Entity


def astray_merges(survey: Survey) -> Iterator[Finding]:
    """Entities merged into nothing, in a circle, or into what was refused; others that are no entities."""
    known = {one.id.what: one for one in survey.pages.values() if one.kind in ("entity", "redirect") and one.id}
    turned = merges(_entity(one, examined) for one, examined in known.items())
    for address, examined in survey.pages.items():
        if not (examined.merged_into or examined.not_same_as) or not survey.asks(address):
            continue
        said = examined.merged_into
        fault = _fault(examined, known, turned)
        if said and fault:
            what, remedy = fault
            yield survey.finding(
                address, (said.line, said.column), f"is merged into {said.what}, {what}", remedy, "error", "entity"
            )
        for other in examined.not_same_as:
            if other.what not in known:
                what, remedy = f"there is no entity {other.what}", "write the id of one, or delete the line"
                yield survey.finding(address, (other.line, other.column), what, remedy, "warning", "entity")


def _fault(examined: Examined, known: Mapping[str, Examined], turned: Merges) -> tuple[str, str] | None:
    said, own = examined.merged_into, examined.id.what if examined.id else ""
    if said is None:
        return None
    if said.what in {other.what for other in examined.not_same_as}:
        return "and said to be another", "delete it from `not_same_as`, or delete `merged_into`"
    fault = turned.faults.get(own)
    if fault == "circle":
        return "which leads round in a circle", "delete the line on one of these pages"
    if fault == "unknown":
        return "which is no entity", "write the id of one, or delete the line"
    end = known.get(turned.into.get(own, ""))
    if end and end.status == "rejected" and end.id:
        return f"but {end.id.what} was rejected, and so are its names", "adopt that one, or delete the line"
    return None


def _entity(one: str, examined: Examined) -> Entity:
    return Entity(id=one, name=one, merged_into=examined.merged_into.what if examined.merged_into else None)
