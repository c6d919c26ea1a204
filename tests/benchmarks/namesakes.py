"""Scores how namesakes are told apart, in texts whose links are known.

    python tests/benchmarks/namesakes.py [--errors N]

Texts with many true namesakes are hard to come by, so they are made of texts with links. `shared`: full names whose
last word several things share (Kim Jong Un, Kim Yong Un) are cut to that word. `pairs`: two things that are named in
about as many articles, and never together, get one made-up name. `linked`: names that lead to several pages in the
texts as they are (mostly pages that mean the same, so no aim). Each fifth of the articles in turn comes without a
record; all others say whom they name. Right is a doubtful name in that fifth that is linked to what it stood for.
Beside it: what always taking the commonest meaning would get, and how many are left for the inbox. The texts are read
from the folder shared by all who work on Broadsheet: BROADSHEET_SHARED, or ../shared.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from broadsheet import entities, markdown_text
from broadsheet.addresses import slug
from broadsheet.entities.name_words import TITLES, is_demonym
from broadsheet.model import Article, Entity, NamedEntity

SHARED = Path(os.environ.get("BROADSHEET_SHARED") or Path(__file__).parents[2] / ".." / "shared")
FILES = ("nel_wikipedia_current_events", "nel_hipe_hipe2020")
KINDS = {"pers": "person", "loc": "place", "org": "organisation"}
FOLDS = 5


@dataclass
class Document:
    """A text with its links: where, to what."""

    given: dict
    text: str
    links: list[tuple[int, int, str]]
    doubtful: dict[int, str] = field(default_factory=dict)
    """Where a doubtful name stands, and what it means."""


def read(file: str) -> tuple[list[Document], dict[str, str]]:
    """The documents, and the kind of each thing they link to."""
    documents, kinds = [], {}
    with (SHARED / "data" / "dev" / f"{file}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            links = []
            for one in given["mentions"]:
                target = one.get("qid") or one.get("wiki")
                text = given["text"][one["start"] : one["end"]]
                if not target or not text[:1].isupper() or "\n" in text or is_demonym(text.lower(), given["lang"]):
                    continue
                target = unquote(str(target).rpartition("/")[2]).replace("_", " ")
                kinds.setdefault(target, KINDS.get(one["type"].split(".")[0], "other"))
                links.append((one["start"], one["end"], target))
            documents.append(Document(given, given["text"], sorted(links)))
    return documents, kinds


def linked(documents: list[Document]) -> list[Document]:
    """The documents as they are, with the names that lead to several things."""
    meant: dict[str, Counter] = defaultdict(Counter)
    for one in documents:
        for text, target in {(one.text[start:end], target) for start, end, target in one.links}:
            if text.lower() not in TITLES:
                meant[text][target] += 1
    names = {text: {target for target, n in all_.items() if n > 1} for text, all_ in meant.items()}
    for one in documents:
        for start, end, target in one.links:
            targets = names.get(one.text[start:end], ())
            if len(targets) > 1 and target in targets:
                one.doubtful[start] = target
    return documents


def renamed(documents: list[Document], names: dict[str, str]) -> list[Document]:
    """The documents with some things under other names, the first time they stand in each."""
    made = []
    for one in documents:
        parts, links, doubtful, done, shift = [], [], {}, 0, 0
        seen: set[str] = set()
        for start, end, target in one.links:
            if start < done:
                continue
            name = names.get(target)
            if name and (name in one.text[start:end] or len(name) > 12) and target not in seen:
                seen.add(target)
                parts += [one.text[done:start], name]
                doubtful[start + shift] = target
                links.append((start + shift, start + shift + len(name), target))
                done, shift = end, shift + len(name) - (end - start)
            else:
                links.append((start + shift, end + shift, target))
        made.append(Document(one.given, "".join([*parts, one.text[done:]]), links, doubtful))
    return made


def shared(documents: list[Document]) -> list[Document]:
    """Full names cut to a last word that several of them share."""
    counts = Counter(target for one in documents for target in {target for *_, target in one.links})
    ends: dict[str, set[str]] = defaultdict(set)
    for one in documents:
        for start, end, target in one.links:
            words = one.text[start:end].split(" ")
            is_full = 1 < len(words) < 4 and all(word[0].isupper() for word in words) and target.endswith(words[-1])
            if is_full and counts[target] > 1:
                ends[words[-1]].add(target)
    return renamed(documents, {one: word for word, all_ in ends.items() if len(all_) > 1 for one in all_})


def pairs(documents: list[Document]) -> list[Document]:
    """Two things named about as often, under one made-up name."""
    counts = Counter(target for one in documents for target in {target for *_, target in one.links})
    common = [target for target, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if n > 4]
    beside: dict[str, set[str]] = defaultdict(set)
    for one in documents:
        for *_, target in one.links:
            beside[target].update(other for *_, other in one.links)
    made: dict[str, str] = {}
    while common:
        first = common.pop(0)
        second = next((other for other in common if other not in beside[first]), None)
        if second is None:
            break  # things that are named together are no namesakes
        common.remove(second)
        number = len(made) // 2
        name = "Qu" + "".join("aeiou"[number // 5**k % 5] + "lnrst"[number // 5**k % 5] for k in range(6))
        made.update({first: name, second: name})
    return renamed(documents, made)


def score(  # noqa: C901 - a table's line
    title: str, documents: list[Document], kinds: dict[str, str], errors: int
) -> None:
    """Prints a line of the table, and the commonest errors."""
    surfaces: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for one in documents:
        for start, end, target in one.links:
            surfaces[target].add(one.text[start:end])
        for start, target in one.doubtful.items():
            end = next(end for low, end, _ in one.links if low == start)
            names[one.text[start:end]].add(target)
    ids = {target: slug(target, target) for target in surfaces}
    known = [
        Entity(id=ids[target], name=target, kind=kinds[target], aliases=tuple(sorted(texts)))
        for target, texts in sorted(surfaces.items())
    ]
    right = wrong = baseline = total = 0
    confused: Counter = Counter()
    started = time.perf_counter()
    for fold in range(FOLDS):
        articles, common = [], defaultdict(Counter)
        for place, one in enumerate(documents):
            tested = place % FOLDS == fold
            targets = sorted({target for *_, target in one.links})
            articles.append(
                Article(
                    id=one.given["id"],
                    title=one.given.get("title") or "-",
                    body=markdown_text.escape(one.text),
                    language=one.given["lang"],
                    topics=tuple(topic["title"] for topic in one.given.get("topics", ())),
                    entities=() if tested else tuple(NamedEntity(name=target) for target in targets),
                )
            )
            if not tested:
                for start, target in one.doubtful.items():
                    end = next(end for low, end, _ in one.links if low == start)
                    common[one.text[start:end]][target] += 1
        mentions = entities.name_all(known, articles, "en", suggest=False).mentions
        for one in documents[fold::FOLDS]:
            # (Escaped Markdown shows the same text, so places are the same.)
            found = {mention.start: mention.entity for mention in mentions[one.given["id"]]}
            for start, target in one.doubtful.items():
                end = next(end for low, end, _ in one.links if low == start)
                name = one.text[start:end]
                if len(names[name]) < 2:
                    continue
                total += 1
                baseline += [meant for meant, _ in common[name].most_common(1)] == [target]
                meant = found.get(start)
                right += meant == ids[target]
                if meant not in (None, ids[target]):
                    wrong += 1
                    confused[f"{name}: {meant} for {ids[target]}"] += 1
    seconds = time.perf_counter() - started
    left = total - right - wrong
    print(
        f"{title:32} {len(names):4} names {total:5} cases  P {right / max(1, right + wrong):.3f}  "
        f"R {right / max(1, total):.3f}  inbox {left / max(1, total):.3f}  "
        f"commonest meaning {baseline / max(1, total):.3f}  {seconds:5.1f} s"
    )
    if errors:
        print("    wrong:", "; ".join(f"{one} {count}" for one, count in confused.most_common(errors)))


def main() -> None:
    """Scores every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="how many of the commonest errors to print")
    options = parser.parse_args()
    if not (SHARED / "data" / "dev").is_dir():
        sys.exit(f"{SHARED}: holds no data/dev; set BROADSHEET_SHARED to the folder that does")
    for file in FILES:
        documents, kinds = read(file)
        for made in (shared, pairs, linked):
            score(f"{file[4:]} {made.__name__}", made(documents), kinds, options.errors)


if __name__ == "__main__":
    main()
