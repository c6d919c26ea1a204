"""Counted: a number with its noun, as the command line says it. (Pages, in the site's language: `outputs/words.py`.)"""

from __future__ import annotations


def counted(number: int, noun: str, nouns: str = "") -> str:
    """`1 page`, `1,200 pages`; `nouns` is the plural where it takes more than an s: `2 entities`."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"
