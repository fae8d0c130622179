"""Checking as a whole: never a traceback, and never an error that only time brings."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.build.checking import check
from generators.records import KINDS
from generators.records.statements import Statements
from generators.records.synonyms import Synonyms
from tests.conftest import ROOT
from tests.samples import AS_OF, content_folder

RECORDS = sorted(path for kind in KINDS for path in (ROOT / "content" / kind).glob("*.yml"))
_QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _checked(folder: Path, path: str, data: bytes) -> None:
    """Check one file; findings or success, nothing else."""
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_bytes(data)
    for finding in check(folder, as_of=AS_OF).findings:
        assert finding.message
        assert finding.span.line >= 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a content folder without records."""
    return content_folder(tmp_path, {})


@_QUICK
@given(data=st.binary(max_size=300))
def test_random_bytes_end_in_findings(folder: Path, data: bytes) -> None:
    """Whatever the bytes of a record, the site or a vocabulary are, check ends."""
    _checked(folder, "faqs/a.yml", data)
    for path in ("site.yml", "vocabularies/topics.yml"):
        _checked(folder, path, data)
        shutil.copy(ROOT / "content" / path, folder / path)


@_QUICK
@given(text=st.text(alphabet="ab:：-|>[]{},&*!%@`'\"#?~ \n\t贷款0", max_size=120))
def test_random_yaml_ends_in_findings(folder: Path, text: str) -> None:
    """Whatever YAML makes of a text, check ends."""
    _checked(folder, "procedures/a.yml", text.encode())


@_QUICK
@given(source=st.sampled_from(RECORDS), seed=st.integers(0, 2**32))
def test_mutated_records_end_in_findings(folder: Path, source: Path, seed: int) -> None:
    """Real records with bytes cut, doubled, swapped or replaced end in findings or success."""
    rng, data = random.Random(seed), bytearray(source.read_bytes())
    for _ in range(rng.randint(1, 5)):
        start = rng.randrange(len(data))
        end = min(len(data), start + rng.randint(1, 30))
        junk = rng.choice(
            [b"", data[start:end] * 2, b": ", b"\t", "：".encode(), b"null", b"[", b"-\n"]
        )
        data[start:end] = junk
        data = data or bytearray(b" ")
    _checked(folder, f"{source.parent.name}/a.yml", bytes(data))


@pytest.mark.parametrize("days", [1, 14, 40, 180, 400, 800, 2000])
def test_time_alone_never_makes_an_error(days: int) -> None:
    """A nightly build of content that nobody touched is always published."""
    later = check(ROOT / "content", as_of=AS_OF + timedelta(days=days))
    assert [f for f in later.findings if f.is_error] == []


def test_own_content_has_no_findings() -> None:
    """On the day it was written there is only what nobody can know: the days off of 2027."""
    (found,) = check(ROOT / "content", as_of=AS_OF).findings
    assert found.message == "没有 2027 年的放假调休，算不出落在 2027 年的办结日期"
    assert (found.code, found.span.path) == ("holidays-missing", "holidays/2027.yml")


def test_optional_files_are_read_where_they_are(tmp_path: Path) -> None:
    """Without statements and synonyms there are none; a faulty file has findings of its own."""
    bare = check(content_folder(tmp_path / "a", {}), as_of=AS_OF)
    assert bare.catalogue
    assert (bare.catalogue.statements, bare.catalogue.synonyms) == (Statements(), Synonyms())
    faulty = content_folder(tmp_path / "b", {"synonyms.yml": "groups: [[展期]]\n"})
    checked = check(faulty, as_of=AS_OF)
    assert checked.catalogue
    assert checked.catalogue.synonyms == Synonyms()
    assert [(f.code, f.span.path) for f in checked.findings if f.is_error] == [
        ("too-few", "synonyms.yml")
    ]


def test_missing_files_are_named(tmp_path: Path) -> None:
    """Without site.yml and vocabularies there is a finding each, and no catalogue."""
    checked = check(tmp_path, as_of=AS_OF)
    assert checked.catalogue is None
    assert {f.span.path for f in checked.findings if f.code == "missing-file"} == {
        "site.yml",
        "vocabularies/audiences.yml",
        "vocabularies/topics.yml",
        "vocabularies/regions.yml",
    }
