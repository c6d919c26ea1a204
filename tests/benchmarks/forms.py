# ruff: noqa: SIM905, ISC004, E501 - word lists and running text
"""Reports from one form: each tells an event of its own, however much of its text another report has, too.

Written for this benchmark, with words, names and figures drawn by a fixed seed: forecasts, press conferences, situation
updates, match reports, statistics, grants, quakes, markets. Each form is one source's.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator

Report = dict[str, str]
"""id, lang, date, source, title, text."""

PLACES = [
    first + last
    for first in "Ald Bren Castle Dun East Farrow Glen Harrow Inver Kestrel Lang Marl North Oak Pen Quarring".split()
    for last in "bury field moor holme wick dale".split()
]
PERSONS = [
    f"{first} {last}"
    for first in "Anna Peter Maria John Li Sofia Omar Grace Tom Ingrid Paul Nadia".split()
    for last in "Lindqvist Okafor Delgado Haverford Wen Petrov Haddad Mbeki Ashdown Solheim Renner Rahimi Ibarra".split()
]
COUNTRIES = (
    "France Iran Ukraine Israel Sudan Venezuela Taiwan Cuba Syria Libya Haiti Myanmar Yemen Armenia Serbia Ethiopia Mali"
).split()
TOPICS = (
    "a visit of the minister to {country}; talks on a ceasefire in {country}; the arrest of a consul in {country}; a loan "
    "for {country}; sanctions on banks in {country}; an earthquake relief flight to {country}; elections in {country}; "
    "the release of two hostages in {country}; a trade dispute with {country}; a fishing treaty with {country}"
).split("; ")
SKIES = ("sunny spells", "heavy showers", "thick fog at dawn", "thunder", "snow on the hills", "a biting east wind")


def weather(roll: random.Random, _: dt.date) -> tuple[str, str]:
    """A week's outlook."""
    north, south, coast = roll.sample(PLACES, 3)
    first, second, third = roll.sample(SKIES, 3)
    low, high = sorted(roll.sample(range(-4, 31), 2))
    return (
        "The week's weather outlook",
        f"The Meteorological Office expects {first} at the start of the week, with temperatures between {low} and {high} "
        f"degrees. From Wednesday on, {second} will reach {north} and {south}, while {coast} must reckon with {third}. "
        f"Winds from the {roll.choice(('north', 'south', 'west', 'east'))} will freshen to {roll.randint(20, 90)} "
        "kilometres an hour on the coast. Drivers should take care on bridges and exposed roads. The outlook for the "
        f"weekend is {roll.choice(('settled', 'uncertain', 'changeable', 'mild'))}, said forecaster "
        f"{roll.choice(PERSONS)}. Warnings in force can be read on the website of the Meteorological Office.",
    )


def briefing(roll: random.Random, day: dt.date) -> tuple[str, str]:
    """A day's press conference."""
    said = [
        f"Asked about {topic.format(country=country)}, Mr Larkin said that the government "
        + roll.choice(
            (
                "had nothing to announce",
                "was following the matter closely",
                "would answer in due course",
                f"had set aside {roll.randint(2, 90)} million",
                "took note of the reports and called on all sides to show restraint",
            )
        )
        + "."
        for topic, country in zip(roll.sample(TOPICS, 5), roll.sample(COUNTRIES, 5), strict=True)
    ]
    return (
        f"Foreign ministry spokesman's press conference on {day:%d %B %Y}",
        "The spokesman of the Foreign Ministry, Edward Larkin, held the daily press conference in the Marble Hall. Good "
        "afternoon, ladies and gentlemen, he said; let me begin with the minister's programme. "
        + " ".join(said)
        + " The spokesman thanked the correspondents and closed the press conference. The transcript is issued by the "
        "press office of the Foreign Ministry and is not an official record.",
    )


def disease(roll: random.Random, day: dt.date) -> tuple[str, str]:
    """A week's situation."""
    first, second = roll.sample(PLACES, 2)
    new, dead = roll.randint(20, 900), roll.randint(1, 40)
    return (
        f"Measles situation update, week {day.isocalendar().week}",
        f"The Health Institute registered {new} new cases of measles in week {day.isocalendar().week}, "
        f"{roll.choice(('up from', 'down from'))} {roll.randint(20, 900)} in the week before. {dead} patients died. Most "
        f"cases were reported from {first} and {second}. Since the beginning of the outbreak, "
        f"{roll.randint(4000, 30000)} cases have been confirmed by laboratories. The institute reminds parents that two "
        f"doses of vaccine protect for life. {roll.randint(50, 99)} percent of children have had the first. The next "
        "situation update appears on Thursday.",
    )


def match(roll: random.Random, _: dt.date) -> tuple[str, str]:
    """A match of a round."""
    home, away = roll.sample(PLACES, 2)
    scorer, other = roll.sample(PERSONS, 2)
    goals, less = roll.randint(1, 5), roll.randint(0, 1)
    return (
        f"{home} beat {away} {goals}-{less}",
        f"{home} beat {away} {goals}-{less} in the National League on Saturday. {scorer} opened the score in the "
        f"{roll.randint(2, 44)}th minute, and {other} {roll.choice(('doubled the lead', 'made it safe'))} in the "
        f"{roll.randint(46, 89)}th before a crowd of {roll.randint(3, 40)},{roll.randint(100, 999)}. "
        f"{roll.choice(('The visitors never found an answer.', 'The guests hit the post twice.'))} {home} are now "
        f"{roll.choice(('third', 'fifth', 'ninth', 'second'))} in the National League, with {roll.randint(12, 60)} "
        "points.",
    )


def statistics(roll: random.Random, day: dt.date) -> tuple[str, str]:
    """A month's prices."""
    return (
        f"Consumer prices {day:%B %Y}",
        f"Consumer prices in {day:%B} {day.year} were {roll.randint(1, 9)}.{roll.randint(0, 9)} percent higher than a "
        f"year before, the Bureau of Statistics announced. Energy cost {roll.randint(1, 30)}.{roll.randint(0, 9)} percent "
        f"more, food {roll.randint(1, 9)}.{roll.randint(0, 9)} percent. The core rate, without energy and food, stood at "
        f"{roll.randint(1, 5)}.{roll.randint(0, 9)} percent. The basket of goods is weighed anew every five years. The "
        "Bureau of Statistics publishes detailed tables and its methods on its website.",
    )


def grant(roll: random.Random, _: dt.date) -> tuple[str, str]:
    """A grant to a town."""
    town = roll.choice(PLACES)
    what = roll.choice(("fire engine", "library roof", "bus depot", "sewage plant", "school kitchen", "sports hall"))
    amount = f"{roll.randint(20, 900)},{roll.randint(100, 999)}"
    return (
        f"Grant of {amount} for {town}",
        f"Senator Helen Brightwater announced today that the town of {town} will receive {amount} crowns from the "
        f"Department of Regional Development for its {what}. Small communities deserve the same safety as large ones, "
        f"Brightwater said. This grant will be of great service to {town} and the surrounding area. As a member of the "
        "Senate Appropriations Committee, Senator Brightwater has secured more than 90 million crowns for the region.",
    )


def quake(roll: random.Random, _: dt.date) -> tuple[str, str]:
    """A bulletin of an earthquake."""
    near, other = roll.sample(PLACES, 2)
    return (
        f"Earthquake of magnitude {roll.randint(3, 6)}.{roll.randint(0, 9)} near {near}",
        f"An earthquake of magnitude {roll.randint(3, 6)}.{roll.randint(0, 9)} was recorded {roll.randint(4, 60)} "
        f"kilometres off {near} at {roll.randint(0, 23)}:{roll.randint(10, 59)}, at a depth of {roll.randint(5, 90)} "
        f"kilometres, the Seismological Network said. It was felt as far as {other}. No damage was reported. The "
        "Seismological Network asks residents to report what they felt through its form.",
    )


def market(roll: random.Random, _: dt.date) -> tuple[str, str]:
    """A day at the exchange."""
    up, down, flat = roll.sample(PLACES, 3)
    return (
        "Stocks at the close",
        f"The National Index closed at {roll.randint(7, 9)},{roll.randint(100, 999)} points on the National Exchange, "
        f"{roll.choice(('a gain', 'a loss'))} of {roll.randint(0, 3)}.{roll.randint(1, 9)} percent. Shares of {up} "
        f"Holdings rose by {roll.randint(2, 19)} percent, those of {down} Steel fell by {roll.randint(2, 19)}. {flat} "
        f"Insurance ended where it began. The crown stood at {roll.randint(8, 12)}.{roll.randint(10, 99)} to the dollar. "
        "Turnover on the National Exchange was thin, brokers said.",
    )


Form = Callable[[random.Random, dt.date], tuple[str, str]]

FORMS: tuple[tuple[Form, int, int, int], ...] = (
    (weather, 12, 7, 1),
    (briefing, 20, 1, 1),
    (match, 4, 7, 6),
    (grant, 6, 5, 4),
    (market, 20, 1, 1),
    (disease, 12, 7, 1),
    (quake, 10, 3, 1),
    (statistics, 8, 30, 1),
)
"""Each form with how many days it is filled in on, how many days apart, and how many times a day."""


def reports(seed: int) -> Iterator[Report]:
    """The reports, form by form."""
    roll = random.Random(seed)  # noqa: S311 - the same draws for the same seed
    for form, days, apart, times in FORMS:
        for number in range(days * times):
            day = dt.date(2026, 6, 1) + dt.timedelta(days=number // times * apart)
            title, text = form(roll, day)
            yield {
                "id": f"{form.__name__}-{number}",
                "lang": "en",
                "date": day.isoformat(),
                "source": f"{form.__name__.title()} desk",
                "title": title,
                "text": text,
            }
