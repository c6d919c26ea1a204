"""Scripts that put no space between words: their characters, as the ranges of a regular expression's set."""

from __future__ import annotations

UNENDED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, which end no sentence by a mark either."""

EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Kana and Chinese characters."""

UNSPACED = UNENDED + EAST_ASIAN
