"""What may happen to a site between two builds: people edit, move and delete; settings, themes and caches change."""

from __future__ import annotations

import logging
import shutil

import yaml
from hypothesis import strategies as st

from broadsheet.archive.kept_results import FILE
from broadsheet.mkdocs_plugin.site_folder import LEDGER
from fast_site import SETTINGS, built, write

ADDRESSES = ("index.md", "second.md", "odd.md", "deep/er/article.md", "deep/index.md", "new.md", "deep/er/é b.md")
TEXTS = (
    "# Plain\n\nWords, *more*, `code`.\n",
    "Words without a title, and [a way](second.md#there), [another](deep/er/article.md), [lost](gone.md).\n",
    "# To others\n\n[up](../../odd.md#mark) [here](../index.md) [there](article.md#x)\n\n## There\n",
    "# Odd\n\n!!! note\n    An *admonition*.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nRed {: .red #mark }\n",
    "# Notes[^1]\n\n``` py\nprint('{{ x }}')\n```\n\n<div markdown>\n**Raw** HTML\n</div>\n\n[^1]: A note.\n",
    "<!-- broadsheet:title -->\n# Ours\n<!-- /broadsheet:title sum:0 -->\n\n- [Home](/index.md)\n- [Again](#ours)\n",
    "# Größe & <b>raw</b>\n\n[[x]] {{ page.title }} \ue0f00\ue0f1\n",
    "",
)
FRONTS = (
    "",
    "title: A title of one's own\n",
    "title: 'Quo\"ted <b> & so'\nhide: [toc, navigation]\n",
    "language: ar\ntemplate: article.html\n",
    "template: all.html\n",
    "template: deep.html\n",
    "template: empty.html\n",
    "title: 2024-01-02\ntags: [a, b]\n",
    "search: {exclude: true}\ndescription: Words\n",
    "status: new\ndate: 2024-05-06 07:08:09\nx: [1, {y: .5}]\n",
)
TEMPLATES = {
    "all.html": (
        "{{ pages | length }}{% for one in pages %}{{ one.page.title }} {{ one.url }}{% endfor %}",
        "{% for one in pages if one.page.meta.tags %}{{ one.page.content }}{{ one.page.markdown }}{% endfor %}",
    ),
    "deep.html": (
        "{{ page.content }}{% for one in page.toc %}{{ one.title }}{% endfor %}",
        "{{ nav.homepage.title }}{% for one in nav.pages %}{{ one.title }}{{ one.meta.title }}{% endfor %}",
        "{% for one in nav.pages %}{{ one.content }}{% endfor %}",
        "{{ page.file.content_string }}{{ page.markdown }}",
    ),
    "empty.html": (" ", "{{ page.url }}"),
}
OPTIONS = {
    "nav": ([], ["index.md"], ["index.md", {"Second": "second.md"}, {"Deep": ["deep/index.md"]}], None),
    "use_directory_urls": (True, False),
    "site_url": ("https://x.example/", "https://x.example/sub/path/", ""),
    "site_name": ("Test", "Other & <b>"),
    "exclude_docs": ("", "deep/index.md", "/new.md\n*.txt"),
    "draft_docs": ("", "odd.md"),
    "plugins": ([], ["search"], ["tags"], ["material/search"]),
    "hooks": ([], ["hook.py"]),
    "extra": ({}, {"generator": False}, {"csp": {"img-src": "https://x.example"}}),
    "language": ("en", "fr", "ar"),
    "features": ([], ["toc.integrate"], ["navigation.instant", "navigation.tabs"], ["navigation.indexes"]),
    "markdown_extensions": ("all", "none", "more"),
    "validation": ({}, {"links": {"anchors": "warn", "absolute_links": "relative_to_docs"}}),
}
HOOK = "def on_page_content(html, **_):\n    return html + '<p>Hooked</p>'\n"


def edited(address, text, front):
    def change(site):
        written = f"---\n{front}---\n\n{text}" if front else text
        write(site, f"content/{address}", written)

    return change


def deleted(address):
    return lambda site: (site / "content" / address).unlink(missing_ok=True)


def moved(old, new):
    def change(site):
        here, there = site / "content" / old, site / "content" / new
        if here.is_file():
            there.parent.mkdir(parents=True, exist_ok=True)
            here.replace(there)

    return change


def asset(name, text):
    return lambda site: write(site, f"content/{name}", text)


def template(name, text):
    def change(site):
        around = (
            text if name == "empty.html" else f'{{% extends "main.html" %}}{{% block content %}}{text}{{% endblock %}}'
        )
        write(site, f"overrides/{name}", around)

    return change


def frame(text):
    """A word more in the frame of all pages."""
    return lambda site: write(site, "overrides/partials/footer.html", f"<footer>{text}{{{{ page.title }}}}</footer>")


def option(name, value):
    def change(site):
        path = site / "mkdocs.yml"
        said = yaml.safe_load(path.read_text("utf-8"))
        match name:
            case "language" | "features":
                said["theme"][name] = value
            case "plugins":
                said[name] = [*value, {"broadsheet": {"fast": True}}]
            case "markdown_extensions":
                all_of_it = yaml.safe_load(SETTINGS)[name]
                said[name] = {"all": all_of_it, "none": [], "more": [*all_of_it, "abbr", "pymdownx.details"]}[value]
            case "hooks":
                write(site, "hook.py", HOOK)
                said[name] = value
            case _:
                said[name] = value
        path.write_text(yaml.safe_dump({key: one for key, one in said.items() if one is not None}), encoding="utf-8")

    return change


def harmed(what):
    def change(site):
        match what:
            case "no cache":
                shutil.rmtree(site / ".cache", ignore_errors=True)
            case "no site":
                shutil.rmtree(site / "site", ignore_errors=True)
            case "no ledger":
                (site / LEDGER).unlink(missing_ok=True)
            case "cut" if (site / FILE).is_file():
                (site / FILE).write_bytes((site / FILE).read_bytes()[:5000])
            case "site":
                for path in sorted((site / "site").rglob("*.html"))[::3]:
                    path.write_text("Changed by somebody", encoding="utf-8")
                write(site, "site/left/over.html", "Left")

    return change


def furnished(site):
    """Lays down the templates that pages may ask for."""
    for name, texts in TEMPLATES.items():
        template(name, texts[0])(site)


def changes():
    """Strategies of one change each."""
    address, text, front = map(st.sampled_from, (ADDRESSES, TEXTS, FRONTS))
    options = st.sampled_from([(name, value) for name, values in OPTIONS.items() for value in values])
    templates = st.sampled_from([(name, text) for name, texts in TEMPLATES.items() for text in texts])
    assets = st.sampled_from(["a.txt", "deep/a.txt", "odd/index.html", "sitemap.xml"])
    return st.one_of(
        st.builds(edited, address, text, front),
        st.builds(edited, address, text, front),
        st.builds(deleted, address),
        st.builds(moved, address, address),
        st.builds(asset, assets, st.sampled_from(["one", "two"])),
        templates.map(lambda one: template(*one)),
        st.builds(frame, st.sampled_from(["One ", "Other "])),
        options.map(lambda one: option(*one)),
        st.builds(harmed, st.sampled_from(["no cache", "no site", "no ledger", "cut", "site"])),
    )


class Said(logging.Handler):
    """What MkDocs warns of."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(f"{record.levelname} {record.getMessage()}")


def outcome(site, **how):
    """The files of a build, or how it fails; and what is said, in whatever order."""
    said = Said()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        made = built(site, **how)
    except Exception as error:  # noqa: BLE001 - whatever it is, both builds fail alike
        made = type(error), str(error)
    finally:
        logger.removeHandler(said)
    return made, sorted(said.lines)
