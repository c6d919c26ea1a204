"""What a page says in schema.org's words (JSON-LD), which search engines and citation managers read.

It stands in the page as a comment, which nothing shows; the theme puts it into the page's head.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from broadsheet import addresses
from broadsheet.edition import Edition
from broadsheet.model import Article, Entity, Image
from broadsheet.outputs.exports import cleaned
from broadsheet.outputs.headline import named_in_headline
from broadsheet.outputs.history import told
from broadsheet.outputs.licences import licence
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.uris import uri
from broadsheet.outputs.words import Words

MOST = 60
"""Names of an article that are told: its export has all."""

TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "event": "Event",
    "work": "CreativeWork",
    "product": "Product",
    "other": "Thing",
}
_CONTEXT = {"@context": "https://schema.org"}

# A comment ends at `-->`, a script at its tag: neither may stand in a text.
_ACTS = re.compile("[<>&\u2028\u2029]|(?<=-)-")


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
            "inLanguage": article.language,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": _organisation(article.source, article.source_url),
            "articleSection": article.section,
            "keywords": list(dict.fromkeys(article.topics)),
            "image": _image(article.image) if article.image else {},
            "isBasedOn": uri(article.url),
            "archivedAt": page if retrieved else "",
            "about": [self._thing(one) for one in about],
            "mentions": [self._thing(one) for one in named if one.id not in in_headline],
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

    def _thing(self, entity: Entity) -> dict[str, Any]:
        page = self._web(entity.address)
        wikidata = f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else ""
        return {"@type": TYPES[entity.kind], "@id": page, "name": entity.name, "sameAs": wikidata}

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


def comment(values: Mapping[str, Any]) -> str:
    """Values as JSON-LD in a comment of Markdown; what is empty is left out."""
    text = json.dumps(_CONTEXT | cleaned(values), ensure_ascii=False, separators=(",", ":"))
    return f"<!-- linked-data: {_ACTS.sub(_escaped, text)} :linked-data -->"


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _organisation(name: str, url: str | None) -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": name, "url": uri(url)} if name else {}


def _image(image: Image) -> dict[str, Any]:
    address = uri(image.url)
    if not address:
        return {}
    return {"@type": "ImageObject", "url": address, "caption": image.alt, "creditText": image.credit}
