"""Lists in a real browser, under both engines: the language filter, the trail, and what a reader without script has."""

from __future__ import annotations

import datetime as dt
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
from broadsheet.edition import Edition
from broadsheet.model import Copy
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


def built(made: Edition, folder: Path) -> Path:
    """The site of an edition."""
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(REPOSITORY / "generator/broadsheet/theme")
    config["plugins"], config["nav"], config["not_in_nav"] = [], ["index.md"], "*.md"
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for where, text in texts(drafts(made)).items():
        path = folder / "content" / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site", strict=False)
    return folder / "site"


def choices(page: Any) -> dict[str, int]:
    """The languages that a page's filter offers, and how many entries it says there are."""
    buttons = page.locator(".bs-choice button").all()
    return {one.get_attribute("value"): int(one.locator("small").inner_text()) for one in buttons}


def seen(page: Any, sections: str) -> list[str]:
    """The languages of the headlines that are seen in some sections of a page, each headline once."""
    script = """all => Object.values(Object.fromEntries(all
      .filter(one => one.offsetParent && /articles|stories/.test(one.href))
      .map(one => [one.href, (one.querySelector("[lang]") || document.documentElement).lang])))"""
    links = page.locator(sections).locator("h2 > a, h3 > a, li a:not(em a)")
    return sorted(links.evaluate_all(script))


@pytest.mark.browser
@pytest.mark.parametrize("where", ["editions/2024/2024-W15/", "editions/2024/2024-04/", "editions/"])
def test_the_days_of_a_long_edition_are_filtered_with_its_stories(chromium: Any, address: str, where: str) -> None:
    page = chromium.new_page()
    page.goto(address + where)
    sections = ".bs-stories, .bs-days, .bs-page > .bs-list"
    counts = choices(page)
    for language in ("ar", "en", "fr"):
        page.locator(f".bs-choice [value={language}]").click()
        headlines = seen(page, sections)
        assert set(headlines) == {language}
        assert len(headlines) == counts[language]
        # No day without a headline, nothing but headlines parted by dots.
        days = page.locator(":is(.bs-days, .bs-page > .bs-list) > ul > li:visible")
        assert days.count() > 0
        assert all(day.locator("a:visible").count() > 1 for day in days.all())
        assert not any(text.strip().endswith("·") or "· ·" in text for text in days.all_inner_texts())
        assert f"?language={language}" in (days.first.locator("a").first.get_attribute("href") or "")
    page.locator(".bs-choice [value='']").click()
    assert len(seen(page, sections)) == counts[""] >= counts["ar"] + counts["en"] + counts["fr"]
    page.close()


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An accord in three languages over three days, and what became of it in one more."""
    copy = Copy(name="L’Écho", url="https://echo.example/1", published=dt.date(2026, 8, 15))
    told = [
        article("Accord signed", day="2026-08-13", source="Herald"),
        article("Accord signé", day="2026-08-14", language="fr", source="Le Monde", also_at=(copy,)),
        article("وقع الاتفاق", day="2026-08-15", language="ar", source="المثال"),
        article("Ce que dit l’accord", day="2026-08-15", language="fr", source="Le Monde"),
    ]
    others = [article("Rain", day="2026-08-15", source="Herald"), article("Pluie", day="2026-08-15", language="fr")]
    with served(built(edition([*told, *others], stories=[story(*told)]), tmp_path_factory.mktemp("copied"))) as where:
        yield where


@pytest.mark.browser
def test_a_story_is_filtered_by_language_day_by_day_and_side_by_side(chromium: Any, copied: str) -> None:
    page = chromium.new_page()
    page.goto(f"{copied}stories/2026/accord-signed/")
    assert choices(page) == {"": 4, "en": 1, "ar": 1, "fr": 2}
    for language, days, sides in (("ar", 1, 1), ("en", 1, 1), ("fr", 2, 1)):
        page.locator(f".bs-choice [value={language}]").click()
        assert set(seen(page, ".bs-days, .bs-sides")) == {language}
        assert page.locator(".bs-days h3:visible").count() == days
        assert page.locator(".bs-sides > ul > li:visible").count() == sides
    page.locator(".bs-choice [value='']").click()
    assert page.locator(".bs-days h3:visible").count() == page.locator(".bs-sides > ul > li:visible").count() == 3
    page.close()


@pytest.mark.browser
def test_the_front_page_an_article_and_a_day_are_filtered_whole(chromium: Any, copied: str) -> None:
    page = chromium.new_page()
    page.goto(copied)
    everything = seen(page, ".bs-lead, .bs-stories, .bs-running")
    assert choices(page)[""] == len(everything)
    page.locator(".bs-choice [value=fr]").click()
    assert len(seen(page, ".bs-lead, .bs-stories, .bs-running")) < len(everything)
    assert page.locator(":is(h2, h3):visible", has_text="Rain").count() == 0
    page.goto(f"{copied}editions/2026/2026-08-15/?language=fr")
    assert page.locator(".bs-copies li:visible").count() == 1
    page.locator(".bs-choice [value=en]").click()
    assert page.locator(".bs-copies h2:visible").count() == 0
    page.goto(f"{copied}articles/2026/08/13/accord-signed/?language=ar")
    assert seen(page, ".bs-story, .bs-related") == ["ar"]
    assert page.locator(".bs-story h2").is_visible()
    page.close()
    plain = chromium.new_page(java_script_enabled=False)
    plain.goto(f"{copied}stories/2026/accord-signed/?language=ar")
    assert len(seen_without_script(plain)) == 4
    plain.close()


def seen_without_script(page: Any) -> list[Any]:
    return [one for one in page.locator(".bs-days > ul > li").all() if one.is_visible()]


@pytest.mark.browser
def test_a_story_stays_under_each_language_that_it_is_told_in(chromium: Any, tmp_path: Path) -> None:
    told = [
        article("Accord signed", day="2026-08-14", language="en", source="Herald"),
        article("Accord signé", day="2026-08-14", language="fr", source="Le Monde"),
        article("وقع الاتفاق", day="2026-08-14", language="ar", source="المثال"),
    ]
    alone = article("Le fleuve monte", day="2026-08-14", language="fr")
    page = chromium.new_page()
    with served(built(edition([*told, alone], stories=[story(*told)]), tmp_path)) as base:
        page.goto(f"{base}editions/2026/2026-08-14/")
        buttons = page.get_by_role("group", name="Language").get_by_role("button").all_inner_texts()
        assert [" ".join(one.split()) for one in buttons] == ["All 2", "English 1", "العربية 1", "français 2"]
        for language, shown in (("ar", 1), ("en", 1), ("fr", 2)):
            page.locator(f".bs-choice [value={language}]").click()
            assert page.locator(".bs-articles h3:visible").count() == shown
            assert page.locator(".bs-articles h3:visible", has_text="Accord signed").count() == 1
    page.close()
