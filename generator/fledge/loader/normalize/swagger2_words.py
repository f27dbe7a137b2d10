"""What Swagger 2.0 spells otherwise than its standard, set right before the conversion, which goes by these words."""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.misplaced import put_in_place
from fledge.loader.normalize.readings import as_flag, as_items, as_texts
from fledge.loader.normalize.swagger2_values import rewrite_schema
from fledge.openapi.json_values import JSON, as_object
from fledge.openapi.objects import METHODS
from fledge.openapi.pointer import join

_LOCATIONS = {word.lower(): word for word in ("query", "header", "path", "formData", "body")}


def read_words(tree: DocumentTree, report: DiagnosticCollector) -> None:
    """Set right the methods and parameters of a description of 2.0, in place, with a warning `wrong-type` for each."""
    reader = _WordReader(tree, report)
    put_in_place("swagger", "", tree.root, tree, reader.warn)  # of paths first, as pointers of all else begin with them
    reader.media_types("", tree.root)
    for path, item in as_object(tree.root.get("paths")).items():
        if isinstance(item, dict):
            pointer = join("/paths", path)
            put_in_place("path", pointer, item, tree, reader.warn)
            reader.parameters(pointer, item)
            for method in METHODS:
                if isinstance(item.get(method), dict):
                    reader.parameters(f"{pointer}/{method}", item[method])
                    reader.media_types(f"{pointer}/{method}", item[method])
    for name, parameter in as_object(tree.root.get("parameters")).items():
        reader.parameter(join("/parameters", name), parameter)
    for schema in as_object(as_object(tree.root.get("components")).get("schemas")).values():
        rewrite_schema(schema)  # a description made of both may say there, too, what 2.0 spells otherwise


class _WordReader:
    """The reading of one description."""

    def __init__(self, tree: DocumentTree, report: DiagnosticCollector) -> None:
        self._tree = tree
        self._report = report

    def warn(self, pointer: str, message: str) -> None:
        """Report what is set right."""
        origin, hint = self._tree.origin(pointer), "Correct the description here."
        self._report.warning("wrong-type", message, origin=origin, hint=hint)

    def parameters(self, pointer: str, holder: dict[str, JSON]) -> None:
        """Set right the parameters of a path or operation."""
        at, value = f"{pointer}/parameters", holder.get("parameters")
        if isinstance(value, dict) and (reading := as_items(value, "parameter")):
            self.warn(at, f"`parameters` must be an array, but is an object; Fledge reads it as {reading.words}.")
            for index, source in enumerate(reading.sources):
                self._tree.renamed(f"{at}/{index}", f"{at}{source}")
            value = holder["parameters"] = reading.value
        for index, parameter in enumerate(value if isinstance(value, list) else ()):
            self.parameter(f"{at}/{index}", parameter)

    def media_types(self, pointer: str, holder: dict[str, JSON]) -> None:
        """Set right the media types of a description or operation."""
        for key in ("consumes", "produces"):
            if (reading := as_texts(holder.get(key))) is not None:
                holder[key] = reading.value
                message = f"`{key}` must be an array, but is a string; Fledge reads it as {reading.words}."
                self.warn(f"{pointer}/{key}", message)

    def parameter(self, pointer: str, parameter: JSON) -> None:
        """Set right where a parameter is, and whether it is required."""
        if not isinstance(parameter, dict):
            return
        stated, required = parameter.get("in"), parameter.get("required")
        meant = _LOCATIONS.get(stated.strip().lower()) if isinstance(stated, str) else None
        if meant is not None and meant != stated:
            parameter["in"] = meant
            self.warn(f"{pointer}/in", f"`in` must be `{meant}`, but is `{stated}`; Fledge reads it so.")
        if (flag := as_flag(required)) is not None:
            parameter["required"] = flag.value
            self.warn(
                f"{pointer}/required",
                f"`required` must be true or false, but is a string; Fledge reads it as {flag.words}.",
            )
