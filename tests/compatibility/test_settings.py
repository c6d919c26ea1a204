"""The site under MkDocs' own settings, and under ProperDocs: whole, and as the setting says."""

import shutil
import sys
from importlib.util import find_spec

import pytest
from small_site import ARTICLE, Built, tried, whole


def test_pages_may_be_files_that_open_from_disk(small):
    small.change(plugins={"material/offline": {}}, use_directory_urls=False)
    assert tried(["broadsheet", "generate", "-q"], small.folder)[0] == 0
    built = small.build()
    whole(built, search=False)
    assert built.path(ARTICLE).is_file()
    away = small.folder.parent / "unzipped"
    shutil.move(built.site, away)
    whole(Built(away, "", urls=False), search=False)  # links lead to files, wherever the folder lies
    assert 'href="../' in Built(away, "", urls=False).text(ARTICLE)


@pytest.mark.browser
def test_an_article_opened_from_disk_is_styled_and_leads_on(small, opened_from_disk):
    small.change(use_directory_urls=False)
    assert tried(["broadsheet", "generate", "-q"], small.folder)[0] == 0
    page = opened_from_disk(small.build().path(ARTICLE))
    assert "Night trains between" in page.inner_text("article")
    assert page.evaluate("[...document.styleSheets].length") > 1
    page.click("article a[href$='entities/vienna.html']")
    assert page.url.endswith("/entities/vienna.html")
    assert "Vienna" in page.inner_text("h1")


def test_other_folders_and_another_sub_path(small):
    (small.folder / "content").rename(small.folder / "pages")
    small.change(docs_dir="pages", site_dir="public", site_url="https://x.example/a/b/")
    assert tried(["broadsheet", "generate", "-q"], small.folder)[0] == 0
    built = small.build(site="public")
    whole(built, prefix="/a/b/")
    assert "https://x.example/a/b/" in built.text(ARTICLE)


def test_settings_by_name_from_another_folder_inherited_with_a_hook_and_drafts(small, tmp_path):
    hook = "def on_page_markdown(markdown, **_):\n    return markdown.replace('# By hand', '# By a hook')\n"
    small.write("hooked.py", hook)
    small.write("content/left.md", "# Left out\n")
    small.write("content/draft.md", "# Draft\n")
    more = "hooks: [hooked.py]\nwatch: [inputs]\nexclude_docs: left.md\ndraft_docs: draft.md\n"
    small.write("child.yml", "INHERIT: mkdocs.yml\n" + more)
    built = small.build("-f", str(small.folder / "child.yml"), cwd=tmp_path)
    whole(built)
    assert "By a hook" in built.text("by-hand")
    assert not built.path("left").exists()
    assert not built.path("draft").exists()


@pytest.mark.skipif(
    find_spec("properdocs") is None, reason="properdocs is not installed; the extra compatibility has it"
)
def test_properdocs_makes_the_same_pages(small):
    theirs = small.build().files()
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", "proper"]
    code, said = tried(command, small.folder)
    assert code == 0, said
    built = Built(small.folder / "proper", said)
    whole(built)
    assert sorted(built.files()) == sorted(theirs)
