"""Side by side: what each source makes of a story, in its own first words."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.edition import Filed
from broadsheet.language_tags import tag
from broadsheet.model import Article
from broadsheet.outputs.items import fetched, lead
from broadsheet.outputs.links import inside, shown
from broadsheet.outputs.spoken import headline, spoken
from broadsheet.outputs.story_entries import Entry, also_in
from broadsheet.outputs.words import Words

MOST = 24
"""Sources that stand side by side, those first that told it first."""

HEADLINES = 4
"""Headlines of one source."""


def sides(entries: Sequence[Entry], sources: Filed[str], start: str, words: Words) -> str:
    """A list of sources, each with its headlines and its first article's lead; empty unless there are two."""
    by_source: dict[str, list[Entry]] = {}
    earliest = [entry for entry in reversed(entries) if entry.article.published]
    for entry in (*earliest, *(entry for entry in reversed(entries) if not entry.article.published)):
        by_source.setdefault(entry.article.source, []).append(entry)
    if len(by_source) < 2:
        return ""
    parts = [f"## {words('Side by side')}"]
    parts += [_side(name, told, sources, start, words) for name, told in list(by_source.items())[:MOST]]
    if len(by_source) > MOST:
        left = len(by_source) - MOST
        parts.append(words.count("And {count} more source.", "And {count} more sources.", left))
    return "\n\n".join(parts)


def _side(name: str, told: Sequence[Entry], sources: Filed[str], start: str, words: Words) -> str:
    first = told[0]
    there = sources.get(name)
    outlet = inside(there, start, name) if there else shown(name) or words("Source not known")
    when = words.moment(first.article.published) if first.article.published else fetched(first.article, words)
    small = [when] if when else []
    languages = dict.fromkeys(tag(one.article.language) for one in told if one.article.language)
    small += [words.language_name(one) for one in languages if one and one != words.tag]
    parts = [f"- **{outlet}**" + (f" *{' · '.join(small)}*" if small else "")]
    parts.append(headline(first.article, start, words))
    said = spoken(shown(lead(first.article)), first.article.language, words)
    parts += [f"> {said}"] if said else []
    parts += [text] if (text := also_in(first, start, words)) else []
    further = [_further(one.article, start, words) for one in told[1:HEADLINES]]
    if len(told) > HEADLINES:
        left = len(told) - HEADLINES
        further.append(words.count("and {count} more article", "and {count} more articles", left))
    parts += ["\n".join(f"    - {one}" for one in further).removeprefix("    ")] if further else []
    return "\n\n    ".join(parts)


def _further(article: Article, start: str, words: Words) -> str:
    title = headline(article, start, words)
    when = fetched(article, words) or (words.day(article.day) if article.day else "")
    return f"{title} *{when}*" if when else title
