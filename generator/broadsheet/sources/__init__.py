"""Records come in: files, folders, globs or standard input to records, dumps and rejections.

inputs.py           which files an input means
recognise.py        what kind of file that is
encoding.py         bytes to text
SOURCES             one reader a kind, below
plain.py            what else people call our fields
validate.py         the one place that decides what is an article
rejected.py         what was rejected, to be mended and fed in again
canonical_url.py    one address for one article
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from broadsheet.errors import Rejection, SourceError
from broadsheet.sources import csv_table, dump, feed, html_page, inputs, json_document, jsonl, recognise
from broadsheet.sources.raw import Given, Item, RawRecord

__all__ = ["SOURCES", "Given", "Item", "RawRecord", "read", "read_given", "standing"]

SOURCES: Mapping[str, Callable[[Given], Iterator[Item]]] = {
    "jsonl": jsonl.read,
    "json": json_document.read,
    "csv": csv_table.read,
    "feed": feed.read,
    "html": html_page.read,
    "text": dump.read,
}


def read(
    inputs_given: Sequence[str], root: Path, *, stdin: BinaryIO | None = None, never: Collection[Path] = ()
) -> Iterator[Item]:
    """Everything in the inputs, in their order; within a folder in the order of names, less the folders `never`.

    Raises SourceError at once, before anything is read, for an input that is not there.
    """
    return _read(inputs.find(inputs_given, root, never), stdin or sys.stdin.buffer)


def standing(inputs_given: Sequence[str], root: Path) -> tuple[list[str], list[str]]:
    """Of inputs that are named once and for all: those that hold something, and what is to be said of the others."""
    there: list[str] = []
    missing: list[str] = []
    for given in inputs_given:
        try:
            inputs.find([given], root)
            there.append(given)
        except SourceError as error:
            missing.append(str(error))
    return there, missing


def read_given(given: Given) -> Iterator[Item]:
    """Everything in one open input. Whatever is wrong with it comes as a rejection."""
    kind = recognise.kind(given.file, given.head)
    if kind is None:
        yield given.rejection(
            recognise.why_not(given.head) or "is not text",
            "give JSON Lines, JSON, CSV, text, HTML, RSS, Atom, JSON Feed, ninjs or NewsArticle JSON-LD",
        )
        return
    try:
        yield from SOURCES[kind](given)
    except (OSError, EOFError, zlib.error) as error:
        yield given.rejection(f"cannot be read to its end ({error})", "check the file")
    except ValueError as error:
        yield given.rejection(str(error), "split it, or give it as JSON Lines")


def _read(found: Sequence[inputs.Found], stdin: BinaryIO) -> Iterator[Item]:
    for one in found:
        opened = inputs.open_input(one, stdin)
        if isinstance(opened, Rejection):
            yield opened
            continue
        try:
            yield from read_given(opened)
        finally:
            if one.path is not None:
                opened.stream.close()
