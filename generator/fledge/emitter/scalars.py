"""The scalars of the IR in Python: one row for each, its annotation and how a value is made of a string."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fledge.emitter.python import expr
from fledge.emitter.python.expr import Attribute, CallExpr, Constant, Expr, Keyword
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Scalar
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True)
class ScalarClass:
    """The class of a scalar, and the expression for the value that a string on the wire stands for.

    `from_text` is None if arguments take the string itself.
    """

    annotation: Expr
    from_text: Callable[[str], Expr] | None = None


def _call(function: Expr) -> Callable[[str], Expr]:
    return lambda text: CallExpr(function, (Constant(text),))


def _timedelta(text: str) -> Expr:
    """`timedelta(days=1, hours=2)` of `P1DT2H`."""
    units = {"D": "days", "H": "hours", "M": "minutes", "S": "seconds"}
    arguments: list[Expr] = []
    digits = ""
    for character in text:
        if character.isdecimal():
            digits += character
        elif character in units:
            arguments.append(Keyword(units[character], Constant(int(digits))))
            digits = ""
    return CallExpr(expr.TIMEDELTA, tuple(arguments))


def _moment(text: str) -> Expr:
    """`datetime.fromisoformat("2015-10-21T07:28:00+00:00")` of `Wed, 21 Oct 2015 07:28:00 GMT`."""
    from email.utils import parsedate_to_datetime  # with what Python has for networks

    moment = parsedate_to_datetime(text).isoformat()
    return CallExpr(Attribute(expr.DATETIME, "fromisoformat"), (Constant(moment),))


SCALARS: Mapping[Scalar, ScalarClass] = {
    Scalar.ANY: ScalarClass(expr.ANY),
    Scalar.BASE64URL: ScalarClass(runtime_symbol("Base64URL")),
    Scalar.BOOL: ScalarClass(expr.BOOL),
    Scalar.BYTES: ScalarClass(expr.BYTES),
    Scalar.DATE: ScalarClass(expr.DATE, _call(Attribute(expr.DATE, "fromisoformat"))),
    Scalar.DATETIME: ScalarClass(expr.DATETIME, _call(Attribute(expr.DATETIME, "fromisoformat"))),
    Scalar.DECIMAL: ScalarClass(expr.DECIMAL, _call(expr.DECIMAL)),
    Scalar.DECIMAL_NUMBER: ScalarClass(runtime_symbol("DecimalNumber")),
    Scalar.DURATION: ScalarClass(expr.TIMEDELTA, _timedelta),
    Scalar.FILE: ScalarClass(expr.STR),
    Scalar.FLOAT: ScalarClass(expr.FLOAT),
    Scalar.HTTP_DATE: ScalarClass(runtime_symbol("HTTPDate"), _moment),
    Scalar.INT: ScalarClass(expr.INT),
    Scalar.NONE: ScalarClass(expr.NONE),
    Scalar.STR: ScalarClass(expr.STR),
    Scalar.TIME: ScalarClass(expr.TIME, _call(Attribute(expr.TIME, "fromisoformat"))),
    Scalar.UUID: ScalarClass(expr.UUID),
}
