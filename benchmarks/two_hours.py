"""Two hours, two note-takers, 240 points, 30 of them twice: to a cleared brief and report by keys.

Every command and screen runs in a terminal of 80×24 and gets nothing but keys. Then each point
is looked for in the files: in the brief, in the report, merged, struck, or for the hosts only.
Three controls drop points on purpose and must be found. Last, the time from a key to its
effect with all points, beside the same screen with ten, in turns.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from figures import Row, against, arguments, interleaved, percentile, show
from sessions import AGENDA, World, world
from timed_terminal import Terminal, facilitator
from two_hours_account import Account, account, without_a_point
from two_hours_notes import APART, BOTH, POINTS, TWICE, Heard, files, heard

ROSTER = AGENDA.with_name("roster-invented.toml")
SESSION = "2020-05-28-afghan-view"
SEGMENTS = ("opening", "presentation", "qa", "discussion", "closing")
RIGHT, ESCAPE, HOME = "\x1b[C", "\x1b", "\x1b[H"
MEND, STRIKE, LEAVE, CLEAR, END = "\x07", "\x0b", "\x11", "\x15", "\x04"

LEAST_ALIKE = 70
"""Per cent down to which the rapporteur takes two points for the same without reading long."""

_KEY = re.compile(r"\x1b\[[0-9;]*[A-Z~]|\x1bO[A-Z]|.", re.DOTALL)

MUTANT = """
import sys
from facilitator.stores import arranging
whole = arranging.merge
def dropping(connection, note_id, *others):
    kept = whole(connection, note_id, *others)
    connection.execute("DELETE FROM note WHERE id = ?", (note_id,))
    return kept
arranging.merge = dropping
from facilitator.cli.main import main
sys.exit(main())
"""
"""The program with a merge that drops one of the two and says nothing."""


@dataclass
class Rapporteur:
    """Types commands and keys, waits for what they do, and counts them."""

    home: Path
    place: World
    program: Callable[..., list[str]] = facilitator
    keys: dict[str, int] = field(default_factory=dict)
    commands: int = 0

    def command(self, *words: str, typed: Sequence[tuple[str, str]] = ()) -> str:
        """Run a command; each of `typed` is what it must show, and what is typed then."""
        self.commands += 1
        with Terminal(self.program(*words), self.place.more(self.home), self.place.disk) as one:
            for shows, keys in typed:
                one.shown(shows, patience=30)
                self._press(one, keys, "answers at commands", forget=False)
            return one.rest_of_it()

    def screen(self, *words: str) -> Terminal:
        """A screen on the session."""
        more = self.place.more(self.home)
        return Terminal(self.program(*words), more, self.place.disk)

    def press(self, on: Terminal, keys: str, why: str, *shows: str) -> float:
        """Press keys; seconds until the screen shows these words."""
        self._press(on, keys, why)
        return on.shown(*shows, patience=30) if shows else 0.0

    def _press(self, on: Terminal, keys: str, why: str, *, forget: bool = True) -> None:
        self.keys[why] = self.keys.get(why, 0) + len(_KEY.findall(keys))
        on.send(keys, forget=forget)
        if keys == ESCAPE:
            on.rest(0.3)  # with a key right behind it, it would be another key


@dataclass(frozen=True)
class Meeting:
    """The notes, and how large a session they make."""

    lines: Sequence[Heard]
    roster: tuple[str, str] = ("--roster", str(ROSTER))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What both wrote down, in the words of each, as they are kept."""
        found: dict[int, list[str]] = {}
        for each in self.lines:
            if each.pair is not None:
                found.setdefault(each.pair, []).append(bare(each.line))
        return [(one, other) for one, other in found.values()]


def bare(line: str) -> str:
    """The words of a line without its sign and its topic."""
    words = line.strip().rpartition(" #")[0] or line.strip()
    sign, _, rest = words.partition(" ")
    return rest if sign in ("?", "=", "!", "+", "~", '"', "*", "@", "_", "--") else words


def enter(who: Rapporteur, meeting: Meeting, taker: int) -> None:
    """One note-taker's session on one laptop."""
    who.command("open", str(AGENDA))
    for segment, text in files(meeting.lines, taker).items():
        path = who.place.disk / f"{who.home.name}-{segment}.txt"
        path.write_text(text, "utf-8")
        who.command("note", SESSION, "--segment", segment, "--from", str(path), *meeting.roster)


def mend_findings(who: Rapporteur, draft: Terminal) -> int:
    """Take the neutral wording of each finding; how many they were."""
    number = 0
    while True:
        who.press(draft, "f", "findings of the guard")
        said = draft.match(r"(?:Ctrl\+G|\^G) “|the guard marks no point|it stands around")
        if not said.endswith("“"):
            return number
        who.press(draft, MEND, "findings of the guard", "” → “")
        draft.rest(0.3)
        number += 1


def opened(draft: Terminal) -> None:
    """Wait until points are compared and the texts are made."""
    draft.shown(" alike (=)", "left out", patience=30)
    draft.rest(2.0)  # the guard comes behind the first paint


def leave(who: Rapporteur, draft: Terminal) -> None:
    """Leave a screen; everything is kept."""
    who.press(draft, LEAVE, "leaving")
    draft.rest_of_it()


def hand_over(second: Rapporteur, meeting: Meeting, folder: Path) -> Path:
    """The second laptop's record, with nothing in it that tells who spoke."""
    with second.screen("draft", *meeting.roster) as draft:
        opened(draft)
        mend_findings(second, draft)
        leave(second, draft)
    second.command("export", SESSION, "--as", "record", "--to", str(folder), *meeting.roster)
    return folder / f"{SESSION}-record.toml"


def merge_alike(who: Rapporteur, draft: Terminal) -> int:
    """Go through the pairs that are offered, as long as they say the same; how many did."""
    merged = 0
    who.press(draft, "=", "merging what is alike")
    alike = int(draft.match(r"ALIKE (\d+)%"))
    while alike >= LEAST_ALIKE:
        who.press(draft, "a", "merging what is alike", "merged")
        merged += 1
        # The frame may begin with the pair before, where the points behind it were drawn anew.
        draft.rest(0.1)
        found = draft.match(r"(?s).*ALIKE (?:(\d+)%|· no pair)")
        alike = int(found or 0)
    who.press(draft, ESCAPE, "merging what is alike")
    return merged


def merge_apart(who: Rapporteur, draft: Terminal, meeting: Meeting) -> int:
    """Merge the pairs in which no words are shared: search and mark each, then `=`."""
    merged = 0
    for one, other in meeting.pairs:
        if not _apart(one, other):
            continue
        for number, words in enumerate((one, other), 1):
            why = "merging what only a person sees"
            choose(who, draft, words, why)
            who.press(draft, " ", why, f"{number} marked")
        who.press(draft, "=", why, "THE TWO THAT ARE MARKED")
        who.press(draft, "a", why, "merged")
        draft.rest(0.2)
        merged += 1
    return merged


def _apart(one: str, other: str) -> bool:
    sets = [set(re.findall(r"\w{4,}", text.casefold())) for text in (one, other)]
    return len(sets[0] & sets[1]) < 4


def choose(who: Rapporteur, draft: Terminal, words: str, why: str) -> None:
    """Search for a point by the beginning of its words."""
    begins = words[:30].rpartition(" ")[0]
    who.press(draft, "s", why, "search")
    who.press(draft, f"{begins}\r", why, begins)


def filtered(who: Rapporteur, draft: Terminal, words: str, why: str) -> int:
    """Show only points with these words; how many they are."""
    who.press(draft, f"/{words}\r", why)
    return int(draft.match(rf"filter “{re.escape(words[:20])}”: (\d+) s"))


def unfiltered(who: Rapporteur, draft: Terminal, why: str) -> None:
    """Show all points again."""
    who.press(draft, ESCAPE, why, "never arranged")
    draft.rest(0.3)


def strike(who: Rapporteur, draft: Terminal, keys: str, why: str) -> None:
    """Erase the chosen point, and read which exported files still hold its words."""
    who.press(draft, keys, why, "Strike this point")
    who.press(draft, RIGHT + "\r", why, "struck: erased", "BEFORE YOU GO ON")
    who.press(draft, ESCAPE, why)
    draft.rest(0.2)


def arrange(who: Rapporteur, draft: Terminal) -> int:
    """Everything else of the rapporteur's work; how many sentences were written."""
    # Facts were looked up: one is wrong and goes, the others become points.
    why = "facts and gaps"
    filtered(who, draft, "fact to check", why)
    strike(who, draft, HOME + STRIKE, why)
    who.press(draft, HOME + "  ", why, "2 marked")
    who.press(draft, "c", why, "What is it?")
    who.press(draft, "p", why, ": 0 shown")
    unfiltered(who, draft, why)
    who.press(draft, ESCAPE, why)
    filtered(who, draft, "gap", why)
    who.press(draft, HOME + "\r", why, "Enter keeps it")
    who.press(draft, f"{CLEAR}The archive of the talks is open to nobody\r", why, ": 0 shown")
    unfiltered(who, draft, why)

    why = "agreement and reservations"
    choose(who, draft, "Everybody could live", why)
    who.press(draft, "t", why, "Was it agreed?")
    who.press(draft, "t", why, " · agreed, tested")
    who.press(draft, "t", why, "Was it agreed?")
    who.press(draft, "r", why, "reservations ▸")
    who.press(draft, "some want the ceasefire first\r", why, "with reservations: some want")

    why = "sentences over groups"
    written = 0
    for kind, says in (("concern", "many fear"), ("support", "support was voiced on")):
        number = filtered(who, draft, kind, why)
        who.press(draft, HOME, why)
        while number > 0:
            who.press(draft, "M", why)
            marked = int(draft.match(r"(\d+) marked"))
            who.press(draft, "w", why, f"for {marked}")
            who.press(draft, f"{says} {written}\r", why)
            draft.match(rf"sentence +{says} {written}")
            number, written = number - marked, written + 1
            if number > 0:
                who.press(draft, "]", why)
        unfiltered(who, draft, why)

    why = "release levels"
    for words, times in (("mayors", 1), ("archives", 2)):  # for the report, for the hosts
        number = filtered(who, draft, words, why)
        who.press(draft, HOME + " " * number, why, f"{number} marked")
        for _ in range(times):
            who.press(draft, "r", why, "release: ")
        unfiltered(who, draft, why)
        who.press(draft, ESCAPE, why, "never arranged")

    why = "under one point"
    number = filtered(who, draft, "satellite", why)
    who.press(draft, HOME + " " * number, why, f"{number} marked")
    unfiltered(who, draft, why)
    choose(who, draft, "The hosts will send the draft", why)
    who.press(draft, ">", why, "never arranged")
    who.press(draft, "u", "undo and redo", "undone: put under")
    who.press(draft, "U", "undo and redo", "done again: put under")

    why = "striking"
    choose(who, draft, "The aim is to hear positions", why)
    strike(who, draft, STRIKE, why)
    who.press(draft, "l", "what is left out", "LEFT OUT")
    who.press(draft, ESCAPE, "what is left out", "POINTS")
    return written


def review(who: Rapporteur, meeting: Meeting, folder: Path, text: str) -> None:
    """Let a text go round until it is cleared; answers are typed in by number."""
    bodies = {"brief": ("hosts", "keynote"), "report": ("hosts", "keynote", "participants")}
    who.command("review", SESSION, "--begin", text)
    copy = ("export", SESSION, "--as", text, "--review", "--to", str(folder), *meeting.roster)
    for body in bodies[text]:
        who.command(*copy)
        numbered = (folder / f"{SESSION}-{text}-review.md").read_text("utf-8")
        points = max(int(number) for number in re.findall(r"\\\[(\d+)\\\]", numbered))
        if body == "hosts":
            answers = [f"1-{points - 2} keep\r", f"{points - 1} amend: amended by the hosts\r"]
            answers += [f"{points} {'strike' if text == 'brief' else 'keep'}\r", END]
            asked = [("Ctrl+D ends", "".join(answers))]
            asked += [(f"Strike [{points}]?", "y\r")] if text == "brief" else []
            options = ("--text", text, "--from", body, *meeting.roster)
            who.command("review", SESSION, *options, typed=asked)
        else:
            who.command("review", SESSION, "--text", text, "--no-objection")
        if body != bodies[text][-1]:
            who.command("review", SESSION, "--text", text, "--next")
    who.command("review", SESSION, "--text", text, "--cleared")


def stands(who: Rapporteur, text: str) -> str:
    """What the program says of where a text stands."""
    return who.command("review", SESSION, "--text", text).strip().splitlines()[0]


def texts(who: Rapporteur, meeting: Meeting, folder: Path, forms: str) -> list[str]:
    """The brief and the report as they are given out; their Markdown."""
    found = []
    for text in ("brief", "report"):
        to = ("--format", forms, "--to", str(folder))
        who.command("export", SESSION, "--as", text, *to, *meeting.roster)
        found.append((folder / f"{SESSION}-{text}.md").read_text("utf-8"))
    return found


def raw(who: Rapporteur, meeting: Meeting, folder: Path) -> Path:
    """The record as JSON."""
    to = ("--format", "json", "--to", str(folder))
    who.command("export", SESSION, "--as", "record", *to, *meeting.roster)
    return folder / f"{SESSION}-record.json"


def joined(
    place: World, meeting: Meeting, name: str, program: Callable[..., list[str]]
) -> Rapporteur:
    """Both laptops' notes on the first one, and the meeting closed."""
    first = Rapporteur(place.home(name), place, program)
    second = Rapporteur(place.home(f"{name}-second"), place)
    enter(first, meeting, 0)
    enter(second, meeting, 1)
    handover = hand_over(second, meeting, place.disk / f"{name}-handover")
    first.command("take", SESSION, str(handover), typed=[("Take this over?", "y\r")])
    if {each.segment for each in meeting.lines} == set(SEGMENTS):
        asked = [("Close the session?", "y\r"), ("Atmar come?", "y\r"), ("as planned?", "y\r")]
        first.command("close", SESSION, typed=asked)
    else:
        first.command("close", SESSION, "--yes", "--as-planned")
    return first


def control(place: World) -> tuple[Account, Account]:
    """A small session with a merge that drops one of the two; and one with that merge whole."""
    found = []
    for name, program in (("mutant", mutant), ("whole", facilitator)):
        meeting = Meeting(heard(24, 3))
        who = joined(place, meeting, name, program)
        folder = place.disk / f"{name}-texts"
        with who.screen("draft", *meeting.roster) as draft:
            opened(draft)
            mend_findings(who, draft)
            entered = shutil.copy(raw(who, meeting, folder), folder / "entered.json")
            merge_alike(who, draft)
            leave(who, draft)
        after = raw(who, meeting, folder)
        brief, report = texts(who, meeting, folder, "md")
        found.append(account(Path(entered), after, brief, report, meeting.pairs))
    return found[0], found[1]


def mutant(*words: str) -> list[str]:
    """The program that drops points."""
    return [sys.executable, "-c", MUTANT, *words]


def latency(runs: int, place: World, large: Path) -> list[Row]:
    """From a key to its effect with all points and with ten, in turns."""
    small = Rapporteur(place.home("ten"), place)
    small.command("open", str(AGENDA))
    path = place.disk / "ten.txt"
    alike = [bare(line) for line in BOTH[12][2:4]]
    path.write_text("".join(f"{line}\n" for line in (*alike, *"abcdefgh")), "utf-8")
    small.command("note", SESSION, "--segment", "discussion", "--from", str(path))
    big = Rapporteur(large, place)
    rows: list[Row] = []
    with small.screen("draft") as ten, big.screen("draft") as all_:
        for draft in (ten, all_):
            opened(draft)
        marked = {ten: 0, all_: 0}

        def mark(draft: Terminal) -> float:
            marked[draft] = (marked[draft] + 1) if marked[draft] < 8 else 0
            if not marked[draft]:
                draft.send(ESCAPE)
                draft.shown("never arranged")
                draft.send(HOME)
                draft.rest(0.2)
                marked[draft] = 1
            draft.send(" ")
            return draft.shown(f"{marked[draft]} marked")

        def release(draft: Terminal) -> float:
            draft.send("r")
            return draft.shown("release: ")

        def counted(draft: Terminal) -> float:
            draft.send("r")
            told = {"brief": "in the brief", "report": "report only", "hosts": "hosts only"}
            taken = draft.shown(told[draft.match(r"release: (\w+)")])
            draft.rest(0.4)
            return taken

        def pair(draft: Terminal) -> float:
            draft.send("a")
            taken = draft.shown("merged")
            draft.rest(0.3)
            draft.send("u")
            draft.shown("undone: merge")
            draft.rest(0.3)
            return taken

        def taken(what: str, work: Callable[[Terminal], float]) -> None:
            done = interleaved(runs, {"ten": lambda: work(ten), "all": lambda: work(all_)})
            base, ours = (statistics.median(done[name]) for name in ("ten", "all"))
            rows.append(against(f"{what}, median", ours, base))
            worst = (percentile(done["all"], 95), percentile(done["ten"], 95))
            rows.append(against(f"{what}, p95", *worst))

        taken("Space: a point is marked, the next one chosen", mark)
        for draft in (ten, all_):
            draft.send(ESCAPE)
            draft.rest(0.5)
        taken("r: how far it goes, stored and drawn", release)
        taken("r until the text is made anew and counted", counted)
        for draft in (ten, all_):
            draft.rest(1.0)
            draft.send("=")
            draft.shown("ALIKE")
        taken("a: two points merged, the next pair drawn", pair)
    return rows


def pdf() -> bool:
    """Whether the extra for PDF is installed."""
    from importlib.util import find_spec

    return find_spec("typst") is not None


@dataclass(frozen=True)
class Done:
    """What the rapporteur did on the screen, in numbers."""

    mended: int
    alike: int
    apart: int
    written: int
    keys: dict[str, int]
    """Keys of the two ways to merge, for all merges together."""


def draft_it(who: Rapporteur, meeting: Meeting, folder: Path) -> tuple[Done, Path]:
    """All of the rapporteur's work on the screen; and the record before anything was merged."""
    with who.screen("draft", *meeting.roster) as draft:
        opened(draft)
        mended = mend_findings(who, draft)
        entered = Path(shutil.copy(raw(who, meeting, folder), who.place.disk / "entered.json"))
        alike, apart = merge_alike(who, draft), merge_apart(who, draft, meeting)
        keys = dict(who.keys)
        written = arrange(who, draft)
        leave(who, draft)
    return Done(mended, alike, apart, written, keys), entered


def show_account(made: Account) -> None:
    """The points by their fate, and their sum."""
    print(f"{POINTS} points of two note-takers, {TWICE} of them twice, in a terminal of 80×24\n")
    for fate, number in made.counted.items():
        print(f"  {number:4}  {fate}")
    total = sum(made.counted.values())
    print(f"  {total:4}  together; {'met' if total == POINTS and made.whole else 'MISSED'}\n")
    for words in made.words:
        print(f"  where is it? {words}")


def show_work(who: Rapporteur, done: Done, standing: Sequence[str]) -> None:
    """What was done, where the texts stand, and the keys it took."""
    pairs = f"{TWICE - APART} and {APART} were there"
    print(f"merged: {done.alike} as offered, {done.apart} marked by hand ({pairs})")
    print(f"findings mended: {done.mended}; sentences written over points: {done.written}")
    for line in standing:
        print(f"  {line}")
    print(f"\nkeys pressed: {sum(who.keys.values()):,}, and {who.commands} commands")
    for why, number in sorted(who.keys.items(), key=lambda each: -each[1]):
        print(f"  {number:5}  {why}")
    for why, count in (
        ("merging what is alike", done.alike),
        ("merging what only a person sees", done.apart),
    ):
        print(f"  {done.keys[why] / max(1, count):5.1f}  keys a merge, {why}")


def show_controls(dropped: Account, whole: Account, less: Account) -> None:
    """What must be found, and what must not."""
    print("\ncontrols: what drops a point must be found")
    for what, one, bad in (
        ("a merge that drops one of the two", dropped, True),
        ("the same session, the merge whole", whole, False),
        ("the lines of one point taken out of both texts", less, True),
    ):
        lost = len(one.words)
        print(f"  {what}: {lost} not accounted for; {'met' if bool(lost) is bad else 'MISSED'}")
    print()


def main() -> None:
    given = arguments(__doc__ or "", 40, "times each key is measured")
    began = time.perf_counter()
    meeting = Meeting(heard(POINTS, TWICE))
    with world(given.disk) as place:
        who = joined(place, meeting, "first", facilitator)
        folder = place.disk / "texts"
        done, entered = draft_it(who, meeting, folder)
        large = place.home("large")
        shutil.copytree(who.home, large)
        for text in ("brief", "report"):
            review(who, meeting, folder, text)
        both = texts(who, meeting, folder, "md,docx,pdf" if pdf() else "md,docx")
        for text in ("brief", "report"):
            who.command("review", SESSION, "--text", text, "--published", "2020-06-05")
        standing = [stands(who, text) for text in ("brief", "report")]
        after = raw(who, meeting, folder)
        made = account(entered, after, *both, meeting.pairs)
        show_account(made)
        show_work(who, done, standing)
        less = account(entered, after, *without_a_point(made, after, both), meeting.pairs)
        show_controls(*control(place), less)
        rows = latency(given.runs, place, large)
    show(f"From a key to its effect, {POINTS} points", "the same screen with 10 points", rows)
    print(f"\nall of it: {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
