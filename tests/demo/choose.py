"""Makes the demo archive's inputs, `tests/data/demo/`, of the articles that the tables beside this script name.

    python tests/demo/choose.py

reads the shared data (the folder that the environment variable BROADSHEET_SHARED names, else `../shared` beside the
repository), puts each chosen text into order (`tidy.py`, `mends.tsv`), gives it a title where it has none
(`headline.py`), licence and attribution, and the names that it holds (`names.tsv`). The same
tables give the same bytes.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from formats import FORMATS
from headline import headline
from tidy import tidy, tidy_line

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "data" / "demo"
SHARED = Path(os.environ.get("BROADSHEET_SHARED", HERE.parents[2] / "shared"))
UNSPACED = {"ja", "zh"}
CC_BY = "CC BY 2.5 (https://creativecommons.org/licenses/by/2.5/)"
CC_BY_SA = "CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)"
WIKINEWS = {
    "fr": "Wikinews en français",
    "en": "English Wikinews",
    "ja": "日本語版ウィキニュース",
    "ar": "ويكي الأخبار",
}
NTREX = "https://github.com/MicrosoftTranslator/NTREX"
LEAST = 2
"""Articles of the demo that a topic needs: a topic page with one article leads nowhere."""

Row = dict[str, str]
Record = dict[str, Any]


def main() -> None:
    """Writes every file of `tests/data/demo/` anew."""
    if not (SHARED / "data" / "demo").is_dir():
        sys.exit(f"{SHARED}: the shared data is not there; name its folder in BROADSHEET_SHARED")
    records = {**articles(), **current_events()}
    names = [(row["name"], row) for row in table("names")]
    topics = Counter(topic for record in records.values() for topic in record["topics"])
    for record in records.values():
        record["topics"] = [topic for topic in record["topics"] if topics[topic] >= LEAST]
        record["entities"] = list(named(record, names))
    write(records)


def table(name: str) -> list[Row]:
    """The rows of one of the tables beside this script."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shared(name: str) -> dict[str, Record]:
    """The records of a file of the shared data, by id."""
    lines = (SHARED / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def mended(text: str, identity: str) -> str:
    """A text with the slips that `mends.tsv` lists put right."""
    for row in MENDS.get(identity, ()):
        text = text.replace(row["old"], row["new"])
    return text


def articles() -> dict[str, Record]:
    """The chosen articles of Wikinews and of NTREX."""
    found = {**shared("dev/news_ntrex_multi"), **shared("demo/multilingual")}
    records = {}
    for row in table("articles"):
        one = found[row["id"]]
        language, project = one["lang"], row["id"].partition("/")[0]
        kind = "ntrex" if project == "ntrex" else "wikinews"
        text = one["text"]
        text = text[text.index(row["from"]) :] if row["from"] else text
        text = text[: text.index(row["until"]) + len(row["until"])] if row["until"] else text
        title = row["title"] or tidy_line(mended(one["title"], row["id"]), language, kind)
        records[row["id"]] = said(
            id=row["id"],
            url=quote(unquote(one["url"]), safe=":/_(),'!") if one["url"] else None,
            title=title,
            body=tidy(mended(text, row["id"]), language, kind),
            published=one["date"],
            language={"pt": "pt-PT", "zh": "zh-Hans"}.get(language, language) if kind == "ntrex" else language,
            section=row["section"],
            topics=[topic for topic in row["topics"].split("|") if topic],
            source=source(kind, language),
            rights=rights(kind, language),
        )
    return records


def source(kind: str, language: str) -> Record:
    """Who published an article."""
    if kind == "ntrex":
        return {"name": "NTREX-128", "url": NTREX}
    return {"name": WIKINEWS[language], "url": f"https://{language}.wikinews.org/"}


def rights(kind: str, language: str) -> str:
    """Licence and attribution of an article; the page's own address stands in its `url`."""
    if kind == "ntrex":
        team = "C. Federmann, T. Kocmi and Y. Xin (Microsoft)"
        return f"Translation of a news text of 2018 in NTREX-128 by {team}; {CC_BY_SA}; edited"
    name = {"fr": "French", "en": "English", "ja": "Japanese", "ar": "Arabic"}[language]
    return f"Contributors of {name} Wikinews; {CC_BY}; spacing and slips of the pen mended"


def current_events() -> dict[str, Record]:
    """The chosen items of Wikipedia's Portal:Current events."""
    found = shared("demo/current_events_2026")
    records = {}
    for row in table("current_events"):
        day = dt.date.fromisoformat(row["day"])
        page = f"https://en.wikipedia.org/wiki/Portal:Current_events/{day.year}_{day:%B}_{day.day}"
        for number in row["items"].split():
            one = found[f"wpce/{row['day']}/{number}"]
            text = tidy(mended(one["text"], one["id"]), "en", "wikipedia")
            records[one["id"]] = said(
                id=one["id"],
                title=headline(text),
                body=text,
                published=row["day"],
                language="en",
                section=one["section"],
                topics=list(dict.fromkeys(topics_of(one))),
                source={"name": "Wikipedia: Current events", "url": page},
                cites=one["sources"],
                rights=f"Contributors of Wikipedia’s Portal:Current events; {CC_BY_SA}; headline added",
            )
    return records


def topics_of(item: Record) -> Iterator[str]:
    """The topics of an item of current events; those that stand in one entry each for itself."""
    for topic in item["topics"]:
        parts = [part.strip("\u202a ") for part in topic["title"].split(", ")]
        yield from parts if len(parts) == len(topic["wiki"]) else [topic["title"]]


def named(record: Record, names: list[tuple[str, Row]]) -> Iterator[Record]:
    """The entities of `names.tsv` that a record names.

    Each has the names it goes by in the record's language and in the record (`fr:Pékin`; no tag: English), and those
    that always go along (`*:Moyen-Orient`).
    """
    text, language = f"{record['title']}\n{record['body']}", record["language"].partition("-")[0]
    for name, row in names:
        spelled = [alias.partition(":") for alias in row["aliases"].split("|") if alias]
        own = [alias if colon else tag for tag, colon, alias in spelled if (tag if colon else "en") == language]
        found = [alias for alias in own if holds(text, alias, language)]
        always = [alias for tag, _, alias in spelled if tag == "*"]
        if found or holds(text, name, language):
            others = [alias for alias in (*found, *always) if alias != name]
            yield said(name=name, kind=row["kind"], wikidata=row["wikidata"], aliases=others)


def holds(text: str, name: str, language: str) -> bool:
    """Whether a text holds a name; as a word of its own where words stand apart."""
    if language in UNSPACED:
        # A name in Latin letters stands between others that are not.
        return re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text) is not None
    joined = "(?:[وفبلك]|ال)?" if language == "ar" else ""
    return re.search(rf"(?<!\w){joined}{re.escape(name)}(?!\w)", text) is not None


def said(**fields: Any) -> Record:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value or name == "topics"}


def write(records: dict[str, Record]) -> None:
    """Every input into its file: most as JSON Lines, some in other formats that people have."""
    homes = {row["id"]: row["file"] for row in table("articles")}
    files: dict[str, list[Record]] = {}
    for identity, record in records.items():
        home = homes.get(identity) or f"current-events/{record['published'][:7]}.jsonl"
        files.setdefault(home, []).append(record)
    if OUT.exists():
        shutil.rmtree(OUT)
    for name, members in sorted(files.items()):
        path = OUT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FORMATS[path.suffix](members), encoding="utf-8", newline="\n")
    dumps = OUT / "afrique-media"
    dumps.mkdir(exist_ok=True)
    for dump in sorted((SHARED / "data" / "seed").glob("*.txt")):
        (dumps / dump.name).write_bytes(dump.read_bytes())
    sizes = {path.relative_to(OUT): path.stat().st_size for path in sorted(OUT.rglob("*")) if path.is_file()}
    for path, size in sizes.items():
        print(f"{size:8} {path}")
    print(f"{sum(sizes.values()):8} in all, {len(records)} records")


MENDS: dict[str, list[Row]] = {}
for _row in table("mends"):
    MENDS.setdefault(_row["id"], []).append(_row)

if __name__ == "__main__":
    main()
