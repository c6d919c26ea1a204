"""Scores the links to listed names: precision and recall of mentions, and false links where there is no name.

    python tests/benchmarks/linking.py [--errors N] [SET …]

The documents of each set and language are parted in two: every second one teaches, the others are read. Listed is what
the teaching half names: an entity for each Wikidata id, page or canonical name, else for each spelling; under the words
with which that half names it, but in `factrueval_ru` only under its canonical name (the nominative), and in
`current_events` and `gum`, where any words may be a link, only under its page's title. Left out are names that do not
begin with a capital (in scripts that have them), dates and figures, and words for peoples and languages, which by
decision are no names (German forces); a leading `the` is no part of a name.

To be found in the other half is every gold mention that is spelled like a listed name of its entity, or, where gold
says which entity it is, like a name that `key` or `inflection.stems` takes for the same. A link is right if it stands
exactly on a gold mention, and on the right entity where gold says which (`factrueval_ru` does not: a canonical name is
spelled otherwise from document to document); anything else is a false link: a piece of a longer name, a word that is
none, a name that the annotators passed over. `current_events` marks only the first mention of what it links, so there a
link counts only where it meets a gold mention.

`false/1000` are links in sentences that hold no gold mention at all, per 1,000 words of such sentences.

Beside ours stand, with the same names: plain substring search (Aho-Corasick), FlashText and a blank spaCy pipeline
with an EntityRuler, where these are installed (`pip install flashtext spacy`). The texts are not part of this
repository: they are read from BROADSHEET_SHARED, or else from ../shared beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from broadsheet import entities, markdown_text, sentences
from broadsheet.entities.folding import key
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.inflection import stems
from broadsheet.entities.matching.matcher import Matcher
from broadsheet.entities.name_words import describing, is_demonym
from broadsheet.model import Article, Entity

SHARED = Path(os.environ.get("BROADSHEET_SHARED") or Path(__file__).parents[2] / ".." / "shared")
SETS = {
    "winer_fr": "ner_winer_fr",
    "wikineural": "ner_wikineural",
    "factrueval_ru": "ner_factrueval_ru",
    "gum": "nel_gum_wikinews_en",
    "masakhaner": "ner_masakhaner",
    "europeana": "ner_europeana_hist",
    "newseye": "nel_hipe_newseye",
    "hipe2020": "nel_hipe_hipe2020",
    "current_events": "nel_wikipedia_current_events",
}
MIXED = frozenset(["gum"])
"""Sets that mark every noun and pronoun: names are those with a page."""
PARTLY_MARKED = frozenset(["current_events"])
NO_NAMES = frozenset(["DATE", "TIME", "NUMEX", "HOUR", "AMOUNT", "Date", "Hour", "time"])
KINDS = {
    "per": "person", "pers": "person", "person": "person", "loc": "place", "location": "place", "place": "place",
    "locorg": "place", "org": "organisation", "organization": "organisation", "event": "event", "product": "product",
}  # fmt: skip
LANGUAGES = {"swa": "sw", "hau": "ha", "yor": "yo", "ibo": "ig", "kin": "rw", "wol": "wo", "lug": "lg", "amh": "am"}


@dataclass(frozen=True)
class Document:
    """A text and its gold mentions."""

    id: str
    language: str
    text: str
    gold: dict[tuple[int, int], str]
    """By start and end: the entity, as `_identity` writes it; empty where gold does not say."""
    kinds: dict[tuple[int, int], str]
    listed: frozenset[tuple[int, int]]
    """The mentions that are names: with a capital, no date."""


@dataclass
class Score:
    """What one way of linking found in one set and language."""

    right: int = 0
    false: int = 0
    due: int = 0
    found: int = 0
    stray: int = 0
    words: int = 0
    wrong: Counter = field(default_factory=Counter)
    lost: Counter = field(default_factory=Counter)

    def line(self) -> str:
        """Precision, recall and false links per 1,000 words without names."""
        precision = self.right / max(1, self.right + self.false)
        recall = self.found / max(1, self.due)
        stray = 1000 * self.stray / self.words if self.words else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  false/1000 {stray:6.2f}"


Links = Callable[[Document], Sequence[tuple[int, int, str]]]
"""The links in a document: start, end, entity."""


def read(name: str) -> dict[str, list[Document]]:
    """A set's documents by language."""
    found: dict[str, list[Document]] = defaultdict(list)
    with (SHARED / "data" / "dev" / f"{SETS[name]}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            text = given["text"]
            language = LANGUAGES.get(given["lang"], given["lang"])
            gold, kinds, listed = {}, {}, set()
            for one in given["mentions"]:
                start = one["start"] + 4 * (text[one["start"] : one["start"] + 4] in {"the ", "The "})
                place = start, one["end"]
                gold[place] = _identity(one)
                kinds[place] = KINDS.get(one["type"].lower(), "other")
                first = text[start]
                named = first.isupper() or (first.isalpha() and not first.islower())
                counts = one["type"] not in NO_NAMES and not _is_demonym(text, place, language)
                if counts and named and one["end"] - start > 1 and (name not in MIXED or gold[place]):
                    listed.add(place)
            found[language].append(Document(given["id"], language, text, gold, kinds, frozenset(listed)))
    return found


def _is_demonym(text: str, place: tuple[int, int], language: str) -> bool:
    words = text[slice(*place)].lower()
    return words in describing(language) and is_demonym(words, language)


def _identity(mention: dict[str, Any]) -> str:
    for name in ("qid", "wiki"):
        if mention.get(name):
            return f"{name}:{mention[name]}"
    said = mention.get("canonical") or {}
    name = said.get("name") or " ".join(said[part] for part in ("firstname", "lastname") if part in said)
    return f"canonical:{name}" if name else ""


def gazetteer(documents: Sequence[Document]) -> Gazetteer:
    """What these documents name."""
    spelled: dict[str, dict[str, None]] = defaultdict(dict)
    kinds: dict[str, Counter] = defaultdict(Counter)
    for document in documents:
        for place in sorted(document.listed):
            surface = key(document.text[slice(*place)])
            entity = document.gold[place] or f"text:{surface}"
            if entity.startswith("canonical:"):
                surface = entity.partition(":")[2]
            if entity.startswith("wiki:"):
                surface = unquote(entity.rpartition("/")[2]).replace("_", " ").partition(" (")[0]
            spelled[entity].setdefault(surface)
            kinds[entity][document.kinds[place]] += 1
    language = documents[0].language
    known = {
        one: Entity(id=one, name=next(iter(names)), kind=kinds[one].most_common(1)[0][0], aliases=tuple(names)[1:])
        for one, names in sorted(spelled.items())
    }
    names = [Name(text, one) for one, texts in sorted(spelled.items()) for text in texts]
    return Gazetteer(known, tuple(names), language)


def ours(known: Gazetteer) -> Links:
    """Broadsheet's matcher and linking."""
    find = Matcher(known).find

    def links(document: Document) -> Sequence[tuple[int, int, str]]:
        article = Article(id="a", title="-", body=markdown_text.escape(document.text), language=document.language)
        mentions, _ = entities.name_articles([article], known, find)
        places = _Same(markdown_text.plain(article.body).text, document.text)
        return [(*places.of(one.start, one.end), one.entity) for one in mentions["a"]]

    return links


class _Same:
    """The same place in a text whose blanks differ."""

    def __init__(self, one: str, other: str) -> None:
        self._same = one == other
        if not self._same:
            self._solid = [place for place, character in enumerate(one) if not character.isspace()]
            self._other = [place for place, character in enumerate(other) if not character.isspace()]

    def of(self, start: int, end: int) -> tuple[int, int]:
        if self._same:
            return start, end
        first, last = bisect_left(self._solid, start), bisect_left(self._solid, end - 1)
        return self._other[first], self._other[last] + 1


def substrings(known: Gazetteer) -> Links:
    """Every name wherever its letters stand, the longest first."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    texts = list(_by_text(known))
    automaton = AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest)
    return lambda document: [
        (start, end, _by_text(known)[texts[number]])
        for number, start, end in automaton.find_matches_as_indexes(document.text)
    ]


def flashtext(known: Gazetteer) -> Links | None:
    """FlashText with the same names, in their own capitals."""
    try:
        from flashtext import KeywordProcessor
    except ImportError:
        return None
    words = KeywordProcessor(case_sensitive=True)
    for text, entity in _by_text(known).items():
        words.add_keyword(text, (entity,))
    return lambda document: [
        (start, end, entity[0]) for entity, start, end in words.extract_keywords(document.text, span_info=True)
    ]


def ruler(known: Gazetteer) -> Links | None:
    """A blank spaCy pipeline with an EntityRuler."""
    try:
        import spacy

        pipeline = spacy.blank(known.language)
    except ImportError:
        return None
    rules = pipeline.add_pipe("entity_ruler")
    rules.add_patterns([{"label": "X", "pattern": text, "id": entity} for text, entity in _by_text(known).items()])
    pipeline.max_length = 10_000_000
    return lambda document: [(one.start_char, one.end_char, one.ent_id_) for one in pipeline(document.text).ents]


_seen: dict[int, dict[str, str]] = {}


def _by_text(known: Gazetteer) -> dict[str, str]:
    if id(known) not in _seen:
        _seen.clear()
        _seen[id(known)] = {name.text: name.entity for name in reversed(known.names)}
    return _seen[id(known)]


WAYS: dict[str, Callable[[Gazetteer], Links | None]] = {
    "broadsheet": ours,
    "substrings": substrings,
    "flashtext": flashtext,
    "spacy": ruler,
}


def score(known: Gazetteer, documents: Sequence[Document], links: Links, *, partly: bool) -> Score:
    """How the links compare with gold."""
    total = Score()
    names: dict[str, set[str]] = defaultdict(set)
    for name in known.names:
        names[name.entity] |= {key(name.text), stems(name.text, known.language)}
    for document in documents:
        places = {(start, end): entity for start, end, entity in links(document)}
        _count_links(total, document, places, partly=partly)
        _count_due(total, document, places, names, known.language)
        if not partly:
            for start, end in _nameless(document):
                total.words += len(document.text[start:end].split())
                total.stray += sum(start <= one < end for one, _ in places)
    return total


def _count_links(total: Score, document: Document, places: dict[tuple[int, int], str], *, partly: bool) -> None:
    for place, entity in places.items():
        gold = document.gold.get(place)
        if gold is not None and (not gold or gold == entity or gold.startswith("canonical:")):
            total.right += 1
        elif not partly or any(place[0] < end and start < place[1] for start, end in document.gold):
            total.false += 1
            total.wrong[_shown(document.text, place)] += 1


def _count_due(
    total: Score, document: Document, places: dict[tuple[int, int], str], names: dict[str, set[str]], language: str
) -> None:
    for place in document.listed:
        gold = document.gold[place]
        surface = key(document.text[slice(*place)])
        same = surface in names[gold or f"text:{surface}"] or (gold and stems(surface, language) in names[gold])
        if same:
            total.due += 1
            if place in places and (not gold or places[place] == gold or gold.startswith("canonical:")):
                total.found += 1
            else:
                total.lost[_shown(document.text, place)] += 1


def _nameless(document: Document) -> Iterator[tuple[int, int]]:
    """The sentences without any gold mention."""
    for start, end in sentences.split(document.text, document.language):
        if not any(low < end and start < high for low, high in document.gold):
            yield start, end


def _shown(text: str, place: tuple[int, int]) -> str:
    start, end = place
    return " ".join(f"{text[max(0, start - 25) : start]}[{text[start:end]}]{text[end : end + 20]}".split())


def main() -> None:
    """Scores the sets named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=list(SETS), help=", ".join(SETS))
    parser.add_argument("--errors", type=int, default=0, help="how many of our own errors to print")
    parser.add_argument("--only", nargs="*", default=list(WAYS), help=", ".join(WAYS))
    parser.add_argument("--language", nargs="*", help="only texts of these")
    options = parser.parse_args()
    if not (SHARED / "data" / "dev").is_dir():
        sys.exit(f"{SHARED}: holds no data/dev; set BROADSHEET_SHARED to the folder that does")
    for name in options.sets:
        for language, documents in sorted(read(name).items()):
            if options.language and language not in options.language:
                continue
            known = gazetteer(documents[::2])
            for way in options.only:
                links = WAYS[way](known)
                if links is None:
                    print(f"{name:15} {language:3} {way:11} is not installed")
                    continue
                total = score(known, documents[1::2], links, partly=name in PARTLY_MARKED)
                print(f"{name:15} {language:3} {way:11} {len(documents) // 2:5} {total.due:6} due  {total.line()}")
                if way == "broadsheet":
                    for one, count in total.wrong.most_common(options.errors):
                        print(f"    false {count:3}  {one}")
                    for one, count in total.lost.most_common(options.errors):
                        print(f"    lost  {count:3}  {one}")


if __name__ == "__main__":
    main()
