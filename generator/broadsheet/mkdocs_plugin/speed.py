"""What makes a build quick: pages and templates that take from earlier builds what is as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from broadsheet.archive.kept_results import KeptResults
from broadsheet.mkdocs_plugin.build_mark import NotKeptError, build_mark
from broadsheet.mkdocs_plugin.kept_page import KeptPage
from broadsheet.mkdocs_plugin.kept_template import KeptTemplate

_log = get_plugin_logger("broadsheet")


@dataclass(frozen=True)
class Speed:
    """What one build takes from those before it."""

    kept: KeptResults
    mark: str

    @classmethod
    def of(cls, config: MkDocsConfig, kept: KeptResults) -> Speed | None:
        """That of a site; None, and a line that says why, where pages may follow from more than is known."""
        try:
            mark = build_mark(config)
        except NotKeptError as error:
            _log.info("every page is made anew: what %s does to them is not known here", error)
            return None
        return cls(kept, mark)

    def up_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Lets MkDocs' pages render themselves only where they have to."""
        for file in files.documentation_pages():
            page = file.page or KeptPage(None, file, config)
            if type(page) in {Page, KeptPage}:  # another plugin's kind of page knows best
                page.__class__ = KeptPage
                page.kept, page.mark = self.kept, self.mark  # type: ignore[attr-defined]

    def up_templates(self, env: Environment) -> None:
        """Lets templates that MkDocs asks for by name render only where they have to; those that these name, do."""
        get = env.get_template

        def kept(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002 - Jinja's name
            found = get(name, parent, globals)
            if parent is not None or not isinstance(found, Template):
                return found
            return KeptTemplate(found, str(name), self.kept, self.mark)

        env.get_template = kept  # type: ignore[method-assign]
