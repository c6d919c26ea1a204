"""What all pages of a build follow from besides their texts: settings, theme, versions; and whether that is all."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from babel import Locale
from mkdocs.config.defaults import MkDocsConfig
from pathspec import PathSpec, RegexPattern

from broadsheet.archive.kept_file import code_mark
from broadsheet.archive.kept_results import digest

_PLUGINS = frozenset(("broadsheet", "material/search", "search"))
"""Plugins that do nothing to a page between its Markdown and its HTML that its text and the settings do not tell."""
_OF_MARKDOWN = (
    "abbr admonition attr_list codehilite def_list fenced_code footnotes md_in_html meta nl2br sane_lists smarty "
    "tables toc"
)
_OF_PYMDOWN = (
    "arithmatex betterem caret critic details emoji escapeall highlight inlinehilite keys magiclink mark saneheaders "
    "smartsymbols superfences tabbed tasklist tilde"
)
_EXTENSIONS = frozenset((*_OF_MARKDOWN.split(), *(f"pymdownx.{one}" for one in _OF_PYMDOWN.split())))
"""Extensions whose HTML follows from the text and the settings alone: those that read files are not among them."""


_PACKAGES = frozenset(("broadsheet", "builtins", "markdown", "material", "mkdocs", "pymdownx"))
"""Those of functions that settings may name."""
ELSEWHERE = frozenset(
    ("site_dir", "strict", "dev_addr", "watch", "exclude_docs", "draft_docs", "not_in_nav", "plugins", "theme", "hooks")
)
"""Settings that say where a site goes, or who looks on (`serve` gives others each time), which files are part of it
(each page says so of itself and of those it asks for), or that are looked at one by one."""


class NotKeptError(Exception):
    """What a page becomes may follow from more than is known here; the text says from what."""


def build_mark(config: MkDocsConfig) -> str:
    """A text that differs wherever anything does that all pages follow from.

    Raises:
        NotKeptError: there is something in the settings of which that cannot be told.
    """
    if strange := sorted(set(config.plugins) - _PLUGINS):
        raise NotKeptError(f"the plugin {strange[0]}")
    for one in config.markdown_extensions:
        if str(one).removeprefix("markdown.extensions.") not in _EXTENSIONS:
            raise NotKeptError(f"the Markdown extension {one}")
    emoji = (config.mdx_configs or {}).get("pymdownx.emoji") or {}
    if (emoji.get("options") or {}).get("custom_icons"):
        raise NotKeptError("the folder of custom icons")
    return digest(_parts(config)).hex()


def theme_files(config: MkDocsConfig) -> Iterator[tuple[str, Path]]:
    """The names and paths of files that a site adds to Material's theme, ours among them."""
    known = _installed()
    for folder in map(Path, config.theme.dirs):
        if not any(folder.is_relative_to(one) for one in known):
            yield from _files(folder)


def _parts(config: MkDocsConfig) -> Iterator[str]:
    yield code_mark().hex()  # with all packages that are installed, by version
    yield plain({name: value for name, value in config.items() if name not in ELSEWHERE})
    yield plain({name: config.theme[name] for name in config.theme})
    yield plain({name: dict(plugin.config) for name, plugin in config.plugins.items()})
    # In a quiet build, warnings are not heard, and pages that have some would be kept; in one for developers MkDocs
    # looks at no anchors.
    yield str(logging.getLogger("mkdocs").getEffectiveLevel())
    for name, path in (*theme_files(config), *installed_templates(config)):
        yield f"{name} {_content(path)}"


def _installed() -> list[Path]:
    """The folders of MkDocs and Material."""
    specs = (find_spec(name) for name in ("mkdocs", "material"))
    return [Path(spec.origin).parent for spec in specs if spec and spec.origin]


def installed_templates(config: MkDocsConfig) -> Iterator[tuple[str, Path]]:
    """The templates of MkDocs and Material: somebody may have changed them where they are."""
    known = _installed()
    for folder in map(Path, config.theme.dirs):
        if any(folder.is_relative_to(one) for one in known):
            yield from _files(folder, but=(".icons", "assets"), ends=(".html", ".xml", ".yml"))


def _content(path: Path) -> str:
    """What tells a file's content from others; editors put links into folders that lead nowhere."""
    try:
        return blake2b(path.read_bytes()).hexdigest()
    except OSError as error:
        return str(error.errno)


def _files(folder: Path, but: Collection[str] = (), ends: str | tuple[str, ...] = "") -> Iterator[tuple[str, Path]]:
    # Jinja follows links to folders, too; those that lead round in a circle need be followed but once.
    seen: set[str] = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        folders[:] = [] if real in seen else sorted(one for one in folders if one not in but)
        seen.add(real)
        for path in (Path(place, name) for name in sorted(files) if name.endswith(ends)):
            yield path.relative_to(folder).as_posix(), path


def plain(value: Any) -> str:
    """A text that is the same wherever a value of settings or front matter is.

    Raises:
        NotKeptError: the value is of a kind that has no such text.
    """
    if value is None or isinstance(value, (bool, int, float, str, bytes, date, Path)):
        return f"{type(value).__name__}:{value!r}"
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{plain(key)}={plain(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (Sequence, set, frozenset)):
        listed = [plain(one) for one in value]
        return "[" + ",".join(sorted(listed) if isinstance(value, (set, frozenset)) else listed) + "]"
    if isinstance(value, (Locale, PathSpec, partial)) or (is_dataclass(value) and not isinstance(value, type)):
        return type(value).__name__ + plain(_inside(value))
    if callable(value) and getattr(value, "__qualname__", "<").isidentifier() and _is_installed(value.__module__):
        return f"{value.__module__}.{value.__qualname__}"
    raise NotKeptError(f"a setting of the kind {type(value).__name__}")


def _is_installed(module: str) -> bool:
    """Whether a function is of a package whose version is known here: others may change from one build to the next."""
    return module.partition(".")[0] in _PACKAGES


def _inside(value: Any) -> list[Any]:
    if isinstance(value, Locale):
        return [str(value)]
    if isinstance(value, PathSpec):
        return [one.pattern for one in value.patterns if isinstance(one, RegexPattern)]
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    return [(one.name, getattr(value, one.name)) for one in fields(value)]
