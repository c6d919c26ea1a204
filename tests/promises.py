"""What is promised to people who edit a site: looked at after each run."""

from __future__ import annotations

import re
from collections import Counter

from broadsheet.archive import check
from hand_edits import Parts, flat, id_of, plain

UNNAMED = ("archive/", "editions/", "entities/", "sources/", "topics/")
"""Where pages on which nobody wrote a word go when there is nothing to list, or nothing that names them."""
LISTS = ("archive/", "editions/", "entities/az/", "entities/kind/", "sources/", "topics/")
"""Where pages are lists."""
EXPLAINED = (
    "^front matter: ",
    "was edited and is no longer brought up to date",
    "without its partner",
    "^there is no entity",
    "which is no page",
    "lies outside content/",
    "what upstream says waits",
    "has the same id as",
    "has no title|title is missing",
)
"""What hand edits may lead to."""


def look(site, report, records):
    """Everything that must hold after a run."""
    strays = [str(path) for path in site.folder.rglob(".*.tmp*")]
    assert not strays, "left behind"
    found = site.files()
    look_at_hands(site, found)
    look_at_ids(site, found)
    site.waiting = [step.address for step in report.steps if step.blocks]
    news = site.wire.news(records)
    for record in records:
        look_at_article(site, record, news[record["id"]], found, report)
    look_at_findings(site)


def look_at_hands(site, found):
    """What a person wrote, took out, or made: it is as they left it."""
    for address, hand in site.hands.items():
        if address not in found and hand.empty and address.startswith(UNNAMED) and "hand-" not in address:
            continue
        assert address in found, f"{address} is lost"
        raw = found[address]
        if hand.whole is not None:
            assert raw == hand.whole, f"{address} was written to"
            continue
        parts = Parts.of(plain(raw))
        at = 0
        for line, in_head in hand.stays:
            at = max(at, 0 if in_head else parts.body)
            at = parts.text.find(line, at, parts.body if in_head else None)
            assert at >= 0, f"{address} has lost {line!r}, or has it elsewhere:\n{parts.text}"
        keys = {key for key, _, _ in parts.keys}
        assert not hand.gone_keys & keys, f"{address} has {hand.gone_keys & keys} again"
        names = {block.name for block in parts.blocks}
        assert not hand.gone_blocks & names, f"{address} has the block {hand.gone_blocks & names} again"
        text = flat("\n\n".join(parts.text[low:high] for low, high in parts.paragraphs))
        for paragraph in hand.gone:
            assert paragraph not in text, f"{address} has a paragraph again: {paragraph}"
        if b"\r\n" in raw and hand.stays:
            assert raw.count(b"\n") == raw.count(b"\r\n"), f"{address} has two kinds of line ends"


def look_at_ids(site, found):
    """Nothing that was deleted is back, and nothing is there twice."""
    borne = Counter(id_of(raw) for address, raw in found.items() if address.endswith(".md"))
    del borne[""]
    for one, address in site.deleted.items():
        assert not borne[one], f"{one} is back"
        assert address not in found or address in site.hands, f"{address} is back"
    twice = {one for one, times in borne.items() if times > 1} - site.copied
    assert not twice, f"two pages bear one id: {twice}"


def look_at_article(site, record, news, found, report):
    """What upstream says is on the page, or told as a conflict; on a page that nobody edited, all of it."""
    one = record["id"]
    places = [address for address, raw in found.items() if id_of(raw) == one]
    if one in site.deleted or one in site.copied:
        return
    assert places, f"{one} has no page"
    (address,) = places
    hand = site.hands.get(address)
    if hand and hand.whole is not None:
        return
    text = flat(plain(found[address]))
    if not hand and "retracted" not in record:
        missing = [part for part in [record["title"], *record["body"].split("\n\n")] if part not in text]
        assert not missing, f"{address} lacks {missing}"
    told = " ".join(part.theirs for step in report.steps if step.address == address for part in step.conflicts)
    lost = [words for words in sorted(news) if words not in text and words not in told]
    assert not lost, f"{address}: upstream's {lost} is neither there nor told"


def look_at_findings(site):
    """`check` finds fault with what people did, and with nothing else."""
    unread = any(hand.whole and b"\nbroken: " in hand.whole for hand in site.hands.values())
    for one in check.check(site.content):
        if unread and (one.file.removeprefix("content/").startswith(LISTS) or "there is no entity" in one.what):
            continue  # what cannot be read now may be there, and have to be listed, again
        concerned = [
            address for address in site.hands if address == one.file.removeprefix("content/") or address in one.what
        ]
        assert concerned, f"{one}"
        assert any(re.search(kind, one.what) for kind in EXPLAINED), f"{one}"
