"""`broadsheet check`: each fault of a page, with its line and column."""

import json

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from broadsheet import archive
from broadsheet.archive import article_page, front_matter, page
from broadsheet.archive.check import Memory, check
from broadsheet.archive.draft import Block, Draft
from broadsheet.archive.schema import ArticleFront, page_schema
from broadsheet.model import Article

ARTICLE = "---\ntitle: T\ntemplate: article.html\nid: a\n---\nText\n"


def found(docs, **pages):
    for name, text in pages.items():
        path = docs / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return [str(finding).removeprefix("content/") for finding in check(docs)]


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def test_a_sound_archive_has_no_findings(docs):
    article = Article(id="a", address="articles/undated/a.md", title="T", body="Text", authors=("Ann",))
    front = article_page.front(article, ["ukraine"])
    blocks = Block("entities", "[Ukraine](../../entities/ukraine.md)")
    drafts = [
        Draft(address=article.address, front=front, parts=("Text", blocks)),
        Draft(address="entities/ukraine.md", front={"title": "Ukraine", "template": "entity.html", "kind": "place"}),
        Draft(address="index.md", front={"title": "Home"}, parts=("[x](entities/ukraine.md#y)",)),
    ]
    archive.apply(archive.plan(drafts, archive.load(docs)), docs)
    assert check(docs) == []


@pytest.mark.parametrize(
    ("front", "finding"),
    [
        ("title: 3", "2:1: title is not text; put it in quotes"),
        ("title:", "2:1: title is not text; put it in quotes"),
        ("template: article.html", "2:1: title is missing; add it"),
        (
            "title: T\ndate: soon",
            "3:1: date is not written as it should be; `broadsheet schema page` shows the pattern",
        ),
        (
            'title: T\ndate: "2024-04-31"',
            "3:1: date is not a day or time there is; write it as 2024-04-16 or 2024-04-16T08:30:00+02:00",
        ),
        ("title: T\ntags: war", "3:1: tags is not a list; write each value on a line of its own, after `- `"),
        ("title: T\ntags:\n  - a\n  - 3", "5:5: tags.1 is not text; put it in quotes"),
        ("title: T\nsource:\n  url: 3", "4:3: source.url is not text; put it in quotes"),
        ("title: a: b", "2:9: front matter: mapping values are not allowed in this context; mend the line"),
        (
            "title: T\nentities:\n  - atlantis",
            "4:5: there is no entity atlantis; write content/entities/atlantis.md, or delete the line",
        ),
    ],
)
def test_front_matter_of_an_article(docs, front, finding):
    assert found(docs, articles__a=f"---\n{front}\n---\nText\n") == [f"articles/a.md:{finding}"]


def test_front_matter_of_an_entity(docs):
    assert found(docs, entities__x="---\ntitle: X\nkind: thing\nstatus: ok\n---\n") == [
        (
            "entities/x.md:3:1: kind is none of the values it can have; "
            "write 'person', 'organisation', 'place', 'event', 'work', 'product' or 'other'"
        ),
        "entities/x.md:4:1: status is none of the values it can have; write 'adopted', 'suggested' or 'rejected'",
    ]


def test_other_pages_may_say_what_they_like(docs):
    about = "---\ntitle: About\nhide: [toc]\nsearch:\n  exclude: true\n---\n"
    assert found(docs, about=about, plain="# Plain\n\n---\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "\n---\ntitle: T\n---\nText\n",
        "---\ntitle: T\n\nText\n",
        "---\ntitle: T\n---",
        "---\ntitle: T\ndate: 2024-04-31\n---\n",
    ],
)
def test_yaml_that_mkdocs_would_print(docs, text):
    (finding,) = found(docs, about=text)
    assert finding.startswith("about.md:1:1: MkDocs cannot read the front matter and would print it")


def test_the_same_id_twice(docs):
    (finding,) = found(docs, articles__a=ARTICLE, articles__b=ARTICLE)
    assert finding.startswith("articles/b.md:4:1: has the same id as articles/a.md")


def test_blocks_that_were_edited_or_broken(docs):
    text = page.render(Draft(address="a.md", front={"title": "T"}, parts=(Block("list", "- A"), Block("pages", "x"))))
    (finding,) = found(docs, a=text.replace("- A", "- B"))
    assert finding.startswith("a.md:6:1: the block list was edited")
    (finding,) = found(docs, a=text.replace("<!-- broadsheet:pages -->\n", ""))
    assert finding.startswith("a.md:15:1: a marker of a block stands without its partner")


def test_links_to_missing_pages_outside_code(docs):
    findings = found(
        docs,
        a="[x](b.md) and [y](sub/c.md#top)\n\n    `[z](d.md)`\n\n```\n[z](d.md)\n```\n\n[e](https://example.org/x.md)\n",
        b="[a](a.md) [self](b.md) [spaced](with%20space.md)\n",
    )
    assert findings == [
        "a.md:1:19: links to sub/c.md, which is no page; mend the link or take it out",
        "b.md:1:33: links to with%20space.md, which is no page; mend the link or take it out",
    ]
    assert check(docs, links=False) == []


def test_a_page_that_is_not_utf8(docs):
    assert found(docs, a=b"one\ntwo \xff\n") == ["a.md:2:1: is not UTF-8; save it as UTF-8"]


def test_checking_again_looks_only_at_what_changed(docs, monkeypatch):
    memory = Memory()
    found(docs, a="x\n", b="[c](c.md)\n")
    assert len(check(docs, memory)) == 1
    looked = []
    import broadsheet.archive.check as checking

    real = checking.examine
    monkeypatch.setattr(checking, "examine", lambda address, *rest: looked.append(address) or real(address, *rest))
    assert len(check(docs, memory)) == 1
    (docs / "c.md").write_text("y\n", encoding="utf-8")
    assert check(docs, memory) == []
    assert looked == ["c.md"]
    (docs / "c.md").unlink()
    assert len(check(docs, memory)) == 1


def test_the_schema_is_a_json_schema_and_tells_kinds_of_page_apart():
    schema = page_schema()
    json.dumps(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    article = yaml.safe_load(front_matter.write(article_page.front(Article(id="a", title="T", body=""), ["x"])))
    assert validator.is_valid(article)
    assert not validator.is_valid(article | {"tags": "x"})
    assert validator.is_valid(article | {"retracted": {"date": "2024-05-01", "reason": "It was made up."}})
    assert validator.is_valid(article | {"history": [{"day": "2024-05-01", "what": "title", "was": "Before"}]})
    assert not validator.is_valid(article | {"history": [{"day": "2024-05-01", "what": "mood"}]})
    assert validator.is_valid({"template": "other.html", "tags": "x"})
    assert not validator.is_valid({"template": "entity.html", "title": "X", "kind": "thing"})


def test_the_schema_knows_every_key_that_an_article_page_carries():
    assert set(ArticleFront.model_fields) == {
        *(
            "title",
            "description",
            "date",
            "authors",
            "topics",
            "tags",
            "template",
            "id",
            "url",
            "source",
            "also_at",
            "language",
        ),
        *("updated", "retrieved", "section", "entities", "named", "image", "rights", "origin", "removed", "extra"),
        *("retracted", "history", "fingerprint"),
    }


@given(text=st.text(alphabet=st.sampled_from("ab-:\n\r \"'[]{}#&*!|>%@`~\ufeff\x00<()m.d")) | st.binary())
def test_no_page_stops_the_check(tmp_path_factory, text):
    docs = tmp_path_factory.mktemp("docs")
    (docs / "a.md").write_bytes(text.encode() if isinstance(text, str) else text)
    (docs / "b.md").write_bytes(b"---\n" + (text.encode() if isinstance(text, str) else text) + b"\n---\n")
    check(docs)
    archive.load(docs)
