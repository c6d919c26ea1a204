"""Editions of a day, a week and a month, and the front page: what they tell, in which order, and where they lead."""

import dataclasses
import datetime as dt
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from broadsheet.model import Copy
from broadsheet.outputs import drafts
from broadsheet.outputs.calendar import SHADES, calendar, shade
from broadsheet.outputs.day_editions import by_section, day_editions
from broadsheet.outputs.digest import Digest
from broadsheet.outputs.edition_list import edition_list
from broadsheet.outputs.entries import Entries
from broadsheet.outputs.home import home, weekly
from broadsheet.outputs.month_editions import month_editions
from broadsheet.outputs.present import running_stories
from broadsheet.outputs.story_list import story_list
from broadsheet.outputs.week_editions import week_editions
from broadsheet.outputs.words import words_for
from editions import article, edition, entity, story, texts

WORDS = words_for("en")
DAY = "2026-08-14"


def block(page, name):
    """What stands in a managed block of a page."""
    found = re.search(rf"<!-- broadsheet:{name} -->\n\n(.*?)\n\n<!-- /broadsheet:{name} ", page, re.DOTALL)
    return found[1] if found else ""


def headlines(page):
    return re.findall(r"^### \[(.*?)\]", page, re.MULTILINE)


def told(made, one, start="editions/2026/2026-08-14.md", **how):
    return Digest(made, WORDS).told(one, start, **how)


def test_a_headline_that_a_person_wrote_is_the_storys_in_editions_too():
    two = [article("Rain", day=DAY, source="A"), article("It rains", day=DAY, source="B")]
    borne = story(*two)
    made = edition(two, (), [dataclasses.replace(borne, title="The great rain", own_title=True)])
    (entry,) = Entries(made).of(made.articles)
    assert f"### [The great rain](../../{borne.address})" in told(made, entry)


# The rule of rank


def ranked(*articles, entities=(), stories=()):
    made = edition(articles, entities, stories)
    return [entry.first.title for entry in Entries(made).of(made.articles)]


def test_what_more_sources_tell_comes_first():
    two = [article("Told by two", day=DAY, source="A"), article("Told by B, too", day=DAY, source="B")]
    three = [article(f"Same source {place}", day=DAY, source="C") for place in range(3)]
    copied = article("Copied", day=DAY, source="D", also_at=(Copy(name="E"), Copy(name="F")))
    order = ranked(*two, *three, copied, stories=[story(*two), story(*three)])
    assert order[0] == "Copied"
    assert order[1] in {"Told by two", "Told by B, too"}
    assert order[2].startswith("Same source")


def test_of_as_many_sources_what_more_articles_tell_copies_counted_once():
    two = [article(f"Two {place}", day=DAY, source="A") for place in range(2)]
    copies = [article(f"Copy {place}", day=DAY, source="B") for place in range(3)]
    same = story(*copies, copies=[[one.id for one in copies]])
    assert ranked(*copies, *two, stories=[same, story(*two)])[0].startswith("Two")


def test_of_as_many_articles_that_whose_names_the_others_share():
    names = [entity("Kyiv"), entity("Oslo"), *(entity(f"Name{place}") for place in range(9))]
    order = ranked(
        article("A list of names", " ".join(f"Name{place}" for place in range(9)), day=DAY),
        article("B", "Oslo and Kyiv.", day=DAY),
        article("C", "Kyiv and more.", day=DAY),
        article("D", "Oslo and Kyiv, too.", day=DAY),
        entities=names,
    )
    assert order == ["B", "D", "C", "A list of names"]


def test_of_the_rest_the_newest_and_then_the_order_of_ids():
    assert ranked(
        article("Early", day=f"{DAY}T06:00:00"), article("Late", day=f"{DAY}T18:00:00"), article("At noon", day=DAY)
    ) == ["Late", "Early", "At noon"]
    assert ranked(article("B", day=DAY), article("A", day=DAY)) == ["A", "B"]


# Entries


def test_a_headline_in_the_sites_language_stands_for_a_story_in_several():
    both = [
        article("Le pont est fermé", "Kyiv.", day=f"{DAY}T12:00:00", language="fr"),
        article("The bridge is closed", "Kyiv.", day=DAY, language="en-GB"),
    ]
    assert ranked(*both, stories=[story(*both)]) == ["The bridge is closed"]


def test_a_story_in_several_languages_counts_for_each():
    ones = [
        article("Accord signé", day="2026-08-14", language="fr"),
        article("Abkommen unterzeichnet", day="2026-08-14", language="de"),
        article("وقع الاتفاق", day="2026-08-14", language="ar"),
    ]
    made = edition([*ones, article("Other", day="2026-08-14", language="en")], stories=[story(*ones)])
    for output in (day_editions, week_editions, month_editions):
        (page,) = texts(output(made)).values()
        assert all(f"](../../languages/{one}.md)" in block(page, "filter") for one in ("en", "fr", "de", "ar"))
    tale, other = Entries(made).of(made.articles)
    small = told(made, tale)
    assert '<span lang="ar" dir="rtl">العربية</span>, <span lang="de" dir="ltr">Deutsch</span>, ' in small
    assert "<span" not in told(made, other)


def test_copies_are_one_entry_that_names_every_outlet():
    one = article("One", "Same.", day=DAY, source="A", also_at=(Copy(name="D", url="https://d.example/1"),))
    two, other = article("Two", "Same.", day=DAY, source="B"), article("Other", "Else.", day=DAY, source="C")
    made = edition([one, two, other], [], [story(one, two, other, copies=[[one.id, two.id]])])
    (entry,) = Entries(made).of(made.articles)
    text = told(made, entry)
    assert re.search(r"\[A\]\(\S+\), \[D\]\(https://d.example/1\), \[B\]\(\S+\) \(the same text\)", text)
    assert re.search(r"\[C\]\(\S+other.md\)", text)
    assert len(entry.texts) == 2


def test_a_copy_of_another_day_is_told_on_that_day_in_a_line():
    def copy(name, day, **more):
        return Copy(name=name, url=f"https://{name}.example/1".lower(), published=dt.date.fromisoformat(day), **more)

    later = copy("D", "2026-08-15"), copy("E", "2026-08-15"), copy("F", "2026-08-15", title="Regen")
    copies = (copy("B", DAY), copy("C", "2026-08-16"), *later, Copy(name="G", retrieved=dt.date(2026, 8, 15)))
    rain = article("Rain", day=DAY, source="A", id="1", also_at=copies, language="de")
    other = article("Else", day="2026-08-15", source="B", id="2")
    (newest, day) = texts(day_editions(edition([rain, other]))).values()
    assert block(day, "copies") == ""
    # Where nothing else is told there is no edition.
    heading, _, one, two = block(newest, "copies").splitlines()
    assert heading == "## Also published on this day"
    assert one == (
        '- [<span lang="de" dir="ltr">Rain</span>](../../articles/2026/08/14/rain.md) '
        "*[D](https://d.example/1), [E](https://e.example/1) · also at A, 14 August 2026*"
    )
    assert ">Regen</span>" in two
    assert "[Deutsch]" in block(newest, "filter").replace('<span lang="de" dir="ltr">Deutsch</span>', "Deutsch")


def test_a_site_of_one_source_does_not_name_it_under_each():
    same = [article("One", day=DAY, source="The Only"), article("Two", day=DAY, source="The Only")]
    for draft in (*day_editions(edition(same)), *month_editions(edition(same)), *home(edition(same))):
        page = texts([draft])[draft.address]
        assert "*The Only*" not in page
        assert "2 articles · The Only" in page
    assert "*Another*" in "".join(
        texts(day_editions(edition([*same, article("T", day=DAY, source="Another")]))).values()
    )


def test_the_front_page_names_sources_where_the_archive_has_several():
    ones = [article("New", day=DAY, source="The Only"), article("Old", day="2026-01-01", source="Another")]
    assert "*The Only*" in texts(home(edition(ones)))["index.md"]


def test_the_front_page_says_once_that_a_day_is_of_one_source():
    ones = [article(title, f"{title} it is.", day="2026-08-14", source="Solo") for title in ("One", "Two", "Three")]
    page = texts(home(edition([*ones, article("Old", day="2020-01-01", source="Other")])))["index.md"]
    assert "3 articles · Solo" in block(page, "stories")
    assert block(page, "stories").count("Solo") == 1


def bridge():
    """A story of three days, and an article that has nothing to do with it."""
    first = article(
        "Bridge closed",
        "The council closed the old bridge over the Arn. Engineers found cracks in two of its pillars.",
        day="2026-08-12",
        source="A",
    )
    second = article(
        "Bridge to be torn down",
        "The council closed the old bridge over the Arn last week. Workers will tear it down in May, the council "
        "decided. Engineers found cracks in two of its pillars.",
        day="2026-08-14",
        source="A",
    )
    third = article("Ferry across the Arn", "A ferry crosses the Arn from Monday on.", day="2026-08-15", source="B")
    return edition(
        [first, second, third, article("Rain", "It rains in the valley all day long.", day="2026-08-14", source="B")],
        [entity("Arn", "place")],
        [story(first, second, third)],
    )


def test_a_running_story_says_what_is_new_and_how_long_it_has_run():
    pages = texts(day_editions(bridge()))
    page = pages["editions/2026/2026-08-14.md"]
    assert "**New:** Workers will tear it down in May, the council decided." in page
    assert "[since 12 August · 2 articles](../../stories/2026/bridge-closed.md)" in page
    # The day on which it began knows of what came later only that there is more.
    first = pages["editions/2026/2026-08-12.md"]
    assert "since" not in first
    assert "[how it went on](../../stories/2026/bridge-closed.md)" in first


def test_a_story_of_one_article_does_not_go_on():
    one = article("Bridge", "It fell.", day="2026-08-12")
    page = texts(day_editions(edition([one], [], [story(one)])))["editions/2026/2026-08-12.md"]
    assert "[1 article](../../stories/2026/bridge.md)" in page


def test_a_story_whose_other_articles_have_no_date_did_not_go_on():
    two = article("Bridge", "It fell.", day="2026-08-12"), article("A bridge", "It fell, they say.")
    page = texts(day_editions(edition(two, [], [story(*two)])))["editions/2026/2026-08-12.md"]
    assert "how it went on" not in page
    assert re.search(r"\[2 articles\]\(../../stories/\S+\)", page)


def test_weeks_and_months_tell_a_story_once():
    (page,) = texts(week_editions(bridge())).values()
    assert len(headlines(block(page, "stories"))) == 2
    assert re.search(r"\[3 articles\]\(../../stories/2026/bridge-closed.md\)", page)


def test_the_front_page_lists_running_stories_of_the_last_seven_days():
    assert "since 12 August · 3 articles" in block(texts(home(bridge()))["index.md"], "running")
    # Whoever follows the line comes to a page that is called so.
    other = dataclasses.replace(bridge().stories[0], title="Bridge closed")
    named = edition(bridge().articles, [], [other])
    front, listed = texts(home(named))["index.md"], texts(story_list(named))["stories/index.md"]
    assert all("[Bridge closed](" in block(page, "running") for page in (front, listed))
    later = edition([*bridge().articles, article("Much later", day="2026-09-20")], [], bridge().stories)
    assert block(texts(home(later))["index.md"], "running") == ""
    # The list of stories has the same rule.
    assert [one.id for one in running_stories(bridge())] == ["bridge-closed"]
    ten_days = edition([*bridge().articles, article("Later", day="2026-08-25")], [], bridge().stories)
    assert block(texts(home(ten_days))["index.md"], "running") == ""
    assert "Running stories" not in texts(story_list(ten_days))["stories/index.md"]


def test_the_weeks_names_stand_with_their_last_weeks():
    days = ("2026-06-20", "2026-06-21", "2026-07-01", "2026-08-14", "2026-08-15")
    made = edition([article(day, "Kyiv.", day=day) for day in days], [entity("Kyiv", "place")])
    named = block(texts(home(made))["index.md"], "most-named")
    assert "    - [Kyiv](entities/kyiv.md) 2 <!-- picture: <svg" in named
    assert 'aria-label="Articles week by week: 1, 1, 0, 0, 0, 0, 0, 2"' in named
    assert weekly(made.articles, dt.date(2026, 8, 15)) == [1, 1, 0, 0, 0, 0, 0, 2]


def test_a_front_page_of_few_stories_goes_on_with_the_days_before():
    page = block(texts(home(bridge()))["index.md"], "stories")
    assert "## [Friday 14 August 2026]" in page
    assert headlines(page) == ["Rain"]  # the bridge is told already


def test_no_day_stands_over_nothing_where_the_lead_is_all_it_has():
    newest, before = article("Lead", day="2026-08-14"), article("Before", day="2026-08-13")
    (page,) = texts(home(edition([newest, before]))).values()
    assert "Friday 14 August 2026](" not in block(page, "stories")
    assert "## [Thursday 13 August 2026](" in block(page, "stories")
    for alone in ([newest], [article("Undated")]):
        (page,) = texts(home(edition(alone))).values()
        assert block(page, "stories") == ""


def test_a_day_in_several_languages_shows_a_headline_in_each():
    many = [article(f"English {place}", day=DAY, language="en") for place in range(4)]
    some = [article("Français", day=DAY, language="fr"), article("Encore", day=DAY, language="fr")]
    pages = (*edition_list(edition([*many, *some])), *week_editions(edition([*many, *some])))
    for page, name in zip(texts(pages).values(), ("list", "days"), strict=True):
        assert block(page, name).count('<span lang="fr"') == 1
        assert "[<span" in block(page, "filter")
    alone = texts(week_editions(edition(many))).popitem()[1]
    assert "English" not in block(alone, "days")


def test_a_day_of_many_sections_begins_with_its_top_stories():
    made = edition([article(f"T{place}", day=DAY, section="WS"[place % 2]) for place in range(12)])
    entries = Entries(made).of(made.articles)
    arranged = by_section(entries)
    assert [name for name, _ in arranged] == [None] * 4 + ["W"] * 4 + ["S"] * 4
    assert [name for name, _ in by_section(entries[:8])] == [None] * 8


def test_a_large_day_is_cut_into_pages_that_hold_each_article_once():
    made = edition([article(f"T{place:03}", day=DAY) for place in range(300)])
    pages = texts(day_editions(made))
    assert len(pages) == 6
    assert sorted(title for page in pages.values() for title in headlines(page)) == [f"T{n:03}" for n in range(300)]


def test_no_heading_skips_a_level():
    lone = edition([article("Alone", day=DAY)])
    for made in (bridge(), lone, edition([article(f"T{n}", day=DAY, section="WS"[n % 2]) for n in range(60)])):
        for page in texts(drafts(made)).items():
            if page[0].startswith("editions/2"):
                levels = [len(marks) for marks in re.findall(r"^(#+) ", page[1], re.MULTILINE)]
                assert all(after <= before + 1 for before, after in pairwise(levels)), page


# Weeks


def test_weeks_begin_on_monday_and_belong_to_the_year_of_their_thursday():
    made = edition([article(day, day=day) for day in ("2026-12-27", "2026-12-28", "2027-01-03", "2027-01-04")])
    pages = texts(week_editions(made))
    assert list(pages) == [
        "editions/2027/2027-W01.md",
        "editions/2026/2026-W53.md",
        "editions/2026/2026-W52.md",
    ]
    page = pages["editions/2026/2026-W53.md"]
    assert "# Week 53, 28 Dec 2026 – 3 Jan 2027" in page
    about = block(page, "about")
    assert "‹ [Week 52](2026-W52.md) · [December 2026](2026-12.md) · [January 2027](../2027/2027-01.md)" in about
    assert "[Week 1](../2027/2027-W01.md) ›" in about
    assert "[Mon 28](2026-12-28.md) *1 article*" in page
    assert "[Week 53](../2026/2026-W53.md)" in texts(day_editions(made))["editions/2027/2027-01-03.md"]


def test_days_without_articles_are_passed_over():
    made = edition([article(day, day=day) for day in ("2026-03-01", "2026-06-30")])
    pages = texts(day_editions(made))
    assert list(pages) == ["editions/2026/2026-06-30.md", "editions/2026/2026-03-01.md"]
    assert "‹ [1 March](2026-03-01.md)" in block(pages["editions/2026/2026-06-30.md"], "about")


# Calendars


def opened(picture):
    svg = re.fullmatch(r"<!-- picture: (<svg .*?</svg>) :picture -->", picture, re.DOTALL)[1]
    return ET.fromstring(svg)  # noqa: S314 - what we wrote ourselves


def month(language="en"):
    made = edition(
        [
            article(f"{day}-{n}", day=f"2026-08-{day:02}")
            for day, many in ((1, 1), (9, 8), (31, 4))
            for n in range(many)
        ],
        language=language,
    )
    return made, calendar(made, dt.date(2026, 8, 1), "editions/2026/2026-08.md", words_for(language))


def test_a_calendar_says_the_same_in_words_and_links_the_days_that_have_articles():
    _, picture = month()
    svg = opened(picture)
    said = {one.tag: one.text for one in svg if one.tag in {"title", "desc"}}
    assert said == {"title": "August 2026", "desc": "Most often: 9 August, 8 articles."}
    assert svg.get("aria-labelledby") == "calendar-2026-08-title calendar-2026-08-desc"
    links = {link.get("data-to"): link.find("title").text for link in svg.iter("a")}
    assert links == {
        "../2026-08-01/": "1 August: 1 article",
        "../2026-08-09/": "9 August: 8 articles",
        "../2026-08-31/": "31 August: 4 articles",
    }
    numbers = [text.text for text in svg.iter("text")]
    assert sorted(map(int, numbers[7:])) == list(range(1, 32))
    assert {rect.get("fill-opacity") for rect in svg.iter("rect")} == {SHADES[0], SHADES[1], SHADES[3]}


@pytest.mark.parametrize(
    ("language", "heads"),
    [("en", "MTWTFSS"), ("fr", "LMMJVSD"), ("en-US", "SMTWTFS"), ("ar", "سحنثرخج"), ("ja", "日月火水木金土")],
)
def test_a_calendars_week_begins_as_the_language_has_it(language, heads):
    svg = opened(month(language)[1])
    assert "".join(text.text for text in list(svg.iter("text"))[:7]) == heads


def test_a_calendar_of_a_language_from_right_to_left_is_mirrored():
    svg = opened(month("ar")[1])
    first, last = list(svg.iter("text"))[:7:6]
    assert int(first.get("x")) > int(last.get("x"))


def test_shades_run_from_few_articles_to_many():
    assert [shade(count, 1) for count in (1,)] == [SHADES[3]]
    assert [shade(count, 100) for count in (1, 25, 26, 50, 75, 100)] == [SHADES[n] for n in (0, 0, 1, 1, 2, 3)]


# Archives that lack something


def fetched(since="2026-08-19"):
    """An article that was only fetched beside one of the same day, and another fetched since."""
    return edition(
        [
            article("Old railway", "Kyiv and Lviv.", retrieved="2026-08-14T23:00:00Z", source="A"),
            article("Rain", "It rained.", day=DAY, source="B"),
            article("Sun", "It shone on Kyiv, in Lviv.", day="2026-08-13", source="B"),
            article("Old castle", "A castle.", retrieved=since, source="A"),
        ],
        [entity("Kyiv", "place"), entity("Lviv", "place")],
    )


def test_what_was_only_fetched_on_a_day_says_so_and_stands_last():
    edition_page = texts(day_editions(fetched()))["editions/2026/2026-08-14.md"]
    page = block(edition_page, "articles")
    assert headlines(page) == ["Rain", "Old railway"]
    assert "*fetched 14 August 2026, date of publication unknown · A*" in page
    assert block(edition_page, "rule").endswith("What has no known date of publication stands last.")


def test_the_front_page_is_of_the_newest_day_on_which_something_was_published():
    page = texts(home(fetched()))["index.md"]
    assert "dateline: Friday 14 August 2026" in page
    assert "## [Rain](" in block(page, "lead")
    assert headlines(block(page, "stories")) == ["Old railway", "Sun"]
    assert "[Wednesday 19 August 2026](editions/2026/2026-08-19.md)" in block(page, "editions")
    assert "fetched 19 August 2026" in texts(drafts(fetched()))["archive/2026/08.md"]
    late = texts(home(fetched("2026-09-20")))["index.md"]
    assert "## [Old castle](" in block(late, "lead")
    assert "fetched 20 September 2026, date of publication unknown" in block(late, "lead")


def test_an_archive_without_dates_leads_with_what_it_has():
    made = edition([article("One", "Kyiv."), article("Two", "Kyiv.")], [entity("Kyiv", "place")])
    page = texts(home(made))["index.md"]
    assert "## [One]" in block(page, "lead")
    assert "## [Articles](archive/undated.md)" in block(page, "stories")
    assert not block(page, "calendar")
    assert not list(day_editions(made))
    assert not list(week_editions(made))


def test_an_archive_of_one_article_and_an_empty_one_have_pages_that_make_sense():
    pages = texts(drafts(edition([article("Alone", "This is all there is to read.", day=DAY)])))
    for page in ("2026-08-14", "2026-W33", "2026-08"):
        text = pages[f"editions/2026/{page}.md"]
        assert text.count("[Alone]") == 1
        assert "Ranked by" not in text
    assert "There is no article yet" in texts(home(edition()))["index.md"]


def test_the_rule_is_shown_to_readers():
    assert "Ranked by how many sources" in block(texts(day_editions(bridge()))["editions/2026/2026-08-14.md"], "rule")
