"""A minified document with a line for each member, so that its changes can be read; nothing else of it changes."""

from __future__ import annotations

import json
import re

_LINE = 200
"""Characters of a line, on average, from which a document is taken for minified."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


class _Unusual(Exception):
    """A literal or a repeated key that writing the parsed value would change."""


def indent_json(data: bytes) -> bytes:
    """The data, indented if it is JSON on few long lines: same order, same spelling of strings' values and numbers."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    if text.lstrip()[:1] != "{" or len(text) < _LINE * (text.strip().count("\n") + 1):
        return data
    try:
        value = json.loads(text, object_pairs_hook=_members, parse_float=_number)
        return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()
    except _Unusual:
        return _spread(text).encode()
    except (ValueError, RecursionError):  # no JSON, or with half characters
        return data


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Unusual
    return members


def _number(literal: str) -> float:
    if repr(float(literal)) != literal:
        raise _Unusual
    return float(literal)


def _spread(text: str) -> str:
    """The tokens of JSON, one member a line; every token stays as it is."""
    parts: list[str] = []
    depth = 0
    previous = ""
    for token in _TOKEN.findall(text):
        if token in ("}", "]"):
            depth -= 1
            parts.append("" if previous in ("{", "[") else f"\n{'  ' * depth}")
        elif previous in ("{", "[", ","):
            parts.append(f"\n{'  ' * depth}")
        parts.append(f"{token} " if token == ":" else token)
        depth += token in ("{", "[")
        previous = token
    return f"{''.join(parts)}\n"
