"""Spans that say which language a piece of a line is in, and which way it runs (HTML, 15.3.5)."""

from __future__ import annotations

from broadsheet.language_tags import rightward


def language_span(markdown: str, tag: str) -> str:
    """`<span lang="ar" dir="rtl">…</span>` around Markdown of one line; one of no known language runs as it begins."""
    direction = ("rtl" if rightward(tag) else "ltr") if tag else "auto"
    return f'<span lang="{tag}" dir="{direction}">{markdown}</span>'
