"""Overlays: what a user corrects in a description that others publish (OpenAPI Overlay Specification 1.0 and 1.1).

They are read strictly: an action that finds nothing to change is an error, and one that changes nothing a warning, so
that corrections do not outlive what they correct. What an action adds points at the overlay in later messages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import most_similar
from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import DocumentTree
from fledge.loader.overlay_reader import Action, Overlay
from fledge.loader.overlay_places import copies_below, reference_problem, with_copies
from fledge.loader.references.unresolved import remove_nodes
from fledge.openapi.json_values import JSON, deep_copy
from fledge.openapi.objects import walk_references
from fledge.openapi.pointer import evaluate, exists, find, is_below, join, last_token, nearest, parent, rebase, split
from fledge.openapi.source_map import lookup
from fledge.quick_dataclass import quick_dataclass


def apply(tree: DocumentTree, overlay: Overlay, report: DiagnosticCollector, *, strict: bool) -> None:
    """Do what an overlay says, action by action, each on the result of those before it; `draft` is changed in place.

    Unless `strict`, an action that finds nothing is passed over, as the specification has it.
    """
    applier = _Applier(tree, overlay, report, strict)
    for action in overlay.actions:
        applier.apply(action)
    applier.check_references()


class _Mismatch(Exception):
    """What is to be merged is of another kind than what is there; `pointer` is where, below both."""

    def __init__(self, pointer: str) -> None:
        super().__init__(pointer)
        self.pointer = pointer


@quick_dataclass(frozen=True, slots=True)
class _Source:
    """A value to merge, and where its parts were read, by pointer below it."""

    value: JSON
    origins: Mapping[str, SourcePointer]


class _Applier:
    """One overlay at work on one description."""

    def __init__(self, tree: DocumentTree, overlay: Overlay, report: DiagnosticCollector, strict: bool) -> None:
        from jsonpath import JSONPathEnvironment

        self.tree = tree
        self.overlay = overlay
        self.report = report
        self.strict = strict
        self.paths = JSONPathEnvironment(strict=True)

    def apply(self, action: Action) -> None:
        nodes = self._select(action, "target")
        if nodes is None:
            return
        if action.change == "remove":
            self._remove(action, nodes)
        elif self.overlay.old and not all(isinstance(node, (dict, list)) for node in nodes.values()):
            self.report_error(
                "overlay-mismatch",
                action,
                "target",
                "An Overlay 1.0 can update an object or array only, and this is neither.",
                'Write `overlay: "1.1.0"`; or name what holds it.',
            )
        else:
            source = self._source(action)
            if source is not None:
                self._merge(action, nodes, source)

    def check_references(self) -> None:
        """Report references that need bundling: what an overlay adds stands in the description, which is complete by now."""
        kind = "swagger" if "swagger" in self.tree.root else "document"
        for _, pointer, node in walk_references(self.tree.root, kind):
            origin = self.tree.origin(f"{pointer}/$ref")
            if origin.source == self.overlay.document.name and (problem := reference_problem(node["$ref"], self.tree)):
                self.report.error("overlay-reference", problem[0], origin=origin, hint=problem[1])

    def _select(self, action: Action, key: str) -> dict[str, JSON] | None:
        """The nodes that a path finds, by pointer; None, with an error, where it is no path or finds nothing."""
        from jsonpath import JSONPathError

        text = action.target if key == "target" else action.value
        try:
            path = self.paths.compile(text)
            nodes = {join("", *match.parts): match.obj for match in path.finditer(self.tree.root)}
        except JSONPathError as error:
            wrong = error.args[0] if text.startswith("$") else "it begins with `$`"
            hint = "Paths are those of RFC 9535, such as $.paths['/pets'].get."
            self.report_error("overlay-path", action, key, f"This is not a JSONPath: {wrong}.", hint)
            return None
        except RecursionError:
            self.report_error("overlay-path", action, key, "This path nests too deep.", "Write a simpler one.")
            return None
        if not nodes and self.strict:
            self.report_error("overlay-target-not-found", action, key, f"{text} matches nothing.", self._nearest(path))
        return with_copies(nodes, self.tree) if nodes and key == "target" else nodes or None

    def _nearest(self, path: Any) -> str:
        """A hint that says how far a path leads."""
        path_text = "$"
        nodes: list[JSON] = [self.tree.root]
        for segment in path.segments:
            step = str(segment)
            below = self.paths.findall(f"{path_text}{step}", self.tree.root)
            if not below:
                keys = dict.fromkeys(key for node in nodes if isinstance(node, dict) for key in node)
                name = re.fullmatch(r"\[['\"](.*)['\"]\]", step)
                near = most_similar(name[1], keys) if name else None
                guess = f" Did you mean {near!r}?" if near else ""
                return f"{path_text} exists, but has no {step}.{guess} If the target is gone, remove the action."
            path_text, nodes = f"{path_text}{step}", below
        return "If the target is gone, remove the action."

    def _remove(self, action: Action, nodes: Mapping[str, JSON]) -> None:
        if "" in nodes:
            self.report_error(
                "overlay-mismatch", action, "target", "An action cannot remove the whole description.", "Name a part."
            )
            return
        gone = dict.fromkeys([*nodes, *(copy for each in nodes for copy in copies_below(each, self.tree))])
        for pointer in [key for key in self.tree.source_map if nearest(key, gone)]:
            del self.tree.source_map[pointer]
        remove_nodes(self.tree.root, sorted(gone, key=_position), self.tree.source_map)

    def _source(self, action: Action) -> _Source | None:
        if action.change == "update":
            return _Source(action.value, {"": self.overlay.origin(f"{action.pointer}/update")})
        nodes = self._select(action, "copy")
        if nodes is None:
            return None
        if len(nodes) > 1:
            self.report_error(
                "overlay-target-not-found",
                action,
                "copy",
                f"{action.value} matches {len(nodes)} nodes, but `copy` needs one.",
                "Name one.",
            )
            return None
        [(pointer, node)] = nodes.items()
        below = {rebase(key, pointer, ""): at for key, at in self.tree.source_map.items() if is_below(key, pointer)}
        return _Source(deep_copy(node), {"": self.tree.origin(pointer), **below})

    def _merge(self, action: Action, nodes: Mapping[str, JSON], source: _Source) -> None:
        if all(_holds(node, source.value) for node in nodes.values()):
            self.report.warning(
                "overlay-no-effect",
                f"This action has no effect: the description has what it adds to {action.target}.",
                origin=self.overlay.origin(action.pointer),
                hint="Remove the action.",
            )
            return
        if len({_kind(node) for node in nodes.values()}) > 1:
            message = f"{action.target} matches nodes of several kinds, so that one value cannot be merged with all."
            self.report_error("overlay-mismatch", action, "target", message, "Write an action for each kind.")
            return
        for pointer, node in nodes.items():
            copies = copies_below(pointer, self.tree)
            try:
                self._put(pointer, node, source, "", source.value)
                for copy, below in copies.items():
                    if exists(source.value, below):
                        self._put(copy, find(self.tree.root, copy), source, below, find(source.value, below))
            except _Mismatch as error:
                target = f"#{pointer}{error.pointer}"
                message = f"{target} is of another kind, so that this value cannot be merged with it."
                self.report_error(
                    "overlay-mismatch",
                    action,
                    f"{action.change}{error.pointer}",
                    message,
                    "Remove the target in an action before this one, or correct the value.",
                )
                return

    def _put(self, pointer: str, node: JSON, source: _Source, below: str, value: JSON) -> None:
        """Merge a value with the node at a pointer; `below` leads to the value from the root of the source."""
        if isinstance(node, list):
            for index, item in enumerate(value if isinstance(value, list) else [value]):
                self._came(f"{pointer}/{len(node)}", source, f"{below}/{index}" if isinstance(value, list) else below)
                node.append(deep_copy(item))
        elif _kind(node) != _kind(value):
            raise _Mismatch(below)
        elif isinstance(node, dict):
            for key, member in value.items():
                step = join("", key)
                if key in node and isinstance(node[key], (dict, list)):
                    if member is None:  # a YAML key without a value: the specification's own example has two
                        continue
                    if _kind(node[key]) != _kind(member):
                        raise _Mismatch(f"{below}{step}")
                    self._put(f"{pointer}{step}", node[key], source, f"{below}{step}", member)
                elif key in node and _kind(member) != _kind(node[key]):
                    raise _Mismatch(f"{below}{step}")
                else:
                    node[key] = deep_copy(member)
                    self._came(f"{pointer}{step}", source, f"{below}{step}")
        else:
            holder, key = _holder(self.tree.root, pointer)
            holder[key] = value
            self._came(pointer, source, below)

    def _came(self, pointer: str, source: _Source, below: str) -> None:
        """Remember where a part of a source was read that now stands at a pointer."""
        self.tree.moved(pointer, lookup(source.origins, below))
        for key, origin in source.origins.items():
            if is_below(key, below):
                self.tree.moved(rebase(key, below, pointer), origin)

    def report_error(self, code: str, action: Action, key: str, message: str, hint: str) -> None:
        """Report an error at a field of an action."""
        self.report.error(code, message, origin=self.overlay.origin(f"{action.pointer}/{key}"), hint=hint)


def _position(pointer: str) -> list[tuple[int, str]]:
    """By what pointers sort so that what stands first or above comes first."""
    return [(int(token) if token.isdecimal() else -1, token) for token in split(pointer)]


def _holder(root: JSON, pointer: str) -> tuple[Any, str | int]:
    """What holds the node at a pointer, and under which key."""
    holder, key = evaluate(root, parent(pointer)), last_token(pointer)
    return holder, int(key) if isinstance(holder, list) else key


def _kind(value: JSON) -> str:
    return "object" if isinstance(value, dict) else "list" if isinstance(value, list) else "primitive"


def _holds(node: JSON, value: JSON) -> bool:
    """Whether merging a value with a node would add nothing to it; null says nothing of an object or array."""
    if value is None and isinstance(node, (dict, list)):
        return True
    if isinstance(node, dict) and isinstance(value, dict):
        return all(key in node and _holds(node[key], member) for key, member in value.items())
    if isinstance(node, list):
        items = [_text(item) for item in node]
        return all(_text(item) in items for item in (value if isinstance(value, list) else [value]))
    return _text(node) == _text(value)


def _text(value: JSON) -> str:
    return json.dumps(value, sort_keys=True)
