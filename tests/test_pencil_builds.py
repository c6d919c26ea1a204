"""With `repo_url`, each page has a pencil that opens its file, and articles a link to report an error; else nothing."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from broadsheet.scaffold.wording import LANGUAGES
from fast_site import THEME, built, site, write  # noqa: F401 - fixtures

_PENCIL = re.compile(r'<a href="([^"]*)" title="[^"]+" class="md-content__button md-icon" rel="edit">')
_REPORT = re.compile(r'<p class="bs-report"[^>]*><a href="([^"]*)" rel="nofollow">([^<]+)</a></p>')


def furnished(site, *, repo="", feature=True, language="en"):
    settings = (site / "mkdocs.yml").read_text("utf-8")
    features = "[content.action.edit]" if feature else "[]"
    theme = f"theme: {{name: material, custom_dir: overrides, font: false, language: {language}, features: {features}}}"
    settings = re.sub(r"^theme: .*$", theme, settings, flags=re.MULTILINE)
    (site / "mkdocs.yml").write_text(settings + repo, "utf-8")
    write(
        site,
        "content/articles/2026/a b.md",
        '---\ntitle: "Rain & <b> \\"snow\\" in Oslo?"\ntemplate: article.html\n---\n\n# Rain\n\nText.\n',
    )
    write(site, "content/entities/ada.md", "---\ntitle: Ada\ntemplate: entity.html\n---\n\n# Ada\n")


GITHUB = "repo_url: https://github.com/ada/news\nedit_uri: edit/main/content/\n"


@pytest.mark.parametrize("repo", [GITHUB, GITHUB.replace("news\n", "news/\n")])
def test_each_pages_pencil_opens_its_file(site, repo, caplog):
    furnished(site, repo=repo)
    caplog.set_level("INFO", "mkdocs")
    made = built(site)
    assert "is run for each page" not in caplog.text, "our own templates are followed"
    assert made == built(site, fast=False, folder="anew")
    assert made == built(site)
    for page, file in {
        "index.html": "index.md",
        "second/index.html": "second.md",
        "deep/er/article/index.html": "deep/er/article.md",
        "articles/2026/a b/index.html": "articles/2026/a%20b.md",
        "entities/ada/index.html": "entities/ada.md",
    }.items():
        (target,) = _PENCIL.findall(made[page].decode())
        assert target.replace(" ", "%20") == f"https://github.com/ada/news/edit/main/content/{file}"


def test_articles_have_a_link_that_fills_in_the_form(site):
    furnished(site, repo=GITHUB)
    made = built(site)
    ((link, words),) = _REPORT.findall(made["articles/2026/a b/index.html"].decode())
    assert words == "Report an error"
    parts = urlsplit(html.unescape(link))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://github.com/ada/news/issues/new"
    asked = parse_qs(parts.query, strict_parsing=True)
    assert asked["template"] == ["error-in-article.yml"]
    assert asked["title"] == ['Rain & <b> "snow" in Oslo?']
    assert asked["page"][0].startswith("https://x.example/articles/2026/a")
    assert not _REPORT.findall(made["entities/ada/index.html"].decode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_speaks_the_sites_language(language):
    text = (THEME / "partials/report.html").read_text("utf-8")
    said = dict(re.findall(r'"([a-zA-Z-]+)": "([^"]+)"', text.partition("set report = ")[2].partition("} -%}")[0]))
    assert said[language]
    assert language == "en" or said[language] != said["en"]


@pytest.mark.parametrize("repo", ["", GITHUB.replace("github.com", "git.example")])
def test_elsewhere_no_form_is_asked_for(site, repo):
    furnished(site, repo=repo)
    made = built(site)
    assert not any(b"bs-report" in page for name, page in made.items() if name.endswith(".html"))
    assert bool(_PENCIL.findall(made["entities/ada/index.html"].decode())) is bool(repo)


def test_without_a_repository_pages_are_as_they_were(site):
    """The feature alone changes no page, but for the list of features in it."""
    furnished(site)
    made = built(site)
    furnished(site, feature=False)
    without = built(site)
    listed = re.compile(rb'"features": ?\[[^\]]*\]')
    pages = [name for name in made if name.endswith(".html")]
    assert {name: listed.sub(b"", made[name]) for name in pages} == {
        name: listed.sub(b"", without[name]) for name in pages
    }


def test_a_readers_browser_is_sent_to_no_other_site_for_the_repositorys_stars(site):
    furnished(site, repo=GITHUB)
    for name, page in built(site).items():
        if name.endswith(".html"):
            assert b'data-md-component="source"' not in page
            assert b'<a href="https://github.com/ada/news" title="Go to repository" class="md-source">' in page
