"""What a person is told of their lines on the way to the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator import capture
from facilitator.pen import Written
from facilitator.ports import Waiting
from facilitator.record import Note

if TYPE_CHECKING:
    from facilitator.ui.writing import Writing

RETRY_AFTER = 2.0
"""Seconds between two tries to bring a waiting line to a disk that was full."""


class Reporter:
    """Tells it on one screen; whatever was refused goes back to the person."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def kept(self, written: Written) -> None:
        """A line is on the disk."""
        writing, tell = self._writing, self._writing.tell
        if written.captured.unknown:
            said = ", ".join(f"#{word}" for word in written.captured.unknown)
            tell(f"{said}: no topic of this session, kept as text")
        elif written.alone:
            tell("the other side of what? No point stands above it; kept at the top")
        elif written.echoed and written.note is not None:
            tell(f"{written.note.echoes + 1} voices: {written.note.text}")
        elif written.note is None:
            tell(f"topic: {', '.join(writing.scribe.pen.topics) or 'none'}")
        writing.show_kept()
        writing.post_message(writing.Kept())

    def not_kept(self, line: Waiting, reason: str) -> None:
        """A line was refused; its text goes back to the person."""
        writing, scribe = self._writing, self._writing.scribe
        writing.tell(f"NOT KEPT: {reason}")
        shown = [each.note for each in writing.state.lines if each.note.id == line.id]
        edited = shown[0] if line.revision is not None and shown else None
        if writing.entry.value:
            scribe.aside.append((line.text, edited))
            writing.tell(f"NOT KEPT: {reason}; Up brings the line back")
            return
        scribe.give_back(line, edited)
        writing.entry.keys_mode = False
        writing.entry.put(line.text)
        writing.line_guard.reveal()

    def dropped(self) -> None:
        """The point that was being changed was struck."""
        self._writing.empty()
        self._writing.tell("this point was struck; the change was dropped")

    def gone(self) -> None:
        """The point that a line would have changed was struck."""
        self._writing.tell("this point was struck; the change was not kept")

    def stuck(self, reason: str) -> None:
        """The disk does not take lines now, or does again."""
        self._writing.show_kept()
        if reason:
            self._writing.set_timer(RETRY_AFTER, self._writing.drain)
            self._writing.tell(f"{reason}. Your lines wait here and are tried again")
        else:
            self._writing.tell("the disk takes lines again: everything is kept")

    def conflicted(self, text: str, stands: Note) -> None:
        """Somebody else changed the point first: show both, drop neither."""
        self._writing.run_worker(self._settle(text, stands))

    async def _settle(self, text: str, stands: Note) -> None:
        from facilitator.ui.dialogs import Differing

        dialog = Differing(text, capture.to_line(stands))
        self._writing.scribe.settle(await self._writing.app.push_screen_wait(dialog))
        self._writing.show_kept()
        await self._writing.scribe.drain()

    def unsaid(self) -> None:
        """A line met the meeting off the record: it is kept nowhere."""
        self._writing.tell("off the record: the line was not kept")
