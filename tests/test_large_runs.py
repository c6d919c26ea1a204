"""Whole runs over much of one kind: pages stay small, and what is written grows with what comes in."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path

import pytest

from broadsheet import pipeline
from broadsheet.config import Config

WORDS = [
    a + b + c for a in ("bal", "cor", "dim", "fen") for b in ("a", "e", "i", "o", "u") for c in ("rid", "sun", "tok")
]
LARGEST = 48 * 1024
"""Bytes of a page that lists articles, however many there are."""
OF_THE_WHOLE = ("data/archive.jsonl", "data/entities.json", "news-sitemap.xml", "feeds.opml", ".broadsheet/")
"""Files that hold all there is, a line or a few of each."""


def records(count, **more):
    roll = random.Random(3)  # noqa: S311 - the same draws each time
    for number in range(count):
        text = " ".join(roll.choices(WORDS, k=24))
        yield {
            "id": f"a{number}",
            "title": f"{WORDS[number % 60].title()} {roll.choice(WORDS)} {number}",
            "published": (dt.date(2024, 1, 1) + dt.timedelta(days=number % 700)).isoformat(),
            "language": "en",
            "source": {"name": f"Paper {number % 7}"},
            "body": f"Minister Ana Korvin spoke in Zelmark. {text.capitalize()} {number}.",
            "entities": [{"name": "Ana Korvin", "kind": "person"}],
        } | more


def written(folder: Path, some) -> dict[str, int]:
    """The size of each file that a run over some records writes."""
    (folder / "content").mkdir()
    (folder / "in.jsonl").write_text("\n".join(json.dumps(one) for one in some), encoding="utf-8")
    config = Config(
        path=folder / "mkdocs.yml",
        docs_dir=folder / "content",
        site_name="Many",
        site_url="https://news.example/",
        today=dt.date(2026, 5, 28),
    )
    pipeline.generate(config, ["in.jsonl"], base=folder)
    root = folder / "content"
    return {str(one.relative_to(root)): one.stat().st_size for one in root.rglob("*") if one.is_file()}


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_a_name_in_every_article_has_many_pages_none_of_them_large(tmp_path, count):
    sizes = written(tmp_path, records(count))
    assert {one: size for one, size in sizes.items() if size > LARGEST and not one.startswith(OF_THE_WHOLE)} == {}
    pages = [one for one in sizes if one.startswith("entities/ana-korvin/") and one.endswith(".md")]
    listed = "".join((tmp_path / "content" / one).read_text("utf-8") for one in [*pages, "entities/ana-korvin.md"])
    assert sum(f"-{number}.md)" in listed for number in range(count)) == count


@pytest.mark.parametrize("more", [{"published": "2024-05-01"}, {"published": None}, {"title": "One title"}])
def test_many_of_one_day_of_none_or_with_one_title_have_pages_of_a_size(tmp_path, more):
    sizes = written(tmp_path, records(300, **more))
    assert {one: size for one, size in sizes.items() if size > LARGEST and not one.startswith(OF_THE_WHOLE)} == {}
    assert sum(one.startswith("articles/") and one.endswith(".md") for one in sizes) == 300


def test_twice_as_much_writes_no_more_than_twice_as_much(tmp_path):
    whole = []
    for count in (150, 300):
        folder = tmp_path / f"{count}"
        folder.mkdir()
        whole.append(sum(written(folder, records(count)).values()))
    assert whole[1] < 2.2 * whole[0]


def test_an_article_that_names_three_hundred_lists_them_all(tmp_path):
    names = [f"{WORDS[at % 60].title()}{WORDS[at // 60]} Korvin" for at in range(300)]
    body = " ".join(f"{name} met the council of the town." for name in names)
    many = [{"name": name, "kind": "person"} for name in names]
    written(tmp_path, [*records(5), next(records(1)) | {"id": "wide", "title": "Wide", "body": body, "entities": many}])
    (page,) = (tmp_path / "content" / "articles").rglob("wide.md")
    text = page.read_text("utf-8")
    assert all(f"[{name}](" in text for name in names)
