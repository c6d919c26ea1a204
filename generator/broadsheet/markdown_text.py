r"""Markdown syntax: escape, link, unlink, and the plain view of a text. No other module knows any.

The plain view of a Markdown text is what a reader sees of its words: escapes resolved. Mentions count
their offsets in it, so that a name is found whether or not a character in it needed escaping.

Escapes hold for Python-Markdown, CommonMark and GitHub alike. Python-Markdown knows backslash escapes for
a few characters only (``\`*_{}[]()>#+-.!``); the others are written as character references, which all read.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if code not in (9, 10)}
# Everything else that some reader somewhere takes for the end of a line.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_UNTIDY = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_LINE_EDGES = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)

# One set of characters first, which the search skips to; then what must stand around the one found.
_ACTS = re.compile(
    r"""
    [\\`*_\[\]{}<~^&+=:\#>|!?/.)-]
    (?: (?<=[\\`*_\[\]{}<~^])                      # emphasis, code, links, HTML, attribute lists, strike-through
      | (?<=&)(?=\#|\w+;)                          # what would read as a character reference
      | (?<=\+)(?=\+) | (?<=\+\+) | (?<==)(?==) | (?<===)     # ++keys++, ==marks==
      | (?<=\]:)                                   # what would read as a link's definition
      | (?<=:)(?=(?:[A-Za-z+_-]|\d(?:\d\d|\d?[A-Za-z_]))[\w+-]*:)   # :emoji:, :100:, :8ball:; not 10:30:45
      | (?<=^[\#>])                                # headings, quotes
      | (?<=^[-+])(?=[-+\s]|\Z)                    # lists, rules
      | (?<=^[|:=])(?=[|:=\-\ \t]*$) | (?<=^-)(?=[|:\-\ \t]*$)    # a table's or a heading's rule
      | (?<=^!)(?=!!) | (?<=^\?)(?=\?\?) | (?<=^/)(?=//)          # admonitions, details, blocks
      | (?<=^:)(?=[\s:])                           # definitions, directives
      | (?<=\d[.)])(?=\s|\Z)                       # numbered lists (only at the start of a line: see _escaped)
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
# A quick look for anything of the above: most texts have nothing. One set of characters first, which the
# search skips to; then what must stand around them.
_MAY_ACT = re.compile(
    r"""
    [\\`*_\[\]{}<~^&+=:\#>|!?/-]
    (?: (?<=[\\`*_\[\]{}<~^&+=]) | (?<=:)(?=[A-Za-z+_-]|\d[\dA-Za-z_]) | (?<=^[\#>|:!?/-]) )
    """,
    re.VERBOSE | re.MULTILINE,
)
# The same for text of one line, whose beginning is looked at by itself.
_MAY_ACT_WITHIN = re.compile(r"[\\`*_\[\]{}<~^&+=:](?:(?<!:)|(?=[A-Za-z+_-]|\d[\dA-Za-z_]))")
_MAY_ACT_FIRST = frozenset("#>|:!?/-")
# A list's number, in whatever digits and however many: Python-Markdown takes them all. (Two searches: the line end in
# front is quickly found, where each digit of a text would have to be looked at.)
_NUMBER = re.compile(r"\d+[.)](?=\s|\Z)")
_LATER_NUMBER = re.compile(r"\n\d+[.)](?=\s|\Z)")
_BACKSLASHED = frozenset("\\`*_{}[]()>#+-.!")

# What the plain view has to look at; without any of it, a text is its own plain view. (Looking for each in
# turn is fifty times as fast as one expression for all.)
_SYNTAX = ("\\", "`", "&", "<", "[", "~", "://", "www.", "\n#", "\n    ", "\n\t")
_SYNTAX_FIRST = ("#", "    ", "\t")
# Where a token may start (or the line end before it): the search skips to these characters.
_START = re.compile(
    r"[\\&`~!\[<hw\n](?:(?<![!hw\n])|(?<=!)(?=\[)|(?<=h)(?=ttps?://)|(?<=w)(?=ww\.)|(?<=\n)(?=[#\t]|[ ]{4}))"
)
_TOKEN = re.compile(
    r"""
      (?P<escape> \\[!-/:-@\[-`{-~] )
    | (?P<reference> &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31}); )
    | (?P<protected>
          ^(?P<fence>`{3,}|~{3,})[^\n]*(?:\n(?!(?P=fence))[^\n]*)*(?:\n(?P=fence)[^\n]*)?
        | (?<!`)(?P<ticks>`+)(?!`)(?:[^`\n]|\n(?!\n)|(?!(?P=ticks)(?!`))`)*(?P=ticks)(?!`)
        | !?\[(?:[^\[\]\\\n]|\\.|\n(?!\n)|!?\[(?:[^\[\]\\\n]|\\.)*\](?:\([^()\n]*\))?)*\]
              (?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\]|:[ ][^\n]*)
        | <!--.*?(?:-->|\Z)
        | <[A-Za-z/][^<>]*>
        | ^\#{1,6}[ ][^\n]*
        | ^(?:[ ]{4}|\t)[^\n]* )
    | (?P<url> \b(?:https?://|www\.)[^\s<>]+ )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
# One set of characters first, which the search skips to; then what must stand around the one found.
_PAGE_LINK = re.compile(
    r"""
    [\\`~<\[]
    (?: (?<=\\).
      | (?<=^`)(?P<fence>`{2,})[^\n]*(?:\n(?!`(?P=fence))[^\n]*)*(?:\n`(?P=fence)[^\n]*)?   # code and comments
      | (?<=^~)(?P<waves>~{2,})[^\n]*(?:\n(?!~(?P=waves))[^\n]*)*(?:\n~(?P=waves)[^\n]*)?   # show links, have none
      | (?<=`)(?<!``)(?P<ticks>`*)(?!`)(?:[^`\n]|\n(?!\n)|(?!`(?P=ticks)(?!`))`)*`(?P=ticks)(?!`)
      | (?<=<)!--.*?-->
      | (?<=\[)(?<!!\[)(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?:\.\./)*(?P<page>[^()\s:]+\.md)\)
    )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_ENTITY = re.compile(r"entities/[^/]+\.md")


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain view of a Markdown text."""

    text: str
    offsets: Sequence[int] | None
    """For each character of `text`, and one past the last, its offset in the Markdown; None: the same offsets."""
    protected: Sequence[tuple[int, int]]
    """Spans of `text`, in order, that must not be linked: links, images, code, URLs, headings, raw HTML."""


def tidy(text: str) -> str:
    """`text` as Markdown can hold it: no control characters, no space at a line's edges, one empty line at most."""
    if _is_tidy(text):
        return text
    text = _LINE_ENDS.sub("\n", text).translate(_CONTROLS)
    return _BLANK_LINES.sub("\n\n", _LINE_EDGES.sub("", text)).strip("\n")


def _is_tidy(text: str) -> bool:
    edges = " \n" in text or "\n " in text or "\n\n\n" in text or text[:1].isspace() or text[-1:] in {" ", "\n"}
    return not edges and not _UNTIDY.search(text)


def escape(text: str) -> str:
    """Markdown, paragraph by paragraph, that shows `text` exactly (`plain(escape(t)).text == tidy(t)`)."""
    return _escaped(tidy(text))


def escape_inline(text: str) -> str:
    """Markdown for one line inside other Markdown (a link's text, a list item, a heading).

    Shows `text`, with line breaks as spaces.
    """
    line = " ".join(tidy(text).split())
    # A heading drops the number signs that close it.
    open_line = line.rstrip("#")
    acts = open_line[:1] in _MAY_ACT_FIRST or _NUMBER.match(open_line) or _MAY_ACT_WITHIN.search(open_line)
    if not acts:
        return open_line + "&#35;" * (len(line) - len(open_line))
    return _escaped(open_line) + "&#35;" * (len(line) - len(open_line))


def plain(markdown: str) -> Plain:
    """The plain view. Linear in the length of the text."""
    if not any(mark in markdown for mark in _SYNTAX) and not markdown.startswith(_SYNTAX_FIRST):
        return Plain(markdown, None, ())
    view = _View(markdown)
    protected: list[tuple[int, int]] = []
    for token in _tokens(markdown):
        start, end = token.span()
        view.copy(start)
        before = view.length
        if token["url"]:
            for escaped in _ESCAPED.finditer(markdown, start, end):
                view.copy(escaped.start())
                view.resolve(escaped)
        elif token["protected"] is None:
            view.resolve(token)
            continue
        view.copy(end)
        protected.append((before, view.length))
    view.copy(len(markdown))
    view.offsets.end(view.length, len(markdown))
    return Plain("".join(view.pieces), view.offsets, protected)


def link(markdown: str, links: Iterable[tuple[int, int, str]]) -> str:
    """`markdown` with each span (start and end in the plain view, ordered, disjoint) linked to its target.

    A span right behind an exclamation mark stays as it is: a link there would be an image.
    """
    offsets = plain(markdown).offsets
    pieces: list[str] = []
    done = 0
    for start, end, target in links:
        if offsets is not None:
            start, end = offsets[start], offsets[end]  # noqa: PLW2901 - the same span, in the Markdown
        if markdown[start - 1 : start] == "!":
            continue
        pieces += [markdown[done:start], "[", markdown[start:end], "](", target, ")"]
        done = end
    return "".join([*pieces, markdown[done:]])


def page_links(markdown: str) -> list[tuple[str, str]]:
    """The links to pages of the archive, in order: their words, and the page without the steps up to it (`../`)."""
    if "](" not in markdown:
        return []
    return [(found["words"], found["page"]) for found in _PAGE_LINK.finditer(markdown) if found["page"]]


def to_entity(words: str, page: str) -> bool:  # noqa: ARG001 - one of the questions `unlink` may be given
    """Whether a link leads to an entity's page where it was first put."""
    return _ENTITY.fullmatch(page) is not None


def unlink(markdown: str, which: Callable[[str, str], bool] = to_entity) -> str:
    """`markdown` without those of its `page_links`, by default without its entity links.

    `unlink(link(text, links)) == text`.
    """
    if "](" not in markdown:
        return markdown

    def words(found: re.Match[str]) -> str:
        return found["words"] if found["page"] and which(found["words"], found["page"]) else found[0]

    return _PAGE_LINK.sub(words, markdown)


def _tokens(markdown: str) -> Iterator[re.Match[str]]:
    # As `_TOKEN.finditer`, which tries each of its ways at each character and so takes four times as long.
    done = 0
    token = _TOKEN.match(markdown)
    while True:
        if token:
            yield token
            done = token.end()
        found = _START.search(markdown, done)
        if found is None:
            return
        done = found.end()
        token = _TOKEN.match(markdown, done if found[0] == "\n" else done - 1)


class _Offsets(Sequence[int]):
    """Offsets that mostly count up: kept as runs, of which a text has a few and not one for each character."""

    def __init__(self) -> None:
        self._begins: list[int] = []
        self._runs: list[tuple[int, int]] = []
        self._length = 0

    def run(self, begin: int, offset: int, step: int) -> None:
        """From place `begin` on, offsets count from `offset`: by one (step 1) or not at all (step 0)."""
        self._begins.append(begin)
        self._runs.append((offset, step))

    def end(self, begin: int, offset: int) -> None:
        """The last offset."""
        self.run(begin, offset, 0)
        self._length = begin + 1

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...
    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._length))]
        if place < 0:
            place += self._length
        if not 0 <= place < self._length:
            raise IndexError(place)
        run = bisect_right(self._begins, place) - 1
        offset, step = self._runs[run]
        return offset + step * (place - self._begins[run])


class _View:
    """A plain view in the making: the pieces so far, and where each character came from."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.pieces: list[str] = []
        self.length = 0
        self.offsets = _Offsets()
        self.done = 0

    def copy(self, end: int) -> None:
        """Takes over what stands before `end` as it is."""
        if end > self.done:
            self.pieces.append(self.markdown[self.done : end])
            self.offsets.run(self.length, self.done, 1)
            self.length += end - self.done
        self.done = end

    def resolve(self, escaped: re.Match[str]) -> None:
        """Takes over the character that an escape stands for."""
        written = escaped[0]
        shown = written[1:] if written[0] == "\\" else html.unescape(written)
        self.pieces.append(shown)
        self.offsets.run(self.length, escaped.start(), 0)
        self.length += len(shown)
        self.done = escaped.end()


def without_links(text: str) -> str:
    """The plain view of a text, or a part of one, with its links and images as their words alone."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def _escaped(text: str) -> str:
    first = _NUMBER.match(text)
    numbers = {found.end() - 1 for found in (*([first] if first else []), *_LATER_NUMBER.finditer(text))}
    if not numbers and not _MAY_ACT.search(text):
        return text

    def written(found: re.Match[str]) -> str:
        character = found[0]
        if character in ".)" and found.start() not in numbers:
            return character
        if character in _BACKSLASHED:
            return "\\" + character
        return {"<": "&lt;", "&": "&amp;"}.get(character) or f"&#{ord(character)};"

    return _ACTS.sub(written, text)
