"""`robots.txt`: everything may be read, and here is where the pages are listed."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive.draft import FileDraft
from broadsheet.edition import Edition
from broadsheet.outputs.links import on_the_web

MARK = "# Written by Broadsheet; delete this line, and the file is yours.\n"


def robots(edition: Edition) -> Iterator[FileDraft]:
    """The file, where the site's address is known; one that a person wrote stays."""
    if not edition.config.site_url:
        return
    web = on_the_web(edition)
    listed = "".join(f"Sitemap: {web(address)}\n" for address in (addresses.SITEMAP, addresses.NEWS_SITEMAP))
    yield FileDraft(address=addresses.ROBOTS, text=f"{MARK}User-agent: *\nAllow: /\n\n{listed}", mark=MARK)
