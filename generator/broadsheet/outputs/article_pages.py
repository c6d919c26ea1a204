"""Article pages: the text with its names linked, who is in it, what is related, what changed, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.archive import article_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition, Filed
from broadsheet.markdown_text import link
from broadsheet.model import Article, Entity
from broadsheet.outputs.chips import chips
from broadsheet.outputs.citations import citations
from broadsheet.outputs.history import history
from broadsheet.outputs.items import line
from broadsheet.outputs.language_filter import language_filter
from broadsheet.outputs.links import inside, on_the_web, relative
from broadsheet.outputs.listing import page
from broadsheet.outputs.neighbours import neighbours
from broadsheet.outputs.provenance import byline, cleaning, provenance
from broadsheet.outputs.related import Related, reason, related
from broadsheet.outputs.same_story import SameStory
from broadsheet.outputs.schema_org import SchemaOrg
from broadsheet.outputs.shelves import author_addresses, source_addresses, topic_addresses
from broadsheet.outputs.words import Words, words_for

CHIPS = 40
"""Names shown under a text, those named first; the others are folded away."""


def article_pages(edition: Edition) -> Iterator[Draft]:
    """A page for each article."""
    words = words_for(edition.config.language)
    topics, sources, authors = topic_addresses(edition), source_addresses(edition), author_addresses(edition)
    same, beside = SameStory(edition, words), neighbours(edition, words)
    web, schema = on_the_web(edition), SchemaOrg(edition, words)
    for article, others in related(edition):
        start = article.address
        named = edition.named_in(article)
        story = edition.story_of.get(article.id)
        listed = (*same.listed(article), *(other.article for other in others))
        yield page(
            start,
            article_page.front(article, [entity.id for entity in named], story.id if story else ""),
            Block("about", _about(article, topics, byline(article, sources, authors, words))),
            _linked(edition, article),
            Block("entities", _in_this_story(named, start, words)),
            Block("filter", language_filter(listed, start, words)),
            Block("story", same.under(article)),
            Block("related", _related(others, start, words)),
            Block("history", history(article, words)),
            Block("provenance", provenance(article, sources, words)),
            Block("cleaning", cleaning(article, words)),
            Block("cite", citations(article, edition.config, web, words)),
            Block("beside", beside.get(article.id, "")),
            Block("linked-data", schema.article(article)),
        )


def _about(article: Article, topics: Filed[str], byline: str) -> str:
    names = dict.fromkeys(topics.name(topic) for topic in article.every_topic if topic in topics)
    kicker = " · ".join(inside(topics[topic], article.address, topic) for topic in names)
    return "\n\n".join(part for part in (kicker, byline) if part)


def _linked(edition: Edition, article: Article) -> str:
    spans = (
        (mention.start, mention.end, relative(edition.entities[mention.entity].address, article.address))
        for mention in edition.first_mentions(article)
    )
    return link(article.body, spans)


def _in_this_story(named: Sequence[Entity], start: str, words: Words) -> str:
    if not named:
        return ""
    parts = [f"## {words('In this story')}\n\n{chips(named[:CHIPS], start, words)}"]
    if more := named[CHIPS:]:
        summary = words.count("and {count} more", "and {count} more", len(more))
        parts += [f'<details markdown="1"><summary>{summary}</summary>', chips(more, start, words), "</details>"]
    return "\n\n".join(parts)


def _related(others: Sequence[Related], start: str, words: Words) -> str:
    if not others:
        return ""
    parts = [f"## {words('Related')}"]
    parts += [f"- {line(other.article, start, words)}\n\n    {reason(other, words)}" for other in others]
    return "\n\n".join(parts)
