"""The folder of the built site, kept from one build to the next, and what is known of the files in it.

MkDocs empties it before each build. What is there is put aside meanwhile, so that pages which would come out the same
need not be written again; whatever a build did not ask for is taken away at its end, so that the site is the same.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path

State = tuple[int, int]
"""Size of a file, and when it was changed last, in ns."""

LEDGER = Path(".cache", "broadsheet", "site.json")
_ASIDE = ".broadsheet"


@dataclass(slots=True, kw_only=True)
class Ledger:
    """What a build wrote, for the next to compare with."""

    site: str = ""
    """The folder of the site, absolute."""
    mark: str = ""
    """All that each page follows from besides its own text."""
    files: str = ""
    """Which files the site has, and where."""
    whole: str = ""
    """All that the site follows from."""
    pages: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    """By address in content/: the mark of a page's text, and the state of what was made of it."""
    copies: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)
    """By address in the site: the states of a file that is copied, and of its copy."""
    others: dict[str, State] = field(default_factory=dict)
    """By address in the site: what belongs to it besides. None of it is written again while `whole` is the same."""

    @classmethod
    def read(cls, file: Path, site: str) -> Ledger:
        """That of the last build into this folder, as far as it can be read; else an empty one."""
        with suppress(OSError, ValueError, TypeError):
            told, text = file.read_text("utf-8").split("\n", 1)
            if told == _sum(text):
                found = cls(**json.loads(text))
                if found.site == site:
                    return found
        return cls(site=site)

    def write(self, file: Path) -> None:
        """Keeps it for the next build; where that cannot be, the next build makes all anew."""
        text = json.dumps(asdict(self))
        beside = file.with_name(f"{file.stem}.{os.getpid()}.tmp")
        with suppress(OSError):
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(f"{_sum(text)}\n{text}", "utf-8")
            beside.replace(file)
        with suppress(OSError):
            beside.unlink()


def put_aside(site: Path) -> None:
    """Puts what the last build wrote where MkDocs lets it be."""
    aside = site / _ASIDE
    bring_back(site)  # a build that was killed has left it there
    with suppress(OSError):
        for one in sorted(site.iterdir()):
            if not one.name.startswith("."):
                aside.mkdir(exist_ok=True)
                one.rename(aside / one.name)


def bring_back(site: Path) -> None:
    """Puts it back; what is there by now stays."""
    aside = site / _ASIDE
    with suppress(OSError):
        for one in sorted(aside.iterdir()):
            if not (site / one.name).exists():
                one.rename(site / one.name)
    drop_aside(site)


def drop_aside(site: Path) -> None:
    """Takes away what a build that was killed has left aside."""
    shutil.rmtree(site / _ASIDE, ignore_errors=True)


def there(folder: Path, address: str = "") -> dict[str, State]:
    """All files of the site, by address, but hidden ones at its top; links, and folders that are empty, are removed.

    `address` is that of a folder in it, with a slash at its end.
    """
    return {one: (state.st_size, state.st_mtime_ns) for one, state in _walk(str(folder), address)}


def sweep(site: Path, unwanted: Collection[str]) -> None:
    """Takes files away, and the folders that are empty then."""
    folders: set[Path] = set()
    for address in unwanted:
        with suppress(OSError):
            (site / address).unlink()
        folders |= {one for one in (site / address).parents if site in one.parents}
    for folder in sorted(folders, key=lambda one: -len(one.parts)):
        with suppress(OSError):
            folder.rmdir()


def _walk(folder: str, address: str) -> Iterator[tuple[str, os.stat_result]]:
    empty = True
    with suppress(OSError), os.scandir(folder) as found:
        for one in found:
            if not address and one.name.startswith("."):
                continue
            if one.is_dir(follow_symlinks=False):
                for found_there in _walk(one.path, f"{address}{one.name}/"):
                    empty = False
                    yield found_there
            elif one.is_file(follow_symlinks=False) and (state := one.stat()).st_nlink == 1:
                empty = False
                yield f"{address}{one.name}", state
            else:
                Path(one.path).unlink()  # what is written there must not go where a link leads
    if empty and address:
        with suppress(OSError):
            Path(folder).rmdir()


def _sum(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
