"""Paragraphs that are boilerplate wherever they stand: consent to cookies, and the page asking for money.

They are whole sentences, so nothing in their shape tells them from the article. Their phrases do: "help keep our
news free for all" is said by no one but the page. What stands between two such pleas, a few lines apart, belongs
to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from broadsheet.cleaning.lines import Line

_COOKIES = re.compile(
    r"(?:we|site|website|websites|page|pages|may be) (?:also )?us(?:e|es|ing) (?:\w+ ){0,3}cookies|gdpr cookie"
    r"|(?:necessary|functional|performance|analytical|advertisement|uncategorized|third-party) cookies"
    r" (?:are|help|enable)"
    r"|cookie (?:consent|settings|banner) (?:to|plugin|is)|opt(?:ing)?[- ]out of (?:some of )?these cookies"
    r"|(?:use|accept|store|storing) (?:of )?(?:all )?cookies|cookies? is used to (?:store|record|remember)"
    r"|(?:utilisons|utilise|utilisation|dépôt) (?:\w+ )?(?:de |des |les )?cookies|accept\w+ (?:les|tous les) cookies"
    r"|(?:verwenden|verwendet|nutzen|nutzt|verwendung von|setzen) (?:\w+ )?cookies|cookies zu(?:lassen|stimm)"
    r"|(?:utiliz\w+|usamos|usa|uso de) (?:\w+ )?cookies|(?:utilizz\w+|uso dei|uso di) (?:i )?cookie"
    r"|(?:używa\w*|korzysta\w*|wykorzystuj\w*|pliki|plików) (?:z )?(?:plików )?cookies?|gebruik\w* (?:van )?cookies"
    r"|(?:использу\w+|использование) (?:файл\w+ )?(?:cookie|куки)|файл(?:ы|ов) (?:cookie|куки)"
    r"|χρησιμοποι\w+ (?:\w+ )?cookies|χρήση (?:των )?cookies"
    r"|(?:使用|利用|接受)(?:する)?\s?cookie|cookie\s?を(?:使用|利用)",
)
_PLEA = re.compile(
    r"\b(?:contribut\w+|giv(?:e|ing)(?: us)?|donat\w+|support(?:ing)? us)(?: of| with| from| for)?"
    r" (?:as little as|just) [$£€]\s?\d"
    r"|\b(?:help(?:s|ing)? (?:us )?(?:to )?keep|to keep) (?:\w+ ){0,4}"
    r"(?:free|open|independent) (?:for|to) (?:all|every)"
    r"|\b(?:your|every) (?:contribution|donation|gift|support)(?:, [^,]+,)? "
    r"(?:will go a long|helps us|makes (?:it|our|this)|goes a long|allows us|enables us|keeps (?:us|our))"
    r"|\bsupport our (?:newsroom|journalism|journalists|reporting|work)\b"
    r"|\bwe (?:cannot|can't|can’t|couldn't|couldn’t|could not) do (?:this|it) without (?:you|your|our readers)"
    r"|\bwe believe that (?:everyone needs|a (?:free|vibrant)|journalism)|\bfor free to everyone\b"
    r"|\bplease consider (?:supporting|making a|becoming a|donating|subscribing)"
    r"|\b(?:become|becoming) a (?:paying |paid )?(?:member|supporter|patron) (?:today|now|of our)"
    r"|\bsoutenez (?:nous|notre|la presse|un journal|le journalisme)|\bsoutenez-nous\b|\bfaites un don\b"
    r"|\bgrâce à (?:votre soutien|vos dons)|\bunterstützen sie (?:uns|unsere|unseren|unabhängigen)\b"
    r"|\bmit (?:ihrer|deiner) (?:spende|unterstützung)\b|\bapoya (?:nuestro|el) periodismo|\bhaz una donación"
    r"|\bapoie (?:o|nosso) jornalismo|\bfaça uma doação"
    r"|\bsostieni(?:ci| il giornalismo| la nostra)\b|\bfai una donazione"
    r"|\bwesprzyj (?:nas|nasz)|\bподдержите (?:нас|наш|редакцию|работу|проект)|\bпожертвова(?:ть|ние) (?:нам|редакции)"
    r"|\bστηρίξτε (?:μας|την|το)\b|\bsteun (?:ons|onze)\b|支持我们的|赞助我们|ご支援",
)
_HINTS = (
    "little as", "just $", "just £", "just €", "free", "your contribution", "your donation", "your gift",
    "your support", "every contribution", "every donation", "every gift", "support our", "without you",
    "without our", "we believe", "please consider", "member", "supporter", "patron", "soutenez", "faites un don",
    "votre soutien", "vos dons", "unterstützen sie", "spende", "unterstützung", "apoya ", "donación", "apoie",
    "doação", "sostieni", "donazione", "wesprzyj", "поддержите", "пожертвова", "στηρίξτε", "steun on", "支持我们的",
    "赞助我们", "ご支援",
)  # fmt: skip
"""One of these stands in every plea: cheaper to look for than the pleas themselves."""
_LONG = 8
"""Words of the shortest line that needs this; cue words tell the shorter ones."""
_TOGETHER = 4
"""Lines from one plea to the next, at most, for what stands between to belong to them."""
_READ = 600


def notices(lines: Sequence[Line]) -> Mapping[int, str]:
    """The lines, from 0, that are such a paragraph, each with its reason."""
    found = dict(_marked(lines))
    pleas = [at for at, reason in found.items() if reason == "plea"]
    for first, second in pairwise(pleas):
        if second - first <= _TOGETHER:
            found.update(dict.fromkeys(range(first + 1, second), "plea"))
    return found


def _marked(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for at, line in enumerate(lines):
        if line.shape.words < _LONG:
            continue
        text = line.text[:_READ].casefold()
        if ("cookie" in text or "куки" in text) and _COOKIES.search(text):
            yield at, "cookie-notice"
        elif any(map(text.__contains__, _HINTS)) and _PLEA.search(text):
            yield at, "plea"
