"""办事指南: the twelve core elements of a service procedure (domain: 1.5, LD/T 2001 7.1.1)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.parsers import fault
from generators.records.parts import Channel, Fee, Limit, YearlyWindow
from generators.records.status import Status, validity
from generators.records.values import (
    Count,
    Day,
    FaqRef,
    FilePath,
    InstitutionRef,
    LastDay,
    Line,
    PolicyRef,
    Text,
    Unsearched,
    Url,
    WindowRef,
)


class Basis(Model):
    """The policy, and the clause of it, that a procedure rests on (设定依据)."""

    policy: PolicyRef = Field(title="政策编号")
    clause: Line | None = Field(None, title="条款", examples=["第三条", "第十二条第二款"])


class Copies(Model):
    """How many copies of a material."""

    original: Count = Field(0, title="原件份数")
    photocopy: Count = Field(0, title="复印件份数")


class Material(Model):
    """One document an applicant brings, or explicitly need not bring."""

    name: Line = Field(title="材料名称")
    necessity: Literal["必要", "非必要", "容缺后补", "免提交"] = Field(title="必要性")
    form: Literal["纸质", "电子", "电子或纸质"] = Field(title="材料形式")
    copies: Copies = Field(Copies(), title="份数")
    source: Literal["申请人自备", "政府部门核发", "中介机构出具", "其他"] = Field(title="来源渠道")
    blank_form: FilePath | None = Field(None, title="空白表格")
    filled_sample: FilePath | None = Field(None, title="示例样表")
    note: Text | None = Field(None, title="填报须知")


class Step(Model):
    """One step, who takes it, in what time, with what result."""

    name: Line = Field(title="环节")
    by: Line = Field(title="办理人员或岗位", description="写岗位，不写人名")
    limit: Limit | None = Field(None, title="时限")
    review: Text | None = Field(None, title="审查标准")
    result: Line | None = Field(None, title="结果")


class Exclusion(Model):
    """Time that does not count towards the limit (行政许可法 第四十五条)."""

    name: Line = Field(title="特别程序")
    limit: Limit | None = Field(None, title="所需时间")
    basis: Line | None = Field(None, title="依据")


class TimeLimit(Model):
    """The statutory limit, the promised one, and when they start."""

    statutory: Limit | None = Field(None, title="法定办结时限")
    promised: Limit = Field(title="承诺办结时限", description="不能超过法定办结时限")
    starts: Line = Field(title="起算点", examples=["自受理之日起"])
    excluded: tuple[Exclusion, ...] = Field(
        (), title="不计入时限的程序", description="听证、公示、专家评审等依法不计入时限的程序"
    )

    @model_validator(mode="after")
    def _promise_keeps_the_law(self) -> TimeLimit:
        if self.statutory is None:
            return self
        if self.statutory.unit != self.promised.unit and self.promised.amount:
            raise fault(
                "promise-over-statute",
                f"承诺按{self.promised.unit}算，法定按{self.statutory.unit}算，没法比较",
                at=("promised", "unit"),
            )
        if self.promised.amount > self.statutory.amount:
            raise fault(
                "promise-over-statute",
                f"承诺时限 {self.promised} 超过了法定时限 {self.statutory}",
                at=("promised", "amount"),
            )
        return self


class Visits(Model):
    """How often an applicant must come in person, and why."""

    count: Annotated[Count, Field(le=20)] = Field(title="到现场次数", description="不用到现场写 0")
    reason: Line | None = Field(None, title="必须到场的原因", description="需要到现场的必须写")

    @model_validator(mode="after")
    def _visit_has_a_reason(self) -> Visits:
        if self.count and not self.reason:
            raise fault("missing-reason", "需要到现场的，要写明原因（reason）", at="count")
        return self


class Online(Model):
    """Where and how deeply a procedure can be done online."""

    url: Url | None = Field(None, title="网办地址")
    name: Line = Field(title="平台名称")
    depth: Literal["在线咨询", "在线预约", "在线申请", "全程网办"] = Field(title="网办深度")


class Places(Model):
    """Where to apply: windows of institutions, and online."""

    windows: tuple[WindowRef, ...] = Field(title="办理窗口", min_length=1)
    online: Online | None = Field(None, title="网上办理")
    by_post: Line | None = Field(None, title="邮寄办理")


class Result(Model):
    """What an applicant receives and how."""

    name: Line = Field(title="结果名称")
    kind: Literal["证照", "批文", "资金拨付", "其他", "无"] = Field("其他", title="结果类型")
    delivery: tuple[Literal["窗口领取", "邮寄", "网上下载", "银行卡发放", "短信告知"], ...] = Field(
        title="送达方式", min_length=1
    )


class WrongDoor(Model):
    """Something people ask for here that another office handles (首问负责)."""

    matter: Line = Field(title="事情")
    office: Line = Field(title="找谁")
    contact: Line = Field(title="怎么联系")


class Procedure(Record):
    """A service procedure, complete enough that nobody is sent home for a missing paper."""

    item_type: Literal[
        "行政许可",
        "行政处罚",
        "行政强制",
        "行政征收",
        "行政给付",
        "行政检查",
        "行政确认",
        "行政奖励",
        "行政裁决",
        "其他行政权力",
        "公共服务",
    ] = Field(title="事项类型")
    item_code: Annotated[str, Field(pattern=r"^[0-9A-Z]{12,36}$"), Unsearched()] | None = Field(
        None, title="事项编码", description="12—36位数字和大写字母，照抄政务服务事项库"
    )
    version: Annotated[Count, Field(ge=1)] = Field(1, title="指南版本", description="每次修订加1")
    handling: Literal["即办件", "承诺件"] = Field(title="办件类型")
    effective_on: Day | None = Field(None, title="启用日期")
    cancelled_on: LastDay | None = Field(None, title="取消日期")
    yearly_window: YearlyWindow | None = Field(
        None, title="每年受理时间", description="只在每年固定一段时间受理的才写"
    )
    bases: tuple[Basis, ...] = Field(
        title="设定依据", description="一项依据写一条，先建好政策再引用", min_length=1
    )
    authority: InstitutionRef = Field(title="实施主体")
    recipients: tuple[
        Literal["自然人", "企业法人", "个体工商户", "社会组织法人", "其他组织"], ...
    ] = Field(title="服务对象", min_length=1)
    offers: Text = Field(title="服务内容", description="申请人能得到什么")
    conditions: tuple[Text, ...] = Field(
        title="申请条件", description="一条写一个条件，用大白话", min_length=1
    )
    materials: tuple[Material, ...] = Field(
        title="申请材料", description="不需要材料时写 materials: []"
    )
    steps: tuple[Step, ...] = Field(title="办理流程", min_length=1)
    time_limit: TimeLimit = Field(title="办理时限")
    fee: Fee = Field(title="收费")
    visits: Visits = Field(title="到现场次数")
    places: Places = Field(title="在哪办")
    consultation: tuple[Channel, ...] = Field(
        title="咨询方式", description="至少有一个电话", min_length=1
    )
    complaints: Annotated[Literal["inherit"], Unsearched()] | tuple[Channel, ...] = Field(
        title="监督投诉方式", description="写 inherit 表示使用全站的四种投诉渠道"
    )
    result: Result = Field(title="办理结果")
    remedies: tuple[Literal["行政复议", "行政诉讼", "信访"], ...] = Field((), title="法律救济")
    wrong_doors: tuple[WrongDoor, ...] = Field(
        (), title="不归我们管", description="群众常来问、但由别的单位办的事，写明找谁"
    )
    faqs: tuple[FaqRef, ...] = Field((), title="常见问题")
    rating_url: Url | None = Field(None, title="好差评入口")

    @model_validator(mode="after")
    def _limits_fit_together(self) -> Procedure:
        promised = self.time_limit.promised
        if (self.handling == "即办件") != (promised.amount == 0):
            raise fault(
                "handling-limit",
                f"{self.handling}的承诺时限写成了 {promised}",
                at=("time_limit", "promised", "amount"),
            )
        limits = [step.limit for step in self.steps if step.limit]
        spent = sum(limit.amount for limit in limits if limit.unit == promised.unit)
        if spent > promised.amount:
            raise fault(
                "steps-exceed-promise",
                f"各环节加起来要 {spent} 个{promised.unit}，超过了承诺的 {promised}",
                at=("time_limit", "promised", "amount"),
            )
        return self

    @model_validator(mode="after")
    def _channels_are_complete(self) -> Procedure:
        if all(channel.kind != "电话" for channel in self.consultation):
            raise fault("missing-contact", "咨询方式里至少要有一个电话", at="consultation")
        if not self.complaints:
            raise fault("missing-contact", "监督投诉方式不能为空，可以写 inherit", at="complaints")
        return self

    def status_on(self, day: date, *, soon_days: int) -> Status:
        """Return the validity of the procedure itself on *day*; 未开始 outside its yearly window."""
        status = validity(
            day,
            effective_on=self.effective_on,
            expires_on=self.cancelled_on,
            soon_days=soon_days,
        )
        closed = self.yearly_window is not None and day < self.yearly_window.from_day(day)[0]
        return Status.AHEAD if closed and not status.is_over else status

    def deadline_on(self, day: date) -> date | None:
        """Return the last day of the yearly window that is open or comes next."""
        return self.yearly_window.from_day(day)[1] if self.yearly_window else None

    def turning_days(self, day: date) -> tuple[date, ...]:
        """Return the ends of the next two windows."""
        if self.yearly_window is None:
            return ()
        first = self.yearly_window.from_day(day)
        return (*first, *self.yearly_window.from_day(first[1] + timedelta(1)))
