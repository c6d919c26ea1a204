"""How many headlines, dates and authors come out of raw dumps: `python tests/benchmarks/clean_titles.py [-v]`.

Reads `data/dev/rawdump_*.jsonl` and `data/dev/dates_htmldate_rawtext.jsonl` under $BROADSHEET_SHARED (default:
../shared beside the repository). Two tables: with the gold text's place in the dump, and with the body that
`clean` finds by itself. `exact`: the same words as the gold title, whatever case and marks; `near`: one holds
the other, or four words of five are the same; `there`: the share of dumps that state the gold title at all.
A date is right when it is the gold day; one that the page does not state as published counts against recall.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from broadsheet.cleaning import clean
from broadsheet.cleaning.byline import find_authors
from broadsheet.cleaning.lines import split
from broadsheet.cleaning.masthead import read_dates
from broadsheet.cleaning.title import headline
from broadsheet.cleaning.words import bare
from broadsheet.errors import Rejection
from broadsheet.model import Dump, Origin

SHARED = Path(os.environ.get("BROADSHEET_SHARED", Path(__file__).resolve().parents[3] / "shared"))
SETS = ("rawdump_np4k", "rawdump_wcxb", "rawdump_daniel", "rawdump_tra", "dates_htmldate_rawtext")


def read(name):
    path = SHARED / f"data/dev/{name}.jsonl"
    if not path.exists():
        sys.exit(f"{path}: not there; set BROADSHEET_SHARED to the folder that holds data/dev")
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def gold_title(case):
    """Daniel's gold text begins with its title."""
    title = case.get("gold_title")
    if not title and case["id"].startswith("daniel"):
        title = next((line for line in case["gold_text"].split("\n") if bare(line)), "")
    return bare(title or "") if len(title or "") <= 200 else ""


def gold_span(case, lines, title):
    """Where the gold text lies in the dump: first line, one past the last; None where it cannot be found."""
    gold = " ".join(bare(line) for line in (case.get("gold_text") or "").split("\n"))
    words = [bare(line.text) for line in lines]
    inside = [at for at, line in enumerate(words) if len(line) >= 30 and line[:100] in gold and line != title]
    if not inside:
        return None
    close = (at for at, after in pairwise(inside) if after - at <= 6 or len(words[at]) >= 60)
    return next(close, inside[0]), inside[-1] + 1


def near(found, gold):
    one, other = set(found.split()), set(gold.split())
    return bool(found) and (found in gold or gold in found or len(one & other) >= 0.8 * max(len(one), len(other)))


def day(moment):
    if isinstance(moment, str):
        moment = dt.datetime.fromisoformat(moment)
    return moment.date() if isinstance(moment, dt.datetime) else moment


def by_gold_place(cases):
    """For each case title, day and authors, given where the gold text lies; None where that is unknown."""
    pages = defaultdict(Counter)
    number = Counter(case["site"] for case in cases)
    for case in cases:
        pages[case["site"]].update({line.text for line in split(case["raw_text"])})
    for case in cases:
        lines = split(case["raw_text"])
        span = gold_span(case, lines, gold_title(case))
        if span is None:
            yield None
            continue
        often = max(2, number[case["site"]] * 0.5)
        shared = {at for at, line in enumerate(lines) if pages[case["site"]][line.text] >= often}
        found = headline(lines, *span, case.get("lang"), shared=shared, site=case["site"] or "")
        place = max((at for at in found.lines if at <= span[0]), default=span[0])
        dates = read_dates(lines, place, *span, case.get("lang"))
        published = day(dates.published.moment) if dates.published else None
        yield bare(found.text), published, find_authors(lines, place, span[0]), found.made


def by_clean(cases):
    """The same from the records that `clean` makes of the dumps alone."""
    dumps = [Dump(origin=Origin(str(case["id"])), text=case["raw_text"], site=case["site"] or "") for case in cases]
    for record in clean(dumps):
        if isinstance(record, Rejection):
            yield "", None, (), True
        else:
            published = record.get("published")
            yield bare(record["title"]), published and day(published), record.get("authors", ()), False


def table(name, how, *, verbose):
    cases = read(name)
    rows = defaultdict(Counter)
    for case, found in zip(cases, how(cases), strict=True):
        if found is None:
            continue
        title, published, named, made = found
        gold = gold_title(case)
        row = rows[f"{name.partition('_')[2]} {case.get('lang') if 'daniel' in name else ''}"]
        if gold:
            row["titles"] += 1
            row["there"] += any(bare(line) == gold for line in case["raw_text"].split("\n"))
            row["exact"] += title == gold
            row["near"] += near(title, gold)
            row["made"] += made
        if case.get("gold_date"):
            row["dates"] += 1
            right = published is not None and published.isoformat() == case["gold_date"][:10]
            row["stated"] += published is not None
            row["right"] += right
            if verbose and published and not right:
                print(f"  {case['site']}: {published}, not {case['gold_date']}")
        if case.get("gold_authors"):
            row["signed"] += 1
            row["named"] += bool(named)
            row["true"] += bool(named) and bare(named[0]) in bare(case["gold_authors"])
    for label, row in sorted(rows.items()):
        print(
            f"{label:<24}{row['titles']:>6}{ratio(row, 'there', 'titles')}{ratio(row, 'exact', 'titles')}"
            f"{ratio(row, 'exact', 'there')}{ratio(row, 'near', 'titles')}{row['made']:>6}"
            f"{row['dates']:>7}{ratio(row, 'right', 'stated')}{ratio(row, 'right', 'dates')}"
            f"{row['signed']:>8}{ratio(row, 'true', 'named')}{ratio(row, 'true', 'signed')}"
        )


def ratio(row, part, whole):
    return f"{row[part] / row[whole]:>7.3f}" if row[whole] else f"{'':>7}"


def main():
    head = (
        f"{'set':<24}{'titles':>6}{'there':>7}{'exact':>7}{'/there':>7}{'near':>7}{'made':>6}"
        f"{'dates':>7}{'P':>7}{'R':>7}{'authors':>8}{'P':>7}{'R':>7}"
    )
    for label, how in (("Given the gold text's place", by_gold_place), ("From the dump alone", by_clean)):
        print(f"\n{label}\n{head}")
        for name in SETS:
            table(name, how, verbose="-v" in sys.argv)


if __name__ == "__main__":
    main()
