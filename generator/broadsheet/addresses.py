"""Where each thing lives, relative to content/; the only module that spells a path.

An address is a POSIX path as text (`articles/2024/04/16/slug.md`). Pages keep theirs for ever, so these
functions say where a *new* thing goes; an old one is asked where it is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from urllib.parse import quote

from anyascii import anyascii

HOME = "index.md"
FEEDS = "feeds.opml"
NEWS_SITEMAP = "news-sitemap.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
ALL_ENTITIES = "data/entities.json"
ALL_ARTICLES = "data/archive.jsonl"
ENTITIES = "entities/index.md"
SUGGESTED = "entities/kind/suggested.md"
NETWORK = "entities/kind/network.md"
SOURCES = "sources/index.md"
TOPICS = "topics/index.md"
AUTHORS = "authors/index.md"
LANGUAGES = "languages/index.md"
ARCHIVE = "archive/index.md"
EDITIONS = "editions/index.md"
STORIES = "stories/index.md"
RIGHTS = "rights.md"
INBOX = "archive/inbox.md"
SEARCH = "search/index.md"
SEARCH_WORDS = "search/words.json"

SLUG_LENGTH = 60
"""Longest slug, in characters: short enough for every file system with room for folders and `.md`."""

# Endings that static servers know the media type of; `.rss` is none everywhere.
_FEEDS = {"atom": ".xml", "rss": ".rss.xml", "json": ".json"}
# Names that Windows keeps for devices, and those that MkDocs gives a meaning of its own.
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", "readme", "404"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
_SLUG = re.compile(r"[a-z0-9-]+")
_DAY_FOLDER = re.compile(r"articles/(\d{4})/(\d{2})/(\d{2})")
# What English hangs on a word with an apostrophe; an apostrophe elsewhere parts two words (`l'Ukraine`).
_ENDING = re.compile(r"'(?=(?:s|t|d|m|re|ve|ll)\b)")


def slug(text: str, otherwise: str = "") -> str:
    """A file name for `text`: ASCII letters, digits and single hyphens, never empty, never reserved.

    Text in other scripts is spelled in ASCII. Where nothing is left (or only a reserved name), a digest
    of `otherwise` (or of the text) stands in or is added, so that the same input has the same slug.
    """
    spelled = _ENDING.sub("", anyascii(text[:400]).lower())
    words = re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")
    if len(words) > SLUG_LENGTH:
        words = words[: SLUG_LENGTH + 1].rpartition("-")[0] or words[:SLUG_LENGTH]
    if words and words not in _RESERVED:
        return words
    mark = hashlib.sha256((otherwise or text).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{words}-{mark}" if words else mark


def article(day: dt.date | None, name: str) -> str:
    """A new article's page: by the day it is filed under, or under `undated`."""
    folder = f"{day:%Y/%m/%d}" if day else "undated"
    return f"articles/{folder}/{name}.md"


def citation_key(address: str) -> str:
    """What a bibliography calls an article's page, for as long as that stays there: `un-chief-visits-kyiv-20240416`."""
    folder, _, file = address.removesuffix(".md").rpartition("/")
    name = file if _SLUG.fullmatch(file) else slug(file)  # a person may have named the file
    day = _DAY_FOLDER.fullmatch(folder)
    return f"{name}-{''.join(day.groups())}" if day else name


def entity(entity_id: str, page: int = 1) -> str:
    """An entity's page, or a further page of its articles."""
    return _numbered(f"entities/{entity_id}", page)


def entity_kind(kind: str, page: int = 1) -> str:
    """The list of all entities of one kind."""
    return _numbered(f"entities/kind/{kind}", page)


def entity_letter(letter: str, page: int = 1) -> str:
    """The A-Z list under one letter."""
    return _numbered(f"entities/az/{slug(letter)}", page)


def suggested_letter(letter: str, page: int = 1) -> str:
    """The list of suggested names under one letter."""
    return _numbered(f"entities/az/suggested/{slug(letter)}", page)


def editions(page: int = 1) -> str:
    """The list of all editions."""
    return _numbered("editions/index", page)


def day_edition(day: dt.date, page: int = 1) -> str:
    """The edition of one day."""
    return _numbered(f"editions/{day:%Y}/{day:%Y-%m-%d}", page)


def week_edition(day: dt.date) -> str:
    """The edition of the ISO week that `day` is in; one over New Year stands with the year of its Thursday."""
    year, week, _ = day.isocalendar()
    return f"editions/{year:04d}/{year:04d}-W{week:02d}.md"


def month_edition(day: dt.date) -> str:
    """The edition of the month that `day` is in."""
    return f"editions/{day:%Y}/{day:%Y-%m}.md"


def topics(page: int = 1) -> str:
    """The list of all topics."""
    return _numbered("topics/index", page)


def topic(name: str, page: int = 1) -> str:
    """A topic's list; `name` is a slug."""
    return _numbered(f"topics/{name}", page)


def sources(page: int = 1) -> str:
    """The list of all sources."""
    return _numbered("sources/index", page)


def source(name: str, page: int = 1) -> str:
    """A source's list; `name` is a slug."""
    return _numbered(f"sources/{name}", page)


def authors(page: int = 1) -> str:
    """The list of all authors."""
    return _numbered("authors/index", page)


def author(name: str, page: int = 1) -> str:
    """An author's list; `name` is a slug."""
    return _numbered(f"authors/{name}", page)


def language(tag: str, page: int = 1) -> str:
    """The list of all articles in one language."""
    return _numbered(f"languages/{slug(tag)}", page)


def stories(page: int = 1) -> str:
    """The list of all stories."""
    return _numbered("stories/index", page)


def story(day: dt.date | None, name: str, page: int = 1) -> str:
    """A new story's page: by the year of its first day, or under `undated`; or a further page of its articles."""
    return _numbered(f"stories/{day:%Y}/{name}" if day else f"stories/undated/{name}", page)


def story_followed(story_id: str, page: str) -> str:
    """What a story's feeds are named after: its id, wherever its page is moved; its page, if that is no file name."""
    return f"stories/{story_id}.md" if _SLUG.fullmatch(story_id) else page


def feed(page: str, form: str = "atom") -> str:
    """The feed that tells what is new on a page: `feed.xml` of the home page, `feeds/entities/ukraine.xml`."""
    stem = "feed" if page == HOME else "feeds/" + page.removesuffix(".md").removesuffix("/index")
    return stem + _FEEDS[form]


def export(page: str) -> str:
    """What a page says, for machines: `data/entities/ukraine.json`."""
    return f"data/{page.removesuffix('.md')}.json"


def archive_year(year: int) -> str:
    """The months of one year."""
    return f"archive/{year:04d}.md"


def archive_month(day: dt.date, page: int = 1) -> str:
    """All articles of the month that `day` is in."""
    return _numbered(f"archive/{day.year:04d}/{day:%m}", page)


def archive_undated(page: int = 1) -> str:
    """All articles of which no day is known."""
    return _numbered("archive/undated", page)


def relative(target: str, start: str) -> str:
    """The link from page `start` to `target`, as Markdown wants it (`../../entities/ukraine.md`)."""
    # posixpath.relpath asks for the working directory each time: 15 microseconds, a hundred times a page.
    if start.partition("/")[0] != target.partition("/")[0]:
        return "../" * start.count("/") + target
    here, there = start.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def published(target: str, start: str, *, directory_urls: bool) -> str:
    """The link from the published page `start` to `target`, as HTML wants it (`../ukraine/`)."""
    return (
        quote(relative(_site_path(target, folders=directory_urls), _site_path(start, folders=directory_urls))) or "./"
    )


def public(address: str, site_url: str, *, directory_urls: bool = True) -> str:
    """A page's address on the published site (`https://example.org/entities/ukraine/`), or a file's."""
    path = _site_path(address, folders=directory_urls) if address.endswith(".md") else address
    return site_url.rstrip("/") + "/" + quote(path)


def _site_path(address: str, *, folders: bool) -> str:
    page = address.removesuffix(".md")
    if not folders:
        return f"{page}.html"
    return page.removesuffix("index") if page.endswith("/index") or page == "index" else f"{page}/"


def _numbered(stem: str, page: int) -> str:
    return f"{stem}.md" if page == 1 else f"{stem}/{page}.md"
