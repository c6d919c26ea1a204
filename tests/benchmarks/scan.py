"""How fast a text is searched for 100,000 names, and how long the matcher takes to be ready.

    python tests/benchmarks/scan.py [NAMES]

The names are real: those that the annotated texts below BROADSHEET_SHARED (or ../shared beside this repository) name,
and the countries and cities of the world in all of CLDR's languages. The text is news in English (10,000 press
releases), then French and Russian. Times are of one process on one core; the best of three.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
import time
from pathlib import Path
from urllib.parse import unquote

from babel import Locale, localedata

from broadsheet.entities.folding import key
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.matching.lexicon import from_text, lexicon, mark
from broadsheet.entities.matching.matcher import Matcher
from broadsheet.entities.name_words import STARTERS
from broadsheet.model import Entity

SHARED = Path(os.environ.get("BROADSHEET_SHARED") or Path(__file__).parents[2] / ".." / "shared")
TEXTS = {
    "en": "scale/senate_10000.jsonl.gz",
    "fr": "dev/ner_winer_fr.jsonl",
    "ru": "dev/ner_factrueval_ru.jsonl",
    "ja": "dev/news_wikinews_ja.jsonl",
    "ar": "dev/news_wikinews_ar.jsonl",
}


def real_names(most: int) -> list[str]:
    """So many names, in an order that is always the same."""
    found: set[str] = set()
    for file in sorted((SHARED / "data" / "dev").glob("ne[rl]_*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                given = json.loads(line)
                for one in given["mentions"]:
                    if "group" not in one:  # GUM marks pronouns and nouns too
                        found.add(key(given["text"][one["start"] : one["end"]]))
                    if one.get("wiki"):
                        title = unquote(one["wiki"].rpartition("/")[2])
                        found.add(title.replace("_", " ").partition(" (")[0])
    found = {name for name in found if 2 < len(name) < 60 and not name[0].islower() and name.lower() not in STARTERS}
    for tag in sorted(localedata.locale_identifiers()):
        locale = Locale.parse(tag)
        found.update(locale.territories.values())
        found.update(zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    names = sorted(found)
    random.Random(1).shuffle(names)  # noqa: S311 - no secret
    return sorted(names[:most])


def texts(file: str) -> list[str]:
    """The texts of a file."""
    path = SHARED / "data" / file
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        given = (json.loads(line) for line in lines)
        return [one.get("text") or "" for one in given]


def timed(work):
    """The result, and the seconds it took."""
    started = time.process_time()
    result = work()
    return result, time.process_time() - started


def main() -> None:
    """Prints the figures."""
    if not (SHARED / "data" / "dev").is_dir():
        sys.exit(f"{SHARED}: holds no data/dev; set BROADSHEET_SHARED to the folder that does")
    names = real_names(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    known = {f"e{number}": Entity(id=f"e{number}", name=name) for number, name in enumerate(names)}
    listed = Gazetteer(
        known, tuple(Name(entity.name, one) for one, entity in known.items()), "en", spoken=frozenset(TEXTS)
    )
    made, seconds = timed(lambda: lexicon(listed))
    print(f"{len(names):,} names; lexicon made in {seconds:.2f} s")
    kept = made.to_text()
    read, seconds = timed(lambda: from_text(kept, mark(listed)))
    matcher, more = timed(lambda: Matcher(listed, read))
    _, last = timed(lambda: matcher.find("x 日本 Paris", "en"))
    ready = seconds + more + last
    print(f"{len(kept) / 1e6:.1f} MB kept; read back in {seconds:.2f} s; ready for a text in {ready:.2f} s")
    for language, file in TEXTS.items():
        given = texts(file)
        size = sum(len(text.encode()) for text in given) / 1e6
        best, found = float("inf"), 0
        for _ in range(3):
            hits, seconds = timed(lambda: sum(len(matcher.find(text, language)) for text in given))  # noqa: B023 - used at once
            best, found = min(best, seconds), hits
        print(f"{language}: {size:6.1f} MB, {found:8,} names, {size / best:5.1f} MB/s")


if __name__ == "__main__":
    main()
