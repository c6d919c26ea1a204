"""Forms: the whole archive in one file of another kind, for people who take it elsewhere (`broadsheet export`).

jsonl.py       our own records: another archive is made of them
ninjs.py       ninjs items, one a line
csv_table.py   a table of articles
database.py    SQLite, with full-text search (tables.py: what stands in it)
money.py       FollowTheMoney entities, for Aleph (money_schemata.py: what is what there)
graphml.py     who is named with whom, for Gephi and networkx

Each is a function from an edition to pieces of a file. The same archive gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from broadsheet.edition import Edition
from broadsheet.outputs.exports.forms import csv_table, database, graphml, jsonl, money, ninjs


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file that the archive can be given out in."""

    name: str
    pieces: Callable[[Edition], Iterator[bytes]]
    is_text: bool = True
    """Whether it may go to a terminal or a pipe."""


FORMS: tuple[Form, ...] = (
    Form("jsonl", jsonl.pieces),
    Form("ninjs", ninjs.pieces),
    Form("csv", csv_table.pieces),
    Form("sqlite", database.pieces, is_text=False),
    Form("ftm", money.pieces),
    Form("graphml", graphml.pieces),
)
