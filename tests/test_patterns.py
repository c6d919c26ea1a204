"""Regular expressions that every Python from 3.11 on reads alike."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import broadsheet

# (The parser is Python's own, and private; there is no other way to ask it.)
BROKEN = {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}


def codes(parsed: object) -> Iterator[str]:
    """The names of all that an expression is made of."""
    if type(parsed).__name__ == "_NamedIntConstant":
        yield parsed.name  # type: ignore[attr-defined]
    elif isinstance(parsed, (list, tuple)) or type(parsed).__name__ == "SubPattern":
        for one in parsed:  # type: ignore[attr-defined]
            yield from codes(one)


def of(pattern: str, flags: int = 0) -> set[str]:
    return set(codes(re._parser.parse(pattern, flags)))  # type: ignore[attr-defined]  # noqa: SLF001 - as said


def test_no_expression_needs_what_python_3_11_2_gets_wrong() -> None:
    """Possessive quantifiers and atomic groups: Debian 12's Python matches other texts with them than it should."""
    assert of("(a|b*+)c") & BROKEN
    assert of("(?>ab)c") & BROKEN
    seen = 0
    for module in pkgutil.walk_packages(broadsheet.__path__, "broadsheet."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    seen += 1
                    assert not of(value.pattern, value.flags) & BROKEN, f"{module.name}.{name}"
    assert seen > 100
