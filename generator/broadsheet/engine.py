"""How MkDocs makes pages of content/, as far as it decides where links lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Loudness = Literal["error", "warning", "notice", "silent"]

_BUILT_IN = ("toc", "tables", "fenced_code")  # MkDocs adds them to every site's
_LOUDNESS: Mapping[Any, Loudness] = {"warn": "warning", "info": "notice", "ignore": "silent"}
_FROM_ROOT = "relative_to_docs"
# Plugins that neither make pages nor change the text of any.
_KNOWN_PLUGINS = frozenset(
    [
        *("broadsheet", "search", "tags", "offline", "privacy", "social", "meta", "info", "optimize", "group"),
        *("minify", "git-revision-date", "git-revision-date-localized", "git-authors", "git-committers", "rss"),
        *("glightbox", "exclude-search", "htmlproofer"),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The settings; as they stand, those of a site that sets none of them."""

    extensions: tuple[str, ...] = _BUILT_IN
    """The names of Markdown extensions, in their order."""
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What is set of each of them."""
    directory_urls: bool = True
    """Whether `a.md` is published as `a/` and not as `a.html`."""
    from_root: bool = False
    """Whether `/a.md` is followed from content/."""
    excluded: str = ""
    """Patterns, one a line, of files in content/ that are not published."""
    lost_pages: Loudness = "warning"
    """How loud a link to a missing page is told, by `validation.links` in mkdocs.yml."""
    lost_anchors: Loudness = "warning"
    root_links: Loudness = "warning"
    """The same for links that begin with a slash."""
    sure: bool = True
    """Whether no plugin may make pages or anchors that are not in content/."""
    root: Path | None = None
    """The folder of mkdocs.yml, absolute."""
    theme_dir: Path | None = None
    """The folder of the site's own theme files, absolute."""


def engine_of(raw: Mapping[str, Any], root: Path) -> Engine:
    """The Engine in what an mkdocs.yml in the folder `root` says; what makes no sense there is MkDocs's to tell."""
    names, settings = _listed(raw.get("markdown_extensions"))
    plugins, _ = _listed(raw.get("plugins"))
    theme = raw.get("theme")
    theme_dir = theme.get("custom_dir") if isinstance(theme, dict) else None
    validation = _mapping(raw.get("validation"))
    said = {**validation, **_mapping(validation.get("links"))}
    return Engine(
        extensions=tuple(dict.fromkeys((*_BUILT_IN, *names))),
        settings={name: _mapping(value) for name, value in settings.items()},
        directory_urls=raw.get("use_directory_urls", True) is not False,
        from_root=said.get("absolute_links") == _FROM_ROOT,
        excluded=str(raw.get("exclude_docs") or ""),
        lost_pages=_loudness(said.get("not_found")),
        lost_anchors=_loudness(said.get("anchors")),
        root_links=_loudness(said.get("absolute_links")),
        sure=all(name.rpartition("/")[2] in _KNOWN_PLUGINS for name in plugins) and not raw.get("hooks"),
        root=root,
        theme_dir=root / str(theme_dir) if theme_dir else None,
    )


def _listed(value: Any) -> tuple[list[str], dict[str, Any]]:
    """The names in a list of names and `name: settings` (or in a mapping of them), and the settings of each."""
    names: list[str] = []
    settings: dict[str, Any] = {}
    items = [{name: given} for name, given in value.items()] if isinstance(value, dict) else value
    for item in items if isinstance(items, list) else ():
        for name, given in item.items() if isinstance(item, dict) else [(item, None)]:
            names.append(str(name))
            settings[str(name)] = given
    return names, settings


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _loudness(said: Any) -> Loudness:
    return _LOUDNESS.get(said, "warning") if isinstance(said, str) else "warning"
