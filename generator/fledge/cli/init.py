"""`fledge init`: the prompts, and what it prints of the new client."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from fledge.cli.generate import generated_line
from fledge.cli.output import Output
from fledge.cli.pull import page_progress, pulled_lines
from fledge.workflows.init import InitOptions, InitResult, init
from fledge.workflows.init_files import MERGE_DRIVER


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Configure and generate one client."""
    is_interactive = not options.yes and all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)
    )
    with page_progress(options.name or options.source or "init") as progress:
        result = init(
            InitOptions(
                source=options.source,
                site=options.site,
                headers=tuple(options.header) if options.header is not None else None,
                name=options.name,
                output=options.output,
                env_prefix=options.env_prefix,
                settings=tuple(options.set),
                attributes=options.gitattributes,
                generate=options.generate,
            ),
            prompt=_prompt if is_interactive else None,
            progress=progress,
        )
    yield _output(result, attributes=options.gitattributes)


def _output(result: InitResult, *, attributes: bool) -> Output:
    files = tuple(f"wrote {Path(os.path.relpath(path)).as_posix()}" for path in result.files)
    if result.client is None:
        conclusion = "" if files else "nothing was written"
        return Output(diagnostics=result.diagnostics, lines=(*result.messages, *files), conclusion=conclusion)
    generated = result.generated
    return Output(
        client=result.client.name,
        count_notes=True,
        validated=result.client.name,
        diagnostics=result.diagnostics,
        lines=(
            *result.messages,
            *(pulled_lines(result.pulled) if result.pulled else ()),
            *files,
            *((generated_line(generated),) if generated else ()),
            *((f"to merge branches, once in each clone: {MERGE_DRIVER}",) if attributes else ()),
            "",
            *(generated.next_steps if generated else ("next, generate the package:", "", "fledge generate")),
        ),
    )


def _prompt(question: str, default: str) -> str:
    try:
        return input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default
    except (EOFError, KeyboardInterrupt):
        print()  # the cursor stands behind the question
        raise KeyboardInterrupt from None
