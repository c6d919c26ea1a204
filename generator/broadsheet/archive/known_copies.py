"""Copies that are known: by what each is known again, and what is kept of it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from broadsheet.archive import acceptance, correction
from broadsheet.archive.acceptance import canonical
from broadsheet.model import Article, Copy, Record, Retraction, Source


@dataclass(frozen=True, slots=True)
class Known:
    """A copy that an article knows, with all the places of its record."""

    article: str
    """The id of the article that has its text."""
    title: str
    """That article's title."""
    copies: tuple[Copy, ...]

    def is_of(self, record: Record) -> bool:
        """Whether a record with this copy's id is it: surely not, if it is of another outlet, title and address."""
        return not all(
            acceptance.is_of_another_outlet(
                Article(id="", title=copy.title or self.title, body="", url=copy.url, source=copy.name), record
            )
            for copy in self.copies
        )

    def known_by(self) -> Iterator[str]:
        """What it is known by: ids and canonical URLs."""
        for copy in self.copies:
            yield from filter(None, (canonical(copy.url), id_of(copy)))

    def open_to(self, version: Article) -> list[Copy]:
        """Where a version counts: in the places in which it was not taken back, and no later one is known."""
        return [copy for copy in self.copies if not is_older(version, copy)]


def known_copies(articles: Mapping[str, Article]) -> Iterator[Known]:
    """Every copy that articles know, those that were taken back, too."""
    for known, article in articles.items():
        by_id: dict[str, list[Copy]] = defaultdict(list)
        for copy in (*article.also_at, *article.no_longer_at):
            by_id[id_of(copy)].append(copy)
        yield from (Known(known, article.title, tuple(copies)) for key, copies in by_id.items() if key)


def place(outlet: str, url: str | None) -> str:
    """What tells one place of publication from another."""
    return canonical(url) or outlet.casefold()


def id_of(copy: Copy) -> str:
    """The id of its record: kept, else made from its address."""
    return copy.id or (_id_from(copy.url) if copy.url else "")


def copy_of(article: Article, where: Source | None = None) -> Copy:
    """An article as a copy of another; `where` it stood before, if elsewhere."""
    url = where.url if where else article.url
    return Copy(
        name=where.name if where else article.source,
        url=url,
        id="" if url and article.id == _id_from(url) else article.id,
        title=article.title,
        published=article.published,
        updated=article.updated,
        retrieved=None if article.published else article.retrieved,
        topics=article.topics,
        text=acceptance.text_mark(article),
    )


def parts(known: Known, version: Article, *articles: Article) -> bool:
    """Whether a version of a copy is one no longer: its text is not what it was, nor that of its article.

    Or it is what it was, and quite another is its article's now: more than a correction.
    """
    mark, marks = acceptance.text_mark(version), {copy.text for copy in known.open_to(version)}
    if not all(marks) or not marks or mark in map(acceptance.text_mark, articles):
        return False
    if mark not in marks:
        return True
    return not any(one.retracted or acceptance.are_alike(one.body, version.body) for one in articles)


def again(known: Known, version: Article, *articles: Article) -> tuple[Mapping[Copy, Copy], str]:
    """What a version says of a copy that stays one, by place, and how it is known; nothing where it was taken back."""
    told, why, open_places = copy_of(version), "a known copy", known.open_to(version)
    if not all(copy.text for copy in open_places) and told.text not in set(map(acceptance.text_mark, articles)):
        # Which of the two was changed, nobody knows.
        told, why = dataclasses.replace(told, text=""), "a known copy, with another text now"
    older = dataclasses.replace(told, updated=None, text="")
    return {
        copy: told if copy in open_places else older
        for copy in known.copies
        if copy in open_places or not copy.retracted
    }, why


def is_older(version: Article, copy: Copy) -> bool:
    """Whether a version of a copy is from before the one that is known, or before it was taken back."""
    if copy.retracted and not correction.outlives(version, copy.retracted):
        return True
    return bool(copy.updated and version.updated and acceptance.is_after(copy.updated, version.updated))


def completed(known: Copy, again: Copy) -> Copy:
    """A copy with what was not known of it: what is known stays, but for when it was changed last and its text then.

    (No headline: it may be missing because it was the article's own.)
    """
    published = known.published or again.published
    return dataclasses.replace(
        known,
        id=known.id or again.id,
        published=published,
        updated=again.updated or known.updated,
        retrieved=None if published else known.retrieved or again.retrieved,
        # At a place without an address there may be several.
        topics=known.topics or again.topics if known.url else tuple(dict.fromkeys((*known.topics, *again.topics))),
        text=again.text or known.text,
        retracted=known.retracted or again.retracted,
    )


def taken_back(copy: Copy, why: Retraction) -> Copy:
    """What is left of a copy that was taken back."""
    return Copy(name=copy.name, url=copy.url, id=copy.id, text=copy.text, retracted=why)


def without_those_gone(article: Article, upstream: Article) -> Article:
    """The article of a page that a person edited, less the copies that are none any more; the others stay theirs."""
    left = {place(copy.name, copy.url) for copy in upstream.also_at}
    went = {place(copy.name, copy.url) for copy in article.also_at} - left
    gone = [copy for copy in upstream.no_longer_at if place(copy.name, copy.url) in went]
    return dataclasses.replace(
        article,
        also_at=tuple(copy for copy in article.also_at if place(copy.name, copy.url) in left),
        no_longer_at=(*article.no_longer_at, *gone),
    )


def less_title(copy: Copy, article: Article) -> Copy:
    """A copy without the headline that the article has too."""
    same = copy.title.split() == article.title.split()
    return dataclasses.replace(copy, title="") if same and copy.title else copy


def _id_from(url: str) -> str:
    return acceptance.id_from(canonical(url))
