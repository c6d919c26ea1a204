"""What changed in an article since it first came: a line each, so that a reader sees it."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.model import Article, Change
from broadsheet.outputs.links import shown
from broadsheet.outputs.words import Words


def history(article: Article, words: Words) -> str:
    """The changes, oldest first, each with its day and what stood there before; empty where there are none."""
    if not article.history:
        return ""
    lines = [f"- {words.day(change.day)}{words.colon} {told(change, words)}" for change in article.history]
    return "\n".join([f"## {words('Changes to this article')}", "", *lines])


def told(change: Change, words: Words, shown: Callable[[str], str] = shown, mark: str = "*") -> str:
    """What changed, in a line; `shown` writes a text of the source's, `mark` stands around one that is no more."""
    if change.what == "text" and change.paragraphs:
        return words.count("{count} paragraph changed", "{count} paragraphs changed", change.paragraphs)
    what = {
        "title": words("headline changed"),
        "text": words("text changed"),
        "authors": words("authors changed"),
        "description": words("summary changed"),
        "source": words("source changed"),
        "rights": words("rights changed"),
        "retracted": words("retracted"),
        "restored": words("published again"),
    }[change.what]
    if not shown(change.was):
        return what
    if change.what == "retracted":
        return f"{what}{words.colon} {shown(change.was)}"
    return f"{what}{words.semicolon}{words('before')}{words.colon} {mark}{shown(change.was)}{mark}"
