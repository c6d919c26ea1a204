"""Phrases that lead to other articles."""

PHRASES = """
related | related articles | related stories | related posts | related news | related content |
related topics | related links | related coverage | related video | related videos | read more |
read also | read next | read full | see also | also read | also on | more on | more from |
more about | more in | more stories | more news | more articles | most read | most popular |
most viewed | most shared | most commented | popular | popular posts | popular now | popular stories |
trending | trending now | recommended | recommended for you | you may also like |
you might also like | you may like | you might like | up next | next up | editors picks |
editor's picks | editors' picks | top stories | latest news | latest articles | latest posts |
latest stories | latest | recent posts | recent articles | recent stories | don't miss |
in this section | what to read next | around the web | from the web | in case you missed it |
further reading | keep reading | continue reading | view all | see all | show more | load more |
view more | learn more | featured | sponsored stories | other stories | elsewhere | promoted stories |
related reading | headlines | in pictures | in other news | must read | see more | full story |
read the full | read this | hot topics | what others are reading
à lire aussi | lire aussi | à lire | lire la suite | voir aussi | à voir aussi | sur le même sujet |
sur le même thème | articles similaires | articles liés | articles connexes | articles récents |
les plus lus | les plus partagés | les plus populaires | plus lus | dernières actualités |
derniers articles | en savoir plus | à découvrir | à ne pas manquer | dans la même rubrique |
recommandé | recommandés | à la une | en continu | dernières nouvelles | voir plus | voir tout |
tous les articles | autres articles | nos derniers articles | suggestions | pour aller plus loin |
vidéos les plus vues
mehr zum thema | mehr zu | lesen sie auch | lesen sie mehr | auch interessant | weiterlesen |
weitere artikel | weitere meldungen | weitere themen | weitere beiträge | weitere nachrichten |
ähnliche artikel | ähnliche beiträge | verwandte artikel | verwandte themen |
das könnte sie auch interessieren | das könnte dich auch interessieren |
das könnte ihnen auch gefallen | meistgelesen | meist gelesen | meistgelesene | neueste beiträge |
letzte beiträge | neueste artikel | aktuelle beiträge | mehr lesen | mehr dazu | mehr aus | mehr von |
mehr erfahren | zum artikel | zum thema | empfohlen | beliebte beiträge | beliebt |
aktuelle meldungen | top-themen | siehe auch | passend dazu | mehr anzeigen | alle anzeigen |
nächster artikel | vorheriger artikel | themen | artikel zum thema | links zum thema |
weiterführende links | das interessiert andere leser | schlagzeilen | neuste artikel |
aus dem ressort
leer más | lee también | leer también | lea también | lee más | te puede interesar |
también te puede interesar | artículos relacionados | noticias relacionadas | relacionado |
relacionados | relacionadas | más noticias | más leídas | lo más leído | lo más visto | más leído |
más vistos | últimas noticias | ver más | ver todo | ver también | más información | más sobre |
seguir leyendo | destacados | entradas recientes | recomendado | recomendados | lo último |
no te pierdas | entradas relacionadas | en portada | otras noticias
leggi anche | leggi tutto | leggi altro | articoli correlati | correlati | potrebbe interessarti |
ti potrebbe interessare | i più letti | più letti | ultime notizie | vedi anche | altri articoli |
scopri di più | da non perdere | articoli recenti | notizie correlate
leia também | leia mais | veja também | veja mais | saiba mais | notícias relacionadas |
artigos relacionados | mais lidas | mais lidos | últimas notícias | mais notícias | continue lendo |
posts relacionados | mais sobre | destaques | outras notícias
lees ook | lees meer | lees verder | gerelateerd | gerelateerde artikelen | meest gelezen |
meer over | laatste nieuws | ook interessant | meer nieuws | zie ook | aanbevolen
czytaj także | czytaj też | czytaj również | czytaj więcej | zobacz także | zobacz też |
zobacz również | zobacz więcej | zobacz | powiązane | powiązane artykuły | podobne artykuły |
najczęściej czytane | najpopularniejsze | najnowsze | polecane | polecamy | przeczytaj także |
więcej na temat | więcej | inne artykuły | ostatnie artykuły | ostatnio dodane | artykuły powiązane |
warto przeczytać | pozostałe | następny artykuł | poprzedni artykuł | na ten temat | wiadomości |
więcej informacji
читайте также | читать также | читать далее | читать дальше | по теме | ещё по теме | еще по теме |
похожие статьи | похожие новости | похожие материалы | похожие записи | смотрите также |
другие новости | другие материалы | популярное | самое популярное | самое читаемое |
последние новости | новости по теме | материалы по теме | статьи по теме | рекомендуем | главное |
лента новостей | все новости | новости партнеров | новости партнёров | также по теме |
свежие новости | вам может быть интересно | главные новости | еще новости | подробнее | подробности |
далее | больше новостей | ссылки по теме | сюжет | топ новостей | новости дня | другие статьи |
выбор редакции
читайте також | схожі новини | останні новини | за темою | популярне | інші новини | дивіться також
διαβάστε επίσης | διαβάστε ακόμη | διαβάστε ακόμα | διαβάστε περισσότερα | δείτε επίσης |
δείτε ακόμη | δείτε ακόμα | δείτε και | σχετικά άρθρα | σχετικά θέματα | σχετικά | σχετικές ειδήσεις |
τελευταία νέα | δημοφιλή | πιο δημοφιλή | περισσότερα | τελευταίες ειδήσεις | άλλα άρθρα |
ροή ειδήσεων | προτεινόμενα | πρόσφατα άρθρα | επόμενο άρθρο | προηγούμενο άρθρο | μη χάσετε |
περισσότερα άρθρα | όλες οι ειδήσεις | συναφή θέματα | τα πιο διαβασμένα
相关阅读 | 相关新闻 | 相关文章 | 相关报道 | 相关链接 | 相关专题 | 推荐阅读 | 更多 | 热门 | 热点 | 最新 |
精彩推荐 | 猜你喜欢 | 延伸阅读 | 排行 | 点击排行 |
阅读全文 | 下一篇 | 上一篇 | 推荐 | 查看全部 | 今日推荐 | 图片新闻 | 热图 | 相關新聞 | 相關文章 | 延伸閱讀 |
更多新聞 | 熱門 | 推薦 | 进入专题 | 专题 |
视频推荐 | 焦点 | 要闻 | 编辑推荐 | 热评
関連記事 | おすすめ | ランキング | もっと見る | 人気記事 | 最新記事 | 続きを読む | あわせて読みたい |
次の記事 | 前の記事
관련기사 | 관련 기사 | 많이 본 | 인기 기사 | 최신 기사 | 더보기 | 추천 | 주요뉴스 | 이전기사 | 다음기사 |
핫이슈
اقرأ أيضا | اقرأ أيضًا | إقرأ أيضا | مواضيع ذات صلة | أخبار ذات صلة | ذات صلة | المزيد |
الأكثر قراءة | شاهد أيضا | شاهد أيضًا | مقالات ذات صلة | آخر الأخبار | اقرأ المزيد | أحدث الأخبار |
قد يعجبك | موضوعات متعلقة | الأكثر مشاهدة
ilgili haberler | ilgili | daha fazla | en çok okunan | en çok okunanlar | son haberler |
bunlar da ilginizi çekebilir | diğer haberler | haberin devamı | benzer haberler | öne çıkanlar
läs också | läs mer | läs även | relaterat | mest läst | senaste nytt | läs vidare | les også |
les mer | mest lest | læs også | læs mere | mest læste | lue myös | lue lisää | luetuimmat |
lisää aiheesta | číst dále | čtěte také | související | nejčtenější | související články |
kapcsolódó | kapcsolódó cikkek | legolvasottabb | ajánlott | citește și | citeste si |
articole similare | cele mai citite | baca juga | artikel terkait | terpopuler | berita terkait |
xem thêm | tin liên quan | đọc thêm | आगे पढ़ें | ये भी पढ़ें | संबंधित | مرتبط | بیشتر بخوانید |
اخبار مرتبط | כתבות נוספות | עוד בנושא | קראו גם
"""
