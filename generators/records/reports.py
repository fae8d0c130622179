"""评价: a period's figures on satisfaction, ratings, complaints and improvement (LD/T 2001 7)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.parsers import fault
from generators.records.parts import Download
from generators.records.values import (
    Count,
    Day,
    Line,
    Markdown,
    Number,
    ProcedureRef,
    ReportRef,
    Text,
)
from generators.satisfaction import (
    BY_CORRELATION,
    BY_WEIGHT,
    SMALLEST_CELL,
    Standing,
    formulas,
    on_hundred,
    quadrants,
    weighted_index,
)


class Period(Model):
    """The days a report covers."""

    label: Line = Field(title="期间名称", examples=["2026年第三季度", "2026年度"])
    starts_on: Day = Field(title="起")
    ends_on: Day = Field(title="止")


_ROUNDING = 0.01  # the means are written down with four decimals
_Points = Annotated[Number, Field(ge=0, le=100)]


class Dimension(Model):
    """One dimension of the survey."""

    name: Line = Field(title="维度")
    weight: Annotated[Number, Field(gt=0, le=1)] = Field(
        title="权重", description="大于 0，各维度的权重之和等于 1"
    )
    mean: Annotated[Number, Field(ge=1)] = Field(title="平均分", description="从 1 到量表的最高分")
    alpha: Annotated[Number, Field(le=1)] | None = Field(
        None, title="信度（Cronbach α）", description="有两道以上题目的维度才有"
    )
    importance: Annotated[Number, Field(ge=-1, le=1)] | None = Field(
        None, title="重要性", description="和总体满意度的相关系数；不写就以权重为准"
    )


class Interval(Model):
    """The 95 % interval of the index."""

    low: _Points = Field(title="下限")
    high: _Points = Field(title="上限")


class Group(Model):
    """The index of one group, large enough that nobody is recognised."""

    name: Line = Field(title="组别")
    returned: Annotated[Count, Field(ge=SMALLEST_CELL)] = Field(title="有效问卷")
    index: _Points = Field(title="指数")


class Satisfaction(Model):
    """A satisfaction survey (7.2.2), as a weighted index without a structural model.

    `catalogue evaluate` computes it from the answers. What follows from the figures that
    are written down, the index and the quadrants, is not written down.
    """

    sent: Annotated[Count, Field(ge=1)] = Field(title="发放问卷")
    returned: Count = Field(title="有效问卷")
    method: Text = Field(title="调查方法")
    scale: Literal["5", "10"] = Field("5", title="量表最高分")
    interval: Interval | None = Field(None, title="95%置信区间")
    alpha: Annotated[Number, Field(le=1)] | None = Field(
        None, title="信度（Cronbach α）", description="全部题目的一致程度"
    )
    dimensions: tuple[Dimension, ...] = Field(title="各维度", min_length=2)
    grouped_by: Line | None = Field(None, title="按什么分组", examples=["区县", "服务项目"])
    groups: tuple[Group, ...] = Field(
        (), title="分组结果", description="少于10份的组不写，避免认出答卷的人"
    )

    @model_validator(mode="after")
    def _figures_agree(self) -> Satisfaction:
        for place, dimension in enumerate(self.dimensions):
            if dimension.mean > self.most:
                at = ("dimensions", place, "mean")
                raise fault(
                    "out-of-range", f"“平均分”不能大于量表的最高分 {self.most}，核对一下", at=at
                )
        if (weights := sum(d.weight for d in self.dimensions)) != 1:
            raise fault(
                "figures-disagree", f"各维度权重加起来是 {weights}，要等于 1", at="dimensions"
            )
        if self.returned > self.sent:
            raise fault("figures-disagree", "有效问卷多于发放问卷", at="returned")
        if sum(group.returned for group in self.groups) > self.returned:
            raise fault("figures-disagree", "各组的有效问卷加起来多于总数", at="groups")
        return self

    @model_validator(mode="after")
    def _interval_holds_the_index(self) -> Satisfaction:
        if self.interval is None:
            return self
        low, high = float(self.interval.low), float(self.interval.high)
        if not low - _ROUNDING <= self.index <= high + _ROUNDING:
            message = f"满意度指数是 {self.index:.1f}，不在置信区间里"
            raise fault("figures-disagree", message, at="interval")
        return self

    @property
    def most(self) -> int:
        """Return the highest score of the scale."""
        return int(self.scale)

    @property
    def index(self) -> float:
        """Return the weighted index on the 100-point scale."""
        weights = [float(d.weight) for d in self.dimensions]
        return weighted_index(weights, [float(d.mean) for d in self.dimensions], self.most)

    @property
    def response_rate(self) -> float:
        """Return the valid answers as a percentage of what was sent out."""
        return 100 * self.returned / self.sent

    @property
    def importance_by(self) -> str:
        """Return by what the importance of the dimensions is judged."""
        known = all(d.importance is not None for d in self.dimensions)
        return BY_CORRELATION if known else BY_WEIGHT

    @property
    def formulas(self) -> tuple[str, ...]:
        """Return how the figures were computed, a sentence each."""
        return formulas(self.most, self.importance_by)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Return each dimension with its index, its importance and its quadrant."""
        by_weight = self.importance_by == BY_WEIGHT
        points = [
            (
                on_hundred(float(d.mean), self.most),
                float(d.weight if by_weight or d.importance is None else d.importance),
            )
            for d in self.dimensions
        ]
        rows = zip(self.dimensions, points, quadrants(points), strict=True)
        return tuple(Standing(d.name, x, y, quadrant) for d, (x, y), quadrant in rows)


def _rate(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "—"


class Ratings(Model):
    """Counts of the five levels of 好差评 (7.2.3)."""

    very_satisfied: Count = Field(title="非常满意")
    satisfied: Count = Field(title="满意")
    fairly_satisfied: Count = Field(title="基本满意")
    dissatisfied: Count = Field(title="不满意")
    very_dissatisfied: Count = Field(title="非常不满意")
    corrected: Count = Field(title="已整改差评")
    named_negative: Count = Field(title="实名差评")
    called_back: Count = Field(title="已回访实名差评")

    @model_validator(mode="after")
    def _parts_fit_the_whole(self) -> Ratings:
        if max(self.corrected, self.named_negative) > self.negative:
            raise fault(
                "figures-disagree", "已整改差评和实名差评都不能多于差评总数", at="corrected"
            )
        if self.called_back > self.named_negative:
            raise fault("figures-disagree", "已回访实名差评不能多于实名差评", at="called_back")
        return self

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return the five levels with their counts, best first."""
        names = (
            "very_satisfied",
            "satisfied",
            "fairly_satisfied",
            "dissatisfied",
            "very_dissatisfied",
        )
        fields = type(self).model_fields
        return tuple((fields[name].title or name, getattr(self, name)) for name in names)

    @property
    def shown_counts(self) -> tuple[tuple[str, str], ...]:
        """Return the five levels as published: cells under ten are withheld.

        A single withheld cell could be computed from the total, so the smallest of the
        others is withheld with it.
        """
        small = {name for name, count in self.counts if 0 < count < SMALLEST_CELL}
        others = [(count, name) for name, count in self.counts if count >= SMALLEST_CELL]
        if len(small) == 1 and others:
            small.add(min(others)[1])
        return tuple((name, "不公布" if name in small else str(n)) for name, n in self.counts)

    @property
    def rates(self) -> tuple[tuple[str, str, str], ...]:
        """Return the rates as (name, percentage, formula); a rate of nothing is a dash."""
        return (
            (
                "好评率",
                _rate(self.total - self.negative, self.total),
                "（非常满意＋满意＋基本满意）÷ 有效评价",
            ),
            ("差评整改率", _rate(self.corrected, self.negative), "已整改差评 ÷ 差评"),
            ("实名差评回访率", _rate(self.called_back, self.named_negative), "已回访 ÷ 实名差评"),
        )

    @property
    def total(self) -> int:
        """Return the number of valid ratings."""
        return sum(count for _, count in self.counts)

    @property
    def negative(self) -> int:
        """Return the number of 差评: the last two levels."""
        return self.dissatisfied + self.very_dissatisfied


class Subject(Model):
    """How many complaints concerned one subject."""

    name: Line = Field(title="主题")
    count: Count = Field(title="件数")


class Complaints(Model):
    """Complaints of the period (7.3)."""

    received: Count = Field(title="收到")
    resolved: Count = Field(title="办结")
    on_time: Count = Field(title="按期办结")
    median_workdays: Number = Field(title="办结用时中位数（工作日）")
    subjects: tuple[Subject, ...] = Field(
        title="投诉主题", description="各主题的件数之和等于收到的件数", min_length=1
    )

    @model_validator(mode="after")
    def _parts_fit_the_whole(self) -> Complaints:
        if not self.on_time <= self.resolved <= self.received:
            raise fault("figures-disagree", "按期办结不能多于办结，办结不能多于收到", at="resolved")
        if sum(s.count for s in self.subjects) != self.received:
            raise fault(
                "figures-disagree",
                f"各主题加起来是 {sum(s.count for s in self.subjects)} 件，收到的是 {self.received} 件",
                at="subjects",
            )
        return self


class Improvement(Model):
    """One line of the improvement ledger (7.4)."""

    problem: Text = Field(title="问题")
    cause: Text = Field(title="原因")
    measure: Text = Field(title="措施")
    due_on: Day = Field(title="完成期限")
    done_on: Day | None = Field(None, title="完成日期")
    result: Text | None = Field(None, title="结果")
    raised_by: ReportRef | None = Field(None, title="来自哪份报告")
    procedures: tuple[ProcedureRef, ...] = Field((), title="涉及的办事指南")


class Report(Record):
    """A period's evaluation, of one kind."""

    kind: Literal["满意度", "好差评", "投诉", "改进"] = Field(title="类型")
    period: Period = Field(title="期间")
    source: Line = Field(title="数据来源")
    body: Markdown | None = Field(None, title="说明", description="可以用 Markdown，不能用 HTML")
    satisfaction: Satisfaction | None = Field(
        None, title="满意度测评", description="类型是“满意度”时必须写"
    )
    ratings: Ratings | None = Field(None, title="好差评", description="类型是“好差评”时必须写")
    complaints: Complaints | None = Field(
        None, title="投诉处理", description="类型是“投诉”时必须写"
    )
    improvements: tuple[Improvement, ...] = Field(
        (), title="改进台账", description="类型是“改进”时必须写"
    )

    downloads: tuple[Download, ...] = Field((), title="下载")

    @model_validator(mode="after")
    def _figures_fit_the_kind(self) -> Report:
        needed = {
            "满意度": self.satisfaction,
            "好差评": self.ratings,
            "投诉": self.complaints,
            "改进": self.improvements,
        }
        if not needed[self.kind]:
            raise fault("incomplete-record", f"类型是“{self.kind}”，却没有相应的数据", at="kind")
        return self
