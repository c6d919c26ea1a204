"""Known names are found where they stand as whole words, in many languages, and nowhere else."""

import itertools
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet import entities
from broadsheet.entities.folding import fold, likeness
from broadsheet.entities.matching.matcher import Matcher
from broadsheet.model import Article, Entity

KNOWN = (
    Entity(id="brackwater", name="Brackwater", kind="place"),
    Entity(id="tern-valley", name="Tern Valley", kind="place"),
    Entity(id="tern-valley-times", name="Tern Valley Times", kind="organisation"),
    Entity(id="saint-orme", name="Saint-Orme", kind="place"),
    Entity(id="orme", name="Orme", kind="person"),
    Entity(id="kestrel-9", name="Kestrel-9", kind="product"),
    Entity(id="kestrel", name="Kestrel", kind="other"),
    Entity(id="qx", name="QX", kind="organisation"),
    Entity(id="xu", name="Xu", kind="person"),
    Entity(id="james", name="James", kind="person"),
    Entity(id="al-qamar", name="al-Qamar", kind="organisation"),
    Entity(id="moreau", name="Élise Moreau", kind="person"),
    Entity(id="lanka", name="ランカ", kind="place"),
    Entity(id="minato", name="港湾局", kind="organisation"),
    Entity(id="sabah", name="صباح الخير", kind="work"),
    Entity(id="lumea", name="LUMEA", kind="organisation"),
)

CASES = [
    ("en", "Brackwater's mayor left Brackwater.", ["Brackwater", "Brackwater"]),
    ("en", "BRACKWATER FLOODED, brackwater not", ["BRACKWATER"]),
    ("en", "The Tern Valley Times covers Tern Valley.", ["Tern Valley Times", "Tern Valley"]),
    ("en", "Tern\u00a0Valley, Tern\nValley; Tern  Valley; Tern\n\nValley", ["Tern\u00a0Valley", "Tern\nValley"]),
    ("en", "Brackwaters, Brackwaterish, xBrackwater", []),
    ("en", "James' boat, James’s boat, Jamesian boats", ["James", "James"]),
    ("en", "the Kestrel-9 and a Kestrel flew", ["Kestrel-9", "Kestrel"]),
    ("en", "the Kestrel‑9 and Kestrel–9 and Kestrel-90", ["Kestrel‑9", "Kestrel–9"]),
    ("en", "Brackwater-based, anti-Brackwater", ["Brackwater", "Brackwater"]),
    ("en", "the Brackwater-James talks", ["Brackwater", "James"]),
    ("en", "the Port-Brackwater road, Brackwater-Plage", []),
    ("fr", "Saint-Orme et Orme, mais Seine-Saint-Orme", ["Saint-Orme", "Orme"]),
    ("fr", "L’Orme, d'Orme, qu’Orme, aujourd'hui Orme", ["Orme", "Orme", "Orme", "Orme"]),
    ("en", "Beverly D'Orme and O'Orme", []),
    ("it", "dell'Orme, all’Orme", ["Orme", "Orme"]),
    ("fr", "« Brackwater », “Brackwater”, (Brackwater)", ["Brackwater"] * 3),
    ("en", "QX and qx; Xu and XU", ["QX"]),
    ("en", "Al-Qamar said; al-Qamar did", ["Al-Qamar", "al-Qamar"]),
    ("en", "Brackwater.com and @Brackwater but #Brackwater.", ["Brackwater"]),
    ("fr", unicodedata.normalize("NFD", "Selon Élise Moreau."), [unicodedata.normalize("NFD", "Élise Moreau")]),
    ("fr", "ÉLISE MOREAU", ["ÉLISE MOREAU"]),
    ("ja", "昨日ランカで港湾局は述べた。スリランカ、ランカスター", ["ランカ", "港湾局"]),
    ("ar", "قال صباح الخير إن وصباح الخير", ["صباح الخير", "صباح الخير"]),
    ("en", "Brack\u00adwater rose", ["Brack\u00adwater"]),
    ("tr", "Brackwater'da, Brackwater’ın", ["Brackwater", "Brackwater"]),
    (None, "Brackwater", ["Brackwater"]),
    ("en", "", []),
]


@pytest.fixture(scope="module")
def matcher():
    return Matcher(entities.gazetteer(KNOWN, [], "en"))


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_find(matcher, language, text, expected):
    found = matcher.find(text, language)
    assert [one.surface for one in found] == expected
    assert all(one.surface == text[one.start : one.end] for one in found)


COUNTRIES = [
    ("fr", "L’Ukraine et les États-Unis, la Birmanie", ["ukraine", "united-states", "myanmar"]),
    ("en", "Papua New Guinea, Guinea-Bissau and Guinea", ["papua-new-guinea", "guinea-bissau", "guinea"]),
    ("en", "Northern Ireland, New Mexico, New Jersey", []),
    ("en", "a turkey, some china", []),
    ("en", "Turkey and the UK", ["turkiye", "united-kingdom"]),
    ("en", "the Iran-Israel war, U.S.-led", ["iran", "israel", "united-states"]),
    ("en", "Georgia elected a governor", []),
    ("en", "Georgia and Armenia talk", ["georgia", "armenia"]),
    ("fr", "Maurice est parti au Tchad", ["chad"]),
    ("fr", "the Chad", []),
    ("de", "die Syrien-Konferenz in Syrien", ["syria", "syria"]),
    ("nl", "Iraks plan, Ruslands rol; Nederlands elftal, het Nederlands", ["iraq", "russia"]),
    ("de", "die Ukraine und Großbritannien", ["ukraine", "united-kingdom"]),
    ("es", "Ucrania y Corea del Norte", ["ukraine", "north-korea"]),
    ("ru", "Россия, Украина и США", ["russia", "ukraine", "united-states"]),
    ("uk", "Україна", ["ukraine"]),
    ("ar", "روسيا وأوكرانيا", ["russia", "ukraine"]),
    ("ja", "ウクライナと米国、中国", ["ukraine", "united-states", "china"]),
    ("zh", "乌克兰和俄罗斯；印度洋；印度尼西亚", ["ukraine", "russia", "indonesia"]),
    ("zh-Hant", "烏克蘭與俄羅斯", ["ukraine", "russia"]),
    ("pt-BR", "Irã e Irão", ["iran", "iran"]),
    ("el", "Ουκρανία", ["ukraine"]),
    ("el", "Η ΕΕ και οι ΗΠΑ, ο ΟΗΕ. Στη Γερμανία.", ["european-union", "united-states", "united-nations", "germany"]),
    ("he", "אוקראינה", ["ukraine"]),
    ("th", "ยูเครน", ["ukraine"]),
    ("ko", "우크라이나는", ["ukraine"]),
    ("hi", "यूक्रेन", ["ukraine"]),
    ("ar", "قالت روسيا اليوم إن روسيا", ["russia"]),
    ("xx", "Ukraine", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTRIES)
def test_countries(language, text, expected):
    article = Article(id="a", title="-", body=text, language=language)
    naming = entities.name_all((), [article], "en", suggest=False)
    assert [mention.entity for mention in naming.mentions["a"]] == expected


WORDS = [
    *(name for entity in KNOWN for name in (entity.name, *entity.aliases)),
    " ",
    "-",
    "’",
    "'",
    "d",
    "s",
    ".",
    "\n",
    "Ürn",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_finds_are_ordered_disjoint_and_stand_in_the_text(matcher, text):
    found = matcher.find(text, "fr")
    assert found == matcher.find(text, "fr")
    assert all(one.surface == text[one.start : one.end] for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.text(max_size=200))
def test_folding_keeps_track_of_every_character(text):
    folded = fold(text)
    if folded.offsets is None:
        assert len(folded.text) == len(text)
    else:
        assert len(folded.offsets) == len(folded.text) + 1
        assert list(folded.offsets) == sorted(folded.offsets)
        assert folded.offsets[-1] == len(text)


def test_likeness_joins_spellings():
    assert likeness("Moyen-Orient") == likeness("moyen orient") == likeness("MOYEN‑ORIENT")
    assert likeness("Zelenský") == likeness("Zelensky")
    assert likeness("Iran") != likeness("Irak")


def test_the_order_of_names_does_not_matter():
    text = "Tern Valley Times, Kestrel-9, Saint-Orme and Orme"
    shuffled = list(KNOWN)
    random.Random(5).shuffle(shuffled)  # noqa: S311 - no secret
    one, other = (Matcher(entities.gazetteer(known, [], "en")).find(text, "en") for known in (KNOWN, shuffled))
    assert one == other
