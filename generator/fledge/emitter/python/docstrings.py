"""Docstrings, which no string of a document can end."""

from __future__ import annotations

from fledge.emitter.python.literals import escape_char, is_plain


def docstring(lines: list[str], indent: int) -> str:
    """Return a docstring of `lines` as Black leaves it; its lines but the first are indented by `indent` spaces.

    What these are all indented by counts for nothing (PEP 257).
    Returns "" where there is nothing to say.
    """
    if len(lines) == 1 and _is_plain_line(lines[0]):  # as most are
        return f'"""{lines[0]}"""'
    text = "".join(lines)
    is_safe = escape_docstring(text) == text  # as most are
    safe = [line.rstrip() if is_safe else escape_docstring(line).rstrip() for line in lines]
    while safe and not safe[0].strip():
        safe.pop(0)
    while safe and not safe[-1]:
        safe.pop()
    if not safe:
        return ""
    safe[0] = safe[0].lstrip()
    opening = '""" ' if safe[0].startswith('"') else '"""'
    pad = " " * indent
    shared = 0
    if all(line.startswith(" ") or not line for line in safe[1:]):
        shared = min((len(line) - len(line.lstrip()) for line in safe[1:] if line), default=0)
    if len(safe) == 1:
        closing = ' """' if safe[0].endswith('"') else '"""'
        return f"{opening}{safe[0]}{closing}"
    body = "\n".join([opening + safe[0], *[pad + line[shared:] if line else "" for line in safe[1:]]])
    return f'{body}\n{pad}"""'


def _is_plain_line(line: str) -> bool:
    """Return whether nothing in a line is escaped or stripped, and it has no quotes."""
    return bool(line) and line == line.strip() and '"' not in line and "\\" not in line and is_plain(line)


def escape_docstring(text: str) -> str:
    """Return text of a document inside a docstring: it can neither end the docstring nor hide anything."""
    if "\\" not in text and '"""' not in text and is_plain(text):
        return text
    kept = ("\\\\" if char == "\\" else char if is_plain(char) else escape_char(char) for char in text)
    return "".join(kept).replace('"""', '\\"\\"\\"')
