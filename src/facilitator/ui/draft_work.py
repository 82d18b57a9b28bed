"""What is done on the draft: each verb for the chosen point, or for all that are marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from facilitator import capture
from facilitator.drafting import Words as Doubted
from facilitator.drafting import difference, dismissals
from facilitator.errors import Refused, Trouble
from facilitator.guard.findings import Finding
from facilitator.publish import wording
from facilitator.rapporteur import plans
from facilitator.rapporteur.editorial import Dismiss, Recall, Step, one
from facilitator.rapporteur.order import Row
from facilitator.record import Agreement, Dismissal, Kind, Note, NoteId, Words
from facilitator.text import ANY_LENGTH, clean
from facilitator.ui import draft_words, guard_words
from facilitator.ui.conducting import ask
from facilitator.ui.draft_line import OFFER_KEYS, Purpose
from facilitator.ui.striking import told

if TYPE_CHECKING:
    from facilitator.ui.draft_face import DraftFace


MERGED = "it is merged into another; o takes it out again"


class DraftWork:
    """The verbs of one screen; what they do can be undone there."""

    def __init__(self, face: DraftFace) -> None:
        self._face = face

    # Doing

    async def take(self, plan: Callable[[], Step], name: str) -> bool:
        """Take the step that a key asks for; where there is none, say why."""
        face = self._face
        try:
            step = plan()
            await face.link.write(lambda: face.desk.table.take(step, name))
        except (Refused, Trouble) as no:
            face.tell(f"NOT DONE: {no}")
            return False
        finally:
            await face.desk.renew()
        face.tell("")
        return True

    async def turn(self, back: bool) -> None:
        """Undo, or do again."""
        face, history = self._face, self._face.desk.table.history
        try:
            name = await face.link.write(history.undo if back else history.redo)
            told = f"{'undone' if back else 'done again'}: {name}"
        except (Refused, Trouble) as no:
            told = str(no)
        await self._tell_renewed(told)

    async def _tell_renewed(self, told: str) -> None:
        """Say what was done once it is drawn: the next keys mean the points as they are now."""
        await self._face.desk.renew()
        self._face.tell(told)

    async def each(
        self, plan: Callable[[Note], Step], name: str, seen: Sequence[Row] | None = None
    ) -> bool:
        """One step for every marked point, or for the chosen one; whether it was taken.

        `seen` are the points as they were shown when the person was asked: what has changed
        since is refused.
        """
        rows = self._face.desk.marked_rows() if seen is None else seen
        if not rows:
            self.refuse_unplaced()
            return False
        return await self.take(lambda: one([plan(row.note) for row in rows]), name)

    def refuse_unplaced(self) -> None:
        """Say why nothing can be done where no standing point is chosen."""
        merged = self._face.note is not None and self._face.note.merged is not None
        self._face.tell(MERGED if merged else "choose a point first")

    async def place(self, plan: Callable[[Row], Step], name: str) -> None:
        """Move the chosen point."""
        row = self._face.row
        if row is None:
            self.refuse_unplaced()
        else:
            await self.take(lambda: plan(row), name)

    # Writing

    def _parsed(self, text: str) -> Words:
        """The line as words; raises `Refused` where there are none."""
        topics = self._face.sheet.agenda.topics
        captured = capture.parse(clean(text), topics)
        if captured.echo or captured.empty:
            raise Refused("an empty line changes nothing; to remove a point, strike it")
        return captured.words

    def edit(self, note: Note, typed: str | None = None) -> None:
        """Write a point anew, in its place; `typed` is what was written of it before."""
        begun = capture.to_line(note)
        offers, beginnings = self._offers([note])

        async def done(text: str) -> None:
            reasons = self._face.line.reasons
            if clean(text, cap=ANY_LENGTH) == begun:
                return
            if await self.take(lambda: plans.reword(note, self._parsed(text)), "edit"):
                await self._keep_reasons(note.id, reasons)
            else:
                self._again(note.id, text)

        prompt = "sentence" if note.summary else note.kind.value
        face = self._face
        face.line.begin(
            Purpose(
                prompt,
                done,
                begun,
                note.segment,
                note=note,
                of=frozenset({note.id}),
                offers=offers,
                beginnings=beginnings,
            )
        )
        if typed is not None:
            face.line.entry.put(typed)
            face.line.line_guard.reveal()

    def _again(self, note_id: NoteId, text: str) -> None:
        """Words that were refused come back into the line, beside what stands now.

        Off the record they are kept nowhere.
        """
        face = self._face
        note = face.sheet.notes.get(note_id)
        if note is not None and note.merged is None and not face.link.state.progress.off_record:
            face.choose(note_id)
            said = face.said
            self.edit(note, text)
            face.tell(f"{said} · your words are in the line")

    def write_over(self, rows: Sequence[Row], *, alone: bool) -> None:
        """Write one sentence over points; `alone`: in the brief it stands for them."""
        face = self._face
        notes = [row.note for row in rows]
        note_id = face.link.secretariat.new_id()
        prompt = f"{'for' if alone else 'above'} {len(notes)}"

        def plan(text: str) -> Step:
            sheet = face.sheet
            fresh = [face.desk.layout.row(note.id) for note in notes]
            there = [row for row in fresh if row is not None]
            return plans.over(
                sheet.agenda,
                face.desk.layout,
                sheet.notes,
                there,
                note_id,
                self._parsed(text),
                sheet.keeping,
                alone=alone,
            )

        async def done(text: str) -> None:
            reasons = face.line.reasons
            if not text.strip():
                return
            # Before it is drawn: a key typed behind Enter must find the place it means.
            before = face.desk.chosen, face.desk.marked
            face.desk.chosen, face.desk.marked = note_id, set()
            if await self.take(lambda: plan(text), "sentence over points"):
                face.show_all()
                await self._keep_reasons(note_id, reasons)
                return
            face.desk.chosen, face.desk.marked = before
            face.show_all()
            if not face.link.state.progress.off_record:
                face.line.put_aside(purpose, text)

        guarded = [note for note in notes if note.segment not in face.sheet.keeping]
        segment = (guarded or notes)[0].segment
        offers, beginnings = self._offers(notes)
        of = frozenset(note.id for note in notes)
        purpose = Purpose(prompt, done, "", segment, of=of, offers=offers, beginnings=beginnings)
        face.line.begin(purpose)

    def _offers(self, notes: Sequence[Note]) -> tuple[tuple[str, ...], int]:
        """What is offered for a line over these points, and how many of it are beginnings."""
        most = max(notes, key=lambda note: note.echoes)
        kinds = {note.kind for note in notes}
        kind = next(iter(kinds)) if len(kinds) == 1 else notes[0].kind
        plan = self._face.sheet.agenda.publication
        numbers = wording.number_words(most, self._face.sheet.present, plan)
        begin = wording.beginnings(
            kind,
            plan,
            agreed=any(note.agreement is not Agreement.NONE for note in notes),
            divided=Kind.OTHER_SIDE in kinds and len(notes) > 1,
        )[: len(OFFER_KEYS) - len(numbers)]
        return (*begin, *numbers), len(begin)

    async def _keep_reasons(self, note_id: NoteId, kept: Mapping[Doubted, str]) -> None:
        """What was kept with a reason while the line was typed goes with the point."""
        face = self._face
        note, watch = face.sheet.notes.get(note_id), face.guarding.watch
        if note is None or watch is None or not kept:
            return
        made = tuple(dismissals(watch, note, kept))
        if made:
            await self.take(lambda: Dismiss(made, note_id), "words kept")

    # Choosing from a few

    async def choose(
        self, question: str, answers: Sequence[tuple[str, str]], then: Callable[[str], None]
    ) -> None:
        """Ask for one of a few answers, each by its first letter; Escape changes nothing."""
        from facilitator.ui.dialogs import Choose

        given = (("-", "nothing is changed"), *answers)

        def chosen(answer: str | None) -> None:
            if answer and answer != "-":
                then(answer)

        await self._face.app.push_screen(Choose(question, "", given, 1), chosen)

    async def convert(self) -> None:
        """Ask for another kind."""
        kinds = [kind for kind in Kind if kind is not Kind.GAP]
        named = dict(zip("pqarsctfko", kinds, strict=True))
        seen = self._face.desk.marked_rows()
        answers = [(letter, kind.value) for letter, kind in named.items()]

        def then(letter: str) -> None:
            kind = named[letter]
            self._later(
                self.each(lambda note: plans.convert(note, kind), f"now: {kind.value}", seen)
            )

        await self.choose("What is it?", answers, then)

    async def topic(self) -> None:
        """Ask for another topic."""
        agenda = self._face.sheet.agenda
        keys = "123456789abcdefghijklmnopqrstuvwxyz"
        seen = self._face.desk.marked_rows()
        named = {(keys[n]): topic for n, topic in enumerate(agenda.topics[: len(keys)])}
        answers = [(key, topic.title) for key, topic in named.items()] + [("0", "no topic")]

        def then(key: str) -> None:
            topic = named[key].id if key in named else ""
            self._later(self.each(lambda note: plans.about(note, topic), "topic", seen))

        await self.choose("Which topic?", answers, then)

    async def agree(self) -> None:
        """Ask whether it was agreed, and with which reservations."""
        answers = [
            ("n", "not agreed"),
            ("a", "agreed, not tested before everybody"),
            ("t", "agreed, tested: summed up aloud, nobody objected"),
            ("r", "reservations: agreed with these (write them)"),
        ]
        seen = self._face.desk.marked_rows()
        named = {"n": Agreement.NONE, "a": Agreement.UNTESTED, "t": Agreement.TESTED}

        def then(letter: str) -> None:
            if letter == "r":
                self._reservations(seen)
                return
            agreement = named[letter]
            self._later(
                self.each(
                    lambda note: plans.agree(note, agreement, note.reservations), "agreement", seen
                )
            )

        await self.choose("Was it agreed? Only a person says so.", answers, then)

    def _reservations(self, seen: Sequence[Row]) -> None:
        if not seen:
            self.refuse_unplaced()
            return
        note = seen[0].note

        async def done(text: str) -> None:
            said = clean(" ".join(text.split()))

            def reserved(each: Note) -> Step:
                return plans.agree(each, each.agreement or Agreement.UNTESTED, said)

            put = await self.each(reserved, "reservations", seen)
            there = self._face.sheet.notes.get(note.id)
            if not put and there and not self._face.link.state.progress.off_record:
                self._face.line.put_aside(replace(purpose, text=there.reservations), text)

        of = frozenset({note.id})
        purpose = Purpose("reservations", done, note.reservations, note.segment, of=of)
        self._face.line.begin(purpose)

    def _later(self, work: object) -> None:
        self._face.run_worker(work, group="work")  # type: ignore[arg-type]

    # Erasing

    async def strike(self, note: Note) -> None:
        """Ask, then erase a point."""
        face = self._face
        merged = sum(each.merged == note.id for each in face.sheet.notes.values())
        question = draft_words.strike_question(merged)
        if not await ask(face.app, question, note.text or "…", "Strike"):
            return
        try:
            erased = await face.link.write(lambda: face.desk.table.strike(note.id))
        except (Refused, Trouble) as no:
            said = f"NOT DONE: {no}"
        else:
            said = told(face.app, [erased])
        await self._tell_renewed(said)

    # The guard

    def guard_row(self, width: int) -> Content | None:
        """What the guard says of the chosen point."""
        note = self._face.note
        finding = self._face.finding(note.id) if note is not None else None
        if note is not None and finding is not None:
            change = difference(note.text, finding.edit) if finding.edit else None
            return guard_words.row(guard_words.Told(finding, change), width)
        kept = self._kept(note)
        return None if kept is None else guard_words.kept_row(kept[0], kept[1].reason, width)

    def _kept(self, note: Note | None) -> tuple[Finding, Dismissal] | None:
        watch = self._face.guarding.watch
        made = self._face.sheet.snapshot.dismissals
        if watch is None or note is None or not made:
            return None
        pairs = watch.dismissed(note.text, note.segment, made)
        return pairs[0] if pairs else None

    async def mend(self, note: Note) -> None:
        """Take the neutral wording that the guard offers."""
        finding = self._face.finding(note.id)
        if finding is None:
            self._face.tell("the guard sees nothing in this point")
            return
        edit = finding.edit
        if edit is None:
            self._face.tell("no neutral wording to offer: Enter edits the point")
            return
        text = " ".join(edit.applied(note.text).split())
        now = Words(note.kind, text, note.topics, note.quote)
        if await self.take(lambda: plans.reword(note, now), "neutral words"):
            self._face.tell(
                guard_words.changed(*difference(note.text, edit), self._face.size.width)
            )

    async def keep_words(self, note: Note) -> None:
        """Ask why its words are kept; where they were kept, let them stand again."""
        finding, kept = self._face.finding(note.id), self._kept(note)
        if finding is not None:
            await self.keep_finding(finding, note.text, note.id)
        elif kept is not None:
            step = Recall((kept[1],), note.id)
            if await self.take(lambda: step, "words stand again"):
                self._face.tell("the words stand against the point again")
        else:
            self._face.tell("the guard sees nothing in this point")

    async def keep_finding(self, finding: Finding, text: str, note_id: NoteId | None) -> None:
        """Ask why the words in a text are kept: a point's, or (None) one around the points."""
        watch = self._face.guarding.watch
        if watch is None:
            return
        from facilitator.ui.keeping import KeepWords

        made: list[Dismissal] = []

        def keep(reason: str) -> None:
            made.append(watch.dismiss(text, finding, reason))

        def settled(reason: str | None) -> None:
            if made and reason:
                self._later(self.take(lambda: Dismiss(tuple(made), note_id), "words kept"))

        await self._face.app.push_screen(KeepWords(finding, keep), settled)
