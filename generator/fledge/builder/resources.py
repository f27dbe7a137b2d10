"""Resources: operations that belong together, as one attribute of the client or of another resource."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from fledge.builder.docs import read_docs
from fledge.builder.names.operations import OperationName
from fledge.builder.names.reserved import NO_FILES
from fledge.builder.names.resolve import resolve_collisions, truncate_name
from fledge.builder.names.resource_paths import resource_prefixes
from fledge.builder.names.words import pascal, words
from fledge.ir import Docs, Name, Operation, Resource
from fledge.openapi.document import Spec
from fledge.openapi.json_values import as_object, as_string
from fledge.openapi.views.node import Node
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ResourceNames:
    """The classes and the files of all resources, by their paths."""

    classes: Mapping[str, str]
    modules: Mapping[str, str]


def name_resources(names: Iterable[OperationName]) -> ResourceNames:
    """Name the resources that operations belong to, and those that hold such resources.

    A file is named by the path: `chat_completions` for `chat.completions`. If a resource of the client has the same
    name, the nested one has two underscores.
    """
    paths = sorted({prefix for name in names for prefix in resource_prefixes(name.resource)})
    classes = {path: pascal([word for part in path.split(".") for word in words(part)]) for path in paths}
    modules = {path: [_file(path.replace(".", "_")), _file(path.replace(".", "__"))] for path in paths}
    return ResourceNames(
        classes=resolve_collisions(
            {path: [f"{name}Resource", f"{name}Subresource"] for path, name in classes.items()},
            preferred=lambda path: "." not in path,
        ),
        modules=resolve_collisions(modules, preferred=lambda path: "." not in path, fold=str.lower),
    )


def _file(name: str) -> str:
    """A name that a file can have."""
    return f"{name}_" if name in NO_FILES else truncate_name(name)


def group_operations(spec: Spec, operations: Sequence[tuple[OperationName, Operation]]) -> Iterator[Resource]:
    """All resources, sorted by attribute."""
    tags = _tags(spec)
    names = [name for name, _ in operations]
    named = name_resources(names)
    tag_of = _tags_of(names, named.classes)
    operations_of: dict[str, list[Operation]] = {resource: [] for resource in sorted(named.classes)}
    for name, operation in operations:
        operations_of[name.resource].append(operation)
    for resource, grouped in operations_of.items():
        tag = tag_of.get(resource, "")
        yield Resource(
            name=Name(wire=tag, python=resource),
            class_name=named.classes[resource],
            module=named.modules[resource],
            docs=tags.get(tag) or Docs(summary=_summary(resource, grouped), inferred=True),
            operations=tuple(sorted(grouped, key=lambda each: each.name.python)),
        )


def _tags_of(names: Sequence[OperationName], resources: Collection[str]) -> dict[str, str]:
    """The tag of each resource that is called like one, or that alone has all operations of one."""
    tag_of = {name.group: name.tag for name in sorted(names, key=lambda name: name.tag) if name.tag}
    users: dict[str, set[str]] = {}
    tags: dict[str, set[str]] = {}
    for name in names:
        users.setdefault(name.tag, set()).add(name.resource)
        tags.setdefault(name.resource, set()).add(name.tag)
    for name in names:
        if name.group not in resources and len(users[name.tag]) == len(tags[name.resource]) == 1:
            tag_of[name.resource] = name.tag
    return tag_of


def _tags(spec: Spec) -> dict[str, Docs]:
    """The prose of the description's tags by their names."""
    return {
        name: read_docs(tag)
        for tag in Node(spec, "", spec.root).array("tags")
        if (name := as_string(as_object(tag).get("name")))
    }


def _summary(resource: str, operations: Sequence[Operation]) -> str:
    if not operations:
        return f"The resources of `client.{resource}`."
    return f"The operations on `{_shared_path(operations)}`."


def _shared_path(operations: Sequence[Operation]) -> str:
    """The beginning that the paths of all operations share."""
    segments = [operation.path.split("/") for operation in operations]
    shared = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, zip(*segments))]
    return "/".join(shared) or "/"
