"""Names by language: what an entity is called in each, one name or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from broadsheet.entities.folding import key
from broadsheet.language_tags import tag

Names = Mapping[str, Sequence[str]]


def by_language(names: Names) -> dict[str, str | list[str]]:
    """Names as front matter has them: a list only where there are several."""
    return {one: said[0] if len(said) == 1 else list(said) for one, said in names.items() if said}


def with_names(names: Names, language: str, added: Iterable[str]) -> Names:
    """Names with more of them in a language, behind those that there are."""
    there = _written(names, language)
    return {**names, there: tuple(dict.fromkeys((*names.get(there, ()), *added)))}


def without_names(names: Names, gone: Iterable[str], language: str = "") -> Names:
    """Names without some; with a language, only there."""
    keys = set(map(key, gone))
    there = _written(names, language) if language else ""
    left = {
        one: tuple(name for name in said if key(name) not in keys or (there and one != there))
        for one, said in names.items()
    }
    return {one: said for one, said in left.items() if said}


def _written(names: Names, language: str) -> str:
    """A language's tag as it is written among the names: `pt-br` for `pt-BR`."""
    return next((one for one in names if tag(one) == language), language)
