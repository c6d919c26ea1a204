"""Jekyll: `_posts/2024-04-16-name.md`, front matter in YAML, Liquid tags (https://jekyllrb.com/docs/posts/)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from broadsheet.dates import read_date
from broadsheet.sources.moving_in.blog_text import without_liquid
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.posts import HTML, MARKDOWN, Site, Way, first, read_posts, topics
from broadsheet.sources.moving_in.settings_text import settings
from broadsheet.sources.raw import Item

_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)\.\w+")
_SIMPLE = re.compile(r"[A-Za-z0-9_/.~-]*")
_STYLES = {
    "": "/:categories/:year/:month/:day/:title.html",
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "none": "/:categories/:title.html",
}


def is_one(box: Box) -> bool:
    """Whether there is a folder `_posts`, or this is one, with posts that have their day in their name."""
    dated = [name for name in box.ending(*MARKDOWN, *HTML) if _NAME.fullmatch(PurePosixPath(name).name)]
    within = any("_posts" in PurePosixPath(name).parts for name in dated)
    return bool(dated) and (within or "_posts" in box.folders or box.near("_config.yml") is not None)


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """The posts in `_posts`, or in this folder where it is one; drafts and pages are left out."""
    told = settings(box.near("_config.yml"), "yaml")
    site = Site(
        name=first(told, "title", "name"),
        url=first(told, "url") + first(told, "baseurl"),
        language=first(told, "lang", "locale"),
        author=_author(told.get("author")),
        people=_people(box),
    )
    permalink = first(told, "permalink")
    moved = "collections" in told or "defaults" in told

    def address(name: str, front: Mapping[str, Any], one: Site) -> str:
        return _address(name, front, one, _STYLES.get(permalink, permalink) if not moved else "")

    here = not any("_posts" in PurePosixPath(name).parts for name in box.names)

    def why_not(name: str, front: Mapping[str, Any]) -> str:
        return _why_not(name, front, here=here)

    way = Way(without_liquid, why_not, spaces_part=True, address=address)
    yield from read_posts(box, iter(box.names), way, site, notes)


def _why_not(name: str, front: Mapping[str, Any], *, here: bool) -> str:
    path = PurePosixPath(name)
    if "_drafts" in path.parts or front.get("draft") is True:
        return "drafts"
    if front.get("published") is False:
        return "posts that say `published: false`"
    if not (here or "_posts" in path.parts) or not _NAME.fullmatch(path.name):
        return "pages that are no posts (no day in their name)"
    return ""


def _author(value: Any) -> str:
    return value if isinstance(value, str) else first(value, "name") if isinstance(value, dict) else ""


def _people(box: Box) -> dict[str, str]:
    told = settings(box.near("_data/authors.yml"), "yaml")
    named = {key: first(one, "name", "display_name") for key, one in told.items() if isinstance(one, dict)}
    return {key: name for key, name in named.items() if name}


def _address(name: str, front: Mapping[str, Any], site: Site, style: str) -> str:
    """Where Jekyll puts it, if its pattern is one that can be followed."""
    pattern = first(front, "permalink") or style
    found = _NAME.fullmatch(PurePosixPath(name).name)
    # A day in front matter may be in another zone, and categories in folders: what is not sure is not said.
    if not found or not pattern.startswith("/") or not site.url.startswith("http"):
        return ""
    year, month, day, title = found.groups()
    categories = [
        one.lower() for one in topics({key: front.get(key) for key in ("category", "categories")}, spaces_part=True)
    ]
    parts = {
        "categories": "/".join(categories), "year": year, "month": f"{int(month):02}", "day": f"{int(day):02}",
        "title": first(front, "slug") or title, "slug": first(front, "slug") or title, "output_ext": ".html",
    }  # fmt: skip
    stated = first(front, "date")
    if stated and not _is_on(stated, f"{year}-{int(month):02}-{int(day):02}"):
        return ""
    path = re.sub(r":(\w+)", lambda one: parts.get(one[1], ":"), pattern.replace(":output_ext", ".html"))
    path = re.sub(r"/{2,}", "/", path)
    return site.url.rstrip("/") + path if _SIMPLE.fullmatch(path) else ""


def _is_on(moment: str, day: str) -> bool:
    """Whether a moment lies on a day by its own clock and by UTC's: Jekyll goes by that of the machine it runs on."""
    found = read_date(moment)
    if not isinstance(found, dt.datetime) or found.tzinfo is None:
        return found is not None and found.isoformat().startswith(day)
    try:
        return {found.date().isoformat(), found.astimezone(dt.UTC).date().isoformat()} == {day}
    except OverflowError:  # the first or the last day there is
        return False
