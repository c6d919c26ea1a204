"""Bytes to text: byte order marks, UTF-8, UTF-16, declared charsets, guesses; then mojibake and odd characters.

Good text is not changed: curly quotes, ligatures and full-width forms stay as they are.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Any

from broadsheet.language import detect

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers take these names for (WHATWG Encoding Standard, section 4.2).
_READ_AS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "tis-620": "cp874", "windows-874": "cp874",
    "iso-8859-11": "cp874", "x-gbk": "gb18030", "unicode": "utf-8",
}  # fmt: skip
_OTHER_ALPHABETS = (
    "cp1251", "cp1253", "cp1255", "cp1256", "cp855", "cp866", "cp864", "cp874", "koi8", "mac-cyrillic", "mac-greek",
    "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-11", "kz1048", "ptcp154", "cp1125", "cp869", "cp737",
)  # fmt: skip
# What pages are written in. Hardly any is in ISO 8859-14 or a code page of DOS, whatever the statistics say.
_ON_THE_WEB = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp932 cp949 gb18030 gbk big5 euc_jp euc_kr "  # noqa: SIM905 - words read best as words
    "shift_jis koi8_r koi8_u iso8859_2 utf_16 utf_16_le utf_16_be utf_32".split()
)
# Statistics cannot tell these from cp1252; a text in one of their own languages can.
_LANGUAGES_OF = {
    "cp1250": frozenset(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq", "sr")),
    "cp1254": frozenset(("tr", "az", "ku")),
    "cp1257": frozenset(("et", "lt", "lv")),
    "cp1258": frozenset(("vi",)),
}
_LATIN = frozenset((*_LANGUAGES_OF, "cp1252"))
_SHORTEST_GUESS = 12
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
_SAMPLE = 50_000

_ENDS_OF_LINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0 (but tab and newline), DEL, C1, surrogates, the byte order mark inside a text, noncharacters.
_NEVER_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\ufdd0-\ufdef]")
_ODD = re.compile(f"{_NEVER_TEXT.pattern[:-1]}\x0b-\x0d\u2028\u2029]")

# UTF-8 misread makes two or more letters beyond ASCII of one, and one of them is of these.
_RUN = re.compile("[^\x00-\x7f]{2,}[\x00-\x7f]?")
_SUSPECT = re.compile("[\x80-\u024f\u0402-\u040f\u0452-\u045f]")
_A_GRAVE = "\xc3 "  # where a page turned the second letter, a non-breaking space, into a plain one

# Everything else that ftfy mends is left as it is: it may be meant.
_MOJIBAKE_ONLY: dict[str, Any] = {
    "unescape_html": False,
    "fix_latin_ligatures": False,
    "fix_character_width": False,
    "uncurl_quotes": False,
    "fix_line_breaks": False,
    "remove_control_chars": False,
    "normalization": None,
    "explain": False,
}


def decode(data: bytes) -> str:
    """The text that `data` holds, repaired: see `repair`."""
    return repair(_decoded(data))


def repair(text: str) -> str:
    """`text` with mojibake undone, ends of line as newlines, and without characters that are no text."""
    if is_plain(text):
        return text
    if not text.isascii():
        suspects = [run for run in _RUN.findall(text) if _SUSPECT.search(run)]
        if suspects or _A_GRAVE in text:
            text = _ungarbled(text, " ".join([*suspects, _A_GRAVE] if _A_GRAVE in text else suspects))
    if _ODD.search(text):
        text = _NEVER_TEXT.sub("", _ENDS_OF_LINE.sub("\n", text))
    return text


def is_plain(text: str) -> bool:
    """Whether `text` is ASCII without control characters but newlines: nearly all English is, and needs no care."""
    return text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable())


def composed(text: str) -> str:
    """`text` in Unicode's composed form (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if utf16 := utf16_without_mark(data):
        return data.decode(utf16, "replace")
    if _nearly_utf8(data):
        return data.decode("utf-8", "broadsheet-cp1252")
    for charset in (_declared(data), _guessed(data)):
        if charset:
            try:
                return data.decode(charset)
            except (UnicodeDecodeError, LookupError):
                continue
    return data.decode("cp1252", "replace")


def utf16_without_mark(data: bytes) -> str | None:
    """The kind of UTF-16 that `data` looks like: every other byte of Western text in it is NUL."""
    sample = data[:2000]
    if sample.count(0) * 3 < len(sample):
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else None


def _nearly_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8: a few stray bytes are no reason to misread the rest."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(1 for letter in text if letter > "\x7f") - broken > 4 * broken


def _ungarbled(text: str, suspects: str) -> str:
    """`text` with mojibake undone, if ftfy finds the suspect places bad: to search all of a text takes it long."""
    import ftfy  # noqa: PLC0415 - takes long to load, and most text is sound
    from ftfy.badness import is_bad  # noqa: PLC0415 - the same

    return ftfy.fix_text(text, ftfy.TextFixerConfig(**_MOJIBAKE_ONLY)) if is_bad(suspects) else text


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    name = _READ_AS.get(name, name)
    try:
        # Codecs that are no charsets (rot13, zip) must not be named by a page.
        return name if codecs.lookup(name)._is_text_encoding else None  # noqa: SLF001 - there is no public name for it
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and nearly all input is UTF-8

    sample = data[:_SAMPLE]
    if len(sample) < _SHORTEST_GUESS:
        return None
    guess = from_bytes(sample, cp_isolation=_ON_THE_WEB).best()
    if guess is None:
        return None
    encoding = guess.encoding.replace("_", "-")
    accented = sum(byte > 0x7F for byte in sample)
    letters = accented + sum(65 <= byte <= 122 for byte in sample)
    # In text of another alphabet most letters are beyond ASCII. A few are accents, whatever the guess says.
    if encoding.startswith(_OTHER_ALPHABETS) and accented * 5 < letters * 2:
        return "cp1252"
    if encoding in _LATIN:
        return next((name for name in _LANGUAGES_OF if _reads_as(sample, name)), "cp1252")
    return _READ_AS.get(encoding, guess.encoding)


def _reads_as(sample: bytes, encoding: str) -> bool:
    return detect(sample.decode(encoding, "replace")) in _LANGUAGES_OF[encoding]


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("broadsheet-cp1252", _as_cp1252)
