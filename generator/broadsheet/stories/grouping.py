"""Articles grouped into stories.

articles ─► reading (without footers) ─► copies ─► nearness of pairs worth comparing ─► linkage ─► groups, with ties

Nothing compares all with all: see `candidates`, and `linkage` for the parts within which it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from broadsheet.model import Article
from broadsheet.stories.copies import alike, copy_pairs
from broadsheet.stories.families import Families
from broadsheet.stories.footers import footers, without_footers_names
from broadsheet.stories.group import NO_WISHES, Group, Mentions, Wishes
from broadsheet.stories.linkage import linked
from broadsheet.stories.nearness import Nearness
from broadsheet.stories.reading import Reading, pieces, read, without
from broadsheet.stories.sketches import Sketch
from broadsheet.stories.ties import Ties


def grouped(articles: Sequence[Article], mentions: Mentions, wishes: Wishes = NO_WISHES) -> Sequence[Group]:
    """The groups of two or more, that with the newest article first.

    Args:
        articles: newest first.
        mentions: by article id, who is named in it and where, in the order of the text.
        wishes: what people said of them.
    """
    if len(articles) < 2:
        return []
    readings, sketches, named = read_all(articles, mentions)
    place = {article.id: at for at, article in enumerate(articles)}
    apart = [
        (place[one], place[other]) for one, other in wishes.apart if one in place and other in place and one != other
    ]
    copied = Families(len(articles), apart)
    for one, other in copy_pairs(readings, sketches):
        copied.join(one, other)
    runs = copied.all()  # from here on, the first of each run stands for all
    unit = {one: number for number, run in enumerate(runs) for one in run}
    first = [run[0] for run in runs]
    nearness = Nearness(
        [articles[one] for one in first],
        [readings[one] for one in first],
        [sketches[one] for one in first],
        [named.get(articles[one].id, ()) for one in first],
    )
    groups = linked(nearness.pairs, nearness.of, len(runs), [(unit[one], unit[other]) for one, other in apart])
    ties = Ties(articles, readings, named)
    found = []
    for group in groups:
        parts, bound = ties.binding([runs[number] for number in group], nearness, unit)
        found.append((sorted(chain.from_iterable(parts)), parts, bound))
    return [
        Group(
            tuple(articles[one].id for one in members),
            bound,
            tuple(tuple(articles[one].id for one in run) for run in parts if len(run) > 1),
        )
        for members, parts, bound in sorted(found, key=lambda one: one[0])
        if len(members) > 1
    ]


def read_ahead(articles: Sequence[Article]) -> Iterator[None]:
    """Reads articles, so that it is remembered when they are grouped; there is nothing to bring back."""
    for article in articles:
        read(article, without(pieces(article), frozenset()))
    yield from ()


def read_all(
    articles: Sequence[Article], mentions: Mentions
) -> tuple[list[Reading], list[Sketch], Mapping[str, Sequence[str]]]:
    """Each article read without footers, the sketch of its text, and the entities it names without the footers'."""
    texts = [pieces(article) for article in articles]
    surfaces = [{one.surface for one in mentions.get(article.id, ())} for article in articles]
    readings = [
        read(article, without(text, frozenset()), names)
        for article, text, names in zip(articles, texts, surfaces, strict=True)
    ]
    sketches = [reading.sketch for reading in readings]
    flat = [list(chain.from_iterable(text)) for text in texts]
    common = footers(articles, flat, lambda one, other: alike(sketches[one], sketches[other]))
    cut = [at for at, text in enumerate(flat) if not common.isdisjoint(text)] if common else []
    for at in cut:
        left = without(texts[at], common)
        if left:
            readings[at] = read(articles[at], left, surfaces[at])
            sketches[at] = readings[at].sketch
    named = {one: tuple(dict.fromkeys(mention.entity for mention in some)) for one, some in mentions.items()}
    return readings, sketches, without_footers_names([articles[at] for at in cut], named)
