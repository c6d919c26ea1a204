"""Speech: the ways, by language, in which a name is the subject of a verb of saying next to a quotation.

They are matched with the text right before and right behind the quotation, in which signs stand for names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from broadsheet.entities.speech.scripts import OTHERWISE
from broadsheet.entities.speech.way import ANYONE, OTHER, WHO, Speech
from broadsheet.entities.speech.words import SPEECH, SpeechWords

_LOWER = r"[a-zß-öø-ÿœąćęłńśźżğışçřža-яёіїєґά-ώα-ω]"
_START = r"(?:^|[.!?…»”\"“’)] |, )"
_SENTENCE = r"(?:^|[.!?…»”\"] )"
# Where and when: what else comes before an office may be somebody (`the wife of the mayor, the minister, …`).
_ONCE = (
    rf"(?:(?:On|At|In|During|Speaking|Lors|Durant|Dans|En|Am|Im|Durante|Em|Op|Tijdens) [^,.;:!?{ANYONE}]{{2,60}}, )?"
)
_LEADING_ON = r"[ ,–—-]*"


@lru_cache(maxsize=64)
def speech(language: str) -> Sequence[Speech]:
    """The ways of a language (`fr`); none where we do not know its words."""
    return _spaced(SPEECH[language], language) if language in SPEECH else OTHERWISE.get(language, ())


def _spaced(words: SpeechWords, language: str) -> Sequence[Speech]:
    """The ways of a language of names, verbs and offices between spaces."""
    name, verb, adverb = _name(words), rf"(?:{words.verbs})", rf"(?:(?:{words.adverbs}) )?"
    end = rf"(?=\s*(?:[.,;!?)…—–]|$)| (?i:{words.after})\b)"
    inserted = rf"(?:, [^,.;:{ANYONE}]{{2,60}},)?"
    told = rf"(?!(?:[^:]*\W)?(?i:{words.avoid}|{words.verbs})\W)[^.;:!?«»“”„\"{ANYONE}]{{0,70}}"
    first = rf"(?:{_not_one_of(words.stops)}(?i:{words.first}) (?={_office(words)}))?"
    ways = [
        Speech(before=re.compile(rf"{_START}{first}{name}{inserted} {adverb}{verb}{told}: ?\Z")),
        # `told` needs someone who is told: behind a quotation it never comes before its subject.
        Speech(behind=re.compile(rf"{_LEADING_ON}{adverb}{verb.replace('|told', '')} {name}{end}")),
    ]
    if language == "en":
        # No other language lets the name come before the verb so often, or a comma do for a colon.
        whom = rf"(?: (?:in|on|at|during) [^,.;:!?{ANYONE}]{{1,40}}| (?:reporters|journalists|supporters|{OTHER}))?"
        no_more = r"(?![^.]*: ?[\"“])"
        ways += [
            Speech(before=re.compile(rf"{_START}{first}{name}{inserted} {adverb}{verb}{whom}, ?\Z")),
            Speech(behind=re.compile(rf"{_LEADING_ON}{name}{inserted} {adverb}{verb}{end}{no_more}"), running_on=True),
            Speech(
                behind=re.compile(rf"{_LEADING_ON}{name}{inserted} {adverb}told {told}(?=[.,;]|\Z){no_more}"),
                running_on=True,
            ),
        ]
    return [*ways, *_apart(words, rf"{adverb}{verb}", told), *_accounts(words)]


def _apart(words: SpeechWords, verb: str, told: str) -> Iterator[Speech]:
    """An office and, between commas, who bears it: `The Home Secretary, Shabana Mahmood, said`."""
    if not words.apart:
        return
    word = rf"{_not_one_of(words.stops)}(?:[^\W\d_][\w’'-]*|{OTHER}(?:['’]s?)?)"
    office = rf"(?:{word} ){{0,4}}{_office(words)}(?: {_complement(words)})?"
    yield Speech(before=re.compile(rf"{_SENTENCE}{_ONCE}{office}, {WHO}, {verb}{told}: ?\Z"))
    yield Speech(behind=re.compile(rf"{_LEADING_ON}{verb.replace('|told', '')} {office}, {WHO}(?=\s*(?:[.!?]|\Z))"))


def _accounts(words: SpeechWords) -> Iterator[Speech]:
    """`According to Tim Cook, “…”`, and the other way round: a sentence that is nothing but the quotation."""
    if not words.account:
        return
    told = rf"(?i:{words.account}) {_name(words)}"
    yield Speech(before=re.compile(rf"{_SENTENCE}{told} ?[,:] ?\Z"), whole=True)
    yield Speech(
        before=re.compile(rf"{_SENTENCE}\Z"),
        behind=re.compile(rf"{_LEADING_ON}{told}(?=\s*(?:[.!?]|\Z))"),
        running_on=True,
    )


def _name(words: SpeechWords) -> str:
    """A name that may speak: alone, or behind an office that is its own."""
    word = rf"{_not_one_of(words.stops)}(?:[lL]['’])?{_LOWER}[\w’'-]*\.?"
    role = _office(words)
    complement = rf"(?:{_complement(words)} ?)?" if words.complement else ""
    office = rf"(?:(?:(?:{word}|{OTHER}(?:['’]s?)?|{role}) ){{0,4}}{role} {complement})?"
    return rf"{words.article}{office}{WHO}"


def _complement(words: SpeechWords) -> str:
    # What belongs to an office holds no other one: its bearer would speak.
    return rf"(?!(?:[^{ANYONE}]*[ '’])?(?i:{words.roles})\b){words.complement}"


def _office(words: SpeechWords) -> str:
    return rf"(?i:(?:[lLdD]['’])?(?:ex-)?(?:{words.roles}))"


def _not_one_of(stops: str) -> str:
    return rf"(?!(?i:{stops})(?!\w))"
