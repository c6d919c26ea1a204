"""The time of day that a line states, with its offset where it states one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

# Zones that RFC 822 names and a few that mean one thing only in a dateline (no IST: three countries use it).
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "kst": 540, "wib": 420, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780,
}  # fmt: skip
_MORNING = "a\\.?m\\.?|vorm\\.?|上午|早上|早|凌晨|午前|오전|ص|πμ|π\\.μ\\.|पूर्वाह्न|sa"
_EVENING = "p\\.?m\\.?|nachm\\.?|下午|晚上|晚|傍晚|午後|오후|م|μμ|μ\\.μ\\.|अपराह्न|ch"
_HALF = f"(?:{_MORNING}|{_EVENING})(?![^\\W\\d_])"
_ZONE = "(?:gmt|utc)?\\s?[+-]\\d\\d:?(?:\\d\\d)?(?!\\d)|(?:" + "|".join(_ZONES) + ")(?![^\\W\\d_])"
_TIME = re.compile(
    f"""(?<![\\d:/+-])(?P<before>{_HALF})?\\s?
    (?<!\\d[.,])(?P<hour>[01]?\\d|2[0-4])
    (?:
      \\s?:\\s?(?P<minute>[0-5]\\d)(?:\\s?:\\s?(?P<second>[0-5]\\d)(?:[.,](?P<fraction>\\d{{1,9}}))?)?
      |\\s?(?:h|時|时|點|点|시)\\s?(?:(?P<minute2>[0-5]?\\d)(?:\\s?[分분]|\\s?min)?)?(?![^\\W\\d_])(?!\\d)
      |(?:\\.(?P<minute3>[0-5]\\d)(?![\\d.,]\\d|\\d))
      |(?=\\s?(?:a\\.?m\\b|p\\.?m\\b))
    )
    (?!\\d)(?P<word>\\s?(?:uhr|hrs?|ч|г)(?![^\\W\\d_]))?
    (?:\\s?(?P<after>{_HALF}))?
    (?:\\s?\\(?(?P<zone>{_ZONE})\\)?)?""",
    re.VERBOSE,
)
_DOTTED_BY = re.compile(r"(?:klo|kl|um|uhr|at|ore|alle|om|pukul|jam|o|godz|в|у|ob|u)[\s.:]*$")
_NOON = re.compile(r"\b(?:noon|midday|midi|mittag|mediodia|mezzogiorno|meio-dia|podne|poledne|poludnie)\b")
_MIDNIGHT = re.compile(r"\b(?:midnight|minuit|mitternacht|medianoche|mezzanotte|meia-noite|ponoc)\b")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in a folded line, and where it stands."""

    time: dt.time
    start: int
    end: int


def find(line: str) -> Clock | None:
    """The first time of day in a folded line."""
    for match in _TIME.finditer(line):
        if match["minute3"] and not (match["word"] or match["after"] or _dotted(line, match)):
            continue
        time = _time(match)
        if time is not None:
            return Clock(time, match.start(), match.end())
    for word, hour in ((_NOON, 12), (_MIDNIGHT, 0)):
        if named := word.search(line):
            return Clock(dt.time(hour), named.start(), named.end())
    return None


def _dotted(line: str, match: re.Match[str]) -> bool:
    """Whether `18.37` is a time: a word before it says so, or beside the day it is all that the line holds."""
    if _DOTTED_BY.search(line, 0, match.start("hour")):
        return True
    return match.end() == len(line) and not line[: match.start()].strip(" ,|-")


def _time(match: re.Match[str]) -> dt.time | None:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
    half = match["before"] or match["after"] or ""
    if half and re.fullmatch(_EVENING, half) and hour < 12:
        hour += 12
    elif half and re.fullmatch(_MORNING, half) and hour == 12:
        hour = 0
    if hour > 23:
        return None
    fraction = int((match["fraction"] or "0")[:6].ljust(6, "0"))
    return dt.time(hour, minute, int(match["second"] or 0), fraction, _zone(match["zone"]))


def _zone(text: str | None) -> dt.timezone | None:
    if not text:
        return None
    sign = re.search(r"([+-])(\d\d):?(\d\d)?", text)
    if sign is None:
        minutes = _ZONES[text.strip()]
    else:
        minutes = int(sign[2]) * 60 + int(sign[3] or 0)
        if sign[1] == "-":
            minutes = -minutes
        if abs(minutes) > 14 * 60:
            return None
    return dt.UTC if minutes == 0 else dt.timezone(dt.timedelta(minutes=minutes))
