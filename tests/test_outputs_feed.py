"""The feed: what a feed reader finds in it."""

import warnings
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet import addresses
from broadsheet.outputs.feed import LATEST, feed
from editions import article, edition
from small_edition import small_edition

NO_XML = {chr(code) for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser


def parsed(one):
    (draft,) = feed(one)
    read = feedparser.parse(draft.text.encode(), sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    return read


def test_the_latest_articles_are_in_it_newest_first():
    read = parsed(small_edition())
    titles = [entry.title for entry in read.entries]
    assert titles[:2] == ["UN chief visits Kyiv", "国連事務総長がキーウを訪問"]
    assert "Undated too" not in titles
    first = read.entries[0]
    assert first.link == "https://example.org/archive/articles/2024/04/16/un-chief-visits-kyiv/"
    assert first.published == "2024-04-16T08:32:00Z"
    assert first.updated == read.feed.updated == "2024-04-16T16:00:00Z"
    assert [author.name for author in first.authors] == ["Ada Martin", "Bo *Stern*"]
    assert [tag.term for tag in first.tags] == ["War in Ukraine", "Diplomacy"]
    assert first.summary.startswith("António Guterres arrived in Kyiv on Tuesday.")
    assert read.feed.title == "The Archive"
    assert read.version == "atom10"


def test_ids_stay_when_the_site_moves():
    here, there = parsed(small_edition()), parsed(small_edition(site_url="https://elsewhere.example/"))
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert len({entry.id for entry in here.entries}) == len(here.entries)
    assert all(entry.id.startswith("urn:uuid:") for entry in here.entries)


def test_there_is_none_without_an_address_of_the_site():
    assert list(feed(small_edition(site_url=""))) == []


def test_an_archive_without_dates_has_an_empty_one():
    assert parsed(edition([article("No date")])).entries == []


def test_it_does_not_grow():
    many = edition([article(f"Number {place}", day="2024-01-01") for place in range(LATEST + 9)])
    assert len(parsed(many).entries) == LATEST


def test_a_site_at_a_bare_address_links_home():
    assert parsed(edition(site_url="https://example.org")).feed.links[1].href == "https://example.org/"
    assert addresses.public("index.md", "https://example.org/x/") == "https://example.org/x/"


@settings(deadline=None, max_examples=200)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), min_size=1), language=st.none() | st.text())
def test_any_text_is_shown_as_written(text, language):
    one = article(text, text, day="2024-01-01", id=text, language=language, authors=(text,), topics=(text,))
    assert len(parsed(edition([one], site_name=text)).entries) == 1
    (draft,) = feed(edition([one]))
    # Not through feedparser, which takes some texts for mojibake and mends them.
    title = ET.fromstring(draft.text).findtext("{*}entry/{*}title", "")  # noqa: S314 - our own file
    assert "".join(title.split()) == "".join("".join(c for c in text if c not in NO_XML).split())


@pytest.mark.parametrize("text", ["<b>x</b> & y", "]]>", "&lt;b&gt;", "&amp;amp;", "<script>alert(1)</script>"])
def test_markup_is_text(text):
    (draft,) = feed(edition([article(text, day="2024-01-01")]))
    title = draft.text.partition("<entry>")[2].partition("<title>")[2].partition("</title>")[0]
    assert "<" not in title
    assert title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text
