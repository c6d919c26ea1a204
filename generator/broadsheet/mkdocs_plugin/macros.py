"""What keeps the macros plugin, which runs text as a template, away from text that came from the open web."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_BLOCK = "<!-- broadsheet:"


def keep_from_macros(page: Page, markdown: str, config: MkDocsConfig) -> None:
    """Has the macros plugin leave a page alone that Broadsheet wrote, unless its front matter says otherwise.

    A headline with braces would be run or stop the build; so would the citations of any article (BibTeX).
    """
    if "macros" not in config.plugins or "render_macros" in page.meta:
        return
    if "fingerprint" in page.meta or _BLOCK in markdown:
        page.meta["render_macros"] = False
