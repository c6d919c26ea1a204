"""Phrases that mark or sell advertising."""

PHRASES = """
advertisement | advertisements | advertising | ad | ads | advert | sponsored | sponsored content |
sponsored by | promoted | promotion | partner content | paid content | paid post |
story continues below | article continues below | scroll to continue | continue reading below |
buy now | shop now | add to cart | best deals | deals | ad choices | adchoices | ads by | about ads |
skip ad | close ad | remove ads | affiliate | commission | special offer | shopping cart | in stock |
price
publicité | annonce | annonces | sponsorisé | contenu sponsorisé | la suite après cette publicité |
la suite après la publicité | petites annonces | offre spéciale | en partenariat avec
anzeige | anzeigen | werbung | gesponsert | sponsor | jetzt kaufen | in den warenkorb | advertorial |
warenkorb | angebot | angebote | kleinanzeigen | partnerangebote | produktempfehlung
publicidad | anuncio | anuncios | patrocinado | contenido patrocinado | comprar | pubblicità |
annuncio | sponsorizzato | publicidade | anúncio | continua após a publicidade | advertentie |
gesponsord | reclame
reklama | ogłoszenia | sponsorowane | artykuł sponsorowany | kup teraz | do koszyka |
materiał partnera | reklamy | ogłoszenie
реклама | рекламодателям | объявления | на правах рекламы | спонсор | купить | в корзину | партнеры |
партнёры | партнерский материал | рекламный блок | реклама на сайте
διαφήμιση | διαφημίσεις | χορηγούμενο | αγγελίες | διαφημιστείτε | χορηγός
广告 | 廣告 | 推广 | 赞助 | 购买 | 广告服务 | 商务合作 | 広告 | スポンサー | 광고 | 광고문의 | إعلان |
إعلانات | ممول | reklam |
sponsorlu | annons | annonse | annoncer | mainos | inzerce | hirdetés | publicitate | iklan |
quảng cáo | विज्ञापन | تبلیغات | پیشنهاد | פרסומת
"""
