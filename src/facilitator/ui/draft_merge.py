"""Two points that may say the same, side by side: one stands for both, or both stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.rapporteur import plans
from facilitator.rapporteur.editorial import Step
from facilitator.rapporteur.likeness import Pair
from facilitator.record import Note, NoteId
from facilitator.text import clean
from facilitator.ui import draft_words
from facilitator.ui.draft_keys import carried_out
from facilitator.ui.draft_line import DraftLine, Purpose
from facilitator.ui.draft_list import cut
from facilitator.ui.over import Dialog

if TYPE_CHECKING:
    from facilitator.ui.draft_face import DraftFace

KEYS = " a keep A  b keep B  w write one  k keep both  ↓ ↑ others  u undo  Esc back"


class MergePairs(Dialog[None]):
    """One pair after the other, the most alike first; nothing is merged unasked."""

    AUTO_FOCUS = ""  # the keys are the dialog's own until a line is begun

    BINDINGS = [
        Binding("a", "take('a')", "Keep A", id="merge.a", tooltip="A stands for both"),
        Binding("b", "take('b')", "Keep B", id="merge.b", tooltip="B stands for both"),
        Binding("w", "write", "Write one", id="merge.write", tooltip="One text for both"),
        Binding("k", "keep", "Keep both", id="merge.keep", tooltip="They say different things"),
        Binding("down,j", "turn(1)", "Next pair", id="merge.next", tooltip="Leave it for later"),
        Binding("up", "turn(-1)", "Pair before", id="merge.before", tooltip="The one before"),
        Binding("u,ctrl+z", "undo", "Undo", id="merge.undo", tooltip="Undo the last step"),
        Binding("escape", "dismiss(None)", "Back", id="merge.back", tooltip="Back to the points"),
    ]

    def __init__(self, face: DraftFace, asked: tuple[NoteId, NoteId] | None = None) -> None:
        """With `asked` these two are shown, however alike, and then the points again."""
        super().__init__()
        self._face = face
        self._asked = asked
        self._at = 0
        self._kept_apart: list[frozenset[bytes]] = []
        self._busy = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="pairs"):
            yield Static(id="merge-head", classes="head")
            with Horizontal(id="two"):
                yield Static(id="a", classes="one")
                yield Static(id="b", classes="one")
            yield Static(id="merge-row")
            yield DraftLine(self._face.link, self._face.guarding, self._tell)
            yield Static(id="merge-keys")

    def on_mount(self) -> None:
        self.show()

    def on_resize(self) -> None:
        self.show()

    def put_off(self, event: events.Key) -> bool:
        """Whether a key waits for the end of a line that was entered before it."""
        return self.line.put_off(event)

    async def pressed(self, event: events.Key) -> bool:
        """Carry out a key, before any that was typed behind it."""
        return self.line.purpose is None and await carried_out(self, event)

    @property
    def line(self) -> DraftLine:
        return self.query_one(DraftLine)

    @property
    def _pair(self) -> Pair | None:
        if self._asked is not None:
            return Pair(*self._asked, 0.0)
        pairs = self._face.desk.alike()
        self._at = max(0, min(self._at, len(pairs) - 1))
        return pairs[self._at] if pairs else None

    def _both(self) -> tuple[Note, Note] | None:
        pair, notes = self._pair, self._face.sheet.notes
        return None if pair is None else (notes[pair.one], notes[pair.other])

    def _tell(self, message: str) -> None:
        row = cut(f" {message}", max(10, self.size.width - 4))
        self.query_one("#merge-row", Static).update(Content(row))

    # What is shown

    def show(self) -> None:
        """Draw the pair, and how many are left."""
        left, both = len(self._face.desk.alike()), self._both()
        width = self.size.width
        if both is None:
            head = " ALIKE · no pair is left · Esc goes back"
        elif self._asked is not None:
            head = " THE TWO THAT ARE MARKED"
        else:
            pair = self._pair
            alike = f"{pair.alike:.0%}" if pair else ""
            head = f" ALIKE {alike} · pair {self._at + 1} of {left} left"
            if pair and pair.readings:
                head = f" ONE POINT, WORDED ON TWO LAPTOPS · pair {self._at + 1} of {left} left"
        self.query_one("#merge-head", Static).update(Content(head))
        for name, note in zip("ab", both or (None, None), strict=True):
            told = Content("") if note is None else self._told(name.upper(), note)
            self.query_one(f"#{name}", Static).update(told)
        self.query_one("#merge-keys", Static).update(Content(cut(KEYS, max(10, width - 4))))

    def _told(self, name: str, note: Note) -> Content:
        sheet = self._face.sheet
        segments = {segment.id: segment.title for segment in sheet.agenda.segments}
        topics = " ".join(f"#{topic}" for topic in note.topics) or "no topic"
        said = draft_words.behind(note, sheet) or "1 voice"
        below = sum(each.parent == note.id for each in sheet.notes.values())
        finding = self._face.finding(note.id)
        lines = [
            f"{'quote' if note.quote else note.kind.value} · {topics}",
            segments.get(note.segment, note.segment),
            " · ".join([said, *([f"{below} below it"] if below else [])]),
        ]
        told = Content.assemble((f"{name}  ", "bold $text-accent"), draft_words.shown_text(note))
        if finding is not None:
            told = Content.assemble(told, (f"  “{finding.words}” {finding.reason}", "$text-error"))
        return Content("\n").join([told, *(Content.styled(line, "$text-muted") for line in lines)])

    # What is done

    async def action_take(self, which: str) -> None:
        """Let one of the two stand for both."""
        both = self._both()
        if both is None or self._busy:
            return
        kept, gone = both if which == "a" else (both[1], both[0])
        pair = self._pair
        if which == "b" and pair is not None and pair.readings:
            # The point stays the one that both laptops know, and says what B says.
            await self._do(gone, kept, lambda: plans.take_reading(gone, kept))
            return
        await self._do(kept, gone, lambda: plans.merge(gone, kept))

    async def _do(self, kept: Note, gone: Note, plan: Callable[[], Step]) -> None:
        self._busy = True
        voices = draft_words.plural(kept.echoes + gone.echoes + 1, "voice")
        lost = draft_words.not_taken_over(kept, gone, self._face.sheet.default)
        try:
            done = await self._face.work.take(plan, "merge")
        finally:
            self._busy = False
        told = f"merged: {voices} now; u undoes"
        if lost:
            told = f"merged, {voices}; NOT taken over: {', '.join(lost)}; u undoes"
        if done and self._asked is not None:
            self._face.desk.marked.clear()
            self._face.tell(told)
            self.dismiss(None)
            return
        self.show()
        self._tell(told if done else self._face.said)

    async def action_write(self) -> None:
        """Write one text for both."""
        both = self._both()
        if both is None:
            return
        kept, gone = both

        async def done(text: str) -> None:
            said = clean(" ".join(text.split()))
            if said:
                await self._do(kept, gone, lambda: plans.merge(gone, kept, said))

        self.line.begin(Purpose("one for both", done, kept.text, kept.segment, note=kept))

    @on(DraftLine.Left)
    def _left(self, event: DraftLine.Left) -> None:
        event.stop()
        self.set_focus(None)

    async def action_keep(self) -> None:
        """Keep both; they are not offered again."""
        pair, notes = self._pair, self._both()
        if self._asked is not None:
            self._face.tell("both stay")
            self.dismiss(None)
        elif pair is not None and notes is not None and pair.readings:
            default = self._face.sheet.default
            point, reading = notes
            done = await self._face.work.take(
                lambda: plans.keep_reading(point, reading, default), "both wordings kept"
            )
            told = "both stay, and the second goes as far as the first; u undoes"
            self.show()
            self._tell(told if done else self._face.said)
        elif pair is not None:
            both = frozenset((pair.one, pair.other))
            self._kept_apart.append(both)
            self._face.desk.apart.add(both)
            self.show()
            self._tell("both stay; not offered again on this screen")

    async def action_turn(self, step: int) -> None:
        """Look at another pair."""
        self._at += step
        self.show()
        self._tell("")

    async def action_undo(self) -> None:
        """Undo the last merge, or offer again what was kept apart last."""
        before = self._face.desk.alike()
        if self._kept_apart:
            self._face.desk.apart.discard(self._kept_apart.pop())
        else:
            await self._face.work.turn(True)
            self._tell(self._face.said)
        again = [n for n, pair in enumerate(self._face.desk.alike()) if pair not in before]
        self._at = again[0] if again else self._at
        self.show()
