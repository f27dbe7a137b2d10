"""Whether an operation gives a list, as far as the schema of its response says."""

from __future__ import annotations

from fledge.openapi.document import Spec
from fledge.openapi.views.operations import OperationView
from fledge.openapi.views.schemas import schema_at


def may_list(operation: OperationView) -> bool:
    """Whether an operation may return a list, or an object that holds one."""
    for status in operation.object("responses"):  # in the order of the description: the first one decides
        if status.startswith("2"):
            response = operation.response(status)
            for media_type in response.media_types:
                return _holds_list(operation.spec, response.media_type(media_type).schema, ())
    return True


def _holds_list(spec: Spec, pointer: str, path: tuple[str, ...]) -> bool:
    """Whether a schema is an array, has a property that is one, or does not say; `path` are those around it."""
    schema = schema_at(spec, pointer)
    if schema is None:
        return True
    if schema.pointer in path:
        return False
    if len(path) > 4 or schema.may_be_array:
        return True
    branches, properties = list(schema.branches), list(schema.properties)
    if not branches and not properties:
        return not path and not schema.has_type
    inner = (*path, schema.pointer)
    return any(_holds_list(spec, each, inner) for each in (*branches, *(properties if len(path) < 2 else ())))
