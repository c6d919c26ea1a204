"""All that `broadsheet check` and the MkDocs plugin look at: what is wrong in content/, and what is out of date."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from broadsheet.archive import Finding, Step, lock, mending
from broadsheet.archive.check import Memory, check
from broadsheet.config import Config
from broadsheet.errors import BroadsheetError, UsageError


def verify(
    config: Config,
    memory: Memory | None = None,
    *,
    stale: bool = True,
    links: bool = True,
    asked: Collection[str] | None = None,
) -> list[Finding]:
    """What a person should know of content/, in the order of files and lines.

    `stale`: whether to work out which pages a refresh would write anew, which takes as long as `generate`. `links`
    and `asked` are `check`'s.

    Raises:
        ArchiveError: content/ cannot be read.
    """
    shown = shown_folder(config)
    found = check(config.docs_dir, memory, links=links, engine=config.engine, shown=shown, asked=asked)
    # Where a page cannot be read, much else seems out of date: then the page is what matters.
    if stale and not any(one.level == "error" and one.about in ("page", "front matter") for one in found):
        found += [one for one in out_of_date(config) if asked is None or one.file.removeprefix(shown + "/") in asked]
    if asked is None and config.feeds and not config.site_url:
        what = "says no `site_url`, so there are no feeds: their links would lead nowhere"
        remedy = "write where the site will be published, or `feeds: false`"
        found.append(Finding(config.path.name, 1, 1, what, remedy, "notice", "settings"))
    return sorted(found)


def mend(config: Config, *, asked: Collection[str] | None = None, dry_run: bool = False) -> list[mending.Mending]:
    """What was mended in content/ (or would be), where that is safe.

    Raises:
        ArchiveError: content/ cannot be read or written, or another run is at it.
    """
    with lock(config.root, dry_run=dry_run):
        shown = shown_folder(config)
        return mending.mend(config.docs_dir, engine=config.engine, shown=shown, asked=asked, dry_run=dry_run)


def out_of_date(config: Config) -> Iterator[Finding]:
    """The pages that a refresh would write, make or delete, and those where it would have to stop."""
    from broadsheet import last_run, pipeline  # noqa: PLC0415 - all of Broadsheet, which a check of pages alone needs not load

    if last_run.is_as_left(config):
        return
    try:
        report = pipeline.generate(config, [], base=config.root, dry_run=True)
    except BroadsheetError as error:
        yield Finding(config.path.name, 1, 1, str(error), "mend it; pages were not compared", "error", "stale")
        return
    if any(one.level == "error" for one in report.findings) or not report.articles:
        return
    folder = shown_folder(config)
    for step in report.steps:
        told = _told(step)
        if told:
            yield Finding(f"{folder}/{step.address}", 1, 1, *told, "warning", "stale")


def shown_folder(config: Config) -> str:
    """How findings name content/: from the folder of mkdocs.yml, where it lies in there."""
    folder, root = config.docs_dir.resolve(), config.root.resolve()
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.as_posix()


def addresses_of(given: Collection[Path], config: Config) -> frozenset[str]:
    """The addresses of the pages that a person names: files in content/, or folders of it.

    Raises:
        UsageError: one is not there, or lies somewhere else.
    """
    folder = config.docs_dir.resolve()
    named: set[str] = set()
    for path in given:
        full = path.resolve()
        if not full.exists():
            raise UsageError(f"{path}: there is no such page; name pages of {shown_folder(config)}/, or none for all")
        if not full.is_relative_to(folder):
            raise UsageError(f"{path}: does not lie in {shown_folder(config)}/; name pages in there, or none for all")
        files = full.rglob("*.md") if full.is_dir() else [full]
        named |= {file.relative_to(folder).as_posix() for file in files}
    return frozenset(named)


def _told(step: Step) -> tuple[str, str] | None:
    if step.conflicts:
        return None  # told by the check itself (`archive.unsettled`), with the way out
    if step.verdict == "conflict":
        what, _, remedy = step.why.partition("; ")
        return what, remedy or "mend it, then generate again"
    if step.verdict == "deleted":
        return "is a page that nothing needs any more", _REFRESH
    if step.verdict == "created":
        return "is not there yet", _REFRESH
    return ("is out of date", _REFRESH) if step.text is not None else None


_REFRESH = "run `broadsheet generate`"
