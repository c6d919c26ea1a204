"""Scores the grouping of articles into stories: B-cubed precision, recall and F1, one default setting for every set.

    python tests/benchmarks/stories.py [--errors N] [--scale N] [SET …]

The sets are those of `stories_sets.py`: ecbplus, ntrex, events_2026, events, strangers, namesakes, notes, forms, and
the first three in one archive (all).

`unseen` is the half that the weights were not fitted on (see `stories_fit.py`), as an archive of its own. The others
are plain title similarity (Jaccard of words, linked), plain MinHash (Jaccard of three-word shingles, linked) and TF-IDF
with average linkage (English stop words out, sublinear), each at whichever threshold is best for the set. The last is
quadratic: on large sets it is left out. `--scale N` times the grouping of N press releases, resampled above 10,000.

The texts are not part of this repository: they are read from BROADSHEET_SHARED, or else from ../shared beside it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from stories_sets import FILES, LONG_AGO, SHARED, Archive, Labels, article, forms, namesakes, notes, read, strangers

from broadsheet import markdown_text
from broadsheet.edition import newest_first
from broadsheet.model import Article, Mention
from broadsheet.stories.grouping import grouped
from broadsheet.stories.reading import read as read_article

LARGE = 2000
SPECIAL = ("all", "strangers", "namesakes", "notes", "forms")
ONE_DAY = dt.date(2026, 3, 1)
STOP = frozenset(
    re.findall(
        r"\w+",
        "a about after all also an and are as at be been but by for from had has have he her his i in into is it its "
        "more not of on one or said she that the their them they this to up was were which who will with would you",
    )
)


def b_cubed(found: Labels, gold: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1, over the articles of which gold says what they tell."""
    ids = [one for one in found if one in gold]
    both = Counter((found[one], gold[one]) for one in ids)
    mine, theirs = Counter(found[one] for one in ids), Counter(gold[one] for one in ids)
    precision = sum(n * n / mine[a] for (a, _), n in both.items()) / len(ids)
    recall = sum(n * n / theirs[b] for (_, b), n in both.items()) / len(ids)
    return precision, recall, 2 * precision * recall / (precision + recall)


def labels(groups: Iterable[Sequence[str]], articles: Sequence[Article]) -> Labels:
    """Each article's story; those in no group tell their own."""
    return {one.id: one.id for one in articles} | {one: group[0] for group in groups for one in group}


def ours(archive: Archive) -> Labels:
    """Broadsheet's."""
    return labels([group.articles for group in grouped(archive.articles, archive.mentions)], archive.articles)


def linked(archive: Archive, similar: np.ndarray, threshold: float) -> Labels:
    """Single linkage."""
    left = set(range(len(similar)))
    found = {}
    while left:
        start = min(left)
        todo, part = [start], {start}
        while todo:
            near = set(np.flatnonzero(similar[todo.pop()] >= threshold).tolist()) - part
            part |= near
            todo += near
        left -= part
        found |= {archive.articles[at].id: str(start) for at in part}
    return found


def averaged(archive: Archive, similar: np.ndarray) -> dict[float, Labels]:
    """Average linkage, cut at each of some thresholds."""
    table, size = similar.copy(), np.ones(len(similar))
    np.fill_diagonal(table, -1)
    parts = [[one.id] for one in archive.articles]
    cuts, found = [at / 100 for at in range(40, 2, -1)], {}
    for _ in range(len(parts)):
        one, other = divmod(int(table.argmax()), len(parts))
        while cuts and table[one, other] < cuts[0]:
            found[cuts.pop(0)] = labels([part for part in parts if part], archive.articles)
        if not cuts:
            break
        joined = (table[one] * size[one] + table[other] * size[other]) / (size[one] + size[other])
        table[one], table[:, one], table[one, one] = joined, joined, -1
        table[other], table[:, other] = -1, -1
        size[one] += size[other]
        parts[one] += parts[other]
        parts[other] = []
    return found


def by_title(archive: Archive) -> dict[float, Labels]:
    """Plain title similarity."""
    words = [frozenset(re.findall(r"\w+", one.title.lower())) - STOP for one in archive.articles]
    vocabulary = {word: at for at, word in enumerate(sorted(frozenset().union(*words)))}
    table = np.zeros((len(words), len(vocabulary)), dtype=np.float32)
    for at, some in enumerate(words):
        table[at, [vocabulary[word] for word in some]] = 1
    both, size = table @ table.T, table.sum(axis=1)
    similar = both / np.maximum(1, size[:, None] + size[None, :] - both)
    return {at / 20: linked(archive, similar, at / 20) for at in range(2, 20, 2)}


def by_shingles(archive: Archive) -> dict[float, Labels]:
    """Plain MinHash."""
    plain = [markdown_text.plain(one.body).text for one in archive.articles]
    sketches = np.stack([read_article(one, text).sketch for one, text in zip(archive.articles, plain, strict=True)])
    similar = np.stack([(sketches == one).mean(axis=1) for one in sketches])
    return {at / 64: linked(archive, similar, at / 64) for at in (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)}


def by_words(archive: Archive) -> dict[float, Labels]:
    """TF-IDF with average linkage."""
    if len(archive.articles) > LARGE:
        return {}
    counted = [
        Counter(word for word in re.findall(r"\w+", markdown_text.plain(one.body).text.lower()) if word not in STOP)
        for one in archive.articles
    ]
    vocabulary = {word: at for at, word in enumerate(sorted(frozenset().union(*counted)))}
    table = np.zeros((len(counted), len(vocabulary)))
    for at, some in enumerate(counted):
        for word, count in some.items():
            table[at, vocabulary[word]] = 1 + np.log(count)
    table *= np.log(len(table) / (table > 0).sum(axis=0))
    table /= np.maximum(1e-9, np.linalg.norm(table, axis=1, keepdims=True))
    return averaged(archive, table @ table.T)


OTHERS: Mapping[str, Callable[[Archive], dict[float, Labels]]] = {
    "titles": by_title,
    "MinHash": by_shingles,
    "TF-IDF": by_words,
}


def line(name: str, way: str, found: Labels, gold: Labels, more: str = "") -> None:
    """Prints a line of the table."""
    print(f"{name:12} {way:10}  P %.3f  R %.3f  F1 %.3f  {more}" % b_cubed(found, gold), flush=True)


def score(archive: Archive, errors: int) -> None:
    """Prints one set's lines."""
    started = time.process_time()
    found = ours(archive)
    line(archive.name, "ours", found, archive.gold, f"{len(found)} articles, {time.process_time() - started:.1f} s")
    unseen = archive.part(1)
    line(archive.name, "  unseen", ours(unseen), archive.gold, f"{len(unseen.articles)} articles")
    if archive.name.startswith("events"):
        size = Counter(archive.gold.values())
        several = {one: story for one, story in archive.gold.items() if size[story] > 1}
        line(archive.name, "  told twice", found, several, f"{len(several)} articles")
        line(archive.name, "nothing", labels([], archive.articles), archive.gold)
    for way, ask in OTHERS.items():
        cuts = ask(archive)
        if cuts:
            best = max(cuts, key=lambda at: b_cubed(cuts[at], archive.gold)[2])
            line(archive.name, way, cuts[best], archive.gold, f"at its best threshold, {best:.2f}")
        else:
            print(f"{archive.name:12} {way:10}  left out: {len(archive.articles)} articles are too many for it")
    told = defaultdict(set)
    for one, story in archive.gold.items():
        told[found[one]].add(story)
    for group, stories in sorted(told.items(), key=lambda item: -len(item[1]))[:errors]:
        if len(stories) > 1:
            print(f"    one group ({group}) of {len(stories)} stories: {'; '.join(sorted(stories)[:6])}")


def score_strangers() -> None:
    """Prints the lines of the archives of strangers."""
    found, gold, mixed = {}, {}, 0
    for number, archive in enumerate(strangers()):
        spoken = {one.id: one.language for one in archive.articles}
        groups = [group.articles for group in grouped(archive.articles, archive.mentions)]
        found |= {one: f"{number} {story}" for one, story in labels(groups, archive.articles).items()}
        gold |= {one: story for one, story in archive.gold.items() if one != story}
        across = [group for group in groups if len({spoken[one] for one in group}) > 1]
        mixed += sum(len({archive.gold[one] for one in group}) > 1 for group in across)
    line("strangers", "ours", found, gold, f"{mixed} groups across languages hold more than one story")


def score_namesakes() -> None:
    """Prints how many articles of other times are told together because they name the same."""
    for day in (None, ONE_DAY):
        count = wrong = unseen = 0
        for archive in namesakes(day):
            count += len(archive.articles)
            for group in grouped(archive.articles, archive.mentions):
                days = [archive.days[one] for one in group.articles if one in archive.days]
                far = sum(any(abs(one - other) > LONG_AGO for other in days) for one in days)
                wrong += far
                unseen += far * archive.half[group.articles[0]]
        of = f"{wrong} of {count} told with one of another time ({unseen} of them in the half not fitted on)"
        print(f"{'namesakes':12} {'undated' if day is None else 'on one day':10}  {of}", flush=True)


def score_notes() -> None:
    """Prints how many undated notes of different events are told together, with their names and without."""
    for named in (True, False):
        count = wrong = 0
        for archive in notes():
            mentions = archive.mentions if named else {}
            count += len(archive.articles)
            wrong += sum(len(group.articles) for group in grouped(archive.articles, mentions))
        print(
            f"{'notes':12} {'' if named else 'no names':10}  {wrong} of {count} told with one of another event",
            flush=True,
        )


def score_forms(errors: int) -> None:
    """Prints the lines of reports from one form."""
    for archive in forms():
        groups = [group.articles for group in grouped(archive.articles, archive.mentions)]
        wrong = [group for group in groups if any(one in archive.gold for one in group)]
        count = Counter(one.partition("-")[0] for group in wrong for one in group if one in archive.gold)
        among = ", ".join(f"{form} {number}" for form, number in sorted(count.items())) or "none"
        told = f"of {len(archive.gold)} reports told with others: {among}"
        line(archive.name, "ours", labels(groups, archive.articles), archive.gold, told)
        for group in wrong[:errors]:
            print("    one group:", *group)


def scale(count: int) -> None:
    """Times the grouping of press releases."""
    with gzip.open(SHARED / "data" / "scale" / "senate_10000.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(one) for one in lines]
    articles, mentions = [], {}
    for number in range(count):
        row, other = rows[number % len(rows)], rows[number * 7919 % len(rows)]
        text = row["text"]
        if number >= len(rows):  # every second sentence of two texts
            text = " ".join(part for one in (text, other["text"]) for part in re.split(r"(?<=[.!?])\s+", one)[::2])
        made = article({"id": f"{number}", "lang": "en", "date": row["date"], "text": text})
        years = dt.timedelta(days=number // len(rows) * 1600)
        articles.append(replace(made, source=row["author"], published=made.published and made.published + years))
        capitals = re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)+", text)
        mentions[made.id] = [Mention(one.start(), one.end(), one[0], one[0]) for one in capitals]
    articles.sort(key=newest_first)
    started = time.process_time()
    groups = grouped(articles, mentions)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    inside = sum(len(group.articles) for group in groups)
    largest = max(len(group.articles) for group in groups)
    print(
        f"{count:,} press releases: {time.process_time() - started:.1f} s, {memory:,} MB in all; "
        f"{len(groups):,} stories of {inside:,} articles, the largest of {largest}"
    )


def main() -> None:
    """Scores the sets named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help=", ".join((*FILES, *SPECIAL)))
    parser.add_argument("--errors", type=int, default=0, help="how many groups of several stories to print")
    parser.add_argument("--scale", type=int, nargs="*", default=[], help="how many press releases to time")
    options = parser.parse_args()
    if not (SHARED / "data" / "dev").is_dir():
        sys.exit(f"{SHARED}: holds no data/dev; set BROADSHEET_SHARED to the folder that does")
    for name in options.sets or ([] if options.scale else [*FILES, *SPECIAL]):
        if name == "strangers":
            score_strangers()
        elif name == "namesakes":
            score_namesakes()
        elif name == "notes":
            score_notes()
        elif name == "forms":
            score_forms(options.errors)
        else:
            score(read(name), options.errors)
    for count in options.scale:
        scale(count)


if __name__ == "__main__":
    main()
