"""Feeds: what is new in the whole archive, and about each entity, topic, source, language and story.

channels (what there is to follow, format or not) ─► atom, rss, json_feed (one file each) ─► opml (the list of all)
"""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet import addresses
from broadsheet.archive.draft import FileDraft
from broadsheet.edition import Edition
from broadsheet.outputs.feeds.atom import Atom
from broadsheet.outputs.feeds.channels import channels
from broadsheet.outputs.feeds.json_feed import JsonFeed
from broadsheet.outputs.feeds.opml import Opml
from broadsheet.outputs.feeds.rss import Rss

FORMATS = (Atom, Rss, JsonFeed)

FIRST = addresses.feed(addresses.HOME)
"""The first feed that there ever was: an older Broadsheet wrote it, and noted nothing."""


def feeds(edition: Edition) -> Iterator[FileDraft]:
    """Every feed in every format that the site asks for, and the list of them in the first of these formats."""
    config = edition.config
    writers = [writer() for writer in FORMATS if writer.form in config.feed_formats]
    if not writers:
        return
    opml = Opml(config.site_name, writers[0].form)
    for channel in channels(edition):
        if channel.group:
            opml.add(channel)
        for writer in writers:
            address = addresses.feed(channel.page, writer.form)
            sign = channel.id if address == FIRST else ""
            yield FileDraft(address=address, text=writer.text(channel), sign=sign)
    yield FileDraft(address=addresses.FEEDS, text=opml.text())
