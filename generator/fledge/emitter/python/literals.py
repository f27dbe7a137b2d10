"""Python literals of JSON scalars, which no string of a document can break out of."""

from __future__ import annotations

import unicodedata


def literal(value: object) -> str:
    """Return a Python literal of a JSON scalar, or of ASCII bytes, with the quotes that Black prefers."""
    if not isinstance(value, str):
        return f"b{literal(value.decode('ascii'))}" if isinstance(value, bytes) else repr(value)
    quote = '"' if value.count('"') <= value.count("'") else "'"
    if "\\" not in value and quote not in value and is_plain_text(value):
        return f"{quote}{value}{quote}"
    return quote + "".join(_escaped(char, quote) for char in value) + quote


def _escaped(char: str, quote: str) -> str:
    if char == "\\" or char == quote:
        return "\\" + char
    if char in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[char]
    return char if is_plain(char) else escape_char(char)


def is_plain(char: str) -> bool:
    """Return whether a character can stand in source text: printable, and it does not change how others are shown."""
    return char == " " or (char.isprintable() and unicodedata.category(char) not in ("Cf", "Zl", "Zp", "Cs"))


def is_plain_text(text: str) -> bool:
    """Return whether all characters of a text can stand in source text. It has few that differ."""
    return text.isascii() and text.isprintable() or all(map(is_plain, dict.fromkeys(text)))


def escape_char(char: str) -> str:
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
