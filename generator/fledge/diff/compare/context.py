"""Where a change is: the subject of a sentence, the places in both documents, and the calls that it reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fledge.diff.changes import Direction, DocumentNode, Phrase
from fledge.diff.directions import call_path
from fledge.diff.matching import ResourceOperation
from fledge.ir import Operation
from fledge.quick_dataclass import quick_dataclass

REQUEST, RESPONSE, CLIENT = (Direction.REQUEST,), (Direction.RESPONSE,), (Direction.CLIENT,)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ChangeContext:
    """The part of the API that a change belongs to. `directions` are empty for a model that no call uses.

    `label` begins the sentence of each change: "query parameter `limit`". `find_calls` looks for the calls that it
    reaches, which takes long for a model; most contexts have no change.
    """

    subject: str
    wire_name: str
    label: tuple[Phrase, ...]
    directions: tuple[Direction, ...]
    old: DocumentNode | None
    new: DocumentNode | None
    find_calls: Callable[[], tuple[str, ...]] = tuple
    endpoint: str = ""

    @property
    def calls(self) -> tuple[str, ...]:
        """The methods and functions that a change of this part reaches, sorted."""
        return self.find_calls()

    @property
    def of_client(self) -> ChangeContext:
        """The same part, for a change that concerns the client only."""
        return replace(self, directions=CLIENT)

    @property
    def of_request(self) -> ChangeContext:
        """The same part, for a change that concerns what callers send only."""
        return replace(self, directions=tuple(each for each in self.directions if each is Direction.REQUEST))

    @property
    def removed(self) -> ChangeContext:
        """The same part, which only the old document has."""
        return replace(self, new=None)

    @property
    def added(self) -> ChangeContext:
        """The same part, which only the new document has."""
        return replace(self, old=None)


def phrases(text: str, *code: str) -> tuple[Phrase, ...]:
    """A sentence of ours, with each `{}` in it replaced by one of `code`."""
    first, *others = text.split("{}")
    parts = [Phrase(first)]
    for value, other in zip(code, others, strict=True):
        parts += [Phrase(value, code=True), Phrase(other)]
    return tuple(part for part in parts if part.text)


def document_context(subject: str, wire_name: str, label: tuple[Phrase, ...], *part: str) -> ChangeContext:
    """A part of the document that belongs to no operation, model or webhook."""
    node = DocumentNode(owner=None, part=part)
    return ChangeContext(subject=subject, wire_name=wire_name, label=label, directions=CLIENT, old=node, new=node)


def endpoint(operation: Operation) -> str:
    """The method and path of an operation: `GET /pets`."""
    return f"{operation.http_method} {operation.path}"


def operation_context(old: ResourceOperation, new: ResourceOperation) -> ChangeContext:
    """An operation that both documents have; for one that only one document has, pass it twice."""
    call = call_path(old.resource, old.operation)
    return ChangeContext(
        subject=call,
        wire_name=old.operation.name.wire,
        label=phrases("the operation"),
        directions=CLIENT,
        old=DocumentNode(owner=old.operation.source),
        new=DocumentNode(owner=new.operation.source),
        find_calls=lambda: (call,),
        endpoint=endpoint(new.operation),
    )


def part_of(
    context: ChangeContext,
    label: tuple[Phrase, ...],
    directions: tuple[Direction, ...],
    *part: str,
    detail: str = "",
    wire_name: str = "",
) -> ChangeContext:
    """A part of an operation: `detail` follows the call in the subject, `part` leads to it in both documents."""
    return replace(
        context,
        subject=f"{context.subject}{detail}",
        wire_name=f"{context.wire_name}{f', {wire_name}' if wire_name else ''}",
        label=label,
        directions=directions,
        old=context.old and replace(context.old, part=part),
        new=context.new and replace(context.new, part=part),
    )
