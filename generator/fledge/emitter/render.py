"""Renders views with the templates; the only module that knows jinja2."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from zlib import crc32

import jinja2
from jinja2 import compiler


def render(template: str, **views: object) -> str:
    """Return the text of `template` with `views` in it; in a page of HTML, their strings are escaped.

    Raises:
        AttributeError: a template asks for what a view does not have.
        jinja2.UndefinedError: it asks for a view that is not there.
    """
    return _template(template).render(**views)


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


class _Environment(jinja2.Environment):
    """An environment whose templates read attributes, and no items: a large package has 300,000, each one call."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]  # jinja2 has a method, called alike


class _Templates(jinja2.FileSystemLoader):
    """Templates as files, of which bytecode is kept: to compile them takes a tenth of a small run."""

    def load(
        self, environment: jinja2.Environment, name: str, globals: MutableMapping[str, object] | None = None
    ) -> jinja2.Template:
        """Return a template, without the functions of jinja: no template calls any."""
        path = next(path for folder in self.searchpath if os.path.isfile(path := os.path.join(folder, name)))
        code = _TemplateCode(environment, name, path).get_code(name)
        assert code is not None  # there is a source
        return environment.template_class.from_code(environment, code, {})


class _TemplateCode(SourceFileLoader):
    """The bytecode of a template, which Python keeps beside it, as it does for modules."""

    def __init__(self, environment: jinja2.Environment, name: str, path: str) -> None:
        super().__init__(name, path)
        self._environment = environment

    def source_to_code(  # type: ignore[override]  # which typeshed takes for a static method
        self, data: bytes, path: str, *, _optimize: int = -1
    ) -> CodeType:
        """Compile the template; Python calls this if there is no bytecode that fits."""
        return self._environment.compile(data.decode(), self.name, path)

    def path_stats(self, path: str) -> dict[str, float]:
        """Return what tells whether the bytecode fits: instead of a date, a number for all that it is made with."""
        made_with = [os.stat(each) for each in (path, __file__, compiler.__file__)]
        number = crc32(repr([(each.st_mtime_ns, each.st_size) for each in made_with]).encode())
        return {"mtime": number, "size": made_with[0].st_size}


@cache
def _environment() -> jinja2.Environment:
    """Templates lie inside the package when it was installed from a wheel, and beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    environment = _Environment(
        loader=_Templates([package / "templates", package.parents[1] / "templates"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        autoescape=lambda name: name is not None and name.endswith(".html.jinja"),
    )
    environment.filters = {}
    return environment
