"""What makes the search for names fast changes nothing of what is found."""

import sys

from broadsheet.entities.folding import bare, fold


def test_a_long_text_is_bared_as_a_short_one_is():
    every = fold("".join(map(chr, range(sys.maxunicode + 1)))).text
    assert bare(every) == "".join(bare(every[place : place + 100]) for place in range(0, len(every), 100))
