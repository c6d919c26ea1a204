"""Prepositions and articles before names, by language: `in` a place, `by` a person, `the` band."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

_IN = {
    "en": "in at near across throughout outside inside",
    "fr": "à en dans vers chez près aux au",
    "es": "en desde hacia",
    "it": "a ad in nel nella nell nello nei nelle presso verso",
    "pt": "em no na nos nas desde",
    "nl": "in te naar nabij bij rond vanuit",
    "de": "in im nach bei aus",
    "pl": "w we na do pod koło nad",
    "ru": "в во на под близ около",
    "uk": "в у на під біля до",
    "ca": "a en al",
    "ro": "în la din",
    "sv": "i på",
    "da": "i på",
    "nb": "i på",
    "cs": "v ve na do",
}
"""Mostly before places."""

_FROM = {
    "en": "from to into toward towards via through",
    "fr": "de du des d depuis jusqu par entre",
    "es": "de del a al por entre hasta",
    "it": "di del della dell dello dei delle da dal dalla dall fra tra",
    "pt": "de do da dos das para ao à por entre até",
    "nl": "van uit tot door tussen",
    "de": "von zu aus durch zwischen",
    "pl": "z ze od po między przez",
    "ru": "из от до с со по между через к за над",
    "uk": "з із від по між через за над",
}
"""More often before places than before others."""

_BY = {
    "en": "by with and for against featuring starring versus",
    "fr": "par avec et contre pour chez selon",
    "es": "por con y contra para según",
    "it": "da con e contro per secondo",
    "pt": "por pelo pela com e contra para segundo",
    "nl": "door met en tegen voor volgens",
    "de": "von mit und gegen für",
    "pl": "przez z i przeciwko dla według",
    "ru": "с и против у для",
    "uk": "з і та проти для у",
}
"""Before who does something or takes part."""

_THE = {
    "en": "the",
    "fr": "le la les l",
    "es": "el la los las",
    "it": "il lo la l i gli le nel nella nell nello nei nelle dal dalla dall dei delle del della dell dello al alla "
    "all sul sulla sull",
    "pt": "o a os as no na nos nas do da dos das ao à aos às pelo pela",
    "nl": "de het",
    "de": "der die das den dem des",
}
"""Articles, and words that hold one."""

OF = frozenset(
    """
    of the de du des d la le les l del della dell dello dei degli delle di do da dos das el los las van der den het
    al à au aux en y und et e and a an un une una uno um uma een named called nommé nommée appelé appelée intitulé
    intitulée llamado llamada titulado titulada chiamato chiamata chamado chamada denominado denominada denominato
    genaamd genoemd imieniem nazwie o im von имени под названием
    """.split()  # noqa: SIM905 - words read best as words
)
"""Words that tie a name to the one before it: city of …, a band called …"""

_A = {
    "en": "a an",
    "fr": "un une",
    "es": "un una",
    "it": "un uno una",
    "pt": "um uma",
    "nl": "een",
    "de": "ein eine einen einem einer",
}
"""Before one of many: an Azeri, a Schottky pair."""

_DONE_BY = {
    "en": "by",
    "fr": "par",
    "es": "por",
    "it": "da dal dalla dall",
    "pt": "por pelo pela",
    "nl": "door",
    "de": "von durch",
    "pl": "przez",
}
"""Before who did it."""

_PAST = {
    "en": r"(?:[a-z]{2,}ed|had|did|went|made|took|gave|became|began|left|won|lost|wrote|met|felt|found|got|came|saw|"
    r"was|were)",
    "fr": r"(?:avait|fut|était|est|a|[a-zéèêç]{3,}(?:a|it|ait))",
    "es": r"(?:había|era|fue|ha|[a-záéíóúñ]{3,}(?:ó|aba|ía))",
    "it": r"(?:aveva|era|fu|ha|è|[a-zàèéìòù]{3,}(?:ò|ava|eva|iva))",
    "pt": r"(?:havia|era|foi|[a-záâãéêíóôõúç]{3,}(?:ou|eu|iu|ava))",
    "nl": r"(?:had|was|werd|ging|kwam|nam|kreeg|[a-z]{3,}(?:de|te))",
    "pl": r"[a-ząćęłńóśźż]{2,}(?:ł|ła)(?: się)?",
    "ru": r"[а-яё]{2,}(?:л|ла|лся|лась)",
    "uk": r"[а-яіїєґ']{2,}(?:в|ла|вся|лася)",
}

_AGAINST = {
    "en": "against for over beat defeated defeating joined facing",
    "fr": "contre pour rejoint",
    "es": "contra para ante",
    "it": "contro per",
    "pt": "contra pelo pela para",
    "nl": "tegen voor",
    "de": "gegen für",
    "pl": "przeciwko dla",
    "ru": "против за",
    "uk": "проти за",
}
"""Before clubs, where the talk is of sport."""

_TO_SOMEBODY = {"es": "a", "fr": "chez", "pl": "u o", "ru": "у к ко о об", "uk": "до про"}
"""Before persons more often than before others."""

_SAID = {
    "en": "said told reported confirmed announced wrote writes reports reporting",
    "fr": "dit déclaré confirmé rapporté rapporte rapportait rapportent indiqué indique annoncé expliqué affirmé "
    "précisé révélé révèle assuré écrit écrivait raconté",
    "es": "dijo declaró declarado informó informa confirmó confirmado anunció explicó afirmó dicho reportó",
    "it": "detto dichiarato riferito riferisce confermato annunciato spiegato riporta scrive disse",
    "pt": "disse declarou informou confirmou anunciou explicou afirmou dito noticiou",
    "nl": "zei gezegd verklaarde meldde meldt bevestigde vertelde schreef schrijft",
    "de": "sagte meldete meldet berichtete berichtet bestätigte erklärte schrieb schreibt",
    "pl": "powiedział powiedziała poinformował poinformowała podał podała oświadczył pisze donosi",
    "ru": "сообщил сообщила сообщило сообщает сообщают заявил заявила рассказал рассказала передает передаёт пишет",
    "uk": "повідомив повідомила повідомляє заявив заявила розповів розповіла передає пише",
}
"""Before who said it (a rapporté Axios), and with a small word between before whom it was said to."""

TO = frozenset(["to", "à", "a", "ad", "aan"])
"""Before whom something was said to."""

_GROUPS = {
    "in": _IN, "from": _FROM, "by": _BY, "the": _THE, "against": _AGAINST, "to somebody": _TO_SOMEBODY, "said": _SAID,
    "a": _A, "done by": _DONE_BY,
}  # fmt: skip


@lru_cache(maxsize=20_000)
def has_past(after: str, language: str) -> bool:
    """Whether a verb in the past stands right behind a name: заметил, returned, a déclaré."""
    pattern = _PAST.get(language)
    return pattern is not None and re.match(rf" {pattern}(?!\w)", after) is not None


@cache
def small_words(language: str) -> Mapping[str, frozenset[str]]:
    """The small words of a language by what they say: `in`, `from`, `by`, `the` …, and `joint` for all that tie."""
    found = {group: frozenset(words.get(language, "").split()) for group, words in _GROUPS.items()}
    return {**found, "joint": OF | found["in"] | found["from"] | found["the"]}
