"""Hugo: a folder of posts in Markdown or HTML, with front matter in YAML, TOML or JSON (https://gohugo.io/content-management/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from broadsheet.sources.moving_in.blog_text import without_hugo
from broadsheet.sources.moving_in.boxes import Box
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.posts import MARKDOWN, Site, Way, first, read_posts
from broadsheet.sources.moving_in.settings_text import settings
from broadsheet.sources.raw import Item

_SETTINGS = (
    ("hugo.toml", "toml"), ("hugo.yaml", "yaml"), ("hugo.yml", "yaml"), ("hugo.json", "json"),
    ("config.toml", "toml"), ("config.yaml", "yaml"), ("config.yml", "yaml"), ("config.json", "json"),
    ("config/_default/hugo.toml", "toml"), ("config/_default/config.toml", "toml"),
)  # fmt: skip
DATED = re.compile(r"(?:^|/)\d{4}-\d\d-\d\d-[^/]*(?:/index)?(?:\.[a-z]{2})?\.\w+$")
_MOVING = ("permalinks", "uglyurls", "languages", "defaultcontentlanguageinsubdir", "disablepathtolower")
"""Settings with which posts are published elsewhere than where their files lie."""
_SIMPLE = re.compile(r"[a-z0-9_./-]+")
_TOLD = re.compile(rb"\+\+\+[ \t]*\r?\n|\{\{[<%] ")


def is_one(box: Box) -> bool:
    """Whether there are Hugo's settings, its front matter in TOML, or its shortcodes."""
    if any("baseurl" in settings(box.near(name), kind) for name, kind in _SETTINGS):
        return True
    return any(_TOLD.search(box.head(name)) for name in box.ending(*MARKDOWN)[:20])


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """The posts under content/, where there is one, else all."""
    told: dict[str, Any] = {}
    for name, kind in _SETTINGS:
        told = told or settings(box.near(name), kind)
    site = Site(
        name=first(told, "title"),
        url=first(told, "baseurl"),
        # Of a site in several languages, each text tells its own.
        language="" if "languages" in told else first(told, "languagecode", "locale", "defaultcontentlanguage"),
        rights=_plain(first(told, "copyright")),
    )
    moved = any(told.get(name) for name in _MOVING)
    folders = box.folders
    above = "".join(f"{one}/" for one in folders[folders.index("content") :]) if "content" in folders else ""

    def address(name: str, front: Mapping[str, Any], one: Site) -> str:
        return "" if moved else _address(f"{above}{name}", front, one)

    way = Way(without_hugo, _why_not, json=True, address=address)
    inner = [name for name in box.names if name.startswith("content/")]
    yield from read_posts(box, iter(inner or box.names), way, site, notes)


def _why_not(name: str, front: Mapping[str, Any]) -> str:
    path = PurePosixPath(name)
    build = front.get("build") or front.get("_build")
    hidden = isinstance(build, dict) and build.get("render") in ("never", False)
    if path.name.startswith("_index."):
        return "pages of sections (_index)"
    if front.get("draft") is True or str(front.get("draft")).lower() == "true":
        return "drafts"
    if front.get("headless") is True or hidden:
        return "parts of pages that are not shown by themselves (headless)"
    undated = not (first(front, "date", "publishdate", "pubdate") or DATED.search(name))
    if first(front, "type", "layout").lower() in ("page", "search", "archives"):
        return "pages that are no posts"
    return "pages that are no posts (no date)" if undated else ""


def _address(name: str, front: Mapping[str, Any], site: Site) -> str:
    """Hugo's own, where no setting moves it: /section/name/."""
    stated = first(front, "url")
    if stated:
        return site.url.rstrip("/") + "/" + stated.lstrip("/")
    if not name.startswith("content/"):
        return ""
    path = PurePosixPath(name.removeprefix("content/"))
    path = path.parent if path.stem == "index" else path.with_suffix("")
    slug = first(front, "slug")
    where = str(path.parent / slug if slug else path).lower().replace(" ", "-").removeprefix("./")
    return f"{site.url.rstrip('/')}/{where}/" if _SIMPLE.fullmatch(where) and "." not in where else ""


def _plain(text: str) -> str:
    return "" if "{" in text or "<" in text else text
