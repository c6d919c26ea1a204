"""Which articles tell one story."""

from __future__ import annotations

import datetime as dt
import re
import time
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.edition import newest_first
from broadsheet.model import Article, Mention
from broadsheet.stories.candidates import MOST_PAIRS, best
from broadsheet.stories.families import Families
from broadsheet.stories.group import Wishes
from broadsheet.stories.grouping import grouped
from broadsheet.stories.linkage import linked
from broadsheet.stories.rarity import Features, Vectors
from broadsheet.stories.reading import pieces
from broadsheet.stories.sounds import sound, sounds

FIRE = (
    "A fire broke out on Monday night in the Grand Kartal hotel in Kartalkaya, a ski resort in northern Turkey, and "
    "killed 76 people, the interior minister said. Guests jumped from the windows of the upper floors. The roof of the "
    "wooden building fell in before the firemen arrived from Bolu, 40 kilometres away."
)
FIRE_AGAIN = (
    "Turkey mourns after the blaze in the Grand Kartal hotel: at least 76 guests died in the ski resort of Kartalkaya. "
    "Firemen needed an hour from Bolu to the wooden building, whose upper floors were in flames by then. Nine people, "
    "the owner of the hotel among them, were arrested."
)
VOTE = (
    "Iceland votes on Saturday on whether to resume talks about joining the European Union. Polls in Reykjavik show "
    "both camps at 48 percent. Fishing quotas are what most voters name as their reason."
)
STOCKS = (
    "Shares of the chip maker Nordvik rose by 14 percent in Oslo after it reported a record profit of 3.2 billion "
    "crowns. Orders from makers of electric cars doubled, its chief executive Ingrid Solheim said."
)
NAMES = {
    "fire": ("kartalkaya", "grand-kartal", "turkey", "bolu"),
    "again": ("turkey", "grand-kartal", "kartalkaya", "bolu"),
    "vote": ("iceland", "european-union", "reykjavik"),
    "stocks": ("nordvik", "oslo", "ingrid-solheim"),
}


SUBJECTS = (
    "A baker in the old town won a prize for her rye loaf, judged by schoolchildren.",
    "The museum found a lost sketch behind a cupboard during repairs to the attic.",
    "The ferry service will end in autumn because the company cannot pay its crew.",
    "A fox was rescued from a drain by firemen with a ladder and some ham.",
    "The chess club sent three juniors to the regional finals and came home with a cup.",
    "A retired teacher walked the whole coast to raise money for a library van.",
    "The mill on the hill burned down at dawn; nobody was hurt.",
    "Police returned a stolen violin to its owner after nine years.",
    "The school choir sang for the oldest woman in the county on her birthday.",
    "The theatre cancelled its winter season after the boiler failed twice.",
    "The council will plant a thousand lime trees along the canal.",
    "The council passed its budget after a long debate about schools and roads, with two members absent.",
    "A harbour master spoke at length about tides and nothing else of note happened on the quay that afternoon.",
)


def article(name, body, day: int | None = 20, title="", **more):
    published = dt.date(2025, 1, 1) + dt.timedelta(days=day) if day is not None else None
    return Article(id=name, title=title or body[:40] or name, body=body, published=published, **more)


def mentions(named):
    """Who is named, by article id: each as its id spells it."""
    spelled = {name for names in named.values() for name in names}
    by_id = {name: Mention(0, 0, name.replace("-", " ").title(), name) for name in spelled}
    return {one: [by_id[name] for name in names] for one, names in named.items()}


def groups(articles, named=None, wishes=None):
    ordered = sorted(articles, key=newest_first)
    return grouped(ordered, mentions(named or {}), wishes or Wishes())


def members(articles, named=None, wishes=None):
    return [set(group.articles) for group in groups(articles, named, wishes)]


def four(**more):
    return [
        article("fire", FIRE, 20, **more),
        article("again", FIRE_AGAIN, 21, **more),
        article("vote", VOTE, 21, **more),
        article("stocks", STOCKS, 20, **more),
    ]


def test_the_same_event_told_in_other_words_is_one_story_and_says_why():
    (group,) = groups(four(language="en"), NAMES)
    assert group.articles == ("again", "fire")
    tie = group.ties["fire"]
    assert tie.article == "again"
    assert set(tie.names) == {"kartalkaya", "grand-kartal", "turkey", "bolu"}
    assert tie.hours == 24
    assert 0 < tie.text < 0.5
    assert not tie.said
    assert group.copies == ()


def test_undated_articles_without_language_are_grouped_all_the_same():
    undated = [article(one.id, one.body, None) for one in four()]
    (group,) = groups(undated, NAMES)
    assert set(group.articles) == {"fire", "again"}
    assert group.ties["fire"].hours is None


def test_the_same_words_months_later_are_another_story():
    later = [article("fire", FIRE, 20), article("again", FIRE_AGAIN, 300), article("vote", VOTE, 21)]
    assert members(later, NAMES) == []


def test_a_headline_alone_groups_nothing():
    same = [article(one.id, one.body, 20, title="Dozens dead, minister resigns") for one in four()]
    del same[1]
    assert members(same, NAMES) == []
    bare = [article(f"b{number}", "", 20, title="Dozens dead, minister resigns") for number in range(5)]
    assert members(bare) == []


def test_verbatim_copies_are_one_run_and_bind_each_other():
    copies = [article(f"copy{number}", FIRE, 20, source=f"Paper {number}") for number in range(3)]
    nearly = article("nearly", "KARTALKAYA (AP) " + FIRE, 20, source="Other")
    (group,) = groups([*copies, nearly, article("vote", VOTE, 21), article("again", FIRE_AGAIN, 21)], NAMES)
    assert set(group.articles) == {"copy0", "copy1", "copy2", "nearly", "again"}
    assert group.copies == (("copy0", "copy1", "copy2", "nearly"),)
    assert group.ties["copy1"].text == 1
    assert group.ties["again"].article in group.articles


MATCH = (
    "{home} beat {away} {score} in the first division on Saturday. {scorer} scored in the {minute}th minute before a "
    "crowd of {crowd} at {ground}, and the visitors never found an answer."
)


def test_two_matches_of_one_day_stay_apart():
    first = MATCH.format(
        home="Larvik", away="Moss", score="3-1", scorer="Aune", minute=17, crowd="8,214", ground="Framparken"
    )
    other = MATCH.format(
        home="Brann", away="Viking", score="2-0", scorer="Heggem", minute=64, crowd="15,902", ground="the Stadion"
    )
    named = {
        "first": ("larvik", "moss", "first-division", "aune", "framparken"),
        "other": ("brann", "viking", "first-division", "heggem", "stadion"),
        **NAMES,
    }
    assert members([article("first", first), article("other", other), *four()], named) == [{"fire", "again"}]


GRANT = (
    "Senator Helen Brightwater announced today that the town of {town} will receive {amount} crowns from the "
    "Department of Regional Development for its {what}. Small towns deserve the same safety, Brightwater said. "
    "This grant will be of great service to {town} and the surrounding area, whose {what} dates from {year}."
)
GRANTS = [
    ("Aldbury", "94,201", "fire engine", 1961),
    ("Farrowdale", "211,816", "library roof", 1974),
    ("Glenholt", "64,689", "sewage plant", 1958),
]


@pytest.mark.parametrize("source", ["Senator's office", ""])
def test_reports_of_one_form_told_on_one_day_stay_apart(source):
    papers = [
        article(town, GRANT.format(town=town, amount=amount, what=what, year=year), source=source)
        for town, amount, what, year in GRANTS
    ]
    named = {one.id: ("helen-brightwater", "department-of-regional-development", one.id) for one in papers}
    assert members([*papers, *four()], named | NAMES) == [{"fire", "again"}]


def test_what_most_of_a_sources_articles_name_says_little_of_two_of_them():
    named = [["larkin", f"topic{number}"] for number in range(30)] + [[f"other{number}"] for number in range(970)]
    named += [["larkin"], ["larkin"]]
    briefed, elsewhere = np.array([[0, 1]]), np.array([[1000, 1001]])
    plain, sourced = Features(named), Features(named, ["Ministry"] * 30 + ["Herald"] * 970 + ["Post", ""])
    assert plain.shared(briefed).rarest == plain.shared(elsewhere).rarest == sourced.shared(elsewhere).rarest
    assert sourced.shared(briefed).rarest < 0.8 * plain.shared(briefed).rarest
    assert sourced.cosines(briefed) < 0.7 * plain.cosines(briefed)


def test_undated_texts_that_share_nothing_but_a_first_word_that_sounds_alike_tell_no_story():
    first = ["Padeni", "Pidena", "Padine", "Bedena", "Budoni", "Patona"]  # p-t-n
    texts = [
        f"{word} " + " ".join(f"{word.lower()}{number}" for number in range(40 * at, 40 * at + 40)) + "."
        for at, word in enumerate(first)
    ]
    undated = [article(f"u{at}", text, None, title=f"{at}") for at, text in enumerate(texts)]
    assert len({sound(word) for word in first}) == 1
    assert members([*undated, *four()], NAMES) == [{"fire", "again"}]


def test_the_same_footer_under_all_of_a_sources_articles_binds_nothing():
    footer = (
        "\n\nThe Daily Herald of Springfield is published by Halvorsen Media. Subscribe to our newsletter for the "
        "latest news from Springfield and the region. Letters to the editor: Marge Halvorsen, 12 Elm Street. "
        "The Daily Herald was founded in 1871 and has won 3 Pulitzer prizes."
    )
    others = [
        "The council of Shelbyville will pave Oak Road this summer, at a cost of 2 million.",
        "A bear was seen near the school of Ogdenville; the sheriff asks people to lock their bins.",
        "Farmers fear for the wheat after six weeks without rain, the weather office in Capital City said.",
    ]
    texts = [VOTE, STOCKS, *others]
    papers = [article(f"p{number}", text + footer, source="Daily Herald") for number, text in enumerate(texts)]
    named = {one.id: ("daily-herald", "springfield", "marge-halvorsen") for one in papers}
    assert members(papers, named) == []


MINISTER = {
    "storm": "A storm hit Lisbon on Monday. Ingrid Solheim sent condolences. Trees fell on cars across the city.",
    "museum": "Ingrid Solheim opened a museum in Bergen. The building, by a young architect, houses stave doors.",
    "visit": "Ingrid Solheim received the Latvian premier. The two talked about fishing rights and ferries.",
    "tractors": "Farmers drove tractors through Brussels and asked Ingrid Solheim to vote against the trade deal.",
    "match": "Brann beat Viking in the cup. Ingrid Solheim watched the second half from the stand.",
    "prize": "Leila Aksum won the Bank prize for her first novel, on sisters. Ingrid Solheim congratulated her.",
}


@pytest.mark.parametrize("day", [None, 20])
def test_a_name_alone_that_all_have_makes_no_story_even_in_a_small_archive(day):
    notes = [article(one, text, day, language="en") for one, text in MINISTER.items()]
    assert members(notes, dict.fromkeys(MINISTER, ("ingrid-solheim",))) == []


AFFAIR = (
    "The house will decide on the charges against the president after the committee heard another witness, who was "
    "asked what both leaders had said and why the money was held back while lawyers wrote a memo for the office. "
    "Members of both parties said that they had not been told before the vote that the report would go to the chamber, "
    "whose majority wants no further hearing this year since the court has ruled that it may read the letters."
)


def test_long_undated_reports_of_one_affair_are_no_story_only_because_long_texts_share_words():
    words = re.findall(r"\w+", AFFAIR)
    texts = [[word for at, word in enumerate(words) if at % 4 != number] for number in range(4)]
    own = [" ".join(f"{word}{number}" for word in words * 3) for number in range(4)]
    reports = [
        article(f"r{number}", f"{' '.join(texts[number] * 2)} {own[number]}.", None, title=f"{number}", language="en")
        for number in range(4)
    ]
    named = {one.id: ("nancy-halvorsen", "house", f"witness-{one.id}") for one in reports}
    assert members([*reports, *four()], named | NAMES) == [{"again", "fire"}]


SHIP = {
    "aground": "The cargo ship Havstein ran aground off Lofoten on Tuesday with 14 crew aboard. All were taken to Bodo "
    "by helicopter. Captain Ingrid Solbakken said the engine failed in heavy seas. Svolvaer sent two boats.",
    "leak": "Oil may leak from the Havstein. The owner, Nordlinje, said one tank was torn open. Booms were laid out "
    "from Svolvaer to the Lofoten shore while Ingrid Solbakken was heard by the police in Bodo.",
    "pumped": "Six days after the Havstein struck rocks, 300 tonnes of fuel have been pumped out, Nordlinje said in "
    "Bodo. Divers from Svolvaer found no other hole. Ingrid Solbakken has left Lofoten.",
}
ON_BOARD = ("havstein", "lofoten", "bodo", "ingrid-solbakken", "svolvaer")


def test_an_event_told_over_days_that_nobody_else_was_in_is_one_story():
    ship = [article(one, text, 20 + 3 * at, language="en") for at, (one, text) in enumerate(SHIP.items())]
    named = {**dict.fromkeys(SHIP, ON_BOARD), **NAMES}
    assert members([*ship, *four(language="en")], named) == [set(SHIP), {"again", "fire"}]
    late = [article(one, text, 20 + 15 * at, language="en") for at, (one, text) in enumerate(SHIP.items())]
    assert set(SHIP) not in members([*late, *four(language="en")], named)


ABROAD = {
    "fr": "Le cargo Havstein s’est échoué au large des Lofoten avec 14 marins. La capitaine Ingrid Solbakken parle "
    "d’une panne de moteur ; des bateaux de Svolvaer et un hélicoptère de Bodo sont venus.",
    "ar": "جنحت سفينة الشحن هافشتاين قبالة النرويج وعلى متنها 14 شخصا. وقالت القبطانة إنغريد سولباكن إن المحرك تعطل، "
    "ووصلت قوارب من سفولفير.",
}


def test_who_names_nobody_else_in_another_language_tells_the_same():
    told = [article(one, text, 20, language="en") for one, text in list(SHIP.items())[:2]]
    told += [article(one, text, 20, language=one) for one, text in ABROAD.items()]
    who = {"fr": ON_BOARD, "ar": ("havstein", "ingrid-solbakken", "svolvaer"), **dict.fromkeys(SHIP, ON_BOARD)}
    assert members([*told, *four(language="en")], who | NAMES) == [{"fire", "again"}, {"aground", "leak", "fr", "ar"}]


TRANSLATED = {
    "en": "President Volodymyr Zelensky met Emmanuel Macron in Paris on 17 March 2025. France will send 40 Caesar guns "
    "and 12,500 shells to Kyiv, the ministry said.",
    "fr": "Le président Volodymyr Zelensky a rencontré Emmanuel Macron à Paris le 17 mars 2025. La France enverra 40 "
    "canons Caesar et 12 500 obus à Kiev, selon le ministère.",
    "ru": "Президент Владимир Зеленский встретился с Эммануэлем Макроном в Париже 17 марта 2025 года. Франция отправит "
    "в Киев 40 гаубиц Caesar и 12 500 снарядов, сообщило министерство.",
}


def test_translations_are_one_story_through_names_and_numbers():
    story = [article(tag, text, None, language=tag) for tag, text in TRANSLATED.items()]
    who = ("volodymyr-zelensky", "emmanuel-macron", "paris", "france", "kyiv")
    named = {**dict.fromkeys(TRANSLATED, who), **NAMES}
    rest = [article(one.id, one.body, None, language="en") for one in four()]
    assert members([*story, *rest], named) == [{"again", "fire"}, {"en", "fr", "ru"}]


def test_names_sound_alike_in_other_scripts():
    assert sound("Trump") == sound("Трамп") == "tlmp"
    assert sound("Kennedy") == sound("Кеннеди") == sound("肯尼迪") == "knt"
    assert sounds("会见特朗普总统", "zh") == ["tlnp"]
    assert sounds("it rains", "en") == []


def test_an_archive_of_one_or_none_has_no_story():
    assert groups([]) == []
    assert groups([article("fire", FIRE)], NAMES) == []


def test_articles_without_anything_are_in_no_group():
    empty = [Article(id=f"e{number}", title="-", body="") for number in range(4)]
    assert groups(empty) == []
    assert members([*empty, *four()], NAMES) == [{"again", "fire"}]


def test_a_story_of_days_holds_together_but_an_affair_of_months_does_not():
    days = [
        article(
            f"day{number}",
            f"On the {number}th day of the search in the mine of Kibali, Congo, rescuers under Jean Mukendi reached "
            f"gallery {number * 3}. {number + 20} miners are still missing below, the union of the miners said.",
            day,
        )
        for number, day in enumerate([1, 2, 3, 4, 5, 200, 201, 400])
    ]
    named = {one.id: ("kibali", "congo", "jean-mukendi") for one in days}
    found = members([*days, article("vote", VOTE), article("stocks", STOCKS)], named)
    assert {f"day{number}" for number in range(5)} in found
    assert all(not ({"day0", "day7"} <= group or {"day4", "day5"} <= group) for group in found)


def test_who_must_stay_apart_does():
    assert members(four(), NAMES, Wishes(apart=[("fire", "again")])) == []


def test_copies_are_parted_where_a_person_says_so():
    copies = [article(f"copy{number}", FIRE) for number in range(3)]
    found = groups(copies, NAMES, Wishes(apart=[("copy0", "copy1")]))
    assert [set(group.articles) for group in found] in ([{"copy0", "copy2"}], [{"copy1", "copy2"}])
    odd = Wishes(apart=[("gone", "copy0"), ("copy0", "copy0")])
    assert members(copies, NAMES, odd) == [{"copy0", "copy1", "copy2"}]


def test_many_who_must_stay_apart_are_looked_up_only_where_they_are():
    parts = [[2 * number, 2 * number + 1] for number in range(2000)]
    pairs = np.array(parts)
    apart = [(one, other) for one in range(0, 4000, 100) for other in range(1, 4000, 2)]
    started = time.process_time()
    found = linked(pairs, lambda of: np.full(len(of), 0.9), 4000, apart)
    assert time.process_time() - started < 10
    whole = [part for part in parts if part[0] % 100]
    assert sorted(found) == sorted([*whole, *([one] for part in parts if not part[0] % 100 for one in part)])


def test_a_part_that_is_too_large_is_cut_from_its_oldest_on_so_that_full_cuts_stay():
    def cut(size):
        pairs = np.array([(one, one + 1) for one in range(size - 1)])
        found = linked(pairs, lambda of: np.full(len(of), 0.99), size, [])
        return [sorted(size - one for one in part) for part in sorted(found, reverse=True)]

    before, after = cut(400), cut(410)
    assert [len(part) for part in before] == [160, 160, 80]
    assert after[:2] == before[:2]


def test_many_articles_with_one_text_are_no_trouble():
    same = [article(f"same{number:04}", FIRE, 20) for number in range(1000)]
    started = time.process_time()
    (group,) = groups(same)
    assert time.process_time() - started < 20
    assert len(group.articles) == len(group.copies[0]) == 1000


PRIMES = (7919, 104729, 1299709, 15485863, 179424673)


def test_an_entity_that_everybody_names_costs_no_more():
    letters = str.maketrans("0123456789", "aeioubdkst")
    words = [" ".join(str(number * prime % 999_983).translate(letters) for prime in PRIMES) for number in range(10_000)]
    many = [article(f"n{number:05}", f"The City says: {text}.", 20) for number, text in enumerate(words)]
    named = {one.id: ("the-city",) for one in many}
    started = time.process_time()
    found = groups(many, named)
    assert time.process_time() - started < 90
    assert max(len(group.articles) for group in found) <= 5  # those that share a rare word besides


WORDS = ["fire", "Kartal", "minister", "hotel", "vote", "Reykjavik", "shares", "Oslo", "76", "48", "wood", "ski"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
DAYS = st.one_of(st.none(), st.integers(0, 40))
TAGS = st.sampled_from([None, "en", "fr"])


@st.composite
def archives(draw):
    made = draw(st.lists(st.tuples(TEXTS, DAYS, TAGS), max_size=14))
    articles = [article(f"a{n:02}", text, day, language=tag) for n, (text, day, tag) in enumerate(made)]
    ids = st.sampled_from([one.id for one in articles] or ["none"])
    apart = draw(st.lists(st.tuples(ids, ids), max_size=4))
    named = {one.id: tuple(dict.fromkeys(word for word in one.body.split() if word.istitle())) for one in articles}
    return sorted(articles, key=newest_first), named, Wishes(apart)


@settings(max_examples=60, deadline=None)
@given(archives())
def test_whatever_comes_each_article_is_in_one_group_at_most_and_wishes_hold(archive):
    articles, named, wishes = archive
    found = grouped(articles, mentions(named), wishes)
    order = [one.id for one in articles]
    assert found == grouped(articles, mentions(named), wishes)
    all_ids = [one for group in found for one in group.articles]
    assert len(all_ids) == len(set(all_ids))
    assert [order.index(group.articles[0]) for group in found] == sorted(order.index(g.articles[0]) for g in found)
    of = {one: number for number, group in enumerate(found) for one in group.articles}
    for group in found:
        assert len(group.articles) > 1
        assert list(group.articles) == sorted(group.articles, key=order.index)
        assert set(group.ties) == set(group.articles)
        assert all(tie.article in group.articles and tie.article != one for one, tie in group.ties.items())
        assert all(0 <= tie.text <= 1 for tie in group.ties.values())
        assert all(len(run) > 1 and set(run) <= set(group.articles) for run in group.copies)
    for one, other in wishes.apart:
        assert one == other or one not in of or of[one] != of.get(other)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)))
)
def test_families_never_hold_two_who_must_stay_apart(joins, apart):
    families = Families(10, apart)
    joined = [pair for pair in joins if families.join(*pair)]
    assert all(families.head(one) == families.head(other) for one, other in joined)
    foes = {frozenset(pair) for pair in apart}
    for family in families.all():
        assert all(frozenset(pair) not in foes for pair in combinations(family, 2))


@pytest.mark.parametrize(
    "text", ["\x00", "﷽" * 300, "١٢٣ ٤٥٦٫٧", "a\u0301" * 50, "🙂 " * 40, "²³ ½ Ⅷ 1.2.3.4", "\ud800 x"]
)
def test_odd_texts_are_read(text):
    assert isinstance(groups([article("odd", text), article("even", text, 21), *four()], NAMES), list)


def test_an_arabic_article_that_stands_alone_sounds_like_nothing():
    assert sounds("ال حرب", "ar") == sounds("حرب", "ar")


def test_the_next_earthquake_is_another_story():
    then = "A magnitude 7 earthquake struck off Chile on Wednesday, said president Michelle Bachelet; 1 million fled."
    now = "A magnitude 7 earthquake struck off Chile on Wednesday, said president Gabriel Boric; 2 million people fled."
    named = {"then": ("chile", "bachelet"), "now": ("chile", "boric")}
    assert not groups([article("then", then, 0, language="en"), article("now", now, 3653, language="en")], named)
    french = "Un séisme de magnitude 7 a frappé le Chili mercredi, a dit la présidente Michelle Bachelet ; 1 million."
    assert not groups([article("then", french, 0, language="fr"), article("now", now, 3653, language="en")], named)


def test_paragraphs_of_like_lengths_are_no_translation():
    lengths = (9, 24, 14, 31, 11, 27)
    english = "\n\n".join(" ".join(["storm"] * many) + "." for many in lengths)
    japanese = "\n\n".join("試合" * many * 2 + "。" for many in lengths)
    named = {"storm": ("bahamas", "dorian"), "game": ("tokyo",)}
    pair = [article("storm", english, None, language="en"), article("game", japanese, None, language="ja")]
    assert not groups(pair, named)


def test_two_attacks_of_one_night_that_share_nobody_are_two_stories():
    kyiv = "Kyiv mayor Vitali Klitschko says an overnight Russian missile attack has killed three people in Kyiv."
    gaza = "Israeli airstrikes kill three Palestinians in Gaza City overnight, the Al-Shifa hospital says."
    named = {"kyiv": ("kyiv", "vitali-klitschko", "russia"), "gaza": ("israel", "gaza-city", "al-shifa")}
    assert not groups([article("kyiv", kyiv, 3, language="en"), article("gaza", gaza, 3, language="en")], named)


@pytest.mark.parametrize("dated", [(), (11,), (0, 2, 4, 6, 8, 10)], ids=["none", "one", "half"])
def test_undated_notes_that_share_a_word_are_no_story_and_each_article_of_a_small_one_has_a_reason(dated):
    notes = [article(f"n{at}", body, at if at in dated else None) for at, body in enumerate(SUBJECTS)]
    assert grouped(sorted(notes, key=newest_first), {}) == []
    # What shares names, or text, is one without a date as well; what only sounds like it stays out.
    fires = [article("fire", FIRE, None), article("again", FIRE_AGAIN, None)]
    (group,) = grouped(
        sorted([*notes, *fires], key=newest_first), mentions({one: NAMES[one] for one in ("fire", "again")})
    )
    assert set(group.articles) == {"fire", "again"}
    assert all(tie.names for tie in group.ties.values())


@settings(max_examples=300, deadline=None)
@given(st.text("aB1.!? \t\n\r\x0b\x1c", max_size=30))
def test_texts_of_english_letters_fall_into_the_same_pieces(text):
    alone, beside = (pieces(Article(id="a", title="-", body=body)) for body in (text, f"{text}\n\né"))
    assert [*alone, ["é"]] == list(beside)


ROWS = st.lists(st.lists(st.integers(0, 5), max_size=12), min_size=1, max_size=6)


@settings(max_examples=200, deadline=None)
@given(ROWS, st.integers(1, 5))
def test_an_articles_weightiest_features_are_those_that_all_sorted_would_give(rows, most):
    sizes = list(map(len, rows))
    owners, weights = (
        np.repeat(np.arange(len(rows)), sizes),
        np.array([one for row in rows for one in row], dtype=np.float64),
    )
    ids = np.arange(len(weights))[::-1].copy()
    vectors = Vectors(owners, ids, weights, len(rows))
    order = np.lexsort((ids, -vectors.weights, owners))
    rank = np.arange(len(order)) - vectors.starts[owners[order]]
    assert vectors.strongest(most).tolist() == order[rank < most].tolist()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=200))
def test_an_articles_most_promising_pairs_are_those_that_all_sorted_would_give(pairs):
    owners = np.array([owner for owner, _ in pairs], dtype=np.int64)
    worth = np.array([float(one) for _, one in pairs])
    order = np.lexsort((-worth, owners))
    rank = np.arange(len(order)) - np.searchsorted(owners[order], owners[order])
    expected = np.zeros(len(owners), dtype=np.bool_)
    expected[order[rank < MOST_PAIRS]] = True
    assert best(owners, worth).tolist() == expected.tolist()


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_what_two_articles_share_is_what_stands_in_both(rows):
    words = [[str(one) for one in row] for row in rows]
    features = Features(words)
    pairs = np.array(list(combinations(range(len(rows)), 2)), dtype=np.int64).reshape(-1, 2)
    both = [len(set(words[one]) & set(words[other])) for one, other in pairs.tolist()]
    assert features.shared(pairs).count.tolist() == both
    found, first, second = features.meetings(pairs)
    assert (features.ids[first] == features.ids[second]).all()
    assert np.bincount(found, minlength=len(pairs)).tolist() == both
    assert (features.owners[first] == pairs[found, 0]).all()
