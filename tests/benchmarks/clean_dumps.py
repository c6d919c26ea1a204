"""How much of the gold text comes out of raw dumps, and how much else.

Run `python tests/benchmarks/clean_dumps.py [SET …]`. Reads `data/dev/rawdump_*.jsonl` under $BROADSHEET_SHARED
(default: ../shared beside the repository). A text is the bag of its runs of four words (four characters in
Chinese and Japanese). Precision: the part of what came out that is gold; recall: the part of the gold that came
out; both averaged over the pages, F1 of the averages. `tra` has no gold text but pieces that must and must not
come out: counted over all pages together.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from broadsheet.cleaning import clean
from broadsheet.errors import Rejection
from broadsheet.model import Dump, Origin

SHARED = Path(os.environ.get("BROADSHEET_SHARED", Path(__file__).resolve().parents[3] / "shared"))

# F1 of trafilatura, readability-lxml, jusText (which see the HTML), the best run of long lines, the dump as it is.
OTHERS = {
    "aeb": (0.960, 0.946, 0.848, 0.861, 0.702),
    "np4k": (0.924, 0.889, 0.852, 0.823, 0.683),
    "daniel": (0.866, 0.923, 0.815, 0.802, 0.542),
    "tra": (0.925, 0.877, 0.854, 0.810, 0.692),
    "wcxb": (0.939, 0.914, 0.845, 0.889, 0.817),
}
AIMS = {"aeb": 0.92, "np4k": 0.90, "daniel": 0.90, "tra": 0.88}

WORD = re.compile(r"\w+")
UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def runs(text, length=4):
    words = []
    for word in WORD.findall(text):
        words += word if UNSPACED.search(word) else [word]
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + length]) for at in range(max(1, len(words) - length + 1)))


def by_runs(pairs):
    """Mean precision, mean recall, and their F1, of (gold, found) texts."""
    precision, recall, pages = 0.0, 0.0, 0
    for gold, found in pairs:
        wanted, got = runs(gold), runs(found)
        if not wanted and not got:
            continue
        pages += 1
        right = (wanted & got).total()
        precision += right / got.total() if got else float(not wanted)
        recall += right / wanted.total() if wanted else 1.0
    return balance(precision / max(1, pages), recall / max(1, pages))


def by_pieces(cases):
    """Precision, recall and F1 of pieces that must and must not stand in the text."""
    right = wrong = missing = 0
    for case, found in cases:
        text = " ".join(found.split())
        wanted = [" ".join(piece.split()) in text for piece in case["must_have"]]
        right, missing = right + sum(wanted), missing + len(wanted) - sum(wanted)
        wrong += sum(" ".join(piece.split()) in text for piece in case["must_not"] or ())
    return balance(right / max(1, right + wrong), right / max(1, right + missing))


def balance(precision, recall):
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def squeezed(text):
    return "".join(WORD.findall(text.casefold()))


def report(name):
    path = SHARED / f"data/dev/rawdump_{name}.jsonl"
    if not path.exists():
        sys.exit(f"{path}: not there; set BROADSHEET_SHARED to the folder that holds data/dev")
    cases = [json.loads(line) for line in path.open(encoding="utf-8")]
    dumps = [
        Dump(Origin(case["id"]), case["raw_text"], case.get("site") or "", case.get("url") or "") for case in cases
    ]
    began = time.process_time()
    results = clean(dumps)
    seconds = time.process_time() - began
    records = [{"title": "", "body": ""} if isinstance(result, Rejection) else result for result in results]
    rejected = sum(isinstance(result, Rejection) for result in results)
    pairs = list(zip(cases, records, strict=True))
    titled = [(case, record) for case, record in pairs if case.get("gold_title")]
    exact = sum(squeezed(case["gold_title"]) == squeezed(record["title"]) for case, record in titled)
    if cases[0].get("gold_text"):
        whole = by_runs((case.get("gold_text") or "", record["body"]) for case, record in pairs)
    else:
        whole = by_pieces((case, f"{record['title']}\n{record['body']}") for case, record in pairs)
    others = "  ".join(f"{figure:.3f}" for figure in OTHERS[name])
    print(
        f"{name:<8}{'all':<5}{len(cases):>5}  {whole[0]:.3f}  {whole[1]:.3f}  {whole[2]:.3f}  "
        f"{AIMS.get(name, '-')!s:<5} "
        f"{others}  titles {exact}/{len(titled)}  rejected {rejected}  {len(cases) / seconds:.0f} pages/s"
    )
    languages = defaultdict(list)
    for case, record in pairs:
        if case.get("gold_text"):
            languages[case.get("lang") or "?"].append((case["gold_text"], record["body"]))
    for language, texts in sorted(languages.items()):
        figures = by_runs(texts)
        print(f"{'':<8}{language:<5}{len(texts):>5}  {figures[0]:.3f}  {figures[1]:.3f}  {figures[2]:.3f}")


if __name__ == "__main__":
    print("set     lang pages  prec.  recall F1     aim   trafil read.  jusT.  lines  as is")
    for chosen in sys.argv[1:] or OTHERS:
        report(chosen)
