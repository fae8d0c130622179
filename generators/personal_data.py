"""Personal data in a text: identity cards, mobiles, bank cards; shown only masked.

Sources: 个人信息保护法 第二十五、二十八条; GB 11643 (identity numbers); GB 32100 (unified
social credit codes, which are no personal data); ISO/IEC 7812 (bank cards); the notice of
人社部办公厅 and 财政部办公厅 of 2017 on publishing employment subsidies (domain: §7).
Old identity numbers of 15 digits have no check digit and look like business licences: they
are not sought.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECK = "10X98765432"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WIDE = {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0xFF01, 0xFF5F)}
_PLAIN = str.maketrans(_WIDE | {"\u3000": " ", "\xa0": " "} | dict.fromkeys("‐‑–—−", "-"))

# A number may be written in groups, 138 0013 8000 or 6222-0200-…, and in full-width digits,
# which \d knows. What stands before a number is looked at behind its first digit, so that a
# search can leap from digit to digit.
_GAP = "[ \u3000\xa0\\-－‐‑–—−]?"
_ALONE = r"(?<![\dA-Za-z].)"
_END = r"(?![\dA-Za-z])"
_PAIRS = rf"[1-9１-９]{_ALONE}\d(?:{_GAP}\d\d){{7}}"
_LONG = re.compile(_PAIRS)  # what cards and identity numbers have in common
_IDENTITY = re.compile(rf"{_PAIRS}{_GAP}\d[\dXxＸｘ]{_END}")
_CARD = rf"[3-69３-６９]{_ALONE}\d{{3}}(?:{_GAP}\d{{4}}){{3}}"
_CARDS = (
    re.compile(rf"{_CARD}{_GAP}\d{{1,3}}{_END}"),
    re.compile(rf"{_CARD}{_END}"),
    re.compile(rf"[69６９]{_ALONE}\d{{5}}{_GAP}\d{{10,13}}{_END}"),
)
_COUNTRY = r"(?<=\+86.)|(?<=0086.)|(?<=[^\dA-Za-z]86.)|(?<=\A86.)"
# Neither a coordinate's decimals nor what follows an area code is a mobile.
_NOT_PART = r"(?<!\d\d\..)(?<!0\..)(?<!0\d\d-.)(?<!0\d\d\d-.)"
_MOBILE = re.compile(
    rf"[1１](?:{_ALONE}{_NOT_PART}|{_COUNTRY})[3-9３-９]\d"
    rf"(?:{_GAP}\d{{4}}{_GAP}\d{{4}}|{_GAP}\d{{3}}{_GAP}\d{{5}}|\d{_GAP}\d{{3}}{_GAP}\d{{4}})"
    # Decimals and sums of money are no mobile either.
    rf"{_END}(?!\.\d|\s?[元万亿%])"
)
# The path of an address is full of numbers that are nobody's; what follows a “?” is looked at.
_IN_PATH = re.compile(r"[A-Za-z]://[^\s?\"'<>，。；、（）“”]*\Z")
_CODE_FOLLOWS = re.compile(r"信用代码\D{0,12}\Z")


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """A find: what it is, where in the text it stands, and how it may be shown."""

    kind: str
    start: int
    end: int
    masked: str


def personal_data(text: str) -> Iterator[PersonalDatum]:
    """Yield identity card, mobile and bank card numbers in the order they stand."""
    found: list[PersonalDatum] = []
    for kind, pattern, holds in _SOUGHT if _LONG.search(text) else _SOUGHT[-1:]:
        for match in _matches(pattern, text):
            start, end = match.span()
            number = re.sub("[ -]", "", match.group().translate(_PLAIN))
            before = text[max(0, start - 300) : start]
            taken = any(datum.start < end and start < datum.end for datum in found)
            if not taken and holds(number, before) and not _IN_PATH.search(before):
                found.append(PersonalDatum(kind, start, end, mask(match.group())))
    yield from sorted(found, key=lambda datum: datum.start)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield all matches, overlapping ones too: “5000 6222 …” is a sum before a card."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def hide(text: str) -> str:
    """Return *text* with all personal data masked, each character by one character."""
    for datum in personal_data(text):
        text = text[: datum.start] + datum.masked + text[datum.end :]
    return text


def mask(value: str) -> str:
    """Return a value with its letters and digits hidden but for three at each end.

    Of a value of less than ten letters and digits only the first is shown.
    """
    places = [place for place, character in enumerate(value) if character.isalnum()]
    first, end = (places[3], places[-3]) if len(places) > 9 else (1, len(value))
    return value[:first] + stars(value[first:end]) + value[end:]


def stars(value: str) -> str:
    """Return stars in the place of letters and digits, each as wide as what it hides."""
    return "".join(_star(character) if character.isalnum() else character for character in value)


def _star(character: str) -> str:
    return "＊" if unicodedata.east_asian_width(character) in "WF" else "*"


def is_identity_number(number: str) -> bool:
    """Check an 18-digit identity number: its birth date and its check digit (GB 11643)."""
    if not re.fullmatch(r"[0-9]{17}[0-9Xx]", number) or not _has_birth_date(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return _ID_CHECK[total % 11] == number[17].upper()


def is_bank_card(number: str) -> bool:
    """Check a card number of 16 to 19 digits: how it begins, and the Luhn sum.

    Numbers of 17 and 18 digits are cards only where they begin like those of UnionPay.
    """
    if not re.fullmatch(r"(62|60|955)[0-9]{13,17}|[345][0-9]{15}(?:[0-9]{3})?", number):
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = [2 * d - 9 * (d > 4) for d in digits[1::2]]
    return 16 <= len(number) <= 19 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def is_credit_code(number: str) -> bool:
    """Check a unified social credit code and its check character (GB 32100)."""
    code = number.upper()
    if len(code) != 18 or any(character not in _CREDIT_ALPHABET for character in code):
        return False
    total = sum(_CREDIT_ALPHABET.index(c) * pow(3, place, 31) for place, c in enumerate(code[:17]))
    return _CREDIT_ALPHABET[-total % 31] == code[17]


def _has_birth_date(number: str) -> bool:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return 1850 <= born.year <= 2100


def _is_somebodys(number: str, before: str) -> bool:
    """Tell an identity number from a credit code of digits that happens to look like one.

    A few credit codes pass as identity numbers and the other way round; where both checks
    hold, the text must say that it is a credit code.
    """
    named = is_credit_code(number) and _CODE_FOLLOWS.search(before)
    return is_identity_number(number) and not named


def _is_private_card(number: str, before: str) -> bool:
    """Tell a bank card from a credit code and from a mistyped identity number."""
    other = len(number) == 18 and (is_credit_code(number) or _has_birth_date(number))
    return is_bank_card(number) and not other


_SOUGHT: tuple[tuple[str, re.Pattern[str], Callable[[str, str], bool]], ...] = (
    ("身份证号", _IDENTITY, _is_somebodys),
    *(("银行卡号", pattern, _is_private_card) for pattern in _CARDS),
    ("手机号", _MOBILE, lambda number, before: True),
)

# What a subsidy notice must not show, beside the numbers above.
_DAY = (
    r"(?>(?:19|20)\d{2}(?:\s*[\-./年]\s*(?:1[0-2]|0?[1-9])(?:\s*[\-./月]\s*\d{1,2}日?|月)?"
    r"|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?))(?!\d)"
)
_BIRTH = re.compile(
    rf"(?:出生(?:日期|年月日?|时间)?|生日|生于)[\s|:：为是]*({_DAY})"
    r"(?!\s*[（(]?(?:含|以|之|前|后|至|到|—))"
    rf"|({_DAY})\s*(?:出生|生(?=[，,。；;、）)\s]|$))"
)
_HOUSE = r"[0-9一二三四五六七八九十百]+\s*(?:号楼|号院|号|弄|栋|幢|单元|室|组|户)"
_HOME = re.compile(
    r"(?:家庭(?:住|地)址|居住地址?|现住址|住址|户籍(?:地址|所在地|地)|户口所在地)[\s|:：为是在]*"
    rf"([^\s|:：，,。；;]{{2}}[^\n|，,。；;]{{0,58}}{_HOUSE})"
)


def notice_data(text: str) -> Iterator[PersonalDatum]:
    """Yield birth dates, and homes down to the house number, that a text names as such."""
    plain = text.translate(_PLAIN)
    for kind, pattern, hides in (
        ("出生日期", _BIRTH, lambda day: re.sub(r"\d", "*", day)),
        ("家庭住址", _HOME, lambda home: home[:3] + stars(home[3:])),
    ):
        for match in pattern.finditer(plain):
            start, end = match.span(match.lastindex or 0)
            yield PersonalDatum(kind, start, end, hides(text[start:end]))


_COLUMNS = (
    ("身份证号", re.compile(r"身份证|证件号|公民身份")),
    ("银行账号", re.compile(r"银行卡|卡号|账号|帐号|银行[账帐]户|开户")),
    ("出生日期", re.compile(r"出生|生日")),
    ("联系方式", re.compile(r"电话|手机|联系方式|联系号码")),
    ("家庭住址", re.compile(r"住址|家庭地址|户籍地址|居住地址|户口")),
    ("困难情况", re.compile(r"困难(?:情况|类[别型]|程度|原因|说明)|低保(?:情况|类别|证)|家庭困难")),
    ("残疾情况", re.compile(r"残疾(?:情况|类[别型]|等级|程度|证|级别)|^残疾$")),
)
_PEOPLE = re.compile(r"姓名|申请人|申领人|领取人|学员|补贴对象")
_PUBLIC_PHONE = re.compile(
    r"0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}|1[02]\d{3}|-|—|/|无"
)
_BIRTH_SHOWS = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{11}")


def withheld_columns(
    columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, str]]:
    """Yield the place and kind of the columns that a list of people must not show.

    Identity numbers may stand there masked, and institutions may name their phones.
    """
    people = any(_PEOPLE.search(column) for column in columns)
    for place, column in enumerate(columns):
        kind = _column_kind(column)
        values = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        if kind is None or not values or all(map(_column_kind, values)):
            continue
        if kind == "身份证号" and all(map(_is_masked, values)):
            continue
        if kind == "联系方式" and not people and all(map(_PUBLIC_PHONE.fullmatch, values)):
            continue
        yield place, kind


def _column_kind(column: str) -> str | None:
    """Return what a column tells of people; a long heading is a remark, not a column's."""
    kinds = (kind for kind, pattern in _COLUMNS if pattern.search(column))
    return next(kinds, None) if len(column) <= 20 else None


def _is_masked(value: str) -> bool:
    """Tell whether four places or more are hidden, the day of birth among them."""
    plain = value.translate(_PLAIN)
    return len(re.findall(r"[*×●xX]", plain[:-1])) >= 4 and not _BIRTH_SHOWS.search(plain)
