"""What operations are called: each becomes a method of a resource, `client.resource.method`.

Three kinds of operationIds are met. Those that people wrote say what a method does, and lose only the words that its
resource says already. Those that a framework made of the path say nothing that the path does not; then the name comes
from method and path. And there are operations without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.loader.spec import Spec, escape
from generator.model.naming import Given, bounded, settle
from generator.model.words import attribute, method, singular, snake, words

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

# What a client has beside its resources.
_CLIENT_MEMBERS = frozenset({"call", "close", "pages", "with_options", "with_raw_response", "with_streaming_response"})
_VERBS = {"get": "get", "put": "replace", "post": "create", "delete": "delete", "patch": "update"}
_SPOKEN = frozenset({"list", *_VERBS.values()})
_PREFIX = re.compile(r"api|v\d+(?:[.-]\d+)*|\d{4}-\d\d-\d\d", re.IGNORECASE)  # segments that operationIds leave out
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
    shared = _shared_prefix([each.path for each in found])
    wanted: dict[str, list[str]] = {}
    chosen: dict[str, str | None] = {}
    full: dict[str, list[str]] = {}
    for each in found:
        resource = given.chosen(f"tag {each.tag}") or resource_name(each.tag) if each.tag else None
        resource = (
            resource or given.chosen(f"path {_resource_of(each.path, shared)}") or _resource_of(each.path, shared)
        )
        said = _said(each)
        segments = _telling(_segments(each.path)[shared:])
        full[each.pointer] = words(each.id) if each.id else _by_path(each.verb, segments, [], every=True)
        short = said or _by_path(each.verb, segments, words(resource), every=False)
        short = _without(short, words(each.tag) if each.tag else [], words(resource))
        longer = said or _by_path(each.verb, segments, words(resource), every=True)
        longest = full[each.pointer] if each.id else [*longer, *_variables(segments)]
        names = [f"{resource}.{method(snake(each_words))}" for each_words in (short, longer, longest)]
        wanted[each.pointer] = list(dict.fromkeys(names))
        name = given.chosen(each.key, *([each.id] if each.id else []))
        chosen[each.pointer] = f"{resource}.{name}" if name and "." not in name else name
    settled = settle(wanted, chosen=chosen, kept={each.pointer: given.kept(each.key) for each in found})
    made: dict[str, Call] = {}
    for each in found:
        resource, _, name = settled[each.pointer].rpartition(".")
        made[each.pointer] = Call(
            pointer=each.pointer,
            path=each.path,
            verb=each.verb,
            resource=resource,
            method=name,
            words=full[each.pointer],
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


def _said(each: _Found) -> list[str]:
    """The words that somebody chose for an operationId; none where a framework made it of method and path."""
    if each.id is None:
        return []
    text = each.id
    fastapi = re.sub(r"\W", "_", each.path) + f"_{each.verb}"
    if text.lower().endswith(fastapi.lower()) and len(text) > len(fastapi):
        return words(text[: -len(fastapi)])
    text = re.sub(rf"Using{each.verb}(?:_\d+)?$", "", text, flags=re.IGNORECASE)
    if controller := _CONTROLLER.match(text):
        text = text[controller.end() :]
    said = words(text)
    return [] if _mirrors(said, each) else said


def _mirrors(said: list[str], each: _Found) -> bool:
    """Whether an operationId is nothing but the method and the path's own words."""
    if not said or said[0].lower() != each.verb or len(said) < 2:
        return False
    segments = _telling(_segments(each.path))
    told = [word.lower() for segment in segments for word in words(segment)]
    static = [word.lower() for segment in segments if not _is_variable(segment) for word in words(segment)]
    rest = [word.lower() for word in said[1:] if word.lower() not in ("by", "id")]
    position = 0
    for word in told:
        if position < len(rest) and rest[position] == word:
            position += 1
    return position == len(rest) and all(word in rest for word in static)


def _by_path(verb: str, segments: list[str], resource: list[str], *, every: bool) -> list[str]:
    """Method and path as words: a verb, and the segments behind the resource's own.

    With `every`, all static segments are said, and the parameter that ends the path.
    """
    static = [segment for segment in segments if not _is_variable(segment)]
    folded = [singular(word) for word in resource]
    starts = [i for i, each in enumerate(static) if [singular(word) for word in words(each)] == folded]
    behind = static if every else static[starts[-1] + 1 :] if starts else static
    last = segments[-1] if segments else ""
    plural = not _is_variable(last) and words(last)[-1:] and singular(words(last)[-1]) != words(last)[-1].lower()
    spoken = "list" if verb == "get" and plural else _VERBS.get(verb, verb)
    said = [spoken, *(word for segment in behind for word in words(segment))]
    action = verb == "post" and len(segments) > 1 and _is_variable(segments[-2]) and not _is_variable(last)
    if action and behind and words(last) and (not plural or len(words(last)) > 1):
        said = [*words(last), *(word for segment in behind[:-1] for word in words(segment))]
    return [*said, "by", *words(last)] if every and _is_variable(last) else said


def _without(said: list[str], tag: list[str], resource: list[str]) -> list[str]:
    """The words of an operation without those of its resource: `listConversations` is `conversations.list`.

    The end of a long tag is enough: `ListConferenceRecording` of `Api2010ConferenceRecording` is `list`. What is said
    first may be said again: `issueListIssues` is `issues.list`, `actions/get-actions-cache-list` `actions.get_cache_list`.
    """
    for length in range(max(len(tag), len(resource)), 0, -1):
        for phrase in (tag, resource):
            folded = [singular(word) for word in phrase[-length:]]
            for start in range(len(said) - length, -1, -1):
                rest = said[:start] + said[start + length :]
                whole = length == len(phrase)
                if rest and (start or whole) and [singular(w) for w in said[start : start + length]] == folded:
                    if start and [singular(word) for word in rest[:length]] == folded and folded[0] not in _SPOKEN:
                        return rest[length:] or rest
                    return _without(rest, [], resource) if not start and len(rest) > 1 else rest
    return said


def _segments(path: str) -> list[str]:
    return [segment for segment in path.split("/") if segment]


def _telling(segments: list[str]) -> list[str]:
    """Segments without those that are in every path, such as `api` and `v1`."""
    return [segment for segment in segments if not _PREFIX.fullmatch(segment)]


def _is_variable(segment: str) -> bool:
    return "{" in segment


def _shared_prefix(paths: list[str]) -> int:
    """How many leading static segments all paths share, and the variables behind them; never the last segment."""
    split = [_segments(path)[:-1] for path in paths]
    count = 0
    for column in zip(*split):
        if len(set(column)) != 1:
            break
        count += 1
    return count


def _resource_of(path: str, shared: int) -> str:
    """The first static segment behind what all paths share, else the last one before."""
    segments = _segments(path)
    static = [segment for segment in _telling(segments[shared:]) if not _is_variable(segment) and words(segment)]
    earlier = [segment for segment in _telling(segments[:shared]) if not _is_variable(segment) and words(segment)]
    chosen = static[0] if static else earlier[-1] if earlier else "root"
    return _attribute(words(chosen))


def resource_name(tag: str) -> str:
    """The resource that a tag's operations belong to."""
    return _attribute(words(tag))


def _attribute(parts: list[str]) -> str:
    """The name of a property of the client."""
    name = bounded(snake(parts))
    return f"{name}_" if name in _CLIENT_MEMBERS else attribute(name)


def _variables(segments: list[str]) -> list[str]:
    """The path's parameters, spoken."""
    return [word for segment in segments if _is_variable(segment) for word in ("by", *words(segment))]
