"""What is left to say of an operation, where its resource says a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fledge.builder.names.paths import NO_CANDIDATES
from fledge.builder.names.words import singular

_PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "of", "on", "to", "with"})
_ARTICLES = frozenset({"a", "an", "the"})


def fold(phrase: list[str]) -> str:
    """Return what is the same for phrases that differ in case, in number or in where their words end."""
    return "".join(map(singular, phrase))


def begins_with(phrase_words: list[str], phrase: list[str]) -> bool:
    """Whether words begin with a phrase, in the singular or the plural, and go on."""
    start = [singular(word) for word in phrase_words[: len(phrase)]]
    return 0 < len(phrase) < len(phrase_words) and start == [singular(word) for word in phrase]


def without_resource(spoken: list[str], tag: list[str], resource: list[str], owners: Collection[str] = ()) -> list[str]:
    """The words of an operation without those of its resource: `listConversations` is `conversations.list`.

    The end of a long tag is enough: `ListConferenceRecording` of `Api2010ConferenceRecording` is `list`. What is said
    first may be said again: `issueListIssues` is `issues.list`, `actions/get-actions-cache-list`
    `actions.get_cache_list`. No preposition is left alone. One of the `owners`, which are folded, has a preposition:
    `listUserTokens` lists no user, and is `tokens.list_for_user`.
    """
    stems = [singular(word) for word in spoken]
    for length in range(max(len(tag), len(resource)), 0, -1):
        for phrase in (tag, resource):
            folded = fold(phrase[-length:])
            for start, end in _runs(stems, folded):
                rest = spoken[:start] + spoken[end:]
                whole = length >= len(phrase)
                if set(map(str.lower, rest)) - _PREPOSITIONS and (start or whole):
                    if end == len(spoken):
                        rest = _without_end(rest)
                        if not rest:  # `listKeysForAuthenticatedUser` says of which user
                            return spoken
                    if len(rest) > 1 and end == len(spoken) and fold(rest[1:]) in owners:
                        return [rest[0], "for", *rest[1:]]
                    if start and begins_with(rest, phrase[-length:]) and folded not in NO_CANDIDATES:
                        return rest[length:]
                    if rest[start - 1 : start] and rest[start - 1].lower() in _ARTICLES:
                        rest = rest[: start - 1] + rest[start:]  # `retrieveACompanyById`
                    return without_resource(rest, [], resource) if not start and len(rest) > 1 else rest
    return spoken


def _without_end(rest: list[str]) -> list[str]:
    """The words before a noun that was left out, which do not end in nothing; none if they cannot do without it.

    `addItemFor` and `listTagsForA` lose their ends. `listKeysForAuthenticated` needs the noun.
    """
    while len(rest) > 1 and rest[-1].lower() in _ARTICLES:
        rest = rest[:-1]
    if len(rest) > 2 and rest[-1].lower() in _PREPOSITIONS:
        return rest[:-1]
    return [] if any(word.lower() in _PREPOSITIONS for word in rest[1:-1]) else rest


def _runs(stems: list[str], folded: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand that are a folded phrase, the last ones first; they may be spelled as one.

    `stems` are all words in the singular.
    """
    if folded not in "".join(stems):
        return
    for start in reversed(range(len(stems))):
        joined = ""
        for end in range(start + 1, len(stems) + 1):
            joined += stems[end - 1]
            if joined == folded:
                yield start, end
            if len(joined) >= len(folded):
                break
