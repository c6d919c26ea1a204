"""Speech: the ways, by language, in which a name is the subject of a verb of saying next to a quotation.

They are matched with the text right before and right behind the quotation, in which signs stand for names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from broadsheet.entities.speech.scripts import OTHERWISE
from broadsheet.entities.speech.way import ANYONE, OTHER, WHO, Speech
from broadsheet.entities.speech.words import SPEECH, SpeechWords

_LOWER = r"[a-zß-öø-ÿœąćęłńśźżğışçřža-яёіїєґά-ώα-ω]"
_START = r"(?:^|[.!?…»”\"“’)] |, )"
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
    return ways


def _name(words: SpeechWords) -> str:
    """A name that may speak: alone, or behind an office that is its own."""
    word = rf"{_not_one_of(words.stops)}(?:[lL]['’])?{_LOWER}[\w’'-]*\.?"
    role = _office(words)
    # What belongs to an office holds no other one: its bearer would speak.
    free = rf"(?!(?:[^{ANYONE}]*[ '’])?(?i:{words.roles})\b)"
    complement = rf"(?:{free}{words.complement} ?)?" if words.complement else ""
    office = rf"(?:(?:(?:{word}|{OTHER}(?:['’]s?)?|{role}) ){{0,4}}{role} {complement})?"
    return rf"{words.article}{office}{WHO}"


def _office(words: SpeechWords) -> str:
    return rf"(?i:(?:[lLdD]['’])?(?:ex-)?(?:{words.roles}))"


def _not_one_of(stops: str) -> str:
    return rf"(?!(?i:{stops})(?!\w))"
