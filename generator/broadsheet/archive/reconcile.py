"""A page that a person edited, and a record that has changed since: what becomes of both.

The base is the page as it was last generated: kept in the notebook for pages that were merged before, else looked
for in git by its fingerprint. Where there is none, or where both changed the same thing, the person's text stays,
and what upstream says waits in the notebook until it is settled (`broadsheet resolve`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.archive import article_page, fingerprint, front_matter, history, notebook, page
from broadsheet.archive.draft import Draft
from broadsheet.archive.load import Archive
from broadsheet.archive.merge import Conflict, Side, differences, merged
from broadsheet.archive.page import Page
from broadsheet.model import Article, Origin


@dataclass(frozen=True, slots=True)
class Held:
    """A record that would have changed a page and did not, or not wholly."""

    id: str
    address: str
    """The page that stays as it is."""
    origin: Origin | None
    why: str
    conflicts: Sequence[Conflict] = ()
    """What a person has to settle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What becomes of a page that a person edited and of the article on it."""

    article: Article
    page: Page
    """With what was merged into it; its text is not yet written."""
    ours: bool = False
    """Whether nothing of a person's is left in its text: it is generated again."""
    base: str = ""
    """The base of the next merge, to be remembered; empty where nothing is taken in."""
    waiting: str = ""
    """What upstream says and waits for a person."""
    held: Held | None = None


def reconciled(archive: Archive, upstream: Article, digest: str, side: Side | None = None) -> Reconciled:
    """What becomes of the page of `upstream` (its new version, with the digest of its record).

    `side` settles what is in conflict.
    """
    address = archive.articles[upstream.id].address
    standing = archive.pages[address]
    theirs = as_generated(upstream, digest)
    mine, base = standing.text or "", base_of(archive, standing)
    why = "a person and upstream changed the same"
    if base is not None:
        merge = merged(base, mine, theirs, side)
    else:
        # Taken for the base, upstream's version changes nothing, and the person's own takes over all of upstream's.
        merge = merged(mine if side == "theirs" else theirs, mine, theirs, side)
        # Where the two differ in nothing, it is taken in.
        told = differences(mine, theirs) if side is None else ()
        if told:
            why = (
                "a person edited it, the record has changed since, and no commit holds the page as it was generated "
                "(it was never committed, or the clone is shallow)"
            )
            merge = dataclasses.replace(merge, text=mine, conflicts=told, base="", alike=False)
    held = Held(upstream.id, address, upstream.origin, why, merge.conflicts)
    if merge.alike:
        return Reconciled(article=upstream, page=standing, ours=True)
    found, _, unlinked = page.read(address, merge.text)
    article = article_page.read(found.front, unlinked, address)
    before = archive.articles[upstream.id]
    return Reconciled(
        article=dataclasses.replace(article, unnamed=before.unnamed, listed=before.listed),
        page=found,
        base=merge.base,
        waiting=theirs if merge.conflicts else "",
        held=held if merge.conflicts else None,
    )


def as_generated(article: Article, digest: str) -> str:
    """The page of an article without links, names and blocks: what of it a merge compares."""
    return page.render(
        Draft(address=article.address, front=article_page.front(article, ()), parts=(article.body,)), digest
    )


def waiting(archive: Archive) -> Iterator[tuple[Article, str]]:
    """What upstream said of articles before and no person has settled yet, with the digests of its records."""
    for text in archive.notebook.upstream.values():
        try:
            found, _, unlinked = page.read("", text)
        except front_matter.FrontMatterError:
            continue  # two branches merged badly: the record will come again
        known = archive.articles.get(str(found.front.get("id", "")))
        standing = archive.pages.get(known.address) if known else None
        if known and standing and found.fingerprint:
            yield article_page.read(found.front, unlinked, known.address), found.fingerprint.record


def base_of(archive: Archive, standing: Page) -> str | None:
    """The page as it was last generated; None where nothing holds it."""
    said = standing.fingerprint
    if said is None or said.own:
        return None
    kept = notebook.base_text(archive.docs_dir, said.sum)
    candidates = iter([kept]) if kept else history.versions(archive.docs_dir, standing.address, said.sum)
    for text in candidates:
        try:
            found, _, _ = page.read(standing.address, text)
        except front_matter.FrontMatterError:
            continue
        if found.fingerprint and found.fingerprint.sum == said.sum and not found.edited:
            return text
    return None


def base_sum(base: str) -> str:
    """The sum by which a base is known again."""
    said = fingerprint.read(front_matter.read(base)[0].get("fingerprint"))
    return said.sum if said else ""
