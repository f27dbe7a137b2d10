"""The rule by which most wire names are made of Python names, so that models need not repeat them."""

from __future__ import annotations

from collections.abc import Iterable

from fledge.builder.names.words import camel
from fledge.ir import Model, ObjectModel


def common_wire_case(models: Iterable[Model]) -> str:
    """`camel` if most property names of several words are what camelCase makes of the Python names, else ""."""
    counts = {"as is": 0, "camel": 0}
    for model in models:
        for each in model.fields if isinstance(model, ObjectModel) else ():
            python, wire = each.name.python, each.name.wire
            if "_" in python.strip("_"):
                if wire == python:
                    counts["as is"] += 1
                elif wire == camel(python):
                    counts["camel"] += 1
    return "camel" if counts["camel"] > counts["as is"] else ""
