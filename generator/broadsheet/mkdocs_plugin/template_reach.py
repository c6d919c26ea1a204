"""Whether a site's own templates show anything that is in no mark, by which what is kept of pages would grow stale.

What a page shows of itself, and the titles, addresses and front matter of those in the navigation, is in the mark of
each page that is kept; so are settings, but those that say who looks on. Of all other names that MkDocs' pages and
files have (texts, tables of contents, days, and whatever a later version brings), one is enough for templates to be run
for each page. Material's own templates show none of them, nor do ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from broadsheet.mkdocs_plugin.build_mark import ELSEWHERE, installed_templates, theme_files

_SHARED = frozenset(
    "abs_url active ancestors canonical_url children edit_url homepage is_homepage is_link is_page is_section "  # noqa: SIM905
    "is_top_level items meta next_page pages parent previous_page title url".split()
)
"""What a template may ask of any page or part of the navigation: it is in the mark, or follows from what is."""
_OF_ITSELF = frozenset(("content", "file", "is_index", "toc", "update_date"))
"""What it may ask of its own page besides."""
_OF_ITS_FILE = frozenset(("dest_uri", "inclusion", "name", "src_path", "src_uri", "url"))
_TEXTS_OF_FILES = frozenset(("content_bytes", "content_string"))
_LOOKING_ON = ELSEWHERE - {"plugins", "theme", "hooks"}
"""Settings that are in no mark."""
_FORMATTING = frozenset(("format", "format_map"))
"""Methods of texts that read attributes by names which stand in the text."""
_ANY_KEY = frozenset((None, "copy", "get", "items", "keys", "values"))
"""What front matter is asked for that may tell of any key."""
_BY_NAME = frozenset(
    "attr groupby join map max min reject rejectattr select selectattr sort sum unique".split()  # noqa: SIM905
)
"""Filters that take an attribute's name."""
_KINDS = (".html", ".htm", ".xml", ".txt", ".svg", ".j2", ".jinja", ".jinja2", ".md")
"""What the names of templates end in that are read here; files that end otherwise are scripts, styles and pictures."""
_MOST = 1_000_000
"""Bytes of a template; no real one has so many."""


def reaching(config: MkDocsConfig) -> str | None:
    """The name of a template that may show what is in no mark; None where surely none does."""
    env = config.theme.get_env()
    never = _never(config)
    for name, path in theme_files(config):
        if is_read(name) and not is_ours(name, path) and _reaches(path, env, never):
            return name
    return None


def is_read(name: str) -> bool:
    """Whether a template of this name is among those that are looked into."""
    return name.lower().endswith(_KINDS)


def keys_of_others(config: MkDocsConfig) -> frozenset[str] | None:
    """The keys of front matter that templates, Material's too, may show of pages other than their own; None: any.

    Whether a page has front matter at all may show besides.
    """
    env = config.theme.get_env()
    found: set[str] = set()
    for name, path in (*theme_files(config), *installed_templates(config)):
        if is_read(name) and not (name in config.theme.static_templates and is_ours(name, path)):
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


def _never(config: MkDocsConfig) -> frozenset[str]:
    """The names that no template may ask for, but some of its own page."""
    page = Page("", File("a.md", None, "", use_directory_urls=True), config)
    parts = (page, Navigation([], []), Section("", []), Link("", ""))
    names = {name for one in parts for name in (*dir(one), *vars(one)) if not name.startswith("_")}
    return frozenset((names | _TEXTS_OF_FILES | _LOOKING_ON | _FORMATTING) - _SHARED)


def _reaches(path: Path, env: jinja2.Environment, never: frozenset[str]) -> bool:
    try:
        raw = path.read_bytes()
        if b"{%" not in raw and b"{{" not in raw:
            return False
        return len(raw) > _MOST or any(_tell(env.parse(raw.decode("utf-8")), never))
    except (OSError, ValueError, jinja2.TemplateError, RecursionError):
        return True


def _tell(template: nodes.Template, never: frozenset[str]) -> Iterator[bool]:
    """Whether each part of a template may show one of these names."""
    yield from (_reads(one, never) for one in template.find_all((nodes.Getattr, nodes.Getitem)))
    yield from (_filters(one, never) for one in template.find_all(nodes.Filter))
    # Something else may go by these names.
    yield from (one.ctx != "load" for one in template.find_all(nodes.Name) if one.name in {"page", "config"})
    # `"%s" % value` hides from whom a text has a value.
    yield from (not _is_number(one.right) for one in template.find_all(nodes.Mod))
    parts: Iterator[Any] = template.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends))
    yield from (not _known_kind(one.template) for one in parts)


def _reads(one: Any, never: frozenset[str]) -> bool:
    root, way = _way(one)
    name = way[-1]
    match root, *way:
        case "config", first, *_:
            return first is None or first in _LOOKING_ON
        case "page", "file", *rest:
            return rest not in [[], *([one] for one in _OF_ITS_FILE)]
        case "page", str(first), *_ if first in _OF_ITSELF:
            return name in _FORMATTING
    if "meta" in way[:-1]:
        return False
    if name is None:
        return not (isinstance(one.arg, nodes.Slice) or _is_number(one.arg) or isinstance(one.node, nodes.Dict))
    return name in never


def _way(one: nodes.Expr) -> tuple[str, list[str | None]]:
    """From which name, and by which attributes, a value is reached; None for what is not told by name."""
    way: list[str | None] = []
    while isinstance(one, (nodes.Getattr, nodes.Getitem)):
        way.append(_attribute(one))
        one = one.node
    return one.name if isinstance(one, nodes.Name) else "", way[::-1]


def _filters(one: nodes.Filter, never: frozenset[str]) -> bool:
    if one.name not in _BY_NAME:
        return False
    given = [*one.args, *(pair.value for pair in one.kwargs)]
    return any(not isinstance(arg, nodes.Const) or not never.isdisjoint(str(arg.value).split(".")) for arg in given)


def _is_number(one: nodes.Expr) -> bool:
    return isinstance(one, nodes.Const) and isinstance(one.value, int)


def _known_kind(name: nodes.Expr) -> bool:
    """Whether a template that is asked for by name is among those that are read."""
    match name:
        case nodes.Const(value=str(text)):
            return is_read(text)
        case nodes.List(items=names) | nodes.Tuple(items=names):
            return all(map(_known_kind, names))
        case nodes.Concat(nodes=[*_, end]) | nodes.Add(right=end):
            return _known_kind(end)
    return False
