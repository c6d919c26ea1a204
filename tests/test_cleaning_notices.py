"""Boilerplate in whole sentences, text taken up again, lines said twice."""

import pytest

from broadsheet.cleaning import clean
from broadsheet.cleaning.lines import split
from broadsheet.cleaning.notices import notices
from broadsheet.model import Dump, Origin

ARTICLE = (
    "The oldest bridge in Larkhaven reopened on Monday after two years of repairs that cost twelve million pounds.",
    "Engineers replaced the wooden deck, strengthened both piers and added a lane for cyclists, the council said.",
    "“People have waited long enough for their bridge,” said the mayor, who crossed it first with school children.",
    "Traffic over the bridge will be limited to one direction until the spring, when a second opening is planned.",
)


def record(*lines):
    (found,) = clean([Dump(Origin("page.txt"), "\n\n".join(("Harbour town reopens its oldest bridge", *lines)))])
    return found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("This website uses cookies to improve your experience while you navigate through its pages.", "cookie-notice"),
        ("Nous utilisons des cookies afin de mesurer l'audience de nos pages et de nos articles.", "cookie-notice"),
        ("Wir verwenden Cookies, um Ihnen auf unseren Seiten die besten Inhalte zu zeigen.", "cookie-notice"),
        ("We cannot do this without your help, so give today and read tomorrow's paper.", "plea"),
        ("Unterstützen Sie unsere Redaktion mit einem Betrag, den Sie selbst wählen können.", "plea"),
    ],
)
def test_sentences_of_the_page_about_itself_are_told(text, reason):
    assert notices(split(text)) == {0: reason}


@pytest.mark.parametrize(
    "text",
    [
        "Stir the butter into the flour and bake the cookies on a sheet for twelve minutes.",
        "The museum received a donation of forty paintings from a collector in Oslo last year.",
        "Tickets for the concert cost just $20, and children are free on Sundays until June.",
    ],
)
def test_an_article_may_speak_of_cookies_and_gifts(text):
    assert not notices(split(text))


def test_pleas_below_an_article_are_left_out_with_what_stands_between():
    found = record(
        *ARTICLE,
        "Would you join us to help keep our stories free for all?",
        "The months to come will be long, and there is much for all of us to look into and to tell.",
        "Support our newsroom by giving as little as $2, and thank you for all that you do.",
    )
    assert found["body"] == "\n\n".join(ARTICLE)
    assert [removal["rule"] for removal in found["removed"]] == ["plea"] * 3


def test_a_line_that_comes_again_is_kept_once():
    found = record(ARTICLE[0], ARTICLE[1], ARTICLE[2], ARTICLE[1], ARTICLE[3])
    assert found["body"] == "\n\n".join(ARTICLE)
    assert [removal["rule"] for removal in found["removed"]] == ["said-again"]
