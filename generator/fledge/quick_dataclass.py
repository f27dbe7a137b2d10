"""A dataclass that is frozen for type checkers, and at run time as quick to define and to make as one can be.

`dataclass` compiles each method of each class when a module is imported, which for Fledge's own was two fifths of the
time until a run begins. Here, only `__init__` is compiled at once. A frozen dataclass also sets
each field by a call, which takes more than twice the time of an assignment, and a run makes tens of thousands of
values. `mypy --strict` reports code that changes a frozen value, whoever decorated it; here, nothing else stops such
code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["quick_dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass as quick_dataclass
else:
    from dataclasses import MISSING, Field, dataclass, fields

    def quick_dataclass(*, frozen, eq=True, **options):
        """Return the decorator of a dataclass that is compared and hashed by its fields, as a frozen one is."""
        assert frozen

        def decorate(cls):
            is_plain = not hasattr(cls, "__post_init__") and all(
                each.init and each.default_factory is MISSING for each in vars(cls).values() if isinstance(each, Field)
            )
            decorated = dataclass(init=not is_plain, repr=False, eq=False, **options)(cls)
            if is_plain:
                decorated.__init__ = _compiled(_init(fields(decorated)), "__init__", fields(decorated))
            if "__repr__" not in vars(cls):
                _show_by_fields(decorated)
            if eq:
                _compare_by_fields(decorated)
            return decorated

        return decorate

    def _compiled(code, name, all_fields):
        """Return the function of this name that lines of code define; in them, `_` has the defaults."""
        namespace = {"_": {each.name: each.default for each in all_fields}}
        exec("\n".join(code), namespace)
        return namespace[name]

    def _init(all_fields):
        """Yield the lines of `__init__`, which assigns its arguments to the fields.

        If all are passed by keyword, type checkers alone see to that: Python looks up each default of a parameter that
        can only be passed so, which takes half of a call.
        """
        is_by_keyword = all(each.kw_only for each in all_fields)
        ordered = sorted(all_fields, key=lambda each: each.default is not MISSING if is_by_keyword else each.kw_only)
        parameters = [each.name if each.default is MISSING else f"{each.name}=_[{each.name!r}]" for each in ordered]
        if ordered and ordered[-1].kw_only and not is_by_keyword:
            parameters.insert(sum(not each.kw_only for each in ordered), "*")
        yield f"def __init__(self, {', '.join(parameters)}):"
        yield from (f" self.{each.name} = {each.name}" for each in ordered)
        yield " pass"

    def _compare_by_fields(decorated):
        """Give a class `__eq__` and `__hash__`, which are compiled when they are first called: few classes need them."""

        def values(name):
            return "".join(f"{name}.{each.name}," for each in fields(decorated) if each.compare)

        def __eq__(self, other):
            equal = f"({values('self')}) == ({values('other')})"
            code = f"def __eq__(self, other): return {equal} if other.__class__ is self.__class__ else NotImplemented"
            decorated.__eq__ = _compiled([code], "__eq__", ())
            return decorated.__eq__(self, other)

        def __hash__(self):
            decorated.__hash__ = _compiled([f"def __hash__(self): return hash(({values('self')}))"], "__hash__", ())
            return decorated.__hash__(self)

        decorated.__eq__, decorated.__hash__ = __eq__, __hash__

    def _show_by_fields(decorated):
        """Give a class `__repr__`, which is compiled when it is first called, too."""

        def __repr__(self):
            shown = ", ".join(f"{each.name}={{self.{each.name}!r}}" for each in fields(decorated) if each.repr)
            code = f"def __repr__(self): return f'{{type(self).__qualname__}}({shown})'"
            decorated.__repr__ = _compiled([code], "__repr__", ())
            return decorated.__repr__(self)

        decorated.__repr__ = __repr__
