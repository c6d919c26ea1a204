"""What the archive says for machines: ninjs, entities, schema.org, citations."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from broadsheet import addresses
from broadsheet.archive.draft import Draft
from broadsheet.model import Change, Copy, Image, Story
from broadsheet.outputs import drafts
from broadsheet.outputs.article_pages import article_pages
from broadsheet.outputs.entity_pages import entity_pages
from broadsheet.outputs.exports import article_exports, entity_exports
from broadsheet.outputs.exports.entities import LATEST
from broadsheet.outputs.licences import licence
from broadsheet.outputs.schema_org import MOST
from broadsheet.sources import ninjs
from broadsheet.sources.schema import record_schema
from editions import article, edition, entity, texts
from small_edition import small_edition

GEOJSON = Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema"})
NINJS = Draft202012Validator(
    json.loads((Path(__file__).parent / "data" / "exports" / "ninjs-schema_3.1.json").read_text("utf-8")),
    registry=Registry().with_resource("https://geojson.org/schema/GeoJSON.json", GEOJSON),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
RECORD = Draft202012Validator(record_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "--> <!-- broadsheet:about -->",
    "<!-- /broadsheet:cite sum:00000000 -->",
    "```\n# out of it\n```",
    "~~~ {: .x }",
    "}} \\end{x} {{ { % $ # & _ ^ ~",
    'a "quoted" \\ back',
    "line\nAU  - Nobody\nER  - \nTY  - NEWS",
    "half \ud800 pair \x00 bell \x07",
    "]]> & &amp; &lt;",
    "\u202eturned\u2028",
)
UKRAINE = "https://example.org/archive/entities/ukraine/"


def exported(one):
    return {draft.address: draft.text for draft in (*article_exports(one), *entity_exports(one))}


def linked(page):
    (found,) = re.findall(r"<!-- linked-data: (.*) :linked-data -->", page)
    return json.loads(found)


def pages(one):
    return texts((*article_pages(one), *entity_pages(one)))


def hostile(text):
    fields = ("source", "source_url", "url", "description", "language", "rights", "section")
    one = article(
        text,
        text,
        id="it",
        day="2024-04-16",
        updated="2024-04-17",
        retrieved="2024-04-18",
        authors=(text, text),
        topics=(text,),
        image=Image.model_construct(url=text, alt=text, credit=text),  # even what no record could say
        also_at=(Copy(name=text, url=text, title=f"{text}!", published=dt.date(2024, 4, 20), topics=(text,)),),
        history=(Change(dt.date(2024, 4, 17), "title", text),),
        **dict.fromkeys(fields, text),
    )
    return edition([one], [entity(text, id="that", aliases=(text + "2",))], site_name=text)


@pytest.mark.parametrize(
    ("tag", "langid"),
    [("en", "english"), ("pt-BR", "brazilian"), ("zh-Hant", "chinese"), ("fa", "persian"), ("tlh", "")],
)
def test_bibtex_calls_a_language_as_babel_does(tag, langid):
    bibtex, *_ = citations(pages(edition([article("T", language=tag)]))["articles/undated/t.md"])
    assert ("langid" in bibtex) == bool(langid)
    assert not langid or f"  langid = {{{langid}}},\n" in bibtex


def test_the_plain_citation_of_an_undated_article_says_so_and_when_it_was_read():
    (page,) = (
        text
        for address, text in pages(edition([article("T", source="S", retrieved="2024-04-16")])).items()
        if address.startswith("articles/")
    )
    assert "T. *S*, n.d. Accessed on 16 April 2024." in page


def test_every_article_is_a_ninjs_item():
    one = small_edition()
    made = exported(one)
    for each in (*one.articles, *one.retracted):
        item = json.loads(made["data/" + each.address.removesuffix(".md") + ".json"])
        NINJS.validate(item)
        assert item["title"] == each.title


def test_every_article_is_a_record_as_exact_as_it_is_known():
    one = small_edition()
    lines = [json.loads(line) for line in exported(one)["data/archive.jsonl"].splitlines()]
    for line in lines:
        RECORD.validate(line)
    copies = sum(len(each.also_at) for each in one.articles)
    assert len(lines) == len(one.articles) + len(one.retracted) + copies
    known = {each.id: each for each in (*one.articles, *one.retracted)}
    for line in lines:
        if (each := known.get(line.get("id"))) is None:
            continue
        assert line.get("published") == (each.published.isoformat() if each.published else None)
        assert tuple(line.get("authors", ())) == each.authors
        assert line.get("url") == each.url


def test_a_copy_is_a_record_with_its_own_headline_date_and_topics():
    copies = (
        Copy(name="B", url="https://b.example/1", title="Rains", published=dt.date(2026, 5, 3), topics=("Weather",)),
        Copy(name="C", url="https://c.example/1", retrieved=dt.date(2026, 5, 4)),
    )
    rain = article("Rain", "It rained.", day="2026-05-01", source="A", topics=("News",), also_at=copies)
    own, dated, fetched = map(json.loads, exported(edition([rain]))["data/archive.jsonl"].splitlines())
    assert (own["published"], own["topics"]) == ("2026-05-01", ["News"])
    assert (dated["title"], dated["published"], dated["topics"]) == ("Rains", "2026-05-03", ["Weather"])
    assert (fetched["title"], fetched["retrieved"], fetched["body"]) == ("Rain", "2026-05-04", "It rained.")
    assert fetched.keys().isdisjoint({"published", "topics"})


def test_an_article_says_nothing_of_a_date_that_nobody_knows():
    bare = edition([article("Bare", retrieved="2024-04-16")])
    made = exported(bare)
    item = json.loads(next(text for address, text in made.items() if address.startswith("data/articles/")))
    assert not {"firstCreated", "versionCreated", "contentCreated"} & item.keys()
    assert json.loads(made["data/archive.jsonl"])["retrieved"] == "2024-04-16"
    assert "published" not in json.loads(made["data/archive.jsonl"])


def test_an_item_says_what_the_article_says():
    item = json.loads(exported(small_edition())["data/articles/2024/04/16/un-chief-visits-kyiv.json"])
    assert item["uri"] == "https://example.org/archive/articles/2024/04/16/un-chief-visits-kyiv/"
    assert item["firstCreated"] == "2024-04-16T08:32:00Z"
    assert item["versionCreated"] == "2024-04-17T00:00:00Z"
    assert item["version"] == "4"
    assert item["by"] == "Ada Martin, Bo *Stern*"
    assert item["bodies"][0]["value"].endswith("He said: “The UN stands with Ukraine.”")
    assert item["infoSources"][0] == {"name": "Example Times", "role": "publisher", "uri": "https://times.example.org/"}
    assert {place["name"]: place["rel"] for place in item["places"]} == {"Kyiv": "about", "Ukraine": "mentions"}
    assert item["places"][1]["uri"] == UKRAINE
    assert item["subjects"][0] == {"name": "War in Ukraine", "rel": "about"}


def test_an_item_can_be_fed_in_again():
    one = small_edition()
    made = exported(one)
    for each in (*one.articles, *one.retracted):
        (record,) = ninjs.records(json.loads(made[f"data/{each.address.removesuffix('.md')}.json"]))
        assert record["title"] == each.title
        assert bool(record.get("retracted")) is bool(each.retracted)
        assert tuple(record.get("authors", ())) == each.authors
        assert record.get("source", {}) == {
            name: value for name, value in (("name", each.source), ("url", each.source_url)) if value
        }
        assert record["url"] == each.url or not each.url


def test_a_retracted_article_is_canceled_and_has_no_text():
    item = json.loads(exported(small_edition())["data/articles/2024/04/15/minister-resigns-over-letter.json"])
    assert item["pubStatus"] == "canceled"
    assert item["version"] == "2"
    assert "bodies" not in item


def test_an_entity_says_what_it_is_called_and_where_it_is_named():
    made = exported(small_edition())
    found = json.loads(made["data/entities/ukraine.json"])
    assert found["names"]["uk"] == ["Україна"]
    assert found["named"]["articles"] == len(found["articles"])
    assert found["named"]["last"] == "2024-04-16"
    assert found["url"] == UKRAINE
    listed = {one["id"]: one for one in json.loads(made["data/entities.json"])}
    assert listed["israel"]["sameAs"] == ["https://www.wikidata.org/wiki/Q801"]
    assert "articles" not in listed["ukraine"]
    assert listed["rana-plaza"]["status"] == "suggested"


def test_an_entity_that_everybody_names_lists_its_latest_articles_and_says_how_many_there_are():
    many = edition(
        [article(f"Number {place}", "Ukraine, Ukraine", day="2024-01-01") for place in range(LATEST + 20)],
        [entity("Ukraine")],
    )
    found = json.loads(exported(many)["data/entities/ukraine.json"])
    assert len(found["articles"]) == LATEST
    assert found["named"] == {
        "times": 2 * (LATEST + 20),
        "articles": LATEST + 20,
        "first": "2024-01-01",
        "last": "2024-01-01",
    }


@pytest.mark.parametrize("settings", [{}, {"site_url": ""}])
def test_nothing_and_little_are_exported_too(settings):
    assert exported(edition(**settings)) == {"data/archive.jsonl": "", "data/entities.json": "[]\n"}
    bare = edition([article("Bare", language=None)], [entity("Nobody")], **settings)
    assert json.loads(exported(bare)["data/archive.jsonl"]) == {"id": "bare", "title": "Bare", "body": "Text."}
    assert json.loads(exported(bare)["data/entities/nobody.json"])["named"] == {"times": 0, "articles": 0}


def test_a_site_exports_what_it_asks_for():
    assert exported(small_edition(exports=())) == {}
    assert [*exported(small_edition(exports=("archive",)))] == ["data/archive.jsonl"]
    page = pages(small_edition(exports=()))["articles/2024/04/16/un-chief-visits-kyiv.md"]
    assert ".json)" not in page


def test_an_article_says_in_schema_org_s_words_what_it_is():
    found = linked(pages(small_edition())["articles/2024/04/16/un-chief-visits-kyiv.md"])
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == "UN chief visits Kyiv"
    assert found["datePublished"] == "2024-04-16T10:32:00+02:00"
    assert found["isBasedOn"] == "https://times.example.org/2024/un-kyiv?a=1&copy;=2"
    assert found["author"][0] == {"@type": "Person", "name": "Ada Martin"}
    assert found["publisher"]["name"] == "Example Times"
    assert {one["name"] for one in found["about"]} == {"Kyiv", "United Nations"}
    mentions = {one["name"]: one for one in found["mentions"]}
    assert mentions["Ukraine"] == {"@type": "Place", "@id": UKRAINE, "name": "Ukraine"}
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [one["@type"] for one in found["correction"]] == ["CorrectionComment"] * 3
    assert found["correction"][0]["text"] == "headline changed; before: 'UN chief *may* visit <Kyiv>'"
    assert all(isinstance(one, str | list | dict) for one in found.values())


def test_copies_at_other_outlets_are_examples_of_the_same_work():
    copies = (
        Copy(name="B", url="https://b.example/1", title="Rains", published=dt.date(2026, 5, 3)),
        Copy(name="C", retrieved=dt.date(2026, 5, 4)),
        *(Copy(name=f"Paper {n}", url="javascript:alert(1)") for n in range(MOST)),
    )
    rain = article("Rain", "It rained.", day="2026-05-01", source="A", url="https://a.example/1", also_at=copies)
    one = edition([rain])
    found = linked(pages(one)[rain.address])
    assert (found["publisher"]["name"], found["isBasedOn"]) == ("A", "https://a.example/1")
    assert found["workExample"][:3] == [
        {
            "@type": "NewsArticle",
            "url": "https://b.example/1",
            "headline": "Rains",
            "datePublished": "2026-05-03",
            "inLanguage": "en",
            "publisher": {"@type": "NewsMediaOrganization", "name": "B"},
        },
        *(
            {
                "@type": "NewsArticle",
                "headline": "Rain",
                "inLanguage": "en",
                "publisher": {"@type": "NewsMediaOrganization", "name": name},
            }
            for name in ("C", "Paper 0")
        ),
    ]
    assert len(found["workExample"]) == MOST


def test_an_entity_says_in_schema_org_s_words_what_it_is():
    found = linked(pages(small_edition())["entities/iron-dome.md"])
    assert found["@type"] == "Product"
    assert found["sameAs"] == "https://www.wikidata.org/entity/Q1140138"
    assert found["alternateName"] == ["Dôme de fer"]


HOME = "https://example.org/archive/"
SITE = {"@type": "WebSite", "@id": HOME, "url": HOME, "name": "The Archive"}


def listed(said):
    items = said["mainEntity"]["itemListElement"]
    assert [one["position"] for one in items] == list(range(1, len(items) + 1))
    assert {one["@type"] for one in items} == {"ListItem"}
    return [one["url"].removeprefix(HOME) for one in items]


def whole(one):
    """Every page of a site that has linked data, by address."""
    made = texts(draft for draft in drafts(one) if isinstance(draft, Draft))
    return {address: page for address, page in made.items() if "linked-data: " in page}


@pytest.mark.parametrize(
    ("page", "name", "first"),
    [
        ("topics/war-in-ukraine.md", "War in Ukraine", "articles/2024/04/16/un-chief-visits-kyiv/"),
        ("topics/index.md", "Topics", "topics/c/"),
        ("sources/example-times.md", "Example Times", "articles/2024/04/16/un-chief-visits-kyiv/"),
        ("authors/index.md", "Authors", "authors/ada-martin/"),
        ("languages/ja.md", "Japanese", "articles/2024/04/16/guolianshi"),
        ("archive/2024/04.md", "Archive, April 2024", "articles/2024/04/16/un-chief-visits-kyiv/"),
        ("entities/kind/place.md", "Places", "entities/"),
        ("editions/index.md", "Editions", "editions/2024/2024-04-16/"),
        ("editions/2024/2024-04-16.md", "Tuesday 16 April 2024", "articles/2024/04/16/"),
        ("editions/2024/2024-W16.md", "Week 16, 15 – 21 Apr 2024", "articles/2024/04/1"),
        ("editions/2024/2024-04.md", "April 2024", "articles/2024/04/"),
    ],
)
def test_a_list_says_in_schema_org_s_words_what_it_lists(page, name, first):
    said, trail = linked(whole(small_edition())[page])
    assert (said["@type"], said["name"], said["isPartOf"]) == ("CollectionPage", name, SITE)
    assert listed(said)[0].startswith(first)
    assert said["url"] == addresses.public(page, HOME)
    assert trail["@type"] == "BreadcrumbList"


def test_a_story_says_which_articles_tell_it_from_when_to_when_and_of_whom():
    plain = small_edition()
    ids = tuple(one.id for one in plain.articles[:3])
    story = Story(id="winter", address="stories/2024/winter.md", title="Winter", articles=ids)
    one = type(plain)(plain.config, plain.articles, plain.entities, plain.mentions, stories=(story,))
    made = whole(one)
    said, _ = linked(made["stories/2024/winter.md"])
    assert listed(said) == [addresses.public(each.address, HOME).removeprefix(HOME) for each in plain.articles[:3]]
    assert said["temporalCoverage"] == "2024-04-16"
    assert {"@type": "Place", "@id": UKRAINE, "name": "Ukraine"} in said["mentions"]
    assert listed(linked(made["stories/index.md"])[0]) == ["stories/2024/winter/"]
    article, _ = linked(made[plain.articles[0].address])
    assert article["isPartOf"] == {"@type": "CollectionPage", "@id": HOME + "stories/2024/winter/", "name": "Winter"}


def test_the_home_page_says_how_the_site_is_searched():
    said = linked(whole(small_edition())["index.md"])
    assert {key: said[key] for key in SITE} == SITE
    assert said["potentialAction"]["target"] == HOME + "search/?q={words}"


def test_each_page_says_the_way_down_to_it():
    made = whole(small_edition())
    _, trail = linked(made["articles/2024/04/16/un-chief-visits-kyiv.md"])
    steps = [(one["name"], one.get("item", HOME).removeprefix(HOME)) for one in trail["itemListElement"]]
    assert steps == [
        ("Home", ""),
        ("Archive", "archive/"),
        ("2024", "archive/2024/"),
        ("April", "archive/2024/04/"),
        ("16 April", "editions/2024/2024-04-16/"),
        ("UN chief visits Kyiv", ""),
    ]
    for address, page in made.items():
        found = linked(page)
        said = [one["@type"] for one in (found if isinstance(found, list) else [found])]
        assert ("BreadcrumbList" in said) == (address != "index.md")


def test_a_site_without_an_address_lists_none():
    made = whole(small_edition(site_url=""))
    assert not any("BreadcrumbList" in page or "ItemList" in page for page in made.values())
    assert linked(made["index.md"])["@type"] == "WebSite"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_gets_out_of_a_list_or_a_trail(text):
    for page in whole(hostile(text)).values():
        comment = page.partition("<!-- linked-data: ")[2].partition(" :linked-data -->")[0]
        assert not re.search("[<>&\u2028]|--", comment)
        linked(page)


def test_an_article_with_three_hundred_names_tells_some_of_them():
    names = [f"Name {chr(65 + place // 26)}{chr(97 + place % 26)}" for place in range(300)]
    found = linked(pages(edition([article("T", " and ".join(names))], map(entity, names)))["articles/undated/t.md"])
    assert len(found["mentions"]) == MOST


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_gets_out_of_its_place(text):
    one = hostile(text)
    for address, written in exported(one).items():
        if address.startswith("data/articles/"):
            NINJS.validate(json.loads(written))
        for line in written.rstrip("\n").split("\n") if address.endswith(".jsonl") else [written]:
            json.loads(line)
    for address, page in pages(one).items():
        comment = page.partition("<!-- linked-data: ")[2].partition(" :linked-data -->")[0]
        assert not re.search("[<>&\u2028]|--", comment)
        linked(page)
        if address.startswith("articles/"):
            assert page.count("\n```text\n") == page.count("\n```\n") == 3
            assert "<!-- broadsheet:" not in page.partition("<!-- broadsheet:cite -->")[2].partition("<!-- /broad")[0]


def citations(page):
    block = page.partition("<!-- broadsheet:cite -->")[2].partition("<!-- /broadsheet:cite")[0]
    return re.findall(r"```text\n(.*?)\n```\n", block, re.DOTALL)


def test_citations_say_who_wrote_what_when_and_where():
    bibtex, ris, csl = citations(pages(small_edition())["articles/2024/04/16/un-chief-visits-kyiv.md"])
    assert bibtex.startswith("@misc{un-chief-visits-kyiv-20240416,\n  title = {{UN chief visits Kyiv}},\n")
    assert "  author = {{Ada Martin} and {Bo *Stern*}}," in bibtex
    assert "  url = {https://times.example.org/2024/un-kyiv?a=1&copy;=2}," in bibtex
    assert "AU  - Ada Martin\nAU  - Bo *Stern*\nT2  - Example Times\nPY  - 2024\nDA  - 2024/04/16/\n" in ris
    assert ris.endswith("\nER  - ")
    (item,) = json.loads(csl)
    assert item["author"] == [{"literal": "Ada Martin"}, {"literal": "Bo *Stern*"}]
    assert item["issued"] == {"date-parts": [[2024, 4, 16]]}
    assert item["archive_location"].startswith("https://example.org/archive/articles/")


def test_a_citation_in_plain_words_stands_first():
    page = pages(small_edition())["articles/2024/04/16/un-chief-visits-kyiv.md"]
    plain = page.partition("<summary>Cite this article</summary>\n\n")[2].partition("\n")[0]
    assert plain.startswith(r"Ada Martin, Bo \*Stern\*. UN chief visits Kyiv. *Example Times*, 16 April 2024. [https")
    assert "(https://example.org/archive/articles/2024/04/16/un-chief-visits-kyiv/)." in plain
    bare = pages(edition([article("Bare", language=None)], site_url=""))["articles/undated/bare.md"]
    assert "</summary>\n\nBare. n.d.\n\nBibTeX\n" in bare


def test_the_same_headline_on_one_day_has_a_key_for_each_page():
    for address, key in {
        "articles/2024/04/16/rain.md": "rain-20240416",
        "articles/2024/04/16/rain-2.md": "rain-2-20240416",
        "articles/2024/04/17/rain.md": "rain-20240417",
        "articles/undated/rain.md": "rain",
        "articles/2024/04/16/Kyiv, {rain}.md": "kyiv-rain-20240416",
    }.items():
        one = edition([article("Rain", day="2024-05-01", address=address)])
        assert citations(pages(one)[address])[0].startswith(f"@misc{{{key},\n")


def test_no_letter_of_an_address_means_anything_to_latex():
    one = edition([article("T", url="https://x.example/a_b", id="t")], site_url="https://x.example/my_site/%7Eme/")
    (bibtex, *_) = citations(pages(one)["articles/undated/t.md"])
    assert r"  note = {The Archive, https://x.example/my\_site/\%7Eme/articles/undated/t/}," in bibtex
    assert "  url = {https://x.example/a_b}," in bibtex


def test_citations_leave_out_what_is_not_known():
    bibtex, ris, csl = citations(
        pages(edition([article("Bare", language=None)], site_url=""))["articles/undated/bare.md"]
    )
    assert bibtex == "@misc{bare,\n  title = {{Bare}},\n}"
    assert ris == "TY  - NEWS\nID  - bare\nTI  - Bare\nDB  - The Archive\nER  - "
    assert set(json.loads(csl)[0]) == {"id", "type", "title", "archive"}


@pytest.mark.parametrize("text", HOSTILE)
def test_citations_hold_any_text(text):
    (page,) = (page for address, page in pages(hostile(text)).items() if address.startswith("articles/"))
    bibtex, ris, csl = citations(page)
    assert _depth(bibtex) == 0
    assert re.fullmatch(r"(?:[A-Z][A-Z0-9]  - .+\n)+ER  - ", ris)
    assert ris.count("TY  - NEWS\n") == 1
    assert json.loads(csl)[0]["type"] == "article-newspaper"


def _depth(bibtex):
    """How many braces are left open, as BibTeX counts them; never fewer than none on the way."""
    depth = 0
    for letter in bibtex:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    return depth


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("CC BY 4.0, Example Times", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("Text: https://creativecommons.org/licenses/by-nc/2.5/deed.fr.", "https://creativecommons.org/licenses/by-nc/2.5/deed.fr"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY 4.0 or CC BY-SA 4.0", ""),
        ("All rights reserved", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_a_licence_is_found_where_one_is_named(said, address):
    assert licence(said) == address
