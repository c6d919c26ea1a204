"""Lists: what a new article changes and what it leaves alone, who is on which page, and the ways between pages."""

import dataclasses
import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.model import Change
from broadsheet.outputs import drafts
from broadsheet.outputs.archive_lists import archive_lists
from broadsheet.outputs.entity_index import entity_index
from broadsheet.outputs.entity_pages import entity_pages
from broadsheet.outputs.search_page import search_page
from broadsheet.outputs.telling_words import TellingWords
from broadsheet.outputs.words import words_for
from editions import article, edition, entity, story, texts

LANGUAGES = ("en", "fr", "ar", None)


def numbered(number, day, language="en"):
    return article(
        f"Article {number:03}",
        "Of Ukraine, by hand.",
        id=f"a{number:03}",
        address=f"articles/{number:03}.md",
        day=day,
        source="Times",
        authors=("Ada Martin",),
        topics=("War",),
        language=language,
    )


def lists(articles, per_page=3):
    """The pages of every list of articles, by address, without what stands above the list."""
    made = texts(drafts(edition(articles, [entity("Ukraine", "place")], per_page=per_page)))
    wanted = re.compile(r"(topics|sources|authors|languages|archive/\d{4}|archive/undated|entities/ukraine)[/.]")
    return {address: text for address, text in made.items() if wanted.match(address)}


def listed(text):
    return re.findall(r"\]\([./]*articles/(\d+)\.md\)", text)


def further(pages):
    """Pages that are no list's first."""
    page = re.compile(r"(topics|sources|authors|languages|entities)/.+/\d+\.md|archive/(undated|\d{4}/\d{2})/\d+\.md")
    return {address: text for address, text in pages.items() if page.fullmatch(address)}


days = st.dates(dt.date(2024, 1, 28), dt.date(2024, 3, 3))


@settings(max_examples=12)
@given(st.lists(st.tuples(days, st.sampled_from(LANGUAGES)), min_size=1, max_size=30), st.sampled_from(LANGUAGES))
def test_a_newer_article_leaves_every_further_page_of_every_list_as_it_is(earlier, language):
    old = [numbered(place, day.isoformat(), spoken) for place, (day, spoken) in enumerate(earlier)]
    before = further(lists(old))
    after = lists([*old, numbered(900, "2024-03-04", language)])
    changed = [address for address, text in before.items() if text != after[address]]
    # Where the first page was full, its older part became a page: the next one's way back leads there, no more.
    for address in changed:
        ways = r"(?s)prev: .*?\n|<!-- broadsheet:pages.*?broadsheet:pages[^>]*>|fingerprint: .*?\n"
        assert re.sub(ways, "", before[address]) == re.sub(ways, "", after[address]), address
    by_list = {address.rpartition("/")[0] for address in changed}
    assert len(changed) == len(by_list), "one page of each list at most"


@settings(max_examples=12)
@given(st.lists(days, min_size=8, max_size=30), st.data())
def test_a_late_article_moves_one_entry_a_page_from_its_own_day_on(earlier, data):
    """Pages of older articles keep theirs; each page of newer ones gives its last entry to the next."""
    old = [numbered(place, day.isoformat()) for place, day in enumerate(earlier)]
    late = numbered(900, data.draw(st.sampled_from(earlier)).isoformat())
    before, after = lists(old), lists([*old, late])
    day = {one.id[1:]: one.day for one in (*old, late)}
    for address, was in further(before).items():
        came, went = set(listed(after[address])) - set(listed(was)), set(listed(was)) - set(listed(after[address]))
        assert len(came) <= 1, address
        assert len(went) <= 1, address
        if all(day[one] < late.day for one in listed(was)):
            assert listed(after[address]) == listed(was), address


@settings(max_examples=12)
@given(st.lists(st.tuples(st.none() | days, st.sampled_from(LANGUAGES)), max_size=30), st.integers(1, 5))
def test_every_article_stands_once_in_each_of_its_lists(articles, per_page):
    ones = [numbered(place, day.isoformat() if day else None, spoken) for place, (day, spoken) in enumerate(articles)]
    made = lists(ones, per_page)
    everyone = [f"{place:03}" for place in range(len(ones))]
    for folder in ("topics/war", "sources/times", "authors/ada-martin", "entities/ukraine"):
        pages = [text for address, text in made.items() if re.fullmatch(rf"{folder}(/\d+)?\.md", address)]
        assert sorted(one for text in pages for one in listed(text)) == everyone
    archive = [text for address, text in made.items() if address.startswith("archive/")]
    assert sorted(one for text in archive for one in listed(text)) == everyone
    spoken = [one.id[1:] for one in ones if one.language]
    languages = [text for address, text in made.items() if re.match(r"languages/(en|fr|ar)", address)]
    assert sorted(one for text in languages for one in listed(text)) == sorted(spoken)


def without_days(pages):
    """Pages without the newest day that they tell search engines."""
    return {address: re.sub(r'(?m)^updated: "\S+"\n', "", text) for address, text in pages.items()}


@settings(max_examples=12)
@given(st.lists(days, min_size=1, max_size=12), st.data())
def test_a_list_says_its_newest_day_and_no_page_changes_for_that_alone(earlier, data):
    old = [numbered(place, day.isoformat()) for place, day in enumerate(earlier)]
    late = numbered(900, data.draw(days).isoformat())
    changed = Change(dt.date(2024, 4, 1), data.draw(st.sampled_from(["title", "text"])), "Before")
    title = "Said anew" if changed.what == "title" else old[0].title
    corrected = dataclasses.replace(old[0], title=title, updated=changed.day, history=(changed,))
    before = every_page(old)
    for after in (every_page([*old, late]), every_page([corrected, *old[1:]])):
        kept = [one for one, text in without_days(before).items() if without_days(after).get(one) == text]
        assert [one for one in kept if before[one] != after[one]] == []
    for address, text in lists(old).items():
        day = {one.id[1:]: one.day for one in old}
        newest = max((day[one] for one in listed(text)), default=max(earlier))
        assert f'\nupdated: "{newest.isoformat()}"\n' in text, address


def every_page(articles):
    """All pages that are no article's."""
    made = texts(drafts(edition(articles, [entity("Ukraine", "place")], [story(*articles)], per_page=3, feeds=())))
    return {address: text for address, text in made.items() if address.endswith(".md") and "articles/" not in address}


def test_a_list_says_how_much_it_holds_and_from_when_to_when():
    made = lists([numbered(1, "2024-02-01"), numbered(2, "2024-03-02", "fr"), numbered(3, None, "ar")])
    assert "3 articles · 1 Feb – 2 Mar 2024 · 3 languages" in made["topics/war.md"]
    assert "1 article · 1 February 2024 · [English](../../languages/en.md)" in made["archive/2024/02.md"]
    assert "- [March](2024/03.md) *1 article*\n- [February](2024/02.md) *1 article*" in made["archive/2024.md"]
    assert '- [<span lang="fr" dir="ltr">français</span>](fr.md) *French · 1 article*' in made["languages/index.md"]


def test_a_page_names_the_languages_of_its_list_from_there_on_back():
    ones = [numbered(place, f"2024-02-{place:02}", "fr" if place == 5 else "en") for place in range(1, 12)]
    made = lists(ones)
    assert "Language: **All** · [English](../languages/en.md) · " in made["topics/war.md"]
    assert "broadsheet:filter" in made["topics/war/3.md"]
    assert "broadsheet:filter" not in made["topics/war/2.md"]
    assert "broadsheet:filter" not in lists(ones[:4])["topics/war.md"]


def test_pages_of_a_list_name_the_one_before_and_after_for_the_browser():
    made = lists([numbered(place, f"2024-02-{place:02}") for place in range(1, 12)])
    assert "prev: topics/war.md\nnext: topics/war/3.md\n" in made["topics/war/4.md"]
    assert "next: topics/war/4.md\n" in made["topics/war.md"]
    assert "next:" not in made["topics/war/2.md"]


def test_names_that_differ_in_capitals_and_spaces_are_one_shelf():
    spelled = ("War in Gaza", "War in Gaza", "war in  gaza", "C", "C++", "c++")
    ones = [article(f"T{place}", day="2024-01-01", topics=(topic,)) for place, topic in enumerate(spelled)]
    made = texts(drafts(edition(ones)))
    assert "- [War in Gaza](war-in-gaza.md) *3 articles*" in made["topics/index.md"]
    assert "- [C](c.md) *1 article*" in made["topics/index.md"]
    assert re.search(r"\(c-\w{8}\.md\) \*2 articles\*", made["topics/index.md"])
    assert "[War in Gaza](../../../../topics/war-in-gaza.md)" in made["articles/2024/01/01/t2.md"]


def test_a_newer_namesake_takes_no_address_away():
    old = article("Old", day="2024-01-01", topics=("C++",))
    new = article("New", day="2024-01-02", topics=("C",))
    assert "title: C++\n" in texts(drafts(edition([old])))["topics/c.md"]
    assert "title: C++\n" in texts(drafts(edition([old, new])))["topics/c.md"]


def test_a_long_index_has_letters_and_begins_with_the_largest_shelves():
    ones = [article(f"T{place}", topics=(f"{chr(65 + place % 26)}{place // 26} topic",)) for place in range(60)]
    ones.append(article("Another", topics=("Z0 topic",)))
    made = texts(drafts(edition(ones, per_page=25)))
    assert "## Most articles\n\n- [Z0 topic](z0-topic.md) *2 articles*" in made["topics/index.md"]
    assert "\n\n## A\n\n- [A0 topic](a0-topic.md) *1 article*" in made["topics/index.md"]
    assert "[A](index.md) · [B](index.md)" in made["topics/index.md"]
    assert "[Z](index/3.md)" in made["topics/index.md"]
    assert "## Most articles" not in made["topics/index/2.md"]


@pytest.mark.parametrize(
    "name", ["x" * 300, "Ada " * 90, "=cmd|' /C calc'!A0", "../../etc/passwd", "<b>Ada</b>", "%00", "."]
)
def test_an_author_line_of_any_kind_has_a_page(name):
    made = texts(drafts(edition([article("T", day="2024-01-01", authors=(name, " "), address="articles/t.md")])))
    own = [address for address in made if address.startswith("authors/") and address != "authors/index.md"]
    assert len(own) == 1
    assert len(own[0]) < 90
    assert f"]({'../' + own[0]})" in made["articles/t.md"]
    assert max(map(len, re.findall(r"^# (.*)$", made[own[0]], re.MULTILINE))) < 120


def test_articles_lead_to_their_neighbours_in_time_and_a_new_one_changes_only_those():
    old = [article(f"T{day}", day=f"2024-01-{day:02}", address=f"articles/{day}.md") for day in range(1, 9, 2)]
    new = article("New", day="2024-01-04", address="articles/new.md")
    undated = article("Sometime", address="articles/undated/s.md")
    before, after = (texts(drafts(edition(ones))) for ones in ([*old, undated], [*old, undated, new]))
    changed = {address for address in before if address.startswith("articles/") and before[address] != after[address]}
    assert changed == {"articles/3.md", "articles/5.md"}
    assert "- Before: [T3](3.md) *3 January 2024*\n- After: [T5](5.md) *5 January 2024*" in after["articles/new.md"]
    assert "broadsheet:beside" not in after["articles/undated/s.md"]


def test_every_page_but_home_begins_with_the_way_down_to_it():
    ones = [numbered(place, f"2024-02-{place:02}") for place in range(1, 6)]
    made = texts(
        drafts(
            edition([*ones, article("Sans date", address="articles/u.md")], [entity("Ukraine", "place")], per_page=2)
        )
    )
    trails = {
        address: re.sub(r"\]\([^)]*\)|\[", "", text.partition("broadsheet:trail -->\n\n")[2].partition("\n")[0])
        for address, text in made.items()
        if address.endswith(".md")
    }
    assert [address for address, trail in trails.items() if not trail.startswith("Home")] == ["index.md"]
    assert trails["articles/001.md"] == "Home › Archive › 2024 › February › 1 February"
    assert trails["articles/u.md"] == "Home › Archive › Without a date"
    assert trails["entities/ukraine.md"] == "Home › Names › Places"
    assert trails["entities/ukraine/2.md"] == "Home › Names › Places › Ukraine"
    assert trails["topics/index.md"] == "Home"
    assert trails["topics/war.md"] == "Home › Topics"
    assert trails["topics/war/2.md"] == "Home › Topics › War"
    assert trails["archive/2024/02.md"] == "Home › Archive › 2024"
    assert trails["archive/2024/02/2.md"] == "Home › Archive › 2024 › Archive, February 2024"
    assert trails["editions/2024/2024-02-01.md"] == "Home › Editions › February 2024 › Week 5"


def test_an_article_with_many_names_folds_those_named_last():
    names = [f"Name{place:03}" for place in range(300)]
    made = edition([article("T", " ".join(names), address="articles/t.md")], [entity(name) for name in names])
    page = texts(drafts(made))["articles/t.md"]
    shown, folded = page.partition("## In this story")[2].split('<details markdown="1"><summary>and 260 more</summary>')
    assert shown.count("entities/name") == 40
    assert folded.partition("</details>")[0].count("entities/name") == 260


def test_an_entity_that_ten_thousand_articles_name_has_pages_of_one_size():
    ones = [article(f"T{place}", "Ukraine.", id=f"i{place}", address=f"articles/{place}.md") for place in range(10_000)]
    made = texts(entity_pages(edition(ones, [entity("Ukraine", "place")])))
    pages = [text for address, text in made.items() if address.startswith("entities/ukraine")]
    assert len(pages) == 200
    assert max(text.count("articles/") for text in pages) <= 75
    assert words_for("en").number(10_000) in made["entities/ukraine.md"]


def test_related_articles_say_what_they_share_and_how_far_apart_they_are():
    ones = [
        article("One", "Kyiv asks for transformers and generators.", day="2024-01-01", language="en"),
        article("Two", "Generators and transformers reach Kyiv.", day="2024-01-13", language="en"),
        *(article(f"T{place}", f"Nothing{'abcdefgh'[place]} at all.", day="2024-01-05") for place in range(8)),
    ]
    page = texts(drafts(edition(ones, [entity("Kyiv", "place")])))["articles/2024/01/01/one.md"]
    assert "1 shared name: Kyiv; 12 days apart; shared words: generators, transformers" in page


def test_texts_without_a_name_are_related_by_their_rare_words():
    ones = [
        article("One", "Locusts devour sorghum and millet.", day="2024-01-01"),
        article("Two", "Sorghum, millet: what locusts leave.", day="2024-01-02"),
        *(article(f"T{place}", f"Else{'abcdefgh'[place]}.", day="2024-01-05") for place in range(8)),
    ]
    page = texts(drafts(edition(ones)))["articles/2024/01/01/one.md"]
    assert "the same day" not in page
    assert "1 day apart; shared words: locusts, millet, sorghum" in page


def test_a_sources_own_list_does_not_repeat_its_name():
    ones = [
        article("A", day="2024-01-01", source="The Only", topics=("War",)),
        article("B", day="2024-01-01", source="S"),
    ]
    made = texts(drafts(edition(ones)))
    assert "- [A](../articles/2024/01/01/a.md) *1 January*\n" in made["sources/the-only.md"]
    assert "- [A](../articles/2024/01/01/a.md) *1 January · The Only*\n" in made["topics/war.md"]


def test_no_everyday_word_of_a_small_archive_is_a_reason():
    ones = [
        article("One", "The mayor said that banks would close their roads on Monday.", language="en"),
        article("Two", "On Monday their mayor said that roads, which banks own, would go.", language="en"),
        article("Drei", "Der Minister sagte, dass Banken während dieser Krise nicht helfen.", language="de"),
        article("Vier", "Während dieser Krise, sagte der Minister, dass nicht: Banken.", language="de"),
    ]
    found = TellingWords(edition(ones)).of
    assert found["one"] == ["banks", "mayor", "roads"]
    assert found["drei"] == ["banken", "krise", "minister"]


def test_scripts_without_spaces_are_told_by_pairs_of_characters():
    ones = [article(title, "กรุงเทพ", language="th") for title in ("One", "Two")]
    found = TellingWords(edition(ones)).of
    assert {len(word) for word in found["one"]} == {2}


def test_long_texts_of_few_articles_in_a_language_are_not_related_by_everyday_words():
    """Where a language has few articles, its commonest words are in few: they tie none of them to each other."""
    said = "avec plus sont dans leur elle fait pour avant juste jour mardi mais encore entre sous très bien deux trois"
    everyday = f"{said} après depuis toujours déjà".split()
    french = [
        article(f"F{place}", " ".join(everyday[place : place + 18]), day=f"2024-01-{place + 1:02}", language="fr")
        for place in range(6)
    ]
    english = [article(f"E{place}", f"Word{place} alone.", day="2024-01-05", language="en") for place in range(60)]
    made = texts(drafts(edition([*french, *english])))
    assert not [address for address, text in made.items() if "## Related" in text]


def test_a_list_of_names_says_how_many_it_has_and_one_of_a_kind_no_kind():
    made = edition(
        [article("One", "Ada met Bo in Rome.", day="2024-04-16")],
        [entity("Ada", "person"), entity("Bo", "person"), entity("Rome", "place")],
    )
    pages = texts(entity_index(made))
    assert "2 names" in pages["entities/kind/person.md"]
    assert "*1 article*" in pages["entities/kind/person.md"]
    assert "*person · 1 article*" in pages["entities/az/a.md"]
    assert "\n1 name\n" in pages["entities/az/a.md"]


def test_the_years_beside_a_year_have_the_sites_digits():
    made = edition([article(f"T {year}", day=f"{year}-04-16") for year in (2023, 2024, 2025)], language="fa")
    page = texts(archive_lists(made))["archive/2024.md"]
    assert "[۲۰۲۳](" in page
    assert "[۲۰۲۵](" in page


def test_a_source_keeps_its_place_on_a_page_read_from_the_right():
    made = edition([article("Title", day="2024-04-16T10:00", source="A <i>& B</i>")], language="ar")
    page = next(text for where, text in texts(archive_lists(made)).items() if where.startswith("archive/2024/"))
    assert '*<span dir="auto">A &lt;i>& B&lt;/i></span>*' in page


def test_the_search_page_leads_to_all_sorts_of_lists_that_there_are():
    def lists(*articles):
        return set(re.findall(r"\]\(\.\./(\w+)/index\.md\)", texts(search_page(edition(articles)))["search/index.md"]))

    plain = {"entities", "stories", "editions", "topics", "sources", "archive"}
    assert lists(article("A", language=None)) == plain
    assert lists(article("A", language="fr", authors=("Ada",))) == plain | {"authors", "languages"}
