"""Hostile input, piece by piece: HTML, XML, invisible characters, links, files. The pages made of it: tests/site/test_hostile_*.py."""

# ruff: noqa: E501 - payloads, markup and scripts read best unbroken

from __future__ import annotations

import io
import json
import re
import socket
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from broadsheet.cli import main
from broadsheet.outputs.links import web_address
from broadsheet.sources import feed, html_page
from broadsheet.sources.html_text import plain_text
from broadsheet.sources.raw import Given, RawRecord
from broadsheet.sources.sanitised import sanitised, sanitised_page
from broadsheet.sources.unseen import line_as_seen, text_as_seen
from broadsheet.sources.xml_bombs import entities_outgrow
from hostile_pages import committed

DATA = Path(__file__).parent / "data"
MKDOCS_YML = "site_name: Hostile\nsite_url: https://news.example/\ndocs_dir: content\ntheme: {name: material}\n"


def read(source, data: bytes):
    return list(source.read(Given("-", io.BytesIO(data))))


# HTML


@pytest.mark.parametrize("string", committed())
def test_sanitised_html_holds_nothing_but_what_is_allowed(string):
    allowed = r"</?(?:p|div|section|article|header|footer|aside|main|nav|h[1-6]|[uod]l|li|d[td]|table|tbody|t[rdh]|blockquote|pre|figure|figcaption|hr|address|details|summary|br)>"
    assert re.sub(allowed, "", sanitised(string)).count("<") == 0


@pytest.mark.parametrize("string", committed())
def test_a_sanitised_page_runs_and_loads_nothing(string):
    page = sanitised_page(f"<html><head><title>x</title></head><body>{string}</body></html>")
    inside = " ".join(re.findall(r"<[^<>]*>", page))
    assert not re.search(r"<(?:script|style|iframe|object|embed|svg|math|base|template)\b", inside)
    assert not re.search(r"\s(?:on\w+|style|srcdoc|formaction)\s*=", re.sub(r'"[^"]*"', '""', inside))
    assert not re.search(r'"[\x00-\x20]*(?:java\s*script|data|vbscript):', inside, re.IGNORECASE)


def test_what_a_page_says_for_machines_cannot_leave_its_element():
    page = sanitised_page("<p>x</p>", [{"headline": "</script><script>alert(1)</script>"}])
    assert page.count("<script") == page.count("</script") == 1
    assert json.loads(page.partition('json">')[2].partition("</script>")[0]) == {
        "headline": "</script><script>alert(1)</script>"
    }


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One<script>alert(1)</script></p><p>two</p>", "One\n\ntwo"),
        ("<p onclick=alert(1)>One <a href='javascript:alert(1)'>two</a></p>", "One two"),
        ("<p>3 &lt; 4 &amp; <b>bold</b></p>", "3 < 4 & bold"),
        ("<style>p { color: red }</style><p>One</p>", "One"),
        ("<math><mi//xlink:href='data:x,<script>alert(4)</script>'>", ""),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<script>alert(1)</script>"),
    ],
)
def test_html_becomes_the_text_that_a_reader_saw(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "html", ["<div>", "<b>", "<table><tr><td>", "<p>", "<", "<!--", "&", "<p><div>", "</p>", "<a b='"]
)
def test_no_html_takes_long(html):
    began = time.process_time()
    plain_text(html * 100_000 + "words")
    read(html_page, b"<html><body>" + html.encode() * 10_000)
    assert time.process_time() - began < 10


# XML


def bomb(encoding: str = "utf-8", size: int = 50_000) -> bytes:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE rss [<!ENTITY a "{"a" * size}">]>'
        f"<rss version='2.0'><channel><title>t</title><item><title>x</title><description>{'&a;' * size}</description></item></channel></rss>"
    )
    return text.encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32", "utf-7", "cp037", "unicode_escape"])
def test_an_entity_that_is_named_over_and_over_is_refused(encoding):
    (told,) = read(feed, bomb(encoding))
    assert "XML bomb" in str(told)


@pytest.mark.parametrize(
    "declared",
    [
        f'<!ENTITY a "{"A" * 10_000}">\n<!ENTITY a "">',
        f'<!ENTITY a "">\n<!ENTITY a "{"A" * 10_000}">',
        f'<!ENTITY a "{"A" * 10_000}">\n<!-- <!ENTITY a ""> -->',
        f"<!-- <!ENTITY b ' -->\n<!ENTITY a '{'A' * 10_000}'>",
    ],
)
def test_no_second_declaration_hides_an_entity_that_is_named_over_and_over(declared):
    data = f"""<?xml version="1.0"?><!DOCTYPE rss [\n{declared}\n]>{" " * 20_000}<rss version="2.0"><channel><title>t</title>
    <item><title>x</title><description>{"&a;" * 27_000}</description></item></channel></rss>""".encode()
    assert entities_outgrow(data)
    (told,) = read(feed, data)
    assert "XML bomb" in str(told)


@pytest.mark.parametrize("declared", ['<!ENTITY a "', "<!ENTITY a '", "<!ENTITY ", "<!ENTITY a", '<!ENTITY a ""'])
def test_looking_for_entities_does_not_take_long(declared):
    began = time.process_time()
    entities_outgrow(declared.encode() * 100_000)
    entities_outgrow(b"<!ENTITY" + b" " * 1_000_000)
    assert time.process_time() - began < 5


def test_a_billion_laughs_are_not_laughed():
    entities = "".join(
        f'<!ENTITY l{place} "{"&l" + str(place - 1) + ";" if place else "lol"}{("&l" + str(place - 1) + ";") * 9 if place else ""}">'
        for place in range(10)
    )
    data = f"<!DOCTYPE rss [{entities}]><rss version='2.0'><channel><title>t</title><item><title>x</title><description>&l9;</description></item></channel></rss>"
    began = time.process_time()
    for item in read(feed, data.encode()):
        assert len(str(item)) < 10_000
    assert time.process_time() - began < 5


def test_entities_that_people_use_are_read():
    data = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY pub "The Gazette">]><rss version="2.0"><channel><title>&pub;</title>
    <item><title>News of &pub;</title><description>Words of &pub;.</description></item></channel></rss>"""
    assert not entities_outgrow(data.encode())
    (item,) = read(feed, data.encode())
    assert isinstance(item, RawRecord)
    assert item.fields["title"] == "News of The Gazette"


OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd" [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY net SYSTEM "http://127.0.0.1:9/x">
<!ENTITY % more SYSTEM "http://127.0.0.1:9/more.dtd"> %more;]>
<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>
<rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>t</title>
<item><title>Title of it</title><description>&file; &net; <xi:include href="file:///etc/passwd" parse="text"/> Words.</description></item></channel></rss>"""
PAGE = """<!DOCTYPE html SYSTEM "http://127.0.0.1:9/evil.dtd"><html xmlns:xi="http://www.w3.org/2001/XInclude"><head><title>A page</title>
<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/x.css"><link rel="canonical" href="http://127.0.0.1:9/page">
<script src="http://127.0.0.1:9/x.js"></script></head><body><article><h1>A page of words</h1>
<p>{words}</p><img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe><xi:include href="file:///etc/passwd" parse="text"/>
<p>{words}</p></article></body></html>""".replace(
    "{words}", "The council met on Tuesday and talked about the bridge for a long time. " * 5
)


@pytest.fixture
def unplugged(monkeypatch):
    """No socket can be made: whoever asks the network, fails; and is told of here."""
    asked = []

    def refuse(*arguments, **_):
        asked.append(arguments)
        raise AssertionError("the network was asked")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    return asked


def test_reading_and_generating_never_ask_the_network(unplugged, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text(MKDOCS_YML)
    Path("in").mkdir()
    for path in sorted((DATA / "sources").iterdir()):
        (Path("in") / path.name).write_bytes(path.read_bytes())
    Path("in/outside.rss").write_text(OUTSIDE)
    Path("in/outside.html").write_text(PAGE)
    made = [CliRunner().invoke(main, [*command, "in"]) for command in (["clean"], ["generate"])]
    assert unplugged == []
    assert all(one.exception is None or isinstance(one.exception, SystemExit) for one in made)
    pages = "".join(path.read_text("utf-8") for path in Path("content").rglob("*.md"))
    assert "Title of it" in pages
    assert "A page of words" in pages
    assert "root:" not in pages
    assert "![" not in re.sub(r"\\!\[", "", pages)  # pictures are links


# Characters that are not seen


@pytest.mark.parametrize(
    ("came", "line", "text"),
    [
        ("evil\u202egpj.exe", "evilgpj.exe", "evilgpj.exe"),
        ("a \u2067b\u2066 c\u2069", "a b c", "a b c"),
        ("\u05e9\u05dc\u05d5\u05dd\u200f!", "\u05e9\u05dc\u05d5\u05dd!", "\u05e9\u05dc\u05d5\u05dd\u200f!"),
        ("pay\u200bpal\u00ad \u2060x", "paypal x", "pay\u200bpal\u00ad \u2060x"),
        ("hi\U000e0001\U000e0068\U000e0069\U000e007f", "hi", "hi"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",) * 3,
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",) * 3,
        ("\u0915\u094d\u200d\u0937",) * 3,
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",) * 3,
        ("\u0e44\u0e17\u0e22\u200b\u0e44\u0e17\u0e22",) * 3,
        ("\u845b\U000e0100\u57ce",) * 3,
        ("x\ufe00\ufe01\ufe02", "x\ufe00", "x\ufe00"),
        ("\u200b\u00ad\u200dx", "x", "\u200b\u00ad\u200dx"),
    ],
)  # fmt: skip
def test_what_is_not_seen_goes_where_it_could_mislead(came, line, text):
    assert (line_as_seen(came), text_as_seen(came)) == (line, text)
    assert (line_as_seen(line), text_as_seen(text)) == (line, text)


STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def test_no_command_steers_the_terminal(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text(MKDOCS_YML)
    evil = "\x1b]0;x\x07\x1b[2J \x9b31m \u202eturned \u2067 \U000e0041"
    bad = [
        {"title": evil, "body": ""},
        {"title": f"Good {evil}", "body": f"Words {evil} and \u200f more.", "url": f"javascript:{evil}"},
        {"title": "Good", "body": "Words.", "published": f"{evil} 2026", evil: evil},
        {"title": "Fine", "body": f"Words {evil}", "id": evil, evil: evil},
    ]
    Path("in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in bad), encoding="utf-8")
    Path("dump.txt").write_text(
        f"Title of it {evil}\n\n" + f"Words that are long enough to be read {evil}.\n" * 20, encoding="utf-8"
    )
    for command in (
        ["generate", "-v", "in.jsonl", "dump.txt"], ["generate", "--json", "in.jsonl"], ["clean", "--explain", "in.jsonl", "dump.txt"],
        ["check"], ["check", "--json"], ["generate", f"no-such-{evil}"],
    ):  # fmt: skip
        if command == ["check"]:
            Path("content/articles/by-hand.md").write_text(
                '---\ntitle: "\\u202e\\x1b[2J"\nentities: ["\\x9b31m"]\n---\n\n[x](\u202e.md)\n', encoding="utf-8"
            )
        done = CliRunner().invoke(main, command)
        assert not STEERING.search(done.output), command
        if "--json" in command:
            json.loads(done.stdout)


FORGED = "x\n::error::boo\r\n::add-mask::x\t\x1b[31mred"
FORGED_PAGES = {
    "articles/by-hand.md": {"title": FORGED, "entities": [FORGED], FORGED: 1},
    "articles/again.md": {"title": FORGED, "id": FORGED},
    "articles/twice.md": {"title": FORGED, "id": FORGED},
    "entities/old.md": {"title": FORGED, "template": "redirect.html", "redirect": f"{FORGED}.md"},
    "entities/other.md": {"title": "Other", "kind": FORGED, "template": "entity.html"},
}


def forged_site() -> None:
    Path("mkdocs.yml").write_text(MKDOCS_YML + "plugins: [broadsheet]\n")
    for address, front in FORGED_PAGES.items():
        path = Path("content", address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{json.dumps(front, indent=0)}\n---\n\nWords.\n", encoding="utf-8")


def test_no_finding_forges_a_line_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    forged_site()
    Path("in.jsonl").write_text(json.dumps({"title": "T", "body": "B", "published": FORGED, "id": FORGED}) + "\n")
    for command in (
        ["check"],
        ["check", "--github"],
        ["generate", "-v", "in.jsonl"],
        ["clean", "in.jsonl"],
        ["generate", FORGED],
    ):
        done = CliRunner().invoke(main, command)
        assert done.exit_code, command
        assert not STEERING.search(done.output), command
        assert "boo" in done.output, command
        commands = [line for line in done.output.splitlines() if line.startswith("::")]
        assert all(re.match("::(?:error|warning|notice) file=content/", line) for line in commands), command
        assert commands == [] or "--github" in command


def test_the_plugin_steers_no_terminal_and_forges_no_line(tmp_path, monkeypatch, caplog):
    monkeypatch.chdir(tmp_path)
    forged_site()
    config = load_config("mkdocs.yml")
    config.plugins.on_files(Files([]), config=config)
    told = [record.getMessage() for record in caplog.records if record.name == "mkdocs.plugins.broadsheet"]
    assert [one for one in told if STEERING.search(one) or "\n" in one] == []
    assert any("there is no entity x\\u000a::error::boo\\u000d\\u000a" in one and "\\u001b[31m" in one for one in told)


# Links and files


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        "\x01javascript:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "%6aavascript:alert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//foreign.example/", "http:javascript:alert(1)", "https:", "view-source:https://x.example",
        "feed:javascript:alert(1)", "jar:https://x.example!/", "blob:https://x.example/1", "\u202ehttps://x.example",
    ],
)  # fmt: skip
def test_no_link_but_to_the_web(url):
    assert web_address(url) is None


@pytest.mark.parametrize("string", committed())
def test_an_address_cannot_end_its_link(string):
    address = web_address(f"https://example.org/{string}")
    assert address is not None
    assert not re.search(r"[\s()<>\[\]{}\"'`\\|]", address)


def test_a_link_in_a_folder_does_not_lead_out_of_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("secret.txt").write_text("Secret words that nobody is to see. " * 20)
    Path("in").mkdir()
    Path("in/linked.txt").symlink_to("../secret.txt")
    Path("in/good.jsonl").write_text('{"title": "Good", "body": "Words."}\n')
    Path("in/again.jsonl").symlink_to("good.jsonl")
    done = CliRunner().invoke(main, ["clean", "in"])
    assert done.exit_code == 1
    assert "Secret" not in done.output
    assert "in/linked.txt: is a link that leads out of its folder" in done.stderr
