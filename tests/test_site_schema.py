"""The schema of mkdocs.yml: it says what `config` takes, and passes what a site has."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator
from mkdocs.utils.yaml import yaml_load

from broadsheet.cli import main
from broadsheet.config import Options, read_config
from broadsheet.errors import ConfigError
from broadsheet.site_schema import site_schema

SCHEMA = site_schema()


def faults(settings):
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(settings)]


def site(**options):
    return {"site_name": "T", "plugins": [{"broadsheet": options}]}


def test_it_is_printed_and_is_a_schema():
    printed = json.loads(CliRunner().invoke(main, ["schema", "site"]).output)
    assert printed == SCHEMA
    Draft7Validator.check_schema(printed)


def test_every_setting_is_there_and_described():
    ours = SCHEMA["definitions"]["broadsheet"]["properties"]
    assert set(ours) == {name for name, _ in Options()._schema}  # noqa: SLF001 - MkDocs' own list
    assert all(one["description"] for one in ours.values())
    assert all(one["description"] for one in ours["limits"]["properties"].values())


def test_what_stands_in_the_environment_fits():
    """An editor takes `!ENV [NAME, usual]` for a list."""
    assert (
        faults({**site(fast=["CI", False], per_page=["MANY", 50]), "site_url": ["URL", ""], "strict": ["CI", True]})
        == []
    )


def test_the_demos_settings_fit():
    from test_scaffold import ROOT

    with (ROOT / "mkdocs.yml").open("rb") as file:
        assert faults(yaml_load(file)) == []


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"inputs": ["a", "b/*.xml"], "per_page": 20, "suggest": False, "fast": True, "own": ["feed.xml"]},
        {"feeds": False, "exports": ["articles"], "suggested_feeds": False},
        {"limits": {"body": 5}, "recognisers": {"spacy": {"de": "x"}, "gliner": {"model": "y", "threshold": 0.4}}},
    ],
)
def test_what_is_taken_fits(tmp_path, options):
    assert faults(site(**options)) == []
    (tmp_path / "mkdocs.yml").write_text(json.dumps(site(**options)), "utf-8")
    read_config(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    "options",
    [
        {"input": ["a"]},
        {"inputs": "a"},
        {"per_page": "20"},
        {"feeds": ["atm"]},
        {"exports": "articles"},
        {"limits": {"bodies": 5}},
        {"limits": {"body": 0}},
        {"recognisers": {"spacey": {}}},
        {"own": "feed.xml"},
    ],
)
def test_what_is_refused_does_not_fit(tmp_path, options):
    assert faults(site(**options)) != []
    (tmp_path / "mkdocs.yml").write_text(json.dumps(site(**options)), "utf-8")
    with pytest.raises(ConfigError):
        read_config(tmp_path / "mkdocs.yml")
