"""Recognisers: spaCy's pipelines for real, GLiNER through its interface; they propose, and nothing more."""

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner

from broadsheet import entities
from broadsheet.cli import main
from broadsheet.config import Gliner, Recognisers, read_config
from broadsheet.entities.recognisers import GlinerModel, SpacyPipelines, Span, finder, with_proposals
from broadsheet.entities.recognisers.windows import windows
from broadsheet.errors import ConfigError
from broadsheet.model import Article, Entity


def article(body, language="de", number=1):
    return Article(id=f"a{number}", title="-", body=body, language=language)


def pipeline(language, patterns):
    made = spacy.blank(language)
    made.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": text} for text, label in patterns.items()])
    return made


def spacy_finder(**patterns):
    """Discovery with a blank pipeline for each language, which knows the names given."""
    made = {language: pipeline(language, names) for language, names in patterns.items()}
    return with_proposals(entities.discover, [SpacyPipelines(made)])


class Stand:
    """Stands in for a GLiNER model: its documented `predict_entities`, finding words by a list."""

    def __init__(self, words):
        self.words = words
        self.texts = []

    def predict_entities(self, text, labels, threshold=0.5):
        self.texts.append(text)
        found = []
        for word, (label, score) in self.words.items():
            start = text.find(word)
            if start >= 0 and label in labels and score >= threshold:
                found.append({"start": start, "end": start + len(word), "text": word, "label": label, "score": score})
        return found


def named(*articles, find_names, known=(), language="en"):
    return entities.name_all(known, list(articles), language, find_names=find_names)


def linked(naming, article_id="a1"):
    return [mention.surface for mention in naming.mentions[article_id]]


GERMAN = {"Ada Quill": "PER", "Nordlicht AG": "ORG", "Sellow": "LOC", "Montag": "DATE"}


def test_names_are_found_in_german_where_every_noun_has_a_capital():
    text = "Am Montag sagte Ada Quill, die Nordlicht AG verlasse Sellow. Quill blieb."
    without = named(article(text), find_names=entities.discover)
    assert (list(without.entities), list(without.unread)) == ([], ["de"])
    naming = named(article(text), find_names=spacy_finder(de=GERMAN))
    assert {one.name: (one.kind, one.status) for one in naming.entities.values()} == {
        "Ada Quill": ("person", "suggested"),
        "Nordlicht AG": ("organisation", "suggested"),
        "Sellow": ("place", "suggested"),
    }
    assert linked(naming) == ["Ada Quill", "Nordlicht AG", "Sellow", "Quill"]
    assert list(naming.unread) == []


@pytest.mark.parametrize(
    ("language", "text", "name", "label", "kind"),
    [
        ("ar", "قالت آدا كويل إن الاجتماع انتهى.", "آدا كويل", "PER", "person"),
        ("zh", "星期一奎尔湖集团宣布了新计划。", "奎尔湖集团", "ORG", "organisation"),
        ("he", "עדה קוויל אמרה שהפגישה הסתיימה.", "עדה קוויל", "PERS", None),
        ("fa", "آدا کوییل گفت جلسه تمام شد.", "آدا کوییل", "PERSON", "person"),
    ],
)
def test_names_are_found_in_scripts_without_capitals(language, text, name, label, kind):
    naming = named(article(text, language), find_names=spacy_finder(**{language: {name: label}}))
    found = {one.name: one.kind for one in naming.entities.values()}
    assert found == ({name: kind} if kind else {})  # a label nobody knows names nothing
    assert linked(naming) == list(found)


def test_capitals_still_tell_in_languages_that_have_them():
    text = "In May, Ada Quill met Orme Vesper of the Sellow Institute. Later the committee thanked x-lab."
    naming = named(article(text, "en"), find_names=spacy_finder(en={"x-lab": "ORG"}))
    assert {"Ada Quill", "Orme Vesper", "Sellow Institute", "x-lab"} <= {one.name for one in naming.entities.values()}


def test_what_is_known_or_rejected_stays_what_it_is():
    text = "Gestern sprach Kanzlerin Ada Quill in Sellow über Orme und Vesper."
    known = [
        Entity(id="ada-quill", name="Ada Quill", kind="person"),
        Entity(id="sellow", name="Sellow", kind="organisation"),
        Entity(id="orme", name="Orme", status="rejected"),
    ]
    patterns = {"Kanzlerin Ada Quill": "PER", "Sellow": "LOC", "Orme": "PER", "Vesper": "LOC"}
    naming = named(article(text), find_names=spacy_finder(de=patterns), known=known)
    assert {one.id: one.kind for one in naming.entities.values()} == {
        "ada-quill": "person",
        "sellow": "organisation",
        "vesper": "place",
    }
    assert linked(naming) == ["Ada Quill", "Sellow", "Vesper"]
    assert not [one for one in naming.suggestions if one.name == "Orme"]


def test_a_second_run_keeps_ids_and_says_the_same():
    articles = [article("Ada Quill kam.", number=1), article("Dann ging Ada Quill.", number=2)]
    find_names = spacy_finder(de=GERMAN)
    first = named(*articles, find_names=find_names)
    again = named(*reversed(articles), find_names=find_names, known=first.entities.values())
    assert again.entities == first.entities
    assert again.mentions == first.mentions


def test_cases_of_a_name_are_one_name():
    articles = [article("Ми були в хуторі орма.", "uk", 1), article("Ми не бачили хутора орми.", "uk", 2)]
    naming = named(*articles, find_names=spacy_finder(uk={"орма": "LOC", "орми": "LOC"}))
    assert {one.name: one.aliases for one in naming.entities.values()} == {"орма": ("орми",)}


def test_a_noun_that_a_model_once_takes_for_a_name_is_none():
    articles = [article(f"Wieder tagte der Rat, zum {number}. Mal.", number=number) for number in range(1, 6)]

    class Once:
        def reads(self, language):
            return language == "de"

        def __call__(self, texts, language):
            assert language == "de"
            start = texts[0].index("Rat")
            yield from [[Span(start, start + 3, "organisation", 0.9)], *([] for _ in texts[1:])]

    naming = named(*articles, find_names=with_proposals(entities.discover, [Once()]))
    assert naming.entities == {}


def test_long_texts_reach_a_gliner_model_in_pieces_that_it_reads_whole():
    filler = "Der Rat tagte lange und ohne Ergebnis. " * 200
    model = Stand({"Ada Quill": ("person", 0.9), "Sellow": ("location", 0.8)})
    text = f"{filler}Dann sprach Ada Quill.\n\n{filler}Zuletzt lag Sellow still."
    naming = named(article(text), find_names=with_proposals(entities.discover, [GlinerModel(model, ["de"])]))
    assert {one.name: one.kind for one in naming.entities.values()} == {"Ada Quill": "person", "Sellow": "place"}
    assert max(map(len, model.texts)) <= 1200
    assert "".join(model.texts) == text


def test_an_unsure_proposal_is_listed_with_its_kind_and_gets_no_page():
    model = Stand({"Sellow": ("location", 0.35)})
    find_names = with_proposals(entities.discover, [GlinerModel(model, threshold=0.3)])
    naming = named(article("Wieder lag Sellow still."), find_names=find_names)
    assert naming.entities == {}
    (one,) = naming.suggestions
    assert (one.name, one.kind, one.confidence, one.count) == ("Sellow", "place", 0.35, 1)
    assert one.example == "Wieder lag Sellow still."


def test_a_gliner_model_reads_only_the_languages_it_is_asked_about():
    model = Stand({"Sellow": ("location", 0.9)})
    naming = named(
        article("Wieder lag Sellow still."), find_names=with_proposals(entities.discover, [GlinerModel(model, ["ja"])])
    )
    assert (naming.entities, list(naming.unread), model.texts) == ({}, ["de"], [])


def test_a_surer_recogniser_says_what_a_name_is():
    text = "In March the committee met in Vesper. In April it came to Vesper again."
    guessed = named(article(text, "en"), find_names=entities.discover)
    assert guessed.entities["vesper"].kind == "place"
    model = Stand({"Vesper": ("event", 0.99)})
    told = named(article(text, "en"), find_names=with_proposals(entities.discover, [GlinerModel(model)]))
    assert told.entities["vesper"].kind == "event"


@pytest.mark.parametrize("text", ["", "kurz", "eins zwei " * 500, "长" * 3000, "a.\n\n" * 900, "x" * 2500])
def test_windows_lose_nothing(text):
    pieces = list(windows(text, 1000))
    assert "".join(piece for _, piece in pieces) == text
    assert all(text[start : start + len(piece)] == piece and len(piece) <= 1000 for start, piece in pieces)


SITE = """
site_name: Test
docs_dir: content
theme: {name: material, language: en}
plugins:
  - broadsheet:
      recognisers:
        spacy:
          de: german
"""


def test_a_saved_pipeline_named_in_mkdocs_yml_is_used(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text(SITE)
    pipeline("de", GERMAN).to_disk("german")
    Path("in.jsonl").write_text('{"title": "Neues", "body": "Gestern sprach Ada Quill.", "language": "de"}\n')
    result = CliRunner().invoke(main, ["generate", "in.jsonl"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    page = Path("content/entities/ada-quill.md").read_text()
    assert "kind: person" in page
    assert "status: suggested" in page
    before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}
    CliRunner().invoke(main, ["generate"], catch_exceptions=False)
    assert {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()} == before


def test_a_pipeline_that_is_not_there_is_told_with_the_way_out(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SITE.replace("german", "de_core_none"))
    with pytest.raises(ConfigError, match=r"mkdocs\.yml: .*spacy: de: there is no pipeline de_core_none; .*download"):
        finder(read_config(tmp_path / "mkdocs.yml"))


@pytest.mark.parametrize(
    ("asked", "module", "extra"), [("spacy: {de: x}", "spacy", "spacy"), ("gliner: x/y", "gliner", "gliner")]
)
def test_a_missing_extra_is_told_with_the_command_that_installs_it(tmp_path, monkeypatch, asked, module, extra):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    (tmp_path / "mkdocs.yml").write_text(SITE.replace("spacy:\n          de: german", asked))
    with pytest.raises(ConfigError, match=rf'mkdocs\.yml: .*{module}.*; pip install "broadsheet\[{extra}\]"'):
        finder(read_config(tmp_path / "mkdocs.yml"))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("flair: x", "those there are: spacy, gliner"),
        ("spacy: [de]", "write `en: en_core_web_sm`"),
        ("gliner: {languages: [de]}", "write `model: urchade/gliner_multi-v2.1`"),
        ("gliner: {model: x, languages: de}", "write `[de, ja]`"),
        ("gliner: {model: x, threshold: 7}", "0.5 is usual"),
    ],
)
def test_a_setting_that_cannot_be_followed_is_told(tmp_path, asked, told):
    (tmp_path / "mkdocs.yml").write_text(SITE.replace("spacy:\n          de: german", asked))
    with pytest.raises(ConfigError) as raised:
        read_config(tmp_path / "mkdocs.yml")
    assert told in str(raised.value)


def test_settings_are_read(tmp_path):
    asked = "gliner: {model: urchade/gliner_multi-v2.1, languages: [ja], threshold: 0.4}"
    (tmp_path / "mkdocs.yml").write_text(SITE.replace("spacy:\n          de: german", asked))
    assert read_config(tmp_path / "mkdocs.yml").recognisers == Recognisers(
        {}, Gliner("urchade/gliner_multi-v2.1", ("ja",), 0.4)
    )


def test_a_recogniser_is_any_callable_of_that_form():
    class Mine:
        def reads(self, language):
            return language == "ja"

        def __call__(self, texts, language):
            assert language == "ja"
            for text in texts:
                yield [Span(text.index("奎尔湖"), text.index("奎尔湖") + 3, "place", 0.9)]

    naming = named(article("昨日、奎尔湖で会議。", "ja"), find_names=with_proposals(entities.discover, [Mine()]))
    assert {one.name: one.kind for one in naming.entities.values()} == {"奎尔湖": "place"}
