"""What can be told of one page alone: its own faults, and what it says of others (links, entities, its id)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from mkdocs.utils import meta

from broadsheet.archive import article_page, blocks, entity_page, front_matter, page
from broadsheet.archive.finding import Finding, Level
from broadsheet.archive.front_matter import FrontMatterError
from broadsheet.archive.page import Page
from broadsheet.archive.schema import ArticleFront, EntityFront, PageFront, misfits

_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^()\s<>#?:]+\.md)(?=[#?)\s>])")
# What shows links without being any: code, and comments.
_SHOWN = re.compile(
    r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[^\n]*$|\Z)|(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
_YAML_IN_TEXT = re.compile(r"\s*---[ \t]*\n[A-Za-z_][\w-]*:(?:[ \t]|\n)")


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a page says of another, and where it says so."""

    line: int
    column: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What one page says, good and bad."""

    findings: tuple[Finding, ...] = ()
    id: Said | None = None
    """Of an article."""
    entities: tuple[Said, ...] = ()
    """The ids of entities that an article's front matter lists."""
    links: tuple[Said, ...] = ()
    """Targets of links to pages of this site, as they are written."""


def examine(address: str, raw: bytes, file: str) -> Examined:
    """A page looked at; `file` is how findings name it."""
    try:
        text = blocks.plain_lines(raw.decode().removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Examined(findings=(Finding(file, line, 1, "is not UTF-8", "save it as UTF-8"),))
    looking = _Looking(file, text)
    try:
        found, _, _ = page.read(address, text)
    except FrontMatterError as error:
        looking.tell_at(error.line, error.column, f"front matter: {error.problem}", "mend the line")
        return Examined(findings=tuple(looking.findings), links=tuple(looking.links()))
    looking.check_front(found)
    looking.check_raw_yaml(found)
    looking.check_blocks(found)
    is_article = article_page.stands(address, found.front)
    return Examined(
        findings=tuple(looking.findings),
        id=looking.said("id", found.front["id"]) if is_article and "id" in found.front else None,
        entities=tuple(looking.listed(found)) if is_article else (),
        links=tuple(looking.links()),
    )


class _Looking:
    """A page, and what has been found in it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.findings: list[Finding] = []
        self.line_starts: list[int] = []

    def where(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        if not self.line_starts:
            self.line_starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def tell_at(self, line: int, column: int, what: str, remedy: str, level: Level = "error") -> None:
        """Keeps a finding."""
        self.findings.append(Finding(self.file, line, column, what, remedy, level))

    def check_front(self, found: Page) -> None:
        """Whether the front matter fits its schema."""
        model: type[ArticleFront | EntityFront | PageFront] = PageFront
        if article_page.stands(found.address, found.front):
            model = ArticleFront
        elif entity_page.stands(found.address, found.front):
            model = EntityFront
        for misfit in misfits(found.front, model):
            name = ".".join(str(step) for step in misfit.place) or "front matter"
            self.tell_at(*self.place(misfit.place), f"{name} {misfit.what}", misfit.remedy)

    def check_raw_yaml(self, found: Page) -> None:
        """Whether MkDocs would print the front matter as text: it does so without a word."""
        if not found.edited:
            return  # as we wrote it, and MkDocs reads what we write
        body, values = meta.get_data(self.text)
        span = front_matter.span(self.text)
        if (span and found.front and not values) or (not values and _YAML_IN_TEXT.match(body)):
            self.tell_at(1, 1, "MkDocs cannot read the front matter and would print it", _RAW_YAML)

    def check_blocks(self, found: Page) -> None:
        """Whether the managed blocks are as they were written, and whole."""
        if found.text is None:
            return
        standing = blocks.find(self.text, front_matter.read(self.text)[1])
        for block in standing:
            if not block.intact:
                line, column = self.where(block.start)
                what = f"the block {block.name} was edited and is no longer brought up to date"
                self.tell_at(line, column, what, _OUT_OF_BLOCK, "warning")
        for offset in blocks.alone(self.text, standing):
            what = "a marker of a block stands without its partner"
            self.tell_at(*self.where(offset), what, "delete it, or put its partner back", "warning")

    def said(self, key: str, value: object) -> Said:
        """A value of the front matter, and where its line begins (found without reading the YAML once more)."""
        return Said(*self.where(self.text.find(f"\n{key}:") + 1), str(value))

    def listed(self, found: Page) -> Iterator[Said]:
        """The ids under `entities`."""
        ids = found.front.get("entities")
        if isinstance(ids, list):
            start = self.text.find("\nentities:") + 1
            for one in ids:
                if isinstance(one, str):
                    offset = max(self.text.find(one, start), 0)
                    yield Said(*self.where(offset), one)

    def links(self) -> Iterator[Said]:
        """Links to pages, outside code."""
        if ".md" not in self.text:
            return
        text = _SHOWN.sub(lambda found: " " * len(found[0]), self.text) if _may_show(self.text) else self.text
        for found in _LINK.finditer(text):
            yield Said(*self.where(found.start(1)), found[1])

    def place(self, steps: tuple[int | str, ...]) -> tuple[int, int]:
        """Line and column of a value in the front matter, or of the nearest thing around it."""
        span = front_matter.span(self.text)
        if span is None:
            return 1, 1
        node = yaml.compose(self.text[span[0] : span[1]], yaml.CSafeLoader)
        mark = node.start_mark if node else None
        for step in steps:
            if isinstance(node, yaml.MappingNode):
                pairs = [pair for pair in node.value if pair[0].value == step]
                if not pairs:
                    break
                mark, node = pairs[-1][0].start_mark, pairs[-1][1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                mark = node.start_mark
        return (mark.line + 2, mark.column + 1) if mark else (2, 1)


def _may_show(text: str) -> bool:
    return "`" in text or "~~~" in text or text.count("<!--") > text.count("broadsheet:")


_RAW_YAML = "begin it on the first line, end it with a line `---`, and mend what it cannot read (a day like 2024-04-31)"
_OUT_OF_BLOCK = "move what should stay out of the block, delete the rest between its markers, and generate again"
