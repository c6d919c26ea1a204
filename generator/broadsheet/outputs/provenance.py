"""Where an article comes from: its byline, its source and rights, and what cleaning cut from it."""

from __future__ import annotations

from collections.abc import Mapping

from broadsheet import addresses
from broadsheet.language_tags import tag
from broadsheet.model import Article
from broadsheet.outputs.copies import elsewhere
from broadsheet.outputs.items import fetched
from broadsheet.outputs.links import inside, outside, shown, web_address, with_links
from broadsheet.outputs.shelf_index import short
from broadsheet.outputs.words import Words

WORDS_A_MINUTE = 220
LETTERS_A_MINUTE = 500
"""Reading speed where words are not parted by spaces (Chinese, Japanese, Thai)."""

LONGEST_CUT = 300
"""Characters of a removed line that are shown."""

_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})


def byline(article: Article, sources: Mapping[str, str], authors: Mapping[str, str], words: Words) -> str:
    """Source, authors, dates, language, reading time: `[Axios](…) · 16 April 2024 · French · 4 min`."""
    parts = []
    if article.source in sources:
        parts.append(inside(sources[article.source], article.address, article.source))
    if article.authors:
        named = (author for author in article.authors if author in authors)
        parts.append(words.listed(inside(authors[author], article.address, short(author)) for author in named))
    parts.append(dated(article, words))
    if article.language:
        parts.append(_language(article.language, article.address, words))
    parts.append(words("{count} min", count=words.number(_minutes(article))))
    if web_address(article.url):
        parts.append(outside(article.url, words("original")))
    return " · ".join(parts)


def dated(article: Article, words: Words) -> str:
    """The days an article is from, and what is not known of them."""
    if article.published:
        published = words.day(article.published)
        updated = words.day(article.updated or article.published)
        return published if updated == published else f"{published}{words.comma}{words('updated {day}', day=updated)}"
    return fetched(article, words) or words("date unknown")


def provenance(article: Article, sources: Mapping[str, str], words: Words) -> str:
    """The source, the original, the dates, the language, the rights: a list."""
    facts = (
        (words("Source"), _source(article, sources, words)),
        (words("Original"), outside(article.url, article.url or "")),
        (words("Also at"), elsewhere(article, words)),
        (words("Picture"), _picture(article, words)),
        (words("Published"), words.moment(article.published) if article.published else words("not known")),
        (words("Updated"), words.moment(article.updated) if article.updated else ""),
        (words("Fetched"), words.moment(article.retrieved) if article.retrieved else ""),
        (words("Language"), shown(words.language_name(article.language)) if article.language else ""),
        (words("Rights"), with_links((article.rights or "").strip())),
    )
    lines = [f"- {label}{words.colon} {fact}" for label, fact in facts if fact]
    return "\n".join([f"## {words('Source and rights')}", "", *lines])


def cleaning(article: Article, words: Words) -> str:
    """The lines that cleaning cut, folded away, each with the rule that cut it."""
    if not article.removed:
        return ""
    lines = [
        f"- {words('line {number}', number=words.number(removal.line))}, *{shown(removal.rule)}*{words.colon} {cut}"
        for removal in article.removed
        if (cut := shown(removal.text[:LONGEST_CUT]))
    ]
    summary = words("How this text was cleaned")
    note = words("These lines of the page are left out here, each for the reason named.")
    return "\n".join([f'<details markdown="1"><summary>{summary}</summary>', "", note, "", *lines, "", "</details>"])


def _language(language: str, start: str, words: Words) -> str:
    known = tag(language)
    name = words.language_name(language)
    return inside(addresses.language(known), start, name) if known else shown(name)


def _source(article: Article, sources: Mapping[str, str], words: Words) -> str:
    if article.source not in sources:
        return ""
    name = inside(sources[article.source], article.address, article.source)
    home = web_address(article.source_url)
    return f"{name} ([{words('website')}]({home}))" if home else name


def _picture(article: Article, words: Words) -> str:
    # Linked, never shown: the reader's browser talks to this site alone.
    if not article.image:
        return ""
    link = outside(article.image.url, article.image.alt or words("picture"))
    return f"{link} ({shown(article.image.credit)})" if article.image.credit else link


def _minutes(article: Article) -> int:
    if (article.language or "")[:2] in _UNSPACED:
        return max(1, round(len(article.body) / LETTERS_A_MINUTE))
    return max(1, round(len(article.body.split()) / WORDS_A_MINUTE))
