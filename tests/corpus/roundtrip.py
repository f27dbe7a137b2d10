"""Decode and encode values in a fresh interpreter: `python roundtrip.py FOLDER PACKAGE`, cases on the input.

A case is `[name, value]`: of a model, or of a result such as `GET /pets 200`. Prints a JSON list of `[model, problem,
value, back]`, one for each that does not survive. Runs beside what it imports and needs nothing of this project.
"""

from __future__ import annotations

import importlib
import json
import logging
import sys
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET


def main() -> None:
    """Try all cases."""
    logging.disable(logging.CRITICAL)
    folder, package = Path(sys.argv[1]), sys.argv[2]
    sys.path.insert(0, str(folder))
    codec = importlib.import_module(f"{package}._runtime.codec")
    models = importlib.import_module(f"{package}.models")
    operations = _operations(package, folder)
    found: list[Any] = []
    for name, value in json.load(sys.stdin):
        back: Any = None
        try:
            method, _, rest = name.partition(" ")
            path, _, status = rest.rpartition(" ")
            model = _result(operations[f"{method} {path}"], status) if rest else getattr(models, name)
            data = json.dumps(value).encode()
            decoded = codec.decode(model, data)
            back = json.loads(codec.encode(decoded))
            place = difference(with_constants(decoded, value), back, "$")
            problem = f"does not survive: {place}" if place else ""
            if not problem:
                codec.decode(model, data, strict=True)
                problem = _first_difference(codec, model, data)
        except Exception as error:  # whatever it raises is the finding
            problem = f"{type(error).__name__}: {error}"
        if problem:
            found.append([name, problem, value, back])
    json.dump(found, sys.stdout)


def _first_difference(codec: Any, model: Any, data: bytes) -> str:
    """How what is read without a decoder differs from what msgspec decodes; "" where it does not."""
    codec._prepare(model)
    for first_read in codec.first_reads:
        sys.modules[first_read.__module__]._left.clear()
        try:
            first = first_read(data, model, True)
        except NotImplementedError:
            continue
        decoded = codec.decode(model, data)
        if first != decoded or repr(first) != repr(decoded):
            return f"is first read as {first!r}, and then as {decoded!r}"[:400]
    return ""


def _operations(package: str, folder: Path) -> dict[str, Any]:
    """The constants of all operations that return whole results, by method and path."""
    kind = importlib.import_module(f"{package}._runtime.operation").Operation
    names = sorted(path.stem for path in (folder / package / "resources").glob("*.py"))
    modules = [importlib.import_module(f"{package}.resources.{name}") for name in names if name != "__init__"]
    constants = [each for module in modules for each in vars(module).values() if isinstance(each, kind)]
    constants = [each for each in constants if not each.streaming]  # one with a stream has a second constant
    return {each.name: each for each in constants}


def _result(operation: Any, status: str) -> Any:
    """The type that an operation returns for a status of the description."""
    return operation.success[int(status) if status.isdecimal() else status]


def with_constants(decoded: Any, value: Any) -> Any:
    """The value, and the constants that did not come and that the classes of `decoded` have: these are always sent.

    A union leaves them out, as they would tell it apart (docs/generated-code.md, "Absent and null").
    """
    if isinstance(value, list) and isinstance(decoded, (list, tuple)):
        return [with_constants(item, each) for item, each in zip(decoded, value)]
    if not isinstance(value, dict):
        return value
    if isinstance(decoded, dict):
        return {key: with_constants(decoded.get(key), each) for key, each in value.items()}
    model = getattr(type(decoded), "__shape__", type(decoded))
    if not issubclass(model, msgspec.Struct):
        return value
    fields = {field.encode_name: field for field in msgspec.structs.fields(model)}
    came = {
        key: with_constants(getattr(decoded, fields[key].name, None) if key in fields else None, value[key])
        for key in value
    }
    constants = {key: each for key, each in fields.items() if each.default_factory is not msgspec.NODEFAULT}
    filled = {key: getattr(decoded, each.name) for key, each in constants.items()}
    tag = {model.__struct_config__.tag_field: model.__struct_config__.tag} if model.__struct_config__.tag_field else {}
    return {**tag, **{key: each for key, each in filled.items() if each is not UNSET}, **came}


def difference(before: Any, after: Any, at: str, *, received: bool = True) -> str:
    """The first place where two JSON values differ; "" where they are the same.

    A member of what is `received` that is null may be lost: a model that no request contains has None for null and
    for absent (docs/generated-code.md, "Absent and null"). In what is sent they are two.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        for key in {**before, **after}:
            if received and key not in after and before[key] is None:
                continue
            if key not in after:
                return f"{at}.{key} is lost"
            if key not in before:
                return f"{at}.{key} is new"
            if found := difference(before[key], after[key], f"{at}.{key}", received=received):
                return found
        return ""
    if isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            return f"{at} has {len(after)} items, not {len(before)}"
        pairs = enumerate(zip(before, after))
        return next((found for n, (a, b) in pairs if (found := difference(a, b, f"{at}[{n}]", received=received))), "")
    if isinstance(before, str) and isinstance(after, str):
        return "" if before == after or _moment(before) == _moment(after) != before else f"{at} is {after!r}"
    same = before == after and isinstance(before, bool) == isinstance(after, bool)
    return "" if same else f"{at} is {after!r}, not {before!r}"[:200]


def _moment(text: str) -> Any:
    """The instant that a text names, so that two spellings of one are the same; else the text."""
    for kind in (datetime, time):
        try:
            found = kind.fromisoformat(text)
        except ValueError:
            continue
        return found if found.tzinfo else found.isoformat()
    try:
        return msgspec.convert(text, timedelta)
    except msgspec.ValidationError:
        return text


if __name__ == "__main__":
    main()
