"""Phrases that offer to pass the article on, and the names of the places to pass it to."""

PHRASES = """
share | share this | share this article | share this story | share this post | share on | share via |
share with | shares | facebook | twitter | whatsapp | linkedin | pinterest | reddit | flipboard |
telegram | instagram | youtube | google+ | tumblr | messenger | tiktok | tweet | retweet |
email this | email | e-mail | print | print this | copy link | copy | follow us | follow | like us |
like this | rss | rss feed | digg | stumbleupon | delicious | mastodon | bluesky | threads |
vkontakte | viber | send to a friend | bookmark | save | email article | print article | connect |
send | social media | stay connected | x | pocket | xing | add to favorites | gift article |
share article | download pdf | pdf
partager | partagez | partager sur | imprimer | envoyer | suivez-nous | nous suivre | suivre |
j'aime | envoyer à un ami | copier le lien | envoyer par mail | suivez nous | partages | abonnés |
fans
teilen | drucken | merken | folgen | folgen sie uns | auf facebook teilen | per e-mail | twittern |
artikel teilen | seite drucken | versenden | folge uns | empfehlen | weiterempfehlen | mailen |
beitrag teilen | link kopieren | druckversion
compartir | compartir en | comparte | imprimir | enviar | síguenos | seguir | me gusta |
copiar enlace | enviar por correo
condividi | stampa | invia | seguici | mi piace | condividi su | compartilhar | compartilhe |
siga-nos | curtir | delen | deel | volg ons | afdrukken | deel dit
udostępnij | drukuj | wyślij | podziel się | śledź nas | lubię to | poleć | obserwuj nas |
poleć znajomemu | wyślij znajomemu | wydrukuj | wykop
поделиться | поделитесь | распечатать | печать | версия для печати | подписаться | отправить |
вконтакте | одноклассники | фейсбук | твиттер | мой мир | распечатать статью | скопировать ссылку |
в закладки | мы в соцсетях | сохранить | блог | код для вставки | надрукувати | поділитися
μοιραστείτε | εκτύπωση | κοινοποίηση | ακολουθήστε | ακολουθήστε μας | μοιράσου | αποστολή |
εκτυπώστε | στείλτε | μοιραστείτε το | εκτύπωση σελίδας | αποστολή με email
分享 | 分享到 | 转发 | 打印 | 收藏 | 复制链接 | 微博 | 微信 | 朋友圈 | 新浪微博 | 腾讯微博 | 推荐给朋友 |
发送 | 打印本页 | 保存 | 人人网 | 开心网 |
豆瓣 | 字号 | 列印 | 轉寄 | シェア | ツイート | 印刷 | はてなブックマーク | 공유 | 페이스북 | 트위터 |
카카오톡 | 프린트 | 스크랩 | 글자크기
مشاركة | شارك | طباعة | تابعنا | فيسبوك | تويتر | واتساب | انشر | شارك هذا | أرسل | paylaş | yazdır |
takip et | beğen | dela | skriv ut | del | jaa | tulosta | sdílet | tisknout | megosztás | nyomtatás |
distribuie | bagikan | chia sẻ | साझा करें | شیئر | اشتراک گذاری | שתף | הדפסה
"""
