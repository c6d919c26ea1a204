"""What is in the wheel and the sdist: all of the package, and nothing else; and the same bytes each time."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from built_wheel import REPOSITORY, build, built_once

PACKAGE = REPOSITORY / "generator" / "broadsheet"
LEFT_BY_TOOLS = ("__pycache__", ".mypy_cache", ".ruff_cache")


@pytest.fixture(scope="module")
def built(shared_folder):
    return built_once(shared_folder)


@pytest.fixture(scope="module")
def in_wheel(built):
    with zipfile.ZipFile(built.wheel) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def package_files():
    """All files of the package, with what its modules read: templates, catalogues, word lists, the scaffold's tree."""
    found = (path for path in PACKAGE.rglob("*") if path.is_file() and not {*path.parts} & {*LEFT_BY_TOOLS})
    return {path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes() for path in found}


def test_the_wheel_has_every_file_of_the_package_and_no_other(in_wheel):
    there = {name: content for name, content in in_wheel.items() if ".dist-info/" not in name}
    assert sorted(there) == sorted(package_files())
    assert there == package_files()
    kinds = {Path(name).suffix for name in there}
    assert {".html", ".css", ".js", ".svg", ".po", ".txt", ".yml", ".jsonl", ".md", ".typed"} <= kinds


def test_the_sdist_has_the_same_and_what_tells_of_it(built):
    with tarfile.open(built.sdist) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    beside = {"CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml", "PKG-INFO", ".gitignore"}
    assert sorted(names) == sorted({f"generator/{name}" for name in package_files()} | beside)


def test_a_wheel_from_the_sdist_is_the_same_bytes_and_so_is_another_build(built, tmp_path):
    with tarfile.open(built.sdist) as sdist:
        sdist.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    build(unpacked, tmp_path / "again", "wheel")
    build(REPOSITORY, tmp_path / "anew", "sdist", "wheel")
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.glob("a*/*.whl")}
    assert digests == {hashlib.sha256(built.wheel.read_bytes()).hexdigest()}
    (anew,) = (tmp_path / "anew").glob("*.tar.gz")
    assert anew.read_bytes() == built.sdist.read_bytes()


def test_the_metadata_says_the_licence_as_sboms_read_it(in_wheel):
    (name,) = (name for name in in_wheel if name.endswith(".dist-info/METADATA"))
    told = HeaderParser().parsestr(in_wheel[name].decode())
    assert told["License-Expression"] == "MIT"
    assert told.get_all("License-File") == ["LICENSE"]
    assert f"{name.partition('/')[0]}/licenses/LICENSE" in in_wheel
    assert told["Author"] == "The Broadsheet authors"
    assert not [one for one in told.get_all("Classifier") if one.startswith("License ::")]
    assert {"html", "search", "spacy", "gliner"} <= {*told.get_all("Provides-Extra")}
    assert told["Description-Content-Type"] == "text/markdown"
