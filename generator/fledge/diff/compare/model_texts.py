"""Models and fields as the texts of changes."""

from __future__ import annotations

from fledge.diff.reports.types import format_type, format_value
from fledge.ir import AliasModel, EnumModel, Field, Model, ObjectModel, UnionModel


def model_kind(model: Model) -> str:
    """What a model is, in one word."""
    match model:
        case ObjectModel():
            return "object"
        case EnumModel():
            return "enum"
        case AliasModel():
            return "alias"
        case UnionModel():
            return "union"


def describe_model(model: Model) -> tuple[str, tuple[str, ...]]:
    """What a model is, for a sentence, with the code in it: an alias is its type, and an enum its values."""
    match model:
        case EnumModel():
            return "an enum of {}", (", ".join(format_value(value) for value in model.values),)
        case AliasModel():
            return "{}", (format_type(model.type),)
        case ObjectModel():
            return "an object", ()
        case UnionModel():
            return "a union", ()


def format_field(each: Field) -> str:
    """A field with its type, as a class shows it."""
    return f"{each.name.python}: {format_type(each.type)}{'' if each.required else ', optional'}"


def format_model(model: Model) -> str:
    """A model with all that it is made of, without their types."""
    match model:
        case ObjectModel():
            return "object: " + ", ".join(each.name.python for each in model.fields)
        case EnumModel():
            return "enum: " + ", ".join(format_value(value) for value in model.values)
        case AliasModel():
            return format_type(model.type)
        case UnionModel():
            return " | ".join(format_type(variant) for variant in model.variants)
