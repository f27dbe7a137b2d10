"""Templates: what they may ask for, and their bytecode, which Python keeps beside them."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from fledge.emitter import render


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a template, which each call of `text` looks for anew; Python may keep bytecode."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    path = tmp_path / "a.jinja"
    path.write_text("{{ one.real }}\n", encoding="utf-8")
    return path


def text(template: Path) -> str:
    """Render a template as a new process does."""
    environment = jinja2.Environment(loader=render._Templates(template.parent), keep_trailing_newline=True)
    return environment.get_template(template.name).render(one=1)


def test_bytecode_is_kept_beside_a_template(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second process does not compile it."""
    assert text(template) == "1\n"
    assert list((template.parent / "__pycache__").iterdir())
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert text(template) == "1\n"


def test_a_change_of_a_template_is_seen(template: Path) -> None:
    """Also one of the same length, a moment later."""
    assert text(template) == "1\n"
    template.write_text("{{ one.imag }}\n", encoding="utf-8")
    assert text(template) == "0\n"


def test_a_new_jinja_compiles_anew(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytecode of another version is not used."""
    text(template)
    newer = tmp_path / "compiler.py"
    newer.touch()
    monkeypatch.setattr(render.compiler, "__file__", str(newer))
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    with pytest.raises(TypeError):
        text(template)


def test_a_folder_that_cannot_be_written(template: Path) -> None:
    """Templates are compiled by each process, as modules are."""
    (template.parent / "__pycache__").write_text("in the way", encoding="utf-8")
    assert text(template) == "1\n"


def test_what_a_view_does_not_have() -> None:
    """A template cannot leave out silently what is missing."""
    with pytest.raises(AttributeError):
        render.render("models.md.jinja", page=object())
    with pytest.raises(jinja2.UndefinedError):
        render.render("models.md.jinja")
