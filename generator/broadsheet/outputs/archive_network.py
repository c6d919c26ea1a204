"""The network of the whole archive: which of its names belong together most surely, on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from itertools import combinations

from broadsheet import addresses
from broadsheet.archive.draft import Block, Draft
from broadsheet.edition import Edition
from broadsheet.outputs.company import FLOOR, log_likelihood
from broadsheet.outputs.links import relative, to_entity
from broadsheet.outputs.listing import list_front, page
from broadsheet.outputs.network import MOST, Network, Node, drawn, thinned
from broadsheet.outputs.words import Words, words_for

CANDIDATES = 100
"""The names with the most articles, among which pairs are looked for."""

TIES = 4
"""Most lines at one name."""


def network_page(edition: Edition, ties: Mapping[tuple[str, str], int]) -> Draft:
    """The page with the picture of these ties, and their list."""
    words = words_for(edition.config.language)
    start = addresses.NETWORK
    title = words("Who is named together")
    about = words("A line joins two names that stand in one article; the more articles, the thicker it is.")
    href = partial(addresses.published, directory_urls=edition.config.engine.directory_urls)
    keys = sorted({key for pair in ties for key in pair}, key=lambda key: (-len(edition.by_entity[key]), key))
    entities = [edition.entities[key] for key in keys]
    nodes = [Node(one.id, one.name, href(one.address, start)) for one in entities]
    back = f"‹ [{words('People, places, organisations')}]({relative(addresses.ENTITIES, start)})"
    return page(
        start,
        list_front(title),
        Block("letters", back),
        words("The names of this archive that stand together far more often than chance would have it."),
        Block("network", f"{drawn(Network(nodes, ties), 'network', title, about)}\n\n{about}"),
        Block("list", _told(edition, ties, words)),
    )


def strongest(edition: Edition) -> Mapping[tuple[str, str], int]:
    """The strongest ties of at most `MOST` names: by the ids of two, the articles that they share.

    None where no two names share articles by more than chance.
    """
    adopted = ((len(articles), key) for key, articles in edition.by_entity.items() if len(articles) >= FLOOR)
    named = sorted((-count, key) for count, key in adopted if edition.entities[key].status == "adopted")[:CANDIDATES]
    wanted = frozenset(key for _, key in named)
    shared: Counter[tuple[str, str]] = Counter()
    for article in edition.articles:
        here = wanted.intersection(edition.ids_named_in(article))
        shared.update(combinations(sorted(here), 2))
    total = len(edition.articles)
    ranked = sorted(
        (-log_likelihood(count, len(edition.by_entity[one]), len(edition.by_entity[other]), total), one, other)
        for (one, other), count in shared.items()
        if count >= FLOOR
    )
    chosen: dict[tuple[str, str], int] = {}
    names: set[str] = set()
    for one, other in thinned(((one, other) for strength, one, other in ranked if strength < 0), TIES):
        if len(names | {one, other}) <= MOST:
            names |= {one, other}
            chosen[one, other] = shared[one, other]
    return dict(sorted(chosen.items()))


def _told(edition: Edition, ties: Mapping[tuple[str, str], int], words: Words) -> str:
    """The same as a list: each pair once, those with the most articles first."""
    start = addresses.NETWORK
    ranked = sorted(ties.items(), key=lambda one: (-one[1], one[0]))
    return "\n".join(
        f"- {to_entity(edition.entities[one], start)} · {to_entity(edition.entities[other], start)}"
        f" *{words.count('{count} article', '{count} articles', count)}*"
        for (one, other), count in ranked
    )
