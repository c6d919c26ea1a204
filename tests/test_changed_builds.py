"""Whatever happens to a site, a build that takes from earlier ones says and writes what one without these does."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from changed_site import changes, furnished, outcome
from fast_site import begun, built


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(changes(), min_size=1, max_size=4), min_size=2, max_size=5))
def test_a_build_is_what_it_would_be_if_all_were_made_anew(batches):
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        begun(site)
        furnished(site)
        built(site)
        for batch in batches:
            for change in batch:
                change(site)
            fast = outcome(site)
            anew = outcome(site, fast=False, folder="anew")
            event(f"it is built: {isinstance(anew[0], dict)}")
            assert fast == anew
            assert outcome(site) == anew
