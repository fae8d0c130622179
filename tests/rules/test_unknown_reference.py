"""References to records that do not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Span
from generators.rules.unknown_reference import CODE
from tests.samples import FAQ, findings, institution, policy, procedure


def test_unknown_id_is_at_its_place(tmp_path: Path) -> None:
    """An id that no record has is pointed at, with what to do."""
    files = {"faqs/a.yml": FAQ + "policies: [nowhere]\n"}
    (found,) = findings(tmp_path, CODE, files)
    assert found.message == "创业政策里没有“nowhere”"
    assert found.span == Span("faqs/a.yml", 11, 12, 11, 19)
    assert found.hint == "先在 policies/ 里建这条记录，或者删掉这一行"


def test_similar_id_is_suggested(tmp_path: Path) -> None:
    """Where a record has nearly that id it is offered."""
    files = {
        "faqs/a.yml": FAQ + "policies:\n  - startup-loan\n",
        "policies/startup-loan-2023.yml": policy(),
    }
    (found,) = findings(tmp_path, CODE, files)
    assert found.span == Span("faqs/a.yml", 12, 5, 12, 17)
    assert found.hint == "您是不是要写“startup-loan-2023”？"


def test_id_of_another_kind_does_not_count(tmp_path: Path) -> None:
    """A faq of that id does not make up for a policy that is missing."""
    files = {"faqs/a.yml": FAQ + "policies: [b]\n", "faqs/b.yml": FAQ}
    assert [f.message for f in findings(tmp_path, CODE, files)] == ["创业政策里没有“b”"]


@pytest.mark.parametrize("text", ["title: 只有标题\n", "a: [\n"])
def test_faulty_record_counts_as_there(text: str, tmp_path: Path) -> None:
    """A record that is itself faulty exists; one fault is not reported as two."""
    files = {"faqs/a.yml": FAQ + "policies: [b]\n", "policies/b.yml": text}
    assert findings(tmp_path, CODE, files) == []


def test_faulty_record_is_looked_at_too(tmp_path: Path) -> None:
    """References of a record that has other faults are checked in the same run."""
    files = {"faqs/a.yml": FAQ.replace("owner", "ovner") + "policies: [b]\n"}
    assert len(findings(tmp_path, CODE, files)) == 1


def test_institution_of_a_window_must_exist(tmp_path: Path) -> None:
    """Of `hall#window` the part before the sign is the id."""
    files = {
        "procedures/a.yml": procedure(places={"windows": ["a-hall#创业窗口", "nowhere#窗口"]}),
        "policies/a-policy.yml": policy(),
        "institutions/a-hall.yml": institution(),
    }
    assert [f.message for f in findings(tmp_path, CODE, files)] == ["服务机构里没有“nowhere”"]
