"""Renders views with the templates; the only module that knows jinja2."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2


def render(template: str, **views: object) -> str:
    """Return the text of `template` with `views` in it; in a page of HTML, their strings are escaped.

    Raises:
        jinja2.UndefinedError: a template asks for what a view does not have.
    """
    return _environment().get_template(template).render(**views)


@cache
def _environment() -> jinja2.Environment:
    """Templates lie inside the package when it was installed from a wheel, and beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([package / "templates", package.parents[1] / "templates"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        autoescape=lambda name: name is not None and name.endswith(".html.jinja"),
    )
    environment.filters = {}
    return environment
