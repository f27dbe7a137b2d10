"""Aliases that lead back to themselves."""

from __future__ import annotations

from fledge.builder.cycles import break_cycles
from fledge.builder.drafts import AliasDraft, DraftType, ModelDraft, UnionDraft
from fledge.builder.identities import SchemaId
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Docs, ListOf, Scalar, Union
from tests.builder.specs import codes, spec_of

A, B, C = (SchemaId(f"/components/schemas/{key}") for key in "ABC")


def alias(id: SchemaId, of: DraftType) -> AliasDraft:
    return AliasDraft(id=id, docs=Docs(), type=of)


def broken(*aliases: AliasDraft) -> tuple[dict[SchemaId, ModelDraft], list[str]]:
    collector = DiagnosticCollector()
    return break_cycles({each.id: each for each in aliases}, spec_of(), collector), codes(collector)


def test_an_alias_of_something_else_stays() -> None:
    """A chain that ends is no circle."""
    drafts = alias(A, B), alias(B, ListOf(C)), alias(C, Scalar.STR)
    assert broken(*drafts) == ({each.id: each for each in drafts}, [])


def test_a_list_of_itself_is_a_union_of_one() -> None:
    """The type of a tree of lists is looked up when a value comes."""
    drafts, reported = broken(alias(A, Union((ListOf(A), Scalar.STR))), alias(B, A))
    tree = drafts[A]
    assert isinstance(tree, UnionDraft) and tree.variants == (ListOf(A), Scalar.STR)
    assert drafts[B] == alias(B, A) and reported == []


def test_nothing_but_another_name_of_itself() -> None:
    """A circle of names holds no value: any is accepted, and a warning says so for each name."""
    drafts, reported = broken(alias(A, B), alias(B, A))
    assert drafts == {A: alias(A, Scalar.ANY), B: alias(B, Scalar.ANY)}
    assert reported == ["schema-cycle", "schema-cycle"]
