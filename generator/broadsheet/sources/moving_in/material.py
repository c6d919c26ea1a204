"""Material for MkDocs' blog: `docs/blog/posts/`, YAML with `date:` and authors by id (https://squidfunk.github.io/mkdocs-material/plugins/blog/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from broadsheet.sources.moving_in.blog_text import without_marks
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.posts import MARKDOWN, Site, Way, first, read_posts, simple_slug
from broadsheet.sources.moving_in.settings_text import settings
from broadsheet.sources.raw import Item

_OWN_DATES = re.compile(rb"^date:[ \t]*\r?\n[ \t]+created:", re.MULTILINE)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PEOPLE = (".authors.yml", "blog/.authors.yml", "docs/blog/.authors.yml", "docs/.authors.yml")


def is_one(box: Box) -> bool:
    """Whether mkdocs.yml has the blog, there are authors as it knows them, or dates as only it writes them."""
    if _blog(settings(box.near("mkdocs.yml"), "yaml")) is not None or any(map(box.near, _PEOPLE)):
        return True
    return any(_OWN_DATES.search(box.head(name)) for name in box.ending(*MARKDOWN)[:20])


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """The posts: Markdown in folders named posts, where there are any, that says `date:`."""
    told = settings(box.near("mkdocs.yml"), "yaml")
    theme = told.get("theme")
    site = Site(
        name=first(told, "site_name"),
        url=first(told, "site_url"),
        language=first(theme, "language") if isinstance(theme, dict) else "",
        people=_people(box),
    )
    blog = _blog(told)
    way = Way(without_marks, _why_not, address=_address if blog == {} else _nowhere)
    inner = [name for name in box.names if "posts" in PurePosixPath(name).parts[:-1]]
    yield from read_posts(box, iter(inner or box.names), way, site, notes)


def _blog(told: Mapping[str, Any]) -> dict[str, Any] | None:
    """The settings of its blog; None where it has none."""
    plugins = told.get("plugins")
    for one in plugins if isinstance(plugins, list) else ():
        if one in ("blog", "material/blog"):
            return {}
        for name in ("blog", "material/blog"):
            if isinstance(one, dict) and name in one:
                found = one[name]
                return found if isinstance(found, dict) else {}
    return None


def _people(box: Box) -> dict[str, str]:
    told: dict[str, Any] = {}
    for name in (*_PEOPLE, *box.ending(".authors.yml")):
        told = told or settings(box.near(name), "yaml")
    authors = told.get("authors")
    people = authors.items() if isinstance(authors, dict) else ()
    return {str(key): first(one, "name") for key, one in people if isinstance(one, dict) and first(one, "name")}


def _why_not(_name: str, front: Mapping[str, Any]) -> str:
    if front.get("draft") is True:
        return "drafts"
    return "" if front.get("date") else "pages that are no posts (no date)"


def _address(_name: str, front: Mapping[str, Any], site: Site) -> str:
    """The blog's own: its day and its slug, where the post says which."""
    slug, date = simple_slug(front), front.get("date")
    found = _DAY.match(first(date, "created") if isinstance(date, dict) else first(front, "date"))
    if not (found and slug):
        return ""
    return f"{site.url.rstrip('/')}/blog/{'/'.join(found.groups())}/{slug}/"


def _nowhere(_name: str, _front: Mapping[str, Any], _site: Site) -> str:
    return ""
