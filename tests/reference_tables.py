"""The tables of the guide's reference, as the code has them: commands, front matter, records.

`python tests/reference_tables.py` writes them into the pages of both languages, between `<!-- from the code: NAME -->`
and `<!-- /from the code -->`. The French stands in `reference_fr.po`; the script and the tests say what it lacks.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from babel.messages.pofile import read_po

from broadsheet.archive.schema import page_schema
from broadsheet.cli import main
from broadsheet.cli import options as common
from broadsheet.sources.schema import record_schema

GUIDE = Path(__file__).resolve().parents[1] / "content/guide"
REGION = re.compile(r"(<!-- from the code: ([\w-]+) -->\n\n)(.*?)(\n\n<!-- /from the code -->)", re.DOTALL)
FRONTS = ("ArticleFront", "EntityFront", "StoryFront", "RedirectFront", "PageFront")


def every_command(group=main, path="broadsheet") -> Iterator[tuple[str, click.Command]]:
    """Each command with the words that call it, in the order of the code."""
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from every_command(command, f"{path} {name}")


def spelled(option: click.Option, context: click.Context) -> str:
    """`-o`, `--output FILE`: an option as the guide's tables have it in their first column."""
    names, values = option.get_help_record(context)[0], ""
    if " / " not in names and " " in names.split(", ")[-1]:
        names, values = names.rsplit(", ", 1)[0] if ", " in names else "", names.rsplit(", ", 1)[-1]
    parts = [*filter(None, names.replace(" / ", ", ").split(", ")), *([values] if values else [])]
    return ", ".join(f"`{one}`" for one in parts).replace("|", "\\|")


def told(option: click.Option, context: click.Context) -> str:
    """What its help says, with what is usual."""
    return " ".join((option.get_help_record(context) or ("", ""))[1].split()).replace("|", "\\|")


def _common() -> list[click.Option]:
    made = [
        value for value in vars(common).values() if inspect.isfunction(value) and value.__module__ == "click.decorators"
    ]

    def bare(): ...

    for decorate in made:
        bare = decorate(bare)
    return [one for one in reversed(click.command()(bare).params) if not one.is_eager]


COMMON = {option.opts[-1]: option for option in _common()}


def own_options(command: click.Command) -> list[click.Option]:
    """Its options, less those that say the same wherever they stand."""
    given = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    return [one for one in given if not is_common(one)]


def is_common(option: click.Option) -> bool:
    """Whether it is one that several commands have, and says there what it says here."""
    other = COMMON.get(option.opts[-1])
    return bool(other) and other.help == option.help


def common_options(command: click.Command) -> list[str]:
    """The long names of those."""
    return [one.opts[-1] for one in command.params if isinstance(one, click.Option) and is_common(one)]


def table(head: str, rows: list[tuple[str, str]]) -> str:
    """Rows of two columns as a Markdown table."""
    return "\n".join([f"| {head} | what |", "|---|---|", *(f"| {name} | {what} |" for name, what in rows)])


def paragraphs(text: str) -> Iterator[str]:
    """A help text as Markdown: what click leaves as it is, is a list."""
    for part in re.split(r"\n\s*\n", inspect.cleandoc(text).replace("\f", "")):
        kept = part.startswith(("\b\n", "\\b\n"))
        lines = part.partition("\n")[2].strip("\n").splitlines() if kept else part.splitlines()
        if kept and lines[0] in {"Example:", "Examples:"}:
            yield "\n".join([lines[0], "", *(f"- `{' '.join(line.split())}`" for line in lines[1:])])
        elif kept:
            # (What stands further in goes on with the line above.)
            whole = re.sub(r"\n\s+", " ", "\n".join(lines)).splitlines()
            yield "\n".join(f"- {_in_code(line.strip())}" for line in whole)
        else:
            yield " ".join(line.strip() for line in lines)


def _in_code(line: str) -> str:
    if line.startswith("broadsheet "):
        return f"`{line}`"
    named = re.fullmatch(r"([\w, -]+?) {2,}(.*)", line)
    if named:
        return ", ".join(f"`{one}`" for one in named[1].split(", ")) + f": {named[2]}"
    return re.sub(r": +(broadsheet .*)$", r": `\1`", line)


def commands() -> str:
    """A chapter for each command."""
    written = []
    for path, command in every_command():
        context = click.Context(command, info_name=path)
        usage = " ".join(command.get_usage(context).split()).removeprefix("Usage: ")
        written += [f"## {path}", f"`{usage}`", *paragraphs(command.help or ""), *paragraphs(command.epilog or "")]
        own = [(spelled(one, context), told(one, context)) for one in own_options(command)]
        if own:
            written.append(table("option", own))
        shared = ", ".join(f"`{name}`" for name in common_options(command))
        if shared:
            written.append(f"Also: {shared}.")
    return "\n\n".join(filter(None, written))


def shared_options() -> str:
    """The options that several commands have."""
    context = click.Context(main)
    return table("option", [(spelled(one, context), told(one, context)) for one in COMMON.values()])


def _typed(value: dict) -> str:
    branches = value.get("anyOf", [])
    constant = value.get("const")
    if constant:
        return f" Always `{constant}`."
    named = [one for part in (value, *branches, value.get("items", {})) for one in part.get("enum", [])]
    words = [one for one in named if isinstance(one, str)]
    return f" One of {', '.join(f'`{one}`' for one in words)}." if words else ""


def _inside(value: dict) -> str:
    """The name of the schema of what a value holds, if it has one."""
    for one in (value, *value.get("anyOf", []), value.get("items", {}), *value.get("items", {}).get("anyOf", [])):
        if "$ref" in one:
            return one["$ref"].rsplit("/", 1)[-1]
    return ""


def fields(schema: dict, known: dict, before: str = "") -> Iterator[tuple[str, str]]:
    """The fields of an object, and those of what they hold: name, and what the schema says of it."""
    seen: dict[str, str] = {}
    for name, value in schema.get("properties", {}).items():
        needed = " *" if name in schema.get("required", []) else ""
        said = " ".join((value.get("description", "") + _typed(value)).split()).replace("|", "\\|")
        inside = _inside(value)
        if inside in seen:
            said += f" Holds what `{seen[inside]}` does."
        yield f"`{before}{name}`{needed}", said
        if inside and inside not in seen:
            seen[inside] = f"{before}{name}"
            yield from fields(known[inside], known, f"{before}{name}.")


def front(model: str) -> str:
    """The keys of one kind of page."""
    known = page_schema()["$defs"]
    return table("key", list(fields(known[model], known)))


def record() -> str:
    """The fields of a record."""
    schema = record_schema()
    needed = {f"`{name}`" for name in schema["else"]["required"]}
    rows = fields(schema, schema["$defs"])
    return table("field", [(name + " *" * (name in needed), what) for name, what in rows])


TABLES = {
    "commands": commands,
    "shared-options": shared_options,
    "record": record,
    **{name: (lambda name=name: front(name)) for name in FRONTS},
}


def current(text: str, words: Callable[[str], str] = str) -> str:
    """A page with its tables as the code has them, in the language of `words`."""
    return REGION.sub(lambda found: found[1] + in_words(TABLES[found[2]](), words) + found[4], text)


def in_words(text: str, words: Callable[[str], str]) -> str:
    """The tables of the code in another language: names and code stay."""
    return "\n".join(_line_in_words(line, words) for line in text.splitlines())


def _line_in_words(line: str, words: Callable[[str], str]) -> str:
    if not line or line.startswith(("#", "`", "|---", "- `broadsheet ")) or re.fullmatch(r"- `[^`]*`", line):
        return line
    if line.startswith("Also: "):
        return f"{words('Also')} {line.removeprefix('Also: ')}" if words is not str else line
    if line.startswith("| "):
        name, what = (cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:3])
        return f"| {name if '`' in name else words(name)} | {words(what)} |"
    example = re.fullmatch(r"- ([^:]+): (`.*`)", line)
    if example:
        return f"- {words(example[1])}{COLON[words is not str]} {example[2]}"
    named = re.fullmatch(r"- (`[^`]+`(?:, `[^`]+`)*): (.*)", line)
    if named:
        return f"- {named[1]}{COLON[words is not str]} {words(named[2])}"
    return f"- {words(line[2:])}" if line.startswith("- ") else words(line)


COLON = (":", "\u00a0:")


class French:
    """The French of an English text; what it lacks is kept, and what nobody asked for."""

    def __init__(self) -> None:
        with (Path(__file__).parent / "reference_fr.po").open("rb") as file:
            self.known = {one.id: one.string for one in read_po(file) if one.id}
        self.lacks: list[str] = []
        self.unasked = set(self.known)

    def __call__(self, text: str) -> str:
        """The French; the English where there is none."""
        self.unasked.discard(text)
        if not self.known.get(text):
            self.lacks.append(text)
        return self.known.get(text) or text


def write() -> None:
    """Brings the pages of both languages up to date."""
    french = French()
    for folder, words in ((GUIDE, str), (GUIDE / "fr", french)):
        for page in sorted((folder / "reference").glob("*.md")):
            text = page.read_text("utf-8")
            now = current(text, words)
            if now != text:
                page.write_text(now, "utf-8")
                print(f"written   {page}")
    for text in french.lacks:
        print(f"lacking   tests/reference_fr.po: {text}")
    for text in sorted(french.unasked):
        print(f"unasked   tests/reference_fr.po: {text}")


if __name__ == "__main__":
    write()
