"""The operationId of an operation: what somebody chose, without what a framework adds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from fledge.builder.names.paths import repeats_path
from fledge.builder.names.words import snake, words
from fledge.openapi.objects import METHODS
from fledge.openapi.views.operations import OperationView
from fledge.quick_dataclass import quick_dataclass

_VERSION = re.compile(r"[._-]v\d+(?:[._-]\d+)*$", re.IGNORECASE)
_CONTROLLER = re.compile(r"^(\w+?)(?:Controller|Resource|Handler|Api)[_.](?=\w)")
_DIGEST = re.compile(r"[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MOUNT = re.compile(r"(?<=[^_])(?:_(?:api|rest|v\d+))+$", re.IGNORECASE)
_NUMBER = re.compile(r"[_-]\d+$")


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class OperationIds:
    """All operationIds, and those that say too little: a framework numbered them, or several operations have them.

    `mounts` is what all functions of FastAPI have behind their names, since their server has a path: `_api_v1`.
    """

    repeated: frozenset[str]
    numbered: frozenset[str]
    mounts: str

    def is_unique(self, text: str) -> bool:
        """Whether one operation has it, apart from its spelling."""
        return snake(words(text)) not in self.repeated

    def without_number(self, text: str) -> str:
        """`list` for `list_2`, if another operation is called `list`."""
        return _NUMBER.sub("", text) if text in self.numbered else text

    def is_numbered(self, text: str) -> bool:
        """Whether it has such a number, or others have it with one."""
        return text in self.numbered


def index_ids(operations: Iterable[OperationView]) -> OperationIds:
    """Compare the operationIds of all operations."""
    operations = list(operations)
    texts = [text for each in operations if (text := operation_id(each))]
    functions = [_without_fastapi_tail(operation_id(each) or "", each.path) for each in operations]
    counts = Counter(snake(words(text)) for text in texts)
    distinct = frozenset(texts)
    numbered = {text for text in texts if _NUMBER.search(text) and _NUMBER.sub("", text) in distinct}
    return OperationIds(
        repeated=frozenset(text for text, count in counts.items() if count > 1),
        numbered=frozenset({*numbered, *(_NUMBER.sub("", text) for text in numbered)}),
        mounts=_shared_mount([each for each in functions if each]),
    )


def operation_id(operation: OperationView) -> str | None:
    """Return an operationId with words in it; None for a digest, which says nothing."""
    text = operation.operation_id
    return text if text is not None and _says_something(text) else None


@lru_cache(100_000)  # names are made of each operationId in several ways
def _says_something(text: str) -> bool:
    return bool(words(text)) and not _DIGEST.fullmatch(text)


def chosen_words(operation: OperationView, ids: OperationIds) -> list[str]:
    """Return the words that somebody chose for an operationId; none if a framework made it of method and path."""
    text = operation_id(operation)
    if text is None:
        return []
    text = ids.without_number(text)
    http_method, path = operation.http_method, operation.path
    if function := _without_fastapi_tail(text, path):
        return words(function.removesuffix(ids.mounts))
    hubspot = f"{http_method}-{path}_"  # `get-/pets/{id}_getById`
    if text.lower().startswith(hubspot.lower()) and len(text) > len(hubspot):
        return words(text[len(hubspot) :])
    text = re.sub(rf"Using{http_method}(?:_\d+)?$", "", text, flags=re.IGNORECASE)
    if controller := _CONTROLLER.match(text):
        text = text[controller.end() :]
    spoken = words(_VERSION.sub("", text))
    return [] if repeats_path(spoken, http_method, path) else words(text)


def _shared_mount(functions: list[str]) -> str:
    """Return the end such as `_api_v1` that all of several functions have, and none alone."""
    ends = {match.group() if (match := _MOUNT.search(each)) else "" for each in functions}
    return ends.pop() if len(ends) == 1 and len(functions) > 1 else ""


def controller_words(operation: OperationView) -> list[str]:
    """Return the words of the class that an operation is a method of, in frameworks that say it: `PetsController_list`."""
    match = _CONTROLLER.match(operation_id(operation) or "")
    return words(match.group(1)) if match else []


def _without_fastapi_tail(text: str, path: str) -> str:
    """Return the function in FastAPI's `read_item_items__item_id__get`; empty if there is no such tail.

    The application may be mounted below a path that the operationId does not know. A function of several methods has
    the operationId of one of them, for all.
    """
    head, _, http_method = text.lower().rpartition("_")
    segments = path.split("/") if http_method in METHODS else []
    for start in range(1, len(segments)):
        if start > 1 and start + 1 == len(segments):
            break  # the end of a path may well be the end of a name: `task_events_get` of `/tasks/{id}/events`
        tail = re.sub(r"\W", "_", "/" + "/".join(segments[start:])).lower()
        if head.endswith(tail) and len(head) > len(tail):
            return text[: len(head) - len(tail)]
    return ""
