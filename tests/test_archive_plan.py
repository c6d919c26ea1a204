"""Drafts in, content/ out, and what a person did in between."""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet import archive
from broadsheet.archive import page
from broadsheet.archive.draft import Block, Draft, FileDraft
from broadsheet.errors import ArchiveError


def draft(address="articles/2024/04/16/a.md", text="Text about [Ukraine](../../../../entities/ukraine.md).", **blocks):
    front = {"title": "A title", "template": "article.html", "id": "a"}
    parts = (text, *(Block(name, block) for name, block in (blocks or {"related": "- One\n- Two"}).items()))
    return Draft(address=address, front=front, parts=parts)


def run(docs, *drafts):
    plan = archive.plan(drafts, archive.load(docs))
    archive.apply(plan, docs)
    return {step.address: step for step in plan.steps}


def only(docs, *drafts):
    (step,) = run(docs, *drafts).values()
    return step


@pytest.fixture
def docs(tmp_path):
    return tmp_path / "content"


@pytest.fixture
def a(docs):
    run(docs, draft())
    return docs / "articles/2024/04/16/a.md"


def test_a_page_as_it_is_written(a):
    text = a.read_text(encoding="utf-8")
    assert re.sub(r"\bc[0-9a-f]{16}\b", "SUM", text) == (
        "---\n"
        "title: A title\n"
        "template: article.html\n"
        "id: a\n"
        "fingerprint: SUM text related links:e8680ffc\n"
        "---\n"
        "\n"
        "Text about [Ukraine](../../../../entities/ukraine.md).\n"
        "\n"
        "<!-- broadsheet:related -->\n"
        "\n"
        "- One\n"
        "- Two\n"
        "\n"
        "<!-- /broadsheet:related sum:455ca5bd -->\n"
    )


def test_the_second_run_changes_nothing(docs, a):
    before = a.stat()
    assert only(docs, draft()).verdict == "unchanged"
    assert a.stat().st_mtime_ns == before.st_mtime_ns
    assert a.stat().st_ino == before.st_ino


def test_a_changed_draft_updates_an_unedited_page(docs, a):
    assert only(docs, draft(text="Other")).verdict == "updated"
    assert "Other" in a.read_text(encoding="utf-8")


@pytest.mark.parametrize("change", [lambda raw: raw.replace(b"\n", b"\r\n"), lambda raw: b"\xef\xbb\xbf" + raw])
def test_windows_line_ends_and_byte_order_marks_are_no_edit(docs, a, change):
    a.write_bytes(change(a.read_bytes()))
    before = a.read_bytes()
    assert only(docs, draft()).verdict == "unchanged"
    assert a.read_bytes() == before
    assert only(docs, draft(text="Other")).verdict == "updated"


def test_linking_anew_is_no_edit_and_a_persons_change_of_links_is_one(docs, a):
    text = "Text about [Ukraine](../../../../entities/ukraine.md)."
    assert only(docs, draft(text="[Text](../../../../entities/text.md) about Ukraine.")).verdict == "updated"
    assert only(docs, draft(text=text)).verdict == "updated"
    edit(a, "Text about", "[Text](../../../../entities/text.md) about")
    assert only(docs, draft(text="Other")).verdict == "kept"
    assert "[Text](../../../../entities/text.md) about [Ukraine]" in a.read_text(encoding="utf-8")


def test_a_link_that_a_person_took_out_stays_out_while_others_are_brought_up_to_date(docs, a):
    edit(a, "[Ukraine](../../../../entities/ukraine.md)", "Ukraine")
    text = "[Text](../../../../entities/text.md) about [Ukraine](../../../../entities/ukraine.md)."
    for _ in range(2):
        assert only(docs, draft(text=text)).verdict == "kept"
        assert "[Text](../../../../entities/text.md) about Ukraine." in a.read_text(encoding="utf-8")
    assert only(docs, draft(text="Text about [Ukraine](../../../../entities/ukraine.md).")).verdict == "kept"
    assert "\nText about Ukraine.\n" in a.read_text(encoding="utf-8")


def edit(path, old, new):
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("Text about", "A word about"), ("title: A title", "title:   'Better'  # mine"), ("\n<!-- b", "\nMore\n\n<!-- b")],
)
def test_an_edited_page_keeps_its_text_and_gets_fresh_blocks(docs, a, old, new, newline):
    edit(a, old, new)
    a.write_bytes(a.read_bytes().replace(b"\n", newline.encode()))
    edited = a.read_bytes().decode()
    step = only(docs, draft(text="Upstream", related="- Three"))
    assert (step.verdict, step.blocks) == ("kept", False)
    expected = edited.replace(f"- One{newline}- Two", "- Three").replace("455ca5bd", "SUM")
    assert re.sub("sum:[0-9a-f]{8}", "sum:SUM", a.read_bytes().decode()) == expected
    assert only(docs, draft(text="Upstream", related="- Three")).text is None


def test_an_edited_block_is_kept_and_reported_while_the_rest_is_refreshed(docs, a):
    edit(a, "- Two", "- Two, says a person")
    step = only(docs, draft(text="Upstream", related="- Three"))
    assert (step.verdict, step.blocks) == ("kept", True)
    assert "inside the block related" in step.why
    text = a.read_text(encoding="utf-8")
    assert "Upstream" in text
    assert "- Two, says a person" in text
    assert "- Three" not in text
    assert only(docs, draft(text="Upstream", related="- Three")).text is None


def test_a_block_edited_in_an_edited_page_is_kept_too(docs, a):
    edit(a, "- Two", "- Two, says a person")
    edit(a, "Text about", "A word about")
    before = a.read_bytes()
    step = only(docs, draft(text="Upstream", related="- Three"))
    assert (step.verdict, step.blocks) == ("kept", True)
    assert a.read_bytes() == before


def test_a_block_that_was_taken_out_stays_out_and_the_page_stays_ours(docs, a):
    a.write_text(re.sub(r"<!-- b.* -->\n", "", a.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8")
    step = only(docs, draft(text="Upstream", related="- Three"))
    assert step.verdict == "updated"
    text = a.read_text(encoding="utf-8")
    assert "Upstream" in text
    assert "broadsheet:related" not in text
    assert only(docs, draft(text="Upstream", related="- Three")).verdict == "unchanged"


def test_one_marker_alone_is_text_of_the_person(docs, a):
    edit(a, "<!-- broadsheet:related -->\n", "")
    before = a.read_bytes()
    assert only(docs, draft(related="- Three")).verdict == "kept"
    assert a.read_bytes() == before


def test_a_moved_block_stays_where_it_is_and_is_refreshed(docs, a):
    head, block = re.split(r"(?=<!-- broadsheet)", a.read_text(encoding="utf-8"))
    fence = head.index("---\n\n") + 5
    a.write_text(head[:fence] + block + "\n" + head[fence:], encoding="utf-8")
    assert only(docs, draft(related="- Three")).verdict == "kept"
    text = a.read_text(encoding="utf-8")
    assert text.index("- Three") < text.index("Text about")


def test_a_new_kind_of_block_reaches_an_edited_page_once(docs, a):
    edit(a, "Text about", "A word about")
    new = draft(related="- One\n- Two", cleaning="Cut")
    assert only(docs, new).verdict == "kept"
    assert a.read_text(encoding="utf-8").rstrip().endswith("-->")
    assert "\nCut\n" in a.read_text(encoding="utf-8")
    a.write_text(
        re.sub(r"<!-- broadsheet:cl.* -->\n", "", a.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8"
    )
    assert only(docs, new).text is None
    assert "Cut" not in a.read_text(encoding="utf-8")


def test_a_block_without_news_is_emptied_in_an_edited_page(docs, a):
    edit(a, "Text about", "A word about")
    only(docs, draft(other=""))
    assert "- One" not in a.read_text(encoding="utf-8")
    assert "broadsheet:related" in a.read_text(encoding="utf-8")


def test_a_page_that_a_person_made_for_an_entity_gets_blocks_and_keeps_its_words(docs):
    path = docs / "entities/kyiv.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\ntitle: Kyiv   # the capital\nkind: place\n---\nA city.", encoding="utf-8")
    entity = Draft(
        address="entities/kyiv.md", front={"template": "entity.html"}, parts=("A city.", Block("mentions", "- X"))
    )
    step = only(docs, entity)
    assert (step.verdict, step.blocks) == ("kept", False)
    assert path.read_text(encoding="utf-8") == (
        "---\ntitle: Kyiv   # the capital\nkind: place\ntemplate: entity.html\nfingerprint: own mentions\n---\n"
        "A city.\n\n"
        "<!-- broadsheet:mentions -->\n\n- X\n\n<!-- /broadsheet:mentions sum:bdd64ca6 -->\n"
    )
    assert only(docs, entity).text is None
    loaded = archive.load(docs).entities["kyiv"]
    assert (loaded.name, loaded.description, loaded.status) == ("Kyiv", "A city.", "adopted")


def test_a_persons_page_is_never_written_over(docs):
    docs.mkdir()
    (docs / "index.md").write_text("# Mine\n", encoding="utf-8")
    home = Draft(address="index.md", front={"title": "Home"}, parts=(Block("latest", "- X"),))
    step = only(docs, home)
    assert (step.verdict, step.blocks, step.text) == ("conflict", True, None)
    (docs / "index.md").write_text("---\nfingerprint: own\n---\n# Mine\n", encoding="utf-8")
    step = only(docs, home)
    assert (step.verdict, step.blocks, step.text) == ("kept", False, None)
    (docs / "index.md").write_text(
        "---\nfingerprint: own\n---\n# Mine\n\n<!-- broadsheet:latest -->\n<!-- /broadsheet:latest -->\n",
        encoding="utf-8",
    )
    assert only(docs, home).verdict == "kept"
    assert "- X" in (docs / "index.md").read_text(encoding="utf-8")


def test_a_list_page_that_nothing_asks_for_is_deleted_with_its_empty_folder(docs):
    lists = [Draft(address=f"topics/war/{n}.md", front={"title": "War"}, parts=(Block("list", "-"),)) for n in (2, 3)]
    run(docs, draft(), *lists)
    path = docs / "topics/war/3.md"
    edit(path, "title: War", "title: The war")
    steps = run(docs, draft())
    assert steps["topics/war/2.md"].verdict == "deleted"
    assert steps["topics/war/3.md"].verdict == "kept"
    path.unlink()
    run(docs, draft(), lists[0])
    run(docs, draft())
    assert not (docs / "topics").exists()


def test_articles_and_entities_are_never_deleted(docs, a):
    entity = Draft(address="entities/x.md", front={"title": "X", "template": "entity.html", "status": "rejected"})
    run(docs, draft(), entity)
    assert run(docs) == {}
    assert a.exists()
    assert (docs / "entities/x.md").exists()


@pytest.mark.parametrize("address", ["../x.md", "a/../../x.md", "/x.md", "a//x.md", "a\\x.md", "a/./x.md"])
def test_nothing_leaves_content(docs, address):
    assert only(docs, draft(address)).verdict == "conflict"
    assert not docs.exists()


def test_no_symbolic_link_is_followed(docs, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    docs.mkdir()
    (docs / "articles").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (docs / "index.md").symlink_to(tmp_path / "secret.md")
    steps = run(docs, draft(), draft("index.md"))
    assert {step.verdict for step in steps.values()} == {"conflict"}
    assert not list((tmp_path / "elsewhere").iterdir())
    assert (tmp_path / "secret.md").read_text(encoding="utf-8") == "secret"


def test_a_link_made_while_the_run_was_planning_is_not_followed(docs, tmp_path):
    plan = archive.plan([draft()], archive.load(docs))
    (tmp_path / "elsewhere").mkdir()
    docs.mkdir()
    (docs / "articles").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ArchiveError, match="symbolic link"):
        archive.apply(plan, docs)


def test_files_that_differ_in_case_alone_are_a_conflict(docs):
    docs.mkdir()
    (docs / "Entities").mkdir()
    (docs / "Entities/X.md").write_text("mine", encoding="utf-8")
    assert run(docs, draft("entities/x.md"))["entities/x.md"].verdict == "conflict"
    both = run(docs, draft("topics/a.md"), draft("topics/A.md"))
    assert [both[name].verdict for name in ("topics/a.md", "topics/A.md")] == ["created", "conflict"]


def test_two_drafts_for_one_address_are_a_conflict(docs):
    assert only(docs, draft(), draft(text="Other")).verdict == "conflict"


@pytest.mark.parametrize("broken", [b"---\ntitle: a: b\nid: a\n---\nText\n", b"\xff\xfe\x00", b"---\n- a\n---\n"])
def test_a_page_that_cannot_be_read_is_told_and_left_alone(docs, a, broken):
    a.write_bytes(broken)
    loaded = archive.load(docs)
    assert [finding.file for finding in loaded.findings] == ["content/articles/2024/04/16/a.md"]
    assert only(docs, draft()).verdict == "conflict"
    assert a.read_bytes() == broken


def test_what_a_killed_run_left_is_cleared_away(docs, a):
    stray = a.with_name(".a.md.tmp-0123abcd")
    stray.write_text("half", encoding="utf-8")
    mine = a.with_name(".a.md.tmp-notes")
    mine.write_text("mine", encoding="utf-8")
    only(docs, draft())
    assert not stray.exists()
    assert mine.exists()


def test_two_runs_at_once(tmp_path):
    with archive.lock(tmp_path):
        with pytest.raises(ArchiveError, match="another run"), archive.lock(tmp_path):
            pass
        with archive.lock(tmp_path, dry_run=True):
            pass
    with archive.lock(tmp_path):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder_is_a_clear_error(docs, a):
    a.parent.chmod(0o500)
    try:
        with pytest.raises(ArchiveError, match=r"a\.md: cannot be written"):
            only(docs, draft(text="Other"))
    finally:
        a.parent.chmod(0o700)
    assert [path.name for path in a.parent.iterdir()] == ["a.md"]


def test_a_folder_where_a_file_of_ours_would_stand_is_a_conflict(docs):
    (docs / "feed.xml/x").mkdir(parents=True)
    plan = archive.plan([FileDraft(address="feed.xml", text="<a/>")], archive.load(docs))
    (step,) = archive.apply(plan, docs)
    assert (step.verdict, step.blocks) == ("conflict", True)
    assert "is a folder" in step.why
    assert [path.name for path in docs.iterdir()] == ["feed.xml"]


def test_a_marker_in_a_block_is_refused():
    with pytest.raises(ValueError, match="holds a marker"):
        page.render(draft(related="x\n<!-- /broadsheet:related sum:00 -->"))


texts = st.text(alphabet=st.sampled_from("ab .\n\r<>-!*[]()#\u2028é中😀"), max_size=40)
drafts = st.builds(
    lambda text, front, blocks: Draft(
        address="articles/undated/a.md",
        front={"title": "T", **front},
        parts=(Block("about", blocks[0]), text, Block("related", blocks[1]), Block("cleaning", blocks[2])),
    ),
    texts,
    st.dictionaries(st.text(), st.text() | st.lists(st.text()), max_size=3),
    st.tuples(texts, texts, texts),
)


@given(draft=drafts)
def test_a_rendered_page_reads_back_as_unedited(draft):
    text = page.render(draft)
    for variant in (text, text.replace("\n", "\r\n"), "\ufeff" + text):
        read, _, _ = page.read(draft.address, variant)
        assert not read.edited
        assert read.text is None
        assert read.digest == page.digest(text)


@given(first=drafts, second=drafts, note=st.text(alphabet="abc \n", min_size=1).map(str.strip).filter(bool))
def test_a_persons_words_survive_any_run_and_the_next_run_changes_nothing(tmp_path_factory, first, second, note):
    docs = tmp_path_factory.mktemp("site") / "content"
    run(docs, first)
    path = docs / first.address
    path.write_bytes(path.read_bytes() + f"\nA note: {note}\n".encode())
    run(docs, second)
    assert f"A note: {note}" in path.read_bytes().decode()
    after = path.read_bytes()
    assert archive.plan([second], archive.load(docs)).idle
    assert path.read_bytes() == after


def test_a_page_that_a_person_copied_or_moved_is_no_orphan(docs):
    run(docs, draft())
    written = page.render(Draft(address="topics/x.md", front={"title": "X"}, parts=(Block("list", "- One"),)))
    (docs / "dossiers").mkdir()
    (docs / "dossiers/x.md").write_text(written, encoding="utf-8")
    (docs / ".broadsheet").mkdir()
    (docs / ".broadsheet/pages.jsonl").write_text('{"page": "topics/x.md"}\n', encoding="utf-8")
    assert set(run(docs, draft())) == {"articles/2024/04/16/a.md"}
    (docs / ".broadsheet/pages.jsonl").write_text('{"page": "dossiers/x.md"}\n', encoding="utf-8")
    assert run(docs, draft())["dossiers/x.md"].verdict == "deleted"
