"""Moving in: what other programs export, to records (`broadsheet import`).

boxes.py           what a PATH holds: a file, a folder or a zip archive
PROGRAMS           one reader a program, below; each knows its own
posts.py           what blogs made from files have in common (settings_text.py, blog_text.py)
xml_tree.py        XML, with the guards that feeds have
notes.py           what was left out, and what was taken out of texts
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from broadsheet.errors import SourceError
from broadsheet.sources.moving_in import (
    hugo,
    jekyll,
    material,
    omnivore,
    opml,
    pelican,
    pocket,
    wallabag,
    warc,
    wordpress,
)
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.posts import HTML, MARKDOWN
from broadsheet.sources.raw import Item


@dataclass(frozen=True, slots=True)
class Program:
    """A program that people come from."""

    name: str
    """As `--from` has it."""
    what: str
    """What it leaves behind, in words."""
    is_one: Callable[[Box], bool]
    read: Callable[[Box, Notes], Iterator[Item]]
    blog: bool = False
    """Whether it makes a blog from files: they are much alike, and may have to be told apart by a person."""


PROGRAMS: tuple[Program, ...] = (
    Program("warc", "a WARC file, or a folder of them", warc.is_one, warc.read),
    Program("wordpress", "a WordPress export (WXR)", wordpress.is_one, wordpress.read),
    Program("opml", "an OPML list with feeds beside it", opml.is_one, opml.read),
    Program("omnivore", "an Omnivore export", omnivore.is_one, omnivore.read),
    Program("pocket", "a Pocket export", pocket.is_one, pocket.read),
    Program("wallabag", "a Wallabag export (JSON, CSV, XML)", wallabag.is_one, wallabag.read),
    Program("jekyll", "a Jekyll site", jekyll.is_one, jekyll.read, blog=True),
    Program("hugo", "a Hugo site", hugo.is_one, hugo.read, blog=True),
    Program("pelican", "a Pelican site", pelican.is_one, pelican.read, blog=True),
    Program("material", "a Material for MkDocs blog", material.is_one, material.read, blog=True),
)


def program_of(box: Box, named: str | None) -> Program:
    """The program that a box comes from: the one `named`, if it can be, else the one that knows it as its own.

    Raises:
        SourceError: it cannot be told which, or it is not from the one named.
    """
    if named:
        program = next(one for one in PROGRAMS if one.name == named)
        if program.is_one(box) or (program.blog and box.ending(*MARKDOWN, *HTML, ".rst")):
            return program
        other = next((one for one in PROGRAMS if one.is_one(box)), None)
        looks = f"it looks like {other.what}: --from {other.name}" if other else "name the file or the folder itself"
        raise SourceError(f"{box.name}: is not {program.what}; {looks}")
    found = [one for one in PROGRAMS if one.is_one(box)]
    blogs = [one for one in found if one.blog]
    if found and (len(blogs) < 2 or not found[0].blog):
        return found[0]
    if blogs:
        told = " or ".join(one.name for one in blogs)
        raise SourceError(f"{box.name}: may be from {told}; say which with --from")
    if len(box.names) == 1 and (closed := box.why_closed(box.names[0])):
        raise SourceError(str(closed))
    if box.ending(*MARKDOWN):
        names = ", ".join(one.name for one in PROGRAMS if one.blog)
        raise SourceError(
            f"{box.name}: holds Markdown, and nothing tells of which program; say so with --from ({names})"
        )
    names = ", ".join(one.name for one in PROGRAMS)
    raise SourceError(
        f"{box.name}: is from no program known here ({names}); `broadsheet clean` reads text, HTML, feeds and JSON"
    )
