"""What a run will do to content/, worked out before anything is touched. Pure: drafts and an archive in, a plan out.

- created: a new page or file
- updated: ours, or the blocks that are ours in a page that a person edited
- unchanged: the same bytes: left alone
- deleted: a page or file of ours that no draft asks for any more: a list, a feed, or a name that was only suggested
- kept: a person edited it: their part stays, blocks of ours around it are brought up to date
- merged: the same, and what has changed upstream since is taken in
- conflict: a draft wants what is a person's, or cannot be read, or a person and upstream changed the same: the
  person's stays

A file that is no page has no fingerprint in it: the notebook knows what we wrote. What differs is a person's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Literal

from broadsheet.archive import page, redirect_page
from broadsheet.archive.admission import Admission
from broadsheet.archive.crew import together
from broadsheet.archive.draft import AnyDraft, Block, Draft, FileDraft
from broadsheet.archive.kept_page import brought_up
from broadsheet.archive.load import Archive
from broadsheet.archive.merge import Conflict, placed
from broadsheet.archive.reconcile import Held, Reconciled, base_of
from broadsheet.markdown_text import escape_inline

Verdict = Literal["created", "updated", "unchanged", "deleted", "kept", "merged", "conflict"]


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one page or file."""

    address: str
    verdict: Verdict
    why: str = ""
    """For a person: what was kept or is in conflict, and what to do."""
    text: str | None = None
    """What the file will hold; None: it is not written."""
    blocks: bool = False
    """Whether something stands back until a person has seen to it: the run's exit status says so."""
    conflicts: Sequence[Conflict] = ()
    """What a person and upstream changed differently."""


@dataclass(frozen=True)
class Plan:
    """Every step of a run, in the order of addresses."""

    steps: Sequence[Step]
    strays: Sequence[str] = ()
    """Files that a killed run left behind: cleared away."""
    before: Sequence[Step] = ()
    """Files of ours in content/.broadsheet/ that stand before the first page is written, in this order."""
    after: Sequence[Step] = ()
    """The same, that come only once every page is in place."""
    standing: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of each page and file as it was read: what has another one when its turn comes is left alone."""

    @cached_property
    def idle(self) -> bool:
        """Whether nothing at all would be written or deleted."""
        every = (*self.before, *self.steps, *self.after)
        return not self.strays and not any(step.text is not None or step.verdict == "deleted" for step in every)


def plan(drafts: Iterable[AnyDraft], archive: Archive, admission: Admission | None = None) -> Plan:
    """The plan that makes content/ what the drafts say, as far as it is not a person's."""
    return _settled(_proposed(drafts, archive, admission), archive, admission)


def plan_together(
    outputs: Sequence[Callable[[], Iterable[AnyDraft]]], archive: Archive, admission: Admission, hands: int = 1
) -> Plan:
    """The same plan for the drafts of all outputs, in their order, made by so many processes (see `crew`)."""
    tasks = [lambda drafts=drafts: _proposed(drafts(), archive, admission) for drafts in outputs]
    return _settled(together(tasks, hands), archive, admission)


def _proposed(drafts: Iterable[AnyDraft], archive: Archive, admission: Admission | None = None) -> Iterator[Step]:
    """What each draft would do if it were the only one."""
    received: Mapping[str, str] = admission.received if admission else {}
    for draft in drafts:
        if archive.is_own(draft.address):
            yield Step(draft.address, "kept", "is a person's own file, as mkdocs.yml says (`own:`)")
        elif isinstance(draft, FileDraft):
            yield _file(draft, archive)
        else:
            known = admission.reconciled.get(draft.address) if admission else None
            yield _page(draft, archive, received.get(draft.address, ""), known)


def _settled(proposals: Iterable[Step], archive: Archive, admission: Admission | None = None) -> Plan:
    """The plan that comes of all proposals, in their order: no two want one place, nothing leaves content/."""
    ground = _Ground(archive)
    steps: dict[str, Step] = {}
    for proposal in proposals:
        address = proposal.address
        problem = "" if archive.is_own(address) else ground.problem(address)
        step = Step(address, "conflict", problem, blocks=True) if problem else proposal
        if address not in steps:
            steps[address] = step
        elif step.text != steps[address].text:
            why = "two pages want this address; rename one of the two things they are about"
            steps[address] = Step(address, "conflict", why, blocks=True)
    for held in admission.held if admission else ():
        steps[held.address] = _held(held, steps.get(held.address))
    for step in _orphans(archive, steps):
        steps[step.address] = step
    ordered = [steps[address] for address in sorted(steps)]
    return Plan(ordered, archive.strays, standing=archive.standing)


class _Ground:
    """Where pages may stand: inside content/, through no symbolic link, and on nothing of a person's."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.folders = {"": ""}
        self.known = {
            _folded(address): address for address in (*archive.pages, *archive.files, *archive.broken, *archive.others)
        }

    def problem(self, address: str) -> str:
        """Why nothing may be written at an address; empty where it may."""
        folder, slash, name = address.rpartition("/")
        folder += slash
        if folder not in self.folders:
            self.folders[folder] = self.folder_problem(folder)
        if self.folders[folder] or name in _NO_NAMES or "\\" in name or "\0" in name:
            return self.folders[folder] or _OUTSIDE
        if address in self.archive.broken:
            return "cannot be read, so it was left alone; mend it (`broadsheet check` says where)"
        if address in self.archive.others:
            return _BEHIND_LINK
        standing = self.known.setdefault(_folded(address), address)
        if standing != address:
            return f"would be the same file as {standing} where case does not count; rename {standing}"
        return ""

    def folder_problem(self, folder: str) -> str:
        """Why nothing may be written in a folder; empty where it may."""
        parts = folder.removesuffix("/").split("/")
        if "\\" in folder or "\0" in folder or any(part in _NO_NAMES for part in parts):
            return _OUTSIDE
        above = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
        return _BEHIND_LINK if any(one in self.archive.others for one in above) else ""


def _file(draft: FileDraft, archive: Archive) -> Step:
    standing = archive.files.get(draft.address)
    if standing is None:
        return Step(draft.address, "created", text=draft.text)
    begins, noted = archive.beginnings.get(draft.address, ""), archive.notebook.ledger.get(draft.address)
    if draft.mark and not begins.startswith(draft.mark):
        return Step(draft.address, "kept", "is a person's own file")
    if standing == page.digest(draft.text):
        return Step(draft.address, "unchanged")
    # An older Broadsheet noted the file without a sum, or (the first feed) not at all.
    sign = draft.sign or draft.mark
    older = not noted.sums if noted else bool(sign) and sign in begins
    if older or archive.wrote(draft.address):
        return Step(draft.address, "updated", text=draft.text)
    if noted:
        why = "was edited by a person, so it stays as it is; delete it to have it written again, or "
        why += "its first line to have it for good" if draft.mark else _OWN.format(draft.address)
        return Step(draft.address, "kept", why, blocks=True)
    why = "is a person's own file where one of ours would stand; move it, delete it to have ours, or "
    why += _OWN.format(draft.address)
    return Step(draft.address, "conflict", why, blocks=True)


def _held(held: Held, old: Step | None) -> Step:
    text = old.text if old else None
    if not held.conflicts:
        why = f"{held.why} (in {held.origin.file if held.origin else 'the input'}); {_MEND}"
        return Step(held.address, "kept", why, text, blocks=True)
    # Blocks above may have grown: lines are counted in the page as it will be.
    conflicts = [placed(text, one) for one in held.conflicts] if text else held.conflicts
    return Step(held.address, "conflict", held.why, text, blocks=True, conflicts=conflicts)


def _page(draft: Draft, archive: Archive, record: str, known: Reconciled | None) -> Step:
    old = archive.pages.get(draft.address)
    if old is None:
        return Step(draft.address, "created", text=page.render(draft, record))
    if known and not known.ours:
        return _theirs(draft, known.page, archive, standing=old)
    if known or not old.edited:
        return _ours(draft, old, record)
    named = archive.named_at(draft.address)
    if old.fingerprint is None and not named:
        why = (
            "is a person's own page where one of ours would stand; "
            "move it, or write `fingerprint: own` in its front matter to keep it there"
        )
        return Step(draft.address, "conflict", why, blocks=True)
    return _theirs(draft, old, archive)


def _ours(draft: Draft, old: page.Page, record: str) -> Step:
    text = page.render(draft, record or (old.fingerprint.record if old.fingerprint else ""), old)
    kept = [name for name, intact in old.blocks.items() if not intact]
    fresh = page.block_texts(draft)
    standing = page.standing_texts(old)
    stale = [name for name in kept if fresh.get(name, "") != standing[name]]
    same = page.digest(text) == old.digest
    if kept:
        why = f"a person edited inside {_listed(kept)}; {_OUT_OF_BLOCK}"
        return Step(draft.address, "kept", why, None if same else text, blocks=bool(stale))
    return Step(draft.address, "unchanged") if same else Step(draft.address, "updated", text=text)


def _theirs(draft: Draft, old: page.Page, archive: Archive, standing: page.Page | None = None) -> Step:
    named = archive.named_at(draft.address)
    text, stale = brought_up(draft, old, named=named, led=archive.led, base=partial(base_of, archive, old))
    if draft.front.get("template") == redirect_page.TEMPLATE:
        stale = []  # nobody gets to read it
    why = "a person edited it, so its text and front matter stay"
    if old.fingerprint is None or old.fingerprint.own:
        why = "is a person's own, so its text and front matter stay"
    if standing:
        why = "a person edited it, and what has changed upstream was taken in"
    if stale:
        why += f"; so does what was written inside {_listed(stale)}: {_OUT_OF_BLOCK}"
    same = text == (standing or old).text
    return Step(draft.address, "merged" if standing else "kept", why, None if same else text, blocks=bool(stale))


def _orphans(archive: Archive, steps: Mapping[str, Step]) -> Iterator[Step]:
    for address, old in archive.pages.items():
        if address in steps or old.fingerprint is None or old.fingerprint.own or archive.article_at(address):
            continue  # an article whose record stays out is no reason to delete what is known
        # (An entity's page in its place is ours, though a run that was killed has struck it out and not deleted it.)
        noted = address in archive.notebook.ledger or not archive.notebook.ledger
        if not (noted or _at_home(old, archive)):
            continue  # a copy that a person made, or a page that a person moved
        if old.text is None:
            # What cannot be read now may lead to it again once it is mended.
            if not archive.broken and _may_go(old, archive):
                yield Step(address, "deleted")
        elif archive.entity_at(address):
            yield _unnamed(old)
        else:
            why = "nothing leads here any more, but a person edited it; delete it if it may go"
            yield Step(address, "kept", why, _unnamed(old).text)
    for address in archive.files:
        # A feed of what is no more, in a format that is no longer asked for. (See above for what is broken.)
        known = address in archive.notebook.ledger
        if not known or address in steps or archive.broken or archive.is_own(address):
            continue
        why = "nothing asks for it any more, but a person edited it; delete it if it may go"
        yield Step(address, "deleted") if archive.wrote(address) else Step(address, "kept", why)


def _at_home(old: page.Page, archive: Archive) -> bool:
    """Whether an entity's page is where we put it, and not where a person moved or copied it."""
    known = archive.entities.get(str(old.front.get("id", "")))
    return archive.entity_at(old.address) and known is not None and known.address == old.address and not known.page


def _may_go(old: page.Page, archive: Archive) -> bool:
    """Whether a page that nobody touched says nothing but what a run found out: a list, or a name that none has now."""
    if not archive.entity_at(old.address):
        return True
    return _at_home(old, archive) and (old.front.get("status") == "suggested" or "country" in old.front)


def _unnamed(old: page.Page) -> Step:
    """A page that nothing leads to any more, as that of a refused entity: what a person wrote, without our lists."""
    empty = [Block(name, "") for name in old.blocks if name != "title"]
    if redirect_page.stands(old.front) and "title" in old.blocks:
        empty.append(Block("title", f"# {escape_inline(str(old.front.get('title', '')))}"))
    text, _ = brought_up(Draft(address=old.address, front={}, parts=tuple(empty)), old, named=True)
    return Step(old.address, "unchanged") if text == old.text else Step(old.address, "updated", text=text)


_NO_NAMES = ("", ".", "..")
_OUTSIDE = "is no address inside content/; give the article or the entity another id"
_BEHIND_LINK = "is a symbolic link, or lies behind one; put a folder or a file there instead"
_OWN = "write `own: [{}]` under `broadsheet:` in mkdocs.yml to keep it"
_MEND = "mend the page, and feed the record in again"
_OUT_OF_BLOCK = "move what should stay out of the block, and delete the rest between its markers"


def _listed(names: Sequence[str]) -> str:
    return "the block " + ", ".join(names) if len(names) == 1 else "the blocks " + ", ".join(names)


def _folded(address: str) -> str:
    return address.lower() if address.isascii() else unicodedata.normalize("NFC", address).casefold()
