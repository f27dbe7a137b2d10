"""The one way in which a document's strings become text: literals, docstrings, annotations, and Markdown."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

WIDTH = 88
"""Black's line length, which what is generated keeps to wherever words can be wrapped."""

Node: TypeAlias = "str | tuple[str, list[Node], str]"
"""An expression: text, or what opens a bracket, the parts between, and what closes it."""

_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|' r"'(?:\\.|[^'\\])*'")
_MARKS = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])")
_BLOCK_START = re.compile(r"^(\d+(?=[.)])|(?=[#+=>-]))")
_CODE_SPAN = re.compile(r"((?<!`)`[^`|]+`(?!`))")


def literal(value: object) -> str:
    """A Python literal of a JSON scalar, with the quotes that Black prefers."""
    if not isinstance(value, str):
        return repr(value)
    quote = '"' if value.count('"') <= value.count("'") else "'"
    if value.isascii() and value.isprintable() and "\\" not in value and quote not in value:
        return f"{quote}{value}{quote}"
    return quote + "".join(_escaped(char, quote) for char in value) + quote


def _escaped(char: str, quote: str) -> str:
    if char == "\\" or char == quote:
        return "\\" + char
    if char in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[char]
    return char if _is_plain(char) else _code(char)


def _is_plain(char: str) -> bool:
    """Whether a character can stand in source text: printable, and it does not change how others are shown."""
    return char == " " or (char.isprintable() and unicodedata.category(char) not in ("Cf", "Zl", "Zp", "Cs"))


def _code(char: str) -> str:
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def prose(text: str) -> str:
    """Text of a document inside a docstring: it can neither end the docstring nor hide anything."""
    if text.isascii() and text.isprintable() and "\\" not in text and '"""' not in text:
        return text
    kept = ("\\\\" if char == "\\" else char if _is_plain(char) else _code(char) for char in text)
    return "".join(kept).replace('"""', '\\"\\"\\"')


def markdown(text: str) -> str:
    """Text of a document as one line of Markdown: it is shown as it is, but for what is marked as code."""
    line = _shown(text)
    parts = _CODE_SPAN.split(line)  # each second part is code
    escaped = [part if index % 2 else _MARKS.sub(r"\\\g<0>", part) for index, part in enumerate(parts)]
    return _BLOCK_START.sub(r"\1\\", "".join(escaped))


def code(text: str) -> str:
    """Text of a document as code inside a line of Markdown."""
    line = _shown(text)
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    pad = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{'`' * (longest + 1)}{pad}{line}{pad}{'`' * (longest + 1)}"


def _shown(text: str) -> str:
    """Text on one line, in which nothing is hidden."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    return "".join(char if _is_plain(char) else _code(char) for char in line)


def docstring(lines: list[str], indent: int) -> str:
    """A docstring of `lines` as Black leaves it; its lines but the first are indented by `indent` spaces.

    What these are all indented by counts for nothing (PEP 257).
    Returns "" where there is nothing to say.
    """
    safe = [prose(line).rstrip() for line in lines]
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


def annotated(indent: int, name: str, spelled: str, default: str, end: str) -> str:
    """`name: annotation = default` as Black lays it out at `indent`; the first line is not indented.

    `end` is what follows on the line, such as a comma.
    """
    equals = f" = {default}" if default else ""
    head, call, arguments = default.partition("(")
    if call and indent + len(f"{name}: {spelled}{equals}{end}") > WIDTH:
        opening = f"{name}: {spelled} = {head}("
        if indent + len(opening) <= WIDTH:
            pad = " " * indent
            return f"{opening}\n{_body(arguments[:-1], indent + 4)}\n{pad})"
    alone = not end and default and indent + len(f"{name}: {spelled} = (") <= WIDTH
    if alone and indent + len(f"{name}: {spelled}{equals}") > WIDTH:
        return f"{name}: {spelled} = (\n{' ' * (indent + 4)}{default}\n{' ' * indent})"
    return spread(indent, f"{name}: ", spelled, equals, end)


def opening(start: str, inner: str, after: str, indent: int = 0) -> str:
    """`start(inner)after` on one line where it fits, else with `inner` on a line of its own."""
    line = f"{start}({inner}){after}"
    if indent + len(line) <= WIDTH:
        return line
    pad = " " * indent
    comma = "," if start.startswith("def ") else ""
    return f"{start}(\n{pad}    {inner}{comma}\n{pad}){after}"


def either(indent: int, one: str, other: str) -> str:
    """`one or other` as an argument at `indent`, broken at the operator where it does not fit."""
    line = f"{one} or {other}"
    return line if indent + len(line) < WIDTH else f"{one}\n{' ' * indent}or {other}"


def assigned(indent: int, name: str, spelled: str) -> str:
    """`name: TypeAlias = type` as Black lays it out at `indent`; the first line is not indented."""
    line = f"{name}: TypeAlias = {spelled}"
    if indent + len(line) <= WIDTH:
        return line
    *above, last = alias(indent, name).split("\n")
    return "\n".join([*above, " " * indent * bool(above) + spread(indent, f"{last.lstrip()} = ", spelled, "")])


def alias(indent: int, name: str) -> str:
    """What stands before ` = (` where an alias is assigned; Black breaks it for the sake of a long name."""
    line = f"{name}: TypeAlias"
    if indent + len(f"{line} = (") <= WIDTH:
        return line
    pad = " " * indent
    return f"{name}: (\n{pad}    TypeAlias\n{pad})"


def arranged(indent: int, node: Node, end: str) -> str:
    """An expression as Black lays it out at `indent`, with `end` behind it; the first line is not indented."""
    if isinstance(node, str) or indent + len(line := _flat(node)) + len(end) <= WIDTH:
        return node if isinstance(node, str) else line
    head, parts, tail = node
    pad = " " * indent
    inner = ", ".join(map(_flat, parts)) + tail[:-1]
    if indent + 4 + len(inner) <= WIDTH:
        return f"{head}\n{pad}    {inner}\n{pad}{tail[-1]}"
    lines = [f"{pad}    {arranged(indent + 4, part, ',')}," for part in parts]
    return "\n".join([head, *lines, pad + tail[-1]])


def _flat(node: Node) -> str:
    return node if isinstance(node, str) else f"{node[0]}{', '.join(map(_flat, node[1]))}{node[2]}"


def spread(indent: int, before: str, spelled: str, after: str, end: str = "") -> str:
    """An annotation between `before` and `after` as Black lays it out at `indent`; the first line is not indented.

    A union that does not fit goes into parentheses, anything else is broken at its brackets.
    """
    line = f"{before}{spelled}{after}"
    if indent + len(line) + len(end) <= WIDTH:
        return line
    pad = " " * indent
    head, bracket, inner = spelled.partition("[")
    if bracket and head.replace(".", "").isidentifier() and len(split(spelled, " | ")) == 1:
        return f"{before}{head}[\n{_body(inner[:-1], indent + 4)}\n{pad}]{after}"
    too_long = len(split(spelled, " | ")) == 1 and indent + 4 + len(spelled) > WIDTH
    if too_long or before == "| " or (not before and not after):
        return line
    return f"{before}(\n{_body(spelled, indent + 4)}\n{pad}){after}"


def _body(text: str, indent: int) -> str:
    """What stands between brackets on lines of its own: one line, else one part a line."""
    pad = " " * indent
    if indent + len(text) <= WIDTH:
        return pad + text
    parts = split(text, ", ")
    if len(parts) > 1:
        return "\n".join(f"{pad}{spread(indent, '', part, '', ',')}," for part in parts)
    first, *rest = split(text, " | ")
    return "\n".join([pad + spread(indent, "", first, ""), *(pad + spread(indent, "| ", part, "") for part in rest)])


def respelled(spelled: str, names: tuple[str, ...], prefix: str) -> str:
    """An annotation with `prefix` before each of `names`, literals apart."""
    if not names:
        return spelled
    name = re.compile(rf"(?<![\w.])(?:{'|'.join(names)})(?!\w)")
    parts = re.split(f"({_QUOTED.pattern})", spelled)
    return "".join(part if _QUOTED.fullmatch(part) else name.sub(lambda m: prefix + m.group(), part) for part in parts)


def split(spelled: str, separator: str) -> list[str]:
    """The parts of an annotation between separators, ` | ` or `, `; those inside brackets or literals do not count."""
    parts: list[str] = [""]
    depth = 0
    for token in re.split(rf"({_QUOTED.pattern}|\[|\]|{re.escape(separator)})", spelled):
        depth += (token == "[") - (token == "]")
        if token == separator and not depth:
            parts.append("")
        else:
            parts[-1] += token
    return parts


def sentence(text: str) -> str:
    """A text that ends like a sentence."""
    text = text.strip()
    return f"{text}." if text and text[-1] not in ".!?:" and "\n" not in text else text
