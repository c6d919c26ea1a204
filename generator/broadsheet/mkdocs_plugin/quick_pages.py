"""The quick way for the pages of one build, and how many went it."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from broadsheet.mkdocs_plugin.quick_markdown import quick_page
from broadsheet.mkdocs_plugin.quick_trial import permalink_title


class QuickPages:
    """Renders pages where that is surely what MkDocs would do."""

    def __init__(self) -> None:
        self.quick = 0
        self.slow = 0
        self._tried = False
        self._permalink: str | None = None

    def render(self, page: Page, config: MkDocsConfig, find: Callable[[str], File | None]) -> bool:
        """Sets what `Page.render` does; if that is not surely known, nothing. `find` has the files of the site."""
        if not self._tried:
            self._tried, self._permalink = True, permalink_title(config)
        found = quick_page(page.markdown or "", page.file, find, self._permalink) if self._permalink else None
        if found is None:
            self.slow += 1
            return False
        found.fill(page)
        self.quick += 1
        return True
