"""The types of the bodies of errors, by status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fledge.ir.api import Api
from fledge.ir.models import ObjectModel
from fledge.ir.types import ModelRef, Scalar, Type

COMMON_STATUSES = (400, 401, 403, 404, 409, 422, 429, 500)
"""The statuses with an exception of their own; 500 stands for all 5xx."""


def common_error_types(api: Api) -> dict[int, Type]:
    """Return the type of an error's body by status, where all operations that document the status agree on it."""
    documented = dict.fromkeys(  # which is the same for many operations
        tuple([(response.status, response.type) for response in operation.responses if not response.success])
        for resource in api.resources
        for operation in resource.operations
    )
    bodies = [dict(each) for each in documented]
    common: dict[int, Type] = {}
    for status in COMMON_STATUSES:
        types = dict.fromkeys(of for each in bodies for of in _body_types(each, status))
        if len(types) == 1 and Scalar.ANY not in types:
            common[status] = next(iter(types))
    return common


def common_error_models(api: Api, common: Mapping[int, Type] | None = None) -> dict[int, ModelRef]:
    """Return the `common` types that are one object: bodies have them in operations that do not document the status.

    Those of the API are looked for, unless the caller has them.
    """
    models = {model.name.python: model for model in api.models}
    return {
        status: of
        for status, of in (common_error_types(api) if common is None else common).items()
        if isinstance(of, ModelRef) and isinstance(models[of.name], ObjectModel)
    }


def _body_types(bodies: Mapping[str, Type | None], status: int) -> Iterator[Type]:
    """Yield the types of an operation's `bodies` that come with a status; 500 stands for all 5xx."""
    if status == 500:
        exact = [key for key in bodies if key.startswith("5") and key.isdecimal()]
    elif (of := bodies.get(str(status))) is not None:  # as most are
        yield of
        return
    else:
        exact = [str(status)] if str(status) in bodies else []
    others = [key for key in (f"{status // 100}XX", "default") if key in bodies and (not exact or status == 500)]
    for key in (*exact, *others[:1]):
        if (of := bodies[key]) is not None:
            yield of
