"""The whole tree that a small edition comes out as.

After a change that is meant: `BROADSHEET_REFRESH=1 pytest tests/test_outputs_golden.py`, then read the diff.
"""

import os
import shutil

import pytest

from broadsheet.outputs import OUTPUTS, drafts
from editions import texts
from small_edition import GOLDEN, small_edition


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_small_edition_comes_out_as_kept(language):
    made = texts(drafts(small_edition(language=language)))
    folder = GOLDEN / language
    if os.environ.get("BROADSHEET_REFRESH"):
        shutil.rmtree(folder, ignore_errors=True)
        for address, text in made.items():
            path = folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    kept = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in folder.rglob("*") if path.is_file()
    }
    assert made.keys() == kept.keys()
    for address, text in made.items():
        assert text == kept[address], address


def test_outputs_of_one_edition_are_the_same_twice():
    edition = small_edition()
    assert list(drafts(edition)) == list(drafts(edition)) == list(drafts(small_edition()))


def test_no_two_outputs_write_one_address():
    addresses = [draft.address for output in OUTPUTS for draft in output(small_edition(per_page=1))]
    assert len(addresses) == len(set(addresses))
    assert len(addresses) == len({address.casefold() for address in addresses})
