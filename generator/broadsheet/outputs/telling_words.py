"""Telling words: the rare words of each article that are no part of a name, by which texts on one subject are alike.

Words are runs of letters; of Chinese, Japanese, Thai and others, which part none, pairs of characters. A word that
stands in one article alone ties it to nothing, and one that many have, or that no text of a language can do without,
says nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from broadsheet.edition import Edition
from broadsheet.language import common_words
from broadsheet.model import Article
from broadsheet.unspaced import UNSPACED

MOST = 24
"""Words of an article that are kept: of a long text a sample, the same in every text, so that length ties no two."""

READ = 6000
"""Characters of a text that are read."""

_SHARE = 0.05
"""A word in more than this share of the articles in its language is not rare."""

_WORD = re.compile(r"[^\W\d_]{4,}|[^\W\d_]+")
_ASCII_WORD = re.compile("[a-z]{4,}")
"""The same of a text in small letters of English alone."""
_UNSPACED = re.compile(f"[{UNSPACED}]+")

# What a small archive would take for rare, beside the very commonest words, which `language` knows.
_PLAIN = frozenset(
    """
    about above after again against almost along already although always among another around because been before
    being below between both came come could days does done down during each early either even ever every first
    four from gave goes half here himself into itself just last late later least less like made make many might
    more most much must near never next none once only other others over part past people same says second seen
    several should since some soon still such take taken than them then there these they thing those three through
    today told took toward towards under until upon very week well went were what when where whether while whom
    whose will within without would year years your said their time month months tuesday monday wednesday thursday
    friday saturday sunday
    ainsi alors après aussi autre autres avait avant avoir cela celle celui cette ceux chez comme contre depuis
    deux dont elles encore entre était étaient être fait faire jour jours jusque leur leurs même mêmes moins nous
    notre puis quand quatre quel quelle sans selon sera sous tous tout toute toutes très trois vers votre vous
    aber alle allem allen aller alles andere anderen beim bereits bevor bisher damit dann daran darauf davon dazu
    deren dessen dieser diese dieses diesem diesen doch dort drei durch eine einem einen einer eines etwa gegen
    haben hatte hatten habe hier ihre ihrem ihren ihrer immer jahr jahre jahren jedoch jetzt kann kein keine
    können mehr müssen nach noch oder ohne schon sagt sagte sehr sein seine seinem seinen seiner seit sich sind sollen
    sowie über unter viele vier wann waren weil weiter welche wenn werde wieder wurde wurden zwei zwischen während
    ahora ambos ante antes aquel años aunque cada cual cuando desde después dice dijo donde durante ella ellos
    eran esta está están estas este esto estos fueron había hacia hasta hace mientras mismo mucho muchos nada otra
    otras otro otros para parte pero poco porque quien según será sido sino sobre solo sólo también tanto tiene
    tienen toda todas todo todos tras tres
    allo alla ancora altri altro anche anni anno avere aveva come contro così cosa dalla dalle degli della delle
    dello dopo dove durante ella erano essere fino fatto gran hanno loro mentre molti molto nella nelle nello ogni
    oggi oltre perché però poco prima qualche quale quando quello questa queste questi questo sarà senza sempre
    solo sono sotto stata stati stato stesso sulla tanto tutti tutto verso
    agora ainda alguns antes apenas aquele assim através cada contra depois desde disse durante elas eles enquanto
    então entre essa esse esta está estão este eram foram havia isso isto mais mesmo muito muitos onde outra
    outras outro outros pela pelo pode porque qual quando quem segundo seja sempre será sobre também tanto tinha
    toda todas todo todos três
    alle alleen altijd andere anderen binnen daar daarna deze dezelfde door drie echter eerste enkele geen haar
    hebben heel hier hoewel hoor ieder jaar jaren kunnen meer meest moet moeten naar niet nieuwe onder ongeveer
    onze over sinds steeds tegen terwijl toch toen tussen twee vaak vanaf veel verder volgens voor waar waren
    wanneer want weer wordt worden zegt zelf zich zijn zoals zonder zullen
    более больше будет будут была были было вместе весь всего всех даже день другие другой если есть затем здесь
    именно каждый когда которая которого которое которой которые который которых кроме лишь между меня может можно
    наши него нельзя несколько однако около очень перед пока после потом почти против просто свои свой своих себя
    сегодня сейчас сказал снова совсем такие такой также тогда того тоже только через чтобы этого этой этом
    """.split()  # noqa: SIM905 - a word list reads best as words
)


class TellingWords:
    """Each article's telling words, and the articles that have a word."""

    def __init__(self, edition: Edition) -> None:
        interned: dict[str, str] = {}
        # In a small archive the commonest words stand in few articles, too.
        plain = _PLAIN | common_words()
        found = {
            article.id: tuple(interned.setdefault(word, word) for word in _words(article, edition, plain))
            for article in edition.articles
        }
        self.counts: Counter[str] = Counter(word for words in found.values() for word in words)
        languages = Counter(article.language for article in edition.articles)
        # To the next power of two: else each new article would weigh the words of all others anew.
        self.sizes = {article.id: 1 << languages[article.language].bit_length() for article in edition.articles}
        """By article id: about how many articles are in its language."""
        self.of: Mapping[str, Sequence[str]] = {
            article: self._rare(words, max(2, self.sizes[article] * _SHARE)) for article, words in found.items()
        }
        """By article id: its words, the rarest first."""
        self.lists: dict[str, list[Article]] = defaultdict(list)
        """By word: the articles that it is a telling word of, newest first."""
        for article in edition.articles:
            for word in self.of[article.id]:
                self.lists[word].append(article)

    def _rare(self, words: Sequence[str], highest: float) -> Sequence[str]:
        rare = (word for word in words if 1 < self.counts[word] <= highest)
        sample = sorted(rare, key=_chance)[:MOST]
        return sorted(sample, key=lambda word: (self.counts[word], word))


@lru_cache(maxsize=1 << 16)
def _chance(word: str) -> tuple[int, str]:
    """A place in an order that has nothing to do with the alphabet."""
    return crc32(word.encode("utf-8", "surrogatepass")), word


def _words(article: Article, edition: Edition, plain: Collection[str]) -> list[str]:
    surfaces = {mention.surface for mention in edition.mentions.get(article.id, ())}
    names = {word for surface in surfaces for word in _split(surface.casefold())}
    text = f"{article.title} {article.body[:READ]}".casefold()
    return [word for word in dict.fromkeys(_split(text)) if word not in names and word not in plain]


def _split(text: str) -> list[str]:
    if text.isascii():
        return _ASCII_WORD.findall(text)
    words: list[str] = []
    for run in _WORD.findall(text):
        if run.isascii() or not _UNSPACED.match(run):
            if len(run) > 3:
                words.append(run)
        else:
            words += (run[place : place + 2] for place in range(len(run) - 1))
    return words
