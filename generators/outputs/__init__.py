"""Each output is a generator: a pure function from the publication to artifacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs import (
    calendar_files,
    calendar_table,
    change_log,
    comparisons,
    complaint_page,
    deadline_board,
    event_calendar,
    handbook,
    home_page,
    notice_sheets,
    policy_timeline,
    record_pages,
    search_page,
    section_pages,
    site_map,
    term_pages,
)
from generators.outputs.publication import HostPage, Publication

Whole = Callable[[Publication], Iterator[Artifact]]


@dataclass(frozen=True, slots=True)
class Output:
    """A generator of files, and the names of the parts that are made each by itself.

    A part is kept from build to build until something changes that it looks up. Those of an output
    that *is_wide* look at so many records that memory is better off if one process makes them.
    """

    name: str
    make: Callable[[Publication, str], Iterator[Artifact]]
    parts: Callable[[Catalogue], Iterable[str]]
    is_wide: bool = False


def _whole(make: Whole) -> Output:
    """Return an output of a single part."""
    return Output(
        make.__name__, lambda publication, _: make(publication), lambda _: ("",), is_wide=True
    )


OUTPUTS: tuple[Output, ...] = (
    _whole(home_page.home_page),
    Output("record_page", record_pages.record_page, record_pages.paths),
    Output("notice_sheet", notice_sheets.notice_sheet, notice_sheets.names),
    Output("list_page", section_pages.list_page, section_pages.numbered),
    Output("term_page", term_pages.term_page, term_pages.paths, is_wide=True),
    _whole(complaint_page.complaint_page),
    _whole(deadline_board.deadline_board),
    _whole(event_calendar.event_calendar),
    _whole(policy_timeline.policy_timeline),
    _whole(change_log.change_log),
    _whole(comparisons.comparisons),
    Output("calendar_file", calendar_files.calendar_file, record_pages.paths),
    _whole(search_page.search_page),
    _whole(site_map.site_map),
    _whole(calendar_table.calendar_table),
    Output("handbook", handbook.handbook, handbook.parts, is_wide=True),
)

__all__ = ["OUTPUTS", "HostPage", "Output", "Publication"]
