"""What a theme's templates make of pages of one shape: text that is the same on all of them, and gaps.

A template is run once for each shape (see `traced.py`), and filled in for every other page for which it would have done
the same. The first pages of each shape are made both ways, and compared: should a template do what cannot be seen, all
pages are made by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from broadsheet.mkdocs_plugin.followed import Followed, Part
from broadsheet.mkdocs_plugin.traced import Reading, Trace, UntraceableError, said

_log = get_plugin_logger("broadsheet")
_MOST = 100
"""Shapes of one template at one depth: where pages differ more, following costs more than it saves."""
_COMPARED = 2
"""Pages of each shape that are made both ways."""


@dataclass(slots=True)
class Shell:
    """Pages of one shape."""

    pieces: list[str | tuple[str, Reading]]
    conditions: Mapping[str, tuple[Reading, Any]]
    paths: frozenset[tuple[str, ...]]
    """The folders on the way to all that the pages link to, from the site's root."""
    place: tuple[int, tuple[str, ...]]
    lasting: bool
    """Whether nothing is in it but what pages and settings tell."""
    compared: int = 0

    @classmethod
    def of(cls, trace: Trace, output: str) -> Shell:
        """The shape of the page that was traced."""
        paths = frozenset(
            tuple(parts[:length]) for parts in map(_parts, trace.paths) for length in range(1, len(parts) + 1)
        )
        return cls(trace.pieces(output), trace.conditions, paths, _place(trace.page.url, paths), not trace.moving)

    def fits(self, page: Page, known: dict[str, Any]) -> bool:
        """Whether a page has this shape. `known` are the answers to what other shells asked of it."""
        if _place(page.url, self.paths) != self.place:
            return False
        for what, (read, answer) in self.conditions.items():
            if what not in known:
                known[what] = read(page)
            if known[what] != answer:
                return False
        return True

    def filled(self, page: Page) -> str:
        """The page's HTML."""
        return "".join([said(one, page) for one in self.pieces])


class Shells:
    """All the shells of one build."""

    def __init__(self, env: jinja2.Environment, parts: Mapping[str, Part | None]) -> None:
        """`parts`: see `Followed`."""
        self._followed = Followed(env, parts)
        self._known: dict[tuple[str, str], list[Shell]] = defaultdict(list)
        self._never = bool(env.autoescape or env.is_async or env.finalize)
        self._off: set[str] = set()
        """The templates that are run for each page."""
        self.traced = 0
        """How many times a template was followed."""

    def output(self, name: str, template: jinja2.Template, context: Mapping[str, Any]) -> tuple[str, bool]:
        """What a template makes of a page that is not in the navigation; and whether it would on another day."""
        page: Page = context["page"]
        shells = self._known[name, context["base_url"]]
        if self._never or name in self._off or len(shells) >= _MOST:
            return template.render(context), False
        try:
            shell = self._fitting(shells, page) or self._followed_to(name, context)
            filled = shell.filled(page)
        except Exception as error:  # noqa: BLE001 - whatever it is, the template itself will tell, or do without
            _log.debug("%s is run for %s: %s", name, page.file.src_uri, error)
            if isinstance(error, UntraceableError):
                self._off.add(name)
            return template.render(context), False
        if shell.compared < _COMPARED:
            shell.compared += 1
            real = template.render(context)
            if filled != real:
                _log.info("%s is run for each page: it does what cannot be followed", name)
                self._off.add(name)
            return real, shell.lasting and filled == real
        return filled, shell.lasting

    @staticmethod
    def _fitting(shells: list[Shell], page: Page) -> Shell | None:
        known: dict[str, Any] = {}
        return next((one for one in shells if one.fits(page, known)), None)

    def _followed_to(self, name: str, context: Mapping[str, Any]) -> Shell:
        shell = Shell.of(*self._followed.trace(name, context))
        self._known[name, context["base_url"]].append(shell)
        self.traced += 1
        return shell


def _parts(path: str) -> tuple[str, ...]:
    """The steps to an address, as MkDocs takes them."""
    steps: list[str] = []
    for one in path.split("/"):
        if one == ".." and steps:
            steps.pop()
        elif one not in {"", ".", ".."}:
            steps.append(one)
    return tuple(steps)


def _place(url: str, paths: frozenset[tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
    """All of a page's address on which links to `paths` depend: its depth, and how far it goes the same way."""
    folder, _, file = url.rpartition("/")
    parts = _parts(folder if "." in file else url)
    common = 0
    while common < len(parts) and parts[: common + 1] in paths:
        common += 1
    return len(parts), parts[:common]
