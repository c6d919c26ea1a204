"""Days of other calendars as days of ours: Thai Buddhist, Solar Hijri (Iran), Minguo (Taiwan), Japanese eras."""

from __future__ import annotations

import datetime as dt

EARLIEST, LATEST = 1500, 2199
"""Years that a date in the news can have: below lies `0001-01-01`, which software writes for "none"."""

SOLAR_HIJRI_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد امرداد", "شهریور", "مهر", "ابان", "اذر", "دی", "بهمن",
            "اسفند",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
"""Folded names of the Iranian months."""

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911}
"""Japanese and Taiwanese eras, and the year before their first."""


def gregorian(year: int, month: int, day: int) -> dt.date | None:
    """That day, or None where there is none or the year is beyond what news can state."""
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def buddhist(year: int) -> int:
    """The common year for a year that may be counted the Thai way (2567 is 2024)."""
    return year - 543 if 2440 <= year <= 2640 else year


def solar_hijri(year: int, month: int, day: int) -> dt.date | None:
    """A day of Iran's calendar (28 Farvardin 1403 is 16 April 2024), by the 33-year cycle of leap years."""
    if not (1200 <= year <= 1600 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    past = year - 1
    # Seven leap days fall in every 33 years, eight of them: the cycle holds from 1800 to 2256.
    leaps = past // 33 * 8 + (past % 33 + 3) // 4
    days = past * 365 + leaps + (month - 1) * 30 + min(month - 1, 6) + day - 1
    return dt.date.fromordinal(_SOLAR_HIJRI_START + days)


# 1 Farvardin 1400 was 21 March 2021.
_SOLAR_HIJRI_START = dt.date(2021, 3, 21).toordinal() - (1399 * 365 + 1399 // 33 * 8 + (1399 % 33 + 3) // 4)
