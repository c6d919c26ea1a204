"""Nouns and adjectives of Russian, Ukrainian and Polish in all their cases, as far as endings tell.

Cases are letters: n(ominative), g(enitive), d(ative), a(ccusative), i(nstrumental), p(repositional); plural forms
share their letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

BENT = frozenset(["ru", "uk", "pl"])
"""Languages (ISO 639-1) whose endings are known here."""

# What a noun's last letters become: ending of the nominative, then each ending with its cases. Longest first.
_NOUNS = {
    "ru": """
        ия: ия=n ии=gdp ию=a ией=i иям=d иями=i иях=p ий=g
        ие: ие=na ия=g ию=d ием=i ии=p
        ий: ий=n ия=ga ию=d ием=i ии=p
        ей: ей=n ея=ga ею=d еем=i ее=p
        ай: ай=n ая=ga аю=d аем=i ае=p
        лец: лец=n льца=ga льцу=d льцем=i льце=p льцы=n льцев=g
        ец: ец=n ца=ga цу=d цем=i цом=i це=p цы=n цев=g цов=g
        ок: ок=n ка=ga ку=d ком=i ке=p ки=n
        ель: ель=n еля=ga елю=d елем=i еле=p ели=n елей=g
        ть: ть=na ти=gdp тью=i
        рь: рь=n ря=ga рю=d рем=i рё=i ре=p ри=n рей=g
        дь: дь=n ди=gdp дью=i
        вь: вь=n ви=gdp вью=i
        ь: ь=n я=ga ю=d ем=i е=p и=gdpn ью=i ей=g
        ка: ка=n ки=g ке=dp ку=a кой=i кам=d ками=i ок=g
        га: га=n ги=g ге=dp гу=a гой=i
        ца: ца=n цы=g це=dp цу=a цей=i
        жа: жа=n жи=g же=dp жу=a жей=i
        ша: ша=n ши=g ше=dp шу=a шей=i
        ча: ча=n чи=g че=dp чу=a чей=i
        ха: ха=n хи=g хе=dp ху=a хой=i
        а: а=n ы=gn е=dp у=a ой=i ам=d ами=i ах=p
        я: я=n и=g е=dp ю=a ей=i ёй=i
        во: во=na ва=gn ву=d вом=i ве=p в=g вам=d вами=i
        ие: ие=na
        о: о=na а=gn у=d ом=i е=p ам=d ами=i
        е: е=na я=g ю=d ем=i
        г: г=n га=ga гу=d гом=i ге=p ги=n гов=g
        к: к=n ка=ga ку=d ком=i ке=p ки=n ков=g кам=d ками=i
        х: х=n ха=ga ху=d хом=i хе=p хи=n
        ч: ч=n ча=ga чу=d чем=i че=p чи=n чей=g
        ж: ж=n жа=ga жу=d жем=i же=p жи=n жей=g
        ш: ш=n ша=ga шу=d шем=i ше=p
        ц: ц=n ца=ga цу=d цем=i це=p
        : =n а=ga у=d ом=i е=p ы=n ов=g ам=d ами=i ах=p
    """,
    "uk": """
        ія: ія=n ії=gdp ію=a ією=i
        ій: ій=n ія=ga ію=d ієм=i ії=p
        ея: ея=n еї=gdp ею=a
        ай: ай=n ая=ga аю=d аєм=i аї=p
        ець: ець=n ця=ga цю=d цем=i ці=pn ців=g
        ок: ок=n ка=ga ку=d ком=i ки=n
        ель: ель=n еля=ga елю=d елем=i елі=pn елів=g
        ість: ість=na ості=gdp істю=i
        рь: рь=n ря=ga рю=d рем=i рі=p
        ь: ь=n я=ga ю=d ем=i і=gdpn ів=g
        ка: ка=n ки=g ці=dp ку=a кою=i
        га: га=n ги=g зі=dp гу=a гою=i
        а: а=n и=gn і=dp у=a ою=i ам=d ами=i
        я: я=ng і=dp ю=ad єю=i ею=i ям=i ї=gdp
        тво: тво=na тва=gn тву=d твом=i тві=p тв=g
        о: о=na а=ga у=d ом=i і=p ові=d
        е: е=na я=g
        р: р=n ра=ga ру=gd ром=i рі=p ри=n рів=g рові=d ром=i
        : =n а=ga у=gd ом=i і=p и=n ів=g ові=d ам=d ами=i
    """,
    "pl": """
        ia: ia=n ii=gdp ię=a ią=i i=gdp
        ka: ka=n ki=g ce=dp kę=a ką=i ek=g
        ga: ga=n gi=g dze=dp gę=a gą=i
        ra: ra=n ry=g rze=dp rę=a rą=i
        ta: ta=n ty=g cie=dp tę=a tą=i ci=n tów=g
        ca: ca=n cy=gdp cę=a cą=i ców=g
        a: a=n y=g ie=dp ę=a ą=i i=g
        ek: ek=n ka=ga kowi=d kiem=i ku=p
        iec: iec=n ca=ga cowi=d cem=i cu=p cy=n ców=g
        ec: ec=n ca=ga cowi=d cem=i cu=p
        ier: ier=n iera=ga ierowi=d ierem=i ierze=p
        r: r=n ra=ga rowi=d rem=i rze=p rzy=n rów=g
        g: g=n ga=ga gowi=d giem=i gu=p dzy=n gów=g
        k: k=n ka=ga kowi=d kiem=i ku=p cy=n ków=g
        ł: ł=n ła=ga łowi=d łem=i le=p
        t: t=n ta=ga towi=d tem=i cie=p ci=n tów=g
        z: z=n za=ga zowi=d zem=i zu=p
        i: i=n iego=ga iemu=d im=ip
        y: y=n ego=ga emu=d ym=ip
        um: um=nagdip
        o: o=na a=ga u=d em=i ie=p
        : =n a=ga u=gp owi=d em=i ie=p owie=n ów=g
    """,
}
# An adjective's endings: each with its cases, and with what a noun that goes with it ends in.
_ADJECTIVES = {
    "ru": """
        ая яя|n|[аяь]
        ой ей|gdip|[иыеёйю]
        ую юю|a|[уюь]
        ое ее|na|[оеё]
        ого его|ga|[ая]
        ому ему|d|[ую]
        ом ем|p|[ееиую]
        ым им|id|(?:ом|ем|ём|ам|ям|нём|ью)
        ый ий ой|na|[бвгджзклмнпрстфхцчшщйь]
        ые ие|na|[ыиая]
        ых их|gp|(?:ов|ев|ей|ий|[ая]х|[бвгджзклмнпрстфхцчшщ])
        ыми ими|i|[ая]ми
    """,
    "uk": """
        а я|n|[аяь]
        ої ьої|g|[иіїя]
        ій|dpn|[іїибвгджзклмнпрстфхцчшщйь]
        у ю|a|[уюь]
        ою ьою|i|(?:ою|ею|єю|ю)
        е є|na|[ояе]
        ого ього|ga|[аяую]
        ому ьому|dp|[уюіві]
        им ім|id|(?:ом|ем|єм|ам|ям)
        ий|na|[бвгґджзклмнпрстфхцчшщйь]
        і|na|[иіаяї]
        их іх|gp|(?:ів|їв|ей|[ая]х|[бвгджзклмнпрстфхцчшщй])
        ими іми|i|[ая]ми
    """,
}
# Words that are spelled like nouns in one of these cases.
_VERB = {
    "ru": re.compile(
        r"(?:[аеёиоуыя]л[аои]?|[аеёиоуыя]л(?:ся|[аои]сь)|(?:[еиё]т|[аяую]т|ешь|ишь)(?:ся)?|ть|ться|чь|[шщ]ий|вши|йте)\Z"
    ),
    "uk": re.compile(r"(?:[аеиіоуя](?:в|л[аои])(?:ся)?|(?:є|[аяую]ть|ить)(?:ся)?|ти|тися|вши|ться)\Z"),
}

_PAST = {
    "ru": re.compile(r"[а-яё]{2,}(?:[аеёиыя]л[аои]?(?:с[ья])?|[аиея]в|вшись|вши)\Z"),
    "uk": re.compile(r"[а-яєіїґ]{2,}(?:[аиіуя](?:в|ла|ло|ли)(?:ся)?|вши(?:сь)?)\Z"),
    "pl": re.compile(r"[a-ząćęłńóśźż]{2,}(?:[aeiyąęóu]ł[aoy]?|[aeiyąęóu]li)\Z"),
}


def _rows(table: str) -> list[tuple[str, list[tuple[str, str]]]]:
    rows = []
    for line in table.strip().splitlines():
        nominative, _, forms = line.strip().partition(":")
        pairs = [tuple(form.split("=")) for form in forms.split()]
        rows.append((nominative.strip(), [(form, cases) for form, cases in pairs]))
    return sorted(rows, key=lambda row: -len(row[0]))


_NOUN_ROWS = {language: _rows(table) for language, table in _NOUNS.items()}
_ADJECTIVE_ROWS = {
    language: [
        (tuple(endings.split()), cases, re.compile(nouns + r"\Z"))
        for endings, cases, nouns in (line.strip().split("|", 2) for line in table.strip().splitlines())
    ]
    for language, table in _ADJECTIVES.items()
}
_SOFT = frozenset("нжшщчцкгх")
_BEFORE = {
    "ru": re.compile(r"(?:[сц]к|[бвгджзклмнпрстфхцчшщ])\Z"),
    "uk": re.compile(r"(?:[сцз]ьк|н|[оеє]в|ш|ч)\Z"),
}


def all_cases(nouns: Iterable[str], language: str) -> Mapping[str, str]:
    """Every form of the nouns, each with the cases it may be."""
    found: dict[str, set[str]] = defaultdict(set)
    for noun in nouns:
        ending, forms = next(
            (row for row in _NOUN_ROWS[language] if noun.endswith(row[0]) and len(noun) > len(row[0])), ("", [])
        )
        stem = noun[: len(noun) - len(ending)]
        found[noun].add("n")
        for form, cases in forms:
            found[stem + form].update(cases)
    return {form: "".join(sorted(cases)) for form, cases in sorted(found.items())}


@lru_cache(maxsize=1 << 14)
def adjective_cases(word: str, language: str) -> str:
    """The cases that an adjective's form may be; empty for what does not end like an adjective."""
    return "".join(cases for _, cases, _ in _adjective(word, language))


def is_verb(word: str, language: str) -> bool:
    """Whether a word (small letters) ends like a verb in the past, or like a gerund."""
    return _PAST[language].search(word) is not None


@lru_cache(maxsize=1 << 14)
def goes_with(adjective: str, word: str, language: str) -> bool:
    """Whether a word in small letters ends as the noun of an adjective may."""
    verb = _VERB[language].search(word)
    return len(word) > 2 and not verb and any(noun.search(word) for _, _, noun in _adjective(adjective, language))


@lru_cache(maxsize=1 << 14)
def alike(one: str, other: str, language: str) -> bool:
    """Whether two adjectives stand in the same case and number."""
    first = {endings for endings, _, _ in _adjective(one, language)}
    return any(endings in first for endings, _, _ in _adjective(other, language))


def _adjective(word: str, language: str) -> list[tuple[tuple[str, ...], str, re.Pattern[str]]]:
    found = []
    before = _BEFORE.get(language)
    if before is None:
        return []
    for endings, cases, nouns in _ADJECTIVE_ROWS[language]:
        for ending in endings:
            stem = word[: -len(ending)]
            soft = ending[0] in "яеюєь" and stem[-1:] not in _SOFT
            if word.endswith(ending) and len(stem) > 2 and not soft and before.search(stem):
                found.append((endings, cases, nouns))
                break
    return found


_GENITIVES = {
    "ru": re.compile(r"(?:ого|его|[аяыи]|ов|ев|ёв|ей|ий|ых|их|ств|ек|ок|ниц|зм|ой)\Z"),
    "uk": re.compile(r"(?:ого|[аяиіїую]|ів|їв|ей|их|іх|ств|тв|ої)\Z"),
}
_SHORT_GENITIVES = {
    "ru": frozenset("наук сил войск дел искусств прав школ стран книг лиц женщин мест вод лес средств слов".split()),  # noqa: SIM905 - words read best as words
    "uk": frozenset("наук сил військ справ мистецтв прав шкіл країн книг осіб жінок".split()),  # noqa: SIM905 - the same
}


@lru_cache(maxsize=1 << 14)
def may_be_genitive(word: str, language: str) -> bool:
    """Whether a word in small letters may be a noun or an adjective in the genitive."""
    verb = _VERB[language].search(word) and not word.endswith("ти")  # освіти
    if len(word) < 3 or verb:
        return word in _SHORT_GENITIVES[language]
    return word in _SHORT_GENITIVES[language] or _GENITIVES[language].search(word) is not None
