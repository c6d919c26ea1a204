"""Three-way merge of texts and of values, beside `git merge-file`."""

import json
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.archive.three_way import ABSENT, merged_mapping, merged_paragraphs, merged_value


def merged(base, mine, theirs):
    """The merge of three texts in which each letter is a paragraph; a conflict as `<mine|theirs>`."""
    pieces, done = [], 0
    for change in merged_paragraphs(base, mine, theirs):
        pieces += mine[done : change.start]
        there = "".join(change.theirs)
        pieces.append(f"<{''.join(mine[change.start : change.end])}|{there}>" if change.conflict else there)
        done = change.end
    return "".join([*pieces, *mine[done:]])


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "aXc", "abc", "aXc"),
        ("abc", "abc", "aYc", "aYc"),
        ("abc", "aXc", "aXc", "aXc"),
        ("abc", "aXc", "aYc", "a<X|Y>c"),
        ("abc", "Xbc", "abY", "XbY"),
        ("ab", "Xb", "aY", "XY"),
        ("abc", "abcX", "Yabc", "YabcX"),
        ("abc", "abcX", "abY", "abYX"),
        ("abc", "Xabc", "Ybc", "XYbc"),
        ("abc", "abXc", "abYc", "ab<X|Y>c"),
        ("abc", "abXc", "abXc", "abXc"),
        ("abc", "ac", "abYc", "aYc"),
        ("abc", "ac", "aYc", "a<|Y>c"),
        ("abc", "aXc", "ac", "a<X|>c"),
        ("abc", "ac", "ac", "ac"),
        ("abcd", "aXYd", "aZcd", "a<X|Z>Yd"),
        ("abcd", "aXd", "abYd", "a<X|bY>d"),
        ("", "X", "", "X"),
        ("", "", "Y", "Y"),
        ("", "X", "Y", "<X|Y>"),
        ("abc", "", "abc", ""),
        ("abc", "", "abY", "<|abY>"),
    ],
)
def test_paragraphs(base, mine, theirs, expected):
    assert merged(base, mine, theirs) == expected


LETTERS = st.lists(st.sampled_from("abcdefgh"), max_size=8, unique=True).map("".join)


@settings(max_examples=300)
@given(base=LETTERS, mine=LETTERS, theirs=LETTERS)
def test_merging_loses_nothing_and_knows_its_sides(base, mine, theirs):
    assert merged(base, mine, base) == mine
    assert merged(base, base, theirs) == theirs
    assert merged(base, mine, mine) == mine
    found = merged(base, mine, theirs)
    # What a person put in is there; what the other side put in is there, be it in conflict.
    assert set(mine) - set(base) <= set(found)
    assert set(theirs) - set(base) <= set(found)


@settings(max_examples=60, deadline=None)
@given(base=LETTERS, mine=LETTERS, theirs=LETTERS)
def test_what_git_merges_we_merge_alike(base, mine, theirs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("git")
    for name, text in (("base", base), ("mine", mine), ("theirs", theirs)):
        (folder / name).write_text("".join(f"{letter}\n\n" for letter in text))
    git = subprocess.run(
        ["git", "merge-file", "-p", "mine", "base", "theirs"], cwd=folder, capture_output=True, text=True, check=False
    )
    if git.returncode == 0:
        found = merged(base, mine, theirs)
        assert "<" in found or found == git.stdout.replace("\n", "")


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("a", "a", "b", ("b", False)),
        ("a", "b", "a", ("b", False)),
        ("a", "b", "b", ("b", False)),
        ("a", "b", "c", ("b", True)),
        (ABSENT, ABSENT, "c", ("c", False)),
        ("a", ABSENT, "a", (ABSENT, False)),
        ("a", ABSENT, "c", (ABSENT, True)),
        ("a", "b", ABSENT, ("b", True)),
        (["a", "b"], ["a", "b", "x"], ["b", "c"], (["b", "x", "c"], False)),
        (["a", "b"], ["b"], ["a", "b", "c"], (["b", "c"], False)),
        (ABSENT, ["a"], ["b"], (["a", "b"], False)),
        ({"n": "a", "u": "b"}, {"n": "x", "u": "b"}, {"n": "a", "u": "y"}, ({"n": "x", "u": "y"}, False)),
        ({"n": "a"}, {"n": "x"}, {"n": "y"}, ({"n": "x"}, True)),
        (["a"], "x", ["b"], ("x", True)),
    ],
)
def test_values(base, mine, theirs, expected):
    assert merged_value(base, mine, theirs) == expected


VALUE = st.sampled_from(["a", "b", 1, None]) | st.lists(st.sampled_from("abc"), max_size=3)
FRONT = st.dictionaries(st.sampled_from("xyz"), VALUE | st.dictionaries(st.sampled_from("pq"), VALUE))


@given(base=FRONT, mine=FRONT, theirs=FRONT)
def test_mappings_know_their_sides(base, mine, theirs):
    assert merged_mapping(base, mine, base) == (mine, False)
    assert merged_mapping(base, base, theirs)[0] == theirs
    found, _ = merged_mapping(base, mine, theirs)
    assert merged_mapping(base, mine, theirs)[0] == json.loads(json.dumps(found))
