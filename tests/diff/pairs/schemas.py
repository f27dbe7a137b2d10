"""Pairs of schemas: each as a property that is sent, and as one that is received."""

from __future__ import annotations

from tests.diff.pairs.pair import JSON, Pair, box, pairs_of, request, response

STRING: JSON = {"type": "string"}
INTEGER: JSON = {"type": "integer"}
NUMBER: JSON = {"type": "number"}
DURATION: JSON = {"type": "string", "format": "duration"}
NULL: JSON = {"type": "null"}


def _text(**keywords: object) -> JSON:
    return {"type": "string", **keywords}


def _integer(**keywords: object) -> JSON:
    return {"type": "integer", **keywords}


def _number(**keywords: object) -> JSON:
    return {"type": "number", **keywords}


def _array(**keywords: object) -> JSON:
    return {"type": "array", "items": STRING, **keywords}


def _object(*names: str, **keywords: object) -> JSON:
    return {"type": "object", "properties": {name: STRING for name in names}, **keywords}


def _union(schema: JSON) -> JSON:
    return {"anyOf": [schema, NULL]}


def _map(schema: JSON) -> JSON:
    return {"type": "object", "additionalProperties": schema}


def _fractions(*values: float) -> JSON:
    return {"type": "number", "enum": list(values)}


def _either(*schemas: JSON) -> JSON:
    return {"anyOf": list(schemas)}


def _both(*schemas: JSON) -> JSON:
    return {"allOf": list(schemas)}


def _tuple(*items: JSON) -> JSON:
    return {"type": "array", "prefixItems": list(items), "items": False, "minItems": len(items)}


# Name, old and new schema, verdicts where it is sent, verdicts where it is received.
ROWS: tuple[tuple[str, JSON, JSON, str, str], ...] = (
    ("string to integer", STRING, INTEGER, "TW TW", "TW TW"),
    ("integer to number", INTEGER, NUMBER, "- TW", "TW -"),
    ("string to boolean", STRING, {"type": "boolean"}, "TW TW", "TW TW"),
    ("string to array", STRING, _array(), "TW TW", "TW TW"),
    ("any value to string", {}, STRING, "TW -", "T W"),
    ("string to uuid", STRING, _text(format="uuid"), "W T", "T TW"),
    ("string to date", STRING, _text(format="date"), "TW T", "T TW"),
    ("string to date-time", STRING, _text(format="date-time"), "TW T", "T TW"),
    ("date to date-time", _text(format="date"), _text(format="date-time"), "TW W", "W TW"),
    ("string to bytes", STRING, _text(format="byte"), "TW T", "T TW"),
    ("string to a union", STRING, {"oneOf": [STRING, INTEGER]}, "- TW", "TW -"),
    ("string or null", STRING, {"type": ["string", "null"]}, "- TW", "- -"),
    ("items become integers", _array(), _array(items=INTEGER), "TW TW", "TW TW"),
    ("items become nullable", _array(), _array(items={"type": ["string", "null"]}), "- TW", "TW -"),
    ("map values become integers", _map(STRING), _map(INTEGER), "TW TW", "TW TW"),
    ("enum gains a value", _text(enum=["a", "b"]), _text(enum=["a", "b", "c"]), "- TW", "- -"),
    ("enum becomes a string", _text(enum=["a", "b"]), STRING, "T TW", "T -"),
    ("constant changes", {"const": "a"}, {"const": "b"}, "TW TW", "TW TW"),
    ("constant becomes an enum", {"const": "a"}, _text(enum=["a", "b"]), "- TW", "TW T"),
    ("enum order", _text(enum=["a", "b"]), _text(enum=["b", "a"]), "= =", "= ="),
    ("object gains a property", _object("a"), _object("a", "b"), "- TW", "- T"),
    ("property becomes required", _object("a"), _object("a", required=["a"]), "TW -", "- TW"),
    ("object gains a required property", _object("a"), _object("a", "b", required=["b"]), "TW TW", "- TW"),
    ("read-only", STRING, _text(readOnly=True), "TW -", "= ="),
    ("minimum", _integer(minimum=-5), _integer(minimum=0), "W -", "- -"),
    ("maximum", _integer(maximum=9), _integer(maximum=8), "W -", "- -"),
    ("whole numbers are integers", _number(multipleOf=1), INTEGER, "T -", "- T"),
    ("multiples of an integer are integers", _number(multipleOf=2), INTEGER, "T W", "- T"),
    (
        "whole numbers or null are integers",
        _number(type=["number", "null"], multipleOf=1),
        _union(INTEGER),
        "T -",
        "- T",
    ),
    ("integers are multiples of a half", INTEGER, _number(multipleOf=0.5), "- TW", "TW -"),
    (
        "a limit of text beside any text in a union",
        _either(_object("a"), _text(maxLength=3), STRING),
        _either(_object("a"), _text(maxLength=2), STRING),
        "= =",
        "= =",
    ),
    (
        "a limit of a type that a union names twice",
        _either(_object("a"), _text(maxLength=3), _text(minLength=9)),
        _either(_object("a"), _text(maxLength=2), _text(minLength=9)),
        "W -",
        "- -",
    ),
    (
        "a limit of a union that names one object twice",
        _either(_text(maxLength=1, minLength=1), _text(minLength=4), _object("a"), _object("a")),
        _either(_text(maxLength=3), _text(minLength=4), _object("a"), _object("a")),
        "- W",
        "- -",
    ),
    (
        "order of a type that a union names twice",
        _either(_object("a"), _text(maxLength=3), _text(minLength=9), INTEGER),
        _either(INTEGER, _text(minLength=9), _object("a"), _text(maxLength=3)),
        "= =",
        "= =",
    ),
    ("exclusive minimum", _integer(minimum=1), _integer(exclusiveMinimum=1), "W -", "- -"),
    ("exclusive maximum of a number", {**NUMBER, "maximum": 5}, {**NUMBER, "exclusiveMaximum": 5}, "W -", "- -"),
    ("exclusive maximum of an integer", _integer(exclusiveMaximum=6), _integer(maximum=5), "= =", "= ="),
    ("multipleOf", _integer(multipleOf=2), _integer(multipleOf=4), "W -", "- -"),
    ("int64 to int32", _integer(format="int64"), _integer(format="int32"), "W -", "- -"),
    ("format int64 is stated", INTEGER, _integer(format="int64"), "- -", "- -"),
    ("format int32 is stated", INTEGER, _integer(format="int32"), "- -", "- -"),
    ("host name to address", _text(format="hostname"), _text(format="ipv6"), "W W", "- -"),
    ("URI to reference", _text(format="uri"), _text(format="uri-reference"), "- W", "- -"),
    # values that no type lists
    ("enum of fractions", _fractions(1.5, 2.5), _fractions(1.5), "W -", "- -"),
    ("enum of a fraction becomes a number", _fractions(1.5), NUMBER, "- W", "- -"),
    ("constant array", {"const": ["a"]}, {"const": ["b"]}, "W W", "- -"),
    ("enum of objects", {"enum": [{"a": 1}, {"a": 2}]}, {"enum": [{"a": 1}]}, "W -", "- -"),
    # what stands beside each other
    ("limit beside a union", _either(NUMBER, DURATION), {**_either(NUMBER, DURATION), "minimum": 0}, "W -", "- -"),
    (
        "order of branches of one type",
        _either(_text(maxLength=1), _text(pattern="^b")),
        _either(_text(pattern="^b"), _text(maxLength=1)),
        "= =",
        "= =",
    ),
    (
        "order of branches with limits",
        _either(_text(maxLength=1), _integer(minimum=2)),
        _either(_integer(minimum=2), _text(maxLength=1)),
        "= =",
        "= =",
    ),
    (
        "contains of the second part",
        _both(_array(contains={"const": "a"}), _array(contains={"const": "b"})),
        _both(_array(contains={"const": "a"})),
        "- W",
        "- -",
    ),
    (
        "pattern of the second part",
        _both(_text(pattern="^a"), _text(pattern="b$")),
        _both(_text(pattern="^a"), _text(pattern="c$")),
        "W W",
        "- -",
    ),
    ("limit of an item of a tuple", _tuple(INTEGER, STRING), _tuple(_integer(maximum=3), STRING), "W -", "- -"),
    (
        "part that requires what is required",
        _both(_object("a", required=["a"]), _object("b")),
        _both(_object("a", required=["a"]), _object("b", required=["a"])),
        "= =",
        "= =",
    ),
    (
        "branches that are null alone",
        {"anyOf": [_object("a"), {"oneOf": [NULL]}]},
        {"anyOf": [_object("a"), NULL]},
        "= =",
        "= =",
    ),
    (
        "constant null beside an object",
        {"anyOf": [_object("a"), {"const": None}]},
        {"anyOf": [_object("a"), NULL]},
        "= =",
        "= =",
    ),
    ("maxLength", _text(maxLength=9), _text(maxLength=3), "W -", "- -"),
    ("minLength", STRING, _text(minLength=1), "W -", "- -"),
    ("minLength of 0", STRING, _text(minLength=0), "= =", "= ="),
    ("pattern", STRING, _text(pattern="^[a-z]+$"), "W -", "- -"),
    ("another pattern", _text(pattern="^[a-z]+$"), _text(pattern="^[0-9]+$"), "W W", "- -"),
    ("pattern of every string", STRING, _text(pattern="^.*$"), "= =", "= ="),
    ("format email", STRING, _text(format="email"), "W -", "- -"),
    ("format of an editor", STRING, _text(format="password"), "= =", "= ="),
    ("minItems", _array(), _array(minItems=1), "W -", "- -"),
    ("maxItems", _array(maxItems=9), _array(maxItems=3), "W -", "- -"),
    ("uniqueItems", _array(), _array(uniqueItems=True), "W -", "- -"),
    ("contains", _array(), _array(contains={"const": "main"}), "W -", "- -"),
    ("another contains", _array(contains={"const": "a"}), _array(contains={"const": "b"}), "- -", "- -"),
    ("maxLength of items", _array(items=_text(maxLength=9)), _array(items=_text(maxLength=3)), "W -", "- -"),
    ("maxLength of map values", _map(_text(maxLength=9)), _map(_text(maxLength=3)), "W -", "- -"),
    (
        "maxLength beside null",
        {"anyOf": [_text(maxLength=9), NULL]},
        {"anyOf": [_text(maxLength=3), NULL]},
        "W -",
        "- -",
    ),
    (
        "maxLength of a branch",
        {"oneOf": [_text(maxLength=9), INTEGER]},
        {"oneOf": [_text(maxLength=3), INTEGER]},
        "W -",
        "- -",
    ),
    ("maxLength in allOf", {"allOf": [_text(maxLength=9)]}, {"allOf": [_text(maxLength=3)]}, "W -", "- -"),
    ("minProperties", _object("a"), _object("a", minProperties=1), "W -", "- -"),
    ("propertyNames", _map(STRING), {**_map(STRING), "propertyNames": {"pattern": "^x"}}, "W -", "- -"),
    ("dependentRequired", _object("a", "b"), _object("a", "b", dependentRequired={"a": ["b"]}), "W -", "- -"),
    ("not", _object("a", "b"), _object("a", "b", **{"not": {"required": ["a", "b"]}}), "W -", "- -"),
    (
        "if and then",
        _object("a", "b"),
        _object("a", "b", **{"if": {"required": ["a"]}, "then": {"required": ["b"]}}),
        "W -",
        "- -",
    ),
    (
        "required in branches",
        _object("a", "b"),
        _object("a", "b", anyOf=[{"required": ["a"]}, {"required": ["b"]}]),
        "W -",
        "- -",
    ),
    ("prefixItems", _array(items={}), {"type": "array", "prefixItems": [STRING]}, "W -", "- -"),
    (
        "another prefixItems",
        {"type": "array", "prefixItems": [STRING]},
        {"type": "array", "prefixItems": [STRING, INTEGER]},
        "- -",
        "- -",
    ),
    (
        "minContains",
        _array(contains={"const": "a"}),
        _array(contains={"const": "a"}, minContains=2),
        "W -",
        "- -",
    ),
    (
        "dependentSchemas",
        _object("a", "b"),
        _object("a", "b", dependentSchemas={"a": {"required": ["b"]}}),
        "W -",
        "- -",
    ),
    (
        "patternProperties",
        _object("a", patternProperties={"^x": STRING}),
        _object("a", patternProperties={"^x": INTEGER}),
        "TW TW",
        "TW TW",
    ),
    ("unevaluatedProperties", _object("a"), _object("a", unevaluatedProperties=False), "- -", "- -"),
    (
        "unevaluatedItems",
        {"type": "array", "prefixItems": [STRING]},
        {"type": "array", "prefixItems": [STRING], "unevaluatedItems": False},
        "W -",
        "- -",
    ),
    ("contentEncoding", STRING, _text(contentEncoding="base64"), "TW T", "T TW"),
    ("contentMediaType", STRING, _text(contentMediaType="application/json"), "- -", "- -"),
    (
        "items with a media type",
        _array(),
        _array(items=_text(contentMediaType="application/json")),
        "- -",
        "- -",
    ),
    (
        "contentSchema",
        _text(contentMediaType="application/json"),
        _text(contentMediaType="application/json", contentSchema=_object("a")),
        "W -",
        "- -",
    ),
    ("write-only", STRING, _text(writeOnly=True), "= =", "= ="),
    (
        "maxLength of a read-only property",
        _text(readOnly=True, maxLength=9),
        _text(readOnly=True, maxLength=3),
        "- -",
        "- -",
    ),
    ("union of three", {"anyOf": [STRING, INTEGER]}, {"anyOf": [STRING, INTEGER, _array()]}, "- TW", "TW -"),
    (
        "allOf gains a part",
        {"allOf": [_object("a")]},
        {"allOf": [_object("a"), _object("b", required=["b"])]},
        "TW TW",
        "- TW",
    ),
    ("object becomes a union", _object("a"), {"oneOf": [_object("a"), _object("b")]}, "T TW", "T T"),
    ("allOf gains prose", {"allOf": [_object("a")]}, {"allOf": [_object("a"), {"title": "Size"}]}, "= =", "= ="),
    ("list of types", {"type": ["string", "integer"]}, {"type": ["string", "integer", "array"]}, "- TW", "TW -"),
    ("constant added", STRING, _text(const="a"), "TW -", "- TW"),
    ("string becomes an enum", STRING, _text(enum=["a", "b"]), "TW T", "- T"),
    ("maxProperties", _object("a", "b", maxProperties=2), _object("a", "b", maxProperties=1), "W -", "- -"),
    (
        "another if and then",
        _object("a", "b", **{"if": {"required": ["a"]}, "then": {"required": ["b"]}}),
        _object("a", "b", **{"if": {"required": ["b"]}, "then": {"required": ["a"]}}),
        "- -",
        "- -",
    ),
    ("multipleOf that does not divide", _integer(multipleOf=2), _integer(multipleOf=3), "W W", "- -"),
    ("default", _text(default="a"), _text(default="b"), "- -", "- -"),
    ("deprecated", STRING, _text(deprecated=True), "- p", "- p"),
    ("description", STRING, _text(description="How large it is."), "= =", "= ="),
    ("example", STRING, _text(examples=["x"]), "= =", "= ="),
    ("null first", {"type": ["string", "null"]}, {"type": ["null", "string"]}, "= =", "= ="),
    ("null as a branch", {"type": ["string", "null"]}, {"anyOf": [STRING, NULL]}, "= =", "= ="),
    ("const and enum of one", {"const": "a"}, _text(enum=["a"]), "= =", "T -"),
    ("map of const and of enum of one", _map({"const": "a"}), _map(_text(enum=["a"])), "= =", "T -"),
    ("items: const and enum of one", _array(items={"const": 1}), _array(items={"enum": [1]}), "= =", "T -"),
    (
        "union with const and with enum of one",
        {"anyOf": [{"const": "a"}, INTEGER]},
        {"anyOf": [_text(enum=["a"]), INTEGER]},
        "= =",
        "T -",
    ),
    ("const or null and enum of one or null", _union({"const": "a"}), _union(_text(enum=["a"])), "= =", "T -"),
    ("enum of one gains a value", _text(enum=["a"]), _text(enum=["a", "b"]), "- TW", "- T"),
    ("enum of one becomes another", _text(enum=["a"]), _text(enum=["b"]), "TW TW", "- -"),
    ("allOf of one", STRING, {"allOf": [STRING]}, "= =", "= ="),
    ("undeclared property is required", _object("a"), _object("a", required=["b"]), "W TW", "- T"),
    ("undeclared: also required", _object("a", required=["b"]), _object("a", required=["b", "c"]), "W TW", "- T"),
    (
        "required property is declared",
        {"type": "object", "properties": {"a": STRING}, "required": ["b"]},
        {"type": "object", "properties": {"a": STRING, "b": {}}, "required": ["b"]},
        "T -",
        "- -",
    ),
    ("map requires a property", _map(STRING), {**_map(STRING), "required": ["b"]}, "W -", "- -"),
    (
        "map requires another property",
        {**_map(STRING), "required": ["a"]},
        {**_map(STRING), "required": ["b"]},
        "W W",
        "- -",
    ),
    (
        "map requires the same",
        {**_map(STRING), "required": ["a", "b"]},
        {**_map(STRING), "required": ["b", "a"]},
        "= =",
        "= =",
    ),
    (
        "items require a property",
        _array(items=_map(STRING)),
        _array(items={**_map(STRING), "required": ["b"]}),
        "W -",
        "- -",
    ),
    (
        "null or a map that requires a property",
        _union(_map(STRING)),
        _union({**_map(STRING), "required": ["b"]}),
        "W -",
        "- -",
    ),
    (
        "allOf requires an undeclared property",
        {"allOf": [_object("a")]},
        {"allOf": [_object("a"), {"required": ["b"]}]},
        "W TW",
        "- T",
    ),
    (
        "allOf requires a property that its other part declares",
        {"allOf": [_object("a", required=["a"])]},
        {"allOf": [_object("a"), {"required": ["a"]}]},
        "= =",
        "= =",
    ),
    ("null of allOf", _union(_text(maxLength=5)), _either(_text(maxLength=5), _both(NULL)), "= =", "= ="),
    ("maxLength beside null of allOf", _text(maxLength=5), _either(_text(maxLength=3), _both(NULL)), "W TW", "- -"),
    ("maxLength beside null of a union", _text(maxLength=5), _either(_text(maxLength=3), _union(NULL)), "W TW", "- -"),
    (
        "maxLength beside a list of null",
        _text(maxLength=5),
        _either(_text(maxLength=3), {"type": ["null"]}),
        "W TW",
        "- -",
    ),
    ("maxLength beside const null", _text(maxLength=5), _either(_text(maxLength=3), {"const": None}), "W TW", "- -"),
    (
        "limited variant does not take what its enum loses",
        _either(_number(multipleOf=5), {"enum": [1, 2]}),
        _either(_number(multipleOf=5), {"enum": [2]}),
        "TW -",
        "T -",
    ),
    (
        "limited variant takes what its enum loses",
        _either(_number(multipleOf=5), {"enum": [5, 2]}),
        _either(_number(multipleOf=5), {"enum": [2]}),
        "T -",
        "T -",
    ),
    (
        "limited variant takes one of two values of an enum",
        _text(enum=["ab", "abc"]),
        _either(_text(maxLength=2), _text(enum=["x", "y"])),
        "TW TW",
        "T T",
    ),
    ("propertyNames of any name", _map(STRING), {**_map(STRING), "propertyNames": True}, "= =", "= ="),
    ("not of nothing", STRING, _text(**{"not": False}), "= =", "= ="),
    ("1 and 1.0", {**NUMBER, "minimum": 1}, {**NUMBER, "minimum": 1.0}, "= =", "= ="),
)


def schema_pairs() -> list[Pair]:
    """All rows, sent and received."""
    pairs: list[Pair] = []
    for name, old, new, sent, received in ROWS:
        pairs.append(pairs_of(f"sent: {name}", request(box(old)), request(box(new)), sent))
        pairs.append(pairs_of(f"received: {name}", response(box(old)), response(box(new)), received))
    return pairs
