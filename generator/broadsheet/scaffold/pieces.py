"""The files of a new site: those of tree/ with their words filled in, and those that are made from what we know."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from importlib.resources import files
from string import Template

from broadsheet import __version__
from broadsheet.archive.schema import page_schema
from broadsheet.markdown_text import escape_inline
from broadsheet.scaffold.forms import front_matter_forms
from broadsheet.scaffold.publishing import FILES, Publisher, way
from broadsheet.scaffold.remarks import remarks_in
from broadsheet.scaffold.report_words import report_words
from broadsheet.scaffold.repository import Repository
from broadsheet.scaffold.wording import wording
from broadsheet.site_schema import site_schema

_TREE = files("broadsheet.scaffold") / "tree"

# Where each file of tree/ goes. (A real dot-file in the package would act on the package itself.)
_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "README": "README.md",
    "requirements.txt": "requirements.txt",
    "content/about.md": "content/about.md",
    "inputs/sample": "inputs/sample.jsonl",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "editorconfig": ".editorconfig",
    "vscode/settings.json": ".vscode/settings.json",
    "vscode/extensions.json": ".vscode/extensions.json",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
}
_WORDED = ("mkdocs.yml", "README", "requirements.txt", "content/about.md", "issue_template/error-in-article.yml")
"""Those in which words are filled in; the others are taken as they are, dollar signs and all."""
_ENDINGS = {"README": "md", "inputs/sample": "jsonl"}
"""Those that there are in several languages."""


def pieces(name: str, language: str, home: Repository, publisher: Publisher) -> Iterator[tuple[str, bytes]]:
    """Where each file goes, and what stands in it."""
    said = _said(name, language, home, publisher)
    for source, target in {**_FILES, **FILES[publisher]}.items():
        text = (_TREE / _in_language(source, language)).read_text("utf-8")
        if source in _WORDED:
            text = Template(text).substitute(said)
        if target.endswith((".yml", ".yaml")):
            text = remarks_in(language, text)
        yield target, text.encode()
    yield "schemas/site.json", _json(site_schema())
    # Editors' checkers of front matter know draft 7, which says the same of all that is said here.
    yield "schemas/page.json", _json({**page_schema(), "$schema": _DRAFT_7})
    yield "frontmatter.json", _json(front_matter_forms(language))


def _said(name: str, language: str, home: Repository, publisher: Publisher) -> Mapping[str, str]:
    words = wording(language)
    example = Repository.at(f"https://{'gitlab' if publisher == 'gitlab' else 'github'}.com/you/your-archive")
    return {
        **words,
        **report_words(language),
        "name": _quoted(name),
        "title": escape_inline(name),
        "language": language,
        "intro": {"en": _MADE_EN, "fr": _MADE_FR}.get(language, f"{words['description']} · Broadsheet"),
        "publish": way(publisher, language),
        "version": __version__,
        "site_url": home.site_url,
        "repo_url": home.url or example.url,
        "edit_uri": home.edit_uri or example.edit_uri,
        "unless_repo": "" if home.url else "# ",
        "unless_edit": "" if home.edit_uri else "# ",
    }


def _in_language(source: str, language: str) -> str:
    """The file of tree/ in this language, or in English."""
    if source not in _ENDINGS:
        return source
    folder, stem = posixpath.split(source)
    there = {one.name for one in (_TREE / folder).iterdir()} if folder else {one.name for one in _TREE.iterdir()}
    own = f"{stem}.{language}.{_ENDINGS[source]}"
    return posixpath.join(folder, own if own in there else f"{stem}.en.{_ENDINGS[source]}")


def _quoted(name: str) -> str:
    """`name` as a YAML string in double quotes."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


_DRAFT_7 = "http://json-schema.org/draft-07/schema#"
_MADE_EN = "A news archive made with Broadsheet."
_MADE_FR = "Des archives d’actualité, faites avec Broadsheet."
