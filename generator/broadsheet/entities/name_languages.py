"""The language that a name is in, where it is not the site's: by its letters, its page, and the articles.

A name in the site's own letters is the site's, whoever said it first: readers say "Berlin" in their own language, and
a proper name needs no mark (WCAG 2.2, 3.1.2). One in other letters cannot be: it is in the language under which its
page lists it, or else in that of the articles that write it so.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from babel import Locale, UnknownLocaleError

from broadsheet.entities.countries import base_language
from broadsheet.entities.linking import Mentions
from broadsheet.entities.outside_texts import Outside
from broadsheet.language import detect, script_of
from broadsheet.language_tags import tag
from broadsheet.model import Article, Entity

_KANA = ("HIRAGANA", "KATAKANA")
_HAN = "CJK"
"""Names are written in these letters in Chinese and in Japanese; what has kana is Japanese."""


def with_languages(
    entities: Mapping[str, Entity], mentions: Mentions, outside: Outside, articles: Iterable[Article], site: str
) -> Mapping[str, Entity]:
    """The entities, each with the language of its name. `site` is the tag of the site's own."""
    own = base_language(tag(site))
    own_script = _script(_own_name(site))
    scripts = {
        one: script
        for one, entity in entities.items()
        if (script := _script(entity.name)) not in ("", own_script) or (own != "ja" and _has_kana(entity.name))
    }
    said = _said(scripts, mentions, outside, articles)
    languages = {one: _language(entities[one], own, said.get(one, "")) for one in scripts}
    return {
        one: replace(entity, language=languages[one])
        if one in languages and own != base_language(languages[one])
        else entity
        for one, entity in entities.items()
    }


def by_letters(name: str) -> str:
    """The tag of the one language that a name's letters leave; empty where there are several."""
    if _has_kana(name):
        return "ja"
    return "" if _script(name) == _HAN else detect(name) or ""


def _language(entity: Entity, own: str, said: str) -> str:
    listed = [found for language, name in entity.spoken if name == entity.name and (found := tag(language))]
    if not listed:
        return "ja" if _has_kana(entity.name) else said or by_letters(entity.name)
    # The site's own before others, then the one that the articles say.
    return min(listed, key=lambda one: (base_language(one) != own, base_language(one) != base_language(said), one))


def _said(
    scripts: Mapping[str, str], mentions: Mentions, outside: Outside, articles: Iterable[Article]
) -> Mapping[str, str]:
    """By entity: the language of most articles that write it in the letters of its name."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles if scripts else ():
        if language := tag(article.language or ""):
            for one in dict.fromkeys(_named(article, scripts, mentions, outside)):
                counts[one][language] += 1
    return {one: min(found, key=lambda each: (-found[each], each)) for one, found in counts.items()}


def _named(article: Article, scripts: Mapping[str, str], mentions: Mentions, outside: Outside) -> Iterator[str]:
    for mention in mentions.get(article.id, ()):
        if mention.entity in scripts and _script(mention.surface) == scripts[mention.entity]:
            yield mention.entity
    # How a headline or a record writes it is not noted: in its own letters, if it is in these.
    titled = _script(article.title)
    for one in (*outside.headlines.get(article.id, ()), *outside.records.get(article.id, ())):
        if scripts.get(one) == titled:
            yield one


def _script(text: str) -> str:
    """The script of its first letter, that of Chinese characters for kana as well; empty where it has none."""
    for letter in unicodedata.normalize("NFKC", text):
        if letter.isalpha() and unicodedata.category(letter) != "Lm":
            script = script_of(letter)
            return _HAN if script in _KANA else script
    return ""


def _has_kana(text: str) -> bool:
    return not text.isascii() and any(letter.isalpha() and script_of(letter) in _KANA for letter in text)


def _own_name(language: str) -> str:
    try:
        return Locale.parse(language, sep="-").display_name or ""
    except (UnknownLocaleError, ValueError):
        return ""
