"""Pagefind's command line, run over lean HTML: the files of one shard's index."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from broadsheet.errors import BroadsheetError

FORMAT = "1.5"
"""The versions of Pagefind whose index `search_shard.js` reads begin so."""

_WAIT = 1800
"""Seconds after which a run is given up: a hundred times what ten thousand articles take."""

_PARTS = ("index", "fragment", "filter")


class NoIndexError(BroadsheetError):
    """That Pagefind is not there, or made no index: a site without search."""


def found() -> tuple[str, str]:
    """Where Pagefind is, and its version.

    Raises:
        NoIndexError: it is not installed here, or is of a version that our pages do not read.
    """
    program = _program()
    if program is None:
        raise NoIndexError('Pagefind is not installed on this machine; run: pip install "broadsheet[search]"')
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60, check=True).stdout  # noqa: S603 - the program that was installed for this
    except (OSError, subprocess.SubprocessError) as error:
        remedy = "run: pip install --force-reinstall 'pagefind[bin]'"
        raise NoIndexError(f"Pagefind does not run here ({error}); {remedy}") from error
    version = said.split()[-1] if said.split() else ""
    if not version.startswith(FORMAT + "."):
        raise NoIndexError(f"Pagefind is of version {version or '?'}; run: pip install 'pagefind[bin]=={FORMAT}.*'")
    return program, version


def indexed(program: str, pages: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the index of some pages, by their paths in it; pages are HTML by their addresses.

    Raises:
        NoIndexError: Pagefind failed, or there is no room for its files.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="broadsheet-search-") as folder:
            root = Path(folder)
            for address, html in pages.items():
                page = root / "pages" / address
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(html, encoding="utf-8")
            # One language for all: nothing is stemmed by the rules of another, and one box finds everything.
            command = [program, "--site", str(root / "pages"), "--output-path", str(root / "index")]
            command += ["--force-language", "mul", "--quiet"]
            done = subprocess.run(command, capture_output=True, text=True, timeout=_WAIT, check=False)  # noqa: S603 - as above
            if done.returncode:
                raise NoIndexError(f"Pagefind failed: {_last_line(done.stderr or done.stdout)}")
            return _index(root / "index")
    except (OSError, subprocess.SubprocessError) as error:
        raise NoIndexError(f"Pagefind could not be run: {error}") from error


def _index(folder: Path) -> dict[str, bytes]:
    metas = sorted(folder.glob("pagefind.*.pf_meta"))
    if len(metas) != 1:
        raise NoIndexError(f"Pagefind made {len(metas)} indexes of one shard")
    files = {"meta": metas[0].read_bytes()}
    for part in _PARTS:
        for file in sorted((folder / part).glob("*")):
            files[f"{part}/{file.name}"] = file.read_bytes()
    return files


def _program() -> str | None:
    for package in ("pagefind_bin_extended", "pagefind_bin"):
        try:
            return str(import_module(package).get_executable())
        except (ImportError, OSError):
            continue
    return shutil.which("pagefind_extended") or shutil.which("pagefind")


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1][:300] if lines else "it did not say why"
