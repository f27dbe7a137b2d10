"""The last stage: compare a package with the disk and the lock, write what differs, remove what is unwanted."""

from fledge.writer.lock import Lock
from fledge.writer.merged import MergeSide
from fledge.writer.plan import (
    BuildInputs,
    DiskState,
    FileChange,
    FileStatus,
    WritePlan,
    matches_lock,
    plan_changes,
    read_disk,
)
from fledge.writer.pulled_sources import ReplacedFiles, replace_files
from fledge.writer.staging import recover
from fledge.writer.unified_diff import VERDICTS, file_verdicts, unified_diff
from fledge.writer.write import WriteConflict, write

__all__ = [
    "VERDICTS",
    "FileChange",
    "WritePlan",
    "FileStatus",
    "Lock",
    "MergeSide",
    "BuildInputs",
    "WriteConflict",
    "ReplacedFiles",
    "DiskState",
    "plan_changes",
    "file_verdicts",
    "matches_lock",
    "recover",
    "replace_files",
    "read_disk",
    "unified_diff",
    "write",
]
