"""The dates a dump states: the masthead's (the day the page was fetched) and the article's own.

A date is never guessed. One that no label explains counts as the day of publication only where by-lines
stand, between the headline and the body or right above the headline; in the masthead it is the day on which
the page was fetched; anywhere else it is nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from broadsheet.cleaning.byline import is_byline
from broadsheet.cleaning.lines import Line
from broadsheet.dates import find_date, worded
from broadsheet.dates.spelling import fold
from broadsheet.model import Moment

MASTHEAD = 25
"""How many lines from the top can be masthead."""

STANDFIRST = 4
"""How many lines of the body may stand above its by-line: an introduction, a picture's caption."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A date and where the dump states it."""

    moment: Moment
    line: int
    """The line, from 0 among those that are not blank."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What a dump says of time; None where it does not say."""

    published: Stated | None = None
    updated: Stated | None = None
    retrieved: Stated | None = None


_PUBLISHED = (
    r"(?:first |originally )?published|posted|publication date|date published|publi[ée]e?s?|mis en ligne|parue? le"
    r"|date de publication|publicad[oa]|fecha de publicación|publicación|data de publicação|pubblicat[oa]"
    r"|data di pubblicazione|veröffentlicht|erschienen|erstellt|veröffentlichungsdatum|gepubliceerd|geplaatst"
    r"|publicerad|publisert|publiceret|offentliggjort|julkaistu|opublikowan[oey]|data publikacji|data dodania|dodano"
    r"|опубликован[оа]?|дата публикации|размещено|опубліковано|дата публікації|публикувано|објављено|објавено"
    r"|δημοσιεύ(?:θηκε|τηκε)|δημοσίευση|ημερομηνία δημοσίευσης|yayınlanma(?: tarihi)?|yayın tarihi|közzétéve"
    r"|megjelent|publicat|zveřejněno|publikováno|vydáno|objavljeno|diterbitkan|ngày đăng"
    r"|发布(?:时间|日期|于)?|发表(?:时间|于)?|發布(?:時間|日期)?|發表(?:時間)?|公開日?|掲載日?|配信|投稿日|입력|등록|게재"
    r"|تاريخ النشر|نشر(?:ت)? في|نُشر|تاریخ انتشار|פורסם|प्रकाशित|เผยแพร่|datum|date|дата|data|fecha"
)
_UPDATED = (
    r"(?:last |article was )?(?:updated|modified)|last edited|mise? à jour|modifié"
    r"|dernière (?:mise à jour|modification)|actualizad[oa]|última actualización|modificad[oa]"
    r"|atualizad[oa]|última atualização|aggiornat[oa]"
    r"|ultimo aggiornamento|(?:zuletzt )?aktualisiert|zuletzt geändert|letzte (?:aktualisierung|änderung)|stand"
    r"|bijgewerkt|gewijzigd|uppdatera[dt]|oppdatert|opdateret|päivitetty|muokattu|zaktualizowano|aktualizacja"
    r"|(?:последнее )?обновлен[оие]+|изменено|оновлено|актуализирано|ажурирано|(?:τελευταία )?ενημέρωση|ενημερώθηκε"
    r"|(?:son )?güncelle(?:me|ndi)(?: tarihi)?|frissítve|actualizat|aktualizováno|ažurirano|diperbarui|cập nhật"
    r"|(?:最终|最終|最后|最後)?更新(?:时间|時間|日時|日|于)?|수정|업데이트|(?:آخر )?تحديث|به.?روزرسانی"
    r"|עודכן|अपडेट|अद्यतन|อัปเดต"
)
_LABEL = re.compile(rf"(?<![^\W\d_])(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))(?![^\W\d_])", re.IGNORECASE)
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ\d])(?=(?:Last |First )?(?:Updated|Published|Modified|updated|published|modified)\b)"
    r"|(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]{2})"  # "Jane DoeDec 22"
    r"|(?<=[a-zà-ÿ])(?=\d{1,2}\.\s)"  # "Posted on28. Juli"
    r"|(?<=\b(?:19|20)\d\d)(?=\d{1,2}\.\s|[A-ZÀ-Þ])"  # "28. Juni 201914. Januar 2020"
    r"|(?<=, 20\d\d)(?=\d)"  # "Dec 20, 20236:46 PM"
)
"""Where a scraper has run two elements of the page together."""

_CAPTION = re.compile(
    r"©|\(c\)|copyright|\b(?:file|photo|image|foto|bild|archiv|ap|reuters|getty)\b|фото|照片|資料|写真", re.IGNORECASE
)
_WEATHER = re.compile(r"\d\s?[°º]|^[-−+]?\d{1,2}(?:[.,]\d)?\s?[CF]$")
_BY = re.compile(r"\b(?:by|par|von|por|автор|posted|submitted)\b", re.IGNORECASE)


def read_dates(lines: Sequence[Line], title: int, start: int, end: int, language: str | None = None) -> Dates:
    """The dates of a dump whose headline is line `title` and whose body is lines `start` to `end`.

    Without a headline `title` is `start`.
    """
    languages = (language,) if language else ()
    low, high = max(0, title - 4), min(len(lines), start + STANDFIRST)
    found: dict[str, Stated] = {}
    for at in [*range(low, high), *range(max(high, end), min(len(lines), end + 6))]:
        for kind, moment in _labelled(lines, at, languages):
            found.setdefault(kind, Stated(moment, at))
    if "published" not in found and (stated := _unlabelled(lines, title, (start, end), languages)):
        found["published"] = stated
    retrieved = _of_masthead(lines, title, languages)
    published, updated = found.get("published"), found.get("updated")
    if updated and published and _day(updated.moment) < _day(published.moment):
        updated = None
    if (
        retrieved
        and published
        and (retrieved.line == published.line or _day(retrieved.moment) < _day(published.moment))
    ):
        retrieved = None  # a page cannot be fetched before it was published: that date means something else
    return Dates(published, updated, retrieved)


@lru_cache(maxsize=8192)
def is_dateline(text: str, language: str | None = None) -> bool:
    """True for a line that says little more than a date, with or without its label or an author."""
    if len(text) > 120 or not any(letter.isdecimal() for letter in text):
        return False
    return _said(text, (language,) if language else ()) is not None and len(text.split()) <= 14


def _labelled(lines: Sequence[Line], at: int, languages: tuple[str, ...]) -> Iterator[tuple[str, Moment]]:
    """What labels and dates in a line say; a label alone may speak of the line below."""
    text = _GLUED.sub(" ", lines[at].text[:300])
    if not any(letter.isdecimal() for letter in text):
        return
    labels = list(_LABEL.finditer(text))
    if at and not labels and len(lines[at - 1].text) < 30:
        over = _LABEL.match(lines[at - 1].text)
        if over and len(lines[at - 1].text) - over.end() < 3 and (moment := _said(text, languages)):
            yield _kind(over), moment
        return
    for place, label in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        piece = text[label.end() : stop].strip(" :：|,;.-–—")
        if len(piece) > 60:
            piece = piece[:60].rpartition(" ")[0]
        if (moment := _said(piece, languages)) is not None:
            yield _kind(label), moment


def _kind(label: re.Match[str]) -> str:
    return "updated" if label["updated"] else "published"


def _unlabelled(lines: Sequence[Line], title: int, body: tuple[int, int], languages: tuple[str, ...]) -> Stated | None:
    """The date of the by-line: between headline and body or just after a standfirst, else just above the headline."""
    start, end = body
    below = range(title + 1, min(max(start, title) + STANDFIRST + 1, max(end, start + 1), len(lines)))
    above = range(title - 1, max(-1, title - 4), -1)
    for at in (*below, *above):
        line = lines[at]
        if at >= start and (line.shape.words > 10 or line.shape.final == ".") and not is_byline(line.text):
            continue  # prose that names a day
        moment = _bare_date(line.text, languages)
        if (
            at
            and (over := _LABEL.match(lines[at - 1].text))
            and over["updated"]
            and over.end() > len(lines[at - 1].text) - 3
        ):
            continue
        if moment is not None and (at > title or at >= MASTHEAD or not _names_weekday(line.text, languages)):
            return Stated(moment, at)
    return None


def _bare_date(text: str, languages: tuple[str, ...]) -> Moment | None:
    """The date of a line that says little else, and is no caption, notice or "updated" line."""
    if not any(letter.isdecimal() for letter in text) or len(text.split()) > 16 or _CAPTION.search(text):
        return None
    label = _LABEL.search(_GLUED.sub(" ", text))
    if label and label["updated"]:
        text = text[: label.start()]
    return _said(text, languages)


def _of_masthead(lines: Sequence[Line], title: int, languages: tuple[str, ...]) -> Stated | None:
    """The date among the first lines, with more of the masthead between it and the headline."""
    for at in range(min(MASTHEAD, title)):
        text = lines[at].text
        if _LABEL.search(text) or len(text.split()) > 16 or _BY.search(text):
            continue
        moment = _said(text, languages)
        if moment is None:
            continue
        # Right above the headline a date may be the article's own: there the weather must stand beside it.
        if _beside_weather(lines, at) or (at < title - 1 and _names_weekday(text, languages)):
            return Stated(moment, at)
    return None


def _names_weekday(text: str, languages: tuple[str, ...]) -> bool:
    return worded.weekday(fold(text[:120]), frozenset(languages)) is not None


def _beside_weather(lines: Sequence[Line], at: int) -> bool:
    beside = lines[max(0, at - 3) : at + 3]
    return any(_WEATHER.search(line.text) for line in beside if len(line.text) < 60)


@lru_cache(maxsize=4096)
def _said(text: str, languages: tuple[str, ...]) -> Moment | None:
    if len(text) > 120:
        return None
    return find_date(_GLUED.sub(" ", text), languages)


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
