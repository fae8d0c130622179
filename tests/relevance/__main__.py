"""Compare how well the search answers, and what it loads for it.

`python -m tests.relevance` builds the site on the tests' day and asks its own search;
`--peers` asks Pagefind and Material's search too; `--worst N` lists what was answered worst,
never of the held-out queries, whose answers nobody may tune the search on.
"""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace
from contextlib import redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from sys import stderr

from generators.build.checking import check
from generators.cli import main as catalogue_command
from tests.conftest import ROOT, project_options
from tests.relevance import ours
from tests.relevance.answers import Answers
from tests.relevance.peers import PACKAGES, PEERS
from tests.relevance.queries import held_out, load
from tests.relevance.report import by_way, comparison, worst
from tests.samples import AS_OF


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.relevance", description=__doc__.split("\n")[0])
    parser.add_argument("--peers", action="store_true", help="ask Pagefind and Material too")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the worst queries")
    parser.add_argument("--site", type=Path, help="a built site, instead of building one")
    return parser.parse_args()


def _build(site: Path) -> Path:
    with redirect_stdout(stderr):
        status = catalogue_command(["build", *project_options(ROOT), "--site", str(site)])
    if status != 0:
        raise SystemExit(status)
    return site


def _ask(site: Path, texts: list[str], *, peers: bool) -> dict[str, Answers]:
    engines = {"ours": ours.ask(site, texts)}
    if peers:
        catalogue = check(ROOT / "content", as_of=AS_OF).catalogue
        assert catalogue is not None
        engines |= {name: peer(site, catalogue, texts) for name, peer in PEERS.items()}
    return engines


def main() -> None:
    """Print the tables."""
    arguments = _arguments()
    if arguments.peers and not all(find_spec(package) for package in PACKAGES):
        raise SystemExit("The peers are not installed: .venv/bin/pip install --editable '.[bench]'")
    queries, unseen = load(), held_out()
    texts = [query.text for query in [*queries, *unseen]]
    with tempfile.TemporaryDirectory() as place:
        site = arguments.site or _build(Path(place) / "cyfw")
        engines = _ask(site, texts, peers=arguments.peers)
    tables = [
        comparison(queries, engines),
        comparison(unseen, engines, "held out"),
        by_way(queries, engines),
    ]
    if arguments.worst:
        tables.append(worst(queries, engines["ours"], arguments.worst))
    print("\n\n".join("\n".join(table) for table in tables))


if __name__ == "__main__":
    main()
