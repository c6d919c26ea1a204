"""`broadsheet check --fix` mends what can mean one thing only, loses nothing, and has nothing left to do afterwards."""

import json
import re

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.archive import front_matter, mending
from broadsheet.archive.check import check
from broadsheet.archive.mending import mend
from broadsheet.cli import main

SETTINGS = "site_name: T\nsite_url: https://x.example/\ndocs_dir: content\nplugins: [broadsheet]\n"
RECORDS = """\
{"id": "1", "title": "Rain in Oslo", "published": "2026-05-03", "language": "en", "body": "It rained in Norway."}
{"id": "2", "title": "Snow in Oslo", "published": "2026-05-04", "language": "en", "body": "It snowed in Norway."}
"""
ARTICLE = "content/articles/2026/05/03/rain-in-oslo.md"


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "in.jsonl").write_text(RECORDS, encoding="utf-8")
    run("generate", "in.jsonl", "-q")
    return tmp_path


def run(*words, status=0):
    result = CliRunner().invoke(main, words)
    assert result.exit_code == status, result.output
    return result.output


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts}


PAGES = {
    # A page, and what becomes of it.
    "title: Oslo: a city\n": 'title: "Oslo: a city"\n',
    "title: @oslo\n": 'title: "@oslo"\n',
    "title: `Oslo`\n": 'title: "`Oslo`"\n',
    "title: 100% rain: said Ada\ntags:\n  - *star\n": 'title: "100% rain: said Ada"\ntags:\n  - "*star"\n',
    "title: x\nsource:\n  name: A: B\n": 'title: x\nsource:\n  name: "A: B"\n',
    "title: 1984\n": 'title: "1984"\n',
    "title: 007 # as it is\n": 'title: "007" # as it is\n',
    "title: Yes\n": 'title: "Yes"\n',
    "title: 2026-05-03\n": 'title: "2026-05-03"\n',
    "description: 1.50\ntitle: a\n": 'description: "1.50"\ntitle: a\n',
}


@pytest.mark.parametrize("front", PAGES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_values_that_want_quotes_get_them(archive, front, newline):
    path = archive / "content/own.md"
    path.write_bytes(f"---\n{front}---\n\nText: *mine*  \nand more".replace("\n", newline).encode())
    assert run("check", "--fix", "content/own.md").startswith("mended    content/own.md:")
    wanted = f"---\n{PAGES[front]}---\n\nText: *mine*  \nand more"
    assert path.read_bytes() == wanted.replace("\n", newline).encode()


UNSURE = [
    'title: "Oslo\n',
    "title: Oslo: a city # or a remark?\n",
    "title: [Oslo\n",
    "title: &a x\ntags: [*b]\n",
    "title: Oslo: a\n  city\n",
    "title: a\nsource: name: X\n",
    "title: a\nsearch: exclude: true\n",
    "title: a\nexpires: 2026-05-03\n",
    "title: a\ntags:\n  - a: b: c\n",
    "title: a\ntitle: b\n",
    "\ttitle: a\n",
    "title: null\n",
    "date: 2026-13-40\ntitle: a\n",
    "kind: persn\ntitle: a\n",
    "- a\n",
]


@pytest.mark.parametrize("front", UNSURE)
def test_what_may_mean_two_things_is_left(archive, front):
    path = archive / "content/entities/own.md"
    path.write_text(f"---\n{front}---\n\nText\n", "utf-8")
    before = path.read_bytes()
    CliRunner().invoke(main, ["check", "--fix", "content/entities/own.md"])
    assert path.read_bytes() == before


def test_days_and_kinds_out_of_form(archive):
    article = archive / ARTICLE
    text = article.read_text("utf-8")
    text = text.replace('date: "2026-05-03"', "date: 2026/5/3")
    article.write_text(text, "utf-8")
    (archive / "content/entities/ada.md").write_text("---\ntitle: Ada\nkind: Person\nstatus: ADOPTED\n---\n", "utf-8")
    run("check", "--fix", ARTICLE, "content/entities/ada.md")
    assert '\ndate: "2026-05-03"\n' in article.read_text("utf-8")
    assert "kind: person\nstatus: adopted\n" in (archive / "content/entities/ada.md").read_text("utf-8")


LINKS = {
    "[x](entities/norway)": "[x](entities/norway.md)",
    "[x](/entities/norway.md)": "[x](entities/norway.md)",
    "[x](../../entities/norway.md#top)": "[x](entities/norway.md#top)",
    "[x](Entities/Norway.md)": "[x](entities/norway.md)",
    "[x](../Entities/Norway.md)": "[x](entities/norway.md)",
    "[x](articles/2026/05/09/rain-in-oslo.md)": "[x](articles/2026/05/03/rain-in-oslo.md)",
    "[x][1]\n\n[1]: entities/norway": "[x][1]\n\n[1]: entities/norway.md",
    '<a href="entities/norway.md">x</a>': '<a href="../entities/norway/">x</a>',
    "`[x](entities/norway)` [x](entities/norway)": "`[x](entities/norway)` [x](entities/norway.md)",
}


@pytest.mark.parametrize("link", LINKS)
def test_links_whose_goal_is_certain_lead_there(archive, link):
    path = archive / "content/own.md"
    path.write_text(f"# Own\n\n{link}\n", "utf-8")
    run("check", "--strict", "content/own.md", status=1)
    told = run("check", "--fix", "--strict", "content/own.md")
    assert path.read_text("utf-8") == f"# Own\n\n{LINKS[link]}\n"
    assert "leads to" in told


@pytest.mark.parametrize(
    "link",
    [
        "[x](gone.md)",
        "[x](topics/norway.md)",
        "[x](entities/norway.md#gone)",
        "[x](https://gone.example)",
        r"\[x](entities/norway) and [x](entities/norway)",
        '[x](Entities/norway.md) <a href="Entities/norway.md">x</a>',
    ],
)
def test_links_that_may_lead_to_several_places_are_left(archive, link):
    path = archive / "content/own.md"
    path.write_text(f"# Own\n\n{link}\n", "utf-8")
    run("check", "--fix", "content/own.md")
    assert path.read_text("utf-8") == f"# Own\n\n{link}\n"


def test_what_we_wrote_is_left_to_the_next_run(archive):
    """A page of ours stays ours: its links, and those in its blocks, are brought up to date by `generate`."""
    run("check", "--fix")
    before = files(archive / "content")
    (archive / "content/entities/norway.md").rename(archive / "content/entities/norge.md")
    run("check", "--fix", "--no-stale")
    after = files(archive / "content")
    assert before[archive / ARTICLE] == after[archive / ARTICLE]
    run("generate", "-q")
    run("check", "--strict")
    assert "(../../../../entities/norge.md)" in (archive / ARTICLE).read_text("utf-8")


def test_an_edited_pages_own_links_are_mended_and_ours_beside_them_are_not(archive):
    article = archive / ARTICLE
    text = article.read_text("utf-8").replace("It rained in", "See [snow](../04/Snow-in-Oslo.md). It rained in")
    article.write_text(text, "utf-8")
    run("check", "--fix", ARTICLE)
    assert article.read_text("utf-8") == text.replace("Snow-in-Oslo.md", "snow-in-oslo.md")
    run("generate", "in.jsonl", "-q")
    assert "[snow](../04/snow-in-oslo.md). It rained in [Norway]" in article.read_text("utf-8")
    run("check", "--strict")


def test_redirects_lead_to_the_end_at_once(archive):
    for name, goal in (
        ("a", "/entities/norway"),
        ("b", "entities/a.md"),
        ("c", "entities/d.md"),
        ("d", "entities/c.md"),
    ):
        page = f"---\ntitle: {name}\ntemplate: redirect.html\nredirect: {goal}\n---\n"
        (archive / f"content/entities/{name}.md").write_text(page, "utf-8")
    CliRunner().invoke(main, ["check", "--fix"])
    said = {one: (archive / f"content/entities/{one}.md").read_text("utf-8") for one in "abcd"}
    assert "redirect: entities/norway.md\n" in said["a"]
    assert "redirect: entities/norway.md\n" in said["b"]
    assert "redirect: entities/d.md\n" in said["c"]  # round in a circle: only a person knows


def test_utf_16_becomes_utf_8_and_lines_above_front_matter_go(archive):
    (archive / "content/wide.md").write_bytes("---\ntitle: Été\n---\nÀ\r\n".encode("utf-16"))
    (archive / "content/low.md").write_text("\n\n---\ntitle: Low\n---\nText\n", "utf-8")
    run("check", "--fix", "content/wide.md", "content/low.md")
    assert (archive / "content/wide.md").read_bytes() == "---\ntitle: Été\n---\nÀ\r\n".encode()
    assert (archive / "content/low.md").read_text("utf-8") == "---\ntitle: Low\n---\nText\n"


def test_a_dry_run_says_what_would_be_mended_and_changes_nothing(archive):
    (archive / "content/own.md").write_text("---\ntitle: 1984\n---\n[x](entities/norway)\n", "utf-8")
    before = files(archive)
    told = run("check", "--fix", "--dry-run", "content/own.md", status=1)
    assert told.startswith(
        "would be  content/own.md:2:8: quotes around 1984: title is text\n"
        "would be  content/own.md:4:5: entities/norway leads to entities/norway.md\n"
    )
    assert "title is not text; put it in quotes" in told
    assert files(archive) == before
    assert "without --fix nothing is changed anyway" in run("check", "--dry-run", status=2)


def test_machines_get_both_lists(archive):
    (archive / "content/own.md").write_text("---\ntitle: 1984\n---\n[x](gone.md)\n", "utf-8")
    said = json.loads(run("check", "--fix", "--json", "content/own.md"))
    assert said["mended"] == [
        {"file": "content/own.md", "line": 2, "column": 8, "what": "quotes around 1984: title is text"}
    ]
    assert [one["about"] for one in said["findings"]] == ["link"]


def test_a_quiet_run_says_only_what_is_left(archive):
    (archive / "content/own.md").write_text("---\ntitle: 1984\n---\n", "utf-8")
    assert run("check", "--fix", "-q", "content/own.md") == ""


def test_what_changes_meanwhile_is_not_written_over(archive, monkeypatch):
    path = archive / "content/own.md"
    path.write_text("---\ntitle: 1984\n---\n", "utf-8")
    read = mending._read  # noqa: SLF001 - what somebody is quicker than

    def meanwhile(one):
        said = read(one)
        path.write_text("---\ntitle: 1985\n---\n", "utf-8")
        return said

    monkeypatch.setattr(mending, "_read", meanwhile)
    assert "was changed meanwhile; save it, and run this again" in run("check", "--fix", "content/own.md", status=2)
    assert path.read_text("utf-8") == "---\ntitle: 1985\n---\n"


def test_only_the_named_pages_are_mended(archive):
    for name in ("a", "b"):
        (archive / f"content/{name}.md").write_text("---\ntitle: 1984\n---\n", "utf-8")
    run("check", "--fix", "content/a.md")
    assert "title: 1984\n" in (archive / "content/b.md").read_text("utf-8")


def test_a_link_to_a_page_elsewhere_is_not_written_through(archive):
    outside = archive / "outside.md"
    outside.write_text("---\ntitle: 1984\n---\n", "utf-8")
    (archive / "content/own.md").symlink_to(outside)
    CliRunner().invoke(main, ["check", "--fix"])
    assert outside.read_text("utf-8") == "---\ntitle: 1984\n---\n"


_VALUES = st.sampled_from(
    [
        "Oslo",
        "Oslo: a",
        "@x",
        "`y`",
        "*z",
        "1984",
        "Yes",
        "2026-05-03",
        "2026/5/3",
        '"a',
        "[b",
        "a # c",
        "null",
        "",
        "Person",
        "fr_FR",
    ]
)
_KEYS = st.sampled_from(["title", "date", "description", "kind", "language", "redirect", "tags", "source"])
_LINES = st.sampled_from(
    [
        "[x](entities/norway)",
        "[x](gone.md)",
        "[y](Entities/Norway.md) and `[y](Entities/Norway.md)`",
        "Text.  ",
        "",
        "```",
        "<a href='x.md'>",
    ]
)


@settings(deadline=None, max_examples=60)
@given(
    front=st.lists(st.tuples(_KEYS, _VALUES), max_size=4),
    body=st.lists(_LINES, max_size=5),
    newline=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_whatever_a_person_writes_nothing_is_lost_and_a_second_time_does_nothing(
    tmp_path_factory, front, body, newline, mark
):
    docs = tmp_path_factory.mktemp("docs")
    (docs / "entities").mkdir()
    (docs / "entities/norway.md").write_text("---\ntitle: Norway\n---\n", "utf-8")
    head = "".join(f"{key}: {value}\n" for key, value in front)
    text = mark + f"---\n{head}---\n{chr(10).join(body)}".replace("\n", newline)
    page = docs / "own.md"
    page.write_bytes(text.encode())
    before = check(docs)
    mended = mend(docs)
    now = page.read_bytes().decode()
    assert (now != text) == bool(mended)

    # Nothing but quotes, the form of a day or a tag, and the way of a link is another than it was.
    def words(said):
        return re.findall(r"[^\W_]+", said.casefold().replace(".md", ""))

    plain = [str(int(one)) if one.isdigit() else one for one in words(text)]
    assert [str(int(one)) if one.isdigit() else one for one in words(now)] == plain
    assert now.count("\r\n") == text.count("\r\n")
    assert mend(docs) == []
    after = check(docs)
    if any(one.about == "front matter" and one.what.startswith("front matter:") for one in before):
        assert mended == [] or not any(one.what.startswith("front matter:") for one in after)
    else:
        assert len(after) < len(before) if mended else after == before
    values = front_matter.span(now)
    assert values is None or front_matter.span(text) is not None
