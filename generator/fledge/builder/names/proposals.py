"""What operations may be called, by all that a description says of it.

In this order count what the provider calls an operation in its own clients, what samples of code show, groups in
operationIds, and nouns that the operationId shares with the path. Else a tag is the resource, and the operationId
without the words of the resource is the method. Where nobody chose a name, method and path say it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fledge.builder.identities import MethodId
from fledge.builder.names.id_groups import grouped_ids
from fledge.builder.names.lists import may_list
from fledge.builder.names.nesting import nest_by_ids, nest_by_path
from fledge.builder.names.operation_ids import OperationIds, chosen_words, controller_words, index_ids, operation_id
from fledge.builder.names.paths import (
    NameCandidates,
    PathIndex,
    index_paths,
    owners,
    path_words,
    resource_words,
    starts_with_verb,
)
from fledge.builder.names.phrases import begins_with, fold, without_resource
from fledge.builder.names.resource_paths import resource_path, unify_spellings
from fledge.builder.names.samples import sampled_calls
from fledge.builder.names.summaries import read_verb
from fledge.builder.names.tag_resources import TagResources, index_tags
from fledge.builder.names.words import method, snake, words
from fledge.openapi.views.operations import OperationView
from fledge.openapi.views.provided_names import provided_group, provided_method
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What an operation may be called: its resource, and its method, the best first.

    `group` is what its resource is called by its `tag` or by the path.
    Types are named with `words`, or with `longer_words` if other operations have the same. `is_preferred` says that the
    class that the operation is a method of, in its server, is called like the resource.
    """

    resource: str
    methods: list[str]
    group: str
    tag: str
    words: list[str]
    longer_words: list[str]
    is_preferred: bool

    @property
    def group_key(self) -> str:
        """What the configuration calls the group."""
        return f"tag {self.tag}" if self.tag else f"path {self.group}"


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """A resource and a method that some evidence shows, as words; either may be empty."""

    resource: list[list[str]]
    method: list[str]


def propose_names(operations: Mapping[MethodId, OperationView]) -> dict[MethodId, Proposal]:
    """Propose names for all operations at once."""
    return _Proposals(operations).all()


class _Proposals:
    """All operations, and what is known of all of them together."""

    def __init__(self, operations: Mapping[MethodId, OperationView]) -> None:
        self._operations = operations
        self._ids: OperationIds = index_ids(operations.values())
        self._chosen = {id: chosen_words(each, self._ids) for id, each in operations.items()}
        self._tag = {id: _tag(each) for id, each in operations.items()}
        self._tags: TagResources = index_tags(filter(None, self._tag.values()))
        self._texts = {id: operation_id(each) for id, each in operations.items()}
        self._unnamed = {id for id in operations if not self._chosen[id] or not self._is_unique(id)}
        singles = [
            operations[id].path
            for id in operations
            if id in self._unnamed and operations[id].http_method == "get" and not may_list(operations[id])
        ]
        self._paths: PathIndex = index_paths([(each.http_method, each.path) for each in operations.values()], singles)
        self._calls = self._shown_calls()

    def all(self) -> dict[MethodId, Proposal]:
        """Propose a name for each operation; resources are spelled in one way."""
        proposals = {id: self._proposal(id, each) for id, each in self._operations.items()}
        spelling = unify_spellings([each.resource for each in proposals.values()])
        for id, each in proposals.items():
            resource, group = spelling[each.resource], spelling.get(each.group, each.group)
            if (resource, group) != (each.resource, each.group):
                proposals[id] = replace(each, resource=resource, group=group)
        return proposals

    def _is_unique(self, id: MethodId) -> bool:
        text = self._texts[id]
        return text is None or self._ids.is_unique(text) and not self._ids.is_numbered(text)

    def _shown_calls(self) -> dict[MethodId, _Call]:
        """Return what each kind of evidence shows, the strongest first."""
        operations = self._operations
        ids = {id: text for id, text in self._texts.items() if text}
        read = read_verb(operations.values())
        calls: dict[MethodId, list[_Call]] = {id: [] for id in operations}
        for id, each in operations.items():
            group = [spoken for part in provided_group(each.raw) if (spoken := words(part))]
            calls[id].append(_Call(resource=group, method=words(provided_method(each.raw))))
        for id, call in sampled_calls(operations).items():
            *resource, name = call.split(".")
            calls[id].append(_Call(resource=[words(each) for each in resource], method=words(name)))
        for id, grouped in grouped_ids(ids).items():
            calls[id].append(_Call(resource=grouped.resource, method=grouped.method))
        for id, nested in nest_by_ids(operations, self._chosen, self._paths).items():
            calls[id].append(_Call(resource=nested.resource, method=nested.method))
        for id, each in operations.items():
            if not self._chosen[id] and not self._tag[id] and (call_by_path := nest_by_path(each, self._paths, read)):
                calls[id].append(_Call(resource=call_by_path.resource, method=call_by_path.method))
        return {
            id: _Call(
                resource=next((call.resource for call in shown if call.resource), []),
                method=next((call.method for call in shown if call.method), []),
            )
            for id, shown in calls.items()
        }

    def _proposal(self, id: MethodId, operation: OperationView) -> Proposal:
        tag, text, shown = self._tag[id], self._texts[id], self._calls[id]
        group = self._tags.of(tag) if tag else [resource_words(operation.path, self._paths)]
        resource = shown.resource or group
        identified = words(text) if text else []
        by_path = None
        if id in self._unnamed or self._repeats(id, resource[-1]):
            by_path = path_words(operation.http_method, operation.path, resource[-1], self._paths)
        phrases = [each for each in self._phrases(id, operation, resource[-1], by_path) if each]
        phrases = phrases or [[operation.http_method]]
        names = list(map(snake, phrases))
        if "get" in names and operation.http_method not in ("get", "head"):  # what is called `get` changes nothing
            longer = self._chosen[id] if len(self._chosen[id]) > 1 else ["get", *resource[-1]]
            phrases = [longer if name == "get" else each for each, name in zip(phrases, names)]
            names = list(map(snake, phrases))
        if shown.method:
            names.insert(0, snake(shown.method))
        path = resource_path(resource)
        group_path = resource_path(group)
        return Proposal(
            resource=path,
            methods=list(map(method, names)),
            group=group_path,
            tag=tag or "",
            words=by_path.full if by_path and not self._chosen[id] else self._chosen[id] or identified,
            longer_words=identified or phrases[-1],
            is_preferred=fold(controller_words(operation)) == fold(resource[-1]),
        )

    def _repeats(self, id: MethodId, resource: list[str]) -> bool:
        """Whether an operationId says nothing but the resource: `node` for an operation of nodes."""
        chosen, operation = self._chosen[id], self._operations[id]
        is_noun = not starts_with_verb(chosen) and (
            operation.http_method != "post" or self._tag[id] is not None or not self._is_unique(id)
        )
        return is_noun and fold(chosen) == fold(resource)

    def _phrases(
        self, id: MethodId, operation: OperationView, resource: list[str], by_path: NameCandidates | None
    ) -> list[list[str]]:
        """What the method may be called, the best first; `by_path` is what its path says."""
        tag, chosen, text = words(self._tag[id] or ""), self._chosen[id], self._texts[id]
        identified = [words(text)] if text else []
        phrases = by_path.candidates if by_path else []
        if by_path and (not chosen or self._repeats(id, resource)):
            short = without_resource(phrases[0], tag, resource)
            if not by_path.resource_in_path and len(short) == 1 and starts_with_verb(short):
                phrases = [short, *phrases]
            return [*phrases, *identified]
        owned = owners(operation.path, self._paths)
        rest = [chosen[len(phrase) :] for phrase in (tag, resource) if begins_with(chosen, phrase)]
        first = without_resource(chosen, tag, resource, owned)
        controller = [[*chosen, *controller_words(operation)]]
        if text and self._ids.is_numbered(text):
            return [first, *phrases, chosen]
        return [first, *rest[:1], chosen, *controller, *identified, *phrases]


def _tag(operation: OperationView) -> str | None:
    """The first tag with words in it."""
    return next((tag for tag in operation.tags if words(tag)), None)
