"""Records taken into the archive: each gets an id and an address, and what is there already is known again.

    records ─► register ─► retractions ─► what waits for a person ─► hand edits ─► history ─► addresses

What takes an article back (`retracted`) is heeded when all versions are in, so that their order does not matter. A page
that a person edited stays theirs, with what changed upstream merged in (see `reconcile`). What a known article changed
into is written into its history last of all (see `correction`).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from broadsheet import addresses
from broadsheet.archive import acceptance, correction, known_copies, reconcile, refusal
from broadsheet.archive.admission import Admission
from broadsheet.archive.load import Archive
from broadsheet.archive.merge import Side
from broadsheet.archive.reconcile import Held
from broadsheet.archive.register import Register
from broadsheet.config import today as day_of_the_run
from broadsheet.edition import newest_first
from broadsheet.errors import Rejection
from broadsheet.model import NOTHING, Record


def admit(
    archive: Archive,
    records: Iterable[Record],
    settled: Mapping[str, Side] = NOTHING,
    *,
    today: dt.date | None = None,
    refuse: Callable[[Rejection], None] | None = None,
) -> Admission:
    """The archive's articles and those that the records bring, taken in one at a time.

    `settled` says, by address, whose version stands where a person and upstream changed the same; `today` dates what
    is said to have changed or been taken back without a day. A record that is refused goes to `refuse` at once, where
    there is one, else among `Admission.rejections`.
    """
    register = Register(archive, settled, today or day_of_the_run())
    retractions: list[Record] = []
    rejections: list[Rejection] = []
    refuse = refuse or rejections.append
    first: dict[str, Record] = {}
    for record in records:
        if record.retracted:
            retractions.append(record)
            continue
        known = first.setdefault(record.id, acceptance.outline(record)) if record.id else record
        standing = archive.articles.get(record.id or "")
        if standing and acceptance.is_of_another_outlet(standing, record):
            refuse(refusal.other_id(record, standing.title))
        elif acceptance.are_versions(known, record):
            register.take(record)
        else:
            refuse(refusal.other_id(record, known.title))
    register.look_again()
    register.fold_copies()
    for record in correction.retractions_in_order(retractions):
        problem = register.take_back(record)
        if problem:
            refuse(problem)
    for step in (_take_up_what_waits, _keep_first_days, _reconcile_hand_edits, _write_history, _place):
        step(register)
    return dataclasses.replace(_admission(register), rejections=rejections)


def _take_up_what_waits(register: Register) -> None:
    """Takes up what upstream said before and waits for a person, unless it has said something else now."""
    for known, (upstream, digest) in register.waiting.items():
        if known not in register.digests and digest != register.recorded(known):
            register.articles[known], register.digests[known] = upstream, digest
            register.touched[known] = None


def _keep_first_days(register: Register) -> None:
    """Keeps the days of publication that are known."""
    for known in register.touched:
        before, after = register.archive.articles.get(known), register.articles.get(known)
        if before and after:
            register.articles[known] = correction.as_first_published(before, after)


def _reconcile_hand_edits(register: Register) -> None:
    """Gives pages that a person edited back to them, with what has changed upstream since."""
    for known in register.touched:
        article = register.archive.articles.get(known)
        if article is None or not register.archive.pages[article.address].edited:
            continue
        upstream, register.articles[known] = register.articles[known], article
        before, digest = register.recorded(known), register.digests.get(known, "")
        said = register.archive.pages[article.address].fingerprint
        own = said is not None and said.own
        if own or not digest or (digest == before and known not in register.waiting):
            register.articles[known] = article if own else known_copies.without_those_gone(article, upstream)
            continue
        found = reconcile.reconciled(register.archive, upstream, digest, register.settled.get(article.address))
        register.articles[known], register.reconciled[article.address] = found.article, found
        if found.held:
            register.held[article.address] = found.held
            del register.digests[known]


def _write_history(register: Register) -> None:
    """Writes into the history of each article that was there what has changed in it."""
    for known in register.touched:
        before, after = register.archive.articles.get(known), register.articles.get(known)
        if before and after and after is not before:
            register.articles[known] = correction.corrected(before, after, register.today)


def _place(register: Register) -> None:
    """Gives each new article an address that nothing else has, on any file system."""
    archive = register.archive
    gone = [one.page for one in archive.notebook.withdrawn]  # what a person deleted may come back
    places = (*archive.pages, *archive.broken, *archive.files, *archive.others, *gone)
    taken = {name.casefold() for name in places}
    unread = {address.casefold(): address for address, salvaged in archive.broken.items() if not salvaged}
    used: Counter[str] = Counter()
    for known in [known for known in register.touched if not register.articles[known].address]:
        article = register.articles[known]
        name = addresses.slug(article.title, known)
        address = addresses.article(article.day, name)
        if address in unread:
            why = "a page that cannot be read is in its place"
            register.held[unread[address]] = Held(known, unread[address], article.origin, why)
            del register.articles[known]
            continue
        first = address
        while address in taken:
            used[first] += 1
            address = addresses.article(article.day, f"{name}-{used[first] + 1}")
        taken.add(address)
        register.articles[known] = dataclasses.replace(article, address=address)


def _admission(register: Register) -> Admission:
    """What came of it."""
    before = register.archive.articles
    changed = [known for known in register.touched if known in before and register.articles[known] != before[known]]
    return Admission(
        articles=sorted(register.articles.values(), key=newest_first),
        new=[known for known in register.touched if known in register.articles and known not in before],
        changed=changed,
        corrected={
            register.articles[known].address: lines
            for known in changed
            if (lines := [one for one in register.articles[known].history if one not in before[known].history])
        },
        retracted={
            article.address: article.retracted.reason
            for known in register.touched
            if (article := register.articles.get(known))
            and article.retracted
            and not (known in before and before[known].retracted)
        },
        folded=[dataclasses.replace(one, id=register.resolved(one.id)) for one in register.folded],
        folds=register.folds,
        held=list(register.held.values()),
        withdrawn=register.withdrawn,
        reconciled=register.reconciled,
        received={
            register.articles[known].address: digest
            for known, digest in register.digests.items()
            if digest and known in register.articles
        },
    )
