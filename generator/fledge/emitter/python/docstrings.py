"""Docstrings, which no string of a document can end."""

from __future__ import annotations

from fledge.emitter.python.literals import escape_char, is_plain


def docstring(lines: list[str], indent: int) -> str:
    """Return a docstring of `lines` as Black leaves it; its lines but the first are indented by `indent` spaces.

    What these are all indented by counts for nothing (PEP 257).
    Returns "" where there is nothing to say.
    """
    safe = [escape_docstring(line).rstrip() for line in lines]
    while safe and not safe[0].strip():
        safe.pop(0)
    while safe and not safe[-1]:
        safe.pop()
    if not safe:
        return ""
    safe[0] = safe[0].lstrip()
    opening = '""" ' if safe[0].startswith('"') else '"""'
    pad = " " * indent
    shared = min((len(line) - len(line.lstrip()) for line in safe[1:] if line), default=0)
    if len(safe) == 1:
        closing = ' """' if safe[0].endswith('"') else '"""'
        return f"{opening}{safe[0]}{closing}"
    body = "\n".join([opening + safe[0], *(pad + line[shared:] if line else "" for line in safe[1:])])
    return f'{body}\n{pad}"""'


def escape_docstring(text: str) -> str:
    """Return text of a document inside a docstring: it can neither end the docstring nor hide anything."""
    if text.isascii() and text.isprintable() and "\\" not in text and '"""' not in text:
        return text
    kept = ("\\\\" if char == "\\" else char if is_plain(char) else escape_char(char) for char in text)
    return "".join(kept).replace('"""', '\\"\\"\\"')
