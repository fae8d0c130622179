"""What a satisfaction survey asks and weighs: the YAML beside the table of its answers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.records.base import Model
from generators.records.parsers import fault
from generators.records.values import Count, Line, Number
from generators.satisfaction import Design
from generators.satisfaction import Dimension as Weighed


class SurveyDimension(Model):
    """A dimension: its weight, and the columns of its items, which count alike."""

    name: Line = Field(title="维度")
    weight: Annotated[Number, Field(gt=0, le=1)] = Field(
        title="权重", description="大于 0，各维度的权重之和等于 1"
    )
    items: tuple[Line, ...] = Field(
        title="题目", description="问卷表里的列名，同一维度的题目权重相同", min_length=1
    )


class Survey(Model):
    """A survey of one period."""

    period: Line = Field(title="期间", examples=["2026年上半年"])
    sent: Annotated[Count, Field(ge=1)] = Field(title="发放问卷")
    scale: Literal["5", "10"] = Field(title="量表最高分")
    dimensions: tuple[SurveyDimension, ...] = Field(title="各维度", min_length=2)
    overall: Line | None = Field(None, title="总体满意度的列名")
    group: Line | None = Field(None, title="分组的列名", examples=["区县"])

    @model_validator(mode="after")
    def _weights_add_up(self) -> Survey:
        if (weights := sum(d.weight for d in self.dimensions)) != 1:
            raise fault(
                "figures-disagree", f"各维度权重加起来是 {weights}，要等于 1", at="dimensions"
            )
        return self

    @model_validator(mode="after")
    def _columns_are_used_once(self) -> Survey:
        seen: set[str] = set()
        for column, at in self._places():
            if column in seen:
                raise fault("survey-column", f"列“{column}”用了两次，一列只能用一次", at=at)
            seen.add(column)
        return self

    def _places(self) -> list[tuple[str, tuple[str | int, ...]]]:
        """Return every column with where the file names it."""
        places: list[tuple[str, tuple[str | int, ...]]] = [
            (item, ("dimensions", place, "items", number))
            for place, dimension in enumerate(self.dimensions)
            for number, item in enumerate(dimension.items)
        ]
        if self.overall:
            places.append((self.overall, ("overall",)))
        if self.group:
            places.append((self.group, ("group",)))
        return places

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns the table of answers must have."""
        return tuple(column for column, _ in self._places())

    @property
    def design(self) -> Design:
        """Return what is to be measured."""
        dimensions = (Weighed(d.name, float(d.weight), d.items) for d in self.dimensions)
        return Design(tuple(dimensions), int(self.scale), self.sent, self.overall)
