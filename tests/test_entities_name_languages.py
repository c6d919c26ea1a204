"""The language a name is in: its page's word, its letters, the articles that write it so."""

from __future__ import annotations

import pytest

from broadsheet.entities.name_languages import with_languages
from broadsheet.model import Article, Entity, Mention


def _language(entity: Entity, site: str, *said: tuple[str | None, str]) -> str | None:
    """The language of a name, on a site in `site`, when articles in these languages write it so."""
    articles = [
        Article(id=str(at), url=None, title="", body="", language=language) for at, (language, _) in enumerate(said)
    ]
    mentions = {str(at): [Mention(0, len(surface), surface, entity.id)] for at, (_, surface) in enumerate(said)}
    return with_languages({entity.id: entity}, mentions, articles, site)[entity.id].language


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


def test_what_a_page_says_counts_for_more() -> None:
    assert _language(_named("Genève", fr=("Genève",)), "en", ("de", "Genève")) == "fr"
    assert _language(_named("Москва", bg=("Москва",), ru=("Москва",)), "en", ("ru", "Москва")) == "bg"
    assert _language(_named("Paris", de=("Paris",), en=("Paris",)), "en") is None
    assert _language(_named("Genève", **{'"><script>': ("Genève",)}), "en") is None


def test_where_no_text_has_it_the_letters_tell_or_nobody_can() -> None:
    assert _language(_named("東京スカイツリー"), "en") == "ja"
    assert _language(_named("Ναύπλιο"), "en") == "el"
    assert _language(_named("Иван"), "en") == ""
    assert _language(_named("Иван"), "en", (None, "Иван"), ("en", "Ivan")) == ""
    assert _language(_named("2024"), "ar") is None
    assert _language(_named(""), "en") is None


@pytest.mark.parametrize(("site", "name"), [("ja", "北京"), ("zh", "北京"), ("not a tag", "Berlin")])
def test_a_site_in_other_letters_or_in_none_that_is_known(site: str, name: str) -> None:
    assert _language(_named(name), site) is None
