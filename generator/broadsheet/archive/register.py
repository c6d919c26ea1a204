"""The register: who is known by what, while records come in.

The same article twice is one page. In this order, a record is known by

- its id: the page is updated
- its canonical URL: the page is updated, and keeps its id
- an `also_at` of a page: a copy that was folded before; at most, it tells what was not known of it
- its text, once all versions are in: the page stays as it is, and remembers the other place in `also_at`

Of two versions the later one counts (see `acceptance.newer`), whichever comes first; what it does not say is
taken from the other. The same records in again change nothing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from broadsheet.archive import acceptance, correction, reconcile, refusal
from broadsheet.archive.admission import TOLD, Folded
from broadsheet.archive.load import Archive
from broadsheet.archive.merge import Side
from broadsheet.archive.reconcile import Held, Reconciled
from broadsheet.errors import Rejection
from broadsheet.model import Article, Copy, Origin, Record, Source


class Register:
    """Articles by all that they are known by. Each record costs the same, however many are known."""

    def __init__(self, archive: Archive, settled: Mapping[str, Side], today: dt.date) -> None:
        self.archive = archive
        self.settled = settled
        self.today = today
        self.articles: dict[str, Article] = dict(archive.articles)
        self.reserved = {salvaged: address for address, salvaged in archive.broken.items() if salvaged}
        self.by_url: dict[str, str] = {}
        self.by_copy: dict[str, str] = {}
        self.copies: dict[str, str] = {}
        self.aliases: dict[str, str] = {}
        self.into: dict[str, str] = {}
        self.turn: dict[str, int] = {}
        self.places: dict[str, list[Source]] = defaultdict(list)
        self.again: dict[str, dict[str, Article]] = defaultdict(dict)
        """By id: known copies of it that came again, by place."""
        self.digests: dict[str, str] = {}
        self.counted: dict[str, Article] = {}
        """By id: the version that counts, as it came."""
        self.touched: dict[str, None] = {}
        self.folded: list[Folded] = []
        self.folds = 0
        self.held: dict[str, Held] = {}
        self.reconciled: dict[str, Reconciled] = {}
        self.withdrawn: list[Folded] = []
        self.waiting = {article.id: (article, digest) for article, digest in reconcile.waiting(archive)}
        """By id: what upstream said and no person has settled yet, with the digests of its records."""
        out = [one for one in archive.notebook.withdrawn if not one.entity]
        self.out = {one.id: one.id for one in out}
        self.out_by_url = {acceptance.canonical(url): one.id for one in out for url in one.urls}
        for known, article in archive.articles.items():
            self.by_url.setdefault(acceptance.canonical(article.url), known)
            for place in article.also_at:
                self.by_copy.setdefault(acceptance.canonical(place.url), known)
        self.by_url.pop("", None)
        self.by_copy.pop("", None)

    def take(self, record: Record) -> None:
        """Takes one record in."""
        own_id, url, origin = acceptance.own_id(record), acceptance.canonical(record.url), acceptance.origin(record)
        if own_id in self.reserved:
            address, why = self.reserved[own_id], "its page cannot be read"
            self.held[address] = Held(own_id, address, origin, why)
            return
        gone = self.out.get(own_id) or self.out_by_url.get(url)
        if gone and own_id not in self.articles:
            self.withdrawn.append(Folded(gone, origin, "a person deleted its page"))
            return
        known, why = self.known(own_id, url)
        if why == "a known copy":
            self.copies[own_id] = known
            self.see_again(known, acceptance.article(record))
            self.fold(known, origin, why)
            return
        other = self.resolved(self.by_url.get(url, known))
        if known in self.digests:
            self.fold(known, origin, why)
        if other != known and other in self.articles and known in self.articles:
            known = self.one(known, other)
        self.update(known, record)
        self.touched[known] = None
        self.turn[known] = len(self.turn) + self.folds
        place = Source(name=record.source.name if record.source else "", url=record.url)
        if place not in self.places[known]:  # the same place, a thousand times over, is one
            self.places[known].append(place)
        self.aliases[own_id] = known
        if url:
            self.by_url.setdefault(url, known)

    def known(self, own_id: str, url: str) -> tuple[str, str]:
        """The id of the article that this is, and by what it is known: nothing, for one that is new."""
        if own_id in self.articles:
            return own_id, "same id"
        if own_id in self.aliases:
            return self.resolved(self.aliases[own_id]), "same id"
        if own_id in self.copies:
            return self.copies[own_id], "a known copy"
        if url in self.by_url:
            return self.resolved(self.by_url[url]), "same URL"
        return (self.by_copy[url], "a known copy") if url in self.by_copy else (own_id, "")

    def one(self, by_id: str, by_url: str) -> str:
        """The id of what two articles become when a record has the id of one and the URL of the other.

        Pages that are there already stay two.
        """
        fresh, stays = (by_url, by_id) if by_id in self.archive.articles else (by_id, by_url)
        if fresh in self.archive.articles:
            return by_id
        gone, current = self.articles.pop(fresh), self.articles[stays]
        digest = self.digests.pop(fresh)
        if self.turn[fresh] < self.turn.get(stays, -1):
            # As if they had been one from the start: what came later counts.
            self.articles[stays] = dataclasses.replace(gone, id=stays, address=current.address)
            digest, self.digests[stays] = self.digests[stays], digest
            gone = current
        self.admit_version(stays, gone, digest)
        del self.touched[fresh]
        self.places[stays] += self.places.pop(fresh)
        self.into[fresh] = stays
        self.aliases[fresh] = stays
        self.fold(stays, gone.origin, "same URL")
        return stays

    def see_again(self, known: str, copy: Article) -> None:
        """Keeps what a known copy says of itself; of two versions the later one counts."""
        seen, place = self.again[self.resolved(known)], _place(copy.source, copy.url)
        before = seen.setdefault(place, copy)
        later, earlier = (copy, before) if acceptance.newer(copy, before) else (before, copy)
        seen[place] = acceptance.merged(later, earlier, before)

    def fold(self, known: str, origin: Origin | None, why: str) -> None:
        """Counts a record that is no page of its own, and tells of the first of them."""
        self.folds += 1
        if self.folds <= TOLD:
            self.folded.append(Folded(known, origin, why))

    def resolved(self, known: str) -> str:
        """The article that another one was folded into, or it itself."""
        while known in self.into:
            known = self.into[known]
        return known

    def update(self, known: str, record: Record) -> None:
        """Lets a version of an article in, unless the known one is later."""
        digest, incoming = acceptance.record_digest(record), acceptance.article(record)
        waits = self.waiting.get(known)
        if waits and not acceptance.newer(incoming, waits[0]):
            return  # what waits for a person is later
        if waits or digest != self.recorded(known):
            self.admit_version(known, incoming, digest)
        elif acceptance.newer(incoming, self.counted.get(known, incoming)):
            # The record that the page was made from: what a person or a copy added since stays.
            self.articles[known] = self.archive.articles[known]
            self.digests[known] = digest

    def admit_version(self, known: str, incoming: Article, digest: str) -> None:
        """Makes one article of a version and the one that is known, if any."""
        current = self.articles.setdefault(known, incoming)
        back = current.retracted
        if back and not correction.outlives(incoming, back):
            # Whatever comes of a version from before the retraction: at most, it knows a later title.
            self.digests.setdefault(known, self.recorded(known))
            if incoming.updated and current.updated and acceptance.is_after(incoming.updated, current.updated):
                self.articles[known] = correction.tombstone(acceptance.merged(incoming, current, current), back)
                self.digests[known] = digest
        elif back or acceptance.newer(incoming, current):
            self.counted[known] = incoming
            self.articles[known] = acceptance.merged(incoming, current, current)
            self.digests[known] = digest
        else:
            self.articles[known] = acceptance.merged(current, incoming, current)
            self.digests.setdefault(known, self.recorded(known))

    def take_back(self, record: Record) -> Rejection | None:
        """Takes an article back, unless it was changed since; what takes back a copy takes it from its article."""
        own_id, url, origin = acceptance.own_id(record), acceptance.canonical(record.url), acceptance.origin(record)
        if own_id in self.reserved:
            address, why = self.reserved[own_id], "its page cannot be read"
            self.held[address] = Held(own_id, address, origin, why)
            return None
        gone = self.out.get(own_id) or self.out_by_url.get(url)
        if gone and own_id not in self.articles:
            self.withdrawn.append(Folded(gone, origin, "a person deleted its page"))
            return None
        known, why = self.known(own_id, url)
        if why == "a known copy" or self.aliases.get(own_id) in self.copies or self.by_url.get(url) in self.copies:
            self.forget(known, _place(record.source.name if record.source else "", record.url))
            self.fold(known, origin, "a known copy")
            return None
        article = self.articles.get(known)
        if article is None and not record.title:
            return refusal.unknown(record)
        if article and acceptance.is_of_another_outlet(article, record):
            return refusal.other_id(record, article.title)
        self.bury(known, record, article)
        self.aliases[own_id] = known
        if url:
            self.by_url.setdefault(url, known)
        return None

    def bury(self, known: str, record: Record, article: Article | None) -> None:
        """Leaves of an article what is left of one that was taken back, if there is no later version of it."""
        current = article or acceptance.article(record)
        retraction = correction.retraction(record, current, self.today)
        versions = (current, self.archive.articles.get(known, current)) if article else ()
        if any(one.retracted is None and correction.outlives(one, retraction) for one in versions):
            self.fold(known, acceptance.origin(record), "taken back before it was last changed")
            return
        self.touched[known] = None
        self.articles[known] = correction.taken_back(record, current, retraction)
        if self.articles[known] != article:
            self.digests[known] = acceptance.record_digest(record)
        else:
            self.digests.setdefault(known, self.recorded(known))

    def recorded(self, known: str) -> str:
        """The digest of the record that the page of an article was last made from; empty if there is none."""
        article = self.archive.articles.get(known)
        page = self.archive.pages.get(article.address) if article else None
        return page.fingerprint.record if page and page.fingerprint else ""

    def fold_copies(self) -> None:
        """Folds each new article whose text is known into the article that has it, and each known copy once more."""
        for known, seen in self.again.items():
            self.remember(known, [_copy(copy) for copy in seen.values()], more=False)
        fresh = [known for known in self.touched if known not in self.archive.articles]
        if not fresh:
            return
        by_text: dict[str, str] = {}
        for known, article in self.archive.articles.items():
            # The text that a person may have edited, and the one that came in for it now.
            by_text.setdefault(acceptance.same_text(article), known)
            if known in self.touched:
                by_text.setdefault(acceptance.same_text(self.articles[known]), known)
        for known in fresh:
            article = self.articles[known]
            first = by_text.setdefault(acceptance.same_text(article), known)
            if first != known:
                self.into[known] = self.copies[known] = first
                self.remember(first, [_copy(article, place) for place in self.places[known]])
                self.fold(first, article.origin, "same text")
                del self.articles[known], self.digests[known], self.touched[known]

    def remember(self, known: str, copies: Sequence[Copy], *, more: bool = True) -> None:
        """Keeps copies with the article whose text they have; of known ones, what was not known.

        Unless there may be `more`, those that are not known are passed over.
        """
        current = self.articles[known]
        told = {_place(copy.name, copy.url): copy for copy in copies}
        also_at = [_completed(at, told.get(_place(at.name, at.url), at)) for at in current.also_at]
        if more:
            there = {_place(current.source, current.url), *(_place(at.name, at.url) for at in also_at), ""}
            also_at += [copy for place, copy in told.items() if place not in there]
        own = tuple(_less_title(copy, current) for copy in also_at)
        if own != current.also_at:
            self.articles[known] = dataclasses.replace(current, also_at=own)
        if more or own != current.also_at:
            self.touched[known] = None

    def forget(self, known: str, place: str) -> None:
        """Takes the place of a copy from the article whose text it has."""
        current = self.articles[known]
        left = tuple(at for at in current.also_at if _place(at.name, at.url) != place)
        if left != current.also_at:
            self.articles[known] = dataclasses.replace(current, also_at=left)
            self.touched[known] = None


def _place(outlet: str, url: str | None) -> str:
    """What tells one place of publication from another."""
    return acceptance.canonical(url) or outlet.casefold()


def _copy(article: Article, place: Source | None = None) -> Copy:
    """An article as a copy of another; `place` is where it stood before, if elsewhere."""
    return Copy(
        name=place.name if place else article.source,
        url=place.url if place else article.url,
        title=article.title,
        published=article.published,
        retrieved=None if article.published else article.retrieved,
        topics=article.topics,
    )


def _completed(known: Copy, again: Copy) -> Copy:
    """A copy with the date and the topics that it did not have: what is known of it stays.

    (No headline: it may be missing because it was the article's own.)
    """
    published = known.published or again.published
    return dataclasses.replace(
        known,
        published=published,
        retrieved=None if published else known.retrieved or again.retrieved,
        topics=known.topics or again.topics,
    )


def _less_title(copy: Copy, article: Article) -> Copy:
    """A copy without the headline that the article has too."""
    same = copy.title.split() == article.title.split()
    return dataclasses.replace(copy, title="") if same and copy.title else copy
