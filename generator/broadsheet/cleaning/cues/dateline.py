"""Phrases that introduce when the article was published or changed."""

PHRASES = """
published | published on | published at | updated | last updated | posted on | posted at | modified |
last modified | date | created | first published | ago | min read | minute read | minutes read |
read time | reading time | hours ago | days ago | minutes ago | day ago | hour ago | weeks ago |
months ago | years ago | year ago | month ago | last week | yesterday | today | est | edt | gmt |
bst | pst | pdt | am | pm | views | reads
publié le | publié | mis à jour | mis à jour le | modifié le | posté le | il y a | lecture |
temps de lecture | min de lecture | hier | aujourd'hui | créé le | veröffentlicht |
veröffentlicht am | aktualisiert | aktualisiert am | stand | zuletzt aktualisiert | erstellt |
erstellt am | vor | uhr | lesezeit | datum | geändert am | eingestellt am | letzte aktualisierung |
minuten | publicado | publicado el | actualizado | actualizado el | hace | fecha |
minutos de lectura | pubblicato | pubblicato il | aggiornato | aggiornato il | fa | tempo di lettura |
publicado em | atualizado em | atualizado | há | gepubliceerd | geplaatst | bijgewerkt | geleden |
leestijd
opublikowano | data publikacji | aktualizacja | utworzono | ostatnia aktualizacja | zaktualizowano |
data dodania | wyświetleń | odsłon | godz | опубликовано | обновлено | дата | дата публикации |
добавлено | размещено | просмотров | просмотры | вчера | создано | мск | оновлено | δημοσίευση |
δημοσιεύθηκε | δημοσιεύτηκε | ενημέρωση | τελευταία ενημέρωση | ημερομηνία | ώρα | πριν | προβολές |
ημ. δημοσίευσης | αναρτήθηκε | καταχωρήθηκε | 发布时间 | 发表时间 | 更新时间 | 时间 | 发布 | 阅读 | 浏览 |
点击 | 小时前 |
分钟前 | 天前 | 发表于 | 日期 | 點擊 | 發布 | 更新 | 発行 | 公開 | 公開日 | 更新日 | 投稿日 | 配信 | 입력 |
수정 | 등록 | 승인 | 조회 | 기사입력 |
최종수정
نشر في | تاريخ النشر | آخر تحديث | منذ | تاريخ | تم النشر | yayınlanma | güncelleme | güncellenme |
önce | tarih | okunma | publicerad | uppdaterad | för | publisert | oppdatert | siden |
offentliggjort | opdateret | julkaistu | päivitetty | sitten | publikováno | aktualizováno |
megjelent | frissítve | publicat | actualizat | acum | diterbitkan | diperbarui | yang lalu | đăng |
cập nhật | trước | प्रकाशित | अपडेट | منتشر | تاریخ انتشار | פורסם | עודכן | לפני
"""
