"""The names that may be meant by a word that nothing is called."""

from __future__ import annotations

from collections.abc import Iterable

ENOUGH = 0.6
"""How much of two names must be the same, as difflib counts it."""


def most_similar(word: str, names: Iterable[str]) -> str | None:
    """Return the name that is most like a word, as `difflib.get_close_matches` finds it; None if none is similar.

    A description may have thousands of names, and hundreds of words that are none of them. So names are compared
    letter by letter only while one of them may still be more like the word than the best so far.
    """
    from difflib import SequenceMatcher

    names = list(names)
    if (same := next((name for name in names if name.casefold() == word.casefold()), None)) is not None:
        return same
    matcher = SequenceMatcher(b=word)
    best = ENOUGH, ""

    def compare(name: str) -> None:
        nonlocal best
        matcher.set_seq1(name)
        best = max(best, (matcher.ratio(), name))

    for name in names:
        if word in name or name in word:
            compare(name)
    limits: list[tuple[float, str]] = []
    for name in names:
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= best[0] and (limit := matcher.quick_ratio()) >= best[0]:
            limits.append((limit, name))
    for limit, name in sorted(limits, reverse=True):
        if limit < best[0]:
            break
        compare(name)
    return best[1] or None


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """Return a hint that names the candidates that `word` may have been meant to be; None if none is similar."""
    names = similar(word, candidates)
    return f"did you mean {' or '.join(f'`{name}`' for name in names)}?" if names else None


def similar(word: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates that `word` may have been meant to be.

    Similar is also a longer name of which `word` is a part, such as `secret` of `secret_encoding`.
    """
    from difflib import get_close_matches

    names = list(candidates)
    close = [name for name in names if name.casefold() == word.casefold()]
    close = close or get_close_matches(word, names, n=3, cutoff=ENOUGH)
    return close + [name for name in names if name not in close and word in name.split("_")]
