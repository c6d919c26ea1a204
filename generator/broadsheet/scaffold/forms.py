"""Forms for front matter: the settings of the Front Matter CMS extension (`frontmatter.json`), made from our schema.

https://frontmatter.codes/docs/content-creation/content-types; keys as in its package.json, 10.10. A field that may hold
values of several kinds (`source`, `story`, `retracted`) has no form there, and is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.archive.schema import page_schema
from broadsheet.scaffold.wording import wording

_KINDS = {"article": "ArticleFront", "entity": "EntityFront", "story": "StoryFront", "page": "PageFront"}
_FOLDERS = (("articles", "articles", "article"), ("names", "entities", "entity"), ("stories", "stories", "story"))
_OURS = (
    "id",
    "fingerprint",
    "template",
    "articles",
    "also_at",
    "no_longer_at",
    "origin",
    "removed",
    "history",
    "named",
)
"""Fields that nobody fills in by hand."""


def front_matter_forms(language: str) -> dict[str, Any]:
    """The settings of the extension for a site."""
    words = wording(language)
    folders = [
        {
            "title": words.get(title, title.capitalize()),
            "path": f"[[workspace]]/content/{folder}",
            "contentTypes": [kind],
            "disableCreation": True,
        }
        for title, folder, kind in _FOLDERS
    ]
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.framework.id": "other",
        "frontMatter.content.pageFolders": folders,
        "frontMatter.content.supportedFileTypes": ["md"],
        "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd",
        "frontMatter.taxonomy.contentTypes": [
            {"name": name, "pageBundle": False, "fields": list(_fields(definition))}
            for name, definition in _KINDS.items()
        ],
        "frontMatter.preview.host": "http://127.0.0.1:8000",
    }


def _fields(definition: str) -> Iterator[dict[str, Any]]:
    schema = page_schema()["$defs"][definition]
    for name, said in schema["properties"].items():
        kind = _kind(said)
        if kind and name not in _OURS:
            field: dict[str, Any] = {"name": name, "title": name, "type": kind}
            if "description" in said:
                field["description"] = said["description"]
            if kind == "choice":
                field["choices"] = _ways(said)["enum"]
            if name in schema.get("required", ()):
                field["required"] = True
            yield field


def _kind(said: Mapping[str, Any]) -> str:
    """The kind of field for a value; empty where there is none."""
    value = _ways(said)
    match value.get("type"):
        case "string" if "enum" in value:
            return "choice"
        case "string" if str(value.get("pattern", "")).startswith("^(?:(?:[1-9]"):
            return "datetime"
        case "string":
            return "string"
        case "array" if value.get("items", {}).get("type") == "string":
            return "list"
    return ""


def _ways(said: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a value is, less that it may be left out, and that one alone needs no list."""
    ways: list[Mapping[str, Any]] = [one for one in said.get("anyOf", [said]) if one.get("type") != "null"]
    lists = [one for one in ways if one.get("type") == "array"]
    if len(ways) == 2 and lists and any(one.get("type") == "string" for one in ways):
        return lists[0]
    return ways[0] if len(ways) == 1 else {}
