"""Where a participant is spoken of without a name: "one participant", "As a judge he"."""

from __future__ import annotations

import re

from facilitator.guard import acts_en, clues_en, frames_en
from facilitator.guard.frames import outside
from facilitator.guard.matters import THEN, recalled
from facilitator.guard.picked import Picker
from facilitator.guard.room import suffered
from facilitator.guard.tokens import Tokens

_MENTION = re.compile(
    r"(?:(?:[dawm]~*)(?:[FNTGBSuj]~*|\.(?=[POuR])|[q.]-\.)*(?:-[FNTG.]~*)*[RPOYu]~*"
    r"|a(?:[FNTG]~*)*B(?=f)|u(?=[Wf85(,3gVvAjs])"
    r"|q~*d?q?~*(?:[FNTG]~*)*[rlou]~*|q~*dq?~*(?:F~*)*[SG]~*|a~*1d(?:F~*)*[rlou]~*"
    r"|[da](?:F~*)*(?:G~*(?=[jA]*[VvigsA])|[NTG]~*(?=W))|a(?=[jA]*[VvgsA]|,[WFOYPa])|a1d@|q~d@|q~w(?=[jA]*[VvgsAW])|da(?=W))"
)
_SPEAKS_LATER = re.compile(r"[^!|]{0,40}?[Vvigs@A]")
_ONE_OF = re.compile(r"\bone of (?:[a-z]+ ){0,3}?[a-z]*$")
_NO_HEAD = frozenset(".ZxBbNP")


class Mentions:
    """Finds them in the clauses of one text."""

    def __init__(self, tokens: Tokens, acts: str, picker: Picker) -> None:
        self.tokens = tokens
        self.acts = acts
        self.picker = picker

    def first(self, first: int, last: int) -> tuple[int, int] | None:
        """The first participant spoken of in the clause [first, last), as tokens."""
        lower = self.tokens.lower
        here = self.acts[first:last]
        for match in _MENTION.finditer(here):
            head = match.group().rstrip("~")[-1]
            begin, end = first + match.start(), first + match.end()
            if head == "w":
                if lower[begin] == "one":
                    return begin, end
            elif head == "a":
                if lower[begin] == "another" or (
                    lower[begin : begin + 2] == ["the", "one"]
                    and self._acts(here[match.end() : match.end() + 2], begin, end, last, head)
                ):
                    return begin, end
            elif head == "@":
                return begin, end
            elif head in "Rr":
                if lower[begin] not in clues_en.WHOEVER:
                    return begin, end
            elif self._acts(here[match.end() : match.end() + 2], begin, end, last, head):
                return begin, end
        return None

    def _acts(self, follows: str, begin: int, end: int, last: int, head: str) -> bool:
        """Whether somebody who is no participant by name does something in the room."""
        lower = self.tokens.lower
        if follows[:1] in _NO_HEAD and follows:
            return False
        if head == "u" and lower[begin] == "a" and self._hers(end, last):
            return True
        if follows[:1] == "'" and follows not in {"'x", "'F"}:
            return False
        words = lower[begin:end]
        if words[0] in {"its", "their"} and words[-1] in clues_en.AUTHORS:
            return True
        if words[0] in {"its", "their"} or words[0] == "nobody":
            return False
        if not frames_en.POWERS.isdisjoint(words) or words[-1] in clues_en.HERALDS:
            return False
        if words[0] in clues_en.ARTICLES and clues_en.TO_COME.search(
            " ".join(lower[end : end + 8])
        ):
            return False
        if self.picker.source(begin, self.tokens.sentence(begin)[0]) and (
            head not in "OoY"
            or (words[0] in clues_en.ARTICLES and not outside(self.tokens, begin, end))
        ):
            return True
        if head in "PLOoYlu" and recalled(lower, self.tokens.sentence(begin)[0], begin, last):
            return False
        public = head in "OoY" and not frames_en.PUBLIC_OFFICES.isdisjoint(words)
        if public and words[0] == "the" and "former" not in words:
            return False
        if words[0] == "the" and words[-1] == "member" and lower[end : end + 1] == ["of"]:
            return False
        if "same" in words and words[0] == "the":
            return True
        if self.acts[begin - 1] in {"6", "f"} and (
            self.acts[begin - 2] in "Vv"
            or lower[begin - 2] in clues_en.HEARD
            or (self.acts[begin - 3 : begin - 1] == "xA" and self.acts[begin - 1] == "6")
        ):
            return True
        spoken = _SPEAKS_LATER.match(self.acts, end, last)
        if spoken is None:
            return False
        verb = spoken.end() - 1
        if self.acts[end : end + 1] == "W" and lower[verb][-2:] in {"ks", "es", "ts", "ds", "ns"}:
            # What they do for a living; what they did here comes behind it.
            main = _SPEAKS_LATER.match(self.acts, verb + 1, last)
            return main is not None and self._happened(main.end() - 1, last)
        if head in "OPYo" and (
            "once" in lower[end:verb]
            or ("had" in lower[end:verb] and frames_en.years(lower[end:last]))
        ):
            return False  # "a former minister of Ghana once called it"
        if not clues_en.PERHAPS.isdisjoint(lower[end : verb + 1]) or not self._happened(verb, last):
            return False
        if self.acts[verb] not in "Vi" and THEN.search(" ".join(lower[verb:last])):
            return False  # "licensed its third operator that year"
        speech = verb if self.acts[verb] in "Vvi" else -1
        if self.acts[end : end + 1] == "W" and (speech < 0 or lower[verb] in clues_en.DEEDS):
            # What they did once, and when, is not when they spoke.
            main = _SPEAKS_LATER.match(self.acts, verb + 1, last)
            if main and not self._happened(main.end() - 1, last):
                return False
            end = main.end() - 1 if main else end
        return not outside(self.tokens, begin, end, moved=False, said=speech)

    def _hers(self, end: int, last: int) -> bool:
        """ "The line is a woman's", "a woman's hand went up"."""
        lower, acts = self.tokens.lower, self.acts
        if acts[end : end + 1] != "'" or end + 1 >= last:
            return False
        return acts[end + 1] in "!,|x" or lower[end + 1] in clues_en.REMARKS | {"work"}

    def _happened(self, verb: int, last: int) -> bool:
        """Whether the clause tells of something past that was not only suffered."""
        lower, acts = self.tokens.lower, self.acts
        if acts[max(0, verb - 3) : verb].rstrip("jAI").endswith("W"):
            return lower[verb][-1] != "s" or lower[verb] in {"was", "has"}
        main = verb
        while main + 1 < last and acts[main] in "jAI":
            main += 1
        if suffered(lower[verb:main], lower[main]) or not acts_en.BEFALLS.isdisjoint(
            (lower[main], lower[last - 1], lower[last - 2])
        ):
            return False
        return any(
            acts[i] in "gA@"
            or (acts[i] in "Vvis" and (lower[i][-1] != "s" or lower[i] in {"was", "has"}))
            for i in range(verb, last)
        )

    def goes_on(self, mention: tuple[int, int]) -> bool:
        """Whether a mention is of the participant spoken of before: "the same speaker"."""
        words = self.tokens.lower[mention[0] : mention[1]]
        return words[0] in {"the", "this", "that"} and ("same" in words or len(words) == 2)

    def several(self, end: int, *, alone: bool = True) -> bool:
        """Whether the mention that ends here is of more than one person; with `alone`, "one of
        them" is not."""
        place = end - 1
        while place and self.acts[place] == "~":
            place -= 1
        one = self.acts[max(0, place - 2) : place]
        if alone and _ONE_OF.search(" ".join(self.tokens.lower[max(0, place - 5) : place])):
            return False
        return self.acts[place] in "rlo" and not one.startswith("1")

    def remark(self, first: int, last: int, *, fresh: bool) -> bool:
        """Whether the clause tells of a remark whose speaker is not told: "There was a warning".

        Where somebody is spoken of already, only what is another remark is somebody else's.
        """
        lower, acts = self.tokens.lower, self.acts
        for at in range(first, min(first + 9, last)):
            if acts[at] in "Vv":
                break
            if lower[at] in clues_en.REMARKS or (acts[at] == "x" and lower[at] != "paper"):
                before = lower[max(first, at - 3) : at]
                return fresh or not clues_en.ANOTHER.isdisjoint(before)
        return fresh and lower[last - 3 : last - 2] == ["we"] and lower[last - 2] in clues_en.LEARNT

    def counted(self, begin: int, end: int) -> bool:
        """Whether the mention tells that there are two or three such people."""
        words = self.tokens.lower[begin:end]
        return self.several(end, alone=False) and not clues_en.SEVERAL.isdisjoint(words)

    def own(self, first: int) -> bool:
        """ "In her view", "in his own work"."""
        return self.tokens.lower[first : first + 2] in (["in", "her"], ["in", "his"])

    def lead(self, first: int, last: int) -> int:
        """Where the subject stands that opening words describe: "As a former minister he"."""
        lower, acts = self.tokens.lower, self.acts
        opener = lower[first]
        if opener not in clues_en.OPENERS or (opener == "in" and not self.own(first)):
            return 0
        if opener == "speaking" and acts[first + 1 : first + 2] not in {"4", "5", "f"}:
            return 0
        bare = opener in clues_en.WITHOUT_COMMA
        for place in range(first + 1, min(first + 15, last)):
            act = acts[place]
            after_comma = acts[place - 1] == ","
            if lower[place] in {"he", "she"} and (after_comma or bare):
                return place
            if after_comma and bare and act == "a":
                return place if _MENTION.match(acts, place) or lower[place] == "another" else 0
            if act in "W!|" or (act in "Vvi" and opener == "as"):
                return 0
            if act in "VviAI" and opener in clues_en.ARTICLES:
                return 0
        return 0
