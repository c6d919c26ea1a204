"""How long the search index of ten thousand articles takes, and what a reader's browser fetches of it.

Run it as `python tests/benchmarks/search.py RECORDS [--articles 10000]`, with RECORDS a (gzipped) JSON Lines file of
articles: `date`, `text`, `author`, `lang`. Names for facets are capitalised words that five to fifty articles share.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import re
import resource
import shutil
import tempfile
import threading
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from mkdocs.utils import clean_directory
from playwright.sync_api import sync_playwright

from broadsheet.search import SearchedPage, put_aside, write_index

THEME = Path(__file__).parents[2] / "generator/broadsheet/theme/assets/javascripts"
QUESTIONS = ("senate", "hurricane katrina", "medicare prescription drug", "ukraine", "the", "budg")
HOOK = "window.index = import('./search_index.js').then((one) => one.Index.open(new URL('search/', location)))"
ASK = """async ([question, options]) => {
  const index = await window.index
  const start = performance.now()
  const { hits, terms, counts } = await index.search(question, options)
  const shown = await Promise.all(hits.slice(0, 7).map((hit) => index.result(hit, terms)))
  return [hits.length, Math.round(performance.now() - start), shown.length]
}"""


def pages_of(path: Path, most: int) -> list[SearchedPage]:
    """The articles of a file, and a page for each name."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        given = [json.loads(line) for line, _ in zip(file, range(most), strict=False)]
    named = [set(re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}", one["text"])) for one in given]
    often = Counter(name for names in named for name in names)
    known = {name for name, number in sorted(often.items())[::2] if 5 <= number <= 50}
    articles = [
        SearchedPage(
            address=f"articles/{one['date'].replace('-', '/')}/{number:05}/index.html",
            kind="article",
            title=" ".join(one["text"].split()[:10]),
            text=one["text"],
            date=one["date"],
            language=one["lang"],
            authors=(one["author"],),
            source=one["author"],
            entities=tuple(sorted(names & known)[:6]),
        )
        for number, (one, names) in enumerate(zip(given, named, strict=True))
    ]
    entities = [
        SearchedPage(address=f"entities/{name}/index.html", kind="other", title=name, text="", entities=(name,))
        for name in sorted(known)
    ]
    return [*articles, *entities]


def measured(pages: list[SearchedPage], folder: Path) -> None:
    """Prints what the index takes, first, again, after one more day, and after a correction to an old article."""
    last = max(page.date for page in pages)
    news = SearchedPage(address="articles/new/index.html", kind="article", title="New", text="Budget news.", date=last)
    grown = [*pages, news]
    oldest = min((page for page in pages if page.date), key=lambda page: page.date)
    corrected = [replace(page, text=f"{page.text} Corrected.") if page is oldest else page for page in grown]
    builds = {"all of it": pages, "nothing changed": pages, "one more article": grown, "an old one changed": corrected}
    for name, given in builds.items():
        start, spent = time.perf_counter(), sum(os.times()[:4])
        put_aside(folder / "site")
        clean_directory(str(folder / "site"))
        made = write_index(given, folder / "site", folder)
        took, spent = time.perf_counter() - start, sum(os.times()[:4]) - spent
        print(f"{name:18} {took:6.1f} s, {spent:.1f} CPU s, {made} pieces indexed", flush=True)
    ours, programs = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"at most {ours} MB, Pagefind {programs} MB")
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    shards = json.loads((folder / "site/search/shards.json").read_text(encoding="utf-8"))
    print(f"{len(files):,} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    print(", ".join(f"{one['name']} {one['pages']}" for one in shards))


def asked(site: Path) -> None:
    """Prints what a browser fetches for each question, each in a browser of its own."""
    for script in THEME.glob("search_*.js"):
        shutil.copy(script, site)
    (site / "hook.js").write_text(HOOK, encoding="utf-8")
    (site / "index.html").write_text('<!doctype html><title>x</title><script src="hook.js"></script>', encoding="utf-8")
    handler = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    facets = ["kind", "language"]
    print(f"{'question':28} {'found':>6} {'first KB':>9} {'ms':>5} {'+facets KB':>11} {'+names KB':>10}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for question in QUESTIONS:
            page = browser.new_page()
            fetched: list[int] = []
            page.on("requestfinished", lambda one, sizes=fetched: sizes.append(one.sizes()["responseBodySize"]))
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
            found, took, _ = page.evaluate(ASK, [question, {}])
            page.wait_for_timeout(200)
            first = sum(fetched)
            page.evaluate(ASK, [question, {"counted": facets}])
            page.wait_for_timeout(200)
            second = sum(fetched)
            page.evaluate(ASK, [question, {"counted": [*facets, "source", "entity"]}])
            page.wait_for_timeout(200)
            print(
                f"{question:28} {found:6} {first / 1000:9.0f} {took:5} {(second - first) / 1000:11.1f} "
                f"{(sum(fetched) - second) / 1000:10.1f}"
            )
            page.close()
        browser.close()
    server.shutdown()


def main() -> None:
    """Index, then ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    pages = pages_of(options.records, options.articles)
    print(f"{sum(page.kind == 'article' for page in pages):,} articles, {len(pages):,} pages")
    with tempfile.TemporaryDirectory() as folder:
        measured(pages, Path(folder))
        asked(Path(folder) / "site")


if __name__ == "__main__":
    main()
