"""Editions for tests, in the domain's words.

    edition(
        [article("Title", "Text that names Ukraine.", day="2024-04-16", source="Axios")],
        [entity("Ukraine", "place")],
    )

Names are found by plain search for an entity's name and aliases: finding them well is another part's test.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from broadsheet import addresses
from broadsheet.archive.draft import AnyDraft, FileDraft
from broadsheet.archive.page import render
from broadsheet.config import Config
from broadsheet.edition import Edition, newest_first
from broadsheet.markdown_text import escape, plain
from broadsheet.model import Article, Entity, Mention, Moment, Story, Tie


def article(title: str, text: str = "Text.", *, day: str | None = None, **more: Any) -> Article:
    """An article published on `day` (ISO; with a time where given), in English unless said; `text` is plain."""
    more = {"language": "en", **more}
    identity = more.pop("id", None) or addresses.slug(title)
    published = moment(day) if day else None
    for key in ("retrieved", "updated"):
        if isinstance(more.get(key), str):
            more[key] = moment(more[key])
    made = Article(id=identity, title=title, body=escape(text), published=published, **more)
    return made if made.address else _placed(made)


def entity(name: str, kind: str = "other", **more: Any) -> Entity:
    """An entity; its id is its name's slug."""
    return Entity(id=more.pop("id", None) or addresses.slug(name), name=name, kind=kind, **more)


def story(*articles: Article, copies: Iterable[Sequence[str]] = ()) -> Story:
    """The story that these articles tell; `copies` are lists of ids."""
    told = sorted(articles, key=newest_first)
    name = addresses.slug(told[-1].title, told[-1].id)
    return Story(
        id=name,
        address=addresses.story(told[-1].day, name),
        title=told[0].title,
        articles=tuple(one.id for one in told),
        ties={one.id: Tie(told[place - 1].id) for place, one in enumerate(told)},
        copies=tuple(map(tuple, copies)),
    )


def edition(
    articles: Iterable[Article] = (), entities: Iterable[Entity] = (), stories: Iterable[Story] = (), **settings: Any
) -> Edition:
    """The edition of these articles, entities and stories."""
    config = Config(
        path=Path("/site/mkdocs.yml"),
        docs_dir=Path("/site/content"),
        site_name=settings.pop("site_name", "The Archive"),
        site_url=settings.pop("site_url", "https://example.org/archive/"),
        today=dt.date(2026, 11, 22),
        **settings,
    )
    everything = sorted(articles, key=newest_first)
    ordered, retracted = ([one for one in everything if bool(one.retracted) is gone] for gone in (False, True))
    by_id = {one.id: one for one in sorted(entities, key=lambda one: one.id)}
    mentions = {one.id: _mentions(one, by_id.values()) for one in ordered}
    return Edition(config, ordered, by_id, mentions, retracted, stories=tuple(stories))


def moment(text: str) -> Moment:
    """A day or a time from ISO text."""
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def texts(drafts: Iterable[AnyDraft]) -> dict[str, str]:
    """Files by address, as the archive would write them."""
    return {draft.address: draft.text if isinstance(draft, FileDraft) else render(draft) for draft in drafts}


def _placed(made: Article) -> Article:
    values = {name: getattr(made, name) for name in Article.__dataclass_fields__}
    address = addresses.article(made.day, addresses.slug(made.title, made.id))
    return Article(**{**values, "address": address})


def _mentions(one: Article, entities: Iterable[Entity]) -> list[Mention]:
    names = {name: each.id for each in entities for name in each.every_name if name}
    if not names:
        return []
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    view = plain(one.body)
    found = [
        Mention(match.start(), match.end(), match[0], names[match[0]])
        for match in re.finditer("|".join(map(re.escape, longest_first)), view.text)
    ]
    return [
        mention
        for mention in found
        if not any(start < mention.end and mention.start < end for start, end in view.protected)
    ]
