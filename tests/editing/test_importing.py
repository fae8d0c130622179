"""What editors changed in a workbook, back in the records."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generators.editing.importing import Proposal, write
from tests.editing.workbooks import change, diff, exported, page_of, proposed
from tests.samples import as_text, channel, content_folder, enrolment, event, faq, procedure

EVENTS = "活动赛事"
IDS = [f"event-{number}" for number in range(10)]


def _event(number: int) -> str:
    fields = event(
        title=f"第{number}场路演",
        enrolment=enrolment(seats="20"),
        prizes=[{"name": "一等奖", "number": "1", "gives": "奖状"}],
    )
    return f"# 第{number}场的注释\n" + as_text(fields).replace("place: ", "# 别改地点\nplace: ")


@pytest.fixture(scope="module")
def ten_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return ten events with comments, and their workbook beside them."""
    files = {f"events/{identifier}.yml": _event(n) for n, identifier in enumerate(IDS)}
    content = content_folder(tmp_path_factory.mktemp("events"), files)
    exported(content, "events").save(content.parent / "original.xlsx")
    return content


@pytest.fixture
def content(ten_events: Path, tmp_path: Path) -> Path:
    """Return a copy of the ten events that a test may change."""
    return shutil.copytree(ten_events, tmp_path / "content")


@pytest.fixture
def book(ten_events: Path) -> Workbook:
    """Return the workbook of the ten events."""
    return load_workbook(ten_events.parent / "original.xlsx")


def _change_ten(book: Workbook) -> None:
    """Change ten cells, the last of them to a day that does not exist."""
    change(book, EVENTS, IDS[0], 标题="新的标题")
    change(book, EVENTS, IDS[1], 开始时间=datetime(2026, 12, 3, 13, 30))
    change(book, EVENTS, IDS[2], 别名="开业路演\n小店路演")
    change(book, EVENTS, IDS[3], **{"报名·名额": 50})
    change(book, EVENTS, IDS[4], 适用人群="妇女、退役军人")
    change(book, EVENTS, IDS[5], 更新日期=date(2026, 11, 20))
    change(book, "奖励", IDS[6], 奖励="500元")
    change(book, "联系方式", IDS[7], 说明="工作日")
    change(book, EVENTS, IDS[8], 活动内容="第一段\n\n- 第二段")
    change(book, EVENTS, IDS[9], **{"报名·报名截止": "2026-02-30"})


def test_of_ten_cells_one_is_wrong_and_nothing_is_written(book: Workbook, content: Path) -> None:
    """The wrong cell is named; what would change are nine small diffs."""
    _change_ten(book)
    proposal = proposed(book, "events", content)
    remark = proposal.remarks[0]
    assert remark.place
    assert (remark.place.sheet, remark.place.heading) == (EVENTS, "报名·报名截止")
    assert remark.finding.message == "日历上没有“2026-02-30”这一天"
    assert [change.id for change in proposal.valid] == IDS[:9]
    assert proposal.writable(only_valid=False) == ()
    assert all(len(diff(Proposal((change,), ()))) <= 5 for change in proposal.changes)


def test_with_only_valid_the_nine_are_written_and_their_comments_stay(
    book: Workbook, content: Path
) -> None:
    """The others are written, the comments of the files are still there."""
    _change_ten(book)
    proposal = proposed(book, "events", content, only_valid=True)
    write(proposal.writable(only_valid=True), content)
    texts = [(content / "events" / f"{i}.yml").read_text("utf-8") for i in IDS]
    assert texts[9] == _event(9)
    assert [text != _event(number) for number, text in enumerate(texts)] == [True] * 9 + [False]
    assert all(f"# 第{n}场的注释\n" in t and "# 别改地点\n" in t for n, t in enumerate(texts))
    assert not list((content / "events").glob(".*"))


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({"标题": "新"}, 0),
        ({"一句话说明": None}, 0),
        ({"举办频次": "每月一次"}, 1),
        (
            {
                "报名·报名开始": None,
                "报名·报名截止": None,
                "报名·报名方式": None,
                "报名·名额": None,
            },
            5,
        ),
    ],
)
def test_cells_change_what_they_stand_for(
    values: dict[str, str | None], lines: int, book: Workbook, content: Path
) -> None:
    """A cell that is emptied takes its field away; what is wrong then is said at the cell."""
    change(book, EVENTS, IDS[0], **values)
    proposal = proposed(book, "events", content)
    assert (len(diff(proposal)) == lines) if lines else proposal.remarks


def test_a_missing_value_is_said_at_its_empty_cell(book: Workbook, content: Path) -> None:
    """A field that the record lacks has no line in the file, but a cell in the workbook."""
    change(book, EVENTS, IDS[0], 主办单位=None)
    remark = proposed(book, "events", content).remarks[0]
    assert remark.place
    assert (remark.place.heading, remark.finding.hint) == ("主办单位", "在这一格写上内容")


def test_a_list_that_must_be_written_is_asked_for_on_its_sheet(
    book: Workbook, content: Path
) -> None:
    """An event without a contact is told where to write one."""
    page_of(book, "联系方式").delete_rows(3)
    remark = proposed(book, "events", content).remarks[0]
    assert remark.finding.hint == "在“联系方式”表里给它写一行"
    assert remark.place
    assert (remark.place.sheet, remark.place.heading) == (EVENTS, "编号")


def test_a_new_row_is_a_new_record(book: Workbook, content: Path) -> None:
    """Its rows on other sheets belong to it; the keys are in the order of the handbook."""
    page = page_of(book, EVENTS)
    first = [cell.value for cell in page[3]]
    page.append(["new-event", "再来一场路演", *first[2:]])
    page_of(book, "联系方式").append(["new-event", "电话", "12333"])
    proposal = proposed(book, "events", content)
    assert [(c.id, c.was) for c in proposal.changes] == [("new-event", None)]
    assert proposal.remarks == ()
    assert proposal.changes[0].source.text.startswith("title: 再来一场路演\nsummary: ")


def test_a_row_that_is_gone_deletes_nothing(book: Workbook, content: Path) -> None:
    """Records are deleted by deleting their files."""
    for sheet in (EVENTS, "奖励", "联系方式"):
        page_of(book, sheet).delete_rows(3)
    assert proposed(book, "events", content).changes == ()


def test_columns_and_sheets_that_are_gone_change_nothing(book: Workbook, content: Path) -> None:
    """A workbook may be cut down to what is to be changed."""
    page_of(book, EVENTS).delete_cols(4, 40)
    del book["奖励"]
    change(book, EVENTS, IDS[0], 标题="新的标题")
    assert diff(proposed(book, "events", content)) == ["-title: 第0场路演", "+title: 新的标题"]


def test_a_row_of_a_list_that_is_gone_is_taken_from_the_record(
    book: Workbook, content: Path
) -> None:
    """The rows of a list are the list."""
    page_of(book, "奖励").delete_rows(3)
    assert diff(proposed(book, "events", content)) == [
        "-prizes:",
        "-- name: 一等奖",
        "-  number: '1'",
        "-  gives: 奖状",
    ]


def _title_now(content: Path, title: str) -> None:
    file = content / "events" / f"{IDS[0]}.yml"
    file.write_text(file.read_text("utf-8").replace("第0场路演", title), "utf-8")


def test_what_others_changed_meanwhile_stays(book: Workbook, content: Path) -> None:
    """A cell that its editor did not touch does not bring the old value back."""
    _title_now(content, "同事改的标题")
    change(book, EVENTS, IDS[0], 举办频次="每月一次")
    assert diff(proposed(book, "events", content)) == ["+repeats: 每月一次"]


def test_what_both_changed_is_a_conflict(book: Workbook, content: Path) -> None:
    """The editor is shown what the record says now."""
    _title_now(content, "同事改的标题")
    change(book, EVENTS, IDS[0], 标题="我改的标题")
    remark = proposed(book, "events", content).remarks[0]
    assert remark.finding.code == "sheet-outdated"
    assert remark.finding.message == "导出以后，“标题”已经改过，现在是：同事改的标题"


def test_importing_twice_changes_nothing_more(book: Workbook, content: Path) -> None:
    """Once it is written, the workbook says what the records say."""
    change(book, EVENTS, IDS[0], 标题="新的标题")
    write(proposed(book, "events", content).changes, content)
    assert proposed(book, "events", content).changes == ()


@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        (lambda page: page.append(["", "没有编号"]), "sheet-row", "A13"),
        (lambda page: page.append([IDS[0], "又一行"]), "sheet-row", "A13"),
        (lambda page: page.append(["../坏", "标题"]), "sheet-row", "A13"),
    ],
)
def test_rows_that_cannot_be_placed_are_named(
    spoil: Callable[[object], None], code: str, place: str, book: Workbook, content: Path
) -> None:
    """A row needs an id that no other row has and that can be an address."""
    spoil(page_of(book, EVENTS))
    remarks = proposed(book, "events", content).remarks
    assert (code, place) in [(r.finding.code, r.place.cell) for r in remarks if r.place]


def test_a_row_of_a_list_needs_its_record(book: Workbook, content: Path) -> None:
    """A prize of an event that does not exist is nobody's."""
    page_of(book, "奖励").append(["event-x", "一等奖", 1, "奖状"])
    remark = proposed(book, "events", content).remarks[0]
    assert remark.finding.message == "没有编号是“event-x”的记录"
    assert remark.place
    assert remark.place.sheet == "奖励"


def test_a_fault_in_a_list_is_said_at_its_row(tmp_path: Path) -> None:
    """The third material's cell is named, not the procedure."""
    names = ("身份证", "执照", "合同")
    material = {"necessity": "必要", "form": "纸质", "source": "其他"}
    fields = procedure(materials=[{"name": name, **material} for name in names])
    content = content_folder(tmp_path, {"procedures/a.yml": fields})
    book = exported(content, "procedures")
    page_of(book, "申请材料")["C5"].value = "看情况"
    remark = proposed(book, "procedures", content).remarks[0]
    assert remark.place
    assert (remark.place.sheet, remark.place.cell) == ("申请材料", "C5")
    assert remark.finding.message == "“看情况”不是“必要性”可用的值"


def test_what_breaks_another_record_is_in_the_way(tmp_path: Path) -> None:
    """A title that another file has already is a fault of the import, also where it stands."""
    files = {"faqs/a.yml": faq(title="第一个问题"), "faqs/b.yml": faq(title="第二个问题")}
    content = content_folder(tmp_path, files)
    book = exported(content, "faqs")
    change(book, "常见问题", "a", 标题="第二个问题")
    proposal = proposed(book, "faqs", content)
    assert [remark.finding.code for remark in proposal.remarks] == ["duplicate-title"]
    assert proposal.writable(only_valid=True) == ()


def test_what_was_wrong_before_is_not_the_fault_of_an_import(tmp_path: Path) -> None:
    """A record with an old fault can be mended step by step."""
    fields = faq(title="第一个问题", topics=["没有的主题"])
    content = content_folder(tmp_path, {"faqs/a.yml": fields})
    book = exported(content, "faqs")
    change(book, "常见问题", "a", 标题="换一个问法")
    assert proposed(book, "faqs", content).remarks == ()


def test_channels_may_take_the_place_of_a_word(tmp_path: Path) -> None:
    """Complaints that were inherited get channels of their own once the word is gone."""
    content = content_folder(tmp_path, {"procedures/a.yml": procedure()})
    book = exported(content, "procedures")
    page_of(book, "监督投诉方式").append(["a", *channel().values()])
    remark = proposed(book, "procedures", content).remarks[0]
    assert remark.finding.code == "sheet-row"
    change(book, "办事指南", "a", 监督投诉方式=None)
    proposal = proposed(book, "procedures", content)
    assert "-complaints: inherit" in diff(proposal)
    assert '+  - {kind: 电话, value: "0000-1234567"}' in diff(proposal)
