"""The archive that builders are measured on: N real articles, a name for every five of them, and fifty more to come.

Made once by `broadsheet generate` and kept in a folder: `base/` is the site's folder with its content/, `after/` the
same with fifty more articles, `new.jsonl` their records. Beyond its ten thousand the corpus is resampled.
"""

from __future__ import annotations

import filecmp
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from generate import CORPUS, ROOT, records

RECIPE = 2
"""Counted up when archives made before are of no use any more."""

NEW = 50
"""Articles in a day."""

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2}")


@dataclass(frozen=True)
class Archive:
    """Where an archive is kept, and which files of content/ a day's articles change."""

    folder: Path
    articles: int
    changed: tuple[str, ...]

    @property
    def base(self) -> Path:
        return self.folder / "base"

    @property
    def after(self) -> Path:
        return self.folder / "after"

    @property
    def new(self) -> Path:
        return self.folder / "new.jsonl"


def corpus():
    """All records of the corpus that have a text."""
    if not CORPUS.exists():
        sys.exit(f"{CORPUS}: there is no such file; set BROADSHEET_SHARED to the folder that holds data/scale/")
    return list(records(sys.maxsize))


def parted(real: list[dict]) -> tuple[list[dict], list[dict]]:
    """The texts that archives are made of, and those of the day to come: spread over the corpus, in no archive."""
    every = len(real) // NEW
    day = real[every // 2 :: every][:NEW]
    taken = {record["id"] for record in day}
    return [record for record in real if record["id"] not in taken], day


def spread(real: list[dict], count: int) -> list[dict]:
    """So many records. Few come from all over the corpus, which goes from senator to senator; many are resampled."""
    if count <= len(real):
        return [real[at * len(real) // count] for at in range(count)]
    return list(islice(resampled(real), count))


def resampled(real: list[dict]) -> Iterator[dict]:
    """The corpus, then over and over its texts crossed: the end of one and the beginning of another.

    So no text comes twice (it would be folded into the first), and names stand as often as they did. Each
    round has ids of its own and lies before the one before it: five years of real dates, then older ones.
    """
    yield from real
    turn = 0
    while True:
        turn += 1
        for at, record in enumerate(real):
            other = real[(at + 37 * turn) % len(real)]
            body = f"{_half(record['body'], 1)} {_half(other['body'], 0)}"
            title = " ".join(body.split()[:10])
            yield {
                **record,
                "id": f"{record['id']}~{turn}",
                "title": title,
                "body": body,
                "published": shifted(record["published"], -1600 * turn),
            }


def _half(text: str, which: int) -> str:
    words = text.split(" ")
    middle = len(words) // 2
    return " ".join(words[middle:] if which else words[:middle])


def shifted(day: str | None, days: int) -> str | None:
    """The day so many days later; what is not known stays unknown."""
    return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat() if day else day


def with_names(batch: list[dict], known: set[str] | None = None) -> tuple[list[dict], set[str]]:
    """The records with the names that stand in them, at most eight each; the commonest, one for five articles."""
    found = [set(_NAME.findall(record["body"])) for record in batch]
    often = Counter(name for names in found for name in names)
    if known is None:
        ranked = sorted((name for name, count in often.items() if count >= 3), key=lambda name: (-often[name], name))
        known = set(ranked[: max(200, len(batch) // 5)])
    kinds = ("person", "organisation", "place")
    named = []
    for record, names in zip(batch, found, strict=True):
        chosen = sorted(names & known, key=lambda name: (-often[name], name))[:8]
        given = [{"name": name, "kind": kinds[sum(map(ord, name)) % 3]} for name in chosen]
        named.append({**record, "entities": given})
    return named, known


def settings(*, plugin: bool, fast: bool = False) -> str:
    """This repository's mkdocs.yml for such an archive: with our plugin, fast or not, or as MkDocs is without it."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"(?m)^site_url: .*$", "site_url: https://news.example/", text)
    text = text.replace("custom_dir: generator", f"custom_dir: {ROOT}/generator")
    ours = "plugins:\n  - broadsheet:\n      suggest: false\n      feeds: false\n      exports: false\n"
    ours += "      fast: true\n" if fast else ""
    text = re.sub(r"(?ms)^plugins:\n.*?(?=^\w)", lambda _: (ours if plugin else "plugins: []\n") + "\n", text)
    return text if plugin else text.replace("extra:\n", "extra:\n  feeds: []\n")


def kept_archive(count: int, folder: Path, env: dict[str, str], tell: Callable[[str], None]) -> Archive:
    """The archive of so many articles: as it is kept, refreshed where our code has changed since, or made now."""
    place = folder / str(count)
    mark = {"recipe": RECIPE, "articles": count, "new": NEW, "settings": _digest([settings(plugin=True)])}
    code = _digest(str(path.read_bytes()) for path in sorted((ROOT / "generator").rglob("*.p[yo]")))
    said = _read(place / "mark.json")
    if {**said, "code": code} != {**mark, "code": code}:
        tell(f"making the archive of {count} articles in {place}: this takes minutes, once")
        shutil.rmtree(place, ignore_errors=True)
        (place / "base" / "content").mkdir(parents=True)
        past, day = parted(corpus())
        batch, known = with_names(spread(past, count))
        latest = max(record["published"] for record in batch if record["published"])
        fresh, _ = with_names(day, known)
        _write(place / "records.jsonl", batch)
        _write(place / "new.jsonl", [{**record, "published": shifted(latest, 1)} for record in fresh])
        (place / "base" / "mkdocs.yml").write_text(settings(plugin=True), "utf-8")
        generated(place / "base", [str(place / "records.jsonl")], env)
    elif said["code"] != code:
        tell(f"refreshing the archive of {count} articles: the code has changed")
        generated(place / "base", [], env)
    if said.get("code") != code or not (place / "after").exists():
        shutil.rmtree(place / "after", ignore_errors=True)
        shutil.copytree(place / "base", place / "after")
        generated(place / "after", [str(place / "new.jsonl")], env)
        (place / "mark.json").write_text(json.dumps({**mark, "code": code}), "utf-8")
    return Archive(place, count, tuple(different(place / "base" / "content", place / "after" / "content")))


def generated(folder: Path, inputs: list[str], env: dict[str, str]) -> None:
    """Runs `broadsheet generate` there. Exit status 1 is a report: some records of a corpus are the same text."""
    done = subprocess.run(
        [sys.executable, "-m", "broadsheet", "generate", "-q", *inputs],
        cwd=folder, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        sys.exit(done.stdout + done.stderr)


def different(one: Path, other: Path) -> list[str]:
    """The files that are in one folder only, or not the same in both."""
    paths = {*tree(one), *tree(other)}
    return sorted(
        path
        for path in paths
        if not (one / path).exists()
        or not (other / path).exists()
        or not filecmp.cmp(one / path, other / path, shallow=False)
    )


def tree(folder: Path) -> Iterator[str]:
    """The files below a folder that builders see: no hidden ones."""
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str((Path(path) / name).relative_to(folder)) for name in sorted(files) if name[0] != ".")


def _digest(parts) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _read(path: Path) -> dict:
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def _write(path: Path, batch: list[dict]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in batch)
