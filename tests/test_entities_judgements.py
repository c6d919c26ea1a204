"""What people judge about names: it holds, it can be taken back, and nothing that was refused comes back."""

from __future__ import annotations

import json
import re
from importlib import import_module
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet import entities as naming
from broadsheet import judging
from broadsheet.archive import check, load
from broadsheet.cli import main
from broadsheet.config import Config, read_config
from broadsheet.entities import judgements
from broadsheet.entities.identity import mark
from broadsheet.entities.merges import merges
from broadsheet.entities.roll import Roll
from broadsheet.errors import BroadsheetError, UsageError
from broadsheet.model import KINDS, STATUSES, Article, Entity, NamedEntity
from broadsheet.pipeline import generate


def entity(one, name=None, **more):
    return Entity(id=one, name=name or one.replace("-", " ").title(), **more)


def article(body, number=1, language="en", named=()):
    return Article(id=f"a{number}", title="-", body=body, language=language, entities=tuple(named))


def name_all(*articles, known=(), suggest=False):
    return naming.name_all(known, list(articles), "en", suggest=suggest)


def ids(named, one="a1"):
    return [mention.entity for mention in named.mentions[one]]


# Who is whom.


def test_chains_are_followed_whatever_the_order_of_pages():
    chain = [entity("a"), entity("b", merged_into="a"), entity("c", merged_into="b"), entity("d", merged_into="c")]
    for order in permutations(chain):
        turned = merges(order)
        assert turned.into == {"b": "a", "c": "a", "d": "a"}
        assert not turned.faults


def test_circles_and_merges_into_nothing_are_not_followed_and_what_leads_to_them_ends_there():
    pages = [
        entity("a", merged_into="b"),
        entity("b", merged_into="a"),
        entity("c", merged_into="a"),
        entity("d", merged_into="d"),
        entity("e", merged_into="nobody"),
        entity("f", merged_into="e"),
    ]
    turned = merges(pages)
    assert turned.faults == {"a": "circle", "b": "circle", "d": "circle", "e": "unknown"}
    assert turned.into == {"c": "a", "f": "e"}


@given(st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from("abcdefgx")))
def test_every_merge_ends_at_something_that_stands_for_itself(steps):
    turned = merges([entity(one, merged_into=steps.get(one)) for one in "abcdefg"])
    assert set(turned.into) | set(turned.faults) == set(steps)
    assert not set(turned.into) & set(turned.faults)
    assert not set(turned.into.values()) & set(turned.into)


def test_names_of_a_merged_entity_mean_the_other_and_its_records_vouch_for_it():
    known = [
        entity("ada-quill", kind="person"),
        entity("lady-q", "Lady Q.", kind="other", wikidata="Q7", aliases=("LQ",), merged_into="ada-quill", judged=True),
    ]
    named = name_all(
        article("LQ met Lady Q. today.", 1, named=[NamedEntity(name="Lady Q.", kind="other")]),
        article("The Quill sang.", 2, named=[NamedEntity(name="The Quill", kind="work", wikidata="Q7")]),
        known=known,
    )
    assert list(named.entities) == ["ada-quill"]
    assert ids(named) == ["ada-quill", "ada-quill"]
    assert ids(named, "a2") == ["ada-quill"]
    assert named.merged == {"ada-quill": [known[1]]}


def test_a_merged_entity_keeps_its_id_and_its_country():
    known = [
        entity("burma", "Burma", kind="place", country="MM", merged_into="union", judged=True),
        entity("union", "The Union", kind="place"),
        entity("nordlicht", "Nordlicht Rail", merged_into="union", judged=True, coined=True),
    ]
    named = name_all(
        article("Myanmar and Burma.", 1),
        article("Nordlicht fell.", 2, named=[NamedEntity(name="Nordlicht", kind="work", wikidata="Q9")]),
        known=known,
    )
    assert ids(named) == ["union", "union"]
    assert not any(one.country == "MM" for one in named.entities.values())
    assert ids(named, "a2") == ["union"]  # the id spells the name that the page was made from


def test_a_suggestion_that_something_was_merged_into_stays_without_being_named():
    known = [
        entity("varda", "Varda Institute", status="suggested"),
        entity("vsi", "VSI", merged_into="varda", judged=True),
    ]
    assert name_all(article("Nothing."), known=known, suggest=True).entities["varda"].status == "suggested"


def test_what_is_merged_into_something_refused_is_refused_with_it():
    known = [entity("a", "Brightwing", status="rejected"), entity("b", "Darkwing", merged_into="a", judged=True)]
    named = name_all(article("Darkwing flew.", named=[NamedEntity(name="Darkwing")]), known=known, suggest=True)
    assert not ids(named)
    assert not {"a", "b", "darkwing"} & set(named.entities)


def test_a_name_struck_from_a_page_stays_out_when_its_entity_is_merged():
    struck = mark("vsi")
    known = [entity("varda", "Varda Institute"), entity("vsi", "VSI", merged_into="varda", judged=True)]
    one = Article(
        id="a1", title="-", body="The VSI and the Varda Institute.", language="en", unnamed=frozenset([struck])
    )
    assert [mention.surface for mention in name_all(one, known=known).mentions["a1"]] == ["Varda Institute"]


# What was refused.

REFUSED = entity("brightwing", "Brightwing Probe", aliases=("BWP",), wikidata="Q5", status="rejected", judged=True)
TEXT = "Engineers launched the Brightwing Probe. The Brightwing Probe flew, and the Brightwing-Probe did too. BWP!"


@pytest.mark.parametrize(
    "record",
    [
        NamedEntity(name="Brightwing Probe", kind="product"),
        NamedEntity(name="BRIGHTWING PROBE"),
        NamedEntity(name="Brightwíng Probe"),
        NamedEntity(name="BWP"),
        NamedEntity(name="Something else", wikidata="Q5"),
        NamedEntity(name="Brightwing"),  # what the id spells, whatever the page is called by now
        NamedEntity(name="The Flyer", aliases=("Brightwing Probe", "BWP", "brightwing probe")),
    ],
)
@pytest.mark.parametrize("suggest", [False, True])
def test_a_refused_name_never_comes_back(record, suggest):
    named = name_all(article(TEXT, 1, named=[record]), article(TEXT, 2), known=[REFUSED], suggest=suggest)
    for one in ("a1", "a2"):
        assert [mention.surface for mention in named.mentions[one]] == []
    spelled = {name for one in named.entities.values() for name in one.every_name}
    assert not any("wing" in name.lower() or name == "BWP" for name in spelled)
    assert not any("Brightwing" in one.name for one in named.suggestions)


def test_a_refused_name_in_another_script_or_case_stays_out():
    known = [entity("institut-vardy", "Институт Варды", status="rejected", judged=True)]
    text = "Вчера Институт Варды запустил зонд. Зонд Института Варды летит, в Институте Варды рады."
    named = name_all(article(text, 1, "ru"), article(text, 2, "ru"), known=known, suggest=True)
    assert not ids(named)
    assert not any("Вард" in one.name for one in (*named.entities.values(), *named.suggestions))
    renamed = entity("moskva", "Московский зоопарк", status="rejected", judged=True)
    named = name_all(article("Тигр.", 1, "ru", [NamedEntity(name="Москва")]), known=[renamed])
    assert "moskva-2" not in named.entities


def test_a_namesake_of_something_refused_stays():
    known = [
        entity("vesper", "Vesper", kind="place", wikidata="Q20"),
        entity("vesper-2", "Vesper", kind="person", wikidata="Q3", status="rejected", judged=True),
    ]
    named = name_all(
        article("Vesper fell.", named=[NamedEntity(name="Vesper", kind="place", wikidata="Q20")]), known=known
    )
    assert ids(named) == ["vesper"]


def test_an_alias_that_was_split_off_is_no_longer_one_though_records_say_so():
    known = [
        entity("varda", "Varda Institute", judged=True),
        entity("varda-street", "Varda", kind="place", not_same_as=("varda",), judged=True),
    ]
    said = [NamedEntity(name="Varda Institute", aliases=("Varda",))]
    assert ids(name_all(article("In Varda.", named=said), known=known)) == ["varda-street"]


# On a site.

RECORDS = [
    {"id": "1", "title": "A launch", "published": "2026-05-04", "language": "en",
     "body": "Engineers at the Varda Institute launched a probe on Monday.\n\nThe VSI was proud, said Ada Brandt.",
     "entities": [{"name": "Varda Institute", "kind": "organisation"}]},
    {"id": "2", "title": "A landing", "published": "2026-05-05", "language": "en",
     "body": "The VSI landed a probe in Norway.\n\nAda Brandt of the VSI cheered.",
     "entities": [{"name": "VSI", "kind": "other", "wikidata": "Q123", "aliases": ["V.S.I."]},
                  {"name": "Ada Brandt", "kind": "person"}]},
    {"id": "3", "title": "A prize", "published": "2026-05-06", "language": "en",
     "body": "A prize went to the VSI and to A. Brandt in Norway.",
     "entities": [{"name": "VSI", "kind": "other"}, {"name": "A. Brandt", "kind": "person"}]},
]  # fmt: skip
B_PAGE = "content/entities/vsi.md"


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


class Site:
    """A site of three articles, to be edited and judged."""

    def __init__(self, root):
        self.root = Path(root)
        (self.root / "mkdocs.yml").write_text(
            "site_name: A\ndocs_dir: content\nplugins:\n  - broadsheet\n", encoding="utf-8"
        )
        (self.root / "content").mkdir()
        self.feed(RECORDS)
        self.run("a.jsonl")

    @property
    def config(self) -> Config:
        return read_config(self.root / "mkdocs.yml")

    def feed(self, records, name="a.jsonl"):
        (self.root / name).write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")

    def run(self, *inputs, status=0):
        report = generate(self.config, list(inputs), base=self.root)
        assert report.exit_status == status, list(report.findings) + [step for step in report.steps if step.blocks]
        return report

    def judge(self, decision, *names, **more):
        return judging.judge(self.config, lambda roll, _: decision(roll, *names, **more))

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def edit(self, path, old, new):
        text = (self.root / path).read_bytes().decode()
        assert text.count(old) >= 1, (path, old, text)
        (self.root / path).write_bytes(text.replace(old, new, 1).encode())

    def files(self):
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted((self.root / "content").rglob("*"))
            if path.is_file()
        }

    def faults(self):
        return [str(one) for one in check.check(self.root / "content")]


ART = "content/articles/2026/05/0"


def windows(site):
    site.edit(B_PAGE, "kind: other", "kind: other  # really?")
    (site.root / B_PAGE).write_bytes((site.root / B_PAGE).read_bytes().replace(b"\n", b"\r\n"))


EDITS = {
    "nothing": lambda _: None,
    "a description": lambda site:
        site.edit(B_PAGE, "<!-- broadsheet:names", "The *space* people.\n\n<!-- broadsheet:names"),
    "a comment": lambda site: site.edit(B_PAGE, "kind: other", "kind: other  # really?"),
    "quotes": lambda site: site.edit(B_PAGE, "title: VSI", "title: 'VSI'"),
    "a search key": lambda site: site.edit(B_PAGE, "title: VSI", "title: VSI\nsearch:\n  exclude: true"),
    "suggested": lambda site: site.edit(B_PAGE, "status: adopted", "status: suggested"),
    "an edited block": lambda site: site.edit(B_PAGE, "<!-- broadsheet:coverage -->\n", ""),
    "windows": windows,
    "an article": lambda site: site.edit(f"{ART}6/a-prize.md", "A prize went", "A golden prize went"),
    "a struck link": lambda site:
        site.edit(f"{ART}5/a-landing.md", "The [VSI](../../../../entities/vsi.md)", "The VSI"),
    "a struck name": lambda site: site.edit(f"{ART}6/a-prize.md", "  - vsi\n", ""),
    "a moved page": lambda site: (site.root / B_PAGE).rename(site.root / "content/vsi.md"),
    "a moved target": lambda site:
        (site.root / "content/entities/varda-institute.md").rename(site.root / "content/v.md"),
    "an added name": lambda site: site.edit(f"{ART}4/a-launch.md", "entities:\n", "entities:\n  - norway\n"),
}  # fmt: skip


@pytest.mark.parametrize("into", ["varda-institute", "norway", "ada-brandt"])
@pytest.mark.parametrize("edit", EDITS)
def test_merged_and_split_all_is_as_it_was_to_the_byte(site, edit, into):
    EDITS[edit](site)
    site.run()
    site.run()
    before = site.files()
    site.judge(judgements.merge, ["vsi"], into)
    merged = site.files()
    assert merged != before
    assert site.faults() == [one for one in site.faults() if "block" in one]
    site.run("a.jsonl")
    site.run()
    assert site.files() == merged
    site.judge(judgements.split, "vsi")
    assert site.files() == before


def test_what_a_merge_adds_to_an_edited_page_stands_in_its_place_and_goes_with_it(site):
    page = "content/entities/norway.md"
    site.edit(page, "<!-- broadsheet:coverage", "Where the fjords are.\n\n<!-- broadsheet:coverage")
    site.run()
    before = site.files()
    site.judge(judgements.merge, ["varda-institute", "vsi", "ada-brandt"], "norway")
    text = site.read(page)
    blocks = re.findall(r"<!-- broadsheet:([a-z]+) -->", text)
    order = ["trail", "title", "about", "names", "timeline", "together", "said", "subjects", "coverage", "pages"]
    assert "together" in blocks
    assert blocks == [one for one in order if one in blocks]
    assert text.index("Where the fjords are.") < text.index("<!-- broadsheet:coverage")
    for one in ("varda-institute", "vsi", "ada-brandt"):
        site.judge(judgements.split, one)
    assert site.files() == before


def test_a_language_may_have_several_names_by_command_and_by_hand(site):
    page = "content/entities/norway.md"
    site.judge(judgements.alias, "norway", ["Norja  maa"], language="FI")
    assert "\nnames:\n  fi: Norja maa\n" in site.read(page)
    site.judge(judgements.alias, "norway", ["Norja", "Norja maa", "Norge"], language="fi")
    assert "\nnames:\n  fi:\n    - Norja maa\n    - Norja\n    - Norge\n" in site.read(page)
    listed = "names:\n  fi:\n    - Norja maa\n    - Norja\n    - Norge\n"
    site.edit(page, listed, "names: {fi: [Norja, Norge], de: Norge}\n")
    site.feed([{"id": "9", "title": "Suomi", "published": "2026-05-09", "language": "fi", "body": "Norja voitti."}])
    site.run("a.jsonl")
    assert "[Norja](../../../../entities/norway.md) voitti" in site.read(f"{ART}9/suomi.md")
    spans = {tag: f'<span lang="{tag}" dir="ltr">' for tag in ("de", "fi")}
    listed = (
        f"{spans['de']}Norge</span> (German), {spans['fi']}Norja</span> (Finnish), {spans['fi']}Norge</span> (Finnish)"
    )
    assert f"- In other languages: {listed}" in site.read(page)
    assert not site.faults()
    (same,) = site.judge(judgements.alias, "norway", ["Norja"], language="fi").judgements
    assert same.idle
    site.judge(judgements.alias, "norway", ["Norge"], language="fi", remove=True)
    (entity,) = (one for one in load(site.root / "content").entities.values() if one.id == "norway")
    assert entity.names == {"fi": ("Norja",), "de": ("Norge",)}
    site.judge(judgements.split, "norway", ["Norja"])
    (entity,) = (one for one in load(site.root / "content").entities.values() if one.id == "norway")
    assert entity.names == {"de": ("Norge",)}
    assert not site.faults()


@given(st.lists(st.tuples(st.sampled_from(["vsi", "ada-brandt", "a-brandt", "norway"]), st.integers(0, 3)), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_merges_taken_back_in_any_order_leave_no_trace(tmp_path_factory, pairs):
    site = Site(tmp_path_factory.mktemp("site"))
    before = site.files()
    others = ["varda-institute", "vsi", "ada-brandt", "a-brandt"]
    done = []
    for one, which in pairs:
        try:
            site.judge(judgements.merge, [one], others[which])
            done.append(one)
        except UsageError:
            continue
        assert not site.faults()
    site.run("a.jsonl")
    for one in sorted(set(done)):
        site.judge(judgements.split, one)
    assert site.files() == before


@pytest.mark.parametrize(
    ("page", "key", "twice"),
    [
        (f"{ART}5/a-landing.md", "entities", "entities:\n  - norway\nentities:\n"),
        (f"{ART}5/a-landing.md", "entities", "entities: []\nentities:\n"),
        (B_PAGE, "aliases", "aliases:\n  - Other\naliases:\n"),
    ],
)
def test_a_key_that_stands_twice_is_told_at_its_line_and_nothing_is_judged_from_it(site, page, key, twice):
    site.edit(page, f"{key}:\n", twice)
    told = site.read(page)
    line = told.count("\n", 0, told.rindex(f"\n{key}:") + 1) + 1
    for _ in range(2):
        (finding,) = site.run("a.jsonl", status=1).findings
        assert str(finding).startswith(f"{page}:{line}:1: front matter: {key} stands twice, first on line ")
        assert str(finding).endswith("; delete one of the two")
        assert site.read(page) == told
        assert (site.root / B_PAGE).exists()
    site.edit(page, twice, f"{key}:\n")
    site.run("a.jsonl")
    site.run()
    assert "[VSI](../../../../entities/vsi.md)" in site.read(f"{ART}5/a-landing.md")
    assert "  - vsi\n" in site.read(f"{ART}5/a-landing.md")
    assert "  - V.S.I.\n" in site.read(B_PAGE)
    assert not site.faults()


def test_a_link_that_a_person_took_out_stays_out_through_a_merge(site):
    EDITS["a struck link"](site)
    site.run()
    site.judge(judgements.merge, ["vsi"], "varda-institute")
    assert "The VSI landed" in site.read(f"{ART}5/a-landing.md")


def test_chains_lead_to_the_end_and_a_circle_is_refused_by_the_command_and_told_by_the_check(site):
    site.judge(judgements.merge, ["vsi"], "varda-institute")
    site.judge(judgements.merge, ["varda-institute"], "ada-brandt")
    assert "redirect: entities/ada-brandt.md" in site.read(B_PAGE)
    assert not site.faults()
    with pytest.raises(UsageError, match="cannot be merged into itself"):
        site.judge(judgements.merge, ["ada-brandt"], "vsi")
    site.edit("content/entities/ada-brandt.md", "status: adopted", "status: adopted\nmerged_into: vsi")
    site.run(status=1)
    faults = site.faults()
    assert [one for one in faults if "round in a circle" in one and "entities/vsi.md" in one], faults
    for name in ("vsi", "varda-institute", "ada-brandt"):
        assert "template: entity.html" in site.read(f"content/entities/{name}.md")
    assert "[VSI](../../../../entities/vsi.md)" in site.read(f"{ART}5/a-landing.md")


def test_a_merge_into_nothing_or_into_something_refused_is_told(site):
    site.edit(B_PAGE, "status: adopted", "status: adopted\nmerged_into: nobody")
    site.run(status=1)
    assert [one for one in site.faults() if "is merged into nobody, which is no entity" in one]
    assert "template: entity.html" in site.read(B_PAGE)
    site.edit(B_PAGE, "merged_into: nobody", "merged_into: varda-institute")
    site.run()
    assert not site.faults()
    site.judge(judgements.reject, ["varda-institute"], stands=bool)
    assert [one for one in site.faults() if "was rejected, and so are its names" in one]
    assert "template: entity.html" in site.read(B_PAGE)
    assert "# VSI" in site.read(B_PAGE)
    assert "The VSI landed" in site.read(f"{ART}5/a-landing.md")
    site.run("a.jsonl")
    assert not (site.root / "content/entities/vsi-2.md").exists()


def test_a_deleted_page_of_a_merged_entity_takes_no_name_with_it(site):
    site.judge(judgements.merge, ["vsi"], "varda-institute")
    (site.root / B_PAGE).unlink()
    for inputs in ([], ["a.jsonl"], []):
        site.run(*inputs)
        assert not (site.root / B_PAGE).exists()
        assert "The [VSI](../../../../entities/varda-institute.md)" in site.read(f"{ART}5/a-landing.md")
        assert not site.faults()
    with pytest.raises(UsageError, match="broadsheet restore vsi"):
        site.judge(judgements.split, "vsi")


def test_a_deleted_target_takes_what_was_merged_into_it_along(site):
    site.judge(judgements.merge, ["vsi"], "varda-institute")
    (site.root / "content/entities/varda-institute.md").unlink()
    for inputs in ([], ["a.jsonl"], []):
        site.run(*inputs)
        assert "vsi.md" not in site.read(f"{ART}5/a-landing.md")
        assert "redirect:" not in site.read(B_PAGE)
    site.judge(judgements.split, "vsi")
    assert "[VSI](../../../../entities/vsi.md)" in site.read(f"{ART}5/a-landing.md")


def test_a_merged_page_moved_by_hand_still_leads_on(site):
    site.judge(judgements.merge, ["vsi"], "varda-institute")
    (site.root / B_PAGE).rename(site.root / "content/old.md")
    site.run("a.jsonl")
    assert not (site.root / B_PAGE).exists()
    (site.root / "content/entities/varda-institute.md").rename(site.root / "content/institute.md")
    site.run("a.jsonl")
    assert "redirect: institute.md" in site.read("content/old.md")
    assert not site.faults()


def test_some_names_of_an_entity_become_another(site):
    site.judge(judgements.alias, "vsi", ["Vienna Sinfonia"])
    site.judge(judgements.split, "vsi", ["Vienna Sinfonia", "V.S.I."], "organisation")
    assert "not_same_as:\n  - vsi\n" in site.read("content/entities/vienna-sinfonia.md")
    assert "aliases:\n  - V.S.I.\n" in site.read("content/entities/vienna-sinfonia.md")
    assert "aliases" not in site.read(B_PAGE)
    site.feed([{**RECORDS[1], "id": "9", "title": "Again", "body": "Then the V.S.I. played."}], "b.jsonl")
    site.run("b.jsonl")
    assert "[V.S.I.](../../../../entities/vienna-sinfonia.md)" in site.read(f"{ART}5/again.md")
    assert not site.faults()


def test_a_judgement_that_would_lose_a_comment_is_not_written(site):
    site.edit(B_PAGE, "aliases:\n  - V.S.I.", "aliases: [V.S.I., # so they say\n  Vee]")
    before = site.files()
    with pytest.raises(BroadsheetError, match="cannot be changed without losing what you wrote"):
        site.judge(judgements.alias, "vsi", ["Another"])
    assert site.files() == before


def test_comments_order_and_quoting_outlive_every_judgement(site):
    site.edit(B_PAGE, "title: VSI", "title: 'VSI'  # as on the door")
    site.edit(B_PAGE, "status: adopted", "# settled in May\nstatus: adopted  # by Ann")
    for decision, names in (
        (judgements.merge, (["vsi"], "varda-institute")),
        (judgements.split, ("vsi",)),
        (judgements.alias, ("vsi", ["Vee"])),
        (judgements.not_same, (["vsi", "norway"],)),
        (judgements.rename, ("vsi", "Varda Space")),
    ):
        site.judge(decision, *names)
    text = site.read(B_PAGE)
    for line in ("title: Varda Space  # as on the door", "# settled in May", "status: adopted  # by Ann", "  - Vee"):
        assert line in text, text


# The roll, and the command line.


def test_someone_is_found_by_id_address_name_and_spelling_and_namesakes_are_listed():
    roll = Roll(
        {one.id: one for one in (
            entity("ada", "Ada Quill", aliases=("A. Quill",)), entity("vesper", kind="place"),
            entity("vesper-2", "Vesper"),
            entity("gone", "Gone", status="rejected"),
        )},
        frozenset(["gone"]),
    )  # fmt: skip
    for said in ("ada", "Ada Quill", "ada quill", "A. Quill", "entities/ada.md", "content/entities/ada.md"):
        assert roll.named(said).id == "ada"
    with pytest.raises(UsageError, match=r"several; say which by its id: vesper \(place\), vesper-2 \(other\)"):
        roll.named("Vesper")
    with pytest.raises(UsageError, match=r"did you mean Ada Quill \(ada\)"):
        roll.named("Ada Quil")
    with pytest.raises(UsageError, match="broadsheet restore gone"):
        roll.named("Gone")


def test_the_command_line_knows_all_kinds_and_statuses():
    commands = import_module("broadsheet.cli.entities")
    assert commands.KINDS == KINDS
    assert (*STATUSES, "merged") == commands.STATUSES


@pytest.fixture
def run(site, monkeypatch):
    monkeypatch.chdir(site.root)
    return lambda *words: CliRunner().invoke(main, ["entities", *words])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["adopt"], "Missing argument"),
        (["merge", "vsi"], "Missing argument"),
        (["adopt", "vsi", "--kind", "thing"], "Invalid value for '--kind'"),
        (["adopt", "Nowhere Ever"], "is the id or the name of no entity"),
        (["adopt", "   "], "the name is empty; write one"),
        (["adopt", "riz"], "is the id or the name of no entity"),
        (["adopt", "LAND"], "is the id or the name of no entity"),
        (["merge", "vsi", "vsi"], "cannot be merged into itself"),
        (["split", "vsi"], "is merged into no other"),
        (["split", "vsi", "Nothing"], "is no other name of vsi; there are: V.S.I."),
        (["rename", "vsi", " "], "the new name is empty"),
        (["alias", "vsi", "VSI", "--remove"], "it is its title"),
        (["alias", "vsi", "a", "--language", "français"], "français: is not a language tag; write it as uk or pt-BR"),
        (["alias", "vsi", "a", "--language", ""], "is not a language tag"),
        (["alias", "vsi", " "], "the name is empty; write one"),
        (["alias", "vsi", "a", "", "--language", "fr"], "the name is empty; write one"),
        (["alias", "vsi", "V.S.I.", "--language", "fr", "--remove"], "is no other name of vsi in fr"),
        (["not-meant", "vsi", "Somebody"], "is not a longer name"),
        (["not-meant", "vsi", "VSI Bank", "--remove"], "there is nothing to remove"),
        (["not-same", "vsi"], "at least two"),
        (["show", "vsy"], "did you mean VSI (vsi)"),
        (["list", "--status", "odd"], "Invalid value for '--status'"),
        (["list", "-f", "other.yml"], "there is no such file"),
    ],
)
def test_wrong_arguments_are_said_and_nothing_is_written(site, run, words, says):
    before = site.files()
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output
    assert site.files() == before


def test_each_commands_help_says_what_an_entity_is_and_gives_an_example(run):
    for one in "show adopt reject rename merge split alias not-meant not-same".split():  # noqa: SIM905 - reads best
        told = run(one, "--help").output
        assert "ENTITY is an id, a page or a name: ukraine" in told
        assert re.search(rf"Examples?:\n\s+broadsheet entities {one} ", told)


def test_what_contradicts_an_earlier_judgement_says_how_to_take_that_back(run):
    assert run("not-same", "vsi", "norway").exit_code == 0
    assert "not-same vsi norway --undo" in run("merge", "vsi", "norway").output
    assert run("not-same", "vsi", "norway", "--undo").exit_code == 0
    assert run("merge", "vsi", "norway").exit_code == 0
    assert "broadsheet entities split vsi" in run("not-same", "vsi", "norway").output
    assert "split it first" in run("reject", "vsi").output
    assert run("reject", "norway").exit_code == 0
    assert "adopt it first" in run("merge", "ada-brandt", "norway").output


def test_the_same_judgement_again_writes_nothing(site, run):
    for words in (["merge", "vsi", "norway"], ["reject", "A. Brandt"], ["alias", "norway", "Norge"]):
        assert run(*words).exit_code == 0
        before = site.files()
        again = run(*words)
        assert again.exit_code == 0
        assert again.output.startswith("unchanged content/entities/")
        assert site.files() == before


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("organisation", ", an organisation\n"),
        ("event", ", an event\n"),
        ("place", ", a place\n"),
        ("other", ", other\n"),
    ],
)
def test_what_something_is_adopted_as_bears_its_article(run, kind, said):
    run("adopt", "norway", "--kind", "work", "--no-refresh")
    told = run("adopt", "norway", "--kind", kind, "--dry-run").output.splitlines(keepends=True)[0]
    assert told.endswith(said)


def test_a_list_without_entities_says_whether_there_are_any(tmp_path, run, monkeypatch):
    assert run("list", "Nowhere").output == "There is no such entity.\n"
    (tmp_path / "empty" / "content").mkdir(parents=True)
    (tmp_path / "empty" / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\nplugins: [broadsheet]\n")
    monkeypatch.chdir(tmp_path / "empty")
    for words in ([], ["Nowhere"], ["--kind", "place"]):
        told = run("list", *words).output
        assert told.startswith("There are no entities yet: `broadsheet generate` finds names")
        assert "`broadsheet entities adopt NAME`" in told
    assert run("list", "--quiet").output == ""


def test_machines_are_told_what_people_are(run):
    done = json.loads(run("merge", "vsi", "varda-institute", "--json").output)
    assert done["judged"][0]["front_matter"] == {"merged_into": "varda-institute"}
    assert done["refresh"]["exit_status"] == done["exit_status"] == 0
    assert [one["id"] for one in json.loads(run("list", "--status", "merged", "--json").output)] == ["vsi"]
    shown = json.loads(run("show", "varda-institute", "--json").output)
    assert (shown["merged"], shown["articles"], len(shown["named_in"])) == (["vsi"], 3, 3)
    suggested = json.loads(run("suggest", "--json").output)
    assert [one["adopt"] for one in suggested] == []


def test_without_a_refresh_only_the_page_is_written_and_the_next_run_follows(site, run):
    before = site.files()
    assert run("merge", "vsi", "norway", "--no-refresh", "-q").output == ""
    assert {path for path, raw in site.files().items() if before[path] != raw} == {B_PAGE}
    site.run()
    assert "redirect: entities/norway.md" in site.read(B_PAGE)


def test_a_name_that_stands_in_an_article_and_has_no_page_can_be_judged(site, run):
    assert run("reject", "probe on Monday").exit_code == 0
    assert "status: rejected" in site.read("content/entities/probe-on-monday.md")
    assert run("adopt", "golden goose").exit_code == 2
    assert run("adopt", "probe", "--kind", "product").exit_code == 0
    assert "[probe](../../../../entities/probe.md)" in site.read(f"{ART}5/a-landing.md")


# What an id is made from, and what it is not.


def linked(known, body, *records):
    said = tuple(NamedEntity(**one) for one in records)
    naming = naming_of([Article(id="a", title="-", body=body, language="en", entities=said)], known)
    return [(mention.surface, mention.entity) for mention in naming.mentions["a"]]


def naming_of(articles, known):
    return naming.name_all(known, articles, "en")


def test_a_page_that_a_person_made_is_not_taken_for_whatever_its_id_spells():
    freddie = entity("mercury", "Freddie Mercury", kind="person", judged=True)
    assert linked([freddie], "The planet Mercury is hot.", {"name": "Mercury", "kind": "place"}) == [
        ("Mercury", "mercury-2")
    ]


def test_a_page_that_was_ours_still_means_the_name_that_its_id_was_made_from():
    renamed = entity("nexa", "Novacorp", kind="organisation", judged=True, coined=True)
    assert linked([renamed], "The Nexa board met.", {"name": "Nexa"}) == [("Nexa", "nexa")]


def test_a_name_that_was_dropped_when_a_page_was_renamed_means_it_no_more():
    one = entity("nexa", "Nexa", kind="organisation", judged=True, coined=True)
    (said,) = judgements.rename(Roll({"nexa": one}), "nexa", "Novacorp", keep=False)
    assert said.front == {"title": "Novacorp", "not_meant": ["Nexa"]}
    renamed = entity("nexa", "Novacorp", kind="organisation", judged=True, coined=True, not_meant=("Nexa",))
    assert linked([renamed], "The Nexa board met.", {"name": "Nexa"}) == [("Nexa", "nexa-2")]


def test_who_takes_anothers_name_hears_of_it_and_a_surname_is_not_refused_for_all_who_bear_it():
    roll = Roll({one.id: one for one in (entity("nexa"), entity("orme"), entity("ada", "Ada Quill", kind="person"))})
    (renamed,) = judgements.rename(roll, "nexa", "Orme")
    assert renamed.said.endswith("; so is orme, so that it is not always sure who is meant")
    (called,) = judgements.alias(roll, "nexa", ["Orme"])
    assert called.said.endswith("; so is orme, so that it is not always sure who is meant")
    with pytest.raises(UsageError, match=r"Quill: is the last name of Ada Quill.*`meant: \{Quill: ID\}`"):
        judgements.reject(roll, ["Quill"], stands=lambda _: True)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("status: adopted", "status: adoptd", "status is none of the values it can have, and does not count"),
        ("kind: other", "kind: organization", "kind is none of the values it can have, and does not count"),
        ("status: adopted", "status: adopted\nnot_meant: 3", "not_meant is not a list, and does not count"),
        (
            "status: adopted",
            "status: adopted\nmerged_into: varda-institute\nnot_same_as:\n  - varda-institute",
            "is merged into varda-institute and said to be another",
        ),
    ],
)
def test_a_slip_in_what_a_person_judged_is_told_at_its_line(site, before, after, told):
    assert before in site.read(B_PAGE)
    site.edit(B_PAGE, before, after)
    found = [str(one) for one in site.run(status=1).findings]
    assert [one for one in found if told in one and one.startswith(f"{B_PAGE}:")], found


def test_a_name_that_is_said_to_mean_no_entity_is_told_at_its_line(site):
    (path,) = list((site.root / "content" / "articles").rglob("*.md"))[:1]
    address = str(path.relative_to(site.root))
    site.edit(address, "\nid:", "\nmeant:\n  Varda: nobody\nid:")
    found = [str(one) for one in site.run(status=1).findings]
    what = "Varda is said to mean nobody, which is no entity, and does not count; write the id of one, or `false`"
    assert [one for one in found if what in one and one.startswith(f"{address}:")], found


@pytest.mark.parametrize(
    ("language", "rejected", "text"),
    [
        (
            "en",
            "Storm Orme",
            "STORM ORME is back, and the reach of Storm Orme’s winds grew. It is said that Orme is weak.",
        ),
        (
            "ru",
            "Дмитрий Белов",
            "По словам Дмитрия Белова, всё хорошо. Вчера Белов отказался говорить, и с Беловым нет.",
        ),
        ("el", "Κυριάκος Δόρνος", "Μίλησε με τον Κυριάκο Δόρνο χθες και είπε ο Δόρνος ότι ο δρόμος του Δόρνου είναι."),
    ],
)
def test_a_rejected_name_comes_back_in_no_form_and_no_piece(language, rejected, text):
    page = Entity(id="gone", name=rejected, kind="person", status="rejected")
    article = Article(id="a", title="-", body=text, language=language)
    assert [one.surface for one in naming.name_all([page], [article], "en").mentions["a"]] == []
    assert [one.surface for one in naming.name_all((), [article], "en").mentions["a"]] != []
