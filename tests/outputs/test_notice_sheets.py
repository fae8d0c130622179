"""The page of the printed notice."""

from __future__ import annotations

from pathlib import Path

from generators.catalogue import Catalogue
from generators.outputs.guides import guide
from generators.outputs.notice_sheets import counters
from generators.records.procedures import Procedure
from tests import samples


def test_every_procedure_has_a_notice_that_links_back(site: Path, catalogue: Catalogue) -> None:
    """Each notice leads to its guide, by a link on the screen and by a code on paper."""
    for entry in catalogue.of("procedures"):
        html = (site / entry.path / "notice/index.html").read_text("utf-8")
        assert f'href="../../../{entry.path}"' in html
        assert f"https://www.shili.example/cyfw/{entry.path}</p>" in html
        assert 'class="qr"' in html


def test_notice_is_not_found_instead_of_its_guide(site: Path) -> None:
    """Search engines are asked to show the guide, which says more."""
    html = (site / "procedures/rent-subsidy/notice/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html


def test_same_hours_are_said_once() -> None:
    """Desks with the same hours stand together, in the order of the first of them."""
    early = [{"days": "周一", "opens": "08:00", "closes": "12:00"}]
    halls = [
        samples.entry("institutions", "a", hours=early, title="甲大厅"),
        samples.entry("institutions", "b", title="乙大厅"),
        samples.entry("institutions", "c", hours=early, title="丙大厅"),
    ]
    windows = [f"{hall.id}#创业窗口" for hall in halls]
    entry = samples.entry("procedures", "p", places={"windows": windows})
    assert isinstance(entry.record, Procedure)
    view = guide(samples.catalogue(*halls, entry), entry, entry.record)
    assert [(hours, [d.office.id for d in desks]) for hours, desks in counters(view)] == [
        (("周一 08:00—12:00",), ["a", "c"]),
        (("周一至周五 09:00—17:00",), ["b"]),
    ]
