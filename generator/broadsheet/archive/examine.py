"""What can be told of one page alone: its own faults, and what it says of others (links, entities, its id)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from broadsheet import language_tags
from broadsheet.archive import article_page, blocks, entity_page, front_matter, links, page, redirect_page, story_page
from broadsheet.archive.finding import About, Finding, Level
from broadsheet.archive.front_matter import FrontMatterError
from broadsheet.archive.front_places import place_of
from broadsheet.archive.page import Page
from broadsheet.archive.raw_yaml import printed
from broadsheet.archive.schema import ArticleFront, EntityFront, Front, PageFront, RedirectFront, StoryFront, misfits

Kind = Literal["article", "entity", "story", "redirect", "other", "unread"]


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a page says of another, and where it says so."""

    line: int
    column: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What one page says, good and bad."""

    kind: Kind
    findings: tuple[Finding, ...] = ()
    id: Said | None = None
    """Of an article or an entity."""
    status: str = ""
    """Of an entity, where it says so."""
    merged_into: Said | None = None
    """The id of the entity that this one turned out to be."""
    not_same_as: tuple[Said, ...] = ()
    """The ids of entities that a person said are others."""
    entities: tuple[Said, ...] = ()
    """The ids of entities that an article's front matter lists."""
    story: Said | None = None
    """The id of the story that an article's front matter puts it into."""
    not_same_story: tuple[Said, ...] = ()
    """The ids of stories that an article is no part of: a person said so."""
    tells: Said | None = None
    """The id of the story whose page this is, or was."""
    redirect: Said | None = None
    """The address to which the page sends its readers."""
    targets: tuple[str, ...] = ()
    """Each target of what may be a link inside this site, as it is written."""
    html: bool = False
    """Whether some may stand in raw HTML."""


def examine(address: str, raw: bytes, file: str) -> Examined:
    """A page looked at; `file` is how findings name it."""
    try:
        text = blocks.plain_lines(raw.decode().removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Examined(kind="unread", findings=(Finding(file, line, 1, "is not UTF-8", "save it as UTF-8"),))
    looking = _Looking(file, text)
    try:
        found, _, _ = page.read(address, text)
    except FrontMatterError as error:
        place = (error.line, error.column)
        looking.tell(place, f"front matter: {error.problem}", error.remedy, about="front matter")
        return Examined(kind="unread", findings=tuple(looking.findings))
    kind = kind_of(found)
    looking.check_front(found, kind)
    looking.check_blocks(found)
    targets = {target: None for _, target in links.written(text) if not links.leads_elsewhere(target)}
    return Examined(
        kind=kind,
        findings=tuple(looking.findings),
        id=looking.id(found, kind),
        status=str(found.front.get("status", "")),
        merged_into=looking.merged_into(found),
        not_same_as=tuple(looking.listed(found, "not_same_as")) if kind in ("entity", "redirect") else (),
        entities=(*looking.listed(found, "entities"), *looking.listed(found, "meant")) if kind == "article" else (),
        story=looking.story(found) if kind == "article" else None,
        not_same_story=tuple(looking.listed(found, "not_same_story")) if kind == "article" else (),
        tells=looking.tells(found) if story_page.stands(found.front) else None,
        redirect=looking.redirect(found) if kind == "redirect" else None,
        targets=tuple(targets),
        html=links.has_html(text),
    )


def where_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset in a text, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def kind_of(found: Page) -> Kind:
    """What kind of page it is."""
    if redirect_page.stands(found.front) and not entity_page.is_undone(found.front):
        return "redirect"
    if article_page.stands(found.address, found.front):
        return "article"
    if story_page.stands(found.front):
        return "story"
    return "entity" if entity_page.stands(found.address, found.front) else "other"


class _Looking:
    """A page, and what has been found in it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.findings: list[Finding] = []

    def tell(
        self, place: tuple[int, int], what: str, remedy: str, level: Level = "error", *, about: About = "page"
    ) -> None:
        """Keeps a finding."""
        self.findings.append(Finding(self.file, *place, what, remedy, level, about))

    def check_front(self, found: Page, kind: Kind) -> None:
        """Whether the front matter fits its schema, and whether MkDocs reads it as we do."""
        for misfit in misfits(found.front, MODELS[kind]):
            name = misfit.name or "front matter"
            self.tell(place_of(misfit.place, self.text), f"{name} {misfit.what}", misfit.remedy, about="front matter")
        spoken = found.front.get("language") if kind == "article" else None
        if spoken and isinstance(spoken, str) and not language_tags.tag(spoken):
            place, what = place_of(("language",), self.text), "language is none that is registered, and is told nowhere"
            self.tell(place, what, "write it as fr or pt-BR", "warning", about="front matter")
        if not found.edited:
            return  # as we wrote it, and MkDocs reads what we write
        for fault in printed(self.text, found.front):
            self.tell(fault.place, fault.what, fault.remedy, fault.level, about="front matter")

    def check_blocks(self, found: Page) -> None:
        """Whether the managed blocks are as they were written, and whole."""
        if found.text is None:
            return
        standing = blocks.find(self.text, front_matter.read(self.text)[1])
        for block in standing:
            if not block.intact:
                what = f"the block {block.name} was edited and is no longer brought up to date"
                self.tell(where_in(self.text, block.start), what, _OUT_OF_BLOCK, "warning", about="block")
        for offset in blocks.alone(self.text, standing):
            what = "a marker of a block stands without its partner"
            remedy = "delete it, or put its partner back"
            self.tell(where_in(self.text, offset), what, remedy, "warning", about="block")

    def id(self, found: Page, kind: Kind) -> Said | None:
        """The id of an article or an entity, a merged one too; an entity's is its file name unless it says another."""
        if kind not in ("article", "entity") and not entity_page.was_merged(found.front):
            return None
        if found.front.get("id") not in (None, ""):
            return self.said("id", found.front["id"])
        return Said(1, 1, found.address.removeprefix("entities/").removesuffix(".md")) if kind != "article" else None

    def merged_into(self, found: Page) -> Said | None:
        """The id of the entity that an entity turned out to be."""
        into = found.front.get("merged_into")
        wanted = into and isinstance(into, str) and entity_page.stands(found.address, found.front)
        return self.said("merged_into", into) if wanted else None

    def story(self, found: Page) -> Said | None:
        """The id of the story that an article is put into."""
        story = found.front.get("story")
        return self.said("story", story) if story and isinstance(story, str) else None

    def tells(self, found: Page) -> Said:
        """The id of the story whose page this is."""
        known = story_page.read(found).id
        return self.said("id", known) if found.front.get("id") == known else Said(1, 1, known)

    def redirect(self, found: Page) -> Said | None:
        """Where a page sends its readers; None where it does not say so as it should."""
        target = found.front.get("redirect")
        fits = isinstance(target, str) and redirect_page.TARGET.fullmatch(target)
        return self.said("redirect", target) if fits else None

    def said(self, key: str, value: object) -> Said:
        """A value of the front matter, and where its line begins (found without reading the YAML once more)."""
        return Said(*where_in(self.text, self.text.find(f"\n{key}:") + 1), str(value))

    def listed(self, found: Page, key: str) -> Iterator[Said]:
        """The ids under a key: one alone, in a list or after names."""
        ids = found.front.get(key)
        ids = list(ids.values()) if isinstance(ids, dict) else [ids] if isinstance(ids, str) else ids
        if isinstance(ids, list):
            offset = self.text.find(f"\n{key}:") + 1
            for one in ids:
                if isinstance(one, str):
                    offset = _behind(self.text, one, offset)
                    yield Said(*where_in(self.text, offset), one)


def _behind(text: str, word: str, start: int) -> int:
    """Where a whole word stands at or behind `start`; `start` where it is written in some other way."""
    offset = text.find(word, start) if word else -1
    while offset >= 0:
        end = offset + len(word)
        if text[offset - 1 : offset] in _EDGES and text[end : end + 1] in _EDGES:
            return offset
        offset = text.find(word, end)
    return start


_EDGES = ("", " ", "\n", "\r", "\t", '"', "'", ",", "[", "]", "{", "}")
MODELS: dict[Kind, type[Front]] = {
    "article": ArticleFront,
    "entity": EntityFront,
    "story": StoryFront,
    "redirect": RedirectFront,
    "other": PageFront,
}
_OUT_OF_BLOCK = "move what should stay out of the block, delete the rest between its markers, and generate again"
