"""A small project for commands that change records."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.samples import channel, content_folder, event, institution


@pytest.fixture
def small_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of two events, made the current folder."""
    events = {
        "events/roadshow.yml": event(title="冬季创业路演", contact=[channel(note="活动科")]),
        "events/salon.yml": event(title="面馆老板沙龙", kind="沙龙", owner="活动服务科"),
        "institutions/a-hall.yml": institution(),
    }
    content_folder(tmp_path, events)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
