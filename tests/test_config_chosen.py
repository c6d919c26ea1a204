"""Options that choose some of several things: formats of feeds, what is written for machines."""

import pytest

from broadsheet.config import EXPORTS, FEEDS, read_config
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
