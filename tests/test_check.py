"""`broadsheet check`: each fault of a page, with its line and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet import archive
from broadsheet.archive import article_page, page, survey
from broadsheet.archive.check import Memory, check
from broadsheet.archive.draft import Block, Draft
from broadsheet.archive.schema import ArticleFront
from broadsheet.engine import Engine
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
        Draft(address="index.md", front={"title": "Home"}, parts=("[x](entities/ukraine.md)",)),
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
        (
            "title: T\nlanguage: xxx",
            "3:1: language is none that is registered, and is told nowhere; write it as fr or pt-BR",
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


def test_the_same_id_twice(docs):
    (finding,) = found(docs, articles__a=ARTICLE, articles__b=ARTICLE)
    assert finding.startswith("articles/b.md:4:1: has the same id as articles/a.md")


def test_entities_that_share_an_id(docs):
    entity = "---\ntitle: Ukraine\nid: ukraine\n---\n"
    (finding,) = found(docs, entities__ukraine=entity, entities__ukraine_2=entity)
    assert finding.startswith("entities/ukraine_2.md:3:1: has the same id as entities/ukraine.md")


def test_of_pages_with_one_id_the_one_that_is_asked_about_is_told(docs):
    found(docs, articles__a=ARTICLE, articles__b=ARTICLE)
    (finding,) = check(docs, asked={"articles/a.md"})
    assert str(finding).startswith("content/articles/a.md:4:1: has the same id as articles/b.md")
    assert check(docs, asked={"articles/c.md"}) == []


def test_a_list_of_entities_may_name_only_entities(docs):
    listed = "---\ntitle: T\nentities:\n  - az\n  - kyiv\n  - kiev\n  - odd\n---\n"
    findings = found(
        docs,
        articles__a=listed,
        entities__az="---\ntitle: A to Z\ntemplate: list.html\n---\n",
        entities__kyiv="---\ntitle: Kyiv\n---\n",
        entities__kiev="---\ntitle: Kiev\ntemplate: redirect.html\nredirect: entities/kyiv.md\n---\n",
        entities__odd="---\ntitle: a: b\n---\n",
    )
    assert [one.split(";")[0] for one in findings] == [
        "articles/a.md:4:5: there is no entity az",
        "entities/odd.md:2:9: front matter: mapping values are not allowed in this context",
    ]


def test_the_id_of_an_entity_is_found_where_it_stands(docs):
    (finding,) = found(
        docs, articles__a="---\ntitle: Us\nentities:\n  - usa\n  - us\n---\n", entities__usa="---\ntitle: USA\n---\n"
    )
    assert finding.startswith("articles/a.md:5:5: there is no entity us;")


def redirect(target):
    return f"---\ntitle: Old\ntemplate: redirect.html\nredirect: {target}\n---\n"


@pytest.mark.parametrize(
    ("target", "finding"),
    [
        ("new.md", None),
        ("sub/new.md", None),
        ("a.md", "a.md:4:1: sends readers to itself"),
        ("gone.md", "a.md:4:1: sends readers to gone.md, which is no page"),
        ("b.md", "a.md:4:1: sends readers to b.md, which sends them on; write `redirect: new.md`"),
        ("picture.png", "a.md:4:1: redirect is not written as it should be"),
        ("../new.md", "a.md:4:1: redirect is not written as it should be"),
        ("/new.md", "a.md:4:1: redirect is not written as it should be"),
        ("https://example.org/new.md", "a.md:4:1: redirect is not written as it should be"),
        ("new.md#top", "a.md:4:1: redirect is not written as it should be"),
        ("//new.md", "a.md:4:1: redirect is not written as it should be"),
        ('"\\t//new.md"', "a.md:4:1: redirect is not written as it should be"),
        ('" new.md"', "a.md:4:1: redirect is not written as it should be"),
        ('"new.md\\n"', "a.md:4:1: redirect is not written as it should be"),
        ('"%2f%2fnew.md"', "a.md:4:1: redirect is not written as it should be"),
        ("sub//new.md", "a.md:4:1: redirect is not written as it should be"),
        ("sub/../new.md", "a.md:4:1: redirect is not written as it should be"),
        ("sub/./new.md", "a.md:4:1: redirect is not written as it should be"),
        ('"\\x01sub/new.md"', "a.md:4:1: redirect is not written as it should be"),
        ("3", "a.md:4:1: redirect is not text; put it in quotes"),
    ],
)
def test_redirects(docs, target, finding):
    findings = found(docs, a=redirect(target), b=redirect("new.md"), new="# New\n", sub__new="# New\n")
    assert [one.startswith(finding) for one in findings] == [True] if finding else findings == []


def test_redirects_in_a_circle(docs):
    findings = found(docs, a=redirect("b.md"), b=redirect("c.md"), c=redirect("b.md"))
    assert [one.split(";")[0] for one in findings] == [
        "a.md:4:1: sends readers to b.md, which leads round in a circle",
        "b.md:4:1: sends readers to c.md, which leads round in a circle",
        "c.md:4:1: sends readers to b.md, which leads round in a circle",
    ]


def test_a_redirect_needs_a_target(docs):
    (finding,) = found(docs, a="---\ntitle: Old\ntemplate: redirect.html\n---\n")
    assert finding == "a.md:2:1: redirect is missing; add it"


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
        "a.md:1:19: links to sub/c.md#top, which is no page; mend the link or take it out",
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
    import broadsheet.archive.survey as surveying

    real = surveying.examine
    monkeypatch.setattr(surveying, "examine", lambda address, *rest: looked.append(address) or real(address, *rest))
    assert len(check(docs, memory)) == 1
    (docs / "c.md").write_text("y\n", encoding="utf-8")
    assert check(docs, memory) == []
    assert looked == ["c.md"]
    (docs / "c.md").unlink()
    assert len(check(docs, memory)) == 1


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
            "no_longer_at",
            "language",
        ),
        *(
            "updated",
            "retrieved",
            "section",
            "story",
            "not_same_story",
            "entities",
            "meant",
            "named",
            "image",
            "rights",
            "origin",
            "removed",
            "extra",
        ),
        *("retracted", "history", "fingerprint"),
    }


@given(text=st.text(alphabet=st.sampled_from("ab-:\n\r \"'[]{}#&*!|>%@`~\ufeff\x00<()m.d")) | st.binary())
def test_no_page_stops_the_check(tmp_path_factory, text):
    docs = tmp_path_factory.mktemp("docs")
    (docs / "a.md").write_bytes(text.encode() if isinstance(text, str) else text)
    (docs / "b.md").write_bytes(b"---\n" + (text.encode() if isinstance(text, str) else text) + b"\n---\n")
    check(docs)
    archive.load(docs)


def test_two_processes_find_what_one_finds(tmp_path, monkeypatch):
    for number in range(8):
        (tmp_path / f"{number}.md").write_text(
            f"---\ntitle: [{number}\n---\n\n# {number}\n\n[x](gone-{number}.md)\n", "utf-8"
        )
    monkeypatch.setattr(survey, "_WORTH_IT", 2)
    monkeypatch.setattr(survey, "_TASK", 3)
    found = []
    for jobs in ("1", "2"):
        monkeypatch.setenv("BROADSHEET_JOBS", jobs)
        memory = Memory()
        surveyed = survey.survey(tmp_path, memory, Engine(), shown="content")
        found.append((surveyed.pages, memory.pages))
    assert found[0] == found[1]
    assert all(one.findings for one in found[0][0].values())
