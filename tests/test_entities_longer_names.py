"""A listed name that is only a piece of a longer one does not link; what merely stands beside it takes nothing away."""

import pytest

from broadsheet import entities
from broadsheet.entities.matching.matcher import Matcher
from broadsheet.model import Entity

PLACES = ("Brackwater", "Orme", "Lunden", "Vesper", "Corea", "Soudan", "Орловск", "Дарвания", "Mexico", "Mexique")
KNOWN = (
    *(Entity(id=name, name=name, kind="place") for name in PLACES),
    Entity(id="State", name="État", kind="organisation", aliases=("Senate",)),
    Entity(id="Quill", name="Ada Quill", kind="person"),
    Entity(id="Times", name="Tern Times", kind="organisation"),
    Entity(id="Games", name="Jeux olympiques", kind="event"),
    Entity(id="Front", name="Front national", kind="organisation"),
    Entity(id="Roman", name="Roman", kind="other"),
)

CASES = [
    ("en", "They met in Brackwater on Monday.", "Brackwater"),
    ("en", "They beat the Brackwater White Sox there.", ""),
    ("en", "They asked Gilles Brackwater about it.", ""),
    ("en", "He studied at the University of Brackwater then.", ""),
    ("en", "The president of Brackwater spoke; President of Brackwater he was.", "Brackwater Brackwater"),
    ("en", "They met Brackwater President Lee and the Tern Times Brackwater office.", "Brackwater Times Brackwater"),
    ("en", "He lives in North Brackwater and in New Brackwater.", ""),
    ("en", "They saw Ada Quill Monday and Ada Quill Tower.", "Quill Quill"),
    ("en", "Brackwater Wins Big Over Orme", "Brackwater Orme"),
    ("en", "On Monday Brackwater won, said mayor of Brackwater Rob Lee.", "Brackwater Brackwater"),
    ("en", "The Gulf of Mexico and Mexico were struck.", "Mexico"),
    ("en", "The Roman roads there; he wrote about a Roman.", "Roman"),
    ("en", "An attack in Orme-controlled Vesper; Roman-speaking people.", "Orme Vesper"),
    ("en", "They speak Brackwater English; in Orme English teachers met.", "Orme"),
    ("en", "The Brackwater Democratic party won Brackwater.", "Brackwater"),
    ("en", "He drove a Vesper F60 in Vesper.", "Vesper"),
    ("fr", "Les Jeux olympiques d’hiver et les Jeux olympiques.", "Games"),
    ("fr", "Le Front national français et le Front national.", "Front"),
    ("fr", "Le club Brackwater Saint-Germain a gagné.", ""),
    ("fr", "Le Conseil d’État et l’État ont parlé du secrétaire d’État.", "State"),
    ("fr", "Le maire de Brackwater Rob Lee a parlé à Brackwater.", "Brackwater Brackwater"),
    ("fr", "Le golfe du Mexique et le Mexique.", "Mexique"),
    ("fr", "Soudan du Sud : une trêve au Soudan.", "Soudan"),
    ("fr", "Ils vont à Le Orme et à l’Orme.", "Orme"),
    ("es", "La Corea del Sur y la Corea.", "Corea"),
    ("es", "Jugó en los Juegos Olímpicos de Lunden, dijo en Lunden.", "Lunden"),
    ("it", "Il Giro di Lunden parte da Lunden.", "Lunden"),
    ("pt", "A Universidade de Lunden fica em Lunden.", "Lunden"),
    ("nl", "De Universiteit van Lunden ligt in Lunden.", "Lunden"),
    ("de", "Die Stadt Brackwater und der Bürgermeister Brackwater sprachen mit Brackwater Bürgern.", "Brackwater " * 3),
    ("de", "Er spielte für den FC Brackwater und Orme FC.", ""),
    ("hu", "Az Orme szép. Kelet-Orme. Ilona Orme jött.", "Orme"),
    ("ro", "În Orme plouă.", "Orme"),
    ("de", "Er spielte bei den Brackwater Seahawks und in Orme Tennis.", "Orme"),
    ("de", "Die Staatsbibliothek zu Lunden liegt in Lunden, die Reise zu Lunden nicht.", "Lunden Lunden"),
    ("ru", "Гран-при Дарвании и Кубок Дарвании, матч в Дарвании.", "Дарвания"),
    ("ru", "Сенат Дарвании и президент Дарвании Пётр Лис.", "Дарвания Дарвания"),
    ("ru", "Он жил в Новой Дарвании.", ""),
    ("ru", "В Орловске прошёл митинг, сказал мэр Орловска Иван Лис.", "Орловск Орловск"),
]


@pytest.fixture(scope="module")
def matcher():
    known = entities.gazetteer(KNOWN, [], "en")
    ours = [name for name in known.names if name.entity in {one.id for one in KNOWN}]
    return Matcher(entities.Gazetteer(known.entities, ours, "en"))


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_piece_of_a_longer_name_is_no_mention(matcher, language, text, expected):
    assert [one.names[0].entity for one in matcher.find(text, language)] == expected.split()
