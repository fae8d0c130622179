"""The list of phones that somebody should dial, for who sits at the phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generators.catalogue import Catalogue
from generators.records.parts import PhoneLine

AHEAD = 30
_COLUMNS = (
    "责任科室",
    "单位",
    "电话名称",
    "电话号码",
    "上次拨通",
    "最迟核对",
    "逾期天数",
    "文件",
    "拨打日期",
    "通不通",
    "备注",
)


@dataclass(frozen=True, slots=True)
class Call:
    """A phone to dial by a day: whose it is, and where its number is written."""

    owner: str
    whose: str
    phone: PhoneLine
    due_on: date
    path: str

    def days_over(self, day: date) -> int:
        """Return by how many days the call is late, 0 where it is not."""
        return max(0, (day - self.due_on).days)


def phone_calls(catalogue: Catalogue, *, ahead: int = AHEAD) -> tuple[Call, ...]:
    """Return the phones to dial until *ahead* days from now, by section, the latest first."""
    last = catalogue.as_of + timedelta(ahead)
    found = (call for call in _calls(catalogue) if call.due_on <= last)
    return tuple(sorted(found, key=lambda call: (call.owner, call.due_on, call.path)))


def _calls(catalogue: Catalogue) -> Iterator[Call]:
    limit = timedelta(catalogue.site.phone_verified_within_days)
    site = catalogue.site
    for phone in site.hotlines:
        yield Call(site.operator, site.name, phone, phone.verified_on + limit, "site.yml")
    for entry in catalogue.published:
        for phone in getattr(entry.record, "phones", ()):
            yield Call(
                entry.record.owner,
                entry.record.title,
                phone,
                phone.verified_on + limit,
                entry.source.path,
            )


def as_csv(calls: Iterable[Call], day: date) -> bytes:
    """Write the list for Excel, with columns to be filled in."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for call in calls:
        phone = call.phone
        days = (phone.verified_on, call.due_on, call.days_over(day) or "")
        row = (call.owner, call.whose, phone.name, phone.number, *days, call.path, "", "", "")
        writer.writerow(row)
    # Excel takes a file without this mark for one in GBK.
    return b"\xef\xbb\xbf" + text.getvalue().encode()
