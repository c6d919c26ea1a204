"""Pages that send their readers on, to nowhere or in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadsheet.archive.examine import Examined
from broadsheet.archive.finding import Finding
from broadsheet.archive.survey import Survey


def astray_redirects(survey: Survey) -> Iterator[Finding]:
    """Redirects whose target is missing, is the page itself, or sends readers on in its turn."""
    for address, examined in survey.pages.items():
        said = examined.redirect
        fault = _fault(address, said.what, survey) if said and survey.asks(address) else None
        if said and fault:
            what, remedy = fault
            place = (said.line, said.column)
            yield survey.finding(address, place, f"sends readers to {what}", remedy, "error", "redirect")


def _fault(address: str, target: str, survey: Survey) -> tuple[str, str] | None:
    if target not in survey.pages:
        if any(target == link or target.startswith(link + "/") for link in survey.linked):
            return None
        remedy = "write the address of a page, from the root of content/ (`entities/ukraine.md`)"
        return f"{target}, which is no page", remedy
    if target == address:
        return "itself", "name the page where they should go, or delete this one"
    if survey.pages[target].redirect:
        end = end_of(address, survey.pages)
        if end is None:
            return f"{target}, which leads round in a circle", "let one of the pages lead out of it"
        return f"{target}, which sends them on", f"write `redirect: {end}`"
    return None


def end_of(address: str, pages: Mapping[str, Examined]) -> str | None:
    """Where readers end up; None where they never do."""
    seen = set()
    while address not in seen:
        seen.add(address)
        said = pages[address].redirect if address in pages else None
        if said is None:
            return address
        address = said.what
    return None
