"""A channel: what one feed is about, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet import addresses
from broadsheet.model import Moment
from broadsheet.outputs.feeds.entry import Entry
from broadsheet.outputs.moments import rfc3339


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed says of itself, and its entries, newest first."""

    id: str
    """Stable as long as the site stays where it is: another site may have a feed of the same thing."""
    page: str
    """The address of the page that it goes with; those of its feeds are made from it."""
    home: str
    """Where on the web its readers are led: that page, or the one it was moved to."""
    title: str
    about: str
    """What is in it, in a sentence."""
    group: str
    """What it stands under in the list of all feeds; empty where the list leaves it out."""
    entries: Sequence[Entry]
    began: Moment
    """The archive's first day: that of a channel in which nothing was ever new."""
    language: str
    """Of the feed's own words, or of all its articles."""
    site: str
    """The site's address."""
    site_name: str

    @property
    def updated(self) -> Moment:
        """That of the entry that was changed last."""
        return max((entry.updated for entry in self.entries), key=rfc3339, default=self.began)

    def address(self, form: str) -> str:
        """Its feed's address on the site, in one of the formats."""
        return addresses.public(addresses.feed(self.page, form), self.site)
