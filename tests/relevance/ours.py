"""Ask the search of the built site, as a browser does, in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.relevance.answers import Answer, Answers

_PROGRAM = Path(__file__).with_name("ours.mjs")


def ask(site: Path, queries: Sequence[str]) -> Answers:
    """Return what the site's own search answers."""
    done = subprocess.run(
        ["node", str(_PROGRAM), str(site)],
        input=json.dumps(queries),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    return {
        query: Answer(tuple(answer["paths"]), answer["first"], answer["later"])
        for query, answer in found.items()
    }
