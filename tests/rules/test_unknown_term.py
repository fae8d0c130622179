"""Labels that no vocabulary has."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Span
from generators.rules.unknown_term import CODE
from tests.samples import FAQ, benefit, findings, incubator, policy


def test_unknown_label_is_at_its_place(tmp_path: Path) -> None:
    """A label that is nothing like a known one is pointed at, with where to look."""
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": FAQ + "audiences: [妇女, 火星人]\n"})
    assert found.message == "“适用人群”里没有“火星人”"
    assert found.span == Span("faqs/a.yml", 11, 17, 11, 20)
    assert found.hint == "可用的值见 vocabularies/audiences.yml"


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("创业担保贷款", "创业担保货款", "“主题”里没有“创业担保货款”", "创业担保贷款"),
        ("region: 全国", "region: 示范市", "“适用地区”里没有“示范市”", "示范区"),
    ],
)
def test_similar_label_is_suggested(
    old: str, new: str, message: str, hint: str, tmp_path: Path
) -> None:
    """A label that is one character off is answered with the right one."""
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": FAQ.replace(old, new)})
    assert found.message == message
    assert found.hint is not None
    assert f"“{hint}”" in found.hint


def test_labels_deep_in_a_record_are_checked(tmp_path: Path) -> None:
    """The district of an address and the groups of a condition are labels too."""
    eligibility = {"all": [{"any_audience": ["妇女", "宇航员"]}]}
    files = {
        "incubators/a.yml": incubator(address={"district": "东区", "street": "一号"}),
        "policies/a.yml": policy(benefits=[benefit()], eligibility=eligibility),
    }
    found = [f.message for f in findings(tmp_path, CODE, files)]
    assert found == ["“适用地区”里没有“东区”", "“适用人群”里没有“宇航员”"]


def test_alias_is_not_a_label(tmp_path: Path) -> None:
    """Another name of a term is for searching, and refused as a label."""
    files = {"faqs/a.yml": FAQ + "audiences: [大学生]\n"}
    assert [f.message for f in findings(tmp_path, CODE, files)] == ["“适用人群”里没有“大学生”"]


def test_faulty_record_is_looked_at_too(tmp_path: Path) -> None:
    """Labels of a record that has other faults are checked in the same run."""
    files = {"faqs/a.yml": FAQ.replace("owner", "ovner").replace("全国", "火星")}
    assert len(findings(tmp_path, CODE, files)) == 1


def test_known_labels_are_fine(tmp_path: Path) -> None:
    """Labels as the vocabularies have them are no fault."""
    assert findings(tmp_path, CODE, {"faqs/a.yml": FAQ + "audiences: [妇女, 残疾人]\n"}) == []
