"""An Edition goes out: every output is one function from an Edition to drafts, and one line below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from broadsheet.archive.draft import AnyDraft
from broadsheet.edition import Edition
from broadsheet.outputs.archive_lists import archive_lists
from broadsheet.outputs.article_pages import article_pages
from broadsheet.outputs.author_lists import author_lists
from broadsheet.outputs.day_editions import day_editions
from broadsheet.outputs.edition_list import edition_list
from broadsheet.outputs.entity_index import entity_index
from broadsheet.outputs.entity_pages import entity_pages
from broadsheet.outputs.exports import article_exports, entity_exports
from broadsheet.outputs.feeds import feeds
from broadsheet.outputs.former_stories import former_stories
from broadsheet.outputs.home import home
from broadsheet.outputs.inbox import inbox
from broadsheet.outputs.language_lists import language_lists
from broadsheet.outputs.merged_pages import merged_pages
from broadsheet.outputs.month_editions import month_editions
from broadsheet.outputs.news_sitemap import news_sitemap
from broadsheet.outputs.rights import rights
from broadsheet.outputs.robots import robots
from broadsheet.outputs.search_page import search_page
from broadsheet.outputs.source_lists import source_lists
from broadsheet.outputs.story_list import story_list
from broadsheet.outputs.story_pages import story_pages
from broadsheet.outputs.tombstones import tombstones
from broadsheet.outputs.topic_lists import topic_lists
from broadsheet.outputs.trails import with_trails
from broadsheet.outputs.week_editions import week_editions

Output = Callable[[Edition], Iterator[AnyDraft]]

OUTPUTS: tuple[Output, ...] = (
    home,
    article_pages,
    tombstones,
    story_pages,
    former_stories,
    story_list,
    entity_pages,
    merged_pages,
    entity_index,
    day_editions,
    week_editions,
    month_editions,
    edition_list,
    topic_lists,
    source_lists,
    author_lists,
    language_lists,
    archive_lists,
    search_page,
    rights,
    inbox,
    feeds,
    news_sitemap,
    robots,
    article_exports,
    entity_exports,
)


def tasks(edition: Edition) -> Sequence[Callable[[], Iterator[AnyDraft]]]:
    """What makes the drafts of an edition, an output each, its pages with their trails."""
    return [partial(with_trails, output, edition) for output in OUTPUTS]


def drafts(edition: Edition) -> Iterator[AnyDraft]:
    """Everything the site consists of, one draft after the other."""
    for task in tasks(edition):
        yield from task()
