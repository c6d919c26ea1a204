"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from broadsheet.outputs.feeds.channel import Channel
from broadsheet.outputs.feeds.entry import Elsewhere, Entry, Rendered
from broadsheet.outputs.moments import rfc3339
from broadsheet.outputs.xml_text import clean, filled

MEDIA_TYPE = "application/feed+json"


class JsonFeed:
    """Writes channels as JSON Feed."""

    form = "json"

    def __init__(self) -> None:
        self._items = Rendered(_item)

    def text(self, channel: Channel) -> str:
        """The feed of a channel."""
        head = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": filled(channel.title),
            "home_page_url": channel.home,
            "feed_url": channel.address(self.form),
            "description": clean(channel.about),
            "language": channel.language,
            "authors": [{"name": clean(channel.site_name)}],
        }
        items = ",\n".join(self._items.all(channel.entries))
        return f'{_written(head)[:-1]}, "items": [\n{items}\n]}}\n'


def _item(entry: Entry) -> str:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.link,
        "external_url": entry.via,
        "title": clean(entry.title).strip(),
        "content_text": filled(entry.summary),
        "image": entry.image,
        "date_published": rfc3339(entry.published) if entry.published else "",
        "date_modified": rfc3339(entry.updated),
        "authors": [{"name": clean(name)} for name in entry.authors],
        "tags": [clean(one) for one in entry.categories],
        "language": entry.language,
    }
    ours: dict[str, Any] = {"rights": clean(entry.rights), "license": entry.licence} if entry.rights else {}
    if elsewhere := [found for one in entry.also_at if (found := _elsewhere(one))]:
        ours["also_at"] = elsewhere
    return _written({key: found for key, found in {**item, "_broadsheet": ours}.items() if found})


def _elsewhere(one: Elsewhere) -> dict[str, str]:
    """The same text at another outlet."""
    said = {"name": clean(one.name).strip(), "url": one.address}
    return {key: found for key, found in said.items() if found}


def _written(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)
