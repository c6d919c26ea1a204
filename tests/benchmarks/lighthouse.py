"""Lighthouse's scores of the site's kinds of page.

    npm install lighthouse --prefix FOLDER
    python tests/benchmarks/lighthouse.py FOLDER [--config mkdocs.yml] [--runs 3] [--slowdown 4]

Builds the site, serves it as GitHub Pages does (gzip, ten minutes of cache), and prints, for each page, the median of
each category. Exit status 1 where one is below 95.

Lighthouse takes this machine for a fast desktop, four times as fast as the phone that it stands for. What it measured
of the machine is printed too (its BenchmarkIndex, and the slowdown that fits it): on a slow or busy one the first
question to ask of a low score. `--slowdown fit` takes for each run the slowdown that fits what the one before it
measured, as Lighthouse's docs/throttling.md advises.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "site"))

from built_site import PREFIX, REPOSITORY, build
from screenshots import subjects

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AIM = 95
PAGES = ("home", "article", "entity", "edition")


class _AsPublished(http.server.SimpleHTTPRequestHandler):
    """Files as GitHub Pages sends them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.replace(PREFIX, "/", 1)))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def published(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    handler = functools.partial(_AsPublished, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()


def fitting_slowdown(index: float) -> float:
    """How many times faster than a phone of the middle class a machine is, by its BenchmarkIndex.

    As Lighthouse's own calculator has it: https://lighthouse-cpu-throttling-calculator.vercel.app/.
    """
    if index >= 1300:
        return 3 + (index - 1300) / 233
    if index >= 800:
        return 2 + (index - 800) / 500
    return max(1, 1 + (index - 150) / 650)


@dataclass(frozen=True, slots=True)
class Run:
    """What Lighthouse says of a page."""

    scores: dict[str, float]
    """By category, 0 to 100."""
    costly: list[str]
    """The audits that cost it something."""
    index: float
    """Its BenchmarkIndex of this machine, at that moment."""
    blocked: float
    """Total Blocking Time, in milliseconds: what a busy machine spoils first."""


def run(tool: Path, address: str, slowdown: float) -> Run:
    """One run of Lighthouse over a page."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            str(tool / "node_modules/.bin/lighthouse"),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}",
            "--throttling-method=simulate",
            f"--throttling.cpuSlowdownMultiplier={slowdown:.2f}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"CHROME_PATH": chromium})
        said = json.loads(report.read_text(encoding="utf-8"))
    costly = [
        f"{name} {audit['displayValue'] if 'displayValue' in audit else audit['score']}"
        for name, audit in said["audits"].items()
        if audit.get("score") is not None
        and audit["score"] < 0.9
        and audit["scoreDisplayMode"] in ("binary", "numeric")
    ]
    return Run(
        {name: 100 * (said["categories"][name]["score"] or 0) for name in CATEGORIES},
        costly,
        said["environment"]["benchmarkIndex"],
        said["audits"]["total-blocking-time"]["numericValue"],
    )


def main() -> int:
    """Build, serve, ask Lighthouse."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", type=Path, help="the folder in which npm installed lighthouse")
    parser.add_argument("--config", type=Path, default=REPOSITORY / "mkdocs.yml")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--slowdown", default="4", help="of the CPU, in times; or `fit`")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    options = parser.parse_args()
    if not (options.tool / "node_modules/.bin/lighthouse").exists():
        sys.exit(f"{options.tool}: lighthouse is not installed there; npm install lighthouse --prefix {options.tool}")
    pages = subjects(options.config.parent / "content")
    below = False
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or Path(folder)
        if not options.site:
            build(options.config, site)
        with published(site) as base:
            print(
                f"{'page':12}"
                + "".join(f"{name:>16}" for name in CATEGORIES)
                + f"{'machine':>10}{'fits':>6}{'blocked':>10}"
            )
            # The machine is measured beforehand, where the slowdown is to fit it.
            index = run(options.tool, base, 4).index if options.slowdown == "fit" else 0.0
            for name in PAGES:
                address = f"{base}{pages[name]}{'/' if pages[name] else ''}"
                runs: list[Run] = []
                for _ in range(options.runs):
                    slowdown = fitting_slowdown(index) if options.slowdown == "fit" else float(options.slowdown)
                    runs.append(run(options.tool, address, slowdown))
                    index = runs[-1].index
                medians = [statistics.median(one.scores[category] for one in runs) for category in CATEGORIES]
                below = below or min(medians) < AIM
                measured = statistics.median(one.index for one in runs)
                blocked = statistics.median(one.blocked for one in runs)
                row = "".join(f"{score:16.0f}" for score in medians)
                print(f"{name:12}{row}{measured:10.0f}{fitting_slowdown(measured):5.1f}x{blocked:7.0f} ms")
                for fault in runs[-1].costly:
                    print(f"    {fault}")
    return int(below)


if __name__ == "__main__":
    sys.exit(main())
