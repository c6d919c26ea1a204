"""What search knows of a page: where it is, what it is called, its text, and by what it can be narrowed down."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from broadsheet.archive.article_page import read, stands
from broadsheet.language_tags import tag
from broadsheet.model import KINDS

_BLOCK = re.compile(r"<!-- broadsheet:([a-z-]+) -->.*?<!-- /broadsheet:\1 [^>]*-->", re.DOTALL)
_NAMES = re.compile(r"<!-- broadsheet:names -->(.*?)<!-- /broadsheet:names ", re.DOTALL)
# A comment, a heading's link to itself, or any other tag; of these, the ones inside a line of text.
_TAG = re.compile(r"<!--.*?-->|<a class=\"headerlink\".*?</a>|</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>", re.DOTALL)
_INLINE = frozenset(["a", "abbr", "b", "bdi", "code", "em", "i", "mark", "q", "s", "span", "strong", "sub", "sup", "u"])
_ABOUT = re.compile(r"<!-- broadsheet:about -->(.*?)<!-- /broadsheet:about ", re.DOTALL)
_LEAD = re.compile(r"<!-- broadsheet:lead -->(.*?)<!-- /broadsheet:lead ", re.DOTALL)
_LINK = re.compile(r"<a .*?</a>", re.DOTALL)
_BETWEEN = re.compile(r"[,،]\u200f?\s+|、")
_LINE = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_SAID_OF_NAMES = re.compile(r"^[^:：]*[:：]\s*|\s*\([^()]*\)")
_HEADING = re.compile(r"\s*<h1[ >].*?</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedPage:
    """A page that readers find."""

    address: str
    """Where it lies in the built site, without a slash in front (`topics/brexit/index.html`)."""
    kind: str
    """`article`, `story`, `topic`, one of the kinds of entities, or `page` for any other."""
    title: str
    text: str
    """Plain text: an article's own words, an entity's other names, whatever a person wrote."""
    date: str = ""
    """When it was published (ISO 8601), as exact as it is known; only of articles."""
    language: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    also_at: tuple[str, ...] = ()
    """Other outlets, whose copies were folded into the article."""
    headlines: tuple[str, ...] = ()
    """Those that it has there."""
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    """Of an article, the ids of the entities it names; of an entity, its own."""
    story: str = ""
    """The id of the story that an article belongs to, where it says so; of a story, its own."""
    about: str = ""
    """What another page says of itself: `11 articles · first named 16 April 2024`. Shown, and not searched."""
    lead: str = ""
    """The sentence or two that sum up a story. Shown, and not searched: its articles are found by it."""


def searched_page(page: str, address: str, front: Mapping[str, Any], content: str) -> SearchedPage | None:
    """The page as search knows it; None for one that is not to be found.

    Args:
        page: its Markdown, relative to content/.
        address: its HTML, relative to the built site.
        front: its front matter.
        content: the HTML of its text.
    """
    said = front.get("search")
    if (isinstance(said, dict) and said.get("exclude")) or front.get("template") in {"redirect.html", "search.html"}:
        return None
    title = front.get("title")
    title = title if isinstance(title, str) and title else _heading(content)
    if stands(page, front):
        article = read(front, "", page)
        if article.retracted:
            return None
        return SearchedPage(
            address=address,
            kind="article",
            title=title,
            text=plain_text(content),
            date=article.published.isoformat() if article.published else "",
            language=tag(article.language or ""),
            authors=article.authors,
            source=article.source,
            also_at=tuple(place.name for place in article.also_at),
            headlines=tuple(place.title for place in article.also_at if place.title),
            topics=tuple(dict.fromkeys(article.every_topic)),
            entities=_texts(front.get("entities")),
            story=_text(front.get("story")),
        )
    kind = _kind(page, front)
    text = plain_text(content)
    entities: tuple[str, ...] = ()
    if kind in KINDS:
        entities = (_text(front.get("id")),)
        text = " · ".join(_parts(title, _texts(front.get("aliases")), content, text))
    found = _LEAD.search(content)
    lead = _unmarked(found[1]) if found else ""
    return SearchedPage(
        address=address,
        kind=kind,
        title=title,
        text=text,
        entities=entities,
        story=_text(front.get("id")) if kind == "story" else "",
        about=_about(content),
        lead=lead,
    )


def plain_text(content: str) -> str:
    """The words of a page's HTML without its heading and without what Broadsheet puts around them."""
    return _unmarked(_HEADING.sub("", _BLOCK.sub(" ", content), count=1))


def _parts(title: str, aliases: tuple[str, ...], content: str, text: str) -> list[str]:
    """An entity's names besides its title, each once, and what a person wrote of it."""
    named = dict.fromkeys([*aliases, *_other_names(content, aliases), text])
    return [one for one in named if one and one != title]


def _other_names(content: str, aliases: tuple[str, ...]) -> list[str]:
    """The names listed on an entity's page, without what says which they are (`In other languages: …(Arabic)`)."""
    listed = _NAMES.search(content)
    names: list[str] = []
    for line in _LINE.findall(listed[1]) if listed else []:
        row = _SAID_OF_NAMES.sub("", _unmarked(line))
        for one in aliases:
            # A comma in a name must not part it; it is among the names already.
            row = row.replace(one, "") if _BETWEEN.search(one) else row
        names += (name.strip("\u200e\u200f ") for name in _BETWEEN.split(row))
    return names


def _about(content: str) -> str:
    """The last line of the block under a page's title, without its links (to its feed, to Wikidata)."""
    about = _ABOUT.search(content)
    line = about[1].rpartition("<p>")[2] if about else ""
    facts = (fact.strip() for fact in _unmarked(_LINK.sub("", line)).split("·"))
    return " · ".join(fact for fact in facts if fact)


def _unmarked(markup: str) -> str:
    text = _TAG.sub(lambda tag: "" if (tag[1] or "").lower() in _INLINE else " ", markup)
    return " ".join(html.unescape(text).split())


def _heading(content: str) -> str:
    heading = re.search(r"<h1[ >].*?</h1>", content, re.DOTALL)
    return _unmarked(heading[0]) if heading else ""


def _kind(page: str, front: Mapping[str, Any]) -> str:
    kind = front.get("kind")
    if front.get("template") == "entity.html" or page.startswith("entities/"):
        return kind if isinstance(kind, str) and kind in KINDS else "other"
    folder = page.partition("/")[0]
    return {"topics": "topic", "stories": "story"}.get(folder, "page")


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str) and one) if isinstance(value, list) else ()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
