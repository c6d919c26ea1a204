"""The front matter of a story's page, and what pages say of stories: what we told last, and what people said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from broadsheet.archive import fingerprint, redirect_page
from broadsheet.archive.article_page import strings
from broadsheet.archive.page import Page
from broadsheet.model import Article, FormerStory, Story
from broadsheet.stories import StoryPage, Told

TEMPLATE = "story.html"


def stands(front: Mapping[str, Any]) -> bool:
    """Whether a page with this front matter is a story's, or was one and sends its readers on."""
    return front.get("template") == TEMPLATE or is_former(front)


def is_former(front: Mapping[str, Any]) -> bool:
    """Whether a page sends its readers on because its story is told no more."""
    return redirect_page.stands(front) and isinstance(front.get("articles"), list)


def front(story: Story, updated: str = "") -> dict[str, Any]:
    """Its front matter, in order; `updated` is the newest day of which its page tells."""
    dated = {"updated": updated} if updated else {}
    return {"title": story.title, "template": TEMPLATE, **dated, "id": story.id, "articles": list(story.articles)}


def sent_on(story: FormerStory, target: str) -> dict[str, Any]:
    """The front matter of the page of a story that is told no more."""
    return {
        "title": story.title,
        "template": redirect_page.TEMPLATE,
        "redirect": target,
        "search": {"exclude": True},
        "id": story.id,
        "articles": list(story.articles),
    }


def read(page: Page) -> StoryPage:
    """A story's page; one without `id` (a person's own) takes it from its address."""
    named, title = page.front.get("id"), page.front.get("title")
    return StoryPage(
        id=named if isinstance(named, str) and named else page.address.rpartition("/")[2].removesuffix(".md"),
        address=page.address,
        title=title if isinstance(title, str) else "",
        own_title=isinstance(title, str) and bool(title) and not _is_ours(page),
        articles=strings(page.front.get("articles")),
        former=is_former(page.front),
    )


def told(
    articles: Iterable[Article], pages: Mapping[str, Page], stories: Mapping[str, StoryPage], taken: Iterable[str]
) -> Told:
    """What is known of stories.

    Args:
        articles: of the archive.
        pages: by address.
        stories: the pages of stories, by id.
        taken: the addresses of all that stands in content/.
    """
    last: dict[str, str] = {}
    for story in stories.values():
        last |= dict.fromkeys(() if story.former else story.articles, story.id)
    put: dict[str, str] = {}
    apart: dict[str, tuple[str, ...]] = {}
    alone: set[str] = set()
    for article in articles:
        page = pages.get(article.address)
        if page is None or article.retracted:
            continue
        said = page.front.get("story")
        if said is False:
            alone.add(article.id)
        elif isinstance(said, str) and said:
            (last if _is_ours(page) else put)[article.id] = said
        if page.front.get("not_same_story"):
            apart[article.id] = strings(page.front["not_same_story"])
    return Told(
        pages=stories,
        last=last,
        put=put,
        alone=frozenset(alone),
        apart=apart,
        taken=frozenset(one for one in taken if one.startswith("stories/")),
    )


def _is_ours(page: Page) -> bool:
    """Whether what a page says of a story is as we wrote it."""
    return page.fingerprint is not None and page.fingerprint.story == fingerprint.story_mark(page.front)
