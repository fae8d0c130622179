"""A comparison as text and as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generators.changes.consequences import Consequence
from generators.changes.files import file_change
from generators.changes.reports import Comparison, as_markdown, as_text
from generators.diagnostics import Diagnostic, Span
from generators.sources import Source
from tests.conftest import ROOT
from tests.samples import as_text as yaml_of
from tests.samples import benefit, entry, faq, institution, policy, procedure

GOLDEN = ROOT / "tests" / "golden" / "changes"
_RENDERERS = {"txt": as_text, "md": as_markdown}


def _source(path: str, fields: dict[str, object]) -> Source:
    return Source(path, yaml_of(fields).encode())


def _comparison() -> Comparison:
    subsidy = benefit(kind="一次性创业补贴", amount_max="200000", unit="元")
    old = policy(title="创业担保贷款", expires_on="2026-11-15", benefits=[subsidy])
    new = old | {"expires_on": "2026-12-15", "benefits": [subsidy | {"amount_max": "300000"}]}
    materials = [
        {"name": name, "necessity": "必要", "form": "纸质", "source": "申请人自备"}
        for name in ("申请表", "身份证")
    ]
    pairs = [
        (_source("policies/a.yml", old), _source("policies/a.yml", new)),
        (
            _source("procedures/b.yml", procedure(title="贷款_申请*")),
            _source("procedures/b.yml", procedure(title="贷款_申请*", materials=materials)),
        ),
        (None, _source("faqs/new.yml", faq(title="新的问题"))),
        (_source("faqs/x.yml", faq()), _source("faqs/y.yml", faq())),
        (_source("faqs/gone.yml", faq(title="旧的问题")), None),
        (_source("faqs/q.yml", faq()), _source("faqs/q.yml", faq(verified_on="2026-11-20"))),
        (Source("pages/a.md", b"# A\n\nb\n"), Source("pages/a.md", b"# A\n\n<b>\n")),
    ]
    becomes = (
        Consequence(entry("policies", "a"), "状态：已失效 → 即将到期"),
        Consequence(entry("policies", "old", title="旧的政策"), "状态：有效 → 已废止"),
    )
    fault = Diagnostic("x", "“高校毕业”不在词表里", Span("content/faqs/new.yml", 5), hint="改一改")
    changes = tuple(file_change(*pair) for pair in pairs)
    return Comparison("main（0123abcd，2026-11-20）", "content", changes, becomes, (fault,), _title)


def _title(kind: str, identifier: str) -> str | None:
    return None


@pytest.mark.parametrize("form", _RENDERERS)
def test_comparison_is_told_in_words(form: str, golden: Callable[[Path, str], None]) -> None:
    """What changed, what follows from it and what is wrong can be read without the files."""
    golden(GOLDEN / f"comparison.{form}", _RENDERERS[form](_comparison()))


@pytest.mark.parametrize("form", _RENDERERS)
def test_many_changes_are_counted(form: str) -> None:
    """Of many changes the first are told, and how many there are besides."""
    words = _RENDERERS[form](_comparison(), most=1)
    assert "另有5处变化没有列出，加 --most 0 全部列出。" in words
    assert "新的问题" not in words


@pytest.mark.parametrize("form", _RENDERERS)
def test_many_differences_are_counted(form: str) -> None:
    """Of a file in which nearly everything changed the first differences are told."""
    phones = [
        {"name": f"电话{n}", "number": "12333", "verified_on": "2026-11-02"} for n in range(30)
    ]
    changed = [phone | {"number": "12345"} for phone in phones]
    old, new = (_source("institutions/a.yml", institution(phones=p)) for p in (phones, changed))
    comparison = replace(_comparison(), changes=(file_change(old, new),))
    assert "另有10条没有列出。" in _RENDERERS[form](comparison, most=50)
    assert _RENDERERS[form](comparison).count("12333 → 12345") == 30
