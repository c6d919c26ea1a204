"""The sets by which the grouping of articles into stories is scored and fitted.

Each is an archive of its own, names found in it as the product finds them:

- ecbplus: annotated sentences of 526 texts on 48 events, two alike for each topic; undated.
- ntrex: 52 news texts in 14 languages each; undated. A translation tells the same story.
- events_2026, events: items of Wikipedia's Portal:Current events (898, and 4,930 over 20 months), their first words as
  titles. A story is the most specific topic of an item, parted where more than 3 days pass without an item. Only topics
  of at most 14 days are scored: nobody says which items of a running affair (a war) tell the same, nor which of those
  without a topic do (often they follow up each other); they are read all the same. Most stories are of one item here:
  the score of grouping nothing stands beside (`nothing`), and `told twice` counts only items whose story has several.
- strangers: ntrex among 1,800 items of Wikinews in four languages, in archives of some 200 articles. Hardly any of
  these tells what one in another language does: the translations are scored, and groups across languages counted that
  hold more than one story.
- namesakes: undated items of Wikinews in archives of a dozen, all of which name one person or thing; and the same, all
  of one day. They lie years apart: counted are those that are told with one of more than 60 days before or after.
- forms: reports written by one form each (`forms.py`: forecasts, briefings, matches, grants …) among the items of
  events_2026, twice: with their sources, and without. Each tells an event of its own: what is scored is how many of
  them are told with another.
- all: the first three in one archive.

The texts are not part of this repository: they are read from BROADSHEET_SHARED, or else from ../shared beside it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from forms import reports

from broadsheet import entities, markdown_text
from broadsheet.edition import newest_first
from broadsheet.model import Article
from broadsheet.stories.group import Mentions

SHARED = Path(os.environ.get("BROADSHEET_SHARED") or Path(__file__).parents[2] / ".." / "shared")
FILES = {
    "ecbplus": "dev/clusters_ecbplus.jsonl",
    "ntrex": "dev/news_ntrex_multi.jsonl",
    "events_2026": "demo/current_events_2026.jsonl",
    "events": "dev/nel_wikipedia_current_events.jsonl",
}
WIKINEWS = ("ar", "en", "fr", "ja")
PARTS = 12
DOZEN = 12
FEW, MANY = 4, 60
"""How many articles must name something, and how many may, for an archive of namesakes."""
LONG_AGO = 60
"""Days after which no news is of the same event."""

Labels = Mapping[str, str]
"""By article id, the story it tells."""


@dataclass(frozen=True)
class Archive:
    """Articles, newest first, with who they name, and what gold says they tell."""

    name: str
    articles: Sequence[Article]
    mentions: Mentions
    gold: Labels
    half: Mapping[str, int]
    """By article id: 0 for the half that the weights are fitted on, 1 for the other."""
    days: Mapping[str, int] = field(default_factory=dict)
    """By article id, the day (an ordinal) that it is of, where the article itself does not say so."""

    def part(self, half: int) -> Archive:
        """One half, as an archive of its own."""
        return replace(self, articles=[one for one in self.articles if self.half[one.id] == half])


def read(name: str) -> Archive:
    """A set as an archive."""
    if name == "all":
        parts = [read(one) for one in ("ecbplus", "ntrex", "events_2026")]
        articles = sorted((one for part in parts for one in part.articles), key=newest_first)
        gold = {one: f"{part.name}/{story}" for part in parts for one, story in part.gold.items()}
        return Archive(
            name, articles, found_names(articles), gold, {k: v for one in parts for k, v in one.half.items()}
        )
    with (SHARED / "data" / FILES[name]).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = sorted(map(article, rows), key=newest_first)
    if name.startswith("events"):
        gold, first = topics(rows), min(row["date"] for row in rows)
        half = {row["id"]: (_day(row["date"]) - _day(first)).days // 28 % 2 for row in rows}
    else:
        gold = {row["id"]: row.get("cluster") or row["story"] for row in rows}
        order = {story: at for at, story in enumerate(sorted(set(gold.values())))}
        half = {row["id"]: int(row["topic"]) % 2 if "topic" in row else order[gold[row["id"]]] % 2 for row in rows}
    return Archive(name, articles, found_names(articles), gold, half)


def wikinews() -> tuple[list[Article], Mapping[str, int]]:
    """News in four languages without its dates (in a real archive many have none), and the days it is of."""
    rows = [
        json.loads(line)
        for language in WIKINEWS
        for line in (SHARED / "data" / "dev" / f"news_wikinews_{language}.jsonl").open(encoding="utf-8")
    ]
    articles = [article({key: row[key] for key in ("id", "lang", "title", "text")}) for row in rows]
    return articles, {row["id"]: _day(row["date"]).toordinal() for row in rows if row.get("date")}


def strangers() -> list[Archive]:
    """Translations, and news that nobody translated, in small archives."""
    translated = read("ntrex")
    articles, days = wikinews()
    stories = sorted(set(translated.gold.values()))
    parts = []
    for number in range(PARTS):
        told = set(stories[number::PARTS])
        some = [one for one in translated.articles if translated.gold[one.id] in told] + articles[number::PARTS]
        some.sort(key=newest_first)
        gold = {one.id: translated.gold.get(one.id, one.id) for one in some}
        parts.append(Archive("strangers", some, found_names(some), gold, {one.id: number % 2 for one in some}, days))
    return parts


def namesakes(day: dt.date | None = None) -> Iterator[Archive]:
    """News of other times that names the same, undated or all of one day, in small archives."""
    articles, days = wikinews()
    articles = sorted((replace(one, published=day) for one in articles), key=newest_first)
    mentions = found_names(articles)
    naming = defaultdict(list)
    for one in articles:
        for name in dict.fromkeys(mention.entity for mention in mentions[one.id]):
            naming[one.language, name].append(one)
    for number, (_, some) in enumerate(sorted(naming.items())):
        if FEW <= len(some) < MANY:
            kept = some[:DOZEN]
            yield Archive("namesakes", kept, mentions, {}, {one.id: number % 2 for one in kept}, days)


def notes() -> Iterator[Archive]:
    """Short notes without a date, each of another event, in small archives."""
    events = read("events_2026")
    by_event = {events.gold[one.id]: one for one in events.articles if one.id in events.gold}
    notes = [replace(one, published=None) for _, one in sorted(by_event.items())]
    for number, start in enumerate(range(0, len(notes) - DOZEN + 1, DOZEN)):
        kept = notes[start : start + DOZEN]
        gold = {one.id: events.gold[one.id] for one in kept}
        yield Archive("notes", kept, events.mentions, gold, {one.id: number % 2 for one in kept})


def forms() -> list[Archive]:
    """Reports from one form, among news: with their sources, and without."""
    around = read("events_2026")
    rows = list(reports(seed=5))
    parts = []
    for sourced in (True, False):
        some = [replace(article(row), source=row["source"] if sourced else "") for row in rows]
        some = sorted((*some, *around.articles), key=newest_first)
        name = "forms" if sourced else "unsourced"
        parts.append(Archive(name, some, found_names(some), {row["id"]: row["id"] for row in rows}, around.half))
    return parts


def article(row: Mapping[str, str]) -> Article:
    """A row of a set as the archive would hold it."""
    text = row["text"].replace("\n", "\n\n") if row["id"].startswith("ntrex") else row["text"]
    return Article(
        id=row["id"],
        title=row.get("title") or " ".join(text.split()[:10]) or "-",
        body=markdown_text.escape(text),
        language=row["lang"],
        published=_day(row["date"]) if row.get("date") else None,
    )


def _day(date: str) -> dt.date:
    return dt.date.fromisoformat(date)


def topics(rows: Sequence[Mapping]) -> Labels:
    """What items of Portal:Current events tell, as far as it is clear."""
    by_topic = defaultdict(list)
    gold = {}
    for row in rows:
        if row["topics"]:
            by_topic[row["topics"][-1]["title"]].append((row["date"], row["id"]))
    for topic, items in by_topic.items():
        items.sort()
        if (_day(items[-1][0]) - _day(items[0][0])).days > 14:
            continue
        number, last = 0, items[0][0]
        for date, identity in items:
            number += (_day(date) - _day(last)).days > 3
            gold[identity], last = f"{topic}#{number}", date
    return gold


def found_names(articles: Sequence[Article]) -> Mentions:
    """Who is named in each article, as the product finds it."""
    return entities.name_all((), articles, "en").mentions
