"""Groups of articles, told as stories: each with its id, its headline and its place.

    what people said, articles ─► groups ─► known again by what was told before ─► shrunk and former ones ─► stories

An id is made once. A story whose articles are told elsewhere now is a former one: its page sends its readers on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count

from broadsheet import addresses
from broadsheet.model import Article, FormerStory, Story, Tie
from broadsheet.stories.group import Group, Mentions, Wishes
from broadsheet.stories.grouping import grouped
from broadsheet.stories.ids import coined, known_again
from broadsheet.stories.said import heeded, wishes, with_those_put
from broadsheet.stories.told import NOTHING_TOLD, Told

Grouping = Callable[[Sequence[Article], Mentions, Wishes], Sequence[Group]]


@dataclass(frozen=True, slots=True)
class Telling:
    """The stories of an archive."""

    stories: Sequence[Story]
    """That with the newest article first."""
    former: Sequence[FormerStory] = ()
    """Those that have a page and are told no more, in the order of their ids."""


def tell(
    articles: Sequence[Article],
    mentions: Mentions,
    told: Told = NOTHING_TOLD,
    *,
    language: str = "",
    grouping: Grouping = grouped,
) -> Telling:
    """The stories that articles tell.

    Args:
        articles: newest first.
        mentions: by article id, who is named in it and where, in the order of the text.
        told: what was told before, and what people said.
        language: the site's, in which a headline is best.
        grouping: finds the groups.
    """
    asked = [one for one in articles if one.id not in told.alone]
    present = {one.id: one for one in asked}
    put = heeded(told, present)
    groups = grouping(asked, mentions, wishes(told, put, present))
    told = replace(told, last={one: story for one, story in told.last.items() if one in present and one not in put})
    before: dict[str, list[str]] = {}
    for one, story in told.last.items():
        before.setdefault(story, []).append(one)
    cast = _Cast(told, present, {one.id: place for place, one in enumerate(reversed(articles))}, before)
    cast.place(*with_those_put(groups, put, told.last))
    cast.keep_shrunk()
    ties = {one: tie for group in groups for one, tie in group.ties.items()}
    copies = [run for group in groups for run in group.copies]
    return Telling(cast.stories(_Bonds(ties, put), copies, language), cast.former())


def standing(of: Sequence[Article], ties: Mapping[str, Tie], language: str) -> Article:
    """The article whose headline a story bears: that which most others are nearest to, if one can be in `language`.

    Args:
        of: the story's articles, newest first; of as many, the earliest.
        ties: by article id, what binds it to the others.
        language: the site's. What no language is known of may be in any other.
    """
    near = Counter(tie.article for one, tie in ties.items() if one != tie.article)

    def rank(one: Article) -> tuple[bool, int]:
        spoken = (one.language or "").partition("-")[0].lower()
        return spoken != language.partition("-")[0].lower(), -near[one.id]

    return min(reversed(of), key=rank)


@dataclass(frozen=True, slots=True)
class _Bonds:
    """What binds articles to the groups they were found in, and who was put into a story by a person."""

    ties: Mapping[str, Tie]
    put: Collection[str]

    def of(self, members: Sequence[str]) -> dict[str, Tie]:
        """By article id, what binds it to the others of its story.

        Where its nearest one went elsewhere, that is one whose nearest it is itself; else nothing that is known.
        """
        if len(members) < 2:
            return {}
        inside = set(members)
        found = {one: self.ties[one] for one in members if one in self.ties and self.ties[one].article in inside}
        back = {tie.article: replace(tie, article=one) for one, tie in reversed(found.items())}
        bound = {one: tie for one in members if (tie := found.get(one) or back.get(one))}
        return bound | {one: replace(bound.get(one, Tie()), said=True) for one in members if one in self.put}


@dataclass(slots=True)
class _Cast:
    """Which article is in which story."""

    told: Told
    present: Mapping[str, Article]
    age: Mapping[str, int]
    before: Mapping[str, Sequence[str]]
    """By story: ids of the articles that say they told it."""
    members: dict[str, list[str]] = field(default_factory=dict)
    """By story: ids of articles, newest first."""
    story_of: dict[str, str] = field(default_factory=dict)

    def place(self, groups: Sequence[Sequence[str]], put: Mapping[str, Sequence[str]]) -> None:
        """Gives each group its id; what people put into a story comes to it."""
        ids = dict(known_again(groups, self.told, self.age))
        taken = {*self.told.pages, *self.told.last.values(), *put, *_stems(self.told.taken)}
        fresh = [place for place in range(len(groups)) if place not in ids]
        for place in sorted(fresh, key=lambda one: self.age[self._first(groups[one]).id]):
            ids[place] = coined(self._first(groups[place]), taken)
            taken.add(ids[place])
        for story, of in [(ids[place], group) for place, group in enumerate(groups)] + list(put.items()):
            for one in of:
                if story not in self.told.apart.get(one, ()):
                    self.members.setdefault(story, []).append(one)
                    self.story_of[one] = story
        for of in self.members.values():
            of.sort(key=lambda one: -self.age[one])

    def keep_shrunk(self) -> None:
        """Leaves a story that has a page its earliest article, where not more of them went elsewhere together."""
        for story in sorted({*self.told.pages, *self.told.last.values()} - self.members.keys()):
            page = self.told.pages.get(story)
            if page and page.former:
                continue
            loose = [
                one
                for one in self._of(story)
                if one in self.present and one not in self.story_of and story not in self.told.apart.get(one, ())
            ]
            if loose and max(self._went(story).values(), default=0) <= len(loose):
                first = min(loose, key=lambda one: self.age[one])
                self.members[story] = [first]
                self.story_of[first] = story

    def stories(self, bonds: _Bonds, copies: Sequence[Sequence[str]], language: str) -> Sequence[Story]:
        """Every story, that with the newest article first."""
        runs: dict[str, list[tuple[str, ...]]] = {}
        for run in copies:
            for story in dict.fromkeys(self.story_of[one] for one in run if one in self.story_of):
                inside = tuple(one for one in run if self.story_of.get(one) == story)
                if len(inside) > 1:
                    runs.setdefault(story, []).append(inside)
        order = sorted(self.members, key=lambda story: -self.age[self.members[story][0]])
        where = self._addresses()
        return [self._story(where[story], story, bonds, runs.get(story, ()), language) for story in order]

    def former(self) -> Sequence[FormerStory]:
        """The stories that have a page, and that no article tells now."""
        return [
            FormerStory(
                id=story,
                address=page.address,
                title=page.title,
                own_title=page.own_title,
                articles=tuple(self._of(story)),
                into=min(went, key=lambda one: (-went[one], one)) if (went := self._went(story)) else "",
            )
            for story, page in sorted(self.told.pages.items())
            if story not in self.members
        ]

    def _addresses(self) -> Mapping[str, str]:
        """By story: its page. Ids that people wrote may differ and be spelled alike: a later one gets a number."""
        found = {story: self.told.pages[story].address for story in self.members if story in self.told.pages}
        taken = {page.address for page in self.told.pages.values()}
        for story in sorted(self.members.keys() - found.keys()):
            day, stem = self._first(self.members[story]).day, addresses.slug(story)
            names = chain([stem], (f"{stem}-{number}" for number in count(2)))
            found[story] = next(one for name in names if (one := addresses.story(day, name)) not in taken)
            taken.add(found[story])
        return found

    def _story(
        self, address: str, story: str, bonds: _Bonds, copies: Sequence[tuple[str, ...]], language: str
    ) -> Story:
        of, page = self.members[story], self.told.pages.get(story)
        inside = bonds.of(of)
        first = standing([self.present[one] for one in of], inside, language)
        return Story(
            id=story,
            address=address,
            title=page.title if page and page.own_title else first.title,
            own_title=page is not None and page.own_title,
            articles=tuple(of),
            ties=inside,
            copies=tuple(copies),
        )

    def _first(self, of: Sequence[str]) -> Article:
        """The earliest of articles, one that has a date if any has."""
        return self.present[min(of, key=lambda one: (self.present[one].day is None, self.age[one]))]

    def _of(self, story: str) -> Sequence[str]:
        """The articles that told a story before."""
        page = self.told.pages.get(story)
        return list(dict.fromkeys([*(page.articles if page else ()), *self.before.get(story, ())]))

    def _went(self, story: str) -> Counter[str]:
        """How many of the articles that told a story are in which one now."""
        return Counter(self.story_of[one] for one in self._of(story) if one in self.story_of)


def _stems(taken: Collection[str]) -> Iterator[str]:
    return (address.rpartition("/")[2].removesuffix(".md") for address in taken)
