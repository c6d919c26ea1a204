"""How often related articles are on the same topic: `BROADSHEET_SHARED=… python tests/benchmarks/related.py`.

The news items of Wikipedia's current events (`data/demo/current_events_2026.jsonl`), with the names that are linked
there. An article counts where another one shares a topic with it. Printed: of the related articles shown, the share
that have a topic in common with it (precision), and of the five or fewer that could be, the share found (recall); for
names alone, as related coverage was first found, and as it is found now.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from broadsheet.edition import Edition
from broadsheet.model import Article, Mention
from broadsheet.outputs import related
from editions import article, edition, entity

SHOWN = 5


def current_events(path: Path) -> Edition:
    """The news items as an edition; the first words stand for a title."""
    articles, mentions, entities = [], {}, {}
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        topics = tuple(topic["title"] for topic in item["topics"])
        made = article(item["text"][:60], item["text"], id=item["id"], day=item["date"], topics=topics, language="en")
        articles.append(made)
        mentions[made.id] = []
        for mention in item["mentions"]:
            name = mention["wiki"].rpartition("/")[2]
            entities[name] = entity(name, id=name)
            surface = item["text"][mention["start"] : mention["end"]]
            mentions[made.id].append(Mention(mention["start"], mention["end"], surface, name))
    bare = edition(articles)
    return Edition(bare.config, bare.articles, dict(sorted(entities.items())), mentions)


def by_names(news: Edition) -> Iterator[tuple[Article, list[Article]]]:
    """Related articles by shared names alone, rare ones first: the method before words and time were asked."""
    lists = news.by_entity
    place: dict[str, int] = defaultdict(int)
    for one in news.articles:
        named = sorted(news.ids_named_in(one), key=lambda name: (len(lists[name]), name))
        scores: dict[str, float] = defaultdict(float)
        for name in named[:8]:
            for other in lists[name][max(0, place[name] - 6) : place[name] + 7]:
                scores[other.id] += 1 / math.log2(1 + len(lists[name]))
        for name in named:
            place[name] += 1
        scores.pop(one.id, None)
        found = []
        for _, other in sorted((-score, other) for other, score in scores.items())[: 2 * SHOWN]:
            shared = [name for name in named if name in news.ids_named_in(news.by_id[other])]
            if len(shared) > 1 or (shared and len(lists[shared[0]]) <= 4):
                found.append(news.by_id[other])
        yield one, found[:SHOWN]


def now(news: Edition) -> Iterator[tuple[Article, list[Article]]]:
    """Related articles as pages show them."""
    for one, others in related.related(news):
        yield one, [other.article for other in others]


def score(news: Edition, found: Iterable[tuple[Article, list[Article]]]) -> str:
    """Precision and recall, and how many articles are shown."""
    hits = shown = possible = articles = 0
    for one, others in found:
        topics = set(one.topics)
        same = {other.id for topic in topics for other in news.by_topic[topic]} - {one.id}
        if not same:
            continue
        articles += 1
        shown += len(others)
        hits += sum(other.id in same for other in others)
        possible += min(SHOWN, len(same))
    return (
        f"precision {hits / shown:.3f}, recall {hits / possible:.3f}, {shown / articles:.1f} shown, {articles} articles"
    )


def main() -> None:
    """Measures and prints."""
    shared = Path(os.environ["BROADSHEET_SHARED"])
    news = current_events(shared / "data" / "demo" / "current_events_2026.jsonl")
    for title, method in (("names alone", by_names), ("names, words, time", now)):
        began = perf_counter()
        print(f"{title}: {score(news, method(news))}, {perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
