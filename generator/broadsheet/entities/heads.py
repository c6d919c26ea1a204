"""Institutions whose names go on with small words: Jeux olympiques, Partido popular, Seconda guerra mondiale."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADS: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        """
        Canard Concours Gilet Haut-Commissariat Nations Opération
        Académie Agence Alliance Armée Assemblée Association Banque Bibliothèque Centre Chambre
        Comité Commission Communauté Confédération Conseil Coupe Cour École Empire État Etat
        Fédération Festival Fondation Fonds Force Forces Front Garde Gilets Guerre Guide Haut Haute
        Institut Jeux Ligue Ministère Mouvement Musée Nouvelle Office Opéra Ordre Organisation
        Palais Parc Parlement Parti Pôle Première Seconde Prix Rassemblement République Réseau
        Royaume Sécurité Société Syndicat Théâtre Tribunal Union Université Haut-Commissariat
        """.split()  # noqa: SIM905 - words read best as words
    ),
    "es": frozenset(
        """
        Departamento Ejército Gestión
        Academia Agencia Asamblea Asociación Banco Biblioteca Cámara Centro Comisión Comité
        Confederación Congreso Consejo Copa Corte Escuela Federación Frente Fuerza Fuerzas Fundación
        Guerra Imperio Instituto Juegos Liga Ministerio Movimiento Museo Oficina Organización
        Parlamento Partido Policía Primera Segunda Real Selección Sociedad Tribunal Unión
        Universidad
        """.split()  # noqa: SIM905 - words read best as words
    ),
    "it": frozenset(
        """
        Protezione Regione Vigili Ufficio Dipartimento Esercito Seconda
        Accademia Agenzia Assemblea Associazione Banca Biblioteca Camera Centro Comitato Commissione
        Confederazione Consiglio Coppa Corte Federazione Fronte Guardia Guerra Impero Istituto Lega
        Ministero Movimento Museo Organizzazione Parlamento Partito Polizia Prima Seconda Regno
        Repubblica Società Unione Università
        """.split()  # noqa: SIM905 - words read best as words
    ),
    "pt": frozenset(
        """
        Academia Agência Assembleia Associação Banco Câmara Centro Comissão Comitê Confederação
        Congresso Conselho Copa Corte Federação Força Forças Frente Fundação Guerra Império
        Instituto Jogos Liga Ministério Movimento Museu Organização Parlamento Partido Polícia
        Primeira Segunda Seleção Sociedade Supremo Tribunal União Universidade
        """.split()  # noqa: SIM905 - words read best as words
    ),
}
"""Their first or only words, by language."""

ADJECTIVES: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"(?: (?:[a-zéèêïç]{2,}(?:ale?s?|aux|elles?|iques?|istes?|aine?s?|éens?|éennes?|iens?|iennes?|aires?|aises?|"
        r"oise?s?|ifs?|ives?)|arabes?|libres?|unies?|unis|jaunes?|enchaîné|suprême|supérieure?|ottoman|français|polonais|anglais)\b){1,2}"
    ),
    "es": re.compile(
        r"(?: (?:[a-záéíóúñ]{2,}(?:al|ales|ic[oa]s?|istas?|an[oa]s?|ense|iv[oa]s?|ern[oa]s?|ior|ionari[oa]s?)|"
        r"popular|militar|nuclear|suprem[oa]|unid[oa]s)\b){1,2}"
    ),
    "it": re.compile(
        r"(?: (?:guerra|[a-zàèéìòù]{2,}(?:al[ei]|ic[oahei]+|ist[aei]|an[oaie]|es[ei]|iv[oaie]|ern[oaie]|iore)|"
        r"popolare|militare|supremo|unite)\b){1,2}"
    ),
    "pt": re.compile(
        r"(?: (?:[a-záâãéêíóôõúç]{2,}(?:al|ais|ic[oa]s?|istas?|an[oa]s?|ense|iv[oa]s?|ern[oa]s?|ior|eir[oa]s?)|"
        r"popular|militar|nuclear|suprem[oa]|unid[oa]s)\b){1,2}"
    ),
}
"""What the small words look like: adjectives, most by their endings."""

COUNTED = frozenset(
    """
    no nr nº n° numéro número nummer numero top page pages rank day week year season round game lap vol part p pp art
    article articles section chapter chapters act line lines row gate room verse psalm vers dia día jour giorno dag
    environ plus moins about some over almost nearly around exactly circa cerca quase quasi casi
    """.split()  # noqa: SIM905 - words read best as words
)
"""Words with which a number only counts."""

EVENTS = frozenset(
    """
    copa juegos eurocopa campeonato campeonatos mundial torneo gran elecciones revolución guerra festival supercopa
    temporada liga premios jogos campeonato campeonatos torneio grande eleições revolução guerra festival eurocopa
    prêmio taça coupe jeux championnat championnats tournoi grand élections révolution guerre festival mondial
    """.split()  # noqa: SIM905 - the same
)
"""First words of events that a year tells apart: Copa Mundial de 1998."""

NAMED_AFTER = frozenset(
    """
    Fondation Foundation Fundación Fondazione Fundação Stichting Prix Prize Award Premio Prêmio Prijs Place Plaza
    Piazza Praça Plein Rue Street Calle Via Rua Avenue Avenida Viale Boulevard Cours Quai Allée Square École Ecole
    School Escuela Scuola Escola Collège College Colegio Collegio Colégio Lycée Lyceum Liceo Liceu Université
    University Universidad Università Universidade Universiteit Hôpital Hospital Ospedale Ziekenhuis Stade Stadium
    Estadio Stadio Estádio Stadion Parc Park Parque Parco Aéroport Airport Aeropuerto Aeroporto Luchthaven Centre
    Center Centro Institut Institute Instituto Istituto Instituut Pont Bridge Puente Ponte Brug Musée Museum Museo
    Museu Théâtre Theatre Theater Teatro Bibliothèque Library Biblioteca Gymnase Palais Palace Palacio Palazzo Palácio
    Salle Sala Jardin Jardín Giardino Jardim Espace Cathédrale Cathedral Catedral Cattedrale Église Church Iglesia
    Chiesa Igreja Saint Sainte San Santa Santo São St Sint Trophée Trophy Trofeo Troféu Coupe Cup Copa Coppa Taça
    Mémorial Memorial Opération Operation Operación Operação Affaire Affair Caso Loi Law Ley Legge Lei Tour Tower
    Torre Toren Cimetière Cemetery Cementerio Cimitero Maison House Casa Huis Groupe Group Grupo Gruppo Barrage Dam
    Presa Diga Station Estación Stazione Estação Gare Fort Fuerte Forte Mont Mount Monte Lac Lake Lago Lord Lady Sir
    Dame Captain Hurricane Huracán Ouragan Uragano Furacão Port Puerto Porto Villa Château Castle Castillo Castello
    Castelo Hotel Hôtel Festival Orchestre Orchestra Orquesta Cercle Club Brigade Division Team Studio Galerie Gallery
    Galería Galleria Auditorium Arena Campus Campo Camp Bar Café Big Little Great King Queen Prince Princess Emperor
    Super El Los Las La USS HMS HMCS HMAS RMS INS The Le Les Il Lo De Het Uncle Aunt Mother Father Brother Sister
    Captain Doctor Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Miss
    """.split()  # noqa: SIM905 - words read best as words
)
"""Words before a person's name that make one name with it: Fondation Ada Quill."""
