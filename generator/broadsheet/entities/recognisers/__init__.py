"""Recognisers: models that somebody has installed and that propose names, whatever the script or its capitals.

    mkdocs.yml ─► finder ─► spacy_pipelines, gliner_model ─► spans ─► proposals ─► the same Discovery

A recogniser only proposes. What it finds is suggested, like what capitals give away; a name that is known, judged or
rejected stays what it is. Any callable of the form of `Recogniser` will do.
"""

from __future__ import annotations

from broadsheet.config import Config
from broadsheet.entities.discovery.discover import Discover, discover
from broadsheet.entities.recognisers.gliner_model import GlinerModel
from broadsheet.entities.recognisers.proposals import with_proposals
from broadsheet.entities.recognisers.spacy_pipelines import SpacyPipelines
from broadsheet.entities.recognisers.span import Recogniser, Span

__all__ = ["GlinerModel", "Recogniser", "SpacyPipelines", "Span", "finder", "with_proposals"]


def finder(config: Config) -> Discover:
    """How names are found: by capitals, and by the recognisers that mkdocs.yml names.

    Raises:
        ConfigError: a recogniser is named that is not installed.
    """
    asked = config.recognisers
    found: list[Recogniser] = []
    if asked.spacy and config.suggest:
        found.append(SpacyPipelines.load(asked.spacy, config.path))
    if asked.gliner and config.suggest:
        found.append(GlinerModel.load(asked.gliner, config.path))
    return with_proposals(discover, found) if found else discover
