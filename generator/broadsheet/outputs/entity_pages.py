"""Entity pages: what it is, when it is named, with whom, what it said, and each article that names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from broadsheet import addresses
from broadsheet.archive import entity_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.config import Config
from broadsheet.edition import Edition
from broadsheet.model import Article, Entity
from broadsheet.outputs.coverage import Coverage
from broadsheet.outputs.entity_names import Names
from broadsheet.outputs.items import span
from broadsheet.outputs.language_filter import filters
from broadsheet.outputs.links import named, outside, relative, to_entity, to_feed, to_kind
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.moments import newest_headline
from broadsheet.outputs.paging import neighbours, newest_first, ways
from broadsheet.outputs.said import Said
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.shelves import shelf
from broadsheet.outputs.subjects import Subjects
from broadsheet.outputs.timeline import drawn, summary, timeline, told
from broadsheet.outputs.together import together
from broadsheet.outputs.words import Words, words_for


def entity_pages(edition: Edition) -> Iterator[Draft]:
    """A page for each entity, and further pages where many articles name it."""
    words = words_for(edition.config.language)
    coverage = Coverage(edition, words)
    subjects = Subjects(edition, words)
    names = Names(edition, words)
    said = Said(edition, words)
    href = partial(addresses.published, directory_urls=edition.config.engine.directory_urls)
    schema = SchemaOrg(edition, words)
    for entity in edition.entities.values():
        articles = edition.by_entity.get(entity.id, ())
        address = shelf(entity.address)
        first, *more = sheets = newest_first(articles, edition.config.per_page)
        bars = filters([sheet.entries for sheet in sheets], [address(sheet.number) for sheet in sheets], words)
        yield page(
            entity.address,
            entity_page.front(entity, newest_headline(first.entries)),
            Block("about", _about(entity, articles, edition.config, words)),
            entity.description,
            Block("names", names.of(entity)),
            Block("timeline", _timeline(entity, articles, words)),
            Block("together", together(edition, entity, entity.address, words, href)),
            Block("said", said.by(entity, entity.address)),
            Block("subjects", subjects.of(articles, entity.address)),
            Block("filter", bars[0]),
            Block("coverage", coverage.of(entity, first.entries, entity.address)),
            Block("pages", ways(first, address, words)),
            Block("linked-data", schema.entity(entity)),
            heading=named(entity),
        )
        for sheet, languages in zip(more, bars[1:], strict=True):
            start = address(sheet.number)
            yield page(
                start,
                list_front(
                    f"{entity.name}{words.comma}{span(sheet.entries, words) or words('Without a date')}",
                    updated=newest_headline(sheet.entries),
                    **neighbours(sheet, address),
                ),
                Block("about", words("Articles that name {entity}", entity=to_entity(entity, start))),
                Block("filter", languages),
                Block("coverage", coverage.of(entity, sheet.entries, start)),
                Block("pages", ways(sheet, address, words)),
            )


def _about(entity: Entity, articles: Sequence[Article], config: Config, words: Words) -> str:
    kicker = to_kind(entity.kind, entity.address, words)
    if entity.status == "suggested":
        kicker += f" · {words('suggested by its use in the text, not yet confirmed')}"
    facts = []
    if entity.wikidata:
        facts.append(outside(f"https://www.wikidata.org/wiki/{entity.wikidata}", f"Wikidata {entity.wikidata}"))
    facts.append(words.count("{count} article", "{count} articles", len(articles)))
    days = [article.day for article in articles if article.day]
    if days and days[0] != days[-1]:
        facts.append(words("first named {day}", day=words.day(days[-1])))
        facts.append(words("last named {day}", day=words.day(days[0])))
    elif days:
        facts.append(words.day(days[0]))
    if config.feed_formats and (config.suggested_feeds or entity.status == "adopted"):
        facts.append(to_feed(addresses.entity(entity.id), entity.address, config.feed_formats, words))
    if "entities" in config.exports:
        facts.append(f"[JSON]({relative(addresses.export(addresses.entity(entity.id)), entity.address)})")
    return f"{kicker}\n\n{' · '.join(facts)}"


def _timeline(entity: Entity, articles: Sequence[Article], words: Words) -> str:
    line = timeline(articles)
    if line is None:
        return ""
    picture = drawn(line, words("Articles that name {entity}", entity=entity.name), words)
    listed = f"<summary>{words('The same as a list')}</summary>\n\n{told(line, words)}\n\n</details>"
    return "\n\n".join([f"## {words('Over time')}", picture, summary(line, words), f'<details markdown="1">{listed}'])
