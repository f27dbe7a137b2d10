"""The entry point of the commands: it runs one, prints what it yields, and returns the exit code.

Exit codes: 0 done, 1 findings, 2 bad input or usage, 130 interrupted. The result of a command goes to stdout,
diagnostics and progress go to stderr.

Each command is a module with a function `run`. Every import of a stage is local to it: `fledge check` of a client
that is up to date must not pay for what it does not use.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from fledge.cli.arguments import argument_parser
from fledge.cli.output import (
    BAD_INPUT,
    BROKEN_PIPE,
    INTERRUPTED,
    TEXT_FORMATS,
    Output,
    print_github,
    print_json,
    print_sarif,
    print_text,
    use_color,
)
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.workflows.errors import collect_errors


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A terminal that lacks a character is no reason to fail.
            reconfigure(errors="backslashreplace")
    parser = argument_parser()
    if "_ARGCOMPLETE" in os.environ:  # the script of `fledge completion` asks what may come next
        import argcomplete

        argcomplete.autocomplete(parser)
    words = [*(sys.argv[1:] if arguments is None else arguments)]
    if not words:
        parser.print_help(sys.stderr)
        return BAD_INPUT
    if words[0] == "help":
        words = [*words[1:], "--help"]
    options = parser.parse_args(words)
    gc.disable()  # a run leaves next to no garbage that only the collector can free, and the search takes a fifth of it
    try:
        code = _run(options)
        if sys.stdout is not None:  # closed by the parent process
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) has closed the pipe; nothing may be flushed at exit either.
        _drop_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        print("fledge: interrupted", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        # The commands guard what they open: this is about our own output.
        print(f"error[system]: cannot print: {error.strerror or error}", file=sys.stderr)
        _drop_output()
        return BAD_INPUT
    except Exception as error:  # the last thing that a user should see is a traceback
        report_internal_error(error)
        return BAD_INPUT
    finally:
        if arguments is None:
            gc.freeze()  # the process ends: Python need not look for garbage among all that the run made
        else:
            gc.enable()
    return code


def _run(options: argparse.Namespace) -> int:
    """Run the command on each client, and print what it yields."""
    report = DiagnosticCollector()
    outputs: list[Output] = []
    color = use_color(options.color)
    with collect_errors(report):
        for output in import_module(f"fledge.cli.{options.command}").run(options):
            outputs.append(output)
            if options.format in TEXT_FORMATS:
                print_text(output, options.verbosity, color=color)
    run = Output(diagnostics=report.freeze())
    code = max(output.exit_code for output in (run, *outputs))
    match options.format:
        case "json":
            print_json(options.command, code, run, outputs)
        case "github":
            print_github([run, *outputs], options.verbosity)
        case "sarif":
            print_sarif([run, *outputs])
        case _:
            print_text(run, options.verbosity, color=color)
    return code


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def report_internal_error(error: Exception) -> None:
    """Print a bug of Fledge: where it is, and how to get the traceback."""
    import traceback

    if os.environ.get("FLEDGE_TRACEBACK"):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    location = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    message = str(error).splitlines()[0][:200] if str(error) else ""
    print(
        f"error[internal]: {type(error).__name__}{location}: {message}\n"
        "  = help: this is a bug of Fledge, not of your description; nothing was changed. Please report it with the\n"
        "          output of FLEDGE_TRACEBACK=1.",
        file=sys.stderr,
    )
