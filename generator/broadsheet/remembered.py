"""Functions whose results are remembered by what they were given, within a run and, where it keeps them, between runs.

For those that take long, follow from nothing but their arguments (texts, numbers, and tuples of these), and give what
JSON can hold. `archive/kept_memory.py` keeps the results; processes of a crew bring theirs back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Results = dict[str, Any]
"""By the mark of what a function was given: what it gave."""


class Remembered(Generic[P, T]):
    """A function, and what it gave so far."""

    all: dict[str, Remembered[Any, Any]] = {}  # noqa: RUF012 - every such function, by name
    """Every such function by its name."""

    def __init__(self, function: Callable[P, T]) -> None:
        self.function = function
        self.known: Results = {}
        self.fresh: Results = {}
        """What is among them since the memory was filled."""
        self.asked: set[str] = set()
        """The marks of what was asked for since then."""
        self.all[f"{function.__module__}.{function.__qualname__}"] = self

    def __call__(self, *given: P.args, **named: P.kwargs) -> T:
        """What the function gives."""
        told = repr((given, named)).encode("utf-8", "surrogatepass")
        mark = blake2b(told, digest_size=12).hexdigest()
        self.asked.add(mark)
        if mark not in self.known:
            self.known[mark] = self.fresh[mark] = self.function(*given, **named)
        found: T = self.known[mark]
        return found


def fill(known: Mapping[str, Results]) -> None:
    """Begins with these results alone, by the names of functions."""
    begin_to_learn()
    for name, one in Remembered.all.items():
        one.known = dict(known.get(name, {}))


def begin_to_learn() -> None:
    """From here on, what is learned is told by `learned`: in a process of a crew, which knows what its boss knows."""
    for one in Remembered.all.values():
        one.fresh, one.asked = {}, set()


def learned() -> dict[str, tuple[Results, set[str]]]:
    """By the names of functions: what each gave anew, and all that it was asked for."""
    return {name: (one.fresh, one.asked) for name, one in Remembered.all.items()}


def learn(more: Mapping[str, tuple[Results, set[str]]]) -> None:
    """Takes over what another process learned."""
    for name, (fresh, asked) in more.items():
        one = Remembered.all[name]
        one.known.update(fresh)
        one.fresh.update(fresh)
        one.asked |= asked


def worth_keeping() -> dict[str, Results] | None:
    """What was asked for, by the names of functions; None where that is nothing, or what was known before."""
    every = Remembered.all.values()
    if not any(one.asked for one in every) or all(one.asked == one.known.keys() and not one.fresh for one in every):
        return None
    return {
        name: {mark: one.known[mark] for mark in sorted(one.asked & one.known.keys())}
        for name, one in sorted(Remembered.all.items())
    }
