"""What those from somewhere are called, by the name of the place: Muscovites, Lyonnais, Αθηναίος, Konyalılar.

Languages that write these words small are here too, for the texts that do not: in a title, in old spelling, by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from broadsheet.entities.folding import likeness
from broadsheet.entities.lists import country_names, family_names, given_names, places, spelled

PEOPLE = "what those from somewhere are called"
"""Why such a word is no name."""

# Endings as `likeness` spells them, behind a place's whole name, and behind one without its last vowel or s.
_WHOLE = {
    "en": "ers?|ites?|ians?|ans?|ese|is?",
    "fr": "[nlm]?(?:aise?s?|oise?s?|ienn?e?s?|aine?s?|ites?|eenn?e?s?)|eoise?s?",
    "es": "enses?|in[oa]s?|an[oa]s?|es[oa]s?|eses|en[oa]s?|itas?",
    "pt": "enses?|in[oa]s?|an[oa]s?|eses|esas?|itas?",
    "it": "es[ei]|in[oiae]|an[oiae]|it[aei]|igian[oiae]",
    "nl": "[msn]?(?:ers?|e?naars?|e?naren|aars?|aren)|ees|e[sz]en|anen|ieten|sche|se",
    "el": "(?:ιν|αν|εζ|αι|ιωτ)(?:ος|ου|ο|οι|ων|ους|η|ης|ες|ε|α)",
    "pl": r"(?:czy[kcń]|i?an(?:i|k)|ia[kc])\w*",
    "tr": "l[iıuü](?:l[ae]r)?(?:[iıuü]n?|y?[ae]|d[ae]n?)?",
}
_CUT = {
    **_WHOLE,
    "en": "ites?|ians?|ans?|ese",
    "nl": "anen|ees|e[sz]en|ieten|iers?",
    "pl": "(?!)",
    "tr": "(?!)",
}
# Countries and cities in -ία, -α, -η: Ουκρανία, Ουκρανός; in the others a genitive looks like that.
_GREEK = "(?:ιν|αν|εζ|αι|ι)?(?:ος|ου|ο|οι|ων|ους|ε)|ιδ(?:α|ας|ες|ων)"
_LAST = re.compile(r"(?:[aeiouy]s?|s|[αηο]ς?|ος|ια)\Z")
_SHORTEST = {"el": 3}
_UNLIKE = {
    "en": """
        muscovite neapolitan venetian florentine glaswegian mancunian liverpudlian cairene damascene viennese genevan
        petersburger varsovian cracovian angeleno aleppine yorker sydneysider novocastrian dundonian aberdonian
        corinthian spartan phoenician carthaginian trojan babylonian
    """,
    "fr": """
        moscovite madrilène niçois bordelais rochelais londonien viennois pragois varsovien athénien francfortois
        new-yorkais cairote damascène alépin kiévien vénitien napolitain florentin milanais turinois munichois messin
        rémois stéphanois palois bisontin troyen francilien francilienne alsacien alsacienne mosellan mosellane
        vendéen vendéenne
    """,
    "es": "moscovita madrileño porteño londinense parisino parisiense limeño vienés neoyorquino kievita habanero",
    "pt": "moscovita parisiense londrino lisboeta paulistano carioca portuense nova-iorquino kieviano vienense",
    "it": """
        moscovita parigino londinese madrileno newyorkese romano napoletano genovese moscoviti parigini londinesi
        madrileni newyorkesi romani napoletani genovesi
    """,
    "nl": """
        moskoviet moskovieten parijzenaar parijzenaars weense wener weners hagenees hagenezen kievenaar brabander
        brabantse zeeuw zeeuwen friezen limburger groninger drenten tukkers achterhoeker vlaming vlamingen walen
    """,
    "el": """
        έλληνας έλληνες ελλήνων έλληνα ελληνίδα ελληνίδες μοσχοβίτης μοσχοβίτες παριζιάνος παριζιάνοι λονδρέζος
        λονδρέζοι
        ιάπωνας ιάπωνες ιαπώνων βέλγος βέλγοι κύπριος κύπριοι κυπρίων κύπριο αιγύπτιος αιγύπτιοι άγγλος άγγλοι εβραίος
        εβραίοι κρητικός κρητικοί κρητικούς κρητικών θεσσαλονικιός θεσσαλονικιοί θεσσαλονικείς πειραιώτης
        πειραιώτες ποντίων πόντιοι ηπειρώτες μακεδόνες πελοποννήσιοι άραβας άραβες κούρδος κούρδοι ρωμαίος ρωμαίοι
    """,
    "tr": """
        rus ruslar alman almanlar fransız fransızlar ingiliz ingilizler yunan yunanlar arap araplar kürt kürtler türk
        türkler
    """,
    "pl": "",
}


@lru_cache(maxsize=1 << 15)
def is_from_place(word: str, language: str) -> bool:
    """Whether a word (small letters) says of what city, region or country somebody is."""
    pattern = _patterns(language)
    if pattern is None:
        return False
    alike = likeness(word)
    if alike in _unlike(language):
        return True
    known = (places, country_names, given_names, family_names)
    if any(spelled(word, language) in names(language) for names in known):
        return False
    shortest = _SHORTEST.get(language, 4)
    roots = _roots(language)
    return any(
        pattern[roots[alike[:cut]]].fullmatch(alike, cut) is not None
        for cut in range(shortest, len(alike))
        if alike[:cut] in roots
    )


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]] | None:
    if language not in _WHOLE:
        return None
    whole, cut = _WHOLE[language], _CUT[language]
    found = {"whole": whole, "cut": cut, "both": f"{whole}|{cut}", "greek": f"{whole}|{_GREEK}"}
    return {what: re.compile(f"(?:{pattern})") for what, pattern in found.items()}


@cache
def _unlike(language: str) -> frozenset[str]:
    words = {likeness(word) for word in _UNLIKE[language].split()}
    return frozenset(words | {f"{word}{ending}" for word in words for ending in ("s", "e", "es")})


@cache
def _roots(language: str) -> dict[str, str]:
    """What the names of places begin with, each with the endings that may follow."""
    found: dict[str, str] = {}
    for name in sorted(places(language) | country_names(language)):
        for root, how in _cuts(name):
            found[root] = "both" if found.get(root, how) != how else how
    return found


def _cuts(name: str) -> Iterator[tuple[str, str]]:
    yield name, "whole"
    last = _LAST.search(name)
    if last:
        yield name[: last.start()], "greek" if name[-1] in "αη" else "cut"
