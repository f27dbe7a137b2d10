"""Overlays as they are written: their form is checked, and each fault is reported at its place."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import most_similar
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.sources.files import SourceFile, display_path
from fledge.loader.sources.json_parser import is_json
from fledge.loader.sources.parse import parse
from fledge.loader.sources.parse_errors import ParseError
from fledge.loader.sources.urls import is_remote
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import join
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
        if isinstance(root, dict) and not {"overlay", "actions"} & root.keys():
            hint = "Name a file that begins with `overlay: 1.0.0`; a description belongs into `source`."
            self._fault("", "This is no overlay: its root has no `overlay`.", hint)
            return None
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
            for key in changes:
                origin = SourcePointer(source=self.document.name, pointer=f"{pointer}/{key}")
                message = f"`{key}` has no effect beside `remove: true`."
                self.report.warning("overlay-no-effect", message, origin=origin, hint="Remove one of them.")
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
        misspelt: list[str | None] = []
        for key, value in node.items():
            if key not in fields and not key.startswith("x-"):
                near = most_similar(key, fields) or most_similar(key.lower(), fields)
                misspelt.append(near)
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
            if key not in node and key not in misspelt:
                self._fault(pointer, f"`{key}` is missing.", "See https://spec.openapis.org/overlay/latest.html.")
                sound = False
        return sound

    def _fault(self, pointer: str, message: str, hint: str) -> None:
        self.failed = True
        origin = SourcePointer(source=self.document.name, pointer=pointer)
        self.report.error("overlay-invalid", message, origin=origin, hint=hint)
