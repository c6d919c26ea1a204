"""Pictures on the pages: well-formed, the same everywhere, readable, with words that say the same."""

import datetime as dt
import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet import addresses
from broadsheet.outputs import drafts
from broadsheet.outputs.network import MOST, PITCH, ROOM, Network, Node, drawn, placed, thinned
from broadsheet.outputs.svg import FONT, WIDTH, escaped, fitted, picture, width
from broadsheet.outputs.timeline import BARS, summary, timeline, told
from broadsheet.outputs.timeline import drawn as drawn_line
from broadsheet.outputs.words import words_for
from editions import article, edition, entity, texts
from test_outputs_pages import HOSTILE

PLAIN = re.compile(r"<!-- picture: (<svg .*?</svg>) :picture -->", re.DOTALL)
ALLOWED = {"svg", "title", "desc", "path", "rect", "circle", "text", "g", "a"}


def opened(comment):
    """The picture in a comment, as a browser would read it once the theme has taken it out."""
    found = PLAIN.fullmatch(comment)
    assert found, comment
    assert "-->" not in found[1]
    assert "--!" not in found[1]
    assert "\n\n" not in found[1]
    return ET.fromstring(found[1])  # noqa: S314 - what we wrote ourselves


def boxes(network):
    """The rectangle that each label takes, and each dot."""
    for one in placed(network):
        wide = max(map(width, one.lines))
        left = one.label_x if one.right else one.label_x - wide
        high = FONT * len(one.lines)
        yield one, (left, one.y - high // 2 - 1, left + wide, one.y + high // 2 + 1)
        yield one, (one.x - 7, one.y - 7, one.x + 7, one.y + 7)


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


names = st.text(min_size=1, max_size=60) | st.sampled_from(
    [
        "Ukraine",
        "Chinese Communist Party of Somewhere",
        "國際原子能機構" * 3,
        "اليونيسف",
        "WWWWWWWWWWWWWWWWWWWWWW",
        *HOSTILE,
    ]
)


@st.composite
def networks(draw):
    count = draw(st.integers(1, MOST))
    nodes = [Node(f"e{place:02}", draw(names), f"../e{place}/") for place in range(count)]
    pairs = list(combinations([node.key for node in nodes], 2))
    ties = {
        pair: draw(st.integers(2, 500))
        for pair in (draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else ())
    }
    middle = draw(st.none() | names.map(lambda name: Node("m", name, "")))
    return Network(nodes, ties, middle, {node.key: 2 for node in nodes} if middle else None)


@settings(deadline=None, max_examples=150)
@given(networks())
def test_no_label_of_a_network_meets_another_and_all_lie_within(network):
    found = list(boxes(network))
    for (one, box), (other, its) in combinations(found, 2):
        assert one is other or not meet(box, its), (one, other)
    height = int(opened(drawn(network, "n", "t", "d")).attrib["viewBox"].split()[3])
    for _, (left, top, right, bottom) in found:
        assert 0 <= left <= right <= WIDTH
        assert 0 <= top <= bottom <= height


@settings(deadline=None, max_examples=100)
@given(networks().filter(lambda network: network.middle))
def test_the_name_in_the_middle_stands_on_its_own_ground_clear_of_every_dot(network):
    root = opened(drawn(network, "n", "t", "d"))
    (ground,) = root.iter("rect")
    left, top = int(ground.attrib["x"]), int(ground.attrib["y"])
    box = (left, top, left + int(ground.attrib["width"]), top + int(ground.attrib["height"]))
    (middle,) = (each for each in root.iter("g") if each.attrib.get("class") == "bs-middle")
    for line in middle.iter("text"):
        wide, base = width(line.text or ""), int(line.attrib["y"])
        assert box[0] <= WIDTH // 2 - wide // 2
        assert WIDTH // 2 + wide // 2 <= box[2]
        assert box[1] <= base - FONT * 3 // 4
        assert base + FONT // 4 <= box[3]
    assert not [one for one, dot in boxes(network) if dot[2] - dot[0] == 14 and meet(dot, box)]


@settings(deadline=None, max_examples=100)
@given(networks())
def test_a_network_is_sound_and_the_same_twice_whatever_the_names(network):
    made = drawn(network, "network", "Title", "Words")
    assert made == drawn(network, "network", "Title", "Words")
    root = opened(made)
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags <= ALLOWED
    attributes = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "href")]
    assert len(root.findall("a")) == len(network.nodes)
    numbers = re.findall(r'\b(?:x|y|cx|cy|r|width|height|d)="([^"]*)"', made.partition("<desc")[2])
    assert not [one for one in numbers if re.search(r"\.\d{2}", one)]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef"), max_size=6), st.integers(1, 4))
def test_thinned_ties_keep_the_strongest_and_make_no_tangle(pairs, most):
    ranked = [tuple(sorted(pair)) for pair in pairs.items() if pair[0] != pair[1]]
    kept = list(thinned(ranked, most))
    assert kept[:1] == ranked[:1]
    assert all(sum(name in pair for pair in kept) <= most for name in "abcdef")


@given(names, st.integers(100, 300))
def test_a_label_fits_its_room_on_two_lines_at_most(name, room):
    lines = fitted(name, room)
    assert len(lines) <= 2
    assert all(width(line) <= room for line in lines)


def test_a_shortened_name_that_is_written_leftwards_keeps_its_dots_at_its_end():
    (first, *_) = fitted("اليونيسفاليونيسفاليونيسفاليونيسف", 150)
    assert first.endswith("…\u200f")
    assert fitted("Abcdefghijklmnopqrstuvw", 150)[0].endswith("…")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_in_a_picture(text):
    root = opened(picture("n", text, text, 10, [f"<text>{escaped(text)}</text>"]))
    assert {each.tag for each in root.iter()} == {"svg", "title", "desc", "text"}
    assert "".join(root.find("text").text.split()) == "".join("".join(filter(str.isprintable, text)).split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("août 2026\u00a0: 1\u202f234", "août 2026\u00a0: 1\u202f234"),
        ("東京\u3000都", "東京\u3000都"),
        ("two\nlines\tand\u2028three", "two lines and three"),
        ("a\x00b\u202ec", "abc"),
    ],
)
def test_spaces_of_every_kind_keep_words_apart_in_a_picture(text, shown):
    assert opened(picture("n", text, text, 10, ["<g/>"])).find("title").text == shown


def test_what_ends_a_comment_is_written_otherwise():
    for text in ("-->", "--!>", "a--", "----", "--", " :picture -->"):
        assert opened(picture("n", text, text, 10, ["<g/>"])).find("title").text == text


def on(*days):
    return [article(f"A{place}", day=day) for place, day in enumerate(sorted(days, reverse=True))]


def test_a_timeline_counts_by_the_finest_stretch_that_fits():
    words = words_for("en")
    near = timeline(on("2024-04-16", "2024-04-17", "2024-04-17"))
    assert told(near, words) == "- April 2024: 16 April *1* · 17 April *2*"
    months = timeline(on("2024-04-16", "2025-01-01", "2025-01-31"))
    assert told(months, words) == "- 2024: April *1*\n- 2025: January *2*"
    years = timeline(on("1999-04-16", "2025-01-01", "2025-12-31"))
    assert told(years, words) == "- 1999 *1* · 2025 *2*"
    decades = timeline(on("1789-07-14", "2025-01-01", "2025-12-31"))
    assert told(decades, words) == "- 1780–1789 *1* · 2020–2029 *2*"


@pytest.mark.parametrize("language", ["en", "el", "ja"])
def test_the_names_of_two_days_side_by_side_do_not_run_into_each_other(language):
    line = timeline(on("2024-11-24", "2024-11-24", "2024-11-25"))
    _, first, last = opened(drawn_line(line, "Title", words_for(language))).iter("text")
    assert int(first.attrib["x"]) + width(first.text) < int(last.attrib["x"]) - width(last.text)


def test_a_day_is_read_from_the_right_where_its_language_is():
    line = timeline(on("2024-11-24", "2024-11-24", "2024-11-25"))
    _, first, last = opened(drawn_line(line, "Title", words_for("ar"))).iter("text")
    assert first.text[0] + first.text[-1] == last.text[0] + last.text[-1] == "\u2068\u2069"


def test_there_is_no_timeline_of_one_bar_of_one_article_each_or_of_two_articles():
    assert timeline(on("2024-04-16", "2024-04-17", "2024-04-19")) is None
    assert timeline(on("2024-04-16", "2024-04-16", "2024-04-16")) is None
    assert timeline(on("2024-04-16", "2025-04-17")) is None
    assert timeline([article(f"A{place}") for place in range(9)]) is None


@pytest.mark.parametrize(
    ("language", "undated", "ending"),
    [
        ("en", 0, ", 2 articles."),
        ("en", 1, ", 2 articles. 1 article without a date is not shown."),
        ("en", 24, ", 2 articles. 24 articles without a date are not shown."),
        ("fr", 1, ", 2 articles. 1 article sans date n’est pas représenté."),
        ("fr", 24, ", 2 articles. 24 articles sans date ne sont pas représentés."),
    ],
)
def test_a_timeline_and_its_picture_say_how_many_articles_have_no_date(language, undated, ending):
    line = timeline([*on("2024-04-16", "2024-04-17", "2024-04-17"), *(article(f"N{n}") for n in range(undated))])
    words = words_for(language)
    assert summary(line, words).endswith(ending)
    assert opened(drawn_line(line, "Title", words)).find("desc").text == summary(line, words)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.dates(dt.date(1, 1, 1), dt.date(2100, 1, 1)), min_size=3, max_size=40))
def test_any_timeline_counts_every_article_within_its_picture(days):
    line = timeline(on(*(day.isoformat() for day in days)))
    if line is None:
        assert len(set(days)) in {1, len(days)}
        return
    assert sum(line.counts) == len(days)
    assert len(line.counts) <= BARS
    for language in ("en", "fr"):
        root = opened(drawn_line(line, "Title", words_for(language)))
        for bar in root.iter("rect"):
            left, wide = int(bar.attrib["x"]), int(bar.attrib["width"])
            assert 0 <= left < left + wide <= WIDTH
            assert int(bar.attrib["height"]) > 0
        assert sum(
            int(re.sub(r"\D", "", bar.find("title").text.rpartition(":")[2])) for bar in root.iter("rect")
        ) == len(days)


def company_of(count, each=3):
    """An archive in which Alpha stands with `count` others, `each` times, and other articles without it."""
    others = [f"Name{place:02}" for place in range(count)]
    text = "Alpha met " + ", ".join(others) + "."
    told_of = [article(f"T{place}", text, day=f"2024-04-{place + 1:02}") for place in range(each)]
    rest = [article(f"R{place}", "Nobody.", day="2024-05-01") for place in range(20)]
    return edition([*told_of, *rest], [entity("Alpha", "person"), *(entity(name, "place") for name in others)])


def test_a_page_has_a_network_only_where_there_is_one():
    assert 'id="network-title"' in texts(drafts(company_of(4)))["entities/alpha.md"]
    assert 'id="network-title"' not in texts(drafts(company_of(3)))["entities/alpha.md"]
    assert "## Named together with" not in texts(drafts(company_of(4, each=1)))["entities/alpha.md"]


def test_a_picture_leads_to_the_published_pages():
    made = texts(drafts(company_of(6)))
    assert '<a data-to="../name00/"><title>Name00</title>' in made["entities/alpha.md"]
    assert '<a data-to="../../name00/"><title>Name00</title>' in made["entities/kind/network.md"]


@pytest.mark.parametrize(
    ("target", "start", "folders", "files"),
    [
        ("entities/a.md", "entities/b.md", "../a/", "a.html"),
        ("entities/a.md", "entities/kind/network.md", "../../a/", "../a.html"),
        ("entities/a.md", "entities/index.md", "a/", "a.html"),
        ("entities/index.md", "entities/a.md", "../", "index.html"),
        ("people/é b.md", "entities/a.md", "../../people/%C3%A9%20b/", "../people/%C3%A9%20b.html"),
        ("index.md", "entities/a.md", "../../", "../index.html"),
        ("entities/a.md", "index.md", "entities/a/", "entities/a.html"),
    ],
)
def test_a_published_link_leads_from_page_to_page(target, start, folders, files):
    assert addresses.published(target, start, directory_urls=True) == folders
    assert addresses.published(target, start, directory_urls=False) == files


def test_the_network_of_the_archive_is_bounded_and_linked_from_the_index():
    made = texts(drafts(company_of(60)))
    assert 0 < made["entities/kind/network.md"].count("<circle") <= MOST
    assert "[Who is named together](kind/network.md)" in made["entities/index.md"]
    assert "entities/kind/network.md" not in texts(drafts(company_of(0)))
    assert "Who is named together" not in texts(drafts(company_of(0)))["entities/index.md"]


def test_labels_have_room_on_a_ring_of_any_size():
    assert PITCH >= 2 * 26
    assert ROOM > 8 * 24
