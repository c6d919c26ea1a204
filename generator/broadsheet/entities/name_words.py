"""Words that begin with a capital and yet name nobody: by language, written by hand or read from CLDR."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from broadsheet.entities import countries
from broadsheet.entities.demonyms import DEMONYMS

DIRECTIONS = frozenset(
    """
    nord sud est ouest nord-est nord-ouest sud-est sud-ouest centre-est centre-ouest grand-est
    north south east west northeast northwest southeast southwest north-east north-west south-east south-west
    norte sur este oeste noreste noroeste sureste suroeste sudeste nordeste sul leste sudoeste ovest nordovest
    noord zuid oost noordoost noordwest zuidoost zuidwest
    """.split()  # noqa: SIM905 - words read best as words
)
"""Where things lie, in small letters: Nord de la Syrie names Syria, Afrique de l'Ouest is one name."""

CAPITAL_NOUNS = frozenset(["als", "bar", "de", "gsw", "lb", "nds", "pfl"])
"""Languages that write every noun with a capital."""

NO_DISCOVERY = CAPITAL_NOUNS | frozenset(
    # No capitals; Latin letters in these texts are as often a quoted word as a name.
    "am ar arc as bn bo ckb dv dz fa gu he hi ii ja ka km kn ko ks lo ml mr my ne or pa ps sa sd si syr ta te "  # noqa: SIM905 - words read best as words
    "th ti ug ur wuu yi yue zh".split()
)
"""Languages in which a capital does not tell a name, or in which there is none: only known names are found there."""

TITLES = frozenset(
    """
    president vice-president chancellor minister secretary senator congressman congresswoman representative governor
    mayor king queen prince princess pope emperor sultan sheikh emir ayatollah imam cardinal archbishop bishop rabbi
    reverend father sister judge justice general colonel major captain lieutenant sergeant commander admiral marshal
    corporal private officer detective inspector sheriff chief director chairman chairwoman chair speaker leader
    ambassador spokesman spokeswoman spokesperson premier prime professor doctor dr mr mrs ms miss sir lord lady dame
    baron count duke coach captain ceo cfo co-founder founder head manager mp mep rep sen gov gen col lt sgt capt
    senators congressmen representatives presidents ministers secretaries governors mayors leaders sens reps
    prof rev hon analyst attorney lawyer commissioner undersecretary deputy
    m mm mme mlle maître me président présidente ministre général colonel roi reine pape cardinal monseigneur mgr
    docteur professeur sénateur député maire
    sr sra don doña señor señora presidente presidenta ministro ministra rey reina papa doctor general
    signor signora dottor onorevole presidente re regina
    senhor senhora dom dona
    heer mevrouw meneer koning koningin prins prinses premier paus
    pan pani król królowa książę papież prezydent
    monsieur madame mademoiselle monseigneur taoiseach mister direttore direttrice
    segretario segretaria giudice capo ministri senatore deputato sindaco reverendo secretario secretaria jefe jefa juez
    senador senadora diputado diputada alcalde alcaldesa gobernador juiz prefeito prefeita
    secretário secretária ministra generale général générale senadores présidents legislator lawmaker councillor
    councilman councilwoman secretary-general attorney-general director-general governor-general vice-chancellor
    vice-premier vice-minister lieutenant-colonel lieutenant-general major-general brigadier constable superintendent
    гражданин гражданина гражданку житель жительница жителя уроженец уроженка
    глава мэр сенатор депутат судья преподобный губернатор генсек лидер директор
    президент премьер-министр министр генерал господин госпожа король папа
    πρόεδρος προέδρου πρόεδρο πρωθυπουργός πρωθυπουργού πρωθυπουργό υπουργός υπουργού υπουργό καγκελάριος δήμαρχος
    κύριος κυρία πάπας βασιλιάς βασίλισσα στρατηγός
    """.split()  # noqa: SIM905 - the same
)
"""Words for what a person is, small letters; in front of a name they are no part of it."""

NAME_LIKE_TITLES = frozenset(
    """
    major general private chief head justice count father sister lady lord prince princess king queen dame duke
    baron dom don first
    """.split()  # noqa: SIM905 - the same
)
"""Titles that as often begin a name of something else: General Motors, Major League."""

OFFICES = frozenset(
    """
    president chancellor minister secretary senator governor mayor ambassador spokesman spokeswoman spokesperson
    chairman director commissioner ceo leader speaker executive commander congressman congresswoman representative
    """.split()  # noqa: SIM905 - the same
)
"""Titles that part a run in two wherever they stand: Ford President Bill Ford."""

TITLE_PARTS = frozenset(
    """
    foreign prime deputy vice former acting attorney chief lieutenant major general defense defence interior finance
    assistant associate executive senior first state supreme house senate republican democratic crown under permanent
    justice police detective health education economy energy home environment trade labor labour agriculture transport
    culture
    """.split()  # noqa: SIM905 - the same
)
"""Words that stand before or inside such a title (Deputy Foreign Minister)."""

STARTERS = frozenset(
    """
    the a an and but or so yet if as at by for from in into of on onto to with without within about above after again
    against all also although among another any are around because before being below between both can could despite
    did do does during each either even every few finally first following former had has have he her here his how
    however i it its just last later like many may meanwhile more most much my near neither new nearly next no nor not
    now often once one only other our over part perhaps several she should since some soon still such than that their
    them then there these they this those though three through throughout thus today together two under unlike until
    upon was we were what when where whether which while who whose why will would you your according additionally
    both earlier yesterday tomorrow tonight overnight
    ieri oggi domani ayer hoy mañana ontem hoje amanhã gisteren vandaag morgen wczoraj dziś jutro вчера сегодня завтра
    вчора сьогодні i går idag dün bugün
    le la les l un une des du de d au aux en et ou où mais donc or ni car ce cet cette ces c il elle ils elles on nous
    vous je j tu qui que qu quoi dont quand comment pourquoi si s ne n se sa son ses leur leurs mon ma mes ton notre nos
    votre vos dans par pour sur sous avec sans entre vers chez contre depuis pendant avant après dès malgré selon
    afin ainsi alors aussi aujourd hier demain bien certains certaines chaque comme d'abord cependant enfin ensuite
    lors lorsque même outre parmi plus plusieurs pourtant puis quant quelques sauf seul seule suite tandis tous tout
    toute toutes trois deux toutefois très y rappelons voici voilà face grâce
    el los las lo unos unas y e o u pero sino con sin sobre tras según desde hasta hacia para por entre durante
    mientras cuando donde como cual este esta estos estas ese esa esos esas aquel su sus mi se al del también además
    así aunque no ya hay era fue es son según otro otra tanto muy más
    il lo i gli uno una ed ma se che chi cui con su per tra fra dal dalla nel nella nei negli nelle sul sulla alla
    al ai alle allo agli dopo prima durante mentre quando dove come questo questa questi queste quello suo sua suoi
    anche inoltre così non è era sono nonostante secondo
    o os as um uma uns umas em no na nos nas ao aos à às dos das pelo pela pelos pelas com sem sob após até desde
    enquanto quando onde como este esta esse essa isso isto ele ela eles elas seu sua seus suas também não mas
    volgens omdat terwijl hoewel nadat voordat zodat doordat ondanks dankzij vanwege wegens behalve indien zodra tenzij
    de het een en of maar want dus als dan dat die deze dit er in op te van voor met zonder naar bij uit over onder na
    tot tijdens sinds toen toch ook hij zij ze wij we ik jij hun haar zijn was werd zo niet nog hier daar wat wie
    i a oraz ale lub albo czy że gdy kiedy jak jako jest był była było byli w we na do od po przed za z ze przez przy
    pod nad między o u dla bez jego jej ich ten ta to te ci tego tej tych który która które także również jednak
    и а но или да не ни что как когда где если чтобы потому поэтому также тоже уже ещё еще в во на по с со к ко у о об
    от до из за для без при под над между через после перед он она оно они мы вы я ты его её ее их это этот эта эти
    тот та те был была было были есть так там тут здесь однако кроме согласно среди всего все весь вся
    і й та але або що як коли де якщо не у в на по з із зі до від за для без при під над між через після він вона воно
    вони ми ви я ти його її їх це цей ця ці той та ті був була було були
    en ett och men att det den de som för med utan till från om på av vid under över efter innan när där här han hon
    og men at det den de som for med uten til fra om på av ved under over etter før når der her han hun
    și sau dar că care pe la din în cu fără pentru după înainte când unde acest această el ea ei ele
    ve veya ama ancak bu şu o bir için ile gibi daha ayrıca sonra önce fakat çünkü eğer böylece buna bunun öte
    ο η το οι τα του της των τον την τη τους τις στο στη στην στον στους στις στα σε με για από προς κατά μετά παρά αντί
    ως χωρίς πριν που πως ότι όταν αν και κι ή αλλά όμως ωστόσο δεν μην να θα ας ένας μια μία ένα αυτός αυτή αυτό αυτοί
    αυτές αυτά εκείνος εκείνη εκείνο εδώ εκεί χθες χτες σήμερα αύριο τότε τώρα έτσι επίσης ακόμη ακόμα μόνο όλοι όλες
    όλα κάθε πολλοί πολλές πολλά λόγω μέσα πάνω σύμφωνα επειδή καθώς ενώ
    όπως εάν γιατί διότι πώς ποιος ποια ποιο μέχρι έως υπό επί εκτός εντός μεταξύ κοντά κάτω έξω είναι ήταν έχει
    είχε έχουν πολύ αφού μόλις απο μετα χωρις μεχρι υπο επι αλλα ομως οταν ενας ενα ειναι ηταν εχει συμφωνα σημερα
    """.split()  # noqa: SIM905 - the same
)
"""Small words that open sentences; with a capital they are still no part of a name."""

WITH_STARTERS = frozenset("da de el en es fr it nb nl nn no pl pt ro ru sv tr uk".split())  # noqa: SIM905 - the same
"""The languages they are of."""

ARTICLES = frozenset("the le la les l' il lo i gli el los las o a os as de het".split())  # noqa: SIM905 - the same
"""Those with which names begin where they have a capital in mid-sentence: Le Monde."""


@lru_cache(maxsize=1 << 14)
def is_no_name(text: str) -> bool:
    """Whether a record or a page that calls something so cannot mean it: a small word, which would link everywhere.

    (Capitals may be meant: WHO, and Che.)
    """
    word = text.strip()
    small = word.lower()
    if word.isupper() and len(word) > 1:
        return False
    return small in ARTICLES or (word == small and small in STARTERS)


NEVER_FIRST = frozenset(
    """
    ο η το οι τα του της των τον την τη τους τις στο στη στην στον στους στις στα και
    указ указа указу указом приказ распоряжение заявление слова визит
    """.split()  # noqa: SIM905 - the same
)
"""Articles and small words that begin no name, whatever their capital: Ο Γιάννης, Η Nexa."""

_GENERIC = frozenset(
    """
    i ok tv dvd cd pdf am pm gmt utc ad bc bce ce etc no nr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii
    xix xx xxi god dieu dios dio deus internet web euro euros dollar covid ceo mp
    middle north south east west northern southern eastern western nord sud est ouest norte sur sul este oeste
    d.c. a.m. p.m. b.c. a.d. us$ mr ms dr smi сми оао ооо зао гуп тв god's
    feb mar apr jun jul aug sep sept oct nov dec dna gdp ngo ngos cpu ufo hiv aids usb gps
    pdg pib ong adn vtt cdi cdd tva sida vih pil ввп днк вич спид спида спидом лгбт lgbt lgbtq lgtb ndlr
    север севера севером севере юг юга югом юге
    celsius fahrenheit u.s. u.k. u.n. federal noël pâques journées
    eve questions corées coree coreas coreias koreas кореями корейской корейский корейского
    """.split()  # noqa: SIM905 - the same
)
_INSTITUTIONS = frozenset(
    """
    state states government parliament congress senate cabinet army navy police court constitution church republic
    house chamber category brigade phase section chapter article act bill district region zone area team series season
    division class type model version level stage grade nature olympic minister ministry committee agency
    état états constitution république église
    estado estados gobierno congreso senado constitución iglesia república governo stato chiesa repubblica
    """.split()  # noqa: SIM905 - the same
)
"""Words that name something only with others beside them: European Parliament."""

_DEMONYMS = frozenset(
    """
    american americans european europeans african africans asian asians arab arabs arabic hebrew british briton britons
    english englishman
    scottish scot scots welsh irish french frenchman german germans dutch belgian swiss spanish spaniard
    portuguese italian austrian greek danish dane danes swedish swede swedes norwegian finnish finn finns polish pole
    poles czech slovak hungarian romanian bulgarian serb serbs serbian croat croatian bosnian albanian turkish turk
    turks kurd kurds kurdish persian afghan afghans israeli israelis palestinian palestinians jew jews jewish muslim
    muslims islamic islamist christian christians catholic catholics protestant orthodox buddhist hindu hindus sikh
    sunni sunnis shia shiite shiites filipino filipinos thai thais chinese japanese korean koreans mexican canadian
    cuban argentine brazilian peruvian chilean western soviet nazi nazis communist republican republicans democrat
    democrats democratic conservative conservatives liberal liberals labour hispanic latino latin roman romans
    arabian arabians celtic slavic nordic scandinavian baltic
    caucasian indigenous native maori hellenic cypriot maltese icelandic
    congolese senegalese burmese taiwanese vietnamese lebanese sudanese portuguese yemeni iraqi kuwaiti omani qatari
    emirati saudi saudis bangladeshi pakistani nepali nepalese somali kenyan nigerian egyptian libyan tunisian
    algerian moroccan ethiopian eritrean ugandan rwandan zambian zimbabwean ghanaian malian russian russians
    ukrainian ukrainians belarusian georgian armenian azerbaijani kazakh uzbek tajik turkmen kyrgyz mongolian
    français française françaises anglais anglaise anglaises allemand allemands allemande américain américains
    américaine américaines espagnol espagnols italien italiens belge belges suisse suisses russe russes chinois
    japonais turc turcs grec grecs arabe arabes juif juifs musulman musulmans chrétien chrétiens kurde kurdes
    palestinien palestiniens britannique britanniques européen européens africain africains occidentaux iranien
    iraniens suissesse suissesses ukrainien ukrainiens israélien israéliens syrien syriens irakien irakiens québécois
    """.split()  # noqa: SIM905 - the same
)
_GIVEN = frozenset(["françois", "françoise", "jean-françois"])
# How a country's people and things are called in languages that give those words a capital.
_DEMONYM_ENDINGS = {
    "en": re.compile(r"\w?(?:i|is|ans?|ians?|ese|ish|ers?)"),
    "fr": re.compile(r"\w?(?:iens?|iennes?|ains?|aines?|ais|aises?|ois|oises?|éens?|éennes?|ites?)"),
    "nl": re.compile(r"\w?(?:se?|er|ers|aan|aans|aanse|anen|ees|ezen|ische?|iërs?)"),
}


@cache
def no_names(language: str) -> frozenset[str]:
    """Words (small letters) that are no names by themselves in a language: months, weekdays, languages, peoples."""
    return _INSTITUTIONS | DIRECTIONS | describing(language)


@cache
def describing(language: str) -> frozenset[str]:
    """Those of them that make no name with each other either: South Korean, Prime Minister."""
    return _GENERIC | _DEMONYMS | TITLES | calendar_words(language) | _languages(language)


@cache
def calendar_words(language: str) -> frozenset[str]:
    """The months and weekdays of a language and of English, in small letters."""
    return _calendar(language, "months") | weekdays(language)


@cache
def weekdays(language: str) -> frozenset[str]:
    """The weekdays of a language and of English, in small letters."""
    return _calendar(language, "days")


def _calendar(language: str, part: str) -> frozenset[str]:
    words: set[str] = set()
    for tag in (language, "en"):
        try:
            calendar = getattr(Locale.parse(tag), part)
        except (UnknownLocaleError, ValueError):
            continue
        # Short forms are left out: Jan and Mar are people.
        words.update(str(name).lower() for widths in calendar.values() for name in widths["wide"].values())
    return frozenset(words)


@cache
def _languages(language: str) -> frozenset[str]:
    words: set[str] = set()
    for tag in (language, "en"):
        try:
            names = Locale.parse(tag).languages
        except (UnknownLocaleError, ValueError):
            continue
        words.update(str(name).lower() for code, name in names.items() if len(code) == 2)
    return frozenset(words)


@cache
def _country_stems(language: str) -> frozenset[str]:
    names = (name.lower() for spelled in countries.names(language).values() for name in spelled)
    return frozenset(name[: max(4, len(name) - 2)] for name in names if name.isalpha() and len(name) > 3)


@lru_cache(maxsize=1 << 16)
def is_demonym(word: str, language: str) -> bool:
    """Whether a word (small letters) says of what country or people someone is: listed, or a country's stem bent."""
    if word in _GIVEN:
        return False
    listed = DEMONYMS.get(language, frozenset())
    if word in _DEMONYMS or word in listed or (language == "en" and word[-1:] == "s" and word[:-1] in listed):
        return True
    word = word.rpartition("-")[2]  # Sud-Africain
    if word in _DEMONYMS or word in listed:
        return True
    endings = _DEMONYM_ENDINGS.get(language)
    if endings is None:
        return False
    stems = _country_stems(language)
    return any(word[:cut] in stems and endings.fullmatch(word, cut) for cut in range(4, len(word)))
