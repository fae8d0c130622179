"""`catalogue evaluate`: two files in, text, JSON or a record's block out, or findings."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from generators.build.evaluating import Evaluation, as_json, as_record, as_text, evaluate
from generators.records.reports import Report, Satisfaction
from generators.rules import RULES
from generators.sources import Entry, Source, read_entry
from tests.conftest import ROOT
from tests.sample_surveys import WAVES, table

SURVEYS = ROOT / "content/attachments/surveys"
WEIGHTS = """\
period: 2026年
sent: 25
scale: 5
dimensions:
  - {name: 效率, weight: "0.75", items: [等候, 时限]}
  - {name: 材料, weight: "0.25", items: [材料]}
group: 区县
"""
TABLE = (
    "区县,等候,时限,材料\n"
    + "甲县,4,5,3\n甲县,4,4,4\n" * 5
    + "乙县,5,4,4\n" * 6
    + "丙县,5,5,2\n" * 4
)


def _evaluate(folder: Path, weights: str = WEIGHTS, answers: str = TABLE) -> list[tuple[str, ...]]:
    (folder / "s.yml").write_text(weights, "utf-8")
    (folder / "s.csv").write_text(answers, "utf-8")
    evaluated = evaluate(folder / "s.yml")
    assert (evaluated.result is None) == any(f.is_error for f in evaluated.findings)
    assert all(finding.code in RULES for finding in evaluated.findings)
    return [
        (f.code, f"{Path(f.span.path).name}:{f.span.line}", f.message) for f in evaluated.findings
    ]


@pytest.fixture
def result(tmp_path: Path) -> Evaluation:
    """Return the evaluation of a small survey with three groups, one of them large."""
    assert _evaluate(tmp_path) == []
    found = evaluate(tmp_path / "s.csv").result
    assert found
    return found


def test_either_file_may_be_named(tmp_path: Path) -> None:
    """The table and its weights have one name, so that one is enough."""
    _evaluate(tmp_path)
    named = [evaluate(tmp_path / name).result for name in ("s.yml", "s.csv")]
    assert named[0] == named[1] is not None


def test_text(result: Evaluation) -> None:
    """A person reads the figures, the small groups withheld, the formulas and the source."""
    assert as_text(result) == dedent(
        """\
        2026年满意度测评，加权法（非结构方程模型）

        满意度指数  79.8（满分 100），95% 置信区间 78.2—81.5
        有效问卷    20 份，发放 25 份，回收率 80.0%
        信度        Cronbach α = -6.54

        维度  权重  问卷  平均分  指数  α      重要性  象限
        效率  0.75  20    4.47    86.9  -0.22  0.75    优势保持
        材料  0.25  20    3.35    58.8  —      0.25    次要改进

        区县  问卷    指数    效率    材料
        丙县  不公布  不公布  不公布  不公布
        乙县  不公布  不公布  不公布  不公布
        甲县  10      76.6    81.2    62.5

        怎么算的：
          维度指数 =（平均分 − 1）÷（5 − 1）× 100；平均分先按题目算，再取各题的平均。
          满意度指数 = Σ 权重 × 维度指数，加权法（非结构方程模型）。
          95% 置信区间 = 指数 ± 1.96 × s ÷ √n，s 是每份问卷加权指数的标准差（正态近似）。
          信度 Cronbach α = k ÷（k − 1）×（1 − Σ 各题方差 ÷ 总分方差），只用题目答全的问卷，0.7 以上为好。
          重要性 = 权重；象限以满意度指数和重要性的平均数为界。
          不足 10 份的组不公布；能从总数倒推出来的，其余最小的一组也不公布。
        依据：GB/T 19038—2009、GB/T 19039—2009；LD/T 2001—2023 7.2.2
        """
    )


def test_json(result: Evaluation) -> None:
    """A program reads the same figures with four decimals, and null where they are withheld."""
    said = json.loads(as_json(result))
    assert said["method"] == "加权法（非结构方程模型）"
    assert (said["sent"], said["returned"], said["response_rate"]) == (25, 20, 80.0)
    assert said["index"] == pytest.approx(79.84375, abs=1e-4)
    assert said["dimensions"][1] == {
        "name": "材料",
        "weight": 0.25,
        "returned": 20,
        "mean": 3.35,
        "index": 58.75,
        "alpha": None,
        "importance": 0.25,
        "quadrant": "次要改进",
    }
    assert said["groups"][0] == {
        "name": "丙县",
        "withheld": True,
        "returned": None,
        "index": None,
        "dimensions": [None, None],
    }


def test_record_is_a_block_of_a_report(result: Evaluation) -> None:
    """The fragment is valid, has no withheld group, and gives the same index and quadrants."""
    block = yaml.load(as_record(result), yaml.BaseLoader)["satisfaction"]
    record = Satisfaction.model_validate(block)
    assert record.index == pytest.approx(result.figures.index, abs=1e-3)
    assert [s.quadrant for s in record.standings] == [d.quadrant for d in result.figures.dimensions]
    assert [(group.name, group.returned) for group in record.groups] == [("甲县", 10)]


@pytest.mark.parametrize("scale", ["5", "10"])
def test_record_of_extremes_is_valid(tmp_path: Path, scale: str) -> None:
    """Where everybody gives the highest score, the block is a valid record too."""
    weights = WEIGHTS.replace("scale: 5", f"scale: {scale}")
    assert (
        _evaluate(tmp_path, weights, "区县,等候,时限,材料\n" + f"甲,{','.join([scale] * 3)}\n")
        == []
    )
    found = evaluate(tmp_path / "s.yml").result
    assert found
    assert "算不出" in as_text(found)
    block = yaml.load(as_record(found), yaml.BaseLoader)["satisfaction"]
    assert Satisfaction.model_validate(block).index == 100


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("scale: 5", "scale: 7", ("unknown-value", "s.yml:3", "“7”不是“量表最高分”可用的值")),
        ('"0.25"', '"0.3"', ("figures-disagree", "s.yml:5", "各维度权重加起来是 1.05，要等于 1")),
        ("[材料]", "[等候]", ("survey-column", "s.yml:6", "列“等候”用了两次，一列只能用一次")),
        (
            "group: 区县",
            "group: 等候",
            ("survey-column", "s.yml:7", "列“等候”用了两次，一列只能用一次"),
        ),
        ("sent: 25", "sent: 19", ("figures-disagree", "s.yml:2", "发放 19 份，有效问卷却有 20 份")),
        ("sent: 25", "send: 25", ("unknown-field", "s.yml:2", "没有“send”这个字段")),
        ("[材料]", "[]", ("too-few", "s.yml:6", "“题目”至少要写 1 项")),
        ("[材料]", "[材枓]", ("survey-column", "s.csv:1", "没有“材枓”这一列")),
    ],
)
def test_faults_of_the_weights_are_at_their_line(
    tmp_path: Path, old: str, new: str, finding: tuple[str, str, str]
) -> None:
    """A mistake in the weights is a finding at its line, and there is no result."""
    assert finding in _evaluate(tmp_path, WEIGHTS.replace(old, new))


def test_faults_of_the_answers_are_at_their_row(tmp_path: Path) -> None:
    """A score off the scale is a finding in the table, whose lines are not shown."""
    (finding,) = _evaluate(tmp_path, answers=TABLE + "丙县,5,5,7\n")
    assert finding == (
        "survey-cell",
        "s.csv:22",
        "第22行第4列（材料）写的是“7”，要写 1 到 5 的整数",
    )
    line_of = evaluate(tmp_path / "s.yml").line_of
    assert line_of((tmp_path / "s.csv").as_posix(), 22) is None
    assert line_of((tmp_path / "s.yml").as_posix(), 2) == "sent: 25"


def test_personal_numbers_in_cells_are_masked(tmp_path: Path) -> None:
    """A mobile number that slipped into a cell is not repeated in the message."""
    ((_, _, message),) = _evaluate(tmp_path, answers=TABLE + "丙县,5,5,13800138000\n")
    assert "13800138000" not in message


def test_missing_files_are_named(tmp_path: Path) -> None:
    """Both files are missed where neither is there."""
    findings = evaluate(tmp_path / "s.csv").findings
    assert [finding.message for finding in findings] == ["找不到 s.yml", "找不到 s.csv"]
    assert {finding.code for finding in findings} == {"missing-file"}


@pytest.mark.parametrize("name", WAVES)
def test_sample_survey_can_be_made_again(name: str) -> None:
    """The committed answers are those of the seed."""
    assert (SURVEYS / f"{name}.csv").read_text("utf-8") == table(WAVES[name])


@pytest.mark.parametrize("name", WAVES)
def test_sample_report_says_what_its_survey_says(name: str) -> None:
    """Every figure of the published report is what `evaluate` prints from its survey."""
    evaluated = evaluate(SURVEYS / f"{name}.csv")
    assert evaluated.findings == ()
    assert evaluated.result
    path = f"reports/{name}.yml"
    entry = read_entry(Source(path, (ROOT / "content" / path).read_bytes()))
    assert isinstance(entry, Entry)
    assert isinstance(entry.record, Report)
    published = entry.record.satisfaction
    assert published
    block = yaml.load(as_record(evaluated.result), yaml.BaseLoader)["satisfaction"]
    assert published == Satisfaction.model_validate(block | {"method": published.method})
    figures = evaluated.result.figures
    assert f"{published.index:.1f}" == f"{figures.index:.1f}"
    assert f"得{published.index:.1f}分" in entry.record.summary
    assert [s.quadrant for s in published.standings] == [d.quadrant for d in figures.dimensions]
