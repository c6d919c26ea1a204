"""Moving out: `broadsheet export` in each of its forms."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from broadsheet.cli import main
from broadsheet.cli.export import FORMS as NAMES
from broadsheet.model import Copy, Image, Retraction
from broadsheet.outputs.exports.forms import FORMS
from broadsheet.outputs.exports.forms.money_schemata import PROPERTIES, REQUIRED, language
from broadsheet.sources import csv_table
from broadsheet.sources.formulas import as_meant, told_apart
from broadsheet.sources.raw import Given
from editions import article, edition, entity
from small_edition import small_edition

RECORDS = [
    {
        "url": "https://a.example/1",
        "title": "=HYPERLINK(0) opens in Kyiv",
        "body": "The mayor of Kyiv, Vitali Klitschko, spoke on Monday to the United Nations.\n\n- a list\n- of two",
        "published": "2024-04-16T10:30:00+02:00",
        "source": {"name": "Example, Daily", "url": "https://a.example/"},
        "authors": ["Smith, John", "Ada"],
        "topics": ["Bosnia, Herzegovina"],
        "language": "en",
        "entities": [
            {"name": "Kyiv", "kind": "place", "wikidata": "Q1899"},
            {"name": "Vitali Klitschko", "kind": "person"},
            {"name": "United Nations", "kind": "organisation"},
        ],
        "image": {"url": "https://a.example/1.jpg", "alt": "A view", "credit": "Bo"},
        "rights": "CC BY 4.0",
    },
    {
        "url": "https://a.example/2",
        "title": "@rain, all day",
        "body": "-5 degrees in Kyiv on Tuesday; the United Nations sent blankets & “coats”, said\tVitali Klitschko.",
        "published": "2024-04-17",
        "topics": ["a; b", "weather"],
        "language": "en",
        "colour": "blue",
    },
    {"url": "https://a.example/3", "title": "Forged", "body": "Not true at all.", "published": "2024-04-18"},
    {"url": "https://a.example/3", "retracted": {"reason": "It was forged.", "date": "2024-04-19"}},
]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 28 May 2026
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def archive(run, tmp_path):
    Path("records.jsonl").write_text("".join(json.dumps(one) + "\n" for one in RECORDS))
    run("new", "site", "-q")
    (tmp_path / "site/inputs/example.txt").unlink(missing_ok=True)
    made = run("generate", "-f", "site/mkdocs.yml", "records.jsonl")
    assert made.exit_code == 0, made.output
    return tmp_path / "site"


def written(form: str, one) -> bytes:
    return b"".join(next(each for each in FORMS if each.name == form).pieces(one))


def hostile_edition():
    text = "]]> <b>&amp;</b> \u202e half \x07 'quoted' \"double\" --> ; DROP TABLE articles;"
    one = article(
        text,
        f"{text} Ukraine spoke.",
        id="it",
        day="2024-04-16",
        source=text,
        source_url="javascript:alert(1)",
        url="javascript:alert(1)",
        authors=(text,),
        topics=(text,),
        image=Image.model_construct(url=text, alt=text, credit=text),
        also_at=(Copy(name=text, url=text, title=f"{text}!"),),
    )
    gone = article("Gone", "", id="gone", day="2024-04-17", retracted=Retraction(reason=text))
    return edition([one, gone], [entity("Ukraine", "place", aliases=(text,)), entity(text, "person", id="that")])


def test_the_command_line_names_the_forms_that_there_are():
    assert tuple(one.name for one in FORMS) == NAMES


@pytest.mark.parametrize("form", NAMES)
def test_the_same_archive_gives_the_same_bytes_and_content_stays_as_it_is(run, archive, form):
    before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    first = run("export", form, "-f", "site/mkdocs.yml", "-o", "out/1")
    again = run("export", form, "-f", "site/mkdocs.yml", "-o", "out/2", "-q")
    assert (first.exit_code, again.exit_code) == (0, 0), first.output
    assert "3 articles and " in first.stderr
    assert again.output == ""
    assert Path("out/1").read_bytes() == Path("out/2").read_bytes()
    assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()} == before
    if form != "sqlite":
        assert run("export", form, "-f", "site/mkdocs.yml").stdout_bytes == Path("out/1").read_bytes()


def test_jsonl_is_what_the_site_publishes_and_makes_the_same_articles_elsewhere(run, archive):
    assert run("export", "jsonl", "-f", "site/mkdocs.yml", "-o", "all.jsonl").exit_code == 0
    assert Path("all.jsonl").read_bytes() == (archive / "content/data/archive.jsonl").read_bytes()
    _the_same_elsewhere(run, archive, "all.jsonl")


def test_a_page_that_cannot_be_read_is_told(run, archive):
    page = next((archive / "content/articles").rglob("*rain*.md"))
    page.write_text(page.read_text("utf-8").replace("title:", "title: [", 1), encoding="utf-8")
    result = run("export", "jsonl", "-f", "site/mkdocs.yml", "-q")
    assert result.exit_code == 1
    assert result.stderr.startswith("unread    content/articles/2024/04/17/rain-all-day.md:")
    assert len(result.stdout.splitlines()) == 2


def test_ninjs_has_the_items_that_the_site_publishes(run, archive):
    assert run("export", "ninjs", "-f", "site/mkdocs.yml", "-o", "all.jsonl").exit_code == 0
    lines = [json.loads(line) for line in Path("all.jsonl").read_text("utf-8").splitlines()]
    files = [json.loads(path.read_bytes()) for path in (archive / "content/data/articles").rglob("*.json")]
    assert sorted(lines, key=str) == sorted(files, key=str)


def test_a_table_makes_the_same_articles_elsewhere(run, archive):
    assert run("export", "csv", "-f", "site/mkdocs.yml", "-o", "all.csv").exit_code == 0
    table = list(csv.reader(io.StringIO(Path("all.csv").read_text("utf-8-sig"), newline="")))
    titles = [row[2] for row in table[1:]]
    assert titles == ["'@rain, all day", "'=HYPERLINK(0) opens in Kyiv", "Forged"]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in table for cell in row)
    _the_same_elsewhere(run, archive, "all.csv", without="extra:")


def _the_same_elsewhere(run, archive, exported, without=""):
    run("new", "other", "-q")
    Path("other/inputs/example.txt").unlink(missing_ok=True)
    made = run("generate", "-f", "other/mkdocs.yml", exported)
    assert made.exit_code == 0, made.output
    here, there = (_articles(folder) for folder in (archive, Path("other")))
    assert here.keys() == there.keys()
    for name, text in here.items():
        if "retracted:" in text:
            assert 'retracted:\n  date: "2024-04-19"\n  reason: It was forged.' in there[name]
            continue
        assert _comparable(text, without) == _comparable(there[name], without), name


def _articles(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in (folder / "content/articles").rglob("*.md")
    }


def _comparable(page, without):
    """A page without what says where its record came from, which names it brought (known ones are added), and sums."""
    kept, skipping = [], False
    for line in page.splitlines():
        if line.startswith(("origin:", "fingerprint:", "history:", "named:")) or (without and line.startswith(without)):
            skipping = True
        elif not (skipping and line.startswith(" ")):
            skipping = False
            if not line.startswith("<!-- /broadsheet:"):
                kept.append(line)
    text = "\n".join(kept)
    return text.partition("<!-- broadsheet:provenance")[0]


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "-", "+x", "@x", "\tx", "'tis", "''", "a=1", "", "－5"])
def test_what_looks_like_a_formula_is_told_apart_and_read_back(text):
    assert as_meant(told_apart(text)) == text
    assert not told_apart(text).startswith(("=", "+", "-", "@", "\t", "－"))


def test_a_cell_may_hold_a_list_as_json_and_one_that_is_none_stays_text():
    table = 'title,body,topics,entities\nT,B,"[""a; b""]","[{""name"": ""Kyiv"", ""kind"": ""place""}]"\nT,B,[a; b,\n'
    first, second = csv_table.read(Given("-", io.BytesIO(table.encode())))
    assert first.fields["topics"] == ["a; b"]
    assert first.fields["entities"] == [{"name": "Kyiv", "kind": "place"}]
    assert second.fields["topics"] == ["[a", "b"]


@pytest.mark.parametrize("one", [small_edition(), hostile_edition()], ids=["small", "hostile"])
class TestEachForm:
    def test_lines_are_json(self, one):
        for form in ("jsonl", "ninjs", "ftm"):
            lines = written(form, one).decode().splitlines()
            assert lines
            assert all(isinstance(json.loads(line), dict) for line in lines)

    def test_the_database_is_whole_and_its_keys_lead_somewhere(self, one, tmp_path):
        path = tmp_path / "archive.db"
        path.write_bytes(written("sqlite", one))
        with closing(sqlite3.connect(path)) as base:
            assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert base.execute("PRAGMA foreign_key_check").fetchall() == []
            count = base.execute("SELECT count(*) FROM articles").fetchone()[0]
            assert count == len(one.articles) + len(one.retracted)
            named = base.execute("SELECT count(*) FROM mentions").fetchone()[0]
            assert named == sum(len(one.ids_named_in(each)) for each in one.articles)
            for table in ("articles_fts", "mentions_fts", "entities_fts"):
                base.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608 - ours
            for view in ("articles_by_day", "articles_by_source", "named_by_month", "named_together"):
                base.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - ours

    def test_the_graph_is_xml_whose_ties_join_its_nodes(self, one):
        graph = etree.fromstring(written("graphml", one))
        name = {"g": "http://graphml.graphdrawing.org/xmlns"}
        nodes = graph.xpath("//g:node/@id", namespaces=name)
        assert set(nodes) == set(one.by_entity)
        for tie in graph.xpath("//g:edge", namespaces=name):
            assert {tie.get("source"), tie.get("target")} <= set(nodes)
            assert int(tie.findtext("g:data[@key='weight']", namespaces=name)) > 0
        assert {key.get("id") for key in graph.xpath("//g:key", namespaces=name)} >= {
            data.get("key") for data in graph.xpath("//g:data", namespaces=name)
        }

    def test_follow_the_money_says_no_more_than_its_schemata_know(self, one):
        made = [json.loads(line) for line in written("ftm", one).decode().splitlines()]
        ids = {each["id"] for each in made}
        assert len(ids) == len(made)
        for each in made:
            said = each["properties"]
            assert set(said) <= PROPERTIES[each["schema"]]
            assert all(said.get(name) for name in REQUIRED.get(each["schema"], ()))
            for name in ("document", "resolved", "addressEntity", "proof"):
                assert ids.issuperset(said.get(name, ()))

    def test_follow_the_money_itself_agrees(self, one):
        model = pytest.importorskip("followthemoney").model
        for line in written("ftm", one).decode().splitlines():
            given = json.loads(line)
            proxy = model.get_proxy(given)
            proxy.schema.validate(given)
            # Nothing is dropped: each value is one that its type takes.
            assert {name: sorted(values) for name, values in given["properties"].items()} == {
                name: sorted(values) for name, values in proxy.to_dict()["properties"].items()
            }
            for name, values in given["properties"].items():
                assert all(proxy.schema.get(name).type.validate(value) for value in values), (name, values)

    def test_networkx_reads_the_graph(self, one):
        networkx = pytest.importorskip("networkx")
        graph = networkx.parse_graphml(written("graphml", one).decode())
        assert set(graph.nodes) == set(one.by_entity)
        assert all(tie["weight"] > 0 for _, _, tie in graph.edges(data=True))


def test_the_database_is_searched_in_every_script_and_without_accents(tmp_path):
    path = tmp_path / "archive.db"
    path.write_bytes(written("sqlite", small_edition()))
    with closing(sqlite3.connect(path)) as base:

        def found(words):
            wanted = (
                "SELECT title FROM articles WHERE rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
            )
            return [title for (title,) in base.execute(wanted, (words,))]

        assert "UN chief visits Kyiv" in found("antonio guterres")
        assert any("Israël" in title for title in found("israel"))
        sentence = base.execute(
            "SELECT sentence FROM mentions WHERE entity = 'united-nations' AND sentence LIKE 'The%'"
        )
        assert sentence.fetchone()[0].startswith("The head of the United Nations will meet")


def test_datasette_knows_the_search_table_of_each_table():
    """What Datasette asks of a database (`detect_fts_sql`): a table with our very spelling of `content`."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(written("sqlite", small_edition()))
        for table in ("articles", "mentions", "entities"):
            asked = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
            found = base.execute(
                "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?", (asked,)
            ).fetchall()
            assert found == [(f"{table}_fts",)]


def test_organisations_are_companies_or_public_bodies_where_their_name_says_so():
    names = {"Acme Ltd": "Company", "Ministry of Defence": "PublicBody", "Axios": "Organization", "SAS": "Organization"}
    one = edition(
        [article("News", "Acme Ltd, the Ministry of Defence, Axios and SAS met.")],
        [entity(name, "organisation") for name in names],
    )
    made = [json.loads(line) for line in written("ftm", one).decode().splitlines()]
    found = {
        each["properties"]["name"][0]: each["schema"] for each in made if each["schema"] not in ("Article", "Mention")
    }
    assert found == names
    assert [each["schema"] for each in made].count("Mention") == 4
    assert (language("fr-CA"), language("zh-Hant"), language("tlh"), language(None)) == ("fra", "zho", "", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["export"], "Missing argument"),
        (["export", "pdf"], "'pdf' is not one of"),
        (["export", "jsonl"], "run `broadsheet new DIR` for a new site"),
        (["export", "sqlite", "-f", "site/mkdocs.yml"], "name a file with -o"),
        (["export", "csv", "-f", "site/mkdocs.yml", "-o", "site/content/all.csv"], "lies in the archive itself"),
        (["export", "csv", "-f", "site/mkdocs.yml", "-o", "records.jsonl/x"], "cannot be written"),
    ],
)
def test_wrong_usage_says_what_to_do(run, archive, words, says):  # noqa: ARG001 - it is there
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output
