"""The register: who is known by what, while records come in.

The same article twice is one page. In this order, a record is known by

- its id: the page is updated
- its canonical URL: the page is updated, and keeps its id
- an `also_at` of a page: a copy that was folded before; at most, it tells what was not known of it. With another text
  it is one no longer, and becomes a page of its own
- its text, once all versions are in: the page stays as it is, and remembers the other place in `also_at`

Of two versions the later one counts (see `acceptance.newer`), whichever comes first; what it does not say is
taken from the other. The same records in again change nothing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from broadsheet.archive import acceptance, correction, known_copies, reconcile, refusal
from broadsheet.archive.admission import TOLD, Folded, Version
from broadsheet.archive.known_copies import Known
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
        self.by_copy: dict[str, Known] = {}
        """By id and by canonical URL."""
        self.copies: dict[str, str] = {}
        self.aliases: dict[str, str] = {}
        self.into: dict[str, str] = {}
        self.stated: dict[str, str] = {}
        """By id: another one that a record of it states, so that a copy is known by it."""
        self.turn: dict[str, int] = {}
        self.places: dict[str, list[Source]] = defaultdict(list)
        self.again: dict[Known, dict[str, Record]] = defaultdict(dict)
        """By copy: the different records of it that came again, by their digests."""
        self.digests: dict[str, str] = {}
        self.counted: dict[str, Article] = {}
        """By id: the version that counts, as it came."""
        self.came: dict[str, tuple[Article, bool]] = {}
        """By id: the version of this run that counts, as it came, else the first; and whether it does."""
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
        for copy in known_copies.known_copies(archive.articles):
            for key in copy.known_by():
                self.by_copy.setdefault(key, copy)
        self.by_url.pop("", None)

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
        copy = self.known_copy(own_id, url, record)
        if copy:
            self.see_again(copy, own_id, record)
            return
        known, why = self.known(own_id, url)
        other = self.resolved(self.by_url.get(url, known))
        again, incoming = known in self.digests, acceptance.article(record)
        if other != known and other in self.articles and known in self.articles:
            known = self.one(known, other)
        counts = self.update(known, record, incoming)
        if again:
            self.fold_version(known, incoming, why, counts=counts)
        if counts or known not in self.came:
            self.came[known] = incoming, counts
        self.touched[known] = None
        self.turn[known] = len(self.turn) + self.folds
        place = Source(name=record.source.name if record.source else "", url=record.url)
        if place not in self.places[known]:  # the same place, a thousand times over, is one
            self.places[known].append(place)
        self.aliases[own_id] = known
        if url:
            self.by_url.setdefault(url, known)

    def known_copy(self, own_id: str, url: str, record: Record) -> Known | None:
        """The known copy that this is; None for one that is an article's, or new."""
        if own_id in self.articles or own_id in self.aliases or url in self.by_url:
            return None
        copy = self.by_copy.get(own_id)
        return self.by_copy.get(url) or (copy if copy and copy.is_of(record) else None)

    def known(self, own_id: str, url: str) -> tuple[str, str]:
        """The id of the article that this is, and by what it is known: nothing, for one that is new."""
        if own_id in self.articles:
            return own_id, "same id"
        if own_id in self.aliases:
            return self.resolved(self.aliases[own_id]), "same id"
        return (self.resolved(self.by_url[url]), "same URL") if url in self.by_url else (own_id, "")

    def one(self, by_id: str, by_url: str) -> str:
        """The id of what two articles become when a record has the id of one and the URL of the other.

        Pages that are there already stay two.
        """
        fresh, stays = (by_url, by_id) if by_id in self.archive.articles else (by_id, by_url)
        if fresh in self.archive.articles:
            return by_id
        gone, current = self.articles.pop(fresh), self.articles[stays]
        digest, (came, _) = self.digests.pop(fresh), self.came.pop(fresh)
        if self.turn[fresh] < self.turn.get(stays, -1):
            # As if they had been one from the start: what came later counts.
            self.articles[stays] = dataclasses.replace(gone, id=stays, address=current.address)
            digest, self.digests[stays] = self.digests[stays], digest
            (came, _), self.came[stays] = self.came[stays], (came, True)
            gone = current
        counts = self.admit_version(stays, gone, digest)
        del self.touched[fresh]
        self.places[stays] += self.places.pop(fresh)
        self.into[fresh] = stays
        self.aliases[fresh] = stays
        self.stated.setdefault(stays, fresh)
        self.fold_version(stays, came, "same URL", counts=counts)
        if counts or stays not in self.came:
            self.came[stays] = came, counts
        return stays

    def see_again(self, copy: Known, own_id: str, record: Record) -> None:
        """Keeps a record of a known copy until all are in; what has the same id is the same copy."""
        self.by_copy.setdefault(own_id, copy)
        seen, digest = self.again[copy], acceptance.record_digest(record)
        before = seen.get(digest)
        if before:  # the same, a thousand times over, is one
            self.fold(copy.article, acceptance.origin(record), "a known copy")
        if before is None or acceptance.newer(acceptance.article(record), acceptance.article(before)):
            seen.pop(digest, None)
            seen[digest] = record

    def fold(self, known: str, origin: Origin | None, why: str, stands: Version | None = None) -> None:
        """Counts a record that is no page of its own, and tells of the first of them."""
        self.folds += 1
        if self.folds <= TOLD:
            self.folded.append(Folded(known, origin, why, stands))

    def fold_version(self, known: str, incoming: Article, why: str, *, counts: bool) -> None:
        """Counts a version of an article that has come in this run before, and tells whose text is dropped, if any."""
        before, counted = self.came.get(known, (incoming, False))
        stands, gone = (incoming, before) if counts else (before, incoming)
        # (Where neither does, the archive has a later one.)
        instead = _in_place_of(gone, stands) if counts or counted else None
        self.fold(known, gone.origin if instead else incoming.origin, why, instead)

    def resolved(self, known: str) -> str:
        """The article that another one was folded into, or it itself."""
        while known in self.into:
            known = self.into[known]
        return known

    def update(self, known: str, record: Record, incoming: Article) -> bool:
        """Lets a version of an article in, unless the known one is later; says whether it counts."""
        digest = acceptance.record_digest(record)
        waits = self.waiting.get(known)
        if waits and not acceptance.newer(incoming, waits[0]):
            return False  # what waits for a person is later
        if waits or digest != self.recorded(known):
            return self.admit_version(known, incoming, digest)
        if not acceptance.newer(incoming, self.counted.get(known, incoming)):
            return False
        # The record that the page was made from: what a person or a copy added since stays.
        self.articles[known] = self.archive.articles[known]
        self.digests[known] = digest
        return True

    def admit_version(self, known: str, incoming: Article, digest: str) -> bool:
        """Makes one article of a version and the one that is known, if any; says whether the version counts."""
        current = self.articles.setdefault(known, incoming)
        back = current.retracted
        if back and not correction.outlives(incoming, back):
            # Whatever comes of a version from before the retraction: at most, it knows a later title.
            self.digests.setdefault(known, self.recorded(known))
            if incoming.updated and current.updated and acceptance.is_after(incoming.updated, current.updated):
                self.articles[known] = correction.tombstone(acceptance.merged(incoming, current, current), back)
                self.digests[known] = digest
            return False
        if back or acceptance.newer(incoming, current):
            self.counted[known] = incoming
            self.articles[known] = acceptance.merged(incoming, current, current)
            self.digests[known] = digest
            return True
        self.articles[known] = acceptance.merged(current, incoming, current)
        self.digests.setdefault(known, self.recorded(known))
        return False

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
        copy = self.known_copy(own_id, url, record)
        folded = self.aliases.get(own_id) or self.by_url.get(url) or ""
        while folded in self.into and folded not in self.copies:
            folded = self.into[folded]
        if copy or folded in self.copies:
            self.take_back_copy(copy.article if copy else self.resolved(folded), {own_id, folded}, record)
            return None
        known, _ = self.known(own_id, url)
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

    def take_back_copy(self, known: str, ids: AbstractSet[str], record: Record) -> None:
        """Takes a copy from the article whose text it has, unless it was changed since."""
        url, why, current = acceptance.canonical(record.url), "a known copy", self.articles[known]
        standing: list[Copy] = []
        gone: list[Copy] = []
        for copy in (*current.also_at, *current.no_longer_at):
            retraction, its_url = correction.copy_retraction(record, copy, self.today), acceptance.canonical(copy.url)
            meant = its_url == url if url and its_url else known_copies.id_of(copy) in ids
            if meant and not correction.outlives(copy, retraction):
                gone.append(known_copies.taken_back(copy, retraction))
            elif copy in current.no_longer_at:
                gone.append(copy)
            else:
                standing.append(copy)
                why = "taken back before it was last changed" if meant else why
        self.put(known, standing, gone)
        self.fold(known, acceptance.origin(record), why)

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

    def look_again(self) -> None:
        """Sees what became of known copies that came again: most are the same, and some are copies no longer."""
        stay: dict[str, dict[Copy, Copy]] = defaultdict(dict)
        for known, seen in self.again.items():
            records = list(seen.values())
            versions = list(map(acceptance.article, records))
            latest = functools.reduce(_later, versions)
            texts = (self.archive.articles[known.article], self.articles[known.article])
            if known_copies.parts(known, latest, *texts):
                self.part(known, latest, records)
                continue
            told, why = known_copies.again(known, latest, *texts)
            stay[known.article] |= told
            stands = next(one for one in reversed(versions) if one.body == latest.body)
            for version in versions:
                self.fold(known.article, version.origin, why, _in_place_of(version, stands))
        for article, told in stay.items():
            current = self.articles[article]
            standing = [
                *(known_copies.completed(one, told.get(one, one)) for one in current.also_at),
                *(known_copies.completed(told[one], one) for one in current.no_longer_at if one in told),
            ]
            gone = [one for one in current.no_longer_at if one not in told]
            self.put(article, (known_copies.less_title(one, current) for one in standing), gone)

    def part(self, known: Known, latest: Article, records: Sequence[Record]) -> None:
        """Makes an article of a copy whose text is another now."""
        current, copies = self.articles[known.article], known.open_to(latest)
        also_at, gone = (
            [one for one in lines if one not in copies] for lines in (current.also_at, current.no_longer_at)
        )
        self.put(known.article, also_at, gone)
        for key in (*known.known_by(), *map(acceptance.own_id, records)):
            if self.by_copy.get(key) == known:
                del self.by_copy[key]
        for record in records:
            self.take(record)
        back = next((copy.retracted for copy in copies if copy.retracted), None)
        if back:
            own, _ = self.known(acceptance.own_id(records[0]), acceptance.canonical(records[0].url))
            self.articles[own] = correction.restored(self.articles[own], back, self.today)

    def fold_copies(self) -> None:
        """Folds each new article whose text is known into the article that has it."""
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
                copies = (known_copies.copy_of(article, place) for place in self.places[known])
                stated = self.stated.get(known, "")
                self.remember(first, [dataclasses.replace(copy, id=copy.id or stated) for copy in copies])
                self.fold(first, article.origin, "same text")
                del self.articles[known], self.digests[known], self.touched[known]

    def remember(self, known: str, copies: Sequence[Copy]) -> None:
        """Keeps copies with the article whose text they have; of one that nobody knows a place of, the topics."""
        current, place = self.articles[known], known_copies.place
        topics = [topic for copy in copies if not place(copy.name, copy.url) for topic in copy.topics]
        self.articles[known] = dataclasses.replace(current, topics=tuple(dict.fromkeys((*current.topics, *topics))))
        also_at = {place(at.name, at.url): at for at in current.also_at}
        there = {place(at.name, at.url) for at in current.no_longer_at} | {place(current.source, current.url), ""}
        for copy in copies:
            where = place(copy.name, copy.url)
            if where not in there:
                also_at[where] = known_copies.completed(also_at[where], copy) if where in also_at else copy
        self.put(known, (known_copies.less_title(copy, current) for copy in also_at.values()), current.no_longer_at)
        self.touched[known] = None

    def put(self, known: str, also_at: Iterable[Copy], no_longer_at: Iterable[Copy]) -> None:
        """Puts copies into an article in place of those that it has."""
        current = self.articles[known]
        self.articles[known] = dataclasses.replace(current, also_at=tuple(also_at), no_longer_at=tuple(no_longer_at))
        if self.articles[known] != current:
            self.touched[known] = None


def _in_place_of(gone: Article, stands: Article) -> Version | None:
    """The version whose text stands in place of another's; None where the two have one text."""
    if gone.body == stands.body or acceptance.same_text(gone) == acceptance.same_text(stands):
        return None
    return Version(stands.origin, acceptance.are_dated(gone, stands))


def _later(one: Article, other: Article) -> Article:
    later, earlier = (other, one) if acceptance.newer(other, one) else (one, other)
    return acceptance.merged(later, earlier, one)
