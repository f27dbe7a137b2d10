"""Pairs of constants and enums of one value beside a type that allows others of their kind."""

from __future__ import annotations

from tests.diff.pairs.pair import JSON, Pair, box, pairs_of, request, response
from tests.diff.pairs.shorthand import I, S, array, both, error, items, map_of, param, ref, text, webhook, with_schemas

CONST: JSON = {"const": "a"}
ONE: JSON = text(enum=["a"])
ANY_TEXT: JSON = {"anyOf": [CONST, S]}
OPEN: JSON = {"anyOf": [ONE, S]}


def _component(kind: JSON) -> JSON:
    return with_schemas(response(box(ref("Kind"))), Kind=kind)


ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    # the old client takes nothing but the constant; the new server answers with any text
    ("received constant, and any text", response(box(CONST)), response(box(ANY_TEXT)), "TW -"),
    ("received items", response(array(CONST)), response(array(ANY_TEXT)), "TW -"),
    ("received values of a map", response(map_of(CONST)), response(map_of(ANY_TEXT)), "TW -"),
    ("component", _component(CONST), _component(ANY_TEXT), "TW -"),
    ("error", error(box(CONST)), error(box(ANY_TEXT)), "TW -"),
    ("webhook", webhook(box(CONST)), webhook(box(ANY_TEXT)), "TW -"),
    ("items of a stream", items(box(CONST)), items(box(ANY_TEXT)), "TW -"),
    ("received constant, and a text beside an enum of one", response(box(CONST)), response(box(OPEN)), "TW -"),
    # an enum of one is open, but the server sends its value alone
    ("received constant, and enum of one", response(box(CONST)), response(box(ONE)), "T -"),
    ("received enum of one, and any text", response(box(ONE)), response(box(ANY_TEXT)), "- -"),
    ("two spellings of any text", response(box(OPEN)), response(box(ANY_TEXT)), "= ="),
    ("two spellings of any text, sent", request(box(OPEN)), request(box(ANY_TEXT)), "= ="),
    ("enum of one beside an integer", response(box({"anyOf": [ONE, I]})), response(box({"anyOf": [CONST, I]})), "- T"),
    # what is sent may be any text, also if it is received, too
    ("sent and received, enum of one", both(ref("M"), M=box(ONE)), both(ref("M"), M=box(ANY_TEXT)), "- W"),
    ("sent and received, any text", both(ref("M"), M=box(S)), both(ref("M"), M=box(ANY_TEXT)), "- -"),
    ("sent constant", request(box(CONST)), request(box(ANY_TEXT)), "- TW"),
    ("parameter", param(CONST), param(ANY_TEXT), "- TW"),
)


def openness_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"openness: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
