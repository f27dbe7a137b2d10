"""Black's last word on generated text, where it has one; the only module that knows black."""

from __future__ import annotations

import re
import unicodedata

from fledge.emitter.python.directives import DIRECTIVES
from fledge.emitter.python.layout import WIDTH

# Lines that Black leaves as long as they are: a name, a text, or what opens a bracket.
_WHOLE = re.compile(
    r"""\s*(?:"""
    r"""(?:\w+=|\) = )?(["'])(?:\\.|(?!\1).)*\1,?|"\w+": "[^"\\]+",|"\w+": \w*\(|(?:\| )?\w+(?: as \w+)?,?|(\w+)=\2,|"""
    r"""(?:class |def |async def )?\w+\(|from [\w.]+ import \(|\w+: \(|\w+: \w+\[|\) -> \w{81,}:|\w+ = \w+\(|\w+: [\w.]+,?|"""
    r"""self\.\w{64,} = \w+\(|resource\.\w{68,},?|"""  # views of methods: too long for a line even alone
    r"""lambda of: of\.\w+\.with_\w+_response,|"""  # those of resources
    r"""return (?=.{76,}\()(?:await )?[\w.]+\()"""  # the call of a method: too long even in brackets
)
_TOO_LONG = re.compile(rf"\n[^\n]{{{WIDTH + 1}}}")
_QUOTES = '"' * 3


def is_black_stable(text: str) -> bool:
    """Return whether generated text is laid out as Black would do it, so that Black need not run.

    That holds where the text could be broken into lines that are short enough. Longer lines, Black may break otherwise.
    """
    if _is_short(text):  # as most are
        return True
    code = _without_docstrings(text)
    return _is_short(code) or all(
        (len(line) <= WIDTH or _WHOLE.fullmatch(line)) and (line.isascii() or _is_narrow(line))
        for line in code.splitlines()
    )


def _is_short(text: str) -> bool:
    """Return whether no line is too long, whatever stands in it."""
    return text.isascii() and not _TOO_LONG.search(f"\n{text}")


def _without_docstrings(text: str) -> str:
    """Return text without its docstrings, each of which stands on lines of its own."""
    code = text.split(_QUOTES)[::2]
    if all(not part[part.rfind("\n") + 1 :].strip() for part in code[:-1]):
        return "".join(code)
    # A string that is no docstring has such quotes in it.
    lines: list[str] = []
    inside = False
    for line in text.splitlines():
        if _QUOTES in line and (inside or line.lstrip().startswith(_QUOTES)):
            stripped = line.strip()
            inside = not stripped.endswith(_QUOTES) or not inside and stripped == _QUOTES
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


def _is_narrow(line: str) -> bool:
    """Return whether all characters are one column wide: Black counts columns."""
    return not any(unicodedata.east_asian_width(char) in "WF" or unicodedata.combining(char) for char in line)


def format_source(text: str) -> str:
    """Return generated Python text as Black leaves it, with a mode that no configuration changes."""
    from black import format_file_contents
    from black.mode import Mode, TargetVersion
    from black.report import NothingChanged

    code = text.removeprefix(DIRECTIVES)  # which tell Black to leave it alone
    try:
        formatted = format_file_contents(
            code, fast=True, mode=Mode(target_versions={TargetVersion.PY311}, line_length=WIDTH)
        )
    except NothingChanged:
        return text
    return text[: -len(code)] + formatted
