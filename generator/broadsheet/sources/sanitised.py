"""HTML from the open web, down to what is written here; everything of ours that reads HTML reads this.

nh3 parses as browsers do (HTML Living Standard) and writes what is allowed, well formed. What is not on the list goes,
script and the like with all that is in it; other elements leave their text. No attribute can run or load anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

import nh3

UNSEEN = frozenset(
    "script style noscript template title iframe object embed form button svg math audio video".split()  # noqa: SIM905 - words read best as words
)
"""Elements of which nothing is read, not even their text."""

BLOCKS = frozenset(
    "p div section article header footer aside main nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr blockquote pre "  # noqa: SIM905 - words read best as words
    "figure figcaption hr address details summary".split()
)
"""Elements that part paragraphs. A text is plain in the end: of its markup only these, `br`, `td` and `th` count."""

_OF_TEXT = nh3.Cleaner(tags=set(BLOCKS | {"br", "td", "th"}), clean_content_tags=set(UNSEEN), attributes={})

# A page is told apart from its surroundings by its structure, and dated and named by what its head says.
_OF_PAGE = nh3.Cleaner(
    tags=set(
        BLOCKS
        | set("br td th thead tbody tfoot caption title meta link form menu".split())  # noqa: SIM905 - as above
        | set("a abbr b cite code del em font i img ins mark picture q s small span strong sub sup time u".split())  # noqa: SIM905 - as above
    ),
    clean_content_tags=set(UNSEEN - {"title", "form"}),
    attributes={
        "*": set("class id lang dir role title itemprop itemscope itemtype datetime pubdate".split()),  # noqa: SIM905 - as above
        "a": {"href", "rel"},
        "img": {"src", "alt"},
        "link": {"rel", "href", "hreflang"},
        "meta": {"name", "property", "content", "charset"},
        "abbr": {"data-utime"},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)

DEEPEST = 1_000
"""Elements within each other; the time that a browser's way of reading takes grows with the square of them."""

# Those that need no end are not within each other, however many come.
_TAG = re.compile(r"<(/?)(?!(?:p|li|dt|dd|tr|td|th|br|hr|img|input|meta|link|option)\b)[a-zA-Z]", re.IGNORECASE)
_SCRIPTS_AND_TAGS = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]*>?", re.IGNORECASE | re.DOTALL)


def sanitised(fragment: str) -> str:
    """A piece of HTML with the elements that part paragraphs, and no attribute at all."""
    return _OF_TEXT.clean(_shallow(fragment))


def sanitised_page(page: str, statements: Iterable[object] = ()) -> str:
    """A whole page: what its head says, its structure and its text, and its JSON-LD (`statements`) written anew."""
    stated = "".join(f'<script type="application/ld+json">{_inert(one)}</script>' for one in statements)
    return f"<!doctype html>{stated}{_OF_PAGE.clean(_shallow(page))}"


def _inert(statement: object) -> str:
    return json.dumps(statement).replace("<", "\\u003c")


def _shallow(fragment: str) -> str:
    """`fragment`, or its text between the tags: nobody wrote what is nested so deep to be read."""
    depth = 0
    for tag in _TAG.finditer(fragment):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > DEEPEST:
            return _SCRIPTS_AND_TAGS.sub(" ", fragment)
    return fragment
