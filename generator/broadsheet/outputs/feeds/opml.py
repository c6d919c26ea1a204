"""OPML 2.0 (http://opml.org/spec2.opml): the list of all feeds, to be taken into a feed reader."""

from __future__ import annotations

import re

from broadsheet.outputs.feeds.channel import Channel
from broadsheet.outputs.xml_text import DECLARATION, clean, content, filled, value


class Opml:
    """The list in the making: one line for each feed, under the heading of its group."""

    def __init__(self, title: str, form: str) -> None:
        self._title, self._form = title, form
        self._groups: dict[str, list[str]] = {}

    def add(self, channel: Channel) -> None:
        """Adds a channel's feed."""
        line = (
            f'<outline type="rss" text={_shown(channel.title)} title={_shown(channel.title)}'
            f" xmlUrl={value(channel.address(self._form))} htmlUrl={value(channel.home)}/>"
        )
        self._groups.setdefault(channel.group, []).append(line)

    def text(self) -> str:
        """The whole list."""
        lines = [
            DECLARATION,
            '<opml version="2.0">',
            f"<head><title>{content(content(clean(self._title)))}</title></head>",
            "<body>",
        ]
        for group, feeds in self._groups.items():
            lines += [f"  <outline text={_shown(group)}>", *(f"    {feed}" for feed in feeds), "  </outline>"]
        return "\n".join([*lines, "</body>", "</opml>", ""])


def _shown(text: str) -> str:
    """A text, which readers may take for HTML; an ampersand that begins no reference needs no escape."""
    return value(re.sub(r"&(?=#|\w+;)", "&amp;", filled(text)).replace("<", "&lt;"))
