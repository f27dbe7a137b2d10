"""Words of a wire name, and the Python spellings that are made of them."""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(
    r"OAuth[0-9]*"
    r"|[A-Z]{2,}s(?![a-z])"  # the IDs of userIDs
    r"|[A-Z]+(?=[A-Z][a-z])"  # the HTTP of HTTPServer
    r"|[A-Z]?[a-z]+[0-9]*"  # Server, server, sha256
    r"|[A-Z]+(?![a-z])[0-9]*"  # URL, URL2, and the last letters of a run
    r"|[0-9]+"
    r"|[^\W\d_a-zA-Z]+",  # letters of other scripts stay together
)
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


def words(text: str) -> list[str]:
    """The words of `text`: at case changes, digits' ends and whatever is neither letter nor digit."""
    return list(_words(text))


@lru_cache(100_000)  # the same few names are all over a description
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text)))


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
    """`[Display, Name]` as display_name; a leading digit gets an underscore's company."""
    name = "_".join(part.lower() for part in parts)
    return f"n{name}" if name[:1].isdigit() else name


def pascal(parts: list[str]) -> str:
    """`[display, name]` as DisplayName; runs of the same word are said once."""
    said: list[str] = []
    for part in parts:
        if not said or said[-1].lower() != part.lower():
            said.append(part)
    name = "".join(part[0].upper() + part[1:] for part in said)
    return f"N{name}" if name[:1].isdigit() else name


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
    return f"{name}_" if keyword.iskeyword(name) or name in _RESERVED_ATTRIBUTES else name


def class_name(text: str) -> str:
    """A class's name for a component key: one that is good already stays as it is."""
    if re.fullmatch(r"[A-Z][A-Za-z0-9]*", text):
        return f"{text}_" if keyword.iskeyword(text) else text
    return pascal(words(text))
