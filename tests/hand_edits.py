"""What people do to a page, each edit with words of its own that can be found again.

An edit takes a page's text, words that nobody else wrote, and a number that tells where; it gives the new text, the
line that must stay (none where something was taken out), and what must stay away. None where there is nothing to do.
"""

# ruff: noqa: ARG001 - all edits are called alike

from __future__ import annotations

import re
from dataclasses import dataclass

from broadsheet.archive import blocks, front_matter

_KEY = re.compile(r"^([A-Za-z_]\w*):[^\n]*\n(?:[ #-][^\n]*\n)*", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]*entities/[^()\s]+\.md)\)")
_ANY_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\s]+\.md\)")
_ID = re.compile(rb"^id: \"?([^\s\"]+)", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


@dataclass(frozen=True)
class Edit:
    """A page as a person leaves it."""

    text: str
    stays: str = ""
    """A line, or a part of one, that no run may take away."""
    gone: str = ""
    """A paragraph that a person deleted."""
    gone_key: str = ""
    gone_block: str = ""
    broken: bool = False
    """Whether the page cannot be read now."""


@dataclass(frozen=True)
class Parts:
    """A page taken apart; line ends are plain."""

    text: str
    head: tuple[int, int]
    """Where the lines of its front matter start and end; two zeros where it has none."""
    body: int

    @classmethod
    def of(cls, text):
        found = front_matter.span(text)
        return cls(text, found[:2] if found else (0, 0), found[2] if found else 0)

    @property
    def keys(self):
        """The top-level keys with their lines, `fingerprint` left out: (key, start, end)."""
        found = _KEY.finditer(self.text, *self.head)
        return [(one[1], one.start(), one.end()) for one in found if one[1] != "fingerprint"]

    @property
    def blocks(self):
        return blocks.find(self.text, self.body)

    @property
    def paragraphs(self):
        """Where the paragraphs outside blocks start and end."""
        taken = [(block.start, block.end) for block in self.blocks]
        found = ((one.start(), one.end()) for one in _PARAGRAPH.finditer(self.text, self.body))
        return [(low, high) for low, high in found if not any(start <= low < end for start, end in taken)]


def plain(raw):
    """A page's text, with plain line ends."""
    return raw.decode().removeprefix("\ufeff").replace("\r\n", "\n")


def id_of(raw):
    """The id in a page's front matter; empty where there is none."""
    head = raw.replace(b"\r\n", b"\n").split(b"\n---\n", 1)[0] if b"---" in raw[:6] else b""
    found = _ID.search(head)
    return found[1].decode() if found else ""


def flat(text):
    """A text without links to pages."""
    return _ANY_LINK.sub(r"\1", text)


def _put(text, at, new, end=None):
    return text[:at] + new + text[at if end is None else end :]


def _pick(found, number):
    return found[number % len(found)] if found else None


# Front matter.


def change_a_value(text, words, number):
    plain = [key for key in Parts.of(text).keys if key[0] in {"title", "description", "section", "language", "kind"}]
    if not (key := _pick(plain, number)) or key[0] in {"language", "kind"}:
        return None
    line = f'{key[0]}: "{words}: changed"'
    return Edit(_put(text, key[1], f"{line}\n", key[2]), line)


def change_a_value_in_other_quotes(text, words, number):
    key = next((key for key in Parts.of(text).keys if key[0] == "title"), None)
    line = f"title: '{words}''s own'   # {number}"
    return key and Edit(_put(text, key[1], f"{line}\n", key[2]), line)


def add_a_key(text, words, number):
    key = _pick(Parts.of(text).keys, number)
    line = f"{words.replace('-', '_')}: [{words}, 'two']"
    return key and Edit(_put(text, key[2], f"{line}\n"), line)


def add_a_comment(text, words, number):
    key = _pick(Parts.of(text).keys, number)
    return key and Edit(_put(text, key[1], f"# {words} says why\n"), f"# {words} says why")


def add_a_comment_behind_a_value(text, words, number):
    parts = Parts.of(text)
    key = _pick(
        [key for key in parts.keys if text.count("\n", key[1], key[2]) == 1 and "#" not in text[key[1] : key[2]]],
        number,
    )
    return key and Edit(_put(text, key[2] - 1, f"  # {words}"), f"# {words}")


def delete_a_key(text, words, number):
    wanted = [
        key for key in Parts.of(text).keys if key[0] in {"description", "topics", "section", "date", "kind", "wikidata"}
    ]
    key = _pick([one for one in wanted if "hand-" not in text[one[1] : one[2]]], number)
    return key and Edit(_put(text, key[1], "", key[2]), gone_key=key[0])


def put_a_key_first(text, words, number):
    keys = Parts.of(text).keys
    if not (key := _pick(keys[1:], number)):
        return None
    lines = text[key[1] : key[2]]
    return Edit(_put(_put(text, key[1], "", key[2]), keys[0][1], lines))


def list_an_alias(text, words, number):
    parts = Parts.of(text)
    if "template: entity.html" not in text or any(key[0] == "aliases" for key in parts.keys):
        return None
    return Edit(_put(text, parts.keys[-1][2], f"aliases:\n- {words}\n"), f"- {words}")


def reject(text, words, number):
    return Edit(text.replace("\nstatus: adopted\n", "\nstatus: rejected\n")) if "\nstatus: adopted\n" in text else None


def strike_a_name(text, words, number):
    key = next((key for key in Parts.of(text).keys if key[0] == "entities"), None)
    if not key:
        return None
    lines = text[key[1] : key[2]].splitlines(keepends=True)
    if len(lines) < 3:
        return None
    del lines[1 + number % (len(lines) - 1)]
    return Edit(_put(text, key[1], "".join(lines), key[2]))


def break_the_front_matter(text, words, number):
    key = _pick(Parts.of(text).keys, number)
    return key and Edit(_put(text, key[1], f"broken: [{words}\n"), f"broken: [{words}", broken=True)


# Text.


def append_a_paragraph(text, words, number):
    return Edit(f"{text.rstrip()}\n\n{words} adds this.\n", f"{words} adds this.")


def append_without_a_line_end(text, words, number):
    return Edit(f"{text.rstrip()}\n\n{words} adds this.", f"{words} adds this.")


def insert_a_paragraph(text, words, number):
    parts = Parts.of(text)
    places = [parts.body, *(high for _, high in parts.paragraphs), *(block.end for block in parts.blocks)]
    at = _pick(places, number)
    return Edit(_put(text, at, f"\n\n{words} *says* so,\nand more.\n\n"), f"{words} *says* so,")


def change_a_paragraph(text, words, number):
    place = _pick(Parts.of(text).paragraphs, number)
    return place and Edit(_put(text, place[0], f"{words} knows: "), f"{words} knows: ")


def end_a_paragraph(text, words, number):
    place = _pick(Parts.of(text).paragraphs, number)
    return place and Edit(_put(text, place[1], f" ({words})"), f" ({words})")


def delete_a_paragraph(text, words, number):
    parts = Parts.of(text)
    places = [
        place for place in parts.paragraphs if "hand-" not in text[slice(*place)] and "<!--" not in text[slice(*place)]
    ]
    if not (place := _pick(places, number)):
        return None
    return Edit(_put(text, place[0], "", place[1]), gone=flat(text[slice(*place)]))


def link_by_hand(text, words, number):
    place, link = _pick(Parts.of(text).paragraphs, number), _LINK.search(text)
    if not (place and link):
        return None
    line = f"[{words}]({link[2]})"
    return Edit(_put(text, place[1], f" {line}"), line)


def change_the_words_of_a_link(text, words, number):
    link = _pick([link for link in _LINK.finditer(text) if _outside(text, link.start())], number)
    return link and Edit(_put(text, link.start(1), words, link.end(1)), f"[{words}]({link[2]})")


def take_a_link_out(text, words, number):
    link = _pick([link for link in _LINK.finditer(text) if _outside(text, link.start())], number)
    return link and Edit(_put(text, link.start(), link[1], link.end()))


def _outside(text, at):
    return any(low <= at < high for low, high in Parts.of(text).paragraphs)


# Managed blocks.


def write_inside_a_block(text, words, number):
    block = _pick(Parts.of(text).blocks, number)
    return block and Edit(_put(text, block.inside[0], f"\n\n{words} inside\n"), f"{words} inside")


def delete_a_block(text, words, number):
    block = _pick([one for one in Parts.of(text).blocks if "hand-" not in text[one.start : one.end]], number)
    return block and Edit(_put(text, block.start, "", block.end), gone_block=block.name)


def delete_an_opening_marker(text, words, number):
    block = _pick(Parts.of(text).blocks, number)
    return block and Edit(_put(text, block.start, f"{words} was a marker", block.inside[0]), f"{words} was a marker")


def delete_a_closing_marker(text, words, number):
    block = _pick(Parts.of(text).blocks, number)
    return block and Edit(_put(text, block.inside[1], f"{words} was a marker", block.end), f"{words} was a marker")


# The file as a whole.


def save_with_windows_line_ends(text, words, number):
    return Edit(text.replace("\n", "\r\n"))


def save_with_a_byte_order_mark(text, words, number):
    return Edit(f"\ufeff{text}")


def empty_it(text, words, number):
    return Edit(f"{words} is all that is left.\n", f"{words} is all that is left.") if "hand-" not in text else None


EDITS = (
    change_a_value,
    change_a_value_in_other_quotes,
    add_a_key,
    add_a_comment,
    add_a_comment_behind_a_value,
    delete_a_key,
    put_a_key_first,
    list_an_alias,
    reject,
    strike_a_name,
    break_the_front_matter,
    append_a_paragraph,
    append_without_a_line_end,
    insert_a_paragraph,
    change_a_paragraph,
    end_a_paragraph,
    delete_a_paragraph,
    link_by_hand,
    change_the_words_of_a_link,
    take_a_link_out,
    write_inside_a_block,
    delete_a_block,
    delete_an_opening_marker,
    delete_a_closing_marker,
    save_with_windows_line_ends,
    save_with_a_byte_order_mark,
)
