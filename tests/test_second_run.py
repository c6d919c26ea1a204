"""A second run knows no more than the first: what discovery once suggested is found anew, under the same ids."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet import archive, entities
from broadsheet.entities import name_all
from broadsheet.entities.folding import likeness
from broadsheet.gathering import gather
from broadsheet.model import KINDS, Article, NamedEntity
from edited_site import few_countries

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    records = gather(["tests/data/demo"], ROOT, dt.date(2026, 11, 1)).records()
    return archive.admit(archive.load(tmp_path_factory.mktemp("none")), records).articles


@pytest.fixture(scope="module")
def first(articles):
    """What a first run finds."""
    return name_all([], articles, "en")


def test_names_found_in_a_first_run_are_those_of_the_second(articles, first):
    assert any(entity.status == "suggested" for entity in first.entities.values())
    assert name_all(first.entities.values(), articles, "en") == first


def test_a_name_keeps_its_id_when_another_name_wants_it(articles, first):
    moved = {one: replace(entity, id=f"{one}-x") for one, entity in first.entities.items()
             if entity.status == "suggested"}  # fmt: skip
    second = name_all([*moved.values()], articles, "en")
    assert set(second.entities) >= {entity.id for entity in moved.values()}


def test_what_a_person_touched_is_not_found_anew_but_known(articles, first):
    one = next(entity for entity in first.entities.values() if entity.status == "suggested")
    known = [replace(entity, judged=True) if entity is one else entity for entity in first.entities.values()]
    second = name_all(known, articles, "en")
    assert second.entities[one.id].judged


def with_pages(naming):
    """The entities of a run as their pages tell them to the next."""
    return [replace(entity, coined=True) for entity in naming.entities.values()]


def told(naming):
    """What a run makes of names, whether they had pages before or not."""
    return replace(naming, entities={one: replace(entity, coined=False) for one, entity in naming.entities.items()})


def in_records(*named, count=3):
    """Articles whose records name these, and whose texts have each name."""
    body = " ".join(f"Then {one.name} met the others." for one in named)
    return [Article(id=f"a{turn}", title="-", body=body, language="en", entities=named) for turn in range(count)]


@pytest.mark.parametrize(
    "named",
    [
        NamedEntity(name="Norway", kind="organisation"),
        NamedEntity(name="Fjordland", kind="place", aliases=("Norway",)),
        NamedEntity(name="Norge", aliases=("Norway",)),
        NamedEntity(name="European Union", kind="place"),
    ],
)
def test_what_a_record_tells_from_a_country_is_none_in_the_next_run_either(named):
    articles = in_records(named)
    once = name_all([], articles, "en", suggest=False)
    assert name_all(with_pages(once), articles, "en", suggest=False).entities.keys() == once.entities.keys()
    assert not any(entity.country for entity in with_pages(once) if entity.kind == named.kind)
    assert told(name_all(with_pages(once), articles, "en", suggest=False)) == once


NAMES = st.sampled_from(["Norway", "Norge", "Fjordland", "Ukraine", "The Ukraine", "Ada Brandt", "Brandt"])
NAMED = st.builds(
    NamedEntity,
    name=NAMES,
    kind=st.sampled_from([None, *KINDS]),
    aliases=st.sampled_from([(), (), ("Kingdom of Norway",)]),
    wikidata=st.sampled_from([None, None, "Q20", "Q212"]),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(named=st.lists(st.lists(NAMED, max_size=3), min_size=1, max_size=3))
def test_whatever_records_name_the_next_run_makes_of_it_what_this_one_did(named):
    articles = [replace(in_records(*some, count=1)[0], id=f"a{turn}") for turn, some in enumerate(named)]
    with few_countries():
        once = name_all([], articles, "en", suggest=False)
        assert told(name_all(with_pages(once), articles, "en", suggest=False)) == once


class Unwalked(dict):
    """A mapping that is asked for keys and never gone through."""

    def __iter__(self):
        raise AssertionError("gone through")

    keys = values = items = __iter__


def test_former_ids_are_looked_up_and_never_gone_through_for_each_name():
    articles = [Article(id="a1", title="-", body="Talks with Orme Valley and the Sellow Group went on.", language="en")]
    names = replace(entities.gazetteer([], articles, "en", anew=True), former=Unwalked({"sellow group": "before"}))
    found = {one.name: one.id for one in entities.discover(articles, names).sure}
    assert found["Sellow Group"] == "before"


def test_of_two_names_that_were_one_page_the_first_keeps_its_id():
    articles = [Article(id="a1", title="-", body="Talks with Orme Valley and the Sellow Group went on.", language="en")]
    names = entities.gazetteer([], articles, "en", anew=True)
    former = {likeness("Sellow Group"): "before", likeness("Orme Valley"): "before"}
    found = {one.name: one.id for one in entities.discover(articles, replace(names, former=former)).sure}
    assert found == {"Orme Valley": "before", "Sellow Group": "sellow-group"}
