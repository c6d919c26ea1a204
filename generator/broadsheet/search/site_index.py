"""The index of a site: its shards under `search/`, and the list of them that a browser reads first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from broadsheet.archive.crew import hands, together
from broadsheet.search import site_folders
from broadsheet.search.joined_index import joined_index
from broadsheet.search.kept_shards import drop_others, is_kept, keep, kept, mark
from broadsheet.search.lean_html import lean_html
from broadsheet.search.lean_index import lean_index
from broadsheet.search.pagefind import NoIndexError, found, indexed
from broadsheet.search.searched_page import SearchedPage
from broadsheet.search.shards import Shard, pieces, shards

LIST = "search/shards.json"
_WORTH_IT = 300
"""New pages from which on several processes are quicker than one."""


def write_index(
    pages: Iterable[SearchedPage], site: Path, root: Path, done: Callable[[int, int], None] = lambda *_: None
) -> int:
    """Writes the index of `pages` into the built `site`; how many pieces of it had to be indexed.

    `done` is told how many pieces of how many are there.

    Raises:
        NoIndexError: it cannot be made, and the site has none; its pages then say so to readers.
    """
    pages = list(pages)
    try:
        listed, made = _written(shards(pages), entity_names(pages), site, root, done)
    except NoIndexError:
        _write(site / LIST, b"[]\n")
        raise
    _write(site / LIST, (json.dumps(listed, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
    return made


def entity_names(pages: Sequence[SearchedPage]) -> dict[str, str]:
    """What entities are called in facets, by id: their names, and of namesakes the id too."""
    named = {page.entities[0]: page.title for page in pages if page.kind != "article" and page.entities}
    bearers = Counter(named.values())
    return {one: name if bearers[name] == 1 else f"{name} ({one})" for one, name in named.items()}


def _written(
    parts: Sequence[Shard], names: Mapping[str, str], site: Path, root: Path, done: Callable[[int, int], None]
) -> tuple[list[object], int]:
    program, version = found() if parts else ("", "")
    marked = [
        {mark([version, *(_told(page, names) for page in piece)]): piece for piece in pieces(one)} for one in parts
    ]
    new = {name: piece for given in marked for name, piece in given.items() if not is_kept(root, name)}
    indexes = _indexed(program, new.values(), names)
    made = 0
    listed: list[object] = []
    marks: set[str] = set()
    number, of = 0, sum(map(len, marked))
    for shard, given in zip(parts, marked, strict=True):
        whole = mark(given)
        files = kept(root, whole)
        words = []
        for name, piece in given.items():
            shown = None if name in new else kept(root, name)
            if shown is None:
                shown = next(indexes if name in new else _indexed(program, [piece], names))
                keep(root, name, shown)
                made += 1
            told = shown.pop("words", b"")
            if files is None:
                words.append((name, told))
            site_folders.put(site, name, shown)
            number += 1
            done(number, of)
        if files is None:
            files = joined_index(words)
            keep(root, whole, files)
        site_folders.put(site, whole, files)
        marks |= {whole, *given}
        listed.append({"folder": whole, "name": shard.name, "pages": len(shard.pages)})
    drop_others(root, marks)
    site_folders.drop_others(site, marks)
    return listed, made


def _indexed(
    program: str, some: Collection[Sequence[SearchedPage]], names: Mapping[str, str]
) -> Iterator[dict[str, bytes]]:
    """The files of pieces, in their order; from some hundreds of pages on made by all cores."""

    def one(piece: Sequence[SearchedPage]) -> Iterator[dict[str, bytes]]:
        yield _of(indexed(program, {page.address: lean_html(page, names) for page in piece}))

    return together([partial(one, piece) for piece in some], hands(sum(map(len, some)), _WORTH_IT))


def _told(page: SearchedPage, names: Mapping[str, str]) -> str:
    """All that the index of a page follows from."""
    return repr((page, [names.get(one) for one in page.entities]))


def _of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    try:
        return lean_index(files)
    except (IndexError, KeyError, TypeError, ValueError) as error:
        remedy = "run: pip install --force-reinstall 'pagefind[bin]'"
        raise NoIndexError(f"Pagefind's index is not in the form that is read here ({error}); {remedy}") from error


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
