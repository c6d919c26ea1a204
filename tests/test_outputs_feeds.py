"""The feeds: what a feed reader finds in them."""

import datetime as dt
import html
import json
import re
import warnings
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet import addresses
from broadsheet.cli import main
from broadsheet.model import Copy, Image, Story
from broadsheet.outputs.article_pages import article_pages
from broadsheet.outputs.entity_pages import entity_pages
from broadsheet.outputs.feeds import feeds
from broadsheet.outputs.feeds.channels import LATEST, LATEST_OF_ONE
from broadsheet.outputs.feeds.entry import MOST_COPIES
from broadsheet.outputs.moments import rfc822, rfc3339
from broadsheet.outputs.uris import uri
from broadsheet.outputs.xml_text import clean
from editions import article, edition, entity, moment
from small_edition import small_edition

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser

FORMS = ("atom", "rss", "json")
SCRIPTS = (
    "Zürich",
    "Київ",
    "Αθήνα",
    "القاهرة",
    "ירושלים",
    "北京",
    "東京",
    "서울",
    "กรุงเทพ",
    "दिल्ली",
    "ერევანი",
    "አዲስ አበባ",
)
HOSTILE = (
    "<b>x</b> & y",
    "]]>",
    "&lt;b&gt;",
    "&amp;amp;",
    "<script>alert(1)</script>",
    "a <!-- b --> c",
    "q\"uo'te",
    "AT&T & R&D",
    "&copy; &#60; &nosuch;",
    "half \ud800 pair",
    "bell \x07 and \x85 end",
    "\u202eturned\u202c",
    "1 < 2 > 0",
    "  spaces  and\ttabs ",
    "\x00",
    "\ufdd0\U0001ffff",
)


def texts(one):
    return {draft.address: draft.text for draft in feeds(one)}


def parsed(text):
    read = feedparser.parse(text.encode(), sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    return read


def site_feed(one):
    return parsed(texts(one)["feed.xml"])


def shown(said):
    """A text of an entry as a reader shows it."""
    return html.unescape(said.value) if said.type == "text/html" else said.value


def words(text):
    return clean(text).split() or ["–"]


def test_the_latest_articles_are_in_it_newest_first():
    read = site_feed(small_edition())
    titles = [entry.title for entry in read.entries]
    assert titles[:2] == ["UN chief visits Kyiv", "国連事務総長がキーウを訪問"]
    assert "Undated too" not in titles
    first = read.entries[0]
    assert first.link == "https://example.org/archive/articles/2024/04/16/un-chief-visits-kyiv/"
    assert first.published == "2024-04-16T08:32:00Z"
    assert first.updated.startswith("2024-04-17T00:00:00.")
    assert read.feed.updated == "2024-04-17T00:00:00Z"
    assert [author.name for author in first.authors] == ["Ada Martin", "Bo *Stern*"]
    assert [tag.term for tag in first.tags] == ["War in Ukraine", "Diplomacy"]
    assert first.summary.startswith("António Guterres arrived in Kyiv on Tuesday.")
    assert first.rights == "CC BY 4.0, Example Times"
    links = {link.rel: link.href for link in first.links}
    assert links["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert links["via"].startswith("https://times.example.org/2024/un-kyiv")
    assert read.feed.title == "The Archive"
    assert read.version == "atom10"


def test_the_three_formats_say_the_same():
    made = texts(small_edition())
    atom, rss = parsed(made["feed.xml"]), parsed(made["feed.rss.xml"])
    json_feed = json.loads(made["feed.json"])
    assert (
        [one.id for one in atom.entries] == [one.id for one in rss.entries] == [one["id"] for one in json_feed["items"]]
    )
    for one, other, third in zip(atom.entries, rss.entries, json_feed["items"], strict=True):
        assert one.link == other.link == third["url"]
        assert shown(one.title_detail) == shown(other.title_detail) == third["title"]
        assert shown(one.summary_detail) == html.unescape(other.summary) == third["content_text"]
        assert [tag.term for tag in one.get("tags", ())] == [tag.term for tag in other.get("tags", ())]
        assert [author.name for author in one.get("authors", ())] == [name["name"] for name in third.get("authors", ())]
    assert rss.feed.link == atom.feed.link == json_feed["home_page_url"] == "https://example.org/archive/"
    assert json_feed["feed_url"] == "https://example.org/archive/feed.json"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("entities/ukraine.md", "Ukraine · The Archive"),
        ("topics/war-in-ukraine.md", "War in Ukraine · The Archive"),
        ("sources/example-times.md", "Example Times · The Archive"),
        ("authors/bo-stern.md", "Bo *Stern* · The Archive"),
        ("languages/ja.md", "Japanese · The Archive"),
        ("editions/index.md", "Editions · The Archive"),
        ("stories/winter.md", "Winter · The Archive"),
    ],
)
def test_there_is_one_for_each_thing_to_follow(page, title):
    made = texts(with_a_story())
    for form in FORMS:
        text = made[addresses.feed(page, form)]
        said = json.loads(text)["title"] if form == "json" else parsed(text).feed.title
        assert said == title
    read = parsed(made[addresses.feed(page)])
    assert read.entries
    links = {link.rel: link.href for link in read.feed.links}
    assert links["self"] == "https://example.org/archive/" + addresses.feed(page)
    leads_to = page.replace("stories/", "stories/2024/")
    assert links["alternate"] == addresses.public(leads_to, "https://example.org/archive/")
    listed = ET.fromstring(made["feeds.opml"])  # noqa: S314 - our own file
    assert links["self"] in {one.get("xmlUrl") for one in listed.iter("outline")}


def with_a_story():
    plain = small_edition()
    ids = tuple(one.id for one in plain.articles[:2])
    story = Story(id="winter", address="stories/2024/winter.md", title="Winter", articles=ids)
    return type(plain)(plain.config, plain.articles, plain.entities, plain.mentions, stories=(story,))


def test_every_feed_round_trips_through_feedparser_and_the_list_has_them_all():
    made = texts(with_a_story())
    listed = ET.fromstring(made.pop("feeds.opml"))  # noqa: S314 - our own file
    atoms = [address for address in made if address.endswith(".xml") and not address.endswith(".rss.xml")]
    home = "https://example.org/archive/"
    assert sorted(one.get("xmlUrl") for one in listed.iter("outline") if one.get("xmlUrl")) == sorted(
        home + address for address in atoms
    )
    for address in atoms:
        stem = address.removesuffix(".xml")
        atom, rss, third = parsed(made[address]), parsed(made[f"{stem}.rss.xml"]), json.loads(made[f"{stem}.json"])
        assert (atom.version, rss.version, third["version"][-3:]) == ("atom10", "rss20", "1.1")
        assert (
            [one.id for one in atom.entries] == [one.id for one in rss.entries] == [one["id"] for one in third["items"]]
        )
        for one in (*atom.entries, *rss.entries):
            assert one.link.startswith(home)
            assert one.title
            assert one.summary
        for one, other in zip(atom.entries, rss.entries, strict=True):
            assert re.match(r"\d{4}-", one.updated)
            assert one.get("published_parsed") == other.get("published_parsed")


def test_an_article_of_which_little_is_known_has_an_entry_and_links_that_hold():
    bare = article("", day="2024-01-01", language=None)
    # As a person may write on the page itself: links that lead on from there, and from nowhere else.
    linked = replace(bare, body="See [the old page](../old.md) and [this](/x).")
    made = texts(edition([linked]))
    for address in ("feed.xml", "feed.rss.xml"):
        (entry,) = parsed(made[address]).entries
        assert entry.title == "–"
        assert not entry.get("authors")
        assert entry.link.startswith("https://example.org/archive/")
        assert shown(entry.summary_detail).startswith("See the old page and this.")
        assert not re.search(r'(?:href|src)="(?!https://)|\]\(', made[address])
    assert '<entry xml:lang="">' in made["feed.xml"]
    (item,) = json.loads(made["feed.json"])["items"]
    assert {"title", "language", "authors"}.isdisjoint(item)


def test_an_article_that_was_only_fetched_is_not_said_to_be_published():
    made = texts(edition([replace(article("Flood", "It rose."), retrieved=dt.date(2024, 1, 1))]))
    for address in ("feed.xml", "feed.rss.xml"):
        (entry,) = parsed(made[address]).entries
        assert "published" not in entry
    (item,) = json.loads(made["feed.json"])["items"]
    assert "date_published" not in item
    assert item["date_modified"] == "2024-01-01T00:00:00Z"


def test_an_outlets_own_feed_has_its_copies_as_they_are_there():
    there = {"title": "Rains", "published": dt.date(2026, 5, 3), "topics": ("Weather",)}
    copies = (Copy(name="B", url="https://b.example/1", **there), Copy(name="C", url="https://c.example/1"))
    rain = article("Rain", day="2026-05-01", source="A", url="https://a.example/1", authors=("Ann",), also_at=copies)
    one = edition([rain, article("Snow", day="2026-05-02", source="B")])
    made = {address: parsed(text).entries for address, text in texts(one).items() if address.endswith(".xml")}
    copy, snow = made[addresses.feed(addresses.source("b"))]
    assert (copy.title, copy.author, copy.published[:10], snow.title) == ("Rains", "B", "2026-05-03", "Snow")
    assert [link.href for link in copy.links if link.rel == "via"] == ["https://b.example/1"]
    assert [tag.term for tag in copy.tags] == ["Weather"]
    (undated,) = made[addresses.feed(addresses.source("c"))]
    assert (undated.title, undated.author, undated.published[:10]) == ("Rain", "C", "2026-05-01")
    (own,) = made[addresses.feed(addresses.source("a"))]
    assert (own.title, own.author, own.published[:10]) == ("Rain", "Ann", "2026-05-01")
    assert len({copy.id, undated.id, own.id}) == 3
    assert copy.link == own.link


def test_a_language_that_there_is_not_is_told_nowhere():
    one = edition([article("Rain", day="2026-05-01", language="xxx")])
    made = texts(one)
    assert not one.by_language
    assert '<entry xml:lang="">' in made["feed.xml"]
    assert "xxx" not in "".join(made.values())
    (page,) = article_pages(one)
    assert page.front["language"] == "xxx"
    said = next(part.text for part in page.parts if getattr(part, "name", "") == "linked-data")
    assert "inLanguage" not in said.partition("NewsArticle")[2].partition("sdPublisher")[0]


def test_an_entry_names_the_other_outlets_of_its_text():
    copies = (Copy(name="B", url="https://b.example/1"), Copy(name="<i>C</i>", url="https://c.example/1"))
    copies += (Copy(name="D", url="no address"), *(Copy(name="E", url=f"https://e.example/{n}") for n in range(99)))
    rain = article("Rain", day="2026-05-01", source="A", url="https://a.example/1", also_at=copies)
    made = texts(edition([rain]))

    def related(address):
        (entry,) = parsed(made[address]).entries
        links = [link for link in entry.links if link.rel == "related"]
        return [(link.href, link.get("title")) for link in links][:3], len(links)

    b, c, a = (f"https://{one}.example/1" for one in "bca")
    assert related("feed.xml") == ([(b, "B"), (c, None), ("https://e.example/0", "E")], MOST_COPIES - 1)
    (item,) = json.loads(made["feed.json"])["items"]
    said = [{"name": "B", "url": b}, {"name": "<i>C</i>", "url": c}, {"name": "D"}]
    assert item["_broadsheet"]["also_at"][:3] == said
    # At an outlet of a copy, that of the article is one of the others.
    assert related(addresses.feed(addresses.source("b")))[0] == [(a, "A"), (c, None), ("https://e.example/0", "E")]


def test_what_is_only_suggested_has_them_and_stands_apart_in_the_list_of_all():
    made = texts(small_edition())
    (entry,) = parsed(made["feeds/entities/rana-plaza.xml"]).entries
    assert entry.title.startswith("A novel returns: 1984")
    groups = ET.fromstring(made["feeds.opml"]).findall("body/outline")  # noqa: S314 - our own file
    assert groups[-1].get("text") == "Suggested names"
    assert [one.get("title") for one in groups[-1]] == ["Rana Plaza · The Archive", "Škoda 15 cm · The Archive"]


def test_every_entity_with_a_page_has_its_feeds_and_its_page_links_to_them():
    made = texts(small_edition())
    for page in entity_pages(small_edition()):
        assert {addresses.feed(page.address, form) for form in FORMS} <= made.keys()
        assert f"[Feed](../{addresses.feed(page.address)})" in str(page.parts)


def test_a_site_may_do_without_those_of_suggested_names():
    one = small_edition(suggested_feeds=False)
    made, pages = texts(one), {page.address: str(page.parts) for page in entity_pages(one)}
    assert not any("rana-plaza" in address for address in made)
    assert "Rana Plaza" not in made["feeds.opml"]
    assert "[Feed]" not in pages["entities/rana-plaza.md"]
    assert "[Feed](../feeds/entities/ukraine.xml)" in pages["entities/ukraine.md"]


def test_the_feeds_of_a_name_that_is_refused_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    record = {"body": "They met Ana Korvin. Then Ana Korvin left.", "published": "2024-01-01"}
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(record | {"title": f"Day {n}"}) + "\n" for n in "12"), "utf-8")
    settings = "site_name: T\nsite_url: https://x.example/\ndocs_dir: content\nplugins: [broadsheet]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    (tmp_path / "content").mkdir()
    run = CliRunner()
    run.invoke(main, ["generate", "r.jsonl"], catch_exceptions=False)
    page = tmp_path / "content/entities/ana-korvin.md"
    assert "status: suggested" in page.read_text("utf-8")
    assert len([*(tmp_path / "content/feeds/entities").iterdir()]) == 3
    run.invoke(main, ["entities", "reject", "Ana Korvin"], catch_exceptions=False)
    run.invoke(main, ["generate"], catch_exceptions=False)
    assert "status: rejected" in page.read_text("utf-8")
    assert not [*(tmp_path / "content/feeds").glob("entities/*")]
    assert "korvin" not in (tmp_path / "content/feeds.opml").read_text("utf-8")


def test_the_feed_of_editions_has_an_entry_for_each_day():
    read = parsed(texts(small_edition())["feeds/editions.xml"])
    assert read.feed.subtitle == "Each day of this archive, with its main headlines."
    assert [entry.title for entry in read.entries][:2] == ["Tuesday 16 April 2024", "Monday 15 April 2024"]
    assert read.entries[0].link == "https://example.org/archive/editions/2024/2024-04-16/"
    assert read.entries[0].summary.startswith("4 articles · 3 sources. ")


def test_ids_stay_when_the_site_moves():
    here, there = site_feed(small_edition()), site_feed(small_edition(site_url="https://elsewhere.example/"))
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert len({entry.id for entry in here.entries}) == len(here.entries)
    assert all(entry.id.startswith("urn:uuid:") for entry in here.entries)
    assert here.feed.id != there.feed.id


def test_an_entry_of_unknown_language_does_not_take_the_feeds():
    feed = texts(
        edition([article("One", day="2026-08-14", language=None), article("Two", day="2026-08-13", language="fr")])
    )
    assert re.findall(r"<entry (.*?)>", feed["feed.xml"]) == ['xml:lang=""', 'xml:lang="fr"']


def test_no_two_entries_claim_the_same_moment():
    many = edition([article(f"Number {place}", day="2024-01-01") for place in range(40)])
    assert len({entry.updated for entry in site_feed(many).entries}) == 40


def test_there_are_none_without_an_address_of_the_site():
    assert list(feeds(small_edition(site_url=""))) == []


def test_a_site_has_the_formats_that_it_asks_for():
    made = texts(small_edition(feeds=("rss",)))
    assert {address for address in made if "ukraine" in address} == {
        "feeds/entities/ukraine.rss.xml",
        "feeds/topics/war-in-ukraine.rss.xml",
    }
    assert "feeds/entities/ukraine.rss.xml" in made["feeds.opml"]
    assert texts(small_edition(feeds=())) == {}


def test_feeds_that_are_no_longer_asked_for_go_and_a_person_s_files_stay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    record = {"title": "Rain in Kyiv", "body": "It rained.", "published": "2024-01-01", "topics": ["Weather"]}
    (tmp_path / "r.jsonl").write_text(json.dumps(record), "utf-8")
    (tmp_path / "content/feeds/topics").mkdir(parents=True)
    theirs = tmp_path / "content/feeds/topics/own.xml"
    theirs.write_text("<a/>", "utf-8")
    settings = "site_name: T\nsite_url: https://x.example/\ndocs_dir: content\nplugins: [broadsheet: {}]\n"
    for chosen, there in (("{}", 3), ("{feeds: [rss]}", 1), ("{feeds: false, exports: false}", 0)):
        (tmp_path / "mkdocs.yml").write_text(settings.replace("{}", chosen), "utf-8")
        CliRunner().invoke(main, ["generate", "r.jsonl"], catch_exceptions=False)
        assert len([*tmp_path.rglob("weather.*ml"), *tmp_path.rglob("weather.json")]) == there
        assert theirs.exists()
    assert not (tmp_path / "content/data").exists()
    assert (tmp_path / "content/robots.txt").exists()


def test_a_feed_of_one_s_own_is_told_until_mkdocs_yml_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    record = {"title": "Rain in Kyiv", "body": "It rained.", "published": "2024-01-01", "topics": ["Weather"]}
    (tmp_path / "r.jsonl").write_text(json.dumps(record), "utf-8")
    theirs = tmp_path / "content/feeds/topics/weather.xml"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("<mine/>", "utf-8")
    settings = "site_name: T\nsite_url: https://x.example/\ndocs_dir: content\nplugins: [broadsheet: {}]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    told = CliRunner().invoke(main, ["generate", "r.jsonl"], catch_exceptions=False)
    assert told.exit_code == 1
    (way,) = re.findall(r"write `(own: \[\S+\])` under `broadsheet:` in mkdocs.yml", " ".join(told.output.split()))
    (tmp_path / "mkdocs.yml").write_text(settings.replace("{}", f"{{{way}}}"), "utf-8")
    for _ in range(2):
        quiet = CliRunner().invoke(main, ["generate", "r.jsonl"], catch_exceptions=False)
        assert (quiet.exit_code, "weather.xml" in quiet.output) == (0, False)
        assert theirs.read_text("utf-8") == "<mine/>"


def test_an_archive_without_dates_has_empty_ones():
    made = texts(edition([article("No date", source="S")], [entity("Nobody")]))
    assert parsed(made["feed.xml"]).entries == parsed(made["feeds/sources/s.rss.xml"]).entries == []
    assert parsed(made["feeds/entities/nobody.xml"]).feed.updated == "1970-01-01T00:00:00Z"
    assert json.loads(made["feed.json"])["items"] == []


def test_an_empty_archive_has_empty_ones():
    made = {addresses.feed(page, form) for page in ("index.md", "editions/index.md") for form in FORMS}
    assert set(texts(edition())) == made | {"feeds.opml"}


def test_they_do_not_grow():
    many = edition(
        [article(f"Number {place}", "Ukraine", day="2024-01-01", source="S") for place in range(LATEST + 9)],
        [entity("Ukraine")],
    )
    made = texts(many)
    assert len(parsed(made["feed.xml"]).entries) == LATEST
    assert len(parsed(made["feeds/entities/ukraine.xml"]).entries) == LATEST_OF_ONE
    assert len(parsed(made["feeds/sources/s.rss.xml"]).entries) == LATEST_OF_ONE


def test_a_picture_goes_along_where_its_address_tells_what_it_is():
    known = article("A", day="2024-01-02", image=Image(url="https://x.example/ä b.jpg?w=1"))
    unknown = article("B", day="2024-01-01", image=Image(url="https://x.example/picture"))
    made = texts(edition([known, unknown]))
    for address in ("feed.xml", "feed.rss.xml"):
        first, second = parsed(made[address]).entries
        assert [(one.href, one.type) for one in first.enclosures] == [
            ("https://x.example/%C3%A4%20b.jpg?w=1", "image/jpeg")
        ]
        assert second.enclosures == []
    assert [one["image"] for one in json.loads(made["feed.json"])["items"]][1] == "https://x.example/picture"


def test_a_site_without_folders_for_pages_links_to_files():
    from broadsheet.engine import Engine

    read = site_feed(small_edition(engine=Engine(directory_urls=False)))
    assert read.entries[0].link.endswith("/articles/2024/04/16/un-chief-visits-kyiv.html")


def test_a_site_at_a_bare_address_links_home():
    assert site_feed(edition(site_url="https://example.org")).feed.links[1].href == "https://example.org/"
    assert addresses.public("index.md", "https://example.org/x/") == "https://example.org/x/"


@pytest.mark.parametrize("text", [*HOSTILE, *SCRIPTS])
def test_any_text_comes_back_from_every_format_as_it_was(text):
    fields = dict.fromkeys(("id", "description", "source", "rights", "language", "url"), text)
    one = article(text, text, day="2024-01-01", authors=(text,), topics=(text,), **fields)
    made = texts(edition([one], [entity(text, id="it")], site_name=text, site_description=text))
    for address, written in made.items():
        written.encode()
        if address.endswith(".json"):
            json.loads(written)
        else:
            ET.fromstring(written)  # noqa: S314 - our own file
    atom, rss = parsed(made["feed.xml"]), parsed(made["feed.rss.xml"])
    (item,) = json.loads(made["feed.json"])["items"]
    assert shown(atom.entries[0].title_detail).split() == words(text)
    assert shown(atom.entries[0].summary_detail).split() == words(text)
    assert html.unescape(rss.entries[0].summary).split() == words(text)
    # In a title, nobody knows whether an ampersand begins a reference: it is shown as in a reader that reads HTML.
    assert html.unescape(rss.entries[0].title).split() in (words(text), html.unescape(clean(text)).split())
    assert item.get("title", "").split() == clean(text).split()
    if clean(text).strip():
        assert [author.name.split() for author in atom.entries[0].authors] == [words(text)]
        assert [tag.term.split() for tag in atom.entries[0].tags] == [words(text)]


@settings(deadline=None, max_examples=100)
@given(text=st.text(min_size=1), language=st.none() | st.text())
def test_any_text_is_shown_as_written(text, language):
    one = article(text, text, day="2024-01-01", id=text, language=language, authors=(text,), topics=(text,))
    made = texts(edition([one], site_name=text))
    assert len(parsed(made["feed.xml"]).entries) == len(parsed(made["feed.rss.xml"]).entries) == 1
    # Not through feedparser, which takes some texts for mojibake and mends them.
    title = ET.fromstring(made["feed.xml"]).find("{*}entry/{*}title")  # noqa: S314 - our own file
    said = html.unescape(title.text) if title.get("type") == "html" else title.text
    assert said.split() == words(text)


@pytest.mark.parametrize("text", ["<b>x</b> & y", "]]>", "&lt;b&gt;", "&amp;amp;", "<script>alert(1)</script>"])
def test_markup_is_text(text):
    made = texts(edition([article(text, day="2024-01-01")]))
    for address in ("feed.xml", "feed.rss.xml"):
        entry = made[address].partition("<published>")[0].partition("<item>")[2] or made[address]
        title = entry.partition("<title")[2].partition("</title>")[0]
        assert "<" not in title
    assert "<script" not in made["feed.xml"] + made["feed.rss.xml"] + made["feeds.opml"]


@pytest.mark.parametrize(
    ("said", "written", "mail"),
    [
        ("2024-04-16", "2024-04-16T00:00:00Z", "Tue, 16 Apr 2024 00:00:00 +0000"),
        ("2024-04-16T10:32:00.5+02:00", "2024-04-16T08:32:00Z", "Tue, 16 Apr 2024 08:32:00 +0000"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000"),
        ("9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 +0000"),
    ],
)
def test_moments_are_written_in_utc(said, written, mail):
    assert rfc3339(moment(said)) == written
    assert rfc822(moment(said)) == mail


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.example/a b?c=ä#d", "https://x.example/a%20b?c=%C3%A4#d"),
        ("HTTP://Ünï.example:8080", "http://xn--n-nga1b.example:8080/"),
        ("https://x.example/100%/%41", "https://x.example/100%25/%41"),
        ('https://x.example/"<>\\^`{|}\x00', "https://x.example/%22%3C%3E%5C%5E%60%7B%7C%7D%00"),
        ("javascript:alert(1)", ""),
        ("https://user:secret@x.example/", ""),
        ("https://", ""),
        ("https://x.example:port/", ""),
        ("https://[::1/", ""),
        ("https://a..b/", ""),
        ("https://half\ud800/", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_addresses_are_uris_or_nothing(url, written):
    assert uri(url) == written
