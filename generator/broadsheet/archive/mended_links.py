"""Links mended: those that lead nowhere, and of whose goal there is no doubt."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from broadsheet import addresses
from broadsheet.archive import blocks, front_matter, links
from broadsheet.archive.examine import where_in
from broadsheet.archive.fingerprint import link_mark
from broadsheet.archive.page import Page
from broadsheet.archive.reach import Reach
from broadsheet.archive.spot import Spot
from broadsheet.markdown_text import page_links


def link_mendings(address: str, text: str, page: Page, reach: Reach) -> list[Spot]:
    """Where links of a page that a person edited lead astray for sure, and where they lead instead."""
    text = blocks.plain_lines(text.removeprefix("\ufeff"))
    rendered = reach.survey.renderer.rendered(text) if "](" in text or "]:" in text or links.has_html(text) else None
    if rendered is None:
        return []
    ours = _of_ours(text, page)
    standing = blocks.find(text, front_matter.read(text)[1])
    left_alone = [(one.start, one.end) for one in standing if one.intact]
    spots: list[Spot] = []
    for in_html, found in ((False, rendered.links), (True, rendered.raw)):
        for target, times in found.items():
            fault = reach.html_fault if in_html else reach.markdown_fault
            both = target in rendered.links and target in rendered.raw
            if both or fault(address, target) is None or _bare(target) in ours:
                continue
            new = _instead(address, target, reach, in_html=in_html)
            if new is None or fault(address, new) is not None:
                continue
            offsets = links.places(text, target)
            # (Where it stands more often than it links, it is not told which of them are links.)
            for offset in offsets if len(offsets) <= times else ():
                inside = any(start <= offset < end for start, end in left_alone)
                if text.startswith(target, offset) and not inside:
                    spots.append(Spot(*where_in(text, offset), len(target), new, f"{target} leads to {new}"))
    return sorted(set(spots))


def _instead(address: str, target: str, reach: Reach, *, in_html: bool) -> str | None:
    """The link that was surely meant; None where it may have been another."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or parts.query or not parts.path:
        return None
    goals = set(_goals(address, unquote(parts.path), reach))
    if len(goals) != 1:
        return None
    (goal,) = goals
    way = reach.way(address, goal) if in_html else addresses.relative(goal, address)
    return quote(way, safe="/~!$&'*+,;=:@-._") + (f"#{parts.fragment}" if parts.fragment else "")


def _goals(address: str, path: str, reach: Reach) -> Iterator[str]:
    """The pages and files that a path that leads nowhere may mean: of each way to read it, the first that finds any."""
    folder = posixpath.dirname(address)
    from_root = path.startswith(("/", "\\"))
    near = posixpath.normpath(path.replace("\\", "/").strip("/") if from_root else posixpath.join(folder, path))
    bare = _bare(path)
    for meant in (near, f"{near}.md", f"{near}/index.md", *((bare, f"{bare}.md") if "/" in bare else ())):
        if meant in reach.published and meant != ".":
            yield meant
            return
    folded = _folded(reach.published)
    same = folded.get(near.casefold(), ()) or (folded.get(bare.casefold(), ()) if "/" in bare else ())
    if same:
        yield from same
        return
    # A page that moved within its shelf is known by its name, if no other has it.
    name = posixpath.basename(near).casefold().removesuffix(".md")
    if name not in ("index", "readme", "", ".", ".."):
        moved = reach.names.get(name, [])
        if len(moved) == 1 and "/" in near and moved[0].split("/")[0] == near.split("/")[0]:
            yield moved[0]


def _bare(target: str) -> str:
    """A target without the steps up to it, and without its anchor."""
    path = target.partition("#")[0]
    while path.startswith(("../", "./", "/")):
        path = path.partition("/")[2]
    return path


def _of_ours(text: str, page: Page) -> frozenset[str]:
    """The pages to which links of ours lead: a run brings those up to date."""
    marks = page.fingerprint.links if page.fingerprint else ()
    return frozenset(goal for words, goal in page_links(text) if link_mark(words, goal) in marks)


@lru_cache(maxsize=4)
def _folded(published: frozenset[str]) -> dict[str, list[str]]:
    """The published files by their addresses without capitals."""
    folded: dict[str, list[str]] = defaultdict(list)
    for address in sorted(published):
        folded[address.casefold()].append(address)
    return dict(folded)
