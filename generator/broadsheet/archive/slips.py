"""Slips: judgements that a person wrote by hand, and that nothing follows from. A run tells them, as `check` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadsheet.archive import article_page, entity_page
from broadsheet.archive.finding import Finding
from broadsheet.archive.front_places import Place, place_of
from broadsheet.archive.page import Page
from broadsheet.entities.identity import country_ids
from broadsheet.model import Article, Entity
from broadsheet.stories import Told

_JUDGED = frozenset(
    (
        *("kind", "status", "aliases", "names", "wikidata", "not_meant", "not_same_as", "merged_into"),
        *("meant", "entities", "story", "not_same_story"),
    )
)
"""What is judged in front matter: a value there that does not fit would be passed over in silence."""


def slips(
    folder: str, pages: Mapping[str, Page], articles: Mapping[str, Article], entities: Mapping[str, Entity], told: Told
) -> Iterator[Finding]:
    """The slips on the pages that a person edited, in the order of addresses.

    Args:
        folder: how findings name the folder of the pages.
        pages: all pages, by address.
        articles: by id.
        entities: by id, those that were refused and merged as well.
        told: which stories there are, and what people said of them.
    """
    at = {one.address: one for one in articles.values()}
    known = told.known()
    for address, page in sorted(pages.items()):
        if page.edited and page.text:
            looking = _Looking(f"{folder}/{address}", page)
            yield from looking.unfit(address)
            yield from looking.unknown(at.get(address), entities)
            yield from looking.contradicted()
            if address in at:
                yield from looking.untold(at[address], told, known)


class _Looking:
    """A page that a person edited."""

    def __init__(self, file: str, page: Page) -> None:
        self._file, self._front, self._text = file, page.front, page.text or ""

    def unfit(self, address: str) -> Iterator[Finding]:
        """Values that are none which can stand there: `status: adoptd`."""
        # Loaded when a person edited something: most runs do without, and it takes a while.
        from broadsheet.archive.schema import ArticleFront, EntityFront, misfits  # noqa: PLC0415 - see above

        if article_page.stands(address, self._front):
            found = misfits(self._front, ArticleFront)
        elif entity_page.stands(address, self._front):
            found = misfits(self._front, EntityFront)
        else:
            return
        for one in found:
            if one.place and one.place[0] in _JUDGED:
                yield self._told(one.place, f"{one.name} {one.what}, and does not count", one.remedy)

    def unknown(self, article: Article | None, entities: Mapping[str, Entity]) -> Iterator[Finding]:
        """Names that are said to mean what is no entity."""
        for name, one in article.meant.items() if article else ():
            if one and one not in entities and one not in country_ids():
                what = f"{name} is said to mean {one}, which is no entity, and does not count"
                yield self._told(("meant", name), what, "write the id of one, or `false` for nobody")

    def untold(self, article: Article, told: Told, known: frozenset[str]) -> Iterator[Finding]:
        """Stories that are named and that there are none of; a person's word and its contrary."""
        story, apart = told.put.get(article.id), told.apart.get(article.id, ())
        if story in apart:
            what = f"is put into the story {story} and said to be no part of it, and is no part of it"
            yield self._told(("story",), what, "delete `story`, or delete it from `not_same_story`")
        elif story and story not in known:
            what = f"is put into the story {story}, which there is not, and does not count"
            yield self._told(("story",), what, _STORY)
        for place, one in enumerate(apart):
            if one not in known:
                yield self._told(("not_same_story", place), f"there is no story {one}", "write the id of one")

    def contradicted(self) -> Iterator[Finding]:
        """One that is merged into what it is said not to be."""
        into = self._front.get("merged_into")
        if into and into in article_page.strings(self._front.get("not_same_as")):
            what = f"is merged into {into} and said to be another"
            yield self._told(("merged_into",), what, "delete it from `not_same_as`, or delete `merged_into`")

    def _told(self, place: Place, what: str, remedy: str) -> Finding:
        return Finding(self._file, *place_of(place, self._text), what, remedy, "warning", "front matter")


_STORY = "write the id of one, `false` for none, or the same new id on another article too"
