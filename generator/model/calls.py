"""What operations are called: each becomes a method of a resource, `client.resource.method`.

Three kinds of operationIds are met. Those that people wrote say what a method does, and lose only the words that its
resource says already. Those that a framework made of the path say nothing that the path does not; then the name comes
from method and path. And there are operations without any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.loader.spec import Spec, escape
from generator.model.naming import Given, bounded, settle
from generator.model.path_words import SPOKEN, Spoken, known_paths, mirrors, path_words, resource_words, says_verb
from generator.model.words import attribute, method, singular, snake, words

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

# What a client has beside its resources.
_CLIENT_MEMBERS = frozenset({"call", "close", "pages", "with_options", "with_raw_response", "with_streaming_response"})
_NAMED_BY = ("x-fern-sdk-method-name", "x-speakeasy-name-override", "x-methodName")
"""Where the providers of APIs tell generators what a method is called."""
_PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "of", "on", "to", "with"})
_VERSION = re.compile(r"[._-]v\d+(?:[._-]\d+)*$", re.IGNORECASE)
_CONTROLLER = re.compile(r"^(\w+?)(?:Controller|Resource|Handler|Api)[_.](?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Where an operation is found in the client, and the words that its own types are named with."""

    pointer: str
    path: str
    verb: str
    resource: str
    method: str
    words: list[str]
    streamed: bool = False
    """Whether it is the second method of an operation, which gives the answer as a stream."""

    @property
    def key(self) -> str:
        """What the lock and the configuration call the operation."""
        return f"{self.verb.upper()} {self.path}{' stream' if self.streamed else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    pointer: str
    path: str
    verb: str
    operation: Mapping[str, Any]

    @property
    def id(self) -> str | None:
        given = self.operation.get("operationId")
        return given if isinstance(given, str) and words(given) else None

    @property
    def told(self) -> list[str]:
        """What the API's provider calls the operation in its own clients."""
        return next((words(name) for key in _NAMED_BY if isinstance(name := self.operation.get(key), str)), [])

    @property
    def tag(self) -> str | None:
        tags = self.operation.get("tags")
        named = [tag for tag in tags if isinstance(tag, str) and words(tag)] if isinstance(tags, list) else []
        return named[0] if named else None

    @property
    def key(self) -> str:
        return f"{self.verb.upper()} {self.path}"


def operations(spec: Spec) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """All operations of the document: pointer, path, method as its key spells it, and the operation itself.

    Methods that OpenAPI has no key for stand in `additionalOperations` (OpenAPI 3.2.0, 4.9.1).
    """
    for path, item in (spec.root.get("paths") or {}).items():
        if not isinstance(item, Mapping) or path.startswith("x-"):
            continue
        for verb in METHODS:
            if isinstance(item.get(verb), Mapping):
                yield f"/paths/{escape(path)}/{verb}", path, verb, item[verb]
        further: Any = item.get("additionalOperations")
        for verb in further if isinstance(further, Mapping) else ():
            if isinstance(further[verb], Mapping):
                yield f"/paths/{escape(path)}/additionalOperations/{escape(verb)}", path, verb, further[verb]


def calls(spec: Spec, given: Given) -> dict[str, Call]:
    """Name all operations at once, each by its pointer."""
    found = [_Found(pointer=p, path=path, verb=verb, operation=raw) for p, path, verb, raw in operations(spec)]
    said = {each.pointer: _said(each) for each in found}
    repeated = Counter(snake(words(each.id)) for each in found if each.id)
    untold = [each for each in found if not said[each.pointer] or each.id and repeated[snake(words(each.id))] > 1]
    singles = [each.path for each in untold if each.verb == "get" and not _may_list(spec, each.pointer)]
    known = known_paths([(each.verb, each.path) for each in found], singles)
    by_path = {each.pointer for each in untold}
    wanted: dict[str, list[str]] = {}
    chosen: dict[str, str | None] = {}
    full: dict[str, list[str]] = {}
    unlike: dict[str, list[str]] = {}  # what is longer, for those that would be the same
    for each in found:
        resource = given.chosen(f"tag {each.tag}") or resource_name(each.tag) if each.tag else None
        if not resource:
            first = _attribute(resource_words(each.path, known))
            resource = given.chosen(f"path {first}") or first
        identified = words(each.id) if each.id else []
        spoken = path_words(each.verb, each.path, words(resource), known) if each.pointer in by_path else None
        ways = _ways(each, said[each.pointer], words(resource), spoken)
        full[each.pointer] = spoken.whole if spoken and not said[each.pointer] else identified
        unlike[each.pointer] = identified or ways[-1]
        wanted[each.pointer] = [f"{resource}.{method(snake(way))}" for way in ways]
        name = given.chosen(each.key, *([each.id] if each.id else []))
        chosen[each.pointer] = f"{resource}.{name}" if name and "." not in name else name
    settled = settle(wanted, chosen=chosen, kept={each.pointer: given.kept(each.key) for each in found})
    often = Counter(snake(each) for each in full.values())
    made: dict[str, Call] = {}
    for each in found:
        resource, _, name = settled[each.pointer].rpartition(".")
        made[each.pointer] = Call(
            pointer=each.pointer,
            path=each.path,
            verb=each.verb,
            resource=resource,
            method=name,
            words=full[each.pointer] if often[snake(full[each.pointer])] == 1 else unlike[each.pointer],
        )
    return made


def streaming(found: Mapping[str, Call], pointers: Iterable[str], given: Given) -> dict[str, Call]:
    """Second methods of the operations at `pointers`, which give their answers as streams."""
    made = {f"{pointer}/~stream": replace(found[pointer], streamed=True) for pointer in pointers}
    wanted: dict[str, list[str]] = {}
    chosen: dict[str, str | None] = {}
    kept: dict[str, str | None] = {}
    for pointer, call in made.items():
        plain = call.method.rstrip("_")
        wanted[pointer] = [f"{call.resource}.{plain}_stream", f"{call.resource}.stream_{plain}"]
        for names, name in ((chosen, given.chosen(call.key)), (kept, given.kept(call.key))):
            names[pointer] = f"{call.resource}.{name.rpartition('.')[2]}" if name else None
    settled = settle(
        wanted, chosen=chosen, kept=kept, taken=[f"{call.resource}.{call.method}" for call in found.values()]
    )
    return {p: replace(call, method=settled[p].rpartition(".")[2]) for p, call in made.items()}


def _ways(each: _Found, said: list[str], resource: list[str], spoken: Spoken | None) -> list[list[str]]:
    """What the method of an operation may be called, the best first; `spoken` is what its path says."""
    tag = words(each.tag) if each.tag else []
    identified = [words(each.id)] if each.id else []
    ways = spoken.ways if spoken else []
    if said:
        behind = [said[len(phrase) :] for phrase in (tag, resource) if _begins(said, phrase)]
        return [_without(said, tag, resource), *behind[:1], said, *identified, *ways]
    short = _without(ways[0], tag, resource)
    if spoken and not spoken.told and len(short) == 1 and says_verb(short):
        ways = [short, *ways]
    if (told := each.told) and snake(told) != snake(resource):
        short = _without(told, tag, resource)
        ways = [short if says_verb(short) else told, *ways]
    return [*ways, *identified]


def _said(each: _Found) -> list[str]:
    """The words that somebody chose for an operationId; none where a framework made it of method and path."""
    if each.id is None:
        return []
    text = each.id
    fastapi = re.sub(r"\W", "_", each.path) + f"_{each.verb}"
    if text.lower().endswith(fastapi.lower()) and len(text) > len(fastapi):
        return words(text[: -len(fastapi)])
    path = f"{each.verb}-{each.path}_"  # HubSpot's `get-/pets/{id}_getById`
    if text.lower().startswith(path.lower()) and len(text) > len(path):
        return words(text[len(path) :])
    text = re.sub(rf"Using{each.verb}(?:_\d+)?$", "", text, flags=re.IGNORECASE)
    if controller := _CONTROLLER.match(text):
        text = text[controller.end() :]
    said = words(text)
    return [] if mirrors(words(_VERSION.sub("", text)), each.verb, each.path) else said


def _may_list(spec: Spec, pointer: str) -> bool:
    """Whether the answer of an operation may be a list, or an object that holds one."""
    responses: Any = spec.at(pointer).get("responses")
    for status in responses if isinstance(responses, Mapping) else ():
        if str(status).startswith("2"):
            at, response = spec.resolve(f"{pointer}/responses/{escape(str(status))}")
            content = response.get("content") if isinstance(response, Mapping) else None
            for media_type in content if isinstance(content, Mapping) else ():
                return _holds_list(spec, f"{at}/content/{escape(media_type)}/schema", ())
    return True


def _holds_list(spec: Spec, pointer: str, above: tuple[str, ...]) -> bool:
    """Whether a schema is an array, has a property that is one, or does not say; `above` are those that hold it."""
    try:
        at, schema = spec.resolve(pointer)
    except KeyError:
        return True
    if at in above:
        return False
    if not isinstance(schema, Mapping) or len(above) > 4:
        return True
    if "items" in schema or "array" in str(schema.get("type")):
        return True
    branches = [f"{at}/{key}/{i}" for key in ("allOf", "anyOf", "oneOf") for i in range(len(schema.get(key) or ()))]
    properties = schema.get("properties")
    below = [f"{at}/properties/{escape(key)}" for key in properties] if isinstance(properties, Mapping) else []
    if not branches and not below:
        return not above and "type" not in schema
    inner = (*above, at)
    return any(_holds_list(spec, each, inner) for each in (*branches, *(below if len(above) < 2 else ())))


def _begins(said: list[str], phrase: list[str]) -> bool:
    """Whether words begin with a phrase, in the singular or the plural, and go on."""
    start = [singular(word) for word in said[: len(phrase)]]
    return 0 < len(phrase) < len(said) and start == [singular(word) for word in phrase]


def _without(said: list[str], tag: list[str], resource: list[str]) -> list[str]:
    """The words of an operation without those of its resource: `listConversations` is `conversations.list`.

    The end of a long tag is enough: `ListConferenceRecording` of `Api2010ConferenceRecording` is `list`. What is said
    first may be said again: `issueListIssues` is `issues.list`, `actions/get-actions-cache-list` `actions.get_cache_list`.
    No preposition is left alone.
    """
    for length in range(max(len(tag), len(resource)), 0, -1):
        for phrase in (tag, resource):
            folded = [singular(word) for word in phrase[-length:]]
            for start in range(len(said) - length, -1, -1):
                rest = said[:start] + said[start + length :]
                whole = length == len(phrase)
                if (
                    set(map(str.lower, rest)) - _PREPOSITIONS
                    and (start or whole)
                    and [singular(w) for w in said[start : start + length]] == folded
                ):
                    if len(rest) > 2 and rest[-1].lower() in _PREPOSITIONS and start == len(said) - length:
                        rest = rest[:-1]  # `addItemForPortfolio`
                    if start and _begins(rest, phrase[-length:]) and folded[0] not in SPOKEN:
                        return rest[length:]
                    return _without(rest, [], resource) if not start and len(rest) > 1 else rest
    return said


def resource_name(tag: str) -> str:
    """The resource that a tag's operations belong to."""
    return _attribute(words(tag))


def _attribute(parts: list[str]) -> str:
    """The name of a property of the client."""
    name = bounded(snake(parts))
    return f"{name}_" if name in _CLIENT_MEMBERS else attribute(name)
