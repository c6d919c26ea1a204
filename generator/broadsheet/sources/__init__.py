"""Records come in: files, folders, globs or standard input to records, dumps and rejections.

inputs.py           which files an input means
recognise.py        what kind of file that is
encoding.py         bytes to text
SOURCES             one reader a kind, below
plain.py            what else people call our fields
validate.py         the one place that decides what is an article
rejected.py         what was rejected, to be mended and fed in again
canonical_url.py    one address for one article
moving_in/          what other programs export (`broadsheet import`)
"""

from __future__ import annotations

import dataclasses
import sys
import zlib
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from broadsheet.errors import Rejection, SourceError
from broadsheet.limits import USUAL, Limits
from broadsheet.sources import csv_table, dump, feed, html_page, inputs, json_document, jsonl, recognise
from broadsheet.sources.inputs import Found, find
from broadsheet.sources.raw import Given, Item, RawRecord, TooMuch

__all__ = [
    "SOURCES",
    "Found",
    "Given",
    "Item",
    "RawRecord",
    "find",
    "is_dump",
    "items",
    "opened",
    "read",
    "read_given",
    "standing",
]

SOURCES: Mapping[str, Callable[[Given], Iterator[Item]]] = {
    "jsonl": jsonl.read,
    "json": json_document.read,
    "csv": csv_table.read,
    "feed": feed.read,
    "html": html_page.read,
    "text": dump.read,
}


def read(
    inputs_given: Sequence[str],
    root: Path,
    *,
    stdin: BinaryIO | None = None,
    never: Collection[Path] = (),
    limits: Limits = USUAL,
) -> Iterator[Item]:
    """Everything in the inputs, in their order; within a folder in the order of names, less the folders `never`.

    Raises SourceError at once, before anything is read, for an input that is not there.
    """
    found = find(inputs_given, root, never)
    return (item for one in found for item in items(opened(one, stdin, limits)))


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


def opened(found: Found, stdin: BinaryIO | None = None, limits: Limits = USUAL) -> Given | Rejection:
    """An input, opened, and its first bytes read; a rejection if it cannot be."""
    return inputs.open_input(found, stdin or sys.stdin.buffer, limits)


def items(given: Given | Rejection) -> Generator[Item]:
    """Everything in one input, or why it could not be opened."""
    if isinstance(given, Rejection):
        yield given
    else:
        yield from read_given(given)


def is_dump(given: Given) -> bool:
    """Whether an input is a text dump, to be cleaned together with others."""
    return recognise.kind(given.file, given.head) == "text"


def read_given(given: Given) -> Iterator[Item]:
    """Everything in one open input, which is closed then. Whatever is wrong with it comes as a rejection."""
    try:
        kind = recognise.kind(given.file, given.head)
        if kind is None:
            yield given.rejection(
                recognise.why_not(given.head) or "is not text",
                "give JSON Lines, JSON, CSV, text, HTML, RSS, Atom, JSON Feed, ninjs or NewsArticle JSON-LD",
            )
            return
        yield from SOURCES[kind](dataclasses.replace(given, kind=kind))
    except TooMuch as found:
        yield given.rejection(found.problem, found.remedy, item=found.item)
    except (OSError, EOFError, zlib.error) as error:
        yield given.rejection(f"cannot be read to its end ({error})", "check the file")
    except ValueError as error:
        yield given.rejection(str(error), "split it, or give it as JSON Lines")
    finally:
        if given.closes:
            given.stream.close()
