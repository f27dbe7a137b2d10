"""What operations are called: each becomes a method of a resource, `client.resource.method`.

`proposals.py` says what would be good names. Here the configuration and the lock come first, and no two methods or
resources get one name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from fledge.builder.identities import MethodId
from fledge.builder.names.conflicts import NameConflictError
from fledge.builder.names.moved_paths import keys_by_id, moved_keys
from fledge.builder.names.operation_ids import operation_id
from fledge.builder.names.paths import starts_with_verb
from fledge.builder.names.proposals import Proposal, propose_names
from fledge.builder.names.reserved import CLIENT_MEMBERS
from fledge.builder.names.resolve import PinnedNames, resolve_collisions, unique_keys
from fledge.builder.names.resource_paths import away_from, moved, resource_prefixes
from fledge.builder.names.words import method, snake, words
from fledge.builder.servers import server_urls
from fledge.openapi.document import Spec
from fledge.openapi.views.operations import OperationView, all_operations
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class OperationName:
    """What a method of the client is called, and the words that the types of its operation are named with.

    `resource` has dots where it is nested. `group` is the resource of all operations with its `tag`, and
    `group_key` what the configuration calls it. `plain_key` is what the lock calls its operation.
    """

    operation: OperationView
    resource: str
    method: str
    words: list[str]
    group: str
    group_key: str
    tag: str
    plain_key: str
    is_stream: bool = False
    """Whether it is the second method of an operation, which returns a stream."""

    @property
    def key(self) -> str:
        """What the configuration calls the method."""
        return f"{self.operation.key} stream" if self.is_stream else self.operation.key

    @property
    def lock_key(self) -> str:
        """What the lock calls the method: the same without the names of variables, if that is enough."""
        return f"{self.plain_key} stream" if self.is_stream else self.plain_key


def name_operations(spec: Spec, pins: PinnedNames) -> dict[MethodId, OperationName]:
    """Name all operations at once: the first method of each. Raise DiagnosticError for an override that cannot hold."""
    operations = {MethodId(each.pointer): each for each in all_operations(spec)}
    proposals = _with_servers(operations, propose_names(operations))
    groups = {id: pins.override(each.group_key) for id, each in proposals.items()}
    keys = unique_keys({id: each.key for id, each in operations.items()})
    ids = {id: operation_id(each) for id, each in operations.items()}
    lock_keys = keys | keys_by_id(keys, ids, pins.locked) | moved_keys(keys, pins.locked)
    locked = {id: _usable(pins.locked_name(key)) for id, key in lock_keys.items()}
    kept = {id: _moved_name(name, proposals[id], groups[id]) for id, name in locked.items()}
    chosen: dict[MethodId, str | None] = {}
    resources: dict[MethodId, str] = {}
    for id, each in operations.items():
        proposal, group, text = proposals[id], groups[id], ids[id]
        resources[id] = proposal.resource if group is None else moved(proposal.resource, proposal.group, group)
        name = pins.override(each.key, keys[id], *([text] if text else []))
        resource = _resource(kept[id]) or resources[id]
        chosen[id] = f"{resource}.{name}" if name and "." not in name else name
    pinned = {name for name in chosen.values() if name}
    for id, each in operations.items():
        _check_resource(_resource(chosen[id]) or groups[id] or "", each, pinned)
        _check_method(chosen[id], each)
    kept = {
        id: name if name and not pinned & {*resource_prefixes(_resource(name) or "")} else None
        for id, name in kept.items()
    }
    fixed = pinned | {name for name in kept.values() if name}
    actions = {
        f"{resources[id]}.{each.methods[0]}"
        for id, each in proposals.items()
        if starts_with_verb(words(each.methods[0])) and not (chosen[id] or kept[id])
    }
    methods = fixed | actions
    resources = {id: away_from(resource, methods) for id, resource in resources.items()}
    held = [_resource(chosen[id] or kept[id]) or resources[id] for id in operations]
    names = resolve_collisions(
        {id: [f"{resources[id]}.{name}" for name in each.methods] for id, each in proposals.items()},
        chosen=chosen,
        kept=kept,
        taken=sorted({prefix for path in held for prefix in resource_prefixes(path)}),
        preferred=lambda id: proposals[id].is_preferred and not operations[id].server,
    )
    counts = Counter(snake(each.words) for each in proposals.values())
    named: dict[MethodId, OperationName] = {}
    for id, each in operations.items():
        resource, _, name = names[id].rpartition(".")
        proposal = proposals[id]
        is_unique = counts[snake(proposal.words)] == 1
        named[id] = OperationName(
            operation=each,
            resource=resource,
            method=name,
            words=proposal.words if is_unique else proposal.longer_words,
            group=groups[id] or proposal.group,
            group_key=proposal.group_key,
            tag=proposal.tag,
            plain_key=keys[id],
        )
    return named


def _with_servers(
    operations: Mapping[MethodId, OperationView], proposals: Mapping[MethodId, Proposal]
) -> dict[MethodId, Proposal]:
    """Proposals in which what only its server tells from another operation says so, and the other one does not."""
    usual = {(each.http_method, each.path): each for each in operations.values() if not each.server}
    shared = {(each.http_method, each.path): None for each in operations.values() if each.server}
    distinguished: dict[MethodId, Proposal] = {}
    for id, each in operations.items():
        proposal, other = proposals[id], usual.get((each.http_method, each.path))
        if each.server:
            repeated = {word for url in server_urls(other) for word in words(url)} if other else set[str]()
            server = [word for word in words(each.server) if word not in repeated] or words(each.server)
            proposal = replace(
                proposal,
                methods=[f"{method}_{snake(server)}" for method in proposal.methods[:1]] + proposal.methods,
                longer_words=[*proposal.words, *server],
            )
        elif (each.http_method, each.path) in shared:
            proposal = replace(proposal, is_preferred=True)
        distinguished[id] = proposal
    return distinguished


def _usable(name: str | None) -> str | None:
    """The name of the lock, unless no method may be called so: the lock is not trusted, and may be an older one."""
    resource, _, last = name.rpartition(".") if name else ("", "", "")
    is_own = resource.partition(".")[0] in CLIENT_MEMBERS or _is_private(resource, last)
    return None if not resource or is_own else name


def _is_private(resource: str, name: str) -> bool:
    """Whether a method or a resource would replace what resources and clients have for themselves."""
    return name != method(name) or any(part.startswith("_") for part in (*resource.split("."), name))


def _moved_name(locked: str | None, proposal: Proposal, group: str | None) -> str | None:
    """The name of the lock, in the resource that the configuration has for the operation's tag or path."""
    if locked is None or group is None:
        return locked
    resource, _, name = locked.rpartition(".")
    below = proposal.resource.removeprefix(proposal.group)
    if {group, proposal.group}.isdisjoint(resource_prefixes(resource)) and below and resource.endswith(below):
        return f"{group}{below}.{name}"  # the configuration had another name for the tag when the lock was written
    return f"{moved(resource, proposal.group, group)}.{name}"


def _resource(name: str | None) -> str | None:
    return name.rpartition(".")[0] if name else None


def _check_resource(resource: str, operation: OperationView, methods: Collection[str]) -> None:
    """Raise DiagnosticError if the configuration calls a resource like a member of the client, or like a method."""
    held = next((prefix for prefix in resource_prefixes(resource) if prefix in methods), None)
    if held is not None:
        message = f"`names` gives the name `{held}` to a method, and to a resource that has `{operation.key}`"
        hint = "a method holds no other methods: choose another name"
        raise NameConflictError("name-taken", message, name=held, key=operation.key, hint=hint)
    if resource.partition(".")[0] in CLIENT_MEMBERS:
        message = f"`names` gives the name `{resource}`, which clients use themselves, to `{operation.key}`"
        raise NameConflictError("name-taken", message, name=resource, key=operation.key, hint="choose another one")


def _check_method(name: str | None, operation: OperationView) -> None:
    """Raise DiagnosticError if the configuration calls a method like what its resource has for itself."""
    resource, _, last = name.rpartition(".") if name else ("", "", "")
    if name and _is_private(resource, last):
        message = f"`names` gives the name `{name}`, which resources use themselves, to `{operation.key}`"
        raise NameConflictError("name-taken", message, name=name, key=operation.key, hint="choose another one")


def name_stream_methods(
    operations: Mapping[MethodId, OperationName], streams: Iterable[MethodId], pins: PinnedNames
) -> dict[MethodId, OperationName]:
    """Name the second methods of operations, which return streams."""
    named = {id: replace(operations[MethodId(id.pointer)], is_stream=True) for id in streams}
    candidates: dict[MethodId, list[str]] = {}
    chosen: dict[MethodId, str | None] = {}
    kept: dict[MethodId, str | None] = {}
    for id, each in named.items():
        plain = each.method.rstrip("_")
        candidates[id] = [f"{each.resource}.{plain}_stream", f"{each.resource}.stream_{plain}"]
        for names, name in ((chosen, pins.override(each.key, each.lock_key)), (kept, pins.locked_name(each.lock_key))):
            names[id] = f"{each.resource}.{name.rpartition('.')[2]}" if name else None
    taken = {f"{each.resource}.{each.method}" for each in operations.values()}
    taken |= {prefix for each in operations.values() for prefix in resource_prefixes(each.resource)}
    resolved = resolve_collisions(candidates, chosen=chosen, kept=kept, taken=sorted(taken))
    return {id: replace(each, method=resolved[id].rpartition(".")[2]) for id, each in named.items()}
