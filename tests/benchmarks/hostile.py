"""Every string of the hostile sets in every field, built and read in Chromium; and every feed of the feed suites.

    BROADSHEET_SHARED=… python tests/benchmarks/hostile.py [strings at a time] [strings at most] [first string]

Prints what was shown and what was wrong; exit status 1 if anything was. Takes about half an hour.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from hostile_pages import TRIPWIRE, as_shown_in_a_text, faults_in, fields_shown, generated, inspected, records

DEV = Path(os.environ.get("BROADSHEET_SHARED", "../shared")) / "data/dev"
KEYS = ("s", "payload", "html", "text", "yaml", "expected")


def lines(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a set."""
    with (DEV / f"{name}.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def strings() -> list[str]:
    """Every string of every set, once."""
    found: dict[str, None] = {}
    for name in ("bleach", "dompurify", "html5lib", "strings", "trojan_source"):
        for line in lines(f"hostile_{name}"):
            for key in KEYS:
                for one in line[key] if isinstance(line.get(key), list) else [line.get(key)]:
                    if isinstance(one, str):
                        text = one.encode().decode("unicode_escape", "ignore") if line.get("double_escaped") else one
                        found[text] = None
    for line in lines("yaml_test_suite"):
        found[line["yaml"]] = None
    for line in lines("unicode_confusables"):
        found |= dict.fromkeys(f"p{one}ypal {line['char']}{one}" for one in line["lookalikes"])
    return [one for one in found if as_shown_in_a_text(one) and len(one) < 100_000]


def feeds() -> Iterator[tuple[str, bytes]]:
    """Every feed, and the name of a file for it."""
    for suite in ("feedparser", "feedvalidator", "iptc"):
        for number, line in enumerate(lines(f"feeds_{suite}")):
            data = base64.b64decode(line["content_b64"]) if "content_b64" in line else line["content"].encode()
            yield f"{suite}-{number}{'.json' if data.lstrip()[:1] == b'{' else '.xml'}", data


def main(at_once: int = 600, most: int = 10**9, first: int = 0) -> int:
    """Runs it all."""
    from playwright.sync_api import sync_playwright

    everything = strings()[:most]
    shown = pages = 0
    faults: list[str] = []
    began = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        chunks: list[tuple[str, Any]] = [
            (f"strings {start}", everything[start : start + at_once])
            for start in range(first, len(everything), at_once)
        ]
        if most == 10**9:
            chunks.append(("feeds", list(feeds())))
        for name, chunk in chunks:
            with tempfile.TemporaryDirectory() as folder:
                given = None if name == "feeds" else records(chunk)
                site = generated(Path(folder), given, chunk if given is None else [])
                context = browser.new_context()
                context.add_init_script(TRIPWIRE)
                page = context.new_page()
                told = inspected(page, site)
                wrong = faults_in(told)
                pages += len(told) - 1
                if given is not None:
                    right, more = fields_shown(told, given)
                    shown += right
                    wrong += more
                context.close()
            faults += wrong
            print(f"{name}: {len(told) - 1} pages, {len(wrong)} faults, {time.monotonic() - began:.0f} s", flush=True)
            for fault in wrong[:40]:
                print(f"    {fault[:400]}", flush=True)
    print(f"{len(everything)} strings, {shown} fields shown as written, {pages} pages read, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
