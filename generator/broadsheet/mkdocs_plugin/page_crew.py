"""Pages made by all cores: the first ones here, for others to be like, and the rest in shares by several processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain

from mkdocs.structure.files import File

from broadsheet.archive.crew import as_done, hands
from broadsheet.archive.kept_results import KeptResults
from broadsheet.mkdocs_plugin.making import Made, Making
from broadsheet.mkdocs_plugin.own_marks import page_mark
from broadsheet.mkdocs_plugin.page_record import ReadyText

_TASK = 50
"""Pages that a process makes before it asks for more."""
_SAMPLE = 50
"""Pages that are made before there are several processes."""
_WORTH_IT = 300
"""Pages from which on several processes are quicker than one."""


@dataclass(frozen=True, slots=True)
class PageCrew:
    """Who makes the pages of one build."""

    making: Making
    kept: KeptResults
    mark: str
    """That of the build."""

    def made(self, files: Sequence[File]) -> Iterator[tuple[bytes, Made]]:
        """Each page as soon as it is made, with its mark; a page that cannot be made so is left out.

        Raises:
            ArchiveError: a process was ended.
        """
        crew = hands(len(files), _WORTH_IT)
        # Most shapes of pages are followed here, before there are several processes: else each would follow them.
        first = files[:: max(1, len(files) // _SAMPLE)] if crew > 1 else ()
        early = {one.src_uri for one in first}
        others = [one for one in files if one.src_uri not in early]
        shares = [others[start : start + _TASK] for start in range(0, len(others), _TASK)]
        tasks = [partial(self._several, share) for share in shares]
        for _, some in chain(as_done([partial(self._several, first)], 1), as_done(tasks, crew)):
            yield from some

    def text(self, mark: bytes) -> ReadyText | None:
        """The text of the page with this mark, if an earlier build made HTML of it that still holds."""
        return ReadyText.of(self.kept, mark, self.making.files)

    def _several(self, files: Sequence[File]) -> Iterator[tuple[bytes, Made]]:
        for file in files:
            try:
                raw = file.content_bytes
            except OSError:
                continue  # whoever makes it after all tells of it
            mark = page_mark(self.mark, file, blake2b(raw, digest_size=16).hexdigest())
            if made := self.making.quietly(file, raw, self.text(mark)):
                yield mark, made
