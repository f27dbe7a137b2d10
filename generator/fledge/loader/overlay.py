"""Overlays: what a user corrects in a description that others publish (OpenAPI Overlay Specification 1.0 and 1.1).

They are read strictly: an action that finds nothing to change is an error, and one that changes nothing a warning, so
that corrections do not outlive what they correct. What an action adds points at the overlay in later messages.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import most_similar
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.document_tree import DocumentTree
from fledge.loader.overlay_places import copies_below, reference_problem, with_copies
from fledge.loader.references.unresolved import remove_nodes
from fledge.loader.sources.files import SourceFile, display_path
from fledge.loader.sources.urls import is_remote
from fledge.loader.sources.json_parser import is_json
from fledge.loader.sources.parse import parse
from fledge.loader.sources.parse_errors import ParseError
from fledge.openapi.json_values import JSON, deep_copy
from fledge.openapi.objects import walk_references
from fledge.openapi.pointer import evaluate, exists, find, is_below, join, last_token, nearest, parent, rebase, split
from fledge.openapi.source_map import lookup
from fledge.quick_dataclass import quick_dataclass

_ROOT: dict[str, type] = {"overlay": str, "info": dict, "extends": str, "actions": list}
_INFO: dict[str, type] = {"title": str, "version": str, "description": str}
_ACTION: dict[str, type] = {"target": str, "description": str, "update": object, "copy": str, "remove": bool}
_NEWER = 'Write `overlay: "1.1.0"`.'
_CALLED = {str: "a string", dict: "an object", list: "a list", bool: "true or false"}


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One step: `change` is `update`, `copy` or `remove`; `value` is what to merge, or the path of what to copy."""

    pointer: str
    target: str
    change: str
    value: JSON


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """One overlay. `extends` is the file that it was made for, as messages show it; empty where it does not say."""

    document: SourceText
    old: bool
    extends: str
    actions: tuple[Action, ...]

    def origin(self, pointer: str) -> SourcePointer:
        """A place in the overlay."""
        return SourcePointer(source=self.document.name, pointer=pointer)


# --- reading


def read_overlay(text: SourceFile, report: DiagnosticCollector, *, base: Path) -> Overlay | None:
    """The overlay in a file, JSON or YAML; None where its form is wrong, which is reported with each place."""
    syntax = "json" if is_json(text.text) or text.path.lower().endswith(".json") else "yaml"
    document = SourceText(name=text.path, path=text.path, text=text.text, syntax=syntax)
    report.read(document)
    try:
        root = parse(document, report)
    except ParseError as error:
        error.add_to(document, report)
        return None
    return _Reader(document, report).overlay(root, text.address, base)


class _Reader:
    """The reading of one overlay; all faults of its form are reported."""

    def __init__(self, document: SourceText, report: DiagnosticCollector) -> None:
        self.document = document
        self.report = report
        self.failed = False

    def overlay(self, root: JSON, address: str, base: Path) -> Overlay | None:
        self._shape("", root, _ROOT, ("overlay", "info", "actions"))
        if isinstance(root, dict) and isinstance(root.get("info"), dict):
            self._shape("/info", root["info"], _INFO, ("title", "version"))
        if self.failed:
            return None
        version = re.fullmatch(r"1\.([01])(?:\.\d+)?", root["overlay"])
        if version is None:
            self._fault("/overlay", f"Fledge does not support Overlay {root['overlay']}.", 'Write "1.0.0" or "1.1.0".')
            return None
        old = version[1] == "0"
        if old and "description" in root["info"]:
            self._fault("/info/description", "Overlay 1.0 has no `description` here.", _NEWER)
        if not root["actions"]:
            self._fault(
                "/actions", "The overlay has no action.", "Add one, or remove the overlay from the configuration."
            )
        actions = [self._action(f"/actions/{index}", each, old) for index, each in enumerate(root["actions"])]
        extends = root.get("extends", "")
        if extends and not is_remote(extends) and not is_remote(address):
            path = extends.removeprefix("file://")
            extends = display_path(os.path.normpath(os.path.join(os.path.dirname(address), path)), base)
        valid = tuple(action for action in actions if action is not None)
        here = "" if is_remote(extends) else extends  # where a description was published says nothing of its file
        return None if self.failed else Overlay(document=self.document, old=old, extends=here, actions=valid)

    def _action(self, pointer: str, action: JSON, old: bool) -> Action | None:
        if not self._shape(pointer, action, _ACTION, ("target",)):
            return None
        if old and "copy" in action:
            self._fault(f"{pointer}/copy", "Overlay 1.0 has no `copy`.", _NEWER)
        changes = [key for key in ("update", "copy") if key in action]
        if action.get("remove"):
            return Action(pointer=pointer, target=action["target"], change="remove", value=None)
        if len(changes) != 1:
            hint = "Write one of `update`, `copy` or `remove: true`."
            if changes:
                self._fault(pointer, "An action has `update` or `copy`, not both.", hint)
            else:  # which the specification allows
                origin = SourcePointer(source=self.document.name, pointer=pointer)
                self.report.note("overlay-action-empty", "This action changes nothing.", origin=origin, hint=hint)
            return None
        return Action(pointer=pointer, target=action["target"], change=changes[0], value=action[changes[0]])

    def _shape(self, pointer: str, node: JSON, fields: Mapping[str, type], required: Sequence[str]) -> bool:
        """Whether a node is an object with these fields, each of its type, and no other but extensions."""
        if not isinstance(node, dict):
            self._fault(pointer, "This must be an object.", f"Its fields are {', '.join(fields)}.")
            return False
        sound = True
        for key, value in node.items():
            if key not in fields and not key.startswith("x-"):
                near = most_similar(key, fields)
                hint = f"Did you mean `{near}`?" if near else f"Its fields are {', '.join(fields)}."
                self._fault(join(pointer, key), f"An overlay has no `{key}` here.", hint)
                sound = False
            elif key in fields and not isinstance(value, fields[key]):
                what = _CALLED[fields[key]]
                hint = (
                    "Put it between quotes."
                    if isinstance(value, (int, float)) and what == "a string"
                    else f"Write {what}."
                )
                self._fault(f"{pointer}/{key}", f"`{key}` is {what}.", hint)
                sound = False
        for key in required:
            if key not in node:
                self._fault(pointer, f"`{key}` is missing.", "See https://spec.openapis.org/overlay/latest.html.")
                sound = False
        return sound

    def _fault(self, pointer: str, message: str, hint: str) -> None:
        self.failed = True
        origin = SourcePointer(source=self.document.name, pointer=pointer)
        self.report.error("overlay-invalid", message, origin=origin, hint=hint)


# --- applying


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
