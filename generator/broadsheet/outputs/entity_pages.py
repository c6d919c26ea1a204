"""Entity pages: what it is, its names, who is named with it, and each article that names it, with the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from broadsheet.archive import entity_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.items import by_year, line, span, year_heading
from broadsheet.outputs.links import outside, shown, to_entity, to_kind
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.paging import Sheet, newest_first, ways
from broadsheet.outputs.quotes import quotes
from broadsheet.outputs.shelves import shelf
from broadsheet.outputs.words import Words, words_for

Quotes = Mapping[tuple[str, str], str]


def entity_pages(edition: Edition) -> Iterator[Draft]:
    """A page for each entity, and further pages where many articles name it."""
    words = words_for(edition.config.language)
    said = quotes(edition)
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
            Block("coverage", _coverage(entity, first, entity.address, said, words)),
            Block("pages", ways(first, address, words)),
        )
        for sheet in more:
            start = address(sheet.number)
            yield page(
                start,
                list_front(f"{entity.name}, {span(sheet.entries, words) or words('Without a date')}"),
                Block("about", words("Articles that name {entity}", entity=to_entity(entity, start))),
                Block("coverage", _coverage(entity, sheet, start, said, words)),
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
    companions = edition.companions(entity.id)
    if not companions:
        return ""
    lines = [
        f"- {to_entity(other, entity.address)} *{words.count('{count} article', '{count} articles', count)}*"
        for other, count in companions
    ]
    return "\n".join([f"## {words('Most often named together with')}", "", *lines])


def _coverage(entity: Entity, sheet: Sheet[Article], start: str, said: Quotes, words: Words) -> str:
    if not sheet.entries:
        return ""
    parts = [f"## {words('Articles')}"]
    for year, articles in by_year(sheet.entries):
        parts.append(f"### {year_heading(year, words)}")
        for article in articles:
            parts.append(f"- {line(article, start, words, year=False)}")
            sentence = said.get((article.id, entity.id))
            if sentence:
                parts.append(f"    > {sentence}")
    return "\n\n".join(parts)
