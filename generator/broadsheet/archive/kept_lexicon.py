"""The lexicon of many names, kept between runs: to make it anew takes seconds, to read it back a part of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from broadsheet.archive.kept_file import KeptFile
from broadsheet.entities import Gazetteer, Matcher
from broadsheet.entities.matching.lexicon import from_text, lexicon, mark

FEWEST = 3_000
"""Names from which on a lexicon is worth keeping."""


def keeping_matcher(root: Path, *, write: bool = True) -> Callable[[Gazetteer], Matcher]:
    """What makes a matcher of a gazetteer, with the lexicon kept below `root` where it is that gazetteer's.

    Args:
        root: the site's folder.
        write: whether a lexicon that was made is kept.
    """
    file = KeptFile(root, "names.txt")

    def matcher(gazetteer: Gazetteer) -> Matcher:
        if len(gazetteer.names) < FEWEST:
            return Matcher(gazetteer)
        text = file.read()
        try:
            kept = None if text is None else from_text(text, mark(gazetteer))
        except ValueError:
            kept = None
        made = kept or lexicon(gazetteer)
        if write and kept is None:
            file.write(made.to_text())
        return Matcher(gazetteer, made)

    return matcher
