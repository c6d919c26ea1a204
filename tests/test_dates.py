"""Dates in any language, never more exact than they were written."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import pytest
from babel import __version__ as babel_version
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.dates import cldr, find_date, read_date

DAY = dt.date(2024, 4, 16)
PARIS = dt.timezone(dt.timedelta(hours=2))

LINES = {
    # the seed's masthead, and every order of day, month and year
    "mardi, avril 16, 2024": DAY,
    "16 avril 2024": DAY,
    "April 16, 2024": DAY,
    "16th of April 2024": DAY,
    "Dienstag, 16. April 2024": DAY,
    "16 de abril de 2024": DAY,
    "16 d’abril de 2024": DAY,
    "2024. április 16.": DAY,
    "2024 m. balandžio 16 d.": DAY,
    "Publié le 1er avril 2024": dt.date(2024, 4, 1),
    "Środa, 10 kwietnia 2013 r.": dt.date(2013, 4, 10),
    "20 сентября 2021": dt.date(2021, 9, 20),
    "16η Απριλίου 2024": DAY,
    # other scripts, digits and calendars
    "2024年4月16日": DAY,
    "二〇二四年四月十六日": DAY,
    "令和6年4月16日": DAY,
    "民國113年4月16日": DAY,
    "2024년 4월 16일": DAY,
    "الثلاثاء 16 نيسان 2024": DAY,
    "١٦ أبريل ٢٠٢٤": DAY,
    "۲۸ فروردین ۱۴۰۳": DAY,
    "16 เมษายน 2567": DAY,
    "16 באפריל 2024": DAY,
    "ngày 16 tháng 4 năm 2024": DAY,
    "१६ अप्रैल २०२४": DAY,
    # figures
    "16.04.2024": DAY,
    "03.04.2024": dt.date(2024, 4, 3),
    "16/4/2024": DAY,
    "04/16/2024": DAY,
    "Wed 03/04/2024": dt.date(2024, 4, 3),
    # with a time
    "Stand: 16.04.2024, 10.30 Uhr": dt.datetime(2024, 4, 16, 10, 30),  # noqa: DTZ001 - no offset was written
    "16 avril 2024 à 14h05": dt.datetime(2024, 4, 16, 14, 5),  # noqa: DTZ001 - no offset was written
    "April 16, 2024 at 2:05 p.m.": dt.datetime(2024, 4, 16, 14, 5),  # noqa: DTZ001 - no offset was written
    "2024년 4월 16일 오후 2:05": dt.datetime(2024, 4, 16, 14, 5),  # noqa: DTZ001 - no offset was written
    "Tue, 16 Apr 2024 10:00:00 +0200": dt.datetime(2024, 4, 16, 10, tzinfo=PARIS),
    "Tue, 16 Apr 2024 10:00:00 GMT": dt.datetime(2024, 4, 16, 10, tzinfo=dt.UTC),
}

NO_DATES = [
    "",
    "Tel. 06.12.34.56.78",
    "call 020 7946 0018 2024",
    "12 out of 2024",
    "in May 2024 12 people",
    "le 16 avril dernier",
    "April 2024",
    "ISBN 978-3-16-148410-0",
    "192.168.10.12",
    "version 12.4.20 is out",
    "31 février 2024",
    "96,645FansJ'aime",
    "03/04/2024",
    "16 April 2024 " + "and so on " * 20,
]


@pytest.mark.parametrize(("line", "moment"), LINES.items())
def test_a_line_states_its_date(line, moment):
    assert find_date(line) == moment
    assert type(find_date(line)) is type(moment)
    assert read_date(line) == moment


@pytest.mark.parametrize("line", NO_DATES)
def test_a_line_without_a_whole_date_states_none(line):
    assert find_date(line) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    {
        "2024-04-16": DAY,
        "20240416": DAY,
        "2024-04-16T10:00": dt.datetime(2024, 4, 16, 10),  # noqa: DTZ001 - no offset was written
        "2024-04-16T10:00:00+02:00": dt.datetime(2024, 4, 16, 10, tzinfo=PARIS),
        "2024-04-16T10:00:00.5Z": dt.datetime(2024, 4, 16, 10, 0, 0, 500_000, tzinfo=dt.UTC),
        "2024-04": None,
        "0001-01-01T00:00:00Z": None,
        "2024-13-45": None,
        "soon": None,
        "x" * 10_000: None,
    }.items(),
)
def test_a_field_is_read(text, moment):
    assert read_date(text) == moment


def test_what_could_be_two_days_is_settled_by_language_or_not_at_all():
    assert read_date("03/04/2024") is None
    assert read_date("03/04/2024", ["en"]) is None
    assert read_date("03/04/2024", ["en-US"]) == dt.date(2024, 3, 4)
    assert read_date("03/04/2024", ["en-GB"]) == dt.date(2024, 4, 3)
    assert read_date("03/04/2024", ["fr"]) == dt.date(2024, 4, 3)


def test_a_month_that_differs_between_languages_is_settled_by_language_or_weekday():
    assert read_date("14 listopad 2013", ["hr"]) == dt.date(2013, 10, 14)
    assert read_date("14 listopad 2013", ["pl"]) == dt.date(2013, 11, 14)
    assert find_date("čtv 14. lis 2013") == dt.date(2013, 11, 14)


def test_without_a_year_the_day_of_writing_decides():
    assert read_date("16 avril") is None
    assert read_date("16 avril", reference=dt.date(2024, 5, 1)) == DAY
    assert read_date("16 décembre", reference=dt.date(2024, 5, 1)) == dt.date(2023, 12, 16)
    assert read_date("Jeu 15:12", ["fr"], dt.date(2012, 11, 13)) == dt.datetime(2012, 11, 8, 15, 12)  # noqa: DTZ001
    assert read_date("hier", ["fr"], dt.date(2024, 4, 17)) == DAY


@given(st.text(max_size=130))
def test_any_text_is_a_date_or_none(text):
    assert isinstance(find_date(text), dt.date | None)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_iso_days_are_read_as_they_are(day):
    assert read_date(day.isoformat()) == day


def test_the_names_are_those_of_cldr():
    if not babel_version.startswith("2.18"):
        pytest.skip("names.txt was written from Babel 2.18; write it anew with `python -m broadsheet.dates.cldr`")
    # In a process of its own: Babel keeps what it resolved for one locale in tables that others share, so that after a
    # look at every locale some name their months wrongly.
    made = subprocess.run(
        [sys.executable, "-c", "from broadsheet.dates import cldr; print(cldr.names(), end='')"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    assert cldr.NAMES.read_text("utf-8") == made.stdout.decode()


def test_a_time_that_is_guessed_has_a_zone_that_reads_back_as_itself():
    found = read_date("Thu, 09 Feb 06 23:59:45 +0000", ("en",))
    assert found == dt.datetime(2006, 2, 9, 23, 59, 45, tzinfo=dt.UTC)
    assert (found.tzinfo, found.tzname()) == (dt.UTC, "UTC")
