"""What makes a build quick: pages and templates that take from earlier builds what is as it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from broadsheet.archive.kept_results import KeptResults, digest
from broadsheet.mkdocs_plugin.build_mark import NotKeptError, build_mark
from broadsheet.mkdocs_plugin.kept_page import KeptPage
from broadsheet.mkdocs_plugin.kept_template import KeptTemplate, KeptText, ToldOfOthers
from broadsheet.mkdocs_plugin.quick_pages import QuickPages
from broadsheet.mkdocs_plugin.template_reach import is_ours, is_read, keys_of_others, reaching

_log = get_plugin_logger("broadsheet")


@dataclass(frozen=True)
class Speed:
    """What one build takes from those before it."""

    kept: KeptResults
    mark: str
    templates: bool
    """Whether what templates make of pages follows from no more than is kept in mind."""
    keys: frozenset[str] | None
    """The keys of front matter that templates may show of other pages; None: any."""
    quick: QuickPages = field(default_factory=QuickPages)
    texts: dict[str, bytes] = field(default_factory=dict)
    """The marks of templates of the whole site, of which it is known what they follow from."""

    @classmethod
    def of(cls, config: MkDocsConfig, kept: KeptResults) -> Speed | None:
        """That of a site; None, and a line that says why, where pages may follow from more than is known."""
        try:
            mark = build_mark(config)
        except NotKeptError as error:
            _log.info("every page is made anew: what %s does to them is not known here", error)
            return None
        reaches = reaching(config)
        if reaches:
            _log.info("templates are run for each page: %s may show of a page what stands on others", reaches)
        return cls(kept, mark, templates=not reaches, keys=_keys(config, kept, mark))

    def holds(self, config: MkDocsConfig) -> bool:
        """Whether templates and settings still are what they were when the build began."""
        try:
            return build_mark(config) == self.mark
        except (NotKeptError, OSError):
            return False

    def up_pages(self, files: Files, config: MkDocsConfig, but: Mapping[str, object]) -> None:
        """Lets MkDocs' pages render themselves only where they have to; `but` for those that it does not make."""
        for file in files.documentation_pages():
            if file.src_uri in but:
                continue
            page = file.page or KeptPage(None, file, config)
            if type(page) in {Page, KeptPage}:  # another plugin's kind of page knows best
                page.__class__ = KeptPage
                page.kept, page.mark, page.quick = self.kept, self.mark, self.quick  # type: ignore[attr-defined]

    def up_templates(self, env: Environment, pages: Callable[[], Sequence[File]] | None) -> None:
        """Lets templates that MkDocs asks for by name render only where they have to; those that these name, do.

        `pages` are all of the site's, where MkDocs does not know them.
        """
        if not self.templates:
            return
        get = env.get_template

        def kept(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002 - Jinja's name
            found = get(name, parent, globals)
            if parent is not None or not isinstance(found, Template):
                return found
            if name in self.texts:
                return KeptText(found, self.texts[name], self.kept)
            told = ToldOfOthers(keys=self.keys, pages=pages, known=is_read(str(name)))
            return KeptTemplate(found, str(name), self.kept, self.mark, told)

        env.get_template = kept  # type: ignore[method-assign]


def _keys(config: MkDocsConfig, kept: KeptResults, mark: str) -> frozenset[str] | None:
    """See `Speed.keys`; once found out, kept as long as templates and settings are as they are."""
    told = digest(["keys of others", mark])
    found = kept.get(told)
    if found is None:
        keys = keys_of_others(config)
        found = json.dumps(None if keys is None else sorted(keys))
        kept.put(told, found)
    known = json.loads(found)
    return None if known is None else frozenset(known)


def makes_own(config: MkDocsConfig) -> bool:
    """Whether Broadsheet may make pages in MkDocs' place: no other plugin, no template asks for all pages at once."""
    if set(config.plugins) != {"broadsheet"} or config.extra_templates:
        return False
    return all(_ours(config, name) for name in config.theme.static_templates)


def _ours(config: MkDocsConfig, name: str) -> bool:
    found = next((path for folder in config.theme.dirs if (path := Path(folder) / name).is_file()), None)
    return found is not None and is_ours(name, found)
