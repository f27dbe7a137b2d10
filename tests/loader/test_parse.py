"""JSON and YAML: what texts mean, and where their faults are."""

from __future__ import annotations

import pytest

from fledge.diagnostics.positions import resolve_ranges

from .conftest import Load, api, operation

YAML = """openapi: 3.1.0
info: {title: Traps, version: 1.0}
paths: {}
components:
  schemas:
    Trap:
      examples:
"""


def values(loaded: Load, *lines: str) -> list[object]:
    """The YAML values of the lines, as members of a list."""
    text = YAML + "".join(f"        - {line}\n" for line in lines)
    return list(loaded({"a.yaml": text}).spec.at("/components/schemas/Trap/examples"))


def test_yaml_1_1_words_stay_strings(loaded: Load) -> None:
    """What YAML 1.1 takes for booleans, dates, times and octal numbers is text."""
    words = [
        "no",
        "on",
        "Off",
        "y",
        "2024-01-31",
        "2024-01-31T10:00:00Z",
        "1:30",
        "017",
        "0o17",
        "0x1F",
        "1_000",
    ]
    assert values(loaded, *words) == words


def test_scalars_are_those_of_the_json_schema(loaded: Load) -> None:
    """Numbers, booleans and nulls are those of JSON, with YAML's other spellings."""
    lines = [
        "1",
        "-5",
        "1.5",
        "1e3",
        "1.",
        ".5",
        "true",
        "False",
        "~",
        "null",
        "",
        "'1'",
        '"true"',
        "!!str 1",
    ]
    assert values(loaded, *lines) == [
        1,
        -5,
        1.5,
        1000.0,
        1.0,
        0.5,
        True,
        False,
        None,
        None,
        None,
        "1",
        "true",
        "1",
    ]


def test_keys_of_yaml_are_strings(loaded: Load) -> None:
    """Keys that look like numbers or booleans are texts."""
    assert values(loaded, "{200: a, no: b, 1.0: c, null: d}") == [{"200": "a", "no": "b", "1.0": "c", "null": "d"}]


def test_version_as_number(loaded: Load) -> None:
    """A version that YAML reads as a number is a text."""
    assert loaded({"a.yaml": YAML}).spec.at("/info/version") == "1.0"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "openapi: 3.1.0\ninfo: {title: A, version: 1.10}\npaths: {}\n"),
        ("a.json", '{"openapi": "3.1.0", "info": {"title": "A", "version": 1.10}, "paths": {}}'),
    ],
)
def test_version_keeps_its_zero(loaded: Load, name: str, text: str) -> None:
    """Version 1.10 is not version 1.1, also where its quotes were forgotten."""
    assert loaded({name: text}).spec.at("/info/version") == "1.10"


def test_null_without_quotes_is_a_type(loaded: Load) -> None:
    """YAML reads `[string, null]` as a text and a null; the type is meant."""
    run = loaded({"a.yaml": YAML.replace("examples:\n", "type: [string, null]\n")})
    assert run.codes == []
    assert run.spec.at("/components/schemas/Trap/type") == ["string", "null"]


def test_openapi_as_number(loaded: Load) -> None:
    """So is the version of OpenAPI itself."""
    assert loaded({"a.yaml": "openapi: 3.1\npaths: {}\n"}).spec.root["openapi"] == "3.1.0"


def test_anchors_and_merge_keys(loaded: Load) -> None:
    """Anchors are copied, and `<<` lets the mapping's own keys win."""
    lines = ["&a {x: 1, y: 2}", "*a", "{<<: *a, y: 3, z: 4}", "{<<: [{x: 5}, *a]}"]
    found = values(loaded, *lines)
    assert found == [{"x": 1, "y": 2}, {"x": 1, "y": 2}, {"x": 1, "y": 3, "z": 4}, {"x": 5, "y": 2}]
    assert found[0] is not found[1]


def test_shared_nodes_do_not_change_each_other(loaded: Load) -> None:
    """Two paths that are one node in YAML get each the parameters of their own."""
    text = "openapi: 3.0.0\npaths:\n  /a/{x}: &p {get: {responses: {}}}\n  /b/{y}: *p\n"
    spec = loaded({"a.yaml": text}).spec
    assert spec.at("/paths/~1a~1{x}/get/parameters/0/name") == "x"
    assert spec.at("/paths/~1b~1{y}/get/parameters/0/name") == "y"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("openapi: 3.1.0\npaths: [\n", "a.yaml:2:9"),
        ("openapi: 3.1.0\n\tpaths: 1\n", "a.yaml:2:1"),
        ("openapi: 3.1.0\n? [a]\n: b\n", "a.yaml:2:3"),
        ("openapi: 3.1.0\npaths: *none\n", "a.yaml:2:8"),
        ("openapi: &a\n  b: *a\n", "a.yaml:2:6"),
        ("openapi: 3.1.0\n---\nopenapi: 3.1.0\n", "a.yaml:2:1"),
        ("openapi: é\x07\n", "a.yaml:1:11"),
        ('openapi: "\\q"\n', "a.yaml:1:"),
    ],
)
def test_invalid_yaml_is_an_error_with_its_position(loaded: Load, text: str, place: str) -> None:
    """Faults of YAML are shown at their line and column, never as a traceback."""
    run = loaded({"a.yaml": text}, "a.yaml")
    assert run.place(run.only("yaml-invalid").source).startswith(place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"openapi": "3.1.0",\n "paths": {},}', "a.json:2:13 a.json:2:14"),  # the comma since Python 3.13
        ('{"a": 01}', "a.json:1:8"),
        ("{'a': 1}", "a.json:1:2"),
    ],
)
def test_invalid_json_is_an_error_with_its_position(loaded: Load, text: str, place: str) -> None:
    """Faults of JSON are shown at their line and column."""
    run = loaded({"a.json": text}, "a.json")
    assert run.place(run.only("json-invalid").source) in place.split()


def test_json_in_a_yaml_file(loaded: Load) -> None:
    """YAML contains JSON."""
    assert loaded({"a.yaml": api()}).spec.root["info"] == {"title": "Pets", "version": "1"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.json",
            '{"openapi": "3.1.0",\n "info": {"title": "A", "version": "1"},\n "paths": {},\n "paths": {"/a": {}}}',
        ),
        ("a.yaml", "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\npaths: {/a: {}}\n"),
    ],
)
def test_a_duplicate_key_is_a_warning(loaded: Load, name: str, text: str) -> None:
    """A key that stands twice is a warning that names both places."""
    run = loaded({name: text})
    diagnostic = run.only("duplicate-key")
    assert "/a" in run.spec.root["paths"]
    assert run.place(diagnostic.source).startswith(f"{name}:4:")
    assert [run.place(origin).rpartition(":")[0] for _, origin in diagnostic.related] == [f"{name}:3"]


@pytest.mark.parametrize(("name", "bound"), [("a.yaml", ".inf"), ("a.json", "1e999"), ("a.json", "NaN")])
def test_numbers_that_json_does_not_know(loaded: Load, name: str, bound: str) -> None:
    """Infinity is no number to calculate with."""
    run = loaded({name: f'{{"openapi": "3.1.0", "paths": {{}}, "x-bound": {bound}}}'})
    assert run.spec.root["x-bound"] == bound
    assert run.codes == ["number-not-finite"]


def test_places_of_numbers_that_json_does_not_know(loaded: Load) -> None:
    """Each is shown where it stands, not where a text says its name."""
    text = '{"openapi": "3.1.0", "paths": {},\n "x-a": "NaN and 1e999", "x-b": [NaN,\n 1, 1e999, NaN]}'
    run = loaded({"a.json": text})
    assert run.codes == ["number-not-finite"] * 3
    assert [run.place(each.source) for each in run.report] == ["a.json:2:34", "a.json:3:5", "a.json:3:12"]


@pytest.mark.parametrize(
    ("text", "line_and_column", "message"),
    [
        ('{"openapi": "3.1.0",\n "x-a": ' + "9" * 5_000 + "}", "2:9", "A number has too many digits."),
        ('{"openapi": "3.1.0",\n "x-a": "a\tb"}', "2:11", "This is not valid JSON: invalid control character."),
        ('\ufeff{"openapi": "3.1.0"}', "1:1", "This is not valid JSON: a second byte order mark."),
    ],
    ids=["digits", "tab", "mark"],
)
def test_places_of_what_is_no_json(loaded: Load, text: str, line_and_column: str, message: str) -> None:
    """An error is shown at its character, in words that do not speak of Python."""
    run = loaded({"a.json": text.encode("utf-8-sig")}, "a.json")
    diagnostic = run.only("json-invalid")
    assert (run.place(diagnostic.source), diagnostic.message) == (f"a.json:{line_and_column}", message)


def test_a_lone_surrogate_is_replaced(loaded: Load) -> None:
    """A lone surrogate cannot be written to a file, and is replaced; a pair is one character."""
    run = loaded({"a.json": '{"openapi": "3.1.0", "paths": {}, "x-a": "\\ud83d", "x-b": "\\ud83d\\ude00"}'})
    assert (run.spec.root["x-a"], run.spec.root["x-b"]) == ("\ufffd", "😀")
    assert run.codes == ["lone-surrogate"]


@pytest.mark.parametrize(
    ("before", "lone"),
    [
        ("\\ud83d\\ude00", "\\ud83d"),
        ("\\\\ud83d", "\\ude00"),
        ("\\\\", "\\uDEAD"),
        ("", "\\ud83d\\ud83d\\ude00"),
    ],
)
def test_the_place_of_a_lone_surrogate(loaded: Load, before: str, lone: str) -> None:
    """A message shows the half itself: not a pair before it, and no text behind an escaped backslash."""
    text = f'{{"openapi": "3.1.0", "paths": {{}}, "x-a": "{before}{lone}"}}'
    run = loaded({"a.json": text})
    assert run.place(run.only("lone-surrogate").source) == f"a.json:1:{text.index(before + lone) + len(before) + 1}"
    assert run.spec.root["x-a"].count("\ufffd") == 1


def test_what_looks_like_a_lone_surrogate(loaded: Load) -> None:
    """Pairs are no halves, and behind an escaped backslash stands plain text."""
    run = loaded({"a.json": '{"openapi": "3.1.0", "paths": {}, "x-a": "\\ud83D\\uDe00 \\\\ud83d"}'})
    assert run.spec.root["x-a"] == "😀 \\ud83d"
    assert not run.codes


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
@pytest.mark.parametrize("depth", [250, 5_000, 300_000])
def test_bottomless_nesting(loaded: Load, name: str, depth: int) -> None:
    """A text that nests without end is refused, and does not bring the interpreter down."""
    run = loaded({name: '{"openapi": "3.1.0", "x-a": ' + "[" * depth + "]" * depth + "}"}, name)
    assert run.codes == ["too-deep"]


_LEVELS = 1_500
_NESTED = {
    "flow sequences": "openapi: 3.1.0\nx-a: " + "[" * _LEVELS + "]" * _LEVELS,
    "flow sequences from the first character": "[" * _LEVELS + "]" * _LEVELS,
    "flow sequences that nothing closes": "openapi: 3.1.0\nx-a: " + "[" * _LEVELS,
    "flow sequences behind quoted brackets": 'x-a: [\']]]\', "[\\"[", ' + "[" * _LEVELS + "]" * _LEVELS + "]",
    "flow sequences inside of a hundred others": "x-a: " + "[\n" * 100 + "[" * _LEVELS,
    "flow sequences, each with an anchor": "x-a: " + "&a [" * _LEVELS + "]" * _LEVELS,
    "flow sequences, each on its line": "x-a: " + "[\n" * _LEVELS + "]" * _LEVELS,
    "flow mappings": "openapi: 3.1.0\nx-a: " + "{a: " * _LEVELS + "1" + "}" * _LEVELS,
    "both by turns": "openapi: 3.1.0\nx-a: " + "[{a: " * _LEVELS + "1" + "}]" * _LEVELS,
    # Newer versions of Python read them to their end.
    "JSON": '{"openapi": "3.1.0", "x-a": ' + '{"x-a": ' * _LEVELS + "1" + "}" * (_LEVELS + 1),
    "JSON without spaces": '{"openapi":"3.1.0","x-a":' + '{"":' * _LEVELS + "1" + "}" * (_LEVELS + 1),
    "block sequences": "x-a:\n  " + "- " * _LEVELS + "a",
    "block mappings": "\n".join(" " * level + "x-a:" for level in range(_LEVELS)),
}


@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "python"])
@pytest.mark.parametrize("text", _NESTED.values(), ids=_NESTED)
def test_yaml_that_nests_too_deep_is_an_error(
    loaded: Load, monkeypatch: pytest.MonkeyPatch, text: str, libyaml: bool
) -> None:
    """Each kind of YAML that nests too deep is called that, with libyaml and without it."""
    if not libyaml:
        monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    assert loaded({"a.yaml": text}, "a.yaml").codes == ["too-deep"]


@pytest.mark.parametrize("depth", [250, 1_500])
def test_place_of_the_level_that_is_too_deep(loaded: Load, depth: int) -> None:
    """What nests too deep is shown where level 201 begins, whether or not libyaml read as far."""
    run = loaded({"a.yaml": "openapi: 3.1.0\nx-a: " + "[" * depth + "]" * depth}, "a.yaml")
    assert run.place(run.only("too-deep").source) == f"a.yaml:2:{len('x-a: ') + 200}"


@pytest.mark.parametrize("depth", [250, 100_000])
def test_place_of_the_level_of_json_that_is_too_deep(loaded: Load, depth: int) -> None:
    """In JSON, too, level 201 is shown, and brackets in strings do not count."""
    text = '{"openapi": "3.1.0", "x-b": ["[[[{"],\n"x-a": ' + "[" * depth + "]" * depth + "}"
    run = loaded({"a.json": text}, "a.json")
    [source_range] = resolve_ranges([run.only("too-deep").source or pytest.fail()], run.report.sources).values()
    assert (source_range.line, source_range.column) == (2, len('"x-a": ') + 200)


@pytest.mark.parametrize(
    "text",
    [
        "openapi: 3.1.0\nx-a: [" + "[" * 150 + "@",
        "openapi: 3.1.0\nx-a: [" + "[], " * 400 + "@",
        "openapi: 3.1.0\nx-a: '" + "[" * 1_500,
        'openapi: 3.1.0\nx-a: "' + "[" * 300 + '" @: b: c',
        "openapi: 3.1.0\nx-a: [ # " + "[" * 300 + "\n @",
    ],
    ids=["152 levels", "siblings", "a text without end", "a text", "a comment"],
)
def test_brackets_before_a_fault_of_yaml(loaded: Load, text: str) -> None:
    """A fault of YAML behind many brackets is still one of YAML where they do not nest too deep."""
    assert loaded({"a.yaml": text}, "a.yaml").codes == ["yaml-invalid"]


def test_aliases_of_a_long_string_explode_as_well(loaded: Load) -> None:
    """A megabyte behind 5,000 aliases is five gigabytes, though few nodes; a text that is used a few times is none."""
    long = "a: &a " + "x" * 1_000_000
    run = loaded({"a.yaml": f"openapi: 3.1.0\nx-a:\n  {long}\n  b: [" + "*a, " * 5_000 + "]\n"}, "a.yaml")
    assert run.codes == ["yaml-invalid"] and "expand to more than" in run.only("yaml-invalid").message
    used = "a: &a " + "x" * 10_000
    text = (
        f"openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\npaths: {{}}\nx-a:\n  {used}\n  b: [" + "*a, " * 100 + "]\n"
    )
    assert loaded({"b.yaml": text}, "b.yaml").codes == []


def test_aliases_that_explode(loaded: Load) -> None:
    """A few lines of aliases that ask for billions of nodes are refused at once."""
    lines = ["openapi: 3.1.0", "x0: &a0 [a, a, a, a, a, a, a, a, a, a]"]
    lines += [f"x{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert "expand to more than" in loaded({"a.yaml": "\n".join(lines)}, "a.yaml").only("yaml-invalid").message


def test_wrong_containers_are_ignored(loaded: Load) -> None:
    """What is no object or list where one must stand is left out with a warning, and the rest is used."""
    document = api(
        tags=5,
        paths={
            "/a": {
                "get": operation(
                    parameters=[5, {"in": "query"}, {"name": "q", "in": "query"}], responses={"200": None}
                ),
                "put": [],
                "post": None,
            },
            "/b": "later",
            "x-note": "text",
        },
        components={
            "schemas": {
                "A": None,
                "B": {"properties": {"x": None, "y": {"required": 1}}, "required": {"x": True}},
                "C": 1,
            }
        },
    )
    run = loaded({"a.json": document})
    root = run.spec.root
    assert "tags" not in root
    assert root["paths"]["/a"] == {"get": {"parameters": [{"name": "q", "in": "query"}], "responses": {"200": {}}}}
    assert run.spec.source_of("/paths/~1a/get/parameters/0").pointer == "/paths/~1a/get/parameters/2"
    assert root["components"]["schemas"] == {"A": {}, "B": {"properties": {"x": {}, "y": {}}}, "C": {}}
    assert set(run.codes) == {"wrong-type"}


def test_ranges_of_statuses(loaded: Load) -> None:
    """A range of statuses in small letters is the range that it means."""
    responses = {"4xx": {"description": "Bad"}, "default": {"description": "Other"}}
    run = loaded({"a.json": api(paths={"/a": {"get": operation(responses=responses)}})})
    assert list(run.spec.at("/paths/~1a/get/responses")) == ["4XX", "default"]
    assert run.spec.source_of("/paths/~1a/get/responses/4XX").pointer == "/paths/~1a/get/responses/4xx"
