"""A span that a recogniser proposes as a name, and what a recogniser is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from broadsheet.model import Kind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of a text that may be a name."""

    start: int
    end: int
    kind: Kind
    confidence: float
    """0 to 1, as the recogniser says; what it is worth is its own affair."""


class Recogniser(Protocol):
    """Proposes names in texts of a language."""

    def reads(self, language: str) -> bool:
        """Whether it reads texts of a language (ISO 639-1; empty text where it is not known)."""

    def __call__(self, texts: Sequence[str], language: str) -> Iterator[Sequence[Span]]:
        """The spans of each text, in the order of the texts; the same texts give the same spans."""
