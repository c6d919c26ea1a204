"""Front matter mended: what is no YAML for want of quotes, what is no text for want of them, and days out of form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import yaml

from broadsheet.archive import blocks, front_matter
from broadsheet.archive.examine import MODELS, kind_of
from broadsheet.archive.front_matter import FrontMatterError
from broadsheet.archive.front_places import Place, node_at
from broadsheet.archive.page import Page
from broadsheet.archive.page import read as page_of
from broadsheet.archive.raw_yaml import printed
from broadsheet.archive.reach import Reach
from broadsheet.archive.redirects import end_of
from broadsheet.archive.schema import Misfit, misfits
from broadsheet.archive.spot import Spot, replaced
from broadsheet.model import KINDS, STATUSES

_MOST = 100
"""Lines that are mended in one page."""
_EMPTY = re.compile(r"\A\ufeff?(?:[ \t]*\r?\n)+(?=---[ \t]*\r?\n)")
# A value alone on its line, after a key, in a list or both, that begins as text does, or with a sign that YAML keeps.
_VALUE = re.compile(
    r"(?P<before>[ ]*(?:- +)?(?:[A-Za-z_][\w-]*:[ \t]+|(?<=- )))(?P<value>[^\s\"'\[\]{}|>&!?#,:-].*?)[ \t]*\r?"
)
_TEXTS = frozenset("title description section rights name reason alt credit text".split())  # noqa: SIM905
"""Keys whose value is a text and nothing else: behind any other, `a: b` may have been meant for a list of its own."""
_DAY = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")


def front_mendings(address: str, text: str, reach: Reach) -> tuple[str, list[Spot]]:
    """A page's text with its front matter mended, as far as that is safe, and where it was."""
    done: list[Spot] = []
    empty = _EMPTY.match(text)
    if empty and _values(text[empty.end() :]):
        text = text[empty.end() :]
        done.append(Spot(1, 1, 0, "", "empty lines stood above the front matter, which hid it, and are gone"))
    if _values(text) is None:
        quoted, spots = _readable(text)
        if spots:
            text, done = quoted, done + spots
    for _ in range(_MOST):
        spot = next(_spots(address, text, reach), None)
        mended = replaced(text, [spot]) if spot else text
        if spot is None or mended == text or _values(mended) is None:
            break
        text = mended
        done.append(spot)
    return text, done


def _values(text: str) -> dict[str, object] | None:
    """The front matter; None where it cannot be read."""
    try:
        return front_matter.read(blocks.plain_lines(text))[0]
    except FrontMatterError:
        return None


def _readable(text: str) -> tuple[str, list[Spot]]:
    """The text with quotes around the values that keep its front matter from being read; nothing if that is not all."""
    done: list[Spot] = []
    for _ in range(_MOST):
        try:
            front_matter.read(blocks.plain_lines(text))
        except FrontMatterError as error:
            spot = _quotes(text, error.line)
            if spot is None:
                return text, []
            text = replaced(text, [spot])
            done.append(spot)
        else:
            return text, done
    return text, []


def _quotes(text: str, line: int) -> Spot | None:
    """Quotes around the value on a line; None where it may have been meant otherwise."""
    lines = text.split("\n")
    found = _VALUE.fullmatch(lines[line - 1]) if line <= len(lines) else None
    after = lines[line] if line < len(lines) else ""
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip(" "))
    goes_on = bool(after.strip()) and len(after) - len(after.lstrip(" \t")) > indent
    # What follows a `#` may be a comment, and a `*` may name what an `&` stands before.
    if found is None or goes_on or " #" in found["value"] or (found["value"][0] == "*" and "&" in text):
        return None
    value = found["value"]
    key = found["before"].strip(" \t-").rstrip(":")
    if (": " in value or value.endswith(":")) and key not in _TEXTS:
        return None
    quoted = _quoted(value)
    if quoted is None:
        return None
    return Spot(
        line, found.start("value") + 1, len(value), quoted, f"quotes around {_short(value)}, which is no YAML without"
    )


def _spots(address: str, text: str, reach: Reach) -> Iterator[Spot]:
    """What can be mended in front matter that can be read, one after the other."""
    plain = blocks.plain_lines(text.removeprefix("\ufeff"))
    try:
        found = page_of(address, plain)[0]
    except FrontMatterError:
        return
    for misfit in misfits(found.front, MODELS[kind_of(found)]):
        yield from _fitting(misfit, found, plain)
    for fault in printed(plain, found.front):
        name = fault.what.partition(" ")[0]
        if name in _TEXTS and fault.what == f"{name} is a date for MkDocs, not text":
            yield from _as_text((name,), plain)
    if "redirect" in found.front:
        yield from _redirect(address, str(found.front["redirect"]), plain, reach)


def _fitting(misfit: Misfit, found: Page, text: str) -> Iterator[Spot]:
    """How a value that does not fit its schema is made to."""
    if misfit.remedy == "put it in quotes":
        yield from _as_text(misfit.place, text)
    match misfit.place:
        case (("kind" | "status") as key,):
            said = str(found.front.get(key)).casefold().strip()
            if said in (KINDS if key == "kind" else STATUSES):
                yield from _other(misfit.place, text, said, f"{key} is written {said}")
        case ("date" | "updated" | "retrieved",):
            yield from _day(misfit.place, text)


def _as_text(place: Place, text: str) -> Iterator[Spot]:
    """Quotes around a value that is a number, a day or yes and no without them."""
    node = node_at(place, text)
    if node is None or node.style or node.tag.endswith((":str", ":null")):
        return
    raw = text.split("\n")[node.start_mark.line + 1][node.start_mark.column : node.end_mark.column]
    quoted = _quoted(raw)
    if raw and quoted and node.start_mark.line == node.end_mark.line:
        what = f"quotes around {_short(raw)}: {'.'.join(map(str, place))} is text"
        yield Spot(node.start_mark.line + 2, node.start_mark.column + 1, len(raw), quoted, what)


def _day(place: Place, text: str) -> Iterator[Spot]:
    node = node_at(place, text)
    found = _DAY.fullmatch(node.value) if node else None
    if found:
        try:
            day = dt.date(int(found[1]), int(found[3]), int(found[4])).isoformat()
        except ValueError:
            return
        yield from _other(place, text, day, f"{place[0]} is written {day}")


def _redirect(address: str, target: str, text: str, reach: Reach) -> Iterator[Spot]:
    pages = reach.survey.pages
    bare = target.strip().strip("/").removeprefix("./")
    meant = next(
        (one for one in (target, bare, f"{bare}.md", f"{bare}/index.md") if one in pages and one != address), ""
    )
    end = end_of(meant, pages) if meant else None
    if end and end in pages and end not in (target, address):
        yield from _other(("redirect",), text, end, f"redirect leads to {end} at once")


def _other(place: Place, text: str, value: str, what: str) -> Iterator[Spot]:
    """Another value in the place of one that stands on one line."""
    node = node_at(place, text)
    if node is not None and node.start_mark.line == node.end_mark.line:
        line, column = node.start_mark.line + 2, node.start_mark.column + 1
        new = f'"{value}"' if node.style == '"' else front_matter.scalar(value)
        yield Spot(line, column, node.end_mark.column - node.start_mark.column, new, what)


def _quoted(value: str) -> str | None:
    """A text in double quotes; None for one that cannot stand in a file as it is."""
    if any(ord(one) < 32 or "\ud800" <= one <= "\udfff" for one in value):
        return None
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    try:
        return quoted if yaml.safe_load(quoted) == value else None
    except yaml.YAMLError:
        return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
