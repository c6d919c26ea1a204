"""The notebook brought up to date: what a plan writes into content/.broadsheet/.

Before the pages: what was withdrawn, and the ledger without what goes and with the sums of files that come (a run
that ends in between must not take its own deletions, nor its own files, for a person's); what merges need. After the
pages: the ledger as it is then, and out with what no merge needs any more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from broadsheet.archive import notebook, page, reconcile
from broadsheet.archive.admission import Admission
from broadsheet.archive.load import Archive
from broadsheet.archive.notebook import BASES, LEDGER, UPSTREAM, WITHDRAWN, Noted
from broadsheet.archive.plan import Plan, Step
from broadsheet.model import Article, Entity


def with_books(plan: Plan, archive: Archive, admission: Admission, entities: Mapping[str, Entity]) -> Plan:
    """The plan, with what it must write down; `entities` are those that have a page then."""
    known, merges = archive.notebook, admission.reconciled
    bases = {reconcile.base_sum(one.base): one.base for one in merges.values() if one.base}
    waiting = {notebook.file_of(one.article.id): one.waiting for one in merges.values() if one.waiting}
    standing = list(_standing(plan, archive, admission, entities))
    # Lists are noted before they come and until they are gone: they may come back, and go, at any time.
    lists = (one for one in standing if not one.id)
    coming = _files(plan, archive, before=True)
    staying = {one.page: one for one in (*lists, *_staying(plan, archive), *coming)}
    files = {
        WITHDRAWN: notebook.withdrawn_text(known.withdrawn) if known.withdrawn else "",
        LEDGER: notebook.ledger_text(staying.values()),
        **{f"{BASES}{total}.md": bases[total] for total in sorted(bases)},
        **{f"{UPSTREAM}{name}": waiting[name] for name in sorted(waiting)},
    }
    there = {address: notebook.standing_text(archive.docs_dir, address) for address in files}
    ledger = notebook.ledger_text(standing)
    edited = [merges[one.address].page if one.address in merges else one for one in archive.pages.values()]
    sums = {one.fingerprint.sum for one in edited if one.edited and one.fingerprint}
    return dataclasses.replace(
        plan,
        before=[
            Step(address, "updated", text=text) if text else Step(address, "deleted")
            for address, text in files.items()
            if text != there[address]
        ],
        after=[
            *([Step(LEDGER, "updated", text=ledger)] if ledger != files[LEDGER] else ()),
            *(Step(f"{UPSTREAM}{name}", "deleted") for name in known.upstream if name not in waiting),
            *(Step(f"{BASES}{total}.md", "deleted") for total in sorted(known.bases - sums)),
        ],
    )


def _staying(plan: Plan, archive: Archive) -> Iterator[Noted]:
    """What was noted, less articles and entities that are withdrawn or deleted by this plan."""
    known = archive.notebook
    gone = {step.address for step in plan.steps if step.verdict == "deleted"}
    withdrawn = {(one.entity, one.id) for one in known.withdrawn}
    for one in known.ledger.values():
        if not (one.id and one.page in gone) and (one.entity, one.id) not in withdrawn:
            yield one
    if not known.ledger:  # once there is one, what it does not name is no longer ours to delete
        yield from (Noted(page=one) for one in sorted(gone) if not archive.entity_at(one))


def _files(plan: Plan, archive: Archive, *, before: bool) -> Iterator[Noted]:
    """The files of ours that are no pages, with their sums: once the plan is carried out, or `before` and while it is.

    Of a file that a person edited stays noted what we wrote there.
    """
    ledger = archive.notebook.ledger
    steps = {step.address: step for step in plan.steps}
    for address in sorted({*steps, *ledger}):
        if not address.endswith(".md"):
            digests = _digests(steps.get(address), archive.files.get(address), before=before)
            known = ledger.get(address)
            if digests:
                yield Noted(page=address, sums=tuple(sorted(map(notebook.sum_of, digests))))
            elif known and (address in archive.files or address in archive.others) and not _goes(steps.get(address)):
                yield known


def _digests(step: Step | None, standing: bytes | None, *, before: bool) -> AbstractSet[bytes]:
    """The digests of what is ours in a file's place: what a step leaves there; `before`, also what it finds there."""
    if step is None:
        return set()
    digests = {page.digest(step.text)} if step.text is not None else set()
    if standing and (step.verdict == "unchanged" or (before and (digests or _goes(step)))):
        digests.add(standing)
    return digests


def _goes(step: Step | None) -> bool:
    return step is not None and step.verdict == "deleted"


def _standing(plan: Plan, archive: Archive, admission: Admission, entities: Mapping[str, Entity]) -> Iterator[Noted]:
    """Every page and file of ours that stands when the plan is carried out."""
    # An entity that was refused, or that nothing names any more, has a page still.
    named = {one.address: _of_entity(one) for one in (*archive.entities.values(), *entities.values())}
    named |= {one.address: _of_article(one) for one in admission.articles}
    verdicts = {step.address: step.verdict for step in plan.steps}
    ledger, there = archive.notebook.ledger, archive.pages
    # A page in conflict stands; one that cannot be read is what it was before.
    places = {
        one for one, verdict in verdicts.items() if verdict != "deleted" and (verdict != "conflict" or one in there)
    }
    places |= {page for page in ledger if (page in there and page not in verdicts) or page in archive.broken}
    # What a person wrote to refuse a name is noted as well: its page may be unreadable tomorrow.
    places |= {one.address for one in archive.entities.values() if one.status == "rejected" and one.address in there}
    yield from _files(plan, archive, before=False)
    for address in sorted(places):
        if address.endswith(".md"):
            yield named.get(address) or ledger.get(address) or Noted(page=address)


def _of_article(one: Article) -> Noted:
    urls = [one.url, *(place.url for place in (*one.also_at, *one.no_longer_at))]
    return Noted(page=one.address, id=one.id, title=one.title, urls=tuple(dict.fromkeys(url for url in urls if url)))


def _judgements(one: Entity) -> dict[str, Any]:
    """What of an entity differs from what its names alone would say."""
    status = one.status if one.status == "rejected" or (one.judged and one.status == "suggested") else ""
    values = {
        "kind": one.kind if one.kind != "other" else "",
        "status": status,
        "not_meant": list(one.not_meant),
        "not_same_as": list(one.not_same_as),
    }
    return {key: value for key, value in values.items() if value}


def _of_entity(one: Entity) -> Noted:
    names = tuple(dict.fromkeys((*one.aliases, *(name for _, name in one.spoken))))
    return Noted(
        page=one.address,
        id=one.id,
        title=one.name,
        names=names,
        country=one.country or "",
        into=one.merged_into or "",
        said=_judgements(one),
        entity=True,
    )
