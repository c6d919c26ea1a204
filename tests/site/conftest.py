"""The demo site and a hostile one, built once for all tests of this folder; and Chromium."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_site import BARE, HOSTILE, REPOSITORY, build, served
from filelock import FileLock

from broadsheet.markdown_text import escape, escape_inline
from hostile_pages import TRIPWIRE


@pytest.fixture(scope="session")
def demo_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The repository's own site, built strictly, and what MkDocs said; built once for all of xdist's workers."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder
    site, said = folder / "demo" / "site", folder / "demo.txt"
    with FileLock(folder / "demo.lock"):
        if not said.exists():
            said.write_text(build(REPOSITORY / "mkdocs.yml", site), encoding="utf-8")
    return site, said.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def demo_site(demo_build: tuple[Path, str]) -> Path:
    """The repository's own site."""
    return demo_build[0]


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose titles, texts and front matter want to be markup; and pages by hand, with no front matter."""
    project = tmp_path_factory.mktemp("hostile")
    # Zensical wants the theme within the project.
    shutil.copytree(REPOSITORY / "generator/broadsheet/theme", project / "overrides")
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = "overrides"
    config["nav"], config["not_in_nav"] = ["index.md"], "*.md"
    # Material's; test_search.py sees to ours. Words end where letters do.
    config["plugins"].insert(0, {"search": {"lang": "en", "separator": r"[^\w]+"}})
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    content = project / "content"
    content.mkdir()
    front: dict[str, object] = {"tags": [HOSTILE]}
    front |= {"title": HOSTILE, "description": HOSTILE, "dateline": HOSTILE, "language": '"><script>alert(2)</script>'}
    heading = _block("title", f"# {escape_inline(HOSTILE)}")
    text = f"{heading}\n\n{escape(HOSTILE)}\n\n" + _block("related", "## Related\n\n- [home](index.md)")
    for name in ("article", "entity", "edition", "list", "home"):
        page = _front(front | {"template": f"{name}.html"}) + text
        (content / f"{name}.md").write_text(page, encoding="utf-8")
    # The same without a heading: the template writes it.
    bare = _front(front | {"title": BARE, "tags": [], "template": "article.html"})
    (content / "bare.md").write_text(bare + "Plain words.\n", encoding="utf-8")
    # What a person may write: no front matter, no blocks, no title.
    (content / "index.md").write_text("Only words, by hand.\n", encoding="utf-8")
    (content / "by-hand.md").write_text("# A page <em>by</em> hand & more\n\n!!! note\n    Words.\n", encoding="utf-8")
    half = "# Half\n\n<!-- broadsheet:about -->\n\nByline\n"
    (content / "half-a-block.md").write_text(_front({"template": "article.html"}) + half, encoding="utf-8")
    (content / "feed.xml").write_text("<feed xmlns='http://www.w3.org/2005/Atom'/>", encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def hostile_site(hostile_project: Path) -> Path:
    """The hostile project, built by MkDocs."""
    # Not strictly: the plugin tells, and rightly, that these pages are not as Broadsheet wrote them.
    build(hostile_project / "mkdocs.yml", hostile_project / "site", strict=False)
    return hostile_project / "site"


@pytest.fixture(scope="session")
def demo_address(demo_site: Path) -> Iterator[str]:
    """Where the demo site is served."""
    with served(demo_site) as address:
        yield address


@pytest.fixture
def tripwire(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context()
    context.add_init_script(TRIPWIRE)
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Callable[..., tuple[Any, list[str]]]]:
    """Opens an address; gives the page and what was complained of in it, which grows."""
    contexts = []

    def at(address: str, **options: Any) -> tuple[Any, list[str]]:
        context = chromium.new_context(**options)
        context.add_init_script(TRIPWIRE)
        contexts.append(context)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return page, said

    yield at
    for context in contexts:
        context.close()


def _front(front: dict[str, object]) -> str:
    lines = [f"{key}: {json.dumps(value)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def _block(name: str, text: str) -> str:
    return f"<!-- broadsheet:{name} -->\n\n{text}\n\n<!-- /broadsheet:{name} sum:00000000 -->"
