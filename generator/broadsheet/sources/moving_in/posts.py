"""Posts of blogs made from files (Hugo, Jekyll, Pelican, Material): front matter and text to a record's fields.

What one program does otherwise than the others stands in its own file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin

from broadsheet.errors import Rejection
from broadsheet.model import Origin
from broadsheet.sources import plain
from broadsheet.sources.html_text import plain_text
from broadsheet.sources.moving_in.blog_text import Unwrap, from_html, from_markdown
from broadsheet.sources.moving_in.boxes import Box, whole_text
from broadsheet.sources.moving_in.notes import Notes
from broadsheet.sources.moving_in.rst_text import NoDocutils, from_rst
from broadsheet.sources.moving_in.settings_text import front_matter
from broadsheet.sources.raw import Item, RawRecord
from broadsheet.sources.values import absent_left_out, names, texts

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown", ".mkdn")
HTML = (".html", ".htm")
RST = ".rst"
_UNREAD = {
    ".rst": "reStructuredText",     ".adoc": "AsciiDoc", ".asciidoc": "AsciiDoc", ".org": "an Org file",
    ".textile": "Textile", ".ipynb": "a notebook", ".mdx": "MDX", ".pandoc": "Pandoc's",
}  # fmt: skip
"""Texts in a markup that we do not read."""

_HEADING = re.compile(r"\s*#[ \t]+([^\n]{1,500}?)[ \t]*#*[ \t]*(?:\{[^{}\n]{0,100}\})?[ \t]*(?:\n|\Z)")
_DATED_NAME = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[-_](.+)")
_AT_HOME = re.compile(r"https?://(?:localhost|127\.|0\.0\.0\.0|\[)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)

_DATES = ("date", "publishdate", "pubdate", "published", "created", "date_published")
_CHANGED = ("lastmod", "last_modified_at", "last-modified", "modified", "updated", "last_updated")
_URLS = (
    "canonical_url",
    "canonicalurl",
    "canonical",
    "external_url",
    "original_url",
    "originalurl",
    "url",
    "permalink",
)
_PICTURES = ("image", "cover", "featured_image", "feature_image", "featuredimage", "images", "thumbnail", "og_image")


@dataclass(frozen=True, slots=True)
class Site:
    """The blog: what its settings say of all its posts."""

    name: str = ""
    url: str = ""
    language: str = ""
    author: str = ""
    rights: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    """Authors' names by what posts call them."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a program writes its posts."""

    unwrap: Unwrap
    why_not: Callable[[str, Mapping[str, Any]], str]
    """Why what lies there, with that front matter, is no post that readers saw; empty for a post."""
    json: bool = False
    plain_keys: bool = False
    rst: bool = False
    """Whether it writes reStructuredText."""
    commas_part: bool = False
    """Whether commas stand between authors (Pelican), where no semicolons do."""
    spaces_part: bool = False
    """Whether spaces part the tags in a line of them (Jekyll), and not commas."""
    address: Callable[[str, Mapping[str, Any], Site], str] = lambda _name, _front, _site: ""
    """Where a post was published, as far as that can be known."""


def read_posts(box: Box, chosen: Iterator[str], way: Way, site: Site, notes: Notes) -> Iterator[Item]:
    """The posts among these names of a box, one at a time."""
    yield from box.refused
    for name in chosen:
        ending = PurePosixPath(name).suffix.lower()
        if ending in (*MARKDOWN, *HTML) or (ending == RST and way.rst):
            item = _read(box, name, way, site, notes)
            if item:
                yield item
        elif ending in _UNREAD:
            problem = f"is {_UNREAD[ending]}, which is not read"
            yield Rejection(
                box.shown(name), None, "", "", problem, "convert it to Markdown (pandoc does), and import that"
            )
        else:
            notes.left("files that are no posts (pictures, attachments, settings)", name)


def _read(box: Box, name: str, way: Way, site: Site, notes: Notes) -> Item | None:
    text = whole_text(box.given(name, "text"))
    if isinstance(text, Rejection):
        return text
    ending = PurePosixPath(name).suffix.lower()
    try:
        front, body = from_rst(text) if ending == RST else front_matter(text, json=way.json, plain_keys=way.plain_keys)
    except NoDocutils:
        problem, remedy = "is reStructuredText, which is read with docutils", "pip install docutils, and import again"
        return Rejection(box.shown(name), None, "", "", problem, remedy)
    except ValueError as error:
        problem = str(error) if ending == RST else f"has front matter that {error}"
        return Rejection(box.shown(name), None, "", "", problem, "mend it, and import again")
    if why := way.why_not(name, front):
        notes.left(why, name)
        return None
    post = _Post(name, front, body, ending in (*HTML, RST))
    return RawRecord(Origin(box.shown(name)), _fields(post, way, site, notes), foreign=True)


@dataclass(frozen=True, slots=True)
class _Post:
    name: str
    front: Mapping[str, Any]
    body: str
    is_html: bool


def _fields(post: _Post, way: Way, site: Site, notes: Notes) -> dict[str, Any]:
    name, front, body, is_html = post.name, post.front, post.body, post.is_html
    if is_html:
        front = {**_of_head(body), **front}
    title = plain_text(first(front, "title", "headline"))
    heading = None if title or is_html else _HEADING.match(body)
    if heading:
        title, body = plain_text(from_markdown(heading[1], Notes())), body[heading.end() :]
    text = (from_html if is_html else from_markdown)(way.unwrap(body, notes), notes)
    opening, _, rest = text.partition("\n\n")
    if rest and opening == title:
        text = rest
    description = first(front, "description", "summary", "excerpt", "subtitle")
    published = _moment(front, _DATES) or _in_name(name)[0]
    updated = _moment(front, _CHANGED)
    return absent_left_out(
        {
            "url": _url(name, {**front, "title": title}, way, site),
            "title": title or _in_name(name)[1],
            "body": text,
            "published": published,
            "updated": updated,
            "source": absent_left_out({"name": site.name, "url": site.url}) if site.name else None,
            "authors": authors(front, site, commas_part=way.commas_part),
            "language": first(front, "lang", "language", "locale") or site.language,
            "description": plain_text(description),
            "topics": topics(front, spaces_part=way.spaces_part),
            "image": _picture(front, site),
            "rights": plain_text(first(front, "license", "licence", "rights", "copyright")) or site.rights,
        }
    )


def first(front: Mapping[str, Any], *keys: str) -> str:
    """The first of these that says something, as text."""
    for key in keys:
        value = front.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def authors(front: Mapping[str, Any], site: Site, *, commas_part: bool) -> list[str]:
    """Who wrote it: names, or what the blog calls people; in a line, parted by semicolons, or if need be by commas."""
    found: list[str] = []
    for key in ("authors", "author"):
        value = front.get(key)
        members = (
            value if isinstance(value, list) else [*value] if isinstance(value, dict) and _is_people(value) else [value]
        )
        for one in members:
            told = one.get("name") or one.get("title") if isinstance(one, dict) else one
            mark = "," if commas_part and isinstance(told, str) and ";" not in told else ";"
            found += _split(told, mark) if isinstance(told, str) else []
    called = [plain_text(from_markdown(name, Notes())) if "[" in name else name for name in found]
    called = [site.people.get(name, name) for name in called]
    return names(called) or names([site.author])


def _is_people(value: Mapping[str, Any]) -> bool:
    return not {"name", "title"} & value.keys()


def topics(front: Mapping[str, Any], *, spaces_part: bool) -> list[str]:
    """Tags and categories, each once."""
    found: list[str] = []
    for key in ("tags", "tag", "categories", "category", "topics", "series", "keywords"):
        value = front.get(key)
        if isinstance(value, str):
            found += (
                value.split()
                if spaces_part and "," not in value and key in _SPACED
                else plain.split_list(value, commas=True)
            )
        else:
            found += texts(value) if value else []
    return list(dict.fromkeys(one for one in found if one.lower() not in ("", "uncategorized")))


_SPACED = ("tags", "categories")


def _split(text: str, mark: str) -> list[str]:
    return [one.strip() for one in text.split(mark) if one.strip()]


def _moment(front: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    for key in keys:
        value = front.get(key)
        if isinstance(value, dict):  # Material's
            value = value.get("created" if keys is _DATES else "updated")
        if value not in (None, "") and not isinstance(value, bool | dict | list):
            return value
    when = front.get("date")
    return when.get("updated") if keys is _CHANGED and isinstance(when, dict) else None


def _in_name(name: str) -> tuple[str, str]:
    """The day in a file's name, if there is one, and its words."""
    path = PurePosixPath(name)
    stem = path.parent.name if path.stem in ("index", "index.en") and path.parent.name else path.stem
    found = _DATED_NAME.fullmatch(stem)
    words = (found[2] if found else stem).replace("-", " ").replace("_", " ").strip()
    return (found[1] if found else "", words[:1].upper() + words[1:])


def _url(name: str, front: Mapping[str, Any], way: Way, site: Site) -> str:
    for key in _URLS:
        value = first(front, key)
        if _ABSOLUTE.match(value):
            return value
    return way.address(name, front, site) if _ABSOLUTE.match(site.url) and not _AT_HOME.match(site.url) else ""


def simple_slug(front: Mapping[str, Any]) -> str:
    """The slug that a post says it has, or that every program makes of its title; empty where they might differ."""
    slug, title = first(front, "slug"), first(front, "title")
    if slug:
        return slug if re.fullmatch(r"[a-z0-9_-]+", slug) else ""
    return "-".join(title.lower().split()) if re.fullmatch(r"[A-Za-z0-9 ]+", title) else ""


def _picture(front: Mapping[str, Any], site: Site) -> dict[str, str] | None:
    for key in _PICTURES:
        value = front.get(key)
        value = value[0] if isinstance(value, list) and value else value
        alt = ""
        if isinstance(value, dict):
            alt = first(value, "alt", "caption", "image_alt")
            value = first(value, "url", "image", "path", "src", "relative")
        if isinstance(value, str) and value:
            if _ABSOLUTE.match(value):
                return absent_left_out({"url": value, "alt": alt})
            if value.startswith("/") and _ABSOLUTE.match(site.url):
                return absent_left_out({"url": urljoin(site.url, value), "alt": alt})
    return None


_META = re.compile(
    r"""<meta\s{1,9}name\s{0,9}=\s{0,9}["']?([\w-]{1,60})["']?\s{1,9}content\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})')""",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title[^<>]{0,100}>([^<>]{0,2000})</title", re.IGNORECASE)


def _of_head(page: str) -> dict[str, str]:
    """What the head of a whole page says, as Pelican reads it."""
    head = page[:20_000]
    found = {key.lower(): plain_text(one or other) for key, one, other in _META.findall(head)}
    title = _TITLE.search(head)
    return {**found, **({"title": plain_text(title[1])} if title else {})}
