"""Lines from a file or a pipe into the record, one acknowledgement each."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator import capture, pasted
from facilitator.errors import Refused, Trouble
from facilitator.guard.findings import Level
from facilitator.pasted import Pasted
from facilitator.pen import Pen
from facilitator.record import Note
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.text import ANY_LENGTH, LINE_CAP, clean
from facilitator.watch import Watch


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one line; `beside` is talk, not an acknowledgement."""

    text: str
    beside: bool = False


class Dictation:
    """Takes lines one by one; `segment` None follows the running one."""

    def __init__(
        self, secretariat: Secretariat, segment: str | None, roster: Roster | None
    ) -> None:
        """`roster` serves the guard. Raises `Refused` for a segment the agenda does not have."""
        snapshot = secretariat.store.snapshot("")
        self._watch = Watch(roster, secretariat.store.agenda(), snapshot.salt)
        self._dismissals = snapshot.dismissals
        self._secretariat = secretariat
        self._pen = Pen(secretariat)
        self._segments = {s.id: s.title for s in secretariat.store.agenda().segments}
        self._segment = segment
        self.refused = 0
        if segment is not None and segment not in self._segments:
            raise Refused(self._no_segment(segment))

    def take(self, line: Pasted) -> Iterator[Answer]:
        """Keep one line and say so; a refused line is said, and the next one goes on.

        Raises `Trouble` (naming the line) where the disk does not take it.
        """
        number, text = line.number, line.text
        heading = capture.heading(text)
        segment, topic = ("", "") if heading else pasted.heading(line, self._watch.agenda)
        try:
            if heading or segment:
                yield self._turn_to(number, heading or segment)
                return
            if "\0" in text or not clean(text, cap=ANY_LENGTH).strip():
                raise Refused("this is no text")
            segment = self._segment or self._running()
            written = self._pen.write(f"#{topic}" if topic else text, segment, line.depth)
        except Refused as refusal:
            self.refused += 1
            yield Answer(f"line {number}: not kept: {refusal}", beside=True)
            return
        except Trouble as trouble:
            raise Trouble(
                f"line {number} and those behind it were not kept: {trouble.message}",
                trouble.hint,
                trouble.status,
            ) from None
        if written.echoed:
            yield Answer(f"line {number}: echoed ({segment})")
        elif written.note is None:
            yield Answer(f"line {number}: topic {', '.join(self._pen.topics) or 'none'}")
        else:
            kind = "quote" if written.note.quote else written.note.kind.value
            unknown = "".join(f"; #{w} is no topic, kept as text" for w in written.captured.unknown)
            changed = "".join(f"; {remark}" for remark in line.remarks)
            yield Answer(f"line {number}: kept ({kind}, {segment}){unknown}{changed}")
            yield from self._seen(number, written.note)

    def _seen(self, number: int, note: Note) -> Iterator[Answer]:
        """What the guard sees in a line that was kept all the same."""
        standing = self._watch.standing(note.text, note.segment, self._dismissals)
        told = []
        for finding in standing:
            if finding.level is not Level.HINT:
                instead = "" if finding.rewrite is None else f"; instead: “{finding.rewrite}”"
                words = f"“{finding.words}” {finding.reason}"
                told.append(f"{finding.level.value}: {words}{instead}")
        if told:
            yield Answer(f"line {number}: {'; '.join(told)}", beside=True)

    def _turn_to(self, number: int, segment: str) -> Answer:
        if segment not in self._segments:
            # What follows must not land in the segment before by accident.
            self._segment = segment
            raise Refused(self._no_segment(segment))
        self._segment = segment
        return Answer(f"line {number}: segment {segment}")

    def _running(self) -> str:
        running = self._secretariat.store.snapshot("").progress.running
        if running is None:
            raise Refused('no segment is running: give --segment ID or a line "== ID" first')
        return running.id

    def _no_segment(self, segment: str) -> str:
        shown = clean(segment, cap=10 * LINE_CAP)[:40]
        return f"there is no segment “{shown}”; there are {', '.join(self._segments)}"


def lines_of(source: str | None) -> Iterator[Pasted]:
    """The lines of a file, or of standard input as they come; blank ones are passed over."""
    if source is not None and source != "-":
        from facilitator.files.reading import read_lines

        yield from pasted.whole(read_lines(Path(source)))
        return
    from facilitator.files.reading import note_line

    lines: Iterable[str] = map(note_line, iter(sys.stdin.buffer.readline, b""))
    # Peeking does not wait for more than the first bytes that come.
    if sys.stdin.buffer.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):  # type: ignore[union-attr]
        lines = io.TextIOWrapper(sys.stdin.buffer, "utf-16", errors="replace")
    for number, line in enumerate(lines, 1):
        found = pasted.single(number, line)
        if found is not None:
            yield found
