"""However long the input, memory holds one record at a time, and of the archive its articles."""

from __future__ import annotations

import json

import pytest

from endless import gzipped
from peak_memory import peak

MKDOCS_YML = "site_name: X\ndocs_dir: content\ntheme: {name: material}\nplugins: [broadsheet]\n"


def record(number: int, letters: int) -> bytes:
    body = f"Article {number} says this. " + "It rained in the north of the country on that day. " * (letters // 51)
    return json.dumps({"id": f"r{number}", "title": f"Title {number}", "body": body, "language": "en"}).encode() + b"\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML)
    (tmp_path / "one.jsonl").write_bytes(record(1, 100_000))
    return tmp_path


def test_clean_takes_no_more_memory_for_100_megabytes_than_for_one_record(folder):
    with (folder / "big.jsonl").open("wb") as file:
        for number in range(1000):
            file.write(record(number, 100_000))
    least, _ = peak(folder, "clean", "one.jsonl", "-o", "out.jsonl")
    most, status = peak(folder, "clean", "big.jsonl", "-o", "out.jsonl")
    assert status == 0
    assert most < least + 20
    with (folder / "out.jsonl").open("rb") as file:
        assert sum(1 for _ in file) == 1000


def test_generate_takes_no_more_memory_for_the_same_articles_again_and_again(folder):
    lines = [record(number, 50_000) for number in range(10)]
    (folder / "few.jsonl").write_bytes(b"".join(lines))
    with (folder / "big.jsonl").open("wb") as file:
        for _ in range(120):
            file.writelines(lines)
    least, _ = peak(folder, "generate", "few.jsonl", "-q")
    most, status = peak(folder, "generate", "big.jsonl", "-q")
    assert status == 0
    assert most < least + 20
    assert len(list((folder / "content/articles").rglob("*.md"))) == 10


def test_rejected_records_leave_memory_too(folder):
    with (folder / "bad.jsonl").open("wb") as file:
        for number in range(600):
            file.write(record(number, 100_000).replace(b'"title"', b'"heading"'))
    least, _ = peak(folder, "generate", "one.jsonl", "-q")
    most, status = peak(folder, "generate", "bad.jsonl", "-q")
    assert status == 1
    assert most < least + 50
    (kept,) = (folder / "rejected").iterdir()
    assert kept.read_bytes() == (folder / "bad.jsonl").read_bytes()


@pytest.mark.parametrize("name", ["bomb.jsonl.gz", "bomb.json.gz"])
def test_a_bomb_takes_no_more_memory_than_an_article_may(folder, name):
    (folder / name).write_bytes(gzipped(b'{"title": "', b"x", 200_000_000))
    most, status = peak(folder, "generate", name, "-q")
    assert status == 1
    assert most < 160
