"""What comes over the wire: a few records that are written, changed, taken back, or no longer given."""

from __future__ import annotations

import json
import re

NAMES = ("Ukraine", "Norway", "Ada Brandt")
MOST = 4
"""Records that are written at most."""
FIRST = 2
"""Records that there are from the start."""
_NEWS = re.compile(r"news-\d+")


class Wire:
    """The records as upstream has them, and as they were last taken in."""

    def __init__(self):
        self.records = [record(number) for number in range(FIRST)]
        self.withheld: set[str] = set()
        self.last = 0
        """Which record changed last."""
        self.hour = 0
        self.taken = {one["id"]: words_in(one) for one in self.records}

    def change(self, what, which, words):
        """Upstream does something; `words` are new. The id of an article that it takes back, or brings back."""
        if what == "new" and len(self.records) < MOST:
            self.last = len(self.records)
            self.records.append(record(self.last, words))
            return ""
        self.last = which % len(self.records)
        one = self.records[self.last]
        if what == "title":
            one["title"] = f"Harbour {words}"
        elif what in {"description", "topics"}:
            fresh = {"description": f"About {words}.", "topics": [words, "Ships"]}[what]
            _ = one.pop(what, None) or one.update({what: fresh})
        elif what == "withheld":
            self.withheld ^= {one["id"]}
        elif what == "retracted":
            self.hour += 1
            moment = f"2026-05-29T{self.hour:02}:00:00Z"
            if one.pop("retracted", None):
                one["updated"] = moment
            else:
                one["retracted"] = {"reason": f"Not so, {words}.", "date": moment}
            return one["id"]
        else:
            paragraphs = one["body"].split("\n\n")
            at = which // 4 % len(paragraphs)
            if what == "less" and len(paragraphs) > 1:
                del paragraphs[at]
            else:
                paragraphs[at : at + (what != "more")] = [_paragraph(which, words)]
            one["body"] = "\n\n".join(paragraphs)
        return ""

    def given(self, how):
        """The records of a run: all, the one that changed last, or none."""
        chosen = {"all": self.records, "one": [self.records[self.last]], "none": []}[how]
        return [one for one in chosen if one["id"] not in self.withheld]

    def news(self, records):
        """By id: the words that are new since a record was last taken in."""
        return {one["id"]: words_in(one) - self.taken.get(one["id"], set()) for one in records}

    def took(self, records):
        self.taken |= {one["id"]: words_in(one) for one in records}


def record(number, words="news-0000"):
    return {
        "id": f"r{number}",
        "title": f"Harbour {words} number {number}",
        "body": "\n\n".join(_paragraph(turn, f"{words} of {number}") for turn in range(3)),
        "published": f"2026-05-0{number % 2 + 1}",
        "language": "en",
        "description": f"About {words} of {number}.",
        "entities": [{"name": "Ada Brandt", "kind": "person"}],
    }


def words_in(one):
    """The words that are new in a record; of an article that was taken back, those that say why."""
    return set(_NEWS.findall(json.dumps(one.get("retracted", one))))


def _paragraph(number, words):
    return f"In part {number % 3} {NAMES[number % 3]} spoke of {NAMES[(number + 1) % 3]}, as {words} says."
