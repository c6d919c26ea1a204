"""What a dump says about its article besides the text: headline, dates, authors, as a record's fields."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from broadsheet.cleaning.byline import find_authors
from broadsheet.cleaning.lines import Line
from broadsheet.cleaning.masthead import Dates, read_dates
from broadsheet.cleaning.title import Headline, headline


@dataclass(frozen=True, slots=True)
class Particulars:
    """An article's headline, dates and authors, each with the lines that state it."""

    headline: Headline
    dates: Dates
    authors: tuple[str, ...]

    def fields(self) -> dict[str, Any]:
        """The record's fields, JSON values; what the dump does not say is absent."""
        fields: dict[str, Any] = {"title": self.headline.text}
        for name in ("published", "updated", "retrieved"):
            stated = getattr(self.dates, name)
            if stated is not None:
                fields[name] = stated.moment.isoformat()
        if self.authors:
            fields["authors"] = list(self.authors)
        return fields


def particulars(
    lines: Sequence[Line],
    start: int,
    end: int,
    language: str | None = None,
    *,
    shared: Collection[int] = (),
    site: str = "",
) -> Particulars:
    """The particulars of the dump whose body is `lines[start:end]` (see `title.headline` for the rest)."""
    found = headline(lines, start, end, language, shared=shared, site=site)
    title = max((at for at in found.lines if at <= start), default=start)
    return Particulars(
        headline=found,
        dates=read_dates(lines, title, start, end, language),
        authors=find_authors(lines, title, start),
    )
