"""The demo archive's inputs: enough of them, in ten languages, clean, attributed, and small."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from broadsheet.model import KINDS, Dump, Record
from broadsheet.sources import read

HERE = Path(__file__).resolve().parent
DEMO = HERE / "data" / "demo"
SUFFIXES = {".jsonl", ".csv", ".rss", ".jsonld", ".txt"}
RUNNING = {"Middle Eastern crisis", "Sudanese civil war", "Russo-Ukrainian war", "Brexit", "Burundian crisis"}

# What a tokeniser, a template or a scraper leaves behind, in any of the languages …
LEFTOVERS = r" [,)\]]| \.(?!\d|\.)|[(\[] |  |\t|[\u200b\u202a-\u202e\ufffd]|\.wikinews\.|<[a-z/]|&[a-z]+;|https?://"
# … and in some.
OF_LANGUAGE = {
    "fr": r"\b(?:[cdjlmnst]|qu)['’] \w|\d{4}\. –|\d (?:e|er) |Sur le même sujet|Wikimedia|M w\b",
    "en": r"Image:|^\w+day, \w+ \d|\[[a-z]{2}\]|[А-Яа-я]",
    "ja": r"(?<=[\u3040-\u30ff\u4e00-\u9fff]) +|最近の記事|Category|』。\w{2,8}、\d{4}年",
    "ar": r"\d %|\w :|\" \w[^\"]*\" ",
    "zh": r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])|\"",
    "de": r"°%",
}


@pytest.fixture(scope="module")
def items():
    return list(read(["tests/data/demo"], HERE.parent))


@pytest.fixture(scope="module")
def records(items):
    return [Record.model_validate(dict(one.fields)) for one in items if not isinstance(one, Dump)]


LICENCE = re.compile(r"CC BY(?:-SA)? \d\.\d \(https://creativecommons\.org/licenses/")
HANGING = re.compile(r" (?:a|an|the|of|in|on|at|to|for|from|by|with|and|that|says|reports)…?$")


def base(record: Record) -> str:
    return (record.language or "").partition("-")[0]


def test_every_input_can_be_read(items, records):
    assert [one for one in items if isinstance(one, Dump)]
    assert len(records) == len(items) - 1
    assert 230 <= len(records) <= 270


def test_ten_languages_and_five_scripts(records):
    counts = Counter(base(record) for record in records)
    assert set(counts) == {"ar", "de", "en", "es", "fr", "it", "ja", "pt", "ru", "zh"}
    assert min(counts.values()) >= 5
    scripts = {unicodedata.name(letter).split()[0] for record in records for letter in record.title if letter.isalpha()}
    assert scripts >= {"LATIN", "CYRILLIC", "ARABIC", "CJK", "KATAKANA"}


def test_each_record_says_whose_it_is(records):
    for record in records:
        assert LICENCE.search(record.rights or ""), record.id
        assert record.source, record.id
        assert (record.source.url or "").startswith("https://"), record.id
        assert record.section or record.topics, record.id


def test_ids_are_unique(records):
    counts = Counter(record.id or record.url for record in records)
    assert counts.most_common(1)[0][1] == 1
    assert None not in counts


def test_addresses_are_unique(records):
    counts = Counter(record.url for record in records if record.url)
    assert counts.most_common(1)[0][1] == 1


@pytest.mark.parametrize("field", ["title", "body"])
def test_no_leftovers(records, field):
    found = []
    for record in records:
        text = getattr(record, field)
        # A Japanese headline may have spaces: they part its clauses.
        own = "" if field == "title" and base(record) == "ja" else OF_LANGUAGE.get(base(record))
        rule = "|".join(filter(None, [LEFTOVERS, own]))
        found += [(record.id, text[max(0, hit.start() - 20) : hit.end() + 20]) for hit in re.finditer(rule, text)]
    assert not found


def test_titles_are_headlines(records):
    for record in records:
        assert 6 <= len(record.title) <= 150, record.title
        assert not record.title.endswith((".", ",", ":", "。")), record.title
        if record.source and record.source.name == "Wikipedia: Current events":
            assert len(record.title) <= 80, record.title
            assert not HANGING.search(record.title), record.title


def test_bodies_are_articles(records):
    for record in records:
        assert 80 <= len(record.body) <= 5000, (record.id, len(record.body))
        assert record.body == record.body.strip()
        assert "\n" not in record.body.replace("\n\n", ""), record.id


def test_what_they_share_is_worth_following(records):
    topics = Counter(topic for record in records for topic in record.topics)
    assert topics.keys() >= RUNNING
    assert min(topics.values()) >= 2
    days = Counter(str(record.published) for record in records if str(record.published) >= "2026")
    assert len(days) >= 20
    assert min(days.values()) >= 3


def test_one_entity_goes_by_names_in_many_scripts(records):
    named = [one for record in records for one in record.entities if one.name == "Donald Trump"]
    spelled = {alias for one in named for alias in one.aliases}
    assert spelled >= {"Дональд Трамп", "特朗普", "トランプ"}


def test_named_entities_are_those_of_the_table(records):
    with (HERE / "demo" / "names.tsv").open(encoding="utf-8", newline="") as file:
        rows = {row["name"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert {row["kind"] for row in rows.values()} <= set(KINDS)
    ids = [row["wikidata"] for row in rows.values() if row["wikidata"]]
    assert len(set(ids)) == len(ids)
    for record in records:
        for one in record.entities:
            assert one.kind in {rows[one.name]["kind"], None}, one.name
            assert one.wikidata in {rows[one.name]["wikidata"], None}, one.name


def test_only_inputs_and_not_many_bytes():
    files = [path for path in DEMO.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == SUFFIXES
    assert sum(path.stat().st_size for path in files) <= 700_000
    for path in files:
        path.read_bytes().decode("utf-8")


def test_json_lines_hold_one_object_a_line():
    for path in sorted(DEMO.rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert isinstance(json.loads(line), dict)
