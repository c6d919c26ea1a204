"""How many dates in 28 languages `read_date` reads rightly: `python tests/benchmarks/dates.py [-v]`.

Reads `data/dev/dates_absolute_simple.jsonl` under $BROADSHEET_SHARED (default: ../shared beside the repository).
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

from broadsheet.dates import find_date, read_date

SHARED = Path(os.environ.get("BROADSHEET_SHARED", Path(__file__).resolve().parents[3] / "shared"))
CASES = SHARED / "data/dev/dates_absolute_simple.jsonl"
CODES = {
    "English": "en", "French": "fr", "Spanish": "es", "Dutch": "nl", "Italian": "it", "Portuguese": "pt",
    "Russian": "ru", "Turkish": "tr", "German": "de", "Czech": "cs", "Thai": "th", "Vietnamese": "vi",
    "Belarusian": "be", "Ukrainian": "uk", "Tagalog": "fil", "Filipino": "fil", "Japanese": "ja", "Chinese": "zh",
    "Bulgarian": "bg", "Bangla": "bn", "Hindi": "hi", "Finnish": "fi", "Croatian": "hr", "Romanian": "ro",
}  # fmt: skip


def same(found, expected):
    if isinstance(found, dt.datetime):
        return found == expected
    return found is not None and dt.datetime.combine(found, dt.time()) == expected


def main():
    if not CASES.exists():
        sys.exit(f"{CASES}: not there; set BROADSHEET_SHARED to the folder that holds data/dev")
    cases = [json.loads(line) for line in CASES.open(encoding="utf-8")]
    for hinted in (False, True):
        right, days, found_days, full = Counter(), Counter(), 0, 0
        start = time.perf_counter()
        for case in cases:
            languages = (CODES[case["lang"]],) if hinted and case["lang"] in CODES else ()
            expected = dt.datetime.fromisoformat(case["expected"])
            found = read_date(case["text"], languages, reference=dt.date.fromisoformat(case["base"][:10]))
            right[same(found, expected)] += 1
            day = found.date() if isinstance(found, dt.datetime) else found
            days[day == expected.date()] += 1
            if not same(found, expected) and "-v" in sys.argv:
                print(f"  {case['lang']}: {case['text']!r} -> {found!r}, not {case['expected']}")
            if str(expected.year) in case["text"]:
                full += 1
                line = find_date(case["text"], languages)
                found_days += (line.date() if isinstance(line, dt.datetime) else line) == expected.date()
        spent = (time.perf_counter() - start) / len(cases) * 1000
        how = "language given" if hinted else "no language given"
        print(
            f"{how}: read_date {right[True] / len(cases):.3f} (day {days[True] / len(cases):.3f}) of {len(cases)}, "
            f"find_date {found_days / full:.3f} of {full}; {spent:.2f} ms each"
        )


if __name__ == "__main__":
    main()
