"""The settings in mkdocs.yml as a JSON Schema, for editors: Broadsheet's own in full, MkDocs' by name.

Material publishes one of its own, but it refuses plugins that it does not know, and some settings of this site.
Other keys are other people's, and pass. Draft 7: the YAML language server knows it best.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import fields
from textwrap import dedent
from typing import Any

from mkdocs.config import config_options as c

from broadsheet import config
from broadsheet.limits import Limits

_TEXT = {"type": "string"}
_SAID: dict[str, Any] = {"type": ["string", "array"]}
"""A text of MkDocs' own, which `!ENV [NAME, usual]` may stand for: to an editor that is a list."""
_YES_OR_NO = {"type": "boolean"}
_TEXTS = {"type": "array", "items": _TEXT}
_LOUDNESS = {"enum": ["warn", "info", "ignore"]}

_OF_MKDOCS: Mapping[str, dict[str, Any]] = {
    "INHERIT": _TEXT | {"description": "Another file whose settings count where this one says nothing."},
    "site_name": _SAID | {"description": "The archive's name."},
    "site_url": _SAID
    | {"description": "Where it is published: pages, feeds and the sitemap take their addresses from it."},
    "site_description": _SAID | {"description": "One line about it."},
    "site_author": _SAID,
    "copyright": _SAID | {"description": "Stands at the foot of each page."},
    "repo_url": _SAID
    | {"description": "The repository: gives each page a pencil, and articles a link to report an error."},
    "repo_name": _SAID,
    "edit_uri": _SAID | {"description": "From repo_url to where pages are edited: `edit/main/content/` on GitHub."},
    "docs_dir": _SAID | {"description": "The folder of the pages: `content`."},
    "site_dir": _SAID | {"description": "Where the site is built: `site`."},
    "use_directory_urls": {"type": ["boolean", "array"]},
    "exclude_docs": _SAID | {"description": "Files in docs_dir that are not published, as .gitignore names them."},
    "draft_docs": _SAID,
    "not_in_nav": _SAID | {"description": "Pages that need not stand in nav."},
    "nav": {"type": "array", "description": "What the navigation lists."},
    "theme": {
        "type": ["object", "string"],
        "properties": {
            "name": _TEXT,
            "language": _TEXT | {"description": "The site's language: fr, de, pt, zh-Hant …"},
            "custom_dir": _TEXT | {"description": "Broadsheet's theme: `overrides`."},
            "features": _TEXTS,
            "font": {"type": ["boolean", "object"]},
            "palette": {"type": ["array", "object"]},
        },
    },
    "extra": {"type": "object"},
    "extra_css": _TEXTS,
    "extra_javascript": {"type": "array"},
    "markdown_extensions": {"type": ["array", "object"]},
    "hooks": _TEXTS,
    "watch": _TEXTS,
    "validation": {
        "type": "object",
        "properties": {
            "nav": {"type": "object", "additionalProperties": _LOUDNESS},
            "links": {
                "type": "object",
                "additionalProperties": _LOUDNESS | {"enum": [*_LOUDNESS["enum"], "relative_to_docs"]},
            },
        },
    },
    "dev_addr": _SAID,
    "strict": {"type": ["boolean", "array"]},
}


def site_schema() -> dict[str, Any]:
    """The JSON Schema (draft 7) of mkdocs.yml."""
    ours = _options()
    plugin = {"type": "object", "properties": {"broadsheet": {"$ref": "#/definitions/broadsheet"}}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Settings of a Broadsheet archive (mkdocs.yml)",
        "type": "object",
        "properties": {
            **_OF_MKDOCS,
            "plugins": {
                "description": "`broadsheet`, with its settings, and others.",
                "anyOf": [{"type": "array", "items": {"anyOf": [_TEXT, plugin]}}, plugin],
            },
        },
        "definitions": {
            "broadsheet": {
                "type": ["object", "null"],
                "description": "Broadsheet's settings.",
                "properties": ours,
                "additionalProperties": False,
            }
        },
    }


def _options() -> dict[str, dict[str, Any]]:
    """Each of our settings, described as `config.Options` describes it."""
    said = _described(config.Options)
    limits = _described(Limits)
    known: dict[str, dict[str, Any]] = {
        "feeds": _chosen(config.FEEDS),
        "exports": _chosen(config.EXPORTS),
        "own": _TEXTS,
        "limits": {
            "type": "object",
            "properties": {
                one.name: {
                    "type": "integer",
                    "minimum": 1,
                    "default": one.default,
                    "description": limits.get(one.name, ""),
                }
                for one in fields(Limits)
            },
            "additionalProperties": False,
        },
        "recognisers": {
            "type": "object",
            "properties": {
                "spacy": {"type": "object", "additionalProperties": _TEXT},
                "gliner": {
                    "anyOf": [
                        _TEXT,
                        {
                            "type": "object",
                            "properties": {
                                "model": _TEXT,
                                "languages": _TEXTS,
                                "threshold": {"type": "number", "minimum": 0, "maximum": 1},
                            },
                            "required": ["model"],
                            "additionalProperties": False,
                        },
                    ]
                },
            },
            "additionalProperties": False,
        },
    }
    return {
        name: {**known.get(name, _plain(option)), "description": said.get(name, "")}
        for name, option in config.Options()._schema  # noqa: SLF001 - MkDocs' own list of a config's options
    }


def _chosen(names: tuple[str, ...]) -> dict[str, Any]:
    return {"anyOf": [_YES_OR_NO, {"type": "array", "items": {"enum": list(names)}}]}


def _plain(option: object) -> dict[str, Any]:
    """The kind of value of an option that MkDocs' own classes describe; any, where they do not."""
    if isinstance(option, c.Type):
        kinds = {bool: "boolean", int: "integer", str: "string", float: "number"}
        kind = kinds.get(option._type)  # noqa: SLF001 - what the class was made with
        return {"type": [kind, "array"]} if kind else {}  # (`!ENV [NAME, usual]`, as above)
    return dict(_TEXTS) if isinstance(option, c.ListOfItems) else {}


def _described(of: type) -> Mapping[str, str]:
    """What stands below each name in a class, in its own words."""
    (tree,) = ast.parse(dedent(inspect.getsource(of))).body
    said: dict[str, str] = {}
    name = ""
    for part in tree.body if isinstance(tree, ast.ClassDef) else ():
        match part:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                pass
            case ast.Expr(value=ast.Constant(value=str(text))) if name:
                said[name] = " ".join(text.split())
    return said
