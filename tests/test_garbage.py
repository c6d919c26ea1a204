"""While a run holds an archive, the garbage collector looks seldom; after it, as often as before."""

import gc
from contextlib import suppress

from broadsheet.garbage import seldom_collected


def test_what_is_set_holds_for_a_run_alone_however_it_ends():
    before = gc.get_threshold()
    with suppress(ValueError), seldom_collected():
        assert gc.get_threshold()[0] > before[0]
        raise ValueError
    assert gc.get_threshold() == before
    assert gc.isenabled()
