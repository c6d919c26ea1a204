"""Phrases of copyright notices, terms and consent."""

PHRASES = """
copyright | all rights reserved | rights reserved | © | (c) | terms of use | terms of service |
terms and conditions | terms & conditions | privacy policy | privacy notice | privacy |
cookie policy | cookies | cookie | disclaimer | legal | legal notice | do not sell | accessibility |
imprint | reprints | licensed under | creative commons | may not be reproduced | without permission |
powered by | registered office | trademark | user agreement | gdpr | consent | code of conduct |
corrections policy | ethics policy
tous droits réservés | droits réservés | mentions légales | politique de confidentialité |
confidentialité | conditions générales | conditions d'utilisation | cgu | cgv | données personnelles |
gestion des cookies | reproduction interdite | charte
alle rechte vorbehalten | impressum | datenschutz | datenschutzerklärung | agb | nutzungsbedingungen |
haftungsausschluss | urheberrecht | datenschutzhinweise | nutzungsrechte | cookie-einstellungen |
rechtliche hinweise | barrierefreiheit | rechtliches | wiederverwendung
todos los derechos reservados | aviso legal | política de privacidad | privacidad |
términos y condiciones | política de cookies | términos de uso | condiciones de uso |
reservados todos los derechos | prohibida la reproducción
tutti i diritti riservati | riproduzione riservata | note legali | informativa | partita iva |
todos os direitos reservados | política de privacidade | termos de uso | direitos reservados |
alle rechten voorbehouden | privacybeleid | algemene voorwaarden | colofon
wszelkie prawa zastrzeżone | prawa zastrzeżone | regulamin | polityka prywatności | prawa autorskie |
polityka cookies | nota prawna | prywatność | zastrzeżone
все права защищены | права защищены | правила | пользовательское соглашение |
политика конфиденциальности | при использовании материалов | перепечатка | использование материалов |
свидетельство о регистрации | правовая информация | при цитировании | ссылка обязательна |
гиперссылка | редакция не несет | усі права захищені | всі права захищені | условия использования |
авторские права
όροι χρήσης | πολιτική απορρήτου | με επιφύλαξη | πνευματικά δικαιώματα | όροι και προϋποθέσεις |
προσωπικά δεδομένα | δικαιώματα | ταυτότητα | απορρήτου | απαγορεύεται
版权所有 | 版权声明 | 免责声明 | 隐私 | 隐私政策 | 法律声明 | 未经授权 | 不得转载 | 转载 | 京icp | icp |
许可证 | 版權所有 | 服务条款 | 声明 |
增值电信 | 侵权 | 违法 | 著作権 | 無断転載 | プライバシーポリシー | 利用規約 | 저작권자 | 무단전재 |
무단 전재 | 재배포 | 개인정보 | 이용약관 | 청소년보호정책 |
등록번호
جميع الحقوق محفوظة | الحقوق محفوظة | سياسة الخصوصية | شروط الاستخدام | حقوق النشر |
tüm hakları saklıdır | gizlilik | gizlilik politikası | kullanım koşulları | künye |
alla rättigheter | personvern | integritetspolicy | privatlivspolitik | tietosuoja |
všechna práva vyhrazena | minden jog fenntartva | adatvédelem | toate drepturile rezervate |
politica de confidențialitate | hak cipta | kebijakan privasi | bản quyền | सर्वाधिकार | کلیه حقوق |
تمامی حقوق | כל הזכויות שמורות | תנאי שימוש
"""
