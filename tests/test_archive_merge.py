"""A page that a person edited, merged with what changed upstream: nothing of the person's is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.archive import front_matter, page
from broadsheet.archive.draft import Block, Draft
from broadsheet.archive.merge import differences, merged, paragraphs
from broadsheet.markdown_text import unlink

LINK = "[Ukraine](../../entities/ukraine.md)"


def generated(title="A title", body="One.\n\nTwo.\n\nThree.", record="r1", *, blocks=True, **front):
    values = {"title": title, "template": "article.html", "id": "a", **front}
    parts = (Block("title", f"# {title}"), body, Block("related", "- Other")) if blocks else (body,)
    return page.render(Draft(address="articles/x/a.md", front=values, parts=parts), record)


def upstream(**said):
    return generated(blocks=False, record="r2", **said)


def body_of(text):
    start = front_matter.read(text)[1]
    return [text[start:][low:high] for low, high in paragraphs(text[start:])]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_changes_of_both_sides_come_together_around_the_blocks(newline):
    base = generated(body=f"One {LINK}.\n\nTwo.\n\nThree.", authors=["Ann"])
    mine = base.replace("Two.", "Two, by hand.").replace("authors:", "authors: # ours").replace("\n", newline)
    mine += newline + "Note by hand." + newline
    found = merged(
        base,
        mine,
        upstream(title="New", authors=["Ann", "Ben"], body="One Ukraine.\n\nTwo.\n\nThree, changed.\n\nFour."),
    )
    assert not found.conflicts
    assert not found.alike
    assert [unlink(text) for text in body_of(found.text)] == [
        "One Ukraine.", "Two, by hand.", "Three, changed.", "Four.", "Note by hand.",
    ]  # fmt: skip
    assert f"One {LINK}." in found.text
    assert f"authors: # ours{newline}  - Ann{newline}  - Ben{newline}" in found.text
    assert f"title: New{newline}" in found.text
    assert "record:r2" in found.text
    assert found.text.count(newline) == found.text.count("\n")


def test_conflicts_name_line_and_both_versions_and_the_person_stays():
    base = generated()
    mine = base.replace("title: A title", "title: 'Mine' # why").replace("Two.", "Two, by hand.")
    found = merged(base, mine, upstream(title="Theirs", body="One!\n\nTwo?\n\nThree."))
    said = [(one.what, one.mine, one.theirs) for one in found.conflicts]
    assert said == [("title", "Mine", "Theirs"), ("text", "Two, by hand.", "Two?")]
    lines = found.text.splitlines()
    assert [lines[one.line - 1] for one in found.conflicts] == ["title: 'Mine' # why", "Two, by hand."]
    assert body_of(found.text) == ["One!", "Two, by hand.", "Three."]
    assert "record:r1" in found.text
    assert merged(base, found.text, upstream(title="Theirs", body="One!\n\nTwo?\n\nThree.")) == found


@pytest.mark.parametrize(
    ("side", "title", "two"), [("mine", "'Mine' # why", "Two, by hand."), ("theirs", "Theirs  # why", "Two?")]
)
def test_a_side_settles_what_is_in_conflict_and_nothing_else(side, title, two):
    base = generated()
    mine = base.replace("title: A title", "title: 'Mine' # why").replace("Two.", "Two, by hand.").replace("One.", "1.")
    found = merged(base, mine, upstream(title="Theirs", body="One.\n\nTwo?\n\nThree!"), side)
    assert not found.conflicts
    assert f"title: {title}\n" in found.text
    assert body_of(found.text) == ["1.", two, "Three!"]
    assert "record:r2" in found.text


def test_a_page_that_says_what_upstream_says_is_ours_again():
    base = generated()
    mine = base.replace("Two.", "Two?")
    assert merged(base, mine, upstream(body="One.\n\nTwo?\n\nThree.")).alike
    assert not merged(base, mine + "\nMore by hand.\n", upstream(body="One.\n\nTwo?\n\nThree.")).alike
    linked = mine.replace("Three.", "[Three](../../entities/three.md).")
    assert not merged(base, linked, upstream(body="One.\n\nTwo?\n\nThree.")).alike


def test_text_comes_to_its_place_in_a_page_from_which_a_person_took_all_text():
    base = generated(body="One.")
    mine = base.replace("One.\n\n", "")
    found = merged(base, mine, upstream(body="One.\n\nTwo."), "theirs")
    assert found.text.index("/broadsheet:title") < found.text.index("Two.") < found.text.index("broadsheet:related")


def test_without_a_base_every_difference_is_told():
    mine = generated(title="Mine", body="One.\n\nTwo, by hand.")
    told = differences(mine, upstream(title="Theirs", body="One.\n\nTwo.\n\nThree."))
    assert [(one.what, one.mine, one.theirs) for one in told] == [
        ("title", "Mine", "Theirs"),
        ("text", "Two, by hand.", "Two.\n\nThree."),
    ]
    assert differences(generated(), upstream()) == []


TEXT = st.lists(st.sampled_from(["a", "b", "c", "d", f"e {LINK}"]), max_size=5, unique=True)


@settings(max_examples=150, deadline=None)
@given(
    base=TEXT,
    theirs=TEXT,
    kept=st.lists(st.booleans(), min_size=5, max_size=5),
    put_in=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["above", "below"])), max_size=3),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_every_paragraph_of_a_person_is_still_there(base, theirs, kept, put_in, newline):
    was = generated(body="\n\n".join(base))
    left = [text for text, stays in zip(base, kept, strict=False) if stays]
    hands = []
    for number, (place, _) in enumerate(put_in):
        hands.append(f"hand-{number}")
        left.insert(place, hands[-1])
    mine = generated(body="\n\n".join(left)).partition("\n---\n\n")[2]
    mine = (was.partition("\n---\n\n")[0] + "\n---\n\n" + mine).replace("\n", newline)
    for side in (None, "mine"):
        found = merged(was, mine, upstream(body="\n\n".join(theirs)), side)
        assert [text for text in body_of(found.text) if text.startswith("hand")] == [
            text for text in left if text.startswith("hand")
        ]
        assert found.text.count("<!-- broadsheet:") == mine.count("<!-- broadsheet:")
        assert side is None or not found.conflicts
    new = [unlink(text) for text in theirs if text not in base]
    found = merged(was, mine, upstream(body="\n\n".join(theirs)))
    told = "\n\n".join(one.theirs for one in found.conflicts)
    assert all(text in [unlink(one) for one in body_of(found.text)] or text in unlink(told) for text in new)
