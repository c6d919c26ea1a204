"""WordPress: its export (Tools › Export), WXR: RSS with more in it (https://wordpress.org/documentation/article/tools-export-screen/)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from broadsheet.errors import Rejection
from broadsheet.model import Origin
from broadsheet.sources.html_text import plain_text
from broadsheet.sources.moving_in.blog_text import from_wordpress
from broadsheet.sources.moving_in.boxes import Box, whole
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.xml_tree import BadXml, elements, text_of
from broadsheet.sources.raw import Item, RawRecord
from broadsheet.sources.values import absent_left_out

_IS_ONE = re.compile(rb"xmlns:wp\s{0,9}=\s{0,9}[\"']https?://wordpress\.org/export/")
_SPACE = re.compile(rb"xmlns:wp\s{0,9}=\s{0,9}[\"'](https?://wordpress\.org/export/[0-9.]{1,9}/)")
_EXCERPT = re.compile(rb"xmlns:excerpt\s{0,9}=\s{0,9}[\"'](https?://wordpress\.org/export/[0-9.]{1,9}/excerpt/)")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

_TYPES = {
    "page": "pages", "attachment": "attachments (pictures and files)", "nav_menu_item": "items of menus",
    "revision": "older versions", "custom_css": "settings", "customize_changeset": "settings", "wp_block": "blocks",
    "wp_template": "templates", "wp_template_part": "templates", "wp_global_styles": "settings",
    "wp_navigation": "items of menus", "oembed_cache": "settings", "user_request": "settings",
}  # fmt: skip
_STATES = {"draft": "drafts", "auto-draft": "drafts", "pending": "drafts", "private": "private posts",
           "trash": "posts in the trash", "future": "posts that are still to come",
           "inherit": "older versions"}  # fmt: skip


def is_one(box: Box) -> bool:
    """Whether it, or a file in it, is a WXR export."""
    return any(_IS_ONE.search(box.head(name)) for name in box.ending(".xml", ".wxr", ".gz")[:50])


def read(box: Box, notes: Notes) -> Iterator[Item]:
    """The posts that readers could see."""
    yield from box.refused
    for name in box.names:
        if _IS_ONE.search(box.head(name)):
            yield from _posts(box, name, notes)
        else:
            notes.left("files that are no export", name)


def _posts(box: Box, name: str, notes: Notes) -> Iterator[Item]:
    data, number = whole(box.given(name)), 0
    if isinstance(data, Rejection):
        yield data
        return
    try:
        export = _Export(data)
        for number, item in enumerate(elements(data, "item"), 1):
            if why := export.why_not(item):
                notes.left(why, export.named(item))
            else:
                yield RawRecord(Origin(box.shown(name), number), export.fields(item, notes), foreign=True)
    except BadXml as bad:
        yield Rejection(box.shown(name), number or None, "", "", bad.problem, bad.remedy)


class _Export:
    """One export: what it says of the blog, of its authors and of its pictures."""

    def __init__(self, data: bytes) -> None:
        space, excerpt = _SPACE.search(data[:65_536]), _EXCERPT.search(data[:65_536])
        self._wp = f"{{{space[1].decode() if space else ''}}}"
        self._excerpt = f"{{{excerpt[1].decode() if excerpt else ''}}}encoded"
        self._people: dict[str, str] = {}
        self._pictures: dict[str, str] = {}
        self._blog = dict.fromkeys(("title", "link", "language"), "")
        with suppress(BadXml):  # told when the posts are read
            self._look(data)

    def _look(self, data: bytes) -> None:
        for one in elements(data, f"{self._wp}author", "item", "title", "link", "language"):
            if one.tag == f"{self._wp}author":
                login, name = (text_of(one, f"{self._wp}author_{part}") for part in ("login", "display_name"))
                self._people[login] = name or login
            elif one.tag == "item":
                if text_of(one, f"{self._wp}post_type") == "attachment":
                    self._pictures[text_of(one, f"{self._wp}post_id")] = text_of(one, f"{self._wp}attachment_url")
            elif one.getparent() is not None and one.getparent().tag == "channel":
                self._blog[one.tag] = self._blog[one.tag] or (one.text or "").strip()

    def named(self, item: Any) -> str:
        """A post's headline, for the report."""
        return plain_text(text_of(item, "title")) or text_of(item, "link")

    def why_not(self, item: Any) -> str:
        """Why an item is no post that readers saw; empty for one."""
        kind, state = text_of(item, f"{self._wp}post_type"), text_of(item, f"{self._wp}status")
        if kind in _TYPES:
            return _TYPES[kind]
        if state in _STATES:
            return _STATES[state]
        return "posts with a password" if text_of(item, f"{self._wp}post_password") else ""

    def fields(self, item: Any, notes: Notes) -> dict[str, Any]:
        """A post's record."""
        wp = self._wp
        notes.took("comments", len(item.findall(f"{wp}comment")))
        told = [(one.get("domain"), "".join(one.itertext()).strip()) for one in item.findall("category")]
        login = text_of(item, _CREATOR)
        meta = {text_of(one, f"{wp}meta_key"): text_of(one, f"{wp}meta_value") for one in item.findall(f"{wp}postmeta")}
        picture = self._pictures.get(meta.get("_thumbnail_id", ""), "")
        return absent_left_out(
            {
                "url": text_of(item, "link"),
                "title": plain_text(text_of(item, "title")),
                "body": from_wordpress(text_of(item, _CONTENT), notes),
                "published": self._moment(item, "post_date") or text_of(item, "pubDate"),
                "updated": self._moment(item, "post_modified"),
                "source": absent_left_out({"name": plain_text(self._blog["title"]), "url": self._blog["link"]}),
                "authors": [self._people.get(login, login)] if login else [],
                "language": self._blog["language"],
                "description": plain_text(text_of(item, self._excerpt)),
                "topics": list(
                    dict.fromkeys(name for domain, name in told if domain != "post_format" and name != "Uncategorized")
                ),
                "image": {"url": picture} if picture.startswith("http") else None,
            }
        )

    def _moment(self, item: Any, name: str) -> str:
        """A moment as the blog's clock had it; the zone is what parts it from the same moment in UTC."""
        local, exact = (_moment(text_of(item, f"{self._wp}{part}")) for part in (name, f"{name}_gmt"))
        if local and exact and abs(local - exact) < dt.timedelta(hours=15):
            return local.replace(tzinfo=dt.timezone(local - exact)).isoformat()
        return exact.replace(tzinfo=dt.UTC).isoformat() if exact else local.isoformat() if local else ""


def _moment(text: str) -> dt.datetime | None:
    """`2024-04-16 10:30:00`; nothing for a day that never was, which stands for none."""
    try:
        return dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
