"""States and provinces behind a place's name: Paris, Texas is not the Paris that everyone knows; Houston, Texas is.

A place lies elsewhere than its name's usual bearer where that is a country, or a city that CLDR's time zones or the
list below put into another country. Of all others nobody can say, so their links stay.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from broadsheet.entities.folding import likeness
from broadsheet.model import Entity

# States by their names, their postal codes and the abbreviations of the Associated Press.
_REGIONS = {
    "US": """Alabama Ala. AL|Alaska AK|Arizona Ariz. AZ|Arkansas Ark. AR|California Calif. CA|Colorado Colo. CO|
        Connecticut Conn. CT|Delaware Del. DE|Florida Fla. FL|Georgia Ga. GA|Hawaii HI|Idaho ID|Illinois Ill. IL|
        Indiana Ind. IN|Iowa IA|Kansas Kan. KS|Kentucky Ky. KY|Louisiana La. LA|Maine ME|Maryland Md. MD|
        Massachusetts Mass. MA|Michigan Mich. MI|Minnesota Minn. MN|Mississippi Miss. MS|Missouri Mo. MO|
        Montana Mont. MT|Nebraska Neb. NE|Nevada Nev. NV|New_Hampshire N.H. NH|New_Jersey N.J. NJ|
        New_Mexico N.M. NM|New_York N.Y. NY|North_Carolina N.C. NC|North_Dakota N.D. ND|Ohio OH|Oklahoma Okla. OK|
        Oregon Ore. OR|Pennsylvania Pa. PA|Rhode_Island R.I. RI|South_Carolina S.C. SC|South_Dakota S.D. SD|
        Tennessee Tenn. TN|Texas Tex. TX|Utah UT|Vermont Vt. VT|Virginia Va. VA|Washington Wash. WA|
        West_Virginia W.Va. WV|Wisconsin Wis. WI|Wyoming Wyo. WY|
        Californie Floride Géorgie Louisiane Pennsylvanie Virginie Virginie-Occidentale Caroline_du_Nord
        Caroline_du_Sud Dakota_du_Nord Dakota_du_Sud Nouveau-Mexique|
        Luisiana Pensilvania Misisipi Misuri Oregón Nueva_York Nuevo_México Tejas Carolina_del_Norte
        Carolina_del_Sur Kalifornien Californië""",
    "CA": """Alberta Alta. AB|British_Columbia B.C. BC|Manitoba Man. MB|New_Brunswick N.B. NB|
        Newfoundland N.L. NL|Nova_Scotia N.S. NS|Ontario Ont. ON|Prince_Edward_Island P.E.I. PE|Quebec Québec Que. QC|
        Saskatchewan Sask. SK|Yukon YT|Colombie-Britannique Nouveau-Brunswick Nouvelle-Écosse""",
}
_OTHERS_TOO = frozenset(
    ["Georgia", "Washington", "New York", "Virginia", "Quebec", "Québec", "Géorgie", "Nueva York", "LA"]
)
"""Those that in a list are as soon something else: Moscow, Georgia and Armenia."""
_A_COUNTRY_TOO = frozenset(["Georgia", "Géorgie"])
_LIST = re.compile(
    r",? (?:and|or|et|ou|y|e|und|oder|en|of)(?: (?:the|la|le|les|el|los|las|die|de))? [^\W\d_a-zß-öø-ÿ]|"
    r", [^\W\d_a-zß-öø-ÿ]"
)
_SUBJECT = re.compile(r"(?<=Washington) [a-z]")
"""Moscow, Washington agree: two capitals in a headline."""
_MAINLANDS = ("Africa/", "America/", "Asia/", "Australia/", "Europe/")
"""Zones called after a city; on islands they are called after the island, which has a town's name (Norfolk) as well."""
_CITIES = {
    "IT": "Milan Naples Venice Florence Verona Palermo Genoa",
    "DE": "Hamburg Frankfurt Munich Cologne Dresden Leipzig Stuttgart Nuremberg Bremen",
    "FR": "Lyon Marseille Bordeaux Versailles Calais",
    "GB": "Glasgow Edinburgh Cardiff Liverpool",
    "CH": "Geneva Basel",
    "RU": "Saint_Petersburg St._Petersburg",
    "UA": "Odessa Odesa Sevastopol",
    "ES": "Valencia Granada Seville",
    "IN": "Delhi New_Delhi Mumbai",
    "GR": "Corinth Sparta",
}
"""Cities with namesakes in America that no time zone is called after."""


@cache
def _countries() -> Mapping[str, str]:
    """The country of each state and province, by its names and abbreviations."""
    return {
        name.replace("_", " "): country
        for country, listed in _REGIONS.items()
        for name in listed.replace("|", " ").split()
    }


@cache
def _region() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_countries(), key=lambda name: (-len(name), name)))
    # A further capital makes another name of it (Texas Instruments), 's a sentence's subject.
    return re.compile(rf"(?:, | \()({names})(?![\w'’-]|(?<!\.) ?[A-ZÀ-Þ])")


@cache
def _cities(language: str) -> Mapping[str, str]:
    """The country of each city that a time zone is called after, and of those listed, by `likeness`."""
    found = {likeness(name.replace("_", " ")): code for code, names in _CITIES.items() for name in names.split()}
    spelled: Mapping[str, Mapping[str, str]] = {}
    with contextlib.suppress(UnknownLocaleError, ValueError):  # the English names remain
        spelled = Locale.parse(language or "en").time_zones
    for zone, country in sorted(get_global("zone_territories").items()):
        if country != "001" and zone.startswith(_MAINLANDS):
            found.setdefault(likeness(zone.rpartition("/")[2].replace("_", " ")), country)
            city = spelled.get(zone, {}).get("city")
            if city:
                found.setdefault(likeness(city), country)
    return found


def is_namesake_in_a_region(entity: Entity, text: str, end: int, language: str) -> bool:
    """Whether a state or province behind a place's name, which ends at `end`, says that it is another place."""
    if text[end : end + 2] not in {", ", " ("} or entity.kind not in {"place", "other"}:
        return False  # nearly always
    found = _region().match(text, end)
    if found is None or (found[1] in _OTHERS_TOO and _LIST.match(text, found.end())):
        return False
    if _SUBJECT.match(text, found.end()):
        return False
    if entity.country and found[1] in _A_COUNTRY_TOO:
        return False  # Armenia, Georgia
    country = _countries()[found[1]]
    cities = _cities(language)
    usual = entity.country or next((cities[name] for one in entity.every_name if (name := likeness(one)) in cities), "")
    return usual not in {"", country, found[1]}  # Berlin, DE
