"""What stands below every page: share it, print its code, say that something is wrong."""

from __future__ import annotations

from generators.outputs.corrections import NamedPage, correction_form, correction_mail
from generators.outputs.templates import Templates
from generators.records.site import Site


def page_tools(templates: Templates, site: Site, page: NamedPage) -> str:
    """Render the tools of a page."""
    return templates.render(
        "components/page_tools.html",
        site=site,
        page=page,
        form=correction_form(site, page),
        mail=correction_mail(site, page),
    )
