"""Neutral wordings: "One participant argued", a label removed, "they" for "she".

Every rewrite is one change of the original text, made by rule and always the same. It is
only a proposal here; the guard offers it after reading the changed sentence itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.guard import clues_en
from facilitator.guard.findings import Edit
from facilitator.guard.scripts import written_together
from facilitator.guard.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen at tokens [first, last): its kind ("person", "body", "phrase", "own",
    "inference"), and the people meant where they are known."""

    first: int
    last: int
    kind: str
    people: frozenset[int] = frozenset()


_THEY = {"she": "they", "he": "they", "herself": "themselves", "himself": "themselves",
         "his": "their", "hers": "theirs", "him": "them"}  # fmt: skip
_PLURAL_VERB = {"was": "were", "is": "are", "has": "have", "does": "do", "wasn't": "weren't",
                "isn't": "aren't", "hasn't": "haven't", "doesn't": "don't"}  # fmt: skip
_BASE_LIKE = frozenset("would will had could should may might must can did".split())


class Writer:
    """Proposes changes for one text; `said` counts who has been rewritten before."""

    def __init__(self, text: str, tokens: Tokens, letters: str) -> None:
        self.text = text
        self.tokens = tokens
        self.letters = letters
        self.met: list[frozenset[int]] = []
        self.neutral = re.search(r"\b(?:one|a) participant\b", text, re.I) is not None

    def edit(self, sight: Sight) -> Edit | None:
        """The change that would settle what was seen, if one comes to mind."""
        start, end = self.tokens.original(sight.first, sight.last - 1)
        label = self._label(sight, start, end)
        if label is not None:
            return label
        if sight.kind == "presence" or self._unspaced(sight):
            return None
        if sight.kind == "inference":
            return self._unsaid(sight, start, end)
        if sight.kind == "phrase":
            return self._dropped(start, end)
        if sight.kind == "own":
            return self._own(sight, start, end)
        return self._somebody(sight, start, end)

    def _unspaced(self, sight: Sight) -> bool:
        """Whether the name stands in a script without spaces: no English fits there."""
        return any(
            written_together(self.tokens.words[i][0]) for i in range(sight.first, sight.last)
        )

    def _label(self, sight: Sight, start: int, end: int) -> Edit | None:
        """A speaker label goes with its sign; what follows takes a capital."""
        before = self.text[:start]
        line = before.rpartition("\n")[2]
        lead = re.fullmatch(r"\s*(?:[-*•·>+=?!~@_\"#]+\s+|\(?\d+[.)]\s+)?[\[(]?", line)
        if lead is None:
            return None
        sign = re.match(
            r"\.?(?:\s?\([^)\n]{1,40}\))?(?:\s*:|[\])]\s*:?|\s+[-–—](?=\s))\s*", self.text[end:]
        )
        if sign is None or (self.text[end : end + 1] in {")", "]"} and line[-1:] not in {"(", "["}):
            return None
        stop = end + sign.end()
        begin = start - (1 if line[-1:] in {"(", "["} else 0)
        return (
            Edit(begin, stop + 1, self.text[stop : stop + 1].upper())
            if stop < len(self.text)
            else None
        )

    def _capitalised(self, first: int, words: str) -> str:
        return words[:1].upper() + words[1:] if self.tokens.starts[first] else words

    def _plural(self, sight: Sight) -> bool:
        span = self.letters[sight.first : sight.last]
        heads = [c for c in span if c in "RrPlOoSNTuL"]
        lower = self.tokens.lower[sight.first : sight.last]
        if lower and lower[0] in {"one", "a", "an", "another"}:
            return False
        if span.startswith("q"):
            return True
        return bool(heads) and (heads[0] in "SL" or any(h in "rlo" for h in heads))

    def _who(self, sight: Sight) -> str:
        if self._plural(sight):
            return "some participants"
        if sight.people and sight.people in self.met:
            return "that participant"
        if sight.people:
            self.met.append(sight.people)
        word = "another participant" if self.neutral else "one participant"
        self.neutral = True
        return word

    def _somebody(self, sight: Sight, start: int, end: int) -> Edit:
        """ "One participant", in the place of the words."""
        text, first = self.text, sight.first
        bracket = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        if bracket:
            begin = len(text[: start - 1].rstrip()) if start > 1 else start - 1
            return Edit(begin, end + 1, "")
        before = self.letters[first - 1 : first]
        after = self.letters[sight.last : sight.last + 1]
        if before == "d" and after in {"x", "."} and sight.kind == "person":
            return Edit(start, end + len(text[end:]) - len(text[end:].lstrip()), "")
        address = re.match(r"@[\w-]+(?:\.[\w-]+)*|[\w.+-]*@[\w-]+(?:\.[\w-]+)*", text[end:])
        if address:
            end += address.end()
        if before in {"d", "a"} and self.tokens.lower[first - 1] in {"the", "a", "an"}:
            start = self.tokens.original(first - 1, first - 1)[0]
            first -= 1
        return Edit(start, end, self._capitalised(first, self._who(sight)))

    def _dropped(self, start: int, end: int) -> Edit | None:
        """A phrase such as "Speaking for the bank," goes altogether."""
        text = self.text
        after = re.match(r"[^,.;:!?\n]{0,40}?,\s*", text[end:])
        opens = not text[:start].strip() or text[:start].rstrip()[-1] in '.!?\n:"“'
        if opens and after:
            stop = end + after.end()
            return Edit(start, stop + 1, text[stop : stop + 1].upper())
        if text[:start].rstrip().endswith(","):
            begin = len(text[:start].rstrip()) - 1
            stop = end + after.end() - 1 if after and after.group().startswith(",") else end
            return Edit(begin, stop, "")
        if opens and text[end : end + 1] == " ":
            return Edit(start, end + 2, text[end + 1 : end + 2].upper())
        return None

    def _own(self, sight: Sight, start: int, end: int) -> Edit | None:
        """ "Our ministry" becomes "the authorities", where the verb agrees."""
        following = self.tokens.lower[sight.last : sight.last + 1]
        if self.letters[sight.first - 1 : sight.first] in {*"89f123"}:
            return None
        if following and following[0] in _PLURAL_VERB:
            stop = self.tokens.original(sight.last, sight.last)[1]
            said = f"the authorities {_PLURAL_VERB[following[0]]}"
            return Edit(start, stop, self._capitalised(sight.first, said))
        if following and following[0] == "'s":
            return None
        if following and following[0].endswith("s") and following[0] not in {"as", "was"}:
            return None
        return Edit(start, end, self._capitalised(sight.first, "the authorities"))

    def _unsaid(self, sight: Sight, start: int, end: int) -> Edit | None:
        lower = self.tokens.lower
        if lower[sight.first] in clues_en.GENDERED:
            return self._they(sight)
        if lower[sight.first] in clues_en.WHOSE or self.letters[sight.first] in {",", "f"}:
            return self._clause(sight, start)
        if self.letters[sight.last : sight.last + 1] == ",":
            comma = self.letters.rfind(",", max(0, sight.first - 3), sight.first)
            if comma >= 0:  # an aside: "one speaker, a naval officer, said"
                begin = self.tokens.original(comma, comma)[0]
                return Edit(begin, self.tokens.original(sight.last, sight.last)[1], "")
        return self._somebody(sight, start, end)

    def _they(self, sight: Sight) -> Edit | None:
        """ "they" for every "she" of the sentence, in one change."""
        begin, stop = self.tokens.sentence(sight.first)
        lower = self.tokens.lower
        places = [i for i in range(begin, stop) if lower[i] in clues_en.GENDERED]
        first, last = places[0], places[-1]
        pieces: list[str] = []
        at = self.tokens.original(first, first)[0]
        begin_text, end_text = at, at
        skip = -1
        for place in range(first, min(last + 2, stop)):
            start, end = self.tokens.original(place, place)
            word = lower[place]
            new = self.text[start:end]
            if word in clues_en.GENDERED:
                follows = self.letters[place + 1 : place + 2]
                their = "them" if follows in {"", "!", ",", *"123456789jf|"} else "their"
                new = their if word == "her" else _THEY[word]
                if word in {"she", "he"} and place + 1 < stop:
                    skip = place + 1
                    verb = lower[skip]
                    if verb.endswith("s") and verb not in _PLURAL_VERB:
                        return None
                new = self._capitalised(place, new)
            elif place == skip and word in _PLURAL_VERB:
                new = _PLURAL_VERB[word]
            elif place > last:
                break
            pieces.append(self.text[at:start] + new)
            at = end_text = end
        return Edit(begin_text, end_text, "".join(pieces))

    def _clause(self, sight: Sight, start: int) -> Edit | None:
        """A relative clause goes, up to the verb that it delayed."""
        _, stop = self.tokens.sentence(sight.first)
        for place in range(sight.last, stop):
            if self.letters[place] in "Vvi":
                begin = len(self.text[:start].rstrip().rstrip(","))
                return Edit(begin, self.tokens.original(place, place)[0], " ")
        return None
