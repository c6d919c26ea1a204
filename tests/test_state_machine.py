"""Whatever people and upstream do, in any order, and wherever a run is killed: nothing that a person wrote is lost.

Hypothesis plays both: news that comes, changes, is taken back or no longer given; and hand edits of every kind. In
between runs, whole or killed. What is looked at after each run stands in `promises.py`. How many plays there are:
100, in CI always the same, elsewhere always others; 1,000 with `-m slow`, which is the profile that proves much; and
with BROADSHEET_PLAYS=20000 as many as you like (longer ones, too).
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

import hand_edits
from edited_site import EditedSite, few_countries
from hand_edits import EDITS

PLAYS = int(os.environ.get("BROADSHEET_PLAYS") or 100)
LONG = PLAYS > 1000
NUMBER = st.integers(0, 40)


@pytest.fixture(scope="module", autouse=True)
def _few_countries():
    with few_countries():
        yield


class Newsroom(RuleBasedStateMachine):
    """A site, the people who edit it, and the wire that feeds it."""

    site: EditedSite

    @initialize(with_git=st.sampled_from([False, False, True]))
    def open(self, with_git):
        self.site = EditedSite(with_git=with_git)

    def teardown(self):
        if hasattr(self, "site"):
            try:
                self.site.run()
                self.site.run_again()
            finally:
                self.site.close()

    # The wire.

    @rule(
        change=st.sampled_from(
            ["new", "title", "paragraph", "paragraph", "more", "less", "description", "topics", "withheld", "retracted"]
        ),
        which=NUMBER,
        run=st.booleans(),
    )
    def news(self, change, which, run):
        self.site.news(change, which)
        if run:
            self.site.run()

    # People.

    @rule(edit=st.sampled_from(EDITS), which=NUMBER, where=NUMBER, run=st.booleans())
    def edit(self, edit, which, where, run):
        self.site.edit(edit, which, where)
        if run:
            self.site.run()

    @rule(
        what=st.sampled_from(
            [
                "move",
                "rename",
                "delete",
                "copy",
                "page",
                "folder_of_files",
                "mend",
                "edit_file",
                "own_file",
                "delete_file",
            ]
        ),
        which=NUMBER,
        run=st.booleans(),
    )
    def tidy(self, what, which, run):
        getattr(self.site, what)(which)
        if run:
            self.site.run()

    @precondition(lambda self: self.site.with_git)
    @rule()
    def commit(self):
        self.site.commit()

    # Runs.

    @rule(how=st.sampled_from(["all", "all", "one", "none"]))
    def run(self, how):
        self.site.run(how)

    @rule(at=st.integers(1, 200))
    def killed_run(self, at):
        self.site.killed_run(at)
        self.site.run()
        self.site.run_again()

    @precondition(lambda self: self.site.waiting)
    @rule(which=NUMBER, side=st.sampled_from(["mine", "theirs"]))
    def resolve(self, which, side):
        self.site.resolve(which, side)

    @precondition(lambda self: self.site.deleted)
    @rule(which=NUMBER)
    def restore(self, which):
        self.site.restore(which)


PLAYING = settings(
    stateful_step_count=20 if LONG else 6,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("plays", [PLAYS, pytest.param(1000, marks=pytest.mark.slow)])
def test_nothing_that_a_person_wrote_is_ever_lost(plays):
    run_state_machine_as_test(Newsroom, settings=settings(PLAYING, max_examples=plays))


# Plays that once failed, made short.

FIRST, SECOND = "articles/2026/05/01/harbour-news-0000-number-0.md", "articles/2026/05/02/harbour-news-0000-number-1.md"


@pytest.fixture
def site():
    site = EditedSite(with_git=False)
    yield site
    site.close()


def test_a_page_that_was_in_conflict_and_moved_stays_deleted(site):
    site.edit_page(SECOND, hand_edits.append_a_paragraph)
    site.news("title", 1)
    site.move_page(SECOND, "kept/second.md")
    site.run()
    assert "kept/second.md" in site.waiting
    site.delete_page("kept/second.md")
    site.run()


def test_a_page_that_could_not_be_read_stays_deleted(site):
    site.edit_page(SECOND, hand_edits.break_the_front_matter)
    site.run()
    site.delete_page(SECOND)
    site.run()


def test_an_entity_whose_moved_page_cannot_be_read_gets_no_second_page(site):
    site.move_page("entities/norway.md", "kept/norway.md")
    site.run()
    site.edit_page("kept/norway.md", hand_edits.break_the_front_matter)
    site.run()


def test_windows_line_ends_beside_a_block_stay_whole(site):
    site.edit_page(FIRST, hand_edits.add_a_comment)
    site.edit_page(FIRST, hand_edits.save_with_windows_line_ends)
    site.delete_page("entities/norway.md")  # so that links change
    site.run()
    site.run_again()


def test_a_record_that_changes_nothing_on_an_edited_page_is_taken_in_once(site):
    site.edit_page(SECOND, hand_edits.add_a_comment, 19)
    site.news("description", 1)  # it is no longer given, and so what was known stays
    site.run()
    site.run_again()


@pytest.mark.parametrize("at", range(1, 220, 9))
def test_a_list_that_was_about_to_go_when_a_run_was_killed_goes(site, at):
    site.delete_page("entities/norway.md")
    site.killed_run(at)
    site.run()
    site.run_again()


@pytest.mark.parametrize("folder", ["articles/kept/", "kept/", "entities/kept/", ""])
def test_a_moved_entity_page_leads_to_its_articles(site, folder):
    site.move_page("entities/ada-brandt.md", f"{folder}brandt.md")
    site.move_page("entities/ukraine.md", "kept/ukraine.md")
    site.move_page(FIRST, "kept/first.md")
    site.run()
    site.run_again()


def test_a_copy_of_an_entity_page_stays_and_so_does_the_page(site):
    site.copy_page("entities/norway.md", "articles/copy-of-norway.md")
    site.run()
    site.move_page("entities/norway.md", "entities/kept.md")
    site.run()
