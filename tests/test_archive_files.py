"""Files that are no pages: what we wrote is ours, and what a person wrote or edited is theirs."""

import pytest
from pathspec import GitIgnoreSpec

from broadsheet import archive
from broadsheet.archive import Admission, Step, notebook, page
from broadsheet.archive.draft import Draft, FileDraft
from faulty_disk import faulty

FEED = "feeds/topics/x.xml"


def draft(text="<a/>\n", address=FEED, **more):
    return FileDraft(address=address, text=text, **more)


def planned(docs, *drafts):
    found, nothing = archive.load(docs), Admission(articles=())
    return archive.with_books(archive.plan(drafts, found, nothing), found, nothing, {})


def run(docs, *drafts):
    """The only step of a run, after which the next one has nothing to do."""
    steps = archive.apply(planned(docs, *drafts), docs)
    if not any(step.verdict == "conflict" for step in steps):
        assert planned(docs, *drafts).idle
    return steps[0] if steps else None


@pytest.fixture
def docs(tmp_path):
    return tmp_path / "content"


@pytest.fixture
def feed(docs):
    assert run(docs, draft()).verdict == "created"
    return docs / FEED


def lines(docs):
    return (docs / notebook.LEDGER).read_text("utf-8").splitlines()


def test_what_we_wrote_is_compared_and_replaced_as_a_whole(docs, feed):
    assert run(docs, draft()).verdict == "unchanged"
    assert run(docs, draft("<b/>\n")).verdict == "updated"
    assert feed.read_text("utf-8") == "<b/>\n"
    assert lines(docs) == [f'{{"page": "{FEED}", "sum": "{notebook.sum_of(page.digest("<b/>" + chr(10)))}"}}']
    assert run(docs) == Step(FEED, "deleted")
    assert not docs.exists() or not feed.exists()


def test_windows_line_ends_are_no_edit(docs, feed):
    feed.write_bytes(b"<a/>\r\n")
    assert run(docs, draft("<b/>\n")).verdict == "updated"


def test_a_person_s_own_file_is_never_written_over_nor_deleted(docs):
    (docs / "feeds/topics").mkdir(parents=True)
    (docs / FEED).write_text("mine", "utf-8")
    for _ in range(2):
        step = run(docs, draft())
        assert (step.verdict, step.blocks) == ("conflict", True)
        assert "is a person's own file where one of ours would stand; move it, delete it" in step.why
        assert run(docs) is None
        assert (docs / FEED).read_text("utf-8") == "mine"
    (docs / FEED).unlink()
    assert run(docs, draft()).verdict == "created"


@pytest.mark.parametrize("written", ["mine", "<a>mine</a>", None])
@pytest.mark.parametrize("said", [FEED, "feeds/", "*.xml", "/feeds/**"])
def test_a_file_that_mkdocs_yml_says_is_a_person_s_own_is_left_alone_without_a_word(docs, feed, written, said):
    own = GitIgnoreSpec.from_lines([said])
    feed.write_text(written, "utf-8") if written else feed.unlink()
    for drafts in ([draft("<b/>\n")], [draft("<c/>\n")], []):
        archived = archive.load(docs, own=own)
        steps = archive.plan(drafts, archived).steps
        assert [step.verdict for step in steps] == ["kept"] * len(drafts)
        assert not any(step.blocks or step.text for step in steps)
        archive.apply(archive.with_books(archive.plan(drafts, archived), archived, Admission(articles=()), {}), docs)
        assert (feed.read_text("utf-8") if feed.exists() else None) == written
    # Once it is not said any more, it is told again, or written where there is none.
    assert run(docs, draft("<b/>\n")).blocks == bool(written)


def test_one_s_own_may_lie_behind_a_link_and_pages_are_none(docs, tmp_path):
    own = GitIgnoreSpec.from_lines(["*"])
    docs.mkdir()
    (tmp_path / "mine.xml").write_text("mine", "utf-8")
    (docs / "feed.xml").symlink_to(tmp_path / "mine.xml")
    drafts = [draft(address="feed.xml"), Draft(address="a.md", front={"title": "A"})]
    steps = archive.plan(drafts, archive.load(docs, own=own)).steps
    assert [(step.verdict, step.blocks) for step in steps] == [("created", False), ("kept", False)]
    (linked,) = archive.plan(drafts[:1], archive.load(docs)).steps
    assert linked.blocks


def test_a_file_that_a_person_edited_stays_until_it_is_deleted(docs, feed):
    feed.write_text("<a>mine</a>", "utf-8")
    for text in ("<a/>\n", "<b/>\n"):
        step = run(docs, draft(text))
        assert (step.verdict, step.blocks) == ("kept", True)
        assert step.why == (
            "was edited by a person, so it stays as it is; delete it to have it written again, "
            f"or write `own: [{FEED}]` under `broadsheet:` in mkdocs.yml to keep it"
        )
    step = run(docs)
    assert (step.verdict, step.blocks) == ("kept", False)
    assert "nothing asks for it any more, but a person edited it" in step.why
    assert feed.read_text("utf-8") == "<a>mine</a>"
    feed.write_text("<a/>\n", "utf-8")  # taken back from git
    assert run(docs, draft("<b/>\n")).verdict == "updated"
    feed.unlink()
    assert run(docs, draft("<b/>\n")).verdict == "created"


def test_a_marked_file_of_a_person_s_own_stays_when_ours_is_no_longer_asked_for(docs):
    ours = draft("# Ours\na\n", "robots.txt", mark="# Ours\n")
    run(docs, ours)
    (docs / "robots.txt").write_text("mine", "utf-8")
    assert run(docs).verdict == "kept"
    assert run(docs, ours) == Step("robots.txt", "kept", "is a person's own file")
    assert run(docs).verdict == "kept"
    (docs / "robots.txt").write_text("# Ours\nmine\n", "utf-8")
    step = run(docs, ours)
    assert (step.verdict, step.blocks) == ("kept", True)
    assert step.why.endswith("or its first line to have it for good")
    assert (docs / "robots.txt").read_text("utf-8") == "# Ours\nmine\n"


def test_what_an_older_broadsheet_wrote_is_ours(docs):
    (docs / ".broadsheet").mkdir(parents=True)
    (docs / "feed.xml").write_text("<feed><id>urn:uuid:1</id>old</feed>", "utf-8")
    (docs / "feed.rss.xml").write_text("old", "utf-8")
    (docs / "gone.xml").write_text("old or mine", "utf-8")
    (docs / notebook.LEDGER).write_text('{"page": "feed.rss.xml"}\n{"page": "gone.xml"}\n', "utf-8")
    steps = archive.apply(
        planned(docs, draft("new", "feed.xml", sign="urn:uuid:1"), draft("new", "feed.rss.xml")), docs
    )
    assert [step.verdict for step in steps] == ["updated", "updated", "kept"]
    assert run(docs, draft("newer", "feed.xml"), draft("newer", "feed.rss.xml")).verdict == "updated"


def test_of_two_branches_that_were_merged_either_version_is_ours(docs, feed):
    line = lines(docs)[0]
    run(docs, draft("<b/>\n"))
    (docs / notebook.LEDGER).write_text("\n".join(["<<<<<<<", line, "=======", *lines(docs), ">>>>>>>", ""]), "utf-8")
    assert len(archive.load(docs).notebook.ledger[FEED].sums) == 2
    feed.write_text("<a/>\n", "utf-8")
    assert run(docs, draft("<c/>\n")).verdict == "updated"
    assert len(lines(docs)) == 1


def test_a_file_that_could_not_be_written_is_still_ours(docs, feed):
    feed.chmod(0o400)
    (step,) = archive.apply(planned(docs, draft("<b/>\n")), docs)
    assert "read-only" in step.why
    feed.chmod(0o600)
    assert run(docs, draft("<b/>\n")).verdict == "updated"


def test_what_a_person_saved_while_a_run_went_on_stays_theirs(docs, feed):
    plan = planned(docs, draft("<b/>\n"))
    feed.write_text("mine", "utf-8")
    (step,) = archive.apply(plan, docs)
    assert (step.verdict, step.blocks) == ("conflict", True)
    assert run(docs, draft("<b/>\n")).verdict == "kept"
    assert run(docs).verdict == "kept"
    assert feed.read_text("utf-8") == "mine"


class Killed(BaseException):
    """What nothing outlives."""


@pytest.mark.parametrize("first", [[], ["<a/>\n"]])
@pytest.mark.parametrize("then", [["<c/>\n"], []])
def test_a_killed_run_takes_no_file_of_its_own_for_a_person_s(tmp_path, first, then):
    def die(*_):
        points.at += 1  # nothing is done to a disk that is gone: no clearing up either
        raise Killed

    for at in range(1, 60):
        docs = tmp_path / str(at)
        for text in first:
            run(docs, draft(text))
        killed = False
        with faulty(at, die) as points:
            try:
                archive.apply(planned(docs, draft("<b/>\n")), docs)
            except Killed:
                killed = True
        step = run(docs, *map(draft, then))
        assert step is None or step.verdict in {"created", "updated", "deleted"}
        assert (docs / FEED).exists() == bool(then)
        if not killed:
            return
    raise AssertionError("there was no end to it")
