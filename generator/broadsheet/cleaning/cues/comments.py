"""Phrases of the readers' corner: comments, replies, votes."""

PHRASES = """
comments | comment | leave a comment | post a comment | add a comment | add comment |
write a comment | add your comment | add your comments | view comments | show comments |
all comments | no comments | 0 comments | 1 comment | reply | leave a reply | replies | report abuse |
report comment | post comment | log in to comment | sign in to comment | join the discussion |
join the conversation | your name | upvote | like reply | responses | thoughts on | one response |
cancel reply | required fields are marked | your email address will not be published | newest |
oldest | best rated | anonymous | says | said on | permalink | flag | vote | rating | rate this |
report this | reader comments | have your say | submit | guest | log in to reply | moderated |
discussion | be the first to comment
commentaires | commentaire | laisser un commentaire | réagir | réactions | répondre |
ajouter un commentaire | commenter | signaler | écrire un commentaire | vos réactions |
poster un commentaire | votre commentaire | réponses | publier un commentaire |
votre adresse e-mail ne sera pas publiée | signaler un abus | aucun commentaire
kommentare | kommentar | kommentieren | kommentar schreiben | kommentar hinterlassen | antworten |
antwort | leserkommentare | kommentar verfassen | alle kommentare | diskutieren |
schreibe einen kommentar | kommentar abgeben | ihre meinung | leserbriefe | melden | sagt |
schreiben sie einen kommentar | deine e-mail-adresse wird nicht veröffentlicht | keine kommentare |
kommentar abschicken | diskussion | gast | bewertung | beitrag melden | bewerten | zitieren | zitat |
forum | verfasst am
comentarios | comentario | comentar | deja un comentario | deja una respuesta | responder |
respuestas | deja tu comentario | tu dirección de correo electrónico no será publicada |
dejar un comentario | publicar un comentario | sin comentarios | denunciar | opina
commenti | commenta | commento | lascia un commento | rispondi | scrivi un commento | comentários |
comentário | deixe um comentário | deixe uma resposta | comente | reacties | reactie | reageer |
plaats een reactie | reageren
komentarze | komentarz | dodaj komentarz | skomentuj | odpowiedz | komentuj | brak komentarzy |
zgłoś nadużycie | opinie | gość | zgłoś | wszystkie komentarze | oceń | głosów | ocena | opinii |
podpis | treść | napisz komentarz | cytuj | gosc
комментарии | комментарий | комментариев | оставить комментарий | добавить комментарий | ответить |
комментировать | обсудить | обсуждение | оставьте комментарий | отзывы | ваше имя | ваш комментарий |
написать комментарий | комментарии к статье | голосов | рейтинг | пожаловаться | цитировать | ответы |
форум | мнения | оценить | гость | прокомментировать | коментарі | залишити коментар | обсуждения
σχόλια | σχόλιο | αφήστε σχόλιο | προσθήκη σχολίου | σχολιάστε | απάντηση | γράψτε σχόλιο |
τα σχόλιά σας | σχολίασε | το σχόλιό σας | απαντήσεις | ανώνυμος | προσθέστε σχόλιο |
δεν υπάρχουν σχόλια | δημοσίευση σχολίου
评论 | 网友评论 | 发表评论 | 我要评论 | 回复 | 留言 | 查看评论 | 我来说两句 | 参与评论 | 跟帖 | 匿名 |
網友 | 評論 | 留言板 | 支持 | 反对 | 举报 | 顶 |
发表 | 网友 | 提交评论 | 条评论 | コメント | 返信 | 投稿 | 댓글 | 댓글쓰기 | 답글 | 의견
تعليقات | تعليق | اترك تعليقا | أضف تعليق | التعليقات | رد | أضف تعليقا | اترك ردا | yorumlar |
yorum | yorum yap | yorum yaz | cevapla | yanıtla | kommentarer | skriv en kommentar | svara | svar |
kommentit | kommentoi | vastaa | komentáře | diskuse | hozzászólások | hozzászólás | comentarii |
adaugă un comentariu | komentar | balas | bình luận | trả lời | टिप्पणी | نظر | نظرات | پاسخ |
تגובות | תגובות | הוסף תגובה
"""
