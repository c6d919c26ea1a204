"""Whether a theme's templates show of other pages what no build keeps in mind: their texts and tables of contents.

What a page shows of itself, and the titles, addresses and front matter of those in the navigation, is in the mark of
each page that is kept. Material's own templates show no more, nor do ours. Those that a site adds are read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from mkdocs.config.defaults import MkDocsConfig

from broadsheet.mkdocs_plugin.build_mark import theme_files

_TEXTS = frozenset(("content", "content_bytes", "content_string", "markdown", "toc"))
"""Attributes of pages and files that follow from a whole text."""
_OF_ITSELF = frozenset(("content", "toc"))
"""Those that are in a page's own mark."""
_BY_NAME = frozenset(("attr", "groupby", "map", "max", "min", "reject", "rejectattr", "select", "selectattr"))
_BY_NAME_TOO = frozenset(("sort", "sum", "unique"))
"""Filters that take an attribute's name."""
_KINDS = (".html", ".htm", ".xml", ".txt", ".svg", ".j2", ".jinja", ".jinja2", ".md")
"""What files that templates include end in; those that end otherwise are scripts, styles and pictures."""
_MOST = 1_000_000
"""Bytes of a template; no real one has so many."""


def reaching(config: MkDocsConfig) -> str | None:
    """The name of a template that may look into the texts of other pages; None where surely none does."""
    env = config.theme.get_env()
    for name, path in theme_files(config):
        if name.lower().endswith(_KINDS) and not is_ours(name, path) and _reaches(path, env):
            return name
    return None


def is_ours(name: str, path: Path) -> bool:
    """Whether a file of a theme is the one of that name that Broadsheet brings."""
    ours = resources.files("broadsheet") / "theme" / name
    try:
        return ours.is_file() and path.read_bytes() == ours.read_bytes()
    except OSError:
        return False


def _reaches(path: Path, env: jinja2.Environment) -> bool:
    try:
        raw = path.read_bytes()
        if b"{%" not in raw and b"{{" not in raw:
            return False
        return len(raw) > _MOST or any(_tell(env.parse(raw.decode("utf-8"))))
    except (OSError, ValueError, jinja2.TemplateError, RecursionError):
        return True


def _tell(template: nodes.Template) -> Iterator[bool]:
    """Whether each part of a template reaches, or may, into the text of a page that is not its own."""
    yield from map(_reads, template.find_all((nodes.Getattr, nodes.Getitem)))
    yield from map(_filters, template.find_all(nodes.Filter))
    # Another page may go by this name.
    yield from (one.ctx != "load" for one in template.find_all(nodes.Name) if one.name == "page")
    parts: Iterator[Any] = template.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends))
    yield from (not _known_kind(one.template) for one in parts)


def _reads(one: nodes.Expr) -> bool:
    match one:
        case nodes.Getattr(node=of, attr=str(name)) | nodes.Getitem(node=of, arg=nodes.Const(value=str(name))):
            return name in _TEXTS and not (name in _OF_ITSELF and isinstance(of, nodes.Name) and of.name == "page")
        case nodes.Getitem(arg=nodes.Const() | nodes.Slice()) | nodes.Getitem(node=nodes.Dict()):
            return False
    return True


def _filters(one: nodes.Filter) -> bool:
    if one.name in _BY_NAME or (one.name in _BY_NAME_TOO and (one.args or one.kwargs)):
        return any(_names_text(given) for given in (*one.args, *(pair.value for pair in one.kwargs)))
    return False


def _names_text(given: nodes.Expr) -> bool:
    if not isinstance(given, nodes.Const):
        return True
    return not _TEXTS.isdisjoint(str(given.value).split("."))


def _known_kind(name: nodes.Expr) -> bool:
    """Whether a template that is asked for by name is among those that are read."""
    match name:
        case nodes.Const(value=str(text)):
            return text.lower().endswith(_KINDS)
        case nodes.List(items=names) | nodes.Tuple(items=names):
            return all(map(_known_kind, names))
        case nodes.Concat(nodes=[*_, end]) | nodes.Add(right=end):
            return _known_kind(end)
    return False
