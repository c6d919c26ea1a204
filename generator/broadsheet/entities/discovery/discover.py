"""Names that nobody listed, found by capitals and repetition across all the articles.

    runs of capitalised words ─► what each run holds ─► sightings ─► sure | unsure

A capital tells only where names alone have one: not at the start of a sentence, not in German, not in
scripts without capitals (there only known names are found). What is already listed or was rejected is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet import markdown_text, sentences
from broadsheet.addresses import slug
from broadsheet.entities import countries
from broadsheet.entities.bent.nominatives import nominative
from broadsheet.entities.discovery.forms import known_forms
from broadsheet.entities.discovery.known import known_names
from broadsheet.entities.discovery.peoples import PEOPLE
from broadsheet.entities.discovery.reading import Found, Reading, Run
from broadsheet.entities.discovery.rejected import IsPiece, Rejected
from broadsheet.entities.discovery.sightings import Sighting, Text, sightings
from broadsheet.entities.folding import fold, key, likeness
from broadsheet.entities.gazetteer import Gazetteer, Name
from broadsheet.entities.identity import free_id, still_means
from broadsheet.entities.inflection import INFLECTED, plainest, stems
from broadsheet.entities.kinds import Guess, Seen, guesses, is_head, sights
from broadsheet.entities.name_words import NO_DISCOVERY
from broadsheet.model import Article, Entity, Kind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be a name, but is not sure enough for a page."""

    name: str
    articles: Sequence[str]
    """The ids of the first articles it stands in."""
    count: int
    """How many articles it stands in."""
    example: str
    """A sentence with it; empty for all but the first `MOST_EXAMPLES` suggestions."""
    why: str
    """What speaks for and against it."""
    kind: Kind = "other"
    """What it probably is."""
    confidence: float = 0.0
    """How sure its kind is, 0 to 1; 0 where nobody asked."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What discovery found."""

    sure: Sequence[Entity] = ()
    """New entities, suggested, in the order of their ids."""
    unsure: Sequence[Suggestion] = ()
    """Those seen in most articles first."""
    forms: Sequence[Name] = ()
    """Cases of names, known and new, in languages that bend them; they are found out again in every run."""
    unread: Sequence[str] = ()
    """Languages among the articles in which capitals do not tell, so that only known names are found."""
    kinds: Mapping[str, Guess] = field(default_factory=dict)
    """For the id of each new entity, what it was taken for, how surely and why."""


MOST_EXAMPLES = 300

Discover = Callable[[Sequence[Article], Gazetteer], Discovery]
"""Finds names that nobody listed."""


def discover(articles: Sequence[Article], gazetteer: Gazetteer) -> Discovery:
    """The names that capitals give away."""
    readings: dict[str, Reading] = {}
    known = known_names(gazetteer)
    rejected = Rejected(gazetteer)
    read: list[tuple[str, str, Found, IsPiece | None]] = []
    unread: set[str] = set()
    shared: dict[Run, Run] = {}
    for article in sorted(articles, key=lambda one: one.id):
        language = countries.base_language(article.language)
        if language in NO_DISCOVERY:
            unread.add(language)
            continue
        reading = readings.get(language)
        if reading is None:
            reading = readings[language] = Reading(language, known)
        view = markdown_text.plain(article.body)
        found = reading.read(view)
        read.append((article.id, language, found, rejected.pieces(view.text, (run for run, _ in found.runs), language)))
    texts: list[Text] = [
        # The same run stands in many texts: keep one copy of it.
        (
            one,
            language,
            tuple(shared.setdefault(run, run) for run in readings[language].settle(found)),
            found.short,
            is_piece,
        )
        for one, language, found, is_piece in read
    ]
    seen = sightings(texts, readings)
    sorted_out = _sorted_out(seen, gazetteer, rejected, readings)
    aliases = _short_aliases(seen, sorted_out.unsure, sorted_out.sure)
    by_id = {article.id: article for article in articles}
    unsure = sorted_out.unsure
    listed = sorted(
        (name for name, why in unsure.items() if seen[name].count and why != PEOPLE),
        key=lambda name: (-seen[name].count, name),
    )
    spelled = {name: [*names, *sorted_out.cases.get(name, ())] for name, names in sorted_out.sure.items()}
    alone = {one: [one] for listed in aliases.values() for one in listed}
    kinds = _kinds({**alone, **spelled, **{name: [name] for name in listed[:MOST_EXAMPLES]}}, seen, by_id)
    aliases = {name: _safe_aliases(name, listed, kinds, seen) for name, listed in aliases.items()}
    entities = new_entities(sorted_out.sure, aliases, kinds, gazetteer)
    return Discovery(
        sure=sorted(entities.values(), key=lambda one: one.id),
        unsure=[
            _suggestion(name, unsure[name], seen[name], by_id, kinds.get(name) if place < MOST_EXAMPLES else None)
            for place, name in enumerate(listed)
        ],
        forms=_forms(sorted_out, entities, seen),
        unread=sorted(unread),
        kinds={entity.id: kinds[name] for name, entity in entities.items()},
    )


@dataclass(slots=True)
class _SortedOut:
    sure: dict[str, Sequence[str]] = field(default_factory=dict)
    """New names that are sure, each with its other spellings (the name itself first)."""
    cases: dict[str, Sequence[str]] = field(default_factory=dict)
    """The other cases of those."""
    known: dict[str, str] = field(default_factory=dict)
    """Cases of known names, with the entity's id."""
    unsure: dict[str, str] = field(default_factory=dict)
    """The rest, with the reason."""


def _sorted_out(  # noqa: C901, PLR0912, PLR0915 - names by what becomes of them
    seen: Mapping[str, Sighting], gazetteer: Gazetteer, rejected: Rejected, readings: Mapping[str, Reading]
) -> _SortedOut:
    # A page that a person gave another title is still what the name it was made from means.
    judged = {one.id for one in gazetteer.entities.values() if one.judged and one.coined}
    ids = {likeness(name.text): name.entity for name in gazetteer.names if name.entity}
    spelled_so = {key(name.text) for name in gazetteer.names}
    known = _known_stems(gazetteer, {one.language for one in seen.values()} & INFLECTED)
    asked = [(one.language, name) for name, one in seen.items() if likeness(name) not in ids]
    forms = known_forms(asked, gazetteer)
    refused = known_forms(asked, rejected.gazetteer)
    spelled: dict[tuple[str, str], list[str]] = defaultdict(list)
    result = _SortedOut()
    for name, sighting in seen.items():
        alike = likeness(name)
        if alike in ids or gazetteer.refused.name(name):
            if alike in ids and sighting.language in INFLECTED and name not in spelled_so:
                result.known[name] = ids[alike]  # Francją is a case of Francja, no other spelling
            continue
        if judged or gazetteer.merged:
            one = slug(name)
            if one in gazetteer.merged or (one in judged and still_means(gazetteer.entities[one], name)):
                result.known[name] = gazetteer.merged.get(one, one)
                continue
        if (sighting.language, name) in forms or (sighting.language, name) in refused:
            continue  # Ουκρανίας: the matcher knows it
        _doubt(name, sighting, readings[sighting.language])
        if sighting.is_short:
            meant = (ids.get(likeness(one)) or forms.get((sighting.language, one)) for one in sighting.short_for)
            known_as = {one for one in meant if one}
            if len(known_as) == 1:
                if name.isupper():
                    result.known[name] = known_as.pop()
                continue  # a person's surname or given name: only beside the full name
        language = sighting.language if sighting.language in INFLECTED else ""
        stem = stems(name, language)
        if language and (language, stem) in known:
            entity = known[language, stem]
            if entity and sighting.may_be_case:
                result.known[name] = entity
        else:
            spelled[language, stem].append(name)
    for (language, _), found in sorted(spelled.items()):
        names = sorted(found, key=lambda name: (-seen[name].count, name))
        if language:
            cases = plainest(name for name in names if seen[name].may_be_case)
            names = sorted(cases, key=lambda name: not seen[name].sure) or names
        full = sorted({one for name in names if seen[name].is_short for one in seen[name].short_for})
        if full:
            result.unsure[names[0]] = f"short for {', '.join(full)}"
        elif not any(seen[name].sure for name in names):
            result.unsure[names[0]] = seen[names[0]].why
        elif language:
            result.sure[names[0]] = names[:1]
            result.cases[names[0]] = names[1:]
        else:
            result.sure[names[0]] = names
    return result


def _doubt(name: str, sighting: Sighting, reading: Reading) -> None:
    """Takes back that a name is sure where the whole batch speaks against it."""
    if not sighting.sure or sighting.short_for:
        return
    if " " not in name:
        full = reading.known.surnames.get(name)
        if full and name not in reading.known.kinds:
            sighting.sure, sighting.why = False, f"the surname of {full}"
        return
    words = [word for word in name.split(" ") if not word[0].islower()]
    if (
        sighting.count > 1
        or reading.language != "en"
        or is_head(words[-1], reading.language)
        or is_head(words[0], reading.language)
    ):
        return
    if all(map(reading.is_common, words)):
        sighting.sure, sighting.why = False, "common words, seen together once"


def _known_stems(gazetteer: Gazetteer, languages: Iterable[str]) -> Mapping[tuple[str, str], str]:
    """The entity whose name has a stem, by language and stem; empty text where several have, or a rejected one."""
    known: dict[tuple[str, str], str] = {}
    for language in sorted(languages):
        for name in gazetteer.names:
            if name.entity and name.company is None and (name.languages is None or language in name.languages):
                stem = language, stems(name.text, language)
                if known.setdefault(stem, name.entity) != name.entity:
                    known[stem] = ""
        known.update({(language, stems(name, language)): "" for name in gazetteer.rejected})
    return known


def _forms(sorted_out: _SortedOut, entities: Mapping[str, Entity], seen: Mapping[str, Sighting]) -> Sequence[Name]:
    forms = dict(sorted_out.known)
    forms.update({case: entities[name].id for name, cases in sorted_out.cases.items() for case in cases})
    return [Name(form, forms[form], frozenset([seen[form].language]), vouched=False) for form in sorted(forms)]


def _short_aliases(
    seen: Mapping[str, Sighting], unsure: dict[str, str], sure: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    """Surnames and acronyms that are short for one new name, by that name; they are taken out of `unsure`."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for name in sorted(unsure):
        full = sorted(seen[name].short_for) if seen[name].is_short else ()
        if len(full) == 1 and full[0] in sure and not full[0].startswith(f"{name} "):
            aliases[full[0]].append(name)
            del unsure[name]
    return aliases


def _safe_aliases(
    name: str, aliases: Sequence[str], kinds: Mapping[str, Guess], seen: Mapping[str, Sighting]
) -> Sequence[str]:
    """The aliases of a new name without surnames that may be a firm's or a place's as well.

    A surname beside the full name needs no alias. Where it stands alone it must look like a person.
    """
    return [
        alias
        for alias in aliases
        if kinds[name].kind != "person"
        or not name.endswith(f" {alias}")
        or (seen[alias].articles and kinds[alias].kind == "person")
    ]


def _kinds(
    spelled: Mapping[str, Sequence[str]], seen: Mapping[str, Sighting], articles: Mapping[str, Article]
) -> Mapping[str, Guess]:
    """What each name probably is; `spelled` are its spellings and cases."""
    persons = {
        full for name, one in seen.items() if one.is_short for full in one.short_for if full.endswith(f" {name}")
    }
    places = {one: seen[one].articles for names in spelled.values() for one in names}
    found = sights(places, {one: articles[one].body for listed in places.values() for one in listed})
    return guesses(
        {
            name: Seen(
                seen[name].language,
                [sight for one in names for sight in found[one]],
                titled=any(seen[one].titled for one in names),
                shortened=any(one in persons for one in names),
            )
            for name, names in spelled.items()
        }
    )


def new_entities(
    sure: Mapping[str, Sequence[str]],
    aliases: Mapping[str, Sequence[str]],
    kinds: Mapping[str, Guess],
    gazetteer: Gazetteer,
) -> Mapping[str, Entity]:
    """New entities by name; each keeps the id that it had before."""
    taken = set(gazetteer.ids)
    former, kept = gazetteer.former, {""}

    def own_id(names: Sequence[str]) -> str:
        """The id that one of the names had before, and no other has taken since, or a new one."""
        before = next((one for one in (former.get(likeness(name), "") for name in names) if one not in kept), "")
        kept.add(before)
        return before or free_id(names[0], taken)

    return {
        name: Entity(
            id=own_id(names),
            name=nominative(name),
            kind=kinds[name].kind,
            aliases=tuple(sorted({*names, *aliases.get(name, ())} - {nominative(name)})),
            status="suggested",
        )
        for name, names in sorted(sure.items())
    }


def _suggestion(
    name: str, why: str, seen: Sighting, articles: Mapping[str, Article], guess: Guess | None
) -> Suggestion:
    if guess is None:
        return Suggestion(name, tuple(seen.articles), seen.count, "", why)
    example = example_of(name, articles[seen.articles[0]])
    return Suggestion(name, tuple(seen.articles), seen.count, example, why, guess.kind, guess.confidence)


def example_of(name: str, article: Article) -> str:
    """The first sentence of an article that holds a name; empty where none does."""
    text = markdown_text.plain(article.body).text
    folded = fold(text)
    start = folded.text.find(name) if folded.offsets is None else -1
    if start < 0:
        return ""
    low, high = sentences.around(text, start, start + len(name), article.language)
    return text[low:high]
