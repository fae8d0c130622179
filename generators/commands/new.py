"""`catalogue new`: a new record, asked for at the terminal or given in options."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from generators.build.checking import Checked, check_project
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.commands.command import Command, read_catalogue
from generators.diagnostics import Diagnostic, render_text
from generators.editing.drafting import drafted
from generators.editing.forms import Form, Slot, defaults
from generators.editing.identifiers import suggested_id
from generators.editing.questions import Interview, Terminal
from generators.outputs.known_values import known_values
from generators.records import KINDS
from generators.search.answers import library
from generators.search.rendering import similar_in_words
from generators.sources import Source, id_fault, read_model

_STOPPED = "没有写任何文件。"


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=list(KINDS), help="哪一种记录，例如 events")
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
    terminal = Terminal(input, print)
    asks = sys.stdin.isatty() and not options.no_input
    try:
        ready = (
            _ask(form, catalogue, checked, project, terminal)
            if asks
            else _take(form, catalogue, project)
        )
        identifier = _identifier(form, options, catalogue, checked, terminal if asks else None)
    except (EOFError, KeyboardInterrupt):
        print(f"\n{_STOPPED}", file=sys.stderr)
        return 2
    return _write(project, options, form, identifier) if ready and identifier else 2


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


def _take(form: Form, catalogue: Catalogue, project: Project) -> bool:
    """Complete what was given in options, or say in one go what is missing."""
    for name, text in defaults(form, catalogue, catalogue.as_of).items():
        form.answers.setdefault(name, text)
    if missing := form.missing():
        print(f"还缺 {len(missing)} 项，用 --set 补上：", file=sys.stderr)
        for slot in missing:
            print(f"  --set {slot.name}=…  {slot.title}：{slot.column.says}", file=sys.stderr)
        return False
    _show_similar(form, catalogue, project)
    return True


def _show_similar(form: Form, catalogue: Catalogue, project: Project) -> bool:
    """Show the records that have nearly the same title, and tell whether there are any."""
    with library(catalogue, cache=project.cache) as found:
        similar = found.similar(form.answers["title"])
    if similar.hits:
        print(similar_in_words(similar), end="")
    return bool(similar.hits)


def _ask(
    form: Form, catalogue: Catalogue, checked: Checked, project: Project, terminal: Terminal
) -> bool:
    known = known_values(catalogue, checked.ids)
    interview = Interview(form, known, terminal, _faults)
    print(f"新的{form.kind.label}。回车用方括号里的内容；Ctrl+C 放弃，什么也不会写。")
    if "title" not in form.answers:
        interview.put(next(slot for slot in form.slots() if slot.name == "title"), "")
    if _show_similar(form, catalogue, project) and not terminal.agrees("还要新建吗？"):
        print(_STOPPED)
        return False
    interview.fill(defaults(form, catalogue, catalogue.as_of))
    return True


def _faults(form: Form, slot: Slot) -> list[str]:
    """Return what is wrong with one answer, as the check would say it."""
    item = (slot.number - 1,) if slot.number else ()
    loc = (*slot.sheet.path, *item, *slot.column.path)
    text = drafted(form.kind, form.layout, form.data())
    found = read_model(Source(f"{form.kind.name}/new.yml", text.encode()), form.kind.model).findings
    return [_in_a_line(f) for f in found if f.loc and f.loc[: len(loc)] == loc and f.is_error]


def _in_a_line(finding: Diagnostic) -> str:
    return f"{finding.message}。{finding.hint or ''}"


def _identifier(
    form: Form,
    options: Namespace,
    catalogue: Catalogue,
    checked: Checked,
    terminal: Terminal | None,
) -> str | None:
    """Return the id that was given, or one made of the title; None where it cannot be used."""
    if "title" not in form.answers:
        return None
    taken = checked.ids[form.kind.name]
    city = catalogue.site.city
    offered = options.id or suggested_id(form.answers["title"], taken, without=city)
    while True:
        asked = (
            terminal.ask(f"编号（网址）[{offered}] > ").strip()
            if terminal and not options.id
            else ""
        )
        chosen = asked or offered
        fault = _id_fault(form, chosen, taken=chosen in taken)
        if fault is None:
            return chosen
        print(fault, file=sys.stderr)
        if terminal is None or options.id:
            return None


def _id_fault(form: Form, identifier: str, *, taken: bool) -> str | None:
    if taken:
        return f"编号“{identifier}”已经有了：{form.kind.name}/{identifier}.yml。换一个。"
    fault = id_fault(f"{form.kind.name}/{identifier}.yml")
    return f"{fault.message}。{fault.hint or ''}" if fault else None


def _write(project: Project, options: Namespace, form: Form, identifier: str) -> int:
    """Write the record, unless the check has something against it."""
    path = f"{form.kind.name}/{identifier}.yml"
    source = Source(path, drafted(form.kind, form.layout, form.data()).encode())
    checked = check_project(project, as_of=options.as_of, proposed=[source])
    found = [finding for finding in checked.findings if finding.span.path.endswith(path)]
    if found:
        print(render_text(found, checked.line_of), end="", file=sys.stderr)
    if any(finding.is_error for finding in found):
        print(f"有错误，{_STOPPED}", file=sys.stderr)
        return 1
    file = project.content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(source.data)
    shown = file.relative_to(project.root) if file.is_relative_to(project.root) else file
    print(f"新增 {shown}。还可以写的内容在文件最后，带着说明。")
    return 0


COMMAND = Command("new", "新建一条记录", _add_options, _run)
