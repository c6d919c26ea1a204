"""The last run that had nothing to do, kept: where nothing has changed since, its report is the next one's.

What a run follows from is content/, the inputs, the settings, the code, and the day. All files are read anew to see
whether they are the same; none is trusted by its time. A run that looks at anything else (a stream, a model, what git
holds) is not kept, nor is one that rejects, writes or changes anything: the next one does all its work.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from broadsheet.archive import Admission, Archive, Plan, entity_page
from broadsheet.archive.bytes_read import bytes_read
from broadsheet.archive.kept_file import KeptFile
from broadsheet.config import NO_FILES, Config, Recognisers
from broadsheet.engine import Engine
from broadsheet.model import Entity
from broadsheet.report import Report
from broadsheet.sources import Found

_NAME = "run.json"
_LEFT = "left.json"


def run_mark(config: Config, inputs: Sequence[Found]) -> bytes:
    """What tells all that a run follows from, except the day; empty where that cannot be told."""
    if config.recognisers != Recognisers():
        return b""
    found = hashlib.sha256()
    try:
        for part in (*_settings(config), *_inputs(inputs), *bytes_read(config.docs_dir)):
            found.update(len(part).to_bytes(8, "big") + part)
    except OSError:
        return b""
    return found.digest()


def kept_report(config: Config, mark: bytes, inbox: Callable[[int], str]) -> Report | None:
    """The report of the last run, if that is this one's too; `inbox` makes the inbox where another is asked for."""
    text = KeptFile(config.root, _NAME).read(mark) if mark else None
    if text is None:
        return None
    try:
        kept = json.loads(text)
        # On a later day what came from the future comes from it no more; on an earlier one, it does again.
        if dt.date.fromisoformat(kept["day"]) > config.today:
            return None
        report: Report = _reports().validate_python(kept["report"])
    except (ValueError, ValidationError, KeyError, TypeError):
        return None
    room, said = kept["inbox"]
    return dataclasses.replace(report, inbox=lambda asked: said if asked == room else inbox(asked))


def keep(config: Config, mark: bytes, report: Report, room: int) -> None:
    """Keeps the report of a run that was idle (see `is_idle`), with its inbox as it is in so many bytes."""
    said = report.inbox(room) if report.inbox else ""
    fields = dataclasses.asdict(dataclasses.replace(report, inbox=None))
    kept = {"day": config.today.isoformat(), "report": fields, "inbox": [room, said]}
    KeptFile(config.root, _NAME).write(json.dumps(kept), mark)


def keep_as_left(config: Config, report: Report, archive: Archive, entities: Mapping[str, Entity]) -> None:
    """Keeps that content/ is as a run has just left it, so that nobody works out again whether it is up to date."""
    torn = any(step.conflicts or step.verdict == "conflict" for step in report.steps)
    if torn or any(one.level == "error" for one in report.findings) or _asks_git(archive, entities):
        return
    if mark := run_mark(config, ()):
        KeptFile(config.root, _LEFT).write(config.today.isoformat(), mark)


def is_as_left(config: Config) -> bool:
    """Whether content/, the settings and the code are what the last run left, on this day or an earlier one."""
    mark = run_mark(config, ())
    told = KeptFile(config.root, _LEFT).read(mark) if mark else None
    try:
        return told is not None and dt.date.fromisoformat(told) <= config.today
    except ValueError:
        return False


def is_idle(report: Report, plan: Plan, archive: Archive, admission: Admission, entities: Mapping[str, Entity]) -> bool:
    """Whether a run had nothing to do, and followed from nothing that `run_mark` does not tell."""
    news = (admission.new, admission.changed, admission.held, admission.reconciled, report.rejections)
    return plan.idle and not any(news) and not _asks_git(archive, entities)


def _asks_git(archive: Archive, entities: Mapping[str, Entity]) -> bool:
    """Whether an entity's page that a person edited was compared with what was once generated."""
    for found in archive.pages.values():
        entity = entities.get(str(found.front.get("id"))) if found.edited and archive.entity_at(found.address) else None
        if entity and entity_page.news(entity_page.front(entity), found.front):
            return True
    return False


def _settings(config: Config) -> Iterator[bytes]:
    own = [one.pattern for one in config.own.patterns]
    plain = dataclasses.replace(config, own=NO_FILES, engine=Engine(), today=dt.date.min)
    yield repr([getattr(plain, one.name) for one in dataclasses.fields(plain) if one.name != "own"]).encode()
    yield repr([own, config.engine.directory_urls]).encode()


def _inputs(inputs: Sequence[Found]) -> Iterator[bytes]:
    for one in inputs:
        if one.path is None or not one.path.is_file():
            raise OSError("a stream is read once")
        yield repr((one.name, one.path.resolve(), one.leads_out)).encode()
        with one.path.open("rb") as file:
            yield hashlib.file_digest(file, "sha256").digest()


@cache
def _reports() -> TypeAdapter[Any]:
    return TypeAdapter(Report)
