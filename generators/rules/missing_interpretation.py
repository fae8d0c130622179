"""应当解读的政策没有解读

错在哪里：政策写了 needs_interpretation: true，却没有任何一篇政策解读。
为什么要紧：重要政策文件要和解读同步发布，群众才看得懂能得到什么。

错误的写法：

    # policies/startup-loan-2023.yml
    needs_interpretation: true        # 没有一篇资讯写 interprets: [startup-loan-2023]

正确的写法：

    # articles/read-startup-loan.yml
    kind: 政策解读
    interprets: [startup-loan-2023]

依据：国办发〔2017〕47号（重要政策文件同步发布解读材料）
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity
from generators.records.articles import Article
from generators.records.policies import Policy
from generators.rules.context import Context

CODE = "missing-interpretation"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every policy in force that waits for its interpretation."""
    catalogue = context.catalogue
    articles = [e.record for e in catalogue.all_of("articles") if isinstance(e.record, Article)]
    interpreted = {policy for article in articles for policy in article.interprets}
    for entry in catalogue.all_of("policies"):
        record = entry.record
        if not isinstance(record, Policy) or not record.needs_interpretation:
            continue
        status = catalogue.status(entry)
        if entry.id not in interpreted and not (status and status.is_over):
            yield Diagnostic(
                CODE,
                f"《{record.title}》应当有解读，还没有",
                entry.source.locate(("needs_interpretation",)),
                Severity.WARNING,
                hint=f"在 articles/ 里写一篇政策解读，interprets: [{entry.id}]",
                reference="国办发〔2017〕47号",
            )
