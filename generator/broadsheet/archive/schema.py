"""The front matter of pages as a schema: for editors (`broadsheet schema page`) and for `broadsheet check`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from pydantic.json_schema import models_json_schema
from pydantic_core import ErrorDetails

from broadsheet.archive import article_page, entity_page, redirect_page, story_page
from broadsheet.model import Changed, Kind, Status

# Every day there is, and no other, so that the published schema refuses what the check refuses: 2024-04-31.
_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_MONTH_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_HOUR = "(?:[01][0-9]|2[0-3])"
_CLOCK = rf"{_HOUR}:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?"
_ZONE = f"(?:Z|[+-]{_HOUR}(?::?[0-5][0-9]|:[0-5][0-9]:[0-5][0-9]))"
_DAY = f"^(?:{_YEAR}-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)(?:[T ]{_CLOCK}{_ZONE}?)?$"
_DAY_ABOUT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?$"
_NEWEST = "The newest day of what is listed, for the sitemap: moves with it, whoever else edits the page."
_TEMPLATE = "What kind of page it is, and which template shows it."
_ONE = {"type": "string", "minLength": 1}


def _day(text: str) -> str:
    if not re.search(_DAY, text):
        raise ValueError(text)
    return text


def _whole(number: Any) -> Any:
    # JSON Schema takes 3.0 for an integer.
    return int(number) if isinstance(number, float) and number.is_integer() else number


Day = Annotated[
    str,
    Field(pattern=_DAY_ABOUT),
    AfterValidator(_day),
    WithJsonSchema({"type": "string", "pattern": _DAY, "examples": ["2024-04-16", "2024-04-16T08:30:00+02:00"]}),
]
Whole = Annotated[int, BeforeValidator(_whole)]
Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[
    list[Text],
    # One alone needs no list: so the pages are read.
    BeforeValidator(lambda said: [said] if isinstance(said, str) else said),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _ONE}, _ONE]}),
]


class Front(BaseModel):
    """Keys that we do not know are other people's: MkDocs, the theme and plugins have their own."""

    model_config = ConfigDict(extra="allow", strict=True)

    title: Text | None = Field(default=None, description="The page's title.")
    fingerprint: str | None = Field(default=None, description="Broadsheet's own mark: leave it as it is.")


class _Part(BaseModel):
    """A mapping in front matter."""

    model_config = ConfigDict(extra="allow", strict=True)


class _Outlet(_Part):
    """An outlet, and where."""

    name: str | None = Field(default=None, description="The outlet's name.")
    url: str | None = Field(default=None, description="Its address, or the article's there.")


class _Retraction(_Part):
    """That the article was taken back."""

    reason: str = Field(default="", description="Why: readers see it.")
    date: Day | None = Field(default=None, description="When.")


class _Copy(_Outlet):
    """The same text at another outlet."""

    id: Text | None = Field(default=None, description="That of its record: leave it as it is.")
    title: str | None = Field(default=None, description="Its headline there, where it is another.")
    date: Day | None = Field(default=None, description="When it was published there; absent when not known.")
    updated: Day | None = Field(default=None, description="When it was last changed there.")
    retrieved: Day | None = Field(default=None, description="When it was fetched, where no date is known.")
    topics: Texts = Field(default=[], description="The topics it has there.")
    text: Text | None = Field(
        default=None, description="By which its text is known again: without it, whatever comes from there is a copy."
    )
    retracted: _Retraction | bool | Text | None = Field(default=None, description="That it was taken back there.")


class _Named(_Part):
    """An entity that the record itself names."""

    name: Text = Field(description="The name as the article writes it.")
    kind: Kind | None = Field(default=None, description="What it is.")
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$", description="Wikidata id, `Q212`.")
    aliases: list[Text] = Field(default=[], description="Other names for the same thing.")


class _Picture(_Part):
    """A picture: linked, never copied."""

    url: Text = Field(description="Its address.")
    alt: str = Field(default="", description="What it shows, for those who do not see it.")
    credit: str = Field(default="", description="Whose it is.")


class _Origin(_Part):
    """Where the record came from."""

    file: Text = Field(description="The input it was read from.")
    item: Whole | None = Field(default=None, description="Its line or place in there, from 1.")


class _Cut(_Part):
    """A line that cleaning cut, and the rule that cut it."""

    line: Whole = Field(description="The line's number in the dump, from 1.")
    text: str = Field(description="What it said.")
    rule: str = Field(description="Why it went, in a word.")


class _Change(_Part):
    """Something that changed."""

    day: Day = Field(description="When.")
    what: Changed = Field(description="What changed.")
    was: str = Field(default="", description="What stood there before.")
    paragraphs: Whole = Field(default=0, ge=0, description="How many paragraphs of the text changed.")


class ArticleFront(Front):
    """The front matter of an article's page."""

    title: Text = Field(description="The headline.")
    description: Text | None = Field(default=None, description="The source's own summary.")
    date: Day | None = Field(default=None, description="When it was published; absent when not known.")
    authors: Texts = Field(default=[], description="Who wrote it.")
    topics: Texts = Field(default=[], description="Subjects or running stories.")
    tags: list[Text] = Field(default=[], description="What other sites call topics; read where there are no topics.")
    template: Literal["article.html"] = Field(default="article.html", description=_TEMPLATE)
    id: Text | None = Field(default=None, description="By which the article is known again: leave it as it is.")
    url: Text | None = Field(default=None, description="Where it was published.")
    source: _Outlet | Text | None = Field(default=None, description="Who published it.")
    also_at: list[_Copy | Text] = Field(default=[], description="Other places where the same text stood.")
    no_longer_at: list[_Copy | Text] = Field(
        default=[], description="Those where it was taken back: the same records do not bring them back."
    )
    language: Text | None = Field(default=None, description="BCP 47 tag: `fr`, `pt-BR`, `zh-Hant`.")
    updated: Day | None = Field(default=None, description="When it was last changed at its source.")
    retrieved: Day | None = Field(default=None, description="When the page was fetched.")
    section: Text | None = Field(default=None, description="The part of the paper it stood in.")
    story: Text | Literal[False] | None = Field(
        default=None, description="Id of the story that it is part of, or `false` for none; a person's word stays."
    )
    not_same_story: Texts = Field(default=[], description="Ids of stories that it is no part of, however alike.")
    entities: list[Text] = Field(default=[], description="Ids of the entities that it names: text, headline, record.")
    meant: dict[str, Text | Literal[False]] = Field(
        default={}, description="What a name means here: the id of an entity, or `false` for none that has a page."
    )
    named: list[_Named] = Field(default=[], description="Who and what the record itself says it names.")
    image: _Picture | None = Field(default=None, description="The picture that goes with it.")
    rights: Text | None = Field(default=None, description="Licence and attribution.")
    retracted: _Retraction | bool | Text | None = Field(
        default=None, description="That it was taken back: `true`, the reason, or `reason` and `date`."
    )
    history: list[_Change] = Field(default=[], description="What changed since it first came.")
    origin: _Origin | None = Field(default=None, description="Where the record came from.")
    removed: list[_Cut] = Field(default=[], description="What cleaning cut, and why.")
    extra: dict[str, Any] = Field(default={}, description="Fields of the record that Broadsheet does not know.")


class EntityFront(Front):
    """The front matter of an entity's page."""

    title: Text = Field(description="The name.")
    template: Literal["entity.html"] = Field(default="entity.html", description=_TEMPLATE)
    updated: Day | None = Field(default=None, description=_NEWEST)
    id: Text | None = Field(default=None, description="By which the entity is known again: leave it as it is.")
    kind: Kind = Field(default="other", description="What it is.")
    aliases: Texts = Field(default=[], description="Other names: linked like the name.")
    names: dict[str, Text | list[Text]] = Field(
        default={}, description="Names by language, one or several: `{uk: Україна, ja: [東京, 東京都]}`; linked too."
    )
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$", description="Wikidata id, `Q212`.")
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$", description="ISO 3166-1 code of a country, `UA`.")
    status: Status = Field(
        default="adopted", description="`rejected`: never linked again; `suggested`: found by Broadsheet."
    )
    not_meant: Texts = Field(
        default=[], description="Phrases in which its name means something else: `Paris Hilton` for Paris."
    )
    not_same_as: Texts = Field(default=[], description="Ids of entities that are others, however alike.")
    merged_into: Text | None = Field(default=None, description="Id of the entity that this one turned out to be.")


class StoryFront(Front):
    """The front matter of a story's page."""

    title: Text = Field(description="The headline; one that a person writes stays.")
    template: Literal["story.html"] = Field(default="story.html", description=_TEMPLATE)
    updated: Day | None = Field(default=None, description=_NEWEST)
    id: Text | None = Field(default=None, description="By which the story is known again: leave it as it is.")
    articles: list[Text] = Field(default=[], description="Ids of the articles that tell it: leave them as they are.")


class RedirectFront(Front):
    """The front matter of a page that sends its readers on."""

    title: Text = Field(description="The name of what has moved.")
    template: Literal["redirect.html"] = Field(default="redirect.html", description=_TEMPLATE)
    redirect: str = Field(
        pattern=f"^{redirect_page.TARGET.pattern}$",
        description="The page they are sent to: its address from the root of content/, with `.md`.",
        examples=["entities/ukraine.md"],
    )
    id: Text | None = Field(default=None, description="Of an entity or a story that was merged: leave it as it is.")
    articles: list[Text] = Field(default=[], description="Ids of the articles that told the story that it was.")
    merged_into: Text | None = Field(default=None, description="Id of the entity that it turned out to be.")
    not_same_as: Texts = Field(default=[], description="Ids of entities that are others, however alike.")


class PageFront(Front):
    """The front matter of any other page: lists, editions, and a person's own."""

    description: Text | None = Field(default=None, description="A sentence for search engines.")
    template: Text | None = Field(default=None, description="The theme's template that shows it.")


_MODELS = (ArticleFront, EntityFront, StoryFront, RedirectFront, PageFront)
_BY_TEMPLATE = (
    (RedirectFront, redirect_page.TEMPLATE),
    (StoryFront, story_page.TEMPLATE),
    (EntityFront, entity_page.TEMPLATE),
    (ArticleFront, article_page.TEMPLATE),
)


def page_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of front matter: by `template`, an article's, an entity's, a story's …."""
    _, schema = models_json_schema([(model, "validation") for model in _MODELS], ref_template="#/$defs/{model}")
    other: dict[str, Any] = {"$ref": "#/$defs/PageFront"}
    for model, template in _BY_TEMPLATE:
        is_it = {"properties": {"template": {"const": template}}, "required": ["template"]}
        other = {"if": is_it, "then": {"$ref": f"#/$defs/{model.__name__}"}, "else": other}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a page in a Broadsheet archive",
        "type": "object",
        **other,
        **schema,
    }


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that does not fit the schema."""

    place: tuple[int | str, ...]
    """The way to it: `("source", "url")`, `("tags", 2)`."""
    what: str
    remedy: str

    @property
    def name(self) -> str:
        """The place in words: `source.url`."""
        return ".".join(str(step) for step in self.place)


def misfits(front: Mapping[str, Any], model: type[Front]) -> Iterator[Misfit]:
    """Where front matter does not fit its schema, each place once."""
    try:
        model.model_validate(front)
    except ValidationError as error:
        seen: set[tuple[int | str, ...]] = set()
        for problem in error.errors(include_url=False):
            # The names of the branches of a choice are pydantic's, not places in the page.
            place = tuple(step for step in problem["loc"] if isinstance(step, int) or step in _KEYS or step in front)
            if place not in seen and not any(other[: len(place)] == place for other in seen):
                seen.add(place)
                yield Misfit(place, *_worded(problem))


def _worded(problem: ErrorDetails) -> tuple[str, str]:
    expected = problem.get("ctx", {}).get("expected")
    if problem["type"] == "literal_error":
        return "is none of the values it can have", f"write {expected}"
    return _WORDS.get(problem["type"]) or (
        f"does not fit: {problem['msg'][:1].lower()}{problem['msg'][1:]}",
        "`broadsheet schema page` says what fits",
    )


_WORDS = {
    "string_type": ("is not text", "put it in quotes"),
    "string_too_short": ("is empty", "fill it in, or delete the line"),
    "list_type": ("is not a list", "write each value on a line of its own, after `- `"),
    "tuple_type": ("is not a list", "write each value on a line of its own, after `- `"),
    "dict_type": ("is not a list of `key: value` lines", "write each on a line of its own, further to the right"),
    "model_type": ("is not a list of `key: value` lines", "write each on a line of its own, further to the right"),
    "int_type": ("is not a number", "write it without quotes"),
    "missing": ("is missing", "add it"),
    "value_error": ("is not a day or time there is", "write it as 2024-04-16 or 2024-04-16T08:30:00+02:00"),
    "string_pattern_mismatch": ("is not written as it should be", "`broadsheet schema page` shows the pattern"),
}
_KEYS = {
    name
    for model in (*_MODELS, _Copy, _Named, _Picture, _Origin, _Cut, _Change, _Retraction)
    for name in model.model_fields
}
