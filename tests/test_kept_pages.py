"""Pages that were read before are not read again; whatever is kept, the archive is the same."""

from __future__ import annotations

import dataclasses
from unittest import mock

import pytest

from broadsheet.archive import kept_file, load, page, reading_kept
from broadsheet.archive.kept_pages import FILE
from edited_site import EditedSite, few_countries

EDITED = "index.md"


@pytest.fixture(scope="module", autouse=True)
def _few_countries():
    with few_countries():
        yield


@pytest.fixture
def site():
    site = EditedSite(with_git=False)
    text = (site.content / EDITED).read_text("utf-8")
    (site.content / EDITED).write_text(f"{text}\nA person's words.\n", "utf-8")
    yield site
    site.close()


def read(site):
    """The archive, and which pages had to be read; it is the one that comes of reading all."""
    with mock.patch.object(page, "read", side_effect=page.read) as reading, reading_kept(site.folder) as kept:
        archive = load(site.content, read=kept)
    expected = load(site.content)
    for field in dataclasses.fields(archive):
        if field.name != "own":
            assert repr(getattr(archive, field.name)) == repr(getattr(expected, field.name))
    return [call.args[0] for call in reading.call_args_list]


def test_only_pages_that_changed_and_those_of_a_person_are_read_again(site):
    every = read(site)
    assert len(every) > 5
    assert read(site) == [EDITED]
    article = next(address for address in every if address.startswith("articles/"))
    path = site.content / article
    path.write_text(path.read_text("utf-8").replace("title: ", "title: No, ", 1), "utf-8")
    assert read(site) == [article, EDITED]
    path.rename(path.with_name("moved.md"))
    assert read(site) == [f"{article.rpartition('/')[0]}/moved.md", EDITED]


def test_a_page_of_ours_that_moves_is_known_by_its_text(site):
    every = read(site)
    article = next(address for address in every if address.startswith("articles/"))
    (site.content / article).rename(site.content / "moved.md")
    assert read(site) == [EDITED]


@pytest.mark.parametrize("damage", [lambda raw: b"", lambda raw: raw[:5000], lambda raw: b"no database" + raw[11:]])  # noqa: ARG005
def test_a_damaged_cache_is_none(site, damage):
    every = read(site)
    kept = site.folder / FILE
    kept.write_bytes(damage(kept.read_bytes()))
    assert read(site) == every
    assert len(read(site)) in {1, len(every)}  # what another has open is left to it


def test_another_broadsheet_reads_all(site, monkeypatch):
    every = read(site)
    monkeypatch.setattr("broadsheet.archive.kept_pages.code_mark", lambda: kept_file.code_mark()[::-1])
    assert read(site) == every


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(site):
    (site.folder / ".cache").write_text("in the way")
    every = read(site)
    assert read(site) == every


def test_a_run_that_ends_in_the_middle_keeps_nothing(site):
    every = read(site)
    (site.folder / FILE).unlink()
    with pytest.raises(AttributeError), reading_kept(site.folder) as kept:
        assert load(site.content, read=kept).no_such_thing
    assert read(site) == every


def test_a_rehearsal_leaves_no_cache(site):
    site.generate([], dry_run=True)
    assert not (site.folder / ".cache").exists()
