"""Blocks of pages: what they say that a reader runs and sees."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the heading that it stands under, the line before it, its line, its text."""

    language: str
    heading: str
    before: str
    line: int
    text: str


def blocks(text: str) -> Iterator[Block]:
    """All fenced blocks of a page."""
    heading, before, opened = "", "", None
    lines: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if opened is None:
            if line.startswith("#"):
                heading = line.lstrip("# ")
            elif line.startswith("```"):
                opened, lines = (line[3:], number), []
            if line and opened is None:
                before = line
        elif line == "```":
            yield Block(opened[0], heading, before, opened[1], "".join(f"{each}\n" for each in lines))
            opened = None
        else:
            lines.append(line)


def commands_of(block: Block) -> tuple[list[str], list[str]]:
    """The commands of a console block, and what each prints."""
    parts = re.split(r"^\$ (.+)\n", block.text, flags=re.MULTILINE)[1:]
    return parts[::2], parts[1::2]


def is_shown(output: str, shown: str) -> bool:
    """Whether a command printed what a page shows; `...` stands for any lines, or for a part of one."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else r".*".join(map(re.escape, line.rstrip().split("..."))) + r"[ \t]*\n"
        for line in shown.splitlines()
    )
    return re.fullmatch(pattern, output) is not None


def play(page: Path, folder: Path, programs: Path) -> int:
    """Create the files of a page in an empty folder, and run its commands, each of which prints what the page shows.

    Return how many commands ran. `programs` is a folder for what they are called by: `fledge` and `python`.
    """
    folder.mkdir()
    programs.mkdir()
    for name, command in (
        ("fledge", f"{shlex.quote(sys.executable)} -m fledge"),
        ("python", shlex.quote(sys.executable)),
    ):
        (programs / name).write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        (programs / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": os.devnull}
    status, ran = 0, 0
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.language != "console" and (created := re.search(r"\bCreate `(.+)`:$", block.before)):
            path = folder / created[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for command, shown in zip(*commands_of(block), strict=True):
                done = subprocess.run(
                    ["bash", "-c", f"(exit {status})\n{command}"],
                    cwd=folder,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                )
                assert is_shown(done.stdout, shown), f"{page.name}:{block.line}: $ {command}\n{done.stdout}"
                status, ran = done.returncode, ran + 1
    return ran
