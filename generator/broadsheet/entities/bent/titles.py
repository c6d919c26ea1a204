"""What persons are, in Russian, Ukrainian and Polish: offices that something stands behind, callings, peoples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from broadsheet.entities.bent.words import all_cases

_OFFICES = {
    "ru": """
        глава мэр министр премьер премьер-министр вице-премьер президент вице-президент экс-президент экс-премьер
        экс-министр губернатор вице-губернатор директор гендиректор замдиректора менеджер редактор главред
        руководитель председатель экс-председатель зампред начальник замначальника представитель пресс-секретарь
        полпред советник помощник депутат сенатор посол секретарь генсек госсекретарь заместитель замминистра член
        сотрудник владелец совладелец основатель сооснователь создатель лидер тренер капитан командующий командир
        комиссар уполномоченный прокурор генпрокурор спикер ректор декан координатор аналитик эксперт юрист адвокат
        король царь император князь герцог граф султан шейх эмир канцлер вице-канцлер худрук продюсер архитектор
        корреспондент обозреватель экономист пользователь наместник чемпион чемпионка конкурент кандидат
        президентом главой хакер исследователь учредитель акционер партнер партнёр защитник нападающий вратарь
        полузащитник форвард хоккеист футболист премьера патриарх митрополит архиепископ епископ
    """,
    "uk": """
        голова мер міністр прем'єр прем'єр-міністр віце-прем'єр президент віце-президент екс-президент екс-прем'єр
        губернатор директор гендиректор керівник очільник начальник представник прес-секретар радник помічник депутат
        нардеп сенатор посол секретар держсекретар заступник член співробітник власник засновник лідер тренер капітан
        командувач командир уповноважений прокурор генпрокурор спікер ректор координатор експерт юрист адвокат король
        князь гетьман канцлер редактор чемпіон
    """,
    "pl": """
        prezydent wiceprezydent premier wicepremier minister wiceminister prezes wiceprezes dyrektor szef rzecznik
        rzeczniczka burmistrz wójt starosta wojewoda marszałek poseł posłanka senator kanclerz sekretarz ambasador
        przewodniczący przewodnicząca lider liderka trener kapitan dowódca komendant prokurator rektor król królowa
        książę księżna księżniczka cesarz cesarzowa car sułtan szejk hrabia
    """,
}
_CALLINGS = {
    "ru": """
        писатель поэт художник актер актёр актриса певец певица режиссер режиссёр композитор музыкант журналист
        журналистка историк философ физик химик математик биолог социолог политолог психолог врач инженер ученый
        учёный профессор доктор академик доцент генерал полковник майор капитан лейтенант сержант адмирал маршал
        рядовой святой папа кардинал принц принцесса барон сэр лорд леди господин госпожа товарищ брат сестра отец мать
        фрекен мадам месье мистер миссис мисс доктор спортсмен космонавт астронавт бизнесмен предприниматель миллиардер
        меценат галерист драматург дирижер дирижёр горничная куплетист остроумец хореограф балерина звезда
    """,
    "uk": """
        письменник поет художник актор акторка співак співачка режисер композитор музикант журналіст журналістка історик
        філософ фізик хімік математик біолог соціолог політолог психолог лікар інженер вчений професор доктор академік
        генерал полковник майор лейтенант сержант адмірал маршал святий папа кардинал принц принцеса барон пан пані
        брат сестра батько мати
    """,
    "pl": """
        pan pani filozof socjolog historyk pisarz pisarka poeta poetka aktor aktorka reżyser reżyserka kompozytor
        malarz malarka dziennikarz dziennikarka profesor doktor inżynier lekarz generał pułkownik major kapitan
        porucznik sierżant admirał święty święta papież kardynał biskup arcybiskup ksiądz brat siostra książę
        księżniczka królewicz cesarzowa-regentka ekonomista fizyk chemik matematyk biolog psycholog politolog prawnik
        adwokat muzyk piosenkarz piosenkarka wokalista wokalistka piłkarz bramkarz napastnik obrońca gitarzysta
        perkusista
        laureat laureatka prowadzący autor autorka twórca
    """,
}
_PEOPLES = {
    "pl": """
        Polak Polka Niemiec Niemka Anglik Angielka Brytyjczyk Brytyjka Szkot Szkotka Irlandczyk Irlandka Walijczyk
        Francuz Francuzka Włoch Włoszka Hiszpan Hiszpanka Portugalczyk Portugalka Belg Belgijka Holender Holenderka
        Szwajcar Szwajcarka Austriak Austriaczka Czech Czeszka Słowak Słowaczka Węgier Węgierka Rumun Rumunka Bułgar
        Bułgarka Serb Serbka Chorwat Chorwatka Słoweniec Słowenka Grek Greczynka Turek Turczynka Rosjanin Rosjanka
        Ukrainiec Ukrainka Białorusin Białorusinka Litwin Litwinka Łotysz Łotyszka Estończyk Estonka Fin Finka Szwed
        Szwedka Norweg Norweżka Duńczyk Dunka Islandczyk Islandka Amerykanin Amerykanka Kanadyjczyk Kanadyjka
        Meksykanin Meksykanka Kubańczyk Kubanka Brazylijczyk Brazylijka Argentyńczyk Argentynka Chilijczyk Kolumbijczyk
        Kolumbijka Peruwiańczyk Wenezuelczyk Urugwajczyk Australijczyk Australijka Nowozelandczyk Nowozelandka
        Japończyk Japonka Chińczyk Chinka Koreańczyk Koreanka Hindus Hinduska Pakistańczyk Irańczyk Irakijczyk
        Izraelczyk Izraelka Palestyńczyk Egipcjanin Egipcjanka Marokańczyk Algierczyk Tunezyjczyk Kenijczyk Kenijka
        Etiopczyk Nigeryjczyk Kameruńczyk Ghańczyk Gruzin Gruzinka Ormianin Ormianka Kazach Kazaszka Żyd Żydówka Arab
        Afroamerykanin Europejczyk Azjata Afrykanin Rzymianin Rzymianka
    """,
}
_PLURAL_PEOPLES = frozenset(
    # Those whose plural the table of endings does not know.
    """
    niemcom niemców niemcami francuzi francuzów polacy polaków rosjanie rosjan anglicy anglików brytyjczycy
    amerykanie amerykanów włosi włochów hiszpanie turcy turków grecy greków czesi czechów słowacy słowaków szwedzi żydzi
    żydów arabowie arabów rzymianie rzymian ukraińcy ukraińców litwini litwinów palestyńczykami palestyńczycy
    palestyńczyków japończycy chińczycy chińczyków austriacy węgrzy węgrów szkoci irlandczycy holendrzy belgowie
    kanadyjczycy egipcjanie persowie persów mongołowie mongołów tatarzy tatarów mogołów europejczycy słowianie słowian
    """.split()  # noqa: SIM905 - words read best as words
)


def office_cases(word: str, language: str) -> str:
    """The cases of a word (small letters) for an office that stands before what it is of; empty for others."""
    return _table(language, "office").get(word, "")


def is_calling(word: str, language: str) -> bool:
    """Whether a word (small letters) says what a person is: an office, a calling, a rank."""
    return word in _table(language, "calling") or word in _table(language, "office")


def is_people(word: str, language: str) -> bool:
    """Whether a word (small letters) is what the people of a country are called, where that has a capital."""
    return word in _table(language, "people") or (language == "pl" and word in _PLURAL_PEOPLES)


@cache
def _table(language: str, which: str) -> Mapping[str, str]:
    words = {"office": _OFFICES, "calling": _CALLINGS, "people": _PEOPLES}[which].get(language, "").lower().split()
    return all_cases(words, language) if words else {}
