"""Calendar files: what a calendar program reads in them, and the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from generators.outputs.calendar_files import calendar_file, calendar_path, feed
from generators.outputs.publication import Publication
from generators.outputs.templates import Templates
from generators.sources import Entry
from tests.conftest import ROOT
from tests.samples import AS_OF, catalogue, enrolment, entry, session

GOLDEN = ROOT / "tests/golden/calendar_files"


def _files(*entries: Entry, as_of: date = AS_OF) -> dict[str, bytes]:
    made = catalogue(*entries, as_of=as_of)
    templates = Templates(ROOT / "overrides")
    publication = Publication(made, "https://x.example/cyfw/", ROOT, {}, (), templates)
    files = [file for e in entries for file in calendar_file(publication, e.path)]
    everything = feed(made.site, (file.data for file in files))
    return {file.path: file.data for file in (*files, everything)}


def _events(data: bytes) -> list[Component]:
    return Calendar.from_ical(data).walk("VEVENT")


@pytest.mark.parametrize(
    "made",
    [
        entry("courses", "a-course", title="培训，开店；算账", sessions=[session(), session()]),
        entry("events", "an-event", enrolment=enrolment()),
        entry("policies", "a-policy", expires_on="2026-12-31"),
    ],
    ids=lambda made: str(made.id),
)
def test_file_of_a_record(made: Entry, golden: Callable[[Path, str], None]) -> None:
    """The file of a record is what it was."""
    data = _files(made)[f"{made.kind.name}/{made.id}.ics"]
    golden(GOLDEN / f"{made.id}.ics", data.decode().replace("\r\n", "\n"))


def test_lines_end_and_fold_as_the_standard_says() -> None:
    """Every line ends in CRLF and has at most 75 octets, cut between characters."""
    made = entry("events", "a", title="创业" * 30, summary="说明" * 60)
    for data in _files(made).values():
        lines = data.split(b"\r\n")
        assert lines[-1] == b""
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)
        assert all(line.decode() for line in lines[:-1])


_LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]),
    min_size=2,
    max_size=60,
).filter(lambda text: len(text.strip()) > 1)


@given(_LINES)
def test_any_title_comes_back(title: str) -> None:
    """What an editor writes, commas and all, is what a calendar program reads."""
    (event,) = _events(_files(entry("events", "a", title=title))["events/a.ics"])
    assert event["summary"] == title.strip()


def test_hours_of_an_event_are_those_of_china() -> None:
    """Two in the afternoon in China is six in the morning at Greenwich."""
    (event,) = _events(_files(entry("events", "a"))["events/a.ics"])
    assert event.decoded("dtstart") == datetime(2026, 12, 3, 6, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 12, 3, 9, 0, tzinfo=UTC)


def test_days_of_a_course_end_after_the_last() -> None:
    """A run of two days ends, as the standard counts, on the third."""
    run, closing = _events(_files(entry("courses", "a"))["courses/a.ics"])
    assert run.decoded("dtstart") == date(2026, 12, 5)
    assert run.decoded("dtend") == date(2026, 12, 7)
    assert closing.decoded("dtstart") == date(2026, 11, 27)


def test_one_is_reminded_the_day_before() -> None:
    """A last day rings at nine in the morning of the day before; an event does not."""
    event, closing = _events(_files(entry("events", "a", enrolment=enrolment()))["events/a.ics"])
    (alarm,) = closing.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=-15)
    assert not event.walk("VALARM")


def test_identity_outlives_a_change() -> None:
    """A changed record keeps its identity, and its stamp says when it was changed."""
    before = entry("events", "a", starts_at="2026-12-01 14:00")
    after = entry("events", "a", title="改过的标题", updated_on="2026-11-20")
    (old,), (new,) = (_events(_files(made)["events/a.ics"]) for made in (before, after))
    assert old["uid"] == new["uid"] == "events/a/@x.example"
    assert new.decoded("dtstamp") == datetime(2026, 11, 20, tzinfo=UTC)


def test_no_two_parts_are_one() -> None:
    """Runs of one name, and the last days of their enrolment, stay apart."""
    data = _files(entry("courses", "a", sessions=[session(), session()]))["courses/a.ics"]
    assert len({event["uid"] for event in _events(data)}) == 4


def test_feed_has_what_the_files_have() -> None:
    """The feed is all files together, with a name and how often to look again."""
    files = _files(entry("events", "a"), entry("courses", "b"))
    feed = files.pop("calendar.ics")
    assert _uids(feed) == sorted(uid for data in files.values() for uid in _uids(data))
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in feed


def _uids(data: bytes) -> list[str]:
    return sorted(str(event["uid"]) for event in _events(data))


def test_record_without_days_to_come_has_no_file() -> None:
    """What is over, or never had a day, is not offered."""
    over, plain = entry("events", "a", starts_at="2026-11-01 14:00"), entry("faqs", "b")
    made = catalogue(over, plain, as_of=date(2026, 12, 4))
    assert calendar_path(made, over) == calendar_path(made, plain) == ""
    assert [*_files(over, plain, as_of=date(2026, 12, 4))] == ["calendar.ics"]
