"""A page whose HTML is taken from an earlier build where its text, what it links to and all settings are the same.

Else it is made: the quick way, if that is surely the same as MkDocs'.
"""

from __future__ import annotations

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from broadsheet.archive.kept_results import KeptResults, digest
from broadsheet.mkdocs_plugin.page_text import Asked, Listening, links, rendered, still_so, take_links, take_rendered
from broadsheet.mkdocs_plugin.quick_pages import QuickPages


class KeptPage(Page):
    """A page of MkDocs', which renders itself only if nobody has before."""

    kept: KeptResults
    mark: str
    """That of the build."""
    quick: QuickPages

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Sets what `Page.render` does, as that does."""
        told = digest(
            ["Markdown", self.mark, self.file.src_uri, self.file.url, self.file.inclusion.name, self.markdown or ""]
        )
        found = self.kept.get(told)
        if found is not None:
            html, linked = json.loads(found)
            if still_so(linked, files):
                take_links(self, linked, files)
                take_rendered(self, html)
                return
        asked = Asked(files)
        if self.quick.render(self, config, asked.find):
            return
        asked.answers.clear()
        with Listening() as listening:
            super().render(config, asked)  # type: ignore[arg-type]
        if not listening.told:  # what MkDocs says of it, it says again
            self.kept.put(told, json.dumps([rendered(self), links(self, asked)]))
