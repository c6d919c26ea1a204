"""mkdocs.yml, read into a Config; nothing else reads settings."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from pathspec import GitIgnoreSpec
from yaml import YAMLError

from broadsheet.engine import Engine, engine_of
from broadsheet.errors import ConfigError
from broadsheet.limits import Limits

DEEPEST = 200
"""The highest limit of depth: readers and writers of JSON and YAML call themselves once a level."""


class LimitsOption(base.BaseConfigOption[Limits]):
    """The limits by name, each a whole number of 1 or more; those that are not named are as usual."""

    def __init__(self) -> None:
        super().__init__()
        self.default: Any = {}

    def run_validation(self, value: object) -> Limits:
        """The limits; ValidationError says which of them cannot be followed."""
        if not isinstance(value, dict):
            raise ValidationError("is not a list of limits; write one a line, as `body: 2000000`")
        usual = {one.name: one.default for one in fields(Limits)}
        for name, limit in value.items():
            if name not in usual:
                near = get_close_matches(str(name), usual, 1)
                raise ValidationError(
                    f"{name}: there is no such limit; " + (f"did you mean {near[0]}?" if near else ", ".join(usual))
                )
            if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
                raise ValidationError(f"{name}: {limit!r} is not a whole number of 1 or more; {usual[name]} is usual")
            if name == "depth" and limit > DEEPEST:
                raise ValidationError(f"depth: {limit} is more than can be followed; {DEEPEST} is the most")
        return Limits(**value)


@dataclass(frozen=True, slots=True)
class Gliner:
    """A GLiNER model that proposes names."""

    model: str
    """Its name on Hugging Face, or a folder beside mkdocs.yml."""
    languages: tuple[str, ...] = ()
    """Those it is asked about (ISO 639-1); none: all."""
    threshold: float = 0.5
    """How sure it must be, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Recognisers:
    """Models, installed by whoever runs Broadsheet, that propose names."""

    spacy: Mapping[str, str] = field(default_factory=dict)
    """By language (ISO 639-1): the name of a pipeline, or a folder beside mkdocs.yml."""
    gliner: Gliner | None = None


class RecognisersOption(base.BaseConfigOption[Recognisers]):
    """`spacy: {de: de_core_news_sm}`, `gliner: {model: …, languages: [ja], threshold: 0.5}`."""

    def __init__(self) -> None:
        super().__init__()
        self.default: Any = {}

    def run_validation(self, value: object) -> Recognisers:
        """The recognisers; ValidationError says which line cannot be followed."""
        if not isinstance(value, dict) or not set(value) <= {"spacy", "gliner"}:
            raise ValidationError("is not a list of recognisers; those there are: spacy, gliner")
        spacy = value.get("spacy") or {}
        if not isinstance(spacy, dict) or not all(isinstance(one, str) for pair in spacy.items() for one in pair):
            raise ValidationError("spacy: is not a pipeline for each language; write `en: en_core_web_sm`")
        return Recognisers(spacy, self._gliner(value["gliner"]) if value.get("gliner") else None)

    @staticmethod
    def _gliner(given: object) -> Gliner:
        fields = {"model": given} if isinstance(given, str) else given
        usual = {"model", "languages", "threshold"}
        if not isinstance(fields, dict) or not set(fields) <= usual or not isinstance(fields.get("model"), str):
            raise ValidationError("gliner: names no model; write `model: urchade/gliner_multi-v2.1`")
        languages = fields.get("languages") or []
        if not isinstance(languages, list) or not all(isinstance(one, str) for one in languages):
            raise ValidationError("gliner: languages: is not a list; write `[de, ja]`")
        threshold = fields.get("threshold", 0.5)
        if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
            raise ValidationError(f"gliner: threshold: {threshold!r} is not between 0 and 1; 0.5 is usual")
        return Gliner(fields["model"], tuple(languages), float(threshold))


EXAMPLE = "https://example.github.io/broadsheet/"
"""The `site_url` of a new site, until somebody says where it will be."""

FEEDS = ("atom", "rss", "json")
"""The formats of feeds."""
EXPORTS = ("articles", "entities", "archive")
"""What is written for machines: a file for each article, one for each entity, and all articles in one."""


class ChosenOption(base.BaseConfigOption[tuple[str, ...]]):
    """Some of several things, by name: a list, `true` for all of them, `false` for none."""

    def __init__(self, *there_are: str) -> None:
        super().__init__()
        self.there_are = there_are
        self.default: Any = True

    def run_validation(self, value: object) -> tuple[str, ...]:
        """Those chosen, in the order in which they are known; ValidationError says which there is not."""
        if isinstance(value, bool):
            return self.there_are if value else ()
        usual = f"[{', '.join(self.there_are)}]"
        if not isinstance(value, list):
            raise ValidationError(f"{value!r} is not a list; write some of {usual}, or false for none")
        for name in value:
            if name not in self.there_are:
                near = get_close_matches(str(name), self.there_are, 1)
                raise ValidationError(
                    f"{name}: there is no such thing; " + (f"did you mean {near[0]}?" if near else f"choose of {usual}")
                )
        return tuple(name for name in self.there_are if name in value)


NO_FILES = GitIgnoreSpec.from_lines(())


class OwnOption(base.BaseConfigOption[GitIgnoreSpec]):
    """`[feed.xml, data/]`: files and folders, as .gitignore names them."""

    def __init__(self) -> None:
        super().__init__()
        self.default: Any = []

    def run_validation(self, value: object) -> GitIgnoreSpec:
        """What tells whether a file is among them; ValidationError says what is no name of a file."""
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ValidationError(f"{value!r} is not a list of files; write their addresses in content/: [feed.xml]")
        try:
            return GitIgnoreSpec.from_lines(value)
        except ValueError as error:
            raise ValidationError(f"{value!r} cannot be followed ({error}); write [feed.xml], or [data/]") from None


_USUAL = {
    "inputs": "a list of files, folders and globs: [inputs]",
    "per_page": "a whole number of 1 or more; 50 is usual",
    "suggest": "true or false",
    "suggested_feeds": "true or false",
    "fast": "true or false",
}
"""What may stand at an option, where MkDocs says only what may not."""


class Options(base.Config):  # type: ignore[no-untyped-call]  # MkDocs types its config classes loosely
    """What stands under `plugins: - broadsheet:` in mkdocs.yml."""

    inputs = c.ListOfItems(c.Type(str), default=[])
    """Files, folders and globs that `broadsheet generate` reads when it is given none; relative to mkdocs.yml."""
    per_page = c.Type(int, default=50)
    """How many entries a list page holds."""
    suggest = c.Type(bool, default=True)
    """Whether names that nobody listed are looked for."""
    recognisers = RecognisersOption()
    """Models that help to find them: see `Recognisers`."""
    feeds = ChosenOption(*FEEDS)
    """The formats in which feeds are written; `false` for no feeds at all."""
    suggested_feeds = c.Type(bool, default=True)
    """Whether names that are only suggested have feeds: there may be many more of them than of all else."""
    exports = ChosenOption(*EXPORTS)
    """What is written for machines; `false` for nothing."""
    own = OwnOption()
    """Files in content/ that are no pages and a person's own, as .gitignore names files: none is ever written."""
    limits = LimitsOption()
    """How much is too much: see `Limits`."""
    fast = c.Type(bool, default=True)
    """Whether `mkdocs build` and `serve` take from earlier builds what surely is as it was; off, they make all anew."""

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """What is wrong and what is odd, as MkDocs finds it, each with what was given and what is allowed."""
        errors, warnings = super().validate()
        if not errors and (isinstance(self.per_page, bool) or self.per_page < 1):
            errors = [("per_page", ValidationError("must be 1 or more"))]
        return (
            [(key, ValidationError(self._told(key, str(problem)))) for key, problem in errors],
            [(key, self._told(key, str(problem))) for key, problem in warnings],
        )

    def _told(self, key: str, problem: str) -> str:
        names = [name for name, _ in self._schema]
        if key not in names:
            near = get_close_matches(str(key), names, 1)
            known = f"did you mean {near[0]}?" if near else f"those there are: {', '.join(names)}"
            return f"there is no such option; {known}"
        if ";" in problem or key not in _USUAL:
            return problem
        # What failed its check stands there as it was given.
        return f"{self.data[key]!r} cannot be followed; write {_USUAL[key]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a site."""

    path: Path
    """The mkdocs.yml itself, absolute."""
    docs_dir: Path
    """content/, absolute."""
    site_name: str
    site_url: str = ""
    """Where the site is published; empty when not said."""
    site_description: str = ""
    language: str = "en"
    """The site's own language (`theme.language`): the words around the articles."""
    apart: tuple[Path, ...] = ()
    """Folders that hold no inputs, absolute: content/, the built site, the theme, rejected records."""
    inputs: tuple[str, ...] = ()
    per_page: int = 50
    suggest: bool = True
    recognisers: Recognisers = field(default_factory=Recognisers)
    feeds: tuple[str, ...] = FEEDS
    """The formats of feeds; none without `site_url`, since their links would lead nowhere: see `feed_formats`."""
    suggested_feeds: bool = True
    """Whether names that are only suggested have feeds, too."""
    exports: tuple[str, ...] = EXPORTS
    """What is written for machines."""
    own: GitIgnoreSpec = field(default_factory=lambda: NO_FILES)
    """Which files in content/ that are no pages are a person's own."""
    limits: Limits = field(default_factory=Limits)
    today: dt.date
    """The day of the run: only for telling that a date lies in the future."""
    engine: Engine = field(default_factory=Engine)

    @property
    def root(self) -> Path:
        """The folder of mkdocs.yml: relative settings start here."""
        return self.path.parent

    @property
    def feed_formats(self) -> tuple[str, ...]:
        """The formats in which feeds are written: none where the site has no address for their links."""
        return self.feeds if self.site_url else ()


def read_config(path: Path) -> Config:
    """The Config in an mkdocs.yml (or a file that INHERITs one).

    Raises:
        ConfigError: there is no such file, or an option has a value we cannot follow.
    """
    path = path.absolute()
    try:
        with path.open("rb") as file:
            raw = yaml_load(file) or {}
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: there is no such file; run `broadsheet new DIR` for a new site, or name the file with -f"
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); mend its permissions") from error
    except (ConfigurationError, YAMLError) as error:  # MkDocs wraps most, but not all, of what YAML refuses
        raise ConfigError(f"{path}: is not valid YAML: {' '.join(str(error).split())}; mend it there") from error
    if not isinstance(raw, dict):
        raise ConfigError(f"{path}: is not a list of settings; it should begin with `site_name: …`")
    options = _options(raw, path)
    theme = raw.get("theme")
    custom_dir = theme.get("custom_dir") if isinstance(theme, dict) else None
    docs_dir = path.parent / str(raw.get("docs_dir") or "docs")
    site_dir = path.parent / str(raw.get("site_dir") or "site")
    theme_dirs = [path.parent / str(custom_dir)] if custom_dir else []
    return Config(
        path=path,
        docs_dir=docs_dir,
        apart=tuple(folder.resolve() for folder in (docs_dir, site_dir, path.parent / "rejected", *theme_dirs)),
        site_name=str(raw.get("site_name") or "News archive"),
        site_url=_site_url(raw, path),
        site_description=str(raw.get("site_description") or ""),
        language=str(theme.get("language") or "en") if isinstance(theme, dict) else "en",
        inputs=tuple(options.inputs),
        per_page=options.per_page,
        suggest=options.suggest,
        recognisers=options.recognisers,
        feeds=options.feeds,
        suggested_feeds=options.suggested_feeds,
        exports=options.exports,
        own=options.own,
        limits=options.limits,
        today=today(),
        engine=engine_of(raw, path.parent),
    )


def today() -> dt.date:
    """The day of the run, in UTC; `SOURCE_DATE_EPOCH` (seconds) sets it, for runs that must be repeatable."""
    # https://reproducible-builds.org/specs/source-date-epoch/
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.datetime.now(dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ConfigError(f"SOURCE_DATE_EPOCH: {epoch[:40]!r} is no number of seconds since 1970; unset it") from None


def _site_url(raw: dict[str, Any], path: Path) -> str:
    """Where the site is published, which stands in every feed and citation; empty when not said."""
    said = raw.get("site_url")
    address = str(said or "").strip()
    try:
        parts = urlsplit(address)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if address and (not fine or any(one.isspace() or one in '<>"' for one in address)):
        raise ConfigError(
            f"{path}: site_url: {address[:200]!r} is not a web address; "
            "write it as https://example.org/archive/, or leave it out"
        )
    return address


def _options(raw: dict[str, Any], path: Path) -> Options:
    plugins = raw.get("plugins") or []
    if not isinstance(plugins, dict | list):
        raise ConfigError(
            f"{path}: plugins: {plugins!r} is not a list of plugins; write `- broadsheet` on a line below"
        )
    listed = plugins.items() if isinstance(plugins, dict) else [_pair(plugin) for plugin in plugins]
    given = next((value for name, value in listed if name == "broadsheet"), None) or {}
    if not isinstance(given, dict):
        raise ConfigError(
            f"{path}: plugins: broadsheet: {given!r} is not a list of options; write one a line, as `per_page: 50`"
        )
    options = Options(config_file_path=str(path))
    options.load_dict(given)
    errors, warnings = options.validate()
    for key, problem in [*errors, *warnings]:
        raise ConfigError(f"{path}: plugins: broadsheet: {key}: {problem}")
    return options


def _pair(plugin: Any) -> tuple[str, Any]:
    if isinstance(plugin, dict) and plugin:
        return next(iter(plugin.items()))
    return str(plugin), None
