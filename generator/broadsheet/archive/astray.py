"""Links that lead astray: to pages, files and anchors that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.archive import links
from broadsheet.archive.examine import where_in
from broadsheet.archive.finding import Finding
from broadsheet.archive.reach import Fault, Reach
from broadsheet.archive.survey import Survey


def astray_links(survey: Survey) -> Iterator[Finding]:
    """Every link that leads nowhere, wherever it stands on a page.

    A page all of whose targets are plain files of the site is done with; any other is rendered, and its links are
    those that the site's Markdown engine makes: so code, comments and escaped brackets raise no alarm.
    """
    reach = Reach(survey)
    for address, examined in survey.pages.items():
        # (At a target that is no address MkDocs stops, and says neither which nor where.)
        worth = survey.markdown_links or examined.html or any("//" in target for target in examined.targets)
        if not survey.asks(address) or not worth:
            continue
        if examined.html or not all(reach.is_plain(address, target) for target in examined.targets):
            yield from _of_page(address, reach)
    if "renderer" in vars(survey) and survey.renderer.unknown and survey.markdown_links:
        names = ", ".join(survey.renderer.unknown)
        what = f"names Markdown extensions that are not to be had here, so anchors were not looked at: {names}"
        yield Finding(
            "mkdocs.yml", 1, 1, what, "install them, or run this in the folder of mkdocs.yml", "notice", "anchor"
        )


def _of_page(address: str, reach: Reach) -> Iterator[Finding]:
    survey = reach.survey
    if survey.pages[address].kind == "unread":
        return
    if not any(_faults(address, survey.pages[address].targets, reach)):
        return
    rendered = survey.rendered(address)
    if rendered is None:
        return
    faults: list[tuple[str, Fault, int]] = []
    for target, times in rendered.links.items():
        fault = reach.markdown_fault(address, target)
        if fault and (survey.markdown_links or fault.about == "page"):
            faults.append((target, fault, times))
    for target, times in rendered.raw.items():
        fault = reach.html_fault(address, target)
        faults += [(target, fault, times)] if fault else []
    text = survey.text(address) if faults else ""
    for target, fault, times in faults:
        if fault.loudness == "silent":
            continue
        offsets = links.places(text, target)[:times] or [0]
        for offset in offsets:
            place = where_in(text, offset)
            yield survey.finding(address, place, fault.what, fault.remedy, fault.loudness, fault.about)


def _faults(address: str, targets: tuple[str, ...], reach: Reach) -> Iterator[Fault]:
    """What would be wrong if all that looks like a link were one, of either kind."""
    for target in targets:
        for fault in (reach.markdown_fault(address, target), reach.html_fault(address, target)):
            if fault:
                yield fault
