"""The link to the inbox that the home page shows while `mkdocs serve` runs: readers of the site never see it."""

from __future__ import annotations

from html import escape

from broadsheet.outputs.words import words_for


def inbox_link(address: str, language: str) -> str:
    """A paragraph of HTML with a link to the inbox at `address`, in the site's language."""
    return f'\n<p class="bs-inbox"><a href="{escape(address)}">{escape(words_for(language)("Inbox"))}</a></p>\n'
