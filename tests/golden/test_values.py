"""Models and JSON: what user code does with values of a client before it has made any call."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.client import make_from, put
from tests.conftest import ROOT

GENERATED = ROOT / "generated"
GOLDEN = Path(__file__).parent / "code" / "values.py"


def run(code: str | Path, *packages: Path) -> None:
    """Run user code in a process of its own, beside the packages; fail with its traceback."""
    command = [sys.executable, *([str(code)] if isinstance(code, Path) else ["-c", code])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, packages))}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_the_golden_code_runs() -> None:
    """Bird's models: JSON and back, msgspec, pydantic, pickle, copies."""
    run(GOLDEN, GENERATED)


@pytest.mark.types
@pytest.mark.slow
def test_the_golden_code_passes_mypy(tmp_path: Path) -> None:
    """With its `assert_type` calls, in strict mode."""
    cache = str(tmp_path / "cache")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", cache, str(GOLDEN)]
    environment = {**os.environ, "MYPYPATH": str(GENERATED)}
    done = subprocess.run(command, env=environment, cwd=GENERATED, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.types
@pytest.mark.slow
def test_the_golden_code_passes_pyright(tmp_path: Path) -> None:
    """With its `assert_type` calls, in strict mode."""
    code = tmp_path / "values.py"
    code.write_text(GOLDEN.read_text(encoding="utf-8"), encoding="utf-8")
    options = {"typeCheckingMode": "strict", "extraPaths": [str(GENERATED)], "include": [str(code)]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(options), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "-p", str(tmp_path), "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


STRING = {"type": "string"}
SCHEMAS = {
    "Zoo": {
        "type": "object",
        "required": ["id", "animals"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "openedAt": {"type": "string", "format": "date-time"},
            "animals": {"type": "array", "items": {"$ref": "#/components/schemas/Animal"}},
            "signs": {"$ref": "#/components/schemas/Signs"},
            "shape": {"$ref": "#/components/schemas/Shape"},
            "parent": {"$ref": "#/components/schemas/Zoo"},
            "to_json": STRING,
            "from-dict": STRING,
        },
    },
    "Animal": {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "kind"},
    },
    "Cat": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"const": "Cat"}, "lives": {"type": "integer"}},
    },
    "Dog": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"const": "Dog"}, "bites": {"type": "boolean"}},
    },
    "Order": {
        "type": "object",
        "required": ["object", "Version"],
        "properties": {"object": {"const": "order"}, "Version": {"enum": [2]}, "mode": {"const": "live"}},
    },
    "Note": {
        "type": "object",
        "required": ["object"],
        "properties": {"object": {"const": "note"}},
        "additionalProperties": STRING,
    },
    "Signs": {
        "type": "object",
        "required": ["text"],
        "properties": {"text": STRING, "to_dict": STRING},
        "additionalProperties": {"$ref": "#/components/schemas/Dog"},
    },
    "Shape": {"oneOf": [{"$ref": "#/components/schemas/Circle"}, {"$ref": "#/components/schemas/Box"}]},
    "Circle": {"type": "object", "required": ["radius"], "properties": {"radius": {"type": "number"}}},
    "Box": {"type": "object", "required": ["width"], "properties": {"width": {"type": "number"}}},
}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Zoo", "version": "1"},
    "paths": {
        "/zoo": {
            "get": {
                "operationId": "getZoo",
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Zoo"}}},
                    }
                },
            }
        }
    },
    "components": {"schemas": SCHEMAS},
}
START = """
from uuid import UUID
from zoo import decode, encode, models
VALUE = {
    "id": "a3bb189e-8bf9-4c4c-9c3a-54d3a1a1b2c3", "openedAt": "2020-01-01T00:00:00Z",
    "animals": [{"kind": "Cat", "lives": 9}, {"kind": "Dog"}], "signs": {"text": "a", "to_dict": "b", "x": {"kind": "Dog"}},
    "shape": {"width": 2.5}, "parent": {"id": "a3bb189e-8bf9-4c4c-9c3a-54d3a1a1b2c3", "animals": []}, "to_json": "c",
    "from-dict": "d",
}
"""
READ = "zoo = models.Zoo.from_dict(VALUE)\n"
CODE = {
    "from a dict and back": """
zoo = models.Zoo.from_dict(VALUE)
assert isinstance(zoo.id, UUID) and zoo.to_json_ == "c" and zoo.from_dict_ == "d"
assert type(zoo.animals[1]) is models.Dog and type(zoo.shape) is models.Box
assert zoo.to_dict() == VALUE and models.Zoo.from_json(zoo.to_json()) == zoo
""",
    "open models": """
signs = models.Signs.from_json('{"text": "a", "to_dict": "b", "x": {"kind": "Dog"}}')
assert signs.additional_properties == {"x": models.Dog()} and signs.to_dict_ == "b"
assert signs.to_dict() == {"text": "a", "to_dict": "b", "x": {"kind": "Dog"}}
assert models.Signs.from_json(signs.to_json()) == signs
""",
    "unions, lists and maps": """
assert decode(models.Shape, b'{"radius": 1}') == models.Circle(radius=1)
assert decode(list[models.Animal], '[{"kind": "Cat"}]') == [models.Cat()]
assert decode(dict[str, models.Zoo], "{}") == {} and encode([models.Cat(lives=1)]) == b'[{"kind":"Cat","lives":1}]'
""",
    "no such JSON": """
for data in (b"[]", b"null", b"1", b"{", b""):
    for model in (models.Zoo, models.Signs):
        try:
            model.from_json(data)
        except ValueError:
            continue
        raise AssertionError(data)
""",
    "msgspec": """
import msgspec
assert msgspec.convert(VALUE["animals"][0], models.Cat) == models.Cat(lives=9)
assert msgspec.json.decode(b'[{"kind": "Cat"}, {"kind": "Dog"}]', type=list[models.Animal]) == [models.Cat(), models.Dog()]
""",
    "hints": """
from typing import get_type_hints
from uuid import UUID
assert get_type_hints(models.Zoo)["animals"] == list[models.Animal]
assert get_type_hints(models.Signs)["additional_properties"] == dict[str, models.Dog]
""",
    "pydantic": """
import pydantic
adapter = pydantic.TypeAdapter(models.Zoo)
assert adapter.validate_python(VALUE).to_dict() == VALUE == adapter.dump_python(models.Zoo.from_dict(VALUE))
assert pydantic.TypeAdapter(list[models.Shape]).validate_python([{"radius": 1}]) == [models.Circle(radius=1)]
assert pydantic.TypeAdapter(models.Animal).validate_json('{"kind": "Dog"}') == models.Dog()
class Visit(pydantic.BaseModel):
    zoo: models.Zoo | None = None
    shapes: dict[str, models.Shape] = {}
    signs: models.Signs | None = None
    animal: models.Animal | None = None
visit = Visit.model_validate({"zoo": VALUE, "shapes": {"a": {"width": 1}}, "signs": {"text": "a"}, "animal": {"kind": "Cat"}})
assert visit.zoo == models.Zoo.from_dict(VALUE) and visit.shapes == {"a": models.Box(width=1)}
assert Visit.model_validate_json(visit.model_dump_json()) == visit and Visit(zoo=visit.zoo).zoo is visit.zoo
assert visit.model_dump()["zoo"] == VALUE and "properties" in Visit.model_json_schema()
for wrong in ({"id": 5, "animals": []}, {}, [], "x", {"id": VALUE["id"], "animals": [{"kind": "Cow"}]}):
    try:
        adapter.validate_python(wrong)
    except pydantic.ValidationError:
        continue
    raise AssertionError(wrong)
""",
    "FastAPI": """
import asyncio, json
from typing import Annotated
import fastapi
app = fastapi.FastAPI()
@app.post("/", response_model=list[models.Zoo])
def echo(zoo: Annotated[models.Zoo, fastapi.Body()]):
    return [zoo]
def call(path, method, body=b""):
    sent = []
    async def receive():
        return {"type": "http.request", "body": body}
    async def send(message):
        sent.append(message)
    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": [(b"content-type", b"application/json")], "http_version": "1.1", "scheme": "http", "server": ("a", 1)}
    asyncio.run(app(scope, receive, send))
    return sent[0]["status"], json.loads(b"".join(message.get("body", b"") for message in sent))
assert call("/", "POST", json.dumps(VALUE).encode()) == (200, [VALUE])
assert call("/", "POST", b'{"id": 5}')[0] == 422
assert call("/openapi.json", "GET")[0] == 200
""",
    "constants": """
import copy, pickle
assert models.Cat(kind="Cat", lives=1) == models.Cat(lives=1) and models.Cat().kind == "Cat"
order = models.Order(object="order", version=2, mode="live")
assert order == models.Order(mode="live") and order.to_dict() == {"object": "order", "Version": 2, "mode": "live"}
note = models.Note(object="note", additional_properties={"a": "b"})
assert note.to_dict() == {"object": "note", "a": "b"} and note.object == "note"
wrong = (models.Cat, {"kind": "Dog"}), (models.Order, {"object": "x"}), (models.Order, {"version": 3}), (models.Note, {"object": "x"})
for model, fields in wrong:
    try:
        model(**fields)
    except TypeError as error:
        assert model.__name__ in str(error) and "is always" in str(error)
        continue
    raise AssertionError(model)
for model, data in ((models.Order, {"object": "odd", "Version": 2}), (models.Note, {"object": "odd"})):
    odd = model.from_dict(data)
    assert odd.object == "odd" and odd.to_dict() == data and pickle.loads(pickle.dumps(odd)) == odd == copy.deepcopy(odd)
""",
    "copies": READ
    + """
import copy, pickle
import msgspec
assert pickle.loads(pickle.dumps(zoo)) == zoo == copy.deepcopy(zoo) == copy.copy(zoo)
assert msgspec.structs.replace(zoo, to_json_="x").to_json_ == "x" and repr(zoo).count("\\n") == 0
""",
}


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a package that has each kind of model."""
    folder = tmp_path_factory.mktemp("zoo")
    put(make_from(DOCUMENT, folder), folder / "zoo")
    return folder


@pytest.mark.parametrize("code", CODE.values(), ids=list(CODE))
def test_values(zoo: Path, code: str) -> None:
    """Each works first thing in a process."""
    run(START + code, zoo)
