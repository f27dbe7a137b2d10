"""`python -m tests.benchmarks.decoding`: pages of conversations, against msgspec alone, json, and pydantic."""

from __future__ import annotations

import json
import sys
from typing import Any, get_args, get_origin

import msgspec
import pydantic

from tests.benchmarks import GENERATED, compare, timed
from tests.bird import examples

sys.path.insert(0, str(GENERATED))


def pydantic_type(of: Any, converted: dict[Any, Any]) -> Any:
    """The same type, made of pydantic's models."""
    from bird_conversations._runtime.model import UNSET, Unset, declared_fields, is_model, parts

    if of is Unset:
        return None
    if is_model(of):
        if of not in converted:
            fields: dict[str, Any] = {}
            for field in declared_fields(of):
                default = ... if field.required else None if field.default is UNSET else field.default
                default = None if default is msgspec.NODEFAULT else default
                info = pydantic.Field(default, alias=field.encode_name)
                fields[field.name] = (pydantic_type(field.type, converted), info)
            converted[of] = pydantic.create_model(of.__name__, **fields)
        return converted[of]
    if len(parts(of)) > 1:
        union: Any = None
        for part in parts(of):
            one = pydantic_type(part, converted)
            union = one if union is None else union | one
        return union
    if get_origin(of) in (list, dict):
        return get_origin(of)[tuple(pydantic_type(argument, converted) for argument in get_args(of))]
    return of


def main() -> None:
    """CPU of decoding, as documented and with values that contradict the documentation."""
    from bird_conversations import models
    from bird_conversations._runtime import codec

    def conversations(number: int, **changes: Any) -> bytes:
        return json.dumps(examples.page(*[examples.conversation(**changes) for _ in range(number)])).encode()

    page: Any = models.ConversationPage
    one = len(conversations(11)) - len(conversations(10))
    codec._prepare(page)  # what comes first is read without it
    bare = msgspec.json.Decoder(page, dec_hook=codec._decode_hook)
    adapter = pydantic.TypeAdapter(pydantic_type(page, {}))
    for size, times, pairs in ((100_000, 20, 50), (5_000_000, 1, 15)):
        good = conversations(size // one)
        odd = conversations(size // one, name=None)  # required, and not nullable
        ours = timed(lambda: codec.decode(page, good), times=times)
        tolerant = timed(lambda: codec.decode(page, odd), times=times)
        label = f"{len(good) / 1000:,.0f} KB"
        compare(
            f"{label} / msgspec into the same classes", ours, timed(lambda: bare.decode(good), times=times), pairs=pairs
        )
        compare(
            f"{label} / msgspec into dicts", ours, timed(lambda: msgspec.json.decode(good), times=times), pairs=pairs
        )
        compare(f"{label} / json.loads", ours, timed(lambda: json.loads(good), times=times), pairs=pairs)
        validate = timed(lambda: adapter.validate_json(good), times=times)
        compare(f"{label} / pydantic's validate_json", ours, validate, pairs=pairs)
        compare(f"{label}, all contradict the document / pydantic on good ones", tolerant, validate, pairs=pairs)


if __name__ == "__main__":
    main()
