"""Listed names that are another word, or somebody's, where they stand: they do not link there, and do elsewhere."""

import pytest

from broadsheet import entities
from broadsheet.entities.matching.matcher import Matcher
from broadsheet.model import Article, Entity

KNOWN = (
    Entity(id="hamas", name="Hamas", kind="organisation", names={"ar": ("حماس",)}),
    Entity(id="bosch", name="Bosch", kind="organisation"),
    Entity(id="siemens", name="Siemens", kind="organisation"),
    Entity(id="apple", name="Apple", kind="organisation"),
    Entity(id="orange", name="Orange", kind="organisation"),
    Entity(id="times", name="The Times", kind="organisation"),
    Entity(id="holland", name="Holland", kind="person"),
)

CASES = [
    ("en", "Guinea pigs and Guinea fowl live in Guinea.", "guinea"),
    ("en", "Brazil nuts fell; Brazil fell. Panama hats from Panama.", "brazil panama"),
    ("en", "China cabinets stood there. China stood there.", "china"),
    ("en", "Turkey sandwiches, Turkey twizzlers; Turkey attacked.", "turkiye"),
    ("en", "Apple pie and Orange juice; Apple sued Orange.", "apple orange"),
    ("en", "The Times of India wrote to The Times; The Times of London answered.", "times times"),
    ("en", "Chad, a plumber from Leeds, came. Chad smiled. He had been in Chad.", "chad"),
    ("en", "Chad, a country in Africa. In Chad, a doctor from Paris came.", "chad chad"),
    ("en", "Israel, his younger brother, came.", ""),
    ("en", "The envoy left Israel, his brother did not.", "israel"),
    ("en", "Jordan, 34, came. Jordan smiled. Egypt and Iran agreed.", "egypt iran"),
    ("en", "Mr Oman and Mrs. Jordan came, Dr Mali went. In Oman nobody came.", "oman"),
    ("fr", "M. Mali et Mme Oman vivent au Mali.", "mali"),
    ("nl", "Meneer Oman en mevrouw Mali wonen in Irak.", "iraq"),
    ("de", "der Maler Hieronymus Bosch, Werner von Siemens, Carl Siemens", ""),
    ("de", "Bosch und Siemens; die Familie Bosch; die Firma Siemens", "bosch siemens siemens"),
    ("de", "Herr Mali, Frau Oman, Familie Irak, Dr. Jordan", ""),
    ("de", "Herr Oman kam. Oman sagte, in Oman sei es heiß.", "oman"),
    ("de", "die reichste Frau Chinas, die größte Familie Europas, in DR Kongo", "china"),
    ("de", "die Völker Amerikas und Chinas; Leopold von Oman", "china oman"),
    ("de", "Frau Holland reist nach Holland.", "holland holland"),
    ("de", "Das Orange der Jacke. Das Netz von Orange.", "orange"),
    ("zh", "上海地区、沿海地带、上海地方都下雨。", ""),
    ("zh", "海地总统访问海地地区和中国海地。", "haiti haiti china haiti"),
    ("zh", "古巴比伦、巴西利亚、韩国瑜、德国之声、阿曼达", ""),
    ("zh", "古巴和巴西、韩国、德国、阿曼", "cuba brazil south-korea germany oman"),
    ("ja", "中国地方に大雨。トルコ石、チリ紙、タイ焼き", ""),
    ("ja", "中国の地方、中国地方政府、トルコとチリ", "china china turkiye chile"),
    ("fa", "بحران مالی و بازار مالی و فساد مالی بود", ""),
    ("fa", "در مالی، کشور مالی", "mali mali"),
    ("fa", "چین و چروک پوست. چین و روسیه", "china russia"),
    ("ar", "العاصمة عمان، وفي عمان قال ملك الأردن", "jordan"),
    ("ar", "سلطنة عمان. في عمان", "oman oman"),
    ("ar", "صلاة المغرب والعشاء، بعد المغرب", ""),
    ("ar", "المغرب والجزائر، بعد المغرب", "morocco algeria morocco"),
    ("ar", "شارك بحماس كبير، واتصل بحماس", "hamas"),
]


@pytest.fixture(scope="module")
def matcher():
    spoken = [Article(id=one, title="-", body="-", language=one) for one in sorted({one for one, *_ in CASES})]
    return Matcher(entities.gazetteer(KNOWN, spoken, "en"))


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_listed_name_is_linked_only_where_it_is_that_name(matcher, language, text, expected):
    assert [one.names[0].entity for one in matcher.find(text, language)] == expected.split()
