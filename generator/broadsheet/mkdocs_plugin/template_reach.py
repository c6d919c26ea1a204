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

from broadsheet.mkdocs_plugin.build_mark import installed_templates, theme_files

_TEXTS = frozenset(("content", "content_bytes", "content_string", "markdown", "toc"))
"""Attributes of pages and files that follow from a whole text."""
_OF_ITSELF = frozenset(("content", "toc"))
"""Those that are in a page's own mark."""
_ANY_KEY = frozenset((None, "copy", "get", "items", "keys", "values"))
"""What front matter is asked for that may tell of any key."""
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


def keys_of_others(config: MkDocsConfig) -> frozenset[str] | None:
    """The keys of front matter that templates, Material's too, may show of pages other than their own; None: any.

    Whether a page has front matter at all may show besides.
    """
    env = config.theme.get_env()
    found: set[str] = set()
    for name, path in (*theme_files(config), *installed_templates(config)):
        if name.lower().endswith(_KINDS) and not (name in config.theme.static_templates and is_ours(name, path)):
            keys = _keys_in(path, env)
            if keys is None:
                return None
            found |= keys
    return frozenset(found)


def _keys_in(path: Path, env: jinja2.Environment) -> set[str] | None:
    """Those of one template."""
    try:
        raw = path.read_bytes()
        # Whatever tells of front matter has this word; most templates do not.
        return _keys(env.parse(raw.decode("utf-8"))) if b"meta" in raw else set()
    except (OSError, ValueError, jinja2.TemplateError, RecursionError):
        return None


def _keys(template: nodes.Template) -> set[str] | None:
    reads: list[Any] = list(template.find_all((nodes.Getattr, nodes.Getitem)))
    keys = {_attribute(one) for one in reads if _is_meta(one.node)}
    known = {id(one.node) for one in reads} | set(map(id, _asked(template)))
    whole = any(_is_meta(one) and id(one) not in known for one in reads)
    filters = template.find_all(nodes.Filter)
    by_name = any("meta" in str(one.value).split(".") for given in filters for one in given.find_all(nodes.Const))
    other = any(one.name == "page" and one.ctx != "load" for one in template.find_all(nodes.Name))
    if whole or by_name or other or not _ANY_KEY.isdisjoint(keys):
        return None
    return {one for one in keys if one is not None}


def _asked(template: nodes.Template) -> Iterator[nodes.Node]:
    """What a template asks of for no more than whether it is there."""
    yield from (one.left for one in template.find_all(nodes.And))
    yield from (one.node for one in template.find_all(nodes.Not))
    tests: Iterator[Any] = template.find_all((nodes.If, nodes.CondExpr))
    yield from (one.test for one in tests)


def _is_meta(one: nodes.Expr) -> bool:
    """Whether this is the front matter of a page that is not the template's own."""
    if not isinstance(one, (nodes.Getattr, nodes.Getitem)) or _attribute(one) != "meta":
        return False
    return not (isinstance(one.node, nodes.Name) and one.node.name == "page")


def _attribute(one: nodes.Getattr | nodes.Getitem) -> str | None:
    match one:
        case nodes.Getattr(attr=str(name)) | nodes.Getitem(arg=nodes.Const(value=str(name))):
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
