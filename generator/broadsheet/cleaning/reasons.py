"""Why a line was left out, in a word a reader understands: the first of these reasons that fits.

shared-line       other pages of the site have it too
title-again       the headline, said once more
said-again        a line of the article, once more
cookie-notice     consent to cookies
related-links     leads to other articles
sharing           buttons and networks to pass the article on
subscription      sign in, sign up, pay
advertisement     marks or sells advertising
comments          the readers' corner
legal-notice      copyright, terms, cookies
tags              the subjects the article is filed under
plea              the page speaks to its reader about itself
picture           a caption or a picture's credit
byline            who wrote it
dateline          when it was published
weather           a temperature
navigation        menus, search, contact
before-the-start  anything else above the article
after-the-end     anything else below it
aside             anything else between its lines
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from broadsheet.cleaning.byline import is_byline
from broadsheet.cleaning.page import Page
from broadsheet.cleaning.rules.captions import look as caption_signs

_BY_CUE = {
    "related": "related-links",
    "share": "sharing",
    "subscribe": "subscription",
    "advertisement": "advertisement",
    "comments": "comments",
    "legal": "legal-notice",
    "navigation": "navigation",
    "tags": "tags",
    "byline": "byline",
    "dateline": "dateline",
    "credit": "picture",
    "pleas": "plea",
}
_PLAIN = 0.3
"""The part of a line that cue words must cover to give it its reason."""
_HEADING = 0.8
"""The part of a line that cue words cover in a heading; what stands below it is of its kind."""
_CAPTION = 6
"""Words of the shortest caption; a by-line is shorter."""
_OF_A_PICTURE = frozenset(("ends in a credit", "describes a scene"))
_SECTIONS = ("related", "comments", "share")
_WEATHER = re.compile(r"[-+−–]?\d{1,2}(?:[.,]\d)? ?(?:° ?[CF]?|[CF])")


def reasons(page: Page, body: Collection[int], titles: Collection[int]) -> Iterator[tuple[int, str]]:
    """Each line that is neither in the body nor the title, with the reason why; `titles` say the title again."""
    first, last = min(body), max(body)
    kept = {page.lines[at].text for at in body if page.again[at]}
    section = ""
    for at in range(len(page.lines)):
        section = _section(page, at) or ("" if at in body else section)
        if at in body:
            continue
        if at in titles:
            yield at, "title-again"
        elif at in page.shared:
            yield at, "shared-line"
        elif at in page.notices:
            yield at, page.notices[at]
        elif page.again[at] and page.lines[at].text in kept:
            yield at, "said-again"
        else:
            yield at, _by_its_words(page, at) or section or _by_its_place(at, first, last)


def _section(page: Page, at: int) -> str:
    """The reason of the section that this line opens, if it is a heading that opens one."""
    return next((_BY_CUE[kind] for kind in _SECTIONS if page.cues[at].get(kind, 0.0) >= _HEADING), "")


def _by_its_words(page: Page, at: int) -> str:
    line, cues = page.lines[at], page.cues[at]
    if _WEATHER.fullmatch(line.text.strip()):
        return "weather"
    kind, covered = max(cues.items(), key=lambda cue: (cue[1], cue[0]), default=("", 0.0))
    if covered >= _PLAIN:
        return _BY_CUE[kind]
    if page.datelines[at]:
        return "dateline"
    if line.shape.words >= _CAPTION:
        return "picture" if any(sign in _OF_A_PICTURE for sign, _ in caption_signs(line)) else ""
    return "byline" if line.shape.capitals and is_byline(line.text) else ""


def _by_its_place(at: int, first: int, last: int) -> str:
    if at < first:
        return "before-the-start"
    return "after-the-end" if at > last else "aside"
