"""Words of a wire name, and the Python spellings that are made of them."""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from functools import lru_cache


def _word_pattern(capital: str, small: str, digit: str, caseless: str) -> re.Pattern[str]:
    return re.compile(
        rf"{capital}{{2,}}s(?!{small})"  # the IDs of userIDs
        rf"|{capital}+(?={capital}{small})"  # the HTTP of HTTPServer
        rf"|{capital}?{small}+{digit}*"  # Server, server, sha256
        rf"|{capital}+(?!{small}){digit}*"  # URL, URL2, and the last letters of a run
        rf"|{digit}+"
        rf"|{caseless}+"  # letters of scripts without case stay together
    )


_WORD = re.compile("OAuth[0-9]*|" + _word_pattern("[A-Z]", "[a-z]", "[0-9]", "[^\\x00-\\x7f]").pattern)
_KINDS = _word_pattern("A", "[as]", "0", "x")
"""A word in a text of `_kinds`."""
_SYMBOLS = {
    "+": "plus",
    "-": "minus",
    "<": "lt",
    ">": "gt",
    "=": "eq",
    "!": "not",
    "*": "star",
    "#": "hash",
    "$": "dollar",
    "%": "percent",
    "&": "and",
    "@": "at",
    "~": "tilde",
    "^": "caret",
    "?": "question",
    "/": "slash",
    ".": "dot",
    ":": "colon",
    ",": "comma",
    "_": "underscore",
}

# What annotations of fields are spelled with: a field of that name would hide it from those below.
_USED_IN_ANNOTATIONS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str", "tuple"})
_RESERVED_ATTRIBUTES = frozenset({"self", "cls", "mro"})
# What a resource has beside its operations, and what its class is written with.
_RESOURCE_MEMBERS = frozenset({"builtins", "cached_property", "with_raw_response", "with_streaming_response"})


def words(text: str) -> list[str]:
    """The words of `text`: at case changes, digits' ends and whatever is neither letter nor digit."""
    return list(_words(text))


@lru_cache(100_000)  # the same few names are all over a description
def _words(text: str) -> tuple[str, ...]:
    text = unicodedata.normalize("NFKC", text)
    if text.isascii():
        if text.islower() and text.replace("_", "").isalpha():  # as the names of most properties are
            return tuple(filter(None, text.split("_")))
        return tuple(_WORD.findall(text))
    return tuple(text[match.start() : match.end()] for match in _KINDS.finditer(_kinds(text)))


def _kinds(text: str) -> str:
    """Return a letter for each character, by Unicode's categories: A, a and s have case, x has none, 0 is a digit.

    A mark belongs to the letter before it.
    """
    kinds = ""
    for character in text:
        if not f"a{character}".isidentifier() or character == "_":
            kinds += " "
        elif unicodedata.category(character).startswith("M"):
            kinds += kinds[-1:] or " "
        elif character.isupper() or character.istitle():
            kinds += "A"
        elif character.islower():
            kinds += "s" if character == "s" else "a"
        else:
            kinds += "0" if character.isdecimal() else "x" if character.isalpha() else " "
    return kinds


def symbols(text: str) -> list[str]:
    """The words of `text` with its punctuation spelled out: `+1` gives plus, 1; `Date<` gives Date, lt."""
    spelled = "".join(f" {_SYMBOLS[c]} " if c in _SYMBOLS else c for c in unicodedata.normalize("NFKC", text))
    return words(spelled)


def digest(text: str, length: int = 4) -> str:
    """Hexadecimal digits that depend on nothing but `text`, for names that nothing else tells apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


_SINGULARS = {
    **{
        word: word
        for word in "always aws css dns gas gps has https ios its kms mms news os rss series sms species tls".split()
    },
    **{
        f"{word}s": word
        for word in "avalanche cache calorie cookie hoodie movie niche pie rookie selfie shoe tie".split()
    },
    **{f"{word}es": word for word in "alias bias bonus bus campus canvas echo gas hero lens status veto virus".split()},
    "analyses": "analysis",
    "appendices": "appendix",
    "axes": "axis",
    "children": "child",
    "diagnoses": "diagnosis",
    "indices": "index",
    "matrices": "matrix",
    "quizzes": "quiz",
    "vertices": "vertex",
}
"""Words that the rule below would get wrong."""


@lru_cache(100_000)
def singular(word: str) -> str:
    """An English word without its plural ending; a word that has none stays."""
    word = word.lower()
    if word in _SINGULARS:
        return _SINGULARS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def snake(parts: list[str]) -> str:
    """`[Display, Name]` as display_name; a leading digit gets an underscore's company.

    A small `İ` is an `i`, as Turkish has it: Python adds a dot that no keyboard types.
    """
    name = "_".join(parts).replace("İ", "i").lower()
    return f"n{name}" if name[:1].isdigit() else name


def pascal(parts: list[str]) -> str:
    """`[display, name]` as DisplayName; runs of the same word are said once."""
    name = last = ""
    for part in parts:
        lower = part.lower()
        if lower != last:
            name += part[0].upper() + part[1:]
            last = lower
    return f"N{name}" if name[:1].isdigit() else name


@lru_cache(100_000)
def pascal_name(text: str) -> str:
    """The words of a wire name as DisplayName; a name without words has its punctuation spelled out."""
    return pascal(words(text)) or pascal(symbols(text))


def camel(name: str) -> str:
    """What msgspec's `rename="camel"` makes of a Python name."""
    head, *rest = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest) if head else name


def attribute(name: str) -> str:
    """A name that can be a field, a parameter or a property: no keyword, no builtin that annotations use."""
    if keyword.iskeyword(name) or name in _RESERVED_ATTRIBUTES or name in _USED_IN_ANNOTATIONS:
        return f"{name}_"
    return name


def method(name: str) -> str:
    """A name that can be a method: builtins such as `list` are fine here."""
    reserved = keyword.iskeyword(name) or name in _RESERVED_ATTRIBUTES or name in _RESOURCE_MEMBERS
    return f"{name}_" if reserved else name


def class_name(text: str) -> str:
    """A class's name for a component key: one that is good already stays as it is."""
    if re.fullmatch(r"[A-Z][A-Za-z0-9]*", text):
        return f"{text}_" if keyword.iskeyword(text) else text
    return pascal(words(text))
