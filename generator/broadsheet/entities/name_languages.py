"""The language that a name is in, where it is not the site's: what its page says, else its letters and the articles.

A name in the site's own letters is the site's, whoever said it first: readers say "Berlin" in their own language, and
a proper name needs no mark (WCAG 2.2, 3.1.2). One in other letters cannot be: it is in the language of the articles
that write it so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from babel import Locale, UnknownLocaleError

from broadsheet.entities.linking import Mentions
from broadsheet.language import detect, script_of
from broadsheet.language_tags import tag
from broadsheet.model import Article, Entity


def with_languages(
    entities: Mapping[str, Entity], mentions: Mentions, articles: Iterable[Article], site: str
) -> Mapping[str, Entity]:
    """The entities, each with the language of its name. `site` is the tag of the site's own."""
    own, own_script = tag(site), _script(_own_name(site))
    languages: dict[str, str] = {}
    scripts: dict[str, str] = {}
    for one, entity in entities.items():
        if written := _written(entity, own):
            languages[one] = written
        elif (script := _script(entity.name)) not in ("", own_script):
            scripts[one] = script
    said = _said(scripts, mentions, articles)
    languages |= {one: said.get(one) or detect(entities[one].name) or "" for one in scripts}
    return {
        one: replace(entity, language=languages[one]) if languages.get(one, own) != own else entity
        for one, entity in entities.items()
    }


def _written(entity: Entity, own: str) -> str:
    """The language in which a person listed an entity's name on its page, the site's own before others."""
    tags = [tag(language) for language, name in entity.spoken if name == entity.name]
    return min(filter(None, tags), key=lambda one: (one != own, one), default="")


def _said(scripts: Mapping[str, str], mentions: Mentions, articles: Iterable[Article]) -> Mapping[str, str]:
    """By entity: the language of most articles that write it in the letters of its name."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles if scripts else ():
        language = tag(article.language or "")
        named: Sequence[str] = [
            mention.entity
            for mention in mentions.get(article.id, ())
            if mention.entity in scripts and _script(mention.surface) == scripts[mention.entity]
        ]
        for one in dict.fromkeys(named) if language else ():
            counts[one][language] += 1
    return {one: min(found, key=lambda each: (-found[each], each)) for one, found in counts.items()}


def _script(text: str) -> str:
    return next((script_of(letter) for letter in text if letter.isalpha()), "")


def _own_name(language: str) -> str:
    try:
        return Locale.parse(language, sep="-").display_name or ""
    except (UnknownLocaleError, ValueError):
        return ""
