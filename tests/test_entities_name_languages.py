"""The language a name is in: its page's word, its letters, the articles that write it so."""

from __future__ import annotations

import pytest

from broadsheet.entities.name_languages import with_languages
from broadsheet.entities.outside_texts import Outside
from broadsheet.model import Article, Entity, Mention


def _language(entity: Entity, site: str, *said: tuple[str | None, str], headline: str = "") -> str | None:
    """The language of a name, on a site in `site`, when articles in these languages write it so.

    With a `headline`, the first says it there alone, and its text not.
    """
    articles = [
        Article(id=str(at), url=None, title=headline, body="", language=language)
        for at, (language, _) in enumerate(said)
    ]
    mentions = {str(at): [Mention(0, len(surface), surface, entity.id)] for at, (_, surface) in enumerate(said)}
    outside = Outside(headlines={"0": [entity.id]}) if headline else Outside()
    found = with_languages({entity.id: entity}, {} if headline else mentions, outside, articles, site)
    return found[entity.id].language


def _named(name: str, **names: tuple[str, ...]) -> Entity:
    return Entity(id="it", name=name, names=names)


@pytest.mark.parametrize("site", ["en", "fr", "pt-BR", "nl"])
def test_a_name_in_the_sites_own_letters_is_the_sites_whoever_said_it(site: str) -> None:
    assert _language(_named("Berlin"), site, ("de", "Berlin"), ("de", "Berlin")) is None


def test_a_name_in_other_letters_is_in_the_language_of_most_articles_that_write_it_so() -> None:
    said = [("uk", "Київ"), ("ru", "Києві"), ("uk", "Києва"), ("en", "Kyiv"), ("en", "Kyiv"), ("en", "Kyiv")]
    assert _language(_named("Київ"), "en", *said) == "uk"
    assert _language(_named("NATO"), "ar", ("en", "NATO"), ("ar", "الناتو")) == "en"
    assert _language(_named("Київ"), "uk", *said) is None


def test_as_many_of_two_languages_give_the_same_one_in_any_order() -> None:
    assert _language(_named("Москва"), "en", ("uk", "Москва"), ("ru", "Москва")) == "ru"
    assert _language(_named("Москва"), "en", ("ru", "Москва"), ("uk", "Москва")) == "ru"


def test_what_a_page_says_of_a_name_in_other_letters_counts_for_more() -> None:
    assert _language(_named("Москва", bg=("Москва",)), "en", ("ru", "Москва")) == "bg"
    assert _language(_named("Москва", bg=("Москва",), ru=("Москва",)), "en", ("ru", "Москва")) == "ru"
    assert _language(_named("Москва", bg=("Москва",), uk=("Москва",)), "en", ("ru", "Москва")) == "bg"
    assert _language(_named("Москва", bg=("Москва",), ru=("Москва",)), "ru", ("bg", "Москва")) is None
    assert _language(_named("Paris", de=("Paris",), fr=("Paris",)), "en") is None
    assert _language(_named("São Paulo", pt=("São Paulo",)), "pt-BR") is None
    assert _language(_named("Иван", **{'"><script>': ("Иван",)}), "en") == ""


def test_a_name_that_a_headline_alone_says_is_in_the_headlines_language() -> None:
    assert _language(_named("ليلى مراد"), "en", ("ar", ""), headline="ليلى مراد تعود") == "ar"
    assert _language(_named("村上春樹"), "en", ("ja", ""), headline="村上春樹が新作") == "ja"
    assert _language(_named("ليلى مراد"), "en", ("en", ""), headline="Layla Murad returns") == ""


def test_where_no_text_has_it_the_letters_tell_or_nobody_can() -> None:
    assert _language(_named("東京スカイツリー"), "en") == "ja"
    assert _language(_named("Ναύπλιο"), "en") == "el"
    assert _language(_named("村上春樹"), "en") == ""
    assert _language(_named("Иван"), "en") == ""
    assert _language(_named("Иван"), "en", (None, "Иван"), ("en", "Ivan")) == ""
    assert _language(_named("2024"), "ar") is None
    assert _language(_named(""), "en") is None


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("ja", "北京"),
        ("ja", "モネ"),
        ("zh", "北京"),
        ("not a tag", "Berlin"),
        ("en", "ＮＡＳＡ"),
        ("en", "ʻIolani"),
    ],
)
def test_a_site_in_other_letters_or_in_none_that_is_known(site: str, name: str) -> None:
    assert _language(_named(name), site) is None


def test_what_has_kana_is_japanese_on_a_chinese_site_too() -> None:
    assert _language(_named("モネ"), "zh", ("zh", "モネ")) == "ja"
