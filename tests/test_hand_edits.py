"""What people do to pages, with git beside them: no word of theirs is lost, and none is put into their mouths."""

import re
import subprocess

import pytest

from broadsheet.errors import ArchiveError
from test_whole_run import Site

B = "Angela Merkel met Emmanuel Macron.\n\nTwo.\n\nThree."
NAMED = [{"name": "Angela Merkel", "kind": "person"}, {"name": "Emmanuel Macron", "kind": "person"}]
NAMED_BODY = "Angela Merkel met Emmanuel Macron, as they had said."
LINK = "[Angela Merkel](../../../../entities/angela-merkel.md)"


class Newsroom(Site):
    """A site, and what people do to the page of the article x."""

    def news(self, body="One.\n\nTwo.\n\nThree.\n\nFour.", *, commit=False, **fields):
        record = {"id": "x", "title": "Title", "published": "2026-05-01", "language": "en", "body": body, **fields}
        report = self.generate(record)
        if commit:
            self.commit()
        return report

    def commit(self):
        git = ["git", "-C", str(self.folder), "-c", "user.name=A", "-c", "user.email=a@news.example"]
        for words in (["init", "-q"], ["add", "content"], ["commit", "-q", "--allow-empty", "-m", "A day"]):
            subprocess.run([*git, *words], check=True)

    @property
    def page(self):
        pages = [path for path in sorted(self.folder.glob("content/*/**/*.md")) if ".broadsheet" not in path.parts]
        return next(path for path in pages if "\nid: x\n" in path.read_text("utf-8"))

    @property
    def text(self):
        return self.page.read_text("utf-8")

    def edit(self, old, new):
        assert old in self.text
        self.page.write_text(self.text.replace(old, new), "utf-8")

    def paragraphs(self):
        body = self.text.split("\n---\n", 1)[1]
        body = re.sub(r"<!-- broadsheet:(\S+) -->.*?<!-- /broadsheet:\1 .*? -->", "", body, flags=re.DOTALL)
        return [one.strip() for one in body.split("\n\n") if one.strip()]

    def is_calm(self):
        before = self.files()
        self.generate()
        return self.files() == before


@pytest.fixture
def desk(tmp_path):
    return Newsroom(tmp_path)


def test_a_link_that_a_person_wrote_stays_though_it_is_like_one_of_ours(desk):
    desk.news(B, entities=NAMED, commit=True)
    desk.edit("Three.", f"## About {LINK}\n\n```md\n{LINK}\n```\n\n`{LINK}` <!-- {LINK} -->")
    desk.generate()
    there = desk.text.count(LINK)
    assert there == 1 + 4 + 1  # ours in the text, the person's, ours in the list of those in the story
    desk.news(B.replace("Two", "Two up"), entities=NAMED)
    assert desk.text.count(LINK) == there
    assert "Two up." in desk.text
    assert desk.is_calm()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Title", "title: 'Title'"),
        ("source:\n  name: Src\n", "source: {name: Src}\n"),
        ("Three.\n", "Three.\n\n\n"),
        ("language: en\n", "language: en\t# mine\n"),
    ],
)
def test_quoting_order_and_layout_stay_when_the_page_says_the_same(desk, old, new):
    desk.news(source={"name": "Src"}, commit=True)
    desk.edit(old, new)
    desk.commit()
    desk.news("One up.\n\nTwo.\n\nThree.\n\nFour.", source={"name": "Src"})
    assert new in desk.text
    assert "One up." in desk.text
    assert desk.is_calm()


def test_the_newest_day_of_an_edited_list_moves_on_and_is_no_edit(desk):
    desk.news(NAMED_BODY, entities=NAMED, commit=True)
    page = desk.folder / "content/entities/angela-merkel.md"
    assert 'updated: "2026-05-01"\n' in page.read_text("utf-8")
    # Of a page that nobody touched the day may be missing: that is no edit.
    page.write_text(page.read_text("utf-8").replace('updated: "2026-05-01"\n', ""), "utf-8")
    assert desk.generate().counts["updated"] == 1
    assert 'updated: "2026-05-01"\n' in page.read_text("utf-8")
    page.write_text(page.read_text("utf-8").replace("kind: person\n", "kind: person  # yes\nnote: mine\n"), "utf-8")
    desk.news(NAMED_BODY, entities=NAMED, id="y", title="Later", published="2026-05-04")
    text = page.read_text("utf-8")
    assert 'updated: "2026-05-04"\n' in text
    assert "kind: person  # yes\nnote: mine\n" in text
    assert desk.is_calm()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("key", ["updated", "fingerprint", "title"])
def test_what_a_person_notes_behind_a_value_stays_when_the_value_changes(desk, key, newline):
    desk.news()
    year = desk.folder / "content/archive/2026.md"
    noted = re.sub(rf"^({key}: [^\n]+)", r"\1  # why", year.read_text("utf-8"), flags=re.MULTILINE)
    year.write_text(noted, "utf-8", newline=newline)
    desk.generate({"id": "y", "title": "Two", "published": "2026-05-04", "body": "Five."})
    text = year.read_text("utf-8")
    assert re.search(rf"^{key}: [^#\n]+  # why$", text, re.MULTILINE)
    assert 'updated: "2026-05-04"' in text
    assert "2 articles" in text
    assert desk.is_calm()


def test_what_was_taken_in_beside_a_conflict_is_upstreams_and_may_be_edited(desk):
    desk.news("A1.\n\nA2.\n\nA3.\n\nA4.", commit=True)
    desk.edit("A4.", "A4 mine.")
    desk.commit()
    desk.news("A1 up.\n\nA2.\n\nNEW.\n\nA3.\n\nA4 up.")
    assert desk.paragraphs() == ["A1 up.", "A2.", "NEW.", "A3.", "A4 mine."]
    desk.edit("NEW.\n\n", "")
    desk.generate()
    assert desk.paragraphs() == ["A1 up.", "A2.", "A3.", "A4 mine."]
    desk.edit("A1 up.", "A1 up, by hand.")
    report = desk.generate()
    (step,) = [step for step in report.steps if step.conflicts]
    assert [(one.mine, one.theirs) for one in step.conflicts] == [("A4 mine.", "A4 up.")]
    report = desk.news("A1 up.\n\nA2 third.\n\nNEW.\n\nA3.\n\nA4 up.", title="T3")
    (step,) = [step for step in report.steps if step.conflicts]
    assert [(one.mine, one.theirs) for one in step.conflicts] == [("A4 mine.", "A4 up.")]
    assert desk.paragraphs() == ["A1 up, by hand.", "A2 third.", "A3.", "A4 mine."]
    assert "title: T3\n" in desk.text
    assert desk.is_calm()


def test_a_conflict_is_over_when_upstream_goes_back(desk):
    desk.news(commit=True)
    desk.edit("Two.", "Two mine.")
    desk.commit()
    assert desk.news("One up.\n\nTwo up.\n\nThree.\n\nFour.").exit_status == 1
    assert desk.news().exit_status == 0
    assert desk.paragraphs() == ["One.", "Two mine.", "Three.", "Four."]
    assert desk.is_calm()


@pytest.mark.parametrize("line", ["", "fingerprint: abc\n", "fingerprint: 123\n"])
def test_without_its_fingerprint_a_page_stays_and_news_of_it_is_told(desk, line):
    desk.news(commit=True)
    desk.edit("Two.", "Two mine.")
    desk.page.write_text(re.sub("fingerprint:.*\n", line, desk.text), "utf-8")
    report = desk.news("One up.\n\nTwo.\n\nThree.\n\nFour.")
    assert report.exit_status == 1
    told = [(one.mine, one.theirs) for step in report.steps for one in step.conflicts]
    assert told == [("One.", "One up."), ("Two mine.", "Two.")]
    settled = desk.generate(settled={desk.page.relative_to(desk.folder / "content").as_posix(): "mine"})
    assert settled.exit_status == 0
    assert desk.news("One up.\n\nTwo.\n\nThree up.\n\nFour.").exit_status == 0
    assert desk.paragraphs() == ["One.", "Two mine.", "Three up.", "Four."]


def test_taking_upstreams_side_without_a_base_keeps_comments_and_struck_names(desk):
    desk.news(B, entities=NAMED)
    desk.edit("  - angela-merkel\n", "")
    desk.edit("title: Title", "# my note\ntitle: Title")
    desk.edit("Two.", "Two mine.")
    desk.generate()
    assert desk.news(B.replace("Two", "Two up"), entities=NAMED).exit_status == 1
    address = desk.page.relative_to(desk.folder / "content").as_posix()
    assert desk.generate(settled={address: "theirs"}).exit_status == 0
    assert "# my note\n" in desk.text
    assert "Two up." in desk.text
    assert "  - angela-merkel\n" not in desk.text
    assert LINK not in desk.text


@pytest.mark.parametrize("how", ["unreadable", "in conflict", "with another at its place", "odd title"])
def test_a_deleted_page_stays_deleted_whatever_it_was_before(desk, how):
    title = "First\u2028things" if how == "odd title" else "Title"
    desk.news(title=title, commit=True)
    first = desk.page
    if how == "unreadable":
        first.write_text(first.read_text("utf-8").replace("title: Title", 'title: "Tit: le'), "utf-8")
        desk.generate()
        desk.generate()
    if how == "in conflict":
        desk.edit("Two.", "Two mine.")
        desk.commit()
        desk.news("One.\n\nTwo up.\n\nThree.\n\nFour.")
    first.unlink()
    desk.news(title=title)
    if how == "with another at its place":
        desk.generate({"id": "z", "title": "Title", "published": "2026-05-01", "body": "Quite another text."})
        desk.news()
    assert not [path for path in desk.folder.rglob("*.md") if "\nid: x\n" in path.read_text("utf-8")]
    assert desk.is_calm()


def test_an_entity_that_was_renamed_and_then_deleted_does_not_come_back_under_its_old_name(desk):
    desk.news(B, entities=NAMED)
    page = desk.folder / "content/entities/angela-merkel.md"
    page.write_text(page.read_text("utf-8").replace("title: Angela Merkel", "title: The Chancellor"), "utf-8")
    desk.generate()
    page.unlink()
    desk.news(B, entities=NAMED)
    assert not list(desk.folder.rglob("angela-merkel*"))
    assert desk.is_calm()


def test_of_a_page_and_its_copy_the_one_that_was_there_stays_the_article(desk):
    desk.news(commit=True)
    moved = desk.folder / "content/m/t.md"
    moved.parent.mkdir()
    desk.page.rename(moved)
    desk.generate()
    copy = moved.with_name("copy.md")
    copy.write_bytes(moved.read_bytes())
    before = copy.read_bytes()
    desk.news("One up.")
    assert copy.read_bytes() == before
    assert "One up." in moved.read_text("utf-8")


@pytest.mark.parametrize("depth", [1, 300, 900])
def test_front_matter_that_cannot_be_changed_line_by_line_is_left_alone_and_told(desk, depth):
    desk.news(topics=["war", "peace"], commit=True)
    written = f"topics:\n  -\n    war\n  - peace\nx: {'[' * depth}{']' * depth}\n"
    desk.edit("topics:\n  - war\n  - peace\n", written)
    desk.commit()
    report = desk.news(topics=["peace", "law"])
    assert written in desk.text
    assert report.exit_status == 1
    told = [one.what for step in report.steps for one in step.conflicts]
    assert told == ["topics"] or report.findings  # so deep that it cannot be read at all


def test_nothing_of_a_person_is_a_reason_to_leave_dead_links(desk):
    desk.news(B, entities=NAMED, commit=True)
    desk.edit("Two.", "Two mine.")
    edition = desk.folder / "content/editions/2026/2026-05-01.md"
    edition.write_text(edition.read_text("utf-8") + "\nA note.\n", "utf-8")
    desk.commit()
    desk.generate({"id": "x", "retracted": "Wrong."})
    assert desk.text.count("entities/") == 0
    assert "articles/2026" not in edition.read_text("utf-8")
    assert "A note." in edition.read_text("utf-8")


def test_what_stood_in_a_block_is_no_text_when_a_marker_of_it_is_broken(desk):
    desk.news(B, entities=NAMED, source={"name": "The Courier"}, commit=True)
    desk.edit("<!-- /broadsheet:entities sum:", "<!-- /broadsheet:entitiessum:")
    desk.edit("<!-- /broadsheet:provenance sum:", "<!-- broadsheet:provenance sum:")
    text = desk.text
    desk.generate()
    assert desk.text == text
    assert sorted(path.stem for path in desk.folder.glob("content/entities/*.md")) == [
        "angela-merkel", "emmanuel-macron", "index",
    ]  # fmt: skip
    edition = (desk.folder / "content/editions/2026/2026-05-01.md").read_text("utf-8")
    assert "In this story" not in edition


def test_no_link_leads_the_notebook_or_the_rejected_records_elsewhere(desk, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    desk.news()
    ledger = desk.folder / "content/.broadsheet/pages.jsonl"
    ledger.rename(elsewhere / "pages.jsonl")
    ledger.symlink_to(elsewhere / "pages.jsonl")
    with pytest.raises(ArchiveError, match=r"pages\.jsonl: is no plain file"):
        desk.news("One up.")
    ledger.unlink()
    (desk.folder / "rejected").symlink_to(elsewhere)
    with pytest.raises(ArchiveError, match="rejected: is a symbolic link"):
        desk.generate({"title": "No text", "body": ""})
    assert [path.name for path in elsewhere.iterdir()] == ["pages.jsonl"]


@pytest.mark.parametrize("page", ["../.github/workflows/x.md", "/etc/x.md", ".git/x.md", "a//x.md", "x.yml", ""])
def test_nothing_is_restored_outside_of_the_archive(desk, page):
    desk.news(commit=True)
    book = desk.folder / "content/.broadsheet/withdrawn.yml"
    book.write_text(f"articles:\n  - id: x\n    page: {page}\n", "utf-8")
    with pytest.raises(ArchiveError, match=r"withdrawn\.yml:1: cannot be read"):
        desk.generate()


def test_a_page_that_goes_before_it_is_settled_stops_nothing(desk):
    desk.news()
    address = desk.page.relative_to(desk.folder / "content").as_posix()
    desk.page.unlink()
    assert desk.generate(settled={address: "mine"}).exit_status == 0
