"""Search in a real browser: the box in the header, the search page, its facets and its address."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from built_site import HOSTILE, broken_links, served
from click.testing import CliRunner

from broadsheet.cli import main

pytestmark = pytest.mark.browser

PHONE, DESKTOP = (360, 740), (1440, 900)

# Shards of three articles, so that a small archive has several.
BUILD = "import broadsheet.search.shards as s; s.FEWEST = 3; from mkdocs.__main__ import cli; cli()"


def record(number: int, language: str, title: str, body: str, **more: Any) -> dict[str, Any]:
    return {"id": f"r{number}", "language": language, "title": title, "body": body, **more}


RECORDS = [
    record(
        1,
        "fr",
        "L’Ukraine demande un système de défense",
        "Selon l’ambassade, l’Ukraine attend une réponse. Le bilan s’élève à dix décès.",
        published="2024-04-16",
        source={"name": "Le Quotidien"},
        topics=["Défense"],
        entities=[{"name": "Ukraine", "kind": "place", "aliases": ["Oukraïna"]}],
    ),
    record(2, "en", "Ukraine budget adopted", "Parliament in Kyiv adopted the budget.", published="2019-05-01"),
    record(3, "ja", "東京で新幹線が停止", "台風のため新幹線が東京駅で止まった。", published="2018-09-30"),
    record(4, "zh", "乌克兰总统访问北京", "总统昨天抵达北京，将讨论贸易。", published="2018-10-02"),
    record(5, "ar", "الرئيس يزور أوكرانيا", "وصل الرئيس إلى العاصمة صباح اليوم.", published="2020-01-05"),
    record(6, "ru", "Президент посетил Москву", "Переговоры о ёлках прошли в Москве.", published="2020-02-06"),
    record(7, "pl", "Łódź gospodarzem festiwalu", "Festiwal odbędzie się w Łodzi.", published="2021-03-07"),
    record(8, "en", HOSTILE, f"Quoted in full: {HOSTILE} <script>alert(3)</script>", published="2021-04-08"),
    record(9, "it", "Dell’Italia nessuno parla", "Il paese aspetta. La città di Forlì.", published="2022-01-01"),
    record(10, "en", "No day is known", "This undated text speaks of the budget as well.", source={"name": "Herald"}),
    record(
        11,
        "en",
        "Rains come late",
        "Farmers near Khartoum, in Sudan, wait for rain.",
        published="2023-07-01",
        entities=[
            {"name": "Sudan", "kind": "place", "aliases": ["السودان", "Republic of the Sudan", "苏丹"]},
            {"name": "South Sudan", "kind": "place"},
            {"name": "Sudan Air", "kind": "organisation"},
            {"name": "Bank of Sudan", "kind": "organisation"},
        ],
    ),
    *(
        record(
            12 + number,
            "en",
            "Harvest under way",
            "Combines went out at dawn across the plain, and the barns are filling.",
            published="2024-07-02",
            source={"name": name},
            authors=["Ada Martin", "山田太郎"],
            topics=["Agriculture"],
        )
        for number, name in enumerate(("Morning Post", "Evening Echo"))
    ),
    record(
        14,
        "en",
        "A prize goes abroad",
        "The jury chose Ada Martin this year." + " It met often." * 40,
        published="2017-01-01",
    ),
    record(
        16,
        "en",
        "Bridge opens in Tallinn",
        "The mayor of Tallinn opened the Kalamaja bridge over the bay on Friday.",
        published="2015-03-06",
    ),
    record(
        17,
        "en",
        "Tallinn has its new bridge",
        "The mayor of Tallinn opened the Kalamaja bridge over the bay on Friday; cyclists crossed it first.",
        published="2015-03-07",
    ),
    record(15, "fa", "یزدی به تاریکی می\u200cرود", "او کتاب‌ها را می\u200cخواند.", published="2016-01-01"),
    *(
        record(
            20 + number,
            "en",
            f"Debate number {number}",
            f"The house debated the budget for the {number}th time." + " More was said." * number,
            published=f"20{10 + number}-06-{10 + number}",
            source={"name": "Herald" if number % 2 else "Tribune"},
            topics=["Budget"],
        )
        for number in range(14)
    ),
]


def run(project: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def made(project: Path, more: str = "", *, language: str = "en", plugins: str = "") -> Path:
    assert CliRunner().invoke(main, ["new", str(project), "-q", "--language", language]).exit_code == 0
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("plugins:\n", f"plugins:\n{plugins}")
    config.write_text(text + more, encoding="utf-8")
    for sample in (project / "inputs").iterdir():
        sample.unlink()
    lines = [json.dumps(one, ensure_ascii=False) for one in RECORDS]
    (project / "inputs/records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(project, "-m", "broadsheet", "generate")
    run(project, "-c", BUILD, "build", "--strict")
    return project / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as where:
        yield where


class Reader:
    """Somebody at a browser, and all that went wrong meanwhile."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        host = urlsplit(address).netloc
        page.on("console", self._hears)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", lambda dialog: (self.faults.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: self.faults.append(asked.url) if urlsplit(asked.url).netloc != host else None)

    def _hears(self, said: Any) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(said.text)

    def goes_to(self, where: str = "") -> None:
        self.page.goto(self.address + where)
        self.page.wait_for_load_state("load")

    def asks_the_box(self, words: str) -> None:
        self.page.wait_for_load_state("load")
        self.page.keyboard.press("/")
        self.page.locator(".bs-search-box input:focus").wait_for()
        self.page.locator(".bs-search-box input").fill(words)
        self.waits_for_the_box()

    def waits_for_the_box(self) -> None:
        self.page.wait_for_timeout(400)  # what was typed last is asked for after a pause
        told = re.compile("[0-9]|Nothing|does not")
        self.page.locator(".bs-search-box [role=status]", has_text=told).wait_for()

    def asks_the_page(self, query: str) -> list[str]:
        self.goes_to(f"search/?{query}")
        return self.titles()

    def titles(self) -> list[str]:
        """The titles that the search page shows once it has found them."""
        told = re.compile("[0-9]|Nothing|does not|Type|Aucun")
        self.page.locator(".bs-search__status", has_text=told).wait_for()
        self.page.wait_for_timeout(300)  # an answer to what was typed last
        return self.page.locator(".bs-search__finds h2").all_inner_texts()

    def facet(self, name: str) -> dict[str, int]:
        box = self.page.locator(".bs-search__facets > details", has=self.page.locator(f"summary:text-is('{name}')"))
        if not box.evaluate("box => box.open"):
            box.locator("summary").click()
            self.page.wait_for_timeout(400)
        rows = box.locator("li").all_inner_texts()
        return {row.rsplit(maxsplit=1)[0].strip(): int(row.split()[-1]) for row in rows}


@pytest.fixture
def reader(chromium: Any, address: str) -> Iterator[Callable[..., Reader]]:
    contexts = []

    def sits_down(size: tuple[int, int] = DESKTOP, where: str = address, **options: Any) -> Reader:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Reader(context.new_page(), where)

    yield sits_down
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("ukraine", "L’Ukraine demande un système de défense"),
        ("l'ukraine", "L’Ukraine demande un système de défense"),
        ("L’UKRAINE", "L’Ukraine demande un système de défense"),
        ("de l’Ukraine", "L’Ukraine demande un système de défense"),
        ("ukrain", "L’Ukraine demande un système de défense"),
        ("systeme defense", "L’Ukraine demande un système de défense"),
        ("déces", "L’Ukraine demande un système de défense"),
        ("dell'italia", "Dell’Italia nessuno parla"),
        ("italia", "Dell’Italia nessuno parla"),
        ("forli", "Dell’Italia nessuno parla"),
        ("lodz", "Łódź gospodarzem festiwalu"),
        ("ŁÓDŹ", "Łódź gospodarzem festiwalu"),
        ("新幹線", "東京で新幹線が停止"),
        ("東京 停止", "東京で新幹線が停止"),
        ("で止まっ", "東京で新幹線が停止"),
        ("乌克兰", "乌克兰总统访问北京"),
        ("访问北京", "乌克兰总统访问北京"),
        ("الرئيس", "الرئيس يزور أوكرانيا"),
        ("رئيس", "الرئيس يزور أوكرانيا"),
        ("اوكرانيا", "الرئيس يزور أوكرانيا"),
        ("يزدي", "یزدی به تاریکی می\u200cرود"),
        ("یزدی", "یزدی به تاریکی می\u200cرود"),
        ("تاريكي", "یزدی به تاریکی می\u200cرود"),
        ("می\u200cرود", "یزدی به تاریکی می\u200cرود"),
        ("میرود", "یزدی به تاریکی می\u200cرود"),
        ("اوکرانیا", "الرئيس يزور أوكرانيا"),
        ("Москве", "Президент посетил Москву"),
        ("моск", "Президент посетил Москву"),
        ("ёлк", "Президент посетил Москву"),
        ("елках", "Президент посетил Москву"),
    ],
)
def test_words_are_found_however_they_are_asked_for(reader: Callable[..., Reader], words: str, title: str) -> None:
    one = reader()
    assert title in one.asks_the_page(f"q={quote(words)}")
    assert one.page.locator(".bs-search__finds mark").count() > 0
    assert one.faults == []


@pytest.mark.parametrize(
    "words", ["ukraine zeppelin", "zeppelin", "東止", "北乌", "kraine", "budgetary budget", "%00", "🦄", "'", '"', "ab"]
)
def test_what_is_in_no_page_is_not_found(reader: Callable[..., Reader], words: str) -> None:
    one = reader()
    assert one.asks_the_page(f"q={quote(words, safe='%')}") == []
    assert re.match("Nothing found|Type", one.page.locator(".bs-search__status").inner_text())
    assert one.faults == []


def test_all_words_must_be_in_a_page_in_every_shard(reader: Callable[..., Reader]) -> None:
    assert reader().asks_the_page("q=ukraine+budget") == ["Ukraine budget adopted"]


def test_names_and_topics_are_found_first(reader: Callable[..., Reader]) -> None:
    one = reader()
    assert one.asks_the_page("q=ukraine")[0] == "Ukraine"
    assert one.asks_the_page(f"q={quote('украина')}") == ["Ukraine"]
    assert one.asks_the_page("q=budget")[0] == "Budget"


def test_the_name_that_was_asked_for_comes_before_longer_ones(reader: Callable[..., Reader]) -> None:
    one = reader()
    assert one.asks_the_page("q=sudan")[0] == "Sudan"
    item = one.page.locator(".bs-search__finds li").first
    assert item.locator(".bs-search__details").inner_text() == "Place · 1 article · 1 July 2023"
    # Each name runs its own way, and the line that of the site.
    names = item.locator("p").last
    each = names.locator("bdi").all_inner_texts()
    assert {"السودان", "苏丹"} <= set(each)
    assert "Sudan" not in each
    assert len(set(each)) == len(each)
    assert names.evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert one.faults == []


def test_an_article_is_found_by_who_wrote_and_published_it(reader: Callable[..., Reader]) -> None:
    one = reader()
    found = one.asks_the_page(f"q={quote('ada martin')}&kind=article")
    # The one that tells of her comes first.
    assert found == ["A prize goes abroad", "Harvest under way"]
    item = one.page.locator(".bs-search__finds li").last
    assert item.locator(".bs-search__details").inner_text() == "2 July 2024 · Morning Post · English · Ada Martin"
    assert item.locator("mark").all_inner_texts() == ["Ada", "Martin"]
    assert item.locator("p").last.inner_text().startswith("Combines went out")
    for words in ("morning post", "evening echo", "agricult", "山田太郎", "田太", "martin combines"):
        assert one.asks_the_page(f"q={quote(words)}&kind=article") == ["Harvest under way"]
    assert one.asks_the_page(f"q={quote('山郎')}&kind=article") == []
    assert one.faults == []


def test_facets_count_and_narrow_together(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.asks_the_page("q=budget")
    assert one.facet("Language") == {"English": 16}
    assert one.facet("What it is") == {"Articles": 16, "Topics": 1}
    assert one.facet("Source") == {"Herald": 8, "Tribune": 7}
    assert one.facet("Year")["2019"] == 2
    one.page.locator("label", has_text="Herald").click()
    assert len(one.titles()) == 8
    # Others of the same facet stay to be chosen, and count; those of other facets count what is left.
    assert one.facet("Source") == {"Herald": 8, "Tribune": 7}
    assert one.facet("Year") == {f"20{10 + number}": 1 for number in range(13, 0, -2)}
    one.page.locator("label", has_text="2019").click()
    assert one.titles() == ["Debate number 9"]
    assert parse_qs(urlsplit(one.page.url).query) == {"q": ["budget"], "source": ["Herald"], "year": ["2019"]}
    one.page.locator("label", has_text="2017").click()
    assert sorted(one.titles()) == ["Debate number 7", "Debate number 9"]
    one.page.get_by_text("Clear all").click()
    one.page.locator(".bs-search__status", has_text="Found: 17").wait_for()
    assert one.faults == []


def test_an_entity_is_a_facet_and_needs_no_word(reader: Callable[..., Reader]) -> None:
    one = reader()
    found = one.asks_the_page("entity=Ukraine")
    assert {"Ukraine", "L’Ukraine demande un système de défense"} <= set(found)
    assert one.asks_the_page("entity=Ukraine&language=fr") == ["L’Ukraine demande un système de défense"]


def test_the_newest_come_first_across_shards(reader: Callable[..., Reader], site: Path) -> None:
    listed = json.loads((site / "search/shards.json").read_text(encoding="utf-8"))
    assert len(listed) >= 4
    one = reader()
    one.asks_the_page("q=budget&kind=article")
    one.page.locator(".bs-search__form select").select_option("newest")
    one.titles()
    one.page.get_by_role("button", name="Show more").click()
    one.page.locator(".bs-search__finds li").nth(10).wait_for()
    titles = one.titles()
    debates = [int(title.split()[-1]) for title in titles if title.startswith("Debate")]
    assert debates == sorted(debates, reverse=True)
    assert len(debates) == 14
    assert titles[-1] == "No day is known"
    assert titles[4] == "Debate number 9"
    assert "sort=newest" in one.page.url


def test_a_shared_address_restores_all_of_it(reader: Callable[..., Reader]) -> None:
    one = reader()
    assert one.asks_the_page("q=budget&source=Herald&year=2019&year=2017&sort=newest") == [
        "Debate number 9",
        "Debate number 7",
    ]
    assert one.page.locator("input[type=search]").input_value() == "budget"
    assert one.page.locator(".bs-search__form select").input_value() == "newest"
    ticked = one.page.locator(".bs-search__facets input:checked")
    assert sorted(ticked.evaluate_all("all => all.map((one) => one.dataset.value)")) == ["2017", "2019", "Herald"]


def test_a_find_tells_its_day_source_and_language(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.asks_the_page("q=syst%C3%A8me")
    item = one.page.locator(".bs-search__finds li").first
    assert item.locator(".bs-search__details").inner_text() == "16 April 2024 · Le Quotidien · French"
    assert item.locator("h2 a").get_attribute("lang") == "fr"
    # As it stands there, with its own apostrophes.
    assert item.locator("p").last.inner_text().startswith("Selon l’ambassade, l’Ukraine attend")
    assert item.locator("mark").all_inner_texts() == ["système"]
    one.asks_the_page(f"q={quote('الرئيس')}")
    link = one.page.locator(".bs-search__finds h2 a").first
    assert (link.get_attribute("lang"), link.get_attribute("dir")) == ("ar", "rtl")


def test_the_keyboard_alone_leads_from_the_box_to_a_find(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.goes_to()
    one.asks_the_box("budget")
    field = one.page.locator(".bs-search-box input")
    assert field.get_attribute("aria-expanded") == "true"
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("ArrowUp")
    chosen = one.page.locator(".bs-find[aria-selected=true]")
    assert chosen.count() == 1
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id") == "bs-find-0"
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/topics/budget/?h=budget")
    one.page.locator("h1", has_text="Budget").wait_for()
    # Nothing of the box is left open, and it works on the page that was chosen.
    assert not one.page.locator("#__search").is_checked()
    one.asks_the_box("italia")
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#__search").is_checked()
    one.page.keyboard.press("s")
    one.page.locator(".bs-search-box input:focus").wait_for()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/search/?q=italia")
    # The country is there as well: the headline names it.
    assert one.titles() == ["Dell’Italia nessuno parla", "Italy"]
    assert one.faults == []


def test_the_keyboard_alone_works_the_search_page(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.asks_the_page("q=budget")
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("ArrowDown")
    focused = "document.activeElement.textContent"
    assert one.page.evaluate(focused) == one.titles()[1]
    assert one.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    one.page.keyboard.press("Escape")
    assert one.page.evaluate("document.activeElement.type") == "search"
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/topics/budget/?h=budget")
    one.page.go_back()
    one.page.wait_for_url("**/search/?q=budget")
    assert len(one.titles()) == 10


def test_the_key_of_the_box_chooses_the_words_that_stand_there(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.goes_to()
    one.asks_the_box("budget")
    field = one.page.locator(".bs-search-box input")
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("/")
    one.page.keyboard.type("ukraine")
    assert field.input_value() == "ukraine"
    one.waits_for_the_box()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/search/?q=ukraine")
    one.titles()
    # In the search page's own box, to which one comes back, too; there a date like 9/11 can be typed.
    own = one.page.locator("input[type=search]")
    one.page.locator(".bs-search__finds a").first.click()
    one.page.wait_for_url("**?h=ukraine")
    one.page.go_back()
    one.page.wait_for_url("**/search/?q=ukraine")
    one.titles()
    one.page.keyboard.press("/")
    one.page.keyboard.type("9/11")
    assert own.input_value() == "9/11"
    one.page.locator("h1").click()
    one.page.keyboard.press("/")
    one.page.keyboard.type("lodz")
    assert own.input_value() == "lodz"
    assert "Łódź gospodarzem festiwalu" in one.titles()
    assert one.faults == []


def test_what_was_asked_for_is_marked_in_the_page_until_escape(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.asks_the_page(f"q={quote('l’UKRAINE systeme')}")
    one.page.locator(".bs-search__finds a").first.click()
    one.page.locator(".bs-found-bar").wait_for()
    marks = one.page.locator("mark.bs-found")
    assert {"Ukraine", "système"} <= set(marks.all_text_contents())
    assert one.page.locator("h1 mark").count() == 2
    assert one.page.locator(".bs-found-bar").get_attribute("role") == "status"
    assert str(marks.count()) in one.page.locator(".bs-found-bar").inner_text()
    heading = one.page.locator("h1").inner_text()
    # Escape in the search box closes that, and no more.
    one.page.keyboard.press("/")
    one.page.locator(".bs-search-box input:focus").wait_for()
    one.page.keyboard.press("Escape")
    assert marks.count() > 0
    one.page.keyboard.press("Escape")
    assert (marks.count(), one.page.locator(".bs-found-bar").count()) == (0, 0)
    assert one.page.locator("h1").inner_text() == heading
    assert "h=" not in one.page.url
    assert one.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert one.faults == []


def test_marks_are_taken_away_by_a_finger_too(reader: Callable[..., Reader]) -> None:
    one = reader(PHONE, has_touch=True)
    one.goes_to(f"?h={quote(HOSTILE)}")
    button = one.page.locator(".bs-found-bar button")
    assert button.bounding_box()["height"] >= 44
    assert one.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    button.tap()
    assert one.page.locator("mark").count() == 0
    for words in ("zeppelin", "%00", "<b>", "'"):
        one.goes_to(f"?h={quote(words, safe='%')}")
        one.page.wait_for_timeout(200)
        assert one.page.locator("mark, .bs-found-bar").count() == 0
    assert one.faults == []


def test_a_story_is_chosen_by_its_headline(reader: Callable[..., Reader]) -> None:
    one = reader()
    found = one.asks_the_page("story=bridge-opens-in-tallinn")
    # The story's own page is among what belongs to it.
    assert sorted(found) == ["Bridge opens in Tallinn", "Bridge opens in Tallinn", "Tallinn has its new bridge"]
    assert one.facet("Story") == {"Bridge opens in Tallinn": 3}
    one.page.locator("label", has_text="Bridge opens in Tallinn").click()
    assert one.titles() == []
    assert urlsplit(one.page.url).query == ""
    assert one.faults == []


def test_the_way_back_undoes_a_facet(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.asks_the_page("q=budget")
    one.facet("Year")
    one.page.locator("label", has_text="2019").click()
    assert len(one.titles()) == 2
    one.page.go_back()
    one.page.wait_for_url("**/search/?q=budget")
    assert len(one.titles()) == 10
    assert one.page.locator(".bs-search__facets input:checked").count() == 0
    one.page.locator("input[type=search]").fill("italia")
    one.page.wait_for_url("**/search/?q=italia")
    # The country is there as well: the headline names it.
    assert one.titles() == ["Dell’Italia nessuno parla", "Italy"]
    assert one.faults == []


def test_a_reader_on_the_search_page_may_use_the_box_too(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.asks_the_page("q=budget")
    one.page.locator(".bs-search-box input").click()
    one.page.locator(".bs-search-box input").fill("forli")
    one.waits_for_the_box()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/search/?q=forli")
    assert "Dell’Italia nessuno parla" in one.titles()
    assert one.page.locator("input[type=search]").input_value() == "forli"


def test_another_question_in_the_box_is_answered_best_first(reader: Callable[..., Reader]) -> None:
    one = reader()
    newest = one.asks_the_page("q=budget&sort=newest&source=Herald")
    one.page.locator(".bs-search-box input").click()
    one.page.locator(".bs-search-box input").fill("budget")
    one.waits_for_the_box()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/search/?q=budget")
    best = one.titles()
    assert best[0] == "Budget" != newest[0]
    assert one.page.locator(".bs-search__form select").input_value() == ""
    one.page.go_back()
    one.page.wait_for_url("**/search/?q=budget&sort=newest&source=Herald")
    assert one.titles() == newest
    assert one.page.locator(".bs-search__form select").input_value() == "newest"


def test_a_phone_shows_search_on_the_whole_screen(reader: Callable[..., Reader]) -> None:
    one = reader(PHONE, has_touch=True)
    one.goes_to()
    one.page.locator(".bs-search-open").click()
    one.page.locator(".bs-search-box input:focus").wait_for()
    one.page.keyboard.type("budget")
    one.waits_for_the_box()
    box = one.page.locator(".bs-search-box .md-search__inner").bounding_box()
    assert (round(box["width"]), round(box["height"])) == PHONE
    one.page.locator(".bs-find__all").click()
    one.page.wait_for_url("**/search/?q=budget")
    assert len(one.titles()) == 10
    assert one.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    one.page.locator("summary", has_text="Narrow down").click()
    assert one.page.locator("label", has_text="English").bounding_box()["height"] >= 44
    assert one.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert one.faults == []


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", HOSTILE, "</script><script>alert(1)</script>"])
def test_hostile_questions_and_titles_are_text(reader: Callable[..., Reader], words: str) -> None:
    one = reader()
    titles = one.asks_the_page(f"q={quote(words)}&entity={quote(words)}&language={quote(words)}")
    assert titles == []
    assert words.split(maxsplit=1)[0] in one.page.locator(".bs-search__facets").inner_text()
    one.asks_the_page("q=quoted+full")
    assert one.page.locator(".bs-search__finds h2").inner_text() == HOSTILE
    assert "<script>alert(3)</script>" in one.page.locator(".bs-search__finds").inner_text()
    assert one.page.locator(".bs-search img, .bs-search script").count() == 0
    one.goes_to()
    one.asks_the_box("onerror")
    assert one.page.locator(".bs-find__title").first.inner_text() == HOSTILE
    assert one.page.locator(".bs-search-box img, .bs-search-box script").count() == 0
    assert one.faults == []


def test_without_script_the_lists_are_a_link_away(reader: Callable[..., Reader]) -> None:
    one = reader(PHONE, java_script_enabled=False)
    one.goes_to()
    assert not one.page.locator(".bs-search-box").is_visible()
    assert not one.page.locator(".bs-search-open").is_visible()
    one.page.locator(".bs-search-way").click()
    assert one.page.locator("h1").inner_text() == "Search"
    assert not one.page.locator("input[type=search]").is_visible()
    one.page.locator(".bs-page a", has_text="Names A–Z").click()
    assert one.page.locator("h1").is_visible()


def test_a_site_whose_index_is_gone_says_so(reader: Callable[..., Reader]) -> None:
    one = reader()
    one.page.route("**/shards.json", lambda route: route.fulfill(body="[]"))
    assert one.asks_the_page("q=budget") == []
    assert "does not work here now" in one.page.locator(".bs-search__status").inner_text()
    assert one.page.locator(".bs-page a", has_text="Archive").first.is_visible()


def test_all_of_it_works_with_files_for_addresses_and_in_another_language(
    tmp_path: Path, reader: Callable[..., Reader]
) -> None:
    site = made(tmp_path, "use_directory_urls: false\n", language="ar")
    assert broken_links(site) == []
    with served(site) as address:
        one = reader(where=address)
        one.goes_to("archive/index.html")
        one.asks_the_box("budget")
        one.page.keyboard.press("Enter")
        one.page.wait_for_url("**/search/index.html?q=budget")
        assert len(one.titles()) == 10
        assert one.page.locator(".bs-search__status").inner_text().startswith("النتائج")
        assert one.page.locator("summary", has_text="السنة").count() == 1
        # What is found stands on the page's side, whichever way it runs.
        sides = one.page.locator(".bs-search__finds [dir]").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).textAlign)"
        )
        assert set(sides) == {"right"}
        one.page.locator(".bs-search__finds h2 a", has_text="Ukraine").first.click()
        one.page.wait_for_url("**/articles/**.html?h=*")
        assert one.faults == []


def test_a_site_that_lists_materials_search_keeps_it(tmp_path: Path, reader: Callable[..., Reader]) -> None:
    site = made(tmp_path, plugins="  - search\n")
    assert not (site / "search/shards.json").exists()
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    articles = [entry["location"] for entry in index["docs"] if entry["location"].startswith("articles/")]
    assert articles
    # Each is found once, and not by the headings of its blocks.
    assert [location for location in articles if "#" in location] == []
    assert "data-search" not in next(site.glob("articles/**/index.html")).read_text(encoding="utf-8")
    with served(site) as address:
        one = reader(where=address)
        one.goes_to()
        assert one.page.locator(".bs-search-box, .bs-search-way").count() == 0
        one.page.keyboard.press("/")
        one.page.locator(".md-search__input:focus").wait_for()
        one.page.keyboard.type("budget")
        one.page.keyboard.press("End")
        one.page.locator(".md-search-result__item").first.wait_for(state="attached")
        assert one.faults == []
