"""暂不检查的网址: addresses that `catalogue links` passes over for a while, from `links.yml`."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generators.records.base import Model
from generators.records.values import Day, Line, Url


class Suppression(Model):
    """An address that is not checked, why, and until when."""

    url: Url = Field(
        title="网址", description="照抄记录里写的；最后写一个 * 的，是以它开头的所有网址"
    )
    reason: Line = Field(title="为什么不检查", examples=["对方网站每月20日至25日升级"])
    until: Day = Field(title="到哪天为止", description="过了这一天会提示，写明原因再往后改")

    def covers(self, url: str) -> bool:
        """Tell whether an address is meant."""
        if self.url.endswith("*"):
            return url.startswith(self.url[:-1])
        return url == self.url

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on *day*, the last day included."""
        return day <= self.until


class Links(Model):
    """Everything that `links.yml` says."""

    suppressions: tuple[Suppression, ...] = Field(
        (), title="暂不检查的网址", description="每个都写明原因和到期日"
    )
