"""A judgement from the command line: heard, written on the entities' pages, and followed by all pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet import markdown_text, pipeline, sentences
from broadsheet.archive import Archive, Step, apply, judged, load, lock
from broadsheet.config import Config
from broadsheet.edition import newest_first
from broadsheet.entities.countries import base_language
from broadsheet.entities.folding import likeness
from broadsheet.entities.judgements import Judged
from broadsheet.entities.matching.boundaries import Edge, left, right
from broadsheet.entities.recognisers import finder
from broadsheet.entities.roll import Known, Roll
from broadsheet.entity_report import Suggested
from broadsheet.errors import ArchiveError
from broadsheet.model import Article, Entity, Mention
from broadsheet.report import Report
from broadsheet.stages import Stages, silent

Stands = Callable[[str], bool]
"""Whether a name stands in any article."""


Decide = Callable[[Roll, Stands], Sequence[Judged]]
"""What a person judges, worked out once it is known of whom."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was judged, and what came of it."""

    judgements: Sequence[Judged]
    folder: str
    """The name of content/."""
    report: Report | None = None
    """What the refresh did; None where there was none."""
    dry_run: bool = field(default=False, kw_only=True)

    @property
    def exit_status(self) -> int:
        """That of the refresh."""
        return self.report.exit_status if self.report else 0


def judge(
    config: Config,
    decide: Decide,
    *,
    refresh: bool = True,
    dry_run: bool = False,
    stages: Stages = silent,
) -> Verdict:
    """Writes what a person judges, and brings content/ up to date with it.

    Raises:
        BroadsheetError: it cannot be judged so, or cannot be written; then no page has changed.
    """
    with lock(config.root, dry_run=dry_run):
        with stages("Reading the archive"):
            archive = load(config.docs_dir)
        judgements = decide(roll(archive), lambda name: _stands(archive, name))
        plan = judged(archive, judgements)
        steps: Sequence[Step] = () if dry_run else apply(plan, config.docs_dir)
        left = next((step for step in steps if step.verdict == "conflict"), None)
        if left:
            raise ArchiveError(f"{config.docs_dir.name}/{left.address}: {left.why}")
    if dry_run or not refresh or all(one.idle for one in judgements):
        return Verdict(judgements, config.docs_dir.name, dry_run=dry_run)
    done = pipeline.generate(config, [], base=config.root, stages=stages)
    return Verdict(judgements, config.docs_dir.name, done)


def roll(archive: Archive) -> Roll:
    """The roll of an archive: its entities, and the articles whose pages list them."""
    listed: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(archive.articles.values(), key=newest_first):
        ids = archive.pages[article.address].front.get("entities") if article.address in archive.pages else ()
        for one in dict.fromkeys(map(str, ids if isinstance(ids, list) else ())):
            listed[one].append(article)
    gone = frozenset(one.id for one in archive.notebook.withdrawn if one.entity)
    return Roll(archive.entities, gone, listed)


def known(config: Config, text: str = "", *, status: str | None = None, kind: str | None = None) -> list[Known]:
    """What is known of the entities of an archive of this status and kind, with this text in one of their names."""
    alike = likeness(text)
    return [
        one
        for one in roll(load(config.docs_dir)).known()
        if status in (None, one.status)
        and kind in (None, one.entity.kind)
        and (not alike or any(alike in likeness(name) for name in (one.entity.id, *one.entity.every_name)))
    ]


def one_known(config: Config, said: str) -> Known:
    """What is known of the entity that a person means.

    Raises:
        UsageError: there is none, or there are several.
    """
    everyone = roll(load(config.docs_dir))
    return everyone.of(everyone.named(said))


def suggestions(config: Config) -> list[Suggested]:
    """Names that nobody has judged yet: those with a page first, then those not sure enough for one."""
    archive = load(config.docs_dir)
    articles = sorted((one for one in archive.articles.values() if not one.retracted), key=newest_first)
    naming = pipeline.names(config, archive, articles, finder(config))
    texts = {article.id: article for article in articles}
    places: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for article in articles:
        for mention in {one.entity: one for one in reversed(naming.mentions.get(article.id, ()))}.values():
            places[mention.entity].append((article.id, mention))
    outside = Counter(one for ids in naming.outside.lists for one in ids)
    pages = [one for one in naming.entities.values() if one.status == "suggested"]
    count = {one.id: len(places[one.id]) + outside[one.id] for one in pages}
    return [
        *(
            _suggested(one, places[one.id], count[one.id], texts)
            for one in sorted(pages, key=lambda one: (-count[one.id], one.id))
        ),
        *(
            Suggested(one.name, None, getattr(one, "kind", None), one.count, one.example, one.why)
            for one in naming.suggestions
        ),
    ]


def _suggested(
    entity: Entity, places: Sequence[tuple[str, Mention]], count: int, texts: Mapping[str, Article]
) -> Suggested:
    example = ""
    for one, mention in places[:1]:
        text = markdown_text.plain(texts[one].body).text
        low, high = sentences.around(text, mention.start, mention.end, texts[one].language)
        example = text[low:high]
    return Suggested(entity.name, entity.id, entity.kind, count, example, "has a page")


def _stands(archive: Archive, name: str) -> bool:
    """Whether a name stands in an article, as whole words: else a slip of the hand would make a page of Foo in food."""
    alike = re.compile(rf"(?<![^\W_]){re.escape(likeness(name))}(?![^\W_])")
    for one in archive.articles.values():
        text = f"{one.title}\n{markdown_text.plain(one.body).text}"
        language = base_language(one.language)
        for found in re.finditer(re.escape(name), text):
            if Edge.INSIDE not in (left(text, found.start(), language), right(text, found.end(), language)):
                return True
        if alike.search(likeness(text)):
            return True
    return False
