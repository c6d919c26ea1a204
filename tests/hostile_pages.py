"""Hostile strings as records, the site made of them, and a browser with a tripwire that reads its pages.

What the browser shows is compared with what came, after the little that validation may change: `as_shown` and
`as_shown_in_a_text` state that once more, in their own words.
"""

# ruff: noqa: E501, SIM905 - payloads, markup and scripts read best unbroken

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ftfy
import yaml

REPOSITORY = Path(__file__).parent.parent
STRINGS = REPOSITORY / "tests/data/hostile"

FIELDS = (
    "title", "body", "entity", "source", "source url", "url", "author", "topic", "description", "section", "rights",
    "image url", "image alt", "image credit", "id", "extra",
)  # fmt: skip
"""Where each string stands once."""

_SOFT = ftfy.TextFixerConfig(
    unescape_html=False, fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False,
    remove_control_chars=False, remove_terminal_escapes=False,
    fix_c1_controls=False, normalization=None, explain=False,
)  # fmt: skip


def committed() -> list[str]:
    """The strings that lie in this repository."""
    lines = (line for path in sorted(STRINGS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [json.loads(line)["s"] for line in lines]


def records(strings: Sequence[str]) -> list[dict[str, Any]]:
    """A record a string: each string stands in each field of one of them, and no two fields of one are the same."""

    def line(place: int) -> str:
        found = strings[place % len(strings)]
        return found if as_shown(found) and len(found) < 900 else f"Plain words {place % len(strings)}"

    made = []
    for place, string in enumerate(strings):
        text = string if as_shown_in_a_text(string) else "Nothing"
        made.append(
            {
                "id": f"{place} {line(place)}",
                "title": line(place),
                "body": f"First words of {place}.\n\n{text}\n\nLast words.",
                "url": f"https://articles.example/{place}/{line(place + 1)}",
                "published": f"2026-05-{place % 28 + 1:02d}",
                "source": {"name": line(place + 2), "url": f"https://source.example/?q={line(place + 2)}"},
                "authors": [line(place + 3)],
                "language": "en",
                "description": line(place + 4),
                "section": line(place + 5),
                "topics": [line(place + 6)],
                "entities": [{"name": line(place + 7), "kind": "person"}],
                "image": {
                    "url": f"https://image.example/{line(place + 8)}",
                    "alt": line(place + 8),
                    "credit": line(place + 9),
                },
                "rights": line(place + 10),
                line(place + 11)[:80]: line(place + 11),
            }
        )
    return made


def company(strings: Sequence[str]) -> list[dict[str, Any]]:
    """Records that name six strings together, again and again, and quote a person with each in the words."""
    names = [one for one in dict.fromkeys(map(as_shown, strings)) if 1 < len(one) < 80]
    made = []
    for start in range(0, len(names), 6):
        group = names[start : start + 6]
        for again in range(3):
            # Three texts that have little in common: else they would be one article.
            apart = " ".join(f"word{start}{again}{place}" for place in range(120))
            said = "\n\n".join(f"“What they say of {one} is no news {again} to me,” said Jane Austen." for one in group)
            made.append(
                {
                    "id": f"company {start} {again}", "title": f"Company {start} {again}", "language": "en",
                    "body": f"Jane Austen met {', then '.join(group)} again.\n\n{said}\n\n{apart}",
                    "published": f"2026-0{again // 2 + 3}-11", "topics": [group[0]], "source": {"name": group[-1]},
                    "entities": [{"name": one, "kind": "person"} for one in (*group, "Jane Austen")],
                }
            )  # fmt: skip
    return made


def as_shown(string: str) -> str:
    """A string as a line of a page shows it, whitespace aside; empty where nothing of it can be seen."""
    text = unicodedata.normalize("NFC", ftfy.fix_text(string, _SOFT))
    text = re.sub("[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]", " ", text)
    # Controls, halves of characters, what is no character; then what has no shape of its own.
    text = "".join(one for one in text if unicodedata.category(one) not in ("Cc", "Cs") and not _is_none(one))
    text = "".join(part if part in _FLAGS else _joiners_where_joined(_seen(part)) for part in _parted(text))
    return " ".join(text.split()) if any(one.isprintable() and not one.isspace() for one in text) else ""


def as_shown_in_a_text(string: str) -> str:
    """A string as a paragraph shows it: marks and joiners stay, what turns more than a letter goes."""
    text = unicodedata.normalize("NFC", ftfy.fix_text(string, _SOFT))
    text = re.sub("[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]", " ", text)
    text = "".join(one for one in text if unicodedata.category(one) not in ("Cc", "Cs") and not _is_none(one))
    turning = "[\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    text = "".join(part if part in _FLAGS else _chosen_once(re.sub(turning, "", part)) for part in _parted(text))
    return " ".join(text.split()) if any(one.isprintable() and not one.isspace() for one in text) else ""


_FLAGS = ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",)
"""England's: the one flag made of tags among the strings."""


def _parted(text: str) -> list[str]:
    return re.split(f"({_FLAGS[0]})", text)


def _chosen_once(text: str) -> str:
    """The first of a row of variation selectors chooses; the others say something else."""
    selectors = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    return re.sub(f"(?<={selectors}){selectors}+", "", text)


def _seen(text: str) -> str:
    return _chosen_once("".join(one for one in text if not _is_shapeless(one)))


def _is_none(one: str) -> bool:
    return 0xFDD0 <= ord(one) <= 0xFDEF or ord(one) in (0xFFFE, 0xFFFF)


def _is_shapeless(one: str) -> bool:
    joiner = one in "\u200b\u200c\u200d" or "\ufe00" <= one <= "\ufe0f" or 0xE0100 <= ord(one) <= 0xE01EF
    filler = one in "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2065\u3164\uffa0"
    return (
        filler
        or (
            unicodedata.category(one) == "Cf"
            and not joiner
            and not "\u0600" <= one <= "\u0605"
            and one not in "\u06dd\u070f\u08e2\U000110bd"
        )
        or 0xFFF0 <= ord(one) <= 0xFFF8
    )


def _joiners_where_joined(text: str) -> str:
    shown = ""
    for one in text:
        if one == "\u200b" and not re.search("[\u0e00-\u109f\u1780-\u17ff]\\Z", shown):
            continue
        if one in "\u200c\u200d" and (
            not shown or (shown[-1] < "\u0590" and shown[-1] not in "\u00a9\u00ae") or "\u1e00" <= shown[-1] <= "\u1fff"
        ):
            continue
        shown += one
    return shown


PAGES_ALONE = {"feeds": False, "exports": False}
"""Settings of a site of which pages alone are looked at."""


def project(folder: Path, *, search: bool = True, settings: Mapping[str, Any] | None = None) -> Path:
    """A site of its own in `folder`, set up as this repository's; with `search`, it has Material's."""
    shutil.copytree(REPOSITORY / "generator/broadsheet/theme", folder / "overrides")
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = "overrides"
    config["site_url"] = "https://hostile.example/broadsheet/"
    # Enough for a page to be reached by; snippets and macros are what a person might have switched on.
    config["nav"] = [{"Home": "index.md"}]
    config["not_in_nav"] = "*.md"
    config["markdown_extensions"].append({"pymdownx.snippets": {"check_paths": True}})
    config["plugins"] = [*["search"] * search, {"broadsheet": {"inputs": ["inputs"], **(settings or {})}}]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    (folder / "inputs").mkdir()
    return folder / "mkdocs.yml"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of ours or of MkDocs in the folder of a site."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1780000000", "BROADSHEET_JOBS": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, check=False, capture_output=True, text=True, errors="replace",
        timeout=3600, env=environment,
    )  # fmt: skip


class _Bunches(http.server.BaseHTTPRequestHandler):
    """Serves pages by the bunch: `/live/7` is one document of many pages' HTML, `/read/7` the same pages as JSON."""

    bunches: Sequence[Sequence[tuple[str, str]]] = ()
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        found = re.fullmatch(r"/(live|read)/(\d+)", self.path)
        body, kind = "-", "text/plain"
        if found:
            bunch = self.bunches[int(found[2])]
            kind = "text/html" if found[1] == "live" else "application/json"
            body = (
                "<!doctype html>\n" + "\n".join(html for _, html in bunch) if found[1] == "live" else json.dumps(bunch)
            )
        data = body.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


_FRAME = re.compile(
    r"""<meta http-equiv="Content-Security-Policy" content="[^"]*">"""
    r"""|<script(?: defer| type="module")? src="[./]*(?:broadsheet/)?assets/javascripts/[a-z0-9.]+\.js"(?: data-schemes="[a-z0-9(:)| ;-]*")?></script>"""
    r"""|<link rel="(?:stylesheet|icon)" href="[./]*(?:broadsheet/)?assets/[a-z0-9./]+"[^<>]*>"""
)


@contextmanager
def _served(pages: Sequence[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """The address at which pages are served, and in how many bunches.

    They come without the policy that protects them, and without the frame's own scripts and style sheets. So a page is
    nothing but its HTML, and what might run, runs.
    """
    bare = [(path, _FRAME.sub("", html)) for path, html in pages]

    class Handler(_Bunches):
        bunches = tuple(bare[start : start + BUNCH] for start in range(0, len(bare), BUNCH))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", len(Handler.bunches)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


BUNCH = 50
"""Pages that the browser reads at a time."""

TRIPWIRE = """
window.top.__tripped ??= [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = (...words) => { window.top.__tripped.push(name + ': ' + words) };
document.write = document.writeln = (words) => { window.top.__tripped.push('document.write: ' + words) };
window.addEventListener('securitypolicyviolation', (event) => window.top.__tripped.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
"""
"""Runs before any script of a page and in each frame: what only an attack would call is told."""

INSPECT = """
async ([bunch, elements]) => {
  const known = new Set(elements);
  const told = {};
  const words = (element) => {
    if (!element) return null;
    const copy = element.cloneNode(true);
    for (const link of copy.querySelectorAll('.headerlink')) link.remove();
    return copy.textContent;
  };
  for (const [path, html] of await (await fetch('/read/' + bunch)).json()) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const faults = [];
    for (const one of page.querySelectorAll('*')) {
      const name = one.localName;
      const blame = (what) => faults.push(what + ' ' + one.outerHTML.slice(0, 200));
      const pictured = one.closest('.bs-picture');
      if (pictured ? !/^(svg|title|desc|g|a|path|rect|circle|text)$/.test(name) : !known.has(name) && !one.closest('svg') && !(name === 'pre' && (path === 'archive/inbox/index.html' || one.closest('.bs-cite, .bs-reasons, .bs-story')))) blame('element');
      const linkedData = name === 'script' && one.type === 'application/ld+json' && one.parentElement === page.head;
      if (linkedData) try { JSON.parse(one.textContent) } catch { blame('linked data') }
      if (name === 'script' && one.textContent.trim() && one.id !== '__config' && !linkedData) blame('script');
      for (const { name: attribute, value } of one.attributes) {
        if (attribute === 'href' && pictured && !/^[.]{0,2}[a-z0-9./-]*$/.test(value)) blame('link');
        if (/^on|^(srcdoc|style|formaction|background|action|ping|data|xlink:href|autofocus)$/i.test(attribute)) blame('attribute');
        if (/^(href|src)$/i.test(attribute) && !/^https?:$/.test(new URL(value, 'https://hostile.example/').protocol)) blame('scheme');
        if (attribute === 'src' && /^[^.a-z]/.test(value)) blame('loads');
      }
    }
    const all = (selector) => [...page.querySelectorAll(selector)].map(words);
    const text = [...page.querySelectorAll('.bs-page > *')].filter((one) => !one.matches('header, section, nav, h1, hr'));
    told[path] = {
      faults, title: page.title, h1: words(page.querySelector('h1')), text: text.map(words).join('\\n\\n'),
      topic: words(page.querySelector('[data-md-component=header-topic]')),
      description: page.querySelector('meta[name=description]')?.content ?? '',
      about: all('.bs-about p'), links: all('.bs-page a:not(.headerlink)'), provenance: all('.bs-provenance li'),
    };
  }
  return told;
}
"""
"""Reads a bunch of pages: what each shows, and what should not be there."""

ELEMENTS = (
    "html head meta link title script style body input label div header nav a span form button ol ul li main article "
    "section h1 h2 h3 p em strong code br details summary footer svg aside blockquote hr noscript figure"
).split()
"""The elements that our pages are made of. (`em` and `strong` are ours: a list's small print, the name in a quotation.)"""


def inspected(page: Any, site: Path) -> dict[str, dict[str, Any]]:
    """What the browser found on each page of a site, by path, and under `tripwire` what happened as it showed them."""
    pages = [(path.relative_to(site).as_posix(), path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))]
    told: dict[str, dict[str, Any]] = {}
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: happened.append(f"request: {request.url}"))
    with _served(pages) as (address, bunches):
        for bunch in range(bunches):
            page.goto(f"{address}/live/{bunch}")
            happened += page.evaluate("window.__tripped")
        page.goto(f"{address}/none")
        for bunch in range(bunches):
            told |= page.evaluate(INSPECT, [bunch, ELEMENTS])
        ours = re.compile(rf"request: {address}/(?:live|read)/\d+|request: {address}/(?:none|favicon\.ico)")
        told["tripwire"] = {"faults": [one for one in happened if not ours.fullmatch(one)]}
    return told


def squeezed(text: str | None) -> str:
    """Text with all whitespace as single spaces, as HTML has it."""
    return " ".join((text or "").split())


def generated(
    folder: Path,
    given: Sequence[dict[str, Any]] | None = None,
    files: Sequence[tuple[str, bytes]] = (),
    *,
    search: bool = False,
    settings: Mapping[str, Any] | None = None,
) -> Path:
    """The site of records, or of files as they are, built in `folder`."""
    project(folder, search=search, settings=settings)
    if given is not None:
        text = "".join(json.dumps(record) + "\n" for record in given)
        (folder / "inputs/hostile.jsonl").write_text(text, encoding="utf-8")
    for name, data in files:
        (folder / "inputs" / name).write_bytes(data)
    made = run(folder, "broadsheet", "generate")
    assert made.returncode in (0, 1), made.stdout + made.stderr
    assert given is None or made.returncode == 0, made.stdout[-4000:] + made.stderr[-4000:]
    built = run(folder, "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stdout[-4000:] + built.stderr[-4000:]
    return folder / "site"


def faults_in(told: dict[str, dict[str, Any]]) -> list[str]:
    """All that runs, loads or stands on the pages and should not."""
    return [f"{path}: {fault}" for path, found in told.items() for fault in found["faults"]]


def fields_shown(told: dict[str, dict[str, Any]], given: Sequence[dict[str, Any]]) -> tuple[int, list[str]]:
    """How many fields of records the pages show as they were written, and those that they do not."""
    articles = {}
    for path, found in told.items():
        number = re.match(r"First words of (\d+)\.", found.get("text", ""))
        if number and path.startswith("articles/"):
            articles[int(number[1])] = found
    # Names that differ in capitals and signs only are one entity, shown under the first.
    names = {_letters(found["h1"]) for path, found in told.items() if path.startswith("entities/")}
    right, wrong = 0, []
    for place, record in enumerate(given):
        if place not in articles:
            wrong.append(f"{place}: has no page: {record['title']!r}")
            continue
        name = _letters(as_shown(record["entities"][0]["name"]))
        for field, is_shown in [*_shown(record, articles[place]), ("entities", name in names)]:
            right += is_shown
            if not is_shown:
                wrong.append(f"{place}: {field}: {record.get(field)!r} in {articles[place]!r}")
    return right, wrong


def _letters(name: str | None) -> str:
    return "".join(one for one in (name or "").casefold() if one.isalnum())


def _cut_short(name: str) -> str:
    """An author's name as a byline has it: of more than ninety characters, the first ones."""
    return name if len(name) <= 90 else name[:89].rstrip() + "…"


def _shown(record: dict[str, Any], seen: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    texts = [squeezed(text) for text in (*seen["about"], *seen["provenance"])]
    title, source, topic = as_shown(record["title"]), as_shown(record["source"]["name"]), as_shown(record["topics"][0])
    links = [squeezed(link) for link in seen["links"]]
    parts = record["body"].split("\n\n")
    body = " ".join([parts[0], as_shown_in_a_text("\n\n".join(parts[1:-1])), parts[-1]])
    yield "title", squeezed(seen["h1"]) == title
    yield "title", squeezed(seen["title"]) == f"{title} · The Broadsheet Archive"
    yield "title", squeezed(seen["topic"]) == title
    yield "body", squeezed(seen["text"]) == squeezed(body)
    yield "description", squeezed(seen["description"]) == as_shown(record["description"])
    yield "source", source in links
    yield "topics", topic in links
    yield "authors", any(_cut_short(as_shown(record["authors"][0])) in text for text in texts)
    yield "image", as_shown(record["image"]["alt"]) in links
    yield "image", any(f"({as_shown(record['image']['credit'])})" in text for text in texts)
    yield "rights", any(as_shown(record["rights"]) in text for text in texts)
