"""Whether the words found are a name there: what may stand before and after it in which script."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

# French, Italian, Catalan and Occitan words that lose their vowel before a name.
_ELIDED = frozenset(
    "l d j n s c t m qu jusqu lorsqu puisqu quoiqu presqu quelqu "  # noqa: SIM905 - words read best as words
    "dell all nell sull dall coll quell quest tutt sant anch un".split()
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER = re.compile(r"[^\W_]+")
_BEFORE_SENTENCE = re.compile(r"(?:\A|[.!?:…»”\"“«(\[]|  )[\s\"“«(\[]*\Z")

# `anti-Iran` names Iran. Other words before a hyphen make another name of it (Seine-Saint-Denis, al-Bab).
_PREFIXES = frozenset(
    "anti pro non ex post pré pre pan mid intra inter trans contra vice neo néo "  # noqa: SIM905 - the same
    "анти про экс пост нео анти".split()
)
# `Ukraine-based` names Ukraine; `Saint-Jean-de-Luz` does not name Saint-Jean.
_INNER = frozenset(
    "de du des d la le les l lès en sur sous au aux et y del della di da do dos das "  # noqa: SIM905 - the same
    "van von der den am an im upon on by the of und na nad w".split()
)
_HAN = ("\u3400", "\u9fff")

# And, so; with, like, to: one of each at most, in this order. (The article belongs to the name.)
_ARABIC_CLITICS = frozenset("و ف ب ك ل وب وك ول فب فك فل".split())  # noqa: SIM905 - the same
_NO_CLITICS = frozenset(["fa", "ur", "ps", "ckb", "sd", "ug"])
# And, that, when; in, like, to, from.
_HEBREW_PREFIXES = frozenset("ו ב כ ל מ ש וב וכ ול ומ וש שב של שמ כש וכש שכ כשב כשל כשמ ושב ושל ושמ".split())  # noqa: SIM905 - the same
_PERSIAN_SUFFIXES = frozenset("ی ها های هایی ام ات اش مان تان شان را هم است".split())  # noqa: SIM905 - the same
_PARTICLES = re.compile(
    "(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|서|에서|에게|께|께서|한테|부터|까지|보다|처럼|이나|나|이며|며|이고|고|"
    "라는|라고|이라는|이라고|이다|였다|이었다|란|이란|측|씨|님){1,2}(?![\uac00-\ud7a3])"
)
# What a country's people, language or goods are called in Chinese and Japanese: 中国人, ロシア語, 法语.
_DEMONYM = re.compile("人(?![民口权権质質工才材类類])|[語语系製産]|文(?![化明学學])")
# Words that begin inside others.
_STRADDLED = (("東", "京都"), ("东", "京都"))

# `Ukraine-Krieg` names Ukraine: what the second half of such a German word is, by its end.
_GERMAN_HEADS = re.compile(
    r"\w*(?:abkommen|abzugs?|affäre|akten?|aktien?|aktionär\w*|angriffe?n?|anhänger\w*|anleihen?|anteile?n?|armee|"
    r"aufsichtsrat\w*|ausstiegs?|außenminister\w*|beauftragter?\w*|behörden?|beitritts?|berater\w*|berichte?s?|"
    r"besuch\w*|beziehungen|bosse?s?|botschaft\w*|büros?|chefs?|chefin|debatte|delegation|deals?|einsatz\w*|embargos?|"
    r"experten?|expertin|familie|fans?|filiale|filialen|flagge|flüge|fonds|frage|gegner\w*|geschäft\w*|gesetz\w*|"
    r"gespräche?n?|gipfels?|grenze|gründer\w*|handels?|hilfen?|importe?n?|initiative|interviews?|invasion|kabinetts?|"
    r"kanzler\w*|kandidat\w*|kenner\w*|klage|koalition|kommissar\w*|kommission|konferenz|konflikt\w*|konkurrent\w*|"
    r"konten|konzern\w*|korrespondent\w*|krieg\w*|krise\w*|kritik\w*|kunden|kurs|kurses|länder\w*|lager\w*|lager|leute|"
    r"manager\w*|milliarden|minister\w*|mission|mitarbeiter\w*|mitglied\w*|mutter|nähe|nutzer\w*|offensive|papiere?n?|"
    r"parlament\w*|partei|partner\w*|plan|pläne|politik\w*|präsident\w*|programme?n?s?|produkte?n?|prozess\w*|referendums?|"
    r"regierung\w*|regime\w*|region|reise|rede|rücktritt\w*|sanktionen|schulden|skandal\w*|soldaten|spiele?r?n?|spitze|"
    r"sprecher\w*|staaten|staats?|strategie|streit\w*|systems?|team|themas?|tochter|treffen|trip|truppen|umfeld\w*|"
    r"unterhändler\w*|unternehmen\w*|urlaub\w*|verbot\w*|verfahren|verkaufs?|vertrag\w*|verträge\w*|vertreter\w*|"
    r"vertrauten?r?|vorsitzende\w*|vorstands?|wahl\w*|zentrale|ziele?n?|zölle|"
    r"(?:abstimm|annäher|beteilig|droh|einig|entscheid|entwickl|erklär|erweiter|förder|forder|führ|leit|liefer|lös|"
    r"ermittl|rett|schätz|spalt|untersuch|verein[bh]ar|vertret|werb|zahl)ung(?:en)?|"
    r"(?:mitglied|präsident|freund|partner)schaft|expansion|intervention|reaktion|kooperation|(?:üb|teil|ein)\w*nahme|"
    r"märkte?n?|markts?)",
    re.IGNORECASE,
)
_OPEN_PREFIXES = frozenset(["anti", "pro", "ex", "non", "nicht", "post"])


class Edge(Enum):
    """What one edge of a match says."""

    CLEAR = "the name ends here"
    HYPHEN = "a hyphen follows: only if a name stands on its other side as well"
    INSIDE = "in the middle of a word"


def left(text: str, start: int, language: str = "") -> Edge:  # noqa: C901, PLR0911 - one return a case reads best
    """The edge before a match; `text` is folded."""
    if start == 0:
        return Edge.CLEAR
    before, first = text[start - 1], text[start]
    if before == " ":
        return Edge.CLEAR
    if before == "'":
        return _elision(text, start)
    if before == "-":
        word = _WORD_BEFORE.search(text, max(0, start - 24), start - 1)
        if word is None:
            return Edge.CLEAR if start < 2 or not text[start - 2].isalnum() else Edge.INSIDE
        clear = word.group() in _PREFIXES or word.group().lower() in _OPEN_PREFIXES or word.group() in _HEBREW_PREFIXES
        return Edge.CLEAR if clear else Edge.HYPHEN
    if before == "・":
        return Edge.HYPHEN if start > 1 and text[start - 2].isalnum() else Edge.CLEAR
    if before in "@_\u200c":
        return Edge.INSIDE
    if not _goes_on(before, first):
        return (
            Edge.INSIDE if any(before == one and text.startswith(two, start) for one, two in _STRADDLED) else Edge.CLEAR
        )
    if "\u0620" <= first <= "\u064a" and language not in _NO_CLITICS:
        clitics = _before(text, start)
        article = text.startswith("ال", start) and clitics.endswith("ل")  # that is written لل
        return Edge.CLEAR if clitics in _ARABIC_CLITICS and not article else Edge.INSIDE
    if "\u05d0" <= first <= "\u05ea":
        return Edge.CLEAR if _before(text, start) in _HEBREW_PREFIXES else Edge.INSIDE
    return Edge.INSIDE


def _before(text: str, start: int) -> str:
    """The letters of the same word before a name, four at most."""
    word = _WORD_BEFORE.search(text, max(0, start - 4), start)
    return word.group() if word else ""


def right(text: str, end: int, language: str) -> Edge:  # noqa: C901, PLR0911 - the same
    """The edge after a match; `text` is folded."""
    if end == len(text):
        return Edge.CLEAR
    after, last = text[end], text[end - 1]
    if after == " ":
        return Edge.CLEAR
    if after == "'":
        return _suffix(text, end, language)
    if after == "-":
        word = _WORD_AFTER.match(text, end + 1)
        if word is None:
            return Edge.CLEAR
        if word.group().startswith(("amerikan", "american")):
            return Edge.INSIDE
        clear = word.group().islower() and word.group() not in _INNER
        clear = clear or (language == "de" and _GERMAN_HEADS.fullmatch(word.group()) is not None)
        return Edge.CLEAR if clear else Edge.HYPHEN
    if after == "・":
        return Edge.HYPHEN if text[end + 1 : end + 2].isalnum() else Edge.CLEAR
    if after == "\u200c":
        word = _WORD_AFTER.match(text, end + 1)
        return Edge.CLEAR if word is None or word.group() in _PERSIAN_SUFFIXES else Edge.INSIDE
    if after == '"' and "\u05d0" <= last <= "\u05ea":
        return Edge.INSIDE if "\u05d0" <= text[end + 1 : end + 2] <= "\u05ea" else Edge.CLEAR  # an acronym
    if after == ".":
        word = _WORD_AFTER.match(text, end + 1)
        return Edge.INSIDE if word and word.group().islower() else Edge.CLEAR
    if after == "_" or unicodedata.category(after).startswith("M"):
        return Edge.INSIDE
    return _right_of_signs(text, end) if last >= "\u3040" else Edge.INSIDE if _goes_on(last, after) else Edge.CLEAR


def _right_of_signs(text: str, end: int) -> Edge:
    """The edge after Chinese, Japanese or Korean signs."""
    last, after = text[end - 1], text[end]
    if "\uac00" <= last <= "\ud7a3" and "\uac00" <= after <= "\ud7a3":
        return Edge.CLEAR if _PARTICLES.match(text, end) else Edge.INSIDE
    return Edge.INSIDE if _DEMONYM.match(text, end) or _goes_on(last, after) else Edge.CLEAR


def _goes_on(one: str, other: str) -> bool:
    """Whether two neighbouring characters are of one word."""
    if not (one.isalnum() and other.isalnum()):
        return False
    if one < "\u0e00" and other < "\u0e00":
        return True
    kinds = _script(one), _script(other)
    # Han, Hiragana, Thai … do not part words; a run of Katakana, like one of letters, is one word.
    return kinds[0] == kinds[1] and kinds[0] in {"letters", "katakana"}


def _script(character: str) -> str:
    if "\u30a0" <= character <= "\u30ff" or "\uff66" <= character <= "\uff9f":
        return "katakana"
    if "\u3040" <= character <= "\u309f" or _HAN[0] <= character <= _HAN[1] or character >= "\U00020000":
        return "unparted"
    if "\u0e00" <= character <= "\u0eff" or "\u1000" <= character <= "\u109f" or "\u1780" <= character <= "\u17ff":
        return "unparted"
    return "letters"


def _elision(text: str, start: int) -> Edge:
    word = _WORD_BEFORE.search(text, max(0, start - 12), start - 1)
    if word is None:
        return Edge.CLEAR  # an opening quote
    particle = word.group()
    if particle in _ELIDED:
        return Edge.CLEAR
    # `L'Ukraine` opens a sentence; in mid-sentence a capital belongs to the name (Beverly D'Angelo).
    headline = particle.isupper() and text[start : start + 2].isupper()
    opens = particle[0].isupper() and _BEFORE_SENTENCE.search(text, max(0, word.start() - 12), word.start())
    return Edge.CLEAR if particle.lower() in _ELIDED and (opens or headline) else Edge.INSIDE


def _suffix(text: str, end: int, language: str) -> Edge:
    word = _WORD_AFTER.match(text, end + 1)
    if word is None or language == "tr":
        return Edge.CLEAR  # a closing quote, James', or a Turkish ending
    return Edge.CLEAR if word.group() in {"s", "S"} else Edge.INSIDE
