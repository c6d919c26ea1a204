"""Options that cannot be followed: which one, what was given, what is allowed; from MkDocs and from Broadsheet."""

import sys

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from small_site import tried

from broadsheet.config import read_config
from broadsheet.errors import ConfigError

WRONG = {
    "fsat: true": "fsat: there is no such option; did you mean fast?",
    "zzz: 1": "zzz: there is no such option; those there are: inputs, per_page",
    "per_page: many": "'many' cannot be followed; write a whole number of 1 or more",
    "per_page: 0": "per_page: 0 cannot be followed; write a whole number of 1 or more; 50 is usual",
    "per_page: true": "per_page: True cannot be followed; write a whole number",
    "fast: maybe": "'maybe' cannot be followed; write true or false",
    "suggest: 3": "3 cannot be followed; write true or false",
    "suggested_feeds: []": "[] cannot be followed; write true or false",
    "inputs: 7": "7 cannot be followed; write a list of files, folders and globs: [inputs]",
    "feeds: [ato]": "feeds: ato: there is no such thing; did you mean atom?",
    "limits: {bdy: 3}": "limits: bdy: there is no such limit; did you mean body?",
}


def settings(folder, plugins, more=""):
    path = folder / "mkdocs.yml"
    path.write_text(f"site_name: Test\nsite_url: https://x.example/\n{more}plugins:{plugins}\n", "utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    return path


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_option_is_named_with_the_way_out(tmp_path, line):
    path = settings(tmp_path, f"\n  - broadsheet:\n      {line}")
    with pytest.raises(ConfigError) as error:
        read_config(path)
    assert str(error.value).startswith(f"{path}: plugins: broadsheet: {line.partition(':')[0]}: ")
    assert WRONG[line] in str(error.value)


@pytest.mark.parametrize("line", ["fsat: true", "per_page: many"])
def test_mkdocs_says_the_same_on_build(tmp_path, line):
    settings(tmp_path, f"\n  - broadsheet:\n      {line}")
    (tmp_path / "docs/index.md").write_text("# Home\n", "utf-8")
    code, said = tried(["broadsheet", "check"], tmp_path)
    assert code == 2, said
    assert WRONG[line] in said
    code, said = tried([sys.executable, "-m", "mkdocs", "build", "--strict"], tmp_path)
    assert code != 0, said
    assert WRONG[line].removeprefix("fsat: ") in said
    assert "Traceback" not in said


@pytest.mark.parametrize("plugins", [" broadsheet", "\n  - broadsheet: yes", "\n  - broadsheet: [fast]"])
def test_plugins_that_are_no_list_or_options_that_are_none_are_told(tmp_path, plugins):
    with pytest.raises(ConfigError, match="is not a list of"):
        read_config(settings(tmp_path, plugins))


@pytest.mark.parametrize("plugins", [" [broadsheet]", "\n  broadsheet:", "\n  broadsheet: {}", " {broadsheet: {}}"])
def test_the_plugin_may_be_listed_in_any_form(tmp_path, plugins):
    path = settings(tmp_path, plugins)
    assert read_config(path).per_page == 50
    assert "broadsheet" in load_config(str(path)).plugins


def test_an_option_may_come_from_the_environment_or_have_a_default(tmp_path, monkeypatch):
    path = settings(tmp_path, "\n  - broadsheet: {per_page: !ENV [NEWS_PER_PAGE, 7]}")
    assert read_config(path).per_page == 7
    monkeypatch.setenv("NEWS_PER_PAGE", "9")
    assert read_config(path).per_page == 9


def test_options_are_inherited_and_changed(tmp_path):
    settings(tmp_path, "\n  broadsheet: {per_page: 7, suggest: false}")
    child = tmp_path / "child.yml"
    child.write_text("INHERIT: mkdocs.yml\nsite_name: Child\nplugins: {broadsheet: {per_page: 8}}\n", "utf-8")
    config = read_config(child)
    assert (config.site_name, config.per_page, config.suggest) == ("Child", 8, False)


def test_a_plugin_listed_twice_builds_once_more_or_is_told(tmp_path):
    path = settings(tmp_path, "\n  - broadsheet\n  - broadsheet")
    try:
        load_config(str(path))
    except (Abort, ConfigurationError):
        return
    assert read_config(path).per_page == 50
