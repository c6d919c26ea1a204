"""The JSON Schema of a record, as `broadsheet schema record` prints it."""

from __future__ import annotations

from typing import Any

from broadsheet.model import Record

_EXAMPLE = {
    "title": "L’Ukraine demande à Israël un système de défense Iron Dome",
    "body": "Le gouvernement ukrainien a envoyé une lettre.\n\nLa lettre date de mardi.",
    "published": "2024-04-16T10:30:00+02:00",
    "source": {"name": "Example", "url": "https://example.org/"},
    "language": "fr",
    "topics": ["Défense"],
    "entities": [{"name": "Ukraine", "kind": "place", "wikidata": "Q212"}],
}
_RETRACTION = {
    "url": "https://example.org/iron-dome",
    "retracted": {"reason": "The letter was forged.", "date": "2024-04-20"},
}


def record_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of one record. Reading is wider: dates in other forms, a name for a source."""
    schema = Record.model_json_schema()
    _without_titles(schema)
    for name in ("source", "image"):
        schema["properties"][name]["anyOf"].insert(1, {"type": "string"})
    schema["properties"]["retracted"]["anyOf"] += [{"type": "string"}, {"type": "boolean"}]
    # What takes an article back names it, no more.
    taken_back = {"required": ["retracted"], "properties": {"retracted": {"not": {"enum": [None, False, ""]}}}}
    by = [{"required": ["id"]}, {"required": ["url"]}, {"required": ["title", "body"]}]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Broadsheet article record",
        **schema,
        "if": taken_back,
        "then": {"anyOf": by},
        "else": {"required": ["title", "body"]},
        "examples": [_EXAMPLE, _RETRACTION],
    }


def _without_titles(schema: Any) -> None:
    """Takes out the titles that repeat the fields' names."""
    if isinstance(schema, list):
        for one in schema:
            _without_titles(one)
    elif isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        for inner in schema.values():
            _without_titles(inner)
