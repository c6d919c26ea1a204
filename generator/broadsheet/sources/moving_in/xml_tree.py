"""XML of an export, read with the guards that feeds have: no entities of its own, nothing fetched, no bombs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree

from broadsheet.sources.xml_bombs import entities_outgrow


class BadXml(ValueError):  # noqa: N818 - a finding about an input, as raw.TooMuch
    """XML that is not read: what is wrong with it, and what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


def elements(data: bytes, *tags: str, nested: bool = False) -> Iterator[Any]:
    """The elements of these names, one at a time, each forgotten when the next is asked for.

    One within another of its name is part of that one, unless they are `nested`.

    Raises:
        BadXml: it is a bomb, or ends in the middle (what came before has been given by then).
    """
    if entities_outgrow(data):
        raise BadXml("is an XML bomb: its entities grow out of all proportion", "leave it out")
    try:
        # Broken characters and stray ampersands are passed over, as feeds are read; entities are never expanded.
        walk = etree.iterparse(
            io.BytesIO(data), events=("end",), tag=tags, recover=True, resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, element in walk:
            if next(element.iterancestors(element.tag), None) is not None and not nested:
                continue
            yield element
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, etree.ParserError, ValueError, AssertionError) as error:
        raise BadXml(f"is XML that cannot be read ({type(error).__name__})", "export it again") from error
    end = data.rstrip()[-200:]
    if not end.endswith(b">") or b"</" not in end:
        raise BadXml("ends in the middle: the export is not whole", "export it again")


def text_of(element: Any, tag: str) -> str:
    """The text of the first child of that name; empty where there is none."""
    found = element.find(tag)
    return "".join(found.itertext()).strip() if found is not None else ""
