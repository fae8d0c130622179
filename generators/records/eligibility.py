"""Who is entitled, as a three-valued expression whose every leaf quotes its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from generators.records.base import Model
from generators.records.parsers import fault
from generators.records.values import AudienceTerm, Line, Number

Verdict = Literal["符合", "不符合", "需核实"]
FactName = Literal["年龄", "经营月数", "带动就业人数", "招用比例"]
Facts = Mapping[str, object]


class Condition(Model):
    """One node: all, any, any_audience, fact (with bounds) or manual."""

    all: tuple[Condition, ...] = Field((), title="全部满足", description="下面的条件都要满足")
    any: tuple[Condition, ...] = Field((), title="满足其一", description="下面的条件满足一个就行")
    any_audience: tuple[AudienceTerm, ...] = Field((), title="属于其中一类人群")
    fact: FactName | None = Field(
        None,
        title="事实名称",
        description="后面写 at_least 或 at_most",
    )
    at_least: Number | None = Field(None, title="不低于", description="含本数，和 fact 一起写")
    at_most: Number | None = Field(None, title="不高于", description="含本数，和 fact 一起写")
    manual: Line | None = Field(
        None, title="需人工核实的条件", description="不能由已知情况判断、要由窗口核对的条件"
    )
    reason: Line | None = Field(None, title="为什么需要核实")
    text: Line | None = Field(None, title="政策原文", description="照抄文件里的话")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Condition:
        said = [self.all, self.any, self.any_audience, self.fact, self.manual]
        if sum(bool(part) for part in said) != 1:
            raise fault(
                "condition-shape", "一个条件只能写 all、any、any_audience、fact、manual 中的一个"
            )
        if self.fact and self.at_least is None and self.at_most is None:
            raise fault(
                "condition-shape", "fact 后面要写 at_least（不低于）或 at_most（不高于）", at="fact"
            )
        return self

    def judge(self, facts: Facts) -> Verdict:
        """Judge the condition; what *facts* does not say is 需核实, never a guess."""
        if self.all:
            return _every(part.judge(facts) for part in self.all)
        if self.any:
            return _some(part.judge(facts) for part in self.any)
        if self.any_audience:
            return self._judge_audience(facts.get("人群"))
        return self._judge_fact(facts) if self.fact else "需核实"

    def _judge_audience(self, groups: object) -> Verdict:
        if not isinstance(groups, list | tuple):
            return "需核实"
        return "符合" if set(groups) & set(self.any_audience) else "不符合"

    def _judge_fact(self, facts: Facts) -> Verdict:
        value = facts.get(self.fact or "")
        if not isinstance(value, int | float | Decimal):
            return "需核实"
        above = self.at_least is None or value >= self.at_least
        below = self.at_most is None or value <= self.at_most
        return "符合" if above and below else "不符合"


def _every(verdicts: Iterable[Verdict]) -> Verdict:
    seen = set(verdicts)
    return "不符合" if "不符合" in seen else "需核实" if "需核实" in seen else "符合"


def _some(verdicts: Iterable[Verdict]) -> Verdict:
    seen = set(verdicts)
    return "符合" if "符合" in seen else "需核实" if "需核实" in seen else "不符合"


class Given(Model):
    """The facts of an example person."""

    人群: tuple[AudienceTerm, ...] | None = Field(None, title="人群")
    年龄: Number | None = Field(None, title="年龄")
    经营月数: Number | None = Field(None, title="经营月数")
    带动就业人数: Number | None = Field(None, title="带动就业人数")
    招用比例: Number | None = Field(None, title="新招用人员占职工比例（%）")

    def facts(self) -> dict[str, object]:
        """Return what is said; what is not said has no key."""
        said = self.model_dump(exclude_none=True)
        return dict(said)


class Example(Model):
    """A person and the verdict the expression must give."""

    given: Given = Field(title="已知情况")
    expect: Verdict = Field(title="应得结果")


class Eligibility(Model):
    """The expression and the examples that prove it."""

    all: tuple[Condition, ...] = Field(
        title="全部满足",
        description="每一条只写 all、any、any_audience、fact、manual 中的一个",
        min_length=1,
    )
    tests: tuple[Example, ...] = Field(
        (), title="验证用例", description="举几个人，写明应得的结果，检查时逐个验算"
    )

    def judge(self, facts: Facts) -> Verdict:
        """Judge a person described by *facts*."""
        return _every(part.judge(facts) for part in self.all)

    @model_validator(mode="after")
    def _examples_hold(self) -> Eligibility:
        for number, example in enumerate(self.tests, start=1):
            got = self.judge(example.given.facts())
            if got != example.expect:
                raise fault(
                    "eligibility-example",
                    f"第 {number} 个验证用例应得“{example.expect}”，按条件算出“{got}”",
                    at=("tests", number - 1, "expect"),
                )
        return self
