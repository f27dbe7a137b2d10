"""The operation that a new reader of an API calls first, and the lines that call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from fledge.emitter.credentials import credential_docs
from fledge.emitter.examples import example, usage_lines
from fledge.ir import Api, Operation, Resource
from fledge.quick_dataclass import quick_dataclass

_VERBS = ("list", "get", "retrieve", "search", "find")
"""The verbs that readers look for in a resource, the first ones first."""

_WRITING = ("create", "send")
"""Those that they look for where an API mostly writes."""

_MANY_SAMPLES = 4
"""So many samples with titles of their own are shown of what an API is there for."""

_PREVIEWS = frozenset(("alpha", "beta", "preview"))
"""Resources that readers do not begin with."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class FirstCall:
    """Lines of Python that make a call, and the environment variables of the credentials that it may need."""

    lines: tuple[str, ...]
    variables: tuple[str, ...]


def first_call(api: Api, package: str, base_url: str = "") -> FirstCall:
    """Return the first call of a client that is imported as `package`; `base_url` if the description names no server."""
    models = {model.name.python: model for model in api.models}
    argument = f'base_url="{base_url}"' if base_url else ""
    variables = tuple(env for _, env, _ in credential_docs(api) if env)
    pairs = leading_operations(api)
    if not pairs:
        return FirstCall(
            lines=(f"from {package} import Client", "", f"client = Client({argument})"), variables=variables
        )
    resource, operation = pairs[0]
    called = example(resource, operation, models)
    lines = usage_lines(operation, called, indent=4, prints=True)
    head = [f"from {package} import Client", "", f"with Client({argument}) as client:"]
    return FirstCall(lines=called.block([*head, *lines]), variables=variables if operation.security != () else ())


def leading_operations(api: Api) -> list[tuple[Resource, Operation]]:
    """Return all operations with their resources, those first that a reader of the API tries first.

    That is what the description shows in many samples, else reading before writing, but for an API that mostly writes;
    the resource that the API is named after, else the one that its description names first, the one whose path most
    operations are below, or the largest one; and its first verb.
    """
    pairs = [(resource, operation) for resource in api.resources for operation in resource.operations]
    reader = _Reader.of(api, [each for _, each in pairs])
    subjects = {resource.name.python: reader.subject(resource) for resource in api.resources}
    return sorted(pairs, key=lambda pair: reader.rank(pair[0], pair[1], subjects[pair[0].name.python]))


@quick_dataclass(frozen=True, slots=True)
class _Reader:
    """What a reader of an API looks for: what its title and its introduction name, and its verbs."""

    title: frozenset[str]
    introduction: tuple[str, ...]
    collections: Mapping[str, str]
    """The collection that each path is below."""
    below: Mapping[str, int]
    verbs: tuple[str, ...]
    writes: bool

    @staticmethod
    def of(api: Api, every: list[Operation]) -> _Reader:
        operations = [each for each in every if not each.docs.deprecated]
        methods = Counter(each.http_method for each in operations)
        writes = methods["POST"] > 1.5 * methods["GET"]
        verbs = (*_WRITING, *_VERBS) if writes and methods["GET"] * 10 > methods["POST"] else _VERBS
        introduction = _word_list(api.docs.description.partition("\n\n")[0])
        collections = {path: _collection(path) for path in dict.fromkeys(each.path for each in every)}
        below = Counter(collections[each.path] for each in operations)
        return _Reader(frozenset(_word_list(api.title)), introduction, collections, below, verbs, writes)

    def subject(self, resource: Resource) -> tuple[bool, bool, int]:
        """Return what counts of a resource: whether it is a preview, is not in the title, and where it is introduced."""
        words = _word_list(resource.name.python)
        return (
            not _PREVIEWS.isdisjoint(resource.name.python.split(".")),
            not self.title.issuperset(words),
            max(map(self._mention, words), default=len(self.introduction)),
        )

    def rank(self, resource: Resource, operation: Operation, subject: tuple[bool, bool, int]) -> tuple[object, ...]:
        """Return what operations are sorted by; `subject` is that of the resource."""
        name = operation.name.python
        is_preview, *named = subject
        verb = next((verb for verb in self.verbs if name == verb or name.startswith(f"{verb}_")), "")
        fields = operation.body.fields if operation.body else ()
        collection = self.collections[operation.path]
        is_shown = operation.samples >= _MANY_SAMPLES and not is_preview and not operation.stream_format
        return (
            operation.docs.deprecated,
            -operation.samples if is_shown else 0,
            not self.writes and operation.http_method != "GET",
            not self.writes and operation.body is not None,
            operation.stream_format is not None,
            is_preview,
            *named,
            -self.below[collection] if _is_of_collection(operation.path, collection) else 0,
            -len(resource.operations),
            name not in self.verbs,
            self.verbs.index(verb) if verb else len(self.verbs),
            sum(each.required for each in operation.parameters) + sum(each.required for each in fields),
            len(operation.path),
            operation.path,
        )

    def _mention(self, word: str) -> int:
        """Return where the introduction names a word, or its end."""
        return self.introduction.index(word) if word in self.introduction else len(self.introduction)


def _collection(path: str) -> str:
    """Return the first segment of a path that says what it is about, with those before and without a file suffix."""
    steps = path.split("/")
    end = next((index for index, step in enumerate(steps) if step and not _is_prefix(step)), len(steps))
    return "/".join(steps[: end + 1]).removesuffix(".json")


def _is_prefix(step: str) -> bool:
    """Whether a segment stands before the collections of an API: `api`, a version, a date."""
    word = step.lower()
    if word.startswith("{"):
        return "version" in word
    return word in ("api", "rest") or word.replace("-", "").removeprefix("v")[:1].isdigit()


def _is_of_collection(path: str, collection: str) -> bool:
    """Whether a path is a collection, or an item of one by its variables."""
    below = path.removeprefix(collection).removeprefix(".json").removesuffix(".json")
    return all(not part or part.startswith("{") for part in below.split("/"))


def _word_list(text: str) -> tuple[str, ...]:
    """Return the words of a title or a name in lower case, without the `s` of a plural."""
    words = "".join(char if char.isalnum() else " " for char in text.lower()).split()
    return tuple(word.removesuffix("s") for word in words if word not in ("api", "the", "and", "of"))
