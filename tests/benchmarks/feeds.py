"""What the W3C's feed validator says of our feeds: of a sound archive, of one made of hostile strings, of content/.

    git clone https://github.com/w3c/feedvalidator && pip install html5lib
    python tests/benchmarks/feeds.py feedvalidator [CONTENT ...]

Each CONTENT is a folder as `broadsheet generate` wrote it. Hostile strings are read from `data/dev/` below
BROADSHEET_SHARED, or below ../shared beside this repository; without them, a few of our own serve.
The validator knows Atom, RSS and OPML; of JSON Feed, what its specification requires is looked at here.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
SHARED = Path(os.environ.get("BROADSHEET_SHARED", ROOT.parent / "shared"))
SITE = "https://example.org/archive/"
OURS = ("<b>x</b>", "]]>", "<!-- -->", "&lt;script&gt;", "a@b.example", "<a@b.example>", "\u202eturned", "\x00\x0b\x85")
LEVELS = ("error", "warning")
NO_STRINGS = ("id", "group", "licence")


MOST = 400


def hostile_strings():
    """Ours, and of the others as many, evenly."""
    found = []
    for path in sorted((SHARED / "data" / "dev").glob("hostile_*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            values = (one for line in lines for key, one in json.loads(line).items() if key not in NO_STRINGS)
            found += [one[:900] for one in values if isinstance(one, str) and one.strip()]
    return list(dict.fromkeys([*OURS, *found[:: len(found) // MOST or 1]]))


def hostile_edition():
    """Each string as title, text, author, topic, source, copy, language, licence, picture and name of an entity."""
    from broadsheet.model import Copy, Image
    from editions import article, edition, entity

    strings = hostile_strings()
    articles = [
        article(
            text,
            text,
            id=f"{place} {text}",
            day=f"2024-{1 + place % 12:02}-{1 + place % 28:02}",
            authors=(text,),
            topics=(text,),
            source=text,
            language=text,
            rights=text,
            url=text,
            image=Image(url=f"https://x.example/{text}.png"),
            also_at=(Copy(name=text, url=f"https://x.example/{text}"),),
        )
        for place, text in enumerate(strings)
    ]
    entities = [entity(text, id=f"hostile-{place}") for place, text in enumerate(strings[:300])]
    return edition(articles, entities, site_name=strings[0], site_description=strings[1], site_url=SITE)


def made(edition):
    from broadsheet.outputs.feeds import feeds

    return {draft.address: draft.text for draft in feeds(edition)}


def read(folder):
    paths = [*folder.glob("feed*.*"), *(folder / "feeds").rglob("*.*")]
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in sorted(paths)}


def complaints(validator, address, text):
    """What is wrong with one feed: level, kind of complaint and where, and what it is about."""
    if address.endswith(".json"):
        yield from (("error", wrong, "") for wrong in wrong_in_json(json.loads(text)))
        return
    base = SITE + address if SITE in text else text.partition('rel="self"')[2].partition('href="')[2].partition('"')[0]
    said = validator.validateString(text.encode(), firstOccurrenceOnly=0, base=base)
    for event in said["loggedEvents"]:
        level = next((one for one in LEVELS if isinstance(event, getattr(validator, one.title()))), "")
        if level:
            where = f"{event.params.get('parent', '')}/{event.params.get('element', '')}"
            yield level, f"{type(event).__name__} {where}", str(event.params.get("value", ""))


def wrong_in_json(feed):
    """Where a JSON Feed is not as version 1.1 wants it."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
        yield "version and title are required"
    for item in feed["items"]:
        if not isinstance(item.get("id"), str) or not item.keys() & {"content_text", "content_html"}:
            yield "an item has an id and a content"
        if not all(isinstance(one.get("name"), str) for one in item.get("authors", ())):
            yield "an author has a name"


def kind_of(address):
    for ending, kind in ((".rss.xml", "RSS"), (".xml", "Atom"), (".json", "JSON Feed")):
        if address.endswith(ending):
            return kind
    return "OPML"


def main():
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "src" / "feedvalidator").is_dir():
        sys.exit("usage: feeds.py CHECKOUT [CONTENT ...], where CHECKOUT is one of github.com/w3c/feedvalidator")
    from small_edition import small_edition

    archives = {"small": made(small_edition(site_url=SITE)), "hostile": made(hostile_edition())}
    archives |= {folder: read(Path(folder)) for folder in sys.argv[2:]}
    sys.path.insert(0, str(Path(sys.argv[1]) / "src"))
    validator = importlib.import_module("feedvalidator")
    print(f"{'archive':<12} {'format':<10} {'feeds':>6} {'errors':>7} {'warnings':>9}")
    for name, feeds in archives.items():
        found = defaultdict(Counter)
        examples = {}
        for address, text in feeds.items():
            for level, what, example in complaints(validator, address, text):
                found[kind_of(address)][level, what] += 1
                examples.setdefault((level, what), example[:60])
        for kind in ("Atom", "RSS", "JSON Feed", "OPML"):
            counts = [sum(n for (level, _), n in found[kind].items() if level == one) for one in LEVELS]
            number = sum(kind_of(address) == kind for address in feeds)
            print(f"{name[-12:]:<12} {kind:<10} {number:>6} {counts[0]:>7} {counts[1]:>9}")
            for (level, what), times in sorted(found[kind].items(), key=lambda one: (one[0][0], -one[1]))[:12]:
                print(f"    {times:>6} × {level}: {what} {examples[level, what]!r}")


if __name__ == "__main__":
    main()
