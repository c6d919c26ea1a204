"""A run with nothing to do is kept: it does nothing, and says what a clean run says, whatever changed in between."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from broadsheet import archive, pipeline
from broadsheet.archive import kept_file
from broadsheet.config import Gliner, Recognisers
from broadsheet.report import as_json, lines
from broadsheet.verification import out_of_date
from edited_site import EditedSite, few_countries
from hand_edits import EDITS
from wire import record

NUMBER = st.integers(0, 40)
KEPT = Path(".cache/broadsheet/run.json")


@pytest.fixture(scope="module", autouse=True)
def _few_countries():
    with few_countries():
        yield


class ShadowedSite(EditedSite):
    """A site each of whose runs is made once more in a clean copy, which must come out the same."""

    def generate(self, records, **more):
        with tempfile.TemporaryDirectory() as temporary:
            shadow = Path(temporary) / "site"
            shutil.copytree(self.folder, shadow, ignore=shutil.ignore_patterns(".cache", ".broadsheet.lock"))
            done = super().generate(records, **more)
            (shadow / "in.jsonl").write_bytes((self.folder / "in.jsonl").read_bytes())
            clean = replace(self.config, path=shadow / "mkdocs.yml", docs_dir=shadow / "content")
            expected = pipeline.generate(clean, ["in.jsonl"] if records else [], base=shadow, **more)
            assert told(done) == told(expected)
            assert self.everything() == written(shadow / "content")
        return done


def told(report):
    inbox = report.inbox(1 << 20), report.inbox(8_000)
    return list(lines(report, verbose=True)), list(lines(report)), as_json(report), inbox


def written(folder):
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


class Newsroom(RuleBasedStateMachine):
    """A site, its wire, the people who edit it, and whoever looks after its settings and its cache."""

    @initialize(with_git=st.booleans())
    def open(self, with_git):
        self.site = ShadowedSite(with_git=with_git)

    def teardown(self):
        if hasattr(self, "site"):
            self.site.close()

    @rule(change=st.sampled_from(["new", "title", "paragraph", "topics", "withheld", "retracted"]), which=NUMBER)
    def news(self, change, which):
        self.site.news(change, which)

    @rule(edit=st.sampled_from(EDITS), which=NUMBER, where=NUMBER)
    def edit(self, edit, which, where):
        self.site.edit(edit, which, where)

    @rule(what=st.sampled_from(["move", "rename", "delete", "copy", "page", "edit_file", "delete_file"]), which=NUMBER)
    def tidy(self, what, which):
        getattr(self.site, what)(which)

    @rule(how=st.sampled_from(["all", "one", "none"]), times=st.integers(1, 3))
    def run(self, how, times):
        records = self.site.wire.given(how)
        for _ in range(times):
            self.site.generate(records)

    @rule(days=st.integers(-2, 2), per_page=st.sampled_from([2, 3]), language=st.sampled_from(["en", "fr"]))
    def set(self, days, per_page, language):
        today = self.site.config.today + dt.timedelta(days=days)
        self.site.config = replace(self.site.config, today=today, per_page=per_page, language=language)

    @rule(damage=st.sampled_from([b"", b"\0", b"{}", None]))
    def spoil(self, damage):
        for path in (self.site.folder / KEPT.parent).glob("*"):
            path.unlink() if damage is None else path.write_bytes(damage + path.read_bytes()[len(damage) :][:100])


def test_runs_that_keep_what_they_found_are_those_that_do_not():
    play = settings(max_examples=40, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Newsroom, settings=play)


@pytest.fixture
def site():
    site = EditedSite(with_git=False)
    site.records = [record(number) for number in range(2)]
    yield site
    site.close()


def works(site, records=None, **more):
    """Whether a run has to read the archive."""
    with mock.patch.object(pipeline, "load", side_effect=archive.load) as load:
        site.generate(site.records if records is None else records, **more)
    return load.called


def test_what_is_known_to_be_done_is_not_done_again(site):
    assert works(site)  # the first run of this Broadsheet
    assert not works(site)
    assert not works(site, dry_run=True)
    site.config = replace(site.config, today=site.config.today + dt.timedelta(days=1))
    assert not works(site)


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.records.append(record(2)),
        lambda site: site.records.pop(),
        lambda site: setattr(site, "config", replace(site.config, per_page=2)),
        lambda site: setattr(site, "config", replace(site.config, today=site.config.today - dt.timedelta(days=1))),
        lambda site: (site.content / "robots.txt").unlink(),
        lambda site: (site.content / "note.md").write_text("# A note\n"),
        lambda site: (site.content / "photo.jpg").write_bytes(b"\xff"),
        lambda site: (site.content / ".broadsheet" / "withdrawn.yml").write_text("articles: []\n"),
        lambda site: (site.content / ".index.md.tmp-00000001").write_text("a stray"),
        lambda site: (site.content / "index.md").unlink() or (site.content / "index.md").symlink_to("robots.txt"),
        lambda site: (site.folder / KEPT).unlink(),
        lambda site: (site.folder / KEPT).write_bytes((site.folder / KEPT).read_bytes()[:-1]),
        lambda site: (site.folder / KEPT).write_text(""),
    ],
)
def test_whatever_changes_is_seen(site, change):
    works(site)
    change(site)
    assert works(site)


def test_another_broadsheet_trusts_nothing(site, monkeypatch):
    works(site)
    monkeypatch.setattr(kept_file, "code_mark", lambda: b"another")
    assert works(site)


def test_a_run_with_something_to_tell_again_is_not_kept(site):
    rejected = [*site.records, {"title": ""}]
    assert works(site, rejected)
    assert works(site, rejected)
    site.config = replace(site.config, recognisers=Recognisers(gliner=Gliner("a/model")))
    with mock.patch.object(pipeline, "finder", return_value=None):
        assert works(site)
        assert works(site)


def test_a_page_that_is_saved_while_a_run_reads_is_seen_by_the_next(site):
    site.generate(site.records)
    shutil.rmtree(site.folder / KEPT.parent)
    page = site.content / "index.md"

    def saved(*given):
        page.write_text(page.read_text("utf-8") + "\nSaved meanwhile.\n", "utf-8")
        return archive.load(*given)

    with mock.patch.object(pipeline, "load", side_effect=saved):
        site.generate(site.records)
    assert not (site.folder / KEPT).exists()


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(site):
    (site.folder / ".cache").write_text("in the way")
    assert works(site)
    assert works(site)


def test_what_is_kept_is_text(site):
    works(site)
    _, _, text = (site.folder / KEPT).read_text("utf-8").partition("\n")
    assert json.loads(text)["day"] == "2026-05-28"


def test_after_a_run_nobody_works_out_again_what_is_out_of_date(site):
    site.generate(site.records)
    earlier = replace(site.config, today=site.config.today - dt.timedelta(days=1))
    with mock.patch.object(pipeline, "generate", side_effect=pipeline.generate) as rehearsed:
        assert not list(out_of_date(site.config))
        assert not rehearsed.called
        for number, other in enumerate((replace(site.config, per_page=49), earlier), start=1):
            list(out_of_date(other))
            assert rehearsed.call_count == number
        (site.config.docs_dir / "rights.md").unlink()
        assert [one.what for one in out_of_date(site.config)]
        assert rehearsed.call_count == 3


def test_a_run_that_leaves_a_conflict_is_no_reason_to_look_no_more(site):
    site.generate(site.records)
    left = site.config.root / ".cache/broadsheet/left.json"
    left.unlink()
    page = site.config.docs_dir / "rights.md"
    page.write_text("A person's own.\n", encoding="utf-8")
    site.generate([*site.records, record(3)])
    assert not left.exists()
