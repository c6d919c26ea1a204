"""Phrases of menus: sections, search, contact, next and previous."""

PHRASES = """
home | homepage | menu | main menu | navigation | search | skip to content | skip to main content |
skip navigation | skip to | jump to | back to top | back to | top | next | previous | prev |
next page | previous page | next article | previous article | close | open | sections | contact |
contact us | about | about us | site map | sitemap | help | faq | faqs | careers | jobs | archive |
archives | advertise | advertise with us | feedback | more | go | toggle | expand | gallery | photos |
videos | video | podcasts | podcast | weather | forecast | horoscope | horoscopes | crossword |
obituaries | classifieds | sport | sports | politics | world | business | entertainment | lifestyle |
technology | science | opinion | travel | health | education | live | watch | listen | english |
editions | edition | live tv | shop | store | apps | mobile | settings | you are here | page | view |
language | select | today's paper | events | calendar | news | blog | resources | services |
products | company | press | media | team | mission | our team | support | quick links | site | web |
ok | cancel | yes | no | play | pause | mute | loading | caption | hide caption | toggle caption |
back | return to | return | start
accueil | recherche | rechercher | aller au contenu | contactez-nous | qui sommes-nous |
plan du site | à propos | aide | fermer | suivant | précédent | retour | haut de page |
retour en haut | page suivante | politique | monde | économie | société | culture | météo | vidéos |
emploi | actualités | actualité | nous contacter | loisirs | santé | rubriques | boutique | agenda |
france
startseite | menü | suche | suchen | zum inhalt | zum inhalt springen | kontakt | über uns | hilfe |
schließen | weiter | zurück | nach oben | seite | politik | wirtschaft | kultur | wetter | karriere |
mediadaten | archiv | nachrichten | panorama | wissen | reise | übersicht | termine | presse |
aktuelles | bilder | ratgeber | unterhaltung | mehr | stellenmarkt | immobilien | hauptmenü |
seitenanfang | fotostrecke | bildergalerie | zur startseite | veranstaltungen | leben | auto |
gesundheit | links | regionales | lokales
inicio | menú | buscar | búsqueda | contacto | quiénes somos | mapa del sitio | ayuda | cerrar |
siguiente | anterior | volver | ir al contenido | política | economía | deportes | cultura | mundo |
opinión | tecnología | hemeroteca | portada | secciones | sociedad | saltar al contenido | servicios |
noticias
cerca | contatti | chi siamo | chiudi | successivo | precedente | mappa del sito | cronaca |
economia | mondo | pesquisar | contato | quem somos | fechar | próximo | esportes | início | busca |
fale conosco | zoeken | over ons | sluiten | volgende | vorige | binnenland | buitenland
strona główna | szukaj | o nas | mapa serwisu | mapa strony | pomoc | zamknij | następny | poprzedni |
powrót | do góry | galeria | polityka | gospodarka | kraj | świat | kultura | pogoda | archiwum |
nawigacja | redakcja | praca | zdrowie | wideo | biznes | kategorie | program tv | następna |
poprzednia | nauka | rozrywka | turystyka | wróć | wstecz | linki | artykuły | aktualności | moda |
uroda
главная | меню | поиск | контакты | о нас | о проекте | о компании | карта сайта | помощь | закрыть |
вперед | назад | следующая | предыдущая | наверх | вверх | политика | экономика | общество |
культура | спорт | мир | погода | архив | новости | фото | видео | в мире | наука | происшествия |
редакция | вакансии | искать | найти | разделы | обратная связь | медицина | здоровье | авто |
технологии | бизнес | головна | новини | пошук | контакти | кино | россия | статьи | блоги | афиша |
работа | недвижимость | гороскоп | все | сегодня | туризм | анонсы | интервью
αρχική | αρχική σελίδα | μενού | αναζήτηση | επικοινωνία | ποιοι είμαστε | χάρτης | βοήθεια |
κλείσιμο | επόμενο | προηγούμενο | επόμενη | προηγούμενη | πολιτική | οικονομία | κόσμος |
αθλητισμός | πολιτισμός | ελλάδα | κοινωνία | υγεία | καιρός | ειδήσεις | επιστροφή | πίσω | διεθνή |
απόψεις | αθλητικά | φωτογραφίες | βίντεο | αρχείο | σελίδα | τεχνολογία | ρεπορτάζ | παιδεία |
θέματα | σχετικοί σύνδεσμοι | νέα
首页 | 首頁 | 搜索 | 导航 | 联系我们 | 关于我们 | 网站地图 | 帮助 | 关闭 | 下一页 | 上一页 | 返回 |
返回顶部 | 新闻 | 体育 | 财经 | 娱乐 | 科技 |
汽车 | 房产 | 视频 | 图片 | 博客 | 论坛 | 国内 | 国际 | 社会 | 军事 | 招聘 | 意见反馈 | 正文 | 教育 | 健康 |
女性 | 时尚 | 旅游 | 滚动 | 游戏 |
读书 | 手机 | 股票 | 基金 | 商城 | 社区 | 天气 | 搜尋 | 新聞 | 聯絡我們 | 關於我們 | 繁體 | 更多>> |
设为首页 | 加入收藏 | ホーム | 検索 |
お問い合わせ | 会社概要 | サイトマップ | ニュース | スポーツ | ヘルプ | トップ | 홈 | 검색 | 회사소개 |
정치 | 경제 | 사회 | 문화 | 스포츠 | 연예 | 국제 |
전체메뉴 | 닫기 | 기사제보 | 고객센터
الرئيسية | بحث | القائمة | اتصل بنا | من نحن | إغلاق | التالي | السابق | سياسة | اقتصاد | رياضة |
ثقافة | العالم | أخبار | خريطة الموقع | ana sayfa | anasayfa | ara | iletişim | hakkımızda | kapat |
sonraki | önceki | gündem | spor | ekonomi | dünya | hem | sök | om oss | meny | stäng | søk | hjem |
søg | forside | etusivu | haku | yhteystiedot | valikko | domů | hledat | o nás | címlap | keresés |
kapcsolat | rólunk | acasă | căutare | despre noi | beranda | cari | tentang kami | trang chủ |
tìm kiếm | liên hệ | होम | खोजें | संपर्क | خانه | جستجو | تماس با ما | درباره ما | ראשי | חיפוש |
צור קשר | אודות
"""
