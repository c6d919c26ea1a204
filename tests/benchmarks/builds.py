"""Site builders side by side: what each takes, in one run, to build the same archive.

    python tests/benchmarks/builds.py [--articles 1000 5000 10000] [--only ours hugo …] [--cases cold none new edit]

`mkdocs` is MkDocs with our theme and Material and without our plugin; `ours` the same with it. Hugo, Pelican and
Eleventy have a theme of comparable pages (tests/benchmarks/builders/); `hugo+pagefind`, on demand, has search as
ours has. What is not installed is left out. All read the same Markdown pages, made once by `broadsheet generate`
of real records below BROADSHEET_SHARED (or ../shared) and kept in the folder that `--keep` names.

`wrote` is what a build wrote: bytes, and files that are new or another. `floor` only copies the site that ours made,
with `cp -r`: no builder that writes these files can be quicker on one core.

Cases: `cold`: no site, nothing kept of builds; ours after the `generate` that made content/, as in every workflow, so
that it need not work out whether content/ is up to date. `none`: nothing changed. `new`: a day's 50 articles; ours from
their records, the others from the Markdown files that ours wrote for them. `edit`: one article is edited while the
builder's server runs: until it serves the new page. Builders take turns in each case; ratios are medians over rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

from builds_archive import NEW, Archive, kept_archive
from builds_measured import FailedError, Serving, Taken, run
from builds_sites import BUILDERS, DEFAULT, Site, command, middle_article, skip_line, with_word
from builds_table import Row, growth_table, table
from generate import CORPUS, ROOT

CASES = ("cold", "none", "new", "edit")


def environment() -> dict[str, str]:
    """Ours, with this repository's Broadsheet, and without advertisements in the logs."""
    paths = [str(ROOT / "generator"), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "NO_MKDOCS_2_WARNING": "1"}


class Bench:
    """The sites of one archive, and what measuring them has given so far."""

    def __init__(self, archive: Archive, names: list[str], work: Path, record: Path | None) -> None:
        self.rows: list[Row] = []
        self._archive = archive
        self._env = environment()
        self._sites = [Site(BUILDERS[name], archive, work / str(archive.articles) / name) for name in names]
        self._article = middle_article(archive)
        self._record = record
        self._wrote = (0, 0)

    def round(self, number: int, cases: list[str]) -> None:
        """One round: every builder in every case. A builder that fails is left out of the rest."""
        for site in self._sites:
            site.lay_out()
        for case in cases:
            for site in list(self._sites):
                tell(f"round {number + 1}: {case}, {site.builder.name}")
                try:
                    parts = getattr(self, f"_{case}")(site)
                except FailedError as failure:
                    tell(f"{site.builder.name} is left out from here on: {failure}")
                    self._sites.remove(site)
                    continue
                if parts:
                    self._note(number, case, site, parts)
                if case == "cold" and site.builder.ours:
                    self._floor(number, site)

    def _cold(self, site: Site) -> dict[str, Taken]:
        if site.builder.ours:
            self._generated(site, [])
        site.clear()
        return self._built(site)

    def _none(self, site: Site) -> dict[str, Taken]:
        self._standing(site)
        return self._built(site)

    def _new(self, site: Site) -> dict[str, Taken]:
        self._standing(site)
        if not site.builder.ours:
            site.bring(self._archive.after / "content")
            return self._built(site)
        # Yesterday's run and build have left what they keep.
        self._generated(site, [])
        self._built(site)
        taken = {"generate": self._generated(site, [str(self._archive.new)])}
        return {**taken, "build": sum_of(self._built(site))}

    def _edit(self, site: Site) -> dict[str, Taken]:
        if not site.builder.served:
            return {}
        serving = Serving(command(site.builder.served, site.builder), site.folder, self._env, self._log(site))
        try:
            address = "/" + self._article.replace(os.sep, "/").removesuffix(".md") + "/"
            serving.ready(address, 7200)
            file = site.file(self._article)
            text = file.read_text("utf-8")
            taken = []
            for word in ("Aardvark", "Bluebottle", "Cormorant"):
                taken.append(serving.edited(file, with_word(text, word), word, address))
                if taken[-1].wall > 10:  # that slow, one tells enough
                    break
                serving.ready(address, 7200)
            file.write_text(text, "utf-8")
        finally:
            serving.stop()
        return {"": sorted(taken, key=lambda one: one.wall)[len(taken) // 2]}

    def _standing(self, site: Site) -> None:
        """A site to change something in, also where no case before has built it."""
        if not (site.folder / "site").exists():
            self._built(site)

    def _built(self, site: Site) -> dict[str, Taken]:
        before = states(site.folder / "site")
        taken = {
            part: run(command(words, site.builder), site.folder, self._env, self._log(site))
            for part, words in site.builder.parts
        }
        after = states(site.folder / "site")
        new = [state for path, state in after.items() if before.get(path) != state]
        self._wrote = sum(size for size, *_ in new), len(new)
        return taken

    def _floor(self, number: int, site: Site) -> None:
        """What writing the same files takes, and nothing else."""
        if shutil.which("cp"):
            copy = site.folder.with_suffix(".floor")
            shutil.rmtree(copy, ignore_errors=True)
            taken = run(["cp", "-r", str(site.folder / "site"), str(copy)], site.folder, self._env, self._log(site))
            shutil.rmtree(copy)
            last = self.rows[-1]
            self._add([replace(last, builder="floor", round=number, taken=taken)])

    def _generated(self, site: Site, inputs: list[str]) -> Taken:
        words = [sys.executable, "-m", "broadsheet", "generate", "-q", *inputs]
        return run(words, site.folder, self._env, self._log(site), fine=(0, 1))

    def _log(self, site: Site) -> Path:
        return site.folder.with_suffix(".log")

    def _note(self, number: int, case: str, site: Site, parts: dict[str, Taken]) -> None:
        size = files = pages = html = 0
        for path in (site.folder / "site").rglob("*") if case != "edit" else ():
            if path.is_file():
                bytes_in_it = path.stat().st_size
                size, files = size + bytes_in_it, files + 1
                if path.suffix == ".html":
                    pages, html = pages + 1, html + bytes_in_it
        row = (self._archive.articles, case, site.builder.name, number)
        wrote, created = self._wrote if case != "edit" else (0, 0)
        rows = [Row(*row, sum_of(parts), size, files, pages, html, wrote=wrote, created=created)]
        if len(parts) > 1:
            rows += [Row(*row, taken, part=part) for part, taken in parts.items()]
        self._add(rows)

    def _add(self, rows: list[Row]) -> None:
        self.rows += rows
        if self._record:
            with self._record.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(asdict(one)) + "\n" for one in rows)


def states(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Size, date and number of each file in a folder."""
    found = {}
    for place, _, names in os.walk(folder):
        for path in (os.path.join(place, name) for name in names):  # noqa: PTH118 - ten thousands of them
            state = os.stat(path)  # noqa: PTH116 - as above
            found[path] = state.st_size, state.st_mtime_ns, state.st_ino
    return found


def sum_of(parts: dict[str, Taken]) -> Taken:
    """The parts together."""
    first, *others = parts.values()
    for other in others:
        first += other
    return first


def main() -> None:
    """Reads the command line, measures, prints."""
    if not CORPUS.exists():
        sys.exit(f"{CORPUS}: there is no such file; set BROADSHEET_SHARED to the folder that holds data/scale/")
    place = Path(tempfile.gettempdir()) / "broadsheet-builds"
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 5000, 10000], metavar="N")
    parser.add_argument("--only", nargs="+", default=DEFAULT, choices=BUILDERS)
    parser.add_argument("--cases", nargs="+", default=list(CASES), choices=CASES)
    parser.add_argument("--repeat", type=int, default=1, help="rounds; medians of them are told")
    parser.add_argument("--keep", type=Path, default=place, help=f"where archives are kept and sites built [{place}]")
    parser.add_argument("--json", type=Path, help="a file to which each run is added as a line")
    asked = parser.parse_args()
    names = []
    for name in asked.only:
        if line := skip_line(BUILDERS[name]):
            print(line)
        else:
            names.append(name)
    rows: list[Row] = []
    for count in sorted(asked.articles):
        archive = kept_archive(count, asked.keep.resolve() / "archives", environment(), tell)
        bench = Bench(archive, names, asked.keep.resolve() / "sites", asked.json)
        stopped = False
        try:
            for number in range(asked.repeat):
                bench.round(number, [case for case in CASES if case in asked.cases])
        except KeyboardInterrupt:
            stopped = True
        rows += bench.rows
        changed = f"a day's {NEW} articles change {len(archive.changed)} files of content/"
        print(f"\n{count} articles, {asked.repeat} round(s), {os.cpu_count()} cores; {changed}.")
        print("Memory in MB: of the largest process (high-water mark), and of the family together (PSS).\n")
        print("\n".join(table(rows, count)), flush=True)
        if stopped:
            sys.exit("Stopped: this is what had been measured.")
    if lines := growth_table(rows):
        print("\nGrowth:\n" + "\n".join(lines))


def tell(line: str) -> None:
    """Where a run stands; not part of its tables."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
