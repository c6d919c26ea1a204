"""Whether the pages of a site may be made the quick way: with the extensions known here, and a sample is the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from broadsheet.mkdocs_plugin.quick_markdown import quick_page

_EXTENSIONS = (
    "admonition",
    "attr_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "pymdownx.details",
    "pymdownx.superfences",
    "tables",
    "toc",
)
"""Those of the mkdocs.yml that `broadsheet new` writes, with MkDocs' own."""
_TOC = {"permalink": True, "permalink_title": "Permanent link"}
"""As `broadsheet new` sets it, with the title in the language of the site."""
_TITLE = re.compile(r"[^&<>\"\\\n\x00-\x1f]+")
_FREE = frozenset(("tables",))
"""Extensions whose settings are all one here, where nothing is a table."""
_FILES = ("in/sample.md", "in/other.md", "top.md")
_SAMPLE = r"""
# A [title](other.md) with \*, &amp; and *more*

Words & <span lang="fr" dir="ltr">mots</span>, **strong \> words** \[1\] > 0.

Some `code *and* [x](y)` here.

A [**second** line](../top.md#place),
[away](https://a.example/b_c?d=e&f=g).

<!-- broadsheet:list -->

- Loose [one](other.md?of=it) *1 article*

    With a paragraph

- Another

    > **Quoted** here
    >
    > and there

- And one

> Quoted

> again

1990 | Words

- Tight
    - below <!-- picture: <svg a="b"/> :picture -->
    - again
- end

<!-- /broadsheet:list sum:0
<svg>* & [x]</svg> -->

<details markdown="1" data-search-exclude><summary>More</summary>

- In it
- again

```text
Code <of> "some" 'kind' &amp; & more
- [x](y) \*
```

```yaml
story: false  # it's <alone>
```

```yaml
not_same_story:  # no
  - another-1
```

</details>

## Ein Titel – für `A` & B

### Again: &#35;

```
code
```

### Again: &#35;
""".lstrip()


def permalink_title(config: MkDocsConfig) -> str | None:
    """What the permalinks of a site are called, if its pages may be made the quick way; else None."""
    settings = {name: one for name, one in (config["mdx_configs"] or {}).items() if one and name not in _FREE}
    toc = {**_TOC, **(settings.pop("toc", None) or {"permalink": False})}
    title = toc["permalink_title"]
    known = sorted(config["markdown_extensions"]) == sorted(_EXTENSIONS) and not settings
    known &= toc == {**_TOC, "permalink_title": title} and isinstance(title, str) and bool(_TITLE.fullmatch(title))
    return title if known and _comes_out_the_same(config, title) else None


def _comes_out_the_same(config: MkDocsConfig, title: str) -> bool:
    """The proof, whatever versions of MkDocs, Python-Markdown, its extensions and Pygments are there."""
    files = Files([File(name, None, "", use_directory_urls=True) for name in _FILES])
    slow, quick = (Page("", files.src_uris[_FILES[0]], config) for _ in range(2))
    slow.markdown = _SAMPLE
    slow.render(config, files)
    found = quick_page(_SAMPLE, slow.file, files.src_uris.get, title)
    if found is None:
        return False
    found.fill(quick)
    return told(slow) == told(quick)


def told(page: Page) -> list[Any]:
    """All that `Page.render` tells of a page."""
    links = None if page.links_to_anchors is None else list(page.links_to_anchors.items())
    title = page._title_from_render  # noqa: SLF001 - MkDocs tells it nowhere else
    return [page.content, title, page.present_anchor_ids, links, *_lines(page.toc)]


def _lines(toc: Iterable[AnchorLink]) -> list[Any]:
    return [(one.title, one.id, one.level, _lines(one.children)) for one in toc]
