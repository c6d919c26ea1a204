"""A page's values that write down what a template does with them, so that it need not be run for the next page.

A template is run once with `Traced` values in place of a page's. Where it prints one, a token stands in the output, and
how the value came about is kept as an expression; where it asks something of one (`if page.meta.title`), the answer is
kept as a condition. Another page for which all conditions hold gets the same output with its own values in it. What
cannot be followed so raises: then the template is run for each page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import jinja2
from mkdocs.structure.pages import Page

Reading = Callable[[Page], Any]
"""How a value is read from a page."""

_TOKEN = re.compile("\ue0f0([0-9]+)\ue0f1")
"""Characters of the private use area, which no template holds; one that does is not followed."""
_PLAIN = (type(None), bool, int, float)


class UntraceableError(Exception):
    """A template does something with a page that cannot be followed."""


@dataclass(slots=True)
class Trace:
    """What one run of a template does with one page."""

    page: Page
    env: jinja2.Environment
    base_url: str
    expressions: list[tuple[str, Reading]] = field(default_factory=list)
    """What is printed, by number of its token: a name for it, and how it is read."""
    conditions: dict[str, tuple[Reading, Any]] = field(default_factory=dict)
    """By what is asked: how it is answered, and the answer."""
    paths: set[str] = field(default_factory=set)
    """Addresses from the site's root to which links lead."""
    moving: bool = False
    """Whether the day of the build shows in it."""
    over: bool = False

    def value(self, name: str, reading: Reading) -> Any:
        """What a template sees of a value: itself where it is no more than a yes or no, a number, or nothing."""
        real = reading(self.page)
        self.moving = self.moving or "update_date" in name
        if isinstance(real, jinja2.Undefined):
            self.asked(f"there is {name}", lambda page: isinstance(reading(page), jinja2.Undefined), answer=True)
            return real
        if isinstance(real, _PLAIN):
            self.asked(f"what is {name}", lambda page: _plain(reading(page)), answer=_plain(real))
            return real
        return Traced(self, name, reading)

    def asked(self, what: str, reading: Reading, *, answer: Any) -> None:
        """Writes a condition down."""
        if self.over:
            raise UntraceableError(what)
        self.conditions.setdefault(what, (reading, answer))

    def token(self, name: str, reading: Reading) -> str:
        """What stands in the output for a value."""
        if self.over:
            raise UntraceableError(name)
        self.expressions.append((name, reading))
        return f"\ue0f0{len(self.expressions) - 1}\ue0f1"

    def joined(self, text: str) -> Any:
        """A text that a template has put together: itself, or traced where there are tokens in it."""
        if "\ue0f0" not in text:
            return text
        name, reading = self.lifted(text)
        return self.value(name, reading)

    def lifted(self, value: Any) -> tuple[str, Reading]:
        """A name for a value, and how it is read from any page, whether it is traced, holds such, or is just itself."""
        if isinstance(value, Traced):
            return _name(value), _reading(value)
        if isinstance(value, str) and "\ue0f0" in value:
            pieces = self.pieces(str(value))
            names = [one if isinstance(one, str) else one[0] for one in pieces]
            return f"joined({names})", lambda page: "".join(said(one, page) for one in pieces)
        if isinstance(value, (list, tuple)) and any(map(holds_traced, value)):
            parts = [self.lifted(one) for one in value]
            kind = type(value)
            return f"{[name for name, _ in parts]}", lambda page: kind(reading(page) for _, reading in parts)
        if isinstance(value, dict) and any(map(holds_traced, value.values())):
            same = {key: one for key, one in value.items() if not holds_traced(one)}
            items = {key: self.lifted(one) for key, one in value.items() if key not in same}
            names = [f"{key!r}: {name}" for key, (name, _) in items.items()]
            return f"{{{names}}}", lambda page: {**same, **{key: read(page) for key, (_, read) in items.items()}}
        return repr(value) if isinstance(value, (str, *_PLAIN)) else f"{type(value).__name__} {id(value)}", _same(value)

    def pieces(self, text: str) -> list[str | tuple[str, Reading]]:
        """A text with tokens, taken apart into what always stands there and what is read from the page."""
        parts = _TOKEN.split(text)
        return [self.expressions[int(one)] if number % 2 else one for number, one in enumerate(parts)]


class Traced:
    """A value of a page, or one made of such, as a template sees it."""

    __slots__ = ("_traced_name", "_traced_reading", "_traced_trace")

    def __init__(self, trace: Trace, name: str, reading: Reading) -> None:
        self._traced_trace, self._traced_name, self._traced_reading = trace, name, reading

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        trace, reading = self._traced_trace, self._traced_reading
        getattr_ = trace.env.getattr
        return trace.value(f"{self._traced_name}.{name}", lambda page: getattr_(reading(page), name))

    def __getitem__(self, key: Any) -> Any:
        trace, reading = self._traced_trace, self._traced_reading
        getitem = trace.env.getitem
        name, key_reading = trace.lifted(key)
        return trace.value(f"{self._traced_name}[{name}]", lambda page: getitem(reading(page), key_reading(page)))

    def __str__(self) -> str:
        return self._traced_trace.token(self._traced_name, self._traced_reading)

    def __bool__(self) -> bool:
        return bool(self._answer("is there", lambda value, _: bool(value)))

    def __len__(self) -> int:
        return int(self._answer("how many", lambda value, _: len(value)))

    def __iter__(self) -> Iterator[Any]:
        for number in range(self._answer("a list of how many", lambda value, _: _length(value))):
            yield self[number]

    def __contains__(self, one: Any) -> bool:
        name, read = self._traced_trace.lifted(one)
        return bool(self._answer(f"holds {name}", lambda value, page: read(page) in value))

    def __eq__(self, other: object) -> bool:
        name, read = self._traced_trace.lifted(other)
        return bool(self._answer(f"is {name}", lambda value, page: value == read(page)))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        raise UntraceableError("a value of the page looked up in a table")

    __index__ = __hash__

    def __format__(self, _: str) -> str:
        raise UntraceableError("a value of the page in a text that is put together unseen")

    def _answer(self, question: str, answered: Callable[[Any, Page], Any]) -> Any:
        trace, read = self._traced_trace, self._traced_reading
        answer = answered(read(trace.page), trace.page)
        trace.asked(f"{question}: {self._traced_name}", lambda page: answered(read(page), page), answer=answer)
        return answer


def holds_traced(value: Any) -> bool:
    """Whether a value is traced, or holds anything that is."""
    if isinstance(value, str):
        return "\ue0f0" in value
    if isinstance(value, (list, tuple)):
        return any(map(holds_traced, value))
    if isinstance(value, dict):
        return any(map(holds_traced, value.values()))
    return isinstance(value, Traced)


def said(piece: str | tuple[str, Reading], page: Page) -> str:
    """A piece of output as it stands on a page."""
    return piece if isinstance(piece, str) else str(piece[1](page))


def _length(value: Any) -> int:
    if not isinstance(value, (list, tuple)):
        raise UntraceableError(type(value).__name__)
    return len(value)


def _plain(value: Any) -> Any:
    """A value together with its kind: 1 is not True here."""
    return (type(value), value) if isinstance(value, _PLAIN) else None


def _same(value: Any) -> Reading:
    return lambda _: value


def _name(value: Traced) -> str:
    return value._traced_name  # noqa: SLF001 - a template must see no other names than the page's


def _reading(value: Traced) -> Reading:
    return value._traced_reading  # noqa: SLF001
