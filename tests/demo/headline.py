"""A headline for an item that has none: its lead clause, cut where the language lets one cut."""

from __future__ import annotations

import re

LONGEST = 80
SHORTEST = 38
SHORT_CUT = 55

# Where a first sentence ends: not after an initial or one of these.
_SENTENCE = re.compile(
    r"(?<!\bU\.S)(?<!\bU\.K)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bFr)(?<!\bNo)(?<!\b[A-Z])[.!?][\"”’']?\s+(?=[\"“A-Z0-9])"
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SPORT = re.compile(r"^In (?:(?:association|flag|American|gridiron) )?[a-z]+(?: [a-z]+){0,2}, (?=[\"A-Z0-9])")

# A clause that hangs on the one before it starts so: what stands before is a whole sentence.
_WHEN = (
    "after|following|amid|amidst|despite|while|whilst|because|before|when|since|due to|ahead of|prior to|during"
    "|according to|over fears|in (?:violation|response|retaliation|the wake|an effort|order)"
    "|as (?=part|the|a|an|its|their|they|it|many|he|she|of|hundreds|thousands|police|fears|tensions|rescue)"
)
_BESIDES = (
    "which|who|whose|where|with|but|including|also|most|mostly|many|several|in what|[a-z]+ing|[a-z]+ed by"
    "|the (?:first|largest|highest|latest)"
    "|and (?:the|a|an|has|is|are|were|was|will|says|also|its|their|at|that)"
)
_HANGS = re.compile(rf",? (?=(?:{_WHEN}) )|, (?=(?:{_BESIDES}) )|; |: ")
_PREPOSITION = "in|on|at|near|from|by|with|for|to|and|across|through|into|against|using|between|along|over"
_LOOSE = re.compile(rf",? (?=(?:{_PREPOSITION}) )|, ")

# What no headline ends with.
_DANGLING = re.compile(
    r"[\s,;:–—-]+(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|that|its|their|his|her|as|is|are|was|were|be|been"
    r"|has|have|had|least|about|around|more|than|over|under|near|into|against|between|who|which|will|would|not|also"
    r"|both|up|out|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|hundreds|thousands|dozens"
    r"|hours|days|weeks|months|years|shortly|immediately|a day|says|say|reports|confirms|states|announces"
    r"|some|many|other|another|this|these|\d[\d,.]*)$"
)
# The start of a name whose rest was cut off.
_NAME_CUT = re.compile(r"(?:(?: of)? [A-Z][\w.’'-]*)+$")


def headline(text: str) -> str:
    """The headline of an item: at most 80 characters, an ellipsis only where a sentence is cut within a clause."""
    lead = _SPORT.sub("", _BRACKETS.sub("", _SENTENCE.split(text)[0])).strip()
    lead = lead[0].upper() + lead[1:]
    whole = lead.rstrip(". ")
    if len(whole) <= LONGEST:
        return whole
    clause = _last_cut(_HANGS, whole, LONGEST)
    if clause:
        return clause
    cut = _last_cut(_LOOSE, whole, LONGEST - 1)
    if len(cut) < SHORT_CUT:
        cut, _, rest = whole[:LONGEST].rpartition(" ")
        cut = _trimmed(_NAME_CUT.sub("", cut) if rest[:1].isupper() or rest.startswith("al-") else cut)
    return f"{cut}…"


def _last_cut(boundary: re.Pattern[str], text: str, longest: int) -> str:
    places = [match.start() for match in boundary.finditer(text) if SHORTEST <= match.start() <= longest]
    for place in reversed(places):
        cut = _trimmed(text[:place])
        # A quotation must close in what is left, and a verb of saying must have something said after it.
        if len(cut) >= SHORTEST and cut.count('"') % 2 == 0:
            return cut
    return ""


def _trimmed(cut: str) -> str:
    while (shorter := _DANGLING.sub("", cut)) != cut:
        cut = shorter
    return cut
