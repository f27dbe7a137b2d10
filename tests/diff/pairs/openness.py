"""Pairs of constants and enums of one value beside a type that allows others of their kind."""

from __future__ import annotations

from tests.diff.pairs.pair import JSON, Pair, box, description, operation, pairs_of, request, response
from tests.diff.pairs.shorthand import I, S, answers, array, both, error, fine, items, map_of, obj, param, ref
from tests.diff.pairs.shorthand import text, webhook, with_schemas

CONST: JSON = {"const": "a"}
ONE: JSON = text(enum=["a"])
FILE: JSON = text(format="binary")
ANY_TEXT: JSON = {"anyOf": [CONST, S]}
OPEN: JSON = {"anyOf": [ONE, S]}


def _component(kind: JSON) -> JSON:
    return with_schemas(response(box(ref("Kind"))), Kind=kind)


def _texts(*others: JSON) -> JSON:
    return {"anyOf": [text(format="uuid"), *others]}


TEXTS, SOME_TEXTS, MORE_TEXTS = _texts(S), _texts(text(enum=["a", "b"])), _texts(S, CONST)


def _open(further: JSON) -> JSON:
    return {**obj(x=S), "additionalProperties": further}


def _successes(schema: JSON) -> JSON:
    return answers({"200": fine(schema), "201": fine(obj(x=I))})


def _pages(schema: JSON) -> JSON:
    page = obj("items", "next_cursor", items=array(schema), next_cursor={"type": ["string", "null"]})
    cursor = {"name": "cursor", "in": "query", "schema": S}
    return description({"/a": {"get": operation(parameters=[cursor], responses={"200": fine(page)})}})


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
    # what prints as the same type
    ("enum of one and any text of a map", response(_open(ONE)), response(_open(ANY_TEXT)), "- -"),
    ("binary of a map", response(_open(S)), response(_open(FILE)), "- -"),
    ("binary of a map, sent", request(_open(S)), request(_open(FILE)), "- -"),
    ("binary of one of two successes", _successes(S), _successes(FILE), "- -"),
    ("enum of one of two successes", _successes(ONE), _successes(ANY_TEXT), "- -"),
    ("binary items of pages", _pages(S), _pages(FILE), "- -"),
    # variants of a union that takes strings apart
    ("text of a received union becomes a constant", response(box(TEXTS)), response(box(SOME_TEXTS)), "- T"),
    ("sent union gains a constant that is a text", request(box(TEXTS)), request(box(MORE_TEXTS)), "- -"),
    ("received union gains a constant that is a text", response(box(TEXTS)), response(box(MORE_TEXTS)), "- -"),
    ("limited text of a sent union, beside any", request(box(_texts(text(maxLength=3)))), request(box(TEXTS)), "- W"),
    # what is sent may be any text, also if it is received, too
    ("sent and received, enum of one", both(ref("M"), M=box(ONE)), both(ref("M"), M=box(ANY_TEXT)), "- W"),
    ("sent and received, any text", both(ref("M"), M=box(S)), both(ref("M"), M=box(ANY_TEXT)), "- -"),
    ("sent constant", request(box(CONST)), request(box(ANY_TEXT)), "- TW"),
    ("parameter", param(CONST), param(ANY_TEXT), "- TW"),
)


def openness_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"openness: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
