"""The commands' arguments: the parser, and its help."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from fledge.cli import completers
from fledge.cli.output import Verbosity
from fledge.diagnostics.similar_names import similar, suggest
from fledge.version import FLEDGE


def argument_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands. It sets `command` and `format`, and each argument by its name."""
    parser = _Parser(
        prog="fledge",
        description="Generate a typed Python client from an OpenAPI description.",
        epilog="Exit codes: 0 done, 1 findings, 2 bad input or usage.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"fledge {FLEDGE}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_generate(commands)
    _add_check(commands)
    _add_pull(commands)
    _add_validate(commands)
    _add_diff(commands)
    _add_inspect(commands)
    _add_init(commands)
    _add_merge(commands)
    for name, command in commands.choices.items():
        _add_verbosity(command)
        if name not in ("init", "merge"):
            command.add_argument("--config", metavar="FILE", help="read this file instead of the nearest configuration")
    _add_rules(commands)
    _add_schema(commands)
    _add_completion(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser that suggests the command or the option that a wrong one may have been meant to be."""

    # argparse overloads it by the type of the namespace; the commands use only one.
    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Report unknown options here, where the command's options are known; argparse reports them at the top.

        Before a command, argparse reports only that there is none.
        """
        if self._subparsers and args and args[0].startswith("-") and args[0] not in self._option_string_actions:
            self.error(f"unrecognized arguments: {args[0]}")
        options, unknown = super().parse_known_args(args, namespace)
        if unknown and self._subparsers is None:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options, unknown

    def error(self, message: str) -> NoReturn:
        """Print the usage, the error and a suggestion, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n{self._suggestion(message)}")

    def _suggestion(self, message: str) -> str:
        if match := re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message, re.DOTALL):
            hint = suggest(match[1], [choice.strip(" '") for choice in match[2].split(",")])
        elif match := re.search(r"unrecognized arguments: (--?[\w-]+)", message):
            options = {option.lstrip("-"): option for action in self._actions for option in action.option_strings}
            close = similar(match[1].lstrip("-"), options)
            hint = f"did you mean {' or '.join(f'`{options[name]}`' for name in close)}?" if close else None
        else:
            hint = None
        return f"  = help: {hint}\n" if hint else ""


Commands = argparse._SubParsersAction  # argparse has no public name for what add_subparsers returns


def _add_generate(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "generate",
        help="generate client packages, or update them",
        description="Generate the clients of pyproject.toml: all, or those that you name. With --output, generate "
        "one client from the sources that you name; `-` is standard input.",
    )
    names = parser.add_argument("names", nargs="*", metavar="CLIENT | SOURCE", help="clients; with --output: sources")
    completers.complete(names, completers.clients_and_files)
    parser.add_argument("-o", "--output", metavar="DIR", help="the folder that will contain the package's folder")
    parser.add_argument("--package", metavar="NAME", help="name the package (default: after the source)")
    parser.add_argument("--force", action="store_true", help="replace files that were edited by hand")
    parser.add_argument("--rename", action="store_true", help="take new names, not the lock's; print old and new")
    parser.add_argument("--watch", action="store_true", help="generate again when a local source changes")
    _add_format(parser)
    parser.add_argument("--strict", action="store_true", help="if there are warnings, write nothing and exit with 1")


def _add_check(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "check",
        help="check that packages are up to date",
        description="Compare each package with what would be generated. If it differs, print a diff and exit with 1.",
    )
    names = parser.add_argument("names", nargs="*", metavar="CLIENT | SOURCE", help="clients; with --output: sources")
    completers.complete(names, completers.clients_and_files)
    parser.add_argument("-o", "--output", metavar="DIR", help="the folder that contains the package's folder")
    parser.add_argument("--package", metavar="NAME", help="the name of the package (default: the source's)")
    _add_format(parser)


def _add_pull(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "pull",
        help="fetch descriptions from their upstream",
        description="Fetch the `upstream` of clients into their `source`, and print what changed. Fledge keeps the "
        "current files if the new ones are worse.",
    )
    names = parser.add_argument("names", nargs="*", metavar="CLIENT", help="clients (default: all with `upstream`)")
    completers.complete(names, completers.clients)
    parser.add_argument("--force", action="store_true", help="replace the current files even by worse ones")
    _add_format(parser)


def _add_validate(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "validate",
        help="report the problems of a description",
        description="Print diagnostics and write nothing. Sources that you name together are one description.",
    )
    names = parser.add_argument(
        "names", nargs="*", metavar="SOURCE | CLIENT", help="files, folders, globs, URLs; or clients"
    )
    completers.complete(names, completers.clients_and_files)
    _add_format(parser)
    parser.add_argument("--strict", action="store_true", help="if there are warnings, exit with 1")


def _add_diff(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "diff",
        help="report breaking and other changes of an API",
        description="Compare two descriptions as callers of the client see them. OLD and NEW are files, folders, URLs "
        "or paths at a revision of Git (HEAD~3:specs/api.yaml). Without them, compare what a client was last "
        "generated from with its sources.",
    )
    names = parser.add_argument("names", nargs="*", metavar="OLD NEW | CLIENT", help="two descriptions; or clients")
    completers.complete(names, completers.clients_and_files)
    client = parser.add_argument("--client", metavar="NAME", help="use the names and settings of this client")
    completers.complete(client, completers.clients)
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "changelog", "json", "html"),
        help="default: that of the suffix of --output, else text",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write the report into a file, in UTF-8")
    parser.add_argument(
        "--fail-on", choices=("breaking", "minor", "any"), help="exit with 1 if there is such a change or worse"
    )


def _add_inspect(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "inspect",
        help="list operations, how to call them, and models",
        description="List the operations of a client with call paths and parameters, and its models.",
    )
    names = parser.add_argument(
        "names", nargs="*", metavar="SOURCE | CLIENT", help="files, folders, globs, URLs; or a client"
    )
    completers.complete(names, completers.clients_and_files)
    parser.add_argument("--short", action="store_true", help="print a line for each operation, and no models")
    parser.add_argument("--json", action="store_true", help="print one JSON object (its form has a version)")
    parser.set_defaults(format="text")


def _add_init(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "init",
        help="configure a first client and generate it",
        description="Add a client to pyproject.toml and generate its package. On a terminal, prompt for missing "
        "options. Existing text and files stay unchanged.",
    )
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="a file, folder, glob or URL")
    parser.add_argument("--site", action=argparse.BooleanOptionalAction, help="treat the URL as a documentation site")
    parser.add_argument(
        "--header",
        action="append",
        metavar="'NAME: VALUE'",
        help="send a header; env:NAME reads a variable (repeatable)",
    )
    parser.add_argument("--name", help="name the client (default: after the title or file)")
    parser.add_argument("-o", "--output", metavar="DIR", help="the folder that will contain the package's folder")
    parser.add_argument("--env-prefix", metavar="TEXT", help="set the prefix of environment variables")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="set another key, such as testing=true (repeatable)",
    )
    parser.add_argument(
        "--no-generate", action="store_false", dest="generate", help="write the configuration, and no package"
    )
    parser.add_argument(
        "--gitattributes", action="store_true", help="tell Git how to show and merge the runtime and the lock"
    )
    parser.add_argument("--yes", action="store_true", help="disable the prompts")
    parser.set_defaults(format="text")


def _add_merge(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "merge",
        help="merge two versions of fledge.lock (a merge driver of Git)",
        description="Write the names of both versions of a fledge.lock to OURS. Git calls it after: "
        "git config merge.fledge.driver 'fledge merge %%O %%A %%B'",
    )
    for name in ("base", "ours", "theirs"):
        parser.add_argument(name, metavar=name.upper(), help="a fledge.lock")
    parser.set_defaults(format="text")


def _add_rules(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "rules",
        help="list the codes of changes and of diagnostics",
        description="List the codes of changes that `diff` reports and of diagnostics. With CODE, print what it means, "
        "what to do, and where the documentation explains it.",
    )
    names = parser.add_argument("names", nargs="*", metavar="CODE", help="codes (default: all)")
    completers.complete(names, completers.codes)
    parser.set_defaults(format="text", verbosity=Verbosity.NORMAL, color="auto")


def _add_schema(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of the configuration",
        description="Print the JSON Schema of [tool.fledge] and of fledge.toml, for editors.",
    )
    parser.set_defaults(format="text", verbosity=Verbosity.NORMAL, color="auto")


def _add_completion(commands: Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "completion",
        help="print a script that completes commands in your shell",
        description='Print a script for your shell. For bash and zsh: eval "$(fledge completion '
        'bash)"; for fish: fledge completion fish | source.',
    )
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="your shell")
    parser.set_defaults(format="text", verbosity=Verbosity.NORMAL, color="auto")


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="default: text; sarif is for code scanning",
    )


def _add_verbosity(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "-q",
        "--quiet",
        dest="verbosity",
        action="store_const",
        const=Verbosity.QUIET,
        help="print errors, and no other diagnostics",
    )
    group.add_argument(
        "-v",
        "--verbose",
        dest="verbosity",
        action="store_const",
        const=Verbosity.VERBOSE,
        help="print every warning and note",
    )
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), help="color the diagnostics (default: auto, on a terminal)"
    )
    parser.set_defaults(verbosity=Verbosity.NORMAL, color="auto")
