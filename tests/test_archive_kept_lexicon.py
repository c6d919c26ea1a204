"""The lexicon of many names is kept between runs; a damaged or foreign one is made anew."""

import pytest

from broadsheet import entities
from broadsheet.archive import keeping_matcher, kept_lexicon
from broadsheet.entities.matching.lexicon import from_text, lexicon, mark
from broadsheet.model import Entity

TEXT = "Brackwater, ÉLISE MOREAU, в Старом Бору, al-Qamar, صباح and bitcoin"
KNOWN = [
    Entity(id="brackwater", name="Brackwater", kind="place"),
    Entity(id="moreau", name="Élise Moreau", kind="person"),
    Entity(id="bor", name="Старый Бор", kind="place"),
    Entity(id="qamar", name="al-Qamar", kind="organisation"),
    Entity(id="sabah", name="صباح", kind="work"),
    Entity(id="bitcoin", name="bitcoin", kind="product"),
]


@pytest.fixture(autouse=True)
def few_names_are_many(monkeypatch):
    monkeypatch.setattr(kept_lexicon, "FEWEST", 1)


def listed(*more):
    return entities.gazetteer([*KNOWN, *more], [], "ru")


def found(matcher):
    return [one.names[0].entity for one in matcher.find(TEXT, "ru")]


def test_a_lexicon_that_was_kept_finds_the_same(tmp_path):
    made = found(keeping_matcher(tmp_path)(listed()))
    assert made == ["brackwater", "moreau", "bor", "qamar", "sabah", "bitcoin"]
    kept = tmp_path / ".cache" / "broadsheet" / "names.txt"
    before = kept.read_bytes()
    assert found(keeping_matcher(tmp_path)(listed())) == made
    assert kept.read_bytes() == before
    assert [one.name for one in kept.parent.iterdir()] == ["names.txt"]


def test_what_was_written_is_what_is_read():
    made = lexicon(listed())
    assert from_text(made.to_text(), mark(listed())) == made


def test_other_names_have_another_lexicon(tmp_path):
    keeping_matcher(tmp_path)(listed())
    more = listed(Entity(id="axolotl", name="Axolotl"))
    assert found(keeping_matcher(tmp_path)(more)) == found(entities.Matcher(more))


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace(b"[0,", b"[9,"),
        lambda text: b"\xff\xfe" + text,
        lambda text: b"0" * 64 + text[64:],
        lambda text: text + b"\nmore",
    ],
)
def test_a_damaged_lexicon_is_made_anew(tmp_path, damage):
    right = found(keeping_matcher(tmp_path)(listed()))
    kept = tmp_path / ".cache" / "broadsheet" / "names.txt"
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert found(keeping_matcher(tmp_path)(listed())) == right
    assert kept.read_bytes() == whole


def test_a_rehearsal_and_a_folder_that_takes_nothing_write_nothing(tmp_path):
    keeping_matcher(tmp_path, write=False)(listed())
    assert not list(tmp_path.iterdir())
    (tmp_path / ".cache").write_text("in the way", encoding="utf-8")
    assert found(keeping_matcher(tmp_path)(listed()))


def test_few_names_are_not_worth_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_lexicon, "FEWEST", 100_000)
    keeping_matcher(tmp_path)(listed())
    assert not list(tmp_path.iterdir())


def test_the_mark_knows_names_kinds_and_languages():
    marks = {
        mark(listed()),
        mark(listed(Entity(id="axolotl", name="Axolotl"))),
        mark(listed(Entity(id="axolotl", name="Axolotl", kind="person"))),
        mark(listed(Entity(id="axolotl", name="Axolotl", names={"pl": ("Axolotl",)}))),
        mark(listed(Entity(id="axolotl", name="Axolotl", not_meant=("Axolotl Bar",)))),
        mark(listed(Entity(id="axolotl", name="Axolotl", status="suggested"))),
    }
    assert len(marks) == 6
