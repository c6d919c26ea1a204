"""Citations of an article, to be copied: in plain words, BibTeX, RIS and CSL-JSON, folded away under it."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet import addresses
from broadsheet.config import Config
from broadsheet.model import Article
from broadsheet.outputs.citations import bibtex, csl, ris
from broadsheet.outputs.citations.cited import cited
from broadsheet.outputs.citations.reference import reference
from broadsheet.outputs.links import relative
from broadsheet.outputs.words import Words

FORMATS = (("BibTeX", bibtex.text), ("RIS", ris.text), ("CSL-JSON", csl.text))


def citations(article: Article, config: Config, web: Callable[[str], str], words: Words) -> str:
    """The block of an article's page; with the way to what it says for machines, where that is written."""
    one = cited(article, config.site_name, web(article.address))
    parts = [f'<details markdown="1" data-search-exclude><summary>{words("Cite this article")}</summary>']
    parts.append(reference(one, words))
    for name, text in FORMATS:
        # No line of theirs begins with a backtick, and none may look like a marker of a block.
        parts += [name, f"```text\n{text(one).replace('<!--', '<! --')}\n```"]
    if "articles" in config.exports:
        target = relative(addresses.export(article.address), article.address)
        parts.append(f"[{words('This page as JSON')}]({target})")
    return "\n\n".join([*parts, "</details>"])
