"""Whose words a quotation is: told only where the name is the subject of the verb beside it, in sixteen languages."""

# ruff: noqa: E501 - sentences read best unbroken

import re
import time

import pytest

from broadsheet.entities.speech.quotations import quotations
from broadsheet.model import Mention
from broadsheet.outputs import drafts
from broadsheet.outputs.quotation_marks import quoted
from broadsheet.outputs.said import LENGTH, MOST, sayings
from broadsheet.outputs.words import words_for
from editions import article, edition, entity, texts

PEOPLE = (
    entity("Joe Biden", "person", aliases=("Biden", "ジョー・バイデン", "バイデン", "拜登", "بايدن", "جو بايدن", "ביידן", "ג'ו ביידן", "بایدن", "جو بایدن",
        "Байден", "Джо Байден", "Μπάιντεν", "Τζο Μπάιντεν")),
    entity("Emmanuel Macron", "person", aliases=("Macron", "Макрон", "Μακρόν", "ماكرون", "מקרון", "马克龙", "マクロン")),
    entity("Olaf Scholz", "person", aliases=("Scholz",)),
    entity("Angela Merkel", "person", aliases=("Merkel", "Меркель")),
    entity("Recep Tayyip Erdoğan", "person", aliases=("Erdoğan",)),
    entity("Donald Tusk", "person", aliases=("Tusk",)),
    entity("Volodymyr Zelensky", "person", aliases=("Зеленський", "Зеленский")),
    entity("Ukraine", "place", aliases=("Украина", "Україна", "乌克兰")),
    entity("CNN", "organisation"),
    entity("Kremlin", "organisation"),
    entity("United Nations", "organisation", aliases=("UN",)),
)  # fmt: skip
BY_ID = {one.id: one for one in PEOPLE}
CASES = {"Байдена": "joe-biden", "Байдену": "joe-biden", "Байденом": "joe-biden", "Макрона": "emmanuel-macron", "Bidena": "joe-biden", "Зеленського": "volodymyr-zelensky"}  # fmt: skip


def said(text, language):
    """The speakers and words found in a text."""
    names = {name: one.id for one in PEOPLE for name in (one.name, *one.aliases)} | CASES
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    mentions = [
        Mention(found.start(), found.end(), found[0], names[found[0]]) for found in re.finditer(longest_first, text)
    ]
    found = list(quotations(text, mentions, BY_ID, language))
    return [(one.speaker, text[one.start : one.end]) for one in found]


BIDEN, MACRON, SCHOLZ, MERKEL = "joe-biden", "emmanuel-macron", "olaf-scholz", "angela-merkel"
ERDOGAN, TUSK, ZELENSKY = "recep-tayyip-erdogan", "donald-tusk", "volodymyr-zelensky"

SAID = [
    ("en", BIDEN, "“We will not give up,” said Joe Biden."),
    ("en", BIDEN, "“We will not give up,” Joe Biden said on Tuesday."),
    ("en", BIDEN, '"We will not give up", said President Biden in Washington.'),
    ("en", BIDEN, "“We will not give up,” said former vice president Joe Biden, speaking in Kyiv."),
    ("en", BIDEN, "Joe Biden said: “We will not give up.”"),
    ("en", BIDEN, "President Joe Biden told reporters: “We will not give up.”"),
    ("en", BIDEN, "Biden, the president of the country, said, “We will not give up.”"),
    ("en", BIDEN, 'In a speech, Biden said: "We will not give up."'),
    ("en", BIDEN, "“We will not give up,” Biden told CNN."),
    ("en", BIDEN, "“Will we give up?” Biden asked." .replace("asked", "said")),
    ("en", BIDEN, "“We will not give up,” wrote Biden in a letter to Macron."),
    ("en", BIDEN, 'US President Joe Biden said, "We will not give up."'),
    ("en", BIDEN, "The Home Secretary, Joe Biden, said: “We will not give up.”"),
    ("en", BIDEN, "On Tuesday, the general secretary of CNN, Joe Biden, told reporters: “We will not give up.”"),
    ("en", BIDEN, "The country’s prime minister, Joe Biden, said: “We will not give up.”"),
    ("en", BIDEN, "“We will not give up,” said the home secretary, Joe Biden."),
    ("en", BIDEN, "Joe Biden, the general secretary of CNN, said: “We will not give up.”"),
    ("en", BIDEN, "Joe Biden, general secretary of the United Nations, said: “We will not give up.”"),
    ("en", BIDEN, "According to Joe Biden, “We will not give up.”"),
    ("en", BIDEN, "He came. According to President Joe Biden, “we will not give up”."),
    ("en", BIDEN, "“We will not give up,” according to Joe Biden."),
    ("en", BIDEN, "Joe Biden vowed: “We will not give up.”"),
    ("fr", MACRON, "Selon Emmanuel Macron, « Nous ne céderons pas »."),
    ("fr", MACRON, "« Nous ne céderons pas », selon Emmanuel Macron."),
    ("fr", MACRON, "D’après Macron, « nous ne céderons pas ! »"),
    ("fr", MACRON, "Emmanuel Macron a lâché : « Nous ne céderons pas. »"),
    ("fr", MACRON, "Le ministre de l’Intérieur, Emmanuel Macron, a tonné : « Nous ne céderons pas. »"),
    ("fr", MACRON, "« Nous ne céderons pas », a déclaré le président, Emmanuel Macron."),
    ("de", SCHOLZ, "Laut Olaf Scholz: „Wir geben nicht auf.“"),
    ("de", SCHOLZ, "„Wir geben nicht auf“, entgegnete Olaf Scholz."),
    ("es", BIDEN, "Según Joe Biden, «no vamos a rendirnos nunca»."),
    ("es", BIDEN, "El presidente, Joe Biden, sentenció: «No vamos a rendirnos»."),
    ("it", BIDEN, "Secondo Joe Biden, «non ci arrenderemo mai più»."),
    ("it", BIDEN, "Il presidente, Joe Biden, ha tuonato: «Non ci arrenderemo mai»."),
    ("pt", BIDEN, "De acordo com Joe Biden, “nós não vamos desistir nunca”."),
    ("pt", BIDEN, "O presidente, Joe Biden, rebateu: “Não vamos desistir.”"),
    ("nl", BIDEN, "Volgens Joe Biden: “Wij geven niet op.”"),
    ("nl", BIDEN, "“Wij geven niet op”, aldus president Biden."),
    ("ru", BIDEN, "«Мы не сдадимся никогда», — резюмировал Байден."),
    ("fr", MACRON, "« Nous ne céderons pas », a déclaré Emmanuel Macron."),
    ("fr", MACRON, "« Nous ne céderons pas », a déclaré le président Emmanuel Macron mardi."),
    ("fr", MACRON, "« Nous ne céderons pas », a également déclaré l’ancien ministre Macron, lors d’un discours."),
    ("fr", MACRON, "Emmanuel Macron a déclaré : « Nous ne céderons pas. »"),
    ("fr", MACRON, "Le président Macron a ajouté lors d’une conférence de presse : « Nous ne céderons pas. »"),
    ("fr", MACRON, "“Nous ne céderons pas”, affirme Macron."),
    ("fr", MACRON, "« Nous ne céderons pas », a dit le ministre des Affaires étrangères Emmanuel Macron."),
    ("de", SCHOLZ, "„Wir geben nicht auf“, sagte Olaf Scholz."),
    ("de", SCHOLZ, "„Wir geben nicht auf“, sagte Bundeskanzler Scholz am Montag."),
    ("de", SCHOLZ, "„Wir geben nicht auf“, erklärte der frühere Bundeskanzler Olaf Scholz."),
    ("de", SCHOLZ, "Olaf Scholz sagte in Berlin: „Wir geben nicht auf.“"),
    ("de", SCHOLZ, "»Wir geben nicht auf«, sagte Scholz."),
    ("es", BIDEN, "«No vamos a rendirnos», dijo Joe Biden."),
    ("es", BIDEN, "“No vamos a rendirnos”, afirmó el presidente Biden en Kiev."),
    ("es", BIDEN, "Biden declaró este martes: «No vamos a rendirnos»."),
    ("es", BIDEN, '"No vamos a rendirnos", ha asegurado el ministro de Defensa Joe Biden.'),
    ("it", BIDEN, "«Non ci arrenderemo mai», ha detto Joe Biden."),
    ("it", BIDEN, "“Non ci arrenderemo mai”, ha dichiarato il presidente Biden durante un incontro."),
    ("it", BIDEN, "Biden ha aggiunto: «Non ci arrenderemo mai»."),
    ("pt", BIDEN, "“Não vamos desistir”, disse Joe Biden."),
    ("pt", BIDEN, '"Não vamos desistir", afirmou o presidente Biden em Kiev.'),
    ("pt", BIDEN, "Biden disse: “Não vamos desistir.”"),
    ("nl", BIDEN, "“Wij geven niet op”, zei Joe Biden."),
    ("nl", BIDEN, "„Wij geven niet op”, zei president Biden tijdens een toespraak."),
    ("nl", BIDEN, "Biden zei: “Wij geven niet op.”"),
    ("ru", BIDEN, "«Мы не сдадимся никогда», — сказал Байден."),
    ("ru", BIDEN, "«Мы не сдадимся никогда», — заявил президент Джо Байден в Киеве."),
    ("ru", BIDEN, "Байден заявил журналистам: «Мы не сдадимся никогда»."),
    ("uk", ZELENSKY, "«Ми не здамося ніколи», — сказав Зеленський."),
    ("uk", ZELENSKY, "Президент Зеленський заявив: «Ми не здамося ніколи»."),
    ("pl", TUSK, "„Nigdy się nie poddamy” – powiedział Donald Tusk."),
    ("pl", TUSK, "„Nigdy się nie poddamy” – stwierdził premier Tusk w Warszawie."),
    ("pl", TUSK, "Tusk powiedział: „Nigdy się nie poddamy”."),
    ("el", BIDEN, "«Δεν θα παραδοθούμε ποτέ», είπε ο Τζο Μπάιντεν."),
    ("el", BIDEN, "«Δεν θα παραδοθούμε ποτέ», δήλωσε ο πρόεδρος Μπάιντεν."),
    ("el", BIDEN, "Ο Μπάιντεν δήλωσε: «Δεν θα παραδοθούμε ποτέ»."),
    ("tr", ERDOGAN, "Erdoğan, “Asla pes etmeyeceğiz biz” dedi."),
    ("tr", ERDOGAN, "Cumhurbaşkanı Erdoğan, “Asla pes etmeyeceğiz biz” diye konuştu."),
    ("ar", BIDEN, "قال جو بايدن: «لن نستسلم أبدا مهما حدث»."),
    ("ar", BIDEN, "وقال الرئيس الأمريكي جو بايدن في مؤتمر صحفي: «لن نستسلم أبدا مهما حدث»."),
    ("ar", BIDEN, "«لن نستسلم أبدا مهما حدث»، قال بايدن."),
    ("he", BIDEN, '"לעולם לא ניכנע לאיש", אמר ביידן.'),
    ("he", BIDEN, 'ביידן אמר: "לעולם לא ניכנע לאיש".'),
    ("he", BIDEN, '"לעולם לא ניכנע לאיש", אמר הנשיא ביידן.'),
    ("fa", BIDEN, "جو بایدن گفت: «ما هرگز تسلیم نخواهیم شد»."),
    ("fa", BIDEN, "بایدن در یک نشست خبری گفت: «ما هرگز تسلیم نخواهیم شد»."),
    ("zh", BIDEN, "拜登说：“我们永远不会放弃。”"),
    ("zh", BIDEN, "美国总统拜登表示：“我们永远不会放弃。”".replace("美国", "")),
    ("zh", BIDEN, "「我們永遠不會放棄」，拜登說。"),
    ("ja", BIDEN, "バイデン大統領は「決してあきらめない」と述べた。"),
    ("ja", BIDEN, "バイデン氏は記者団に「決してあきらめない」と語った。"),
]  # fmt: skip

NOT_SAID = [
    ("en", "The spokesman for the Home Secretary, Joe Biden, said: “We will not give up.”"),
    ("en", "A friend of the president, Joe Biden, said: “We will not give up.”"),
    ("en", "The wife of the mayor, the minister, Joe Biden, said: “We will not give up.”"),
    ("en", "The president, Joe Biden, was told: “We will not give up.”"),
    ("en", "The president, Joe Biden, said Macron told him: “We will not give up.”"),
    ("en", "The president, Joe Biden, and the minister said: “We will not give up.”"),
    ("en", "The president and the minister, Joe Biden, said: “We will not give up.”"),
    ("en", "The minister told the president, Joe Biden, who said: “We will not give up.”"),
    ("en", "“We will not give up,” said the minister, Joe Biden, Emmanuel Macron and others."),
    ("en", "“We will not give up,” said the minister, Joe Biden’s ally."),
    ("en", "“We will not give up,” said the minister, Biden, meanwhile, left."),
    ("en", "“We will not give up,” the minister told the president, Joe Biden."),
    ("en", "“We will not give up,” said the spokesman of the president, Joe Biden."),
    ("en", "Joe Biden, whom Emmanuel Macron met, and who said: “We will not give up.”"),
    ("en", "Joe Biden, the rival of Emmanuel Macron, said: “We will not give up.”"),
    ("en", "Joe Biden, the president, heard what a minister said: “We will not give up.”"),
    ("en", "According to Joe Biden’s rival, “We will not give up.”"),
    ("en", "According to a rival of Joe Biden, “We will not give up.”"),
    ("en", "According to critics of President Joe Biden, “We will not give up.”"),
    ("en", "According to Joe Biden, Emmanuel Macron said “We will not give up.”"),
    ("en", "According to Joe Biden, Jobs would tell all of them, “We will not give up.”"),
    ("en", "According to Joe Biden and Emmanuel Macron, “We will not give up.”"),
    ("en", "According to Joe Biden, “The Man Who Sold the World” is a good song."),
    ("en", "According to Joe Biden, “Who Sold the World?” is a good song."),
    ("en", "The report called it “the worst storm in living memory”, according to Joe Biden."),
    ("en", "“The Man Who Sold the World”, according to Joe Biden, is a good song."),
    ("en", "“We will not give up,” according to Joe Biden’s rival."),
    ("en", "“We will not give up,” according to a friend of Joe Biden."),
    ("fr", "Selon un proche d’Emmanuel Macron, « Nous ne céderons pas. »"),
    ("fr", "Selon Emmanuel Macron et ses ministres, « Nous ne céderons pas. »"),
    ("fr", "Selon l’avocat du président Emmanuel Macron, « Nous ne céderons pas. »"),
    ("fr", "« Nous ne céderons pas », selon un proche d’Emmanuel Macron."),
    ("fr", "Selon Emmanuel Macron, « Nous ne céderons pas » est un beau titre."),
    ("fr", "La porte-parole du président, Emmanuel Macron, a lâché : « Nous ne céderons pas. »"),
    ("fr", "La porte-parole du Président, Emmanuel Macron, a lâché : « Nous ne céderons pas. »"),
    ("fr", "« Nous ne céderons pas », a déclaré la ministre, Macron, lui, se tait."),
    ("fr", "« Nous ne céderons pas », a déclaré le porte-parole du président, Emmanuel Macron."),
    ("fr", "Le président, Emmanuel Macron, dont le ministre a lâché : « Nous ne céderons pas. »"),
    ("de", "Laut einem Sprecher von Olaf Scholz: „Wir geben nicht auf.“"),
    ("de", "Der Sprecher des Präsidenten, Olaf Scholz, sagte: „Wir geben nicht auf.“"),
    ("es", "Según el portavoz del presidente Joe Biden, «no vamos a rendirnos nunca»."),
    ("es", "El portavoz del presidente, Joe Biden, dijo: «No vamos a rendirnos»."),
    ("it", "Secondo un amico di Joe Biden, «non ci arrenderemo mai più»."),
    ("it", "Il portavoce del presidente, Joe Biden, ha detto: «Non ci arrenderemo mai»."),
    ("pt", "Segundo o porta-voz de Joe Biden, “nós não vamos desistir nunca”."),
    ("pt", "O porta-voz do presidente, Joe Biden, disse: “Não vamos desistir.”"),
    ("nl", "Volgens een vriend van Joe Biden: “Wij geven niet op.”"),
    ("nl", "“Wij geven niet op”, aldus de woordvoerder van president Biden."),
    ("nl", "De woordvoerder van de premier, Joe Biden, zei: “Wij geven niet op.”"),
    ("en", "“We will not give up,” said a spokesman for Joe Biden."),
    ("en", "“We will not give up,” said Biden's spokesman."),
    ("en", "“We will not give up,” said Biden aide John Smith."),
    ("en", "“We will not give up,” a source told Biden."),
    ("en", "“We will not give up,” he told Joe Biden."),
    ("en", "“We will not give up,” said the officer arresting Biden."),
    ("en", "“We will not give up,” said the brother of President Biden."),
    ("en", "“We will not give up,” said a man who met Biden."),
    ("en", "“We will not give up,” said Jill Biden."),
    ("en", "“We will not give up,” said Biden and Macron."),
    ("en", "“We will not give up.” Biden said: “We are tired.”".replace("“We are tired.”", "no more.")),
    ("en", "A spokesman for Joe Biden said: “We will not give up.”"),
    ("en", "The wife of Biden said: “We will not give up.”"),
    ("en", "Macron and Biden said: “We will not give up.”"),
    ("en", "Biden said he was told: “We will not give up.”"),
    ("en", "Biden said Macron told him: “We will not give up.”"),
    ("en", "Asked about Biden, the minister said: “We will not give up.”"),
    ("en", "Biden was told: “We will not give up.”"),
    ("en", "Biden did not say: “We will not give up.”"),
    ("en", "Biden never said: “We will not give up.”"),
    ("en", "Biden read “A Tale of Two Cities” in Kyiv."),
    ("en", "“We will not give up,” it says in Biden's letter."),
    ("en", "Biden smiled. “We will not give up.”"),
    ("en", "Critics of Biden said: “We will not give up.”"),
    ("en", "“We will not give up,” said Kremlin, Biden and others."),
    ("fr", "« Nous ne céderons pas », a déclaré le porte-parole de Macron."),
    ("fr", "« Nous ne céderons pas », a déclaré le porte-parole du président Emmanuel Macron."),
    ("fr", "« Nous ne céderons pas », a déclaré la femme du président Macron."),
    ("fr", "« Nous ne céderons pas », a déclaré l’avocat d’Emmanuel Macron."),
    ("fr", "« Nous ne céderons pas », a-t-il dit à Macron."),
    ("fr", "« Nous ne céderons pas », a déclaré un proche d’Emmanuel Macron."),
    ("fr", "Un proche de Macron a déclaré : « Nous ne céderons pas. »"),
    ("fr", "Macron a déclaré qu’on lui avait dit : « Nous ne céderons pas. »"),
    ("fr", "À propos d’Emmanuel Macron, il a déclaré : « Nous ne céderons pas. »"),
    ("fr", "Emmanuel Macron n’a pas dit : « Nous ne céderons pas. »"),
    ("fr", "« Nous ne céderons pas », a déclaré Macron et son ministre."),
    ("fr", "« Nous ne céderons pas », a dit le conseiller Emmanuel à Macron."),
    ("fr", "Emmanuel Macron aurait déclaré : « Nous ne céderons pas. »"),
    ("de", "„Wir geben nicht auf“, sagte ein Sprecher von Olaf Scholz."),
    ("de", "„Wir geben nicht auf“, sagte er zu Scholz."),
    ("de", "„Wir geben nicht auf“, sagte er dem Bundeskanzler Scholz."),
    ("de", "„Wir geben nicht auf“, sagte der Sprecher des Bundeskanzlers Olaf Scholz."),
    ("de", "„Wir geben nicht auf“, sagte Scholz’ Sprecher."),
    ("de", "Ein Sprecher von Scholz sagte: „Wir geben nicht auf.“"),
    ("de", "Scholz sagte, man habe ihm erklärt: „Wir geben nicht auf.“"),
    ("de", "Im Gespräch mit „The Sunday Times Culture“ sagte Scholz, er sei müde."),
    ("de", "„Wir geben nicht auf“, sagte er der Kanzlerin Merkel."),
    ("es", "«No vamos a rendirnos», dijo el portavoz de Joe Biden."),
    ("es", "«No vamos a rendirnos», dijo el portavoz del presidente Biden."),
    ("es", "«No vamos a rendirnos», dijo a Biden."),
    ("es", "Un asesor de Biden dijo: «No vamos a rendirnos»."),
    ("es", "Biden dijo que le habían dicho: «No vamos a rendirnos»."),
    ("it", "«Non ci arrenderemo mai», ha detto il portavoce di Joe Biden."),
    ("it", "«Non ci arrenderemo mai», ha detto a Biden."),
    ("it", "«Non ci arrenderemo mai», ha detto il portavoce del presidente Biden."),
    ("it", "La moglie di Biden ha detto: «Non ci arrenderemo mai»."),
    ("pt", "“Não vamos desistir”, disse o porta-voz de Joe Biden."),
    ("pt", "“Não vamos desistir”, disse o porta-voz do presidente Biden."),
    ("pt", "A mulher de Biden disse: “Não vamos desistir.”"),
    ("nl", "“Wij geven niet op”, zei de woordvoerder van Biden."),
    ("nl", "“Wij geven niet op”, zei de vrouw van president Biden."),
    ("nl", "“Wij geven niet op”, zei hij tegen Biden."),
    ("ru", "«Мы не сдадимся никогда», — сказал пресс-секретарь Байдена."),
    ("ru", "«Мы не сдадимся никогда», — сказал он Байдену."),
    ("ru", "«Мы не сдадимся никогда», — сказал представитель Меркель."),
    ("ru", "«Мы не сдадимся никогда», — сказал глава штаба Меркель."),
    ("ru", "«Мы не сдадимся никогда», — сказал советник президента Макрона."),
    ("ru", "«Мы не сдадимся никогда», — сказал представитель канцлера Меркель."),
    ("ru", "Байден сказал, что ему ответили: «Мы не сдадимся никогда»."),
    ("uk", "«Ми не здамося ніколи», — сказав речник Зеленського."),
    ("pl", "„Nigdy się nie poddamy” – powiedział rzecznik Bidena."),
    ("pl", "„Nigdy się nie poddamy” – powiedział rzecznik premiera Tusk."),
    ("el", "«Δεν θα παραδοθούμε ποτέ», είπε ο εκπρόσωπος του Μπάιντεν."),
    ("el", "«Δεν θα παραδοθούμε ποτέ», είπε στον Μπάιντεν."),
    ("tr", "Erdoğan'ın sözcüsü, “Asla pes etmeyeceğiz biz” dedi."),
    ("tr", "Erdoğan'a, “Asla pes etmeyeceğiz biz” dedi."),
    ("tr", "Erdoğan sözcüsü, “Asla pes etmeyeceğiz biz” dedi."),
    ("tr", "Bakan, Erdoğan için “Asla pes etmeyeceğiz biz” dedi."),
    ("ar", "قال مستشار بايدن: «لن نستسلم أبدا مهما حدث»."),
    ("ar", "قال المتحدث باسم الرئيس بايدن: «لن نستسلم أبدا مهما حدث»."),
    ("ar", "قال لبايدن: «لن نستسلم أبدا مهما حدث»."),
    ("ar", "قال بايدن إن الوزير أخبره: «لن نستسلم أبدا مهما حدث»."),
    ("he", '"לעולם לא ניכנע לאיש", אמר דובר ביידן.'),
    ("he", '"לעולם לא ניכנע לאיש", אמר לביידן.'),
    ("fa", "سخنگوی جو بایدن گفت: «ما هرگز تسلیم نخواهیم شد»."),
    ("fa", "وزیر به بایدن گفت: «ما هرگز تسلیم نخواهیم شد»."),
    ("fa", "ماکرون و بایدن گفت: «ما هرگز تسلیم نخواهیم شد»."),
    ("zh", "拜登的发言人说：“我们永远不会放弃。”"),
    ("zh", "他对拜登说：“我们永远不会放弃。”"),
    ("zh", "马克龙和拜登说：“我们永远不会放弃。”"),
    ("ja", "バイデン大統領の報道官は「決してあきらめない」と述べた。"),
    ("ja", "首相はバイデン氏に「決してあきらめない」と述べた。"),
    ("ja", "マクロン氏とバイデン氏は「決してあきらめない」と述べた。"),
    ("ja", "バイデン氏は「決してあきらめない」という本を読んだ。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "speaker", "text"), SAID)
def test_who_is_the_subject_of_the_verb_beside_a_quotation_said_it(language, speaker, text):
    assert [who for who, _ in said(text, language)] == [speaker]


@pytest.mark.parametrize(("language", "text"), NOT_SAID)
def test_who_is_only_near_a_quotation_did_not_say_it(language, text):
    assert said(text, language) == []


def test_a_lone_surname_that_nobody_confirmed_speaks_for_nobody():
    text = "“We will not give up,” said Adams."
    mentions = [Mention(text.index("Adams"), text.index("Adams") + 5, "Adams", "adams")]
    suggested = {"adams": entity("Adams", "person", status="suggested")}
    assert not list(quotations(text, mentions, suggested, "en"))
    assert len(list(quotations(text, mentions, {"adams": entity("Adams", "person")}, "en"))) == 1


def test_organisations_and_places_are_not_quoted():
    assert said("“We will not give up,” said CNN.", "en") == []


@pytest.mark.parametrize("language", ["xx", "", None, "not a tag", "ko"])
def test_a_language_whose_words_are_not_known_tells_no_speaker(language):
    assert said("“We will not give up,” said Joe Biden.", language) == []


def test_single_words_and_scare_quotes_are_no_quotations():
    assert said("“Nonsense,” said Joe Biden.", "en") == []
    assert said("Joe Biden said: “No.”", "en") == []
    assert said("There was no “system of defence”, said Joe Biden.", "en") == []


def test_the_speaker_is_looked_for_within_the_paragraph():
    assert said("“We will not give up,”\n\nsaid Joe Biden.", "en") == []
    assert said("Joe Biden said:\n\n“We will not give up.”", "en") == []


def test_quotation_marks_that_do_not_pair_quote_nothing():
    assert said('A 5" pipe. "We will not give up," said Joe Biden.', "en") == []


def test_a_text_with_our_own_signs_in_it_forges_no_speaker():
    assert said("“We will not give up,” said \ue000\ue100. Joe Biden left.", "en") == []


@pytest.mark.parametrize(
    "piece",
    ["“", '"', "« ", "Joe Biden said ", "said Joe Biden, ", "«»", "president ", "Joe Biden, ", "“a b c d e f”, "],
)
@pytest.mark.parametrize("language", ["en", "fr", "ru", "ar"])
def test_no_text_takes_long(piece, language):
    began = time.process_time()
    said(piece * 4000, language)
    assert time.process_time() - began < 5


def test_a_persons_page_has_what_they_said_with_article_and_day():
    text = "“We *will* <not> give up,” said Joe Biden. “[We](javascript:x) are tired,” Biden said."
    made = texts(
        drafts(
            edition(
                [
                    article("News", text, day="2024-04-16", language="en"),
                    article("Again", text, day="2024-04-17", language="en"),
                ],
                [entity("Joe Biden", "person", aliases=("Biden",))],
            )
        )
    )["entities/joe-biden.md"]
    block = made.partition("<!-- broadsheet:said -->")[2].partition("<!-- /broadsheet:said")[0].strip()
    assert block == (
        "## In their own words\n\n- [Again](../articles/2024/04/17/again.md) *17 April 2024*\n\n"
        "    > “We \\*will\\* &lt;not> give up”\n\n    > “We are tired”"
    )


def test_a_page_holds_no_more_than_the_newest_quotations():
    articles = [
        article(f"N{day}", f"“We met {day} times in all,” said Joe Biden.", day=f"2024-04-{day:02}", language="en")
        for day in range(1, 31)
    ]
    found = sayings(edition(articles, [entity("Joe Biden", "person")]))["joe-biden"]
    assert [one.words for one in found] == [f"We met {day} times in all," for day in range(30, 30 - MOST, -1)]


def test_a_long_quotation_is_cut_at_a_word():
    long = article("N", f"“{'We met again and ' * 40}left,” said Joe Biden.", language="en")
    made = texts(drafts(edition([long], [entity("Joe Biden", "person")])))["entities/joe-biden.md"]
    shown = re.search("> (“.*”)", made)[1]
    assert shown.endswith(" …”")
    assert len(shown) <= LENGTH + 4


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "“W”"),
        ("en-GB", "“W”"),
        ("fr", "«\u00a0W\u00a0»"),
        ("fr-CA", "«\u00a0W\u00a0»"),
        ("de", "„W“"),
        ("de-CH", "«W»"),
        ("pl", "„W”"),
        ("ru", "«W»"),
        ("sv", "”W”"),
        ("ja", "「W」"),
        ("zh", "“W”"),
        ("zh-Hant-TW", "「W」"),
        ("pt-BR", "“W”"),
        ("pt_PT", "«W»"),
        ("tlh", "“W”"),
        (None, "“W”"),
    ],
)
def test_what_is_quoted_stands_in_its_own_languages_marks(language, shown):
    assert quoted("W", language, words_for("en")) == shown
    assert quoted("W", None, words_for("fr")) == "«\u00a0W\u00a0»"
