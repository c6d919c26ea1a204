"""Records taken into an archive: known again, folded, placed, held back."""

import dataclasses
import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from broadsheet import archive
from broadsheet.archive import article_page
from broadsheet.archive.draft import Block, Draft
from broadsheet.model import Copy, Record

LONG = "A sentence that nobody else has written. " * 6


def record(title="Title", body=LONG, **fields):
    return Record.model_validate({"title": title, "body": body, **fields})


def drafts(admission):
    return [
        Draft(address=one.address, front=article_page.front(one, ()), parts=(one.body, Block("about", "About")))
        for one in admission.articles
    ]


def generate(docs, *records):
    before = archive.load(docs)
    admission = archive.admit(before, records)
    plan = archive.plan(drafts(admission), before, admission)
    archive.apply(plan, docs)
    return admission, plan


def told(article):
    """What readers are told of an article's copies."""
    return tuple(dataclasses.replace(copy, id="", text="") for copy in article.also_at)


@pytest.fixture
def docs(tmp_path):
    return tmp_path / "content"


def test_a_record_becomes_an_article_with_an_address(docs):
    admission, plan = generate(
        docs,
        record(
            "L’Ukraine *reçoit*",
            "Deux.\n\n# Paragraphes",
            url="https://example.org/a",
            published=dt.date(2024, 4, 16),
            source={"name": "Example", "country": "FR"},
            desk="world",
        ),
    )
    (article,) = admission.articles
    assert article.address == "articles/2024/04/16/l-ukraine-recoit.md"
    assert article.title == "L’Ukraine *reçoit*"
    assert article.body == "Deux.\n\n\\# Paragraphes"
    assert article.extra == {"desk": "world", "source": {"country": "FR"}}
    assert len(article.id) == 16
    assert list(archive.load(docs).articles.values()) == [article]
    assert [step.verdict for step in plan.steps] == ["created"]


def test_the_same_records_again_change_nothing(docs):
    records = [record("A", id="1"), record("B", "Short"), record("C", "Short", url="https://example.org/c")]
    generate(docs, *records)
    admission, plan = generate(docs, *records)
    assert plan.idle
    assert (admission.new, admission.changed, admission.folded, admission.held) == ([], [], [], [])


def test_the_same_id_is_one_page_and_the_later_line_counts(docs):
    admission, _ = generate(docs, record("Old", id="1", authors=["Ann"]), record("New", id="1"))
    (article,) = admission.articles
    assert (article.title, article.authors) == ("New", ("Ann",))
    assert [(folded.id, folded.why) for folded in admission.folded] == [("1", "same id")]
    assert generate(docs, record("Old", id="1", authors=["Ann"]), record("New", id="1"))[1].idle


def test_another_article_with_the_same_id_is_rejected_and_harms_nothing(docs):
    for _ in range(2):
        admission, _ = generate(docs, record("Rain", "It rained.", id="1"), record("Bridge", "A canal opened.", id="1"))
        assert [article.title for article in admission.articles] == ["Rain"]
        (rejection,) = admission.rejections
        assert (rejection.field, rejection.value, rejection.record["title"]) == ("id", "1", "Bridge")


def test_another_outlets_article_with_a_known_id_is_rejected(docs):
    generate(docs, record("Rain", "Text one of it.", id="1", source={"name": "A"}, url="https://a.example/1"))
    admission, _ = generate(docs, record("Snow", "Text one of it, too.", id="1", source={"name": "B"}))
    assert [article.title for article in admission.articles] == ["Rain"]
    assert len(admission.rejections) == 1


def test_an_older_version_does_not_replace_a_newer_one_whichever_comes_first(docs):
    new = record("New", "New text", id="1", retrieved=dt.date(2024, 4, 17))
    old = record("Old", "Old text", id="1", retrieved=dt.datetime(2024, 4, 16, 12, tzinfo=dt.UTC), language="en")
    for order in ((new, old), (old, new), (old,)):
        admission, _ = generate(docs, *order)
        (article,) = admission.articles
        assert (article.title, article.language) == ("New", "en")


def test_the_same_url_is_one_page_and_keeps_id_and_address(docs):
    generate(docs, record("Old", id="1", url="https://example.org/a", published=dt.date(2024, 4, 16)))
    admission, _ = generate(docs, record("New", "Other", id="2", url="https://example.org/a?utm_source=x"))
    (article,) = admission.articles
    assert (article.id, article.title) == ("1", "New")
    assert article.address == "articles/2024/04/16/old.md"
    assert article.published == dt.date(2024, 4, 16)
    assert admission.changed == ["1"]


def test_the_same_text_elsewhere_is_remembered_on_the_page(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "Example"})
    other = record("Another title", LONG.upper() + "\n", id="2", url="https://example.net/b", source={"name": "Other"})
    admission, _ = generate(docs, one, other)
    (article,) = admission.articles
    assert (article.id, article.title) == ("1", "Title")
    assert told(article) == (Copy(name="Other", url="https://example.net/b", title="Another title"),)
    assert [str(folded) for folded in admission.folded] == ["a record: is the article 1 again (same text)"]
    assert '  - name: Other\n    url: https://example.net/b\n    id: "2"\n    title: Another title\n' in (
        docs / article.address
    ).read_text("utf-8")
    assert generate(docs, one, other)[1].idle
    assert generate(docs, other)[1].idle


def test_a_copy_keeps_its_own_headline_date_and_topics(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"}, published=dt.date(2026, 5, 1))
    there = {"published": dt.date(2026, 5, 3), "topics": ["Rivers"]}
    dated = record("Title", id="2", url="https://example.net/b", source={"name": "B"}, **there)
    fetched = record("Other", LONG, url="https://example.net/c", source={"name": "C"}, retrieved=dt.date(2026, 5, 4))
    admission, _ = generate(docs, one, dated, fetched)
    (article,) = admission.articles
    assert told(article) == (
        Copy(name="B", url="https://example.net/b", published=dt.date(2026, 5, 3), topics=("Rivers",)),
        Copy(name="C", url="https://example.net/c", title="Other", retrieved=dt.date(2026, 5, 4)),
    )
    assert generate(docs, one, dated, fetched)[1].idle
    # Fetched again, it is no other copy, and of no other day.
    assert generate(docs, fetched.model_copy(update={"retrieved": dt.date(2026, 5, 9)}))[1].idle
    assert generate(docs)[1].idle


def test_a_copy_that_comes_again_tells_what_was_not_known_of_it(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"})
    copy = {"url": "https://example.net/b", "source": {"name": "B"}}
    generate(docs, one, record("Title", **copy, retrieved=dt.date(2026, 5, 9)))
    for day in ("2026-05-03", "2026-05-04"):
        (article,) = generate(docs, record("Title", **copy, published=dt.date.fromisoformat(day)))[0].articles
        assert told(article) == (Copy(name="B", url="https://example.net/b", published=dt.date(2026, 5, 3)),)


def test_what_a_person_says_of_a_copy_stays(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"})
    copy = record("Title", url="https://example.net/b", source={"name": "B"}, published=dt.date(2026, 5, 3))
    generate(docs, one, copy)
    path = docs / "articles/undated/title.md"
    for said in ("    date: 2026-04-30\n    note: mine\n", "", "  - https://example.com/c\n"):
        text = re.sub(r"(?m)(?<=/b\n)(    .*\n|  - http.*\n)*", said, path.read_text("utf-8"), count=1)
        path.write_text(text, "utf-8")
        for _ in range(2):
            generate(docs, one, copy)
            assert path.read_text("utf-8") == text
    (article,) = archive.load(docs).articles.values()
    assert article.also_at[1:] == (Copy(url="https://example.com/c"),)


A_COPY = {"url": "https://example.net/b", "source": {"name": "B"}}


def test_another_text_at_a_copys_address_is_an_article_of_its_own(tmp_path):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"})
    copy = record("Title", **A_COPY, updated=dt.date(2026, 5, 3))
    later = record("Quite another", "Another text.", **A_COPY, updated=dt.date(2026, 5, 4))
    ends = set()
    for number, runs in enumerate(
        [
            ([one, copy], [one, copy, later]),
            ([one, copy], [later, one, copy], [copy]),
            ([copy, one], [later], [copy, one]),
            ([one, copy, later],),
            ([later, copy, one],),
        ]
    ):
        docs = tmp_path / str(number) / "content"
        for records in runs:
            generate(docs, *records)
            admission, plan = generate(docs, *records)
            assert plan.idle
        ends.add(tuple(sorted((article.title, article.source, told(article)) for article in admission.articles)))
    assert ends == {(("Quite another", "B", ()), ("Title", "A", ()))}


def test_a_copy_whose_text_changed_without_any_date_is_one_no_longer(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"})
    generate(docs, one, record("Title", **A_COPY))
    admission, _ = generate(docs, record("Quite another", "Another text.", **A_COPY))
    assert sorted(article.title for article in admission.articles) == ["Quite another", "Title"]
    assert admission.folded == []


def from_line(line, *args, **fields):
    return record(*args, **fields, origin={"file": "in.jsonl", "item": line})


def test_a_text_that_gives_way_to_another_version_is_told_with_both_places(docs):
    known = {"id": "1", "url": "https://example.org/a"}
    corrected = from_line(1, "Rain", f"It was corrected. {LONG}", **known)
    original = from_line(2, "Rain", **known)
    gives_way = "is the article 1 again (same id); its text gives way to that of"
    for records, gone, stands in (((corrected, original), 1, 2), ((original, corrected), 2, 1)):
        admission, _ = generate(docs, *records)
        assert [str(folded) for folded in admission.folded] == [
            f"in.jsonl:{gone}: {gives_way} in.jsonl:{stands}, which came last: no dates say which is newer"
        ]
        assert ("corrected" in admission.articles[0].body) == (stands == 1)
    days = dt.date(2026, 5, 2), dt.date(2026, 5, 1)
    newer, older = (
        one.model_copy(update={"updated": day}) for one, day in zip((corrected, original), days, strict=True)
    )
    for records in ((newer, older), (older, newer)):
        (folded,) = generate(docs.parent / "dated", *records)[0].folded
        assert str(folded) == f"in.jsonl:2: {gives_way} in.jsonl:1, which is newer"
    # What the archive has is from the day of its correction, later than both.
    assert [folded.stands for folded in generate(docs, newer, older)[0].folded] == [None]


def test_a_version_of_a_copy_that_gives_way_is_told_though_the_other_is_folded(docs):
    one = from_line(1, "Title", id="1", url="https://example.org/a", source={"name": "A"})
    corrected, original = from_line(2, "Title", f"Corrected. {LONG}", **A_COPY), from_line(3, "Title", **A_COPY)
    gone = "its text gives way to that of in.jsonl:3, which came last: no dates say which is newer"
    # In one run, and once the copy is known.
    for known in ("same id", "a known copy"):
        admission, _ = generate(docs, one, corrected, original)
        said = [str(folded) for folded in admission.folded if folded.origin.item == 2]
        assert said == [f"in.jsonl:2: is the article 1 again ({known}); {gone}"]
        assert [folded.stands for folded in admission.folded if folded.origin.item == 3] == [None]


def test_a_version_is_told_where_a_record_makes_one_of_two_articles(docs):
    by_url = from_line(1, "Rain", url="https://example.org/a")
    by_id = from_line(2, "Rain", f"Corrected. {LONG}", id="7")
    both = from_line(3, "Rain", id="7", url="https://example.org/a")
    admission, _ = generate(docs, by_url, by_id, both)
    assert [(folded.origin.item, folded.stands and folded.stands.origin.item) for folded in admission.folded] == [
        (1, 2),
        (2, 3),
    ]
    assert [article.body for article in admission.articles] == [LONG.strip()]


def test_a_copy_stays_one_when_its_article_is_corrected_and_when_both_are(docs):
    one, both = {"id": "1", "url": "https://example.org/a"}, f"It was corrected. {LONG}"
    copy = record("Title", **A_COPY)
    generate(docs, record("Title", **one), copy)
    for records in ([record("Title", both, **one), copy], [copy], [record("Title", both, **A_COPY)], [copy]):
        admission, _ = generate(docs, *records)
        (article,) = [each for each in admission.articles if each.id == "1"]
        assert len(admission.articles) == 1 + (records == [copy] and not article.also_at)
    assert article.also_at == ()  # it went back to the text that the article no longer has


def test_an_older_text_of_a_copy_is_no_news(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"})
    generate(docs, one, record("Title", **A_COPY, updated=dt.date(2026, 5, 3)))
    admission, plan = generate(docs, record("Older", "An older text.", **A_COPY, updated=dt.date(2026, 5, 1)))
    assert len(admission.articles) == 1
    assert plan.idle


def test_a_copy_of_which_only_the_place_is_known_stays_one_and_that_is_told(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"})
    generate(docs, one, record("Title", **A_COPY))
    path = docs / "articles/undated/title.md"
    path.write_text(re.sub("    text: .*\n", "", path.read_text("utf-8")), "utf-8")
    admission, plan = generate(docs, record("Quite another", "Another text.", **A_COPY))
    assert [str(folded) for folded in admission.folded] == [
        "a record: is the article 1 again (a known copy, with another text now)"
    ]
    assert plan.idle


def test_a_copy_is_known_by_its_id_at_its_outlet_only(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"})
    generate(docs, one, record("Title", id="7", source={"name": "B"}))
    admission, _ = generate(docs, record("Other", "Another outlet's text.", id="7", source={"name": "C"}))
    assert sorted(len(article.also_at) for article in admission.articles) == [0, 1]
    admission, _ = generate(docs, record("Title", "Its own text.", id="8", source={"name": "B"}))
    assert len(admission.articles) == 3


def test_a_copy_of_which_no_place_is_known_leaves_its_topics(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "A"}, topics=["News"])
    nowhere = record("Elsewhere", LONG, topics=["Rivers", "News"])
    twice = [record(f"Title {topic}", LONG, source={"name": "B"}, topics=[topic]) for topic in ("Rain", "Snow")]
    for records in ([one, nowhere, *twice], [nowhere, one]):
        (article,) = generate(docs, *records)[0].articles
        assert article.topics == ("News", "Rivers")
        assert article.every_topic[2:] == ("Rain", "Snow")
        assert generate(docs, *records)[1].idle


def test_short_texts_are_the_same_only_under_the_same_title(docs):
    admission, _ = generate(docs, record("A", "Read more"), record("B", "Read more"), record("b", "read  More"))
    assert len(admission.articles) == 2
    assert [folded.why for folded in admission.folded] == ["same text"]


def test_letters_and_quotation_marks_that_are_only_written_otherwise_are_the_same(docs):
    text = f"„L’été“, she said: ‘It’s “over”.’ {LONG}"
    plain = unicodedata.normalize("NFD", text).translate(str.maketrans("„“”‘’", '"""\'\''))
    one, other = record("L’été", text, id="1", source={"name": "A"}), record("Summer", plain, source={"name": "B"})
    admission, _ = generate(docs, one, other)
    assert [folded.why for folded in admission.folded] == ["same text"]
    assert generate(docs, one, other)[1].idle


def test_a_known_copy_stays_folded_when_the_page_was_edited_or_changed_since(docs):
    one = record("Title", id="1", url="https://example.org/a", source={"name": "Example"})
    copy = record("Title", id="2", url="https://example.net/b", source={"name": "Other"})
    generate(docs, one, copy)
    path = docs / "articles/undated/title.md"
    path.write_text(path.read_text("utf-8").replace("nobody", "nobody, ever,"), "utf-8")
    admission, plan = generate(docs, copy)
    assert [folded.why for folded in admission.folded] == ["a known copy"]
    assert plan.idle


def test_titles_with_one_slug_get_addresses_of_their_own(docs):
    admission, _ = generate(docs, *(record("Same", f"Text {n}") for n in range(3)), record("SAME", "Text 4"))
    names = sorted(one.address for one in admission.articles)
    assert names == [f"articles/undated/same{n}.md" for n in ("-2", "-3", "-4", "")]
    assert generate(docs, record("Same", "Text 5"))[0].new
    assert (docs / "articles/undated/same-5.md").exists()


@pytest.mark.parametrize("title", ["😀😀", "con", "index", "../../x", "a" * 5000, "---", ": - # | >", "\u202e\u2028x"])
def test_odd_titles_get_a_page_and_come_back(docs, title):
    admission, _ = generate(docs, record(title, "Text", id="../../etc/passwd"))
    (article,) = admission.articles
    assert article.address.startswith("articles/undated/")
    assert list(archive.load(docs).articles.values()) == [article]


def test_an_edited_page_stays_and_the_same_record_again_is_no_news(docs):
    generate(docs, record("Title", id="1"))
    path = docs / "articles/undated/title.md"
    path.write_text(path.read_text("utf-8").replace("title: Title", "title: Better"), "utf-8")
    admission, plan = generate(docs, record("Title", id="1"))
    assert admission.held == []
    assert admission.articles[0].title == "Better"
    assert [(step.verdict, step.blocks) for step in plan.steps] == [("kept", False)]
    for _ in range(2):
        admission, plan = generate(docs, record("Title, corrected", id="1"))
        (conflict,) = [one for held in admission.held for one in held.conflicts]
        assert (conflict.what, conflict.mine, conflict.theirs) == ("title", "Better", "Title, corrected")
        assert [(step.verdict, step.blocks, step.text) for step in plan.steps] == [("conflict", True, None)]
    assert "title: Better" in path.read_text("utf-8")


def test_fetching_the_same_text_again_is_no_news(docs):
    generate(docs, record("Title", id="1", retrieved=dt.date(2024, 4, 16)))
    admission, plan = generate(docs, record("Title", id="1", retrieved=dt.date(2024, 4, 17)))
    assert plan.idle
    assert admission.articles[0].retrieved == dt.date(2024, 4, 16)


def test_a_page_that_cannot_be_read_keeps_its_id_and_its_place(docs):
    generate(docs, record("Title", id="1"))
    path = docs / "articles/undated/title.md"
    path.write_text(path.read_text("utf-8").replace("title: Title", "title: a: b"), "utf-8")
    broken = path.read_bytes()
    admission, plan = generate(docs, record("Title", id="1"))
    assert admission.articles == []
    assert [(step.verdict, step.blocks) for step in plan.steps] == [("kept", True)]
    path.write_text("---\nnonsense\n---\n", "utf-8")
    admission, _ = generate(docs, record("Title", id="1"))
    assert admission.articles == []
    path.write_bytes(broken)
    assert [one.name for one in path.parent.iterdir()] == ["title.md"]


def test_two_pages_with_one_id_are_told(docs):
    generate(docs, record("Title", id="1"))
    path = docs / "articles/undated/title.md"
    path.with_name("copy.md").write_bytes(path.read_bytes())
    loaded = archive.load(docs)
    assert len(loaded.articles) == 1
    assert ["same id" in finding.what for finding in loaded.findings] == [True]
    assert generate(docs)[1].idle


def test_a_page_that_a_person_moved_is_found_by_its_id(docs):
    generate(docs, record("Title", id="1"))
    path = docs / "articles/undated/title.md"
    path.rename(docs / "articles/mine.md")
    admission, _ = generate(docs, record("Title", "New text", id="1"))
    assert admission.articles[0].address == "articles/mine.md"
    assert "New text" in (docs / "articles/mine.md").read_text("utf-8")


days = st.none() | st.dates(dt.date(2024, 4, 1), dt.date(2024, 4, 3))
A, B = "https://example.org/a", "https://example.org/b"
records = st.builds(
    lambda known, **fields: Record.model_validate(
        {key: value for key, value in {"id": known[0], "url": known[1], **fields}.items() if value}
    ),
    known=st.sampled_from(
        [(None, None), (None, A), (None, B), ("1", None), ("1", A), ("2", A), ("2", None), ("3", B), ("3", None)]
    ),
    title=st.sampled_from(["A", "a", "B"]),
    body=st.sampled_from(["Short", "Other", LONG, LONG.upper(), LONG + "more"]),
    published=days,
    updated=days,
    retrieved=days,
    source=st.sampled_from([None, {"name": "Example"}, {"name": "Other", "url": "https://example.net"}]),
    language=st.sampled_from([None, "en", "fr"]),
)


def one_of(**fields):
    return record("A", "Short", **fields)


@given(batch=st.lists(records, max_size=6))
@example(batch=[one_of(), one_of(url=A), one_of(id="2"), one_of(id="2", url=A)])
def test_running_twice_is_running_once(tmp_path_factory, batch):
    docs = tmp_path_factory.mktemp("site") / "content"
    first, _ = generate(docs, *batch)
    loaded = archive.load(docs)
    assert sorted(loaded.articles.values(), key=lambda one: one.id) == sorted(first.articles, key=lambda one: one.id)
    assert not loaded.findings
    second, plan = generate(docs, *batch)
    assert plan.idle, [dataclasses.asdict(step) for step in plan.steps if step.text]
    assert (second.new, second.changed) == ([], [])
    assert len(first.new) + len(first.folded) + len(first.rejections) == len(batch)
