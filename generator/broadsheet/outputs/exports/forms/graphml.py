"""GraphML: who is named together with whom. Gephi, yEd, Cytoscape and networkx read it (http://graphml.graphdrawing.org/)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from broadsheet.edition import Edition
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.xml_text import DECLARATION, content, value

_KEYS = (
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("status", "node", "string"),
    ("wikidata", "node", "string"),
    ("page", "node", "string"),
    ("articles", "node", "int"),
    ("times", "node", "int"),
    ("first_day", "node", "string"),
    ("last_day", "node", "string"),
    ("weight", "edge", "int"),
)
"""`label` is what Gephi shows, `weight` what it counts: the articles that name both."""

MOST = 100
"""Names of one article that are tied to each other: a list of a thousand names says nothing of any two of them."""


def pieces(edition: Edition) -> Iterator[bytes]:
    """The graph: entities that articles name, and a tie between any two that an article names."""
    yield f'{DECLARATION}\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'.encode()
    for name, of, kind in _KEYS:
        yield f'  <key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'.encode()
    yield b'  <graph id="archive" edgedefault="undirected">\n'
    web = on_the_web(edition)
    times = Counter(one.entity for mentions in edition.mentions.values() for one in mentions)
    for one in edition.entities.values():
        articles = edition.by_entity.get(one.id, ())
        if articles:
            days = [article.day.isoformat() for article in articles if article.day]
            said = {
                "label": one.name,
                "kind": one.kind,
                "status": one.status,
                "wikidata": one.wikidata,
                "page": web(one.address) or one.address,
                "articles": len(articles),
                "times": times[one.id],
                "first_day": min(days, default=""),
                "last_day": max(days, default=""),
            }
            yield f"    <node id={value(one.id)}>{_data(said)}</node>\n".encode()
    for (one_id, other_id), weight in sorted(_ties(edition).items()):
        ends = f"source={value(one_id)} target={value(other_id)}"
        yield f"    <edge {ends}>{_data({'weight': weight})}</edge>\n".encode()
    yield b"  </graph>\n</graphml>\n"


def _ties(edition: Edition) -> Counter[tuple[str, str]]:
    ties: Counter[tuple[str, str]] = Counter()
    for article in edition.articles:
        ties.update(combinations(sorted(edition.ids_named_in(article)[:MOST]), 2))
    return ties


def _data(said: Mapping[str, object]) -> str:
    told = (name for name, one in said.items() if one not in (None, ""))
    return "".join(f'<data key="{name}">{content(str(said[name]))}</data>' for name in told)
