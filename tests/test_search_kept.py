"""Search is indexed again piece by piece: whatever came before, the index is the one that is made from nothing."""

from __future__ import annotations

import gzip
import json
import shutil
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mkdocs.utils import clean_directory

from broadsheet.search import SearchedPage, kept_shards, put_aside, shards, site_index, write_index
from broadsheet.search.kept_shards import mark

ENTITIES = ("kyiv", "paris", "paris-2")
TEXTS = ("Rain in Ghent.", "東京で東京", "A café, a Cafe, 7.1-magnitude", "Łódź und Straße", "")


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    """Shards of a dozen pages in pieces of a few."""
    monkeypatch.setattr(shards, "FEWEST", 6)
    monkeypatch.setattr(shards, "IN_PIECE", (2, 4))


def article(number, text=0):
    return SearchedPage(
        address=f"articles/{number:03}/index.html",
        kind="article",
        title=f"Article {number}",
        text=f"{TEXTS[text % len(TEXTS)]} {number}",
        date=f"2024-{1 + number % 3:02}-{1 + number % 28:02}" if number % 7 else "",
        source=("S", "東京新聞")[number % 2],
        entities=(ENTITIES[number % 3],),
    )


def entity(number, name):
    one = ENTITIES[number]
    return SearchedPage(address=f"entities/{one}/index.html", kind="place", title=name, text="", entities=(one,))


ARCHIVE = [*map(article, range(18)), entity(0, "Kyiv"), entity(1, "Paris"), entity(2, "Paris")]


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(pages, root):
    """What `mkdocs build` does with the folder of the index."""
    put_aside(root / "site")
    clean_directory(str(root / "site"))
    made = write_index(pages, root / "site", root)
    return made, files(root / "site")


def from_nothing(pages, folder):
    write_index(pages, folder / "site", folder)
    return files(folder / "site")


CHANGES = st.one_of(
    st.tuples(st.just("write"), st.integers(0, 40), st.integers(0, 4)),
    st.tuples(st.just("remove"), st.integers(0, 20)),
    st.tuples(st.just("name"), st.integers(0, 2), st.sampled_from(["Kyiv", "Paris", "Kiew"])),
    st.tuples(st.just("harm"), st.integers(0, 40), st.sampled_from([b"", b"x", None])),
)


def harmed(root, number, content):
    """Damages, or takes away, one of the files that are kept or lie in the site."""
    every = sorted(path for path in root.rglob("*") if path.is_file())
    path = every[number % len(every)]
    path.write_bytes(path.read_bytes()[:-1] if content is None else content)


# Each example makes several indexes: too slow to look for a shorter one.
@settings(max_examples=5, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(CHANGES, min_size=1, max_size=5), min_size=2, max_size=4))
def test_any_changes_lead_to_the_index_made_from_nothing(tmp_path_factory, given):
    root = tmp_path_factory.mktemp("kept")
    pages = {page.address: page for page in ARCHIVE}
    built(list(pages.values()), root)
    for changes in given:
        for change, number, *rest in changes:
            if change == "write":
                pages[article(number).address] = article(number, rest[0])
            elif change == "remove":
                pages.pop(article(number).address, None)
            elif change == "name":
                pages[entity(number, "").address] = entity(number, rest[0])
            else:
                harmed(root, number, rest[0])
        _, after = built(list(pages.values()), root)
    assert after == from_nothing(list(pages.values()), tmp_path_factory.mktemp("fresh"))


def test_the_order_in_which_pages_come_makes_no_difference(tmp_path):
    assert from_nothing(ARCHIVE[::-1], tmp_path / "a") == from_nothing(ARCHIVE, tmp_path / "b")


def test_an_article_indexes_its_piece_alone_and_leaves_the_files_of_others_where_they_are(tmp_path):
    number, _ = built(ARCHIVE, tmp_path)
    assert number >= 8
    before = {path: path.stat() for path in (tmp_path / "site").rglob("*.pf_fragment")}
    for changed in (article(16, 3), article(3, 3)):  # also of the oldest
        pages = [changed if page.address == changed.address else page for page in ARCHIVE]
        assert built(pages, tmp_path)[0] == 1
        assert built(ARCHIVE, tmp_path)[0] == 1
    assert built(ARCHIVE, tmp_path)[0] == 0
    after = {path: path.stat() for path in (tmp_path / "site").rglob("*.pf_fragment")}
    assert before.keys() == after.keys()
    assert sum(after[path].st_ino == before[path].st_ino for path in after) >= len(after) - 2 * 4
    assert not (tmp_path / "site/.search").exists()


def said(site):
    """What the index says, whatever the numbers of pages: of each word, value and page, by addresses."""
    told = {}
    for shard in json.loads((site / "search/shards.json").read_text(encoding="utf-8")):
        folder = site / "search" / shard["folder"]
        meta = json.loads(gzip.decompress((folder / "meta").read_bytes()))
        urls = []
        for piece, pages in meta["pieces"]:
            for page in range(pages):
                shown = (site / "search" / piece / f"{page}.pf_fragment").read_bytes()
                urls.append(json.loads(gzip.decompress(shown)[12:])["url"])
        name = shard["name"]
        told |= {(name, url): length for url, length in zip(urls, meta["lengths"], strict=True)}
        dated = [urls[sum(meta["dated"][: place + 1])] for place in range(len(meta["dated"]))]
        days = {f"/{page.address.removesuffix('index.html')}": page.date for page in ARCHIVE}
        assert [days[url] for url in dated] == sorted(filter(None, (days[url] for url in urls)))
        last = ""
        for chunk, (first, final) in enumerate(meta["chunks"]):
            words = json.loads(gzip.decompress((folder / f"{chunk}.pf_index").read_bytes()))
            assert last < first == words[0][0]
            last = final
            for word, row, *places in words:
                assert word not in told
                pages = [urls[sum(row[: at + 1 : 2])] for at in range(0, len(row), 2)]
                told[name, word] = dict(zip(pages, zip(row[1::2], *places, strict=True), strict=True))
        for facet in meta["filters"]:
            for value, pages in json.loads(gzip.decompress((folder / f"{facet}.pf_filter").read_bytes())):
                told[name, facet, value] = {urls[sum(pages[: at + 1])] for at in range(len(pages))}
    return told


def test_pieces_put_together_say_what_one_piece_says(tmp_path, monkeypatch):
    from_nothing(ARCHIVE, tmp_path / "pieces")
    monkeypatch.setattr(shards, "IN_PIECE", (1000, 1000))
    from_nothing(ARCHIVE, tmp_path / "whole")
    assert said(tmp_path / "pieces/site") == said(tmp_path / "whole/site")


@pytest.mark.parametrize("place", ["keep", "is_kept", "site_folders.put", "indexed"])
@pytest.mark.parametrize("calls", [0, 3])
def test_a_build_that_is_killed_is_made_good_by_the_next(tmp_path, monkeypatch, place, calls):
    built(ARCHIVE, tmp_path)
    pages = [replace(page, title=f"{page.title}!") for page in ARCHIVE]
    holder = site_index
    *way, name = place.split(".")
    for one in way:
        holder = getattr(holder, one)
    once = getattr(holder, name)
    count = iter(range(1000))

    def killed(*given):
        if next(count) == calls:
            raise KeyboardInterrupt
        return once(*given)

    with monkeypatch.context() as patch:
        patch.setattr(holder, name, killed)
        with pytest.raises(KeyboardInterrupt):
            built(pages, tmp_path)
    assert built(pages, tmp_path)[1] == from_nothing(pages, tmp_path / "fresh")


def test_two_processes_make_the_index_that_one_makes(tmp_path, monkeypatch):
    monkeypatch.setattr(site_index, "_WORTH_IT", 2)
    sites = []
    for jobs in ("1", "2"):
        monkeypatch.setenv("BROADSHEET_JOBS", jobs)
        sites.append(from_nothing(ARCHIVE, tmp_path / jobs))
    assert sites[0] == sites[1]


def test_other_code_makes_all_of_it_anew(tmp_path, monkeypatch):
    number, _ = built(ARCHIVE, tmp_path)
    monkeypatch.setattr(kept_shards, "_rules", lambda: b"other rules")
    assert built(ARCHIVE, tmp_path)[0] == number
    shutil.rmtree(tmp_path / ".cache")
    assert built(ARCHIVE, tmp_path)[0] == number


def test_what_is_in_a_text_and_what_is_beside_it_make_different_marks():
    assert mark(["a", "bc"]) != mark(["ab", "c"])
    assert mark(["a\ud800"]) != mark(["a\udfff"])
