"""What a name itself says about what it names: its words, its endings, its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from broadsheet.entities.bent.persons import is_patronymic
from broadsheet.entities.inflection import INFLECTED
from broadsheet.entities.kinds.family_endings import looks_like_family
from broadsheet.entities.lists import (
    bare,
    country_names,
    family_names,
    given_names,
    heads,
    places,
    spelled,
    tongues,
    well_known,
)
from broadsheet.entities.name_words import is_demonym

_PARTICLES = frozenset(
    "van von der den de da di dos bin ibn ben bint abu al el ul zu ter ten la le du del della mac фон ван ибн бин аль "  # noqa: SIM905 - words read best as words
    "эль ібн бін".split()
)
_ARTICLES = frozenset(
    "The A An Le La Les L' El Los Las Il De Het Der Die Das O Os".split()  # noqa: SIM905 - the same
)
_JUNIORS = frozenset(["Jr", "Sr", "Junior", "Filho", "Neto", "fils"])
_FIRM = re.compile(
    r"\b(?:Inc|Corp|Ltd|LLC|PLC|plc|GmbH|AG|S\.?A\.?|SpA|S\.p\.A|N\.?V|B\.?V|SARL|SAS|KG|Co|Oy|AB|A/S|Records|FC|"
    r"F\.C\.|CF|SC|AC|AS|FK|BK|SK|HC|CD|UD|SV|VfB|VfL|TSV)\.?$|^(?:FC|AC|AS|SC|FK|CF|CD|UD|RC|SV|HC|BC|SS|US|CA|NK|"
    r"KK|TSG|VfB|VfL|ОАО|ООО|ЗАО|ПАО|АО|ФК|ХК|ТОВ)\s"
)
_WELL_KNOWN_ORGANISATION = "a well-known organisation"
_ROMAN = re.compile(r"[IVX]{1,5}$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|'\d\d\b")
_INITIAL = re.compile(r"(?:^|[\s.])[A-ZÀ-ÞА-ЯЁЄІЇҐŁŚŻŹĆ]\.")
_PLACE_END = re.compile(
    r"(?:burg|bourg|burgh|borough|stad|stadt|ville|shire|land|lands|grad|ford|ton|town|wood|polis|stan|abad|pur|pore|"
    r"nagar|heim|hausen|dorf|haven|dam|dijk|wijk|veen|kerk|berg|fjord|vik|ów|owo|owice|ice|sk|polje|град|бург|поль|"
    r"стан|ск|ово|ино|ия|щина|ська|ia|lândia|landa|eille|ac|ano|ona|azzo|ate)$"
)
_FAMILY_OF_ANIMALS = re.compile(r"(?:idae|inae|aceae|oidea|ales|iformes|idés|ideae)$")
_ADJECTIVE = {
    "en": re.compile(r"(?:[eiy]an|ish|ese|istic|esque|[^s]ic|ovite|ite)$"),
    "nl": re.compile(r"(?:se|sche|isch|ische|aans)$"),
}  # languages that write adjectives of names with a capital
_CYRILLIC = frozenset(["ru", "uk", "be", "bg", "sr", "mk"])
_BENT_ADJECTIVE = re.compile(r"[а-яё]{2}(?:[ыио]й|[ая]я|[оеые]е|[иы]е|[оеь]го|[оеь]му|[ую]ю|[ыи][мх]|[ыи]ми|ої|ій)$")
_CASES = {
    "as in the dative": re.compile(r"[ую]$"),
    "as in the instrumental": re.compile(r"(?:[оеё]м|[ыи]м)$"),
    "as in the locative": re.compile(r"[еіу]$"),
    "as a plural": re.compile(r"(?:[ая]ми|[ая]х|[ая]м|ов|ев)$"),
    "in a consonant": re.compile(r"[бвгджзклмнпрстфхцчшщ]$"),
    "in а": re.compile(r"[ая]$"),
    "in и": re.compile(r"[ыиії]$"),
}
_LETTERS_AND_WORD = re.compile(r"[A-ZÀ-Þ]{2,5}-[A-ZÀ-Þ][a-zß-ÿ]{2,}\Z")  # CGT-Cheminots
_ROAD = re.compile(r"[A-ZА-Я]{1,2}-?\d{1,4}$")
_MODEL = re.compile(r"(?:[A-ZА-Я][a-zа-я]+|[A-Z]{3,})[- ]?\d+[A-Za-z]*$|[A-Z]{1,3}[a-z]?-\d+[A-Za-z]*$")
_TEACHING = re.compile(
    r"(?:[iy]sm|ismo|isme|ismus|izm|изм[аеуо]?м?|ising|itas|ology|logie|logia|logía|ware|ics|tron|ium)$"
)


@lru_cache(maxsize=100_000)
def name_cues(name: str, language: str) -> Sequence[str]:
    """The cues in a name, each once, in order; the table in `weights.py` says what each is worth."""
    words = name.replace("\u00a0", " ").split()
    bared = [bare(word.strip(".,'\"«»“”"), language) for word in words]
    found = [
        *_shape(name, words),
        *_script(name, words, language),
        *_heads(words, bared, language),
        *_known(name, bared, language),
    ]
    if len(words) == 1:
        found += _alone(name, bared, language)
    elif found[-1:] != [_WELL_KNOWN_ORGANISATION]:  # Morgan Stanley is built like a person's name
        found += _several(words, bared, language)
    return tuple(dict.fromkeys(found))


def _shape(name: str, words: Sequence[str]) -> Iterator[str]:  # noqa: C901, PLR0912 - a cue a line
    several = len(words) > 1
    yield f"{min(len(words), 5)} words" if several else "one word"
    if len(words) in {2, 3} and all(word.isalpha() and word[0].isupper() and not word.isupper() for word in words):
        yield "two plain words" if len(words) == 2 else "three plain words"
    letters = [character for character in name if character.isalpha()]
    if not several and len(letters) > 1 and all(map(str.isupper, letters)):
        yield "an acronym" if len(letters) < 6 else "all capitals"
    if several and any(len(word) > 1 and word.isupper() and word.isalpha() for word in words):
        yield "an acronym inside"
    if not several and _LETTERS_AND_WORD.match(name):
        yield "an acronym inside"
    if any(map(str.isdigit, name)):
        yield "a year" if _YEAR.search(name) else "digits"
        if _ROAD.match(name):
            yield "a letter and a number"
        elif _MODEL.search(name):
            yield "a word and a number"
    if any(
        word[1:] != word[1:].lower() and not word.isupper() and "-" not in word and "'" not in word for word in words
    ):
        yield "capitals inside a word"
    if "&" in name or "+" in name:
        yield "an ampersand"
    if any(mark in name for mark in ":!?/"):
        yield "a title's marks"
    if "-" in name:
        yield "a hyphen"
    if several and _INITIAL.search(name):
        yield "initials"
    if several and _ROMAN.match(words[-1]):
        yield "a number as of kings"
    if _FIRM.search(name):
        yield "a company's or club's letters"
    if words[-1].rstrip(".") in _JUNIORS:
        yield "a junior"
    if several and words[0] in _ARTICLES:
        yield "begins with an article"


def _script(name: str, words: Sequence[str], language: str) -> Iterator[str]:
    """What the script of a name says, and its case where the language bends it."""
    if not "а" <= name[-1].lower() <= "ї":
        if language in _CYRILLIC and name[-1].isalpha():
            yield "Latin letters in a Cyrillic text"
        return
    yield "Cyrillic"
    given = given_names(language).get(bare(words[0], language))
    if len(words) > 1 and not given and _BENT_ADJECTIVE.search(words[0]):
        yield "begins with an adjective, Cyrillic"
    if len(words) == 1 and not name.isupper():
        yield from (f"{case}, Cyrillic" for case, ending in _CASES.items() if ending.search(name))


def _heads(words: Sequence[str], bared: Sequence[str], language: str) -> Iterator[str]:
    table = heads(language)
    if len(words) == 1:
        yield from (f"is a word for {kind}" for kind in table.get(bared[0], ()))
    else:
        yield from (f"begins with a word for {kind}" for kind in table.get(bared[0], ()))
        yield from (f"ends in a word for {kind}" for kind in table.get(bared[-1], ()))
        yield from (f"holds a word for {kind}" for word in bared[1:-1] for kind in table.get(word, ()))
    small = [word for word in words[1:] if word[0].islower()]
    if any(word in _PARTICLES for word in small):
        yield "a particle"
    if any(word not in _PARTICLES and "-" not in word for word in small):
        yield "small words inside"
    if is_demonym(words[0].lower(), language) or is_demonym(words[-1].lower(), language):
        yield "a people" if len(words) == 1 else "a people inside"


def _known(name: str, bared: Sequence[str], language: str) -> Iterator[str]:
    whole = spelled(name, language)
    yield from (f"a well-known {kind}" for kind in well_known(language).get(whole, ()))
    if whole in tongues(language):
        yield "a language"
    if whole in places(language):
        yield "a known place"
    elif len(bared) > 1:
        pairs = (" ".join(bared[at : at + 2]) for at in range(len(bared) - 1)) if len(bared) > 2 else ()
        if any(word in places(language) for word in (bared[0], bared[-1], *pairs)):
            yield "a known place inside"
    if whole in country_names(language):
        yield "a country"
    elif len(bared) > 1 and (bared[-1] in country_names(language) or " ".join(bared[-2:]) in country_names(language)):
        yield "a country inside"


def _alone(name: str, bared: Sequence[str], language: str) -> Iterator[str]:
    word = bared[0]
    sure = given_names(language).get(word.split(" ")[0])
    if sure is not None:
        yield "a given name alone" if sure else "a doubtful given name alone"
    if word in family_names(language):
        yield "a common family name alone"
    elif looks_like_family(name, language):
        yield "a family name's ending, alone"
    if len(name) > 4 and _PLACE_END.search(name.lower()):
        yield "a place's ending"
    if _FAMILY_OF_ANIMALS.search(name):
        yield "a Latin family of animals or plants"
    if language in _ADJECTIVE and _ADJECTIVE[language].search(name):
        yield "an adjective's ending"
    if (
        name.endswith("s")
        and not name.endswith(("ss", "us", "is", "as", "os"))
        and language in {"en", "nl", "fr", "es", "pt"}
    ):
        yield "a plural's ending"
    if _TEACHING.search(name):
        yield "a teaching's ending"


def _several(words: Sequence[str], bared: Sequence[str], language: str) -> Iterator[str]:
    given = given_names(language)
    sure = given.get(bared[0].split(" ")[0])
    if sure is not None:
        yield "begins with a given name" if sure else "begins with a doubtful given name"
    if any(given.get(word) for word in bared[1:-1]):
        yield "a given name in the middle"
    family = bared[-1] in family_names(language)
    if given.get(bared[-1]) and not family:
        yield "ends in a given name"
    if family:
        yield "ends in a common family name"
    elif bared[-1] not in heads(language) and looks_like_family(words[-1], language):
        yield "ends as family names do"
    if len(words[-1]) > 4 and _PLACE_END.search(words[-1].lower()):
        yield "ends as places do"
    if language in INFLECTED and any(is_patronymic(word, language) for word in words[:3]):
        yield "a patronymic"
