"""A Record made into an Article, and two versions of one article made into one."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import re
import unicodedata
from typing import Any

from broadsheet.markdown_text import escape
from broadsheet.model import Article, Moment, Origin, Record, Removal
from broadsheet.sources.canonical_url import canonical_url

# A word, or a letter of a script without spaces.
_WORDS = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+")
_QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'") | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
)
SHORT = 200
"""Texts of fewer characters than this are the same only if their titles are: many a feed says "Read more"."""

# What a version that does not say it takes over from the one before. Not `updated`: it tells versions apart.
_KEPT = (
    *("url", "published", "retrieved", "source", "source_url", "authors", "language", "description"),
    *("section", "topics", "entities", "image", "rights"),
)


def article(record: Record) -> Article:
    """The Article that a record becomes, without an address."""
    body = escape(record.body)
    source, extra = record.source, dict(record.model_extra or {})
    if source and source.model_extra:
        extra.setdefault("source", source.model_extra)
    return Article(
        id=own_id(record),
        title=record.title,
        body=body,
        url=record.url,
        published=record.published,
        updated=record.updated,
        retrieved=record.retrieved,
        source=source.name if source else "",
        source_url=source.url if source else None,
        authors=record.authors,
        language=record.language,
        description=record.description,
        section=record.section,
        topics=record.topics,
        entities=record.entities,
        image=record.image,
        rights=record.rights,
        origin=origin(record),
        removed=tuple(Removal(cut.line, cut.text, cut.rule) for cut in record.removed),
        extra=extra,
    )


def origin(record: Record) -> Origin | None:
    """Where a record came from."""
    return Origin(record.origin.file, record.origin.item) if record.origin else None


def own_id(record: Record) -> str:
    """The id of a record: given, else made from its canonical URL, else from its title and text."""
    return record.id or id_from(canonical(record.url) or f"{record.title}\n{record.body}")


def id_from(known_by: str) -> str:
    """The id of a record that states none."""
    return digest(known_by)[:16]


def record_digest(record: Record) -> str:
    """What tells whether a record that comes again has changed: not from where or when it was fetched."""
    return digest(record.model_dump_json(exclude={"origin", "retrieved"}, exclude_defaults=True))[:8]


def same_text(one: Article) -> str:
    """What two articles with the same text have in common.

    White space and case do not count, nor does how a letter is encoded or a quotation mark is drawn.
    """
    text = _folded(one.body)
    return digest(text if len(text) >= SHORT else f"{_folded(one.title)}\n{text}")


def text_mark(one: Article) -> str:
    """By which the text of a copy is known again."""
    return same_text(one)[:8]


def outline(record: Record) -> Record:
    """As much of a record as tells its versions from others."""
    return Record.model_construct(title=record.title, body=record.body, url=record.url, source=record.source)


def are_versions(known: Record, record: Record) -> bool:
    """Whether two records may be versions of one article.

    They are with the same URL or the same title; of one outlet also with three words in ten in common.
    """
    if known.title.casefold() == record.title.casefold() or (
        known.url and canonical(known.url) == canonical(record.url)
    ):
        return True
    if known.source and record.source and known.source.name.casefold() != record.source.name.casefold():
        return False
    return are_alike(known.body, record.body)


def are_alike(one: str, other: str) -> bool:
    """Whether two texts have three words in ten in common."""
    ours, theirs = set(_WORDS.findall(one.casefold())), set(_WORDS.findall(other.casefold()))
    return len(ours & theirs) >= 0.3 * len(ours | theirs)


def is_of_another_outlet(known: Article, record: Record) -> bool:
    """Whether a record with the id of an article is surely another: of another outlet, with another title and URL."""
    return (
        bool(known.source and record.source and known.source.casefold() != record.source.name.casefold())
        and known.title.casefold() != record.title.casefold()
        and not (known.url and canonical(known.url) == canonical(record.url))
    )


def newer(incoming: Article, known: Article) -> bool:
    """Whether the incoming version of an article replaces the known one.

    Both may say when they were changed (`updated`) or at least seen (`retrieved`): then the later one does.
    Else the one that came last does.
    """
    ours, theirs = _stamp(known), _stamp(incoming)
    if ours is None or theirs is None:
        return True
    return not is_after(ours, theirs)


def are_dated(one: Article, other: Article) -> bool:
    """Whether two versions both say when they were changed or seen, so that it is known which is the later."""
    return None not in (_stamp(one), _stamp(other))


def merged(later: Article, earlier: Article, known: Article) -> Article:
    """The later version, with what only the earlier one says, under the id and address of the known one."""
    changes: dict[str, Any] = {name: getattr(earlier, name) for name in _KEPT if getattr(later, name) in (None, "", ())}
    if later.source and later.source.casefold() != earlier.source.casefold():
        changes.pop("source_url", None)  # of another outlet
    changes |= {"id": known.id, "address": known.address}
    changes |= {"also_at": known.also_at, "no_longer_at": known.no_longer_at}
    changes["extra"] = {**earlier.extra, **later.extra}
    return dataclasses.replace(later, **changes)


def is_after(one: Moment, other: Moment) -> bool:
    """Whether one moment is later than another: another day, where either is known no better."""
    exact = isinstance(one, dt.datetime) and isinstance(other, dt.datetime)
    return _comparable(one, exact=exact) > _comparable(other, exact=exact)


def day_of(moment: Moment) -> dt.date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


@functools.lru_cache(maxsize=1 << 16)
def canonical(url: str | None) -> str:
    """The address under which a URL is known; empty where there is none."""
    return canonical_url(url) if url else ""


def digest(text: str) -> str:
    """The SHA-256 digest of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split()).casefold()


def _stamp(one: Article) -> Moment | None:
    return one.updated or one.retrieved


def _comparable(moment: Moment, *, exact: bool) -> tuple[int, float]:
    if not exact or not isinstance(moment, dt.datetime):
        return moment.toordinal(), 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    since = aware - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return since.days, since.seconds + since.microseconds / 1e6
