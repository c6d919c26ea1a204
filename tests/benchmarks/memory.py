"""The memory and time that a gigabyte of JSON Lines takes: `python tests/benchmarks/memory.py [MEGABYTES]`.

`clean` writes it all out again; `generate` gets the same 1,000 articles again and again, and then 5,000 different ones.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from peak_memory import peak

CONFIG = "site_name: X\ndocs_dir: content\ntheme: {name: material}\nplugins: [broadsheet]\n"
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"


def articles() -> Callable[[int], bytes]:
    """A function from a number to an article's line, of 2,500 letters or so; always the same."""
    chance = random.Random(1)  # noqa: S311 - texts, not secrets
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(5000)]

    def line(number: int) -> bytes:
        chance.seed(number)
        paragraph = [" ".join(chance.choices(words, k=60)).capitalize() + "." for _ in range(6)]
        fields = {"id": f"r{number}", "url": f"https://example.org/{number}", "title": paragraph[0][:60]}
        return json.dumps({**fields, "body": "\n\n".join(paragraph), "language": "en"}).encode() + b"\n"

    return line


def main(megabytes: int) -> None:
    """Measures and prints."""
    line = articles()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mkdocs.yml").write_text(CONFIG)
        lines = [line(number) for number in range(1000)]
        with (folder / "same.jsonl").open("wb") as file:
            while file.tell() < megabytes * 1_000_000:
                file.writelines(lines)
        (folder / "different.jsonl").write_bytes(b"".join(map(line, range(5000))))
        for arguments in (
            ("clean", "same.jsonl", "-o", "out.jsonl"),
            ("generate", "same.jsonl", "-q"),
            ("generate", "different.jsonl", "-q"),
        ):
            began = perf_counter()
            most, status = peak(folder, *arguments)
            print(f"{' '.join(arguments)}: {most} MB, {perf_counter() - began:.0f} s, exit status {status}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
