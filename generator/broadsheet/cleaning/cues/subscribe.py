"""Phrases that ask the reader to sign in, sign up or pay."""

PHRASES = """
subscribe | subscribe now | subscribe today | subscription | subscriptions | newsletter |
newsletters | sign up | sign in | signin | signup | log in | login | log out | logout | register |
create account | create an account | my account | join | join now | join us | already a subscriber |
subscriber | subscribers | donate | support us | become a member | membership | get the | your email |
email address | your inbox | in your inbox | forgot password | password | username | free trial |
manage subscription | get our | sign up for | support our | register now | account |
enter your email | daily briefing | delivered to your inbox | app store | google play |
download the app | download our app | notifications | alerts | gift
s'abonner | abonnez-vous | abonnement | s'inscrire | inscrivez-vous | se connecter | connexion |
mon compte | déjà abonné | abonné | je m'abonne | identifiez-vous | mot de passe | inscription |
créer un compte | article réservé | réservé aux abonnés | faire un don | adresse e-mail |
votre email
abonnieren | abo | anmelden | registrieren | einloggen | ausloggen | mein konto | jetzt abonnieren |
newsletter abonnieren | anmeldung | passwort | registrierung | konto | spenden | mitglied werden |
passwort vergessen | benutzername | jetzt anmelden | angemeldet bleiben | e-paper | epaper |
probeabo
suscríbete | suscribirse | suscripción | suscríbase | iniciar sesión | registrarse | regístrate |
registro | mi cuenta | boletín | boletines | contraseña | hazte socio | suscriptores | acceder |
crear cuenta | correo electrónico
abbonati | accedi | registrati | iscriviti | abbonamento | assine | entrar | cadastre-se | cadastro |
assinante | assinantes | inscreva-se | senha | abonneren | inloggen | aanmelden | registreren |
nieuwsbrief | mijn account | wachtwoord
zaloguj | zaloguj się | zarejestruj | zarejestruj się | logowanie | rejestracja | prenumerata |
subskrybuj | zapisz się | hasło | moje konto | wyloguj | newslettera | załóż konto
войти | вход | регистрация | зарегистрироваться | подписка | подпишитесь | авторизация |
авторизуйтесь | пароль | логин | личный кабинет | рассылка | забыли пароль | выйти | увійти |
підписатися | реєстрація | запомнить
σύνδεση | εγγραφή | εγγραφείτε | συνδρομή | συνδρομητές | είσοδος | συνδεθείτε | κωδικός |
λογαριασμός | ο λογαριασμός μου | αποσύνδεση | όνομα χρήστη
登录 | 注册 | 订阅 | 会员 | 用户名 | 密码 | 登錄 | 註冊 | 登入 | 訂閱 | 退出 | 邮箱 | 忘记密码 | 免费注册 |
客户端 | 手机版 | ログイン | 会員登録 |
登録 | 購読 | マイページ | 로그인 | 회원가입 | 구독 | 구독신청 | 비밀번호
تسجيل الدخول | اشترك | الاشتراك | تسجيل | إنشاء حساب | النشرة البريدية | كلمة المرور |
بريدك الإلكتروني | giriş | giriş yap | üye ol | kayıt ol | abone ol | logga in | prenumerera |
logg inn | abonner | log ind | kirjaudu | tilaa | přihlásit | registrace | bejelentkezés |
regisztráció | előfizetés | autentificare | abonează-te | abonare | masuk | daftar | langganan |
đăng nhập | đăng ký | लॉग इन | سجل | ورود | ثبت نام | התחברות | הרשמה
"""
