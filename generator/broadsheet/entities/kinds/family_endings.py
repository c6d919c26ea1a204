"""What family names look like: their endings."""

from __future__ import annotations

import re
from functools import cache

_ENDINGS = {
    "": r"(?:ov|ova|ev|eva|off|eff|sky|ski|ska|skij|skiy|skii|sky|cki|cka|czyk|wicz|ewicz|owicz|enko|chenko|"
    r"chuk|ić|ič|vić|vic|ović|"
    r"son|sson|sen|ssen|stein|berg|berger|mann|man|bauer|meier|meyer|maier|ez|escu|eanu|poulos|opoulos|akis|idis|ides|"
    r"adze|dze|shvili|yan|ian|oğlu|oglu|ini|etti|elli|ucci|acci|uzzi|otti|oni|ella|inho|inha|"
    r"eau|eux|ard|aud|ault|et|ot|ier|kowski|sma|stra|inga|ink|aert|aerts|mans|sma|moto|mura|yama|zaki|saki|"
    r"kawa|shima|uchi|"
    r"ekar|krishnan|swamy|wala|bhai|deep|preet|allah|uddin|zadeh|nejad|pour|zai)$",
    "ru": r"(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|чук|юк|як|ян|янц|дзе|швили|ович|"
    r"евич|ман|штейн|берг|сон|сен|их|ых)$",
    "uk": r"(?:ов|ова|ев|ева|єв|єва|ін|іна|ський|ська|цький|цька|енко|чук|юк|як|ян|дзе|швілі|ович|евич|ман|"
    r"штейн|берг|сон|сен|их)$",
}
_RUSSIAN_CASES = (
    r"(?:ова|ову|овым|ове|овой|ева|еву|евым|еве|евой|ёва|ёву|ёвым|ёве|ёвой|ина|ину|иным|ине|иной|ского|скому|"
    r"ским|ской|скую|"
    r"цкого|цкому|цким|цкой|енко|чука|чуку|чуком|яна|яну|яном|дзе|швили|овича|овичу|овичем|евича|евичу|евичем|"
    r"мана|ману|маном|"
    r"сона|сону|соном|сена|сену|сеном|берга|бергу|бергом|штейна)$"
)


@cache
def _ending(language: str) -> re.Pattern[str]:
    cases = f"|{_RUSSIAN_CASES}" if language == "ru" else ""
    return re.compile(_ENDINGS.get(language, _ENDINGS[""]) + cases)


def looks_like_family(word: str, language: str) -> bool:
    """Whether a word ends as family names do: Kowalski, Gorbachev, Paşaoğlu."""
    small = word.lower()
    return len(small) > 4 and bool(_ending(language if "а" <= small[-1] <= "ї" else "").search(small))
