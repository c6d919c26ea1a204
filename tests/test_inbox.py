"""The inbox: what waits for a person, why, the sentence, and what settles it; as page, lines, JSON and Markdown."""

import json
import random
import re
import time
from dataclasses import replace

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.entities import name_all
from broadsheet.entities.duplicates import likely_duplicates
from broadsheet.mkdocs_plugin.inbox_link import inbox_link
from broadsheet.model import Article, Entity, Mention, NamedEntity, Question
from broadsheet.outputs.inbox import MOST, SUMMARY, as_json, as_markdown, inbox, lines
from editions import article as placed
from editions import edition

TOWN = Entity(id="vesper", name="Vesper", kind="place")
CLUB = Entity(id="vesper-fc", name="Vesper FC", kind="organisation", aliases=("Vesper",))


def alike(*entities, articles=()):
    """The pairs found; each article is the ids that it names."""
    mentions = {f"a{n}": [Mention(k, k + 1, "x", one) for k, one in enumerate(ids)] for n, ids in enumerate(articles)}
    found = likely_duplicates({one.id: one for one in entities}, mentions)
    return [(one.first, one.second, one.sign) for one in found]


def person(one, name, **more):
    return Entity(id=one, name=name, kind="person", **more)


def asked(*articles, known=(), language="en", **settings):
    """An edition of articles with what they leave open."""
    naming = name_all(known, articles, language)
    made = edition(articles, naming.entities.values(), language=language, **settings)
    return type(made)(made.config, made.articles, naming.entities, naming.mentions, questions=naming.questions)


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("Volodymyr Zelensky", "Володимир Зеленський", "script"),
        ("Vladimir Putin", "Владимир Путин", "script"),
        ("Benjamin Netanyahu", "Benyamin Netanyahou", "spelling"),
        ("Khan Younis", "Khan Yunis", "spelling"),
        ("Muhammad Salem", "Mohamed Salem", "spelling"),
        ("BFM TV", "BFMTV", "spelling"),
        ("Emmanuel Macron", "Emanuel Macron", "spelling"),
    ],
)
def test_spellings_of_one_name_are_found(one, other, sign):
    assert alike(Entity(id="a", name=one), Entity(id="b", name=other)) == [("a", "b", sign)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Kordofan", "South Kordofan"),
        ("Apollo 12", "Apollo 13"),
        ("Anna Vesper", "Boris Vesper"),
        ("Joe Biden", "Jill Biden"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("New York", "New York Times"),
        ("World War I", "World War II"),
    ],
)
def test_names_that_only_look_alike_are_not(one, other):
    assert alike(Entity(id="a", name=one), Entity(id="b", name=other)) == []


def test_the_same_wikidata_id_is_the_surest_sign_and_another_one_speaks_against_it():
    assert alike(Entity(id="a", name="Xx", wikidata="Q1"), Entity(id="b", name="Yy", wikidata="Q1")) == [
        ("a", "b", "wikidata")
    ]
    assert alike(Entity(id="a", name="Vesper", wikidata="Q1"), Entity(id="b", name="Vesper", wikidata="Q2")) == []


def test_a_countrys_name_in_another_script_leads_to_the_country():
    country = Entity(id="ukraine", name="Ukraine", kind="place", country="UA")
    assert alike(country, Entity(id="x", name="ウクライナ")) == [("ukraine", "x", "script")]


def test_a_fuller_form_or_an_acronym_needs_company_that_both_keep():
    one, other = person("a", "Joe Biden"), person("b", "Joseph Biden")
    friends = [Entity(id=name, name=name) for name in ("orme", "tarn")]
    assert alike(one, other, *friends, articles=[("a", "orme"), ("b", "tarn")]) == []
    assert alike(one, other, *friends, articles=[("a", "orme", "tarn"), ("b", "tarn", "orme")]) == []  # not one: Joe
    short, full = person("a", "J. Biden"), person("b", "Joseph Biden")
    apart = [("a", "orme", "tarn"), ("b", "tarn", "orme")]
    assert alike(short, full, *friends, articles=apart) == [("a", "b", "surname")]
    who, health = Entity(id="a", name="WHO"), Entity(id="b", name="World Health Organization")
    assert alike(who, health) == []
    assert alike(who, health, articles=[("a", "b")]) == [("a", "b", "acronym")]


def test_two_alike_in_one_article_are_two():
    pair = Entity(id="a", name="Khan Younis"), Entity(id="b", name="Khan Yunis")
    assert alike(*pair, articles=[("a", "b")]) == []


@pytest.mark.parametrize("settled", [{"not_same_as": ("b",)}, {"merged_into": "b"}])
def test_what_a_person_settled_never_comes_again(settled):
    assert alike(Entity(id="a", name="Khan Younis", **settled), Entity(id="b", name="Khan Yunis")) == []
    assert alike(Entity(id="a", name="Khan Younis"), Entity(id="b", name="Khan Yunis", not_same_as=("a",))) == []


def test_persons_are_no_places():
    assert alike(person("a", "Khan Younis"), Entity(id="b", name="Khan Yunis", kind="place")) == []


def test_many_entities_are_compared_in_time_that_grows_with_them():
    dice = random.Random(7)  # noqa: S311 - no secret
    parts = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()  # noqa: SIM905 - reads best

    def took(count):
        made = [
            person(f"p{n}", " ".join("".join(dice.choices(parts, k=3)).title() for _ in range(2))) for n in range(count)
        ]
        began = time.perf_counter()
        likely_duplicates({one.id: one for one in made}, {})
        return time.perf_counter() - began

    few, many = took(1_000), took(8_000)
    assert many < 40 * few  # quadratic would be 64


DOUBTFUL = placed("Rain", "Vesper lost. Nobody knew why.", day="2026-05-01", language="en")


def test_a_name_in_doubt_comes_with_its_sentence_and_the_lines_that_settle_it():
    made = asked(DOUBTFUL, known=[TOWN, CLUB])
    (one,) = [entry for entry in as_json(made) if entry["about"] == "ambiguous"]
    assert one["name"] == "Vesper"
    assert one["sentences"][0]["text"] == "Vesper lost."
    assert one["why"] == ["It may mean Vesper (place) or Vesper FC (organisation)."]
    assert one["settle"] == [
        {"what": f"It is {said}: in content/{DOUBTFUL.address}", "with": f"meant:\n  Vesper: {one}"}
        for said, one in (
            ("Vesper (place)", "vesper"),
            ("Vesper FC (organisation)", "vesper-fc"),
            ("something else", "false"),
        )
    ]


def test_a_name_that_may_be_none_of_ours_can_be_settled_by_a_longer_phrase():
    made = asked(placed("Rain", "They saw Georgia Orme there.", day="2026-05-01", language="en"))
    found = [entry for entry in as_json(made) if entry["about"] == "ambiguous"]
    assert [way["with"] for one in found for way in one["settle"]][2:] in ([], ["not_meant:\n  - Georgia Orme"])


def test_a_country_that_has_no_page_yet_can_be_meant_all_the_same():
    (one,) = as_json(asked(placed("Rain", "They saw Georgia there.", day="2026-05-01", language="en")))
    assert one["why"] == ["It may mean Georgia (georgia), or something else."]
    assert [way["with"] for way in one["settle"]] == ["meant:\n  Georgia: georgia", "meant:\n  Georgia: false"]


def test_an_undated_article_comes_with_the_line_that_dates_it():
    (one,) = as_json(asked(placed("Rain", "It rained.", language="en")))
    assert one["about"] == "undated"
    assert one["settle"][0]["with"] == "date: YYYY-MM-DD"


def test_a_suggested_name_is_asked_about_once_it_stands_in_two_articles():
    articles = [
        placed(f"Rain {n}", "He met the Tern Valley Times there.", day="2026-05-01", language="en") for n in (1, 2)
    ]
    (one,) = as_json(asked(*articles))
    assert [way["with"] for way in one["settle"]] == [
        "broadsheet entities adopt tern-valley-times",
        "broadsheet entities reject tern-valley-times",
    ]
    assert as_json(asked(articles[0])) == []


def test_a_name_into_which_another_was_merged_is_asked_about_no_more():
    articles = [
        placed(f"Rain {n}", "He met the Tern Valley Times there.", day="2026-05-01", language="en") for n in (1, 2)
    ]
    times = Entity(id="tern-valley-times", name="Tern Valley Times", kind="organisation", status="suggested")
    other = Entity(id="tv-times", name="TV Times", kind="organisation", status="suggested")
    merged = replace(other, merged_into="tern-valley-times", judged=True)
    assert len(as_json(asked(*articles, known=(times, other)))) == 1
    assert as_json(asked(*articles, known=(times, merged))) == []


def test_where_nothing_waits_there_is_no_page():
    made = asked(placed("Rain", "It rained in Peru.", day="2026-05-01", language="en"))
    assert list(inbox(made)) == []
    assert as_markdown(made) == ""
    assert list(lines(made)) == ["Nothing waits for you."]


def test_the_page_is_out_of_search_and_of_robots_reach():
    (page,) = inbox(asked(DOUBTFUL, known=[TOWN, CLUB]))
    assert page.address == "archive/inbox.md"
    assert page.front["search"] == {"exclude": True}
    assert page.front["robots"] == "noindex"


def test_the_page_is_in_the_sites_language():
    (page,) = inbox(asked(DOUBTFUL, known=[TOWN, CLUB], language="fr"))
    text = "\n".join(part.text for part in page.parts)
    assert "# À trancher" in text
    assert "Ce nom peut désigner Vesper (lieu) ou Vesper FC (organisation)." in text


def test_the_page_stays_short_and_counts_the_rest():
    many = [placed(f"Rain {n}", "It rained.", language="en") for n in range(MOST["undated"] + 7)]
    (page,) = inbox(asked(*many))
    text = "\n".join(part.text for part in page.parts)
    assert text.count("date: YYYY-MM-DD") == MOST["undated"]
    assert "*7 more:* `broadsheet inbox --json`" in text
    assert len(as_json(asked(*many))) == MOST["undated"] + 7


def test_hostile_names_stay_text():
    evil = "Ve<!-- /broadsheet:list -->```<script>"
    known = [Entity(id="a`b", name=evil, aliases=("Vesper",)), TOWN]
    one = placed("<img src=x onerror=1>", "Vesper [x](javascript:1) lost.", day="2026-05-01", language="en")
    text = as_markdown(asked(one, known=known))
    assert "<!--" not in text
    outside = "".join(re.split(r"^`{3,}$", text, flags=re.MULTILINE)[::2])
    assert "<script>" not in outside
    assert "<img" not in outside


def test_the_order_of_articles_changes_nothing():
    articles = [placed(f"Rain {n}", "Vesper lost. Tern Valley won.", day="2026-05-01", language="en") for n in range(5)]
    articles.append(placed("Sun", "Vesper won.", language="en"))
    first = as_json(asked(*articles, known=[TOWN, CLUB]))
    assert first == as_json(asked(*reversed(articles), known=[CLUB, TOWN]))
    assert first


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site with a name in doubt."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\n")
    record = {"id": "x", "title": "Rain", "published": "2026-05-01", "language": "en", "body": "Vesper lost."}
    (tmp_path / "in.jsonl").write_text(json.dumps(record))
    pages = tmp_path / "content" / "entities"
    pages.mkdir(parents=True)
    (pages / "vesper.md").write_text("---\ntitle: Vesper\nkind: place\n---\n")
    (pages / "vesper-fc.md").write_text("---\ntitle: Vesper FC\naliases:\n  - Vesper\n---\n")
    return tmp_path


def run(*words):
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_prints_lines_json_or_markdown_and_writes_nothing(site):
    run("generate", "in.jsonl")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert "Which one is meant? (1)\n  Vesper\n      “Vesper lost.”" in run("inbox")
    assert json.loads(run("inbox", "--json"))[0]["name"] == "Vesper"
    assert run("inbox", "--markdown").startswith("# Inbox\n")
    assert CliRunner().invoke(main, ["inbox", "--json", "--markdown"]).exit_code == 2
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_github_job_gets_it_in_its_summary(site, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site / "summary.md"))
    (site / "summary.md").write_text("Before\n")
    run("generate", "in.jsonl", "--dry-run")
    assert (site / "summary.md").read_text() == "Before\n"
    run("generate", "in.jsonl")
    said = (site / "summary.md").read_text()
    assert said.startswith("Before\n# Broadsheet\n")
    assert "\n\n# Inbox\n" in said


def test_what_does_not_fit_into_a_jobs_summary_is_counted():
    made = edition(
        [placed(f"Undated {n} " + "@" * 900, f"{'Words, ' * 40}.") for n in range(25)],
        language="en",
    )
    whole = as_markdown(made)
    assert "*5 more:* `broadsheet inbox --json`" in whole
    for room in (0, 5_000, 20_000, len(whole.encode()) + 4_000):
        short = as_markdown(made, room)
        shown = short.count("### ")
        assert len(short.encode()) <= max(room, 4_000)
        assert f"*{25 - shown} more:* `broadsheet inbox --json`" in short
    assert short == whole


def test_a_summary_stays_below_what_github_shows(site, monkeypatch):
    summary = site / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    summary.write_text("Before\n" + "x" * (SUMMARY - 4_300))
    run("generate", "in.jsonl")
    assert summary.stat().st_size <= SUMMARY
    assert summary.read_text().endswith("## Which one is meant? (1)\n\n*1 more:* `broadsheet inbox --json`\n")
    summary.write_text("x" * SUMMARY)
    told = run("generate", "in.jsonl")
    assert summary.stat().st_size == SUMMARY
    assert f"note      {summary}: is full, so the job's summary is without the inbox" in told


def test_a_settled_entry_is_gone_after_the_next_run_and_so_is_the_empty_page(site):
    run("generate", "in.jsonl")
    page = site / "content" / "archive" / "inbox.md"
    assert "### Vesper" in page.read_text()
    article = next(site.glob("content/articles/**/rain.md"))
    text = article.read_text()
    article.write_text(text.replace("\nid: x\n", "\nid: x\nentities:\n  - vesper\n"))
    run("generate")
    assert not page.exists(), page.read_text()
    assert "[Vesper](../../../../entities/vesper.md) lost." in article.read_text()


def test_home_leads_to_the_inbox_only_while_serving():
    assert inbox_link("archive/inbox/", "fr") == '\n<p class="bs-inbox"><a href="archive/inbox/">À trancher</a></p>\n'


def test_records_that_name_a_thing_settle_it_in_their_articles():
    said = (NamedEntity(name="Vesper FC", kind="organisation"),)
    assert not name_all([TOWN, CLUB], [Article(id="a", title="-", body="Vesper.", entities=said)], "en").questions


def test_two_that_are_called_alike_are_told_apart_by_their_ids():
    towns = [Entity(id=one, name="Springfield", kind="place") for one in ("springfield-ohio", "springfield-utah")]
    made = asked(placed("Rain", "Springfield lost.", day="2026-05-01", language="en"), known=towns)
    (one,) = [entry for entry in as_json(made) if entry["about"] == "ambiguous"]
    assert one["why"][0] == (
        "It may mean Springfield (place, springfield-ohio) or Springfield (place, springfield-utah)."
    )


def test_a_jobs_summary_makes_no_link_and_calls_nobody_of_what_an_article_says():
    body = "Vesper lost, see https://evil.example or www.evil.example, said @somebody."
    text = as_markdown(asked(placed("Rain", body, day="2026-05-01", language="en"), known=[TOWN, CLUB]))
    assert "&#64;somebody" in text
    assert not any(bad in text for bad in ("https:", "www.", "@"))
    assert "\nmeant:\n  Vesper: vesper\n" in text


def test_a_name_that_looks_like_an_option_is_none_in_the_command():
    made = asked(placed("Rain", "It rained.", day="2026-05-01", language="en"))
    question = Question(about="suggested", name="--help", articles=2)
    made = type(made)(made.config, made.articles, made.entities, made.mentions, questions=[question])
    (one,) = as_json(made)
    assert [way["with"] for way in one["settle"]] == [
        "broadsheet entities adopt -- --help",
        "broadsheet entities reject -- --help",
    ]
