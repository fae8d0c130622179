"""Record files: good names, every fault of a file at its place, and never a crash."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.diagnostics import Diagnostic, Severity, Span, render_json, render_text
from generators.records import KINDS
from generators.records.values import Term
from generators.sources import Draft, Entry, Source, read_entry, read_sources
from tests.samples import FAQ, SAMPLES, as_text, course, procedure, session

LINES = len(FAQ.splitlines())


def findings(said: str | bytes, path: str = "faqs/a.yml") -> tuple[Diagnostic, ...]:
    """Return the errors in a file; none where it is a record."""
    result = read_entry(Source(path, said.encode() if isinstance(said, str) else said))
    found = tuple(finding for finding in result.findings if finding.is_error)
    assert isinstance(result, Draft) is bool(found)
    return found


def names(folder: Path, *files: str) -> tuple[list[str], list[Diagnostic]]:
    """Return the ids and findings of empty files in `faqs/`."""
    (folder / "faqs").mkdir()
    for file in files:
        (folder / "faqs" / file).touch()
    sources, found = read_sources(folder)
    return [source.id for source in sources], found


@pytest.mark.parametrize("kind", KINDS)
def test_valid_file_is_an_entry(kind: str) -> None:
    """A valid file of each kind is an entry with the id and address that its name gives."""
    result = read_entry(Source(f"{kind}/some-id.yml", as_text(SAMPLES[kind]()).encode()))
    assert isinstance(result, Entry)
    assert (result.kind, result.id) == (KINDS[kind], "some-id")
    assert result.path == f"{kind}/some-id/"
    assert ("title",) in [leaf.loc for leaf in result.leaves()]


def test_sources_are_sorted_and_complete(tmp_path: Path) -> None:
    """Record files are read in the order of their names, with their bytes."""
    ids, found = names(tmp_path, "b.yml", "a-2.yml", "10.yml")
    assert (ids, found) == (["10", "a-2", "b"], [])


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("A.yml", "改成 a.yml"),
        ("a_b.yml", "改成 a-b.yml"),
        ("a b.yml", "改成 a-b.yml"),
        ("标题.yml", "文件名只用小写字母、数字和连字符，例如 startup-loan-2023.yml"),
        ("-a.yml", "文件名只用小写字母、数字和连字符，例如 startup-loan-2023.yml"),
        ("page-2.yml", "page-1、compare 这样的名字留给网站自己的页面，换一个名字"),
        ("compare.yml", "page-1、compare 这样的名字留给网站自己的页面，换一个名字"),
    ],
)
def test_bad_id_is_a_finding(name: str, hint: str, tmp_path: Path) -> None:
    """A name that would make a bad address, or one the lists need, is refused with a better one."""
    expected = Diagnostic("bad-id", f"文件名“{name}”不能用作网址", Span(f"faqs/{name}"), hint=hint)
    assert names(tmp_path, name) == ([], [expected])


@pytest.mark.parametrize("name", ["a.yaml", "a.yml.bak", "notes.txt", ".DS_Store", "a"])
def test_stray_file_is_a_warning(name: str, tmp_path: Path) -> None:
    """A file that is no record is not published, and that is said without stopping a build."""
    ids, found = names(tmp_path, "ok.yml", name)
    assert ids == ["ok"]
    assert [(f.code, f.severity) for f in found] == [("stray-file", Severity.WARNING)]
    assert found[0].message == f"“{name}”不是记录文件，不会发布"


def test_folder_within_a_kind_is_a_warning(tmp_path: Path) -> None:
    """A folder among the records is stray, even if it is named like a record."""
    (tmp_path / "faqs" / "old.yml").mkdir(parents=True)
    sources, found = read_sources(tmp_path)
    assert (sources, [f.code for f in found]) == ([], ["stray-file"])


def test_broken_link_is_a_finding(tmp_path: Path) -> None:
    """A link to a file that is gone is a finding, not a crash."""
    (tmp_path / "faqs").mkdir()
    (tmp_path / "faqs/a.yml").symlink_to("gone.yml")
    sources, found = read_sources(tmp_path)
    assert found or all(isinstance(read_entry(source), Draft) for source in sources)


def test_unknown_field_is_at_its_key() -> None:
    """A misspelt key is pointed at, with the key that was probably meant."""
    assert findings(FAQ + "alliases: [利息]\n") == (
        Diagnostic(
            "unknown-field",
            "没有“alliases”这个字段",
            Span("faqs/a.yml", LINES + 1, 1, LINES + 1, 9),
            hint="您是不是要写“aliases”？",
        ),
    )


def test_unknown_field_that_is_near_to_nothing() -> None:
    """Where nothing similar exists the advice is general."""
    (found,) = findings(FAQ + "zzz: 1\n")
    assert found.hint == "检查拼写，或者删掉这一行"


def test_unknown_field_in_a_block_is_at_its_key() -> None:
    """A misspelt key of a nested block is compared with the keys of that block."""
    text = as_text(procedure(fee={"charged": "否", "standart": "100元"}))
    (found,) = findings(text, "procedures/a.yml")
    line = text.splitlines()[found.span.line - 1]
    assert (found.code, line[found.span.column - 1 :]) == ("unknown-field", "standart: 100元")
    assert found.hint == "您是不是要写“standard”？"


def test_missing_field_is_named_in_both_languages() -> None:
    """A field that is not there is asked for by its Chinese name and its key."""
    (found,) = findings(FAQ.replace("owner: 融资服务科\n", ""))
    assert found.code == "missing-field"
    assert (found.message, found.hint) == ("缺少“责任科室”（owner）", "加上一行 owner: …")
    assert (found.span.line, found.span.column) == (1, 1)


def test_unknown_value_suggests_a_known_one() -> None:
    """A value outside the list is pointed at, with the nearest of the list."""
    (found,) = findings(FAQ.replace("创业融资", "融资"))
    assert found.message == "“融资”不是“服务领域”可用的值"
    assert found.hint == "您是不是要写“创业融资”？"
    assert found.span == Span("faqs/a.yml", 5, 15, 5, 17)


def test_all_faults_of_a_file_are_reported() -> None:
    """Several faults of a file are reported in one run, each at its own line."""
    text = FAQ.replace("2026-10-23", "2026-02-30", 1).replace("region: 全国\n", "")
    found = findings(text.replace("summary: 财政付一半，您付另一半。", "summary: 短") + "x: 1\n")
    assert sorted((f.span.line, f.code) for f in found) == [
        (1, "missing-field"),
        (2, "wrong-length"),
        (8, "impossible-date"),
        (10, "unknown-field"),
    ]


def test_all_missing_fields_are_reported() -> None:
    """Fields that are missing at the same place are all asked for."""
    found = findings("title: 标题\n")
    assert [f.code for f in found] == ["missing-field"] * 8
    assert len({f.message for f in found}) == 8


def test_faulty_item_is_one_finding() -> None:
    """An item that is wrong was written all the same: the list is not also too short."""
    text = as_text(course(sessions=[session(ends_on="2026-12-04")]))
    assert [f.code for f in findings(text, "courses/a.yml")] == ["out-of-order"]


@pytest.mark.parametrize("complaints", ["everywhere", [{"kind": "电话"}]])
def test_fault_in_an_alternative_is_in_words(complaints: object) -> None:
    """Where a word or a list may stand, no finding speaks of types."""
    found = findings(as_text(procedure(complaints=complaints)), "procedures/a.yml")
    assert found
    assert not [f.message for f in found if "literal" in f.message or "tuple" in f.message]


@pytest.mark.parametrize(
    ("said", "code"),
    [("", "empty-file"), ("a: [", "yaml-syntax"), ("a: 1\na: 2\n", "duplicate-key")],
)
def test_unreadable_file_is_a_draft_without_leaves(said: str, code: str) -> None:
    """Of a file that cannot be understood nothing is used."""
    draft = read_entry(Source("faqs/a.yml", said.encode()))
    assert [f.code for f in draft.findings] == [code]
    assert list(draft.leaves()) == []


def test_draft_keeps_what_it_says() -> None:
    """The terms of a faulty record are still there for the rules to look at."""
    draft = read_entry(Source("faqs/a.yml", FAQ.replace("owner", "ovner").encode()))
    assert isinstance(draft, Draft)
    terms = [leaf.value for leaf in draft.leaves() if leaf.mark(Term)]
    assert terms == ["全国", "创业担保贷款"]


def test_source_gives_its_lines() -> None:
    """Lines count from 1; others do not exist, and a byte order mark is no part of one."""
    source = Source("faqs/a.yml", "\ufeff一\n二\n".encode())
    assert [source.line(number) for number in (0, 1, 2, 3)] == [None, "一", "二", None]


def test_source_gives_lines_in_other_encodings() -> None:
    """A line is shown as it was meant where the encoding is known, and with � where not."""
    assert Source("faqs/a.yml", "标题\n".encode("gbk")).line(1) == "标题"
    assert Source("faqs/a.yml", b"\xff\xff\n").line(1) == "\ufffd\ufffd"


def test_source_locates_a_leaf() -> None:
    """The place of a value of a valid record can be found again."""
    span = Source("faqs/a.yml", FAQ.encode()).locate(("topics", 0))
    assert span == Span("faqs/a.yml", 4, 10, 4, 16)


def test_deep_nesting_is_a_finding() -> None:
    """Brackets nested deeper than anybody writes are a finding, not a crash."""
    assert findings("title: " + "[" * 5000 + "]" * 5000)


def _examined(path: str, data: bytes) -> None:
    """Read a file and show what was found, as `catalogue check` does."""
    source = Source(path, data)
    result = read_entry(source)
    assert isinstance(result, Draft) is any(f.is_error for f in result.findings)
    assert all(f.message and f.span.line >= 1 and f.span.column >= 1 for f in result.findings)
    assert render_text(result.findings, lambda _, number: source.line(number))
    assert render_json(result.findings)
    assert list(result.leaves()) or isinstance(result, Draft)


@given(st.binary(max_size=200))
def test_random_bytes_never_crash(data: bytes) -> None:
    """Any bytes are an entry or a draft with findings that can be shown."""
    _examined("faqs/a.yml", data)


_FRAGMENTS = st.sampled_from(
    [
        *("title", "audiences", "complaints", "时间", "2026-02-30", "12:30", "null", "~", "no"),
        *(": ", ":", "：", "\n", "\n  ", "\n\t", "- ", "? ", "[", "]", "{", "}", ", ", " "),
        *("&a ", "*a", "<<: ", "!!int ", "!x ", "|", ">", "'", '"', "#", "%", "@", "---\n", "..."),
        *("\r\n", "\u2028", "\x85", "\ufeff", "\x00", "😀", "e\u0301", "\\"),
    ]
)


@pytest.mark.parametrize("kind", ["faqs", "procedures", "notices"])
@given(fragments=st.lists(_FRAGMENTS, max_size=40))
def test_random_yaml_never_crashes(kind: str, fragments: list[str]) -> None:
    """Anything that looks like YAML is an entry or a draft with findings that can be shown."""
    _examined(f"{kind}/a.yml", "".join(fragments).encode())


_ANYTHING = st.recursive(
    st.one_of(st.text("年月0123456789-: 〔〕%x", max_size=8), st.none()),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3),
        st.dictionaries(st.sampled_from(["kind", "name", "all", "any", "amount"]), parts),
    ),
    max_leaves=5,
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)  # of each kind
@given(data=st.data())
def test_any_value_in_any_field_never_crashes(kind: str, data: st.DataObject) -> None:
    """A record with anything at all in two of its fields is an entry or a draft."""
    fields = list(KINDS[kind].model.model_fields)
    changes: dict[str, Any] = data.draw(
        st.dictionaries(st.sampled_from(fields), _ANYTHING, min_size=1, max_size=2)
    )
    _examined(f"{kind}/a.yml", as_text(SAMPLES[kind](**changes)).encode())


def test_a_finding_knows_its_field() -> None:
    """Also a field that is missing, which has no place of its own in the file."""
    faulty = session(starts_on="2026-02-30")
    del faulty["place"]
    found = findings(as_text(course(sessions=[session(), faulty])), "courses/a.yml")
    assert [finding.loc for finding in found] == [
        ("sessions", 1, "starts_on"),
        ("sessions", 1, "place"),
    ]
