"""A theme's template whose output is taken from an earlier build where all that it is given is as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jinja2
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from broadsheet.archive.kept_results import KeptResults, digest
from broadsheet.mkdocs_plugin.build_mark import NotKeptError, plain
from broadsheet.mkdocs_plugin.page_text import Listening, toc_token

_USUAL = frozenset(
    "nav pages base_url extra_css extra_javascript mkdocs_version build_date_utc config page".split()  # noqa: SIM905
)
"""What MkDocs gives. `config` is in the mark of the build; what a template makes of `pages` or the time is not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOfOthers:
    """What templates are told of pages other than their own."""

    keys: Collection[str] | None
    """The keys of front matter that they may show; None: any."""
    pages: Callable[[], Sequence[File]] | None = None
    """All pages of the site, where MkDocs does not know them."""
    known: bool = True
    """Whether it is known what a template may show of them."""


class KeptTemplate:
    """A template as MkDocs asks for it: by name, to render a page."""

    def __init__(
        self,
        template: jinja2.Template,
        name: str,
        kept: KeptResults,
        mark: str,
        told: ToldOfOthers,
    ) -> None:
        self._template, self._name, self._kept, self._mark, self._others = template, name, kept, mark, told

    def render(self, context: Mapping[str, Any]) -> str:
        """The page's HTML."""
        if not isinstance(context.get("page"), Page):
            return self._template.render(context)
        if not self._others.known:
            return self._rendered(context)
        try:
            told = digest(["template", self._mark, self._name, *_told(context, self._others.keys)])
        except NotKeptError:
            return self._rendered(context)
        found = self._kept.get(told)
        if found is not None:
            return found
        used: list[str] = []
        watched = {name: _Watched(context[name], used.append, name) for name in ("pages", "build_date_utc")}
        with Listening(quietly=True) as listening:
            try:
                output = self._template.render({**context, **watched})
            except Exception:  # noqa: BLE001 - it may be because a value is watched; if it is not, it is raised again
                used.append("")
        if used or listening.told:
            return self._rendered(context)
        self._kept.put(told, output)
        return output

    def _rendered(self, context: Mapping[str, Any]) -> str:
        pages = self._others.pages
        return self._template.render({**context, "pages": pages()} if pages else context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)


class KeptText:
    """A template of the whole site, whose output is taken from an earlier build with the same mark."""

    def __init__(self, template: jinja2.Template, mark: bytes, kept: KeptResults) -> None:
        self._template, self._mark, self._kept = template, mark, kept

    def render(self, context: Mapping[str, Any]) -> str:
        """Its output."""
        found = self._kept.get(self._mark)
        if found is None:
            found = self._template.render(context)
            self._kept.put(self._mark, found)
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)


class _Watched:
    """A value that tells when a template uses it."""

    def __init__(self, value: Any, tell: Callable[[str], None], name: str) -> None:
        self._value, self._tell, self._name = value, tell, name

    def _used(self) -> Any:
        self._tell(self._name)
        return self._value

    def __getattr__(self, name: str) -> Any:
        return getattr(self._used(), name)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._used())

    def __len__(self) -> int:
        return len(self._used())

    def __bool__(self) -> bool:
        return bool(self._used())

    def __getitem__(self, key: Any) -> Any:
        return self._used()[key]

    def __contains__(self, one: object) -> bool:
        return one in self._used()

    def __eq__(self, other: object) -> bool:
        return bool(self._used() == other)

    def __hash__(self) -> int:
        return hash(self._used())

    def __str__(self) -> str:
        return str(self._used())

    def __repr__(self) -> str:
        return repr(self._used())


def _told(context: Mapping[str, Any], keys: Collection[str] | None) -> Iterator[str]:
    page: Page = context["page"]
    yield from (plain(context[name]) for name in ("base_url", "extra_css", "extra_javascript", "mkdocs_version"))
    yield from (f"{name} {plain(one)}" for name, one in sorted(context.items()) if name not in _USUAL)
    yield from nav_mark(context["nav"], keys)
    yield page.content or ""
    yield plain(
        [
            page.file.src_uri,
            page.file.name,
            page.file.inclusion.name,
            page.is_homepage,
            page.update_date,
            [toc_token(one) for one in page.toc],
        ]
    )
    yield from _page(page, None)
    for other in (page.previous_page, page.next_page):
        yield from _page(other, keys) if other else ("",)
    parents = []
    above = page.parent
    while above is not None:
        parents.append(above.title)
        above = above.parent
    yield plain(parents)


def _page(page: Page, keys: Collection[str] | None) -> Iterator[str]:
    meta = page.meta if keys is None else {key: page.meta[key] for key in sorted(keys) if key in page.meta}
    yield plain([page.title, page.url, page.abs_url, page.canonical_url, page.edit_url, bool(page.meta), meta])


def nav_mark(nav: Navigation, keys: Collection[str] | None) -> Iterator[str]:
    """All that a template may show of the navigation but which of it is open, which the page's own address tells.

    `keys` are those of front matter that it may show; None: any.
    """
    for item in nav.items:
        yield from _item(item, keys)


def _item(item: Any, keys: Collection[str] | None) -> Iterator[str]:
    if isinstance(item, Page):
        yield from _page(item, keys)
    elif isinstance(item, Section):
        yield plain(["section", item.title])
        for child in item.children:
            yield from _item(child, keys)
        yield "end"
    else:
        yield plain(["link", item.title, item.url])
