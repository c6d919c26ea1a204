"""RSS 2.0, as the RSS Advisory Board's specification and Best Practices Profile have it.

Other outlets of the same text are not told: a `source` is a feed from which an item was taken, and theirs nobody knows.
"""

from __future__ import annotations

from broadsheet.outputs.feeds.channel import Channel
from broadsheet.outputs.feeds.entry import Entry, Rendered
from broadsheet.outputs.moments import rfc822
from broadsheet.outputs.xml_text import DECLARATION, content, filled, filled_ones, indented, value

MEDIA_TYPE = "application/rss+xml"


class Rss:
    """Writes channels as RSS."""

    form = "rss"

    def __init__(self) -> None:
        self._items = Rendered(_item)

    def text(self, channel: Channel) -> str:
        """The feed of a channel."""
        lines = [
            DECLARATION,
            '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
            "<channel>",
            f"  <title>{_title(channel.title)}</title>",
            f"  <link>{content(channel.home)}</link>",
            f"  <description>{_title(channel.about)}</description>",
            f"  <language>{content(channel.language)}</language>",
            f"  <lastBuildDate>{rfc822(channel.updated)}</lastBuildDate>",
            "  <generator>Broadsheet</generator>",
            f'  <atom:link rel="self" type="{MEDIA_TYPE}" href={value(channel.address(self.form))}/>',
        ]
        items = "".join(self._items.all(channel.entries))
        return "\n".join(lines) + f"\n{items}</channel>\n</rss>\n"


def _item(entry: Entry) -> str:
    lines = [
        "<item>",
        f"  <title>{_title(entry.title)}</title>",
        f"  <link>{content(entry.link)}</link>",
        f'  <guid isPermaLink="false">{entry.id}</guid>',
        # A description is HTML: its text is escaped twice.
        f"  <description>{content(content(filled(entry.summary)))}</description>",
    ]
    if entry.published:
        lines.append(f"  <pubDate>{rfc822(entry.published)}</pubDate>")
    lines += [f"  <dc:creator>{_title(name)}</dc:creator>" for name in filled_ones(entry.authors)]
    lines += [f"  <category>{_title(one)}</category>" for one in filled_ones(entry.categories)]
    if entry.language:
        lines.append(f"  <dc:language>{content(entry.language)}</dc:language>")
    if entry.rights:
        lines.append(f"  <dc:rights>{_title(entry.rights)}</dc:rights>")
    if entry.image_type:
        # How long it is, nobody asked its server: 0 says so.
        lines.append(f'  <enclosure url={value(entry.image)} length="0" type="{entry.image_type}"/>')
    return indented([*lines, "</item>"])


def _title(text: str) -> str:
    """A text that some readers take for HTML and others do not.

    An ampersand shows as it is in both if it is written so; of a tag, those that take it for text show the escape.
    """
    return filled(text).replace("<", "&lt;").replace("&", "&#x26;").replace(">", "&gt;")
