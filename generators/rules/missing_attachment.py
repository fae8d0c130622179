"""A record offers a file that is not in `content/attachments/`.

A form that cannot be downloaded sends an applicant to the counter for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic
from generators.records.values import Attachment
from generators.rules.context import Context, nearest

CODE = "missing-attachment"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every attachment that does not exist."""
    for source, leaf in context.leaves():
        if leaf.mark(Attachment) and leaf.value not in context.attachments:
            yield Diagnostic(
                CODE,
                f"附件“{leaf.value}”不存在",
                source.locate(leaf.loc),
                hint=nearest(
                    str(leaf.value),
                    sorted(context.attachments),
                    otherwise="把文件放进 attachments/ 目录，文件名大小写要一致",
                ),
            )
