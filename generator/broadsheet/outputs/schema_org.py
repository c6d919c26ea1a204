"""What a page says in schema.org's words (`linked_data`), which search engines and citation managers read.

Copies of an article at other outlets are its `workExample`: instances of the same work, each a `NewsArticle` with its
own headline, day, address and publisher. (`sameAs` is for pages that tell what a thing is, `isBasedOn` for what this
text was taken from, `archivedAt` for archives, and a `PublicationEvent` has no headline; a second `publisher` would
have published what stands at the first one's address.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, TypeVar

from broadsheet import addresses
from broadsheet.edition import Edition
from broadsheet.language_tags import tag
from broadsheet.model import Article, Copy, Entity, Image
from broadsheet.outputs.headline import named_in_headline
from broadsheet.outputs.history import told
from broadsheet.outputs.licences import licence
from broadsheet.outputs.linked_data import comment
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.uris import uri
from broadsheet.outputs.words import Words

MOST = 60
"""Names of an article, and copies of it, that are told: its export has all."""

TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "event": "Event",
    "work": "CreativeWork",
    "product": "Product",
    "other": "Thing",
}

T = TypeVar("T")


class SchemaOrg:
    """An edition in schema.org's words."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self._edition, self._words = edition, words
        self._web = on_the_web(edition)

    def article(self, article: Article) -> str:
        """An article's comment: a `NewsArticle`."""
        edition, page = self._edition, self._web(article.address)
        named = [edition.entities[one] for one in edition.ids_named_in(article)[:MOST]]
        in_headline = named_in_headline(edition, article)
        about = [one for one in named if one.id in in_headline]
        retrieved = article.retrieved
        values = {
            "@type": "NewsArticle",
            "@id": page,
            "url": page,
            "headline": article.title,
            "description": article.description,
            "datePublished": article.published.isoformat() if article.published else "",
            "dateModified": article.updated.isoformat() if article.updated else "",
            "inLanguage": tag(article.language or ""),
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": _organisation(article.source, article.source_url),
            "articleSection": article.section,
            "keywords": list(dict.fromkeys(article.topics)),
            "image": _image(article.image) if article.image else {},
            "isBasedOn": uri(article.url),
            "workExample": [_copy(article, one) for one in article.also_at[:MOST]],
            "archivedAt": page if retrieved else "",
            "about": self.things(about),
            "mentions": self.things(one for one in named if one.id not in in_headline),
            "isPartOf": self._story(article),
            "correction": self._corrections(article),
            "copyrightNotice": " ".join((article.rights or "").split()),
            "license": licence(article.rights),
            "usageInfo": self._web(addresses.RIGHTS),
            "sdPublisher": _organisation(edition.config.site_name, edition.config.site_url),
        }
        return comment(values)

    def entity(self, entity: Entity) -> str:
        """An entity's comment: a `Person`, an `Organization`, a `Place` …"""
        names = dict.fromkeys((*self._edition.also_called(entity), *(name for _, name in entity.spoken)))
        page = self._web(entity.address)
        others = [name for name in names if name != entity.name]
        more = {"url": page, "alternateName": others, "mainEntityOfPage": page}
        return comment(self._thing(entity) | more)

    def site(self) -> str:
        """The home page's comment: a `WebSite`, with the address at which it is searched."""
        config, page = self._edition.config, self._web(addresses.HOME)
        search = f"{self._web(addresses.SEARCH)}?q={{words}}"
        action = {"@type": "SearchAction", "target": search, "query-input": "required name=words"} if page else {}
        about = {"description": config.site_description, "inLanguage": self._words.tag, "potentialAction": action}
        return comment(self._this_site() | about)

    def collection(self, title: str, address: str, listed: Iterable[str], **more: Any) -> str:
        """The comment of a page that lists others: a `CollectionPage`; none where nobody knows their addresses."""
        page = self._web(address)
        if not page:
            return ""
        items = [
            {"@type": "ListItem", "position": place, "url": self._web(one)} for place, one in enumerate(listed, start=1)
        ]
        values = {
            "@type": "CollectionPage",
            "@id": page,
            "url": page,
            "name": title,
            "inLanguage": self._words.tag,
            "isPartOf": self._this_site(),
            "mainEntity": {"@type": "ItemList", "itemListElement": items} if items else {},
        }
        return comment(values | more)

    def lists(self, address: Callable[[T], str]) -> Callable[[str, str, Sequence[T]], str]:
        """What gives the comments of a list's pages, whose entries have these addresses."""
        return lambda title, start, entries: self.collection(title, start, map(address, entries))

    def things(self, entities: Iterable[Entity]) -> list[dict[str, Any]]:
        """Who and what a page is about; of very many the first."""
        return [self._thing(one) for one in islice(entities, MOST)]

    def _this_site(self) -> dict[str, Any]:
        home = self._web(addresses.HOME)
        return {"@type": "WebSite", "@id": home, "url": home, "name": self._edition.config.site_name}

    def _thing(self, entity: Entity) -> dict[str, Any]:
        page = self._web(entity.address)
        wikidata = f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else ""
        return {"@type": TYPES[entity.kind], "@id": page, "name": entity.name, "sameAs": wikidata}

    def _story(self, article: Article) -> dict[str, Any]:
        story = self._edition.story_of.get(article.id)
        return {"@type": "CollectionPage", "@id": self._web(story.address), "name": story.title} if story else {}

    def _corrections(self, article: Article) -> list[dict[str, Any]]:
        return [
            {
                "@type": "CorrectionComment",
                "datePublished": change.day.isoformat(),
                "text": told(change, self._words, shown=str, mark="'"),
                "inLanguage": self._words.language,
            }
            for change in article.history
        ]


def _organisation(name: str, url: str | None) -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": name, "url": uri(url)} if name else {}


def _copy(article: Article, copy: Copy) -> dict[str, Any]:
    """The same text at another outlet."""
    return {
        "@type": "NewsArticle",
        "url": uri(copy.url),
        "headline": copy.title or article.title,
        "datePublished": copy.published.isoformat() if copy.published else "",
        "dateModified": copy.updated.isoformat() if copy.updated else "",
        "inLanguage": tag(article.language or ""),
        "publisher": _organisation(copy.name, None),
    }


def _image(image: Image) -> dict[str, Any]:
    address = uri(image.url)
    if not address:
        return {}
    return {"@type": "ImageObject", "url": address, "caption": image.alt, "creditText": image.credit}
