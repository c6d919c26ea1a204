"""Phrases that introduce whose picture it is, or what it shows."""

PHRASES = """
photo | photo by | photograph | photo credit | image | image credit | images | image source |
picture | pictures | getty | getty images | shutterstock | istock | credit | courtesy | courtesy of |
file photo | ap photo | afp | reuters | illustration | flickr | enlarge | enlarge image |
click to enlarge | alamy | screenshot | photo illustration | unsplash | wikimedia | pixabay | photo: |
view gallery | in this photo
crédit | crédits | crédit photo | photo d'illustration | légende | image d'illustration | © afp |
agrandir | foto | fotos | bild | bildquelle | fotoquelle | quelle | symbolbild | symbolfoto |
archivbild | archivfoto | dpa | imago | grafik | vergrößern | bildrechte | bildnachweis | foto: |
imagen | fotografía | efe | fotogalería | immagine | ansa | imagem | foto: divulgação | divulgação |
reprodução | beeld | anp | fot | fot. | zdjęcie | zdjęcia | źródło zdjęcia | pap | ilustracja |
фото: | фотография | иллюстрация | риа новости | итар-тасс | изображение | фотографии | φωτογραφία |
φωτο | φώτο | εικόνα | eurokinissi | 图 | 资料图 | 图片来源 | 摄 | 新华社 | 点击图片 | 圖 | 写真 | 画像 |
사진 | 사진= | 자료사진 |
연합뉴스
صورة | الصورة | تصوير | fotoğraf | görsel | arkivbild | arkivfoto | kuva | ilustrační foto |
illusztráció | fotó | sursa foto | ilustrasi | ảnh | फोटो | عکس | צילום
"""
