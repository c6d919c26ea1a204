"""What peoples and their things are called, in small letters, where that is written with a capital: Brésilienne."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_FRENCH = """
afghan africain albanais algérien allemand alsacien américain andorran anglais angolais argentin arménien asiatique
auvergnat australien autrichien azerbaïdjanais azéri bahreïnien bangladais basque bavarois belge béninois biélorusse
birman bolivien bosniaque bosnien brésilien breton britannique bulgare burkinabè burkinabé burundais cambodgien
camerounais canadien catalan centrafricain chilien chinois chypriote colombien comorien congolais coréen corse
costaricain croate cubain danois djiboutien dominicain écossais égyptien émirati équatorien érythréen espagnol
estonien éthiopien européen finlandais finnois flamand français gabonais gallois gambien gaulois géorgien ghanéen grec
grecque guadeloupéen guatémaltèque guinéen guyanais haïtien hollandais hondurien hongrois indien indonésien irakien
iranien irlandais islandais israélien italien ivoirien jamaïcain japonais jordanien kazakh kényan kirghize kosovar
koweïtien kurde laotien letton libanais libérien libyen lituanien londonien luxembourgeois lyonnais macédonien
maghrébin malaisien malgache malien maltais marocain marseillais martiniquais mauricien mauritanien mexicain moldave
monégasque mongol monténégrin mozambicain namibien néerlandais néo-zélandais népalais new-yorkais nicaraguayen
nigérian nigérien normand norvégien occidental ouest-allemand ougandais ouïghour ouzbek pakistanais palestinien
panaméen paraguayen parisien péruvien philippin polonais portoricain portugais provençal prussien qatari qatarien
québécois romain roumain russe rwandais saoudien sarde savoyard scandinave sénégalais serbe sicilien singapourien
slovaque slovène somalien soudanais sri-lankais sud-africain sud-américain sud-coréen nord-coréen nord-américain
suédois suisse syrien tadjik taïwanais tanzanien tchadien tchèque tchécoslovaque tchétchène texan thaïlandais tibétain
togolais tunisien turc turque turkmène ukrainien uruguayen vénézuélien vietnamien wallon yéménite yougoslave zaïrois
zambien zimbabwéen suissesse slave latino-américain soviétique
"""
_DUTCH = """
amerikaan amerikaans nederlands duits belgisch pools zweed zweeds romein romeins frans fransman fransen brit brits
spaans spanjaard russisch rus turk turks griek grieks zwitser zwitsers oostenrijker oostenrijks bosnisch europees
europeaan iraaks irakees deen deens noor noors canadees engels engelsman schot schots ier iers vlaming vlaams waal
waals fries hongaar hongaars tsjech tsjechisch slowaaks slowaak sloveens kroatisch kroaat servisch serviër bulgaars
roemeens roemeen oekraïens oekraïner albanees montenegrijns macedonisch fins fin estisch lets litouws portugees
braziliaans braziliaan argentijns argentijn chileens chileen mexicaans mexicaan cubaans cubaan colombiaans
venezolaans peruaans surinaams surinamer antilliaans arubaans chinees japans japanner koreaans koreaan
indisch indiaas indiër indonesisch thais vietnamees filipijns israëlisch palestijns palestijn arabisch egyptisch
marokkaans marokkaan tunesisch algerijns algerijn syrisch syriër libanees iraans iraniër afghaans pakistaans
australisch australiër nieuw-zeelands afrikaans afrikaan aziatisch sovjet joods byzantijns germaans keltisch
luxemburgs ijslands maltees cypriotisch bourgondisch pruisisch saksisch beiers hollands gelders limburgs brabants
zeeuws gronings drents utrechts amsterdams rotterdams congolees nigeriaans keniaans ethiopisch ghanees italiaan
italiaans zuid-afrikaans zuid-afrikaan latijns groenlands tsjaads liechtensteins swazilands
"""
_ENGLISH = """
ecuadorian ecuadorians greenlandic greenlander greenlanders dutchman frenchmen irishman irishmen welshman scotsman
singaporean singaporeans laotian macedonian montenegrin kosovar kosovars chechen tatar uyghur uyghurs tibetan
balinese javanese sumatran bengali punjabi tamil tamils sinhalese flemish walloon catalan basque breton sicilian
sardinian bavarian saxon prussian ottoman byzantine persian hungarian hungarians argentinian argentinians
guatemalan salvadoran nicaraguan honduran hondurans panamanian rican dominican jamaican haitian haitians
trinidadian bahamian barbadian guyanese surinamese bolivian paraguayan uruguayan chileans peruvians colombians
venezuelans mexicans brazilians canadians americans californian texan texans londoner londoners parisian parisians
burkinabe burkinabé ivorian ivorians beninese togolese gabonese angolan mozambican malawian botswanan namibian swazi
basotho malagasy comorian seychellois mauritian tanzanian gambian guinean liberian djiboutian afro african-american
"""


def _french() -> Iterator[str]:
    for word in _FRENCH.split():
        yield from (word, f"{word}s", f"{word}e", f"{word}es", f"{word}ne", f"{word}nes")


def _dutch() -> Iterator[str]:
    for word in _DUTCH.split():
        yield from (word, f"{word}e", f"{word}s", f"{word}en")
        if word.endswith(("ees", "aans")):
            yield f"{word[:-1]}se"
        if word.endswith("ees"):
            yield from (f"{word[:-3]}ese", f"{word[:-3]}ezen")
        if word.endswith("aan"):
            yield f"{word[:-2]}nen"


DEMONYMS: Mapping[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "fr": frozenset(_french()),
    "nl": frozenset(_dutch()),
}
"""By language; those that most languages share, and those made of a country's name, are in `name_words`."""

NAMESAKES = frozenset(
    """
    françois françoise françoises jean-françois romain romaine christian roman germain florentin lombard
    normand breton picard
    """.split()  # noqa: SIM905 - words read best as words
)
"""Those that are persons' names as often."""

PEOPLE = DEMONYMS["fr"] - NAMESAKES
"""In French, a person of whom the name follows: la Japonaise Miyake."""
