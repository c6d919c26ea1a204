"""Stories keep their ids: as articles come and go, as stories merge and part, and as people say otherwise."""

from collections import Counter

import pytest

from broadsheet.model import Tie
from broadsheet.stories import StoryPage, Told, tell
from broadsheet.stories.group import Group
from editions import article


class Site:
    """Articles told as stories, run after run; a test says which belong together."""

    def __init__(self):
        self.articles = {}
        self.told = Told()
        self.telling = None

    def add(self, *ids, day="2026-05-04"):
        for one in ids:
            self.articles[one] = article(f"About {one}", id=one, day=day)

    def run(self, *groups, **said):
        """Tells the stories; `groups` are texts of ids, `said` is what people said since (`put`, `alone`, `apart`)."""
        ordered = sorted(self.articles.values(), key=lambda one: (one.day, one.id), reverse=True)
        given = []

        def grouping(articles, _named, wishes):
            given.extend(wishes.apart)
            there = [one.id for one in articles]
            found = [[one for one in there if one in group.split()] for group in groups]
            return [
                Group(tuple(of), {one: Tie(of[-1] if one != of[-1] else of[0], text=0.5) for one in of})
                for of in found
                if len(of) > 1
            ]

        told = Told(
            pages=self.told.pages,
            last={one: story for one, story in self.told.last.items() if one not in said.get("put", ())},
            put=said.get("put", {}),
            alone=frozenset(said.get("alone", ())),
            apart=said.get("apart", {}),
        )
        self.telling = tell(ordered, {}, told, grouping=grouping)
        self.apart = given
        self.told = self.as_read_back(said)
        return {story.id: " ".join(sorted(story.articles)) for story in self.telling.stories}

    def as_read_back(self, said):
        pages = {
            one.id: StoryPage(
                id=one.id,
                address=one.address,
                title=one.title,
                articles=one.articles,
                former=former,
            )
            for former, of in ((False, self.telling.stories), (True, self.telling.former))
            for one in of
        }
        last = {
            one: story.id for story in self.telling.stories for one in story.articles if one not in said.get("put", ())
        }
        return Told(pages=pages, last=last)

    @property
    def former(self):
        return {one.id: one.into for one in self.telling.former}


@pytest.fixture
def site():
    made = Site()
    made.add("a", "b", "c", "d", "e")
    return made


def test_an_id_is_made_from_the_first_headline_and_stays_when_earlier_and_later_articles_come(site):
    assert site.run("b c") == {"about-b": "b c"}
    site.add("z", day="2026-05-05")
    site.add("y", day="2026-05-01")
    assert site.run("b c y z") == {"about-b": "b c y z"}
    assert site.telling.stories[0].address == "stories/2026/about-b.md"


def test_ids_are_unique_among_all_there_ever_were(site):
    site.run("a b", "d e")
    site.run("a b d e")
    assert site.former == {"about-d": "about-a"}
    site.articles.pop("d"), site.articles.pop("a")
    site.add("f", day="2026-05-03")
    site.articles["f"] = article("About d", id="f", day="2026-05-03")
    assert site.run("c f", "b e") == {"about-d-2": "c f", "about-a": "b e"}


def test_a_story_goes_to_where_most_of_its_articles_went_and_comes_back_when_they_part(site):
    site.add("f")
    assert site.run("a b", "c d e") == {"about-a": "a b", "about-c": "c d e"}
    assert site.run("a b c d e") == {"about-c": "a b c d e"}
    assert site.former == {"about-a": "about-c"}
    assert site.run("a b c d e f") == {"about-c": "a b c d e f"}
    assert site.run("a b", "c d e f") == {"about-a": "a b", "about-c": "c d e f"}
    assert site.former == {}


def test_ties_go_to_the_earliest(site):
    site.run("b c", "d e")
    assert site.run("b c d e") == {"about-b": "b c d e"}


def test_a_story_that_shrinks_keeps_its_earliest_article_and_one_that_is_gone_leads_on(site):
    site.run("a b", "c d")
    assert site.run("c d") == {"about-a": "a", "about-c": "c d"}
    assert site.run("c d") == {"about-a": "a", "about-c": "c d"}
    site.articles.pop("a")
    assert site.run("c d") == {"about-c": "c d"}
    assert site.former == {"about-a": ""}
    site.add("a")
    assert site.run("a b", "c d") == {"about-a": "a b", "about-c": "c d"}


def test_what_a_person_put_into_a_story_stays_there_and_takes_no_one_along(site):
    site.run("a b", "c d e")
    put = {"c": "about-a"}
    assert site.run("a b", "c d e", put=put) == {"about-a": "a b c", "about-c": "d e"}
    assert site.run("a b", "c d e", put=put) == {"about-a": "a b c", "about-c": "d e"}
    ties = site.telling.stories[[one.id for one in site.telling.stories].index("about-a")].ties
    assert ties["c"] == Tie(said=True)
    assert site.run("a b", "c d e") == {"about-a": "a b", "about-c": "c d e"}


def test_a_person_put_here_whom_a_person_put_here_and_nobody_else(site):
    site.add("f", "g")
    site.run("a b c", "f g")

    def grouping(_articles, _named, _wishes):
        nearest = {"c": Tie("b", text=0.4), "b": Tie("a", text=0.3), "a": Tie("b", text=0.3)}
        return [Group(("c", "b", "a"), nearest), Group(("g", "f"), {"g": Tie("f"), "f": Tie("g")})]

    def ties(**put):
        told = Told(pages=site.told.pages, last=site.told.last, put=put)
        articles = sorted(site.articles.values(), key=lambda one: one.id, reverse=True)
        stories = tell(articles, {}, told, grouping=grouping).stories
        return {story.id: story.ties for story in stories}

    assert ties(b="about-f") == {"about-a": {}, "about-f": {"g": Tie("f"), "f": Tie("g"), "b": Tie(said=True)}}
    assert ties(a="about-f")["about-a"] == {"c": Tie("b", text=0.4), "b": Tie("c", text=0.4)}
    assert ties(a="about-a")["about-a"]["a"] == Tie("b", text=0.3, said=True)


def test_what_is_like_an_article_that_a_person_put_into_a_story_comes_along_unless_it_is_of_another(site):
    site.run("a b")
    assert site.run("a b", "c d", put={"c": "about-a"}) == {"about-a": "a b c d"}
    assert site.run("a b", "c d", put={"c": "about-a"}) == {"about-a": "a b c d"}


def test_two_articles_put_into_a_new_story_make_it_and_one_does_not(site):
    assert site.run(put={"a": "floods"}) == {}
    assert site.run(put={"a": "floods", "d": "floods"}) == {"floods": "a d"}
    assert site.run(put={"a": "floods"}) == {"floods": "a"}


def test_new_stories_whose_ids_are_spelled_alike_have_pages_of_their_own(site):
    put = {"a": "Rivers", "b": "Rivers", "c": "rivers", "d": "rivers"}
    assert site.run(put=put) == {"Rivers": "a b", "rivers": "c d"}
    first = {one.id: one.address for one in site.telling.stories}
    assert first == {"Rivers": "stories/2026/rivers.md", "rivers": "stories/2026/rivers-2.md"}
    site.add("f")
    site.run(put={**put, "e": "RIVERS", "f": "RIVERS"})
    again = {one.id: one.address for one in site.telling.stories}
    assert again == {**first, "RIVERS": "stories/2026/rivers-3.md"}


def test_a_story_that_people_vouch_for_takes_its_group_along(site):
    site.run("a b c")
    assert site.run(put={"a": "floods", "b": "floods"}) == {"floods": "a b"}
    assert site.former == {"about-a": "floods"}
    assert site.run("a b c", put={"a": "floods", "b": "floods"}) == {"floods": "a b c"}


def test_an_article_alone_or_apart_is_in_no_such_story(site):
    site.run("a b c")
    assert site.run("a b c", alone=["b"]) == {"about-a": "a c"}
    assert site.run("a b c", apart={"b": ("about-a",)}) == {"about-a": "a c"}
    assert sorted(site.apart) == [("b", "a"), ("b", "c")]
    assert site.run("a c", "b d", apart={"b": ("about-a",)}) == {"about-a": "a c", "about-b": "b d"}


def test_who_says_both_says_apart(site):
    site.run("a b")
    assert site.run("a b", put={"c": "about-a"}, apart={"c": ("about-a",)}) == {"about-a": "a b"}


def test_the_headline_is_that_of_the_article_that_most_are_nearest_to_in_the_sites_language():
    articles = [
        article("Latest", id="c", day="2026-05-04", language="en"),
        article("Middle", id="b", day="2026-05-03", language="en"),
        article("Premier", id="a", day="2026-05-02", language="fr"),
    ]

    def grouping(_articles, _named, _wishes):
        return [Group(("c", "b", "a"), {"c": Tie("a"), "b": Tie("a"), "a": Tie("b")})]

    titles = Counter()
    for language in ("en", "fr"):
        titles[language, tell(articles, {}, language=language, grouping=grouping).stories[0].title] += 1
    assert set(titles) == {("en", "Middle"), ("fr", "Premier")}
