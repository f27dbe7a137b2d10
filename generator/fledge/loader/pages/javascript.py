"""The values that a page's script hands to its viewer, read without running it.

This is no interpreter: it reads literals, follows names to their last assignment, and takes everything else for
unknown. Loops, conditions and scopes are ignored. A script costs at most `_STEPS` expressions.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cached_property

from fledge.openapi.json_values import JSON

_DEPTH = 60
_STEPS = 20_000
_CHARACTERS = 10_000
"""How long a text may become by additions."""

_CALLS = 20
"""How many calls of one script are read: the last ones."""

_OPAQUE = re.compile(
    r"""(?P<string>(?<!\\)(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`))"""
    r"""|(?P<comment>//[^\n]*|/\*.*?\*/|<!--[^\n]*)"""
    r"""|(?P<regex>(?<=[=(,:;!&|?{}\[\n])[ \t]*/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*)""",
    re.DOTALL,
)
_NOT_NEWLINE = re.compile(r"[^\n]")
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_CHANGE = re.compile(
    r"(?:(?<![\w$.])|(?<=\bwindow\.)|(?<=\bself\.))(?P<name>[A-Za-z_$][\w$]*)\s*"
    r"(?:(?P<set>=)(?![=>])|\.push\s*(?P<push>\()"
    r"|(?:\.(?P<member>[A-Za-z_$][\w$]*)|\[\s*[\"'](?P<key>[\w$]+)[\"']\s*\])\s*=(?![=>]))"
)
_COPY = re.compile(
    r"Object\.assign\s*(?P<call>\()\s*(?P<name>[A-Za-z_$][\w$]*)\s*,"
    r"|\bfor\s*\(\s*(?:(?:var|let|const)\s+)?(?P<each>[\w$]+)\s+in\s+(?P<source>[A-Za-z_$][\w$]*)\s*\)\s*\{?\s*"
    r"(?P<target>[A-Za-z_$][\w$]*)\[\s*(?P=each)\s*\]\s*=\s*(?P=source)\[\s*(?P=each)\s*\]"
)
_BRACKET = re.compile(r"[\[\](){}]")
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_BINARY = re.compile(r"===?|!==?|[<>]=?|\*\*?|/|%|-|instanceof\b|in\b|&(?!&)|\|(?!\|)|\^")
_PREFIX = re.compile(r"(?:await|typeof|void|new|async|delete)\b|!+|[-~]|\+\+?")


class Unknown:
    """A value that the reader does not know; false in conditions, as `undefined` is in a script."""

    def __bool__(self) -> bool:
        return False


UNKNOWN = Unknown()
_WORDS: Mapping[str, JSON] = {"true": True, "false": False, "null": None, "undefined": UNKNOWN}
_Parsed = tuple[JSON, int]
"""A value, and where the text goes on."""


class _StepsExceeded(Exception):
    """The script asks for more steps than a page needs."""


class Script:
    """One script. `location` has what it may read of the page's address: `href`, `origin`, `host` and so on."""

    def __init__(self, text: str, location: Mapping[str, str] | None = None) -> None:
        self.text, self.code = _without_comments(text)
        self.location = location or {}
        self._steps = 0
        self._following: list[tuple[str, int]] = []

    def calls(self, *names: str) -> list[list[JSON]]:
        """The arguments of the last calls of functions with these names, which may be members: `Redoc.init`."""
        pattern = re.compile(rf"(?<![\w$])(?:{'|'.join(map(re.escape, names))})\s*(\()")
        calls = [match for match in pattern.finditer(self.code) if not self._is_definition(match.start())]
        return [
            arguments for match in calls[-_CALLS:] if isinstance(arguments := self._read(self._list, match.end()), list)
        ]

    def assigned(self, *names: str) -> list[JSON]:
        """The values that are assigned to these names, or to members that are called so."""
        pattern = re.compile(rf"(?<![\w$])(?:{'|'.join(map(re.escape, names))})\s*=(?![=>])")
        return [self._read(self._expression, match.end()) for match in [*pattern.finditer(self.code)][-_CALLS:]]

    def reads(self, code: str) -> bool:
        """Whether a piece of code stands in the script, outside of strings and comments."""
        return code in self.code

    def _is_definition(self, at: int) -> bool:
        return self.code[max(at - 12, 0) : at].rstrip().endswith("function")

    def _read(self, read: Callable[[int, int], _Parsed], at: int) -> JSON:
        try:
            return read(at, 0)[0]
        except (_StepsExceeded, RecursionError, IndexError, ValueError):
            return UNKNOWN

    def _skip_space(self, at: int) -> int:
        return match.end() if (match := _SPACE.match(self.text, at)) else at

    def _expression(self, at: int, depth: int) -> _Parsed:
        self._steps += 1
        if self._steps > _STEPS or depth > _DEPTH:
            raise _StepsExceeded
        value, at = self._operand(at, depth + 1)
        while True:
            at = self._skip_space(at)
            if self.text.startswith(("||", "??"), at):
                other, at = self._operand(at + 2, depth + 1)
                value = value if value or (isinstance(value, (dict, list))) else other
            elif self.text.startswith("&&", at):
                other, at = self._operand(at + 2, depth + 1)
                value = other if value else value
            elif self.text.startswith("+", at) and not self.text.startswith(("++", "+="), at):
                other, at = self._operand(at + 1, depth + 1)
                value = _sum(value, other)
            elif self.text.startswith("?", at) and not self.text.startswith("?.", at):
                chosen, at = self._expression(at + 1, depth + 1)
                at = self._skip_space(at)
                if not self.text.startswith(":", at):
                    return UNKNOWN, at
                other, at = self._expression(at + 1, depth + 1)
                return (chosen if value else other), at
            elif match := _BINARY.match(self.text, at):
                _, at = self._operand(match.end(), depth + 1)
                value = UNKNOWN
            else:
                return value, at

    def _operand(self, at: int, depth: int) -> _Parsed:
        at = self._skip_space(at)
        if prefix := _PREFIX.match(self.text, at):
            value, at = self._operand(prefix.end(), depth + 1) if depth < _DEPTH else (UNKNOWN, prefix.end())
            return (value if prefix[0] in ("await", "new") else UNKNOWN), at
        start = self.text[at]
        path = ""
        if start in "\"'`":
            value, at = self._string(at, depth)
        elif start == "{":
            value, at = self._object(at, depth)
        elif start == "[":
            value, at = self._list(at + 1, depth)
        elif start == "(":
            end = self._closing(at)
            if self.text.startswith("=>", after := self._skip_space(end)):
                return UNKNOWN, self._arrow(after + 2, depth)
            value, _ = self._expression(at + 1, depth + 1)
            at = end
        elif match := _NUMBER.match(self.text, at):
            value, at = _number(match[0]), match.end()
        elif match := _NAME.match(self.text, at):
            if self.text.startswith("=>", after := self._skip_space(match.end())):
                return UNKNOWN, self._arrow(after + 2, depth)
            if match[0] in ("function", "class"):
                return UNKNOWN, self._closing(self.code.index("{", match.end()))
            value, at, path = self._resolve(match[0], match.start(), depth), match.end(), match[0]
        else:
            return UNKNOWN, at + 1
        return self._members(value, path, at, depth)

    def _members(self, value: JSON, path: str, at: int, depth: int) -> _Parsed:
        """What `.name`, `[key]` and `(arguments)` make of a value; `path` is its dotted name."""
        while True:
            after = self._skip_space(at)
            if self.text.startswith("?.", after) and self.text[after + 2 : after + 3] not in ("(", "["):
                after += 1
            if self.text.startswith(".", after) and (match := _NAME.match(self.text, self._skip_space(after + 1))):
                path, at = f"{path}.{match[0]}", match.end()
                if isinstance(value, str) and match[0] in ("href", "toString", "trim"):
                    path, at = "", self._closing(at) if self.text.startswith("(", at) else at
                    continue
                value = value.get(match[0], UNKNOWN) if isinstance(value, dict) else self._global(path)
            elif self.text.startswith("[", after):
                key, _ = self._expression(after + 1, depth + 1)
                at = self._closing(after)
                value = _item(value, key)
            elif self.text.startswith("(", after):
                arguments, at = self._list(after + 1, depth + 1)
                value, path = _call(path, arguments), ""
            else:
                return value, at

    def _global(self, path: str) -> JSON:
        name = path.removeprefix("window.").removeprefix("document.").removeprefix("self.")
        if name == "baseURI":
            name = "location.href"
        if name.startswith("location."):
            return self.location.get(name.removeprefix("location."), UNKNOWN)
        member = re.fullmatch(r"(?:window|self)\.([\w$]+)", path)
        return self._resolve(member[1], len(self.text), 0) if member else UNKNOWN

    def _arrow(self, at: int, depth: int) -> int:
        at = self._skip_space(at)
        return self._closing(at) if self.text.startswith("{", at) else self._expression(at, depth + 1)[1]

    def _closing(self, at: int) -> int:
        """The end of the bracket that opens at `at`."""
        level = 0
        for match in _BRACKET.finditer(self.code, at):
            level += 1 if match[0] in "([{" else -1
            if level == 0:
                return match.end()
        raise IndexError("a bracket is not closed")

    def _string(self, at: int, depth: int) -> _Parsed:
        match = _OPAQUE.match(self.text, at)
        if match is None or not match["string"]:
            raise IndexError("a string is not closed")
        content = match[0][1:-1]
        if match[0][0] != "`":
            return _unescape(content), match.end()
        value: JSON = ""
        last = at + 1
        for hole in re.finditer(r"\$\{", content):
            start = at + 1 + hole.start()
            if start < last:
                continue
            inserted, end = self._expression(start + 2, depth + 1)
            value = _sum(_sum(value, _unescape(self.text[last:start])), inserted)
            last = self.text.index("}", end) + 1
        return _sum(value, _unescape(self.text[last : match.end() - 1])), match.end()

    def _object(self, at: int, depth: int) -> _Parsed:
        try:
            return _DECODER.raw_decode(self.text, at)
        except (ValueError, RecursionError):
            pass
        result: dict[str, JSON] = {}
        at += 1
        while (at := self._skip_space(at)) < len(self.text) and self.text[at] != "}":
            if self.text[at] == ",":
                at += 1
            elif self.text.startswith("...", at):
                value, at = self._expression(at + 3, depth + 1)
                result |= value if isinstance(value, dict) else {}
            else:
                key, at = self._key(at, depth)
                at = self._skip_space(at)
                if self.text.startswith(":", at):
                    result[key], at = self._expression(at + 1, depth + 1)
                elif self.text.startswith("(", at):  # a method
                    at = self._closing(self.code.index("{", self._closing(at)))
                elif self.text.startswith((",", "}"), at):  # shorthand
                    result[key] = self._resolve(key, at, depth)
                elif not _NAME.match(self.text, at):  # `get name() {}` goes on with a name
                    at += 1
        return {key: value for key, value in result.items() if value is not UNKNOWN}, at + 1

    def _key(self, at: int, depth: int) -> tuple[str, int]:
        if self.text[at] in "\"'":
            key, at = self._string(at, depth)
            return str(key), at
        if self.text[at] == "[":
            return "", self._closing(at)
        match = _NAME.match(self.text, at) or _NUMBER.match(self.text, at)
        return (match[0], match.end()) if match else ("", at + 1)

    def _list(self, at: int, depth: int) -> _Parsed:
        """The values up to the closing bracket of an array or a call that opened before `at`."""
        result: list[JSON] = []
        while (at := self._skip_space(at)) < len(self.text) and self.text[at] not in "])":
            if self.text[at] == ",":
                at += 1
                continue
            spread = self.text.startswith("...", at)
            value, after = self._expression(at + 3 if spread else at, depth + 1)
            result += value if spread and isinstance(value, list) else [value]
            at = max(after, at + 1)
        return result, at + 1

    @cached_property
    def _changes(self) -> dict[str, list[tuple[int, re.Match[str]]]]:
        """What changes each name, in order, by the end of the change's left side."""
        changes: dict[str, list[tuple[int, re.Match[str]]]] = {}
        for pattern in (_CHANGE, _COPY):
            for match in pattern.finditer(self.text):
                if self.code[match.start()] == self.text[match.start()]:  # in no string
                    parts = match.groupdict()
                    name = parts["name"] or parts.get("target") or ""
                    if name in ("window", "self") and parts.get("member"):
                        name = parts["member"] or ""
                    changes.setdefault(name, []).append((match.end(), match))
        for each in changes.values():
            each.sort(key=lambda change: change[0])
        return changes

    def _resolve(self, name: str, before: int, depth: int) -> JSON:
        """The value of a name at a point: its last assignment before, and what changed it since."""
        if name in _WORDS:
            return _WORDS[name]
        changes = self._changes.get(name, [])
        changes = changes[: bisect_left(changes, before, key=lambda change: change[0])]
        starts = [index for index, (_, match) in enumerate(changes) if _is_assignment(match, name)]
        if not starts or (name, changes[starts[-1]][0]) in self._following:
            return UNKNOWN
        at = changes[starts[-1]][0]
        self._following.append((name, at))
        try:
            value, _ = self._expression(at, depth + 1)
            for end, match in changes[starts[-1] + 1 :][-_CALLS * 5 :]:
                value = self._changed(value, end, match, depth + 1)
        finally:
            self._following.pop()
        return value

    def _changed(self, value: JSON, at: int, match: re.Match[str], depth: int) -> JSON:
        parts = match.groupdict()
        if parts.get("push"):
            arguments, _ = self._list(at, depth)
            return [*value, *arguments] if isinstance(value, list) else value
        if not isinstance(value, dict):
            return value
        if parts.get("call"):
            others, _ = self._list(at, depth)
            return {
                **value,
                **{key: part for other in others if isinstance(other, dict) for key, part in other.items()},
            }
        if parts.get("source"):
            other = self._resolve(parts["source"], match.start(), depth)
            return {**value, **other} if isinstance(other, dict) else value
        part, _ = self._expression(at, depth)
        return value if part is UNKNOWN else {**value, parts["member"] or parts["key"]: part}


_DECODER = json.JSONDecoder(strict=False)


def _is_assignment(match: re.Match[str], name: str) -> bool:
    parts = match.groupdict()
    return bool(parts.get("set")) or (parts.get("member") == name and parts["name"] in ("window", "self"))


def _without_comments(text: str) -> tuple[str, str]:
    """A script without its comments, and that without the content of strings, too; places stay the same."""
    parts: list[str] = []
    code: list[str] = []
    last = 0
    for match in _OPAQUE.finditer(text):
        between, token = text[last : match.start()], match[0]
        blank = _NOT_NEWLINE.sub(" ", token)
        is_string = match["string"] is not None
        if match["regex"]:
            blank = f"{blank[:-1]}$"  # a name that nothing assigns
        parts += [between, token if is_string else blank]
        code += [between, f"{token[0]}{blank[1:-1]}{token[-1]}" if is_string else blank]
        last = match.end()
    return "".join([*parts, text[last:]]), "".join([*code, text[last:]])


def _unescape(content: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3]
        if code:
            return chr(int(code, 16)) if int(code, 16) < 0x110000 else "\ufffd"
        return _ESCAPED.get(match[4], match[4])

    if "\\" not in content:
        return content
    text = _ESCAPE.sub(character, content)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _number(literal: str) -> JSON:
    if literal[:2] in ("0x", "0X"):
        return int(literal, 16)
    return int(literal) if literal.isdecimal() else float(literal)


def _sum(one: JSON, other: JSON) -> JSON:
    if not isinstance(one, str) or not isinstance(other, str) or len(one) + len(other) > _CHARACTERS:
        return UNKNOWN
    return one + other


def _item(value: JSON, key: JSON) -> JSON:
    if isinstance(value, dict) and isinstance(key, str):
        return value.get(key, UNKNOWN)
    if isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
        return value[key]
    return UNKNOWN


def _call(path: str, arguments: JSON) -> JSON:
    """What a call returns: of `JSON.parse` and `Object.assign`; else its only argument, if that is a text."""
    first = arguments[0] if arguments else UNKNOWN
    if path == "JSON.parse":
        try:
            return json.loads(first, strict=False) if isinstance(first, str) else UNKNOWN
        except (ValueError, RecursionError):
            return UNKNOWN
    if path == "Object.assign":
        return {key: value for each in arguments if isinstance(each, dict) for key, value in each.items()}
    return first if isinstance(first, str) and (len(arguments) == 1 or path == "URL") and "." not in path else UNKNOWN
