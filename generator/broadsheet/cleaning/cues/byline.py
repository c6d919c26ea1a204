"""Phrases that introduce who wrote or edited the article."""

PHRASES = """
by | author | authors | written by | posted by | published by | reported by | reporting by |
editing by | contributors | contributor | about the author | staff writer | staff reporter |
correspondent | edited by | follow the author | view all posts | all posts by | more by | from our |
words by | text by | story by | editor | reporter | reviewed by | posted | view profile |
submitted by
par | auteur | écrit par | publié par | rédaction | la rédaction | propos recueillis | avec afp |
von | autor | autorin | redaktion | geschrieben von | veröffentlicht von | verfasst von |
ein beitrag von | eingestellt von | por | redacción | escrito por | publicado por | di | scritto da |
a cura di | redazione | redação | door | redactie | geschreven door
autorka | opracował | opracowała | źródło | dodał | dodano | napisał | oprac | автор | автора |
источник | текст | корреспондент | редактор | подготовил | автори | джерело | опубликовал | добавил |
συντάκτης | συγγραφέας | πηγή | του | της | από | επιμέλεια | γράφει | αναρτήθηκε από | 作者 | 来源 |
责任编辑 | 责编 | 编辑 | 記者 | 记者 | 來源 | 本报记者 | 文章来源 | 编辑： | 来源： | 編輯 | 稿源 | 文 |
撰文 | 著者 | 執筆 | 기자 | 편집
بقلم | كتب | المصدر | الكاتب | المؤلف | كتبت | yazar | yazan | kaynak | haber | av | text |
skriven av | skrevet av | af | skrevet af | kirjoittaja | toimittaja | teksti | zdroj | szerző |
forrás | írta | sursa | scris de | oleh | penulis | sumber | theo | tác giả | लेखक | नویسنده | منبع |
מאת
"""
