"""Write a project with as many records as wanted, which read like a city's catalogue.

Run it with `python -m tests.benchmarks.many_records COUNT FOLDER`. Nothing in it is true; the
same count and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml

from generators.records import KINDS
from generators.records.base import key_order
from tests.attachment_files import docx, paragraph, table
from tests.benchmarks.city import news, support
from tests.benchmarks.city.plan import Plan, Planned, Task, make_plan
from tests.benchmarks.city.words import City, read_city
from tests.benchmarks.city.writer import Writer
from tests.samples import CONTENT, HOLIDAYS_2027, Fields

SEED = 2001
_LONGEST_TITLE, _LONGEST_SUMMARY = 60, 120
# Word writes some 20 kB of styles into every file.
_STYLES = "".join(f"<style id={number!r}/>" for number in map(str, range(1000)))
_FIELDS: Mapping[str, Callable[[Task], Fields]] = {
    "policies": support.policy,
    "procedures": support.procedure,
    "loans": support.loan,
    "incubators": support.incubator,
    "projects": support.project,
    "institutions": support.institution,
    "articles": news.article,
    "faqs": news.faq,
    "notices": news.notice,
    "events": news.event,
    "courses": news.course,
    "mentors": news.mentor,
    "reports": news.report,
}


def write_project(folder: Path, count: int, *, seed: int = SEED) -> None:
    """Write a project of *count* records with the repository's own site, pages and terms."""
    _copy_frame(CONTENT.parent, folder)
    for path, fields in records(count, seed=seed):
        (folder / "content" / path).write_text(_as_text(fields), "utf-8")
        for material in fields.get("materials", ()):
            if form := material.get("blank_form"):
                (folder / "content" / form).write_bytes(_form(fields, material))


def records(count: int, *, seed: int = SEED) -> Iterator[tuple[str, Fields]]:
    """Yield the path below `content/` and the fields of every record."""
    city = read_city(CONTENT)
    plan = make_plan(city, count, seed)
    titles = _Titles()
    for planned in plan.records:
        fields = _fields(_task(city, plan, planned, seed), titles)
        order = key_order(KINDS[planned.kind].model)
        kept = {name: fields[name] for name in order if fields.get(name) not in (None, [], "")}
        yield f"{planned.kind}/{planned.id}.yml", kept


def _copy_frame(source: Path, folder: Path) -> None:
    """Copy all that is not a record, and make a folder for each kind."""
    for name in ("overrides", "content/pages", "content/vocabularies", "content/holidays"):
        shutil.copytree(source / name, folder / name)
    shutil.copy(HOLIDAYS_2027, folder / "content" / "holidays" / "2027.yml")
    for name in ("mkdocs.yml", "content/site.yml", "content/synonyms.yml"):
        shutil.copy(source / name, folder / name)
    for name in (*KINDS, "attachments"):
        (folder / "content" / name).mkdir()


def _form(procedure: Fields, material: Fields) -> bytes:
    """Return a form in which an applicant writes what a procedure asks for."""
    rows = (["姓名", "", "联系电话", ""], *([text, "", "", ""] for text in procedure["conditions"]))
    body = (paragraph(procedure["title"]), paragraph(material["name"]), table(*rows))
    return docx("".join(body), styles__xml=f"<styles>{_STYLES}</styles>")


def _task(city: City, plan: Plan, planned: Planned, seed: int) -> Task:
    """Return a task with dice of its own, so that no record depends on another's."""
    dice = Random(f"{seed}/{planned.kind}/{planned.id}")
    return Task(planned, Writer(city, city.themes[planned.theme], dice), plan)


def _fields(task: Task, titles: _Titles) -> Fields:
    writer, theme = task.writer, task.writer.theme
    # The first of each kind is news, so that no section is stale.
    known_on = task.days(-1200 if task.planned.number else -6, -1)
    verified_on = task.days(-180, -3)
    return {
        **_FIELDS[task.planned.kind](task),
        "title": titles.make(task),
        "summary": _summary(writer),
        "audiences": _terms(writer, theme.audiences, [t.audiences for t in writer.city.themes]),
        "topics": _terms(writer, theme.topics, [t.topics for t in writer.city.themes]),
        "service_area": theme.area,
        "region": writer.fill("<region>"),
        "aliases": sorted({writer.any(theme.words) for _ in range(writer.between(0, 3))}),
        "owner": writer.fill("市公共创业服务中心 <section>"),
        "published_at": task.moment(known_on, writer.between(8, 17)),
        "updated_on": max(known_on, verified_on),
        "verified_on": verified_on,
        "sample": True,
    }


def _summary(writer: Writer) -> str:
    return f"{min(writer.prose(3), key=len)}。"[:_LONGEST_SUMMARY]


def _terms(writer: Writer, own: tuple[str, ...], others: list[tuple[str, ...]]) -> list[str]:
    """Return the theme's terms, now and then with those of another."""
    other = writer.often(others) if writer.chance(0.25) else ()
    return list(dict.fromkeys((*own, *other)))


@dataclass(frozen=True, slots=True)
class _Titles:
    """Titles given so far; no two records of a kind have the same."""

    given: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def make(self, task: Task) -> str:
        """Return a new title; what is hard to tell apart is told apart by a place."""
        writer, given = task.writer, self.given[task.planned.kind]
        title = ""
        for tries in range(100):
            template = writer.any(writer.city.titles[task.planned.kind])
            title = writer.fill(template + ("·<mark2>" if tries > 9 else ""))
            if title not in given and len(title) <= _LONGEST_TITLE:
                break
        given.add(title)
        return title


class _Dumper(yaml.CSafeDumper):
    """Writes a list that occurs twice twice."""

    def ignore_aliases(self, data: object) -> bool:
        """Say that nothing is an alias."""
        return True


def _block(dumper: yaml.CSafeDumper, text: str) -> yaml.Node:
    """Return a text of several lines as a block, as an editor would write it."""
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _block)


def _as_text(fields: Fields) -> str:
    return yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def main() -> None:
    """Write a project where the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    write_project(given.folder, given.count)


if __name__ == "__main__":
    main()
