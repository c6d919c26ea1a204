"""Which templates may show of a page what stands on others; sites that have such come out as MkDocs makes them."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from mkdocs.config import load_config

from broadsheet.mkdocs_plugin.template_reach import _keys, _never, _reaches
from fast_site import built, site, work, write  # noqa: F401 - fixtures

ENV = jinja2.Environment(autoescape=True)
ROOT = Path(__file__).parents[1]
NEVER = _never(load_config(str(ROOT / "mkdocs.yml")))
KEEPING = [
    "{{ config.extra.content }}{{ config.theme.features }}{{ config.site_name }}{{ page.file.src_uri }}",
    "{{ page.meta.content }}{{ page.meta.a.content }}{{ loop.index % 2 }}{{ page.content.replace('a', 'b') }}",
    "{{ nav.pages | join(', ') }}{{ page.update_date }}{{ page.next_page.url }}{{ page.meta[key] }}",
    "no template",
    "{{ page.content }}{% set toc = page.toc %}{% for one in toc %}{{ one.title }}{% endfor %}",
    "{{ page['content'] }}{{ page.meta.content_type }}{{ page.meta['a-b'] }}{{ nav.items[0].title }}",
    "{% for one in nav %}{{ one.title }}{{ one.meta.date }}{% endfor %}{{ nav.pages[:3] | length }}",
    "{% block content %}{{ super() }}{% endblock %}{{ {'a': 1}[page.meta.kind] }}",
    '{% include ".icons/" ~ page.meta.icon ~ ".svg" ignore missing %}{% extends "main.html" %}',
    '{% import "partials/nav-item.html" as item with context %}{{ nav | sort }}',
    "{{ nav.pages | map(attribute='title') | join }}{{ nav.pages | selectattr('meta.date') | list }}",
]
REACHING = [
    "{{ nav.homepage.content }}",
    "{{ page.next_page.toc }}",
    "{% for page in nav.pages %}{{ page.content }}{% endfor %}",
    "{% set page = nav.homepage %}{{ page.content }}",
    "{% macro m(page) %}{{ page.content }}{% endmacro %}{{ m(nav.homepage) }}",
    "{{ nav.homepage['content'] }}",
    "{{ nav.homepage[page.meta.what] }}",
    "{{ nav.homepage | attr('content') }}",
    "{{ nav.homepage | attr(page.meta.what) }}",
    "{{ nav.pages | map(attribute='file.content_string') | join }}",
    "{{ nav.pages | map(page.meta.filter) | join }}",
    "{{ nav.pages | sort(attribute='markdown') | first }}",
    "{{ page.markdown }}",
    "{{ page.file.content_string }}",
    '{% include "script.js" %}',
    "{% include page.meta.part %}",
    '{% include ["a.html", page.meta.part] %}',
    "{% broken",
    "{{ nav.pages | join('|', attribute='content') }}",
    "{{ nav.pages | join(page.meta.separator) }}",
    "{% for one in page.links_to_anchors %}{{ one.page.title }}{% endfor %}",
    "{{ nav.homepage.present_anchor_ids }}{{ nav.homepage.update_date }}",
    "{{ nav.homepage.file.src_uri }}",
    "{% set file = page.file %}{{ file.content_bytes }}",
    "{{ config.strict }}",
    "{{ config['exclude_docs'] }}",
    "{{ config[page.meta.what] }}",
    "{% set c = config %}{{ c.site_dir }}",
    "{% set config = nav %}",
    '{% if "kind-{}".format(page.meta.kind) == "kind-x" %}x{% endif %}',
    '{% if "kind-%s" % page.meta.kind == "kind-x" %}x{% endif %}',
    "{{ '{0.content}'.format(nav.pages[1]) }}",
]


@pytest.mark.parametrize("text", KEEPING)
def test_what_a_page_shows_of_itself_is_known(tmp_path, text):
    write(tmp_path, "x.html", text)
    assert not _reaches(tmp_path / "x.html", ENV, NEVER)


@pytest.mark.parametrize("text", REACHING)
def test_what_it_may_show_of_others_is_not(tmp_path, text):
    write(tmp_path, "x.html", text)
    assert _reaches(tmp_path / "x.html", ENV, NEVER)


def test_a_template_that_cannot_be_read_may_do_anything(tmp_path):
    (tmp_path / "x.html").write_bytes(b"{{ \xff }}")
    assert _reaches(tmp_path / "x.html", ENV, NEVER)


@pytest.mark.parametrize("shown", ["content", "markdown", "file.content_string", "toc"])
def test_pages_that_show_the_text_of_others_follow_it(site, shown, caplog):
    caplog.set_level("INFO")
    text = f'{{% extends "main.html" %}}{{% block content %}}{{{{ nav.items[1].{shown} }}}}{{% endblock %}}'
    write(site, "overrides/front.html", text)
    for address in ("odd.md", "index.md"):
        page = (site / "content" / address).read_text("utf-8")
        write(site, f"content/{address}", f"---\ntemplate: front.html\n---\n\n{page}")
    built(site)
    assert "templates are run for each page: front.html may show" in caplog.text
    second = (site / "content/second.md").read_text("utf-8")
    write(site, "content/second.md", second.replace("Back", "Again back") + "\n### More\n")
    assert built(site) == built(site, fast=False, folder="anew")


def test_a_page_in_the_navigation_may_list_all_pages_with_their_texts(site):
    text = (
        '{% extends "main.html" %}{% block content %}{% for one in pages %}{{ one.page.title }}{{ one.url }}'
        "{% endfor %}{{ pages | length }}{{ pages[2].url }}{% endblock %}"
    )
    write(site, "overrides/all.html", text)
    write(site, "content/second.md", "---\ntemplate: all.html\n---\n\n# Second\n\n## There\n")
    for _ in range(2):
        assert built(site) == built(site, fast=False, folder="anew")
    write(site, "content/odd.md", "# Odd\n\nEdited.\n")
    assert built(site) == built(site, fast=False, folder="anew")
    (site / "content/odd.md").unlink()
    assert built(site) == built(site, fast=False, folder="anew")


def test_front_matter_of_other_pages_is_looked_at_by_key():
    def keys(text):
        return _keys(ENV.parse(text))

    assert keys("{{ page.meta.x }}{% set meta = page.meta or {} %}{{ meta.y }}") == set()
    assert keys("{% if one.meta and one.meta.icon %}{{ one['meta']['status'] }}{% endif %}") == {"icon", "status"}
    for text in (
        "{{ nav.homepage.meta }}",
        "{% set meta = one.meta %}{{ meta.x }}",
        "{{ one.meta.items() }}",
        "{{ one.meta.get('x') }}",
        "{{ one.meta[key] }}",
        "{{ one | attr('meta') }}",
        "{{ nav.pages | map(attribute='meta.x') | join }}",
        "{% for page in nav %}{{ page.meta.x }}{% endfor %}",
        "{{ (one.meta or {}).x }}",
    ):
        assert keys(text) is None, text


def test_a_new_day_on_pages_in_the_navigation_makes_no_other_page_anew(site, work):
    second = (site / "content/second.md").read_text("utf-8")
    built(site)
    write(site, "content/second.md", second.replace("hide:", "updated: 2024-05-06\nhide:"))
    work()
    assert built(site) == built(site, fast=False, folder="anew")
    write(site, "content/second.md", second.replace("hide:", "updated: 2024-05-07\nhide:"))
    work()
    before = {
        name: (site / "site" / name).stat().st_mtime_ns for name in ("odd/index.html", "deep/er/article/index.html")
    }
    built(site)
    assert before == {name: (site / "site" / name).stat().st_mtime_ns for name in before}
    # It, the one for lost addresses, the sitemap; and the page that lists all, which cannot be made before these are.
    assert work() == {"pages": 0, "templates": 5}
    for front in ("status: new", "icon: material/home", "subtitle: More"):
        write(site, "content/second.md", second.replace("hide:", f"{front}\nhide:"))
        assert built(site) == built(site, fast=False, folder="anew")
