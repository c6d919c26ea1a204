"""Names in Russian, Ukrainian and Polish texts: how they go on in small letters, where the next one begins.

Федеральной миграционной службы России   an adjective with a capital and its noun
Министерство образования и науки РФ      an institution and what it is for
главы Роскосмоса | Анатолия Перминова    what somebody heads, and who that is
Lenta.ru                                 a site
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from broadsheet.entities import countries
from broadsheet.entities.bent.institutions import heads, institutions
from broadsheet.entities.bent.persons import INITIALS, given_cases, has_surname_ending, is_patronymic
from broadsheet.entities.bent.titles import is_calling, is_people, office_cases
from broadsheet.entities.bent.words import adjective_cases, alike, all_cases, goes_with, is_verb, may_be_genitive
from broadsheet.entities.discovery.going_on import gone_on
from broadsheet.entities.inflection import stems
from broadsheet.entities.name_words import STARTERS
from broadsheet.entities.starts import opens_sentence

Span = tuple[int, int, str]

_SMALL = re.compile(r" ([a-zа-яёєіїґ']+(?:-[a-zа-яёєіїґ']+)*)(?!\w)")
_DOMAIN = re.compile(r"\.(?:ru|ру|рф|com|net|org|info|tv|ua|укр|by|su|pl|eu)\b(?! ?/)")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:[-'][^\W\d_]+)*)(?: по)? \Z")
_AFTER_NAMES = re.compile(r" (?:имени |им\. ?)(?=[^\W\d_])")
_BY = re.compile(r" (?:по|при|за|в защиту|против|для) ")
_DATIVE = re.compile(r"(?:[ая]м|[уюеи]|[оеыи]й|[оеы]му|ых|ов|ей|[ая]х)\Z")
# A given name of one letter, where a sentence ends behind it: Ван И. Переговоры …
_CHINESE = re.compile(
    r"(?:Ван|Ли|Чжан|Лю|Чэнь|Чэн|Ян|Хуан|Чжао|Чжоу|Сюй|Сунь|Ма|Чжу|Ху|Линь|Хэ|Го|Гао|Цзян|Цинь|Дэн|Сяо) [ИУЭО](?=\. )"
)
_MOST_SMALL = 5
_NEVER = frozenset(
    # Small words with the endings of genitives.
    """
    вчера сегодня завтра всегда иногда никогда тогда когда пока однако только уже еще ещё если или ибо либо чтобы для
    после из-за между против около вокруг кроме среди вместо внутри сзади впереди также даже ради сначала снова сразу
    весной осенью зимой летом своей своего своих всей всего всех этой этого этих той того тех которой которого которых
    нашей нашего наших ней него них много немного
    сказала заявила вчора сьогодні завжди потім тоді коли поки якщо після біля навколо крім серед замість свого своєї
    своїх цього цієї цих того тієї тих яка якої якого яких його її них всього всіх
    """.split()  # noqa: SIM905 - words read best as words
)


def bent_runs(text: str, found: Iterator[re.Match[str]], further: re.Pattern[str], language: str) -> Iterator[Span]:
    """The runs of capitalised words, each with the small words that belong to it, parted where two names stand."""
    reached = 0
    for match in found:
        start, end = match.span()
        if start < reached:
            continue
        site = _DOMAIN.match(text, end)
        if site:
            reached = site.end()
            first = match.group().rpartition(" ")[0]
            if first:
                yield from parted(text, start, first, language)
            last = start + len(first) + (1 if first else 0)
            yield last, reached, text[last:reached]
            continue
        words = match.group()
        reached = end
        chinese = _CHINESE.match(words)
        if chinese:
            yield start, start + chinese.end(), chinese.group()
            reached = start + words.find(" ", chinese.end() + 2) + 1
            if reached <= start:
                reached = end
                continue
            start, words = reached, words[reached - start :]
            reached = end
        if text[end : end + 1] == " " and text[end + 1 : end + 2].islower():
            words, reached = _gone_on(text, start, words, language, further)
        elif text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit() and text[end - 1] < "\u0400":
            words, reached = gone_on(text, match, language, further)
        yield from parted(text, start, words, language)


def _gone_on(text: str, start: int, words: str, language: str, further: re.Pattern[str]) -> tuple[str, int]:
    end = start + len(words)
    last = words.rpartition(" ")[2]
    if language == "pl":
        return words, end
    small = last.lower()
    known = institutions(language)
    reached = end
    if small in known:
        reached = _field(text, end, language)
    elif adjective_cases(last, language):
        noun = _noun(text, words, end, start, language)
        if noun:
            reached = noun
            of = text[end:noun].rpartition(" ")[2]
            if of in known:
                reached = _field(text, noun, language)
    if reached == end:
        return words, end
    words += text[end:reached].replace(" ", "\u00a0")
    return _named_after(text, words, reached, language, further)


def _noun(text: str, words: str, end: int, start: int, language: str) -> int:
    """Where the noun ends that an adjective with a capital goes with, or 0."""
    before = words.split(" ")
    adjective = before[-1].rpartition("-")[2]
    person = len(before) > 1 and (given_cases(before[-2], language) or INITIALS.match(before[-2]))
    opens = start == 0 or text[start - 2 : start - 1] in {".", "!", "?", "\n"} or text[start - 1] in '\n"«'
    told = _is_local(adjective, language)
    reached = end
    for _ in range(4):
        match = _SMALL.match(text, reached)
        if match is None or match[1] in STARTERS or match[1] in _NEVER:
            return 0
        word, reached = match[1], match.end()
        if alike(adjective, word.rpartition("-")[2], language):
            continue
        is_head = word in heads(language)
        if not goes_with(adjective, word, language) and not is_head:
            return 0
        if person:
            return 0
        if is_head:
            return reached
        surname = has_surname_ending(adjective, language) and not told
        return reached if told and not opens and not surname and len(before) == 1 else 0
    return 0


_LOCAL = {
    "ru": re.compile(r"(?:[сц]к)(?:ая|ой|ую|ое|ого|ому|ом|им|ие|их|ими)\Z"),
    "uk": re.compile(r"(?:[сцз]ьк)(?:а|ої|ій|у|ою|е|ого|ому|им|і|их|ими)\Z"),
}


@lru_cache(maxsize=4096)
def _is_local(adjective: str, language: str) -> bool:
    """Whether an adjective is made of a place's name: Тверской, Пулковская; not a nominative surname's."""
    return _LOCAL[language].search(adjective) is not None


def _field(text: str, end: int, language: str) -> int:
    """Where an institution's name ends that goes on with genitives in small letters: защиты прав человека."""
    reached = end
    for number in range(_MOST_SMALL):
        match = _SMALL.match(text, reached)
        if match is None:
            break
        word = match[1]
        if word in {"и", "та", "і", "й"} and number:
            next_one = _SMALL.match(text, match.end())
            if next_one and next_one[1] not in _NEVER and may_be_genitive(next_one[1], language):
                reached = next_one.end()
                continue
            break
        if word in STARTERS or word in _NEVER or not may_be_genitive(word, language):
            break
        reached = match.end()
    by = _BY.match(text, reached)
    if by and language == "ru":
        one = _SMALL.match(text, by.end() - 1)
        if one and _DATIVE.search(one[1]) and one[1] not in STARTERS and one[1] not in _NEVER:
            reached = one.end()
            noun = _SMALL.match(text, reached)
            if noun and adjective_cases(one[1], language) and _DATIVE.search(noun[1]):
                reached = noun.end()
    return reached


def _named_after(text: str, words: str, end: int, language: str, further: re.Pattern[str]) -> tuple[str, int]:
    """The words with a country, or the person an institution bears the name of, behind them."""
    named = _AFTER_NAMES.match(text, end)
    behind = further.match(text, named.end() - 1 if named and text[named.end() - 1] == " " else end)
    if behind is None:
        return words, end
    if named:
        whole = text[end : behind.end()].replace(" ", "\u00a0")
        return words + whole, behind.end()
    first = behind.group().split(" ")[1]
    alone = behind.group().count(" ") == 1
    if _is_country(first, language) or (alone and first.isupper() and first.isalpha()):
        return words + "\u00a0" + first, end + 1 + len(first)
    return words, end


def parted(text: str, start: int, words: str, language: str) -> Iterator[Span]:
    """The names in a run, each with where it stands."""
    pieces = words.split(" ")
    if len(pieces) == 1:
        yield start, start + len(words), words
        return
    if _is_opening_verb(text, start, pieces, language):
        start += len(pieces[0]) + 1
        pieces = pieces[1:]
    pieces, start = _without_calling(start, pieces, language)
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    said = before[1].lower() if before else ""
    first = 0
    at = start
    for place in range(1, len(pieces)):
        if _parts(pieces[first:place], pieces[place:], said if first == 0 else "", language):
            name = " ".join(pieces[first:place])
            if not is_people(name.lower(), language):
                yield at, at + len(name), name
            at += len(name) + 1
            first = place
    name = " ".join(pieces[first:])
    if name:
        yield at, at + len(name), name


def _is_opening_verb(text: str, start: int, pieces: Sequence[str], language: str) -> bool:
    """Whether only a sentence's start gives the first word its capital: Zwyciężył Jackie Stewart."""
    first = pieces[0]
    if pieces[1][0].islower() or given_cases(first, language) or not opens_sentence(text, start):
        return False
    return is_verb(first.lower(), language) and not has_surname_ending(first, language)


def _without_calling(start: int, pieces: list[str], language: str) -> tuple[list[str], int]:
    """The words without what the person is who follows, and where they begin: Президент, Niemka."""
    while len(pieces) > 1 and not pieces[1][0].islower():
        small = pieces[0].lower()
        calling = is_calling(small, language) or is_calling(small.rpartition("-")[2], language)
        if not (calling or is_people(small, language)) or given_cases(pieces[0], language):
            break
        start += len(pieces[0]) + 1
        pieces = pieces[1:]
    return pieces, start


def _parts(left: Sequence[str], right: Sequence[str], said: str, language: str) -> bool:  # noqa: C901, PLR0911, PLR0912 - reasons in turn
    """Whether one name ends and another begins; `said` is the word before both."""
    one, other = left[-1], right[0]
    if one[0].islower() or other[0].islower() or "&" in (one, other):
        return False
    if language != "pl" and _LATIN.match(one) and _CYRILLIC.match(other):
        return len(one) > 1 and not one.isdigit()  # Apple | Тим Кук
    if language != "pl" and _CYRILLIC.match(one) and _LATIN.match(other):
        return len(other) > 1 and not one.isupper() and not any(map(str.isdigit, other)) and other not in _ROMANS
    if is_people(one.lower(), language) or is_people(other.lower(), language):
        return True
    if is_calling(other.lower(), language) and not other[-1:].isupper():
        return bool(given_cases(one, language)) or has_surname_ending(one, language, nominative=True)
    noun = other.rpartition("\u00a0")[2]
    if "\u00a0" in other:
        # Пикалево | Ленинградской области; but Верховного Совета Российской империи.
        bare = other.partition("\u00a0")[0]
        same = bool(adjective_cases(one, language)) and alike(one, bare, language)
        return not same and one.lower() not in heads(language) and noun.lower() in heads(language)
    named = given_cases(other, language)
    if named and len(right) > 1 and not INITIALS.match(one):
        return _before_person(left, right, named, said, language)
    if INITIALS.match(other) and len(right) > 1 and not right[1].isupper() and not has_surname_ending(one, language):
        return (
            _is_country(" ".join(left), language)
            or (one.isupper() and len(one) > 2)
            or bool(office_cases(said, language))
        )
    if language == "pl":
        return False
    if _is_country(" ".join(left), language):
        return other.lower() not in heads(language) and not other.isupper()
    if len(left) > 1 and _is_country(one, language) and not given_cases(left[0], language):
        return len(right) > 1 or has_surname_ending(other, language, nominative=True)
    person = _is_person(left, language)
    if person:
        nominative = has_surname_ending(one, language, nominative=True)
        acronym = other.isupper() and len(other) > 1 and other.isalpha() and other not in _ROMANS
        return (
            acronym
            or (len(left) > 1 and _is_country(other, language))
            or (
                len(left) == 2
                and not nominative
                and has_surname_ending(other, language, nominative=True)
                and has_surname_ending(one, language)
            )
        )
    if _is_country(left[0], language) and len(left) == 1 and len(right) == 2:
        return right[0].lower() not in heads(language)
    acronym = one.isupper() and one.isalpha() and len(one) > 1
    cases = office_cases(said, language)
    if acronym and len(right) > 1 and other.lower() not in heads(language) and not other.isupper():
        return not _is_country(other, language)
    if acronym and len(right) == 1 and has_surname_ending(other, language, nominative=True):
        return bool(cases)
    if cases and len(right) == 2 and not _is_country(right[1], language) and not right[1].isupper():
        return one[-1] in "аяыиів" and not given_cases(left[0], language) and not adjective_cases(one, language)
    if "n" in cases and len(right) == 1 and not given_cases(one, language):
        return one[-1] in "аяыи" and has_surname_ending(other, language, nominative=True)
    return False


_ROMANS = frozenset("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split())  # noqa: SIM905 - words read best as words


def _before_person(  # noqa: PLR0911 - reasons in turn
    left: Sequence[str], right: Sequence[str], named: str, said: str, language: str
) -> bool:
    """Whether a person's full name begins at a given name that stands behind other words."""
    one = left[-1]
    cases = given_cases(one, language)
    if right[1][0].islower() or len(right[1]) < 2:
        return False
    if one.isupper() and len(one) > 1:
        return one not in _ROMANS
    if _is_country(one, language) or _is_country(" ".join(left), language):
        return True
    if cases:
        # Мария Анна …; but Владимира | Дмитрий Песков.
        return len(left) > 1 and not set(cases) & set(named)
    if one.partition("\u00a0")[0].lower() in heads(language) and set(named) & set("g"):
        return False  # Фонд Дмитрия Зимина
    if len(left) > 1:
        return True
    if set(named) == {"n"}:
        return one[-1] in "аяыиіїуюем" or bool(office_cases(said, language))
    return bool(office_cases(said, language)) and not adjective_cases(one, language)


def _is_person(words: Sequence[str], language: str) -> bool:
    return (len(words) > 1 and (bool(given_cases(words[0], language)) or bool(INITIALS.match(words[0])))) or any(
        is_patronymic(word, language) for word in words[1:]
    )


_ACRONYMS = frozenset(["РФ", "США", "КНР", "КНДР", "ФРГ", "ОАЭ", "СССР", "ЕС"])


@lru_cache(maxsize=1 << 14)
def _is_country(name: str, language: str) -> bool:
    return name in _ACRONYMS or name in _countries(language) or stems(name, language) in _countries(language)


@lru_cache(maxsize=8)
def _countries(language: str) -> frozenset[str]:
    names = [name for spelled in countries.names(language).values() for name in spelled]
    return frozenset(stems(name, language) for name in names) | frozenset(all_cases(names, language))
