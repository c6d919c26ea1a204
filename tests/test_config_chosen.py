"""Options that choose some of several things: formats of feeds, what is written for machines."""

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.config import EXAMPLE, EXPORTS, FEEDS, read_config
from broadsheet.errors import ConfigError


def config(tmp_path, line):
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        f"site_name: Test\nsite_url: https://x.example/\nplugins:\n  - broadsheet:\n      {line}\n", "utf-8"
    )
    return read_config(path)


@pytest.mark.parametrize(
    ("said", "chosen"),
    [("true", FEEDS), ("false", ()), ("[]", ()), ("[json, atom]", ("atom", "json")), ("[rss, rss]", ("rss",))],
)
def test_some_all_or_none_are_chosen(tmp_path, said, chosen):
    assert config(tmp_path, f"feeds: {said}").feed_formats == chosen


def test_unsaid_all_are_written(tmp_path):
    assert config(tmp_path, "suggest: true").feed_formats == FEEDS
    assert config(tmp_path, "suggest: true").exports == EXPORTS


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("feeds: rss", "feeds: 'rss' is not a list; write some of [atom, rss, json], or false for none"),
        ("feeds: [ato]", "feeds: ato: there is no such thing; did you mean atom?"),
        ("feeds: [{}]", "feeds: {}: there is no such thing; choose of [atom, rss, json]"),
        ("exports: [xml]", "exports: xml: there is no such thing; choose of [articles, entities, archive]"),
        ("own: feed.xml", "own: 'feed.xml' is not a list of files; write their addresses in content/: [feed.xml]"),
        ("own: ['!']", "own: ['!'] cannot be followed (Invalid git pattern: '!'); write [feed.xml], or [data/]"),
        ("exports: 3", "exports: 3 is not a list; write some of [articles, entities, archive], or false for none"),
    ],
)
def test_what_there_is_not_is_told(tmp_path, line, told):
    with pytest.raises(ConfigError) as error:
        config(tmp_path, line)
    assert str(error.value).endswith(f"plugins: broadsheet: {told}")


@pytest.mark.parametrize(
    "said",
    ["not a url", "ftp://x.example/", "javascript:alert(1)", "example.org", "https://", "https://x.example/a b"],
)
def test_a_site_is_published_at_a_web_address_or_nowhere(tmp_path, said):
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"site_name: Test\nsite_url: {said}\n", "utf-8")
    with pytest.raises(ConfigError, match=r"site_url: '[^']*' is not a web address"):
        read_config(path)


@pytest.mark.parametrize("said", ["", "''", "http://localhost:8000", "https://x.example/archive/", "https://[::1]/"])
def test_a_web_address_or_none_is_kept_as_it_is(tmp_path, said):
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"site_name: Test\nsite_url: {said}\n", "utf-8")
    assert read_config(path).site_url == said.strip("'")


def test_a_new_site_is_told_once_that_its_address_is_an_example(tmp_path):
    CliRunner().invoke(main, ["new", str(tmp_path / "site")])
    file = tmp_path / "site" / "mkdocs.yml"
    assert read_config(file).site_url == EXAMPLE
    done = CliRunner().invoke(main, ["generate", "-f", str(file)])
    assert done.output.count("point to the example's address") == 1
    assert done.exit_code == 0
    file.write_text(file.read_text("utf-8").replace(EXAMPLE, "https://x.example/"), "utf-8")
    assert "example's address" not in CliRunner().invoke(main, ["generate", "-f", str(file)]).output
