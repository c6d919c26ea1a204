"""Pieces of longer names in Chinese and Japanese, which part no words: 北京 in 北京大学, モスクワ in モスクワ川.

No capital tells there, so what is called after a place is told by what it is: a river, a university, a station, a
bank, a team, a treaty. Offices and peoples (法国总统, 日本政府, モスクワ市) are none of these.
"""

from __future__ import annotations

import re

from broadsheet.entities.lists import places

_KIND = (
    "(?:国立|國立|市立|州立|公立|私立|人民|中央|国际|國際|国家|國家|第[一二三四五六七八九十]|工业|工業|理工|医科|醫科|"
    "師範|师范|音乐|音楽|美術|外国語|外国语|女子|足球|篮球|籃球|商业|商業|工商|建设|建設|農業|农业|交通|气候|氣候|気候|"
    "和平|平和|代表)"
)
"""What may stand between: モスクワ国立大学."""
_THING = (
    "河(?![南北内內西源])|川(?!普|崎)|湖(?![南北])|[湾灣](?!仔)|[运運]河|海[峡峽]|[桥橋](?!梁)|大[学學](?![生城])|[学學]院|"
    "[中小][学學](?!生)|[银銀]行(?![家业業间間员員])|駅|[车車]站|站(?![在起点點长長立位着着台出稳穩住])|机场|機場|空港|"
    "[队隊](?![伍列])|俱[乐樂]部|クラブ|[日晚时時周週][报報](?![告道])|电视台|電視台|テレビ|广播公司|廣播公司|放送協会|放送局|"
    "奥运|奥運|奧運|冬奥|オリンピック|パラリンピック|五輪|亚运会|世博会|马拉松|馬拉松|マラソン|协定|協定|[条條][约約]|公[约約]|"
    "议定书|議定書|宣言|公社|竞技(?!场)|交响乐团|交響楽団|证券交易所|証券取引所|帝[国國](?!主)"
)
_AFTER = re.compile(f"{_KIND}{{0,2}}(?:{_THING})")
_SAINT = re.compile("[圣聖](?![诞誕战戦戰典旨诏])[\u3400-\u9fff]")
_BEFORE = re.compile("(?:皇家|国际|國際|AC|FC|拜仁)\\Z")


_LONGEST = 5
"""Signs of a place's name, of which all but the last may stand before a name that it overlaps."""


def is_unparted_piece(text: str, start: int, end: int, language: str, *, country: bool) -> bool:
    """Whether a name in a folded text is part of a longer one that nothing parts from it.

    Args:
        text: folded.
        start: where the name begins.
        end: where it ends.
        language: of the text.
        country: whether it is a country's, behind which that of a city may stand (俄罗斯圣彼得堡).
    """
    if not "\u3040" <= text[end - 1] <= "\u9fff":
        return False  # nearly always
    if _AFTER.match(text, end) or _begins_inside_a_place(text, start, language):
        return True
    # 巴黎圣日耳曼; 皇家马德里
    return not country and (
        _SAINT.match(text, end) is not None or _BEFORE.search(text, max(0, start - 2), start) is not None
    )


def _begins_inside_a_place(text: str, start: int, language: str) -> bool:
    """Whether a name begins in the middle of a place's that everyone knows: 海地 in 上海地方."""
    if not text[start - 1 : start] > "\u3040":
        return False
    known = places(language)
    return any(
        text[first:stop] in known
        for first in range(max(0, start - _LONGEST + 1), start)
        for stop in range(start + 1, first + _LONGEST + 1)
    )
