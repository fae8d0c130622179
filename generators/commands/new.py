"""`catalogue new`: a new record, asked for at the terminal or given in options."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import dataclass

from generators.build.checking import Checked
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.commands.command import KIND_HELP, Command, kind_name, read_catalogue
from generators.diagnostics import Diagnostic, render_text
from generators.editing.drafting import drafted
from generators.editing.forms import Form, Slot, defaults
from generators.editing.identifiers import id_fault, suggested_id
from generators.editing.importing import Change, loc_of, write
from generators.editing.questions import Interview, Terminal
from generators.editing.trials import check_with
from generators.outputs.known_values import known_values
from generators.records import KINDS
from generators.search.answers import library
from generators.search.rendering import similar_in_words
from generators.sources import Source, read_model

_STOPPED = "没有写任何文件。"


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("kind", type=kind_name, choices=list(KINDS), metavar="种类", help=KIND_HELP)
    parser.add_argument("--title", help="标题")
    parser.add_argument("--id", help="编号，就是网址和文件名；不写就按标题的拼音起")
    says = "填一个字段，例如 --set place=路演厅、--set 地点=路演厅、--set contact.1.kind=电话"
    parser.add_argument("--set", action="append", default=[], metavar="字段=值", help=says)
    parser.add_argument("--no-input", action="store_true", help="不提问，缺什么一次说完")


def _run(project: Project, options: Namespace) -> int:
    form = Form(KINDS[options.kind])
    if faults := _answered(form, options):
        print("\n".join(faults), file=sys.stderr)
        return 2
    catalogue, checked = read_catalogue(project, options)
    if catalogue is None:
        return 1
    desk = _Desk(project, options, form, catalogue, checked)
    try:
        return (
            desk.by_questions() if sys.stdin.isatty() and not options.no_input else desk.at_once()
        )
    except (EOFError, KeyboardInterrupt):
        print(f"\n{_STOPPED}", file=sys.stderr)
        return 2


def _answered(form: Form, options: Namespace) -> list[str]:
    """Note the answers given in options and return what is wrong with them."""
    faults = []
    given = [f"title={options.title}"] if options.title else []
    for text in (*given, *options.set):
        name, equals, value = text.partition("=")
        slot = form.slot(name.strip())
        if not equals:
            faults.append(f"“{text}”要写成 字段=值，例如 place=路演厅。")
        elif slot is None:
            faults.append(f"{form.kind.label}没有“{name}”这个字段。{form.suggestion(name.strip())}")
        else:
            form.answer(slot, value.replace("\\n", "\n"))
    return faults


@dataclass(frozen=True, slots=True)
class _Desk:
    """One new record: its form, and the project it is for."""

    project: Project
    options: Namespace
    form: Form
    catalogue: Catalogue
    checked: Checked

    def at_once(self) -> int:
        """Complete what was given in options, or say in one go what is missing."""
        for name, text in self._offered().items():
            self.form.answers.setdefault(name, text)
        if missing := self.form.missing():
            print(f"还缺 {len(missing)} 项，用 --set 补上：", file=sys.stderr)
            for slot in missing:
                line = f"  --set {slot.name}=…  {slot.title}：{slot.column.says}"
                print(line, file=sys.stderr)
            return 2
        self._show_similar()
        identifier = self._suggested()
        if fault := self._id_fault(identifier):
            print(fault, file=sys.stderr)
            return 2
        source, errors = self._judged(identifier)
        if errors:
            print(f"有错误，{_STOPPED}", file=sys.stderr)
            return 1
        return self._write(source)

    def by_questions(self) -> int:
        """Ask for what is needed, and again for what is wrong, so that no answer is lost."""
        terminal = Terminal(input, print)
        known = known_values(self.catalogue, self.checked.ids)
        interview = Interview(self.form, known, terminal, _faults)
        print(f"新的{self.form.kind.label}。回车用方括号里的内容；Ctrl+C 放弃，什么也不会写。")
        if "title" not in self.form.answers:
            interview.put(next(s for s in self.form.slots() if s.name == "title"), "")
        if self._show_similar() and not terminal.agrees("还要新建吗？"):
            print(_STOPPED)
            return 2
        interview.fill(self._offered())
        identifier = self._asked_id(terminal)
        source, errors = self._judged(identifier)
        while errors:
            interview.mend(finding.loc or loc_of(source, finding.span) for finding in errors)
            source, errors = self._judged(identifier)
        return self._write(source)

    def _offered(self) -> Mapping[str, str]:
        return defaults(self.form, self.catalogue, self.catalogue.as_of)

    def _show_similar(self) -> bool:
        """Show the records that have nearly the same title, and tell whether there are any."""
        with library(self.catalogue, cache=self.project.cache) as found:
            similar = found.similar(self.form.answers["title"])
        if similar.hits:
            print(similar_in_words(similar), end="")
        return bool(similar.hits)

    def _suggested(self) -> str:
        """Return the id that was given, or one made of the title."""
        taken, city = self.checked.ids[self.form.kind.name], self.catalogue.site.city
        title = self.form.answers["title"]
        return self.options.id or suggested_id(title, taken, without=city)

    def _asked_id(self, terminal: Terminal) -> str:
        offered = self._suggested()
        while True:
            chosen = terminal.ask(f"编号（网址）[{offered}] > ").strip() or offered
            fault = self._id_fault(chosen)
            if fault is None:
                return chosen
            terminal.say(fault)

    def _id_fault(self, identifier: str) -> str | None:
        if identifier in self.checked.ids[self.form.kind.name]:
            return f"编号“{identifier}”已经有了：{self.form.kind.name}/{identifier}.yml。换一个。"
        return id_fault(identifier)

    def _judged(self, identifier: str) -> tuple[Source, list[Diagnostic]]:
        """Return the draft and its errors; whatever the check finds is shown."""
        path = f"{self.form.kind.name}/{identifier}.yml"
        source = Source(path, drafted(self.form.kind, self.form.layout, self.form.data()).encode())
        checked = check_with(self.project, [source], as_of=self.options.as_of)
        found = [finding for finding in checked.findings if finding.span.path.endswith(path)]
        if found:
            print(render_text(found, checked.line_of), end="", file=sys.stderr)
        return source, [finding for finding in found if finding.is_error]

    def _write(self, source: Source) -> int:
        write([Change(source.id, source, None)], self.project.content)
        print(f"新增 {source.path}。还可以写的内容在文件最后，带着说明。")
        return 0


def _faults(form: Form, slot: Slot) -> list[str]:
    """Return what is wrong with one answer, as the check would say it."""
    item = (slot.number - 1,) if slot.number else ()
    loc = (*slot.sheet.path, *item, *slot.column.path)
    text = drafted(form.kind, form.layout, form.data())
    found = read_model(Source(f"{form.kind.name}/new.yml", text.encode()), form.kind.model).findings
    wrong = (f for f in found if f.is_error and f.loc and f.loc[: len(loc)] == loc)
    return [f"{finding.message}。{finding.hint or ''}" for finding in wrong]


COMMAND = Command("new", "新建一条记录", _add_options, _run)
