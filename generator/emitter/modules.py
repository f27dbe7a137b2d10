"""Views of model modules: classes and aliases with their fields, docstrings and imports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.emitter.runtime import runtime
from generator.emitter.text import WIDTH, alias, annotated, assigned, docstring, literal, opening, sentence, split
from generator.emitter.types import SOURCES, annotation, union
from generator.emitter.views import FieldView, ModelModule, ModelView, imports
from generator.emitter.wrapping import wrapped
from generator.model.api import (
    AliasModel,
    Const,
    Docs,
    EnumModel,
    Field,
    Model,
    ModelRef,
    ObjectModel,
    Scalar,
    Told,
    Type,
    Union,
    UnionModel,
)
from generator.model.types import names, parts
from generator.model.words import camel


def model_modules(models: Iterable[Model], wire_case: str) -> dict[str, ModelModule]:
    """A module for each file of `models/`, by its name."""
    every = {model.name.python: model for model in models}
    grouped: dict[str, list[Model]] = {}
    for model in every.values():
        grouped.setdefault(model.module, []).append(model)
    return {name: _module(grouped[name], every, wire_case) for name in sorted(grouped)}


def _module(models: list[Model], every: Mapping[str, Model], wire_case: str) -> ModelModule:
    here = models[0].module
    local: dict[str, str] = {}
    checking: dict[str, str] = {}
    standard: dict[str, str] = {}
    for model in models:
        standard.update(_standard(model))
        local.update(_runtime(model, wire_case))
        for name in _named(model):
            if every[name].module != here:
                (local if _is_alias(model) else checking)[name] = f".{every[name].module}"
    checking = {name: module for name, module in checking.items() if name not in local}
    aliases = _aliases(models, standard)
    ordered = _ordered(models)
    early = _early(ordered)
    standard = {f"{name} as {aliases[name]}" if name in aliases else name: home for name, home in standard.items()}
    local = {f"{name} as {aliases[name]}" if name in aliases else name: home for name, home in local.items()}
    if checking or any(isinstance(model, UnionModel) and not _is_alias(model) for model in models):
        standard["TYPE_CHECKING"] = "typing"
    return ModelModule(
        imports=imports(standard, local, checking),
        models=tuple(_view(model, wire_case, aliases, quoted=model.name.python in early) for model in ordered),
        gap=isinstance(ordered[0], ObjectModel),
    )


def _is_alias(model: Model) -> bool:
    """Whether a name stands for a plain type at run time, too."""
    return isinstance(model, AliasModel) or isinstance(model, UnionModel) and model.told is Told.BY_TAG


def _aliases(models: list[Model], standard: Mapping[str, str]) -> dict[str, str]:
    """Other names for imported types that a field is called like: a field `date` would hide the type `date`."""
    fields = {each.name.python for model in models if isinstance(model, ObjectModel) for each in model.fields}
    return {name: f"_{name}" for name in (*standard, "field") if name in fields}


def _ordered(models: list[Model]) -> list[Model]:
    """Classes first, then what is made of them; what names another alias or union stands behind that."""
    ranks = {ObjectModel: 0, EnumModel: 1, UnionModel: 2, AliasModel: 3}
    ordered = sorted(models, key=lambda model: (ranks[type(model)], model.name.python))
    by_name = {model.name.python: model for model in ordered}
    done: dict[str, Model] = {}

    def place(model: Model, path: tuple[str, ...]) -> None:
        if model.name.python in done or model.name.python in path:
            return
        if isinstance(model, (AliasModel, UnionModel)):
            for name in sorted(by_name.keys() & set(_all_names(model))):
                place(by_name[name], (*path, model.name.python))
        done[model.name.python] = model

    for model in ordered:
        place(model, ())
    return list(done.values())


def _early(models: list[Model]) -> frozenset[str]:
    """Unions that name themselves, or what stands behind them: a checker wants their types quoted."""
    defined: dict[str, None] = {}
    early: dict[str, None] = {}
    here = {model.name.python for model in models}
    for model in models:
        if isinstance(model, UnionModel) and any(n in here and n not in defined for n in _all_names(model)):
            early[model.name.python] = None
        defined[model.name.python] = None
    return frozenset(early)


def _all_names(model: Model) -> Iterable[str]:
    return (name for of in _types(model) for name in names(of))


def _types(model: Model) -> tuple[Type, ...]:
    match model:
        case ObjectModel():
            return tuple(each.type for each in model.fields) + ((model.extra,) if model.extra else ())
        case EnumModel():
            return (model.base,)
        case AliasModel():
            return (model.type,)
        case UnionModel():
            return model.members


def _named(model: Model) -> Iterable[str]:
    own = [name for of in _types(model) for name in names(of) if name != model.name.python]
    return dict.fromkeys(own)


def _standard(model: Model) -> dict[str, str]:
    """Standard names that a model's annotations use, and where they come from."""
    found: dict[str, str] = {}
    for of in _types(model):
        found.update(standard_names(of))
    if not isinstance(model, ObjectModel):
        found["TypeAlias"] = "typing"
    elif model.tag:
        found["ClassVar"] = "typing"
    if isinstance(model, UnionModel) and model.told is Told.NEVER:
        found["Any"] = "typing"
    if isinstance(model, EnumModel) and _literals(model):
        found["Literal"] = "typing"
    return found


def standard_names(of: Type) -> dict[str, str]:
    """What the annotation of a type needs from the standard library."""
    found: dict[str, str] = {}
    for part in parts(of):
        name = "Literal" if isinstance(part, Const) else annotation(part) if isinstance(part, Scalar) else ""
        if name in SOURCES:
            found[name] = SOURCES[name]
    return found


def _runtime(model: Model, wire_case: str) -> dict[str, str]:
    used: list[str] = []
    match model:
        case ObjectModel():
            used.append("OpenModel" if model.extra else "Model")
            consts = any(each.required and isinstance(each.type, Const) for each in _declared(model))
            if model.extra or consts or any(_renamed(each, wire_case) for each in _declared(model)):
                used.append("field")
            differing = [each for each in model.fields if _differs(each)]
            used += ["UNSET"] if differing else []
            used += ["Unset"] if any(each.type is not Scalar.ANY for each in differing) else []
        case UnionModel():
            used += ["union"] if model.told is Told.BY_CONTENT else []
        case _:
            pass
    return runtime(used, "..")


def _declared(model: ObjectModel) -> list[Field]:
    """The fields of a model but for its tag, which is part of its class."""
    return [each for each in model.fields if each.name.wire != model.tag]


def _class(model: ObjectModel, wire_case: str) -> str:
    """The line that opens a class; what does not fit into one stands one a line."""
    name = model.name.python
    arguments = ["OpenModel" if model.extra else "Model"]
    arguments += [f"rename={literal(wire_case)}"] if wire_case else []
    if model.tag:
        value = next(each.type for each in model.fields if each.name.wire == model.tag)
        assert isinstance(value, Const)
        arguments += [f"tag_field={literal(model.tag)}", f"tag={literal(value.value)}"]
    inner = ", ".join(arguments)
    if len(inner) + 4 <= WIDTH:
        return opening(f"class {name}", inner, ":")
    return "\n".join([f"class {name}(", *(f"    {argument}," for argument in arguments), "):"])


def _view(model: Model, wire_case: str, aliases: Mapping[str, str], *, quoted: bool) -> ModelView:
    match model:
        case ObjectModel():
            fields = tuple(
                _tag(each) if each.name.wire == model.tag else _field(each, wire_case, aliases) for each in model.fields
            )
            if model.extra:
                value = annotation(model.extra, aliases)
                line = f"extra: dict[str, {value}] = {aliases.get('field', 'field')}(default_factory=lambda: {{}})"
                fields = (*fields, FieldView(line=line, doc=docstring(["Properties that are not declared."], 4)))
            return ModelView(
                is_object=True,
                name=model.name.python,
                doc=class_doc(model.docs) or ("" if fields else docstring(["An object without any properties."], 4)),
                line=_class(model, wire_case),
                fields=fields,
            )
        case EnumModel():
            return ModelView(
                is_enum=True,
                name=model.name.python,
                doc=class_doc(model.docs, indent=0),
                values=_literals(model),
                line=alias(0, model.name.python),
                bases=tuple(split(annotation(model.base, aliases), " | ")),
            )
        case AliasModel():
            return ModelView(
                is_alias=True,
                name=model.name.python,
                doc=class_doc(model.docs, indent=0),
                line=assigned(0, model.name.python, annotation(model.type, aliases)),
            )
        case UnionModel(told=Told.BY_TAG):
            spelled = union([annotation(member, aliases) for member in model.members])
            line = assigned(0, model.name.python, spelled)
            return ModelView(is_alias=True, name=model.name.python, doc=class_doc(model.docs, indent=0), line=line)
        case UnionModel():
            spelled = union([annotation(member, aliases) for member in model.members])
            return ModelView(
                is_union=True,
                name=model.name.python,
                doc=class_doc(model.docs),
                is_only_sent=model.told is Told.NEVER,
                members=_tuple([literal(annotation(member, aliases)) for member in model.members]),
                line=assigned(4, model.name.python, literal(spelled) if quoted else spelled),
                discriminator=literal(model.discriminator) if model.mapping else "",
                mapping=tuple((literal(value), literal(name)) for value, name in sorted(model.mapping)),
            )


def _tuple(parts: list[str]) -> tuple[str, ...]:
    """The lines of a tuple, one part a line; Black keeps a tuple of one part on one line."""
    return (f"({parts[0]},),",) if len(parts) == 1 else ("(", *(f"    {part}," for part in parts), "),")


def _literals(model: EnumModel) -> tuple[str, ...]:
    """The values that Literal can hold; others are only described."""
    return tuple(literal(v) for v in model.values if isinstance(v, str) or type(v) is int)


def class_doc(docs: Docs, *, indent: int = 4, extra: tuple[str, ...] = ()) -> str:
    """The docstring of a class or alias."""
    lines = wrapped(docs.description or docs.summary, WIDTH - indent - 3)
    for note in (*(("Inferred: the API's own documentation does not show it.",) if docs.inferred else ()), *extra):
        lines += ["", *wrapped(note, WIDTH - indent)] if lines else wrapped(note, WIDTH - indent - 3)
    if docs.deprecated:
        lines += ["", "Deprecated."] if lines else ["Deprecated."]
    return docstring(lines, indent)


def said(docs: Docs, facts: tuple[str, ...]) -> str:
    """One text of a field's or parameter's description and its constraints."""
    phrase = "; ".join(facts)
    phrase = phrase[:1].upper() + phrase[1:] + "." if phrase else ""
    marks = ("Deprecated." if docs.deprecated else "", "(Inferred.)" if docs.inferred else "")
    return " ".join(part for part in (sentence(docs.description), phrase, *marks) if part)


def _tag(each: Field) -> FieldView:
    line = annotated(4, each.name.python, f"ClassVar[{annotation(each.type)}]", _constant(each), "")
    return FieldView(line=line, doc=docstring(wrapped(said(each.docs, each.facts), WIDTH - 4 - 3), 4))


def _field(each: Field, wire_case: str, aliases: Mapping[str, str]) -> FieldView:
    default = _default(each)
    function = aliases.get("field", "field")
    if _renamed(each, wire_case):
        name = f"name={literal(each.name.wire)}"
        default = f"{function}({name}, {default})" if default else f"{function}({name})"
    elif default:
        default = default.removeprefix("default=") if default.startswith("default=") else f"{function}({default})"
    line = annotated(4, each.name.python, _annotation(each, aliases), default, "")
    return FieldView(line=line, doc=docstring(wrapped(said(each.docs, each.facts), WIDTH - 4 - 3), 4))


def _renamed(each: Field, wire_case: str) -> bool:
    """Whether the class' rule does not give a field's wire name."""
    ruled = camel(each.name.python) if wire_case == "camel" else each.name.python
    return ruled != each.name.wire


def _differs(each: Field) -> bool:
    """Whether absent and null are both possible, and differ."""
    return not each.required and is_nullable(each.type)


def is_nullable(of: Type) -> bool:
    """Whether null is one of a type's values."""
    return of in (Scalar.ANY, Scalar.NONE) or isinstance(of, Union) and Scalar.NONE in of.members


def _annotation(each: Field, aliases: Mapping[str, str]) -> str:
    spelled = annotation(each.type, aliases)
    if each.required or each.type is Scalar.ANY:
        return spelled
    if _differs(each):
        return f"{spelled} | Unset"
    return f"{spelled} | None"


def _default(each: Field) -> str:
    if _differs(each):
        return "default=UNSET"
    if not each.required:
        return "default=None"
    if isinstance(each.type, Const):
        return f"default_factory=lambda: {_constant(each)}"
    return ""


def _constant(each: Field) -> str:
    return literal(each.type.value) if isinstance(each.type, Const) else ""


def referenced(of: Type) -> Iterable[str]:
    """The models that a type names, each once."""
    return dict.fromkeys(part.name for part in parts(of) if isinstance(part, ModelRef))
