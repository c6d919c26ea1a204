"""What search engines are told: the news sitemap and robots.txt."""

from xml.etree import ElementTree as ET

from broadsheet import archive
from broadsheet.outputs.news_sitemap import MOST, news_sitemap
from broadsheet.outputs.robots import robots
from editions import article, edition
from small_edition import small_edition

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def news(one):
    (draft,) = news_sitemap(one)
    return list(ET.fromstring(draft.text))  # noqa: S314 - our own file


def test_the_news_are_those_of_the_archive_s_last_two_days():
    found = news(small_edition())
    assert [url.findtext(f".//{NEWS}title") for url in found] == [
        "UN chief visits Kyiv",
        "国連事務総長がキーウを訪問",
        "Kyiv prepares for winter",
        "اليونيسف تدعو إلى حماية الأطفال في أوكرانيا",
    ]
    assert found[0][0].text == "https://example.org/archive/articles/2024/04/16/un-chief-visits-kyiv/"
    assert found[0].findtext(f".//{NEWS}publication_date") == "2024-04-16T10:32:00+02:00"
    assert found[1].findtext(f".//{NEWS}language") == "ja"


def test_an_archive_without_dates_has_no_news():
    assert news(edition([article("No date"), article("Fetched", retrieved="2024-01-01")])) == []
    assert news(edition()) == []
    assert list(news_sitemap(edition(site_url=""))) == list(robots(edition(site_url=""))) == []


def test_any_title_fits_and_there_are_not_too_many():
    found = news(
        edition([article(f"]]> <b>&\x00 {place}", day="2024-01-01") for place in range(MOST + 5)], site_name="\x00")
    )
    assert len(found) == MOST
    assert found[0].findtext(f".//{NEWS}name") == "–"
    assert found[0].findtext(f".//{NEWS}title").startswith("]]> <b>& ")


def test_chinese_is_told_by_how_it_is_written():
    for tag, told in (("zh", "zh-cn"), ("zh-Hant", "zh-tw"), ("zh_TW", "zh-tw"), ("pt-BR", "pt"), (None, "en")):
        assert news(edition([article("T", day="2024-01-01", language=tag)]))[0].findtext(f".//{NEWS}language") == told


def test_robots_txt_is_ours_until_a_person_says_otherwise(tmp_path):
    (draft,) = robots(small_edition())
    assert draft.text.endswith(
        "Sitemap: https://example.org/archive/sitemap.xml\nSitemap: https://example.org/archive/news-sitemap.xml\n"
    )
    path = tmp_path / "robots.txt"

    def verdict():
        (step,) = archive.plan([draft], archive.load(tmp_path)).steps
        return step.verdict

    assert verdict() == "created"
    path.write_text(draft.text, "utf-8")
    assert verdict() == "unchanged"
    path.write_text(draft.text.replace("example.org", "elsewhere.example"), "utf-8")
    assert verdict() == "updated"
    path.write_text("User-agent: *\nDisallow: /\n", "utf-8")
    assert verdict() == "kept"
