"""Every way out that the inbox prints, done as printed: after the next run the entry is gone, and nothing is amiss."""

import json
import shlex
import shutil

import pytest
from click.testing import CliRunner

from broadsheet.cli import main

RECORDS = [
    {"id": "x", "title": "Rain", "published": "2026-05-01", "language": "en",
     "body": "Vesper lost. Nobody knew why.\n\nThen they saw Georgia Orme there. Tarn won. They saw Georgia there."},
    {"id": "y", "title": "Sun", "published": "2026-05-02", "language": "en", "body": "Vesper won. Nobody knew how."},
    {"id": "z", "title": "Snow", "language": "en", "body": "It snowed, and Khan Younis was white."},
    {"id": "v", "title": "Ice", "published": "2026-05-03", "language": "en",
     "body": "He met the Tern Valley Times there. Khan Yunis froze."},
    {"id": "w", "title": "Hail", "published": "2026-05-04", "language": "en",
     "body": "He met the Tern Valley Times there. It hailed."},
]  # fmt: skip
PAGES = {
    "vesper": "title: Vesper\nkind: place",
    "vesper-fc": "title: Vesper FC\naliases:\n  - Vesper",
    "tarn": "title: Tarn\nkind: place",
    "tarn-bank": "title: Tarn Bank\naliases:\n  - Tarn",
    "khan-younis": "title: Khan Younis\nkind: place",
    "khan-yunis": "title: Khan Yunis\nkind: place",
}


def run(*words, status=0):
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == status, (words, done.output)
    return done.output


def waiting():
    return json.loads(run("inbox", "--json"))


def named(entry):
    return entry["about"], entry["name"]


def do(way):
    """What a way says: a command typed as it is, or lines pasted at the end of the front matter of each page named."""
    code = way["with"].replace("YYYY-MM-DD", "2026-05-09")
    if code.startswith("broadsheet "):
        run(*shlex.split(code)[1:])
        return
    pages = [word.strip(",:") for word in way["what"].split() if word.strip(",:").endswith(".md")]
    assert pages, way
    for page in pages:
        with open(page, encoding="utf-8") as file:  # noqa: PTH123 - short
            text = file.read()
        at = text.index("\n---\n", 4)
        if not code[0].isspace():
            text = f"{text[:at]}\n{code}{text[at:]}"
        else:  # said to stand under a key that is there
            (key,) = [word.strip("`,") for word in way["what"].split() if word.startswith("`")]
            text = text.replace(f"\n{key}\n", f"\n{key}\n{code}\n", 1)
            assert code in text
        with open(page, "w", encoding="utf-8") as file:  # noqa: PTH123 - short
            file.write(text)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site in which one of everything waits."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\n")
    (folder / "in.jsonl").write_text("".join(json.dumps(one) + "\n" for one in RECORDS))
    pages = folder / "content" / "entities"
    pages.mkdir(parents=True)
    for name, front in PAGES.items():
        (pages / f"{name}.md").write_text(f"---\n{front}\n---\n")
    run("generate", "-f", str(folder / "mkdocs.yml"), str(folder / "in.jsonl"))
    return folder


@pytest.fixture
def site(made, tmp_path, monkeypatch):
    """A copy of it."""
    shutil.copytree(made, tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


@pytest.mark.usefixtures("site")
def test_one_of_everything_waits():
    assert {one["about"] for one in waiting()} == {"ambiguous", "duplicate", "suggested", "undated"}


@pytest.mark.parametrize("which", range(4))
def test_each_printed_way_settles_its_entry(site, tmp_path, monkeypatch, which):
    for number, entry in enumerate(waiting()):
        if which >= len(entry["settle"]):
            continue
        copy = tmp_path / f"copy{number}"
        shutil.copytree(site, copy)
        monkeypatch.chdir(copy)
        do(entry["settle"][which])
        run("generate")
        assert named(entry) not in map(named, waiting()), (entry, entry["settle"][which])
        run("check", "--strict")


@pytest.mark.parametrize("which", [0, -1])
def test_one_after_the_other_all_are_settled(site, which):
    settled = []
    while entries := waiting():
        settled.append(named(entries[0]))
        assert len(settled) == len(set(settled)) < 20
        do(entries[0]["settle"][which])
        run("generate")
    assert len(settled) >= 5
    assert not (site / "content/archive/inbox.md").exists()
    run("check", "--strict")
