"""Who holds an office in Turkish, where its field and its name stand before the person: Dışişleri Bakanı Ada Quill.

The name of the office ends in a possessive (Bakanı, Sözcüsü); what stands before it is a field as often as a thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.entities.folding import likeness
from broadsheet.entities.lists import places, spelled

_WORDS = """
    başkanı başkan başkanvekili bakanı bakan başbakanı başbakan cumhurbaşkanı sözcüsü müdürü valisi vali lideri
    sekreteri yardımcısı vekili milletvekili elçisi büyükelçisi komutanı direktörü yöneticisi savcısı hakimi hâkimi
    rektörü dekanı kralı kraliçesi prensi prensesi şefi temsilcisi koordinatörü kaymakamı müsteşarı danışmanı kaptanı
    oyuncusu yazarı muhabiri antrenörü genelkurmay kurucusu üyesi amiri şansölyesi senatörü emiri şeyhi patriği papa
    sayın general orgeneral albay avukat profesör prof doç dr ceo'su
"""
_OFFICES = frozenset(map(likeness, _WORDS.split()))
_RANKS = frozenset(map(likeness, ["genel", "eski", "yeni", "eş", "birinci", "büyükşehir", "belediye", "il", "ilçe"]))
_MINISTERS = frozenset(map(likeness, ["bakanı", "bakan"]))
_FIRMS = frozenset(
    map(likeness, ["parti", "partisi", "yolları", "bankası", "holding", "birliği", "derneği", "vakfı", "federasyonu"])
)


def is_turkish_office(word: str) -> bool:
    """Whether a word calls somebody by an office: Bakanı, Sayın."""
    return likeness(word.rstrip(".")) in _OFFICES


def held(words: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """The names among words with an office: where it is held, if that is a name, and who holds it (True)."""
    last = max((place for place, word in enumerate(words) if is_turkish_office(word)), default=-1)
    if last < 0:
        yield False, list(words)
        return
    first = next(place for place, word in enumerate(words) if is_turkish_office(word))
    before = list(words[:first])
    while before and likeness(before[-1]) in _RANKS:
        before.pop()
    if before and likeness(words[first]) not in _MINISTERS:
        yield False, _seat(before)
    person = list(words[last + 1 :])
    if len(person) > 2 and spelled(person[-1], "tr") in places("tr"):
        yield True, person[:-1]  # Ada Quill Ankara (ziyareti)
        yield False, person[-1:]
        return
    yield True, person


def _seat(words: list[str]) -> list[str]:
    """Where an office is held, if that is surely a name: a party's letters, a city, a firm; else nothing."""
    last = words[-1]
    if (len(last) > 1 and last.isupper()) or spelled(last, "tr") in places("tr"):
        return [last]
    return words if likeness(last) in _FIRMS else []
