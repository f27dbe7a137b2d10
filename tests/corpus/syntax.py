"""What the syntax tree of a generated file may hold: the node kinds of its template, and nothing that computes.

A document's strings may only become constants, names and comments of no consequence. So the check allows for each
kind of file a few kinds of nodes, calls and attributes, which its template writes; the names that are read must be
bound in the file, or be one of a few builtins; and strings that are read as annotations must be annotations.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

_ANYWHERE = "Module Load Store Name Constant alias ImportFrom Expr"
_ANNOTATION = frozenset("Load Name Constant Subscript Tuple BinOp BitOr UnaryOp USub".split())
_BUILTINS = frozenset("bool bytes dict float int list object property self staticmethod str super tuple type".split())
_STANDARD = {
    "__future__": {"annotations"},
    "collections.abc": {"AsyncIterator", "Iterator", "Mapping", "Sequence"},
    "datetime": {"date", "datetime", "time", "timedelta"},
    "decimal": {"Decimal"},
    "functools": {"cached_property"},
    "typing": {
        "TYPE_CHECKING",
        "Any",
        "ClassVar",
        "Literal",
        "NotRequired",
        "TypeAlias",
        "TypedDict",
        "Union",
        "Unpack",
        "overload",
    },
    "uuid": {"UUID"},
}
_MODULES = [[("builtins", None)], [("httpx2", None)]]
_CLIENTS = frozenset({"httpx2.Client", "httpx2.AsyncClient"})
"""The types of the clients that users pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What one kind of file may hold.

    `calls` are the functions that may be called by name, besides those imported from modules that begin with one of
    `template_of`; `attributes` what may stand behind which expression,
    `methods` what may behind a constant of the module. Any public attribute may stand behind a name of `objects`.
    What is imported from the package may be called with nothing but `passed`.
    """

    nodes: str
    top: str
    calls: frozenset[str] = frozenset()
    template_of: tuple[str, ...] = ()
    attributes: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    passed: str = ""


_VIEW = re.compile(r"of\.[^.()]+(\.with_(raw|streaming)_response)?")
"""How a view leads to that of a resource."""

MODEL = Grammar(
    nodes=(
        "ClassDef AnnAssign Assign If Pass Subscript Tuple BinOp BitOr UnaryOp USub Call keyword Lambda arguments Dict"
        " Attribute Import"
    ),
    top="Import ImportFrom ClassDef AnnAssign If Expr",
    calls=frozenset({"field", "_field", "union", "TypedDict"}),
)
RESOURCE = Grammar(
    nodes=(
        "ClassDef AnnAssign Assign If Pass Subscript Tuple BinOp BitOr UnaryOp USub Call keyword Dict FunctionDef"
        " AsyncFunctionDef arguments arg Return Await Attribute Import Lambda Starred"
    ),
    top="Import ImportFrom ClassDef AnnAssign If Expr",
    calls=frozenset({"super"}),  # by the view of a resource that has both operations and resources
    template_of=("_runtime",),
    attributes=frozenset({"self._client", "self._client.call", "super().__init__"}),
    methods=frozenset({"pages", "async_pages", "open", "async_open", "like", "opened", "async_opened"}),
    objects=frozenset({"self", "resource", "streaming"}),
    passed="self._client",  # by the property of a nested resource
)
CLIENT = Grammar(
    nodes=(
        "ClassDef AnnAssign If Pass Subscript Tuple BinOp BitOr UnaryOp USub BoolOp Or Call keyword Dict FunctionDef"
        " arguments arg Return Attribute Assign Pow Import Lambda"
    ),
    top="Import ImportFrom ClassDef Assign If Expr",
    calls=frozenset({"super"}),
    template_of=("_runtime", "resources"),
    attributes=frozenset({"super().__init__", *_CLIENTS}),
)
ERRORS = Grammar(
    nodes="ClassDef AnnAssign If Subscript Tuple BinOp BitOr Dict FunctionDef arguments arg Return",
    top="ImportFrom ClassDef AnnAssign If Expr",
)
WEBHOOKS = Grammar(
    nodes="FunctionDef arguments arg AnnAssign Assign If Subscript Tuple List Dict BinOp BitOr Call keyword Return UnaryOp USub",
    top="ImportFrom FunctionDef AnnAssign Assign If Expr",
    calls=frozenset({"decode", "KnownWebhook", "parse_webhook"}),
)
INDEX = Grammar(nodes="If Assign Tuple Call", top="If Expr ImportFrom Assign", calls=frozenset({"lazy_exports"}))
STUB = Grammar(nodes="", top="Expr ImportFrom")
EMPTY = Grammar(nodes="", top="Expr")

_ROOT = {
    "__init__.py": INDEX,
    "_client.py": CLIENT,
    "errors.py": ERRORS,
    "webhooks.py": WEBHOOKS,
    "models/__init__.py": INDEX,
    "models/__init__.pyi": STUB,
    "testing.py": STUB,
}


def grammar(path: str) -> Grammar | None:
    """The grammar of a package's file; None where a package has no such file."""
    if path in _ROOT:
        return _ROOT[path]
    if path == "resources/__init__.py":
        return EMPTY
    return {"models": MODEL, "resources": RESOURCE}.get(path.rpartition("/")[0])


def strange(path: str, tree: ast.Module) -> list[str]:
    """Each node that a file's template does not make, as `line: what`."""
    rules = grammar(path)
    return ["0: no template makes such a file"] if rules is None else list(_strange(tree, rules))


def _strange(tree: ast.Module, rules: Grammar) -> Iterator[str]:
    allowed = {*_ANYWHERE.split(), *rules.nodes.split()}
    top = set(rules.top.split())
    bound, homes = _bound(tree)
    for statement in tree.body:
        if type(statement).__name__ not in top:
            yield f"{statement.lineno}: {type(statement).__name__} at the top"
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        kind = type(node).__name__
        if kind not in allowed:
            yield f"{line}: {kind}"
        match node:
            case ast.ImportFrom():
                yield from _import(node)
            case ast.Import() if [(each.name, each.asname) for each in node.names] not in _MODULES:
                yield f"{line}: {ast.unparse(node)}"
            case ast.Name(ctx=ast.Load()) if (
                node.id not in bound and node.id not in _BUILTINS and node.id != "__name__"
            ):
                yield f"{line}: the name {node.id} comes from nowhere"
            case ast.Expr() if not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)):
                if ast.unparse(node.value).partition("(")[0] not in ("super", *rules.attributes):
                    yield f"{line}: a statement that is no docstring"
            case ast.Attribute() if not _builtin(node):
                spelled = ast.unparse(node)
                own = isinstance(node.value, ast.Name) and node.value.id in bound - homes.keys()
                public = not node.attr.startswith("_") or node.attr == "_returning"
                free = (
                    _VIEW.fullmatch(spelled)
                    or public
                    and isinstance(node.value, ast.Name)
                    and node.value.id in rules.objects
                )
                if not free and spelled not in rules.attributes and not (own and node.attr in rules.methods):
                    yield f"{line}: attribute {spelled[:80]}"
            case ast.Call():
                yield from _call(node, rules, homes)
            case ast.Lambda() if not _finds_view(node) and (
                not isinstance(node.body, (ast.Constant, ast.Dict)) or node.args.args
            ):
                yield f"{line}: a lambda of {ast.unparse(node.body)[:80]}"
            case ast.AnnAssign():
                yield from _annotation(node.annotation)
                if isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias" and node.value:
                    yield from _annotation(node.value, quoted=True)
            case ast.arg(annotation=ast.expr() as annotation):
                yield from _annotation(annotation)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                if node.returns:
                    yield from _annotation(node.returns)
                for decorator in node.decorator_list:
                    if is_mark(decorator) or ast.unparse(decorator) == "builtins.property":
                        continue
                    if not isinstance(decorator, ast.Name) or decorator.id not in (
                        "cached_property",
                        "overload",
                        "property",
                        "staticmethod",
                    ):
                        yield f"{line}: decorator {ast.unparse(decorator)[:80]}"
            case ast.ClassDef() if node.decorator_list:
                yield f"{line}: a decorated class"
            case ast.If() if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
                yield f"{line}: if {ast.unparse(node.test)[:80]}"
            case _:
                pass


def _bound(tree: ast.Module) -> tuple[set[str], dict[str, str]]:
    """The names that a file binds anywhere, and the module that each imported one comes from."""
    bound: set[str] = set()
    homes: dict[str, str] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                bound.update(alias.name for alias in node.names)
            case ast.ImportFrom():
                for alias in node.names:
                    bound.add(alias.asname or alias.name)
                    homes[alias.asname or alias.name] = (node.module or "") if node.level else ""
            case ast.Name(ctx=ast.Store()):
                bound.add(node.id)
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                bound.add(node.name)
            case ast.arg():
                bound.add(node.arg)
            case _:
                pass
    return bound, homes


def _import(node: ast.ImportFrom) -> Iterator[str]:
    if node.level:
        return  # of this package: its paths are checked apart
    for alias in node.names:
        if alias.name not in _STANDARD.get(node.module or "", ()):
            yield f"{node.lineno}: import of {alias.name} from {node.module}"


def _call(node: ast.Call, rules: Grammar, homes: dict[str, str]) -> Iterator[str]:
    function = node.func
    if isinstance(function, ast.Name):
        home = homes.get(function.id, "").partition(".")[0]
        passed = [ast.unparse(each) for each in (*node.args, *node.keywords)]
        own = (rules.methods or passed == ["self"]) and function.id.startswith("_") and function.id not in homes
        nested = home and passed == [rules.passed]
        if function.id not in rules.calls and home not in rules.template_of and not own and not nested:
            yield f"{node.lineno}: call of {function.id}"
        if function.id in ("union", "TypedDict"):
            for text in _annotations_of(node, 2 if function.id == "union" else 1):
                yield from _spelled(text, node.lineno)
    elif not isinstance(function, ast.Attribute):
        yield f"{node.lineno}: call of {ast.unparse(function)[:80]}"


def _annotations_of(node: ast.Call, first: int) -> Iterator[str]:
    """The strings that `union` or `TypedDict` reads as annotations: members, values of keys and of discriminators."""
    values: list[ast.expr] = []
    for each in (*node.args[first:], *(keyword.value for keyword in node.keywords)):
        values += each.values if isinstance(each, ast.Dict) else [each] if each in node.args else []
    for value in values:
        for each in ast.walk(value):
            if isinstance(each, ast.Constant):
                yield str(each.value)


def _builtin(node: ast.expr) -> bool:
    """Whether it is `builtins.list` or the like, which a method called `list` does not hide."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "builtins"
        and node.attr in _BUILTINS
    )


def _finds_view(node: ast.Lambda) -> bool:
    """Whether it leads from what holds a resource to a view of that."""
    text = ast.unparse(node)
    return text.startswith("lambda of: ") and _VIEW.fullmatch(text.removeprefix("lambda of: ")) is not None


def is_mark(node: ast.expr) -> bool:
    """Whether it says of a method that its operation is deprecated, in one sentence, or which other's arguments it has."""
    marks = {"deprecated": ast.Constant, "signature_of": ast.Name}
    return (
        isinstance(node, ast.Call)
        and (kind := marks.get(ast.unparse(node.func))) is not None
        and len(node.args) == 1
        and isinstance(node.args[0], kind)
        and not node.keywords
    )


def _spelled(text: str, line: int) -> Iterator[str]:
    """What is strange in an annotation that stands in a string."""
    try:
        yield from _annotation(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError):
        yield f"{line}: {text[:80]!r} is no annotation"


def _annotation(node: ast.expr, *, quoted: bool = False) -> Iterator[str]:
    """What is strange in an annotation; strings stand in `Literal` only, as others would be read as code.

    Where it may be `quoted`, it is a string as a whole: the type of an alias that names itself.
    """
    if quoted and isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from _spelled(node.value, node.lineno)
        return
    literal = isinstance(node, ast.Subscript) and ast.unparse(node.value) in ("Literal", "_Literal_")  # beside a field
    if _builtin(node) or ast.unparse(node) in _CLIENTS:
        return
    if type(node).__name__ not in _ANNOTATION:
        yield f"{node.lineno}: {ast.unparse(node)[:80]} in an annotation"
    elif isinstance(node, ast.Constant) and node.value not in (None, ...):
        yield f"{node.lineno}: {node.value!r:.80} in an annotation"
    elif not literal:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _annotation(child)
    else:
        for child in ast.walk(node):
            if type(child).__name__ not in _ANNOTATION:
                yield f"{node.lineno}: {type(child).__name__} in a literal"


# --- Markdown

_INLINE = re.compile(
    r"(?:"
    r"(?<!`)(`+)(?!`)(?:(?!\1).)+(?<!`)\1(?!`)"  # code
    r"|\[`[^`]+`\]\((?:docs/)?[^\s/()#]+\.md(?:#\w+)?\)"  # a link inside the package
    r"|\]\((?:https?://|mailto:)[^\s()<>]*\)|<https?://[^<>\s]+>"  # and to another site
    r"|\\[!-/:-@\[-`{-~]"  # an escaped mark
    r"|\[|\](?!\()|<(?![A-Za-z/!?])|\\(?![!-/:-@\[-`{-~]|$)"  # marks that mean nothing where they stand
    r"|!(?!\[[^\\\]]*\]\()|[^\\`\[\]<!]"  # emphasis among it, and no picture
    r")+"
)
_PAIR = re.compile(r"(?<!\\)(?:\$(?=\S).*(?<=[^\s\\])\$(?!\d)|~.*(?:\w~|[^\s\\]~(?!\w)))")
_CODE = re.compile(r"(`+)(?!`)(?:(?!\1).)+\1")
_BLOCK = re.compile(
    r"(?:#{1,2} )?(?![ \t=>]|#{1,6}(?:\s|$)|[+*-](?:\s|$)|\d{1,9}[.)](?:\s|$)|\[[^\]]*\]:|([-*_])(?:\s*\1){2}).*"
)
_CELL = re.compile(r"(?<!\\)\|")
_HEADER = ("<!-- Generated from an OpenAPI description. Do not edit. -->", "<!-- fmt: off -->")
_EXAMPLE = frozenset(
    "Module Import ImportFrom alias Expr Assign Call keyword Name Load Store Attribute Constant List Tuple Dict UnaryOp"
    " USub For AsyncFor Await With AsyncWith withitem AsyncFunctionDef arguments Try ExceptHandler".split()
)
_CALLED = re.compile(
    r"client(?:\.[^\s.()]+){2,}|(?:Async)?Client|print|main|asyncio\.run"
    r"|(?:date|datetime|time)\.fromisoformat|timedelta|Decimal|UUID|page\.next_page"
)


def strange_in_markdown(text: str) -> Iterator[str]:
    """What a README or a reference page holds and no template places: marks that are not escaped, code that acts."""
    fence = ""
    block: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if fence:
            if line == "```":
                yield from (f"{number}: {each}" for each in (_acts(block) if fence == "```python" else ()))
                fence = ""
            block.append(line)
        elif line in ("```python", "```text"):
            fence, block = line, []
        elif line.startswith("|") and line.endswith("|"):
            cells = _CELL.split(line)[1:-1]
            yield from (f"{number}: {cell!r}" for cell in cells if not _is_inline(cell))
        elif line and line not in _HEADER and not (_BLOCK.fullmatch(line) and _is_inline(line)):
            yield f"{number}: {line!r}"
    if fence:
        yield "a block that does not end"


def _is_inline(text: str) -> bool:
    """Whether text is only emphasized, and linked to where nothing of it acts."""
    return bool(_INLINE.fullmatch(text)) and not _PAIR.search(_CODE.sub("", text))


def _acts(block: list[str]) -> Iterator[str]:
    """What in an example is more than a call of the client with values."""
    try:
        tree = ast.parse("\n".join(block))
    except (SyntaxError, ValueError) as error:
        yield f"does not compile: {error}"
        return
    for node in ast.walk(tree):
        if type(node).__name__ not in _EXAMPLE:
            yield type(node).__name__
        if isinstance(node, ast.Call) and not _CALLED.fullmatch(ast.unparse(node.func)):
            yield f"call of {ast.unparse(node.func)[:80]}"
        if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            yield f"attribute {node.attr}"
        if isinstance(node, ast.ImportFrom):
            known = _STANDARD.get(node.module or "", {"APIError", "AsyncClient", "Client"})
            yield from (
                f"import of {each.name}" for each in node.names if each.name not in known and "Error" not in each.name
            )
        if isinstance(node, ast.Import) and [each.name for each in node.names] != ["asyncio"]:
            yield "import"


# --- TOML

_TABLES = {"build-system", "project", "tool"}


def strange_in_toml(text: str) -> Iterator[str]:
    """What a `pyproject.toml` holds and no template places: other tables and keys, scripts, a backend of its own."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield str(error)
        return
    yield from (f"table {name}" for name in data.keys() - _TABLES)
    yield from (f"key {name}" for name in data["project"].keys() & {"scripts", "gui-scripts", "entry-points", "urls"})
    if "backend-path" in data["build-system"]:
        yield "a backend of its own"
