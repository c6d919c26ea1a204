"""A second run knows no more than the first: what discovery once suggested is found anew, under the same ids."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from broadsheet import archive
from broadsheet.entities import name_all
from broadsheet.gathering import gather

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    records = gather(["tests/data/demo"], ROOT, dt.date(2026, 11, 1)).records()
    return archive.admit(archive.load(tmp_path_factory.mktemp("none")), records).articles


def test_names_found_in_a_first_run_are_those_of_the_second(articles):
    first = name_all([], articles, "en")
    assert any(entity.status == "suggested" for entity in first.entities.values())
    assert name_all(first.entities.values(), articles, "en") == first


def test_a_name_keeps_its_id_when_another_name_wants_it(articles):
    first = name_all([], articles, "en")
    moved = {one: replace(entity, id=f"{one}-x") for one, entity in first.entities.items()
             if entity.status == "suggested"}  # fmt: skip
    second = name_all([*moved.values()], articles, "en")
    assert set(second.entities) >= {entity.id for entity in moved.values()}


def test_what_a_person_touched_is_not_found_anew_but_known(articles):
    first = name_all([], articles, "en")
    one = next(entity for entity in first.entities.values() if entity.status == "suggested")
    known = [replace(entity, judged=True) if entity is one else entity for entity in first.entities.values()]
    second = name_all(known, articles, "en")
    assert second.entities[one.id].judged
