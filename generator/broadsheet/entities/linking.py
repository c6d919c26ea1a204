"""Which entity each name in the articles means, and which entities the edition therefore has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from broadsheet.entities.article_names import ArticleNames, article_names
from broadsheet.entities.doubt import Ambiguity
from broadsheet.entities.gazetteer import Gazetteer
from broadsheet.entities.identity import is_untouched_country
from broadsheet.entities.like_places import cases_like_places
from broadsheet.entities.matching.matcher import Find, Matcher
from broadsheet.entities.readings import Readings
from broadsheet.entities.society import society
from broadsheet.model import Article, Entity, Mention

Mentions = Mapping[str, Sequence[Mention]]
"""By article id: the mentions in its body, in the order of the text."""


Reading = tuple[Sequence[Mention], Sequence[Ambiguity], bool]
"""What one article names for sure, what nobody can settle, and whether others have to be asked about more."""
Together = Callable[[Sequence[Callable[[], Iterable[Reading]]]], Iterable[Reading]]
"""What tasks yield, in their order, whoever does them."""

_SHARE = 100
"""Articles in a task."""


def in_turn(tasks: Sequence[Callable[[], Iterable[Reading]]]) -> Iterable[Reading]:
    """One task after the other."""
    return chain.from_iterable(task() for task in tasks)


def name_articles(
    articles: Iterable[Article],
    gazetteer: Gazetteer,
    find: Find | None = None,
    together: Together = in_turn,
    readings: Readings | None = None,
) -> tuple[Mentions, Sequence[Ambiguity]]:
    """Who and what is named where, and the names that were not sure enough to be linked.

    Twice over all articles: what is sure by itself first, then what the company of that makes sure; so no article's
    names depend on the order in which articles come. A name in a heading, a link, code or a URL is no mention.
    `together` reads the articles; of `readings` from the last run, those that still hold are taken over.
    """
    find = find or Matcher(gazetteer).find
    articles = list(articles)
    mentions: dict[str, Sequence[Mention]] = {}
    unsettled: list[ArticleNames] = []
    doubts: list[Ambiguity] = []
    standing = readings.standing(articles, gazetteer) if readings else {}
    anew = [article for article in articles if article.id not in standing]
    shares = [anew[start : start + _SHARE] for start in range(0, len(anew), _SHARE)]
    read = dict(
        zip(
            (article.id for article in anew),
            together([partial(_read, share, gazetteer, find) for share in shares]),
            strict=True,
        )
    )
    if readings:
        surely = {one: sure for one, (sure, doubtful, is_open) in read.items() if not (doubtful or is_open)}
        readings.take(surely, anew, gazetteer)
    for article in articles:
        sure, doubtful, is_open = read.get(article.id) or (standing[article.id], (), False)
        mentions[article.id] = sure
        doubts += doubtful
        if is_open:  # few are: read once more, which is less than to bring over all that is asked then
            unsettled.append(article_names(article, gazetteer, find))
    unsettled = _with_likely_persons(unsettled, articles, mentions, gazetteer, find)
    for names in unsettled:
        mentions[names.article.id] = names.sure
    if unsettled:
        known = society(articles, mentions, gazetteer.vouched, unsettled)
        for names in unsettled:
            mentions[names.article.id], doubtful = names.settled(gazetteer, known)
            doubts += doubtful
    return mentions, sorted(doubts)


def _read(articles: Sequence[Article], gazetteer: Gazetteer, find: Find) -> Iterator[Reading]:
    for article in articles:
        names = article_names(article, gazetteer, find)
        yield names.sure, names.doubts, bool(names.open)


def _with_likely_persons(
    unsettled: Sequence[ArticleNames], articles: Sequence[Article], mentions: Mentions, gazetteer: Gazetteer, find: Find
) -> list[ArticleNames]:
    """The articles with names in doubt, those too where a place's name may be a person's."""
    cases = cases_like_places(articles, mentions, gazetteer)
    known = {names.article.id: names for names in unsettled}
    for article in articles:
        if article.id in cases:
            names = known.get(article.id) or article_names(article, gazetteer, find)
            open_ = {case.start for asked in cases[article.id] for case in asked}
            sure = [one for one in names.sure if one.start not in open_]
            known[article.id] = replace(names, sure=sure, open=(*names.open, *cases[article.id]))
    return list(known.values())


def present(gazetteer: Gazetteer, mentions: Mentions, outside: Iterable[Sequence[str]] = ()) -> Mapping[str, Entity]:
    """The entities of the edition, by id: adopted ones always, suggested ones and countries where they are named.

    `outside` are lists of ids that articles name outside their texts. (A country that a person has described, or that a
    record names, is as good as adopted; so is what a person merged something into.)
    """
    named = {mention.entity for found in mentions.values() for mention in found} | set(gazetteer.merged.values())
    for ids in (*gazetteer.vouched.values(), *outside):
        named.update(ids)
    return {
        one: entity
        for one, entity in gazetteer.entities.items()
        if one in named or (entity.status == "adopted" and not is_untouched_country(entity, gazetteer.language))
    }
