"""axe-core in the browser's page: what stands in the way of a reader who does not see, hear or point as others do."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
SIZES = {"phone": (360, 740), "desktop": (1440, 900)}
CALLED = {"light": "default", "dark": "slate"}
"""What Material calls our two colour schemes."""
CROSSED = (("phone", "light"), ("desktop", "dark"))
EVERY = tuple((size, scheme) for size in SIZES for scheme in CALLED)


def faults(page: Any, name: str, looks: Iterable[tuple[str, str]] = CROSSED) -> list[str]:
    """What axe finds on the page that is open, a line each.

    Axe reads the colours of every word, which is dear: where one page of the same make is looked at in every size and
    scheme, it is enough to look at the others in both sizes and in both schemes, once each.
    """
    page.evaluate(AXE)
    found = []
    for size, scheme in looks:
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("called => document.body.setAttribute('data-md-color-scheme', called)", CALLED[scheme])
        # The size of targets (WCAG 2.2) is not among what axe asks of itself.
        options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
        violations = page.evaluate("options => axe.run(document, options).then((all) => all.violations)", options)
        found += [
            f"{name}, {size}, {scheme}: {fault['id']}: {node['target']} {node['html'][:120]}"
            for fault in violations
            for node in fault["nodes"]
        ]
    return found
