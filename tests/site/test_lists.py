"""Lists in a real browser, under both engines: the language filter, the trail, and what a reader without script has."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import REPOSITORY, build, served
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.outputs import drafts
from editions import article, edition, story, texts

TITLES = {
    "en": ("Ukraine asks for air defence", "The river rises in the north"),
    "fr": ("L’Ukraine demande une défense aérienne", "Le fleuve monte dans le nord"),
    "ar": ("أوكرانيا تطلب الدفاع الجوي", "النهر يرتفع في الشمال"),
}


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty-five articles, in three languages by turns: ten to a page."""
    if request.param == "zensical" and find_spec("zensical") is None:
        pytest.skip("zensical is not installed; `pip install -e '.[test]'` brings it")
    project = tmp_path_factory.mktemp("lists")
    assert CliRunner().invoke(main, ["new", str(project), "-q"]).exit_code == 0
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "- broadsheet" in text
    config.write_text(text.replace("- broadsheet:", "- broadsheet:\n      per_page: 10"), encoding="utf-8")
    assert "per_page: 10" in config.read_text("utf-8")
    records = (project / "records.jsonl").open("w", encoding="utf-8")
    with records:
        for number in range(45):
            language = list(TITLES)[number % 3]
            title = f"{TITLES[language][number % 2]} {number}"
            record = {"id": f"r{number}", "title": title, "body": f"{title}. " * 3, "language": language}
            record |= {
                "published": f"2024-04-{1 + number % 28:02}",
                "topics": ["Air & water"],
                "authors": ["Ada Martin"],
            }
            record |= {"source": {"name": "صحيفة المثال" if language == "ar" else "Example Times"}}
            records.write(json.dumps(record) + "\n")
        # Too short to tell its language.
        unknown = {
            "id": "u",
            "title": "Nota bene",
            "body": "Nota.",
            "published": "2024-04-28",
            "topics": ["Air & water"],
        }
        records.write(json.dumps(unknown) + "\n")
    made = CliRunner().invoke(main, ["generate", str(project / "records.jsonl"), "-q", "-f", str(config)])
    assert made.exit_code == 0, made.output
    if request.param == "zensical":
        command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(config)]
        said = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
        assert said.returncode == 0, said.stdout + said.stderr
    else:
        build(config, project / "site")
    return project / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as where:
        yield where


def test_a_title_in_another_language_says_which(site: Path) -> None:
    page = (site / "topics/air-water/index.html").read_text("utf-8")
    assert '<span lang="ar" dir="rtl">النهر يرتفع في الشمال' in page
    assert '<nav class="bs-block bs-trail" aria-label="' in page
    assert '<link rel="next" href="' in page
    assert 'rel="prev"' not in page
    assert (site / "topics/air-water/2/index.html").is_file()


@pytest.mark.browser
def test_a_reader_filters_a_list_by_language_with_the_keyboard(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}topics/air-water/")
    choice = page.get_by_role("group", name="Language")
    assert choice.get_by_role("button").all_inner_texts()[0].startswith("All")
    everything = page.locator(".bs-list .bs-list li:visible").count()
    choice.get_by_role("button", name="العربية").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("?language=ar")
    listed = page.locator(".bs-list .bs-list li:visible")
    assert 0 < listed.count() < everything
    assert all(title.strip() for title in listed.locator("[lang=ar]").all_inner_texts())
    assert listed.locator("[lang=ar]").count() == listed.count()
    assert choice.locator("[aria-pressed=true]").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # The choice goes along to the older page, and is the same when the address is opened anew.
    page.locator(".bs-pages a").first.click()
    page.wait_for_url("**/topics/air-water/*/?language=ar")
    page.locator(".bs-choice [aria-pressed=true]", has_text="العربية").wait_for()
    page.reload()
    shown = page.locator(".bs-list .bs-list li:visible")
    assert shown.count() == shown.locator("[lang=ar]").count() > 0
    page.get_by_role("button", name="All").click()
    assert "language" not in page.url
    assert faults == []
    context.close()


@pytest.mark.browser
def test_an_article_of_unknown_language_is_among_all_and_under_none(chromium: Any, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}topics/air-water/")
    unknown = page.locator(".bs-list .bs-list li", has_text="Nota bene")
    choice = page.get_by_role("group", name="Language")
    buttons = choice.get_by_role("button")
    counts = [int(text.split()[-1]) for text in buttons.all_inner_texts()]
    assert counts[0] == sum(counts[1:]) + 1
    assert unknown.is_visible()
    for number in range(1, len(counts)):
        buttons.nth(number).click()
        assert not unknown.is_visible()
    buttons.first.click()
    assert unknown.is_visible()
    context.close()


@pytest.mark.browser
def test_without_script_the_languages_lead_to_lists_of_their_own(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}topics/air-water/")
    page.locator(".bs-filter a", has_text="français").click()
    assert page.url.endswith("/languages/fr/")
    assert page.locator(".bs-list .bs-list li [lang=fr]").count() == page.locator(".bs-list .bs-list li").count() == 5
    page.locator(".bs-pages a").click()
    assert page.locator(".bs-list .bs-list li [lang=fr]").count() == 10
    page.locator(".bs-trail a", has_text="Languages").click()
    assert page.locator("h1").inner_text().strip().startswith("Languages")
    context.close()


@pytest.mark.browser
def test_a_leftward_title_leaves_the_words_around_it_in_their_order(chromium: Any, address: str) -> None:
    """The day stands left of the outlet's Arabic name, and both below the Arabic title, not in it."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}topics/air-water/?language=ar")
    small = page.locator(".bs-list .bs-list li:visible em").first
    script = """element => [...element.childNodes].flatMap(node => {
      const at = (text) => { const place = node.data.indexOf(text); const range = document.createRange();
        range.setStart(node, place); range.setEnd(node, place + text.length); return range.getBoundingClientRect() }
      return [at("April").left, at("صحيفة").left]
    })"""
    day, outlet = small.evaluate(script)
    assert day < outlet
    context.close()


@pytest.mark.browser
def test_a_story_stays_under_each_language_that_it_is_told_in(chromium: Any, tmp_path: Path) -> None:
    told = [
        article("Accord signed", day="2026-08-14", language="en", source="Herald"),
        article("Accord signé", day="2026-08-14", language="fr", source="Le Monde"),
        article("وقع الاتفاق", day="2026-08-14", language="ar", source="المثال"),
    ]
    alone = article("Le fleuve monte", day="2026-08-14", language="fr")
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / "generator/broadsheet/theme")
    config["plugins"], config["nav"], config["not_in_nav"] = [], ["index.md"], "*.md"
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for where, text in texts(drafts(edition([*told, alone], stories=[story(*told)]))).items():
        path = tmp_path / "content" / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(tmp_path / "mkdocs.yml", tmp_path / "site", strict=False)
    page = chromium.new_page()
    with served(tmp_path / "site") as base:
        page.goto(f"{base}editions/2026/2026-08-14/")
        buttons = page.get_by_role("group", name="Language").get_by_role("button").all_inner_texts()
        assert [" ".join(one.split()) for one in buttons] == ["All 2", "English 1", "العربية 1", "français 2"]
        for language, shown in (("ar", 1), ("en", 1), ("fr", 2)):
            page.locator(f".bs-choice [value={language}]").click()
            assert page.locator(".bs-articles h3:visible").count() == shown
            assert page.locator(".bs-articles h3:visible", has_text="Accord signed").count() == 1
    page.close()
