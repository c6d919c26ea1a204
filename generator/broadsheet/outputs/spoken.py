"""Text in a language of its own, marked so that browsers, screen readers and the language filter know which.

A title in the site's language stands plain. Another one is put in `<span lang="ar" dir="rtl">…</span>`, which GitHub,
MkDocs and Zensical keep and which sets it apart from the words around it, whichever way they run (WCAG 2.2, 3.1.2;
HTML, 15.3.5). Where the language is not known, Latin letters are taken for the site's; for others `lang=""` says so,
and the direction is that of the first of them. The title of an article always says so: by it the filter chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from broadsheet.language_tags import rightward, tag
from broadsheet.model import Article
from broadsheet.outputs.language_spans import language_span
from broadsheet.outputs.links import UNNAMED, relative, shown
from broadsheet.outputs.words import Words

# Letters of other scripts than Latin.
_FOREIGN = re.compile(r"(?![\u1e00-\u1eff])[^\W\d_\x00-\u02ff]")


def spoken(markdown: str, language: str | None, words: Words) -> str:
    """Markdown of one line that is said in `language`; as it is where that is the site's own."""
    known = tag(language or "")
    if known == words.tag or not markdown or (not known and not _FOREIGN.search(markdown)):
        return markdown
    return language_span(markdown, known)


def titled(title: str, language: str | None, words: Words) -> str:
    """An article's title as Markdown, in its language; one that is not known is none, and not the site's."""
    markdown = shown(title) or UNNAMED
    if tag(language or ""):
        return spoken(markdown, language, words)
    return language_span(markdown, "")


def apart(markdown: str, words: Words) -> str:
    """Words of unknown direction (a source's name, a time) in a line, kept from changing places with those beside them.

    Where the site is read from the left they stand plain: there it is the foreign title alone that turns a line.
    """
    return f'<span dir="auto">{markdown}</span>' if markdown and rightward(words.tag) else markdown


def languages(articles: Iterable[Article], words: Words) -> str:
    """`English, français`: the languages of articles that tell one thing, the site's first; empty for a single one.

    Each is marked, the site's too: the language filter reads there what an entry is in, beside its headline.
    """
    tags = sorted({tag(one.language or "") for one in articles} - {""}, key=lambda one: (one != words.tag, one))
    if len(tags) < 2:
        return ""
    return words.listed(language_span(shown(words.own_name(one)), one) for one in tags)


def headline(article: Article, start: str, words: Words) -> str:
    """An article's title on page `start`, linked to it, in its own language."""
    return f"[{titled(article.title, article.language, words)}]({relative(article.address, start)})"
