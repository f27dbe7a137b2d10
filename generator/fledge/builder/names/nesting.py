"""Resources that are nested as paths are: where nobody chose a name, or where the chosen one is a verb and such nouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from fledge.builder.identities import MethodId
from fledge.builder.names.paths import PathIndex, is_plural, path_nouns, path_parts
from fledge.builder.names.phrases import fold
from fledge.builder.names.words import singular, snake, words
from fledge.openapi.views.operations import OperationView
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class NestedCall:
    """The words of the resources, one inside the other, and those of the method."""

    resource: list[list[str]]
    method: list[str]


def nest_by_path(operation: OperationView, paths: PathIndex, read: str) -> NestedCall | None:
    """Return the call of an operation whose name only its path can say; None if the path has one noun at most.

    An action at the end belongs to what stands before it: `billing.alerts.archive`. `read` is the verb for one thing.
    """
    verb, nouns = path_parts(operation.http_method, operation.path, paths)
    if not verb:
        *nouns, verb_words = nouns
    else:
        verb_words = [read] if verb == "get" else verb.split()
    call = NestedCall(resource=nouns, method=verb_words)
    return call if nouns and not _is_misleading(operation, call.method) else None


def nest_by_ids(
    operations: Mapping[MethodId, OperationView], chosen: Mapping[MethodId, list[str]], paths: PathIndex
) -> dict[MethodId, NestedCall]:
    """Return the calls of operations whose id is a verb and exactly the last two or more nouns of the path.

    At least two operations must share these nouns. Where singular and plural mean two operations, the plural is `list`.
    """
    chains: dict[MethodId, list[list[str]]] = {}
    for id, operation in operations.items():
        chain = _chain(chosen[id][1:], path_nouns(operation.http_method, operation.path, paths))
        if chain and _agrees(operation, chain):
            chains[id] = chain
    keys = {id: tuple(map(fold, chain)) for id, chain in chains.items()}
    counts = Counter(keys.values())
    calls = Counter((keys[id], chosen[id][0].lower()) for id in chains)
    nested: dict[MethodId, NestedCall] = {}
    for id, chain in chains.items():
        if counts[keys[id]] > 1 and not _is_misleading(operations[id], chosen[id][:1]):
            verb = chosen[id][0]
            many = calls[keys[id], verb.lower()] > 1 and verb.lower() == "get" and is_plural(chosen[id][-1])
            nested[id] = NestedCall(resource=chain, method=["list"] if many else [verb])
    return nested


def _agrees(operation: OperationView, chain: list[list[str]]) -> bool:
    """Return whether the first tag, if there is one, has a word of the chain: else it is another resource."""
    tag = {singular(word) for name in operation.tags[:1] for word in words(name)}
    spoken = fold(sum(chain, []))
    return not tag or any(word in spoken for word in tag if len(word) > 1)


def _is_misleading(operation: OperationView, verb: list[str]) -> bool:
    """Return whether a method would be called `get` that may change something."""
    return snake(verb) == "get" and operation.http_method not in ("get", "head")


def _chain(spoken: list[str], nouns: list[list[str]]) -> list[list[str]]:
    """Return the most of the last nouns, two at least, that words consist of; none if they do not."""
    whole, folded = fold(spoken), [fold(noun) for noun in nouns]
    if not folded or not whole.endswith(folded[-1]):
        return []
    for start in range(len(nouns) - 1):
        if whole == "".join(folded[start:]):
            return nouns[start:]
    return []
