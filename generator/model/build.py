"""Builds the whole Api: schemas become models, operations become resources, and all get their names together."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile

from generator.diagnostics import Report
from generator.loader.spec import Spec, escape, unescape
from generator.model.api import (
    AliasModel,
    Api,
    Body,
    Docs,
    EnumModel,
    Field,
    Model,
    ModelRef,
    Name,
    ObjectModel,
    Operation,
    PagesWanted,
    Parameter,
    Resource,
    Scalar,
    Server,
    Signature,
    Type,
    Union,
    UnionModel,
)
from generator.model.events import build_events
from generator.model.facts import docs
from generator.model.models import Models
from generator.model.naming import (
    RESERVED_CLASSES,
    Given,
    Places,
    bounded,
    field_names,
    folded_module,
    is_component,
    settle,
)
from generator.model.calls import Call, calls, resource_name, streaming
from generator.model.operations import OPTIONS, Operations
from generator.model.pagination import Paginator
from generator.model.phrases import status_code
from generator.model.schemas import Schemas
from generator.model.security import TAKEN, has_mutual_tls, security_schemes
from generator.model.servers import servers
from generator.model.tags import tagged
from generator.model.types import names as names_of
from generator.model.types import renamed
from generator.model.usage import Usage
from generator.model.words import attribute, camel, pascal, snake, symbols, words

# Names that some operating system does not allow for a file.
_NO_FILES = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def build(
    spec: Spec,
    report: Report,
    *,
    names: Mapping[str, str],
    given: Mapping[str, str],
    env_prefix: str,
    signature: Signature | None = None,
    pagination: Mapping[str, PagesWanted] | None = None,
) -> Api:
    """The Api that `spec` describes. `names` are the configuration's overrides, `given` what the lock remembers.

    `signature` is that of its webhooks, which no description tells. `pagination` is what the configuration says of
    operations, by method and path, by operationId, or by `*`.
    """
    known = Given(overrides=names, remembered=given)
    schemas = Schemas(spec, report)
    models = Models(spec, schemas, Usage(spec, schemas), report)
    for key in _section(spec, "schemas"):
        models.received.component(f"/components/schemas/{escape(key)}")
    found = calls(spec, known)
    schemes = security_schemes(spec, found, known, report, env_prefix=env_prefix)
    builder = Operations(spec, schemas, models, known, report, [scheme.name.wire for scheme in schemes])
    built = {pointer: builder.build(call) for pointer, call in found.items()}
    drafts = {pointer: each[0] for pointer, each in built.items()}
    events = build_events(spec, schemas, models, known, {p: call.words for p, call in found.items()}, report)
    pointers = _opened(models.all(), report)
    resources = {call.resource: f"{pascal(words(call.resource))}Resource" for call in found.values()}
    table = _Table(schemas, found, pointers, resources, known, report)
    finished = tagged(sorted((table.model(p, m) for p, m in pointers.items()), key=lambda m: m.name.python))
    operations = {pointer: table.operation(draft) for pointer, draft in drafts.items()}
    streams = streaming(found, [pointer for pointer, each in built.items() if len(each) > 1], known)
    for pointer, call in streams.items():
        whole = found[pointer.removesuffix("/~stream")]
        draft = replace(built[whole.pointer][1], name=Name(wire=call.key, python=call.method), whole=whole.method)
        operations[pointer] = table.operation(draft)
    every = {**found, **streams}
    paginator = Paginator({each.name.python: each for each in finished}, pagination or {}, report)
    operations = {p: each if each.framing else paginator.paginated(each) for p, each in operations.items()}
    paginator.report_unused(operations.values())
    securities = [draft.security or () for draft in drafts.values()]
    usual = Counter(securities).most_common(1)[0][0] if securities else ()
    taken = [*TAKEN, *(name.python for scheme in schemes for name in scheme.arguments)]
    where = servers(spec.root, [draft.server for draft in drafts.values() if draft.server], known, taken)
    _report_unused(names, every, pointers, table.class_keys, spec, report)
    return Api(
        title=str(spec.root.get("info", {}).get("title", "")),
        docs=docs(spec.root.get("info")),
        servers=where,
        schemes=schemes,
        security=usual,
        models=finished,
        resources=tuple(_resources(spec, every, operations, resources, usual, where, known)),
        names=table.remembered(every),
        events=tuple(replace(each, type=table.type(each.type)) for each in events),
        signature=signature,
        errors=_errors(operations.values()),
        mutual_tls=has_mutual_tls(spec),
        env_prefix=env_prefix,
        wire_case=_wire_case(finished),
    )


def _opened(models: Mapping[str, Model], report: Report) -> dict[str, Model]:
    """The models with each alias that names itself, directly or through others, as a union of one member.

    What a union's members are is looked up when a value comes, so that it may be anything.
    """
    names = {p: list(names_of(m.type)) for p, m in models.items() if isinstance(m, AliasModel)}

    def reaches(start: str) -> bool:
        seen: dict[str, None] = {}
        pending = list(names[start])
        while pending:
            at = pending.pop()
            if at == start:
                return True
            if at not in seen:
                seen[at] = None
                pending.extend(names.get(at, ()))
        return False

    made = dict(models)
    for pointer, model in models.items():
        if isinstance(model, AliasModel) and _is_only_itself(pointer, models):
            report.warning(
                "schema-cycle",
                f"`{model.name.wire}` is nothing but another name of itself, so any value is accepted",
                origin=model.origin,
                hint="say what it holds",
            )
            made[pointer] = replace(model, type=Scalar.ANY)
        elif isinstance(model, AliasModel) and reaches(pointer):
            made[pointer] = UnionModel(
                name=model.name,
                module=model.module,
                origin=model.origin,
                docs=model.docs,
                members=model.type.members if isinstance(model.type, Union) else (model.type,),
            )
    return made


def _is_only_itself(start: str, models: Mapping[str, Model]) -> bool:
    """Whether a chain of other names leads back to its beginning."""
    seen: dict[str, None] = {}
    at = start
    while at not in seen:
        seen[at] = None
        model = models[at]
        if not isinstance(model, AliasModel) or not isinstance(model.type, ModelRef):
            return False
        at = model.type.name
    return at == start


class _Table:
    """All names, and the drafts rewritten with them."""

    def __init__(
        self,
        schemas: Schemas,
        found: Mapping[str, Call],
        models: Mapping[str, Model],
        resources: Mapping[str, str],
        given: Given,
        report: Report,
    ) -> None:
        self._given = given
        self._models = models
        places = Places(schemas, {pointer: call.words for pointer, call in found.items()})
        self.keys = places.keys(models)
        self.class_keys = _class_keys(models, self.keys)
        self._classes = settle(
            {pointer: places.candidates(pointer) for pointer in models},
            chosen={pointer: given.chosen(*keys) for pointer, keys in self.class_keys.items()},
            kept={pointer: given.kept(key) for pointer, key in self.keys.items()},
            taken=[*resources.values(), *(f"Async{name}" for name in resources.values()), *RESERVED_CLASSES],
            fold=folded_module,
            preferred=is_component,
        )
        self._class_names = frozenset(self._classes.values())
        self._owners = {pointer: places.owner(pointer) for pointer in models}
        owners = {owner: self._module_candidates(owner, found) for owner in self._owners.values()}
        self._modules = settle(owners)
        self._fields: dict[str, dict[str, str]] = {}
        for pointer, model in models.items():
            if isinstance(model, ObjectModel):
                siblings = {each.name.wire: each.name.python for each in model.fields}
                self._fields[pointer] = field_names(siblings, given, taken=("extra",) if model.extra else ())

    def _module_candidates(self, owner: str, found: Mapping[str, Call]) -> list[str]:
        if owner in self._classes:
            name = snake(words(self._classes[owner]))
        elif owner in found:
            name = snake(found[owner].words)
        elif owner.startswith("/webhooks/"):
            name = f"{snake(words(unescape(owner.split('/')[2])))}_webhook"
        else:
            key = unescape(owner.rpartition("/")[2])
            name = snake(words(key)) or snake(symbols(key)) or "component"
        name = bounded(attribute(name))
        if name in _NO_FILES or name in self._class_names:  # a class whose name has no case is called like its module
            name = f"{name}_"
        return [name, f"{name.rstrip('_')}_types"]

    def class_name(self, pointer: str) -> str:
        return self._classes[pointer]

    def type(self, of: Type) -> Type:
        return renamed(of, self._classes)

    def fields(self, owner: str, drafts: tuple[Field, ...]) -> tuple[Field, ...]:
        names = self._fields[owner] if drafts else {}
        return tuple(  # not by `replace`, which takes thrice the time: there are tens of thousands
            Field(
                name=Name(wire=each.name.wire, python=names[each.name.wire]),
                type=self.type(each.type),
                required=each.required,
                docs=each.docs,
                read_only=each.read_only,
                facts=each.facts,
            )
            for each in drafts
        )

    def model(self, pointer: str, draft: Model) -> Model:
        name = Name(wire=draft.name.wire, python=self._classes[pointer])
        module = self._modules[self._owners[pointer]]
        match draft:
            case ObjectModel():
                extra = self.type(draft.extra) if draft.extra else None
                fields = self.fields(pointer, draft.fields)
                return replace(draft, name=name, module=module, fields=fields, extra=extra)
            case EnumModel():
                return replace(draft, name=name, module=module)
            case AliasModel():
                return replace(draft, name=name, module=module, type=self.type(draft.type))
            case UnionModel():
                members = tuple(self.type(member) for member in draft.members)
                mapping = tuple((value, self._classes[p]) for value, p in draft.mapping if p in self._classes)
                return replace(draft, name=name, module=module, members=members, mapping=mapping)

    def operation(self, draft: Operation) -> Operation:
        body = draft.body
        if body:
            taken = [option for option in OPTIONS if option != "body"]
            others = tuple(self.body(each, [*OPTIONS, "content_type"]) for each in body.alternatives)
            body = replace(self.body(body, [*OPTIONS, "content_type"] if body.chosen else taken), alternatives=others)
        parameters = draft.parameters
        if body:
            parameters = _apart(parameters, body)
        return replace(
            draft,
            parameters=tuple(replace(each, type=self.type(each.type)) for each in parameters),
            body=body,
            responses=tuple(
                replace(
                    each,
                    type=None if each.type is None else self.type(each.type),
                    events=tuple((name, self.type(of)) for name, of in each.events),
                )
                for each in draft.responses
            ),
        )

    def body(self, draft: Body, taken: list[str]) -> Body:
        owner = draft.type.name if isinstance(draft.type, ModelRef) else ""
        fields = self.fields(owner, draft.fields)
        arguments = tuple(f"{f.name.python}_body" if f.name.python in taken else f.name.python for f in fields)
        fixed = tuple((self._fields[owner][name], value) for name, value in draft.fixed)
        return replace(draft, type=self.type(draft.type), fields=fields, arguments=arguments, fixed=fixed)

    def remembered(self, found: Mapping[str, Call]) -> dict[str, str]:
        """What the lock keeps: names of models and of operations."""
        kept = {key: self._classes[p] for p, key in self.keys.items()}
        for call in found.values():
            kept[call.key] = f"{call.resource}.{call.method}"
        return dict(sorted(kept.items()))


def _apart(parameters: tuple[Parameter, ...], body: Body) -> tuple[Parameter, ...]:
    """Parameters that share a name with a flattened body's field say where they stand."""
    fields = {name for each in (body, *body.alternatives) for name in each.arguments}
    fields |= {"content_type"} if body.chosen else set()
    return tuple(
        (
            replace(each, name=replace(each.name, python=f"{each.name.python.rstrip('_')}_{each.location}"))
            if each.name.python in fields
            else each
        )
        for each in parameters
    )


def _class_keys(models: Mapping[str, Model], keys: Mapping[str, str]) -> dict[str, list[str]]:
    """What the configuration may call each model; the first goes before the others.

    The bare key of a component will do, and the bare pointer of what is no property.
    """
    fields = {each.name.python for model in models.values() if isinstance(model, ObjectModel) for each in model.fields}
    made: dict[str, list[str]] = {}
    for pointer in models:
        made[pointer] = [f"class #{pointer}"] if pointer in fields else [f"#{pointer}", f"class #{pointer}"]
        made[pointer] += [keys[pointer]] if pointer in keys else []
        made[pointer] += [unescape(pointer.rpartition("/")[2])] if is_component(pointer) else []
    return made


def _section(spec: Spec, name: str) -> Mapping[str, object]:
    components = spec.root.get("components")
    section = components.get(name) if isinstance(components, Mapping) else None
    return section if isinstance(section, Mapping) else {}


def _resources(
    spec: Spec,
    found: Mapping[str, Call],
    operations: Mapping[str, Operation],
    classes: Mapping[str, str],
    usual: tuple[tuple[str, ...], ...],
    servers: tuple[Server, ...],
    given: Given,
) -> Iterable[Resource]:
    said = {tag["name"]: docs(tag) for tag in spec.root.get("tags", ()) if isinstance(tag.get("name"), str)}
    by_attribute = {given.chosen(f"tag {tag}") or resource_name(tag): tag for tag in sorted(said, reverse=True)}
    for name in sorted({call.resource for call in found.values()}):
        mine = [operations[p] for p, call in found.items() if call.resource == name]
        mine = [
            replace(
                each,
                security=None if each.security == usual else each.security,
                server=_other(each.server, servers),
            )
            for each in mine
        ]
        tag = by_attribute.get(name, "")
        yield Resource(
            name=Name(wire=tag, python=name),
            class_name=classes[name],
            docs=said.get(tag) or Docs(summary=f"The operations on `{_shared_path(mine)}`."),
            operations=tuple(sorted(mine, key=lambda each: each.name.python)),
        )


def _other(server: Server | None, servers: tuple[Server, ...]) -> Server | None:
    """The server of an operation, if it is not the client's."""
    if server is None or server.url == servers[0].url and server.keeping(()).url == servers[0].keeping(()).url:
        return None
    return server.keeping([variable.name.wire for variable in servers[0].variables])


def _shared_path(operations: list[Operation]) -> str:
    """The beginning that the paths of all operations share."""
    split = [operation.path.split("/") for operation in operations]
    shared = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, zip(*split))]
    return "/".join(shared) or "/"


def _errors(operations: Iterable[Operation]) -> tuple[tuple[int, tuple[Type, ...]], ...]:
    """The documented statuses of failures, each with the types of its bodies, sorted."""
    bodies: dict[int, dict[Type, None]] = {}
    for operation in operations:
        for response in operation.responses:
            code = status_code(response.status)
            if code is not None and code >= 400:
                of = bodies.setdefault(code, {})
                if response.type is not None:
                    of[response.type] = None
    return tuple((status, tuple(sorted(of, key=repr))) for status, of in sorted(bodies.items()))


def _wire_case(models: Iterable[Model]) -> str:
    """`camel` where most property names of several words are what camelCase makes of the Python names."""
    votes: Counter[str] = Counter()
    for model in models:
        for each in model.fields if isinstance(model, ObjectModel) else ():
            python, wire = each.name.python, each.name.wire
            if "_" in python.strip("_") and wire in (python, camel(python)):
                votes["as is" if wire == python else "camel"] += 1
    return "camel" if votes["camel"] > votes["as is"] else ""


def _report_unused(
    names: Mapping[str, str],
    found: Mapping[str, Call],
    models: Mapping[str, Model],
    class_keys: Mapping[str, list[str]],
    spec: Spec,
    report: Report,
) -> None:
    """Tell of overrides that name nothing."""
    known: dict[str, None] = {}
    for pointer, model in models.items():
        known.update(dict.fromkeys(class_keys[pointer]))
        if isinstance(model, ObjectModel):
            known.update(dict.fromkeys(f"#{each.name.python}" for each in model.fields))
    for pointer, call in found.items():
        known[call.key] = None
        raw = spec.at(call.pointer)
        known[str(raw.get("operationId"))] = None
        known.update(dict.fromkeys(f"tag {tag}" for tag in raw.get("tags", ())))
        for index in range(len(raw.get("parameters", ()))):
            known[f"#{spec.resolve(f'{call.pointer}/parameters/{index}')[0]}"] = None
    for key in _section(spec, "securitySchemes"):
        known[f"#/components/securitySchemes/{escape(key)}"] = None
    for key in names:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            report.warning(
                "name-unused",
                f"the name given for `{key}` is not used: the document has no such thing",
                hint=f"did you mean `{near[0]}`?" if near else "remove it from `names`",
            )
