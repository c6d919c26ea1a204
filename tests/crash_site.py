"""A site in which much is about to happen: pages that come, change, stay and go, edited by hand, with strays about."""

from __future__ import annotations

import datetime as dt
import json
import os

from broadsheet import pipeline
from broadsheet.config import Config

MKDOCS_YML = """\
site_name: A site
site_url: https://news.example/
docs_dir: content
theme: {name: material}
plugins: [broadsheet: {feeds: [atom], exports: [archive]}]
"""
"""One feed and one export of each thing stand for all: every file is written the same way."""

COUNTRIES = ("IR", "UA")
"""Those of which there is news; hundreds of runs that look at all others as well say no more."""

HAND_WRITTEN = ("Mine, in a text.", "Mine, in a block.", "Mine, on a name.", "# Mine, whole", "Mine, in a title")
"""What a person wrote: no run may lose any of it."""

STRAYS = (
    "content/articles/2026/05/01/.half.md.tmp-0123abcd",
    "content/left/over/.half.md.tmp-00000001",
    "content/.broadsheet/bases/.b0123.md.tmp-00000002",
    "rejected/.a-01234567.jsonl.tmp-00000003",
)


def config(root):
    return Config(
        path=root / "mkdocs.yml",
        docs_dir=root / "content",
        site_name="A site",
        site_url="https://news.example/",
        feeds=("atom",),
        exports=("archive",),
        today=dt.date(2026, 6, 28),
    )


def run(root, name="new.jsonl"):
    return pipeline.generate(config(root), [name], base=root)


def make(root):
    """The site: its first records are in, a person has edited pages, and `new.jsonl` is to come in next."""
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    old = [record(number) for number in range(5)]
    _write(root / "old.jsonl", old)
    run(root, "old.jsonl")
    pages = {page.stem: page for page in (root / "content/articles").rglob("*.md")}
    _edit(pages["harbour-news-0"], "\n<!-- broadsheet:", "\nMine, in a text.\n\n<!-- broadsheet:")
    _edit(pages["harbour-news-1"], "title: Harbour news 1", "title: Mine, in a title # kept")
    marker = "<!-- broadsheet:provenance -->\n"
    _edit(pages["harbour-news-2"], marker, f"{marker}\nMine, in a block.\n")
    _edit(root / "content/entities/ukraine.md", "\n<!-- broadsheet:", "\nMine, on a name.\n\n<!-- broadsheet:")
    (root / "content/own").mkdir()
    (root / "content/own/page.md").write_text("# Mine, whole\n", encoding="utf-8")
    for stray in STRAYS:
        (root / stray).parent.mkdir(parents=True, exist_ok=True)
        (root / stray).write_text("ha", encoding="utf-8")
    new = [
        {**record(0), "body": record(0)["body"] + " It was corrected.", "updated": "2026-05-20"},
        {**record(3), "topics": ["Boats"], "body": record(3)["body"] + " So was this.", "updated": "2026-05-20"},
        {**record(5), "source": {"name": "The Beacon"}},
        {**record(6), "published": "2026-06-04"},
        {"title": "No text at all", "id": "r"},
    ]
    _write(root / "new.jsonl", new)


def record(number):
    return {
        "id": f"n{number}",
        "title": f"Harbour news {number}",
        "url": f"https://news.example/{number}",
        "body": f"On Monday Ada Brandt spoke of Ukraine and of Iran, for the {number}. time, in the harbour of Odesa.",
        "published": f"2026-05-0{number % 3 + 1}",
        "language": "en",
        "source": {"name": "The Courier"},
        "topics": ["Ships"] if number == 3 else [],
    }


def is_whole(name, content, before, after):
    """Whether a file is as it was before a run or as it is after it."""
    if name == "content/.broadsheet/pages.jsonl":
        # In between, what the run itself deletes is no longer in it, and what is new is not yet.
        lines = {*before.get(name, b"").splitlines(), *after.get(name, b"").splitlines()}
        return content[-1:] == b"\n" and lines.issuperset(content.splitlines())
    return content in (before.get(name), after.get(name))


def tree(root):
    """Every file that a run may touch, by its path."""
    found = {}
    for folder in ("content", "rejected"):
        # Asked a thousand times and more: `Path.rglob` takes as long as all the runs.
        for where, _, names in os.walk(root / folder):
            inside = where[len(str(root)) + 1 :]
            for name in names:
                with open(f"{where}/{name}", "rb") as file:  # noqa: PTH123 - as above
                    found[f"{inside}/{name}"] = file.read()
    return dict(sorted(found.items()))


def put_back(root, files):
    """Makes the site what it was."""
    standing = tree(root)
    for name in standing.keys() - files.keys():
        (root / name).unlink()
    for name, content in files.items():
        if standing.get(name) != content:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)


def _write(path, records):
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")


def _edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
