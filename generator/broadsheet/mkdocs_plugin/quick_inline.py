r"""HTML of a run of text within a paragraph, a heading or a list item, for the Markdown that Broadsheet writes.

What it knows: links with plain addresses, `\*` and the like, character references, `*emphasis*` and `**strong**` that
do not touch, `` `code` ``, spans that tell a language, small pictures in comments. Of everything else it says that it
is odd: then Python-Markdown has the page. The order in which that takes its patterns (code, escapes, links, HTML,
references, emphasis) makes no difference to these, because none may begin within another and end outside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable


class OddError(Exception):
    """Markdown that this way of making HTML does not know, or does not surely know."""


# One set of characters first, which the search skips to; then what the one found begins. Where it begins nothing that
# is known, no group is set.
_TOKEN = re.compile(
    r"""
    [\\`*_\[\]{}<>&!]
    (?: (?<=\[)(?!\^)(?P<words>(?:[^\[\]\\`\n]|\\[\\`*_{}\[\]()>\#+.!|-])+)\]\((?P<address>[^\s()<>\[\]\\`'"]+)\)
      | (?<=\\)(?P<escaped>[\\`*_{}\[\]()>\#+.!|-])
      | (?<=&)(?P<reference>(?:\#[0-9]+|[A-Za-z0-9]+);)
      | (?<=<)(?P<tag>span(?:\ lang="[A-Za-z0-9-]*")?(?:\ dir="(?:ltr|rtl|auto)")?>|/span>)
      | (?<=\*)(?<!\*\*)(?P<star>\*?)(?![\s*])(?P<stressed>(?:[^*\\`\n]|\\.)+)(?<!\s)\*(?P=star)(?!\*)
      | (?<=`)(?P<code>[^\s`\\<>&](?:[^`\\<>&\n]*[^\s`\\<>&])?)`(?!`)
      | (?<=<)(?P<comment>!--\ (?:[^\[\]\\`!@{}*_&:\n-]|:(?!//)|-(?!-))*\ -->)
      | (?P<sign>(?<=>)|(?<=&)(?!\#)|(?<=!)(?!\[))
    )?
    """,
    re.VERBOSE,
)
_AS_IT_IS = frozenset(("reference", "tag", "comment"))
_SIGN = frozenset(("escaped", "sign"))
_WRITTEN = {">": "&gt;", "&": "&amp;"}


def inline_html(text: str, href: Callable[[str], str]) -> str:
    """The HTML; `href` gives that of a link's address.

    Raises:
        OddError: there is something in it that is not known here.
    """

    def token(found: re.Match[str]) -> str:
        kind = found.lastgroup
        if kind == "address":
            words, address = found.group("words", "address")
            return f'<a href="{href(address)}">{_TOKEN.sub(token_in_link, words)}</a>'
        if kind in _AS_IT_IS:
            return found[0]
        if kind in _SIGN:
            sign = found[0][-1]
            return _WRITTEN.get(sign, sign)
        if kind == "stressed":
            tag = "strong" if found["star"] else "em"
            return f"<{tag}>{_TOKEN.sub(token, found['stressed'])}</{tag}>"
        if kind == "code" and "\\" not in text:  # else it is a question of backslashes which of them are code
            return f"<code>{found['code']}</code>"
        raise OddError(found[0])

    def token_in_link(found: re.Match[str]) -> str:
        if found.lastgroup in {"address", "comment"}:
            raise OddError(found[0])
        return token(found)

    return _TOKEN.sub(token, text)
