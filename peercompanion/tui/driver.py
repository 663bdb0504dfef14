"""Textual's driver for terminals, made to outlast what happens to terminals.

Textual's own is gone at once on SIGTERM and leaves the terminal broken, spins when its window
vanishes without a signal, hangs when told to end while nobody reads what it writes, takes the
terminal's settings for its own after a SIGCONT that follows no SIGTSTP, and ends over a byte
that is no letter.
"""

import os
import selectors
import signal
import sys
import termios
import threading
import time
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from types import FrameType
from typing import Any, TextIO

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from peercompanion.tui.typed import Typed

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that ask for an end; the exit status is 128 and their number."""
GONE = 128 + signal.SIGHUP
"""The exit status when the terminal went away, with or without a signal."""
LOOKS = 0.25
"""Seconds between two looks at whether the terminal is still there."""
ALONE = 0.1
"""Seconds in which nothing follows an escape that was pressed as a key."""
LAST_WAIT = 2.0
"""Seconds the app has to close by itself once it was asked to end from outside."""
TRIES = 20
"""How often a terminal that nobody reads is asked to come back."""
AS_BEFORE = "".join(
    (
        "\x18\x1b\\",  # whatever sequence was cut off ends here
        "\x1b[?2004l\x1b[?2048l",  # pastes and sizes are not reported
        "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l",  # nor mouse and focus
        "\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[0m",  # lines wrap, the normal screen, the cursor
    )
)
"""What brings a terminal back, whatever it was in the middle of."""


class TerminalDriver(LinuxDriver):
    """Reads keys from a terminal and draws on it, until the app ends or the terminal does."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        assert sys.__stderr__ is not None  # the app begins on a terminal only
        self._outlet = self._file = _Outlet(sys.__stderr__)  # type: ignore[assignment]
        self._drawing = False
        self._stopped = False
        self._status: int | None = None
        self._loop.add_signal_handler(signal.SIGTSTP, self._stop)
        self._loop.add_signal_handler(signal.SIGCONT, self._go_on)
        for number in ENDING:  # these reach a loop that hangs as well
            signal.signal(number, self._asked_to_end)
        threading.Thread(target=self._watch, name="terminal", daemon=True).start()

    # Its end

    def _asked_to_end(self, number: int, _frame: FrameType | None) -> None:
        self._end(128 + number)

    def _end(self, status: int) -> None:
        if self._status is None:
            self._status = status
            with suppress(RuntimeError):  # the loop is closed: the end is near anyway
                self._loop.call_soon_threadsafe(self._app.exit, None, status)

    def _watch(self) -> None:
        """Notice that the terminal is gone; end the process where the app cannot."""
        while self._status is None:
            time.sleep(LOOKS)
            try:
                termios.tcgetattr(self.fileno)
            except termios.error:
                self._end(GONE)
        time.sleep(LAST_WAIT)
        self._outlet.let_go()
        self._hand_back()
        time.sleep(LAST_WAIT / 2)  # an app that hung on writing can close now
        os._exit(self._status)

    def _hand_back(self) -> None:
        """Bring the terminal back without waiting for anyone to read."""
        screen = self._outlet.fileno()
        os.set_blocking(screen, False)
        for _ in range(TRIES):
            with suppress(OSError, termios.error):
                termios.tcflush(screen, termios.TCOFLUSH)
                os.write(screen, AS_BEFORE.encode())
                break
            writer = self._writer_thread
            if writer and writer.ident and writer.is_alive():
                signal.pthread_kill(writer.ident, ENDING[0])  # a write that waits gives up
            time.sleep(LAST_WAIT / 2 / TRIES)
        os.set_blocking(screen, True)
        with suppress(termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    # Stopped and going on, as shells do with Ctrl+Z, `fg` and `bg`

    def start_application_mode(self) -> None:
        """Take the terminal, unless the program runs in the background."""
        before = self._writer_thread
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._drawing = self._writer_thread is not before
        if self._drawing:
            # Textual's handler can be interrupted by itself, and then tells an old size last.
            self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(Resize(size, size))

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self._drawing = False
        self.write("\x1b[?1016l")
        super().stop_application_mode()

    def _stop(self) -> None:
        if self._drawing:
            self.suspend_application_mode()
            self._stopped = True
            os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Draw again; after a stop that gave no warning, take the terminal anew."""
        if self._drawing:
            self.suspend_application_mode()
            self._stopped = True
        if self._stopped:
            self.resume_application_mode()
            self._stopped = not self._drawing

    # What is typed

    def run_input_thread(self) -> None:
        """Read keys; what is none costs itself alone."""
        parser, letters = Typed(), getincrementaldecoder("utf-8")("ignore")
        with selectors.DefaultSelector() as terminal:
            terminal.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                try:
                    if terminal.select(ALONE):
                        text = letters.decode(os.read(self.fileno, 4096))
                        self._tell(parser.feed(text) if text else ())
                    self._tell(parser.tick())
                except OSError:  # the terminal is gone, and `_watch` sees it
                    return
                except Exception:  # a number that is none, and the parser is no more
                    parser = Typed()

    def _tell(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


class _Outlet:
    """A file that writing does nothing to once it is let go, or its terminal is gone."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._open = True
        self.fileno = file.fileno
        self.isatty = file.isatty

    def let_go(self) -> None:
        """Write nothing more."""
        self._open = False

    def write(self, text: str) -> None:
        if self._open:
            with suppress(OSError):
                self._file.write(text)

    def flush(self) -> None:
        if self._open:
            with suppress(OSError):
                self._file.flush()
