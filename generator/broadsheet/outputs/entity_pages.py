"""Entity pages: what it is, its names, who is named with it, and each article that names it, with the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.archive import entity_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.coverage import Coverage
from broadsheet.outputs.items import span
from broadsheet.outputs.links import outside, shown, to_entity, to_kind
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.paging import newest_first, ways
from broadsheet.outputs.shelves import shelf
from broadsheet.outputs.words import Words, words_for


def entity_pages(edition: Edition) -> Iterator[Draft]:
    """A page for each entity, and further pages where many articles name it."""
    words = words_for(edition.config.language)
    coverage = Coverage(edition, words)
    for entity in edition.entities.values():
        articles = edition.by_entity.get(entity.id, ())
        first, *more = newest_first(articles, edition.config.per_page)
        address = shelf(entity.address)
        yield page(
            entity.address,
            entity_page.front(entity),
            Block("about", _about(entity, articles, words)),
            entity.description,
            Block("names", _names(entity, words)),
            Block("together", _together(edition, entity, words)),
            Block("coverage", coverage.of(entity, first.entries, entity.address)),
            Block("pages", ways(first, address, words)),
        )
        for sheet in more:
            start = address(sheet.number)
            yield page(
                start,
                list_front(f"{entity.name}, {span(sheet.entries, words) or words('Without a date')}"),
                Block("about", words("Articles that name {entity}", entity=to_entity(entity, start))),
                Block("coverage", coverage.of(entity, sheet.entries, start)),
                Block("pages", ways(sheet, address, words)),
            )


def _about(entity: Entity, articles: Sequence[Article], words: Words) -> str:
    kicker = to_kind(entity.kind, entity.address, words)
    if entity.status == "suggested":
        kicker += f" · {words('suggested by its use in the text, not yet confirmed')}"
    facts = []
    if entity.wikidata:
        facts.append(outside(f"https://www.wikidata.org/wiki/{entity.wikidata}", f"Wikidata {entity.wikidata}"))
    facts.append(words.count("{count} article", "{count} articles", len(articles)))
    days = span(articles, words)
    if days:
        facts.append(days)
    return f"{kicker}\n\n{' · '.join(facts)}"


def _names(entity: Entity, words: Words) -> str:
    lines = []
    others = [alias for alias in dict.fromkeys(entity.aliases) if alias != entity.name]
    if others:
        lines.append(f"- {words('Also called')}{words.colon} {', '.join(map(shown, others))}")
    spoken = [(words.language_name(tag), name) for tag, name in sorted(entity.names.items())]
    if spoken:
        listed = ", ".join(f"{shown(name)} ({shown(language)})" for language, name in spoken)
        lines.append(f"- {words('In other languages')}{words.colon} {listed}")
    return "\n".join(lines)


def _together(edition: Edition, entity: Entity, words: Words) -> str:
    # Of a name seen once, its article already says with whom: most names are seen once.
    companions = edition.companions(entity.id) if len(edition.by_entity.get(entity.id, ())) > 1 else ()
    if not companions:
        return ""
    lines = [
        f"- {to_entity(other, entity.address)} *{words.count('{count} article', '{count} articles', count)}*"
        for other, count in companions
    ]
    return "\n".join([f"## {words('Most often named together with')}", "", *lines])
