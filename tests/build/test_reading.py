"""Records are read once, and what is found in each is found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generators.build import reading
from generators.build.checking import check
from generators.build.store import Store
from generators.diagnostics import Diagnostic
from tests.conftest import ROOT
from tests.samples import AS_OF, FAQ, content_folder

GOLDEN = ROOT / "tests" / "golden" / "check"


def _faq(**changes: str) -> str:
    fields = dict(line.split(": ", 1) for line in FAQ.splitlines())
    return "".join(f"{name}: {value}\n" for name, value in (fields | changes).items())


def _found(content: Path, store: Store | None = None) -> tuple[Diagnostic, ...]:
    return check(content, as_of=AS_OF, store=store).findings


def test_findings_are_kept_with_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second check finds the same without reading or judging a record."""
    content = content_folder(tmp_path, {"faqs/a.yml": _faq(answer="<b>半</b>"), "faqs/b.yml": FAQ})
    first = _found(content, Store(tmp_path / "cache"))
    assert [finding.code for finding in first if finding.span.path == "faqs/a.yml"]
    for name in ("read_entry", "_judge"):
        monkeypatch.setattr(reading, name, _never)
    assert _found(content, Store(tmp_path / "cache")) == first


def _never(*_: object) -> None:
    raise AssertionError("nothing had to be read")


@pytest.mark.parametrize("case", ["missing-attachment", "unknown-term", "unknown-reference"])
def test_a_mended_neighbour_is_noticed(case: str, tmp_path: Path) -> None:
    """What a record is judged by is no less looked at than the record."""
    content, store = content_folder(tmp_path, {"faqs/a.yml": FAQ}), Store()
    _found(content, store)
    for file in (GOLDEN / case / "content").rglob("*.yml"):
        target = content / file.relative_to(GOLDEN / case / "content")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.read_bytes())
    assert _found(content, store) == _found(content)
    (content / "vocabularies/topics.yml").write_text(
        "- {label: 别的, slug: other, explains: 别的}\n"
    )
    assert _found(content, store) == _found(content)


def test_another_day_is_judged_anew(tmp_path: Path) -> None:
    """Whatever has an age is older."""
    content, store = content_folder(tmp_path, {"faqs/a.yml": FAQ}), Store()
    _found(content, store)
    later = check(content, as_of=AS_OF - timedelta(60), store=store)
    assert later.findings == check(content, as_of=AS_OF - timedelta(60)).findings
    assert replace(later).findings != _found(content)


def test_faulty_records_are_read_anew(tmp_path: Path) -> None:
    """A draft is not kept, and its findings are not lost."""
    content, store = content_folder(tmp_path, {"faqs/a.yml": _faq(topics="none")}), Store()
    assert _found(content, store) == _found(content, store) == _found(content)
