"""The index of a site: what is found, how it is parted, and that one day's news changes one shard."""

from __future__ import annotations

import gzip
import json
import re
import stat
from dataclasses import replace
from itertools import pairwise

import pytest

from broadsheet.search import SearchedPage, searched_page, write_index
from broadsheet.search import pagefind as pagefind_module
from broadsheet.search import site_index as site_index_module
from broadsheet.search.cbor import decoded
from broadsheet.search.kept_shards import keep, kept
from broadsheet.search.lean_html import lean_html
from broadsheet.search.pagefind import NoIndexError
from broadsheet.search.shards import MOST_SHARDS, YOUNG, shards
from broadsheet.search.site_index import entity_names
from broadsheet.search.written_text import written

ADDRESS = "articles/2024/04/16/a/index.html"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words, as  they\nare.", "Plain words, as they are."),
        ("L’Ukraine, l'Ukraine", "L''Ukraine, l'Ukraine"),
        ("''so'’ to say", "'` `'so'` `'' to say"),
        ("« Oui »—non", "« Oui »—` `non"),
        ("“Yes”", "“` `Yes` `”"),
        ("乌克兰，iPhone手机", "乌` `克` `兰` `，` `iPhone` `手` `机"),
        ("パリ市", "パ` `リ` `市"),
        ("ที่นี่", "ที่` `นี่"),
        ("Łódź", "Łódź` `~lódź~"),
        ("Straße", "Straße` `~strasse~"),
        ("الرئيس", "الرئيس` `~رئيس~"),
        ("Ǿystein", "Ǿystein` `~oystein~"),
        ("تاریک", "تاریک` `~تاريك~"),
        ("می\u200cرود", "می` `~مي~\u200c` `رود` `~ميرود~"),
        ("`x` ___PAGEFIND_WEIGHT___9", "'x' __` `PAGEFIND` `_` `WEIGHT` `__` `9"),
        ("C-214, 7.1-magnitude, U.S.-led", "C-214, 7.1-` `magnitude, U.S.-` `led"),
        ("2–1 and 2–year", "2–1 and 2` `–` `year"),
        ("COVID-19, don't, mother-in-law’s", "COVID-19, don't, mother-in-` `law''s"),
        ("", ""),
    ],
)
def test_words_are_parted_where_readers_part_them(text, expected):
    assert written(text) == expected


def article(**front):
    return {"title": "A", "template": "article.html", "date": "2024-04-16", "id": "a", **front}


def test_an_article_is_known_by_its_own_words():
    html = (
        "<!-- broadsheet:title --><h1>A</h1><!-- /broadsheet:title sum:00 -->"
        "<!-- broadsheet:about --><p>3 min</p><!-- /broadsheet:about sum:00 -->"
        '<p><a href="x">One</a>&amp;<em>two</em></p>'
        '<h2 id=\'h\'>Three<a class="headerlink" href="#h">¶</a></h2><!-- broadsheet:related --><p>Related</p>'
        "<!-- /broadsheet:related sum:00 -->"
    )
    front = article(language="fr", source={"name": "S"}, topics=["T", "T"], entities=["e", 3])
    front |= {"authors": ["Ada Martin"], "also_at": [{"name": "O", "url": "https://o.example/a", "title": "B"}]}
    page = searched_page("articles/2024/04/16/a.md", ADDRESS, front, html)
    assert page == SearchedPage(
        address=ADDRESS,
        kind="article",
        title="A",
        text="One&two Three",
        date="2024-04-16",
        language="fr",
        authors=("Ada Martin",),
        source="S",
        also_at=("O",),
        headlines=("B",),
        topics=("T",),
        entities=("e",),
    )


def test_the_day_on_which_an_article_was_fetched_is_not_its_date():
    front = article(date=None, retrieved="2026-11-27")
    assert searched_page("articles/2026/11/27/a.md", ADDRESS, front, "<p>x</p>").date == ""


@pytest.mark.parametrize(
    "front",
    [
        article(search={"exclude": True}),
        article(retracted={"reason": "Wrong."}),
        {"title": "B", "template": "redirect.html"},
        {"title": "Search", "template": "search.html"},
    ],
)
def test_what_is_not_to_be_found_is_not_in_it(front):
    assert searched_page("articles/2024/04/16/a.md", ADDRESS, front, "<p>x</p>") is None


def test_an_entity_is_known_by_all_its_names():
    names = "<ul><li>In other languages: <span lang='uk' dir='ltr'>Київ</span> (Ukrainian), Kijów (Polish)</li></ul>"
    html = f"<h1>Kyiv</h1><p>A city.</p><!-- broadsheet:names -->{names}<!-- /broadsheet:names sum:0 -->"
    front = {"title": "Kyiv", "template": "entity.html", "id": "kyiv", "kind": "place", "aliases": ["Kiev"]}
    page = searched_page("entities/kyiv.md", "entities/kyiv/index.html", front, html)
    assert page
    assert (page.kind, page.text, page.entities) == ("place", "Kiev · Київ · Kijów · A city.", ("kyiv",))


def test_an_entity_has_each_name_once_and_says_how_often_it_is_named():
    lines = (
        "<li>Also called: Washington, D.C., Kiev, Kyiv</li><li>In other languages: <span>أوكرانيا</span> (Arabic)</li>"
    )
    html = (
        '<h1>Kyiv</h1><!-- broadsheet:about --><p><a href="x">Places</a></p>\n'
        '<p><a href="w">Wikidata Q1</a> · 11 articles · first named 1 May 2024 · <a href="f">Feed</a></p>'
        f"<!-- /broadsheet:about sum:0 --><!-- broadsheet:names --><ul>{lines}</ul><!-- /broadsheet:names sum:0 -->"
    )
    front = {"title": "Kyiv", "template": "entity.html", "id": "kyiv", "kind": "place", "aliases": ["Washington, D.C."]}
    page = searched_page("entities/kyiv.md", "entities/kyiv/index.html", front, html)
    assert page
    assert page.text == "Washington, D.C. · Kiev · أوكرانيا"
    assert page.about == "11 articles · first named 1 May 2024"
    assert "11 articles" in lean_html(page, {})


def test_a_story_shows_the_sentence_that_sums_it_up():
    html = "<h1>Fire</h1><!-- broadsheet:lead --><p>A plant <em>burns</em>.</p><!-- /broadsheet:lead sum:0 -->"
    page = searched_page("stories/2026/fire.md", "stories/2026/fire/index.html", {"title": "Fire", "id": "fire"}, html)
    assert page
    assert (page.kind, page.lead, page.text, page.story) == ("story", "A plant burns.", "", "fire")


def test_a_page_by_hand_is_known_by_its_heading():
    page = searched_page("about.md", "about/index.html", {}, "<h1>About <em>us</em></h1>\n<p>Who we are.</p>")
    assert page
    assert (page.kind, page.title, page.text) == ("page", "About us", "Who we are.")


def test_namesakes_are_told_apart_in_facets():
    pages = [
        SearchedPage(address=f"entities/{one}/index.html", kind="place", title=name, text="", entities=(one,))
        for one, name in (("paris", "Paris"), ("paris-2", "Paris"), ("rome", "Rome"))
    ]
    assert entity_names(pages) == {"paris": "Paris (paris)", "paris-2": "Paris (paris-2)", "rome": "Rome"}


def test_an_article_is_found_by_its_copies_outlets_and_headlines():
    page = SearchedPage(
        address="a", kind="article", title="A", text="x", source="S", also_at=("O", "", "S"), headlines=("Elsewhere",)
    )
    html = lean_html(page, {})
    assert re.findall('filter="source" data-pagefind-ignore>([^<]*)<', html) == ["S", "O"]
    assert "Elsewhere" in html


def test_hostile_text_stays_text_in_the_lean_page():
    page = SearchedPage(
        address="a",
        kind="article",
        title="<img onerror=x>",
        text="</p><script>",
        authors=("</i><script>",),
        source="<b>&",
    )
    html = lean_html(page, {})
    assert "<img" not in html
    assert "<script" not in html
    assert "<b>" not in html


@pytest.mark.parametrize(("title", "text"), [("A", ""), ("?!", "…"), ("", "")])
def test_a_page_of_few_words_is_in_the_index_too(tmp_path, title, text):
    write_index(
        [SearchedPage(address="a/index.html", kind="page", title=title, text=text)], tmp_path / "site", tmp_path
    )
    assert len(list((tmp_path / "site").rglob("*.pf_fragment"))) == 1


def dated(number, day):
    return SearchedPage(address=f"articles/{number:06}/index.html", kind="article", title="A", text="a", date=day)


def test_a_new_day_changes_the_newest_shard_alone():
    days = [f"20{year:02}-{month:02}-10" for year in range(10, 24) for month in range(1, 13)]
    pages = [dated(number, days[number * len(days) // 6000]) for number in range(6000)]
    undated = replace(dated(7000, ""), text="u")
    name = SearchedPage(address="entities/a/index.html", kind="place", title="A", text="", entities=("a",))
    before = shards([*pages, undated, name])
    after = shards([*pages, dated(6001, "2024-01-01"), undated, name])
    assert [shard.name for shard in before][-2:] == ["undated", "names"]
    assert [shard for shard in before if shard not in after] == [before[0]]
    assert [len(shard.pages) for shard in before] == [857, 1035, 4108, 1, 1]
    periods = [(shard.pages[0].date, shard.pages[-1].date) for shard in before[:-2]]
    assert periods == sorted(periods, reverse=True)
    assert all(newer[0][:7] > older[1][:7] for newer, older in pairwise(periods))


def test_young_shards_become_one_once_they_fill_it():
    days = [f"20{year:02}-{month:02}-{day:02}" for year in (24, 25) for month in range(1, 13) for day in range(1, 27)]
    known: set[tuple[str, int]] = set()
    made = []
    for number in range(400, 6400, 400):
        parts = shards([dated(one, days[one // 10]) for one in range(number)])
        now = {(shard.name, len(shard.pages)) for shard in parts}
        made.append(sum(size for _, size in now - known))
        known = now
    assert sorted(made)[len(made) // 2] < 1500
    assert sum(made) < 3.2 * 6000


def test_shards_stay_few_however_large_the_archive():
    many = [dated(number, f"{1900 + number // 400:04}-01-01") for number in range(40_000)]
    assert len(shards(many)) <= MOST_SHARDS + YOUNG
    assert shards([]) == []


PAGES = [
    dated(1, "2024-04-16"),
    replace(dated(2, "2024-04-17"), text="budget"),
    replace(dated(3, ""), text="undated"),
    SearchedPage(address="entities/a/index.html", kind="place", title="A", text="", entities=("a",)),
]


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_shard_that_has_not_changed_is_not_made_again(tmp_path):
    assert write_index(PAGES, tmp_path / "site", tmp_path) == 3
    listed = json.loads((tmp_path / "site/search/shards.json").read_text(encoding="utf-8"))
    assert [(one["name"], one["pages"]) for one in listed] == [("2024-04", 2), ("undated", 1), ("names", 1)]
    assert write_index(PAGES, tmp_path / "again", tmp_path) == 0
    assert files(tmp_path / "again") == files(tmp_path / "site")
    assert write_index([*PAGES, dated(4, "2024-04-18")], tmp_path / "more", tmp_path) == 1
    assert len(list((tmp_path / ".cache/broadsheet/search").iterdir())) == 3 * 2


def told(folder, path):
    return json.loads(gzip.decompress((folder / path).read_bytes()))


def only_shard(site):
    """The folder of the one shard of a site, and that of its one piece."""
    (shard,) = json.loads((site / "search/shards.json").read_text(encoding="utf-8"))
    folder = site / "search" / shard["folder"]
    ((piece, _),) = told(folder, "meta")["pieces"]
    return folder, site / "search" / piece


def test_the_index_says_how_often_a_word_is_in_a_page_and_its_title(tmp_path):
    pages = [
        replace(dated(1, "2024-04-16"), title="Rain", text="Rain, rain. A café, a Cafe."),
        replace(dated(2, "2024-04-15"), title="Sun", text="No rain."),
        replace(dated(3, "2024-04-17"), title="東京", text="東京で東京"),
    ]
    write_index(pages, tmp_path / "site", tmp_path)
    shard, piece = only_shard(tmp_path / "site")
    meta = told(shard, "meta")
    addresses = [
        json.loads(gzip.decompress((piece / f"{number}.pf_fragment").read_bytes())[12:])["url"] for number in range(3)
    ]
    number = {int(address.strip("/").split("/")[1]): place for place, address in enumerate(addresses)}
    assert [place + sum(meta["dated"][:index]) for index, place in enumerate(meta["dated"])] == [
        number[2],
        number[1],
        number[3],
    ]
    words = {word: rest for chunk in range(len(meta["chunks"])) for word, *rest in told(shard, f"{chunk}.pf_index")}

    def found(word):
        row = words[word][0]
        return {sum(row[: place + 1 : 2]): row[place + 1] for place in range(0, len(row), 2)}

    assert found("rain") == {number[1]: 2 * 2 + 1, number[2]: 2 * 1}
    assert found("cafe") == {number[1]: 2 * 2}
    assert len(words["rain"]) == 1
    # Signs keep their places, so that they may be found side by side.
    assert found("東") == {number[3]: 2 * 2 + 1}
    ((text, title),) = words["東"][1]
    assert (text[1], len(text), len(title)) == (3, 2, 1)
    assert not [word for word in words if word.startswith("2024")]
    assert set(meta["filters"]) == {"year"}


def test_who_wrote_an_article_is_in_the_index_and_counts_for_nothing(tmp_path):
    page = replace(
        dated(1, "2024-04-16"), title="Rain", text="Rain in Ghent, says Ada. 山", authors=("Ada Martin", "山田")
    )
    page = replace(page, source="Het Nieuws", also_at=("The Echo",), topics=("Łódź",))
    write_index([page], tmp_path / "site", tmp_path)
    shard, piece = only_shard(tmp_path / "site")
    words = {word: rest for word, *rest in told(shard, "0.pf_index")}
    assert words["ada"] == [[0, 2]]
    assert [words[word] for word in ("martin", "nieuws", "echo", "lodz")] == [[[0, 0]]] * 4
    # Of signs, where they stand: in the text, in the title, beside them.
    assert words["山"] == [[0, 2], [[[5], [], [3]]]]
    assert words["田"] == [[0, 0], [[[], [], [4]]]]
    shown = json.loads(gzip.decompress((piece / "0.pf_fragment").read_bytes())[12:])
    assert shown["content"].startswith("Rain in Ghent")
    assert shown["meta"]["beside"].startswith("Ada Martin · 山` `田 · Het Nieuws · The Echo · Łódź")


@pytest.mark.parametrize("packed", [b"", b"\x82\x01", b"\xa1\x01\x02", b"\x9f\x01\xff", b"\x81\xf5", b"\x1f"])
def test_what_pagefind_does_not_write_is_not_read(packed):
    with pytest.raises((ValueError, IndexError)):
        decoded(packed)


def test_numbers_of_all_sizes_are_read():
    packed = bytes.fromhex("8817 1818 190100 1a00010000 1b0000000100000000 20 3818 6161".replace(" ", ""))
    assert decoded(packed) == [23, 24, 256, 65536, 1 << 32, -1, -25, "a"]


def test_an_index_in_another_form_is_no_index(tmp_path, monkeypatch):
    monkeypatch.setattr(site_index_module, "indexed", lambda *_: {"meta": gzip.compress(b"something else")})
    with pytest.raises(NoIndexError, match="not in the form that is read here"):
        write_index(PAGES, tmp_path / "site", tmp_path)


def test_a_damaged_shard_is_made_again(tmp_path):
    write_index(PAGES, tmp_path / "site", tmp_path)
    for damaged in sorted((tmp_path / ".cache/broadsheet/search").iterdir())[:4]:
        damaged.write_bytes(damaged.read_bytes()[:-1])
        damaged.with_name(damaged.name[::-1]).write_bytes(b"")
    assert write_index(PAGES, tmp_path / "again", tmp_path) >= 1
    assert files(tmp_path / "again") == files(tmp_path / "site")


def test_what_is_kept_comes_back_as_it_was(tmp_path):
    content = {"meta": b"\n1", "a.pf_index": b"", "ä": bytes(range(256))}
    keep(tmp_path, "x", content)
    assert kept(tmp_path, "x") == content
    assert kept(tmp_path, "y") is None


def test_what_would_lead_out_of_the_site_is_not_taken(tmp_path):
    keep(tmp_path, "x", {"../../a": b"1"})
    assert kept(tmp_path, "x") is None


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path):
    (tmp_path / ".cache").write_text("a file where the folder should be", encoding="utf-8")
    assert write_index(PAGES, tmp_path / "site", tmp_path) == 3
    assert write_index(PAGES, tmp_path / "site", tmp_path) == 3


def test_an_archive_without_a_page_has_an_empty_list(tmp_path):
    assert write_index([], tmp_path / "site", tmp_path) == 0
    assert (tmp_path / "site/search/shards.json").read_text(encoding="utf-8") == "[]\n"


def program(folder, script):
    path = folder / "pagefind"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "not installed on this machine; run: pip install"),
        ('[ "$1" = --version ] && echo pagefind 1.5.9 || { echo "out of ink" >&2; exit 3; }', "out of ink"),
        ('[ "$1" != --version ] || echo pagefind 1.5.9', "made 0 indexes"),
        ("echo pagefind 2.0.0", "is of version 2.0.0; run: pip install"),
        ("exit 1", "does not run here"),
    ],
)
def test_a_site_without_pagefind_is_told_and_says_so_itself(tmp_path, monkeypatch, script, said):
    given = program(tmp_path, script) if script else None
    monkeypatch.setattr(pagefind_module, "_program", lambda: given)
    with pytest.raises(NoIndexError, match=said):
        write_index(PAGES, tmp_path / "site", tmp_path)
    assert (tmp_path / "site/search/shards.json").read_text(encoding="utf-8") == "[]\n"


def test_a_word_is_in_the_index_as_it_may_be_asked_for_and_not_twice(tmp_path):
    one = SearchedPage(address="a/index.html", kind="article", title="Łódź", text="کتاب‌های سیاه", language="fa")
    write_index([one], tmp_path, tmp_path)
    parts = [json.loads(gzip.decompress(path.read_bytes())) for path in tmp_path.rglob("*.pf_index")]
    assert sorted(word for part in parts for word, *_ in part) == sorted(["lodz", "كتاب", "هاي", "كتابهاي", "سياه"])
