"""What was read in articles before is what would be read now, whatever has changed since; and little is read anew."""

from dataclasses import replace
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.archive import keeping_readings
from broadsheet.entities import Matcher, Readings, gazetteer, linking, name_articles
from broadsheet.model import KINDS, Article, Entity, NamedEntity
from edited_site import few_countries

WORDS = ["Alma", "Qorvin", "alma", "Élise", "Elise", "Moreau", "Jordan", "Старого Бора", "Norway", "Norge", "صباح"]
WORDS += ["al-Qamar", "QORVIN", "Qorvins", "met", "the", "of", "Bank", "May", "bitcoin", "İzmir", "İzmir'de", "-", "’s"]
WORDS += ["東京", "ミカ・ランカ", "Mr.", "river", "“Jordan”", ".", ",", "\n\n"]
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
NAMES = ["Alma Qorvin", "Qorvin", "Élise Moreau", "Elise", "Jordan", "Michael Jordan", "Старый Бор", "صباح", "al-Qamar"]
NAMES += ["Bank of Jordan", "bitcoin", "İzmir", "東京", "ミカ・ランカ", "May Moreau", "Norge", "alma", "Jordan River"]
NAME = st.sampled_from(NAMES)
ENTITY = st.builds(
    Entity,
    id=st.sampled_from("abcdef"),
    name=NAME,
    kind=st.sampled_from(KINDS),
    aliases=st.lists(NAME, max_size=1).map(tuple),
    status=st.sampled_from(["adopted", "adopted", "suggested", "rejected"]),
    not_meant=st.sampled_from([(), (), ("Jordan River",)]),
)
ENTITIES = st.lists(ENTITY, max_size=5, unique_by=lambda one: one.id)
ARTICLE = st.builds(
    Article,
    id=st.sampled_from([f"x{number}" for number in range(6)]),
    title=TEXT,
    body=TEXT,
    language=st.sampled_from(["en", "en", "fr", "de", "ru", "tr", "ja", "ar", None]),
    topics=st.sampled_from([(), ("War",)]),
    entities=st.sampled_from([(), (NamedEntity(name="Qorvin", kind="person"),)]),
    meant=st.sampled_from([{}, {}, {}, {"Jordan": "a"}]),
    unnamed=st.sampled_from([frozenset(), frozenset(), frozenset(["0000"])]),
)
ARTICLES = st.lists(ARTICLE, min_size=1, max_size=4, unique_by=lambda one: one.id)


@pytest.fixture(scope="module", autouse=True)
def _few_countries():
    with few_countries():
        yield


def named(entities, articles, readings=None):
    names = gazetteer(entities, articles, "en")
    return name_articles(articles, names, Matcher(names).find, readings=readings)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(ENTITIES, ARTICLES), min_size=2, max_size=3))
def test_whatever_changes_between_runs_what_was_read_before_is_what_is_read_now(runs):
    readings = Readings()
    for entities, articles in runs:
        found, doubts = named(entities, articles, readings)
        clean, clean_doubts = named(entities, articles)
        assert (list(found.items()), doubts) == (list(clean.items()), clean_doubts)


@settings(max_examples=200, deadline=None)
@given(ENTITIES, ARTICLES, ENTITY, st.integers(0, 4), st.sampled_from(["kind", "name", "status", "more", "less"]))
def test_a_single_change_is_seen_wherever_it_tells(entities, articles, other, place, how):
    readings = Readings()
    named(entities, articles, readings)
    changed = list(entities)
    if how == "more" or not entities:
        changed = [*changed, replace(other, id="z")]
    elif how == "less":
        del changed[place % len(entities)]
    else:
        one = changed[place % len(entities)]
        changed[place % len(entities)] = replace(one, **{how: getattr(other, how)})
    assert named(changed, articles, readings) == named(changed, articles)


CROWD = [Article(id=f"c{number}", title="-", body=f"Alma Qorvin met {who}.", language="en")
         for number, who in enumerate(["Ed Moll", "Ida Lund", "Élise Moreau", "Ed Moll"])]  # fmt: skip
KNOWN = [Entity(id="alma", name="Alma Qorvin", kind="person"), Entity(id="ed", name="Ed Moll", kind="person")]


def read(entities, articles, readings):
    """The articles that are read, by id."""
    with mock.patch.object(linking, "article_names", side_effect=linking.article_names) as asked:
        named(entities, articles, readings)
    return [call.args[0].id for call in asked.call_args_list]


def test_only_articles_with_a_name_that_has_changed_are_read_anew():
    readings = Readings()
    assert read(KNOWN, CROWD, readings) == ["c0", "c1", "c2", "c3"]
    assert readings.changed
    assert read(KNOWN, CROWD, readings) == []
    assert not readings.changed
    more = [*KNOWN, Entity(id="moreau", name="Elise Moreau", kind="person")]
    assert read(more, CROWD, readings) == ["c2"]
    assert read(KNOWN, CROWD, readings) == ["c2"]
    news = Article(id="d", title="-", body="Ed Moll met nobody.", language="en")
    assert read(KNOWN, [*CROWD, news], readings) == ["d"]
    assert read(KNOWN, [CROWD[0], *CROWD[2:], news], readings) == []
    assert readings.changed  # one of them is kept no longer
    assert read([replace(KNOWN[1], description="A man.", judged=True), KNOWN[0]], [*CROWD[2:], news], readings) == []
    assert read([replace(KNOWN[1], kind="place"), KNOWN[0]], [*CROWD[2:], news], readings) == ["c3", "d"]


def test_a_name_is_looked_for_in_all_its_forms():
    readings = Readings()
    bent = [Article(id="r", title="-", body="В Старого Бора пришли.", language="ru")]
    named([], bent, readings)
    bor = [Entity(id="bor", name="Старый Бор", kind="place")]
    assert named(bor, bent, readings)[0]["r"]


def test_what_is_kept_on_disk_is_what_was_read(tmp_path):
    for expected in (["c0", "c1", "c2", "c3"], []):
        with keeping_readings(tmp_path) as readings:
            assert read(KNOWN, CROWD, readings) == expected
    kept = tmp_path / ".cache" / "broadsheet" / "readings.json"
    kept.write_bytes(kept.read_bytes()[:-9])
    with keeping_readings(tmp_path, write=False) as readings:
        assert len(read(KNOWN, CROWD, readings)) == len(CROWD)
