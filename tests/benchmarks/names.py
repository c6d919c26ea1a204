"""Scores the names found without any list: distinct names per document, precision, recall and F1.

    python tests/benchmarks/names.py [--errors N] [--alone] [SET …]

Gold are the names that begin with a capital, whatever their type; found is what would be linked: countries,
discovered names, surnames after full names. Beside each line stands the F1 of a thirty-line heuristic over capitals
(see EVIDENCE.md in the folder shared by all who work on Broadsheet). The texts are read from there too: from
BROADSHEET_SHARED, or else from ../shared beside the repository.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from broadsheet import entities, markdown_text
from broadsheet.model import Article

SHARED = Path(os.environ.get("BROADSHEET_SHARED") or Path(__file__).parents[2] / ".." / "shared")
CAPITALS = ("en", "fr", "es", "it", "pt", "nl", "ru", "pl")
SETS = {
    "winer_fr": ("ner_winer_fr", ("fr",)),
    "wikineural": ("ner_wikineural", CAPITALS),
    "factrueval_ru": ("ner_factrueval_ru", ("ru",)),
    "current_events": ("nel_wikipedia_current_events", ("en",)),
    "gum": ("nel_gum_wikinews_en", ("en",)),
}
HEURISTIC = {
    ("winer_fr", "fr"): 0.77, ("wikineural", "en"): 0.75, ("wikineural", "fr"): 0.84, ("wikineural", "es"): 0.80,
    ("wikineural", "it"): 0.79, ("wikineural", "pt"): 0.77, ("wikineural", "nl"): 0.91, ("wikineural", "ru"): 0.84,
    ("wikineural", "pl"): 0.86, ("factrueval_ru", "ru"): 0.71,
}  # fmt: skip
NO_NAMES = frozenset(["DATE", "TIME", "NUMEX", "HOUR", "AMOUNT", "Date", "Hour"])


def read(file: str) -> dict[str, list[tuple[Article, set[str]]]]:
    """By language: each document as an article, with the names its annotators marked."""
    documents = defaultdict(list)
    with (SHARED / "data" / "dev" / f"{file}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            text = given["text"]
            gold = {
                " ".join(text[one["start"] : one["end"]].split())
                for one in given["mentions"]
                if one["type"] not in NO_NAMES and text[one["start"]].isupper()
            }
            article = Article(id=given["id"], title="-", body=markdown_text.escape(text), language=given["lang"])
            documents[given["lang"]].append((article, gold))
    return documents


def found_names(articles: list[Article], language: str, *, alone: bool) -> dict[str, set[str]]:
    """The names found in each article, by its id; `alone`: as if it were the only one in its archive."""
    batches = [[article] for article in articles] if alone else [articles]
    return {
        article: {" ".join(mention.surface.split()) for mention in mentions}
        for batch in batches
        for article, mentions in entities.name_all((), batch, language).mentions.items()
    }


def score(name: str, language: str, documents: list[tuple[Article, set[str]]], errors: int, *, alone: bool) -> None:
    """Prints one line of the table, and the commonest errors."""
    articles = [article for article, _ in documents]
    started = time.perf_counter()
    by_article = found_names(articles, language, alone=alone)
    seconds = time.perf_counter() - started
    right = wrong = missed = 0
    false, lost = Counter(), Counter()
    for article, gold in documents:
        found = by_article[article.id]
        right += len(found & gold)
        wrong += len(found - gold)
        missed += len(gold - found)
        false.update(found - gold)
        lost.update(gold - found)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    other = HEURISTIC.get((name, language))
    print(
        f"{name:15} {language:3} {len(articles):5}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
        f"  heuristic {other or '-':<5}  {1000 * seconds / len(articles):6.2f} ms/document"
    )
    if errors:
        print("    false:", "; ".join(f"{one} {count}" for one, count in false.most_common(errors)))
        print("    lost: ", "; ".join(f"{one} {count}" for one, count in lost.most_common(errors)))


def main() -> None:
    """Scores the sets named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS), help=", ".join(SETS))
    parser.add_argument("--errors", type=int, default=0, help="how many of the commonest errors to print")
    parser.add_argument("--alone", action="store_true", help="read each document as if there were no other")
    options = parser.parse_args()
    if not (SHARED / "data" / "dev").is_dir():
        sys.exit(f"{SHARED}: holds no data/dev; set BROADSHEET_SHARED to the folder that does")
    for name in options.sets:
        file, languages = SETS[name]
        documents = read(file)
        for language in languages:
            score(name, language, documents[language], options.errors, alone=options.alone)


if __name__ == "__main__":
    main()
