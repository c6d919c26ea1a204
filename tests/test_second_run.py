"""A second run knows no more than the first: what discovery once suggested is found anew, under the same ids."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from broadsheet import archive, entities
from broadsheet.entities import name_all
from broadsheet.entities.folding import likeness
from broadsheet.gathering import gather
from broadsheet.model import Article

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
