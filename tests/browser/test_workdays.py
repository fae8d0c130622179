"""Pages that are older than the day: the browser says what holds today."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

PROCEDURE = "procedures/incubator-recognition/"  # 20 working days
EVENT = "events/noodle-clinic-2026-11/"  # enrolment closes on 24 November
COURSE = "courses/bookkeeping-tax/"  # runs from 30 November to 1 December


def _at(page: Page, *moment: int) -> None:
    """Set the visitor's clock, given in UTC."""
    page.clock.set_fixed_time(datetime(*moment, tzinfo=UTC))  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        ((2026, 11, 26, 4), "今天申请，当天受理的，最迟12月24日（周四）办结"),
        ((2026, 11, 26, 15, 59), "今天申请，当天受理的，最迟12月24日（周四）办结"),
        ((2026, 11, 26, 16), "今天申请，当天受理的，最迟12月25日（周五）办结"),
        (
            (2026, 12, 7, 4),
            "今天申请，当天受理的，具体日期以国务院办公厅公布的节假日安排为准",
        ),
    ],
)
def test_last_day_is_that_of_today(
    page: Page, address: str, moment: tuple[int, ...], sentence: str
) -> None:
    """The page says by when it is done from today on, which begins at midnight in China."""
    _at(page, *moment)
    page.goto(f"{address}{PROCEDURE}")
    expect(page.locator("[data-limit]")).to_have_text(sentence)


def test_time_that_does_not_count_is_named(page: Page, address: str) -> None:
    """Beside the last day the page keeps saying that excluded time comes on top."""
    _at(page, 2026, 11, 26, 4)
    page.goto(f"{address}{PROCEDURE}")
    expect(page.locator("dd", has=page.locator("[data-limit]"))).to_contain_text(
        "最迟12月24日（周四）办结；下面不算在内的时间另加"
    )


def test_without_the_table_the_example_stays(browser: Browser, address: str) -> None:
    """Where the table of days off is not there the example of the build is left alone."""
    page = browser.new_page()
    page.route("**/table.json", lambda route: route.fulfill(status=404))
    _at(page, 2026, 11, 26, 4)
    page.goto(f"{address}{PROCEDURE}")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-limit]")).to_have_text(
        "例如2026年11月22日受理的，最迟2026年12月18日（周五）办结"
    )
    page.close()


@pytest.mark.parametrize(
    ("path", "moment", "word", "tone"),
    [
        (EVENT, (2026, 11, 22, 4), "报名中", "open"),
        (EVENT, (2026, 11, 24, 15, 59), "报名中", "open"),
        (EVENT, (2026, 11, 24, 16), "进行中", "open"),
        (EVENT, (2027, 3, 1), "已结束", "over"),
        (COURSE, (2026, 11, 26), "已截止", "over"),
        (COURSE, (2026, 11, 30), "进行中", "open"),
    ],
)
def test_state_is_that_of_today(
    page: Page, address: str, path: str, moment: tuple[int, ...], word: str, tone: str
) -> None:
    """The word and the tone of a record's badge are those of the visitor's day."""
    _at(page, *moment)
    page.goto(f"{address}{path}")
    badge = page.locator(".record__marks .badge")
    expect(badge).to_have_text(word)
    expect(badge).to_have_class(f"badge badge--{tone}")


def test_lists_are_corrected_too(page: Page, address: str) -> None:
    """A card of a list shows today's state, as the record's own page does."""
    _at(page, 2026, 11, 26, 4)
    page.goto(f"{address}events/")
    card = page.locator(".card").filter(has=page.locator(f"a[href$='{EVENT}']"))
    expect(card.locator(".badge")).to_have_text("已结束")
