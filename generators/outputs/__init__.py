"""Each output is a generator: a pure function from the publication to artifacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generators.artifacts import Artifact
from generators.outputs import (
    attachments,
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

Output = Callable[[Publication], Iterator[Artifact]]

OUTPUTS: tuple[Output, ...] = (
    home_page.home_page,
    record_pages.record_pages,
    notice_sheets.notice_sheets,
    section_pages.section_pages,
    term_pages.term_pages,
    complaint_page.complaint_page,
    deadline_board.deadline_board,
    event_calendar.event_calendar,
    policy_timeline.policy_timeline,
    change_log.change_log,
    comparisons.comparisons,
    calendar_files.calendar_files,
    search_page.search_page,
    site_map.site_map,
    attachments.attachments,
    calendar_table.calendar_table,
    handbook.handbook,
)

__all__ = ["OUTPUTS", "HostPage", "Output", "Publication"]
