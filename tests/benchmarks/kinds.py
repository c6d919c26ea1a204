"""Scores what new names are taken for: how many of the names found have the kind their annotators gave them.

    python tests/benchmarks/kinds.py [--errors N] [SET …]

Found are the distinct names of a document that are linked and that the annotators marked as well; `new` leaves out
those of countries, which nobody has to guess. Where the annotators say MISC (or Event, Product, Project), event, work,
product and other all count as right; where they say LocOrg (a place that acts), place and organisation do. Beside each
line stands what thirty lines would say: two words are a person, capitals alone an organisation, anything else a place.
At the end: how often guesses of each confidence are right. The texts are read from BROADSHEET_SHARED, or else from
../shared beside the repository.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict

from names import CAPITALS, SHARED

from broadsheet import entities, markdown_text
from broadsheet.entities.discovery.discover import Discovery, discover
from broadsheet.model import Article

SETS = {
    "winer_fr": ("ner_winer_fr", ("fr",)),
    "wikineural": ("ner_wikineural", CAPITALS),
    "factrueval_ru": ("ner_factrueval_ru", ("ru",)),
}
THINGS = frozenset(["event", "work", "product", "other"])
RIGHT = {
    "PER": {"person"}, "Person": {"person"}, "LOC": {"place"}, "Location": {"place"}, "ORG": {"organisation"},
    "Organization": {"organisation"}, "Org": {"organisation"}, "LocOrg": {"place", "organisation"},
    "MISC": THINGS, "Event": THINGS, "Product": THINGS, "Project": THINGS, "Facility": {"place", "organisation"},
}  # fmt: skip


def read(file: str) -> dict[str, list[tuple[Article, dict[str, str]]]]:
    """By language: each document as an article, with the names its annotators marked and their types."""
    documents = defaultdict(list)
    with (SHARED / "data" / "dev" / f"{file}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            text, gold = given["text"], {}
            for one in given["mentions"]:
                if one["type"] in RIGHT:
                    gold.setdefault(" ".join(text[one["start"] : one["end"]].split()), one["type"])
            article = Article(id=given["id"], title="-", body=markdown_text.escape(text), language=given["lang"])
            documents[given["lang"]].append((article, gold))
    return documents


def plain(name: str) -> str:
    """What thirty lines would say."""
    if " " in name:
        return "person"
    return "organisation" if name.isupper() and len(name) > 1 else "place"


def score(name: str, language: str, documents: list, errors: int, sure: Counter, right_at: Counter) -> None:
    """Prints one line of the table, and the commonest errors."""
    made: list[Discovery] = []

    def keep(articles, gazetteer):
        made.append(discover(articles, gazetteer))
        return made[-1]

    naming = entities.name_all((), [article for article, _ in documents], language, find_names=keep)
    guesses = made[0].kinds
    counts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for article, gold in documents:
        found = {" ".join(one.surface.split()): one.entity for one in naming.mentions[article.id]}
        for surface, entity in found.items():
            if surface not in gold:
                continue
            kind, allowed = naming.entities[entity].kind, RIGHT[gold[surface]]
            new = not naming.entities[entity].country
            counts.update(found=1, right=kind in allowed, plain=plain(surface) in allowed or not new)
            counts.update(new=new, new_right=new and kind in allowed)
            if kind not in allowed:
                wrong[f"{surface} ({gold[surface]}, not {kind})"] += 1
            if entity in guesses:
                step = int(guesses[entity].confidence * 10) / 10
                sure[step] += 1
                right_at[step] += kind in allowed
    print(
        f"{name:14} {language:3} {counts['found']:5} found  right {counts['right'] / counts['found']:.3f}"
        f"  new {counts['new']:5}  right {counts['new_right'] / max(1, counts['new']):.3f}"
        f"  plain heuristic {counts['plain'] / counts['found']:.3f}"
    )
    if errors:
        print("    wrong:", "; ".join(f"{one} {count}" for one, count in wrong.most_common(errors)))


def main() -> None:
    """Scores the sets named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS), help=", ".join(SETS))
    parser.add_argument("--errors", type=int, default=0, help="how many of the commonest errors to print")
    options = parser.parse_args()
    if not (SHARED / "data" / "dev").is_dir():
        sys.exit(f"{SHARED}: holds no data/dev; set BROADSHEET_SHARED to the folder that does")
    sure: Counter[float] = Counter()
    right_at: Counter[float] = Counter()
    for name in options.sets:
        file, languages = SETS[name]
        documents = read(file)
        for language in languages:
            score(name, language, documents[language], options.errors, sure, right_at)
    for step in sorted(sure):
        print(f"confidence {step:.1f}  {sure[step]:5} guesses  right {right_at[step] / sure[step]:.2f}")


if __name__ == "__main__":
    main()
