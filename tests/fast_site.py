"""A small site that is built again and again, with what Broadsheet keeps of builds and without."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

import broadsheet

THEME = Path(broadsheet.__file__).parent / "theme"
SETTINGS = """site_name: Test
site_url: https://x.example/
docs_dir: content
nav: [index.md, Second: second.md]
not_in_nav: "*.md"
theme: {name: material, custom_dir: overrides, font: false}
plugins:
  - broadsheet: {fast: true}
markdown_extensions:
  [admonition, attr_list, footnotes, md_in_html, tables, toc: {permalink: true}, pymdownx.superfences]
"""
PAGES = {
    "index.md": "# Home\n\nTo the [second](second.md#there) and [away](https://a.example/).\n",
    "second.md": "---\ntitle: The second\nhide: [toc]\n---\n\n# Second\n\n## There\n\nBack [home](index.md).\n",
    "odd.md": (
        "Words without a title.[^1]\n\n!!! note\n    An *admonition*.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n"
        "``` py\nprint('{{ x }}')\n```\n\n<div markdown>\n**Raw** HTML\n</div>\n\n"
        "Red {: .red #mark }\n\n[^1]: A note.\n"
    ),
    "deep/er/article.md": (
        "---\ntitle: Ar<b>ticle\nlanguage: ar\ntemplate: article.html\n---\n\n# مقال\n\n[up](../../odd.md)\n"
    ),
    "timed.md": "---\ntemplate: timed.html\n---\n\n# Timed\n",
}


@pytest.fixture
def site(tmp_path):
    begun(tmp_path)
    return tmp_path


def begun(folder):
    """Lays the site down."""
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for address, text in PAGES.items():
        write(folder, f"content/{address}", text)
    write(
        folder,
        "overrides/timed.html",
        '{% extends "main.html" %}{% block content %}{{ pages | length }}{% endblock %}',
    )
    for path in THEME.rglob("*"):
        if path.is_file():
            place = folder / "overrides" / path.relative_to(THEME)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())


def write(site, name, text):
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def built(site, *, fast=True, folder="site", strict=False):
    """The files of the site, by their names. (What is made by the minute, the sitemap's dates, is of one day here.)"""
    settings = (site / "mkdocs.yml").read_text("utf-8")
    (site / "other.yml").write_text(settings.replace("fast: true", f"fast: {str(fast).lower()}"), encoding="utf-8")
    name = "mkdocs.yml" if fast else "other.yml"
    config = load_config(str(site / name), site_dir=str(site / folder), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return {
        path.relative_to(site / folder).as_posix(): path.read_bytes()
        for path in sorted((site / folder).rglob("*"))
        if path.is_file() and path.suffix != ".gz"
    }


@pytest.fixture
def work(monkeypatch):
    """How many pages and templates were really rendered."""
    done = {"pages": 0, "templates": 0}

    def counted(where, name, what):
        real = getattr(where, name)

        def counting(self, *given, **named):
            done[what] += 1
            return real(self, *given, **named)

        monkeypatch.setattr(where, name, counting)

    counted(Page, "render", "pages")
    counted(jinja2.Template, "render", "templates")

    def since():
        told = dict(done)
        done.update(pages=0, templates=0)
        return told

    return since
