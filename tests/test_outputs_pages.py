"""What stands on the pages: links that lead somewhere, text that stays text, editions of any size."""

import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.archive.draft import Block, Draft
from broadsheet.markdown_text import tidy, unlink
from broadsheet.model import KINDS, Copy, Image, Removal
from broadsheet.outputs import drafts
from broadsheet.outputs.items import LEAD_LENGTH, LONGEST_LEAD, lead
from broadsheet.outputs.links import with_links
from editions import article, edition, entity, texts
from small_edition import small_edition

EXTENSIONS = ["admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc"]
EXTENSIONS += ["pymdownx.details", "pymdownx.superfences"]

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "a ](https://evil.example) b [c",
    "x {onclick=alert(1) .y}",
    "{: onclick=alert(1)}",
    "<!-- /broadsheet:title --> <b>",
    "&lt;b&gt; &#60;i&#62;",
    "`code` **bold** _em_ ~~no~~ # x #",
    "</details><h2>out",
    "{{ config }} {% raw %} ${x} %(y)s {0}",
    "--- \n title: x",
    "\u202eevil\u202c \x00\x1b[31m",
    "| a | b |\n|---|---|",
    "\\",
    "*",
    "1. x",
    "#",
]


def bodies(made):
    """The Markdown of each page, by address."""
    parts = {}
    for draft in made:
        if isinstance(draft, Draft):
            chunks = (part.text if isinstance(part, Block) else part for part in draft.parts)
            parts[draft.address] = "\n\n".join(chunk for chunk in chunks if chunk)
    return parts


MARKDOWN = markdown.Markdown(extensions=EXTENSIONS)


class Reader(HTMLParser):
    """What a browser would find: tags, attributes, links."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.links, self.text = set(), set(), [], ""
        self.feed(MARKDOWN.reset().convert(page))

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.text += data


TAGS = set("h1 h2 h3 p a em strong ul ol li blockquote details summary code span div pre".split())  # noqa: SIM905 - reads best


def quick_links(page):
    """The links in Markdown of ours, without rendering it."""
    return re.findall(r"(?<!\\)\]\(([^()\s]+)\)", page)


def assert_links_lead_somewhere(made, links):
    known = {draft.address for draft in made}
    for address, page in bodies(made).items():
        for link in links(page):
            if re.match(r"https?://|#", link):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(link)))
            assert target in known, (address, link)


def test_every_link_leads_to_a_page():
    for per_page in (1, 2, 50):
        made = list(drafts(small_edition(per_page=per_page)))
        assert_links_lead_somewhere(made, quick_links)
    assert_links_lead_somewhere(made, lambda page: Reader(page).links)


names = st.sampled_from(["Ukraine", "Éric C++", "國", "A (b)", "x" * 80, "index", "2", "Ωmega", "con", "az"])
words = st.lists(names | st.sampled_from(["and", "met", "."]), max_size=12).map(" ".join)
kinds, statuses = st.sampled_from(KINDS), st.sampled_from(["adopted", "suggested"])
days = st.none() | st.sampled_from(["2024-02-29", "2023-12-31", "2024-02-29T23:59:59+05:30", "1999-01-01"])


@st.composite
def any_edition(draw):
    articles = [
        article(
            draw(names),
            draw(words) or "-",
            day=draw(days),
            retrieved=draw(days),
            id=f"id{number}",
            address=f"articles/{number}.md",
            source=draw(names | st.just("")),
            topics=tuple(draw(st.lists(names, max_size=3))),
            section=draw(st.none() | names),
            language=draw(st.sampled_from([None, "en", "fr", "ja", "xx", "not a tag"])),
        )
        for number in range(draw(st.integers(0, 9)))
    ]
    entities = [
        entity(name, draw(kinds), status=draw(statuses), id=f"e{place}")
        for place, name in enumerate(draw(st.lists(names, unique=True)))
    ]
    return edition(articles, entities, per_page=draw(st.integers(1, 4)), language=draw(st.sampled_from(["en", "fr"])))


@settings(deadline=None, max_examples=40)
@given(any_edition())
def test_any_edition_has_whole_links_distinct_addresses_and_every_article(any_edition):
    made = list(drafts(any_edition))
    assert made == list(drafts(any_edition))
    assert len({draft.address.casefold() for draft in made}) == len(made)
    assert_links_lead_somewhere(made, quick_links)
    pages = {draft.address: draft for draft in made}
    for one in any_edition.articles:
        body = [part for part in pages[one.address].parts if isinstance(part, str)]
        assert [unlink(text) for text in body] == [one.body]
    for one in any_edition.entities.values():
        assert one.address in pages


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    word = text.strip()
    made = edition(
        [
            article(
                word,
                f"{text} then Ukraine {text}",
                day="2024-04-16",
                id=text,
                source=word,
                source_url="javascript:alert(1)",
                url='https://example.org/"onmouseover="alert(1)<script>(x)',
                authors=(word,),
                description=description,
                section=word,
                topics=(word,),
                # Web addresses in rights are linked, on purpose.
                rights=word.replace("https:", ""),
                language=language,
                removed=(Removal(1, text, word),),
                image=Image(url="data:text/html,<script>", alt=word, credit=word),
                also_at=(Copy(name=word, url="javascript:x"),),
                address=f"articles/{place}.md",
            )
            for place, (description, language) in enumerate([(word, "en"), (None, word)])
        ],
        [entity("Ukraine", "place", aliases=(word,), names={"fr": (word,), word: ("x",)}), entity(word, id="x")],
        site_name=word,
        site_description=word,
    )
    for address, page in bodies(drafts(made)).items():
        seen = Reader(page)
        assert seen.tags <= TAGS, (address, page)
        assert seen.attributes <= {"href", "id", "lang", "dir", "class", "data-search-exclude"}, (address, page)
        assert all(
            re.match(r"https://example\.org/|[\w/.-]+\.(?:md|xml|json|jsonl|ris|bib)$", link) for link in seen.links
        ), seen.links


def test_hostile_titles_are_shown_as_written():
    for title in HOSTILE:
        made = {draft.address: draft for draft in drafts(edition([article(title, address="articles/a.md")]))}
        shown = Reader(bodies(made.values())["articles/a.md"].split("\n\n")[1]).text
        assert shown.split() == tidy(title).split()


def test_an_archive_without_articles_has_a_home_and_says_so():
    made = texts(drafts(edition()))
    assert "There is no article yet" in made["index.md"]
    assert "Nothing here yet" in made["editions/index.md"]
    assert {"archive/index.md", "entities/index.md", "editions/index.md", "topics/index.md"} <= made.keys()
    assert {"entities/kind/person.md", "entities/kind/place.md", "entities/kind/organisation.md"} <= made.keys()


def test_an_archive_of_one_article_leads_with_it():
    made = texts(drafts(edition([article("Only one", "It says something.", day="2024-04-16")])))
    assert "## [Only one](articles/2024/04/16/only-one.md)\n\nIt says something." in made["index.md"]
    assert "Named for the first time" not in made["editions/2024/2024-04-16.md"]


def test_an_archive_without_dates_leads_with_what_it_has():
    made = texts(drafts(edition([article("One"), article("Two")])))
    assert "## [One](articles/undated/one.md)" in made["index.md"]
    assert "[Articles](archive/undated.md)" in made["index.md"]
    assert not [address for address in made if re.match(r"editions/\d", address)]


def test_an_undated_article_says_what_is_known():
    made = texts(drafts(small_edition()))
    seed = next(text for address, text in made.items() if "l-ukraine-demande" in address)
    assert "fetched 16 April 2024, date of publication unknown" in seed
    assert '<details markdown="1"><summary>How this text was cleaned</summary>' in seed
    assert "- line 29, *advertisement*: \\- Advertisement -" in seed
    assert "date unknown" in made["articles/undated/undated-too.md"]


def test_an_entity_shows_the_sentence_that_names_it():
    made = texts(drafts(small_edition()))
    assert "    > **Ukraine** expects a hard winter, António Guterres was told." in made["entities/ukraine.md"]
    said = '    > <span lang="ja" dir="ltr">**ウクライナ**の大統領と会談する。</span>'
    assert said in made["entities/ukraine.md"]


def test_an_entity_with_many_articles_has_further_pages_that_do_not_change():
    def coverage(number):
        made = edition(
            [article(f"Ukraine {place:02}", "About Ukraine.", day=f"2024-01-{place:02}") for place in range(1, number)],
            [entity("Ukraine", "place")],
            per_page=4,
        )
        return texts(drafts(made))

    before, after = coverage(22), coverage(23)
    assert len(re.findall(r"\[Ukraine \d\d\]", before["entities/ukraine.md"])) == 5
    oldest = before["entities/ukraine/2.md"]
    assert re.findall(r"\[Ukraine (\d\d)\]", oldest) == ["04", "03", "02", "01"]
    assert "title: Ukraine, 1 – 4 Jan 2024" in oldest
    for page in (2, 3, 4):
        address = f"entities/ukraine/{page}.md"
        assert before[address] == after[address]
    listed = [
        title
        for address, text in after.items()
        if address.startswith("entities/ukraine")
        for title in re.findall(r"\[(Ukraine \d\d)\]", text)
    ]
    assert sorted(listed) == [f"Ukraine {place:02}" for place in range(1, 23)]


def test_related_articles_share_names_and_say_so():
    made = texts(drafts(small_edition()))
    page = made["articles/2024/04/16/un-chief-visits-kyiv.md"]
    assert "3 shared names: António Guterres, Kyiv, Ukraine" in page


def test_a_name_in_every_article_makes_none_of_them_related():
    made = edition([article(f"N{place}", "Ukraine.", day="2024-01-01") for place in range(30)], [entity("Ukraine")])
    assert not [text for text in texts(drafts(made)).values() if "## Related" in text]


def test_articles_entities_and_topics_are_searched_other_lists_are_not():
    for draft in drafts(small_edition(per_page=1)):
        if isinstance(draft, Draft):
            folder, _, name = draft.address.partition("/")
            first_of_topic = folder == "topics" and name != "index.md" and name.count("/") == 0
            own = draft.front["template"] in {"article.html", "entity.html"} and "retracted" not in draft.front
            assert ("search" not in draft.front) == (own or first_of_topic), draft.address


def test_letters_of_other_scripts_stand_together():
    people = ["Élan", "Øre", "ßeta", "Ждан", "李", "서울", "ひ", "9 lives", "!!", "Ǻ", "ﬁne", "उ", "ᚠ"]
    made = texts(drafts(edition([], [entity(name, id=f"e{place}") for place, name in enumerate(people)])))
    lists = {address.removeprefix("entities/az/").removesuffix(".md") for address in made if "/az/" in address}
    expected = {"e", "o", "s", "cyrillic", "chinese-characters", "korean", "japanese", "0-9", "other-scripts", "a", "f"}
    assert lists == expected | {"devanagari"}


def test_a_headline_that_is_the_first_sentence_is_not_read_twice():
    assert lead(article("It rains", "It rains. It pours.")) == "It pours."
    assert lead(article("It rains", "It rains.\n\nIt pours.")) == "It pours."
    assert lead(article("It rains", "It rains today. It pours.")) == "It rains today. It pours."
    assert lead(article("It rains", "It rains")) == ""


def test_a_lead_text_ends_with_a_sentence_or_says_that_it_goes_on():
    assert lead(article("T", "A sentence. " * 40)).endswith("A sentence.")
    assert len(lead(article("T", "A sentence. " * 40))) <= LEAD_LENGTH
    assert lead(article("T", "word " * 200)).endswith("word …")
    assert len(lead(article("T", "x" * 100_000))) <= LONGEST_LEAD + 2


def test_web_addresses_in_rights_are_linked_and_nothing_else():
    assert (
        with_links("CC BY (https://cc.org/by/4.0/); a*b.")
        == "CC BY ([https://cc.org/by/4.0/](https://cc.org/by/4.0/)); a\\*b."
    )
    assert with_links("see!https://a.org") == "see&#33;[https://a.org](https://a.org)"
    assert with_links("http:// https://") == "http:// https://"
    assert with_links("see https://a.org.") == "see [https://a.org](https://a.org)."
