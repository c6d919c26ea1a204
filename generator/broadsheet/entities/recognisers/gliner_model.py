"""A GLiNER model as a recogniser: one model for many languages (https://github.com/urchade/GLiNER)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from broadsheet.config import Gliner
from broadsheet.entities.recognisers.span import Span
from broadsheet.entities.recognisers.windows import windows
from broadsheet.errors import ConfigError
from broadsheet.model import Kind

LABELS: Mapping[str, Kind] = {
    "person": "person",
    "organization": "organisation",
    "location": "place",
    "event": "event",
    "creative work": "work",
    "product": "product",
}
"""What the model is asked for, in the words it was trained on, and what the answers mean."""

LONGEST = 1200
"""Characters of a piece: models read 384 words at once and drop the rest without a word."""


class Model(Protocol):
    """What we ask of a model: the part of GLiNER's interface that all its versions have."""

    def predict_entities(self, text: str, labels: list[str], threshold: float) -> Sequence[Mapping[str, Any]]:
        """Dictionaries with `start`, `end`, `label` and `score`."""


class GlinerModel:
    """A model, the languages it is asked about, and how sure it must be."""

    def __init__(self, model: Model, languages: Sequence[str] = (), threshold: float = 0.5) -> None:
        self._model = model
        self._languages = frozenset(languages)
        self._threshold = threshold

    @classmethod
    def load(cls, asked: Gliner, config: Path) -> GlinerModel:
        """The model that mkdocs.yml (`config`) names; a folder is looked for beside it.

        Raises:
            ConfigError: GLiNER is not installed, or there is no such model.
        """
        where = f"{config}: plugins: broadsheet: recognisers: gliner"
        try:
            gliner = import_module("gliner")
        except ImportError as error:
            raise ConfigError(
                f'{where}: GLiNER is not installed ({error}); pip install "broadsheet[gliner]"'
            ) from error
        folder = config.parent / asked.model
        try:
            model = gliner.GLiNER.from_pretrained(str(folder) if folder.is_dir() else asked.model)
        except (OSError, ValueError) as error:
            raise ConfigError(
                f"{where}: model: {asked.model} cannot be loaded ({' '.join(str(error).split())[:120]}); name one of "
                "https://huggingface.co/models?library=gliner, or the folder of one"
            ) from error
        return cls(model, asked.languages, asked.threshold)

    def reads(self, language: str) -> bool:
        """Whether it is asked about the language: about every one where mkdocs.yml names none."""
        return not self._languages or language in self._languages

    def __call__(self, texts: Sequence[str], language: str) -> Iterator[Sequence[Span]]:  # noqa: ARG002 - reads all
        """The spans of each text."""
        for text in texts:
            found: list[Span] = []
            for start, piece in windows(text, LONGEST):
                for one in self._model.predict_entities(piece, list(LABELS), threshold=self._threshold):
                    kind = LABELS.get(str(one["label"]))
                    if kind:
                        score = round(min(1.0, max(0.0, float(one["score"]))), 2)
                        found.append(Span(start + int(one["start"]), start + int(one["end"]), kind, score))
            yield sorted(found)
