"""Telling namesakes apart: longer names, records and pages, words around, company, full names, family names; doubts."""

import random

import pytest

from broadsheet import entities
from broadsheet.model import Article, Entity, NamedEntity

STATE = Entity(id="georgia-us", name="Georgia", kind="place", aliases=("Peach State",))
ANNA = Entity(id="anna-vesper", name="Anna Vesper", kind="person", aliases=("Vesper",))
BORIS = Entity(id="boris-vesper", name="Boris Vesper", kind="person", aliases=("Vesper",))
TOWN = Entity(id="vesper", name="Vesper", kind="place")
CLUB = Entity(id="vesper-fc", name="Vesper FC", kind="organisation", aliases=("Vesper",))


def article(body, language="en", number=1, **more):
    return Article(id=f"a{number}", title=more.pop("title", "-"), body=body, language=language, **more)


def named(*articles, known=(), suggest=False):
    return entities.name_all(known, list(articles), "en", suggest=suggest)


def links(naming, number=1):
    return [(one.surface, one.entity) for one in naming.mentions[f"a{number}"]]


def kinds_of(doubt):
    return [reason.kind for reason in doubt.why]


# Titles of works.


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", "She saw the film “Chicago” on Monday.", []),
        ("en", "He sang the song “Give My Love to Chicago” on Monday.", []),
        ("en", "The weekly “Chicago Mail” wrote of Chicago.", ["Chicago Mail", "Chicago"]),
        ("en", "She calls “Chicago” her home.", ["Chicago"]),
        ("en", "In the film, Chicago burns.", ["Chicago"]),
        ("fr", "Il a vu le film «\u00a0Chicago\u00a0» lundi.", []),
        ("fr", "Le quotidien «\u202fChicago Mail\u202f» en parle.", ["Chicago Mail"]),
        ("ru", "Вчера показали фильм «Чикаго» на площади.", []),
        ("ru", "Вчера показали фильм о городе Чикаго на площади.", ["Чикаго"]),
    ],
)
def test_a_place_in_the_title_of_a_work_is_not_linked(language, body, found):
    known = [
        Entity(id="chicago", name="Chicago", kind="place", aliases=("Чикаго",)),
        Entity(id="mail", name="Chicago Mail", kind="organisation"),
    ]
    assert [surface for surface, _ in links(named(article(body, language), known=known))] == found


# Persons named in full in other articles whose last name is a place's.

BULLS = [
    Entity(id="mj", name="Michael Jordan", kind="person"),
    Entity(id="sp", name="Scottie Pippen", kind="person"),
    Entity(id="cb", name="Chicago Bulls", kind="organisation"),
]
FULL = "Michael Jordan played with Scottie Pippen for the Chicago Bulls."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The Chicago Bulls remembered the night when Jordan scored 63 points.", ["cb"]),
        ("The Chicago Bulls flew to a match in Jordan on Monday.", ["cb", "jordan"]),
        ("The king of Jordan met diplomats from Egypt.", ["jordan", "egypt"]),
        ("Jordan agreed on Monday.", ["jordan"]),
    ],
)
def test_a_place_is_not_linked_where_the_company_is_a_persons_of_that_name(body, found):
    naming = named(article(body), article(FULL, number=2), known=BULLS)
    assert [one for _, one in links(naming)] == found
    doubted = [one.candidates for one in naming.ambiguities]
    assert doubted == ([("jordan", "mj")] if found == ["cb"] else [])


# Longest match first, also where nobody listed the longer name.


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "It was in the New York Times on Monday."),
        ("en", "He plays for the New York Knicks."),
        ("en", "They met at East New York station."),
        ("fr", "Il l’a lu dans le New York Times hier."),
        ("es", "Lo publicó el New York Post ayer."),
        ("ru", "Об этом пишет New York Times, как сообщается."),
    ],
)
def test_a_name_in_a_longer_one_is_not_linked(language, body):
    assert links(named(article(body, language), known=[Entity(id="ny", name="New York", kind="place")])) == []


@pytest.mark.parametrize(
    "body",
    [
        "He flew to New York on Monday.",
        "He flew to New York Monday.",
        "The mayor of New York Eric Adams spoke.",
        "A New York Senator spoke.",
        "President of New York, Ada Quill.",
        "NEW YORK VOTES TODAY",
        "He Flew To New York Today And Came Back",
    ],
)
def test_a_capital_that_belongs_to_no_name_does_not_keep_a_name_from_its_link(body):
    naming = named(article(body), known=[Entity(id="ny", name="New York", kind="place")])
    assert [one for _, one in links(naming)] == ["ny"]


def test_an_office_before_a_country_does_not_make_a_name_of_country_and_person():
    body = "Об этом заявил президент Украины Владимир Зеленский."
    known = [Entity(id="ua", name="Украина", country="UA", kind="place")]
    assert [one for _, one in links(named(article(body, "ru"), known=known))] == ["ua"]


# What settles a name that fits several.


def test_the_record_settles_what_a_name_means():
    said = (NamedEntity(name="Vesper FC", kind="organisation"),)
    assert links(named(article("Vesper won.", entities=said), known=[TOWN, CLUB])) == [("Vesper", "vesper-fc")]


def test_a_persons_list_settles_it_even_against_the_record():
    said = (NamedEntity(name="Vesper FC", kind="organisation"),)
    one = article("Vesper won.", entities=said, listed=frozenset(["vesper"]))
    assert links(named(one, known=[TOWN, CLUB])) == [("Vesper", "vesper")]


def test_what_a_person_struck_is_neither_linked_nor_asked_again():
    from broadsheet.entities.identity import mark

    one = article("Vesper won.", unnamed=frozenset([mark("vesper")]))
    naming = named(one, known=[TOWN, CLUB])
    assert links(naming) == []
    assert naming.ambiguities == []


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "It was President Vesper who came.", "anna-vesper"),
        ("en", "They live in Vesper.", "vesper"),
        ("en", "It rained on the city of Vesper.", "vesper"),
        ("en", "Vesper, 54, resigned.", "anna-vesper"),
        ("en", "“No”, Vesper said.", None),
        ("en", "Vesper told the others to stop.", None),
        ("en", "They bought a Vesper lamp; na Vesper; au Vesper.", None),
        ("en", "The mayor of Vesper spoke.", "vesper"),
        ("fr", "Il vit à Vesper.", "vesper"),
        ("fr", "À Vesper, on danse.", "vesper"),
        ("fr", "Elle le donne à Vesper.", None),
        ("fr", "Au nord de Vesper, rien.", "vesper"),
        ("it", "Lo ha detto a Vesper.", None),
        ("it", "È nato a Vesper.", "vesper"),
        ("de", "Er flog nach Vesper.", "vesper"),
        ("fr", "Selon Mme Vesper, rien ne presse.", "anna-vesper"),
        ("de", "Das sagte Präsidentin Vesper am Abend.", "anna-vesper"),
        ("es", "La presidenta Vesper llegó.", "anna-vesper"),
        ("it", "Il sindaco Vesper parla.", "anna-vesper"),
        ("en", "Nobody knows Vesper.", None),
    ],
)
def test_the_words_around_tell_a_person_from_a_place(language, body, expected):
    naming = named(article(body, language), known=[TOWN, ANNA])
    assert [one for _, one in links(naming)] == ([expected] if expected else [])
    assert len(naming.ambiguities) == (0 if expected else 1)


def test_a_verb_of_saying_speaks_for_a_person_only_beside_other_evidence():
    song = Entity(id="song", name="Vesper", kind="work")
    assert links(named(article("Vesper said so."), known=[song, ANNA])) == []
    assert links(named(article("Anna Vesper came. Vesper said so."), known=[song, ANNA]))[1:] == [
        ("Vesper", "anna-vesper")
    ]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("fr", "Le FC Orme a gagné. Orme jouera dimanche.", ["orme-fc", "orme-fc"]),
        ("fr", "Le FC Orme a gagné. Le maire d’Orme a parlé.", ["orme-fc", "orme"]),
        ("fr", "Le FC Orme a gagné. Orme jouera, dit le maire d’Orme.", ["orme-fc", "orme-fc", "orme"]),
        ("fr", "Le FC Orme a gagné. À Orme, on danse.", ["orme-fc"]),
        ("en", "FC Orme won. Orme will play. They danced in Orme.", ["orme-fc", "orme-fc"]),
        ("en", "FC Orme won. The streets of Orme were full.", ["orme-fc", "orme"]),
    ],
)
def test_a_town_is_not_the_club_that_was_named_in_full_before(language, body, expected):
    known = [
        Entity(id="orme", name="Orme", kind="place"),
        Entity(id="orme-fc", name="FC Orme", kind="organisation", aliases=("Orme",)),
    ]
    naming = named(article(body, language), known=known)
    assert [one for _, one in links(naming)] == expected
    assert len(naming.ambiguities) == ("À" in body or " in " in body)


def test_a_full_name_that_comes_only_afterwards_makes_no_club_of_a_town():
    known = [
        Entity(id="orme", name="Orme", kind="place"),
        Entity(id="orme-fc", name="FC Orme", kind="organisation", aliases=("Orme",)),
    ]
    assert links(named(article("Orme is hot. FC Orme won."), known=known)) == [("FC Orme", "orme-fc")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("AS Monaco won. They live in Monaco. The Prince of Monaco wept.", ["as-monaco"]),
        ("They live in Monaco. The mayor of Monaco wept.", ["monaco", "monaco"]),
        ("AS Monaco won. Monaco will play.", ["as-monaco", "as-monaco"]),
    ],
)
def test_a_club_called_like_its_country_for_short_is_not_the_country(body, expected):
    club = Entity(id="as-monaco", name="AS Monaco", kind="organisation", aliases=("Monaco",))
    assert [one for _, one in links(named(article(body), known=[club]))] == expected


def test_a_person_is_no_place_that_one_goes_to():
    known = [Entity(id="anna", name="Anna Vesper", kind="person", aliases=("Vesper", "Anna")), TOWN]
    body = "Anna Vesper flew to Vesper. Vesper spoke. Vesper, D.C., and the King of Vesper did not."
    naming = named(article(body), known=known)
    assert [one for _, one in links(naming)] == ["anna", "vesper", "anna", "vesper", "vesper"]


@pytest.mark.parametrize("aliases", [(), ("Vesper",)])
def test_a_surname_is_no_place_where_the_words_around_say_so(aliases):
    anna = Entity(id="anna-vesper", name="Anna Vesper", kind="person", aliases=aliases)
    body = "Anna Vesper spoke. Vesper left. The mayor of Vesper wept."
    assert [one for _, one in links(named(article(body), known=[TOWN, anna]))] == ["anna-vesper"] * 2 + ["vesper"]


def test_words_around_one_mention_speak_for_all_of_that_name():
    body = "Vesper is quiet. They live in Vesper."
    assert [one for _, one in links(named(article(body), known=[TOWN, ANNA]))] == ["vesper", "vesper"]


def test_the_full_name_before_says_which_one():
    body = "Anna Vesper spoke. Then Vesper left."
    naming = named(article(body), known=[ANNA, BORIS])
    assert links(naming) == [("Anna Vesper", "anna-vesper"), ("Vesper", "anna-vesper")]


def test_the_full_name_in_the_title_counts():
    naming = named(article("Then Vesper left.", title="Anna Vesper resigns"), known=[ANNA, BORIS])
    assert links(naming) == [("Vesper", "anna-vesper")]


def test_two_full_names_before_leave_the_surname_open():
    naming = named(article("Anna Vesper met Boris Vesper. Vesper left."), known=[ANNA, BORIS])
    assert [one for _, one in links(naming)] == ["anna-vesper", "boris-vesper"]
    (doubt,) = naming.ambiguities
    assert (doubt.surface, doubt.candidates) == ("Vesper", ("anna-vesper", "boris-vesper"))


def company():
    """Anna is named with Orme and Tarn in other articles, Boris with Kestrel."""
    others = [
        Entity(id="orme", name="Orme", kind="place"),
        Entity(id="tarn", name="Tarn", kind="place"),
        Entity(id="kestrel", name="Kestrel", kind="organisation"),
    ]
    articles = [article("Anna Vesper was seen between Orme and Tarn.", number=number) for number in range(2, 6)]
    articles += [article("Boris Vesper bought Kestrel.", number=number) for number in range(6, 10)]
    articles += [article("Nothing happened.", number=number) for number in range(10, 40)]
    return articles, [ANNA, BORIS, *others]


def test_the_company_a_name_keeps_says_who_it_is():
    articles, known = company()
    naming = named(article("Vesper spoke about Orme and Tarn."), *articles, known=known)
    assert links(naming)[0] == ("Vesper", "anna-vesper")
    naming = named(article("Vesper spoke about Kestrel and Orme."), *articles, known=known)
    assert "Vesper" not in dict(links(naming))


def test_a_doubt_says_what_speaks_for_each():
    articles, known = company()
    naming = named(article("Vesper spoke about Kestrel and Orme."), *articles, known=known)
    (doubt,) = naming.ambiguities
    assert {(one.entity, one.because) for one in doubt.why if one.kind == "company" and one.weight > 0} == {
        ("anna-vesper", ("orme",)),
        ("boris-vesper", ("kestrel",)),
    }


def test_the_order_of_articles_changes_nothing():
    articles, known = company()
    articles += [
        article("Vesper spoke about Orme and Tarn.", number=1),
        article("Vesper spoke about Kestrel.", number=50),
        article("Vesper spoke.", number=51),
    ]
    first = named(*articles, known=known)
    assert links(first, 1)[0] == ("Vesper", "anna-vesper")
    assert links(first, 50)[0] == ("Vesper", "boris-vesper")
    assert links(first, 51) == []
    random.Random(5).shuffle(articles)  # noqa: S311 - no secret
    second = named(*articles, known=list(reversed(known)))
    assert (second.mentions, second.ambiguities) == (first.mentions, first.ambiguities)


# Family names.

SURNAMES = [
    ("en", "Joe Biden", "{} spoke. Biden’s car came; Mr Biden left.", ["Biden", "Biden"]),
    ("en", "Joe Biden", "{} spoke. Jill Biden left.", []),
    ("en", "Joe Biden", "{} spoke. The Biden Foundation closed; Biden Island sank. Biden Monday left.", ["Biden"]),
    ("en", "John Kennedy", "{} met Robert F. Kennedy. Kennedy left for Kennedy Airport.", ["Kennedy"]),
    ("fr", "Joe Biden", "{} a parlé. La Fondation Biden, rue Biden et la Rue Biden. Biden part.", ["Biden"]),
    ("fr", "Marine Le Pen", "{} parle. Le Pen rit. Jean-Marie Le Pen, lui et Le Pen.", ["Le Pen", "Le Pen"]),
    ("ru", "Владимир Путин", "{} прибыл. Пресс-секретарь Путина Дмитрий Лис молчал.", ["Путина"]),
    ("ru", "Владимир Путин", "{} прибыл на улицу Путина. Он видел, что Путин ушёл.", ["Путин"]),
    ("en", "Robert Kennedy Jr.", "{} spoke. Kennedy left.", ["Kennedy"]),
    ("fr", "Élise Morvan", "{} a parlé. Selon Mme Morvan, l’avenir est sûr.", ["Morvan"]),
    ("de", "Olaf Scholz", "{} sprach. Kritik an Scholz wies Scholz zurück.", ["Scholz", "Scholz"]),
    ("de", "Anna Müller", "{} kam. Frau Müller-Lüdenscheidt fordert den Müller-Rücktritt.", ["Müller"]),
    ("de", "Angela Merkel", "{} kam. Merkels Rede war kurz.", ["Merkels"]),
    ("nl", "Ursula von der Leyen", "{} sprak. Daarna ging von der Leyen weg.", ["von der Leyen"]),
    ("es", "Andrés Manuel López Obrador", "{} habló. Luego López Obrador salió.", ["López Obrador"]),
    ("it", "Giorgia Meloni", "{} parla. Secondo Meloni va bene.", ["Meloni"]),
    ("pt", "Ana Sequeira", "{} falou. Segundo a senhora, Sequeira saiu.", ["Sequeira"]),
    ("ru", "Владимир Зеленский", "{} выступил. У Зеленского спросили. Его жена Зеленская молчала.", ["Зеленского"]),
    ("ru", "Владимир Путин", "{} прибыл. С Путиным говорили о Путине.", ["Путиным", "Путине"]),
    ("ru", "Елена Иванова", "{} пришла. Слово дали Ивановой.", ["Ивановой"]),
    ("uk", "Володимир Зеленський", "{} виступив. У Зеленського запитали.", ["Зеленського"]),
    ("uk", "Петро Порошенко", "{} виступив. Ця заява Порошенка відома.", ["Порошенка"]),
    ("pl", "Donald Tusk", "{} mówił. Nowy rząd Tuska upadł; z Tuskiem rozmawiano.", ["Tuska", "Tuskiem"]),
    ("pl", "Jan Kowalski", "{} mówił. O Kowalskiego pytano; Kowalska milczała.", ["Kowalskiego"]),
    ("tr", "Recep Tayyip Erdoğan", "{} konuştu. Daha sonra Erdoğan'ın uçağı kalktı.", ["Erdoğan"]),
    ("el", "Κυριάκος Μητσοτάκης", "Ο {} μίλησε. Η κυβέρνηση του Μητσοτάκη έπεσε.", ["Μητσοτάκη"]),
    ("ar", "جو بايدن", "تحدث {} أمس. وقال بايدن إنه سيسافر. جيل بايدن غابت.", ["بايدن"]),
    ("he", "בנימין נתניהו", "{} נאם. ראש הממשלה אמר. לפי נתניהו אין שינוי.", ["נתניהו"]),
    ("fa", "حسن روحانی", "{} سخن گفت. دولت روحانی رفت.", ["روحانی"]),
    ("ja", "岸田文雄", "{}が話した。その後、岸田首相は退席した。", ["岸田"]),
    ("ja", "ジョー・バイデン", "{}が話した。バイデン氏は退席した。ジル・バイデンは残った。", ["バイデン"]),
    ("zh", "习近平", "{}发表讲话。习主席随后离开。学习很好。", ["习"]),
    ("zh", "乔·拜登", "{}发表讲话。拜登随后离开。", ["拜登"]),
]


@pytest.mark.parametrize(
    ("language", "full", "body", "expected"), SURNAMES, ids=[f"{one[1]} {one[2][:12]}" for one in SURNAMES]
)
def test_a_family_name_means_who_was_named_in_full_before(language, full, body, expected):
    naming = named(article(body.format(full), language), known=[Entity(id="one", name=full, kind="person")])
    first, *others = naming.mentions["a1"]
    assert first.surface == full
    assert [one.surface for one in others] == expected
    assert {one.entity for one in others} <= {"one"}


def test_a_family_name_follows_the_full_name_in_the_title():
    known = [Entity(id="biden", name="Joe Biden", kind="person")]
    assert links(named(article("Biden spoke.", title="Joe Biden in Kyiv"), known=known)) == [("Biden", "biden")]


def test_what_is_no_person_has_no_family_name():
    known = [Entity(id="ny", name="New York", kind="place")]
    assert links(named(article("New York won. York lost."), known=known)) == [("New York", "ny")]


# Names that are words as well.

WORDS = [
    ("en", "It rained in May. May 2024 was wet. On May 5 and 6 May it rained, until late May.", []),
    ("en", "May I come? Will you? Mark my words. Hope springs eternal. Rose petals fell.", []),
    ("en", "Theresa May spoke. May said no. In May it rained. May a good year begin.", ["Theresa May", "May"]),
    (
        "en",
        "Theresa May spoke; in May 2019 Mrs May left. May’s party won. May, 61, rose.",
        ["Theresa May"] + ["May"] * 3,
    ),
    ("en", "Will Orme left. Will said so, and then Will slept. Will it rain?", ["Will Orme", "Will", "Will"]),
    ("en", "Bob Hope came. All spoke of Hope. Hope is lost.", ["Bob Hope", "Hope"]),
    ("en", "Will said so.", []),
    ("en", "“Yes”, said Prince. Prince Charming slept.", ["Prince"]),
    ("fr", "Pierre angulaire de l’accord. Mai 2024 fut long.", []),
    ("fr", "Pierre Mai parla. Mai 2024 vint. Pierre a dit non, dit Mai.", ["Pierre Mai", "Pierre", "Mai"]),
    ("de", "Mark Orme kam. Die Mark fiel im Mai. Mark sagte nichts.", ["Mark Orme", "Mark"]),
]


@pytest.mark.parametrize(("language", "body", "expected"), WORDS)
def test_a_name_that_is_a_word_too_means_a_person_only_after_the_full_one_and_where_it_can_be_no_word(
    language, body, expected
):
    known = [
        Entity(id="may", name="Theresa May", kind="person", aliases=("May",)),
        Entity(id="will", name="Will Orme", kind="person", aliases=("Will",)),
        Entity(id="mark", name="Mark Orme", kind="person", aliases=("Mark",)),
        Entity(id="hope", name="Bob Hope", kind="person", aliases=("Hope",)),
        Entity(id="rose", name="Axl Rose", kind="person", aliases=("Rose",)),
        Entity(id="prince", name="Prince", kind="person"),
        Entity(id="pierre", name="Pierre Mai", kind="person", aliases=("Pierre", "Mai")),
    ]
    assert [surface for surface, _ in links(named(article(body, language), known=known))] == expected


def test_a_word_as_a_name_counts_where_the_record_or_a_person_says_so():
    known = [Entity(id="may", name="Theresa May", kind="person", aliases=("May",))]
    said = (NamedEntity(name="Theresa May", kind="person"),)
    assert links(named(article("May said no; in May.", entities=said), known=known)) == [("May", "may")]
    assert links(named(article("She met May.", meant={"May": "may"}), known=known)) == [("May", "may")]


# Places that a state or a province tells from the one that everyone knows.


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "He lives in Paris, Texas, and in Paris, Tex. The rest is silence.", []),
        ("en", "Moscow (Idaho) and Moscow, ID; London, Ont., and London, Ontario.", []),
        ("en", "Lebanon, Pa., is far from Lebanon.", ["lebanon"]),
        ("en", "Houston, Texas, and Vancouver, British Columbia.", ["houston", "vancouver"]),
        ("en", "Vancouver, Wash., is another.", []),
        ("en", "Paris, London and Moscow; Paris, Vancouver.", ["paris", "london", "moscow", "paris", "vancouver"]),
        ("en", "Paris, France; London, England; Paris, Washington and Rome.", ["paris", "france", "london", "paris"]),
        ("en", "Visas for nationals of Lebanon, Georgia, and the Philippines.", ["lebanon", "philippines"]),
        ("en", "The station in Norfolk, Virginia.", ["norfolk"]),
        (
            "en",
            "Moscow, Washington agree on talks. Flights to London, LA and Rome; Paris, New York, Tokyo.",
            ["moscow", "london", "paris"],
        ),
        ("en", "In Paris, Texas Instruments opened a plant.", ["paris"]),
        ("fr", "Il vit à Paris (Texas), à Moscou, Idaho, et à Paris.", ["paris"]),
    ],
)
def test_a_place_in_a_state_is_not_its_famous_namesake(language, body, expected):
    known = [
        Entity(id="moscow", name="Moscow", kind="place", aliases=("Moscou",)),
        *(
            Entity(id=name.lower(), name=name, kind="place")
            for name in ("Paris", "London", "Houston", "Vancouver", "Norfolk")
        ),
    ]
    assert [one for _, one in links(named(article(body, language), known=known))] == expected
