"""The layout that Black would give to what is printed; the only module that knows Black's rules.

Black costs more than all other stages, so that what is generated is laid out as Black leaves it. Each function returns
text whose first line is not indented, for a place at `indent`. Lines that cannot be
broken here, Black may still break: see `formatter.is_black_stable`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

WIDTH = 88
"""Black's line length, which what is generated keeps to wherever words can be wrapped."""


class Brackets:
    """Printed parts between brackets; `head` ends with the opening one."""

    __slots__ = ("head", "parts", "tail", "_text")

    def __init__(self, head: str, parts: Sequence[Printed], tail: str) -> None:
        self.head = head
        self.parts = parts
        self.tail = tail
        self._text = ""

    def __str__(self) -> str:
        if not self._text:  # that of many is never asked for: they are put together with what stands before them
            self._text = f"{self.head}{', '.join(map(str, self.parts))}{self.tail}"
        return self._text


class Chain:
    """Printed operands; `operator` stands before each but the first, and begins a line where the chain is broken."""

    __slots__ = ("parts", "operator", "_text")

    def __init__(self, parts: Sequence[Printed], operator: str) -> None:
        self.parts = parts
        self.operator = operator
        self._text = f" {operator}".join(map(str, parts))

    def __str__(self) -> str:
        return self._text


Printed: TypeAlias = str | Brackets | Chain
"""Printed code, which can be broken into lines at its brackets and operators."""


def prefix_printed(prefix: str, code: Printed) -> Printed:
    """Return the code with text before it, such as the keyword of an argument."""
    match code:
        case Brackets():
            return Brackets(prefix + code.head, code.parts, code.tail)
        case Chain():
            return Chain((prefix_printed(prefix, code.parts[0]), *code.parts[1:]), code.operator)
        case _:
            return prefix + code


def layout_annotated(indent: int, name: str, spelled: Printed, default: Printed | None = None, end: str = "") -> str:
    """`name: annotation = default`; `end` is what follows on the line, such as a comma."""
    equals = "" if default is None else f" = {default}"
    line = f"{name}: {spelled}{equals}"
    if indent + len(line) + len(end) <= WIDTH:  # as most are
        return line
    pad = " " * indent
    if isinstance(default, Brackets):
        opening = f"{name}: {spelled} = {default.head}"
        if indent + len(opening) <= WIDTH:
            return f"{opening}\n{_layout_body(default.parts, indent + 4)}\n{pad}{default.tail}"
    alone = not end and default is not None and indent + len(f"{name}: {spelled} = (") <= WIDTH
    if alone and indent + len(line) > WIDTH:
        return f"{name}: {spelled} = (\n{pad}    {default}\n{pad})"
    return layout_spelled(indent, f"{name}: ", spelled, equals, end)


def line_that_fits(indent: int, line: str) -> str:
    """Return the line, or "" where it is too long."""
    return line if indent + len(line) <= WIDTH else ""


def layout_head(start: str, arguments: Sequence[str], after: str, indent: int = 0) -> str:
    """Return `start(arguments)after`, the head of a class or function.

    Arguments that do not fit stand on a line of their own, or one a line.
    """
    inner = ", ".join(arguments)
    line = f"{start}({inner}){after}"
    if indent + len(line) <= WIDTH:
        return line
    pad = " " * indent
    comma = ""
    if start.startswith("def ") and len(arguments) == 1:
        comma = ","  # the magic comma of a single argument
    elif indent + 4 + len(inner) > WIDTH and len(arguments) > 1:
        inner, comma = f",\n{pad}    ".join(arguments), ","
    return f"{start}(\n{pad}    {inner}{comma}\n{pad}){after}"


def layout_class(name: str, arguments: Sequence[str], indent: int = 0) -> str:
    """Return the line that opens a class; arguments that do not fit into one stand one a line."""
    return layout_head(f"class {name}", arguments, ":", indent)


def layout_alias(indent: int, name: str, spelled: Printed) -> str:
    """Return `name: TypeAlias = type`."""
    line = f"{name}: TypeAlias = {spelled}"
    if indent + len(line) <= WIDTH:
        return line
    pad = " " * indent
    target = layout_alias_target(indent, name)
    if "\n" not in target:
        before = f"{target} = "
        opening = spelled.head if isinstance(spelled, Brackets) else spelled
        if isinstance(opening, str) and indent + len(before) + len(opening) > WIDTH:
            return f"{before}(\n{_layout_body((spelled,), indent + 4)}\n{pad})"
        return layout_spelled(indent, before, spelled, "")
    if isinstance(spelled, str):
        return f"{target} = {spelled}"
    brackets = spelled if isinstance(spelled, Brackets) else Brackets("(", (spelled,), ")")
    is_name_short = indent + len(f"{name}: (") <= WIDTH
    if is_name_short and indent + len(f") = {brackets}") <= WIDTH:
        return f"{target} = {brackets}"
    return f"{target} = {brackets.head}\n{_layout_body(brackets.parts, indent + 4)}\n{pad}{brackets.tail}"


def layout_alias_target(indent: int, name: str) -> str:
    """Return the text before ` = (` where an alias is assigned; Black breaks it for the sake of a long name."""
    line = f"{name}: TypeAlias"
    if indent + len(f"{line} = (") <= WIDTH:
        return line
    pad = " " * indent
    return f"{name}: (\n{pad}    TypeAlias\n{pad})"


def fits_behind(target: str, opening: str) -> bool:
    """Return whether what opens a bracket fits behind the target of an assignment; a broken target ends with `)`."""
    return len(f"{target.splitlines()[-1]}{opening}") <= WIDTH


def layout_statement(indent: int, code: Brackets) -> str:
    """Return a statement that ends with a call."""
    return str(code) if indent + len(str(code)) <= WIDTH else _layout_opened(indent, code)


def layout_import(module: str, names: Sequence[str], indent: str) -> list[str]:
    """Return the lines of a statement that imports names from a module; names that do not fit stand one a line."""
    line = f"{indent}from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{indent}from {module} import (", *(f"{indent}    {name}," for name in names), f"{indent})"]


def layout_argument(indent: int, code: Printed) -> str:
    """Return an argument of a call, with a comma behind it that is not part of the text."""
    if isinstance(code, str) or indent + len(str(code)) < WIDTH:
        return str(code)
    pad = " " * indent
    if isinstance(code, Chain):
        if code.operator == "| ":  # Black has the last word on it
            return str(code)
        parts = code.parts[0], *(prefix_printed(code.operator, part) for part in code.parts[1:])
        return f"\n{pad}".join(layout_argument(indent, part) for part in parts)
    return _layout_opened(indent, code)


def _layout_opened(indent: int, code: Brackets) -> str:
    """Return brackets with their parts on lines of their own: a single line if they fit, else one for each.

    The parts of a tuple, list or dict never share a line: Black treats them otherwise than the arguments of a call.
    """
    pad = " " * indent
    inner = ", ".join(map(str, code.parts)) + code.tail[:-1]
    before = code.head[:-1]
    is_collection = not before or before[-1] in "= "
    if indent + 4 + len(inner) <= WIDTH and not (is_collection and len(code.parts) > 1):
        return f"{code.head}\n{pad}    {inner}\n{pad}{code.tail[-1]}"
    lines = [f"{pad}    {layout_argument(indent + 4, part)}," for part in code.parts]
    return "\n".join([code.head, *lines, pad + code.tail[-1]])


def layout_dict(name: str, entries: Sequence[Printed], indent: int, *, one_a_line: bool = False) -> tuple[str, ...]:
    """Return the lines of the argument `name={...}`: a single one where it fits, else one for each of `entries`.

    Nothing without entries. With `one_a_line`, only a single entry shares the line of the brackets.
    """
    if not entries:
        return ()
    if len(entries) == 1 or not one_a_line:
        line = f"{name}={{{', '.join(map(str, entries))}}},"
        if len(line) + indent <= WIDTH:
            return (line,)
    return (f"{name}={{", *(f"    {layout_argument(indent + 4, entry)}," for entry in entries), "},")


def layout_tuple(entries: Sequence[Printed]) -> tuple[str, ...]:
    """Return the lines of a tuple as an argument, one entry a line; Black keeps a tuple of one on one line."""
    return (f"({entries[0]},),",) if len(entries) == 1 else ("(", *(f"    {entry}," for entry in entries), "),")


def layout_exploded(code: Printed, before: str, after: str, indent: int) -> list[str]:
    """Return the lines of an expression: a single one where it fits, else one for each part, with a comma behind it."""
    pad = " " * indent
    line = f"{pad}{before}{code}{after}"
    if not isinstance(code, Brackets) or not code.parts or len(line) <= WIDTH:
        return [line]
    lines = [f"{pad}{before}{code.head}"]
    for part in code.parts:
        lines += layout_exploded(part, "", ",", indent + 4)
    return [*lines, f"{pad}{code.tail.lstrip(',')}{after}"]


def layout_constant(name: str, spelled: Brackets, function: str) -> tuple[str, int, str]:
    """`name: annotation = function(` with arguments on lines of their own: opening, indent of arguments, closing."""
    line = f"{name}: {spelled} = "
    if len(f"{line}{function}(") > WIDTH >= len(f"{line}("):
        return f"{line}(\n    {function}(", 8, "    )\n)"
    if len(f"{name}: {spelled.head}") > WIDTH >= len(f"{name}: ("):
        return f"{name}: (\n{_layout_body((spelled,), 4)}\n) = {function}(", 4, ")"
    return layout_spelled(0, f"{name}: ", spelled, f" = {function}("), 4, ")"


def layout_signature(definition: str, arguments: Sequence[str], end: str) -> tuple[str, ...]:
    """Return the lines of a method's signature, if Black would leave its arguments on one line; else nothing."""
    inner = ", ".join(arguments)
    if not arguments or "\n" in inner + end:
        return ()
    if len(line := f"{definition}({inner}{end}") + 4 <= WIDTH:
        return (line,)
    return (f"{definition}(", f"    {inner}", end) if len(inner) + 8 <= WIDTH else ()


def layout_method(definition: str, arguments: Sequence[str], end: str) -> tuple[str, ...]:
    """Return the lines of a method's signature, whose arguments fit into one line; what it returns may not."""
    inner = ", ".join(arguments)
    line = f"{definition}({inner}{end}"
    return (line,) if "\n" not in line and len(line) + 4 <= WIDTH else (f"{definition}(", f"    {inner}", end)


def layout_return(function: str, arguments: Sequence[Printed]) -> tuple[str, ...]:
    """Return the lines of a method's `return function(arguments)`.

    A function whose name is too long behind `return`, but not on a line of its own, goes into parentheses.
    """
    head = f"{function}("
    if 8 + len("return ") + len(head) > WIDTH >= 12 + len(head):
        return ("return (", *(f"    {line}" for line in _layout_call_lines("", function, arguments, 12)), ")")
    return _layout_call_lines("return ", function, arguments, 8)


def _layout_call_lines(before: str, function: str, arguments: Sequence[Printed], indent: int) -> tuple[str, ...]:
    inner = ", ".join(map(str, arguments))
    if indent + len(line := f"{before}{function}({inner})") <= WIDTH:
        return (line,)
    bound = [layout_call(indent + 4, each) if isinstance(each, Brackets) else str(each) for each in arguments]
    if indent + 4 + len(inner) <= WIDTH and not any("\n" in each for each in bound):
        return (f"{before}{function}(", f"    {inner}", ")")
    return (f"{before}{function}(", *(f"    {each}," for each in bound), ")")


def layout_call(indent: int, code: Brackets) -> str:
    """Return a call as an argument on a line of its own."""
    if indent + len(str(code)) < WIDTH:
        return str(code)
    inner = ", ".join(map(str, code.parts))
    pad = " " * (indent + 4)
    if len(pad) + len(inner) > WIDTH:
        inner = f",\n{pad}".join(map(str, code.parts)) + ","
    return f"{code.head}\n{pad}{inner}\n{' ' * indent}{code.tail}"


def layout_assigned_call(indent: int, target: str, call: Brackets) -> str:
    """Return the assignment of a call. If the target leaves no room for the head, the call goes into parentheses.

    If the argument is too long even there, Black leaves the head where it is.
    """
    line = f"{target} = {call}"
    if indent + len(line) <= WIDTH:  # as most are
        return line
    inner = ", ".join(map(str, call.parts))
    if indent + len(f"{target} = {call.head}") <= WIDTH or indent + 8 + len(inner) > WIDTH:
        return layout_statement(indent, Brackets(f"{target} = {call.head}", call.parts, call.tail))
    pad = " " * indent
    return f"{target} = (\n{pad}    {layout_call(indent + 4, call)}\n{pad})"


def layout_spelled(indent: int, before: str, spelled: Printed, after: str, end: str = "") -> str:
    """Return an annotation between `before` and `after`; `end` is what follows on the line.

    A union that does not fit goes into parentheses, anything else is broken at its brackets.
    """
    line = f"{before}{spelled}{after}"
    if indent + len(line) + len(end) <= WIDTH:
        return line
    pad = " " * indent
    if isinstance(spelled, Brackets):
        return f"{before}{spelled.head}\n{_layout_body(spelled.parts, indent + 4)}\n{pad}{spelled.tail}{after}"
    is_unbreakable = isinstance(spelled, str) and indent + 4 + len(spelled) > WIDTH
    if is_unbreakable or before == "| " or (not before and not after):
        return line
    return f"{before}(\n{_layout_body((spelled,), indent + 4)}\n{pad}){after}"


def _layout_body(parts: Sequence[Printed], indent: int) -> str:
    """Return lines between brackets: a single one, else one part a line."""
    pad = " " * indent
    inner = ", ".join(map(str, parts))
    if indent + len(inner) <= WIDTH:
        return pad + inner
    end = "," if len(parts) > 1 else ""
    return "\n".join(f"{pad}{_layout_operands(indent, part, end)}{end}" for part in parts)


def _layout_operands(indent: int, code: Printed, end: str) -> str:
    """Return a part between brackets: on a line if it fits with what follows, else each of its operands on one."""
    if not isinstance(code, Chain) or indent + len(str(code)) + len(end) <= WIDTH:
        return layout_spelled(indent, "", code, "", end)
    first, *others = code.parts
    lines = [layout_spelled(indent, "", first, ""), *(layout_spelled(indent, "| ", part, "") for part in others)]
    return f"\n{' ' * indent}".join(lines)
