"""One function in a process of its own, beside what this one does in the meantime."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from types import ModuleType
from typing import Protocol, TypeVar

Argument = TypeVar("Argument")
Result = TypeVar("Result")
Sent = TypeVar("Sent", contravariant=True)


class _Sender(Protocol[Sent]):
    """The end of a pipe that takes what the other end receives."""

    def send(self, obj: Sent, /) -> None:
        """Send a value."""


def has_second_core() -> bool:
    """Return whether another process costs next to nothing, and has a core of its own: it is a copy of this one."""
    from multiprocessing import current_process

    return _can_fork() and not current_process().daemon and len(os.sched_getaffinity(0)) > 1


def _can_fork() -> bool:
    """A copy of a process has its argument and all modules already, but a lock that another thread holds stays locked.

    On macOS, the system's own libraries have threads.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def run_beside(
    function: Callable[[Argument], Result], argument: Argument, stack: ExitStack | None = None
) -> Callable[[], Result]:
    """Begin to call a function in another process; what is returned waits for the result, or makes it where there is
    none.

    The function has no effects: it is called again here if the other process ends without a result. If the result may
    never be asked for, the process is killed when `stack` is left.
    """
    from multiprocessing import current_process, get_context

    if current_process().daemon:  # it may have no children
        return lambda: function(argument)
    context = get_context("fork") if _can_fork() else get_context("spawn")
    try:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(function, argument, sender), daemon=True)
        with _held_back(), _without_main():
            process.start()
    except (ImportError, NotImplementedError, OSError):
        # Python without semaphores, a system without them, a limit on processes: the result is the same, only later.
        return lambda: function(argument)
    sender.close()
    if stack is not None:
        stack.callback(process.join)
        stack.callback(process.kill)

    def finish() -> Result:
        try:
            result: Result = receiver.recv()
        except (EOFError, OSError):
            return function(argument)
        finally:
            receiver.close()
            process.join()
        return result

    return finish


def _send(function: Callable[[Argument], Result], argument: Argument, sender: _Sender[Result]) -> None:
    """In the process beside: send the result; without one, the process that waits calls the function itself."""
    _obey()
    with suppress(Exception):
        sender.send(function(argument))


@contextmanager
def _held_back() -> Iterator[None]:
    """Let Ctrl-C wait, also for a process that is begun meanwhile: until `_obey`, it would show a traceback."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main() -> Iterator[None]:
    """Let a process that is begun meanwhile not run the program again that uses Fledge: it needs nothing of it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _obey() -> None:
    """In the process beside: end at Ctrl-C without a word, and with the run that began it, which may be killed."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    run = parent_process()
    assert run is not None

    def follow() -> None:
        run.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
