"""spaCy's pipelines as a recogniser: any that is installed, or a folder that holds one (https://spacy.io/models)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from broadsheet.entities.recognisers.span import Span
from broadsheet.entities.recognisers.windows import windows
from broadsheet.errors import ConfigError
from broadsheet.model import Kind

CONFIDENCE = 0.75
"""spaCy's pipelines do not say how sure they are; their makers report F1 of .70 to .90 on news."""

_LONGEST = 100_000
"""Characters that a pipeline is given at once; its parser takes a gigabyte for a million."""

_LABELS: Mapping[str, Kind] = {
    "per": "person", "person": "person", "persname": "person",
    "org": "organisation", "orgname": "organisation",
    "loc": "place", "gpe": "place", "fac": "place", "placename": "place", "geogname": "place",
    "event": "event", "work_of_art": "work", "law": "work", "product": "product", "misc": "other",
    "organisation": "organisation", "place": "place", "work": "work", "other": "other",
}  # fmt: skip
"""What labels mean, spaCy's own and the names of our kinds; others (dates, sums, peoples) are no names."""


class SpacyPipelines:
    """One pipeline a language."""

    def __init__(self, pipelines: Mapping[str, Any]) -> None:
        self._pipelines = dict(pipelines)

    @classmethod
    def load(cls, names: Mapping[str, str], config: Path) -> SpacyPipelines:
        """The pipelines named in mkdocs.yml (`config`), by language; a folder is looked for beside it.

        Raises:
            ConfigError: spaCy is not installed, or no such pipeline is.
        """
        where = f"{config}: plugins: broadsheet: recognisers: spacy"
        try:
            spacy = import_module("spacy")
        except ImportError as error:
            raise ConfigError(f'{where}: spaCy is not installed ({error}); pip install "broadsheet[spacy]"') from error
        loaded: dict[str, Any] = {}
        for language, name in sorted(names.items()):
            folder = config.parent / name
            try:
                loaded[language] = spacy.load(folder if folder.is_dir() else name)
            except (OSError, ValueError) as error:
                raise ConfigError(
                    f"{where}: {language}: there is no pipeline {name}; python -m spacy download {name}, or name the "
                    "folder of one"
                ) from error
        return cls(loaded)

    def reads(self, language: str) -> bool:
        """Whether a pipeline is named for the language."""
        return language in self._pipelines

    def __call__(self, texts: Sequence[str], language: str) -> Iterator[Sequence[Span]]:
        """The spans of each text."""
        pipeline = self._pipelines[language]
        found: list[list[Span]] = [[] for _ in texts]
        pieces = [(at, start, piece) for at, text in enumerate(texts) for start, piece in windows(text, _LONGEST)]
        for (at, start, _), read in zip(pieces, pipeline.pipe(piece for _, _, piece in pieces), strict=True):
            for one in read.ents:
                kind = _LABELS.get(one.label_.lower())
                if kind:
                    found[at].append(Span(start + one.start_char, start + one.end_char, kind, CONFIDENCE))
        yield from found
