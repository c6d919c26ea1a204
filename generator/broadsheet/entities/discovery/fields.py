"""What the names of institutions, contests and works go on with in small letters: Ligue nationale de hockey.

Only in languages that write such words small; the fields are listed, because any other noun may follow as well
(le Conseil national de lundi).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_FIELDS = {
    "fr": (
        "de la|de l'|du|des|de|d'|pour la|pour le|pour l'|pour les|pour|sur|en|aux|à",
        "et de la|et de l'|et du|et des|et de|et d'|et la|et le|et l'|et les|et",
        """
        hockey football foot rugby basket-ball basket basketball volley-ball volleyball volley handball hand tennis
        baseball cyclisme athlétisme natation gymnastique judo karaté boxe escrime golf ski biathlon triathlon
        patinage glace gazon piste route équitation tir lutte voile aviron canoë surf snowboard escalade échecs sport
        sports monde nations clubs champions vainqueurs coupes jeunes femmes hommes enfants étudiants sécurité défense
        santé travail emploi commerce industrie industries économie finances budget justice intérieur culture
        communication enseignement éducation recherche sciences science technologie technologies techniques arts art
        métiers lettres langues musique cinéma théâtre danse chanson film livre presse radio télévision
        radio-télévision audiovisuel information informations journalistes agriculture alimentation pêche forêt forêts
        eaux environnement climat énergie nucléaire pétrole gaz mines transports transport aviation marine mer chemins
        fer aéronautique espace air terre droits droit homme humains citoyen citoyens peuple peuples réfugiés
        migrations immigration affaires relations coopération développement construction reconstruction unité union
        réconciliation paix guerre libération indépendance démocratie république progrès solidarité liberté liberté
        résistance statistique statistiques études étude prévention lutte contrôle surveillance protection sauvegarde
        police gendarmerie renseignement renseignements armée armées forces anciens combattants commerce chambre
        métiers agriculteurs consommateurs entreprises employeurs travailleurs syndicats avocats médecins médecine
        pharmacie hôpitaux maladies cancer sida vétérinaires comptes cassation appel assises contentieux conciliation
        arbitrage nature oiseaux animaux patrimoine monuments histoire géographie anthropologie archéologie hiver été
        printemps automne interprétation vitesse jeu jeux cheval chevaux finances publiques radios libertés tourisme
        logement ville villes territoires communes régions outre-mer
        """,
    ),
    "es": (
        "de la|de las|de los|del|de|para la|para el|para los|para las|para|sobre|en",
        "y de la|y del|y de los|y de las|y de|y la|y el|y las|y los|y|e",
        """
        fútbol futbol rugby baloncesto básquetbol voleibol balonmano tenis béisbol ciclismo atletismo natación
        gimnasia boxeo esquí ajedrez motociclismo automovilismo hockey hielo patines sala playa mundo naciones clubes
        campeones seguridad defensa salud trabajo empleo comercio industria economía hacienda justicia interior
        cultura comunicación educación investigación ciencias ciencia tecnología artes arte letras lengua música cine
        teatro prensa radio televisión agricultura alimentación pesca bosques medio ambiente energía minas petróleo
        transporte transportes aviación marina derechos derecho humanos pueblo pueblos refugiados migraciones asuntos
        relaciones cooperación desarrollo unidad unión paz guerra liberación independencia democracia estadística
        estudios prevención lucha control protección policía inteligencia ejército fuerzas armadas trabajadores
        empresas médicos medicina farmacia apelaciones cuentas historia geografía invierno verano mujeres turismo
        vivienda obras públicas hombres
        """,
    ),
    "it": (
        "della|dello|dell'|dei|degli|delle|del|di|d'|per la|per il|per lo|per l'|per i|per gli|per le|su|in|al|alla|a",
        "e della|e dello|e dell'|e dei|e degli|e delle|e del|e di|e la|e il|e|ed",
        """
        calcio rugby pallacanestro basket pallavolo pallamano tennis baseball ciclismo atletica leggera nuoto
        ginnastica pugilato scherma sci biathlon triathlon pattinaggio ghiaccio hockey automobilismo motociclismo
        scacchi mondo nazioni campioni coppe sicurezza difesa sanità salute lavoro commercio industria economia
        finanze giustizia interno cultura istruzione ricerca scienze scienza tecnologia arti arte lettere lingua
        musica cinema teatro stampa radio televisione agricoltura alimentazione pesca foreste ambiente energia
        trasporti aviazione marina mare diritti diritto uomo umani popolo popoli rifugiati affari esteri relazioni
        cooperazione sviluppo unità unione pace guerra liberazione indipendenza democrazia statistica studi
        prevenzione lotta controllo protezione polizia lavoratori imprese medicina farmacia appello conti cassazione
        storia geografia paesi allineati inverno estate strada pista
        """,
    ),
    "pt": (
        "da|do|das|dos|de|para a|para o|para as|para os|para|sobre|em",
        "e da|e do|e das|e dos|e de|e a|e o|e",
        """
        futebol rugby râguebi basquete basquetebol voleibol vôlei handebol andebol tênis ténis beisebol ciclismo
        atletismo natação ginástica boxe xadrez automobilismo hóquei gelo areia salão mundo nações clubes campeões
        segurança defesa saúde trabalho emprego comércio indústria economia fazenda justiça interior cultura
        comunicação educação pesquisa ciências ciência tecnologia artes arte letras língua música cinema teatro
        imprensa rádio televisão agricultura alimentação pesca florestas meio ambiente energia minas petróleo
        transporte transportes aviação marinha direitos direito humanos homem povo povos refugiados relações
        cooperação desenvolvimento unidade união paz guerra libertação independência democracia estatística estudos
        prevenção combate controle proteção polícia forças armadas trabalhadores empresas médicos medicina farmácia
        contas história geografia inverno verão mulheres turismo
        """,
    ),
}
_ENDINGS = {
    "fr": r"[a-zéèêïç]{2,}(?:ales?|als?|aux|elles?|els?|iques?|istes?|ains?|aines?|iens?|iennes?|aires?|ifs?|ives?"
    r"|eurs?|euse?s?)|humains?|majeurs?|majeures?|junior|juniors|jeunes|publics?|publiques?|anciens|armées|arabes?|fédérale?s?",
    "es": r"[a-záéíóúñ]{2,}(?:al|ales|ic[oa]s?|istas?|an[oa]s?|ense|iv[oa]s?|ior|iores|ari[oa]s?)"
    r"|human[oa]s?|juvenil|libre",
    "it": r"[a-zàèéìòù]{2,}(?:al[ei]|ic[oahei]+|ist[aei]|an[oaie]|es[ei]|iv[oaie]|iore|iori|ari[oae]?)"
    r"|uman[ioae]|estivo|leggera",
    "pt": r"[a-záâãéêíóôõúç]{2,}(?:al|ais|ic[oa]s?|istas?|an[oa]s?|ense|iv[oa]s?|ior|iores|ári[oa]s?)"
    r"|human[oa]s?|juvenil",
}


def _pattern(language: str, links: str, joints: str, fields: str) -> re.Pattern[str]:
    field = "|".join(sorted(set(fields.split()), key=lambda word: (-len(word), word)))
    said = rf"(?:{field})\b(?: (?:{_ENDINGS[language]})\b){{0,2}}"
    link = rf" (?:{links})(?: |(?<='))"
    return re.compile(rf"(?:{link}{said}(?:,? (?:{joints})(?: |(?<='))(?:{said}))?)+")


FIELDS: Mapping[str, re.Pattern[str]] = {
    language: _pattern(language, *words) for language, words in sorted(_FIELDS.items())
}
"""What follows the name's words with capitals."""

_MORE = {
    "fr": """
        Afrique Asie Amérique Europe Alpes Pyrénées Préalpes Massif Administration Affaires Accord Accords Autorité
        Bataille Ballet Bureau Championnat Championnats Club Code Collège Communion Communauté Concile Congrès
        Constitution Convention Coopérative Critérium Crédit Cérémonie Centrale Déclaration Direction Département
        Élection Élections Etats États Exposition Faculté Foire Gendarmerie Golfe Gouvernement Groupe Groupement
        Hôpital Haute Inspection Journée Journées Jeunesse Laboratoire Lycée Marche Marine Mission Mondial Mouvement
        Mutuelle Observatoire Olympique Orchestre Pacte Plan Police Programme Projet Rallye Révolution Rencontres
        Salon Secrétariat Série Séries Service Station Tournoi Tour Traité Trophée Unité Unités Union Église Caisse
        Cercle Cinémathèque Compagnie Comité Conférence Conservatoire Corps Grande Petite Galerie Groupe Zone Semaine
        Fête Front Brigade Brigades Délégation Empire Forum Fonds
    """,
    "es": """
        África Asia América Europa Administración Archivo Armada Autoridad Batalla Campeonato Campeonatos Círculo Club
        Colegio Código Constitución Convención Dirección Elecciones Estación Exposición Facultad Fiscalía Gobierno
        Grupo Guardia Hospital Iglesia Jornada Marina Misión Mundial Museo Observatorio Oficina Orquesta Plan Premio
        Premios Programa Registro Revolución Rally Secretaría Servicio Sindicato Teatro Torneo Tratado Unidad Ballet
        Conferencia Caja Casa Comunidad Diputación Feria Festival Fondo Fuerza Foro Junta Red
    """,
    "it": """
        Africa Asia America Europa Alpi Prealpi Impero Arcipelago Autorità Battaglia Campionato Campionati Cavalieri
        Chiesa Collegio Conferenza Consulta Consiglio Convenzione Corpo Costituzione Direzione Divisione Elezioni
        Esposizione Facoltà Festival Fiera Fondo Forze Giochi Governo Gran Gruppo Marina Missione Mondiali Museo
        Nazionale Orchestra Ordine Orto Ospedale Osservatorio Patto Piano Premio Procura Programma Rivoluzione Scuola
        Servizio Sindacato Stazione Supercoppa Teatro Torneo Trattato Ufficio Autodromo Azienda Accordi Comunità Croce
        Federazione Festa Guardia
    """,
    "pt": """
        África Ásia América Europa Administração Arquivo Autoridade Batalha Campeonato Campeonatos Clube Colégio
        Código Constituição Convenção Conferência Corpo Direção Eleições Estação Exposição Faculdade Governo Grupo
        Guarda Hospital Igreja Invasão Marinha Missão Mundial Museu Observatório Orquestra Plano Prêmio Programa
        Procuradoria Revolução Secretaria Serviço Sindicato Teatro Torneio Tratado Caixa Casa Comunidade Confederação
        Cruz Feira Festival Fundo Rede Taça
    """,
}
BEGINNINGS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in sorted(_MORE.items())
}
"""Words with which names begin that go on so, beside `HEADS`; alone they may be names as well (the Congrès)."""
