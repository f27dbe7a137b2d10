"""One table of all names: collected first, then resolved together, the same for any order of the document."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from generator.fault import Fault
from generator.loader.spec import escape, unescape
from generator.model.api import Framing
from generator.model.phrases import PHRASES, status_code
from generator.model.schemas import Schema, Schemas
from generator.model.streaming import framing
from generator.model.words import attribute, class_name, digest, pascal, singular, snake, symbols, words

_LONGEST = 160
_TELLING = re.compile(r"[^\w\s.-]")  # punctuation that does more than to separate words

# What a client package exports beside models; a model of such a name would be taken for the exception.
RESERVED_CLASSES = frozenset(
    {
        "APIConnectionError",
        "APIError",
        "APIStatusError",
        "APITimeoutError",
        "AsyncClient",
        "AuthenticationError",
        "BadRequestError",
        "Client",
        "ConflictError",
        "InternalServerError",
        "MissingCredentialsError",
        "NotFoundError",
        "OAuth2Error",
        "PermissionDeniedError",
        "RateLimitError",
        "ResponseDecodeError",
        "UnprocessableEntityError",
        "WebhookVerificationError",
        # what an exception of these statuses might be called as well
        "ForbiddenError",
        "ServerError",
        "TooManyRequestsError",
        "UnauthorizedError",
        "ValidationError",
    }
)
# What generated modules import; a model of such a name gets a longer one.
_USED_BY_MODULES = frozenset(
    {
        "Any",
        "AsyncBaseClient",
        "AsyncPager",
        "AsyncEventStream",
        "AsyncResource",
        "AsyncStream",
        "BaseClient",
        "ClassVar",
        "Cookie",
        "CursorPagination",
        "Decimal",
        "EventStream",
        "EventsOperation",
        "Fields",
        "FormBody",
        "FormPart",
        "Header",
        "JSONBody",
        "LinesOperation",
        "LinkPagination",
        "Literal",
        "Mapping",
        "Model",
        "MultipartBody",
        "NumberPagination",
        "OffsetPagination",
        "OneOf",
        "OpenModel",
        "Operation",
        "Page",
        "PartsBody",
        "Path",
        "PagedOperation",
        "Query",
        "QueryString",
        "RawBody",
        "RawContent",
        "RequestOptions",
        "Resource",
        "Sequence",
        "SequenceOperation",
        "Stream",
        "TokenPagination",
        "TypeAlias",
        "UNSET",
        "URLPagination",
        "UUID",
        "Unpack",
        "Unset",
        "Uploadable",
        "VerifiedBody",
        "WebhookSignature",
        "WebhookVerificationError",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Names that stand already: `overrides` by the configuration, `remembered` by the lock."""

    overrides: Mapping[str, str] = field(default_factory=dict[str, str])
    remembered: Mapping[str, str] = field(default_factory=dict[str, str])

    def chosen(self, *keys: str) -> str | None:
        """What the configuration says for the first of `keys` that it names."""
        return next((self.overrides[key] for key in keys if key in self.overrides), None)

    def kept(self, key: str) -> str | None:
        """What the lock remembers."""
        return self.remembered.get(key)


def settle(
    wanted: Mapping[str, list[str]],
    *,
    chosen: Mapping[str, str | None] = MappingProxyType({}),
    kept: Mapping[str, str | None] = MappingProxyType({}),
    taken: Iterable[str] = (),
    fold: Callable[[str], str] = lambda name: name,
    preferred: Callable[[str], bool] = lambda key: False,
) -> dict[str, str]:
    """Give each key a name of its own: `chosen`, else `kept`, else the first candidate that nobody else wants.

    Of several that want the same, it goes to the one that is spelled so, else to the only one that is `preferred`.
    Two names are the same when `fold` makes them equal. Candidates go from short to long; a key whose candidates are
    all wanted by others gets four digits made of itself. The result depends on neither order nor count.
    Raises Fault where a name is chosen twice, or is taken.
    """
    names: dict[str, str] = {}
    used = {fold(name): "" for name in taken}
    for key, name in sorted((key, name) for key, name in chosen.items() if name is not None):
        if fold(name) in used:
            other = f"both to `{used[fold(name)]}` and" if used[fold(name)] else "which clients use themselves,"
            hint = "choose another one"
            raise Fault("name-taken", f"`names` gives the name `{name}`, {other} to `{key}`", hint=hint)
        if "." in name and not any("." in each for each in wanted[key]):
            hint = "only an operation's name has a dot, behind its resource"
            raise Fault("name-dotted", f"`names` gives the name `{name}` to `{key}`", hint=hint)
        names[key], used[fold(name)] = name, key
    for key, name in sorted((key, name) for key, name in kept.items() if name is not None):
        if key not in names and fold(name) not in used:
            names[key], used[fold(name)] = name, key
    for level in range(max(map(len, wanted.values()), default=0) + 2):
        asked: dict[str, list[str]] = {}
        candidate = {key: _candidate(key, wanted[key], level) for key in wanted if key not in names}
        if not candidate:
            break
        for key, name in candidate.items():
            asked.setdefault(fold(name), []).append(key)
        for folded, keys in asked.items():
            if len(keys) == 1:
                winners = keys
            else:
                exact = [key for key in keys if _plain(key) == candidate[key]]
                winners = exact or [key for key in keys if preferred(key)]
            if len(winners) == 1 and folded not in used:
                names[winners[0]] = candidate[winners[0]]
                used[folded] = winners[0]
    return names


def _candidate(key: str, candidates: list[str], level: int) -> str:
    if level < len(candidates):
        return candidates[level]
    return f"{candidates[-1]}_{digest(key, 4 if level == len(candidates) else 16)}"


def _plain(key: str) -> str:
    """The last part of a key, as the document spells it."""
    return unescape(key.rpartition("/")[2])


def folded_module(name: str) -> str:
    """Classes whose modules would fall together on some file system are one name."""
    return snake(words(name)).replace("_", "").casefold()


def field_names(
    pointers: Mapping[str, str], given: Given, *, taken: Collection[str] = (), suffix: str = ""
) -> dict[str, str]:
    """Python names of sibling properties or parameters: wire key to pointer in, key to name out."""
    plainly = {key: _spellings(key)[1][0] for key in pointers}
    if not given.overrides and len({*plainly.values(), *taken}) == len(plainly) + len(set(taken)):
        return plainly  # as it is nearly always
    wanted: dict[str, list[str]] = {}
    chosen: dict[str, str | None] = {}
    for key, pointer in pointers.items():
        override = given.chosen(f"#{pointer}")
        chosen[key] = override and attribute(override)
        plain, spellings = _spellings(key)
        wanted[key] = [*spellings, f"{plain}_{suffix}"] if suffix else [*spellings]
    return settle(wanted, chosen=chosen, taken=taken, fold=lambda name: unicodedata.normalize("NFKC", name))


@cache
def _spellings(key: str) -> tuple[str, tuple[str, ...]]:
    """A wire name in Python's spelling, and the names to choose from: the same few are those of most properties."""
    plain = snake(words(key)) or snake(symbols(key)) or f"n{digest(key)}"
    spelled = snake(symbols(key)) or plain
    return plain, tuple(dict.fromkeys((attribute(plain), attribute(spelled), f"{plain}_")))


class Places:
    """Candidate names of schemas, made of where they stand."""

    def __init__(self, schemas: Schemas, operations: Mapping[str, list[str]]) -> None:
        self._schemas = schemas
        self._operations = operations
        self._walked: dict[str, tuple[str, str]] = {}
        self._prefix = _shared_prefix(schemas.raw("/components/schemas") if schemas.has("/components/schemas") else {})

    def owner(self, pointer: str) -> str:
        """The pointer of the component or operation that a schema belongs to; its name is its module's."""
        tokens = pointer.split("/")[1:]
        return "/" + "/".join(tokens[: 4 if tokens[2:3] == ["additionalOperations"] else 3])

    def candidates(self, pointer: str) -> list[str]:
        """Class names for the model at `pointer`, the best first."""
        if pointer.endswith("/~input"):
            return [f"{name}Input" for name in self.candidates(pointer.removesuffix("/~input"))]
        name, _ = self._walk(pointer)
        found = [bounded(name)]
        if name in RESERVED_CLASSES:
            found = [f"{name}Body"] if name.endswith("Error") else [f"{name}Model"]
        elif name in _USED_BY_MODULES or keyword.iskeyword(name):
            found = [f"{name}Model"]
        return [*found, *self._longer(found[0], pointer.split("/")[1:])]

    def keys(self, pointers: Iterable[str]) -> dict[str, str]:
        """What the lock and the configuration call models: their pointers, with names in place of positions.

        The pointer of a property is the key of its field; the class of what stands there goes by `class #/pointer`.
        A model that cannot be told from another one without its position is left out.
        """
        found = {pointer: self._walk(pointer)[1] for pointer in pointers}
        often = Counter(found.values())
        return {p: f"#{p}" if is_component(p) else f"class #{key}" for p, key in found.items() if often[key] == 1}

    def _walk(self, pointer: str) -> tuple[str, str]:
        """The plain name of the schema at `pointer`, and the pointer without positions."""
        if pointer not in self._walked:
            self._walked[pointer] = self._along(pointer)
        return self._walked[pointer]

    def _along(self, pointer: str) -> tuple[str, str]:
        tokens = pointer.split("/")[1:]
        name, rest = self._head(tokens)
        at = "/" + "/".join(tokens[: len(tokens) - len(rest)])
        key = self._unplaced(at)
        index = 0
        while index < len(rest):
            token = rest[index]
            at_parent = at
            at, key = f"{at}/{token}", f"{key}/{token}"
            match token:
                case "properties" | "patternProperties" | "$defs" if index + 1 < len(rest):
                    index += 1
                    at, key = f"{at}/{rest[index]}", f"{key}/{rest[index]}"
                    name += pascal(words(unescape(rest[index]))) or pascal(symbols(unescape(rest[index])))
                case "oneOf" | "anyOf" if index + 1 < len(rest):
                    index += 1
                    at = f"{at}/{rest[index]}"
                    branch = self._variant(name, at_parent, at)
                    name, key = branch, f"{key}/{branch.removeprefix(name)}"
                case "allOf" if index + 1 < len(rest) and rest[index + 1].isdigit():
                    index += 1
                    at = f"{at}/{rest[index]}"
                case "items" | "prefixItems" | "~items":
                    name += "Item"
                    if index + 1 < len(rest) and rest[index + 1].isdigit():
                        index += 1
                        at, key = f"{at}/{rest[index]}", f"{key}/{rest[index]}"
                case "additionalProperties" | "~values":
                    name += "Value"
                case _:
                    pass
            index += 1
        return name, key

    def _unplaced(self, pointer: str) -> str:
        """The pointer of what a name begins with; a parameter goes by its name."""
        before, parameters, behind = pointer.partition("/parameters/")
        index, slash, rest = behind.partition("/")
        if not index.isdigit() or not before.startswith("/paths/"):
            return pointer
        raw = self._schemas.raw(f"{before}/parameters/{index}")
        return f"{before}{parameters}{raw.get('in')}/{escape(str(raw.get('name')))}{slash}{rest}"

    def _longer(self, name: str, tokens: list[str]) -> list[str]:
        section = tokens[1] if tokens[0] == "components" and len(tokens) > 1 else ""
        suffix = {"parameters": "Parameter", "responses": "Response", "requestBodies": "Request", "headers": "Header"}
        key = unescape(tokens[2]) if section == "schemas" and len(tokens) == 3 else ""
        spelled = pascal(symbols(key))
        kind = _form(tokens)
        longer = [f"{name}{kind}"] if kind else []
        longer.append(f"{name}{suffix.get(section, 'Model')}")
        if spelled and spelled != name:
            # What only separates words says least: `team-type` beside `TeamType`.
            longer.insert(0 if _TELLING.search(key) else len(longer), bounded(spelled))
        return [bounded(each) for each in longer]

    def _head(self, tokens: list[str]) -> tuple[str, list[str]]:
        """The name of the thing that a pointer begins with, and the tokens behind it."""
        match tokens:
            case ["components", "schemas", key, *rest]:
                said = unescape(key).removeprefix(self._prefix)
                return class_name(said) or pascal(symbols(said)) or f"Schema{digest(key)}", rest
            case ["components", _, key, *rest]:
                return class_name(unescape(key)) or f"Component{digest(key)}", _behind_schema(rest)
            case ["webhooks", key, _, *rest]:
                return f"{pascal(words(unescape(key)))}Webhook", _behind_schema(rest)
            case ["paths", path, method, "callbacks", key, _, _, *rest]:
                base = pascal(self._operations[f"/paths/{path}/{method}"])
                return f"{base}{pascal(words(unescape(key)))}Callback", _behind_schema(rest)
            case ["paths", path, "additionalOperations", method, *rest]:
                at = f"/paths/{path}/additionalOperations/{method}"
                return self._in_operation(pascal(self._operations[at]), at, rest)
            case ["paths", path, method, *rest]:
                base = pascal(self._operations[f"/paths/{path}/{method}"])
                return self._in_operation(base, f"/paths/{path}/{method}", rest)
            case _:
                return pascal([word for token in tokens for word in words(unescape(token))]), []

    def _in_operation(self, base: str, at: str, rest: list[str]) -> tuple[str, list[str]]:
        match rest:
            case ["parameters", index, *behind]:
                name = self._schemas.raw(f"{at}/parameters/{index}").get("name", "")
                return base + (pascal(words(name)) or pascal(symbols(name))), _behind_schema(behind)
            case ["requestBody", *behind]:
                return f"{base}Request", _behind_schema(behind)
            case ["responses", _, "content", media_type, "schema" | "itemSchema", *behind] if framing(
                unescape(media_type)
            ):
                return f"{base}{'Event' if framing(unescape(media_type)) is Framing.EVENTS else 'Item'}", behind
            case ["responses", status, *behind]:
                return base + _response_word(status), _behind_schema(behind)
            case _:
                return base, rest

    def _variant(self, name: str, parent: str, pointer: str) -> str:
        """A branch of a union is called by its title, or by what only it has; never by its position."""
        siblings = self._schemas.branches(parent)
        if len(siblings) < 2:
            return name
        ways = (
            self._title,
            self._constant,
            self._reference,
            self._own_property,
            self._value,
            self._own_constant,
            self._kind,
        )
        for called in ways:
            mine = called(name, pointer, siblings)
            if mine and all(other == pointer or called(name, other, siblings) != mine for other in siblings):
                return name + mine
        return name + self._kind(name, pointer, siblings)

    def _title(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The title, without words that the owner's name says already."""
        raw = self._schemas.raw(pointer)
        title = raw.get("title") if isinstance(raw, Mapping) else None
        if not isinstance(title, str):
            return ""
        known = {singular(word) for word in words(name)}
        parts = [word for word in words(title) if singular(word) not in known]
        small = ("or", "and", "a", "an", "the", "of")
        while parts and parts[0].lower() in small:
            parts = parts[1:]
        while parts and parts[-1].lower() in small:
            parts = parts[:-1]
        return pascal(parts)

    def _constant(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The value of a required property that has only one."""
        required = self._whole(pointer).required
        found = [value for key, value in self._constants(pointer).items() if key in required]
        return pascal(words(found[0])) if found else ""

    def _reference(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The names of the components that a branch refers to, alone or in an allOf."""
        raw = self._schemas.raw(pointer)
        parts = [raw, *(raw.get("allOf") or [])] if isinstance(raw, Mapping) else []
        refs = [part["$ref"] for part in parts if isinstance(part, Mapping) and "$ref" in part]
        ends = [
            ref.rpartition("/")[2] for ref in refs if ref.startswith("#/components/schemas/") and ref.count("/") == 3
        ]
        return pascal([word for end in ends for word in words(unescape(end))])

    def _own_property(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The first property that only this branch has, or requires."""
        schema = self._whole(pointer)
        others = [self._whole(other) for other in siblings if other != pointer]
        shared = {key for other in others for key in other.properties}
        own = sorted(key for key in schema.properties if key not in shared)
        if not own:
            asked = {key for other in others for key in other.required}
            own = sorted(key for key in schema.required if key not in asked)
        return "With" + pascal(words(own[0])) if own else ""

    def _value(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The only value, in whatever case: `green` and `GREEN`."""
        values = {str(value).lower() for value in self._whole(pointer).values or ()}
        return pascal(words(values.pop())) if len(values) == 1 else ""

    def _own_constant(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """The value of the first property that has only one, and another one in each other branch."""
        mine = self._constants(pointer)
        others = [self._constants(other) for other in siblings if other != pointer]
        own = [key for key in sorted(mine) if all(other.get(key) != mine[key] for other in others)]
        return pascal(words(mine[own[0]])) if own else ""

    def _constants(self, pointer: str) -> dict[str, str]:
        """The properties that have only one value."""
        found = {
            key: self._schemas[self._schemas.target(at)].values for key, at in self._whole(pointer).properties.items()
        }
        return {key: str(values[0]) for key, values in found.items() if values is not None and len(values) == 1}

    def _kind(self, name: str, pointer: str, siblings: tuple[str, ...]) -> str:
        """What JSON calls such a value."""
        kinds = {"array": "List", "object": "Object", "string": "Text", "integer": "Number", "number": "Number"}
        return kinds.get((self._whole(pointer).types or ("",))[0], "Option")

    def _whole(self, pointer: str) -> Schema:
        schema = self._schemas[pointer]
        return self._schemas[schema.target] if schema.target else schema


def is_component(pointer: str) -> bool:
    """Whether a schema is one of the document's components, and not inside of something."""
    return pointer.startswith("/components/schemas/") and pointer.count("/") == 3


def bounded(name: str) -> str:
    """A name that a file can have: a very long one is cut, and told from others by digits made of all of it."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}_{digest(name)}"


def _shared_prefix(keys: Iterable[str]) -> str:
    """The dotted beginning that all component keys share, such as `io.k8s.`; it tells nothing apart."""
    split = [key.split(".")[:-1] for key in keys]
    shared: list[str] = []
    for column in zip(*split):
        if len(split) < 2 or len(set(column)) != 1:
            break
        shared.append(column[0])
    return "".join(f"{part}." for part in shared)


def _form(tokens: list[str]) -> str:
    """A word for the media type of a request body that a pointer leads into; others are told by it."""
    media_type = unescape(tokens[tokens.index("requestBody") + 2]) if "requestBody" in tokens[:-2] else ""
    kinds = {"json": "JSON", "x-www-form-urlencoded": "Form", "form-data": "Multipart"}
    return next((word for end, word in kinds.items() if media_type.endswith(end)), "")


def _behind_schema(rest: list[str]) -> list[str]:
    """What stands behind the `schema` or `itemSchema` of a parameter, header or media type."""
    at = next((i for i, token in enumerate(rest) if token in ("schema", "itemSchema")), len(rest))
    return rest[at + 1 :]


def _response_word(status: str) -> str:
    """`Response` for a success, else the status' own phrase: NotFoundResponse."""
    if status.startswith("2"):
        return "Response"
    code = status_code(status)
    phrase = PHRASES.get(code, status) if code is not None else "Error" if status == "default" else status
    return pascal(words(phrase)) + "Response"
