"""Phrases by which a page speaks to its reader or about itself, in whole sentences."""

PHRASES = """
if you purchase | if you buy | may earn a commission | earn a commission | affiliate commission |
affiliate links | affiliate partners | independently selected | independently reviewed |
compensation from | portion of sales | support our journalism | support our work | support independent |
your support | your contribution | make a donation | make a contribution | become a supporter |
please subscribe | please consider | please enable | please sign | please log in | please note that |
subscribe to | subscribe to our | sign up for | sign up to | sign up here | free newsletter |
our newsletter | our newsletters | our free | follow us on | like us on | follow him on |
follow her on | follow them on | on twitter at | on facebook | on instagram | join us on |
our app | our youtube channel | our whatsapp | our telegram | click here | click on | tap here |
can be reached at | may be reached at | contact the author | email him at | email her at | send tips |
have a tip | got a tip | got a story | contributed to this report | contributed reporting |
contributed to this story | is a senior | is a staff writer | is a freelance | is the author of |
is a reporter for | is a journalist | is a writer | is an editor | editor at | reporter at |
is a contributor |
this article was originally published | this story was originally published | originally appeared on |
originally published | this article was first published | first published in | first appeared |
this article has been updated | this story has been updated | this post was originally |
the views expressed | opinions expressed | do not necessarily | for informational purposes |
material may not be | by signing up | by subscribing | by clicking | by continuing | you agree to |
we use cookies | uses cookies | use of cookies | your browser | javascript | enable javascript |
an error occurred | something went wrong | thank you for | thanks for | watch this | watch the video |
watch below | listen to | read our | see our | visit our | check out our | view this post |
a post shared by | reading list | your privacy | personal data | your data | we may share | our partners |
get the latest | stay up to date | straight to your inbox | every morning | your free | full access |
to continue reading | remaining of your | limited time | this site | this website | our website |
site is protected | all times | data delayed | quotes delayed | story tips | our editorial
abonnez-vous à | inscrivez-vous à | notre newsletter | nos newsletters | suivez-nous sur |
retrouvez-nous sur | cliquez ici | cet article est réservé | déjà abonné | votre adresse |
vous pouvez | nous utilisons des cookies | en poursuivant | recevez | soutenez | faites un don |
téléchargez | cet article a été | pour lire la suite | il vous reste | vous abonner | votre navigateur |
abonnieren sie | melden sie sich | unseren newsletter | unser newsletter | folgen sie uns | klicken sie hier |
jetzt testen | ihre e-mail-adresse | wir verwenden cookies | diese website | dieser artikel |
unterstützen sie | mit ihrer | lesen sie | hier klicken | ihr browser | bitte aktivieren |
wir freuen uns | unsere redaktion | schreiben sie uns | haben sie | mehr informationen | weitere informationen
suscríbete a | suscríbase a | síguenos en | nuestro boletín | haz clic | haga clic | tu correo |
su correo | utilizamos cookies | este sitio | puedes seguir | regístrate | descarga | recibe
iscriviti alla | seguici su | clicca qui | la nostra newsletter | utilizziamo | questo sito |
inscreva-se | siga-nos | clique aqui | nosso canal | este site | receba | seu email | participe |
volg ons op | klik hier | onze nieuwsbrief | meld je aan | deze website
zapisz się na | kliknij tutaj | kliknij | obserwuj nas | dołącz do | nasz newsletter | ta strona |
strona korzysta z | ta strona używa | zapraszamy | jeśli chcesz | masz pytania | przeczytaj
подпишитесь на | подписывайтесь на | подписывайтесь | наш канал | нашем канале | нажмите | нажмите здесь |
присоединяйтесь | если вы нашли | нашли ошибку | выделите | ctrl enter | ваш браузер | этот сайт |
наш сайт | на нашем сайте | следите за | читайте нас | редакция сайта | мнение редакции | сайт использует
підписуйтесь на | приєднуйтесь | натисніть
ακολουθήστε μας στο | ακολουθήστε το | εγγραφείτε στο | κάντε κλικ | πατήστε εδώ | ο ιστότοπος |
γίνετε μέλος | διαβάστε όλες | στείλτε μας | τα cookies | δείτε όλες | κάντε like
اشترك في | تابعونا على | انقر هنا | اضغط هنا | هذا الموقع
abone olun | bizi takip edin | tıklayın | buraya tıklayın | bu site
följ oss | klicka här | prenumerera på | denna webbplats | følg oss | klikk her | følg os | klik her |
seuraa meitä | klikkaa tästä | sledujte nás | klikněte | kövess minket | kattints | urmăriți-ne |
ikuti kami | klik di sini | theo dõi chúng tôi | bấm vào đây
请点击 | 点击进入 | 点击查看 | 关注我们 | 扫一扫 | 扫描 | 下载 | 欢迎关注 | 本网站 | 本网 | 联系我们 |
来电 | 请联系 | 本站 |
不代表 | 网友发言 | 文明上网 | 登录后 | クリック | フォロー | 구독하세요 | 클릭
"""
