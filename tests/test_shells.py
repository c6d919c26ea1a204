"""Templates that are followed once and filled in: what comes out is what the template itself makes, of any page."""

from __future__ import annotations

import datetime as dt

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import script_tag_filter, url_filter

from broadsheet.mkdocs_plugin import known_parts
from broadsheet.mkdocs_plugin.shells import Shells

FOLLOWED = {
    "printed": "<h1>{{ page.title }}</h1> {{ page.meta.description }} {{ page.meta.none }}",
    "escaped": "{{ page.meta.title | e }} {{ page.meta.description | striptags | upper | replace('A', 'b') }}",
    "asked": "{% if page.meta.title %}a{% elif page.meta.description == 'x' %}b{% else %}c{% endif %}",
    "held": "{% if 'x' in page.content %}a{% endif %}{{ 'b' if page.meta.title is defined else 'c' }}",
    "put together": "{% set a = page.meta.title ~ '-' ~ page.url %}{{ '1' if a == 'x-' }}{{ a }}{{ a | length }}",
    "cut": "{% set a = (page.meta.title ~ '')[:2] %}{{ a }}{% if a == 'xx' %}!{% endif %}",
    "macro": "{% macro m(a) %}[{{ a }}]{% endmacro %}{{ '1' if m(page.meta.title) == '[x]' }}{{ m(page.title) | e }}",
    "block": "{% block b %}{{ page.title }}{% endblock %}{{ '1' if self.b() }}{{ self.b() | replace('x', 'y') }}",
    "child": "{% extends 'block' %}{% block b %}({{ super() | replace('<', '&lt;') }}){% endblock %}",
    "listed": "{% for a in page.meta.tags or [] %}{{ loop.index }}{{ a }}{{ ',' if not loop.last }}{% endfor %}",
    "first": "{{ (page.meta.tags or ['none']) | first }} {{ page.meta.tags | default('no') | join('+') }}",
    "data": "{{ {'title': page.meta.title, 'all': [page.url, 1], 'n': page.meta.number} | tojson }}",
    "linked": "{{ 'a/b.css' | url }} {{ page.meta.description | url }} {{ 'x/y/' | url }} {{ '.' | url }}",
    "included": "{% include page.meta.part ~ '.html' ignore missing %}{% include 'macro' %}",
    "kept aside": "{% set n = namespace(a='') %}{% set n.a = page.title if page.meta.title %}{{ n.a | e }}",
    "number": "{% if page.meta.number %}{{ page.meta.number + 1 }}{% endif %}{{ page.meta.number }}",
    "set block": "{% set a %}<{{ page.title }}>{% endset %}{{ a | e }}{{ a }}",
    "compared": "{{ page.meta.title == page.title }} {{ page.meta.title in ['x', 'y'] }}",
    "loop of settings": "{% for a in ['x', 'y'] %}{% if page.meta[a] %}{{ page.meta[a] }}{% endif %}{% endfor %}",
    "p.html": "part of {{ page.title }}",
}
RUN = {
    "method": "{{ page.title.upper() }}",
    "keys": "{% for a in page.meta %}{{ a }}{% endfor %}",
    "day": "{{ build_date_utc }}",
    "all pages": "{{ pages | length }}",
    "looked up": "{{ {'x': 1}[page.meta.title] }}",
    "mapped": "{{ page.meta.tags | map('upper') | join }}",
}
TEXTS = st.text(st.sampled_from("xyAb<>&\"' \ue0f0\ue0f11é"), max_size=4)
FRONT = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "description": TEXTS,
        "tags": st.lists(TEXTS, max_size=3),
        "number": st.sampled_from([0, 1, 2.5, True, False, None]),
        "part": st.sampled_from(["p", "q"]),
        "x": st.one_of(TEXTS, st.just(dt.date(2024, 1, 2))),
    },
)
ADDRESSES = st.sampled_from(["x.md", "y.md", "a/x.md", "a/index.md", "x/y/z.md", "b/c/x.md", "index.md"])


def environment():
    env = jinja2.Environment(loader=jinja2.DictLoader({**FOLLOWED, **RUN}))  # noqa: S701 - as MkDocs' is
    env.filters.update(url=url_filter, script_tag=script_tag_filter)
    return env


def page(address, front, content):
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "site_url": "https://x.example/", "docs_dir": "."})
    made = Page(None, File(address, ".", "site", use_directory_urls=True), config)
    made.markdown, made.meta, made.content = "", front, content
    return made


def context(one):
    return {
        "page": one,
        "base_url": get_relative_url(".", one.url),
        "nav": [],
        "pages": [1, 2],
        "build_date_utc": "day",
    }


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(ADDRESSES, FRONT, TEXTS), min_size=1, max_size=12))
@pytest.mark.parametrize("name", [*FOLLOWED, *RUN])
def test_what_is_filled_in_is_what_the_template_makes(name, pages):
    env = environment()
    shells = Shells(env, {})
    template = env.get_template(name)
    for one in [page(*each) for each in pages]:
        try:
            made = template.render(context(one))
        except (jinja2.UndefinedError, TypeError) as error:
            with pytest.raises(type(error)):
                shells.output(name, template, context(one))
        else:
            assert shells.output(name, template, context(one))[0] == made


@pytest.mark.parametrize("name", FOLLOWED)
def test_these_are_followed_and_run_for_the_first_pages_of_a_shape_alone(name, monkeypatch):
    env = environment()
    shells = Shells(env, {})
    template = env.get_template(name)
    front = {"title": "x", "description": "d", "tags": ["a"], "number": 1, "part": "p", "x": "y"}
    pages = [page(f"a{number}.md", {**front, "title": f"x{number}"}, "content") for number in range(6)]
    for one in pages[:3]:
        shells.output(name, template, context(one))
    monkeypatch.setattr(jinja2.Template, "render", lambda *_: pytest.fail("the template was run"))
    for one in pages[3:]:
        assert shells.output(name, template, context(one))[1]
    assert shells.traced == 1


@pytest.mark.parametrize("name", RUN)
def test_these_are_run_for_each_page(name):
    env = environment()
    shells = Shells(env, {})
    for number in range(4):
        one = page(f"a{number}.md", {"title": "x", "tags": ["a"]}, "")
        assert shells.output(name, env.get_template(name), context(one)) == (
            env.get_template(name).render(context(one)),
            False,
        )
    assert shells.traced == 0


def test_a_page_that_shows_the_day_is_not_kept_for_another():
    env = environment()
    env.loader.mapping["day of page"] = "{{ page.update_date }}{{ page.title }}"
    shells = Shells(env, {})
    for number in range(4):
        _, lasting = shells.output(
            "day of page", env.get_template("day of page"), context(page(f"{number}.md", {}, ""))
        )
        assert not lasting


def test_a_template_that_does_what_cannot_be_seen_is_found_out(caplog):
    caplog.set_level("INFO")
    env = environment()
    turns = iter(range(100))
    env.globals["turn"] = lambda: next(turns)
    env.loader.mapping["turning"] = "{{ turn() }}{{ page.title }}"
    shells = Shells(env, {})
    made = [
        shells.output("turning", env.get_template("turning"), context(page(f"{number}.md", {"title": "t"}, "")))[0]
        for number in range(5)
    ]
    assert len(set(made)) == 5
    assert "turning is run for each page" in caplog.text


MARKS = ["<!-- broadsheet:title -->", "<!-- unsearched: ", " :unsearched -->", "<!-- picture: ", " :picture -->"]
MARKS += ["<a data-to='x'>", "<h1>T</h1>", "<h1", "x", "\n", "<", "<!-- linked-data: ", " :linked-data -->", '{"a": 1}']
for block in ("about", "entities", "trail", "beside", "pages", "new-names", "unknown"):
    MARKS += [f"<!-- broadsheet:{block} -->", f"<!-- /broadsheet:{block} sum:1 -->", f"<!-- broadsheet:{block}"]


@pytest.fixture(scope="module")
def theme(tmp_path_factory):
    from mkdocs.config import load_config

    import broadsheet

    folder = tmp_path_factory.mktemp("theme")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(
        f"site_name: x\ntheme:\n  name: material\n  custom_dir: {broadsheet.__path__[0]}/theme\n"
        "  features: [navigation.instant]\n"
    )
    config = load_config(str(folder / "mkdocs.yml"))
    return config, config.theme.get_env()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=14), st.sampled_from([None, "", "ar", "fr", 3, "he<"]))
def test_the_parts_that_are_told_in_python_are_what_the_templates_print(theme, marks, language):
    config, env = theme
    one = page("a.md", {"language": language} if language is not None else {}, "".join(marks))
    lang = env.get_template("partials/language.html").make_module({"config": config})
    values = {"config": config, "lang": lang, "look": "article", "page": one}
    parts = known_parts.parts(env)
    for name in ("partials/page.html", "partials/linked_data.html"):
        told = parts[name](values, one)
        if told is not None:
            assert told == env.get_template(name).render(values)
