"""Models name one another across modules without importing one another."""

from __future__ import annotations

import itertools
import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from .conftest import Package, Write

CYCLE = {
    "node": """
class Node(Model):
    next: Edge | None = None
    label: Label | None = None
""",
    "edge": """
class Edge(Model):
    to: Node
    via: Link | None = None
    links: Links | None = None
""",
    "label": """
from .node import Node

Label: TypeAlias = Literal["start", "end"] | str
Nodes: TypeAlias = list[Node]
""",
    "link": """
Link = union(__name__, "Link", ("Node", "Bag"))
Links: TypeAlias = list[Link | None]
""",
    "bag": """
class Bag(OpenModel):
    first: Node | None = None
    additional_properties: dict[str, Edge] = field(default_factory=lambda: {})
""",
}
JSON = '{"next":{"to":{"next":{"to":{}}},"links":[{"label":"x"}],' '"via":{"first":{},"e":{"to":{"label":"end"}}}}}'


def check(package: Package) -> None:
    node = package.decode(package.Node, JSON, strict=True)
    assert type(node.next.to.next.to) is package.Node
    assert type(node.next.via.additional_properties["e"].to) is package.Node
    assert type(node.next.links[0]) is package.Node


@pytest.mark.parametrize("order", list(itertools.permutations(CYCLE))[::17])
def test_cycles_work_in_any_order_of_import(write: Write, order: tuple[str, ...]) -> None:
    """No module has to be imported before another."""
    package = write(CYCLE)
    for module in order:
        package.module(f"models.{module}")
    check(package)


def test_what_nobody_imported_is_found(write: Write) -> None:
    """The modules that a model needs are imported at the first decode."""
    check(write(CYCLE))


def test_any_member_of_a_cycle_may_come_first(write: Write) -> None:
    """A decoder of one model, then of the others, then of all at once."""
    package = write(CYCLE)
    assert package.decode(package.Edge, '{"to":{}}').to == package.Node()
    assert package.decode(package.Nodes, "[{}]", strict=True) == [package.Node()]
    assert package.decode(package.Links, '[{"label":"end"}]', strict=True) == [package.Node(label="end")]
    check(package)


def test_a_package_may_be_nested_in_another(write: Write, caplog: pytest.LogCaptureFixture) -> None:
    """Vendored, it finds its own models and logs under its own name."""
    package = write(CYCLE, inside="application.vendored")
    check(package)
    with caplog.at_level(logging.WARNING):
        package.decode(package.Edge, '{"to":1}')
    assert [record.name for record in caplog.records] == [package.name]


def test_subclasses_of_users_can_be_decoded(write: Write) -> None:
    """A method can be added by subclassing, outside of the package."""
    package = write(CYCLE)
    subclass = type(package.Node)("Mine", (package.Node,), {"__module__": __name__})
    assert type(package.decode(subclass, JSON).next.to) is package.Node


def test_names_beside_the_models_are_left_alone(write: Write) -> None:
    """Attributes of modules and builtins are none of the models' business."""
    text = """
import datetime as dates

class Plain(Model):
    at: dates.datetime | None = None
    many: list[int] | None = None
"""
    package = write({"plain": text})
    assert package.decode(package.Plain, '{"many":[1]}', strict=True).many == [1]


def test_a_model_may_be_called_like_a_builtin(write: Write) -> None:
    """The API's own TimeoutError is meant, not Python's."""
    package = write(
        {
            "timeout_error": "class TimeoutError(Model):\n    code: str\n",
            "answer": "class Answer(Model):\n    error: TimeoutError\n",
        }
    )
    answer = package.decode(package.Answer, '{"error":{"code":"x"}}', strict=True)
    assert answer.error == package.TimeoutError(code="x")


def test_a_module_of_the_models_hides_no_builtin(write: Write) -> None:
    """A schema called `type` is a module `models/type.py`; the builtin stays what it is."""
    package = write(
        {
            "type": "class Type(Model):\n    id: str\n",
            "thing": "class Thing(OpenModel):\n    kind: Type\n    name: str\n    additional_properties: dict[str, int] = field(default_factory=lambda: {})\n",
        }
    )
    package.module("models.type")
    thing = package.decode(package.Thing, '{"kind": {"id": "a"}, "name": "b"}')
    assert thing.kind == package.Type(id="a")
    assert package.decode(package.Type, '{"id": "c"}').id == "c"


def test_a_name_that_is_nowhere_is_an_error_each_time(write: Write) -> None:
    """A package that was cut by hand says what it lacks, and goes on saying it."""
    package = write({"node": "class Node(Model):\n    next: Edge | None = None\n"})
    for _ in range(2):
        with pytest.raises(NameError, match="Edge"):
            package.decode(package.Node, '{"next": {}}')


def test_threads_may_decode_first_all_at_once(write: Write) -> None:
    """The first use is the same for one thread as for sixteen."""
    threads = 16
    barrier = Barrier(threads)

    def first_use(package: Package, number: int) -> None:
        barrier.wait()
        if number % 2:
            check(package)
        else:
            json = '{"to":{"next":{"to":{"label":"end"}}}}'
            edge = package.decode(package.Edge, json, strict=True)
            assert edge.to.next.to.label == "end"

    with ThreadPoolExecutor(threads) as pool:
        for _ in range(3):
            package = write(CYCLE)
            uses = [pool.submit(first_use, package, n) for n in range(threads)]
            for use in uses:
                use.result()
