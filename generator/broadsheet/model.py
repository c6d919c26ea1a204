"""The nouns: what comes in (Dump, Record), what the archive is made of (Article, Entity, Mention).

A Record is what a source or a person hands us, checked field by field. An Article is a Record that has
been accepted: it has an id, an address and a Markdown body. Everything here is frozen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Moment = dt.date | dt.datetime
"""A day, or a day with a time (with its offset where the source gave one). Never more exact than the source."""

KINDS = ("person", "organisation", "place", "event", "work", "product", "other")
"""The kinds of entity, in the order in which pages list them."""

STATUSES = ("adopted", "suggested", "rejected")
"""What was judged about an entity: a person or a record vouches for it, discovery proposes it, a person refused it."""

CHANGES = ("title", "text", "authors", "description", "source", "rights", "retracted", "restored")
"""What a line of an article's history can say has changed, in the order of one day's lines."""

Kind = Literal["person", "organisation", "place", "event", "work", "product", "other"]
Status = Literal["adopted", "suggested", "rejected"]
Changed = Literal["title", "text", "authors", "description", "source", "published", "rights", "retracted", "restored"]

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from."""

    file: str
    """The input as the person named it; for a file in a folder, the folder's name joined to the rest."""
    item: int | None = None
    """Line or place among the file's items, from 1; None when the file is one record."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A line that cleaning cut from a dump, and the rule that cut it."""

    line: int
    """Its number in the dump, from 1."""
    text: str
    rule: str
    """The rule's name, as `broadsheet clean --explain` prints it (`advertisement`, `shared-line` …)."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A page's visible text, as a reader copies it or a scraper dumps it: boilerplate and all."""

    origin: Origin
    text: str
    """Decoded and repaired; lines end in a plain newline."""
    site: str = ""
    """What tells dumps of one site from another's: the folder the file lay in, or the URL's host."""
    url: str = ""


class _Part(BaseModel):
    """A piece of a record: unknown fields are kept, nothing changes after reading."""

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)


class Source(_Part):
    """Who published the article."""

    name: str = Field(description="The outlet's name, as it writes it.")
    url: str | None = Field(default=None, description="The outlet's address (http or https).")


class NamedEntity(_Part):
    """An entity that the record itself names."""

    name: str = Field(description="The name as the article writes it.")
    kind: Kind | None = Field(default=None, description="What it is.")
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$", description="Wikidata id, `Q212`.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names for the same thing.")


class Image(_Part):
    """A picture that belongs to the article: linked, never copied."""

    url: str = Field(description="Its address.")
    alt: str = Field(default="", description="What it shows, for those who do not see it.")
    credit: str = Field(default="", description="Whose it is.")


class Retraction(_Part):
    """That an article was taken back: its page says so, and no longer what it said."""

    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)
    reason: str = Field(default="", description="Why, in a sentence that readers see.")
    date: Moment | None = Field(default=None, description="When; a version changed later brings the article back.")


class RecordOrigin(_Part):
    """Where the record came from; written by `broadsheet clean`."""

    file: str = Field(description="The input it was read from.")
    item: int | None = Field(default=None, description="Its line or place in there, from 1.")


class RecordRemoval(_Part):
    """A line that cleaning cut, and why; written by `broadsheet clean`."""

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=False)
    line: int = Field(description="The line's number in the dump, from 1.")
    text: str = Field(description="What it said.")
    rule: str = Field(description="Why it went, in a word.")


class Record(_Part):
    """A cleaned article record: one JSON object, one line. Unknown extra fields are kept.

    One that is `retracted` takes an article back and need not have its title and body.
    """

    id: str | None = Field(default=None, description="Stable id; made from the canonical URL or the text if missing.")
    url: str | None = Field(default=None, description="Where the article was published (http or https).")
    title: str = Field(default="", min_length=1, description="The headline, as plain text.")
    body: str = Field(
        default="", min_length=1, description="The text, plain; paragraphs are separated by an empty line."
    )
    published: Moment | None = Field(default=None, description="When the article was published; absent when not known.")
    updated: Moment | None = Field(default=None, description="When the article was last changed at its source.")
    retrieved: Moment | None = Field(default=None, description="When the page was fetched.")
    source: Source | None = Field(default=None, description="Who published it.")
    authors: tuple[str, ...] = Field(default=(), description="Who wrote it.")
    language: str | None = Field(default=None, description="BCP 47 tag: `fr`, `pt-BR`, `zh-Hant`.")
    description: str | None = Field(default=None, description="The source's own summary.")
    section: str | None = Field(default=None, description="The part of the paper it stood in.")
    topics: tuple[str, ...] = Field(default=(), description="Subjects or running stories.")
    entities: tuple[NamedEntity, ...] = Field(default=(), description="Who and what it names.")
    image: Image | None = Field(default=None, description="The picture that goes with it.")
    rights: str | None = Field(default=None, description="Licence and attribution, as they must be shown.")
    origin: RecordOrigin | None = Field(default=None, description="Where the record came from.")
    removed: tuple[RecordRemoval, ...] = Field(default=(), description="What cleaning cut, and why.")
    retracted: Retraction | None = Field(default=None, description="That the article was taken back, why and when.")

    @model_validator(mode="after")
    def _says_something(self) -> Record:
        if not self.retracted and not (self.title and self.body):
            raise ValueError("a record that is not retracted has a title and a body")
        return self


@dataclass(frozen=True, slots=True)
class Change:
    """A line in an article's history: something a reader was told that turned out otherwise."""

    day: dt.date
    what: Changed
    was: str = ""
    """What stood there before: an old title, a retraction's reason; empty where it is not told."""
    paragraphs: int = 0
    """How many paragraphs of the text changed; 0 where they only changed places, or for anything but a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The same text at another outlet: of a record that was folded into an article, what was its own."""

    name: str = ""
    """The outlet's name; empty when not known."""
    url: str | None = None
    """Where the text stands there."""
    id: str = ""
    """Of its record; empty where that is made from the address."""
    title: str = ""
    """Its headline there; empty where that is the article's."""
    published: Moment | None = None
    updated: Moment | None = None
    retrieved: Moment | None = None
    """When it was fetched, where it is not known when it was published."""
    topics: tuple[str, ...] = ()
    text: str = ""
    """By which its text is known again (`acceptance.text_mark`); empty where it is not known, as where a person wrote
    down the copy: then it is one whatever comes from there."""
    retracted: Retraction | None = None
    """Set for one that was taken back there (see `Article.no_longer_at`); it may have come back since, changed."""

    @property
    def day(self) -> dt.date | None:
        """The day under which it is filed at its outlet, as an article's is."""
        return _day(self.published or self.retrieved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An accepted record: what the archive keeps, and what its page can be read back into."""

    id: str
    """Stable; any text without control characters, so never used as a path."""
    address: str = ""
    """Its page, relative to content/ (`articles/2024/04/16/slug.md`); empty until the archive has placed it."""
    title: str
    body: str
    """Markdown, with no entity links in it. Plain text from a record is escaped so that it shows as it was."""
    url: str | None = None
    """As the source gave it."""
    published: Moment | None = None
    updated: Moment | None = None
    retrieved: Moment | None = None
    source: str = ""
    """The outlet's name; empty when not known."""
    source_url: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    description: str | None = None
    section: str | None = None
    topics: tuple[str, ...] = ()
    entities: tuple[NamedEntity, ...] = ()
    """Who and what the record itself says it names (mentions found in the text are the edition's business)."""
    image: Image | None = None
    rights: str | None = None
    origin: Origin | None = None
    removed: tuple[Removal, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Fields we do not know, kept as they came (JSON values)."""
    also_at: tuple[Copy, ...] = ()
    """Other places where the same text stood: those of records that were folded into this one."""
    no_longer_at: tuple[Copy, ...] = ()
    """Those where it was taken back: nobody is told, but the same records do not bring them back."""
    unnamed: frozenset[str] = frozenset()
    """Marks (`entities.identity.mark`) of entities that a person struck from its page: never named there again."""
    listed: frozenset[str] = frozenset()
    """Ids of entities that a person put on its page's list: a name that may mean several things means them there."""
    meant: Mapping[str, str] = field(default_factory=dict)
    """What a person said that a name means in it: the id of an entity, or an empty text for none that has a page."""
    history: tuple[Change, ...] = ()
    """What changed since it first came, oldest first."""
    retracted: Retraction | None = None
    """Set for an article that was taken back: then it has no body, and stands in no list."""

    @property
    def day(self) -> dt.date | None:
        """The day under which the article is filed: published, else retrieved, else None (undated)."""
        return _day(self.published or self.retrieved)

    @property
    def every_topic(self) -> tuple[str, ...]:
        """Its topics, then those that other outlets gave the same text."""
        return (*self.topics, *(topic for copy in self.also_at for topic in copy.topics))


def _day(moment: Moment | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, place … that articles name: one page each."""

    id: str
    """Made from the name once, then never again; its page is first put at `entities/<id>.md`."""
    name: str
    kind: Kind = "other"
    aliases: tuple[str, ...] = ()
    """Other names, in any language; matched like the name."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names by language tag: `{uk: [Україна], ja: [東京, 東京都]}`; matched too."""
    wikidata: str | None = None
    status: Status = "adopted"
    description: str = ""
    """A person's words about it (Markdown), kept through regeneration."""
    country: str | None = None
    """ISO 3166-1 code of a country (`UA`): its CLDR names in every language are matched too."""
    not_meant: tuple[str, ...] = ()
    """Phrases in which one of its names stands and means something else: `Paris Hilton` for Paris."""
    not_same_as: tuple[str, ...] = ()
    """Ids of entities that a person said are others, however alike they look."""
    merged_into: str | None = None
    """The id of the entity that this one turned out to be: its names then mean that one."""

    page: str = ""
    """Where a person moved its page; empty where it is in its place."""
    coined: bool = False
    """Whether its id was made from its name: then that name means it, whatever a person has called it since."""
    judged: bool = False
    """Whether a person wrote on its page: what the page says then counts for more than what records say."""
    language: str | None = None
    """The tag of the language its name is in; empty where nobody can tell, None where it is the site's."""

    @property
    def address(self) -> str:
        """Its page, relative to content/."""
        return self.page or f"entities/{self.id}.md"

    @property
    def every_name(self) -> tuple[str, ...]:
        """The name, the aliases and the names by language, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *(name for _, name in self.spoken))))

    @property
    def spoken(self) -> tuple[tuple[str, str], ...]:
        """Each name by language with its tag, in the order of the tags."""
        return tuple((tag, name) for tag in sorted(self.names) for name in self.names[tag])


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An entity named in an article's body: where, and in which words."""

    start: int
    """Offset in code points in the *plain view* of the body (`markdown_text.plain`)."""
    end: int
    surface: str
    """The words as they stand in the text."""
    entity: str
    """The entity's id."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds an article to its story: the article of it that is nearest, and how near."""

    article: str = ""
    """That other article's id; empty where a person's word alone binds it."""
    names: tuple[str, ...] = ()
    """Ids of the entities both name, the rarest first."""
    text: float = 0.0
    """The share of the shorter text that stands in the other too, 0 to 1."""
    hours: float | None = None
    """How far apart they came out; None where a date is not known."""
    said: bool = False
    """Whether a person put it into the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An event or a running affair that several articles tell: one page each."""

    id: str
    """Made from a headline once, then never again."""
    address: str
    """Its page, relative to content/ (`stories/2024/slug.md`)."""
    title: str
    """The headline of the article that stands for all."""
    articles: tuple[str, ...]
    """Ids of its articles, newest first."""
    ties: Mapping[str, Tie] = field(default_factory=dict)
    """By article id; a story of one has none."""
    copies: tuple[tuple[str, ...], ...] = ()
    """Those that are the same text, word for word or nearly: lists of two or more, in the order of `articles`."""
    own_title: bool = False
    """Whether a person wrote its headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerStory:
    """A story that is told no more: its articles are part of others. Its page sends its readers on."""

    id: str
    address: str
    title: str
    own_title: bool = False
    articles: tuple[str, ...] = ()
    """Ids of the articles that told it last; if they part from the others, it is told again."""
    into: str = ""
    """The id of the story in which most of them are; empty where none is in any."""


About = Literal["ambiguous", "duplicate", "suggested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that only a person can settle: one entry of the inbox. (Undated articles are the edition's.)"""

    about: About
    name: str
    """The name in doubt, or suggested; of two likely duplicates, the first's."""
    candidates: tuple[str, ...] = ()
    """Ids of the entities that it may mean, or that may be one; of the one that is suggested, if it has a page."""
    article: str = ""
    """The id of the first article in which it stands; empty where none is told."""
    start: int = -1
    """Where it stands in the plain view of that article's body; -1 where that is not known."""
    others: tuple[str, ...] = ()
    """Ids of a few further articles in which the same is asked."""
    articles: int = 0
    """How many articles are concerned."""
    why: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """What speaks for what: an entity's id (or nothing), the kind of reason, and the words or ids it rests on."""
