"""What a file of the content is: a record of a kind, or one of the other files people edit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from pydantic import BaseModel

from generators.changes.fields import Tree
from generators.records import KINDS, Kind
from generators.records.holidays import Holidays
from generators.records.links import Links
from generators.records.site import Site, Vocabulary
from generators.records.statements import Statements
from generators.records.synonyms import Synonyms
from generators.sources import Source, yaml_tree
from generators.sources.text import UnreadableError, decode


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sort of YAML file: how it is called, its model, and the key its list would have."""

    label: str
    model: type[BaseModel]
    wrap: str = ""


_SETTINGS = {
    "site.yml": Sheet("网站信息", Site),
    "statements.yml": Sheet("声明", Statements),
    "synonyms.yml": Sheet("同义说法", Synonyms),
    "links.yml": Sheet("暂不检查的网址", Links),
    "vocabularies/audiences.yml": Sheet("人群词表", Vocabulary, "terms"),
    "vocabularies/topics.yml": Sheet("主题词表", Vocabulary, "terms"),
    "vocabularies/regions.yml": Sheet("地区词表", Vocabulary, "terms"),
}


def kind_of(path: str) -> Kind | None:
    """Return the kind of the record that a file below the content is."""
    folder, _, name = path.partition("/")
    return KINDS.get(folder) if name.endswith(".yml") and "/" not in name else None


def sheet_of(path: str) -> Sheet | None:
    """Return what sort of YAML file a path below the content names."""
    if kind := kind_of(path):
        return Sheet(kind.label, kind.model)
    if path.startswith("holidays/"):
        return Sheet("放假调休", Holidays)
    return _SETTINGS.get(path)


def label_of(path: str) -> str:
    """Return how the file is called, whatever it is."""
    if sheet := sheet_of(path):
        return sheet.label
    folder = path.partition("/")[0]
    return {"pages": "手写页面", "attachments": "附件"}.get(folder, "文件")


# A file is asked for its title and its fields, and as what the next one was before.
@lru_cache(maxsize=64)
def read_tree(source: Source) -> Tree | None:
    """Return what a YAML file says, or None where it cannot be read."""
    try:
        text, _ = decode(source.path, source.data)
        root = yaml_tree.compose(source.path, text)
    except UnreadableError:
        return None
    # Aliases could make a short file endless, and keys written twice have two meanings.
    if any(yaml_tree.structure_faults(source.path, root)):
        return None
    tree = yaml_tree.plain(root)
    sheet = sheet_of(source.path)
    return {sheet.wrap: tree} if sheet and sheet.wrap else tree


def title_of(source: Source) -> str:
    """Return the title of what a file is, or its name where it says none."""
    name = PurePosixPath(source.path).name
    if source.path.endswith(".md"):
        heading = next((line for line in source.text.splitlines() if line.startswith("# ")), "")
        return heading.removeprefix("# ").strip() or name
    tree = read_tree(source) if kind_of(source.path) else None
    title = tree.get("title") if isinstance(tree, dict) else None
    return title if isinstance(title, str) else name
