"""The parts of a page that our own templates print, told in Python: the same text, sooner.

Each function stands for one template of `theme/`, and only where a site has that very template: see `parts`. What it
does not know it leaves to the template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from importlib import resources
from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.structure.pages import Page

from broadsheet.mkdocs_plugin.followed import Part

_RIGHTWARD = frozenset(("ar", "ck", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_NAMES = (
    "entities story related cite history retraction provenance cleaning names timeline together network "
    "said subjects coverage articles copies new-names days sides joining reasons lead stories running "
    "calendar most-named editions topics sources languages list filter letters beside pages trail rule "
    "about"
)
"""As the template lists them."""
_BLOCKS = tuple(_NAMES.split())
_OPENING = re.compile("<!-- broadsheet:([a-z-]+) -->")
_FROM, _TO = "<!-- linked-data: ", " :linked-data -->"


def page_text(env: jinja2.Environment, values: Mapping[str, Any], page: Page) -> str | None:
    """`partials/page.html`: a page's text in its own language and direction, its managed blocks as sections."""
    html = page.content or ""
    if "<h1" not in html:
        return None
    lang, config = values["lang"], values["config"]
    language = page.meta.get("language")
    own = sites = ""
    if language:
        direction = "rtl" if str(language)[:2] in _RIGHTWARD else "ltr"
        own = f' lang="{escape(str(language))}" dir="{direction}"'
        sites = f' lang="{lang.t("language")}" dir="{_of_theme(config, "direction") or lang.t("direction")}"'
    html = html.replace("<!-- broadsheet:title -->", "")
    there = set(_OPENING.findall(html))
    for name in [one for one in _BLOCKS if one in there]:
        opening, closing = f"<!-- broadsheet:{name} -->", f"<!-- /broadsheet:{name} "
        if closing not in html:
            continue
        label = _way(lang, name)
        element = "nav" if label else "section"
        labelled = f' aria-label="{escape(label)}"' if label else ""
        html = html.replace(opening, f'<{element} class="bs-block bs-{name}"{sites}{labelled}>')
        html = html.replace(closing, f"</{element}>{'</header>' if name == 'about' else ''}{closing}")
        if name == "about":
            html = '<header class="bs-head">' + html
    html = html.replace("<!-- unsearched: ", "").replace(" :unsearched -->", "")
    if "<!-- picture: " in html:
        link = "xlink:href" if "navigation.instant" in (_of_theme(config, "features") or []) else "href"
        html = html.replace("<!-- picture: ", "<figure>").replace(" :picture -->", "</figure>")
        html = html.replace("<a data-to=", f"<a {link}=")
    within = partial(_included, env, {**values, "meta": page.meta, "sites": sites})
    edit = report = ""
    if page.edit_url and any("content.action" in one for one in _of_theme(config, "features") or []):
        edit = f'\n  <div class="bs-edit"{sites}>{within("partials/actions.html")}</div>'
    if values["look"] == "article" and (config.get("repo_url") or "").startswith("https://github.com/"):
        report = within("partials/report.html")
    return f'<div class="bs-page bs-{values["look"]}"{own}>{edit}\n  \n  {html}{report}\n</div>'


def linked_data(_: jinja2.Environment, __: Mapping[str, Any], page: Page) -> str | None:
    """`partials/linked_data.html`: what a page says in schema.org's words."""
    html = page.content or ""
    if _FROM not in html or _TO not in html:
        return ""
    found = html[html.index(_FROM) + len(_FROM) : html.index(_TO)]
    return f'<script type="application/ld+json">{found}</script>' if found and "<" not in found else ""


_KNOWN = {"partials/page.html": page_text, "partials/linked_data.html": linked_data}
_RUN = ("partials/feeds.html", "partials/neighbours.html")
"""Those that look into a page's text, too, and are run for each."""


def parts(env: jinja2.Environment) -> dict[str, Part | None]:
    """The included templates that are not followed into, where they are our own unchanged; what stands for them."""
    known: dict[str, Part | None] = {name: partial(part, env) for name, part in _KNOWN.items()}
    known |= dict.fromkeys(_RUN)
    return {name: part for name, part in known.items() if _unchanged(env, name)}


def _unchanged(env: jinja2.Environment, name: str) -> bool:
    ours = resources.files("broadsheet") / "theme" / name
    try:
        return bool(env.loader and env.loader.get_source(env, name)[0] == ours.read_text("utf-8"))
    except (jinja2.TemplateNotFound, OSError):
        return False


def _included(env: jinja2.Environment, values: Mapping[str, Any], name: str) -> str:
    """What a template prints that ours includes."""
    template = env.get_template(name)
    return "".join(template.root_render_func(template.new_context(dict(values), shared=True)))


def _way(lang: Any, name: str) -> str:
    """What Material calls a way to other pages."""
    match name:
        case "trail":
            return str(lang.t("blog.index"))
        case "beside":
            return f"{lang.t('footer.previous')} / {lang.t('footer.next')}"
        case "pages":
            return str(lang.t("nav"))
    return ""


def _of_theme(config: Any, name: str) -> Any:
    try:
        return config.theme[name]
    except KeyError:
        return None
