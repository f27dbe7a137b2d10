"""Views of model modules: classes and aliases with their fields, docstrings and imports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from fledge.builder.names.words import camel
from fledge.emitter.annotations import type_expr
from fledge.emitter.constraints import constraint_phrases
from fledge.emitter.dicts import DictTypes
from fledge.emitter.markdown import end_sentence, wrap_markdown
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import (
    DICT,
    LITERAL,
    NONE,
    STR,
    TYPE_ALIAS,
    TYPE_CHECKING,
    UNSET,
    UNSET_TYPE,
    CallExpr,
    Constant,
    DictExpr,
    Expr,
    Keyword,
    Lambda,
    Quoted,
    Subscript,
    Symbol,
    union,
    variants,
)
from fledge.emitter.python.layout import (
    WIDTH,
    fits_behind,
    Printed,
    layout_alias,
    layout_alias_target,
    layout_annotated,
    layout_class,
    layout_tuple,
    line_that_fits,
)
from fledge.emitter.python.literals import literal
from fledge.emitter.python.symbols import MODELS, Imports, ModuleScope
from fledge.emitter.runtime import runtime_symbol
from fledge.emitter.scalars import SCALARS
from fledge.ir import (
    NO_CONSTRAINTS,
    AliasModel,
    Const,
    Docs,
    EnumModel,
    Field,
    Model,
    ObjectModel,
    Parameter,
    Scalar,
    UnionDispatch,
    UnionModel,
)
from fledge.ir.traversal import is_literal, is_nullable, referenced_models
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """One class or alias of a model module; `line` opens the class or enum, or is the whole assignment.

    `fields` are the lines of all fields, each with its docstring, and with blank lines between them.
    """

    is_object: bool = False
    is_enum: bool = False
    is_alias: bool = False
    is_union: bool = False
    is_bare: bool = False
    """Whether an enum is its values alone, and needs no parentheses around them."""
    name: str
    doc: str
    is_first: bool
    """Whether it is the first one of its module."""
    fields: str = ""
    values: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    line: str = ""
    members: tuple[str, ...] = ()
    discriminator: str = ""
    mapping: tuple[tuple[str, str], ...] = ()
    default: str = ""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ModelModule:
    """A file of `models/`; Black wants a `gap` of two lines below imports where a class follows."""

    imports: Imports
    gap: bool
    models: tuple[ModelView, ...]
    dicts: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Travels:
    """The names of the models that are in requests, and of the enums that are closed."""

    sent: Collection[str]
    closed: Collection[str]


def model_modules(
    models: Iterable[Model], wire_case: str, travels: Travels, dicts: DictTypes
) -> Iterator[tuple[str, ModelModule]]:
    """Yield a module for each file of `models/`, with its name."""
    grouped: dict[str, list[Model]] = {}
    homes = dict(dicts.homes())
    for model in models:
        grouped.setdefault(model.module, []).append(model)
        homes[model.name.python] = f"{MODELS}.{model.module}"
    for name in sorted(grouped):
        yield name, _module(name, grouped[name], homes, wire_case, travels, dicts)


def _module(
    name: str,
    models: list[Model],
    homes: Mapping[str, str],
    wire_case: str,
    travels: Travels,
    dicts: DictTypes,
) -> ModelModule:
    # A field `date` would hide the type `date` from the annotations below it.
    fields = {each.name.python for model in models if isinstance(model, ObjectModel) for each in model.fields}
    scope = ModuleScope(f"{MODELS}.{name}", homes=homes, hidden=fields)
    ordered = _ordered(models)
    early = _early(ordered)
    views = tuple(
        _view(model, wire_case, scope, travels, is_first=model is ordered[0], quoted=model.name.python in early)
        for model in ordered
    )
    dict_lines = dicts.lines(ordered, scope)
    return ModelModule(imports=scope.imports(), models=views, dicts=dict_lines, gap=isinstance(ordered[0], ObjectModel))


def _ordered(models: list[Model]) -> list[Model]:
    """Sort classes first, then aliases and unions, each behind those of the same module that it names.

    A union that names an alias which names the union comes first: it looks its variants up when a value comes.
    """
    if len(models) == 1:  # as most have
        return models
    ranks = {ObjectModel: 0, EnumModel: 1, UnionModel: 2, AliasModel: 3}
    ordered = sorted(models, key=lambda model: (ranks[type(model)], model.name.python))
    by_name = {model.name.python: model for model in ordered}
    ordered_by_name: dict[str, Model] = {}

    def append(model: Model, path: tuple[str, ...]) -> bool:
        """Return False for a name of what waits for it, which has to come behind that."""
        name = model.name.python
        if name in ordered_by_name or name in path:
            return name in ordered_by_name or not _looks_up(model)
        if isinstance(model, (AliasModel, UnionModel)):
            inner = sorted(by_name.keys() & set(referenced_models(model)))
            if not all([append(by_name[each], (*path, name)) for each in inner]) and not _looks_up(model):
                return False
        ordered_by_name[name] = model
        return True

    for model in ordered:
        append(model, ())
    return list(ordered_by_name.values())


def _looks_up(model: Model) -> bool:
    """Return whether a model is a union that reads the names of its variants when a value comes."""
    return isinstance(model, UnionModel) and model.dispatch is not UnionDispatch.BY_TAG


def _early(models: list[Model]) -> frozenset[str]:
    """Return the unions that name themselves or later models: type checkers need their types quoted."""
    if not any(isinstance(model, UnionModel) for model in models):  # as in most modules
        return frozenset()
    defined: dict[str, None] = {}
    early: dict[str, None] = {}
    here = {model.name.python for model in models}
    for model in models:
        if isinstance(model, UnionModel) and any(n in here and n not in defined for n in referenced_models(model)):
            early[model.name.python] = None
        defined[model.name.python] = None
    return frozenset(early)


def _view(
    model: Model, wire_case: str, scope: ModuleScope, travels: Travels, *, is_first: bool, quoted: bool
) -> ModelView:
    is_sent = model.name.python in travels.sent
    match model:
        case ObjectModel():
            return _object_view(model, wire_case, scope, is_first=is_first, is_sent=is_sent)
        case EnumModel():
            values = _literals(model)
            is_closed = model.name.python in travels.closed
            line = layout_alias_target(0, model.name.python)
            scope.use(*([LITERAL] if values else []), TYPE_ALIAS)
            return ModelView(
                is_enum=True,
                is_first=is_first,
                name=model.name.python,
                doc=class_doc(model.docs, indent=0),
                values=values,
                is_bare=is_closed and fits_behind(line, " = Literal["),
                line=line,
                bases=(
                    () if is_closed else tuple(str(scope.annotation(each)) for each in variants(type_expr(model.base)))
                ),
            )
        case AliasModel():
            return _alias_view(model, scope.expression(type_expr(model.type)), scope, is_first=is_first)
        case UnionModel(dispatch=UnionDispatch.BY_TAG):
            return _alias_view(
                model, scope.expression(union(*map(type_expr, model.variants))), scope, is_first=is_first
            )
        case UnionModel():
            members = [type_expr(each) for each in model.variants]
            spelled = union(*members)
            scope.use(TYPE_ALIAS, TYPE_CHECKING, runtime_symbol("union"))
            return ModelView(
                is_union=True,
                is_first=is_first,
                name=model.name.python,
                doc=class_doc(model.docs),
                members=layout_tuple([scope.annotation(Quoted(each)) for each in members]),
                line=layout_alias(4, model.name.python, scope.annotation(Quoted(spelled) if quoted else spelled)),
                discriminator=literal(model.discriminator) if model.mapping or model.default else "",
                mapping=tuple((literal(value), literal(name)) for value, name in sorted(model.mapping)),
                default=literal(model.default) if model.default else "",
            )


def _alias_view(model: AliasModel | UnionModel, spelled: Printed, scope: ModuleScope, *, is_first: bool) -> ModelView:
    """Return a name that stands for a type at run time, too."""
    scope.use(TYPE_ALIAS)
    line = layout_alias(0, model.name.python, spelled)
    doc = class_doc(model.docs, indent=0)
    return ModelView(is_alias=True, is_first=is_first, name=model.name.python, doc=doc, line=line)


def _object_view(model: ObjectModel, wire_case: str, scope: ModuleScope, *, is_first: bool, is_sent: bool) -> ModelView:
    base = runtime_symbol("OpenModel" if model.additional_properties else "Model")
    arguments: list[Expr] = [base, *([Keyword("rename", Constant(wire_case))] if wire_case else [])]
    tag = next((each.type for each in model.fields if each.name.wire == model.tag_field), None)
    if model.tag_field:
        assert isinstance(tag, Const)
        arguments += [Keyword("tag_field", Constant(model.tag_field)), Keyword("tag", Constant(tag.value))]
    fields = tuple(
        _tag(each, scope) if each.name.wire == model.tag_field else _field(each, wire_case, scope, is_sent=is_sent)
        for each in model.fields
    )
    if model.additional_properties:
        spelled = Subscript(DICT, (STR, type_expr(model.additional_properties)))
        default = CallExpr(runtime_symbol("field"), (Keyword("default_factory", Lambda(DictExpr(()))),))
        name = "additional_properties"
        line = f"{name}: {scope.annotation(spelled)} = {scope.expression(default)}"
        fields = (*fields, _with_doc(line, docstring(["Properties that the description does not declare."], 4)))
    return ModelView(
        is_object=True,
        is_first=is_first,
        name=model.name.python,
        doc=class_doc(model.docs) or ("" if fields else docstring(["An object without properties."], 4)),
        line=layout_class(model.name.python, [str(scope.expression(each)) for each in arguments]),
        fields="\n\n    ".join(fields),
    )


def _literals(model: EnumModel) -> tuple[str, ...]:
    """Return the values that Literal can hold; others are only described."""
    return tuple(literal(v) for v in model.values if is_literal(v))


def class_doc(docs: Docs, *, indent: int = 4, extra: tuple[str, ...] = ()) -> str:
    """Return the docstring of a class or alias."""
    lines = wrap_markdown(docs.description or docs.summary, WIDTH - indent - 3)
    for note in (*(("Inferred: the API's documentation does not show it.",) if docs.inferred else ()), *extra):
        lines += ["", *wrap_markdown(note, WIDTH - indent)] if lines else wrap_markdown(note, WIDTH - indent - 3)
    if docs.deprecated:
        lines += ["", "Deprecated."] if lines else ["Deprecated."]
    return docstring(lines, indent)


def field_docs(each: Field | Parameter) -> str:
    """Return one text of a field's or parameter's description, its constraints and its default."""
    if each.constraints is NO_CONSTRAINTS and each.default is None:  # as most have
        return docs_text(each.docs)
    return docs_text(each.docs, constraint_phrases(each.constraints, each.default))


def docs_text(docs: Docs, phrases: tuple[str, ...] = ()) -> str:
    """Return one text of a description and of phrases about what it describes."""
    if not phrases and not docs.deprecated and not docs.inferred:  # as most are
        return end_sentence(docs.description) if docs.description else ""
    phrase = "; ".join(phrases)
    phrase = phrase[:1].upper() + phrase[1:] + "." if phrase else ""
    is_marked = docs.deprecated and not docs.description.lower().startswith("deprecated")
    parts = (
        "Deprecated." if is_marked else "",
        end_sentence(docs.description),
        phrase,
        "(Inferred.)" if docs.inferred else "",
    )
    return " ".join(filter(None, parts))


def _with_doc(line: str, doc: str) -> str:
    return f"{line}\n    {doc}" if doc else line


def _tag(each: Field, scope: ModuleScope) -> str:
    assert isinstance(each.type, Const)
    is_same = each.name.python == each.name.wire
    value = Constant(each.type.value)
    named = CallExpr(runtime_symbol("field"), (Keyword("name", Constant(each.name.wire)), Keyword("default", value)))
    printed = scope.expression(value if is_same else named)
    line = layout_annotated(4, each.name.python, scope.annotation(type_expr(each.type)), printed)
    return _with_doc(line, _field_docstring(each))


def _field(each: Field, wire_case: str, scope: ModuleScope, *, is_sent: bool) -> str:
    line = _plain_line(each, wire_case, scope, is_sent=is_sent)
    if not line:
        absent = UNSET if is_sent and _differs(each) else NONE
        default = _default(each, absent, is_renamed=_renamed(each, wire_case))
        printed = None if default is None else scope.expression(default)
        line = layout_annotated(4, each.name.python, scope.annotation(_field_annotation(each, absent)), printed)
    return _with_doc(line, _field_docstring(each))


def _plain_line(each: Field, wire_case: str, scope: ModuleScope, *, is_sent: bool) -> str:
    """Return the line of a field as most are: without a default but `None`, with the name that the class's rule gives
    it.

    Return "" for any other field, and where the line is too long.
    """
    of = each.type
    is_open = each.required or not is_nullable(of)
    if each.tag is not None or isinstance(of, Const) or is_sent and not is_open or _renamed(each, wire_case):
        return ""
    builtin = _BUILTINS.get(of, "") if isinstance(of, Scalar) else ""
    spelled = builtin if builtin and not scope.hides(builtin) else scope.annotation(type_expr(of))
    end = "" if each.required else " | None = None" if is_open else " = None"
    return line_that_fits(4, f"{each.name.python}: {spelled}{end}")


_BUILTINS = {
    of: each.annotation.name
    for of, each in SCALARS.items()
    if isinstance(each.annotation, Symbol) and each.annotation.module == "builtins"
}


def _field_docstring(each: Field) -> str:
    text = field_docs(each)
    return _text_docstring(text) if text else ""


@lru_cache(4096)  # half of all fields are described as fields of other models are
def _text_docstring(text: str) -> str:
    return docstring(wrap_markdown(text, WIDTH - 4 - 3), 4)


def _renamed(each: Field, wire_case: str) -> bool:
    """Return whether the rule of the class does not give a field's wire name."""
    ruled = camel(each.name.python) if wire_case == "camel" else each.name.python
    return ruled != each.name.wire


def _differs(each: Field) -> bool:
    """Return whether absent and null are both possible, and differ."""
    return not each.required and is_nullable(each.type)


def _field_annotation(each: Field, absent: Expr) -> Expr:
    spelled = type_expr(each.type)
    if each.required or each.type is Scalar.ANY:
        return spelled
    return union(spelled, UNSET_TYPE if absent is UNSET else NONE)


def _default(each: Field, absent: Expr, *, is_renamed: bool) -> Expr | None:
    """Return the default of a field: a plain value, or a call of `field` where more than that must be said."""
    arguments: list[Expr] = [Keyword("name", Constant(each.name.wire))] if is_renamed else []
    value = Constant(each.type.value) if isinstance(each.type, Const) and each.required else absent
    if not each.required or value is not absent:
        if not arguments:
            return value
        arguments.append(Keyword("default", value))
    elif each.tag is not None:
        arguments.append(Keyword("default_factory", Lambda(Constant(each.tag))))
    return CallExpr(runtime_symbol("field"), tuple(arguments)) if arguments else None
