"""Atom (RFC 4287)."""

from __future__ import annotations

import re
import uuid

from broadsheet.outputs.feeds.channel import Channel
from broadsheet.outputs.feeds.entry import Elsewhere, Entry, Rendered
from broadsheet.outputs.moments import rfc3339
from broadsheet.outputs.xml_text import DECLARATION, clean, content, filled, filled_ones, indented, value

MEDIA_TYPE = "application/atom+xml"
_HTML = "text/html"
_MAY_BE_MARKUP = re.compile("[<&]")


class Atom:
    """Writes channels as Atom."""

    form = "atom"

    def __init__(self) -> None:
        self._entries = Rendered(_entry)

    def text(self, channel: Channel) -> str:
        """The feed of a channel."""
        name = content(filled(channel.site_name))
        entries = "".join(self._entries.all(channel.entries))
        lines = [
            DECLARATION,
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={value(channel.language)}>',
            f"  <id>{channel.id}</id>",
            f"  {_text('title', channel.title)}",
            f"  {_text('subtitle', channel.about)}",
            f"  <updated>{rfc3339(channel.updated)}</updated>",
            f"  <author><name>{name}</name></author>",
            "  <generator>Broadsheet</generator>",
            f"  {_link('self', MEDIA_TYPE, channel.address(self.form))}",
            f"  {_link('alternate', _HTML, channel.home)}",
        ]
        return "\n".join(lines) + f"\n{entries}</feed>\n"


def _entry(entry: Entry) -> str:
    # Said of an unknown one too: else it would be the feed's.
    lines = [f"<entry xml:lang={value(entry.language)}>", f"  <id>{entry.id}</id>", f"  {_text('title', entry.title)}"]
    lines.append(f"  {_link('alternate', _HTML, entry.link)}")
    if entry.via:
        lines.append(f"  {_link('via', _HTML, entry.via)}")
    lines += [f"  {_elsewhere(one)}" for one in entry.also_at if one.address]
    if entry.licence:
        lines.append(f"  {_link('license', _HTML, entry.licence)}")
    if entry.image_type:
        lines.append(f"  {_link('enclosure', entry.image_type, entry.image)}")
    lines.append(f"  <updated>{_moment_of_its_own(entry)}</updated>")
    if entry.published:
        lines.append(f"  <published>{rfc3339(entry.published)}</published>")
    lines += [f"  <author><name>{content(name)}</name></author>" for name in filled_ones(entry.authors)]
    lines += [f"  <category term={value(one)}/>" for one in filled_ones(entry.categories)]
    lines.append(f"  {_text('summary', entry.summary)}")
    if entry.rights:
        lines.append(f"  {_text('rights', entry.rights)}")
    return indented([*lines, "</entry>"])


def _moment_of_its_own(entry: Entry) -> str:
    """Its moment, with a fraction of a second that no other entry has: some readers take two of one moment for one."""
    fraction = uuid.UUID(entry.id).int % 1_000_000
    return f"{rfc3339(entry.updated).removesuffix('Z')}.{fraction:06}Z"


def _link(relation: str, media_type: str, address: str) -> str:
    return f'<link rel="{relation}" type="{media_type}" href={value(address)}/>'


def _elsewhere(one: Elsewhere) -> str:
    """The same text at another outlet: what RFC 4287 (4.2.7.2) calls related."""
    name = clean(one.name).strip()
    # What is called like markup is not called: readers may take a link's title for HTML.
    titled = f" title={value(name)}" if name and not _MAY_BE_MARKUP.search(name) else ""
    return f'<link rel="related" type="{_HTML}" href={value(one.address)}{titled}/>'


def _text(tag: str, text: str) -> str:
    """A text that is shown as it is. What may be taken for markup is told to be text that was escaped."""
    plain = filled(text)
    if _MAY_BE_MARKUP.search(plain):
        return f'<{tag} type="html">{content(content(plain))}</{tag}>'
    return f"<{tag}>{content(plain)}</{tag}>"
