"""The words that tell a speaker: verbs of saying, offices before a name, and what may not stand near it, by language.

Each list is meant to be short of doubt, not complete: a quotation without a speaker is a pity, one with the wrong
speaker is a lie about a person.
"""

# ruff: noqa: E501 - lists of words read best in rows

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """The words of one language that is written with spaces; each text is the inside of a regular expression."""

    verbs: str
    """Verbs of saying, third person: `said`, `a déclaré`."""
    roles: str
    """Offices and titles, of which the one that bears the name speaks."""
    stops: str
    """Words that make the name behind them somebody else than the speaker: `of`, `to`, `and`."""
    first: str = r"[^\W\d_]+"
    """A word that may begin a sentence before an office: `French President`."""
    complement: str = ""
    """What may stand between an office and the name: `of State`; `\\ue001` is any entity that is no person."""
    after: str = "-"
    """Words that may follow the name when it stands behind the verb."""
    adverbs: str = "-"
    """Words between name and verb."""
    avoid: str = "-"
    """Words between the verb and a colon that let somebody else speak: `that`, `he`."""
    article: str = ""
    """What must stand before a name that speaks (Greek)."""
    account: str = ""
    """Words with which a sentence begins that is somebody's: `according to`."""
    apart: bool = False
    """Whether an office and the name that bears it are parted by a comma: `the mayor, Ada Brandt, said`."""


_CAPITAL = r"[A-ZÀ-ÖØ-ÞŚŻŁĆ][\w'’-]*"

SPEECH: Mapping[str, SpeechWords] = {
    "en": SpeechWords(
        verbs="said|says|added|adds|wrote|writes|tweeted|posted|stated|declared|explained|insisted|warned|argued|noted|"
        "announced|replied|continued|concluded|remarked|commented|stressed|emphasi[sz]ed|recalled|observed|responded|"
        "quipped|vowed|pledged|joked|reiterated|complained|cautioned|countered|lamented|conceded|retorted|urged|told",
        roles="president|vice[- ]president|prime minister|minister|premier|chancellor|senator|sen\\.|congress(?:wo)?man|"
        "representative|rep\\.|secretary|secretary[- ]general|governor|gov\\.|mayor|director|chair(?:wo)?man|chair|"
        "chief|ceo|leader|spokes(?:wo)?man|spokesperson|general|gen\\.|colonel|captain|judge|justice|attorney general|"
        "professor|prof\\.|dr\\.?|mr\\.?|ms\\.?|sir|king|queen|prince|princess|pope|bishop|archbishop|sheikh|"
        "ambassador|commissioner|analyst|economist|author|coach|manager|scientist|researcher|activist|actor|actress|"
        "singer|candidate|nominee|founder|speaker|mp|commander|sheriff|lawyer",
        stops="of|to|for|by|with|about|against|from|in|on|at|than|and|or|but|who|whom|whose|that|as|near|under|after|"
        "before|while|not|never|is|was|were|are|be|been|had|has|have",
        complement=rf"(?:of (?:the )?(?:{_CAPITAL}|\ue001))(?: (?:and )?{_CAPITAL})*",
        after="in|on|at|during|after|before|while|when|as|yesterday|today|last|this|earlier|later|to|adding|speaking|"
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|via|from|outside",
        adverbs="also|later|then|further|previously|recently|has|had|once|earlier|further",
        avoid="that|he|she|they|it|who|how|was|were|said|told|of|quoting|citing|quoted",
        account="according to",
        apart=True,
    ),
    "fr": SpeechWords(
        verbs=r"(?:a|avait)(?: (?:aussi|encore|notamment|ensuite|\w+ment))? (?:déclaré|dit|affirmé|expliqué|ajouté|annoncé|"
        "assuré|estimé|indiqué|précisé|souligné|rappelé|lancé|écrit|répondu|insisté|conclu|confié|reconnu|martelé|"
        "averti|prévenu|poursuivi|commenté|tweeté|regretté|dénoncé|promis|proclamé|noté|jugé|observé|plaidé|réagi|"
        "lâché|glissé|asséné|tonné|ironisé|renchéri|rétorqué|répliqué|soufflé|tranché|déploré|alerté|juré|clamé|fait valoir)|"
        "s['’]est (?:félicité|réjoui|indigné|exclamé|défendu|justifié|insurgé)e?|"
        "déclare|déclara|dit|affirme|explique|expliqua|ajoute|ajouta|annonce|assure|estime|indique|précise|souligne|"
        "rappelle|lance|lança|écrit|répond|répondit|insiste|conclut|confie|reconnaît|martèle|avertit|prévient|"
        "poursuit|commente|regrette|dénonce|note|juge|observe|plaide|"
        "lâche|glisse|assène|tonne|ironise|renchérit|rétorque|réplique|souffle|tranche|déplore|alerte|clame|s['’](?:indigne|exclame|insurge|interroge)",
        roles="président|présidente|premier ministre|première ministre|ministre|chancelier|chancelière|maire|député|"
        "députée|sénateur|sénatrice|directeur|directrice|secrétaire|secrétaire général|général|colonel|juge|procureur|"
        "procureure|professeur|professeure|chef|cheffe|roi|reine|prince|pape|leader|candidat|candidate|patron|"
        "entraîneur|sélectionneur|économiste|chercheur|chercheuse|historien|historienne|analyste|écrivain|actrice|"
        r"acteur|chanteur|chanteuse|gouverneur|ambassadeur|ambassadrice|m\.|mme|mr|dr|me|porte-parole|avocat|avocate|"
        "commissaire|capitaine|cardinal|évêque|archevêque|fondateur|fondatrice|pdg",
        stops="de|du|des|à|au|aux|pour|par|chez|avec|que|qui|dont|sur|dans|contre|selon|et|ou|en|envers|pas|jamais",
        complement=rf"(?:des|du|de la|de l['’]|de|d['’]) ?(?:{_CAPITAL}|\ue001)(?: (?:étrangères|générale?|\ue001))?",
        after="dans|lors|à|au|aux|en|sur|pour|devant|après|avant|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
        "dimanche|pendant|depuis|sans|ce|cette|aujourd['’]hui|via|par",
        avoid="que|qu|qui|il|elle|ils|elles|on|dont",
        account="selon|d['’]après",
        apart=True,
    ),
    "de": SpeechWords(
        verbs="sagte|sagt|erklärte|erklärt|betonte|betont|schrieb|schreibt|meinte|meint|warnte|warnt|forderte|"
        "kritisierte|antwortete|bekräftigte|äußerte|ergänzte|twitterte|verkündete|versicherte|unterstrich|sprach|rief|"
        "entgegnete|konterte|mahnte|beteuerte|bemerkte|erwiderte|urteilte",
        roles=r"[\w-]*(?:minister(?:in)?|kanzler(?:in)?|präsident(?:in)?|sprecher(?:in)?|chef(?:in)?|vorsitzender?|"
        "direktor(?:in)?|professor(?:in)?|sekretär(?:in)?|trainer(?:in)?|bürgermeister(?:in)?|general|politiker(?:in)?|"
        "anwalt|anwältin|experte|expertin|forscher(?:in)?|papst|könig(?:in)?|senator(?:in)?|gouverneur(?:in)?|premier|"
        r"abgeordneter?|autor(?:in)?|leiter(?:in)?|herr|frau|bischof|kardinal)|dr\.|prof\.",
        stops=r"dem|den|des|zu|zum|zur|von|vom|für|über|gegenüber|mit|bei|an|am|im|in|und|oder|nach|laut|auf|nicht|nie|"
        r"der [\w-]+in|seiner|ihrer|einer",
        after="in|im|am|bei|nach|vor|während|auf|gegenüber|dem|der|den|heute|gestern|zu|zum|zur|weiter|laut|unter",
        adverbs="-",
        avoid="dass|er|sie|es|ihm|ihr|wer|wie",
        account="laut",
        apart=True,
    ),
    "es": SpeechWords(
        verbs="dijo|dice|afirmó|afirma|declaró|declara|aseguró|asegura|explicó|explica|añadió|añade|señaló|señala|"
        "indicó|indica|manifestó|expresó|sostuvo|subrayó|destacó|advirtió|anunció|escribió|respondió|concluyó|"
        "insistió|agregó|comentó|apuntó|precisó|recordó|reconoció|lamentó|reiteró|"
        "zanjó|sentenció|replicó|espetó|remarcó|recalcó|matizó|alertó|apostilló|puntualizó|enfatizó|"
        "ha (?:dicho|afirmado|declarado|asegurado|explicado|añadido|señalado|indicado|manifestado|subrayado|escrito|"
        "destacado|advertido|anunciado|respondido|insistido|recordado|lamentado|reiterado)",
        roles="presidente|presidenta|primer ministro|primera ministra|ministro|ministra|canciller|alcalde|alcaldesa|"
        "diputado|diputada|senador|senadora|gobernador|gobernadora|director|directora|secretario|secretaria|general|"
        "juez|jueza|fiscal|profesor|profesora|jefe|jefa|rey|reina|papa|líder|candidato|candidata|portavoz|vocero|"
        r"vocera|abogado|abogada|economista|analista|entrenador|escritor|escritora|actor|actriz|sr\.|sra\.|dr\.|"
        "embajador|embajadora|comisario|comisaria|exmandatario|mandatario|vicepresidente|vicepresidenta|expresidente",
        stops="de|del|a|al|para|por|con|que|quien|en|sobre|según|y|e|o|u|contra|no|nunca",
        complement=rf"(?:de|del|de la|de los|de las) (?:{_CAPITAL}|\ue001)(?: (?:{_CAPITAL}|\ue001))*",
        after="en|el|la|durante|tras|ante|al|a|este|esta|desde|hoy|ayer|sobre|para|por|antes|después",
        avoid="que|él|ella|ellos|quien",
        account="según",
        apart=True,
    ),
    "it": SpeechWords(
        verbs=r"(?:ha|aveva)(?: (?:anche|poi|inoltre|\w+mente))? (?:detto|dichiarato|affermato|spiegato|aggiunto|sottolineato|"
        "scritto|commentato|annunciato|concluso|ribadito|ricordato|osservato|risposto|precisato|sostenuto|assicurato|"
        "avvertito|replicato|tuonato|esclamato|ammesso|chiarito|evidenziato|rimarcato|ammonito|insistito)|disse|dice|dichiara|dichiarò|afferma|affermò|spiega|spiegò|aggiunge|aggiunse|sottolinea|"
        "scrive|commenta|conclude|ribadisce|ricorda|osserva|risponde|precisa|sostiene|replica|"
        "chiarisce|evidenzia|ammonisce|insiste|tuona",
        roles="presidente|presidentessa|primo ministro|ministro|ministra|premier|cancelliere|cancelliera|sindaco|"
        "sindaca|deputato|deputata|senatore|senatrice|governatore|direttore|direttrice|segretario|segretaria|generale|"
        "giudice|procuratore|professore|professoressa|capo|re|regina|papa|leader|candidato|candidata|portavoce|"
        r"avvocato|economista|analista|allenatore|scrittore|attore|attrice|cantante|dott\.|sig\.|commissario|cardinale",
        stops="di|del|della|dello|dei|degli|delle|dell['’]|d['’]|a|al|alla|allo|ai|agli|alle|all['’]|da|dal|dalla|per|con|"
        "che|chi|su|in|nel|nella|e|o|contro|non|mai",
        complement=rf"(?:di|del|della|dello|dei|degli|delle|dell['’]|d['’]) ?(?:{_CAPITAL}|\ue001)(?: (?:{_CAPITAL}|\ue001))*",
        after="in|nel|nella|durante|dopo|a|al|alla|ai|oggi|ieri|su|per|davanti|prima|parlando|lunedì|martedì|mercoledì|"
        "giovedì|venerdì|sabato|domenica|commentando",
        avoid="che|lui|lei|loro|chi",
        account="secondo",
        apart=True,
    ),
    "pt": SpeechWords(
        verbs="disse|diz|afirmou|afirma|declarou|declara|explicou|explica|acrescentou|garantiu|escreveu|anunciou|destacou|"
        "ressaltou|sublinhou|salientou|alertou|lamentou|concluiu|respondeu|comentou|frisou|defendeu|lembrou|referiu|"
        "avisou|reiterou|ponderou|reforçou|enfatizou|completou|rebateu|argumentou|assegurou|advertiu|insistiu|ironizou",
        roles="presidente|presidenta|primeiro-ministro|primeira-ministra|ministro|ministra|chanceler|prefeito|prefeita|"
        "deputado|deputada|senador|senadora|governador|governadora|diretor|diretora|secretário|secretária|"
        "secretário-geral|general|juiz|juíza|procurador|professor|professora|chefe|rei|rainha|papa|líder|candidato|"
        r"candidata|porta-voz|advogado|advogada|economista|analista|treinador|técnico|escritor|ator|atriz|sr\.|dr\.",
        stops="de|do|da|dos|das|a|ao|à|aos|às|para|por|pelo|pela|com|que|quem|em|no|na|sobre|e|ou|contra|não|nunca",
        complement=rf"(?:de|do|da|dos|das) (?:{_CAPITAL}|\ue001)(?: (?:{_CAPITAL}|\ue001))*",
        after="em|no|na|nos|nas|durante|após|à|ao|aos|hoje|ontem|sobre|depois|antes|nesta|neste|numa|num|para|segunda|terça",
        avoid="que|ele|ela|eles|quem",
        account="segundo|de acordo com",
        apart=True,
    ),
    "nl": SpeechWords(
        verbs="zei|zegt|verklaarde|verklaart|schreef|schrijft|benadrukte|antwoordde|waarschuwde|reageerde|vertelde|"
        "vertelt|twitterde|stelde|stelt|meende|benadrukt|waarschuwt|reageert|concludeerde|herhaalde|beloofde|aldus",
        roles="president|presidente|premier|minister|minister-president|kanselier|burgemeester|senator|gouverneur|"
        r"directeur|secretaris|secretaris-generaal|generaal|rechter|professor|hoogleraar|koning|koningin|paus|leider|"
        r"fractievoorzitter|voorzitter|woordvoerder|woordvoerster|advocaat|econoom|onderzoeker|trainer|bondscoach|coach|"
        r"staatssecretaris|dr\.|mr\.|meneer|mevrouw|kandidaat|schrijver|schrijfster|acteur|actrice|minister van \w+",
        stops="van|aan|voor|met|door|over|tegen|bij|op|in|en|of|die|dat|tot|uit|niet|nooit|zijn|haar",
        after="in|op|tijdens|na|bij|tegen|voor|aan|vandaag|gisteren|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|"
        "zondag|eerder|later|over|onlangs",
        avoid="dat|hij|zij|ze|die|wie",
        account="volgens",
        apart=True,
    ),
    "ru": SpeechWords(
        verbs="(?:сказал|заявил|отметил|подчеркнул|добавил|написал|сообщил|пояснил|объяснил|ответил|рассказал|признал|"
        "предупредил|пообещал|уточнил|указал|напомнил|заверил|заметил|прокомментировал|констатировал|"
        "резюмировал|подытожил|парировал|возразил|посетовал|пошутил|воскликнул|предположил|отрезал|заключил)а?|считает|говорит|"
        "утверждает|заявляет|пишет|признался|призналась|поделился|поделилась",
        roles="президент|экс-президент|премьер-министр|премьер|вице-премьер|министр|глава|лидер|депутат|сенатор|губернатор|мэр|директор|"
        "генерал|генсек|генеральный секретарь|секретарь|канцлер|король|королева|папа|политолог|эксперт|тренер|"
        "режиссёр|режиссер|актёр|актер|актриса|писатель|учёный|ученый|экономист|полковник|спикер|председатель|посол",
        stops="с|со|о|об|от|для|у|к|ко|и|или|по|при|на|в|во|за|что|который|которая|кто|из|не|никогда|про|против|"
        r"президента|министра|премьера|главы|канцлера|лидера|губернатора|мэра|директора|короля|королевы|депутата",
        complement="(?:(?:иностранных дел|внутренних дел|обороны|финансов|экономики|здравоохранения|культуры|образования|"
        "юстиции|торговли|энергетики|транспорта|спорта) ?)?(?:(?:\ue001|[А-ЯЁ][\\w-]*) ?){0,3}",
        after="в|на|во|по|после|перед|сегодня|вчера|журналистам|журналисту|агентству|отвечая|комментируя|ранее|накануне|"
        "телеканалу|корреспонденту|изданию|газете|порталу",
        adverbs="также|позже|ранее|затем|тогда|при этом|уже|накануне",
        avoid="что|он|она|они|который|которая|кто|слова|цитируя",
    ),
    "uk": SpeechWords(
        verbs="сказав|сказала|заявив|заявила|зазначив|зазначила|наголосив|наголосила|підкреслив|підкреслила|додав|додала|"
        "написав|написала|повідомив|повідомила|пояснив|пояснила|відповів|відповіла|розповів|розповіла|визнав|визнала|"
        "попередив|попередила|уточнив|уточнила|нагадав|нагадала|вважає|каже|стверджує|пише|заявляє",
        roles="президент|прем['’ʼ]єр-міністр|прем['’ʼ]єр|міністр|глава|лідер|депутат|сенатор|губернатор|мер|директор|генерал|"
        "генсек|канцлер|король|королева|політолог|експерт|тренер|режисер|актор|акторка|письменник|економіст|спікер|голова|посол",
        stops="з|зі|із|про|від|для|у|до|і|й|та|або|по|при|на|в|за|що|який|яка|хто|не|ніколи|проти|"
        "президента|міністра|прем['’ʼ]єра|глави|канцлера|лідера|губернатора|мера|директора|короля|королеви|депутата|голови",
        complement="(?:(?:закордонних справ|внутрішніх справ|оборони|фінансів|економіки|охорони здоров['’ʼ]я|культури|освіти|"
        "юстиції|енергетики) ?)?(?:(?:\ue001|[А-ЯІЇЄҐ][\\w'’ʼ-]*) ?){0,3}",
        after="в|у|на|під|після|перед|сьогодні|вчора|журналістам|раніше|відповідаючи|коментуючи",
        adverbs="також|пізніше|раніше|потім|тоді|вже",
        avoid="що|він|вона|вони|який|яка|хто|слова|цитуючи",
    ),
    "pl": SpeechWords(
        verbs="(?:powiedział|stwierdził|oświadczył|dodał|podkreślił|napisał|zaznaczył|mówił|ocenił|wyjaśnił|zapewnił|"
        "przyznał|zapowiedział|poinformował|odpowiedział|zauważył|skomentował|ostrzegł)a?|mówi|twierdzi|pisze|ocenia|podkreśla|dodaje",
        roles="prezydent|premier|minister|kanclerz|szef|szefowa|lider|liderka|poseł|posłanka|senator|gubernator|burmistrz|"
        "dyrektor|generał|gen\\.|sędzia|profesor|prof\\.|dr|król|królowa|papież|trener|selekcjoner|ekspert|ekspertka|"
        "politolog|ekonomista|pisarz|pisarka|aktor|aktorka|reżyser|przewodniczący|przewodnicząca|sekretarz|marszałek",
        stops="z|ze|o|od|dla|u|do|i|oraz|lub|po|przy|na|w|we|za|że|który|która|kto|nie|nigdy|przeciw|"
        "prezydenta|premiera|ministra|kanclerza|kanclerz|szefa|lidera|gubernatora|burmistrza|dyrektora|króla|królowej",
        complement="(?:(?:spraw zagranicznych|spraw wewnętrznych|obrony narodowej|obrony|finansów|zdrowia|edukacji|kultury|"
        "sprawiedliwości|rozwoju) ?)?(?:(?:\ue001|[A-ZĄĆĘŁŃÓŚŹŻ][\\w-]*) ?){0,3}",
        after="w|na|we|po|podczas|przed|dziś|wczoraj|dziennikarzom|odpowiadając|komentując|we",
        adverbs="także|również|później|wcześniej|następnie|wtedy",
        avoid="że|on|ona|oni|który|która|kto|słowa|cytując",
    ),
    "el": SpeechWords(
        verbs="είπε|δήλωσε|τόνισε|ανέφερε|υποστήριξε|πρόσθεσε|υπογράμμισε|σημείωσε|επισήμανε|έγραψε|απάντησε|λέει|"
        "δηλώνει|τονίζει|εξήγησε|προειδοποίησε|σχολίασε",
        roles="πρωθυπουργός|πρόεδρος|υπουργός|καγκελάριος|δήμαρχος|βουλευτής|γερουσιαστής|κυβερνήτης|διευθυντής|"
        "διευθύντρια|γραμματέας|στρατηγός|καθηγητής|καθηγήτρια|αρχηγός|βασιλιάς|βασίλισσα|πάπας|ηγέτης|κ\\.|εκπρόσωπος|"
        "δικηγόρος|προπονητής|συγγραφέας|ηθοποιός|οικονομολόγος",
        stops="του|της|των|τον|την|τους|στον|στην|στο|στους|στις|σε|με|για|από|που|και|ή|κατά|προς|δεν|μην|τις|τα",
        after="σε|στο|στη|στην|στον|κατά|μετά|πριν|σήμερα|χθες|μιλώντας|για|από|απαντώντας|σχολιάζοντας|με",
        avoid="ότι|πως|που|αυτός|αυτή|εκείνος",
        article="(?:ο|η|Ο|Η) ",
    ),
}
