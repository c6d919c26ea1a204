"""Articles that change, and articles that are taken back: what their pages keep, and what they then say."""

import datetime as dt
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet import archive
from broadsheet.archive import article_page, page
from broadsheet.archive.correction import MOST, corrected
from broadsheet.archive.draft import Draft
from broadsheet.archive.load import Archive
from broadsheet.model import Article, Change, Record, Retraction

TODAY = dt.date(2024, 5, 28)
MAY = [dt.date(2024, 5, day) for day in range(1, 32)]
FIRST = Article(id="1", title="Kyiv asks for help", body="One.\n\nTwo.\n\nThree.", published=MAY[0])
URL = "https://example.org/a"


def record(title="Title", body="Text.", **fields):
    return Record.model_validate({"id": "1", "title": title, "body": body, **fields})


def retract(reason="", date=None, **fields):
    return Record.model_validate({"id": "1", **fields, "retracted": {"reason": reason, "date": date}})


def draft(article):
    return Draft(address=article.address, front=article_page.front(article, ()), parts=(article.body,))


def generate(docs, *records, today=TODAY):
    before = archive.load(docs)
    admission = archive.admit(before, records, today=today)
    drafts = [
        Draft(address=one.address, front=article_page.front(one, ()), parts=(one.body,)) for one in admission.articles
    ]
    plan = archive.plan(drafts, before, admission)
    archive.apply(plan, docs)
    return admission, plan


def only(admission):
    (article,) = admission.articles
    return article


@pytest.fixture
def docs(tmp_path):
    return tmp_path / "content"


def changed(today=TODAY, **fields):
    values = {name: getattr(FIRST, name) for name in Article.__dataclass_fields__} | fields
    return corrected(FIRST, Article(**values), today)


# What is a change


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"title": "Kyiv pleads"}, Change(TODAY, "title", "Kyiv asks for help")),
        ({"body": "One.\n\nTwo, too.\n\nThree."}, Change(TODAY, "text", paragraphs=1)),
        ({"body": "One."}, Change(TODAY, "text", paragraphs=2)),
        ({"body": "Three.\n\nTwo.\n\nOne."}, Change(TODAY, "text", paragraphs=0)),
    ],
)
def test_a_change_is_a_line_of_history_and_the_day_of_the_last_change(fields, line):
    article = changed(**fields)
    assert article.history == (line,)
    assert article.updated == TODAY


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Kyiv  asks for\nhelp"},
        {"body": "One.\n\n\nTwo.  \n\nThree.\n"},
        {"authors": ("Ann",)},
        {"description": "More is known."},
        {"source": "Example"},
        {"topics": ("War",)},
        {"retrieved": MAY[20]},
    ],
)
def test_white_space_and_what_was_not_known_before_are_no_change(fields):
    article = changed(**fields)
    assert (article.history, article.updated) == ((), None)


def test_each_field_that_readers_saw_has_its_line():
    before = Article(id="1", title="T", body="B", authors=("Ann", "Bo"), source="Example", description="D", rights="R")
    after = Article(id="1", title="T", body="B", authors=("Bo",), source="Other", description="E", rights="S")
    assert corrected(before, after, TODAY).history == (
        Change(TODAY, "authors", "Ann, Bo"),
        Change(TODAY, "description"),
        Change(TODAY, "source", "Example"),
        Change(TODAY, "rights"),
    )


def test_the_day_is_that_which_the_version_states_then_that_on_which_it_was_fetched_then_today():
    assert changed(title="X", updated=MAY[9], retrieved=MAY[11]).history[0].day == MAY[9]
    assert changed(title="X", retrieved=dt.datetime(2024, 5, 12, 9, tzinfo=dt.UTC)).history[0].day == MAY[11]
    assert changed(title="X").history[0].day == TODAY
    before = Article(id="1", title="A", body="B", updated=MAY[3], retrieved=MAY[3])
    after = Article(id="1", title="X", body="B", updated=MAY[3], retrieved=MAY[5])
    assert corrected(before, after, TODAY).history[0].day == MAY[5]


def test_the_text_has_one_line_a_day_and_history_has_an_end():
    article, bodies = FIRST, itertools.cycle(["Odd.", "Even."])
    for _ in range(3):
        article = corrected(article, Article(id="1", title="T", body=next(bodies)), TODAY)
    assert [(one.what, one.paragraphs) for one in article.history] == [("title", 0), ("text", 5)]
    for number in range(2 * MOST):
        article = corrected(article, Article(id="1", title=f"T{number}", body="Odd."), TODAY)
    assert len(article.history) == MOST
    assert article.history[-1].was == f"T{2 * MOST - 2}"


# Publication


def test_the_day_of_publication_that_is_known_stays():
    assert changed(published=MAY[4]).published == MAY[0]
    assert changed(published=MAY[4]).updated == MAY[4]
    assert changed(published=MAY[4], updated=MAY[6]).updated == MAY[6]
    assert changed(published=dt.date(2023, 1, 1)).updated is None


def test_its_time_may_become_known_and_then_stays():
    nine, ten = (dt.datetime(2024, 5, 1, hour, tzinfo=dt.UTC) for hour in (9, 10))
    assert changed(published=nine).published == nine
    before = Article(id="1", title="T", body="B", published=nine)
    for said in (MAY[0], ten):
        assert corrected(before, Article(id="1", title="T", body="B", published=said), TODAY).published == nine


# Taking in


def test_a_record_that_comes_again_changed_leaves_a_line_and_keeps_its_place(docs):
    generate(docs, record("Old", published=MAY[0]))
    admission, _ = generate(docs, record("New", published=MAY[2]))
    article = only(admission)
    assert (article.title, article.published, article.updated) == ("New", MAY[0], MAY[2])
    assert article.history == (Change(MAY[2], "title", "Old"),)
    assert article.address == "articles/2024/05/01/old.md"
    assert admission.corrected == {article.address: [Change(MAY[2], "title", "Old")]}
    assert 'history:\n  - day: "2024-05-03"\n    what: title\n    was: Old\n' in (docs / article.address).read_text()
    again, plan = generate(docs, record("New", published=MAY[2]), today=TODAY + dt.timedelta(days=9))
    assert plan.idle
    assert again.corrected == {}


def test_what_is_new_has_no_history_however_many_versions_come_at_once(docs):
    admission, _ = generate(docs, record("A"), record("B"), record("C"))
    assert (only(admission).title, only(admission).history) == ("C", ())


def test_several_versions_in_one_run_leave_one_line(docs):
    generate(docs, record("A", "Text.", updated=MAY[0]))
    admission, _ = generate(docs, record("C", "Other.", updated=MAY[2]), record("B", "Else.", updated=MAY[1]))
    assert only(admission).history == (Change(MAY[2], "title", "A"), Change(MAY[2], "text", paragraphs=1))


def test_an_older_version_leaves_no_line(docs):
    generate(docs, record("B", updated=MAY[2]))
    admission, plan = generate(docs, record("A", updated=MAY[1]))
    assert plan.idle
    assert only(admission).history == ()


def test_the_known_version_does_not_undo_a_later_one_that_comes_before_it(docs):
    old, new = record("Old", updated=MAY[0]), record("New", updated=MAY[1])
    generate(docs, old)
    for _ in range(2):
        assert only(generate(docs, new, old)[0]).title == "New"


def test_a_page_that_a_person_edited_gets_no_history_of_what_did_not_change_there(docs):
    generate(docs, record("Old"))
    path = docs / "articles/undated/old.md"
    path.write_text(path.read_text("utf-8").replace("title: Old", "title: Mine"), "utf-8")
    admission, _ = generate(docs, record("New"))
    assert (only(admission).title, only(admission).history) == ("Mine", ())
    assert admission.corrected == {}


# Taking back


def test_an_article_that_is_taken_back_leaves_a_tombstone_at_its_address(docs):
    generate(
        docs,
        record(
            "Scoop", "It was all made up.", published=MAY[0], url=URL, source={"name": "Example"}, authors=["Ann"],
            description="Made up", topics=["War"], language="en", mood="calm",
        ),
    )  # fmt: skip
    admission, _ = generate(docs, retract("The letter was forged.", MAY[9]))
    article = only(admission)
    assert (article.title, article.source, article.url, article.published) == ("Scoop", "Example", URL, MAY[0])
    assert article.retracted == Retraction(reason="The letter was forged.", date=MAY[9])
    assert (article.body, article.authors, article.description, article.topics, article.extra) == ("", (), None, (), {})
    assert admission.retracted == {"articles/2024/05/01/scoop.md": "The letter was forged."}
    assert "made up" not in (docs / article.address).read_text("utf-8").lower()
    assert archive.load(docs).articles["1"] == article


def test_the_old_record_never_brings_it_back(docs):
    old = record("Scoop", url=URL, published=MAY[0])
    generate(docs, old)
    generate(docs, retract("Forged.", MAY[9]))
    fetched, changed_that_day = record("Scoop", url=URL, retrieved=MAY[20]), record("Scoop!", url=URL, updated=MAY[9])
    for others in ([old], [old, old], [fetched], [changed_that_day], [Record(url=URL, title="Scoop", body="Text.")]):
        admission, plan = generate(docs, *others)
        assert only(admission).retracted
        assert plan.idle


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"date": MAY[9]}, MAY[9]),
        ({"updated": MAY[8]}, MAY[8]),
        ({"retrieved": MAY[7]}, MAY[7]),
        ({}, TODAY),
    ],
)
def test_its_day_is_stated_or_that_of_the_record_or_today_and_stays(docs, fields, day):
    generate(docs, record())
    assert only(generate(docs, retract(**fields))[0]).retracted.date == day
    admission, plan = generate(docs, retract(**fields), today=TODAY + dt.timedelta(days=3))
    assert only(admission).retracted.date == day
    assert plan.idle


def test_a_retraction_is_found_by_url_too(docs):
    generate(docs, Record(url=URL, title="T", body="B"))
    assert only(generate(docs, Record(url=URL + "?utm_source=x", retracted=Retraction()))[0]).retracted


def test_a_later_version_brings_it_back_and_its_history_says_so(docs):
    generate(docs, record("Scoop", authors=["Ann"]))
    generate(docs, retract("Forged.", MAY[9]))
    admission, _ = generate(docs, record("Scoop, mended", "Better.", updated=MAY[11]))
    article = only(admission)
    assert (article.retracted, article.body, article.authors) == (None, "Better.", ())
    assert article.history == (
        Change(MAY[9], "retracted", "Forged."),
        Change(MAY[11], "restored"),
        Change(MAY[11], "title", "Scoop"),
    )
    for back in (retract("Forged.", MAY[9]), retract("Forged.")):
        admission, plan = generate(docs, back, today=TODAY + dt.timedelta(days=5))
        assert plan.idle
        assert [one.why for one in admission.folded] == ["taken back before it was last changed"]
    assert only(generate(docs, retract("Forged again.", MAY[12]))[0]).retracted.reason == "Forged again."


def test_the_later_of_two_retractions_counts(docs):
    generate(docs, record())
    early, late = retract("First.", MAY[3]), retract("Second.", MAY[5])
    for order in ([early, late], [late, early], [early], [late], [retract("No day.")]):
        assert only(generate(docs, *order)[0]).retracted == Retraction(reason="Second.", date=MAY[5])


def test_a_retraction_of_what_nobody_knows_is_rejected_and_says_what_to_do(docs):
    admission, plan = generate(docs, retract("Forged.", url=URL))
    (rejection,) = admission.rejections
    assert (rejection.field, rejection.value) == ("retracted", "1")
    assert "is not in the archive; give the id or the url" in str(rejection)
    assert rejection.record["retracted"] == {"reason": "Forged."}
    assert plan.idle


def test_one_that_gives_the_title_makes_the_tombstone_at_once(docs):
    given_whole = retract("Forged.", title="Scoop", body="It was all made up.", published=MAY[0])
    admission, _ = generate(docs, given_whole)
    assert only(admission).address == "articles/2024/05/01/scoop.md"
    assert (only(admission).body, only(admission).history) == ("", ())
    assert generate(docs, given_whole)[1].idle
    assert only(generate(docs, record("Scoop", "It was all made up.", published=MAY[0]))[0]).retracted


def test_another_outlet_cannot_take_an_article_back_by_its_id(docs):
    generate(docs, record("Rain", source={"name": "A"}, url=URL))
    admission, plan = generate(docs, retract("Ha!", source={"name": "B"}))
    assert len(admission.rejections) == 1
    assert plan.idle


def test_taking_back_a_copy_takes_its_place_from_the_article_and_no_more(docs):
    text = "A sentence that nobody else has written. " * 6
    copy = record("Title", text, id="2", url="https://example.net/b", source={"name": "Other"})
    gone = retract("Not ours.", id="2", url="https://example.net/b")
    for records in ([record("Title", text), copy], [gone], [record("Title", text), copy], [], [copy, gone]):
        admission, _ = generate(docs, *records)
        assert only(admission).retracted is None
        assert len(only(admission).also_at) == (records[-1:] == [copy] and len(only(admission).no_longer_at) == 0)
        assert generate(docs, *records, today=TODAY + dt.timedelta(days=1))[1].idle
    assert only(admission).also_at == ()


@pytest.mark.parametrize("by", [{"id": "2"}, {"id": None, "url": "https://example.net/b"}])
def test_a_copy_is_taken_back_by_its_id_as_by_its_address_and_comes_back_when_it_changes(docs, by):
    text = "A sentence that nobody else has written. " * 6
    fields = {"id": "2", "url": "https://example.net/b", "source": {"name": "Other"}}
    copy, gone = record("Title", text, **fields), retract("Not ours.", MAY[9], **by)
    generate(docs, record("Title", text), copy)
    for records in ([gone], [copy], [gone, copy], [record("Title", text, **fields, updated=MAY[8])]):
        admission, _ = generate(docs, *records)
        assert (admission.rejections, only(admission).also_at) == ([], ())
        assert only(admission).no_longer_at[0].retracted == Retraction(reason="Not ours.", date=MAY[9])
    for changed in (record("Title", text, **fields, updated=MAY[11]), gone, retract("Not ours.", **by), copy):
        admission, _ = generate(docs, changed)
        assert [one.name for one in only(admission).also_at] == ["Other"]
    admission, _ = generate(docs, record("Own", "Its own.", **fields, updated=MAY[12]), gone)
    own = next(one for one in admission.articles if one.id != "1")
    assert own.retracted is None
    assert [one.what for one in own.history] == ["retracted", "restored"]
    for undated in (gone, retract("Not ours.", **by)):
        assert generate(docs, undated, record("Own", "Its own.", **fields, updated=MAY[12]))[1].idle


def test_a_copy_that_is_none_any_more_goes_from_a_page_that_a_person_edited_and_the_rest_is_theirs(docs):
    text = "A sentence that nobody else has written. " * 6
    copies = [record("Title", text, id=f"{n}", url=f"https://example.net/{n}", source={"name": f"O{n}"}) for n in "234"]
    generate(docs, record("Title", text), *copies)
    path = docs / "articles/undated/title.md"
    mine = path.read_text("utf-8").replace("nobody", "nobody, ever,").replace("name: O2", "name: O2\n    note: mine")
    path.write_text(mine, "utf-8")
    parted = record("Own", "Its own.", id="4", url="https://example.net/4", source={"name": "O4"})
    for _ in range(2):
        admission, _ = generate(docs, *copies[:2], parted, retract("Not ours.", MAY[9], id="3"))
        article = next(one for one in admission.articles if one.id == "1")
        assert ([one.name for one in article.also_at], [one.name for one in article.no_longer_at]) == (["O2"], ["O3"])
    kept = path.read_text("utf-8")
    assert "note: mine" in kept
    assert "nobody, ever," in kept
    assert "O4" not in kept
    assert archive.load(docs).articles["1"] == article
    assert generate(docs, *copies[:2])[1].idle


def test_a_copy_of_what_was_taken_back_stays_folded(docs):
    text = "A sentence that nobody else has written. " * 6
    copy = record("Title", text, id="2", url="https://example.net/b", source={"name": "Other"})
    generate(docs, record("Title", text), copy, retract("Forged.", MAY[9]))
    admission, plan = generate(docs, copy)
    assert [one.url for one in only(admission).also_at] == ["https://example.net/b"]
    assert plan.idle


def test_a_page_that_a_person_edited_is_not_taken_from_them(docs):
    generate(docs, record("Old"))
    path = docs / "articles/undated/old.md"
    path.write_text(path.read_text("utf-8").replace("Text.", "Text. And mine."), "utf-8")
    admission, _ = generate(docs, retract("Forged.", MAY[9]))
    assert only(admission).retracted is None
    assert [held.id for held in admission.held] == ["1"]
    assert "And mine." in path.read_text("utf-8")


# In any order


stamped = st.builds(
    record,
    title=st.sampled_from(["A", "B", "C"]),
    body=st.sampled_from(["One.", "One.\n\nTwo."]),
    updated=st.sampled_from(MAY[:6]),
    published=st.just(MAY[0]),
)
retractions = st.builds(retract, st.sampled_from(["", "Forged."]), st.sampled_from(MAY[:6]))


def run_in_memory(runs):
    known = Archive(docs_dir=Path("none"))
    for records in runs:
        admission = archive.admit(known, records, today=TODAY)
        pages = {
            one.address: page.read(one.address, page.render(draft(one), admission.received.get(one.address, "")))[0]
            for one in admission.articles
        }
        known = Archive(docs_dir=Path("none"), pages=pages, articles={one.id: one for one in admission.articles})
    return known.articles


@given(data=st.data())
def test_versions_and_retractions_end_the_same_in_any_order_and_in_any_number_of_runs(data):
    # Where two bear one stamp, the stamps decide nothing.
    given_records = [
        *data.draw(st.lists(stamped, min_size=1, max_size=4, unique_by=lambda one: one.updated)),
        *data.draw(st.lists(retractions, max_size=2, unique_by=lambda one: one.retracted.date)),
    ]
    first = record("A", updated=dt.date(2024, 4, 1), published=MAY[0])
    ends = set()
    for _ in range(4):
        order = data.draw(st.permutations(given_records))
        cut = data.draw(st.integers(0, len(order)))
        (one,) = run_in_memory([[first], order[:cut], order[cut:]]).values()
        ends.add((one.title, one.body, one.published, one.updated, one.retracted and one.retracted.date))
    assert len(ends) == 1


@given(batch=st.lists(stamped | retractions, max_size=5))
def test_running_twice_is_running_once(tmp_path_factory, batch):
    docs = tmp_path_factory.mktemp("site") / "content"
    generate(docs, record("First", published=MAY[0]))
    first, _ = generate(docs, *batch)
    assert list(archive.load(docs).articles.values()) == first.articles
    second, plan = generate(docs, *batch, today=TODAY + dt.timedelta(days=1))
    assert plan.idle
    assert (second.changed, second.corrected, second.retracted) == ([], {}, {})
