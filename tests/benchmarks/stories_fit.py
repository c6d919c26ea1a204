"""Fits what each measure of a pair of articles weighs: prints the tables of `broadsheet/stories/weights.py`.

    python tests/benchmarks/stories_fit.py [--other]

Logistic regression over the pairs that grouping compares, on the half of each set of `stories.py` that its `unseen`
lines leave out (ECB+: even topics; NTREX: every second text; current events: every second four weeks; strangers: every
second archive), and on the same cut into archives of a few articles, because small archives must be right too. Each set
counts the same. First the weights at first sight, then, with what these say of everybody's neighbours, the others.
`--other`: fits on the other half, to see how much the figures owe to the choice, and scores the first.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from stories_sets import Archive, read, strangers

from broadsheet.stories import nearness
from broadsheet.stories.grouping import read_all
from broadsheet.stories.nearness import Nearness
from broadsheet.stories.weights import Weights
from stories import b_cubed, ours

EVERYTHING = ({"": 0.0}, {"": 0.0})
"""Weights by which no pair is left out."""
PENALTY = 3.0
COUNT = 20_000
NO_MEASURE = frozenset(["foreign", "filled anew", "long and undated", "apart", "likely"])
ONLY_ACROSS = frozenset(["shape"])

Sample = tuple[dict[str, np.ndarray], np.ndarray]


def small(archive: Archive, days: int) -> list[Archive]:
    """An archive cut into small ones: two topics each, or so many days."""
    parts = defaultdict(list)
    names = sorted({story.split("_")[0] for story in archive.gold.values()}) if days == 0 else []
    for one in archive.articles:
        part = one.published.toordinal() // days if days else names.index(archive.gold[one.id].split("_")[0]) // 2
        parts[part].append(one)
    return [replace(archive, articles=parts[part]) for part in sorted(parts) if len(parts[part]) > 1]


def sampled(archives: Sequence[Archive]) -> Sample:
    """The measures of the pairs of some archives that no rule settles, and which of them tell one story."""
    measures, same = defaultdict(list), []
    for archive in archives:
        readings, sketches, named = read_all(archive.articles, archive.mentions)
        near = Nearness(archive.articles, readings, sketches, [named.get(one.id, ()) for one in archive.articles])
        gold = [archive.gold.get(one.id) for one in archive.articles]
        # Of news that nobody labelled all that is known is that hardly any tells what one in another language does.
        alone = [archive.name == "strangers" and archive.gold.get(one.id) == one.id for one in archive.articles]
        spoken = [one.language if by_itself else None for one, by_itself in zip(archive.articles, alone, strict=True)]
        pairs = np.array(
            [
                (one, other)
                for one, other in near.pairs.tolist()
                if gold[one] and gold[other] and not (spoken[one] and spoken[one] == spoken[other])
            ]
        )
        if len(pairs):
            found = near.in_company(pairs)
            weighed = (found["apart"] == 0) & (found["likely"] == 0)
            for name, values in found.items():
                measures[name].append(values[weighed])
            same += [gold[one] == gold[other] for one, other in pairs[weighed].tolist()]
    return {name: np.concatenate(values) for name, values in measures.items()}, np.array(same, dtype=float)


def fitted(samples: Sequence[Sample], without: frozenset[str]) -> tuple[Weights, Weights]:
    """The weights within a language, and across."""
    found = []
    for foreign in (False, True):
        names = [one for one in samples[0][0] if one not in without and (foreign or one not in ONLY_ACROSS)]
        rows, same, weights = [], [], []
        for measures, together in samples:
            kept = (measures["foreign"] > 0) == foreign
            if kept.sum() >= 200:
                rows.append(np.stack([measures[name][kept] for name in names], axis=1))
                same.append(together[kept])
                weights.append(np.full(kept.sum(), COUNT / kept.sum()))
        found.append(logistic(names, *map(np.concatenate, (rows, same, weights))))
    return found[0], found[1]


def logistic(names: Sequence[str], rows: np.ndarray, same: np.ndarray, weights: np.ndarray) -> Weights:
    """Weights by name, by Newton's method on standardised measures."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    penalty = np.diag([*np.full(len(names), PENALTY), 1e-6])
    found = np.zeros(len(names) + 1)
    for _ in range(60):
        guess = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weights * (guess - same)) + penalty @ found
        bend = (table * (weights * guess * (1 - guess))[:, None]).T @ table + penalty
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = found[:-1] / spread
    by_name = {name: round(float(one), 2) for name, one in zip(names, plain, strict=True) if round(float(one), 2)}
    return {**by_name, "": round(float(found[-1] - (plain * mean).sum()), 2)}


def main() -> None:
    """Fits, prints the weights, and scores the half not fitted on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--other", action="store_true", help="fit on the other half")
    half = int(parser.parse_args().other)
    whole = [read(name) for name in ("ecbplus", "ntrex", "events", "events_2026")]
    mine = [archive.part(half) for archive in whole]
    alone = [archive for archive in strangers() if set(archive.half.values()) == {half}]
    sets = [*([one] for one in mine), alone, small(mine[0], 0), small(mine[2], 7), small(mine[2], 1)]
    nearness.AT_FIRST_SIGHT = EVERYTHING
    nearness.AT_FIRST_SIGHT = fitted([sampled(one) for one in sets], NO_MEASURE | {"company"})
    print("AT_FIRST_SIGHT =", nearness.AT_FIRST_SIGHT, flush=True)
    nearness.IN_COMPANY = fitted([sampled(one) for one in sets], NO_MEASURE)
    print("IN_COMPANY =", nearness.IN_COMPANY, flush=True)
    for archive in whole:
        print(
            f"{archive.name:12} P %.3f R %.3f F1 %.3f" % b_cubed(ours(archive.part(1 - half)), archive.gold), flush=True
        )


if __name__ == "__main__":
    main()
