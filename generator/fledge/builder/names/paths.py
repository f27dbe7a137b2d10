"""Method and path as the words of a name, where nobody chose any: `POST /users/{id}/keys` of users is `create key`.

What an operation does shows in its method, in how its path ends, and in which other operations there are: a path that
goes on with a variable is a collection, and a last segment such as `cancel` says by itself what is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

from fledge.builder.names.words import singular, words
from fledge.quick_dataclass import quick_dataclass

_PREFIX = re.compile(r"api|v\d+(?:[.-]\d+)*|\d{4}-\d\d-\d\d", re.IGNORECASE)  # segments that operationIds leave out
_SUFFIX = re.compile(r"/$|\.(?:json|xml|\{[^{}/]*\})$")  # what says nothing of what there is
_CUSTOM_METHOD = re.compile(r"(?<=[\w}]):(?=[A-Za-z])")  # `/users/{id}:archive` is `/users/{id}/archive`
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_ACTIONS = frozenset("""
    accept acknowledge activate add advance allow apply approve archive ask assign attach authenticate authorize ban
    block calculate cancel capture change check clear clone close commit complete compute configure confirm connect
    convert copy create deactivate decline delete deliver deny deploy detach disable disconnect dismiss download
    duplicate edit eject enable enqueue estimate evaluate execute expire export extract fail fetch finalize find finish flag
    flush follow fork fund generate get grant hide ignore increment ingest initialize initiate insert install invalidate
    invite invoke join kick kill leave list lock logout lookup manage mark merge migrate move mute notify open pause pay
    ping poll populate preview process promote provision publish purge push read reactivate rebuild recalculate recover redact
    redeem refresh refund regenerate register reject release reload remove rename renew reopen reorder replace replay reply report
    resend reset reschedule resolve restart restore resume retrieve retry revert revoke rollback rotate save search
    select send set simulate skip stop submit subscribe succeed suggest suspend swap switch sync terminate toggle translate
    trigger unarchive unassign unban unblock unfollow uninstall unlink unlock unmark unmute unpin unpublish
    unsubscribe unsuspend update upgrade upload upsert validate verify void vote withdraw write
    """.split())
"""First words of a segment that say what is done."""
_ALSO_NOUNS = frozenset(
    "change charge count download export filter import install invite link login order pin post query refund report"
    " request review run scan schedule search share sign start test track transfer upload".split()
)
"""What may be a noun as well, and so is a verb only where it stands alone, or before one thing."""
_SINGLE = frozenset({"preferences", "settings"})
"""What ends like a plural, and is one thing."""
_VERBS = {"get": "get", "post": "create", "put": "replace", "patch": "update", "delete": "delete"}

_READS = frozenset({"fetch", "find", "get", "list", "lookup"})
"""First words of a segment that say how things are read, even before a variable."""

NO_CANDIDATES = frozenset({"list", *_VERBS.values()})
"""The verbs of methods."""

_ONLY_VERBS = _ACTIONS - _ALSO_NOUNS | NO_CANDIDATES | _VERBS.keys()
"""Words that are what is done wherever they stand."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PathIndex:
    """All paths: the methods of each, those of the items of each collection, those that GET answers with anything but a
    list, and how many segments all of them begin with.
    """

    methods: Mapping[str, frozenset[str]]
    collections: Mapping[str, frozenset[str]]
    singles: frozenset[str]
    shared: int
    telling: Mapping[str, list[str]]
    """The segments of a path without those that all paths have, and those such as `api` and `v1`."""


@lru_cache(10_000)
def _plain(path: str) -> str:
    """A path without what says nothing at its end: a slash, or a format. A custom method is a segment."""
    return _CUSTOM_METHOD.sub("/", _SUFFIX.sub("", path))


def index_paths(operations: Iterable[tuple[str, str]], singles: Iterable[str]) -> PathIndex:
    """What is known of the paths of all operations, each a method and a path; GET of `singles` gives no list."""
    methods: dict[str, set[str]] = {}
    for verb, path in operations:
        methods.setdefault(_plain(path), set()).add(verb)
    collections: dict[str, set[str]] = {}
    for path, verbs in methods.items():
        segments = path.split("/")
        for number, segment in enumerate(segments):
            if _is_variable(segment):
                last = number + 1 == len(segments)
                collections.setdefault("/".join(segments[:number]), set()).update(verbs if last else ())
    shared = _shared_prefix(list(methods))
    return PathIndex(
        methods={path: frozenset(verbs) for path, verbs in methods.items()},
        collections={path: frozenset(verbs) for path, verbs in collections.items()},
        singles=frozenset(map(_plain, singles)),
        shared=shared,
        telling={path: _telling(_segments(path)[shared:]) for path in methods},
    )


def repeats_path(spelled: list[str], verb: str, path: str) -> bool:
    """Whether the words of an operationId are nothing but the path's own, behind the method or before it."""
    lower = [word.lower() for word in spelled]
    if len(lower) < 2 or verb not in (lower[0], lower[-1]):
        return False
    segments = _segments(path)
    path_parts = [word.lower() for segment in segments for word in words(segment)]
    telling = [segment for segment in _telling(segments) if not _is_variable(segment)]
    static = [word.lower() for segment in telling for word in words(segment)]
    rest = [word for word in (lower[1:] if lower[0] == verb else lower[:-1]) if word not in ("by", "id")]
    position = 0
    for word in path_parts:
        if position < len(rest) and rest[position] == word:
            position += 1
    return position == len(rest) and all(word in rest for word in static)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidates:
    """The words of an operation: what its method may be called, the best first, and what its types are named with.

    `told` is whether the first way leaves the resource out since the path names it.
    """

    candidates: list[list[str]]
    full: list[str]
    resource_in_path: bool


def path_words(verb: str, path: str, resource: list[str], paths: PathIndex) -> NameCandidates:
    """What to call an operation: at first without the segments of its resource, and then with all of them."""
    path = _plain(path)
    segments = _before_action(path, paths.telling[path], verb, paths)
    spoken = _verb(verb, path, segments, paths)
    folded = [singular(word) for word in resource]
    noun_segments = segments if spoken or verb == "get" else segments[:-1]
    positions = [i for i, each in enumerate(noun_segments) if [singular(word) for word in words(each)] == folded]
    behind = segments[positions[-1] + 1 :] if positions else segments
    one = spoken == "create" and _is_plural(segments[-1:])
    short, whole = (_nouns(part, one=one) for part in (behind, segments))
    verbs = [spoken] if spoken else ["", _VERBS.get(verb, verb)]
    candidates = [_phrase(each, nouns) for nouns in (short, whole) for each in verbs if each or nouns]
    if not spoken and len(whole[-1]) > 1:
        candidates.insert(0, whole[-1])  # it says what it is done to as well
    variables = [word for segment in segments for name in _VARIABLE.findall(segment) for word in ("by", *words(name))]
    return NameCandidates(
        candidates=[*candidates, [*candidates[-1], *variables]],
        full=_phrase(verbs[0], whole or [resource]),
        resource_in_path=bool(positions),
    )


def path_parts(verb: str, path: str, paths: PathIndex) -> tuple[str, list[list[str]]]:
    """Return what is done, and the words of each static segment; the last one says it where the verb is empty."""
    path = _plain(path)
    segments = _before_action(path, paths.telling[path], verb, paths)
    return _verb(verb, path, segments, paths), _static(segments)


def path_nouns(verb: str, path: str, paths: PathIndex) -> list[list[str]]:
    """Return the words of each static segment, without what is done."""
    path = _plain(path)
    return _static(_before_action(path, paths.telling[path], verb, paths))


def _static(segments: list[str]) -> list[list[str]]:
    return [spoken for each in segments if not _is_variable(each) and (spoken := words(each.partition("{")[0]))]


def owners(path: str, paths: PathIndex) -> frozenset[str]:
    """The nouns of a path, folded, that a variable follows and another noun: `user` of `/users/{id}/tokens`."""
    segments = paths.telling[_plain(path)]
    static = [index for index, each in enumerate(segments) if not _is_variable(each)]
    inner = [index for index in static[:-1] if _is_variable(segments[index + 1])]
    return frozenset("".join(map(singular, words(segments[index]))) for index in inner)


def _phrase(verb: str, nouns: list[list[str]]) -> list[str]:
    """A verb and nouns in one; where there is no verb, the last noun begins with it: `add invoice lines`."""
    if verb:
        return [*verb.split(), *chain.from_iterable(nouns)]
    *others, (first, *behind) = nouns
    return [first, *chain.from_iterable(others), *behind]


def resource_words(path: str, paths: PathIndex) -> list[str]:
    """The first static segment behind what all paths share, else the last one before."""
    segments = _segments(path)
    behind, before = (
        [segment for segment in _telling(part) if not _is_variable(segment) and words(segment)]
        for part in (segments[paths.shared :], segments[: paths.shared])
    )
    return words(behind[0] if behind else before[-1] if before else "root")


def _before_action(path: str, segments: list[str], verb: str, paths: PathIndex) -> list[str]:
    """The segments without variables behind an action: `POST /deployments/promote/{id}` promotes what has the id."""
    end = len(segments)
    while end and _is_variable(segments[end - 1]):
        end -= 1
    last = words(segments[end - 1]) if end else []
    reads = verb == "get" and bool(last) and last[0].lower() in _READS
    changes = verb in ("patch", "post", "put") and "get" not in paths.methods[path] and starts_with_verb(last)
    acts = end < len(segments) and (reads or changes and is_verb(last[0]))
    return segments[:end] if acts else segments


def _verb(verb: str, path: str, segments: list[str], paths: PathIndex) -> str:
    """What is done, in a word; none where the last segment says it."""
    if verb not in _VERBS:  # `OPTIONS` and others change nothing, whatever the path says
        return " ".join(words(verb)).lower()
    last = segments[-1:]
    is_plural = _is_plural(last)
    others = paths.methods[path]
    is_item = bool(last) and _is_variable(last[0])
    is_collection = path in paths.collections
    if verb != "delete" and not is_item and not is_collection and _is_action(last, verb):
        return ""
    if verb == "get":
        has_items = is_collection and "get" in paths.collections[path]
        is_many = (is_collection or is_plural) and (has_items or path not in paths.singles)
        return "list" if is_many and not is_item else "get"
    if verb != "post":
        of_many = not is_item and verb in ("delete", "patch", "put") and verb in paths.collections.get(path, ())
        return "bulk " * of_many + ("update" if verb == "put" and "patch" not in others else _VERBS.get(verb, verb))
    if is_item or not (is_collection or is_plural):
        listed = is_item and path.rpartition("/")[0] in paths.methods
        if (listed or "get" in others) and others.isdisjoint(
            ("put", "patch") if is_item else ("put", "patch", "delete")
        ):
            return "update"
    behind_item = len(segments) > 1 and _is_variable(segments[-2])
    alone = not is_item and not is_collection and not is_plural and bool(last) and len(words(last[0])) == 1
    return "" if behind_item and alone else "create"


def is_plural(word: str) -> bool:
    """Whether a word ends like one for several things."""
    return word.lower() not in _SINGLE and singular(word) != word.lower()


def is_verb(word: str) -> bool:
    """Whether a word is what is done, and nothing that there is."""
    return word.lower() in _ONLY_VERBS


def starts_with_verb(parts: list[str]) -> bool:
    """Whether words begin with what is done: `upload file` does, and `upload sessions` is what there is."""
    if not parts or parts[0].lower() not in _ACTIONS:
        return False
    return parts[0].lower() not in _ALSO_NOUNS or len(parts) == 1 or singular(parts[-1]) == parts[-1].lower()


def _is_action(last: list[str], verb: str) -> bool:
    """Whether the last segment of a path says what is done."""
    parts = [word.lower() for word in words(last[0])] if last else []
    return bool(parts) and (starts_with_verb(parts) or (verb == "post" and len(parts) == 1 and parts[0] in _ALSO_NOUNS))


def _is_plural(last: list[str]) -> bool:
    parts = words(last[0]) if last and not _is_variable(last[0]) else []
    return bool(parts) and is_plural(parts[-1])


def _nouns(segments: list[str], *, one: bool) -> list[list[str]]:
    """The words of each static segment; what a variable follows is one of its kind, and so is the last if it is `one`."""
    phrases: list[list[str]] = []
    for segment, behind in zip(segments, [*segments[1:], ""]):
        if not _is_variable(segment) and (parts := words(segment.partition("{")[0])):
            is_one = _is_variable(behind) or (one and not behind)
            phrases.append([*parts[:-1], _one(parts[-1])] if is_one else parts)
    return phrases


def _one(word: str) -> str:
    """The singular of a word, with its capitals."""
    stem = singular(word)
    return word[: len(stem)] if word.lower().startswith(stem) else stem


@lru_cache(10_000)
def _segments(path: str) -> tuple[str, ...]:
    return tuple(segment for segment in _CUSTOM_METHOD.sub("/", path).split("/") if segment)


def _telling(segments: Iterable[str]) -> list[str]:
    return [segment for segment in segments if not _PREFIX.fullmatch(segment)]


def _is_variable(segment: str) -> bool:
    """Whether a segment is nothing but a variable; `{id}.json` is, and `thumbnail.{extension}` is not."""
    before, brace, _ = segment.partition("{")
    return bool(brace) and (not before or max(map(len, words(before)), default=0) < 2)


def _shared_prefix(paths: list[str]) -> int:
    """How many leading static segments all paths share, and the variables behind them; never the last segment."""
    split = [_segments(path)[:-1] for path in paths]
    count = 0
    for column in zip(*split):
        if len(set(column)) != 1:
            break
        count += 1
    return count
