"""What the archive remembers beside its pages."""

import pytest

from broadsheet.archive import notebook
from broadsheet.archive.notebook import Notebook, Noted
from broadsheet.errors import ArchiveError

NOTED = [
    Noted(page="articles/2024/04/16/a.md", id="a: #1", title="Title – “x”", urls=("https://a.example/1",)),
    Noted(page="entities/kyiv.md", id="kyiv", title="Kyiv", names=("Київ", "Kiew"), entity=True),
    Noted(page="entities/norway.md", id="norway", title="Norway", country="NO", entity=True),
    Noted(page="index.md"),
]


def test_what_is_written_is_read_back(tmp_path):
    (tmp_path / notebook.FOLDER).mkdir()
    (tmp_path / notebook.LEDGER).write_text(notebook.ledger_text(reversed(NOTED)), "utf-8")
    (tmp_path / notebook.WITHDRAWN).write_text(notebook.withdrawn_text(NOTED[:3]), "utf-8")
    found = notebook.read(tmp_path)
    assert list(found.ledger.values()) == NOTED
    assert found.withdrawn == tuple(NOTED[:3])
    assert notebook.read(tmp_path / "none") == Notebook()


def test_a_ledger_that_two_branches_merged_badly_is_read_as_far_as_it_goes(tmp_path):
    (tmp_path / notebook.FOLDER).mkdir()
    text = notebook.ledger_text(NOTED)
    lines = ["<<<<<<< ours", *text.splitlines(), "[1]", '"x"', "{", ">>>>>>> theirs"]
    (tmp_path / notebook.LEDGER).write_text("\n".join(lines), "utf-8")
    assert [one.page for one in notebook.read(tmp_path).ledger.values() if one.page] == [one.page for one in NOTED]


@pytest.mark.parametrize(
    "text", ["articles: [", "articles: {a: 1}", "articles:\n  - a\n", "articles:\n  - title: b\n", "- a"]
)
def test_a_list_of_withdrawn_pages_that_cannot_be_read_stops_the_run(tmp_path, text):
    (tmp_path / notebook.FOLDER).mkdir()
    (tmp_path / notebook.WITHDRAWN).write_text(text, "utf-8")
    with pytest.raises(ArchiveError, match=r"withdrawn.yml:\d+: cannot be read"):
        notebook.read(tmp_path)


def test_what_is_noted_and_gone_is_withdrawn_and_what_is_back_is_not():
    book = Notebook(
        ledger={one.page: one for one in NOTED}, withdrawn=(Noted(page="entities/x.md", id="x", entity=True),)
    )
    gone = book.with_missing({"a: #1"}, {"norway"}, {"articles/2024/04/16/a.md", "index.md"})
    assert [one.id for one in gone.withdrawn] == ["kyiv", "x"]
    assert gone.with_missing({"a: #1"}, {"norway", "kyiv", "x"}, set()).withdrawn == ()
    # A file in its place, whatever it says, is no page that was deleted.
    assert book.with_missing({"a: #1"}, {"norway", "x"}, {"entities/kyiv.md"}).withdrawn == ()
    assert gone.without(gone.withdrawn).withdrawn == ()
