"""The commands: what a user types in; what is printed, where, and with which exit code.

Exit codes: 0 done, 1 findings, 2 bad input or usage, 130 interrupted. What a command was asked for goes to stdout,
diagnostics and everything else that is only said on the way go to stderr. With `--format json`, stdout is one object
(version 1; later versions of Fledge may add keys and will not remove or change one):

    version       1
    command       generate, check, pull, validate or diff
    exit_code     as above
    diagnostics   [{code, severity, message, hint, location, related}] that belong to no client
    clients       [{client, target, diagnostics, operations, models, written, files, diff}]
        target      the package's folder; null where a source is only looked at
        operations, models   how many; null where an error was found
        written     whether anything was written
        files       generate: [{path, change: added|changed|edited|missing|extra|foreign}] that were written or removed
                    pull: [{path, change: added|changed|removed}]
                    check: [{path, verdict: stale|edited by hand|missing|extra|not written by fledge}]
        operations_before   pull: how many there were; null where nothing could be read
        diff        check: unified diff of all files
        old, new, title, verdict, counts, changes    diff: see docs/diff.md
    location      null or {file, line, column, pointer}; related: [{label, location}]

Every import of a stage is local: `fledge check` of a client that is up to date must not pay for what it does not use.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from generator.config import CLIENT, Client, named_by_hand
from generator.config import read as configured
from generator.counts import many
from generator.diagnostics import Report, Severity
from generator.fault import Fault, nearest
from generator.version import FLEDGE

if TYPE_CHECKING:
    from generator.writer import Changes

_LINES = 20
"""How many changes of one client are listed."""


_FOR_PEOPLE = ("text", "markdown", "html")
DONE, FINDINGS, BAD_INPUT, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A terminal that lacks a character is no reason to fail.
            reconfigure(errors="backslashreplace")
    if not (sys.argv[1:] if arguments is None else arguments):
        _parser().print_help(sys.stderr)
        return BAD_INPUT
    options = _parser().parse_args(arguments, argparse.Namespace(looking=False, several=False, pulled={}))
    gc.disable()  # a run drops next to nothing that only the collector finds, and looking takes a fifth of its time
    try:
        code = _run(options)
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads (`| head`) has seen enough; nothing may be flushed at exit either.
        _drop_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        print("fledge: interrupted", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        # What the commands open is guarded: this is about our own output.
        print(f"error[system]: cannot print: {error.strerror or error}", file=sys.stderr)
        _drop_output()
        return BAD_INPUT
    except Exception as error:  # the last thing that a user should see is a traceback
        _confess(error)
        return BAD_INPUT
    finally:
        gc.enable()
    return code


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fledge",
        description="An OpenAPI description in, a typed Python client package out.",
        epilog="Exit codes: 0 done, 1 findings, 2 bad input or usage.",
    )
    parser.add_argument("--version", action="version", version=f"fledge {FLEDGE}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    generate = commands.add_parser(
        "generate",
        help="make client packages, or bring them up to date",
        description="Make the clients of [tool.fledge.clients] in pyproject.toml, all of them or those that are "
        "named; or, with --output, one client of the sources that are named.",
    )
    generate.add_argument("names", nargs="*", metavar="CLIENT | SOURCE", help="clients; sources with --output")
    generate.add_argument("--output", metavar="DIR", help="the folder in which the package's folder is made")
    generate.add_argument("--package", metavar="NAME", help="the package's name (default: the source's)")
    generate.add_argument("--force", action="store_true", help="replace files that were edited by hand, too")
    _add_format(generate)
    _add_strict(generate, "write nothing if there are warnings, and exit with 1")
    generate.set_defaults(run=_generate, command="generate")

    check = commands.add_parser(
        "check",
        help="say whether what is there is what would be generated",
        description="Exit with 1, and show a diff, if generating would change anything.",
    )
    check.add_argument("names", nargs="*", metavar="CLIENT", help="clients of pyproject.toml (default: all)")
    _add_format(check)
    check.set_defaults(run=_check, command="check")

    pull = commands.add_parser(
        "pull",
        help="fetch what the API publishes now",
        description="Fetch the `upstream` of clients into their `source`, and show what changed. Nothing is written "
        "if it is worse than what is in place.",
    )
    pull.add_argument(
        "names", nargs="*", metavar="CLIENT", help="clients of pyproject.toml (default: all with `upstream`)"
    )
    pull.add_argument("--force", action="store_true", help="write what is worse than what is in place, too")
    _add_format(pull)
    pull.set_defaults(run=_pull, command="pull")

    validate = commands.add_parser(
        "validate",
        help="say what is wrong with a description",
        description="Show diagnostics and write nothing. Sources that are named together are one description.",
    )
    validate.add_argument("names", nargs="*", metavar="SOURCE | CLIENT", help="files, folders, globs; clients")
    _add_format(validate)
    _add_strict(validate, "exit with 1 if there are warnings")
    validate.set_defaults(run=_validate, command="validate")

    diff = commands.add_parser(
        "diff",
        help="say what changed between two descriptions, and whom it breaks",
        description="Compare two descriptions in terms of the client: a file, folder or URL each, or a path at a "
        "revision of Git (HEAD~3:specs/api.yaml). Without them, compare what a client was last generated from with "
        "what its sources say now.",
    )
    diff.add_argument("names", nargs="*", metavar="OLD NEW | CLIENT", help="two descriptions; or clients")
    diff.add_argument("--client", metavar="NAME", help="take the names and settings of this client for OLD and NEW")
    diff.add_argument("--format", choices=("text", "markdown", "json", "html"), default="text", help="default: text")
    diff.add_argument(
        "--fail-on", choices=("breaking", "minor", "any"), help="exit with 1 if there is such a change, or a worse one"
    )
    diff.set_defaults(run=_diff, command="diff")

    inspect = commands.add_parser(
        "inspect",
        help="list operations, how to call them, and models",
        description="List what a client has: operations, call paths, parameters with their types, models.",
    )
    inspect.add_argument("names", nargs="*", metavar="SOURCE | CLIENT", help="files, folders, globs; a client")
    inspect.add_argument("--json", action="store_true", help="print one JSON object (its form is versioned)")
    inspect.set_defaults(run=_inspect, command="inspect", format="text")

    init = commands.add_parser(
        "init",
        help="configure a first client, and generate it",
        description="Add a client to pyproject.toml, and make its package. On a terminal, what no flag says is asked "
        "for. Nothing that is there is changed.",
    )
    init.add_argument("source", nargs="?", metavar="SOURCE", help="a file, folder or glob, or a URL")
    init.add_argument(
        "--site", action=argparse.BooleanOptionalAction, help="the URL is the address of a documentation site"
    )
    init.add_argument(
        "--header",
        action="append",
        metavar="'NAME: VALUE'",
        help="ask the URL with it; env:NAME in the value is an environment variable (may be repeated)",
    )
    init.add_argument("--name", help="the client's name (default: the source's)")
    init.add_argument("--output", metavar="DIR", help="the folder in which the package's folder is made")
    init.add_argument("--env-prefix", metavar="TEXT", help="what names of environment variables begin with")
    init.add_argument("--gitattributes", action="store_true", help="let reviews fold up the runtime and the lock")
    init.add_argument("--yes", action="store_true", help="ask nothing")
    init.set_defaults(run=_init, command="init", format="text", strict=False, force=False)
    return parser


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")


def _add_strict(parser: argparse.ArgumentParser, help: str) -> None:
    parser.add_argument("--strict", action="store_true", help=help)


@dataclass(slots=True, kw_only=True)
class Result:
    """What became of one client."""

    client: Client | None
    report: Report = field(default_factory=Report)
    code: int = DONE
    operations: int | None = None
    models: int | None = None
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    lines: list[str] = field(default_factory=list[str])
    commands: list[str] = field(default_factory=list[str])
    verdict: str = ""
    quiet: bool = False
    folded: bool = False
    """Whether notes are counted only: they were told when the package was made."""


def _run(options: argparse.Namespace) -> int:
    """Choose the clients, run the command on each, and say what became of all."""
    whole = Result(client=None)
    results: list[Result] = []
    with _guarded(whole):
        for client in _clients(options):
            result = Result(client=client)
            with _guarded(result):
                options.run(client, result, options)
            results.append(result)
            if options.format in _FOR_PEOPLE:
                _tell(result)
    code = max([whole.code, *(result.code for result in results)])
    if options.format in _FOR_PEOPLE:
        _tell(whole)
    elif options.format == "github":
        from generator.render import github

        for result in (whole, *results):
            sys.stdout.write("" if result.quiet else github(result.report))
            sys.stdout.write("".join(f"{line}\n" for line in (*result.commands, *result.lines)))
    else:
        _print_json(options, code, whole, results)
    return code


@contextmanager
def _guarded(result: Result) -> Iterator[None]:
    """Turn what can go wrong outside of us into a diagnostic."""
    try:
        yield
    except Fault as fault:
        fault.tell(result.report)
    except BrokenPipeError:
        raise
    except OSError as error:
        about = f"{error.filename}: " if error.filename else ""
        advice = "let the folder be written to; " if isinstance(error, PermissionError) else ""
        result.report.error(
            "system", f"{about}{error.strerror or error}", hint=f"{advice}what was generated before is as it was"
        )
    if result.report.failed:
        result.code = BAD_INPUT
        result.quiet = False


def _tell(result: Result) -> None:
    """Print what became of one client, as text; what it comes down to is last."""
    if result.report.diagnostics and not result.quiet:
        from generator.render import count, text

        folded = result.folded and not result.report.failed
        shown = text(result.report, notes=not folded)
        hidden = folded and any(one.severity is Severity.NOTE for one in result.report)
        where = f"; `fledge validate {result.client.name}` shows all" if hidden and result.client else ""
        print(f"{shown}{count(result.report)}{where}", file=sys.stderr)
    if result.verdict:
        print(result.verdict, file=sys.stderr)
    for line in result.lines:
        print(line)


def _print_json(options: argparse.Namespace, code: int, whole: Result, results: list[Result]) -> None:
    import json

    from generator.render import records

    content = {
        "version": 1,
        "command": options.command,
        "exit_code": code,
        "diagnostics": records(whole.report),
        "clients": [
            {
                "client": result.client.name,
                "target": None if options.looking else result.client.target.as_posix(),
                "diagnostics": records(result.report),
                "operations": result.operations,
                "models": result.models,
                **result.facts,
            }
            for result in results
            if result.client is not None
        ],
    }
    print(json.dumps(content, indent=2))


# --- which clients


def _clients(options: argparse.Namespace) -> tuple[Client, ...]:
    """The clients that the arguments name."""
    if options.command == "init":
        return (_to_be(options),)
    names: list[str] = options.names
    if options.command == "generate" and options.output is not None:
        if not names:
            raise Fault("usage", "--output needs a source: a file, folder or glob", hint="see `fledge generate -h`")
        return (named_by_hand(names, options.output, options.package),)
    if options.command == "generate" and options.package is not None:
        raise Fault("usage", "--package goes with --output; a configured client has its own", hint="leave it out")
    if options.command == "diff":
        return _compared(options)
    here = Path.cwd()
    if not names:
        clients = configured(here)
        if options.command == "pull":
            clients = tuple(client for client in clients if client.upstream)
            if not clients:
                hint = 'add it beside `source`: upstream = "https://api.example.com/openapi.json"'
                raise Fault("upstream-missing", "no client of pyproject.toml has an `upstream`", hint=hint)
        return _one_if_needed(clients, options)
    with_sources = options.command in ("validate", "inspect")
    if with_sources and not any(CLIENT.fullmatch(name) for name in names):
        return (_looked_at(options),)  # paths, clearly: no configuration is needed
    try:
        known = {client.name: client for client in configured(here)}
    except Fault:
        if with_sources and all(os.path.exists(name) for name in names):
            return (_looked_at(options),)
        raise
    unknown = [name for name in names if name not in known]
    if not unknown:
        return _one_if_needed(tuple(known[name] for name in dict.fromkeys(names)), options)
    if with_sources and len(unknown) == len(names) and all(map(_is_path, unknown)):
        return (_looked_at(options),)
    _refuse_name(unknown[0], known, with_sources)


def _compared(options: argparse.Namespace) -> tuple[Client, ...]:
    """The client whose names and settings two descriptions are read with, or the clients that are compared."""
    names: list[str] = options.names
    if len(names) > 2 or options.client is not None and len(names) < 2:
        raise Fault("usage", "what is to be compared?", hint="fledge diff OLD NEW, or fledge diff CLIENT")
    known = {} if len(names) == 2 and options.client is None else {c.name: c for c in configured(Path.cwd())}
    for name in [options.client] if options.client is not None else names if len(names) != 2 else []:
        if name not in known:
            if name in names and _is_path(name):
                hint = f"to compare with what was committed: fledge diff HEAD:{name} {name}"
                raise Fault("usage", f"with what is {name} to be compared?", hint=hint)
            _refuse_name(name, known, with_sources=True)
    if len(names) == 2:
        options.looking = options.client is None
        return (known[options.client] if options.client else named_by_hand(names, os.curdir, "client"),)
    clients = tuple(known[name] for name in names) or tuple(known.values())
    if options.format == "html" and len(clients) > 1:
        raise Fault("usage", f"a page is of one client. There are: {', '.join(known)}", hint="fledge diff CLIENT")
    options.several = len(clients) > 1
    return clients


def _to_be(options: argparse.Namespace) -> Client:
    """The client that `init` adds, as far as it is asked for; nothing is written yet."""
    from generator.init import Asked, setup

    asking = not options.yes and all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    source = options.source or (asking and _ask("the description: a file, folder or URL", ""))
    if not source:
        raise Fault("usage", "init needs a source: a file, folder or glob, or a URL", hint="fledge init SOURCE")
    asked = Asked(
        source=source,
        site=options.site,
        headers=tuple(options.header) if options.header is not None else None,
        name=options.name,
        output=options.output,
        env_prefix=options.env_prefix,
        attributes=options.gitattributes,
    )
    ask = cache(_ask if asking else _proposed)  # nothing is asked twice
    options.setup = setup(asked, ask, here=Path.cwd())
    options.in_folder = partial(setup, asked, ask, here=Path.cwd(), folder=True)
    client: Client = options.setup.client
    return client


def _proposed(question: str, default: str) -> str:
    return default


def _ask(question: str, default: str) -> str:
    try:
        return input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default
    except EOFError:
        raise KeyboardInterrupt from None


def _is_path(name: str) -> bool:
    return os.path.exists(name) or not CLIENT.fullmatch(name)


def _refuse_name(name: str, known: dict[str, Client], with_sources: bool) -> NoReturn:
    hint = nearest(name, known) or f"there are: {', '.join(known)}"
    if _is_path(name) and not with_sources:
        hint = f"to generate from a source: fledge generate {name} --output DIR"
    raise Fault("unknown-client", f"there is no client `{name}` in pyproject.toml", hint=hint)


def _looked_at(options: argparse.Namespace) -> Client:
    """A client that is never written, so that any name will do."""
    sources: list[str] = options.names
    options.looking = True
    try:
        return named_by_hand(sources, os.curdir, None)
    except Fault:
        return named_by_hand(sources, os.curdir, "client")


def _one_if_needed(clients: tuple[Client, ...], options: argparse.Namespace) -> tuple[Client, ...]:
    if options.command == "inspect" and len(clients) > 1:
        names = ", ".join(client.name for client in clients)
        raise Fault("usage", f"which client? There are: {names}", hint="fledge inspect CLIENT")
    return clients


# --- the commands


def _generate(client: Client, result: Result, options: argparse.Namespace) -> None:
    from generator.untouched import untouched
    from generator.writer import Refused, recover, write

    recover(client.target)
    if options.format == "text" and not options.strict and (lock := untouched(client, base=Path.cwd())):
        result.lines.append(_generated(client, lock.counts["operations"], lock.counts["models"], "nothing changed"))
        return
    from generator.pipeline import generate

    generated = generate(client, result.report, base=Path.cwd(), strict=options.strict)
    result.facts = {"written": False, "files": []}
    if generated is None:
        return
    _count(result, generated.api)
    if options.strict and _warned(result.report):
        result.code = FINDINGS
        result.verdict = f"{client.name}: warnings count (--strict), so nothing was written"
        return
    changes = generated.changes
    result.folded = bool(changes.before.files)
    told = _told(client, changes) if options.format == "text" else []
    try:
        written = write(changes, force=options.force)
    except Refused as refused:
        raise _refusal(client, refused) from None
    result.facts = {
        "written": written,
        "files": [{"path": change.path, "change": str(change.kind)} for change in changes.files],
    }
    result.lines.append(_generated(client, result.operations, result.models, _summary(changes, written)))
    result.lines += [f"  {line}" for line in told]
    if options.output is None and not changes.before.files and (left := _left_behind(client, changes)):
        here, there = client.target.as_posix(), left.as_posix()
        result.report.note(
            "package-left-behind",
            f"{there} was made from the same sources, and no client of pyproject.toml is written there any more",
            hint=f"if `{client.name}` has another name now, keep the names that were given: "
            f"rm -r {here} && git mv {there} {here} && fledge generate; else delete {there}",
        )


def _told(client: Client, changes: Changes) -> list[str]:
    """What a change of the sources means for callers; nothing where Git does not have what they were."""
    if not changes.before.sources or changes.before.sources == changes.after.sources:
        return []
    from generator.diff import summary_lines
    from generator.difference import command, since_generated

    try:
        found = since_generated(client, Report(), _progress)
    except Fault:
        return []
    finally:
        _progress("")
    lines = summary_lines(found.diff) if found else []
    if found is None or len(lines) > len(found.diff.changes):
        return lines
    # Once the package is written, its lock no longer says what it was.
    again = command(found, client)
    return [*lines, f"all of it: {again}"] if again else lines


def _left_behind(client: Client, changes: Changes) -> Path | None:
    """A package beside a new one that is made from the same sources, and that no client is written into."""
    from generator.writer import Lock

    targets = {each.target.resolve() for each in configured(Path.cwd())}
    for folder in sorted(path.parent for path in client.target.parent.glob("*/fledge.lock")):
        with suppress(Fault):
            sources = Lock.read(folder).sources
            if sources and sources == changes.after.sources and folder.resolve() not in targets:
                return folder
    return None


def _generated(client: Client, operations: int | None, models: int | None, outcome: str) -> str:
    made = f"{many(operations, 'operation')}, {many(models, 'model')}"
    return f"generated {made} into {client.target.as_posix()}: {outcome}"


def _refusal(client: Client, refused: Exception) -> Fault:
    from generator.writer import VERDICTS, Refused

    assert isinstance(refused, Refused)
    lines = [f"{client.target.as_posix()}: files are in the way that Fledge did not write as they are"]
    lines += [f"{VERDICTS[change.kind]}: {change.path}" for change in refused.changes]
    return Fault(
        "edited-by-hand",
        "\n".join(lines),
        hint="nothing was written; move your changes elsewhere, or give them up with --force",
    )


def _summary(changes: Changes, written: bool) -> str:
    if not written:
        return "nothing changed"
    if not changes.files:
        return "only the lock changed"
    removed = sum(change.after is None for change in changes.files)
    return f"{many(len(changes.files) - removed, 'file')} changed, {removed} removed"


def _check(client: Client, result: Result, options: argparse.Namespace) -> None:
    from generator.untouched import untouched

    result.facts = {"files": [], "diff": ""}
    target = client.target.as_posix()
    if lock := untouched(client, base=Path.cwd()):
        result.operations, result.models = lock.counts["operations"], lock.counts["models"]
        result.lines.append(f"{target}: {many(len(lock.files), 'file')}, as generated")
        return
    from generator.pipeline import generate
    from generator.writer import findings, unified

    generated = generate(client, result.report, base=Path.cwd())
    if generated is None:
        return
    result.quiet = True
    _count(result, generated.api)
    changes = generated.changes
    found = findings(changes)
    if not found:
        result.lines.append(f"{target}: {many(len(changes.after.files), 'file')}, as generated")
        return
    result.code = FINDINGS
    # Of a package that was never made, a diff would only be the package.
    made = bool(changes.before.files) or len(changes.files) < len(changes.after.files)
    diff = list(unified(changes, target)) if made else []
    result.facts = {
        "files": [{"path": path, "verdict": verdict} for path, verdict in found],
        "diff": "".join(f"{line}\n" for line in diff),
    }
    result.lines += [f"{verdict}: {target}/{path}" for path, verdict in found if made or verdict != "missing"]
    if made:
        result.lines += ["", *diff] if diff else []
        result.lines += ["", *(f"{target}: {advice}" for advice in _advice(changes, len(found)))]
    else:
        missing = sum(verdict == "missing" for _, verdict in found)
        result.lines.append(f"missing: {target} ({many(missing, 'file')}); run `fledge generate`")
    if options.format == "github":
        from generator.render import command

        result.commands = [
            command("error", f"{path} is not what would be generated", file=f"{target}/{path}", title=verdict)
            for path, verdict in found
        ]


def _advice(changes: Changes, found: int) -> Iterator[str]:
    """What to do about files that are not as generated: Python files of others are never touched."""
    if changes.refused:
        yield "`fledge generate` keeps what was edited by hand; to give it up: --force"
    if changes.own:
        yield f"{many(len(changes.own), 'file')} not written by Fledge; move what is yours elsewhere, delete the rest"
    if found > len(changes.own):
        yield f"{many(found - len(changes.own), 'file')} not as generated; run `fledge generate`"


def _pull(client: Client, result: Result, options: argparse.Namespace) -> None:
    from generator.diff import summary_lines
    from generator.difference import of_specs
    from generator.pull import changes, coverage, operations, pull

    result.facts = {"written": False, "files": [], "operations_before": None}
    if client.upstream is None:
        hint = 'add it beside `source`: upstream = "https://api.example.com/openapi.json"'
        raise Fault("upstream-missing", f"the client `{client.name}` has no `upstream`", hint=hint)
    (into,) = client.sources
    if into in options.pulled:
        result.lines.append(f"{client.name}: {into} is pulled already, for {options.pulled[into]}")
        return
    terminal = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None

    def progress(count: int, of: int) -> None:
        if terminal:
            print(f"\r{client.name}: {count} of {of} pages\x1b[K", end="", file=terminal, flush=True)

    try:
        done = pull(
            client.upstream,
            into,
            result.report,
            base=Path.cwd(),
            hosts=client.hosts,
            force=options.force,
            progress=progress,
        )
    finally:
        if terminal:
            print("\r\x1b[K", end="", file=terminal, flush=True)
    options.pulled[into] = client.name
    result.operations = len(operations(done.after))
    kinds = {"added": done.files.added, "changed": done.files.changed, "removed": done.files.removed}
    result.facts = {
        "written": bool(done.files),
        "files": [{"path": path, "change": kind} for kind, paths in kinds.items() for path in paths],
        "operations_before": len(operations(done.before)) if done.before else None,
    }
    outcome = ", ".join(f"{many(len(paths), 'file')} {kind}" for kind, paths in kinds.items() if paths)
    result.lines.append(f"pulled {coverage(done)} into {into}: {outcome or 'nothing changed'}")
    lines = changes(done.before, done.after)
    if done.files and done.before and done.after:
        lines = [*summary_lines(of_specs(done.before, done.after, client)), *lines]
    result.lines += [f"  {line}" for line in lines[:_LINES]]
    if len(lines) > _LINES:
        result.lines.append(f"  … and {len(lines) - _LINES} more")
    if done.files.strangers:
        result.lines.append(f"  not from upstream, and kept: {', '.join(done.files.strangers[:_LINES])}")


def _validate(client: Client, result: Result, options: argparse.Namespace) -> None:
    from generator.pipeline import understand
    from generator.writer import Lock

    lock = Lock() if options.looking else Lock.read(client.target)
    understood = understand(client, result.report, base=Path.cwd(), lock=lock)
    if understood is None:
        return
    _count(result, understood.api)
    result.code = FINDINGS if options.strict and _warned(result.report) else DONE
    result.lines.append(
        f"{client.name}: {many(result.operations, 'operation')}, {many(result.models, 'model')}"
        + ("" if result.report.diagnostics else ", nothing to complain of")
    )


def _diff(client: Client, result: Result, options: argparse.Namespace) -> None:
    from generator.difference import between, since_generated
    from generator.diff.values import Level
    from generator.writer import Lock

    if len(options.names) == 2:
        old, new = options.names
        names = {} if options.looking else Lock.read(client.target).names
        found = between(old, new, client, names, result.report, _progress)
    else:
        found = since_generated(client, result.report, _progress)
    _progress("")
    if found is None:
        return
    diff, changes, sides = found.diff, found.changes, (found.old, found.new)
    name = client.name if options.several else ""
    match options.format:
        case "text":
            from generator.diff.text import text

            result.lines += text(diff, changes, *sides, name=name).removesuffix("\n").split("\n")
        case "markdown":
            from generator.diff.markdown import markdown

            result.lines += markdown(diff, changes, *sides, name=name).removesuffix("\n").split("\n")
        case "html":
            from generator.diff.html import html

            result.lines += html(diff, changes, *sides).removesuffix("\n").split("\n")
        case _:
            from generator.diff.record import record

            result.facts = record(diff, changes, *sides)
    limits = {"breaking": Level.MAJOR, "minor": Level.MINOR, "any": Level.PATCH}
    if options.fail_on and diff.level and diff.level.rank <= limits[options.fail_on].rank:
        result.code = FINDINGS


def _progress(doing: str) -> None:
    """Say on a terminal what takes its time; an empty text takes it away again."""
    if sys.stderr is not None and sys.stderr.isatty():
        from generator.render import visible

        print(f"\r\x1b[K{visible(doing)[:100]}", end="", file=sys.stderr, flush=True)


def _inspect(client: Client, result: Result, options: argparse.Namespace) -> None:
    from generator.inspect import record, text
    from generator.pipeline import understand
    from generator.writer import Lock

    understood = None
    try:
        lock = Lock() if options.looking else Lock.read(client.target)
        understood = understand(client, result.report, base=Path.cwd(), lock=lock, validator=False)
    except Fault as fault:
        fault.tell(result.report)
    if options.json:
        import json

        print(json.dumps(record(client.name, understood.api if understood else None, result.report), indent=2))
    elif understood is not None:
        sys.stdout.write(text(client.name, understood.api))
    result.quiet = options.json


def _init(client: Client, result: Result, options: argparse.Namespace) -> None:
    from generator.pipeline import generate
    from generator.writer import write

    setup = options.setup
    generated = None
    try:
        if client.upstream is not None:
            try:
                _pull(client, result, options)
            except Fault as fault:
                if fault.diagnostic.code != "upstream-files":
                    raise
                setup = options.in_folder()
                client = setup.client
                _pull(client, result, options)
        generated = generate(client, result.report, base=Path.cwd())
    finally:
        if generated is None:
            setup.drop()
    if generated is None:
        result.lines.clear()
        result.verdict = "nothing was written"
        return
    setup.write()
    _count(result, generated.api)
    written = write(generated.changes)
    result.lines += [f"wrote {Path(os.path.relpath(path)).as_posix()}" for path in setup.files]
    result.lines.append(_generated(client, result.operations, result.models, _summary(generated.changes, written)))


def _count(result: Result, api: Any) -> None:
    result.operations = sum(len(resource.operations) for resource in api.resources)
    result.models = len(api.models)


def _warned(report: Report) -> bool:
    return any(diagnostic.severity is Severity.WARNING for diagnostic in report)


def _confess(error: Exception) -> None:
    """A bug of ours: name the place, and keep the traceback for those who want to mend it."""
    import traceback

    if os.environ.get("FLEDGE_TRACEBACK"):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    message = str(error).splitlines()[0][:200] if str(error) else ""
    print(
        f"error[internal]: {type(error).__name__}{where}: {message}\n"
        "  = help: this is a bug of Fledge, not of your description; nothing was changed. Please report it with what\n"
        "          FLEDGE_TRACEBACK=1 shows.",
        file=sys.stderr,
    )
