"""References to parameters that cannot be used: they are ignored, as an inline parameter of that form is."""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.loader.document_tree import DocumentTree, resolve_local
from fledge.loader.normalize.well_formed import parameter_problem
from fledge.loader.references.unresolved import remove_nodes
from fledge.openapi.json_values import reference_of
from fledge.openapi.objects import walk
from fledge.openapi.pointer import exists


def check_parameter_references(tree: DocumentTree, report: DiagnosticCollector) -> None:
    """Remove references to what is no parameter, in place; each is a warning `wrong-type`.

    References that cannot be resolved stay: `report_unresolved` reports them.
    """
    ignored: list[str] = []
    usable: dict[str, None] = {}
    for kind, pointer, node in walk(tree.root, to="parameter"):
        reference = reference_of(node) if kind == "parameter" else None
        if reference is None or reference in usable:
            continue
        if not reference.startswith("#") or not exists(tree.root, reference[1:]):
            continue
        target = resolve_local(tree.root, reference)
        if target is None:
            continue
        problem = parameter_problem(target)
        if problem is None:
            usable[reference] = None
        else:
            ignored.append(pointer)
            report.add(
                Severity.WARNING,
                "wrong-type",
                f"The target of $ref {reference} {problem}; Fledge ignores this parameter.",
                origin=tree.origin(f"{pointer}/$ref"),
                hint="Refer to one parameter with `name` and `in`.",
                related=(("the target", tree.origin(reference[1:])),),
            )
    remove_nodes(tree.root, ignored, tree.source_map)
