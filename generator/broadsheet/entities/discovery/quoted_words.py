"""Words that tell what a quotation is: a title, or what somebody said. In small letters, all languages together."""

from __future__ import annotations

WORKS = frozenset(
    """
    film films movie movies album albums single singles song songs novel novels book books series show shows episode
    sitcom soap drama comedy cartoon anime manga comic comics game games magazine newspaper journal weekly daily play
    opera musical poem poems painting sculpture soundtrack hit ballad track ep lp essay memoir autobiography sequel
    titled entitled documentary thriller western remake starred podcast video
    chanson chansons roman romans livre livres série téléfilm émission épisode jeu jeux pièce opéra poème tableau
    documentaire journal quotidien hebdomadaire revue magazine titre intitulé intitulée essai recueil nouvelle court
    métrage long-métrage court-métrage tube clip album saga bande-dessinée comédie
    película películas canción canciones novela novelas libro libros serie series episodio juego videojuego obra poema
    cuadro documental diario revista periódico titulado titulada telenovela disco sencillo cortometraje ensayo comedia
    canzone canzoni brano romanzo romanzi libro libri episodio gioco videogioco opera poesia quadro documentario
    quotidiano settimanale rivista intitolato intitolata singolo disco racconto cortometraggio sceneggiato commedia
    filme filmes canção canções romance livro livros série episódio jogo peça poema quadro documentário jornal
    revista intitulado intitulada música faixa telenovela novela conto minissérie seriado
    lied liedje nummer boek boeken roman reeks serie televisieserie aflevering spel opera gedicht schilderij
    documentaire krant tijdschrift weekblad getiteld plaat hitsingle toneelstuk musical soapserie speelfilm stripreeks
    фильм фильма фильме роман романа романе альбом альбома песня песни песню книга книги книге сериал сериала
    журнал журнала газета газеты опера оперы пьеса пьесы
    фильму фильмом фильмы фильмов роману романом альбому альбомом альбомы песне песней песен книгой сериалу сериалом
    журналу журналом журнале газете газету газетой опере оперу оперой пьесе пьесу пьесой мюзикл мюзикла мюзикле
    спектакль спектакля спектакле повесть повести рассказ рассказа рассказе картина картины картине картину
    фільм фільму фільмі роман роману альбом альбому пісня пісні пісню книга книги книзі книгу серіал серіалу газета
    газети газеті вистава вистави
    film filmu filmie powieść powieści album albumu piosenka piosenki książka książki serial serialu gazeta opera
    """.split()  # noqa: SIM905 - words read best as words
)
"""Kinds of works: what follows in quotation marks is their title."""

SAYING = frozenset(
    """
    said says say saying wrote writes stating stated states declared declares shouting shouted shouts yelled chanting
    chanted cried asked asks replied reads reading read adding added adds tweeted warned that responded insisting
    dit disant déclaré déclare crié criant crie écrit que répondu ajouté affirmé affirmant lancé scandé scandant clamé
    répété expliqué estime estimé répondant indiqué précisé assuré conclu criait criaient
    dijo dice diciendo declaró afirmó gritó gritando escribió respondió añadió aseguró
    detto dice dicendo dichiarato gridato gridando scritto risposto aggiunto affermato che
    disse diz dizendo declarou afirmou gritou gritando escreveu respondeu acrescentou
    zei zegt verklaarde riep roepen schreef antwoordde dat aldus vroeg
    """.split()  # noqa: SIM905 - the same
)
"""What follows is what somebody said or wrote."""

SAID = (SAYING - frozenset(["that", "que", "che", "dat", "reading", "reads", "read", "leest"])) | frozenset(
    """
    told explained insisted argued noted announced continued concluded dedi demiş diyen diye diyerek söyledi konuştu
    yazdı belirtti kaydetti vurguladı açıkladı ekledi сказал сказала заявил заявила написал написала отметил отметила
    добавил добавила ответил ответила сказав заявив додав додала powiedział powiedziała dodał dodała napisał napisała
    stwierdził stwierdziła είπε δήλωσε τόνισε έγραψε πρόσθεσε
    """.split()  # noqa: SIM905 - the same
)
"""What precedes is what somebody said or wrote."""

SPEAKERS = frozenset(
    """
    i we you they he she it there this that these what if no yes not let don't can't
    je j nous vous ils elles il elle on c ça ce cela si toutes tous aucun personne quand pourquoi ne
    yo nosotros ellos ella no sí si esto eso hay
    io noi voi loro lui lei non si ci questo
    eu nós eles ela não se isso isto há
    ik wij we jullie zij ze hij het dit dat er niet als
    """.split()  # noqa: SIM905 - the same
)
"""First words of what people say, seldom of titles."""

VERBS = frozenset(
    """
    is are was were has have had will would can could must should
    est sont était étaient a ont avait sera seront doit doivent peut peuvent va vont fait
    es son era fue han ha será debe puede está están hay
    è sono era ha hanno sarà deve può
    é são foi tem têm será deve pode está
    is zijn was waren heeft hebben wordt worden moet kan zal
    """.split()  # noqa: SIM905 - the same
)
"""Verbs that make a sentence of a quotation."""
