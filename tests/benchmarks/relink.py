"""How long a refresh takes after one alias was added to a page: archives of 1,000 and 10,000 real records.

    python tests/benchmarks/relink.py [N ...]

Reads what `generate.py` beside it reads. The aim for 10,000 records on two cores is ten seconds.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from generate import CORPUS, MKDOCS_YML, records, timed

ALIAS = "American people"


def main():
    if not CORPUS.exists():
        sys.exit(f"{CORPUS}: there is no such file; set BROADSHEET_SHARED to the folder that holds data/scale/")
    print(f"{'records':>8} {'run':<8} {'wall s':>7} {'CPU s':>7} {'peak MB':>8}  report")
    for count in [int(word) for word in sys.argv[1:]] or [1000, 10000]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "mkdocs.yml").write_text(MKDOCS_YML)
            (folder / "content").mkdir()
            with (folder / "records.jsonl").open("w", encoding="utf-8") as file:
                given = sum(1 for record in records(count) if file.write(json.dumps(record) + "\n"))
            command = [sys.executable, "-m", "broadsheet", "generate"]
            for run in ("cold", "refresh", "alias"):
                if run == "alias":
                    page = next(iter(sorted((folder / "content" / "entities").glob("s*.md"))))
                    text = page.read_text("utf-8")
                    page.write_text(text.replace("\nid:", f"\naliases:\n  - {ALIAS}\nid:", 1), "utf-8")
                wall, cpu, peak, last, _ = timed(command + ["records.jsonl"] * (run == "cold"), folder)
                print(f"{given:>8} {run:<8} {wall:>7.2f} {cpu:>7.2f} {peak:>8.0f}  {last}", flush=True)


if __name__ == "__main__":
    main()
