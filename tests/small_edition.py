"""The small edition that the golden tree is made from: nine articles in four languages, the seed among them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from broadsheet.edition import Edition
from broadsheet.model import Change, Copy, Removal, Retraction
from editions import article, edition, entity

SEED = json.loads((Path(__file__).parent / "data" / "seed" / "expected.json").read_text("utf-8"))

ENTITIES = (
    entity("Ukraine", "place", names={"uk": ("Україна",), "ja": ("ウクライナ",), "ar": ("أوكرانيا",)}, country="UA"),
    entity("Israël", "place", aliases=("Israel",), names={"he": ("ישראל",)}, wikidata="Q801"),
    entity("Iron Dome", "product", aliases=("Dôme de fer",), wikidata="Q1140138"),
    entity("Fateh-110", "product"),
    entity("Zolfaghar", "product"),
    entity("Russie", "place", aliases=("Russia",), country="RU"),
    entity("Iran", "place", country="IR"),
    entity("Moyen-Orient", "place"),
    entity("Axios", "organisation", aliases=("axios.com",)),
    entity("United Nations", "organisation", aliases=("UN",), names={"fr": ("Nations unies",), "ja": ("国連",)}),
    entity("António Guterres", "person", description="Secretary-General of the *United Nations* since 2017."),
    entity("Kyiv", "place", aliases=("Kiev", "キーウ")),
    entity("Rana Plaza", "place", status="suggested"),
    entity("Škoda 15 cm", "product", status="suggested"),
    entity("اليونيسف", "organisation"),
    entity("Œuvre (journal)", "work"),
    entity("1984", "work"),
)


def small_edition(**settings: object) -> Edition:
    """Nine articles over four days, two of them without a date, and one that was retracted."""
    articles = [
        article(
            SEED["title"],
            "\n\n".join(SEED["body"]),
            retrieved="2024-04-16",
            language="fr",
            removed=(
                Removal(1, "25 C", "masthead"),
                Removal(5, "s'abonner", "masthead"),
                Removal(27, "96,645FansJ'aime", "fan-count"),
                Removal(29, "- Advertisement -", "advertisement"),
            ),
        ),
        article(
            "UN chief visits Kyiv",
            "António Guterres arrived in Kyiv on Tuesday. The head of the United Nations will meet the president of "
            "Ukraine.\n\nIt is his third visit. He said: “The UN stands with Ukraine.”",
            day="2024-04-16T10:32:00+02:00",
            updated="2024-04-16T18:00:00+02:00",
            source="Example Times",
            source_url="https://times.example.org/",
            url="https://times.example.org/2024/un-kyiv?a=1&copy;=2",
            authors=("Ada Martin", "Bo *Stern*"),
            language="en",
            section="World",
            topics=("War in Ukraine", "Diplomacy"),
            rights="CC BY 4.0, Example Times",
            also_at=(
                Copy(
                    name="Example Post",
                    url="https://post.example.org/un",
                    title="UN chief goes to Kyiv",
                    published=dt.date(2024, 4, 17),
                    topics=("Diplomacy", "United Nations"),
                ),
            ),
            history=(
                Change(dt.date(2024, 4, 16), "title", "UN chief *may* visit <Kyiv>"),
                Change(dt.date(2024, 4, 16), "text", paragraphs=2),
                Change(dt.date(2024, 4, 17), "authors", "Ada Martin"),
            ),
        ),
        article(
            "Kyiv prepares for winter",
            "Kyiv is buying generators. Ukraine expects a hard winter, António Guterres was told.",
            day="2024-04-16",
            description="The capital buys generators & blankets.",
            source="Example Times",
            language="en",
            section="World",
            topics=("War in Ukraine",),
            rights="CC BY 4.0, Example Times",
        ),
        article(
            "国連事務総長がキーウを訪問",
            "国連のグテーレス事務総長は16日、キーウを訪問した。ウクライナの大統領と会談する。",
            day="2024-04-16",
            source="例日報",
            language="ja",
            topics=("War in Ukraine",),
        ),
        article(
            "اليونيسف تدعو إلى حماية الأطفال في أوكرانيا",
            "دعت اليونيسف يوم الاثنين إلى حماية الأطفال في أوكرانيا. وقالت إن الوضع خطير.",
            day="2024-04-15",
            source="صحيفة المثال",
            language="ar",
            topics=("Diplomacy",),
            rights="CC BY-SA 4.0",
        ),
        article(
            "A novel returns: 1984 [again] <b>now</b>",
            "The paper Œuvre (journal) reviews 1984. Its author had seen Rana Plaza and a Škoda 15 cm.\n\n"
            "# not a heading\n\n- not a list\n<script>alert(1)</script>",
            day="2024-03-02",
            source="C++ Weekly",
            url="javascript:alert(1)",
            language="en",
            topics=("C", "C++"),
        ),
        article(
            "Israel and the UN", "Israel spoke to the United Nations about Iron Dome.", day="2023-12-31", language=None
        ),
        article("Sans date", "Ce texte parle d’Ukraine et d’Israël, sans dire quand.", language="fr", source="Revue"),
        article(
            "Minister resigns over [letter]",
            "",
            day="2024-04-15",
            source="Example Times",
            url="https://times.example.org/2024/minister",
            language="en",
            retracted=Retraction(reason="The letter *was* forged.", date=dt.date(2024, 4, 17)),
        ),
        article("Undated too", "Nobody is named here.", language="en"),
    ]
    return edition(articles, ENTITIES, **settings)


GOLDEN = Path(__file__).parent / "data" / "outputs" / "golden"
"""What the small edition comes out as, in English (`en`) and in French (`fr`)."""
