"""What a person says of entities, as changes of what their pages say. Pure: the roll in, changes out.

Each function is one thing that can be said; what it returns is written by `archive.judged`. A person may write the
same lines by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from shlex import quote
from typing import Any

from broadsheet import language_tags
from broadsheet.entities.folding import key, likeness
from broadsheet.entities.identity import free_id
from broadsheet.entities.roll import Roll
from broadsheet.entities.spoken_names import by_language, with_names, without_names
from broadsheet.errors import UsageError
from broadsheet.model import Entity, Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What changes on the page of one entity."""

    entity: Entity
    """As it was; one that has no page yet, as it will be."""
    front: Mapping[str, Any] = field(default_factory=dict)
    """New values in its front matter by key; an empty one takes the key out."""
    said: str
    """What was judged, to be read after the entity's page: `is varda-institute now`."""
    new: bool = False
    """Whether it has no page yet."""

    @property
    def idle(self) -> bool:
        """Whether it was so before."""
        return not (self.front or self.new)


def merge(roll: Roll, names: Iterable[str], into: str) -> list[Judged]:
    """Some entities turn out to be another."""
    end = _standing(roll, into)
    if end.status == "rejected":
        raise UsageError(f"{into}: was rejected; adopt it first: broadsheet entities adopt {quote(end.id)}")
    return [_merged(roll, roll.named(name), end) for name in names]


def _merged(roll: Roll, one: Entity, end: Entity) -> Judged:
    if one.id == end.id:
        other = next((other for other, target in sorted(roll.merges.into.items()) if target == one.id), "")
        hint = f"; {other} is merged into it: `broadsheet entities split {quote(other)}` parts them" if other else ""
        raise UsageError(f"{one.id}: cannot be merged into itself{hint or '; name another to merge it into'}")
    if end.id in one.not_same_as or one.id in end.not_same_as:
        undo = f"broadsheet entities not-same {quote(one.id)} {quote(end.id)} --undo"
        raise UsageError(f"{one.id}: was said to be another than {end.id}; take that back first: {undo}")
    if one.merged_into == end.id:
        return Judged(entity=one, said=f"is {end.id} already")
    return Judged(entity=one, front={"merged_into": end.id}, said=f"is {end.id} now")


def split(roll: Roll, name: str, aliases: Sequence[str] = (), kind: Kind | None = None) -> list[Judged]:
    """A merge is undone; or some names of an entity become another one."""
    one = roll.named(name)
    if not aliases:
        if not one.merged_into:
            hint = f"name those of its names that mean another: broadsheet entities split {quote(one.id)} NAME…"
            raise UsageError(f"{one.id}: is merged into no other; {hint}")
        return [
            Judged(entity=one, front={"merged_into": None}, said=f"stands for itself again, not for {one.merged_into}")
        ]
    gone = {key(alias) for alias in aliases}
    others = list(dict.fromkeys((*one.aliases, *(spelled for _, spelled in one.spoken))))
    unknown = [alias for alias in aliases if key(alias) not in set(map(key, others))]
    if unknown:
        there = ", ".join(others) or "none"
        raise UsageError(f"{unknown[0]}: is no other name of {one.id}; there are: {there}")
    first, *more = aliases
    made = Entity(
        id=free_id(first, set(roll.entities)),
        name=first,
        kind=kind or one.kind,
        aliases=tuple(more),
        not_same_as=(one.id,),
    )
    front: dict[str, Any] = {}
    if any(key(alias) in gone for alias in one.aliases):
        front["aliases"] = [alias for alias in one.aliases if key(alias) not in gone]
    if any(key(spelled) in gone for _, spelled in one.spoken):
        front["names"] = by_language(without_names(one.names, aliases))
    front["not_same_as"] = [*one.not_same_as, made.id]
    return [
        Judged(entity=made, new=True, said=f"is an entity of its own, and not {one.id}"),
        Judged(entity=one, front=front, said=f"is no longer called {', '.join(aliases)}"),
    ]


def rename(roll: Roll, name: str, title: str, *, keep: bool = True) -> list[Judged]:
    """An entity gets another name; its id and its address stay, and the old name, unless told otherwise."""
    one = roll.named(name)
    title = " ".join(title.split())
    if not title:
        raise UsageError("the new name is empty; write one")
    if title == one.name:
        return [Judged(entity=one, said=f"is called {title} already")]
    old = [one.name] if keep else []
    aliases = [alias for alias in dict.fromkeys((*one.aliases, *old)) if alias != title]
    shared = _shared(roll, one, [title])
    front: dict[str, Any] = {"title": title}
    if aliases != list(one.aliases):
        front["aliases"] = aliases
    if not keep and one.name not in one.not_meant:
        front["not_meant"] = [*one.not_meant, one.name]  # else its id would still speak for the old name
    return [
        Judged(
            entity=one,
            front=front,
            said=f"is called {title} now{', and ' + one.name + ' as before' if keep else ''}{shared}",
        )
    ]


def alias(
    roll: Roll, name: str, spelled: Sequence[str], *, language: str | None = None, remove: bool = False
) -> list[Judged]:
    """An entity is called so as well, perhaps in one language; or no longer."""
    one = roll.named(name)
    spelled = [" ".join(text.split()) for text in spelled]
    if not all(spelled):
        raise UsageError("the name is empty; write one")
    spoken = language_tags.tag(language) if language is not None else ""
    if language is not None and not spoken:
        raise UsageError(f"{language}: is not a language tag; write it as uk or pt-BR")
    if remove:
        return [_without(one, spelled, spoken)]
    for text in spelled:
        for other in roll.find(text):
            # Two that share a name are nothing wrong; who gives a name away by mistake should know, though.
            if other.id != one.id and other.id not in roll.gone and other.status == "rejected":
                hint = f"broadsheet entities merge {quote(other.id)} {quote(one.id)}"
                raise UsageError(f"{text}: was rejected as {other.id}; if it is {one.id}, say so: {hint}")
    if spoken:
        names = with_names(one.names, spoken, spelled)
        if names == one.names:
            return [Judged(entity=one, said=f"is called {', '.join(spelled)} in {spoken} already")]
        new = [text for text in dict.fromkeys(spelled) if (text not in {name for _, name in one.spoken})]
        said = f"is called {', '.join(spelled)} in {spoken}{_shared(roll, one, new)}"
        return [Judged(entity=one, front={"names": by_language(names)}, said=said)]
    known = set(map(key, one.every_name))
    new = [text for text in dict.fromkeys(spelled) if key(text) not in known]
    if not new:
        return [Judged(entity=one, said=f"is called {', '.join(spelled)} already")]
    return [
        Judged(
            entity=one,
            front={"aliases": [*one.aliases, *new]},
            said=f"is called {', '.join(new)} too{_shared(roll, one, new)}",
        )
    ]


def _shared(roll: Roll, one: Entity, names: Iterable[str]) -> str:
    """A note on others that are called so, too: then the text around decides which one is meant, or a person."""
    others = {
        other.id
        for name in names
        for other in roll.find(name)
        if other.id not in {one.id, *roll.gone} and other.status != "rejected" and other.merged_into != one.id
    }
    return f"; so is {', '.join(sorted(others))}, so that it is not always sure who is meant" if others else ""


def _without(one: Entity, spelled: Sequence[str], language: str) -> Judged:
    gone = set(map(key, spelled))
    names = without_names(one.names, spelled, language)
    aliases = [text for text in one.aliases if language or key(text) not in gone]
    front: dict[str, Any] = {}
    if names != one.names:
        front["names"] = by_language(names)
    if aliases != list(one.aliases):
        front["aliases"] = aliases
    if not front:
        title = f"; it is its title: broadsheet entities rename {quote(one.id)} NEW" if key(one.name) in gone else ""
        where = f" in {language}" if language else ""
        raise UsageError(f"{spelled[0]}: is no other name of {one.id}{where}{title or '; there is nothing to remove'}")
    return Judged(entity=one, front=front, said=f"is no longer called {', '.join(spelled)}")


def not_meant(roll: Roll, name: str, phrases: Sequence[str], *, remove: bool = False) -> list[Judged]:
    """Phrases in which an entity's name means something else; or does not."""
    one = roll.named(name)
    said = set(map(key, one.not_meant))
    if remove:
        left = [phrase for phrase in one.not_meant if key(phrase) not in set(map(key, phrases))]
        if len(left) == len(one.not_meant):
            raise UsageError(f"{phrases[0]}: is no such phrase on the page of {one.id}; there is nothing to remove")
        return [Judged(entity=one, front={"not_meant": left}, said=f"is meant in {', '.join(phrases)} again")]
    for phrase in phrases:
        if not any(likeness(own) in likeness(phrase) and likeness(own) != likeness(phrase) for own in one.every_name):
            hint = "write all of what stands there instead: Paris Hilton"
            raise UsageError(f"{phrase}: is not a longer name that has one of {one.id} in it; {hint}")
    new = [phrase for phrase in dict.fromkeys(phrases) if key(phrase) not in said]
    if not new:
        return [Judged(entity=one, said="says so already")]
    return [Judged(entity=one, front={"not_meant": [*one.not_meant, *new]}, said=f"is not meant in {', '.join(new)}")]


def adopt(roll: Roll, names: Iterable[str], kind: Kind | None, *, stands: Callable[[str], bool]) -> list[Judged]:
    """Suggested or rejected entities, or names that have no page yet, are entities; `stands` says if a text has one."""
    return _with_status(roll, names, "adopted", kind, stands)


def reject(roll: Roll, names: Iterable[str], *, stands: Callable[[str], bool]) -> list[Judged]:
    """Entities, or names that have no page yet, are none: they never link and never come back."""
    return _with_status(roll, names, "rejected", None, stands)


def _with_status(
    roll: Roll, names: Iterable[str], status: Status, kind: Kind | None, stands: Callable[[str], bool]
) -> list[Judged]:
    taken = set(roll.entities)
    found: dict[str, Judged] = {}
    for name in names:
        if not name.strip():
            raise UsageError("the name is empty; write one")
        if not roll.find(name) and stands(name):
            spelled = " ".join(name.split())
            if status == "rejected" and (bearers := roll.surnamed(spelled)):
                raise UsageError(
                    f"{name}: is the last name of {', '.join(bearers)}, which nobody would ever be called again; "
                    f"on an article's page, `meant: {{{spelled}: ID}}` says who is meant there, `false` for nobody"
                )
            one = Entity(id=free_id(spelled, taken), name=spelled, kind=kind or "other", status=status)
            found[one.id] = Judged(entity=one, new=True, said=f"is {status}")
            continue
        one = roll.named(name)
        if one.merged_into:
            raise UsageError(f"{one.id}: is merged into {one.merged_into}; split it first, or name that one")
        front: dict[str, Any] = {"status": status} if one.status != status else {}
        if kind and kind != one.kind:
            front["kind"] = kind
        said = f"is {status}{'' if front else ' already'}" + (
            f", {_with_article(kind)}" if kind and "kind" in front else ""
        )
        found[one.id] = Judged(entity=one, front=front, said=said)
    return list(found.values())


def _with_article(kind: Kind) -> str:
    """A kind with its article: `an organisation`, `a place`."""
    article = "" if kind == "other" else "an " if kind[0] in "aeiou" else "a "
    return article + kind


def not_same(roll: Roll, names: Sequence[str], *, undo: bool = False) -> list[Judged]:
    """Entities are different ones, each than each other, however alike; or nobody says so any longer."""
    ones = list({one.id: one for one in map(roll.named, names)}.values())
    if len(ones) < 2:
        raise UsageError(f"{names[0]}: name at least two that are not the same")
    for one in ones if not undo else ():
        for other in ones:
            if roll.merges.into.get(one.id) == other.id:
                hint = f"broadsheet entities split {quote(one.id)}"
                raise UsageError(f"{one.id}: is merged into {other.id}; split it first: {hint}")
    return [_apart_from(one, [other.id for other in ones if other is not one], undo=undo) for one in ones]


def _apart_from(one: Entity, others: Sequence[str], *, undo: bool) -> Judged:
    said = [other for other in one.not_same_as if not (undo and other in others)]
    listed = said if undo else list(dict.fromkeys((*said, *others)))
    front = {"not_same_as": listed} if listed != list(one.not_same_as) else {}
    words = "may be" if undo else "is not"
    return Judged(entity=one, front=front, said=f"{words} {' or '.join(others)}{'' if front else ', as before'}")


def _standing(roll: Roll, name: str) -> Entity:
    """The entity that is meant, followed to the end of its merges."""
    one = roll.named(name)
    fault = roll.merges.faults.get(one.id)
    if fault:
        why = "round in a circle" if fault == "circle" else f"to {one.merged_into}, which is no entity"
        raise UsageError(
            f"{one.id}: its own merge leads {why}; split it first: broadsheet entities split {quote(one.id)}"
        )
    return roll.entities[roll.merges.into.get(one.id, one.id)]
