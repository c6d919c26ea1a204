"""A run does as much as there is to do: pages and texts read, drafts rendered, files written."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from contextlib import ExitStack
from unittest import mock

import pytest

from broadsheet import disk, pipeline
from broadsheet.archive import page
from broadsheet.config import Config
from broadsheet.entities import linking
from broadsheet.remembered import Remembered
from edited_site import few_countries

ARTICLES, NEW = 120, 3
CROWDS = ("harbour", "council", "railway", "school", "theatre", "bridge", "market", "museum")


@pytest.fixture(scope="module", autouse=True)
def _few_countries():
    with few_countries():
        yield


def record(number):
    crowd = CROWDS[number % len(CROWDS)]
    person = f"{'ABCDEFGH'[number % 8]}lma {'QRSTUVWX'[number // 8 % 8]}orvin"
    text = f"{person} opened the {crowd} number {number} on a rainy day. The town paid for it, she said. "
    return {
        "id": f"a{number}",
        "title": f"The {crowd} of day {number} opens",
        "body": text + f"People from street {number * 7} came to see what {number * 13} workers had built there.",
        "published": (dt.date(2026, 1, 1) + dt.timedelta(days=number)).isoformat(),
        "language": "en",
        "source": {"name": f"Paper {number % 3}"},
        "entities": [{"name": person, "kind": "person"}],
    }


class Site:
    """A site, and what a run of it does."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "content").mkdir()
        self.config = Config(
            path=folder / "mkdocs.yml",
            docs_dir=folder / "content",
            site_name="Work",
            site_url="https://news.example/",
            suggest=False,
            feeds=(),
            exports=(),
            today=dt.date(2026, 12, 1),
        )

    def run(self, numbers=()):
        """What was done: pages read and rendered, texts read and summed up, files put in place."""
        done = Counter()
        lines = [json.dumps(record(number)) for number in numbers]
        (self.folder / "in.jsonl").write_text("\n".join(lines), "utf-8")

        def counted(name, function):
            def counting(*given, **named):
                done[name] += 1
                return function(*given, **named)

            return counting

        with ExitStack() as patches:
            for module, name in (
                (page, "read"),
                (page, "render"),
                (disk, "rename"),
                (linking, "article_names"),
            ):
                patches.enter_context(mock.patch.object(module, name, counted(name, getattr(module, name))))
            for name, one in Remembered.all.items():
                function = counted(name.rpartition(".")[2], one.function)
                patches.enter_context(mock.patch.object(one, "function", function))
            pipeline.generate(self.config, ["in.jsonl"] if lines else [], base=self.folder)
        return done


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("work"))
    site.cold = site.run(range(ARTICLES))
    site.pages = sum(1 for _ in site.config.docs_dir.rglob("*.md"))
    return site


def test_a_first_run_does_everything_once(site):
    assert site.cold["read"] == 0
    assert site.cold["render"] == site.pages
    assert site.cold["_read"] == ARTICLES
    assert site.cold["article_names"] == ARTICLES
    assert ARTICLES <= site.cold["_gist"] < 3 * ARTICLES
    assert site.pages < site.cold["rename"] < site.pages + 20


def test_runs_after_that_do_what_is_new(site):
    first = site.run()  # the pages are read, once
    assert first["read"] == site.pages
    assert first["_read"] == first["_gist"] == first["article_names"] == 0
    nothing = site.run()
    assert nothing["read"] == nothing["render"] == nothing["rename"] == nothing["_read"] == 0

    news = site.run(range(ARTICLES, ARTICLES + NEW))
    assert news["read"] == 0
    assert news["_read"] == NEW
    assert news["article_names"] == NEW
    assert news["_gist"] <= 8 * NEW
    # Lists, days, weeks and months, those next to them, what is related: not the archive.
    assert news["rename"] < 40 * NEW

    alias = site.config.docs_dir / "entities/alma-qorvin.md"
    text = alias.read_text("utf-8")
    assert "\nkind: person\n" in text
    alias.write_text(text.replace("\nkind: person\n", "\nkind: person\naliases:\n  - The town\n"), "utf-8")
    linked = site.run()
    assert linked["read"] <= 1 + news["rename"]
    assert linked["_read"] == linked["_gist"] == 0
    assert linked["article_names"] == ARTICLES + NEW  # "the town" stands in all of them
