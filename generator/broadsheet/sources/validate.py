"""The one place that decides whether a record is an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any

from pydantic import ValidationError

from broadsheet import language as languages
from broadsheet.errors import Rejection
from broadsheet.limits import USUAL, Limits
from broadsheet.model import Record
from broadsheet.sources import checks, parts
from broadsheet.sources.checks import Problem
from broadsheet.sources.raw import RawRecord, shown
from broadsheet.sources.rejected import NOTE

_MOMENTS = ("published", "updated", "retrieved")
_REQUIRED = {"title": "give the headline", "body": "give the article's text"}
_NAME_IT = "give the id or the url of the article that is retracted"
_FIELDS = frozenset(Record.model_fields)
_WRITTEN_BY_CLEAN = ("origin", "removed")


@cache
def _readers(limits: Limits) -> Mapping[str, Callable[[Any], Any]]:
    """How each field is read, in the order in which problems are reported; language and dates come after the text."""
    return {
        "id": checks.identity,
        "url": checks.url,
        "title": lambda value: checks.title(value, limits.title),
        "body": lambda value: checks.body(value, limits.body),
        "source": parts.source,
        "authors": lambda value: checks.entries(value, checks.name, limits.entries),
        "description": checks.line,
        "section": checks.line,
        "topics": lambda value: checks.entries(value, checks.name, limits.entries),
        "entities": lambda value: checks.entries(value, partial(parts.entity, most=limits.aliases), limits.entries),
        "image": parts.image,
        "rights": checks.line,
    }


def validate(raw: RawRecord, today: dt.date, limits: Limits = USUAL) -> Record | Rejection:
    """The record, checked and put in order; or what is wrong with it, all of it, and what to do.

    Dates are read in any form, and none may lie after the day after `today`. A missing language is told from the
    text. Fields we do not know are kept.
    """
    given = {name: value for name, value in raw.fields.items() if name != NOTE}
    problems: list[tuple[str, Problem]] = []
    try:
        checks.within(given, limits.record, limits.depth)
    except Problem as problem:
        return _rejection(raw, [("", problem)])
    if parts.is_retracted(given.get("retracted")):
        fields = _taken_back(given, today, limits, problems)
    else:
        fields = _known(given, today, limits, problems)
    if raw.foreign:
        problems = _set_aside(problems, given, fields)
        # Programs repeat the day of publication where nothing was changed.
        if "published" in fields and fields.get("updated") == fields["published"]:
            del fields["updated"]
    try:
        fields.update({name: checks.kept(value) for name, value in given.items() if name not in _FIELDS})
        fields.update({name: given[name] for name in _WRITTEN_BY_CLEAN if given.get(name)})
        fields.setdefault("origin", {"file": raw.origin.file, "item": raw.origin.item})
    except Problem as problem:
        problems.append(("", problem))
    if not problems:
        try:
            return Record.model_validate(fields)
        except ValidationError as error:
            problems.extend(_from_pydantic(error))
    return _rejection(raw, problems)


def _taken_back(
    given: Mapping[str, Any], today: dt.date, limits: Limits, problems: list[tuple[str, Problem]]
) -> dict[str, Any]:
    """The fields of what takes an article back: it need only name it."""
    said = {name: value for name, value in given.items() if not (name in _REQUIRED and _is_blank(value))}
    fields = _known(said, today, limits, problems, required={})
    spoken = (fields["language"],) if "language" in fields else ()
    try:
        fields["retracted"] = parts.retraction(given["retracted"], lambda value: checks.moment(value, spoken, today))
    except Problem as problem:
        problems.append(("retracted", problem))
    if not problems and not ({"id", "url"} & fields.keys() or fields.keys() >= _REQUIRED.keys()):
        problems.append(("id", Problem("is missing", _NAME_IT, "", serious=True)))
    return fields


def _known(
    given: Mapping[str, Any],
    today: dt.date,
    limits: Limits,
    problems: list[tuple[str, Problem]],
    required: Mapping[str, str] = _REQUIRED,
) -> dict[str, Any]:
    """The fields we know, read; what is wrong with them goes to `problems`."""
    fields: dict[str, Any] = {}

    def take(name: str, read: Callable[[Any], Any]) -> None:
        value = given.get(name)
        try:
            found = None if _is_absent(name, value, required) else read(value)
        except Problem as problem:
            problems.append((name, problem))
        else:
            if found not in (None, "", (), {}):
                fields[name] = found

    for name, read in _readers(limits).items():
        if name in given or name in required:
            take(name, read)
    take("language", checks.language)
    told = languages.detect(fields.get("body", "")) if "language" not in fields else None
    if told:
        fields["language"] = told
    spoken = (fields["language"],) if "language" in fields else ()
    for name in _MOMENTS:
        if name in given:
            take(name, lambda value: checks.moment(value, spoken, today))
    return fields


def _is_absent(name: str, value: Any, required: Mapping[str, str]) -> bool:
    if value is None and name in required:
        raise Problem("is missing", required[name], "")
    return value is None


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _set_aside(
    problems: list[tuple[str, Problem]], given: Mapping[str, Any], fields: dict[str, Any]
) -> list[tuple[str, Problem]]:
    """The problems that remain; the fields of the others go to `unread`, as they were."""
    serious = [(name, problem) for name, problem in problems if name in _REQUIRED or problem.serious]
    lesser = [(name, problem) for name, problem in problems if (name, problem) not in serious]
    unread = {name: problem.problem if problem.much else given[name] for name, problem in lesser}
    if unread and not serious:
        fields["unread"] = checks.kept(unread)
    return serious


def _from_pydantic(error: ValidationError) -> Iterable[tuple[str, Problem]]:
    for detail in error.errors(include_url=False, include_context=False):
        where = ".".join(map(str, detail["loc"]))
        yield where, Problem(detail["msg"].lower(), "see `broadsheet schema record`", detail["input"])


def _rejection(raw: RawRecord, problems: list[tuple[str, Problem]]) -> Rejection:
    named = [(".".join(filter(None, (name, problem.field))), problem) for name, problem in problems]
    (field, first), *others = named
    also = "".join(f"; also {name}: {other.problem}; {other.remedy}" for name, other in others)
    return Rejection(
        file=raw.origin.file,
        item=raw.origin.item,
        field=field,
        value=shown(first.value),
        problem=_with_value(first),
        remedy=first.remedy + also,
        record=raw.fields,
    )


def _with_value(problem: Problem) -> str:
    value = shown(problem.value)
    return (
        f'"{value}" {problem.problem}'
        if value and problem.problem not in {"is empty", "is missing"}
        else problem.problem
    )
