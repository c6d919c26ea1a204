"""Where blocks go in a page that a person edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.archive import block_places, blocks
from broadsheet.archive.draft import Block, Draft

ORDER = ("title", "about", "text", "names", "timeline", "coverage")


def page(*parts):
    """A page of these blocks (by name) and paragraphs (anything with a space)."""
    return "\n\n".join(part if " " in part else blocks.render(part, part.title()) for part in parts) + "\n"


@pytest.mark.parametrize(
    ("standing", "name", "now"),
    [
        (("about", "My words.", "coverage"), "names", ("about", "My words.", "names", "coverage")),
        (("about", "My words."), "names", ("about", "My words.", "names")),
        (("about", "names", "coverage"), "timeline", ("about", "names", "timeline", "coverage")),
        (("My words.", "coverage"), "about", ("about", "My words.", "coverage")),
        (("My words.",), "title", ("title", "My words.")),
        (("title", "My words."), "about", ("title", "about", "My words.")),
        (("coverage", "My words.", "about"), "timeline", ("timeline", "coverage", "My words.", "about")),
        (("about", "names", "My words."), "timeline", ("about", "names", "timeline", "My words.")),
        (("about", "A word. ", "names", "My words.", "coverage"), "timeline", None),
    ],
)
def test_a_block_stands_where_the_draft_has_it(standing, name, now):
    before = page(*standing)
    text = block_places.put(before, 0, name, blocks.render(name, name.title()), ORDER)
    if now:
        assert text == page(*now)
    standing_now = {one.name: one for one in blocks.find(text)}
    assert block_places.taken_out(text, 0, standing_now[name], ORDER) == before


@given(st.permutations(["title", "about", "My words.", "names", "timeline", "coverage"]), st.booleans(), st.data())
def test_whatever_goes_in_comes_out_again_and_nothing_else_is_touched(parts, windows, data):
    name = data.draw(st.sampled_from([one for one in parts if " " not in one]))
    before = page(*[one for one in parts if one != name])
    before = before.replace("\n", "\r\n") if windows else before
    text = block_places.put(before, 0, name, blocks.render(name, "X"), ORDER)
    standing = {one.name: one for one in blocks.find(text)}
    assert [one for one in standing if one != name] == [one.name for one in blocks.find(before)]
    assert ("\r\n" in text) == windows
    assert text.count("\n") == text.count("\r\n") or not windows
    assert block_places.taken_out(text, 0, standing[name], ORDER) == before


def test_a_page_without_empty_lines_gets_them_around_a_block():
    before = "My words.\n" + blocks.render("coverage", "X") + "\nMore words.\n"
    text = block_places.put(before, 0, "timeline", blocks.render("timeline", "T"), ORDER)
    assert text.startswith("My words.\n\n<!-- broadsheet:timeline -->")
    text = block_places.put(before, 0, "pages", blocks.render("pages", "T"), (*ORDER, "pages"))
    assert text.endswith(" -->\n\nMore words.\n")


def test_the_order_is_that_of_the_draft_less_empty_text():
    draft = Draft(address="a.md", front={}, parts=(Block("about", ""), "", Block("names", "N"), "Text"))
    assert block_places.order(draft) == ("about", "names", "text")
    assert block_places.layout_with(("about", "text"), page("about", "My words.", "names"), 0, "names") == (
        "about",
        "text",
        "names",
    )
