"""The last stage: compare a package with the disk and the lock, write what differs, remove what is unwanted."""

from generator.writer.compare import Change, Changes, Kind, Made, Survey, compare, is_as_written, survey
from generator.writer.diff import VERDICTS, findings, unified
from generator.writer.lock import Hashes, Lock
from generator.writer.folders import recover
from generator.writer.specs import Replaced, replace
from generator.writer.write import Refused, write

__all__ = [
    "VERDICTS",
    "Change",
    "Changes",
    "Hashes",
    "Kind",
    "Lock",
    "Made",
    "Refused",
    "Replaced",
    "Survey",
    "compare",
    "findings",
    "is_as_written",
    "recover",
    "replace",
    "survey",
    "unified",
    "write",
]
