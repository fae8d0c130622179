"""Personal numbers are found however they are written; numbers that are nobody's are not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generators.personal_data import (
    hide,
    is_credit_code,
    is_identity_number,
    mask,
    notice_data,
    personal_data,
    withheld_columns,
)

CREDIT_CODES = [
    "115113010833722043",
    "914403001922038216",
    "91330100799655058B",
    "9144030071526726XG",
    "91110108551385082Q",
    "91110000802100433B",
    "91100000100003962T",
    "91110000710925462X",
    "91310000132200821H",
    "121000004000122540",
]
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=20)


def found(text: str) -> list[tuple[str, str]]:
    """Return what is found in a text: the kind, and how it is shown."""
    return [(datum.kind, datum.masked) for datum in personal_data(text)]


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    """Return a valid identity number of anybody born since 1900."""
    region = draw(st.integers(110000, 829999))
    born = draw(st.dates(date(1900, 1, 1), date(2026, 11, 22)))
    body = f"{region}{born:%Y%m%d}{draw(st.integers(0, 999)):03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    """Return a valid unified social credit code of a company or a public institution."""
    body = draw(st.sampled_from(["91", "92", "93", "12", "11", "51", "52"]))
    body += str(draw(st.integers(110000, 659999)))
    body += draw(st.text(st.sampled_from(_ALPHABET), min_size=9, max_size=9))
    total = sum(_ALPHABET.index(c) * pow(3, place, 31) for place, c in enumerate(body))
    return body + _ALPHABET[-total % 31]


@given(identity_numbers(), _HAN, _HAN)
def test_identity_number_is_found_in_any_text(number: str, before: str, after: str) -> None:
    """An identity number is found at its place, and its middle is not shown."""
    (datum,) = personal_data(before + number + after)
    assert (datum.kind, datum.start, datum.end) == ("身份证号", len(before), len(before) + 18)
    assert datum.masked == f"{number[:3]}{'*' * 12}{number[-3:]}"
    assert number[3:-3] not in hide(before + number + after)


@given(identity_numbers(), st.sampled_from("0123456789X"))
def test_wrong_check_digit_is_no_identity_number(number: str, digit: str) -> None:
    """A number whose check digit is another is nobody's."""
    assume(digit != number[-1])
    assert found(f"编号{number[:-1]}{digit}。") == []


@given(credit_codes())
def test_credit_code_is_never_personal(code: str) -> None:
    """A unified social credit code is found by its check to be no person's."""
    assert is_credit_code(code)
    assert found(f"统一社会信用代码：{code}") == []
    assume(not is_identity_number(code))
    assert found(f"编号{code}。") == []


@pytest.mark.parametrize("code", CREDIT_CODES)
def test_real_credit_codes(code: str) -> None:
    """Codes that authorities and well-known companies bear are right, and no finding."""
    assert is_credit_code(code)
    assert found(code) == []


def test_number_that_is_both_is_judged_by_what_the_text_says() -> None:
    """Where a number passes both checks the words before it decide; without them it is hidden."""
    both = "510113198301010004"
    assert is_identity_number(both)
    assert is_credit_code(both)
    assert found(f"统一社会信用代码 {both}") == []
    assert found(f"号码 {both}") == [("身份证号", "510************004")]


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("电话13912345678。", "手机号", "139*****678"),
        ("139 1234 5678", "手机号", "139 **** *678"),
        ("139-1234-5678", "手机号", "139-****-*678"),
        ("139 123 45678", "手机号", "139 *** **678"),
        ("1391 234 5678", "手机号", "139* *** *678"),
        ("+86 139 1234 5678", "手机号", "139 **** *678"),
        ("8613912345678", "手机号", "139*****678"),
        ("手机：１３９１２３４５６７８", "手机号", "１３９＊＊＊＊＊６７８"),
        ("1.13912345678", "手机号", "139*****678"),
        ("https://a.example/?to=13912345678", "手机号", "139*****678"),
        ("110105 19491231 002X", "身份证号", "110*** ******** *02X"),
        ("1101 0519 4912 3100 2x", "身份证号", "110* **** **** ***0 2x"),
        (
            "１１０１０５１９４９１２３１００２Ｘ",
            "身份证号",
            "１１０＊＊＊＊＊＊＊＊＊＊＊＊０２Ｘ",
        ),
        ("4111111111111111", "银行卡号", "411**********111"),
        ("6222 0212 3456 7890 128", "银行卡号", "622* **** **** **** 128"),
        ("622202 1234567890128", "银行卡号", "622*** **********128"),
    ],
)
def test_ways_to_write_a_number(text: str, kind: str, masked: str) -> None:
    """Groups, country codes and full-width digits hide nothing."""
    assert found(text) == [(kind, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "12333 12345 12366 12315 12348 12385 12388 12380 12309 12337",
        "400-123-4567 4001234567 800-810-8888 8008108888",
        "0000-1234567 010-12345678 0139-12345678 0000-1391234-5678",
        "139123456789 213912345678 a13912345678 13912345678b",
        "116.13912345678,39.13912345678 0.13912345678 13912345678.5",
        "拨付13500000000元 13500000000 元 19000000000万",
        "110105194902310021 4111111111111112 011010519491231002X",
        "https://www.shili.example/t/13912345678.html#4111111111111111",
        "2026-11-22 09:00 2026-11-22 10:00 20261122090000",
        "财金〔2023〕75号 11440300MB2D123456001",
        "550e8400-e29b-41d4-a716-446655440000 3f786850e387550fdab836ed7e6dc881de23001b",
    ],
)
def test_numbers_that_are_nobodys(text: str) -> None:
    """Service phones, parts of longer numbers, decimals, sums, addresses and hashes are fine."""
    assert found(text) == []


def test_several_numbers_come_in_their_order() -> None:
    """A sum before a card does not hide the card, and every number is told."""
    text = "5000 4111 1111 1111 1111 张三 13912345678 11010519491231002X 1391234567"
    assert [kind for kind, _ in found(text)] == ["银行卡号", "手机号", "身份证号"]
    assert hide(text) == ("5000 411* **** **** *111 张三 139*****678 110************02X 1391234567")


@pytest.mark.parametrize(
    ("value", "masked"), [("1234567890", "123****890"), ("张三丰", "张＊＊"), ("12-34", "1*-**")]
)
def test_mask_keeps_ends_and_width(value: str, masked: str) -> None:
    """Long numbers keep three characters at each end, short values only the first."""
    assert mask(value) == masked


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("出生日期：1985年3月12日", "出生日期", "****年*月**日"),
        ("张某，出生年月 1985.03，女", "出生日期", "****.**"),
        ("生日19850312", "出生日期", "********"),
        ("李某，男，1985年3月生，示范区人", "出生日期", "****年*月"),
        ("1985-03-12出生", "出生日期", "****-**-**"),
        ("家庭住址：示范区幸福路12号3单元501室，已核", "家庭住址", "示范区＊＊＊**＊*＊＊***＊"),
        ("户籍地址 范本县城关镇东村三组", "家庭住址", "范本县＊＊＊＊＊＊＊"),
    ],
)
def test_notice_data(text: str, kind: str, masked: str) -> None:
    """Birth dates and homes are found by the words that name them."""
    assert [(datum.kind, datum.masked) for datum in notice_data(text)] == [(kind, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "出生日期：1990年1月1日以后的可以报名",
        "2001年出生的毕业生",
        "不公布身份证号、电话、银行账号和住址。",
        "家庭住址只写到街道：示范区新河街道",
        "现场：示范市样板路1号 市政务服务大厅一楼",
        "公示期为2026年11月18日至11月24日",
    ],
)
def test_notices_may_say(text: str) -> None:
    """Conditions, offices and streets without a house tell on nobody."""
    assert list(notice_data(text)) == []


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("身份证号", "110105194912310021", "身份证号"),
        ("身份证号码", "******19491231****", "身份证号"),
        ("出生日期", "1985-03", "出生日期"),
        ("联系电话", "0000-1234567", "联系方式"),
        ("手机", "139****5678", "联系方式"),
        ("银行卡号", "6222****", "银行账号"),
        ("开户行及账号", "某行", "银行账号"),
        ("家庭住址", "示范区", "家庭住址"),
        ("残疾类别", "肢体", "残疾情况"),
        ("困难情况", "大病", "困难情况"),
    ],
)
def test_withheld_columns(column: str, value: str, kind: str) -> None:
    """A list of people must not have these columns."""
    assert list(withheld_columns(("姓名", column), [("张*", value)])) == [(1, kind)]


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (("姓名", "身份证号"), ("张*", "110***********0021")),
        (("姓名", "身份证号"), ("张*", "1101051949****002X")),
        (("姓名", "出生日期"), ("张*", "")),
        (("机构名称", "联系电话"), ("甲校", "0000-1234567")),
        (("区县", "就业困难人员（人）", "残疾人"), ("示范区", "12", "3")),
        (("姓名", "身份证号码和出生日期等内容不公开，如需核对请到窗口"), ("张*", "是")),
    ],
)
def test_columns_that_may_stand(columns: tuple[str, ...], row: tuple[str, ...]) -> None:
    """Masked numbers, empty columns, the phones of institutions and sums may be published."""
    assert list(withheld_columns(columns, [row])) == []
