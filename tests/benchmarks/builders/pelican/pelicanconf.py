"""The archive's content/ as a Pelican site: the same pages at the same addresses, and none beside them."""

import re
from pathlib import Path

import yaml
from markdown import Markdown
from pelican import signals
from pelican.readers import MarkdownReader
from pelican.utils import pelican_open

SITENAME = "The Broadsheet Archive"
SITEURL = "https://news.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "site"
THEME = "theme"
# Every page has its address in content/; lists are pages like others.
PAGE_PATHS = [""]
ARTICLE_PATHS = ["none"]
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS = ["search/words.json"]
LOAD_CONTENT_CACHE = CACHE_CONTENT = True
CHECK_MODIFIED_METHOD = "mtime"
MARKDOWN = {
    "extensions": ["admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"],
    "extension_configs": {"toc": {"permalink": True}, "tables": {"use_align_attribute": True}},
}
TABS = [
    ("Home", ""),
    ("Editions", "editions/"),
    ("Stories", "stories/"),
    ("People", "entities/kind/person/"),
    ("Places", "entities/kind/place/"),
    ("Organisations", "entities/kind/organisation/"),
    ("Names A–Z", "entities/"),
    ("Topics", "topics/"),
    ("Sources", "sources/"),
    ("Archive", "archive/"),
    ("Rights", "rights/"),
]
JINJA_GLOBALS = {name: (Path(__file__).parent / f"{name}.html").read_text("utf-8") for name in ("buttons", "footer")}


def address(file):
    """The address of a page, from its file's path below content/."""
    return re.sub(r"(^|/)index\.md$", r"\1", file).replace(".md", "/")


def opened(html):
    """The text with each managed block as a section, and with its pictures."""
    html = re.sub(r"<!-- broadsheet:([a-z-]+) -->", r'<section class="bs-block bs-\1" lang="en" dir="ltr">', html)
    html = re.sub(r"<!-- /broadsheet:[a-z-]+ ", r"</section>\g<0>", html)
    html = html.replace("<!-- picture: ", "<figure>").replace(" :picture -->", "</figure>")
    return html.replace("<a data-to=", "<a href=")


def linked_data(html):
    """What the page says for machines."""
    return html.partition("<!-- linked-data: ")[2].partition(" :linked-data -->")[0]


JINJA_FILTERS = {"address": address, "opened": opened, "linked_data": linked_data}


class PageReader(MarkdownReader):
    """Markdown under YAML front matter, which Pelican does not read itself; links to files in Pelican's own way."""

    file_extensions = ("md",)

    def read(self, source_path):
        """The HTML and what the front matter says."""
        with pelican_open(source_path) as text:
            _, front, body = text.split("---\n", 2)
        said = yaml.load(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe
        where = address(Path(source_path).relative_to(self.settings["PATH"]).as_posix())
        kept = {key: said[key] for key in ("title", "description", "language", "robots", "prev", "next") if key in said}
        kept |= {"look": said["template"].removesuffix(".html"), "slug": where or "home"}
        body = re.sub(r"\]\(([^):\s]+\.md)", r"]({filename}\1", body)
        return Markdown(**self.settings["MARKDOWN"]).convert(body), kept | {
            "url": where,
            "save_as": f"{where}index.html",
        }


def _added(readers):
    readers.reader_classes["md"] = PageReader


signals.readers_init.connect(_added)
