"""Candidate names of schemas, made of where they stand in the description."""

from __future__ import annotations

import keyword
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from fledge.builder.identities import SchemaId
from fledge.builder.names.reserved import RESERVED_CLASSES, USED_BY_MODULES
from fledge.builder.names.namespaces import short_keys
from fledge.builder.names.resolve import truncate_name, unique_keys
from fledge.builder.names.variants import VariantNames
from fledge.builder.names.words import class_name, digest, pascal, pascal_name, symbols, words
from fledge.openapi.media_types import StreamFormat, stream_format
from fledge.openapi.pointer import escape, head, nearest, parent, unescape
from fledge.openapi.schemas.derived import Derivation, is_component, raw_tokens
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.status_codes import PHRASES, status_code
from fledge.openapi.views.provided_names import provided_class

_NAMED = frozenset({"properties", "patternProperties", "$defs"})
"""Keywords whose schemas have names."""

_CONDITIONS = frozenset({"then", "else", "dependentSchemas"})
_RANGES = {"default": "Error", "3xx": "Redirect", "4xx": "ClientError", "5xx": "ServerError"}
"""What keys of responses that are no status say."""

_TELLING = re.compile(r"[^\w\s.-]")  # punctuation that does more than to separate words


class SchemaNames:
    """Candidate names of schemas; `operations` are the words of each operation by its pointer.

    `bodies` are the words of operations by the keys that FastAPI gives to their forms.
    """

    def __init__(
        self,
        schemas: Schemas,
        operations: Mapping[str, list[str]],
        bodies: Mapping[str, list[str]] = MappingProxyType({}),
    ) -> None:
        self._bodies = bodies
        self._schemas = schemas
        self._operations = operations
        self._variants = VariantNames(schemas)
        self._walked: dict[str, tuple[str, str]] = {}
        self._outer: dict[str, tuple[str, str]] = {}
        """The same for schemas that others are inside of: there, a walk to one of those begins."""
        self._components: dict[str, str] = {}
        keys = schemas.raw("/components/schemas") if schemas.has("/components/schemas") else {}
        self._prefix = _shared_prefix(keys)
        self._tails = short_keys(keys)

    def owner(self, schema: SchemaId) -> str:
        """The pointer of the component or operation that a schema belongs to; its name is its module's."""
        owner = head(schema.pointer, 3)
        return head(schema.pointer, 4) if owner.endswith("/additionalOperations") else owner

    def candidates(self, schema: SchemaId) -> Iterator[str]:
        """Class names for the model of a schema, the best first: most need no other one."""
        end = "Input" if schema.is_input else ""
        first = class_candidate(self.plain(schema.pointer))
        yield f"{first}{end}"
        for longer in self._longer(first, raw_tokens(schema.pointer)):
            yield f"{longer}{end}"

    def plain(self, pointer: str) -> str:
        """The name of a schema without regard to what else is called so; it begins with that of the one around it."""
        return self._walk(pointer)[0]

    def keys(self, schemas: Iterable[SchemaId]) -> dict[SchemaId, str]:
        """What the lock and the configuration call models: their pointers, with names in place of positions.

        The pointer of a property is the key of its field; the class of its schema goes by `class #/pointer`. Variables
        of paths have no names there, unless these alone tell two models apart. A model that cannot be told from another
        one without its position is left out.
        """
        keys = {each: self._walk(each.pointer)[1] for each in schemas}
        keys |= {each: str(SchemaId(key, is_input=True)) for each, key in keys.items() if each.is_input}
        counts = Counter(keys.values())
        keys = {
            each: f"#{key}" if is_component(each.pointer) and not each.is_input else f"class #{key}"
            for each, key in keys.items()
            if counts[key] == 1
        }
        return unique_keys(keys)

    def _walk(self, pointer: str) -> tuple[str, str]:
        """The plain name of the schema at `pointer`, and the pointer without positions."""
        if pointer not in self._walked:
            self._walked[pointer] = self._along(pointer)
        return self._walked[pointer]

    def _along(self, pointer: str) -> tuple[str, str]:
        around = nearest(parent(pointer), self._outer)
        if around is None:
            tokens = raw_tokens(pointer)
            name, rest = self._head(tokens)
            at = "/" + "/".join(tokens[: len(tokens) - len(rest)])
            key = self._unplaced(at)
            if rest:  # then it is a schema that others are inside of
                self._outer[at] = name, key
        else:
            name, key = self._outer[around]
            at, rest = around, raw_tokens(pointer[len(around) :])
        index = 0
        while index < len(rest):
            token = rest[index]
            if token in _NAMED and index + 1 < len(rest):  # as most are
                step = f"/{token}/{rest[index + 1]}"
                at, key, name = at + step, key + step, name + pascal_name(unescape(rest[index + 1]))
                self._outer[at] = name, key
                index += 2
                continue
            at_parent = at
            at, key = f"{at}/{token}", f"{key}/{token}"
            match token:
                case "oneOf" | "anyOf" if index + 1 < len(rest):
                    index += 1
                    at = f"{at}/{rest[index]}"
                    branch = self._variants.name(name, at_parent, at)
                    name, key = branch, f"{key}/{branch.removeprefix(name)}"
                    self._outer[at] = name, key
                case "allOf" if index + 1 < len(rest) and rest[index + 1].isdigit():
                    index += 1
                    at = f"{at}/{rest[index]}"
                case "items" | "prefixItems" | Derivation.ITEMS:
                    name += "Item"
                    if index + 1 < len(rest) and rest[index + 1].isdigit():
                        index += 1
                        at, key = f"{at}/{rest[index]}", f"{key}/{rest[index]}"
                case "additionalProperties" | Derivation.VALUES:
                    name += "Value"
                case Derivation.SUBTYPES:
                    name = f"Any{name}"
                case Derivation.OBJECT:
                    name += "Object"
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
        spelled = pascal(symbols(key)) if key else ""
        kind = _form(tokens)
        longer = [f"{name}{word}" for word in (self._condition(tokens), kind) if word]
        longer.append(f"{name}{suffix.get(section, 'Model')}")
        if spelled and spelled != name:
            # What only separates words says least: `team-type` beside `TeamType`.
            longer.insert(0 if _TELLING.search(key) else len(longer), truncate_name(spelled))
        return [truncate_name(each) for each in longer]

    def _condition(self, tokens: list[str]) -> str:
        """A word for the condition under which a schema holds; "" if there is none."""
        if _CONDITIONS.isdisjoint(tokens):
            return ""
        for index in range(len(tokens) - 1, 0, -1):
            match tokens[index - 1 : index + 2]:
                case ["properties", *_]:
                    continue
                case [_, "then", *_]:
                    value = self._variants.constant("/" + "/".join([*tokens[:index], "if"]))
                    return f"If{value}" if value else "Then"
                case [_, "else", *_]:
                    return "Otherwise"
                case [_, "dependentSchemas", key]:
                    return f"With{pascal(words(unescape(key)))}"
                case _:
                    continue
        return ""

    def _head(self, tokens: list[str]) -> tuple[str, list[str]]:
        """The name of the thing that a pointer begins with, and the tokens behind it."""
        match tokens:
            case ["components", "schemas", key, *rest]:
                if key not in self._components:
                    self._components[key] = self._component(key)
                return self._components[key], rest
            case ["components", "responses", key, *rest] if is_status(key):
                return response_word(key), _behind_schema(rest)
            case ["components", _, key, *rest]:
                return class_name(unescape(key)) or f"Component{digest(key)}", _behind_schema(rest)
            case ["webhooks", key, _, *rest]:
                return f"{pascal(words(unescape(key)))}Webhook", _behind_schema(rest)
            case ["paths", path, "parameters", index, *rest]:
                name = self._schemas.raw(f"/paths/{path}/parameters/{index}").get("name", "")
                return pascal_name(name), _behind_schema(rest)
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

    def _component(self, key: str) -> str:
        if provided := words(provided_class(self._schemas.raw(f"/components/schemas/{key}"))):
            return pascal(provided)
        name = unescape(key)
        if name in self._bodies:
            return f"{pascal(self._bodies[name])}Body"
        spelled = self._tails.get(name) or _phrase(name) or name.removeprefix(self._prefix)
        return class_name(spelled) or pascal(symbols(spelled)) or f"Schema{digest(key)}"

    def _in_operation(self, base: str, at: str, rest: list[str]) -> tuple[str, list[str]]:
        match rest:
            case ["parameters", index, *behind]:
                name = self._schemas.raw(f"{at}/parameters/{index}").get("name", "")
                return base + pascal_name(name), _behind_schema(behind)
            case ["requestBody", *behind]:
                return f"{base}Request", _behind_schema(behind)
            case ["responses", _, "content", media_type, "schema" | "itemSchema", *behind] if stream_format(
                unescape(media_type)
            ):
                return (
                    f"{base}{'Event' if stream_format(unescape(media_type)) is StreamFormat.EVENTS else 'Item'}",
                    behind,
                )
            case ["responses", status, *behind]:
                return base + response_word(status), _behind_schema(behind)
            case _:
                return base, rest


def class_candidate(name: str) -> str:
    """A name that is no class of the client or of its modules, and that a file can have."""
    if name in RESERVED_CLASSES:
        return f"{name}Body" if name.endswith("Error") else f"{name}Model"
    if name in USED_BY_MODULES or keyword.iskeyword(name):
        return f"{name}Model"
    return truncate_name(name)


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


def _phrase(key: str) -> str:
    """The phrase of a component that is called like a status; empty for others."""
    code = status_code(key)
    return PHRASES.get(code, "") if code is not None else ""


def is_status(key: str) -> bool:
    """Whether a component is called like a status, a range of them or `default`."""
    return bool(_phrase(key)) or key.lower() in _RANGES


@cache
def response_word(status: str) -> str:
    """`Response` for a success, else the status' own phrase: NotFoundResponse."""
    if status.startswith("2"):
        return "Response"
    code = status_code(status)
    phrase = PHRASES.get(code, status) if code is not None else _RANGES.get(status.lower(), status)
    return pascal(words(phrase)) + "Response"
