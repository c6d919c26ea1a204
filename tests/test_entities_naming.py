"""From articles to entities: records' own names, judgements, namesakes, surnames, and what gets a page."""

import random
from dataclasses import replace

from broadsheet import entities
from broadsheet.entities.identity import mark
from broadsheet.limits import Limits
from broadsheet.model import Article, Entity, NamedEntity


def article(body, language="en", number=1, named=()):
    return Article(id=f"a{number}", title="-", body=body, language=language, entities=tuple(named))


def named(*articles, known=(), language="en", suggest=False):
    return entities.name_all(known, list(articles), language, suggest=suggest)


def ids(naming, article_id="a1"):
    return [mention.entity for mention in naming.mentions[article_id]]


def test_a_country_has_one_page_whatever_the_language():
    naming = named(article("L’Ukraine résiste.", "fr", 1), article("Україна.", "uk", 2), language="fr")
    assert list(naming.entities) == ["ukraine"]
    assert naming.entities["ukraine"] == Entity(id="ukraine", name="Ukraine", kind="place", country="UA")


def test_a_country_is_shown_in_the_sites_language():
    assert named(article("Germany"), language="fr").entities["germany"].name == "Allemagne"


def test_a_record_that_names_a_country_means_the_country():
    naming = named(article("Talks in Ukraine.", named=[NamedEntity(name="Ukraine", wikidata="Q212")]))
    assert list(naming.entities) == ["ukraine"]
    assert naming.entities["ukraine"].wikidata == "Q212"


def test_a_page_that_is_a_country_stays_the_one():
    known = Entity(id="the-motherland", name="Ukraine", kind="place", description="Ours.")
    naming = named(article("Ukraine won."), known=[known])
    assert ids(naming) == ["the-motherland"]
    assert naming.entities["the-motherland"].country == "UA"
    assert naming.entities["the-motherland"].description == "Ours."


def test_a_person_named_like_a_country_is_not_the_country():
    naming = named(article("Chad sang.", named=[NamedEntity(name="Chad", kind="person")]))
    assert naming.entities["chad-2"].kind == "person"
    assert ids(naming) == ["chad-2"]


def test_record_entities_are_joined_by_wikidata_then_by_name():
    known = Entity(id="ada", name="Ada Quill", kind="person", wikidata="Q7", aliases=("A. Quill",))
    naming = named(
        article("Lady Quill met Ada Quill.", number=1, named=[NamedEntity(name="Lady Quill", wikidata="Q7")]),
        article("A. Quill spoke.", number=2, named=[NamedEntity(name="A. Quill")]),
        known=[known],
    )
    assert dict(naming.entities) == {"ada": known}
    assert ids(naming) == ["ada", "ada"]
    assert ids(naming, "a2") == ["ada"]


def test_two_things_of_one_name_get_two_ids_in_a_fixed_order():
    articles = [
        article("Vesper fell.", number=1, named=[NamedEntity(name="Vesper", kind="place", wikidata="Q20")]),
        article("Vesper sang.", number=2, named=[NamedEntity(name="Vesper", kind="person", wikidata="Q3")]),
        article("Vesper again.", number=3),
    ]
    naming = named(*articles)
    assert naming == named(*reversed(articles))
    assert {one.id: one.wikidata for one in naming.entities.values()} == {"vesper": "Q20", "vesper-2": "Q3"}
    assert ids(naming, "a1") == ["vesper"]
    assert ids(naming, "a2") == ["vesper-2"]
    assert ids(naming, "a3") == []
    assert [(one.article, one.candidates) for one in naming.ambiguities] == [("a3", ("vesper", "vesper-2"))]


def test_a_rejected_name_neither_links_nor_comes_back():
    rejected = Entity(id="nordlicht", name="Nordlicht Group", status="rejected")
    body = "They asked Nordlicht Group and the NORDLICHT-GROUP about it."
    naming = named(article(body, named=[NamedEntity(name="Nordlicht Group")]), known=[rejected], suggest=True)
    assert ids(naming) == []
    assert dict(naming.entities) == {}


def test_a_rejected_country_does_not_come_back():
    rejected = Entity(id="chad", name="Chad", status="rejected", country="TD")
    assert dict(named(article("In Chad, Chad sang."), known=[rejected], suggest=True).entities) == {}


def test_names_in_links_code_urls_and_headings_are_no_mentions():
    body = "# Peru\n\n[Peru](https://example.org/Peru) and `Peru` at https://example.org/Peru\n\nIn Peru."
    naming = named(article(body))
    assert len(naming.mentions["a1"]) == 1
    assert naming.mentions["a1"][0].start > body.index("In ") - 30


def test_a_surname_means_the_person_named_in_full_before():
    known = Entity(id="ada", name="Ada Quill", kind="person")
    body = "Quill was unknown. Ada Quill spoke. Then Quill left; Bert Quill stayed, and Quill’s car."
    mentions = named(article(body), known=[known]).mentions["a1"]
    assert [mention.surface for mention in mentions] == ["Ada Quill", "Quill", "Quill"]


def test_a_surname_that_two_persons_share_means_neither():
    known = [Entity(id="ada", name="Ada Quill", kind="person"), Entity(id="bert", name="Bert Quill", kind="person")]
    naming = named(article("Ada Quill and Bert Quill met. Quill left."), known=known)
    assert ids(naming) == ["ada", "bert"]


def test_a_country_that_is_a_persons_surname_here_is_the_person():
    known = Entity(id="mj", name="Michael Jordan", kind="person")
    assert ids(named(article("Michael Jordan scored. Jordan won."), known=[known])) == ["mj", "mj"]


def test_adopted_entities_stay_without_mention_and_others_go():
    adopted = Entity(id="ada", name="Ada Quill")
    suggested = Entity(id="bert", name="Bert Quill", status="suggested")
    untouched = Entity(id="peru", name="Peru", kind="place", country="PE")
    described = Entity(id="chile", name="Chile", kind="place", country="CL", description="Long.")
    naming = named(article("Nothing."), known=[adopted, suggested, untouched, described])
    assert sorted(naming.entities) == ["ada", "chile"]


def test_a_record_confirms_what_was_only_suggested():
    suggested = Entity(id="ada", name="Ada Quill", status="suggested")
    said = NamedEntity(name="Ada Quill", kind="person", wikidata="Q7")
    naming = named(article("Nothing.", named=[said]), known=[suggested])
    assert naming.entities["ada"] == replace(suggested, status="adopted", kind="person", wikidata="Q7")


def test_a_second_run_changes_nothing():
    articles = [
        article("The Tern Valley Times praised Ada Quill in Georgia. Then Quill left for Peru.", number=1),
        article("In Kestrel Bay, the Tern Valley Times met Bert Quill of Axolotl.", number=2),
        article("L’Axolotl a dit que la NARVA viendrait à Tern-Valley.", "fr", 3),
        article("Said Mrs Dorn: Vesper is fine.", number=4, named=[NamedEntity(name="Vesper")]),
    ]
    first = named(*articles, suggest=True)
    random.Random(3).shuffle(articles)  # noqa: S311 - no secret
    second = named(*articles, known=first.entities.values(), suggest=True)
    assert (second.entities, second.mentions) == (first.entities, first.mentions)
    assert second.ambiguities == first.ambiguities


def test_cases_of_a_name_are_one_entity():
    articles = [
        article("Делегация прибыла в Староречье, а Украине и Ирану нужна помощь.", "ru", 1),
        article("Вчера под Старореченском мэр Бобров встретил делегацию России.", "ru", 2),
        article("Он видел Боброва и говорил с Бобровым, Россией и Китаем.", "ru", 3),
        article("Wczoraj w Brzozowie burmistrz pytał o Brzozów; rzeka przy Brzozowem płynie.", "pl", 4),
    ]
    naming = named(*articles, suggest=True)
    assert ids(naming) == ["starorech-e", "ukraine", "iran"]
    assert ids(naming, "a3") == ["bobrov", "bobrov", "russia", "china"]
    again = named(*reversed(articles), known=naming.entities.values(), suggest=True)
    assert (again.entities, again.mentions) == (naming.entities, naming.mentions)


def test_another_finder_can_take_the_place_of_ours():
    def nobody(_articles, _gazetteer):
        return entities.Discovery(sure=(Entity(id="zed", name="zed", status="suggested"),))

    naming = entities.name_all((), [article("the zed ran")], "en", find_names=nobody)
    assert ids(naming) == ["zed"]


def test_a_phrase_that_a_page_does_not_mean_takes_the_name_from_that_entity_alone():
    known = [
        Entity(id="paris", name="Paris", kind="place", not_meant=("Paris Hilton", "plaster of Paris")),
        Entity(id="hilton", name="Hilton", kind="organisation"),
    ]
    body = "PARIS HILTON was late in Paris. They like plaster of Paris, and Paris likes the Hilton."
    mentions = named(article(body), known=known).mentions["a1"]
    assert [(one.entity, one.surface) for one in mentions if one.entity == "paris"] == [("paris", "Paris")] * 2


def test_a_name_in_a_language_bends_as_that_language_does():
    known = [Entity(id="star", name="Star City", kind="place", names={"ru": ("Звёздный",), "uk": ("Зоряне",)})]
    assert ids(named(article("В Звёздном и до Звездного.", "ru"), known=known)) == ["star", "star"]
    assert ids(named(article("У Звёздном.", "uk"), known=known)) == []


def test_an_exact_name_beats_another_name_in_some_case():
    known = [Entity(id="man", name="Александр", kind="person"), Entity(id="woman", name="Александра", kind="person")]
    naming = named(article("Вот Александра, а с Александром всё хорошо.", "ru"), known=known)
    assert ids(naming) == ["woman", "man"]
    assert not naming.ambiguities


def test_a_form_that_two_names_share_links_neither():
    known = [Entity(id="one", name="Лисов", kind="place"), Entity(id="two", name="Лисово", kind="place")]
    naming = named(article("Они жили близ Лисова.", "ru"), known=known)
    assert ids(naming) == []
    assert [one.candidates for one in naming.ambiguities] == [("one", "two")]


def test_a_small_word_is_no_name_whoever_says_so():
    said = NamedEntity(name="Varda Institute", kind="organisation", aliases=("a", "the", "of", "WHO", "Che"))
    odd = NamedEntity(name="the", kind="person")
    naming = named(article("The man of the Varda Institute, the WHO, met Che.", named=(said, odd)))
    assert [one.surface for one in naming.mentions["a1"]] == ["Varda Institute", "WHO", "Che"]
    assert list(naming.entities) == ["varda-institute"]
    assert naming.entities["varda-institute"].aliases == ("Che", "WHO")
    kept = Entity(id="x", name="X", aliases=("the", "Xanadu"))
    found = named(article("They say the paper is sold, and Xanadu, too."), known=[kept]).mentions["a1"]
    assert [one.surface for one in found] == ["Xanadu"]


def outside(naming, article_id="a1"):
    lists = (naming.outside.headlines, naming.outside.records)
    return tuple(list(one.get(article_id, ())) for one in lists)


def test_what_the_headline_or_the_record_alone_names_is_named_too():
    one = replace(
        article("The river rose, and Poland sent boats.", named=[NamedEntity(name="Ada Quill", kind="person")]),
        title="Poland helps Ukraine",
    )
    naming = named(one)
    assert ids(naming) == ["poland"]
    assert outside(naming) == (["ukraine"], ["ada-quill"])
    assert {"ada-quill", "poland", "ukraine"} == {*naming.entities}


def test_a_headline_is_not_heard_where_the_text_reads_its_words_otherwise():
    one = replace(article("They ate turkey. Paris Hilton came to Sweden."), title="Turkey for Paris in Sweden")
    assert outside(named(one, known=[Entity(id="paris", name="Paris", kind="place")])) == ([], [])


def test_capitals_throughout_tell_no_name_in_a_headline():
    one = replace(article("They ate on the coast."), title="TURKEY BURNS ON CHRISTMAS")
    assert outside(named(one)) == ([], [])
    assert outside(named(replace(one, title="Turkey burns on Christmas"))) == (["turkiye"], [])


def test_what_a_person_struck_or_said_to_be_nobody_is_not_named_by_headline_or_record():
    said = replace(article("It rained.", named=[NamedEntity(name="Norway")]), title="Rain in Sweden")
    assert outside(named(said)) == (["sweden"], ["norway"])
    struck = replace(said, unnamed=frozenset({mark("norway"), mark("sweden")}))
    assert outside(named(struck)) == ([], [])
    assert outside(named(replace(said, meant={"Norway": "", "Sweden": ""}))) == ([], [])


def test_what_a_person_lists_is_named_though_no_text_says_it():
    known = [Entity(id="mary", name="Mary"), Entity(id="maria", name="Maria", merged_into="mary")]
    one = replace(article("It rained."), listed=frozenset({"maria", "nobody-we-know"}))
    assert outside(named(one, known=known)) == ([], ["mary"])


def test_what_is_named_outside_a_text_counts_for_the_limit():
    one = article("Poland and Sweden.", named=[NamedEntity(name="Norway"), NamedEntity(name="Finland")])
    naming = entities.name_all((), [one], "en", Limits(entities_per_page=3), suggest=False)
    assert (ids(naming), outside(naming)) == (["poland", "sweden"], ([], ["finland"]))
    assert "names 4 entities, and the first 3 are linked and listed" in str(naming.shortened[0])
