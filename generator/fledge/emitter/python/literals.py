"""Python literals of JSON scalars, which no string of a document can break out of."""

from __future__ import annotations


def literal(value: object) -> str:
    """Return a Python literal of a JSON scalar, or of ASCII bytes, with the quotes that Black prefers."""
    if not isinstance(value, str):
        return f"b{literal(value.decode('ascii'))}" if isinstance(value, bytes) else repr(value)
    if value.isprintable() and '"' not in value and "\\" not in value:  # as most are
        return f'"{value}"'
    quote = '"' if value.count('"') <= value.count("'") else "'"
    return quote + "".join(_escaped(char, quote) for char in value) + quote


def _escaped(char: str, quote: str) -> str:
    if char == "\\" or char == quote:
        return "\\" + char
    if char in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[char]
    return char if is_plain(char) else escape_char(char)


def is_plain(text: str) -> bool:
    """Return whether all characters of a text can stand in source text: none is hidden, or changes how others are
    shown.

    To Python, characters that format, separate lines or are half of a pair are not printable, but a space is.
    """
    return text.isprintable()


def escape_char(char: str) -> str:
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
