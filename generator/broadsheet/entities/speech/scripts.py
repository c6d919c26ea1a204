"""Speech in languages whose order of words, or whose script, asks for patterns of their own."""

# ruff: noqa: E501 - lists of words read best in rows

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from broadsheet.entities.speech.way import ANYONE, OTHER, WHO, Speech, any_of

_NO_MARK = rf"[^.:;!?«»“”\"{ANYONE}]"


def _turkish() -> Sequence[Speech]:
    # The name begins the sentence, the verb ends it. A name with a suffix is no subject.
    office = any_of("[Bb]aşkanı [Bb]aşbakan [Bb]akanı [Cc]umhurbaşkanı [Ll]ideri [Vv]alisi [Mm]üdürü [Pp]rofesör Dr\\.")
    before = rf"(?:(?:[^\W\d_][\w’'-]* |{OTHER}(?:['’]\w+)? ){{0,4}}{office} )?"
    verbs = any_of("dedi diye_(?:konuştu|yazdı|ekledi|sordu|yanıtladı) şeklinde_konuştu ifade(?:lerini|sini)_kullandı")
    return (
        Speech(
            before=re.compile(rf"(?:^|[.!?…”\"] ){before}{WHO}(?:,(?: [a-zçğıöşü]{_NO_MARK}{{0,60}})?)? ?\Z"),
            behind=re.compile(rf",? ?{verbs}\b(?! [A-ZÇĞİÖŞÜ])"),
        ),
    )


def _arabic() -> Sequence[Speech]:
    # The verb begins. Between it and the name only what bears the article stands, and a few offices: a noun without
    # it (an adviser, a spokesman) would be the one who speaks.
    verb = any_of(
        "قال قالت صرح صرّح صرحت أكد أكدت أضاف أضافت أعلن أعلنت أوضح أوضحت كتب كتبت شدد شددت ذكر ذكرت تابع تابعت"
    )
    offices = any_of("رئيس_الوزراء وزير_الخارجية وزيرة_الخارجية وزير_الدفاع الأمين_العام رئيس_الجمهورية ال\\w+")
    office = rf"(?:(?:{offices}(?: {OTHER})? ){{1,3}})?"
    elsewhere = any_of("إن أن إنه أنه إنها أنها قال قالت الذي التي")
    told = rf"(?!(?:[^:]*\W)?{elsewhere}\W){_NO_MARK}{{0,70}}"
    after = any_of("في خلال يوم أمام عبر على للصحفيين إثر بعد قبل")
    start = r"(?:^|[.!؟،»”\"] )"
    return (
        Speech(before=re.compile(rf"{start}[وف]?{verb} {office}{WHO}{told}: ?\Z")),
        Speech(before=re.compile(rf"{start}{office}{WHO} {verb}{told}: ?\Z")),
        Speech(behind=re.compile(rf"[ ,،–—-]*{verb} {office}{WHO}(?=\s*(?:[.،؛!؟,]|$)| {after}\b)")),
    )


def _hebrew() -> Sequence[Speech]:
    verb = any_of(
        "אמר אמרה הוסיף הוסיפה הצהיר הצהירה כתב כתבה טען טענה ציין ציינה הבהיר הבהירה הדגיש הדגישה הודיע הודיעה הסביר הסבירה"
    )
    offices = any_of(
        "ראש_הממשלה הנשיא הנשיאה השר השרה שר_הביטחון שר_החוץ שרת_החוץ שר_האוצר מזכיר_המדינה הקנצלר ח[\"״]כ מר גב'"
    )
    office = rf"(?:{offices}(?: {OTHER})? )?"
    told = rf"(?!(?:[^:]*\W)?(?:כי|ש\w+|הוא|היא|אמר|אמרה)\W){_NO_MARK}{{0,70}}"
    start = r"(?:^|[.!?,”\"] )"
    end = r"(?=\s*(?:[.,;!?]|$)| (?:ב\w*|לאחר|במהלך|אתמול|היום)\b)"
    return (
        Speech(before=re.compile(rf"{start}{office}{WHO} {verb}{told}: ?\Z")),
        Speech(before=re.compile(rf"{start}{verb} {office}{WHO}{told}: ?\Z")),
        Speech(behind=re.compile(rf"[ ,–—-]*{verb} {office}{WHO}{end}")),
    )


def _persian() -> Sequence[Speech]:
    # The verb ends the clause, and a noun before the name would be the one who speaks.
    offices = any_of("رئیس[_‌]جمهور نخست[_‌]وزیر وزیر_(?:امور_)?خارجه وزیر_دفاع صدراعظم آقای خانم")
    verb = any_of(
        "گفت گفته_است اظهار_داشت اظهار_کرد نوشت افزود تأکید_کرد تاکید_کرد اعلام_کرد تصریح_کرد توضیح_داد هشدار_داد"
    )
    between = rf"(?: (?!(?:و|سخنگو\w*|مشاور|وکیل)\b)[^.:؛!؟«»{ANYONE}]{{1,60}}?)?"
    name = rf"(?:{offices}(?: (?:{OTHER}|پیشین))? )?{WHO}"
    return (Speech(before=re.compile(rf"(?:^|[.!؟،»”\"] ){name}{between} {verb}: ?\Z")),)


def _chinese() -> Sequence[Speech]:
    # Nothing but an office, and when and where, stands between the name and the verb.
    offices = any_of(
        "總統 总统 前总统 总理 總理 首相 主席 部長 部长 外长 外長 国务卿 國務卿 议员 議員 市长 市長 州长 州長 教授 先生 女士 博士 书记 書記 大使 将军"
    )
    office = rf"{offices}?"
    no_name = f"[^，。；：“”「」的{ANYONE}]"
    when = (
        "(?:还|還|也|则|則|并|並|随后|隨後|其后|当天|當天|昨天|昨日|今天|今日|日前|[周週][一二三四五六日]|星期[一二三四五六日]"
        rf"|[0-9０-９]{{1,2}}[日号號]|[在于於]{no_name}{{1,12}}(?:上|中|时|時|后|後|会|會)|[对對向](?:记者|記者|媒体|媒體|{OTHER})"
        rf"|接受{no_name}{{0,10}}[采採][访訪][时時])*"
    )
    verb = any_of("表示 说 說 称 稱 指出 强调 強調 回应 回應 写道 寫道 透露 补充 補充 坦言 警告 呼吁 呼籲")
    start = rf"(?:^|[。！？，；”」\s])(?:{OTHER})?{office}"
    return (
        Speech(before=re.compile(rf"{start}{WHO}{office}{when}，?{verb}道?[：:，,] ?\Z")),
        Speech(behind=re.compile(rf"，?{WHO}{office}{when}{verb}道?(?=[。，；]|\Z)(?![^。]*[：:])")),
    )


def _japanese() -> Sequence[Speech]:
    # The topic's or subject's particle right behind the name or its office, and `to` behind the quotation.
    offices = any_of(
        "大統領 首相 前首相 前大統領 外相 防衛相 財務相 長官 官房長官 総理 議員 知事 市長 会長 社長 教授 監督 選手 事務総長 主席 "
        "国家主席 書記長 報道官 氏 さん 被告 容疑者"
    )
    verb = any_of(
        "述べ 語っ 語り 話し 言っ 言い 発言し 強調し 指摘し 説明し コメントし 主張し 批判し 訴え 答え 表明し 非難し"
    )
    return (
        Speech(
            before=re.compile(rf"(?<![とや、・]){WHO}{offices}?[はが](?!い|あ)[^。「」『』はが{ANYONE}]{{0,40}}\Z"),
            behind=re.compile(rf"(?:など)?と(?:も|の考えを)?{verb}"),
        ),
    )


OTHERWISE: Mapping[str, Sequence[Speech]] = {
    "tr": _turkish(),
    "ar": _arabic(),
    "he": _hebrew(),
    "fa": _persian(),
    "zh": _chinese(),
    "ja": _japanese(),
}
"""The ways of these languages."""
