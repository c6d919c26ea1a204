"""The front matter of an entity page: written from an Entity, and read back into one.

The gazetteer lives in these pages, where a person can read and change it; so reading is forgiving, and
`broadsheet check` tells what does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from broadsheet.archive import redirect_page
from broadsheet.archive.article_page import strings
from broadsheet.entities.spoken_names import by_language
from broadsheet.model import KINDS, STATUSES, Entity, Status

TEMPLATE = "entity.html"

_VOUCHED = ("kind", "wikidata", "status")
"""Keys that a record may settle."""


def stands(address: str, front: Mapping[str, Any]) -> bool:
    """Whether a page with this front matter is an entity's: ours, wherever it is, or a person's among them.

    (One that was merged into another sends its readers there, and is an entity's all the same.)
    """
    template = front.get("template")
    folder, _, name = address.rpartition("/")
    return (
        template == TEMPLATE
        or (template is None and folder == "entities" and name != "index.md")
        or was_merged(front)
        or is_undone(front)
    )


def was_merged(front: Mapping[str, Any]) -> bool:
    """Whether a page sends its readers on because its entity was merged into another."""
    return redirect_page.stands(front) and bool(_string(front.get("merged_into")))


def is_undone(front: Mapping[str, Any]) -> bool:
    """Whether a person took the merge, and the way that led on, out of such a page."""
    lines = ("merged_into", "redirect", "articles")  # (those that a story's page lists)
    return redirect_page.stands(front) and bool(_string(front.get("id"))) and not any(front.get(one) for one in lines)


def front(entity: Entity, updated: str = "") -> dict[str, Any]:
    """Its front matter, in order; empty values left out. `updated` is the newest day of which its page tells."""
    values = {
        "title": entity.name,
        "template": TEMPLATE,
        "updated": updated,
        "id": entity.id,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "names": by_language(entity.names),
        "wikidata": entity.wikidata,
        "country": entity.country,
        "status": entity.status,
        "not_meant": list(entity.not_meant),
        "not_same_as": list(entity.not_same_as),
        "merged_into": entity.merged_into,
    }
    return {key: value for key, value in values.items() if value}


def sent_on(entity: Entity, target: str) -> dict[str, Any]:
    """The front matter of a merged entity's page, which sends its readers to another and is not searched."""
    return front(entity) | {"template": redirect_page.TEMPLATE, "redirect": target, "search": {"exclude": True}}


def news(drafted: Mapping[str, Any], standing: Mapping[str, Any]) -> dict[str, Any]:
    """What a draft's front matter says of what records may settle, and the page as it stands says otherwise."""
    return {key: drafted[key] for key in _VOUCHED if key in drafted and drafted[key] != standing.get(key)}


def read(front: Mapping[str, Any], body: str, address: str, *, judged: bool = False, coined: bool = False) -> Entity:
    """The Entity of a page; `body` is what a person wrote about it, `judged` whether a person edited the page.

    `coined` says that the page was ours from the first, so that its id was made from its name.

    A page without `id` (a person's own) takes it from its address; one without `status` is adopted, and one whose
    status is none of those there are waits for a judgement.
    """
    entity_id = _string(front.get("id")) or address.removeprefix("entities/").removesuffix(".md")
    moved = address != f"entities/{entity_id}.md"
    return Entity(
        id=entity_id,
        name=_string(front.get("title")) or entity_id,
        kind=front["kind"] if front.get("kind") in KINDS else "other",
        aliases=strings(front.get("aliases")),
        names=_names(front.get("names")),
        wikidata=_matching(r"Q[1-9][0-9]*", front.get("wikidata")),
        status=_status(front.get("status")),
        description=body,
        country=_matching(r"[A-Z]{2}", front.get("country")),
        not_meant=strings(front.get("not_meant")),
        not_same_as=strings(front.get("not_same_as")),
        merged_into=_string(front.get("merged_into")) or None,
        page=address if moved else "",
        coined=coined,
        judged=judged or moved,
    )


def _names(value: Any) -> dict[str, tuple[str, ...]]:
    said = value.items() if isinstance(value, dict) else ()
    read = {str(tag): strings(name if isinstance(name, list) else [name]) for tag, name in said}
    return {tag: names for tag, names in read.items() if names}


def _status(value: Any) -> Status:
    if value is None or value in STATUSES:
        return value or "adopted"
    return "suggested"


def _string(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _matching(pattern: str, value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(pattern, value) else None
