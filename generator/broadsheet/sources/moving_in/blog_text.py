"""Posts as plain text: Markdown and HTML with what programs put between (shortcodes, Liquid tags) down to paragraphs.

What a record's body is, is plain: headings are paragraphs, lists are lines that begin with a dash, links are their
words, emphasis is nothing, code keeps its lines. What is taken out is noted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import markdown

from broadsheet.sources.html_text import plain_text
from broadsheet.sources.moving_in.notes import Notes

Unwrap = Callable[[str, Notes], str]
"""What takes a program's own marks out of a post's Markdown or HTML."""

_LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph that is read as Markdown; of a text, fifty times as many."""

_DEEPEST = 50
"""Brackets within each other, or left open: Python-Markdown looks for the end of each, in time with their square."""

_LONGEST_TAG = 2_000
"""Characters of a shortcode or a Liquid tag."""

_EXTENSIONS = (
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "sane_lists", "tables",
    "pymdownx.details", "pymdownx.mark", "pymdownx.tabbed", "pymdownx.tilde",
)  # fmt: skip
_SETTINGS: dict[str, Any] = {
    "footnotes": {"BACKLINK_TEXT": "", "SUPERSCRIPT_TEXT": "[{}]"},
    "pymdownx.tabbed": {"alternate_style": True},
}

_HUGO = re.compile(r"\{\{(?:<|%)")
_LIQUID = re.compile(r"\{[%{]")
_ENDS = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{{": "}}"}
_INSIDE = re.compile(r"[\s-]{0,9}(/?)\s{0,9}([\w./-]{0,80})(.*)", re.DOTALL)
_QUOTED = re.compile(r"(?:>[ \t]?){51}")
_BRACKETS = re.compile(r"[\[\]<>()]")
_CAPTION = re.compile(r"""\b(?:caption|title)\s{0,9}=\s{0,9}(?:"([^"]{1,1000})"|'([^']{1,1000})')""")
_KRAMDOWN = re.compile(r"(?:^[*+-][^\n]{0,80}\n)?^\{:\s{0,9}toc[^}\n]{0,80}\}[ \t]*$|\{:[^{}\n]{0,200}\}", re.MULTILINE)
_WORDPRESS = re.compile(r"\[(/?)([a-z][a-z0-9_-]{1,40})((?:[ \t\n=\"'/][^\[\]]{0,1000})?)\]")
_TOC = re.compile(r"^\[(?:TOC|toc)\][ \t]*$|^-{1,2}8<-{1,2}.{0,500}$", re.MULTILINE)
_ICONS = re.compile(r":(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,80}:(?:\{[^{}\n]{0,100}\})?")
_PICTURE = re.compile(r"<img\b", re.IGNORECASE)
_EMBEDDED = re.compile(r"<(iframe|video|audio|object|embed|form|script)\b", re.IGNORECASE)
_LINK = re.compile(r"""<a\s[^<>]{0,40}?href\s{0,9}=\s{0,9}["'](?!#)""", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t]*\n")
_CODE_TAGS = frozenset(("highlight", "code", "codeblock"))


def from_markdown(text: str, notes: Notes) -> str:
    """The paragraphs of a Markdown text."""
    if not _is_tame(text):
        return from_html(text, notes) if "<" in text else text
    try:
        made = _reader().reset().convert(text)
    except Exception:  # noqa: BLE001 - extensions trip over hostile Markdown in many ways; none may stop a run
        return from_html(text, notes)
    return from_html(made, notes)


def _is_tame(text: str) -> bool:
    """Whether nobody would need minutes to read it as Markdown."""
    if len(text) > 50 * _LONGEST_PARAGRAPH or _QUOTED.search(text):
        return False
    for paragraph in _BLANK.split(text):
        depth = dict.fromkeys("[<(", 0)
        for bracket in _BRACKETS.findall(paragraph):
            opening = {"]": "[", ">": "<", ")": "("}.get(bracket)
            if opening:
                depth[opening] = max(depth[opening] - 1, 0)
            else:
                depth[bracket] += 1
                if depth[bracket] > _DEEPEST:
                    return False
        if len(paragraph) > _LONGEST_PARAGRAPH:
            return False
    return True


def from_html(text: str, notes: Notes) -> str:
    """The paragraphs of HTML."""
    notes.took("pictures", len(_PICTURE.findall(text)))
    notes.took("link addresses (their words stay)", len(_LINK.findall(text)))
    for tag in _EMBEDDED.findall(text):
        notes.took(f"<{tag.lower()}>")
    return plain_text(text)


def without_hugo(text: str, notes: Notes) -> str:
    """Without Hugo's shortcodes: what stands between two of them stays, so does a caption."""
    pieces: list[str] = []
    done = 0
    for start, end, opening in _tags(text, _HUGO):
        inside = text[start + len(opening) : end - len(_ENDS[opening])]
        pieces.append(text[done:start])
        done = end
        if inside.lstrip().startswith("/*"):  # {{</* figure */>}} shows a shortcode
            pieces.append(f"{opening}{inside.replace('/*', '', 1).replace('*/', '', 1)}{_ENDS[opening]}")
            continue
        closing, name, rest = _parts(inside)
        pieces.append(_taken(name, rest, notes, "shortcode", closing=bool(closing)))
    return "".join([*pieces, text[done:]])


def without_liquid(text: str, notes: Notes) -> str:
    """Without Liquid's tags and kramdown's marks: what stands in blocks stays, and so does what is `raw`."""
    if "{%" not in text and "{{" not in text:
        return _KRAMDOWN.sub("", text) if "{:" in text else text
    return _KRAMDOWN.sub("", "".join(_liquid_pieces(text, notes)))


def _liquid_pieces(text: str, notes: Notes) -> Iterator[str]:
    done, hidden, raw = 0, False, False
    for start, end, opening in _tags(text, _LIQUID):
        _, name, rest = _parts(text[start + 2 : end - 2])
        if opening == "{{":
            name, rest = "", ""
        if raw and name != "endraw":
            continue
        if not hidden:
            yield text[done:start]
        done = end
        if name in ("comment", "endcomment"):
            hidden = name == "comment"
        elif name in ("raw", "endraw"):
            raw = name == "raw"
        elif not hidden:
            closing = name.startswith("end")
            yield _taken(name.removeprefix("end"), rest, notes, "Liquid tag", closing=closing)
    if not hidden:
        yield text[done:]


def _tags(text: str, openings: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Where tags begin and end, and how they open. (Each end is looked for no further than a tag is long.)"""
    done = 0
    while found := openings.search(text, done):
        start, opening = found.start(), found[0]
        end = text.find(_ENDS[opening], found.end(), start + _LONGEST_TAG)
        done = found.end() if end < 0 else end + len(_ENDS[opening])
        if end >= 0:
            yield start, done, opening


def _parts(inside: str) -> tuple[str, str, str]:
    """Whether a tag closes (a slash), what it is called, and its settings."""
    found = _INSIDE.match(inside)
    return (found[1], found[2], found[3]) if found else ("", "", inside)


def _taken(name: str, rest: str, notes: Notes, kind: str, *, closing: bool) -> str:
    """What stands for a tag: a fence for code, a caption for a figure, else nothing."""
    if name in _CODE_TAGS:
        return "\n```\n"
    if not closing:
        notes.took(f"{kind} {name}" if name else f"{kind}s")
    caption = None if closing else _CAPTION.search(rest)
    return f"\n\n{caption[1] or caption[2]}\n\n" if caption else ""


def without_marks(text: str, notes: Notes) -> str:
    """Without Material's icons and the marks of snippets and tables of contents."""
    notes.took("icons", len(_ICONS.findall(text)))
    return _TOC.sub("", _ICONS.sub("", text))


def pelican(text: str, notes: Notes) -> str:
    """The same, and without the tags of Pelican's plugins."""
    return without_marks(without_liquid(text, notes) if "{%" in text else text, notes)


def from_wordpress(text: str, notes: Notes) -> str:
    """The paragraphs of a WordPress post: blank lines part them, where there are no blocks; shortcodes go."""
    text = _without_wordpress(text, notes)
    if "<!-- wp:" not in text:
        text = _BLANK.sub("\n<p>", text)
        text = re.sub(r"(?<![>\n])\n(?![<\n])", "<br>", text) if "<pre" not in text else text
    return from_html(text, notes)


def _without_wordpress(text: str, notes: Notes) -> str:
    known: set[str] = {"caption", "gallery", "embed", "audio", "video", "playlist", "contact-form", "wp_caption"}
    closed = set(re.findall(r"\[/([a-z][a-z0-9_-]{1,40})\]", text))

    def written(found: re.Match[str]) -> str:
        closing, name, rest = found.groups()
        # Square brackets are also people's: [sic]. A shortcode is known, is closed, or has settings.
        if name not in known and name not in closed and "=" not in rest:
            return found[0]
        if not closing:
            notes.took(f"shortcode {name}")
        return ""

    return _WORDPRESS.sub(written, text) if "[" in text else text


@cache
def _reader() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(_EXTENSIONS), extension_configs=_SETTINGS)
