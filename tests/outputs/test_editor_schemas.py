"""The schemas an editor reads take what the models take, and say what the models mean."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import ConfigDict, ValidationError, create_model

from generators.catalogue import Catalogue
from generators.outputs.editor_schemas import editor_schemas
from generators.outputs.scalar_schemas import or_null, scalar
from generators.records import KINDS, values
from tests import samples
from tests.editor.content import CONTENT, files_by_schema, known_ids, schemas

Schema = dict[str, Any]


class CoreLoader(yaml.SafeLoader):
    """Reads YAML as yaml-language-server does: version 1.2, in which a date is text."""


_CORE: dict[str, tuple[str, Callable[[str], object]]] = {
    "null": (r"~|null|Null|NULL|", lambda text: None),
    "bool": (r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    "int": (r"[-+]?[0-9]+", int),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
}
CoreLoader.yaml_implicit_resolvers = {}
for tag, (written, _) in _CORE.items():
    CoreLoader.add_implicit_resolver(tag, re.compile(f"^(?:{written})$"), None)
    CoreLoader.add_constructor(tag, lambda loader, node: _CORE[node.tag][1](node.value))


def read_as_editor(text: str) -> Any:
    """Return what an editor reads in a text of YAML."""
    return yaml.load(text, Loader=CoreLoader)


def read_as_text(text: str) -> Any:
    """Return what the models read in a text of YAML: every scalar is text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def complaints(schema: Schema, value: object) -> list[str]:
    """Return the places at fault with the keywords that say so."""
    errors = Draft7Validator(schema).iter_errors(value)
    return sorted(f"{error.json_path} {error.validator}" for error in errors)


@pytest.fixture(scope="module")
def known(catalogue: Catalogue) -> dict[str, Schema]:
    """Return the schemas of the project's content."""
    return schemas(catalogue)


def test_every_schema_is_a_schema(known: dict[str, Schema]) -> None:
    """No keyword has a value that the draft forbids."""
    for schema in known.values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(("name", "files"), files_by_schema().items(), ids=lambda value: str(value))
def test_the_content_fits_its_schema(
    known: dict[str, Schema], name: str, files: list[Path]
) -> None:
    """What is published today is not marked in an editor."""
    assert files
    faults = {
        file: complaints(known[name], read_as_editor(file.read_text("utf-8"))) for file in files
    }
    assert {file: found for file, found in faults.items() if found} == {}


def test_the_settings_give_every_file_its_schema(known: dict[str, Schema]) -> None:
    """Every schema is used, and every record has that of its kind."""
    files = files_by_schema()
    assert files.keys() == known.keys()
    for kind in KINDS:
        assert files[f"{kind}.schema.json"] == sorted((CONTENT / kind).glob("*.yml"))


def _properties(schema: Any) -> Iterator[tuple[str, Schema]]:
    """Yield every property at every level."""
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from properties.items()
        for part in (*properties.values(), schema.get("items"), *schema.get("anyOf", ())):
            yield from _properties(part)


def test_every_property_has_a_chinese_title(known: dict[str, Schema]) -> None:
    """Hovering over any key at any level gives its name in Chinese."""
    named = [(key, schema["title"]) for s in known.values() for key, schema in _properties(s)]
    assert len(named) > 400
    assert [key for key, title in named if not re.search("[\u4e00-\u9fff]", title)] == []


def test_every_object_refuses_other_keys(known: dict[str, Schema]) -> None:
    """A misspelt key is marked wherever it stands."""
    objects = [s for top in known.values() for _, s in _properties(top) if "properties" in s]
    assert all(s["additionalProperties"] is False for s in (*objects, known["faqs.schema.json"]))


def test_an_optional_key_is_described_by_what_leaving_it_out_means(
    known: dict[str, Schema],
) -> None:
    """The description says what must be there, how it is written and what is assumed."""
    event = known["events.schema.json"]["properties"]
    assert event["place"]["description"] == "必填。线上活动写平台名称。"
    assert event["online"]["description"] == "从列表里选一个。不写就是“线下”。"
    assert event["sample"]["description"].endswith("写“是”或“否”。不写就是“否”。")


POLICY = CONTENT / "policies" / "city-startup-subsidy.yml"


def _changed(change: Callable[[Any], object]) -> Any:
    record = copy.deepcopy(read_as_editor(POLICY.read_text("utf-8")))
    change(record)
    return record


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda r: r.update(tittle="x"), "$ additionalProperties"),
        (lambda r: r.pop("title"), "$ required"),
        (lambda r: r.update(title="补"), "$.title minLength"),
        (lambda r: r.update(summary="长" * 121), "$.summary maxLength"),
        (lambda r: r.update(updated_on="2026-2-3"), "$.updated_on pattern"),
        (lambda r: r.update(updated_on=20260203), "$.updated_on type"),
        (lambda r: r.update(updated_on=None), "$.updated_on type"),
        (lambda r: r.update(published_at="2026-02-03"), "$.published_at pattern"),
        (lambda r: r.update(sample="no"), "$.sample pattern"),
        (lambda r: r.update(service_area="创业"), "$.service_area enum"),
        (lambda r: r.update(region="示例"), "$.region enum"),
        (lambda r: r["audiences"].append("大学生"), "$.audiences[6] enum"),
        (lambda r: r.update(audiences="高校毕业生"), "$.audiences type"),
        (lambda r: r["procedures"].append("no-such"), "$.procedures[1] enum"),
        (lambda r: r["document"].update(number="人社[2025]1号"), "$.document.number pattern"),
        (lambda r: r["document"].update(issuers=[]), "$.document.issuers minItems"),
        (lambda r: r["benefits"][0].update(amount_max="30万"), "$.benefits[0].amount_max pattern"),
        (lambda r: r["benefits"][0].update(amount_max=-1), "$.benefits[0].amount_max minimum"),
        (lambda r: r["benefits"][0].update(times_max=1.5), "$.benefits[0].times_max type"),
        (
            lambda r: r["eligibility"]["all"].append({"any": [{"facts": "年龄"}]}),
            "$.eligibility.all[4].any[0] additionalProperties",
        ),
    ],
)
def test_a_planted_fault_is_found(
    known: dict[str, Schema], change: Callable[[Any], object], complaint: str
) -> None:
    """One change to a good record is one complaint at its place."""
    assert complaints(known["policies.schema.json"], _changed(change)) == [complaint]


# Values as they stand in a file, with the type that reads them: those taken and those refused.
WRITTEN = {
    "Day": ("2026-01-31 2024-02-29 2000-02-29 '2026-01-31'", "2026-02-29 1900-02-29 2026-04-31"),
    "Moment": ("2026-01-31T09:00 '2026-01-31 09:00'", "2026-01-31 2026-01-31T24:00"),
    "PartialDay": ("2016 2016-07 2016-07-01", "16 2016-13 2016-7 0000-01-01 2016-02-30"),
    "Clock": ("09:00 24:00 23:59", "9:00 24:01 12:60 0900"),
    "Flag": ("是 否 true false 'true'", "no yes off 1 对 ~"),
    "Percent": ("50% 0.5% 100%", "50 5折 .5% 50％"),
    "Number": ("300000 -1 2.5 '30'", "30万 '300,000' true .inf"),
    "Count": ("0 30 '30'", "-1 2.5 三 '3.0'"),
    "Money": ("0 300000 0.01", "-1 1000000000001 30万"),
    "Phone": ("0000-1234567 12333 '12333' 4001234567", "13800000000 '13800000000' 110 0000"),
    "Url": ("https://a.example/ http://a.example", "a.example ftp://a.example/"),
    "FilePath": (
        "attachments/a.docx attachments/a/b.pdf",
        "a.docx attachments/../a /a/b",
    ),
    "DocumentNumber": ("财金〔2023〕75号 国务院令第755号", "财金[2023]75号 财金〔23〕75号 755"),
    "Weekdays": ("周一至周五 周六", "周一到周五 周八 星期一"),
    "Line": ("文字 2026 '0000' 2026-01-31", "~ '' [] {}"),
    "Title": ("标题 '2026'", "字 ~"),
}
CASES = [
    (name, text, taken)
    for name, groups in WRITTEN.items()
    for taken, group in zip((True, False), groups, strict=True)
    for text in re.findall(r"'[^']*'|\S+", group)
]


def _takes(of: Any, text: str) -> bool:
    holder = create_model(
        "Holder", __config__=ConfigDict(str_strip_whitespace=True), value=(of, ...)
    )
    read = read_as_text(text)
    try:
        holder.model_validate({"value": None if text == "~" else read})
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("name", "text", "taken"), CASES)
def test_a_schema_takes_what_the_value_type_takes(name: str, text: str, taken: bool) -> None:
    """An editor and the model judge the same text alike, quoted and unquoted."""
    of = getattr(values, name)
    schema = scalar(get_args(of)[1:])

    assert _takes(of, text) is taken
    assert (complaints(schema, read_as_editor(text)) == []) is taken


def test_labels_are_enumerated_in_their_order(
    known: dict[str, Schema], catalogue: Catalogue
) -> None:
    """The labels of a vocabulary are listed as they are shown, with what explains them."""
    items = known["faqs.schema.json"]["properties"]["audiences"]["items"]
    terms = catalogue.vocabularies["audiences"]
    assert items["enum"] == [term.label for term in terms]
    assert items["enumDescriptions"] == [term.explains or "" for term in terms]


def test_ids_are_enumerated_with_the_titles_of_records(known: dict[str, Schema]) -> None:
    """All procedures are listed for a policy, each with its title."""
    items = known["policies.schema.json"]["properties"]["procedures"]["items"]
    listed = dict(zip(items["enum"], items["enumDescriptions"], strict=True))
    assert listed.keys() == known_ids()["procedures"]
    assert listed["complaint-handling"] == "服务投诉处理"


def _reference(ids: dict[str, set[str]], *place: str) -> Schema:
    """Return what a procedure may refer to at a place, where only a hall has no faults."""
    gathered = samples.catalogue(samples.entry("institutions", "a-hall"))
    known = {kind: ids.get(kind, set()) for kind in KINDS}
    texts = {artifact.path: artifact.data for artifact in editor_schemas(gathered, known)}
    found: Schema = json.loads(texts["procedures.schema.json"])
    for part in place:
        found = found["properties"][part]
    return found


def test_windows_are_enumerated_with_their_institution() -> None:
    """A window is listed as it is written, and explained by where it is and what it does."""
    items = _reference({"institutions": {"a-hall"}}, "places", "windows")["items"]
    assert dict(zip(items["enum"], items["enumDescriptions"], strict=True)) == {
        "a-hall#创业窗口": "示例标题：创业补贴",
        "a-hall": "示例标题",
    }
    assert complaints(items, "a-hall#别的窗口") == ["$ enum"]


def test_any_window_of_an_institution_with_faults_may_be_named() -> None:
    """What a record with faults lists is not known, so nothing is marked that may be right."""
    items = _reference({"institutions": {"a-hall", "b-hall"}}, "places", "windows")["items"]
    assert complaints(items, "b-hall#哪个窗口") == []
    assert complaints(items, "a-hall#别的窗口") == ["$ anyOf"]
    assert complaints(items, "c-hall") == ["$ anyOf"]


def test_what_has_no_type_of_its_own_may_be_left_empty() -> None:
    """An optional choice between shapes takes nothing as well."""
    assert or_null({"anyOf": [{"type": "string"}]})["anyOf"][1] == {"type": "null"}


def test_a_record_with_faults_may_be_referred_to() -> None:
    """An id exists as soon as its file does; its title is not known before it is mended."""
    faqs = _reference({"faqs": {"a-question"}}, "faqs")["items"]
    assert faqs["enum"] == ["a-question"]
    assert faqs["enumDescriptions"] == ["这条记录有错误待改"]


@pytest.mark.parametrize("name", ["2026", "1e5", "true", "0012"])
def test_an_id_that_an_editor_takes_for_a_number_is_known(name: str) -> None:
    """YAML makes a number of an unquoted 2026; it is the same id to the models."""
    faqs = _reference({"faqs": {name}}, "faqs")
    assert complaints(faqs, read_as_editor(f"[{name}, '{name}']")) == []
    assert complaints(faqs, read_as_editor("[2027]")) != []


def test_an_optional_key_may_stay_empty(known: dict[str, Schema]) -> None:
    """A key with nothing after it is as if it were not there, for values, blocks and choices."""
    record = _changed(lambda r: r.update(expires_on=None, eligibility=None))
    record["document"]["number"] = record["benefits"][0]["overrides"] = None
    assert complaints(known["policies.schema.json"], record) == []


def test_two_runs_give_the_same_bytes(catalogue: Catalogue) -> None:
    """The order in which ids were found does not matter."""
    found = {kind: sorted(ids) for kind, ids in known_ids().items()}
    backwards = {kind: found[kind][::-1] for kind in reversed(found)}
    assert [*editor_schemas(catalogue, found)] == [*editor_schemas(catalogue, backwards)]
