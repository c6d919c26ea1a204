"""What the reader of front matter promises for any bytes at the top of a page, and for any values written there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from broadsheet.archive import front_matter, own_yaml

TESTS = Path(__file__).parents[1]
LONGEST = 4_096
"""Bytes of the longest text that is tried: what can go wrong in YAML goes wrong in a few lines."""


def promise(given: bytes) -> None:
    """Any page is read or refused with a place in it; what is read fast is what any YAML reader reads; and back again.

    Raises:
        AssertionError: a promise is broken.
    """
    text = given.decode("utf-8", "replace")
    _reads_or_says_where(text)
    _reads_or_says_where(f"---\n{text}\n---\nText\n")
    _fast_is_right(f"{text}\n")
    _comes_back({text: text, "values": [text, {text: [text]}]})


def seeds() -> list[bytes]:
    """Front matter of our own pages."""
    pages = [*TESTS.glob("data/golden/**/*.md"), *TESTS.glob("data/outputs/golden/**/*.md")]
    return [page.read_bytes()[:LONGEST] for page in sorted(pages)]


def more_seeds(shared: Path) -> list[bytes]:
    """YAML as others test it, and strings that were made to hurt."""
    suite = [json.loads(line)["yaml"] for line in (shared / "data/dev/yaml_test_suite.jsonl").open(encoding="utf-8")]
    naughty = [json.loads(line)["s"] for line in (shared / "data/dev/hostile_strings.jsonl").open(encoding="utf-8")]
    return [text.encode("utf-8", "replace")[:LONGEST] for text in (*suite, *naughty[::10])]


def _reads_or_says_where(page: str) -> None:
    try:
        values, offset = front_matter.read(page)
    except front_matter.FrontMatterError as error:
        problem = error
    else:
        assert 0 <= offset <= len(page)
        _comes_back(values)
        return
    lines = sum(map(page.count, "\n\r\x85\u2028\u2029"))
    assert 1 <= problem.line <= lines + 2, f"a problem in line {problem.line} of {lines + 1}"
    assert problem.column >= 1
    assert problem.problem


def _fast_is_right(head: str) -> None:
    fast = own_yaml.read(head, front_matter.is_plain)
    if fast is None:
        return
    try:
        slow = front_matter.any_yaml(head)
    except front_matter.FrontMatterError as error:
        raise AssertionError(f"read fast, but YAML says {error.problem}") from None
    assert _spelled(fast) == _spelled(slow), "read fast is not what YAML reads"


def _comes_back(values: dict[str, Any]) -> None:
    written = front_matter.write(values)
    assert written.endswith("\n")
    written.encode()
    assert "\r" not in written, "a line end of another kind"
    page = f"---\n{written}---\nText\n"
    read, offset = front_matter.read(page)
    assert page[offset:] == "Text\n", "what was written ends front matter too early"
    assert _spelled(read) == _spelled(values), "what was written is not what is read"
    assert _spelled(yaml.load(written, yaml.CSafeLoader)) == _spelled(values)
    _fast_is_right(written)


def _spelled(value: Any) -> str:
    """Values so that 1, 1.0 and True differ, and not-a-number is itself; halves of characters cannot be written."""
    return repr(value).encode("utf-8", "replace").decode().replace("\\ufffd", "\ufffd")
