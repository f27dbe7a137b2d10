"""Names are resolved together: the result depends on neither order nor count."""

from __future__ import annotations

import itertools

import pytest

from fledge.builder.identities import MethodId, SchemaId
from fledge.builder.names.resolve import PinnedNames, field_names, resolve_collisions
from fledge.diagnostics.errors import DiagnosticError


def test_a_candidate_goes_to_whoever_alone_has_it() -> None:
    """Two keys with the same candidate go on to their next ones."""
    candidates = {"a": ["pet", "pet_a"], "b": ["pet", "pet_b"], "c": ["dog"]}
    assert resolve_collisions(candidates) == {"a": "pet_a", "b": "pet_b", "c": "dog"}


def test_the_order_means_nothing() -> None:
    """Whatever the order of the keys, each gets the same name."""
    rows = [("/x/pet", ["pet", "pet_1"]), ("/x/Pet", ["pet", "pet_2"]), ("/x/cat", ["cat"]), ("/x/c", ["cat", "c"])]
    results = [resolve_collisions(dict(each)) for each in itertools.permutations(rows)]
    assert all(each == results[0] for each in results)
    assert results[0]["/x/pet"] == "pet", "it is spelled so"


def test_chosen_goes_before_kept_before_candidates() -> None:
    """The configuration has the last word, then the lock."""
    names = resolve_collisions(
        {"a": ["x"], "b": ["y"], "c": ["z"]}, chosen={"a": "z"}, kept={"b": "k", "a": "old", "c": "z"}
    )
    assert names["a"] == "z" and names["b"] == "k" and names["c"].startswith("z_")


def test_names_that_are_taken() -> None:
    """A taken name is no candidate, and nobody can choose it."""
    assert resolve_collisions({"a": ["client", "client_model"]}, taken=["client"]) == {"a": "client_model"}
    with pytest.raises(DiagnosticError, match="which clients use themselves"):
        resolve_collisions({"a": ["x"]}, chosen={"a": "client"}, taken=["client"])
    with pytest.raises(DiagnosticError, match="both to `a`"):
        resolve_collisions({"a": ["x"], "b": ["y"]}, chosen={"a": "n", "b": "n"})


def test_the_last_resort_is_made_of_the_key() -> None:
    """Keys whose candidates all collide get digits of themselves, the same in any run."""
    names = resolve_collisions({"/a": ["n"], "/b": ["n"]})
    assert len({*names.values()}) == 2 and all(name.startswith("n_") for name in names.values())
    assert names == resolve_collisions({"/b": ["n"], "/a": ["n"]})


def test_keys_may_be_identities() -> None:
    """An identity takes digits from its text: those of an input type are not those of its schema."""
    plain, other = SchemaId("/components/schemas/A"), SchemaId("/components/schemas/A", is_input=True)
    assert (str(plain), str(other)) == ("/components/schemas/A", "/components/schemas/A/~input")
    assert (str(MethodId("/p", is_stream=True)), plain.wire_name) == ("/p/~stream", "A")
    assert len({*resolve_collisions({plain: ["x"], other: ["x"]}).values()}) == 2


@pytest.mark.parametrize(
    ("wires", "expected"),
    [
        (["id", "displayName"], ["id", "display_name"]),
        (["class", "self"], ["class_", "self_"]),
        (["a-b", "a_b"], ["a_b_", "a_b"]),
        (["@type", "type"], ["type_", "type"]),
    ],
)
def test_fields_of_one_object(wires: list[str], expected: list[str]) -> None:
    """Sibling fields have names of their own, and the one that is spelled so keeps its name."""
    names = field_names({wire: f"/x/{wire}" for wire in wires}, PinnedNames())
    assert len({*names.values()}) == len(wires)
    assert names[wires[-1]] == expected[-1]
