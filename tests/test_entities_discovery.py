"""Names that nobody listed: found from capitals and company, and ordinary words left alone."""

import json
from pathlib import Path

import pytest

from broadsheet import entities, markdown_text
from broadsheet.model import Article, Entity, NamedEntity

SEED = Path(__file__).parent / "data" / "seed" / "expected.json"
SEED_NAMES = {
    "Ukraine", "Israël", "Iron Dome", "Axios", "Russie", "Iran", "Fateh-110", "Zolfaghar", "Moyen-Orient",
}  # fmt: skip


def found(text, language="en", *others):
    articles = [Article(id="0", title="-", body=text, language=language)]
    articles += [
        Article(id=str(number), title="-", body=body, language=language) for number, body in enumerate(others, 1)
    ]
    naming = entities.name_all((), articles, language)
    return sorted({naming.entities[mention.entity].name for mention in naming.mentions["0"]})


CASES = [
    ("en", "Yesterday the mayor met Ada Quill in Sellow.", ["Ada Quill", "Sellow"]),
    ("en", "However, nothing happened. Nobody came. Then it rained.", []),
    ("en", "They met on Monday in May, spoke French and sang.", []),
    ("en", "The Russian and Ukrainian envoys left.", []),
    ("en", "President Dorn and Foreign Minister Ada Quill spoke.", ["Ada Quill", "Dorn"]),
    ("en", "U.S. President Ada Quill left.", ["Ada Quill", "United States"]),
    (
        "en",
        "he asked the Bank of Sellow and the University of Tern Valley",
        ["Bank of Sellow", "University of Tern Valley"],
    ),
    ("en", "Governor of Sellow Ada Quill met Bert Dorn of Orme", ["Ada Quill", "Bert Dorn", "Orme", "Sellow"]),
    ("en", "the Bank of Sellow Governor Ada Quill spoke", ["Ada Quill", "Bank of Sellow"]),
    ("en", "the Quill-9 and the M23 rebels", ["M23", "Quill-9"]),
    ("en", "talks with Kim Dol-su and Ahmed al-Dorni", ["Ahmed al-Dorni", "Kim Dol-su"]),
    ("en", "a book by J. K. Dorn in St. Orme", ["J. K. Dorn", "St. Orme"]),
    ("en", "the men of NARVA and the QX group", ["NARVA"]),
    ("fr", "Selon le maire, Brumeville et l’Orvalie négocient avec d’Artois.", ["Artois", "Brumeville", "Orvalie"]),
    ("fr", "Conçu pour durer, le pont tient. Afin de plaire, il chante.", []),
    (
        "fr",
        "Il a vu la Ligue nationale et le Parti socialiste à Brumeville.",
        ["Brumeville", "Ligue nationale", "Parti socialiste"],
    ),
    ("fr", "Les Français et les Belges arrivent lundi. Le Roi parle.", []),
    ("es", "Ayer, la ministra Ana Brenes visitó Torrealba del Río.", ["Ana Brenes", "Torrealba del Río"]),
    ("it", "Ieri dell’Orsini si è detto a Montebruno.", ["Montebruno", "Orsini"]),
    ("nl", "Gisteren sprak Jan van der Velde in Molenoord.", ["Jan van der Velde", "Molenoord"]),
    ("pt", "O presidente falou com Rui Brandão em Vila Serena.", ["Rui Brandão", "Vila Serena"]),
    ("ru", "Вчера мэр встретил Анну Белову в Староречье.", ["Анну Белову", "Староречье"]),
    ("pl", "Wczoraj burmistrz spotkał Jana Brzozę w Starej Wsi.", ["Jana Brzozę", "Starej Wsi"]),
    ("de", "Gestern traf der Bürgermeister die Frau in der Stadt Mühlenau.", []),
    ("ja", "昨日 Apple は Tim と述べた。", []),
    ("en", "ALL THE NEWS OF THE DAY IN CAPITALS", []),
    ("en", "", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_found(language, text, expected):
    assert found(text, language) == expected


HELD = [
    ("Dün QPX Genel Başkanı Özgür Dorn geldi.", ["Özgür Dorn"]),
    ("Ayrıca Dışişleri Bakanı Hakan Quill konuştu.", ["Hakan Quill"]),
    ("Toplantıda Ankara Valisi Davut Quill, Orme Partisi Sözcüsü Ömer Dorn ve Sayın Ada Brenes vardı.", None),
    ("Dün Orme Başkanı Ada Quill Ankara ziyaretini anlattı.", ["Ada Quill", "Ankara"]),
    ("Dün Cumhurbaşkanı Yardımcısı Ada Quill geldi.", ["Ada Quill"]),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_turkish_offices_are_no_part_of_the_names_of_those_who_hold_them(text, expected):
    expected = expected or ["Ada Brenes", "Ankara", "Davut Quill", "Orme Partisi", "Ömer Dorn"]
    assert [name for name in suggested(text, language="tr") if name != "QPX"] == expected


def test_dutch_prepositions_that_open_a_sentence_are_no_part_of_a_name():
    assert suggested("Volgens Dornmans gaat het goed. Omdat Quillen krimpt, is er ruzie.", language="nl") == [
        "Dornmans",
        "Quillen",
    ]


APART = [
    ("nl", "Gisteren wilde Caroline van der Quill van de QRB meer steun.", ["Caroline van der Quill", "QRB"]),
    ("nl", "Gisteren zag hij mevrouw Van der Quill lopen. Van der Quill was daar.", ["Van der Quill"]),
    ("nl", "Gisteren kwam Jan van Brenes.", ["Jan van Brenes"]),
    ("it", "Ieri la presidente del Consiglio Giorgia Quilli ha parlato.", ["Giorgia Quilli"]),
    ("it", "Ieri il ministro dei Trasporti Matteo Quilli ha parlato.", ["Matteo Quilli"]),
    ("el", "Χθες ο πρόεδρος της Γαλλίας Εμανουέλ Κουίλ μίλησε.", ["Γαλλία", "Εμανουέλ Κουίλ"]),
    ("ru", "Вчера выступил министр Ван И. Переговоры прошли хорошо.", ["Ван И"]),
    ("ru", "Вчера приехал Гражданин Чада, и Указ Дорнова отменён.", ["Дорнова", "Чад"]),
    ("en", "Rivals Samsung Electronics Co fell.", ["Samsung Electronics Co"]),
    ("en", "He left London for Oakland, and Quill & Dorn for Morgan Stanley.", None),
    ("en", "Yesterday U.N. Secretary-General António Quill spoke.", ["António Quill", "United Nations"]),
    ("en", "Yesterday the Christians of Derby met Police Constable Ada Quill.", ["Ada Quill", "Derby"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), APART)
def test_names_are_found_without_offices_and_neighbours(language, text, expected):
    assert found(text, language) == (expected or ["London", "Morgan Stanley", "Oakland", "Quill & Dorn"])


def test_a_dutch_surname_with_its_particles_is_short_for_the_full_name():
    text = "Gisteren sprak Ada van der Quill. Later sprak mevrouw Van der Quill."
    naming = entities.name_all((), [Article(id="0", title="-", body=text, language="nl")], "nl")
    assert [one.name for one in naming.entities.values()] == ["Ada van der Quill"]


def test_a_word_at_a_sentences_start_is_a_name_when_others_say_so():
    text = "Sellow burned. Smoke rose."
    assert found(text) == []
    assert found(text, "en", "They fled from Sellow.") == ["Sellow"]


def test_a_word_that_is_mostly_written_small_is_no_name():
    text = "He saw the Senator and the Vault."
    assert "Vault" not in found(text, "en", "a vault", "the vault", "some vault")


def test_a_surname_gets_no_page_of_its_own():
    naming = entities.name_all((), [Article(id="0", title="-", body="They met Ada Quill. She saw Quill there.")], "en")
    assert [(one.name, one.aliases, one.kind) for one in naming.entities.values()] == [("Ada Quill", (), "person")]
    assert [one.surface for one in naming.mentions["0"]] == ["Ada Quill", "Quill"]


def test_a_surname_is_no_alias_where_it_may_be_a_firm():
    bodies = [
        "Yesterday Ferdinand Dorn spoke. Later she saw Dorn there.",
        "It is said that shares in Dorn fell.",
        "They met Ada Quill. She saw Quill there.",
    ]
    articles = [Article(id=str(number), title="-", body=body, language="en") for number, body in enumerate(bodies)]
    naming = entities.name_all((), articles, "en")
    assert {one.name: one.aliases for one in naming.entities.values()} == {"Ada Quill": (), "Ferdinand Dorn": ()}
    assert naming.mentions["1"] == []
    before = [Entity(id="ferdinand-dorn", name="Ferdinand Dorn", kind="person", aliases=("Dorn",), status="suggested")]
    again = entities.name_all(before, articles, "en")
    assert again.entities["ferdinand-dorn"].aliases == ()


def test_what_is_not_sure_is_listed_with_its_sentence():
    articles = [Article(id="0", title="-", body="The old rule stands. They read the Rule aloud.", language="en")]
    suggestions = entities.name_all((), articles, "en").suggestions
    assert [(one.name, one.example, one.why) for one in suggestions] == [
        ("Rule", "They read the Rule aloud.", "also written small")
    ]


def test_languages_whose_capitals_do_not_tell_are_named():
    articles = [Article(id=tag, title="-", body="Ein Haus.", language=tag) for tag in ("de-AT", "en", "zh")]
    assert list(entities.name_all((), articles, "en").unread) == ["de", "zh"]


def test_a_single_word_found_elsewhere_is_not_linked_among_german_nouns():
    articles = [
        Article(id="en", title="-", body="They sailed on the Rate with Ada Quill.", language="en"),
        Article(id="de", title="-", body="Die Rate stieg, sagte Ada Quill.", language="de"),
    ]
    naming = entities.name_all((), articles, "en")
    assert [mention.surface for mention in naming.mentions["de"]] == ["Ada Quill"]


def seed():
    body = "\n\n".join(json.loads(SEED.read_text("utf-8"))["body"])
    return Article(id="seed", title="-", body=markdown_text.escape(body), language="fr")


OTHERS = [
    Article(id=f"{language}{number}", title="-", body=text, language=language)
    for number in range(12)
    for language, text, _ in CASES
]


@pytest.mark.parametrize("others", [[], OTHERS], ids=["alone", "among others"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_seed(others, language):
    naming = entities.name_all((), [*others, seed()], language)
    mentions = naming.mentions["seed"]
    firsts = {mention.entity: mention.surface for mention in reversed(mentions)}
    assert set(firsts.values()) == SEED_NAMES
    assert len(firsts) == len(SEED_NAMES)
    if language == "fr":
        assert {naming.entities[one].name for one in firsts} == SEED_NAMES


def test_the_seed_alone_leaves_nothing_unsure():
    naming = entities.name_all((), [seed()], "fr")
    assert len(naming.entities) == len(SEED_NAMES)
    assert not naming.ambiguities
    assert not naming.suggestions


def suggested(*texts, language="en", named=()):
    articles = [
        Article(id=str(number), title="-", body=body, language=language, entities=tuple(named) if number == 0 else ())
        for number, body in enumerate(texts)
    ]
    naming = entities.name_all((), articles, language)
    return sorted(one.name for one in naming.entities.values() if one.status == "suggested")


QUILL = NamedEntity(name="Ada Quill", kind="person")
GUARD = NamedEntity(name="Quill-9 Hornet", kind="product")
GOES_ON = [
    ("fr", "Il joue dans la Ligue orlienne de hockey de Brume.", ["Ligue orlienne de hockey de Brume"]),
    ("fr", "Le Comité pour la Défense des Lacs du Nord parle.", ["Comité pour la Défense des Lacs du Nord"]),
    ("fr", "Le Congrès orlien de lundi fut long.", ["Congrès orlien"]),
    ("fr", "la Commission orlienne des droits de l’homme siège", ["Commission orlienne des droits de l’homme"]),
    ("fr", "le Tour de Brume 2016 et les Brume 3 à 0 hier", ["Brume", "Tour de Brume 2016"]),
    ("fr", "le Tournoi des 6 Brumes 2017 et l’Asie centrale", ["Asie centrale", "Tournoi des 6 Brumes 2017"]),
    ("es", "Ganó la Copa Orlense de Fútbol de 1998 y volvió.", ["Copa Orlense de Fútbol de 1998"]),
    ("it", "Vinse i Campionati orlesi di calcio femminile.", ["Campionati orlesi di calcio"]),
    ("pt", "Foi à Taça de Orlém de futebol em 2004.", ["Taça de Orlém de futebol"]),
    ("en", "They sold the Orlon 64 and the Quill 3000 in Sellow 20 May.", ["Orlon 64", "Quill 3000", "Sellow"]),
    ("en", "Then, on May 12 and at Section 5, they left.", []),
    ("nl", "Ze speelden met de Orlon 2 in Molenoord.", ["Molenoord", "Orlon 2"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), GOES_ON)
def test_a_name_goes_on_with_its_field_or_its_number(language, text, expected):
    assert suggested(text, language=language) == [name.replace("’", "'") for name in expected]


OPENING = [
    ("fr", "Il a lu Le Brumois et La Brume libérée hier.", ["La Brume", "Le Brumois"]),
    ("fr", "Hier, La France et Le Chili jouaient.", []),
    ("fr", "le procureur de la République de Brumeville parle", ["Brumeville"]),
    ("fr", "le départ de Pierre de Brumont", ["Pierre de Brumont"]),
    ("en", "Citizens of Sellow met. Researcher Ada Quill left. Paris slept.", ["Ada Quill", "Paris", "Sellow"]),
    ("en", "President Dorn left. Governor of Sellow Ada Quill stayed.", ["Ada Quill", "Dorn", "Sellow"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), OPENING)
def test_what_stands_before_a_name_is_part_of_it_or_not(language, text, expected):
    assert suggested(text, language=language) == expected


def test_two_letters_are_a_name_once_seen_often_enough():
    text = "Elle a quitté le QX en mai et pris l'A7."
    assert suggested(text, language="fr") == []
    assert suggested(*[text] * 3, language="fr") == ["A7", "QX"]


SIDE_BY_SIDE = [
    ("fr", "le candidat UNP Philippe Dorne et la Japonaise Sorlène", ["Philippe Dorne", "Sorlène", "UNP"]),
    ("fr", "le PGHM de Brumeville fouille au Nord de la Brume", ["Brume", "Brumeville", "PGHM"]),
    (
        "fr",
        "il relit les Orlines de Florian Dorne et la Fondation Ada Quill",
        ["Florian Dorne", "Fondation Ada Quill", "Orlines"],
    ),
    ("fr", "le procureur de la République Pierre Dorne parle", ["Pierre Dorne"]),
    ("it", "nel film Orlinata di Bernardo Dorni", ["Bernardo Dorni", "Orlinata"]),
    (
        "en",
        "the Sellow Magic for Curtis Dorn left from Orme to the Ada Quill Bridge",
        ["Ada Quill Bridge", "Curtis Dorn", "Orme", "Sellow Magic"],
    ),
    ("en", "the destroyer USS Ada Quill and the Alliance for Sellow", ["Alliance for Sellow", "USS Ada Quill"]),
    ("nl", "het boek van Willem van der Dorn", ["Willem van der Dorn"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SIDE_BY_SIDE)
def test_two_names_side_by_side_are_told_from_one(language, text, expected):
    assert suggested(text, language=language) == expected


QUOTED = [
    ("en", 'She wrote the novel "The Long Way to Sellow" and left.', ["The Long Way to Sellow"]),
    ("en", 'It follows " Orme Nights: The Return " and others.', ["Orme Nights: The Return"]),
    ("en", "He then said “Nobody leaves quietly” and left.", []),
    ("en", "Later, “It was not Tim Quill,” she said.", ["Tim Quill"]),
    ("en", "Later, “Ada Quill lies all the time,” a minister told them.", ["Ada Quill"]),
    ("en", "They saw “It Was Not Tim Quill” there.", ["It Was Not Tim Quill"]),
    ("fr", "Hier, « Sophie Quill ment tout le temps », a répondu le maire.", ["Sophie Quill"]),
    ("tr", "Dün başkan, “Barış için çalışıyoruz” dedi ve gitti.", []),
    ("ru", "Вчера мэр, «Мир очень важен», сказал он.", []),
    ("en", 'He told them "We will never leave" and left.', []),
    ("en", 'It was "an act of war" to them.', []),
    ("en", 'The beetle "Dorna orlensis" lives there.', []),
    ("fr", "Le film « La Bicyclette rouge » est sorti.", ["La Bicyclette rouge"]),
    ("fr", "Il estime que « C’est une erreur » du maire.", []),
    ("fr", "« Nous espérons gagner », a déclaré le maire.", []),
    ("es", "Grabó el álbum « Noche de lluvia » ayer.", ["Noche de lluvia"]),
    ("it", "Nel romanzo “Il Ponte sul fiume” si narra questo.", ["Il Ponte sul fiume"]),
    ("pt", 'Gravou a canção "Noite de chuva" ontem.', ["Noite de chuva"]),
    ("nl", "Hij schreef het boek „De Lange Weg” daar.", ["De Lange Weg"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), QUOTED)
def test_what_stands_in_quotation_marks_is_a_title_or_what_somebody_said(language, text, expected):
    assert suggested(text, language=language) == expected


KNOWN = [
    ("fr", "Le président de la Brumeville Ada Quill parle.", ["Brumeville"]),
    ("fr", "Il a lu sur Gazouille de Ada Quill un mot.", ["Gazouille"]),
    ("en", "the Senator from Tern Ada Quill and the Ada Quill Foundation", ["Ada Quill Foundation", "Tern"]),
    ("en", "They met at the University of Ada Quill and left.", ["University of Ada Quill"]),
    ("en", "A Spanish Quill-9 Hornet flew.", []),
    ("en", "They met Ada Quill there. Then Quill left, and Ada too.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), KNOWN)
def test_a_known_name_is_parted_from_its_neighbours(language, text, expected):
    assert suggested(text, language=language, named=[QUILL, GUARD]) == expected


FALSE = [
    ("en", "He asked his brother, Bert, about it.", []),
    ("en", "It was 35 degrees Celsius, said three MPs.", []),
    ("fr", "Le ministre de la Pêche Ada Quill parle.", ["Ada Quill"]),
    ("es", "dijo el Secretario de Industria ayer", []),
    (
        "es",
        "según la Agencia para la Mejora y la Gestión de Puertos de ayer",
        ["Agencia para la Mejora y la Gestión de Puertos"],
    ),
    ("fr", "le patron du Conseil national pour la défense des ponts", []),
    ("ru", "Отношения между Севером и Югом хороши.", []),
    ("nl", "Gisteren sprak de minister van Landbouw.", []),
    ("it", "Ieri la Regione ha scritto ai Vigili e alla Protezione.", []),
    ("en", "Yesterday the Black Friday sales began.", ["Black Friday"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), FALSE)
def test_no_pages_for_fragments_and_offices(language, text, expected):
    assert suggested(text, language=language) == expected


SHOUTED = [
    ("es", "UCRANIA GANA EN BRUMAÑA\n\nEl equipo llegó ayer.", ["Ucrania"]),
    ("es", "GOLPE TOTAL EN BRUMAÑA. El equipo llegó ayer a Brumaña.", ["Brumaña"]),
    ("en", "QUILL SLAMS DORNATO, 3 HURT\n\nThe DNTO met in Sellow.", ["DNTO", "Sellow"]),
    ("en", "BREAKING NEWS: It rained in Sellow.", ["Sellow"]),
    ("fr", "ATTENTION\n\nIl neige à Brumeville.", ["Brumeville"]),
    ("ru", "ПОБЕДА В СТАРОРЕЧЬЕ\n\nОни приехали вчера в СРГУ.", ["СРГУ"]),
    ("el", "ΜΕΓΑΛΗ ΝΙΚΗ ΣΤΗ ΒΡΟΥΜΑ. Μίλησε χθες στη Βρούμα.", ["Βρούμα"]),
    ("en", "They asked the DNTO, ORSCO, VSPR and the QLC in May.", ["DNTO", "ORSCO", "QLC", "VSPR"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SHOUTED)
def test_words_all_in_capitals_are_names_where_they_stand_among_small_ones(language, text, expected):
    assert found(text, language) == expected


PEOPLES = [
    ("en", "The Muscovites cheered with many Parisians, a Berliner and the New Yorkers in Sellow.", ["Sellow"]),
    ("fr", "Hier, les Moscovites et un Lyonnais parlaient aux Berlinois.", []),
    ("es", "Ayer los Moscovitas, los Parisinos y los Ucranianos cantaron.", []),
    ("it", "Ieri i Moscoviti e i Parigini cantavano con un Berlinese.", []),
    ("pt", "Ontem os Moscovitas e os Parisienses cantaram.", []),
    ("nl", "Gisteren zag de Berliner ook Moskovieten en de Rotterdammers.", []),
    ("el", "Χθες ο Ουκρανός μίλησε με τον Αθηναίο και τους Ρώσους.", []),
    ("tr", "Dün bir Moskovalı ile Ukraynalılar geldi.", []),
    ("pl", "Wczoraj Moskwianie i pewien Berlińczyk śpiewali.", []),
    ("nl", "Gisteren zongen Brabanders en Zeeuwen samen.", []),
    ("fr", "Hier, les Franciliens dormaient.", []),
    ("el", "Χθες οι Κρητικοί γιόρταζαν.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), PEOPLES)
def test_those_from_somewhere_are_neither_names_nor_asked_about(language, text, expected):
    articles = [Article(id=str(number), title="-", body=text, language=language) for number in range(3)]
    naming = entities.name_all((), articles, language)
    assert sorted(one.name for one in naming.entities.values()) == expected
    assert not naming.suggestions


def test_a_surname_that_says_where_somebody_is_from_is_short_for_the_full_name():
    naming = entities.name_all((), [Article(id="0", title="-", body="They met Ada Berliner. She saw Berliner.")], "en")
    assert [(one.name, one.aliases) for one in naming.entities.values()] == [("Ada Berliner", ())]
    assert [one.surface for one in naming.mentions["0"]] == ["Ada Berliner", "Berliner"]


def test_places_are_no_peoples():
    assert suggested("Later they saw Milan, Kashmir, Tunis and Memphis.") == ["Kashmir", "Memphis", "Milan", "Tunis"]
    assert suggested("Χθες μίλησε για το κέντρο του Λονδίνου και του Κιέβου.", language="el") == ["Κιέβου", "Λονδίνου"]


PLURALS = [
    ("The Dornmanns left. Later the Dornmanns wrote.", []),
    ("They bought two Orlons and some Quillers in Sellow.", ["Sellow"]),
    ("They saw an Orlon, then the Orlons, in May.", ["Orlon"]),
    ("They saw the Orlons play.", ["Orlons"]),
    ("They crossed the Americas to Athens.", ["Americas", "Athens"]),
]


@pytest.mark.parametrize(("text", "expected"), PLURALS)
def test_several_of_a_name_are_no_name(text, expected):
    assert suggested(text) == expected


def test_a_plural_does_not_keep_a_german_genitive_from_its_name():
    texts = {"en": "Later they saw the Nexas fail; Nexa, the firm Nexa, paid.", "de": "Das war Nexas Ende."}
    articles = [Article(id=tag, title="-", body=body, language=tag) for tag, body in texts.items()]
    naming = entities.name_all((Entity(id="nexa", name="Nexa"),), articles, "en")
    assert [(one.entity, one.surface) for one in naming.mentions["de"]] == [("nexa", "Nexas")]


GREEK = [
    ("Ο Γιάννης Δόρνης μίλησε. Η Νέξα έφυγε.", ["Γιάννης Δόρνης", "Νέξα"]),
    ("Ο Γιάννης Δόρνης μίλησε για τη Νέξα. Η Νέξα έφυγε. Στη Νέξα έβρεχε.", ["Γιάννης Δόρνης", "Νέξα"]),
    ("Χθες είπε: Ο Γιάννης Δόρνης και Η Nexa.", ["Nexa", "Γιάννης Δόρνης"]),
    ("Στην Βρούμα Σελλόου έβρεχε. Όμως δεν χιόνιζε. Σύμφωνα με όλους.", ["Βρούμα Σελλόου"]),
]


@pytest.mark.parametrize(("text", "expected"), GREEK)
def test_greek_articles_begin_no_names(text, expected):
    assert suggested(text, language="el") == expected


def test_an_acronym_is_another_name_for_the_full_one_beside_it():
    text = "They asked the Tern Valley Centre (TVC) about rain. Later the TVC answered."
    naming = entities.name_all((), [Article(id="0", title="-", body=text, language="en")], "en")
    assert [(one.name, one.aliases) for one in naming.entities.values()] == [("Tern Valley Centre", ("TVC",))]


def test_a_headline_in_the_text_names_nobody_new():
    prose = "They urges full support, funding and care; the budget and the winter protests."
    headline = "Quill Urges Full Funding for Winter Protests\n\nThey met near Orme."
    assert suggested(headline, prose, prose) == ["Orme"]
    assert suggested("SENATORS ANNOUNCE HARBOUR FUNDING FOR ORME\n\nThey left.") == []


_FULL_OF_NAMES = (
    "The Sellow Tern Support Mission, endorsed by the Orme Valley Security Council, replaces the Tern Transition "
    "Mission in Quillia under Ada Quill"
)
_MENU = "Home About Quill Contact Sellow News Of The Day Sport Weather In Orme Subscribe " * 3


@pytest.mark.parametrize(("text", "expected"), [(_FULL_OF_NAMES, True), (_MENU, False)])
def test_a_sentence_full_of_names_is_no_menu(text, expected):
    article = Article(id="0", title="-", body=text, language="en")
    assert bool(entities.name_all((), [article], "en").mentions["0"]) is expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("el", "Χθες ο υπουργός Βασίλης Δορίλιας μίλησε. Είπε ο Δορίλιας στον δήμαρχο. Είδε τον Δορίλια στην πόλη."),
        ("uk", "Вчора мер Геннадій Дорханов сказав. За словами Дорханова, все добре, а Дорханов пішов."),
    ],
)
def test_a_surname_in_another_case_is_the_same_person(language, text):
    naming = entities.name_all((), [Article(id="0", title="-", body=text, language=language)], "en")
    assert len({one.entity for one in naming.mentions["0"]}) == 1
    assert len(naming.mentions["0"]) == 3
