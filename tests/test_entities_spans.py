"""What stands where in a text, however much of it there is."""

import time

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.entities.discovery.reading import Reading
from broadsheet.entities.matching.matcher import _chains
from broadsheet.entities.spans import Spans
from broadsheet.markdown_text import plain

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda one: (one[0], one[0] + one[1])), max_size=8
)


@given(SPANS, st.integers(0, 30), st.integers(1, 9))
def test_spans_touch_what_one_of_them_shares_a_character_with(spans, start, length):
    end = start + length
    assert Spans(spans).touch(start, end) == any(low < end and start < high for low, high in spans)


def held(clear, joined):
    """The plainest way to say it: again and again, until nothing more falls."""
    while True:
        starts = {one[0] for one in (*clear, *joined)}
        ends = {one[1] for one in (*clear, *joined)}
        still = [one for one in joined if (not one[2] or one[0] - 1 in ends) and (not one[3] or one[1] + 1 in starts)]
        if still == joined:
            return sorted((start, end) for start, end, *_ in still)
        joined = still


@given(SPANS, st.lists(st.tuples(SPANS.filter(bool).map(lambda one: one[0]), st.booleans(), st.booleans()), max_size=9))
def test_a_chain_of_hyphens_holds_where_a_name_stands_on_the_other_side_of_each(clear, joined):
    clear = [(*one, ()) for one in clear]
    joined = [(*span, before, after, ()) for span, before, after in joined]
    assert sorted((start, end) for start, end, _ in _chains(clear, joined)) == held(clear, joined)


def test_long_chains_and_many_quotations_take_their_time_only_once():
    began = time.perf_counter()
    _chains([], [(5 * n, 5 * n + 4, True, True, ()) for n in range(200_000)])
    Reading("en").read(plain("He saw «Ab c» and " * 20_000))
    assert time.perf_counter() - began < 30  # with the square of them it took minutes
