"""The entries of the inbox: what waits for a person, the sentence, why it is here, and what settles it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from shlex import quote

from broadsheet import sentences
from broadsheet.edition import Edition
from broadsheet.markdown_text import plain
from broadsheet.model import Article, Entity, Question
from broadsheet.outputs.inbox_reasons import reason
from broadsheet.outputs.items import lead
from broadsheet.outputs.words import Words

SECTIONS = ("ambiguous", "duplicate", "suggested", "undated")
"""What entries are about, in the order in which they are told."""


_NEXT_WORD = re.compile(r" ([^\W_][\w'’-]*)")
_WORD_BEFORE = re.compile(r"([^\W_][\w'’-]*) \Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where something stands; all as plain text."""

    article: Article
    before: str
    name: str
    after: str

    def __str__(self) -> str:
        """The sentence."""
        return self.before + self.name + self.after


@dataclass(frozen=True, slots=True)
class Way:
    """A way to settle something: what to do, and the exact command or lines of YAML."""

    what: str
    code: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that waits for a person; all as plain text in the site's language."""

    about: str
    """One of `SECTIONS`."""
    title: str
    why: Sequence[str]
    sentences: Sequence[Sentence]
    ways: Sequence[Way]


def counts(edition: Edition) -> dict[str, int]:
    """How many entries each section has; those that have none are left out."""
    number = {about: sum(one.about == about for one in edition.questions) for about in SECTIONS}
    number["undated"] = len(edition.undated)
    return {about: count for about, count in number.items() if count}


def entries(edition: Edition, words: Words, about: str, most: int | None = None) -> Iterator[Entry]:
    """The first entries of a section, or all."""
    if about == "undated":
        yield from (_undated(article, edition, words) for article in edition.undated[:most])
        return
    write = {"ambiguous": _ambiguous, "duplicate": _duplicate, "suggested": _suggested}[about]
    asked = (one for one in edition.questions if one.about == about)
    yield from (write(one, edition, words) for one in islice(asked, most))


def _ambiguous(question: Question, edition: Edition, words: Words) -> Entry:
    known = [edition.entities[one] for one in question.candidates if one in edition.entities]
    # A country that no article names for certain has no page yet: what it is called here and its id tell it.
    described = dict(zip([one.id for one in known], _described(known, words), strict=True))
    described = {one: described.get(one, f"{question.name} ({one})") for one in question.candidates}
    article = edition.by_id[question.article]
    sentence = _sentence(article, question.start, question.start + len(question.name))
    why = [reason(edition, words, *one) for one in question.why]
    if len(described) > 1:
        why.insert(0, words("It may mean {names}.", names=f" {words('or')} ".join(described.values())))
    else:
        why.insert(0, words("It may mean {name}, or something else.", name=words.listed(described.values())))
    if question.articles > 1:
        why.append(words.count("In {count} article.", "In {count} articles.", question.articles))
    # A key stands once in a page. (Of the other articles, those that differ in this are asked about later.)
    under, there = ("meant:", bool(article.meant)), [edition.by_id[one] for one in question.others]
    alike = [article, *(one for one in there if bool(one.meant) == under[1])]
    where = words.listed(_place(edition, one.address, under, words) for one in alike)
    line = f"  {_yaml(question.name)}: "
    ways = [
        Way(words("It is {name}: in {page}", name=name, page=where), _lines(under, line + _yaml(one)))
        for one, name in described.items()
    ]
    ways.append(Way(words("It is something else: in {page}", page=where), _lines(under, f"{line}false")))
    phrase = _phrase(article, question) if len(described) == len(known) == 1 else ""
    if phrase:
        under = ("not_meant:", bool(known[0].not_meant))
        elsewhere = _place(edition, known[0].address, under, words)
        said = words("Or say in {page} what it is a part of", page=elsewhere)
        ways.append(Way(said, _lines(under, f"  - {_yaml(phrase)}")))
    return Entry("ambiguous", question.name, why, [sentence], ways)


def _place(edition: Edition, address: str, under: tuple[str, bool], words: Words) -> str:
    """A page, and the key under which a line goes where it stands there already."""
    key, there = under
    path = _path(edition, address)
    return words("{page} (under `{key}`, which is there)", page=path, key=key) if there else path


def _lines(under: tuple[str, bool], line: str) -> str:
    key, there = under
    return line if there else f"{key}\n{line}"


def _duplicate(question: Question, edition: Edition, words: Words) -> Entry:
    first, second = (edition.entities[one] for one in question.candidates)
    # The one that more articles name, or that a person adopted, is the one to keep.
    into, other = sorted(
        (first, second),
        key=lambda one: (one.status != "adopted", -len(edition.by_entity.get(one.id, ())), one.id),
    )
    why = [reason(edition, words, *one) for one in question.why]
    found = [sentence for one in (into, other) if (sentence := _first_sentence(edition, one))]
    ways = [
        Way(words("They are one"), f"broadsheet entities merge {quote(other.id)} {quote(into.id)}"),
        Way(words("They are two"), f"broadsheet entities not-same {quote(into.id)} {quote(other.id)}"),
    ]
    title = f"{into.name} – {other.name}" if into.name != other.name else " – ".join(_described((into, other), words))
    return Entry("duplicate", title, why, found, ways)


def _suggested(question: Question, edition: Edition, words: Words) -> Entry:
    why = [words.count("In {count} article.", "In {count} articles.", question.articles)]
    why += [reason(edition, words, *one) for one in question.why]
    found = []
    article = edition.by_id.get(question.article)
    if article:
        start = question.start if question.start >= 0 else _text(article).find(question.name)
        found = [_sentence(article, start, start + len(question.name))] if start >= 0 else []
    said = question.candidates[0] if question.candidates else question.name
    named = f"-- {quote(said)}" if said.startswith("-") else quote(said)
    ways = [
        Way(words("It is a name"), f"broadsheet entities adopt {named}"),
        Way(words("It is none"), f"broadsheet entities reject {named}"),
    ]
    return Entry("suggested", question.name, why, found, ways)


def _undated(article: Article, edition: Edition, words: Words) -> Entry:
    why = [words("Neither its record nor its text says when it was published.")]
    way = Way(words("In {page}, write the day", page=_path(edition, article.address)), "date: YYYY-MM-DD")
    return Entry("undated", article.title, why, [Sentence(article, lead(article), "", "")], [way])


def _described(entities: Sequence[Entity], words: Words) -> list[str]:
    """What each is called and what it is; with its id where that tells nobody apart."""
    shown = [f"{' '.join(one.name.split())} ({words.kind(one.kind)})" for one in entities]
    return [
        f"{one[:-1]}, {entity.id})" if shown.count(one) > 1 else one
        for one, entity in zip(shown, entities, strict=True)
    ]


def _first_sentence(edition: Edition, entity: Entity) -> Sentence | None:
    for article in edition.by_entity.get(entity.id, ()):
        for mention in edition.mentions[article.id]:
            if mention.entity == entity.id:
                return _sentence(article, mention.start, mention.end)
    return None  # it is named in headlines alone


def _sentence(article: Article, start: int, end: int) -> Sentence:
    text = _text(article)
    low, high = sentences.around(text, start, end, article.language)
    parts = (text[low:start], text[start:end], text[end:high])
    return Sentence(article, *(" ".join(f"|{part}|".split())[1:-1] for part in parts))


def _phrase(article: Article, question: Question) -> str:
    """A name with the word after it, or before it, where a capital says that they are one name; else empty."""
    text = _text(article)
    end = question.start + len(question.name)
    if after := _NEXT_WORD.match(text, end):
        return f"{question.name} {after[1]}" if after[1][0].isupper() else ""
    before = _WORD_BEFORE.search(text, max(0, question.start - 60), question.start)
    return f"{before[1]} {question.name}" if before and before[1][0].isupper() else ""


@lru_cache(maxsize=64)
def _plain(body: str) -> str:
    return plain(body).text


def _text(article: Article) -> str:
    return _plain(article.body)


def _path(edition: Edition, address: str) -> str:
    return f"{edition.config.docs_dir.name}/{address}"


def _yaml(text: str) -> str:
    """A text as an item of a YAML list: as it is where that is plain, else in double quotes."""
    safe = text.replace("-", "").replace(" ", "").isalnum() and text[:1].isalpha()
    safe = safe and text.lower() not in {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
    return text if safe else json.dumps(text, ensure_ascii=False)
