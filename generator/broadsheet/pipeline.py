"""The whole run on one screen. Read this first.

inputs ─► gather ─► records ─► admit ─► articles ─► name_all ─► tell ─► Edition ─► drafts ─► plan ─► apply
             └► rejections        └► folded           └► ambiguities                    └► kept
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from broadsheet.archive import (
    Archive,
    Finding,
    Noted,
    Side,
    admit,
    apply,
    hands,
    keep_aside,
    keeping_matcher,
    keeping_readings,
    load,
    lock,
    page,
    plan_together,
    reading_kept,
    remembering,
    settle,
    together,
    with_books,
)
from broadsheet.archive.kept_file import sweep
from broadsheet.config import EXAMPLE, Config
from broadsheet.edition import Edition, newest_first
from broadsheet.entities import Discover, Naming, name_all
from broadsheet.entities.recognisers import finder
from broadsheet.errors import UsageError
from broadsheet.garbage import seldom_collected
from broadsheet.gathering import gather
from broadsheet.last_run import is_idle, keep, keep_as_left, kept_report, run_mark
from broadsheet.model import NOTHING, Article
from broadsheet.outputs import tasks
from broadsheet.outputs.inbox import SUMMARY, as_markdown
from broadsheet.report import Report
from broadsheet.stages import Stages, silent
from broadsheet.stories import read_ahead, tell

SHARE = 100
"""Articles that one of a crew reads at a time."""


def generate(  # noqa: PLR0913 - what a run may be told, by name
    config: Config,
    inputs: Sequence[str],
    *,
    base: Path,
    stdin: BinaryIO | None = None,
    dry_run: bool = False,
    settled: Mapping[str, Side] = NOTHING,
    restored: Sequence[Noted] = (),
    stages: Stages = silent,
) -> Report:
    """Records and the archive, made into content/; without inputs, content/ is refreshed from itself.

    Args:
        config: the site's settings.
        inputs: what to read.
        base: the folder that relative inputs start from.
        stdin: what `-` means.
        dry_run: whether nothing is written.
        settled: by address of a page, whose version stands where a person and upstream changed the same.
        restored: what a person deleted and wants back.
        stages: told of each stage as it passes.

    Raises:
        BroadsheetError: mkdocs.yml, an input or content/ cannot be used at all; nothing was written.
    """
    find_names = finder(config)
    with ExitStack() as run:
        run.enter_context(lock(config.root, dry_run=dry_run))
        if not dry_run:
            sweep(config.root)
        named = _none_of_ours(inputs, base, config)
        gathered = gather(named, base, config.today, limits=config.limits, stdin=stdin, apart=config.apart)
        with stages("Looking for what is new"):
            mark = b"" if settled or restored else run_mark(config, gathered.found)
            report = kept_report(config, mark, lambda room: as_markdown(standing(config), room))
        if report:
            return replace(report, dry_run=dry_run)
        run.enter_context(remembering(config.root, write=not dry_run))
        with stages("Reading the archive"), seldom_collected():
            first = [] if dry_run else apply(settle(config.docs_dir, settled, restored), config.docs_dir)
            # A rehearsal leaves nothing behind, be it in the cache.
            with nullcontext(page.read) if dry_run else reading_kept(config.root) as read:
                archive = load(config.docs_dir, restored, config.own, read)
        with stages("Reading the inputs"):
            # One record at a time: what stays in memory are articles, however long the inputs are.
            admission = admit(archive, gathered.records(), settled, today=config.today, refuse=gathered.refuse)
            articles = sorted((one for one in admission.articles if not one.retracted), key=newest_first)
            retracted = sorted((one for one in admission.articles if one.retracted), key=newest_first)
        run.enter_context(seldom_collected())
        with stages("Finding names"):
            naming = names(config, archive, articles, find_names, keep=not dry_run)
        with stages("Telling stories"):
            _read_together([one for one in articles if one.id not in archive.articles])
            edition = _edition(config, archive, articles, retracted, naming)
        with stages("Writing pages"):
            crew = hands(len(articles) + len(naming.entities))
            changes = plan_together(tasks(edition), archive, admission, crew)
            changes = with_books(changes, archive, admission, naming.entities)
            steps = changes.steps if dry_run else apply(changes, config.docs_dir, crew)
        kept = [] if dry_run else keep_aside(gathered.rejections, config.root)
        left_alone = {step.address: step for step in first if step.verdict == "conflict"}
        report = Report(
            read=gathered.read,
            articles=len(articles),
            entities=len(naming.entities),
            rejections=gathered.rejections,
            rejected_files=kept,
            folded=admission.folded,
            folds=admission.folds,
            shortened=naming.shortened,
            corrected=admission.corrected,
            retracted=admission.retracted,
            withdrawn=admission.withdrawn,
            missing=archive.notebook.noticed,
            folder=config.docs_dir.name,
            steps=[left_alone.get(step.address, step) for step in steps],
            findings=archive.findings,
            ambiguities=naming.ambiguities,
            suggestions=naming.suggestions,
            unread=naming.unread,
            inbox=partial(as_markdown, edition),
            dry_run=dry_run,
            sited=bool(config.site_url or not config.feeds),
            placed=config.site_url != EXAMPLE,
        )
        idle = not dry_run and is_idle(report, changes, archive, admission, naming.entities)
        # Only if nobody changed a thing meanwhile is what was read what is there.
        if idle and mark and mark == run_mark(config, gathered.found):
            keep(config, mark, report, SUMMARY)
        if not dry_run:
            keep_as_left(config, report, archive, naming.entities)
    return report


def standing(config: Config) -> Edition:
    """The edition of the archive as it stands: what a refresh would write pages of.

    Raises:
        BroadsheetError: content/ cannot be used at all.
    """
    return standing_as_found(config)[0]


def standing_as_found(config: Config) -> tuple[Edition, Sequence[Finding]]:
    """The same, and what could not be read of content/."""
    archive = load(config.docs_dir)
    everything = sorted(archive.articles.values(), key=newest_first)
    articles, retracted = ([one for one in everything if bool(one.retracted) is gone] for gone in (False, True))
    naming = names(config, archive, articles, finder(config))
    return _edition(config, archive, articles, retracted, naming), archive.findings


def names(
    config: Config, archive: Archive, articles: Sequence[Article], find_names: Discover, *, keep: bool = False
) -> Naming:
    """Who and what the articles name, as the site's settings have it; with `keep`, what takes time is kept."""
    with keeping_readings(config.root, write=keep) as readings:
        return name_all(
            archive.entities.values(),
            articles,
            config.language,
            config.limits,
            suggest=config.suggest,
            find_names=find_names,
            matcher=keeping_matcher(config.root, write=keep),
            together=partial(together, hands=hands(len(articles))),
            readings=readings,
        )


def _edition(
    config: Config, archive: Archive, articles: Sequence[Article], retracted: Sequence[Article], naming: Naming
) -> Edition:
    telling = tell(articles, naming.mentions, archive.told, language=config.language)
    return Edition(
        config,
        articles,
        naming.entities,
        naming.mentions,
        retracted=retracted,
        merged=archive.with_pages(naming.merged),
        questions=naming.questions,
        stories=telling.stories,
        former_stories=telling.former,
        titles=archive.titles,
        in_headlines=naming.outside.headlines,
        in_records=naming.outside.records,
    )


def _read_together(articles: Sequence[Article]) -> None:
    """Reads articles that are new with all hands, where they are many: then it is remembered how they read."""
    crew = hands(len(articles))
    shares = [articles[start : start + SHARE] for start in range(0, len(articles), SHARE)] if crew > 1 else ()
    for _ in together([partial(read_ahead, share) for share in shares], crew):
        pass


def _none_of_ours(inputs: Sequence[str], base: Path, config: Config) -> Sequence[str]:
    """The inputs, none of which is the archive itself: its pages would be taken for dumps."""
    for given in inputs:
        if given != "-" and (base / given).resolve().is_relative_to(config.docs_dir.resolve()):
            raise UsageError(f"{given}: is the archive itself; name what should come in, or nothing for a refresh")
    return inputs
