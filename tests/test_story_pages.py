"""Story pages, the list of stories, and the same story under an article."""

import dataclasses
import datetime as dt
import re

import markdown
import pytest

from broadsheet.archive.draft import Block
from broadsheet.model import Copy, FormerStory, Story, Tie
from broadsheet.outputs.article_pages import article_pages
from broadsheet.outputs.former_stories import former_stories
from broadsheet.outputs.home import home
from broadsheet.outputs.related import related
from broadsheet.outputs.related_stories import related_stories
from broadsheet.outputs.source_lists import source_lists
from broadsheet.outputs.story_entries import central
from broadsheet.outputs.story_list import story_list
from broadsheet.outputs.story_pages import story_pages
from editions import article, edition, entity


def told(articles, entities=(), *stories, **settings):
    return dataclasses.replace(edition(articles, entities, **settings), stories=stories)


def story(name, *articles, **more):
    last = {one: articles[-1] if one != articles[-1] else articles[-2] for one in articles} if len(articles) > 1 else {}
    ties = {one: Tie(other, text=0.41, hours=5.0) for one, other in last.items()}
    values = {"title": name.capitalize(), "ties": ties, **more}
    return Story(id=name, address=f"stories/2026/{name}.md", articles=articles, **values)


def blocks(draft):
    return {part.name: part.text for part in draft.parts if isinstance(part, Block)}


def only(drafts):
    (draft,) = drafts
    return blocks(draft)


DAM = "The dam broke near Hotin, and Poland sent boats to help."
FLOOD = [
    article(
        "Flood",
        "The river rose in Ukraine on Friday. Many fled.",
        day="2026-05-01T09:00:00+00:00",
        source="The Courier",
        id="a",
    ),
    article("Flood grows", DAM, day="2026-05-02", source="The Herald", id="b"),
    article("Flood grows again", DAM, day="2026-05-02", source="The Gazette", id="c"),
    article("طوفان", "غمرت المياه القرى في أوكرانيا.", day="2026-05-03", source="الخبر", language="ar", id="d"),
]
NAMES = [entity("Ukraine", "place", aliases=("أوكرانيا",)), entity("Poland", "place"), entity("Hotin", "place")]


def flood(**more):
    one = story("flood", "d", "c", "b", "a", copies=(("c", "b"),), title="Flood", **more)
    return told(FLOOD, NAMES, one)


def test_a_story_says_how_much_it_is_and_what_was_new_on_which_day():
    found = only(story_pages(flood()))
    assert found["title"] == "# Flood"
    feed = "[Feed](../../feeds/stories/flood.xml)"
    search = "[Search in this story](../../search/index.md?story=flood)"
    assert found["about"] == f"4 articles · 4 sources · 2 languages · 1 – 3 May 2026 · 3 days · {feed} · {search}"
    days = re.findall(r"^### (.*)$", found["days"], re.MULTILINE)
    assert days == [
        "[Sunday 3 May 2026](../../editions/2026/2026-05-03.md)",
        "[Saturday 2 May 2026](../../editions/2026/2026-05-02.md)",
        "[Friday 1 May 2026](../../editions/2026/2026-05-01.md)",
    ]
    assert "Named first: [Hotin](../../entities/hotin.md), [Poland](../../entities/poland.md)" in found["days"]
    assert "*09:00 UTC · The Courier*" in found["days"]
    assert "> The dam broke near Hotin, and Poland sent boats to help." in found["days"]
    assert '<span lang="ar" dir="rtl">طوفان</span>' in found["days"]


def test_the_cast_of_a_story_are_those_whom_its_articles_list():
    one = dataclasses.replace(flood(), in_headlines={"b": ["oder"]}, in_records={"c": ["ada"], "d": ["oder"]})
    one = dataclasses.replace(one, entities={**one.entities, "ada": entity("Ada"), "oder": entity("Oder", "place")})
    found = only(story_pages(one))
    assert "Named first: [Hotin](../../entities/hotin.md), [Oder](../../entities/oder.md)" in found["days"]
    assert "[Ada](../../entities/ada.md)" in found["days"]
    assert "[Oder](../../entities/oder.md)" in found["entities"]
    for draft in article_pages(one):
        named = [each.id for each in one.named_in(one.by_id[draft.front["id"]])]
        assert draft.front["entities"] == named
        assert all(f"entities/{each}.md" in blocks(draft)["entities"] for each in named)


def test_a_reason_counts_whom_both_articles_list():
    one = dataclasses.replace(flood(), in_headlines={"b": ["oder"]}, in_records={"a": ["oder"]})
    one = dataclasses.replace(one, entities={**one.entities, "oder": entity("Oder", "place")})
    names = re.search(r"shared names?: (.*?) · ", only(story_pages(one))["days"])
    assert names
    assert names[1].endswith("[Oder](../../entities/oder.md)")
    assert "[Oder]" not in re.search(r"shared names?: (.*?) · |$", only(story_pages(flood()))["days"])[0]


def test_copies_are_one_entry_that_names_every_outlet():
    found = only(story_pages(flood()))
    assert "Also in: [The Gazette](../../articles/2026/05/02/flood-grows-again.md)" in found["days"]
    assert len(re.findall(r"^- \[", found["days"], re.MULTILINE)) == 3


def test_outlets_that_were_folded_when_they_came_in_are_named_too():
    copy = Copy(name="The Echo", url="https://echo.example/1")
    articles = [dataclasses.replace(FLOOD[0], also_at=(copy,)), FLOOD[1]]
    found = only(story_pages(told(articles, NAMES, story("flood", "b", "a"))))
    assert "Also in: [The Echo](https://echo.example/1)" in found["days"]


def test_few_of_many_copies_are_named_and_all_outlets_are_counted():
    many = [article("Flood", DAM, day="2026-05-02", source=f"Paper {n}", id=f"{n:03}") for n in range(60)]
    many[0] = dataclasses.replace(many[0], also_at=(Copy(name="The Echo", url="https://echo.example/1"),))
    many.append(article("Flood grows", "Boats came.", day="2026-05-03", source="The Herald", id="x"))
    ids = tuple(one.id for one in edition(many).articles)
    copied = told(many, NAMES, story("flood", *ids, copies=(ids[1:],)))
    found = only(story_pages(copied))
    assert found["about"].startswith("61 articles · 62 sources · ")
    assert found["days"].count("/articles/") < 20
    assert " and 52 more" in found["days"]
    under = {draft.address: blocks(draft)["story"] for draft in article_pages(copied)}
    assert all("*61 articles · 62 sources*" in one for one in under.values())
    assert all("[and 5" in one and one.count("[Paper") <= 10 for one in under.values())
    assert max(map(len, under.values())) < 4000
    assert "61 articles · 62 sources" in only(story_list(copied))["list"]


def test_what_has_no_date_leads_no_source_side_by_side():
    articles = [*FLOOD[:2], article("Undated", "Some say so.", source="The Courier", id="u")]
    found = only(story_pages(told(articles, NAMES, story("flood", "b", "a", "u"))))
    assert "1 May 2026, 09:00 UTC*\n\n    [Flood](" in found["sides"]
    assert "- [Undated](" in found["sides"]


def test_what_was_only_fetched_says_so_and_leads_no_source():
    railway = article("Railway", "Some say so.", source="The Courier", id="r", retrieved="2026-04-01T07:00:00Z")
    found = only(story_pages(told([*FLOOD[:2], railway], NAMES, story("flood", "b", "a", "r"))))
    assert (
        "[Railway](../../articles/2026/04/01/railway.md) *fetched 1 April 2026, date of publication unknown · "
        in (found["days"])
    )
    assert "1 May 2026, 09:00 UTC*\n\n    [Flood](" in found["sides"]
    assert "*fetched 1 April 2026, date of publication unknown*" in found["sides"]
    assert "07:00" not in found["days"] + found["sides"]


def test_sources_stand_side_by_side_with_their_first_words():
    found = only(story_pages(flood()))
    assert found["sides"].count("\n- **") == 3
    assert "- **[The Courier](../../sources/the-courier.md)** *1 May 2026, 09:00 UTC*" in found["sides"]
    assert "*3 May 2026 · Arabic*" in found["sides"]
    assert "> The river rose in Ukraine on Friday. Many fled." in found["sides"]


def test_a_turn_of_phrase_in_common_is_no_reason():
    ties = {"a": Tie("b", ("ukraine",), 0.04, 23.4), "b": Tie("a", text=0.01)}
    found = only(story_pages(told(FLOOD[:2], NAMES, story("flood", "b", "a", ties=ties))))
    assert "1 shared name: [Ukraine](../../entities/ukraine.md) · 1 day apart" in found["days"]
    assert "shared text" not in found["days"]


def test_each_article_says_why_it_is_here_and_how_to_say_otherwise():
    ties = {"a": Tie("b", ("ukraine",), 0.412, 23.4), "b": Tie("a", said=True)}
    edition = told(FLOOD[:2], NAMES, story("flood", "b", "a", ties=ties))
    found = only(story_pages(edition))
    assert (
        "1 shared name: [Ukraine](../../entities/ukraine.md) · 41 % shared text · 1 day apart ([Flood grows]("
        in (found["days"])
    )
    assert "*put here by a person*" in found["days"]
    assert "```yaml\nnot_same_story:  # it is no part of this story\n  - flood\n```" in found["reasons"]
    under = {draft.address: blocks(draft) for draft in article_pages(edition)}
    found = under["articles/2026/05/01/flood.md"]["story"]
    assert "**[Flood](../../../../stories/2026/flood.md)** *2 articles · 2 sources*" in found
    assert "- [Flood grows](../02/flood-grows.md) *2 May 2026 · The Herald*" in found
    assert "`content/articles/2026/05/01/flood.md`" in found


@pytest.mark.parametrize(
    ("then", "hours", "apart"),
    [
        ("2026-05-02T08:00:00+00:00", 23.0, "23 hours apart"),
        ("2026-05-01T09:10:00+00:00", 0.17, "within the hour"),
        ("2026-05-01", 9.0, "the same day"),  # nobody knows the hour
        ("2026-05-02", 9.0, "1 day apart"),  # however near their hours might be
        ("2026-05-04", 63.0, "3 days apart"),
    ],
)
def test_a_reason_is_no_more_exact_than_the_dates(then, hours, apart):
    articles = [FLOOD[0], article("Flood grows", DAM, day=then, id="b")]
    ties = {"a": Tie("b", hours=hours), "b": Tie("a", hours=hours)}
    found = only(story_pages(told(articles, NAMES, story("flood", "b", "a", ties=ties))))
    assert f"*{apart} ([Flood](" in found["days"]


def test_an_article_says_where_its_text_stands_too_and_lists_few_of_many():
    under = {draft.address: blocks(draft)["story"] for draft in article_pages(flood())}
    assert "The same text stands in [The Gazette](flood-grows-again.md)." in under["articles/2026/05/02/flood-grows.md"]
    again = under["articles/2026/05/02/flood-grows-again.md"]
    assert "The same text stands in [The Herald](flood-grows.md)." in again
    assert again.count("flood-grows.md") == 1
    many = [article(f"Part {number}", day="2026-05-01", id=f"{number:03}") for number in range(20)]
    ids = tuple(one.id for one in edition(many).articles)
    for draft in article_pages(told(many, (), story("long", *ids))):
        found = blocks(draft)["story"]
        assert found.count("\n- [Part") == 8
        assert "[and 11 more](../../../../stories/2026/long.md)" in found
        assert f"[{draft.front['title']}](" not in found.partition("Why here")[0]


def test_what_tells_the_same_story_is_not_listed_as_related_as_well():
    names = [entity("Hotin"), entity("Varda")]
    articles = [article(f"Part {number}", "Hotin and Varda.", day="2026-05-01", id=str(number)) for number in range(4)]
    part = told(articles, names, story("part", "0", "1"))
    found = {one.id: [other.article.id for other in others] for one, others in related(part)}
    assert found["0"] == found["1"] == ["2", "3"]
    assert sorted(found["2"]) == ["0", "1", "3"]


def test_a_story_of_one_without_a_date_source_or_name_makes_sense():
    found = only(story_pages(told([article("Alone", "Nobody knows.", id="a")], (), story("alone", "a"))))
    assert found["about"].startswith("1 article · Without a date · [Feed](")
    assert "### Without a date\n\n- [Alone](../../articles/undated/alone.md)" in found["days"]
    assert not any(found.get(name) for name in ("timeline", "sides", "joining", "entities", "related", "reasons"))
    (draft, *_) = article_pages(told([article("Alone", id="a")], (), story("alone", "a")))
    assert not blocks(draft)["story"]
    assert draft.front["story"] == "alone"


def test_a_long_story_is_cut_into_pages_that_stay():
    many = [article(f"Part {number}", day=f"2026-05-{number // 10 + 1:02}", id=f"{number:03}") for number in range(50)]

    def pages(articles):
        ids = tuple(one.id for one in edition(articles).articles)
        drafts = story_pages(told(articles, (), story("long", *ids), per_page=20))
        return {draft.address: blocks(draft)["days"] for draft in drafts}

    before, after = pages(many), pages([*many, article("Part 50", day="2026-05-06", id="050")])
    assert list(before) == ["stories/2026/long.md", "stories/2026/long/3.md", "stories/2026/long/2.md"]
    assert before["stories/2026/long/2.md"] == after["stories/2026/long/2.md"]


def test_each_story_of_the_list_is_an_item_of_its_own_when_shown():
    places = ["Arlo", "Bree", "Cale", "Dunn"]
    articles = [article(f"{place} {n}", f"{place} {n}.", day="2026-05-01") for place in places for n in (1, 2)]
    pairs = zip(articles[::2], articles[1::2], strict=True)
    made = told(articles, [], *(story(one.title, one.id, other.id) for one, other in pairs))
    shown = markdown.markdown(only(story_list(made))["list"])
    assert shown.count("<li>") == len(places)
    assert " - " not in shown.replace(" – ", "")


def test_stories_with_rare_names_in_common_are_related():
    names = [entity("Hotin"), entity("Varda")]
    articles = [article(f"P{number}", "Hotin and Varda.", day="2026-05-01", id=str(number)) for number in range(4)]
    both = told(articles, names, story("one", "0", "1"), story("two", "2", "3"))
    found = {of.id: others for of, others in related_stories(both)}
    assert [(one.story.id, [name.id for name in one.shared]) for one in found["one"]] == [("two", ["hotin", "varda"])]


def test_the_list_has_running_stories_first_and_each_by_the_day_it_began():
    old = [article("Old", day="2025-01-01", id="x"), article("Old too", day="2025-01-01", id="y")]
    told_ = told([*FLOOD, *old], NAMES, story("flood", "d", "c", "b", "a", title="Flood"), story("old", "y", "x"))
    found = only(story_list(told_))
    assert found["about"] == "2 stories"
    assert "### [Flood](2026/flood.md)" in found["running"]
    assert "Old" not in found["running"]
    small = "*4 articles · 4 sources · 1 – 3 May 2026*"
    assert f"## 2026\n\n- [Flood](2026/flood.md)\n\n    {small}" in found["list"]
    bar = "Language: **All** · [English](../languages/en.md) · "
    assert not found["filter"]
    old[0] = dataclasses.replace(old[0], language="en")
    arabic = story("flood", "d", "c", "b", "a", title="طوفان")
    assert only(story_list(told([*FLOOD, *old], NAMES, arabic, story("old", "y", "x", title="Old"))))[
        "filter"
    ].startswith(bar)
    assert only(story_list(told([])))["list"] == "Nothing here yet."


def test_a_headline_of_ones_own_changes_no_other_word():
    ties = {"a": Tie("b"), "b": Tie("c"), "c": Tie("b")}
    bridge = [
        article("Bridge closed", "The council closed the old bridge over the Arn.", day="2026-05-01", id="a"),
        article("Cracks found", "Engineers found cracks in two pillars of it all.", day="2026-05-02", id="b"),
        article("Bridge to go", "Workers will tear down the bridge in May next year.", day="2026-05-03", id="c"),
    ]

    def made(**more):
        return told(bridge, (), story("bridge", "c", "b", "a", ties=ties, **more))

    borne, own = made(title="Cracks found"), made(title="The old bridge", own_title=True)
    assert central(own, own.stories[0]) == central(borne, borne.stories[0]) == bridge[1]


def test_an_outlet_whose_copy_was_folded_has_its_place_among_the_sources():
    copied = article("Flood", "It rose.", day="2026-05-01", source="A", source_url="https://a.example", id="x")
    made = told([dataclasses.replace(copied, also_at=(Copy(name="B", url="https://b.example/1"),))])
    pages = {draft.address: blocks(draft) for draft in source_lists(made)}
    assert "- [B](b.md) *1 article*" in pages["sources/index.md"]["list"]
    assert "[Flood](../articles/2026/05/01/flood.md) *1 May · also at A, 1 May 2026*" in pages["sources/b.md"]["list"]
    assert "a.example" not in pages["sources/b.md"]["about"]


def test_a_folded_copy_stands_under_its_own_headline_on_its_own_day_at_its_outlet():
    own = article("Bridge", "It stands.", day="2026-05-02", source="B", id="y")
    copies = (
        Copy(name="b", url="https://b.example/1", title="Flood *here*", published=dt.date(2026, 5, 3)),
        Copy(name="B", url="https://b.example/0", published=dt.date(2026, 5, 4)),
        Copy(name="C", url="https://c.example/1", retrieved=dt.date(2026, 5, 5)),
        Copy(name="C", url="https://c.example/2", published=dt.date(2026, 5, 3)),
    )
    flood = article("Flood", "It rose.", day="2026-05-01", source="A", id="x", also_at=copies, topics=("Rivers",))
    made = told([own, flood])
    pages = {draft.address: blocks(draft) for draft in source_lists(made)}
    flood_there, own_there = pages["sources/b.md"]["list"].splitlines()[2:]
    assert flood_there == r"- [Flood \*here\*](../articles/2026/05/01/flood.md) *3 May · also at A, 1 May 2026*"
    assert own_there == "- [Bridge](../articles/2026/05/02/bridge.md) *2 May*"
    assert "[Flood](../articles/2026/05/01/flood.md) *3 May · also at" in pages["sources/c.md"]["list"]
    assert "*1 May*" in pages["sources/a.md"]["list"]
    under = {draft.address: blocks(draft)["provenance"] for draft in article_pages(made)}[flood.address]
    assert "- Also at: [b](https://b.example/1) (3 May 2026; “Flood \\*here\\*”), " in under
    assert "[C](https://c.example/1) (fetched 5 May 2026, date of publication unknown)" in under


def test_a_story_that_one_article_tells_now_is_not_in_the_list_and_keeps_its_page():
    made = told(FLOOD, NAMES, story("flood", "d", "c", "b"), story("lone", "a"))
    found = only(story_list(made))
    assert found["about"] == "1 story"
    assert "lone.md" not in found["list"]
    assert "1 article · " in {one.address: blocks(one)["about"] for one in story_pages(made)}["stories/2026/lone.md"]


def test_a_former_story_sends_its_readers_on():
    gone = FormerStory(id="gone", address="stories/2026/gone.md", title="Gone", articles=("a",), into="flood")
    lost = dataclasses.replace(gone, id="lost", address="stories/2026/lost.md", into="")
    found = list(former_stories(dataclasses.replace(flood(), former_stories=(gone, lost))))
    assert [draft.front["redirect"] for draft in found] == ["stories/2026/flood.md", "stories/index.md"]


def test_the_home_page_counts_a_storys_articles_as_its_own_page_does():
    articles = [*FLOOD, article("Undated", "Some say so.", source="The Echo", id="u")]
    (draft,) = home(told(articles, NAMES, story("flood", "d", "c", "b", "a", "u", title="Flood")))
    assert "since 1 May · 5 articles" in " ".join(blocks(draft).values())
