"""Broadsheet turns page dumps, HTML, feeds and records into a cross-linked news archive.

One record's journey:

    sources/      reads files into records, and text dumps
    cleaning/     a text dump            -> a record: title, dates, body
    sources/validate.py   a record       -> checked, or a Rejection with the way out
    archive/      content/               -> what we already have
    entities/     names                  -> gazetteer, matcher, suggestions
    edition.py    the Edition            one immutable snapshot of all that
    outputs/      the Edition            -> drafts of pages and feeds
    archive/      drafts                 -> a plan, then files in content/
    mkdocs        content/               -> the site

`pipeline.py` is that, as code. Read it first.
"""

__version__ = "0.1.0"
