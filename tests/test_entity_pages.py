"""What an entity's page says: what it is, when it is named, with whom, under which topics, by which sources."""

import math
import re
from dataclasses import replace

import pytest

from broadsheet.outputs import drafts
from broadsheet.outputs.company import FEW, MOST, company, log_likelihood
from editions import article, edition, entity, texts


def block(page, name):
    return page.partition(f"<!-- broadsheet:{name} -->")[2].partition(f"<!-- /broadsheet:{name} ")[0].strip()


def page_of(articles, *entities):
    return texts(drafts(edition(articles, entities)))[f"entities/{entities[0].id}.md"]


def _in(tag, name):
    return f'<span lang="{tag}" dir="{"rtl" if tag in ("ar", "he") else "ltr"}">{name}</span>'


def dated(text, count, month=1, **more):
    return [
        article(f"{text[:20]} {month} {day}", text, day=f"2024-{month:02}-{day:02}", **more)
        for day in range(1, count + 1)
    ]


def test_a_page_tells_first_and_last_day():
    page = page_of(
        [*dated("On Ukraine.", 2), article("No day", "Ukraine.")], entity("Ukraine", "place", wikidata="Q212")
    )
    to_files = " · [Feed](../feeds/entities/ukraine.xml) · [JSON](../data/entities/ukraine.json)"
    assert block(page, "about") == (
        "[Places](kind/place.md)\n\n[Wikidata Q212](https://www.wikidata.org/wiki/Q212) · 3 articles"
        " · first named 1 January 2024 · last named 2 January 2024" + to_files
    )
    once = page_of(dated("On Ukraine.", 1), entity("Ukraine", "place"))
    assert block(once, "about").endswith("1 article · 1 January 2024" + to_files)


def test_the_blocks_stand_in_the_order_in_which_they_are_read():
    articles = dated(
        "“We have come a long way,” said Alpha. Beta, Gamma, Delta and Epsilon left.", 4, language="en", source="S"
    )
    articles += [article("More", "Alpha again.", day=articles[0].published.isoformat()), *dated("Nobody.", 20, month=2)]
    others = [entity(name, "place") for name in ("Beta", "Gamma", "Delta", "Epsilon")]
    page = page_of(articles, entity("Alpha", "person", aliases=("A",), description="A person's words."), *others)
    parts = ["about", "names", "timeline", "together", "said", "subjects", "coverage"]
    places = [page.index(f"<!-- broadsheet:{name} -->") for name in parts]
    assert places == sorted(places)
    assert places[0] < page.index("A person's words.") < places[1]


def test_a_name_seen_once_has_a_small_page():
    page = page_of(dated("Alpha met Beta.", 1, topics=("T",), source="S"), entity("Alpha", "person"), entity("Beta"))
    assert not any(block(page, name) for name in ("timeline", "together", "said", "subjects"))
    assert len(page.encode()) < 1600


def test_company_is_ranked_by_more_than_counts():
    articles = dated("Alpha met France.", 6) + dated("Alpha met Beta.", 3, month=2) + dated("France.", 28, month=3)
    articles += dated("Nobody.", 20, month=4)
    made = edition(articles, [entity("Alpha", "person"), entity("France", "place"), entity("Beta", "person")])
    found = company(made, "alpha")
    # France is named twice as often with it, and in most of the archive besides.
    assert [(one.entity.name, one.shared) for one in found] == [("Beta", 3), ("France", 6)]
    assert found[0].strength > found[1].strength


def test_company_met_once_only_fills_a_short_list():
    names = [f"Name{place:02}" for place in range(20)]
    articles = [article(f"T{place}", f"Alpha met {name}.", day="2024-01-01") for place, name in enumerate(names)]
    made = edition(articles, [entity("Alpha"), *(entity(name) for name in names)])
    assert len(company(made, "alpha")) == FEW
    both = dated("Alpha met " + ", ".join(names) + ".", 3) + dated("Nobody.", 20, month=2)
    assert len(company(edition(both, [entity("Alpha"), *(entity(name) for name in names)]), "alpha")) == MOST


@pytest.mark.parametrize(
    ("both", "one", "other", "total"), [(3, 5, 7, 100), (1, 1, 1, 10), (20, 20, 20, 40), (2, 2, 900, 1000)]
)
def test_the_log_likelihood_ratio_is_that_of_two_hypotheses(both, one, other, total):
    def likelihood(successes, tries, chance):
        return (successes and successes * math.log(chance)) + (
            (tries - successes) and (tries - successes) * math.log(1 - chance)
        )

    # Dunning's own form: how likely the other name is with and without the first, against how likely it is anyway.
    with_it, without = both / one, (other - both) / (total - one)
    expected = 2 * (
        likelihood(both, one, with_it)
        + likelihood(other - both, total - one, without)
        - likelihood(both, one, other / total)
        - likelihood(other - both, total - one, other / total)
    )
    assert log_likelihood(both, one, other, total) == pytest.approx(1000 * expected, abs=1)


def test_meetings_by_chance_or_less_count_for_nothing():
    assert log_likelihood(5, 50, 10, 100) == 0
    assert log_likelihood(0, 50, 10, 100) == 0
    assert log_likelihood(10, 10, 10, 10) == 0


def test_topics_and_sources_are_counted_most_first():
    articles = dated("Ukraine.", 2, topics=("War", "Aid"), source="Times") + dated(
        "Ukraine.", 1, month=2, topics=("War",), source="Post"
    )
    page = page_of(articles, entity("Ukraine", "place"))
    assert block(page, "subjects") == (
        "## Topics and sources\n\n- Topics: [War](../topics/war.md) 3, [Aid](../topics/aid.md) 2\n"
        "- Sources: [Times](../sources/times.md) 2, [Post](../sources/post.md) 1"
    )


def test_each_name_of_another_language_says_so_and_keeps_its_place_in_a_row():
    names = {"he": ("ישראל",), "ar": ("إسرائيل",), "fr": ("Israël",)}
    page = page_of([], entity("Israel", "place", aliases=("מדינת ישראל", "ארץ ישראל", "Eretz"), names=names))
    also, languages = block(page, "names").split("\n")
    assert also == f"- Also called: {_in('he', 'מדינת ישראל')}, {_in('he', 'ארץ ישראל')}, Eretz"
    told = [f"{_in('ar', 'إسرائيل')} (Arabic)", f"{_in('fr', 'Israël')} (French)", f"{_in('he', 'ישראל')} (Hebrew)"]
    assert languages == f"- In other languages: {', '.join(told)}"


def test_a_page_whose_name_is_in_another_language_says_so_in_its_heading_and_its_links():
    kyiv = replace(entity("Київ", "place"), language="uk")
    made = texts(drafts(edition(dated("Київ.", 1), [kyiv])))
    page = made[kyiv.address]
    assert block(page, "title") == f"# {_in('uk', 'Київ')}"
    assert "\ntitle: Київ\n" in page
    assert f"[{_in('uk', 'Київ')}](" in block(made["entities/kind/place.md"], "list")


def test_a_countrys_names_are_those_in_the_languages_of_the_archive():
    read = [article(f"In {tag}", "Text.", language=tag) for tag in ("zh-Hant", "fr", "pt-BR", "en-GB", "ru", "tlh")]
    china = entity("China", "place", country="CN", aliases=("Chine", "Middle Kingdom"), names={"ru": ("Поднебесная",)})
    also, languages = block(page_of([*read, article("None", "Text.")], china), "names").split("\n")
    assert also == "- Also called: Middle Kingdom"
    # Portuguese calls it China as well, and what the page says of Russian counts for more than CLDR.
    told = [f"{_in('fr', 'Chine')} (French)", f"{_in('ru', 'Поднебесная')} (Russian)", f"{_in('zh', '中国')} (Chinese)"]
    assert languages == f"- In other languages: {', '.join(told)}"


def test_a_countrys_page_in_an_archive_of_one_language_lists_no_other():
    page = page_of([article("News", "On Ukraine.", language="en")], entity("Ukraine", "place", country="UA"))
    assert block(page, "names") == ""


@pytest.mark.parametrize(
    ("name", "kind", "aliases", "listed"),
    [
        ("Donald Trump", "person", ("Дональда Трампа", "Трампа", "Дональд Трамп", "Трампу"), "Дональд Трамп"),
        ("Theresa May", "person", ("Терезы Мэй", "Терезой Мэй"), "Терезы Мэй"),
        ("Donald Trump", "person", ("Trump", "The Donald"), "The Donald"),
        ("Москва", "place", ("Москвы", "Moscow"), "Moscow"),
        ("Киев", "place", ("Київ", "Києва"), "Київ, Києва"),
        ("Tom Cook", "person", ("Tim Cook", "库克"), "Tim Cook, 库克"),
        ("Varda Institute", "organisation", ("Institute", "VSI"), "Institute, VSI"),
    ],
)
def test_a_name_in_another_case_and_a_surname_of_a_full_name_are_not_listed_beside_it(name, kind, aliases, listed):
    page = page_of([], entity(name, kind, aliases=aliases))
    assert re.sub(r"<[^>]+>", "", block(page, "names")) == f"- Also called: {listed}"
    assert all(f"- {alias}\n" in page.split("---\n")[1] for alias in aliases)
