"""How fast `broadsheet generate` is, and how much memory it takes: 1,000, 2,500, 5,000 and 10,000 real records.

    python tests/benchmarks/generate.py [N ...]

Reads `data/scale/senate_10000.jsonl.gz` below BROADSHEET_SHARED, or below ../shared beside this repository.
Each size runs in processes of its own: a cold run into an empty folder, then a run in which nothing is new.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("BROADSHEET_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "data" / "scale" / "senate_10000.jsonl.gz"
MKDOCS_YML = """\
site_name: Scale
site_url: https://news.example/
docs_dir: content
theme: {name: material}
plugins: [broadsheet]
"""


def records(count):
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == count:
                return
            raw = json.loads(line)
            text = raw["text"].strip()
            if not text:
                continue
            yield {
                "id": str(raw["id"]),
                # The press releases have no titles: the first words serve.
                "title": raw.get("title") or " ".join(text.split()[:10]),
                "body": text,
                "published": raw.get("date"),
                "language": "en",
                "source": {
                    "name": raw.get("source") if isinstance(raw.get("source"), str) else "Senate press releases"
                },
            }


def timed(command, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Into files: a pipe that nobody reads meanwhile would stop the run once it is full.
    with (folder / "out.txt").open("w+") as out, (folder / "err.txt").open("w+") as err:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err)
        peak = 0
        while process.poll() is None:
            # The largest of the processes, and not their sum: what forks share is there once.
            peak = max(peak, *map(high_water, family(process.pid)))
            time.sleep(0.05)
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        said, told = ((folder / name).read_text("utf-8") for name in ("out.txt", "err.txt"))
    if process.returncode == 2:
        sys.exit(told)
    return wall, cpu, peak / 1024, (said.strip().splitlines() or [""])[-1], told


def family(pid):
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *children, 0]


def high_water(pid):
    try:
        return int(Path(f"/proc/{pid}/status").read_text().split("VmHWM:")[1].split()[0])
    except (OSError, IndexError):  # the process may just have ended
        return 0


def main():
    if not CORPUS.exists():
        sys.exit(f"{CORPUS}: there is no such file; set BROADSHEET_SHARED to the folder that holds data/scale/")
    print(f"{'records':>8} {'run':<8} {'wall s':>7} {'CPU s':>7} {'records/s':>10} {'peak MB':>8}  report")
    for count in [int(word) for word in sys.argv[1:]] or [1000, 2500, 5000, 10000]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "mkdocs.yml").write_text(MKDOCS_YML)
            (folder / "content").mkdir()
            with (folder / "records.jsonl").open("w", encoding="utf-8") as file:
                given = sum(1 for record in records(count) if file.write(json.dumps(record) + "\n"))
            for run in ("cold", "again"):
                command = [sys.executable, "-m", "broadsheet", "generate", "-v", "records.jsonl"]
                wall, cpu, peak, last, err = timed(command, folder)
                print(f"{given:>8} {run:<8} {wall:>7.2f} {cpu:>7.2f} {given / wall:>10.0f} {peak:>8.0f}  {last}")
                if "-v" in os.environ.get("BENCHMARK", ""):
                    print(err)


if __name__ == "__main__":
    main()
