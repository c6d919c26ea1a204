"""Arabic: ل runs into the article, so that الأمم المتحدة is written للأمم المتحدة after "to".

What else hangs on a name (و ف ب ك ل) stands before it unchanged: `boundaries` knows that.
"""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.model import Kind


def forms(name: str, _kind: Kind) -> Iterator[str]:
    """The name with ل before its article."""
    rest = name[2:]
    if name.startswith("ال") and len(rest) > 2 and not rest.startswith("له"):
        yield f"ل{rest}" if rest.startswith("ل") else f"لل{rest}"
