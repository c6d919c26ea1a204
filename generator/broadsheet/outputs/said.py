"""Said: what a person is quoted as saying, newest first, each quotation with its article and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from broadsheet.edition import Edition
from broadsheet.entities.speech.quotations import quotations
from broadsheet.markdown_text import escape_inline, plain, without_links
from broadsheet.model import Article, Entity
from broadsheet.outputs.items import line
from broadsheet.outputs.quotation_marks import quoted
from broadsheet.outputs.words import Words

MOST = 8
"""Quotations on a person's page."""

LENGTH = 300
"""Characters after which a quotation is cut."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation, and where it stands."""

    words: str
    """Plain text without quotation marks."""
    article: Article


class Said:
    """What every person of the archive said, ready to be listed."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.words = words
        self._by_speaker = sayings(edition)

    def by(self, entity: Entity, start: str) -> str:
        """What an entity said, on page `start`; empty where nothing is certainly its own words."""
        found = self._by_speaker.get(entity.id)
        if not found:
            return ""
        words = self.words
        parts = [f"## {words('In their own words')}"]
        for article, sayings_of in _by_article(found):
            parts.append(f"- {line(article, start, words)}")
            parts += [f"    > {quoted(_shown(one.words), article.language, words)}" for one in sayings_of]
        return "\n\n".join(parts)


def sayings(edition: Edition) -> Mapping[str, Sequence[Saying]]:
    """By person, the newest quotations of at most `MOST`; the same words count once."""
    found: dict[str, list[Saying]] = defaultdict(list)
    known: dict[str, set[str]] = defaultdict(set)
    for article in edition.articles:
        mentions = edition.mentions.get(article.id, ())
        if not any(edition.entities[mention.entity].kind == "person" for mention in mentions):
            continue
        text = plain(article.body).text
        for quotation in quotations(text, mentions, edition.entities, article.language):
            words = " ".join(text[quotation.start : quotation.end].split())
            who, same = quotation.speaker, "".join(filter(str.isalnum, words)).casefold()
            if len(found[who]) < MOST and same and same not in known[who]:
                known[who].add(same)
                found[who].append(Saying(words, article))
    return found


def _by_article(found: Sequence[Saying]) -> Iterator[tuple[Article, list[Saying]]]:
    by_id: dict[str, list[Saying]] = defaultdict(list)
    for one in found:
        by_id[one.article.id].append(one)
    for group in by_id.values():
        yield group[0].article, group


def _shown(words: str) -> str:
    words = without_links(words)
    if len(words) > LENGTH:
        short = words[:LENGTH]
        words = (short.rpartition(" ")[0] or short).rstrip(" ,;:") + " …"
    return escape_inline(words.rstrip(","))
