"""HTML pages: trafilatura finds the text; what the page says of itself (JSON-LD, meta elements) is believed first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from broadsheet.errors import SourceError
from broadsheet.sources import json_document, news_article
from broadsheet.sources.raw import Given, Item
from broadsheet.sources.sanitised import sanitised_page
from broadsheet.sources.values import absent_left_out

_JSON_LD = re.compile(r"<script[^>]{0,300}?application/ld\+json[^>]{0,300}>", re.IGNORECASE)
_END_OF_SCRIPT = re.compile(r"</script\b", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_LANGUAGE = re.compile(
    r"<html\b[^>]{0,500}?\s(?:xml:)?lang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)", re.IGNORECASE
)
# Browsers write it into pages they save.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")
_SHORT = 200


def read(given: Given) -> Iterator[Item]:
    """The page as one record.

    Raises:
        SourceError: trafilatura is not installed.
    """
    extract = _extractor(given.file)
    page = given.text()
    statements = list(_statements(page))
    stated = _stated(statements)
    fields = {**_extracted(extract, page, statements, stated.get("url", "")), **stated}
    stated_body, extracted = stated.get("body", ""), fields.pop("extracted", "")
    # JSON-LD bodies run paragraphs together; they serve where the page shows hardly any text.
    fields["body"] = extracted if len(extracted) >= min(_SHORT, len(stated_body)) else stated_body
    first, _, rest = fields["body"].partition("\n\n")
    if rest and first == fields.get("title"):
        fields["body"] = rest
    fields["language"] = fields.get("language") or _language(page)
    fields = absent_left_out(fields)
    if not fields.get("body"):
        yield given.rejection(
            "holds no article text",
            "save the page when it has loaded, or copy its text into a .txt file",
            at="body",
        )
        return
    yield given.record(fields, foreign=True)


def _extractor(file: str) -> Callable[..., Any]:
    """Trafilatura. That it is missing is no fault of the page: one line says so, not a rejection for each file."""
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - half a second to load; only pages need it
    except ImportError as error:
        remedy = 'pip install "broadsheet[html]"'
        raise SourceError(f"{file}: what reads HTML pages is not installed ({error}); {remedy}") from error
    extract: Callable[..., Any] = bare_extraction
    return extract


def _extracted(extract: Callable[..., Any], page: str, statements: Iterable[Any], url: str) -> dict[str, Any]:
    """What trafilatura finds; nothing where it fails."""
    try:
        found = extract(
            sanitised_page(page, statements),
            url=url or None,
            include_comments=False,
            with_metadata=True,
            # Only what the markup states as a date: no day is made up from the text. None lies in the far future.
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2199-12-31"},
        )
    except Exception:  # noqa: BLE001 - hostile pages trip lxml and htmldate in many ways; none may stop a run
        return {}
    if found is None:
        return {}
    document: Mapping[str, Any] = found if isinstance(found, dict) else found.as_dict()
    text = str(document.get("text") or "")
    name = document.get("sitename") or document.get("hostname")
    return absent_left_out(
        {
            "title": document.get("title"),
            "extracted": "\n\n".join(line.strip() for line in text.split("\n") if line.strip()),
            "url": document.get("url") or _saved_from(page),
            "published": document.get("date"),
            "source": {"name": name} if name else None,
            "authors": [name.strip() for name in str(document.get("author") or "").split(";") if name.strip()],
            "description": document.get("description"),
            "topics": [*(document.get("categories") or ()), *(document.get("tags") or ())],
            "image": {"url": document["image"]} if str(document.get("image") or "").startswith("http") else None,
            "rights": document.get("license"),
        }
    )


def _statements(page: str) -> Iterator[Any]:
    """The page's JSON-LD, as far as it can be read."""
    done = 0
    while begin := _JSON_LD.search(page, done):
        end = _END_OF_SCRIPT.search(page, begin.end())
        if end is None:
            return
        done = end.end()
        try:
            yield json_document.parse(_WRAPPING.sub("", page[begin.end() : end.start()]))
        except (ValueError, RecursionError):
            continue


def _stated(statements: Iterable[Any]) -> dict[str, Any]:
    """The fields of the first article among the page's JSON-LD that has a headline."""
    for value in statements:
        wrapped = value if isinstance(value, dict) else {"@graph": value}
        for fields in news_article.stated(wrapped):
            if fields.get("title"):
                return fields
    return {}


def _language(page: str) -> str:
    found = _LANGUAGE.search(page[:20_000])
    return found[1].replace("_", "-") if found else ""


def _saved_from(page: str) -> str:
    found = _SAVED_FROM.search(page[:4000])
    return found[1] if found else ""
