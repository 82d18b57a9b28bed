"""Whether a word that is part of somebody's name stands for them where it stands."""

from __future__ import annotations

from facilitator.guard.deeds import opens_nothing
from facilitator.guard.deeds_en import PRESENTS
from facilitator.guard.folding import fold_name
from facilitator.guard.frames import Language, outside
from facilitator.guard.lexicon import Hit, Known, Part, is_word
from facilitator.guard.name_parts import (
    CLAIMED,
    COMPOUNDING,
    HEADS,
    PARTICLES,
    PERSONAL_STYLES,
    POST_NOMINALS,
    RANKS,
    REVERED,
    STYLES_AFTER,
)
from facilitator.guard.namesakes import Namesakes
from facilitator.guard.neighbours import Neighbours
from facilitator.guard.scripts import WHOLE
from facilitator.guard.skeleton import heard, unlike
from facilitator.guard.spelling import Spellings
from facilitator.guard.standing import CALENDAR, FUNCTION, OPENERS, Standing
from facilitator.guard.strangers_en import NAMED_AFTER
from facilitator.guard.vocabulary import is_english


class Verdicts:
    """Gives them for one text; made for every text, thrown away after it."""

    def __init__(self, spellings: Spellings, language: Language, neighbours: Neighbours) -> None:
        self.spellings = spellings
        self.lexicon = spellings.lexicon
        self.language = language
        self.neighbours = neighbours
        self.standing = Standing(neighbours.tokens, neighbours.letters, spellings)
        self.tokens = neighbours.tokens
        self.namesakes = Namesakes(neighbours.tokens, neighbours.letters, spellings)
        self.letters = neighbours.letters
        self.small = neighbours.small
        self.others: set[str] = set()
        """Words that were somebody else's name before in this text."""

    def of(
        self,
        person: int,
        mine: dict[int, Hit],
        place: int,
        chunk: tuple[int, int],
        title: str,
    ) -> bool | None:
        """True: the person; False: somebody of the same name, it seems; None: no name."""
        first, last = chunk
        lower, words = self.tokens.lower, self.tokens.words
        known = self.lexicon.people[person]
        parts = {hit.part for hit in mine.values()}
        family = Part.FAMILY in parts or self._all_pieces(mine, Part.FAMILY_PIECE, known.family)
        given = bool(parts & {Part.GIVEN, Part.SHORT}) or self._all_pieces(
            mine, Part.GIVEN_PIECE, known.given
        )
        far = max(hit.near for hit in mine.values())
        rest = [
            at
            for at in range(first, last)
            if at not in mine
            and words[at][0].isalpha()
            and lower[at] not in PARTICLES
            and lower[at] not in POST_NOMINALS
            and not (lower[at] in self.language.single and not words[at][0].isupper())
        ]
        honoured = self._excellency(first)
        if honoured <= min(mine) and honoured > first:
            rest = [at for at in rest if at >= honoured]
            title = title or "excellency"
        styled = [at for at in rest if at > max(mine) and lower[at] in STYLES_AFTER]
        if styled:
            rest = [at for at in rest if at not in styled]
            title = title or "mr"
        if any(at > place and lower[at] in NAMED_AFTER for at in rest):
            return None
        if lower[place] in NAMED_AFTER and len(mine) == 1 and place and not title:
            before = place - 1
            if words[before][0].isupper() and (
                lower[before] in self.lexicon.words or not self.tokens.starts[before]
            ):
                return None  # "Wall Street"
        led = min(mine) - (title != "" and title not in PERSONAL_STYLES)
        if len(mine) == 1 and (self.namesakes.borne(led) or self.namesakes.of_a_place(place)):
            return None
        name = known.who.name
        if self.namesakes.with_an_article(min(mine), name) and known.who.country not in _ARABIC:
            return False
        if self.namesakes.of_a_ruler(max(mine) + 1, name):
            return False
        if far and self._abbreviation(place):
            return None
        if self._with_a_particle(min(mine), known):
            return False
        if max(mine) + 1 >= last and self.namesakes.called_after(min(mine), max(mine) + 1):
            return None
        if self._part_of_another(min(mine), max(mine) + 1, mine):
            return False
        both = "".join(name[0] for name in known.given)
        initial = [at for at in rest if len(words[at]) == 1 or lower[at] == both]
        matching = [
            at
            for at in initial
            if lower[at] == both
            or any(name.startswith(lower[at]) for name in (*known.given, *known.family))
        ]
        rest = [at for at in rest if at not in initial]
        if (family or Part.FAMILY_PIECE in parts) and (given or Part.GIVEN_PIECE in parts):
            tail = max(mine) + 2
            if (
                mine[max(mine)].part is Part.GIVEN_PIECE
                and lower[tail - 1 : tail] == ["-"]
                and tail < len(lower)
                and tail not in mine
                and lower[tail] not in STYLES_AFTER
            ):
                rest = [*rest, tail]
            if any(self._half_of(at, known, mine) for at in rest):
                return False
            if (
                far == 2
                and words[place].isascii()
                and not self.standing.like_a_person(min(mine), max(mine) + 1)
            ):
                return None
            return (
                True
                if self.neighbours.cased(first, last) or not self._all_words(mine)
                else (
                    True
                    if self.standing.like_a_person(min(mine), max(mine) + 1, strict=True)
                    else None
                )
            )
        if not words[place].isascii():
            return True
        if rest and (family or given):
            others = [at for at in rest if not self._akin(at, known, mine)]
            if not others:
                return True
            rest = others if far == 0 else rest
        if family and matching and min(matching) < place:
            return min(initial) in matching  # "W. C. Fields" is not Carol Fields
        if initial and not matching and not given and any(at < place for at in initial):
            return False
        if rest and far == 0 and not title:
            neighbours = [at for at in rest if not self._beside(at, place)]
            if neighbours:
                return False if not is_word(lower[place]) or family else None
        elif rest and (far or not self._beside(rest[0], place)):
            if far == 1 and all(self.tokens.starts[at] for at in rest):
                return self._respelled(mine, place, title)  # "Pytanie Wisniewskiego"
            return None if far else False
        if title and title not in PERSONAL_STYLES:
            own = title in known.titles or any(
                title in t or t in title for t in known.titles if len(t) > 3
            )
            if not own and self._somebody_elses(known, title, first, last):
                return False
            if not own and is_word(lower[place]):
                return False
        if title in REVERED and title not in known.titles and not family:
            return False  # "Imam Reza"
        if far:
            return self._respelled(mine, place, title)
        if title and (title in PERSONAL_STYLES or title in known.titles):
            written = words[place][0].isupper() or self.small or not is_word(lower[place])
            return True if written else None  # "the secretary may not vote"
        if lower[place] in self.others and not given:
            return False
        pieces_only = not (family or given)
        return self._alone(place, mine, pieces_only)

    def _somebody_elses(self, known: Known, title: str, first: int, last: int) -> bool:
        """Whether a rank before the name is not the person's: "President Park"."""
        if title in CLAIMED:
            return title.startswith("chair") and outside(self.tokens, first, last)
        if title in HEADS:
            return True
        if title == "general" and first > 1 and self.tokens.lower[first - 2] in _GENERALS:
            return True
        return any(mine in RANKS for mine in known.titles)

    def _abbreviation(self, place: int) -> bool:
        """Whether capitals that are nearly a name are none: USAID, CSIRO."""
        word = self.tokens.words[place]
        if not word.isupper() or len(word) < 3 or self.tokens.shouted:
            return False
        return not self.standing.openings.labelled(place, place + 1)

    def _with_a_particle(self, left: int, known: Known) -> bool:
        """Whether the name is the second half of one that is not the person's: "Abdul Rahman"."""
        before = self.tokens.lower[left - 1] if left else ""
        return (
            before in COMPOUNDING
            and self.tokens.capital(left - 1)
            and before not in fold_name(known.who.name).lower()
        )

    def _part_of_another(self, left: int, right: int, mine: dict[int, Hit]) -> bool:
        """Whether the name is half of a stranger's or of a firm's: "Wolde-Giorgis", "Ernst &
        Young", "Dodd–Frank"."""
        words, lower, tokens = self.tokens.words, self.tokens.lower, self.tokens
        if right + 1 < len(words) and lower[right] in {"-", "–", "&"}:
            tight = tokens.tight(right) and tokens.tight(right + 1)
            if (tight or lower[right] == "&") and self._strange(right + 1):
                return lower[right] != "-" or len(mine) > 1
        if left > 1 and lower[left - 1] in {"–", "&"} and self._strange(left - 2):
            return lower[left - 1] == "&" or (tokens.tight(left) and tokens.tight(left - 1))
        return False

    def _excellency(self, first: int) -> int:
        """Where the name begins behind "H.E." at `first`; `first` itself without it."""
        lower = self.tokens.lower
        if lower[first : first + 4] == ["h", ".", "e", "."]:
            return first + 4
        return first + 1 if self.tokens.words[first] in {"HE", "HH", "HRH"} else first

    def _strange(self, at: int) -> bool:
        """Whether a name or an unknown word stands there that is no participant's."""
        word = self.tokens.words[at]
        return (
            word[0].isupper()
            and word.isascii()
            and word.isalpha()
            and len(word) > 2
            and not word.isupper()
            and self.tokens.lower[at] not in STYLES_AFTER
            and not self.spellings.hits(word)
        )

    def _half_of(self, at: int, known: Known, mine: dict[int, Hit]) -> bool:
        """Whether the word at `at` is half of a strange given name: "Park Chung-hee"."""
        for near in (at - 2, at + 2, at - 1, at + 1):
            hit = mine.get(near)
            if hit is None or hit.part is not Part.GIVEN_PIECE:
                continue
            if abs(near - at) == 2 and self.tokens.lower[(near + at) // 2] != "-":
                continue
            word = heard(self.tokens.lower[at])
            return all(unlike(word, heard(name), 1.0) > 0.6 for name in known.given)
        return False

    def _all_pieces(self, mine: dict[int, Hit], piece: Part, name: tuple[str, ...]) -> bool:
        solid = sum(token not in PARTICLES for token in name)
        return solid > 1 and sum(hit.part is piece for hit in mine.values()) >= solid

    def _all_words(self, mine: dict[int, Hit]) -> bool:
        return all(is_word(self.tokens.lower[at].replace("'", "")) for at in mine)

    def _beside(self, at: int, place: int) -> bool:
        """Whether the two words are two participants: "the Hosseini-Wang exchange"."""
        between = self.tokens.words[min(at, place) + 1 : max(at, place)]
        return between == ["-"] and any(hit.part is Part.FAMILY for hit in self.neighbours.hits(at))

    def _akin(self, at: int, known: Known, mine: dict[int, Hit]) -> bool:
        """Whether a word beside a name of somebody is a freer spelling of another of theirs."""
        lower = self.tokens.lower
        word = heard(lower[at].replace("'", ""))
        if not word.isascii() or len(word) < 4:
            return False
        if is_english(lower[at]):
            return False
        whole = {hit.part for hit in mine.values()}
        names = known.given if Part.FAMILY in whole else known.family
        if lower[at + 1 : at + 2] == ["-"] and self.tokens.tight(at + 1) and at + 2 < len(lower):
            word, names = heard(lower[at] + lower[at + 2]), ("".join(names),)
        return any(
            len(name) > 3 and unlike(word, heard(name), len(name)) <= 0.22 * len(name)
            for name in names
        )

    def _respelled(self, mine: dict[int, Hit], place: int, title: str) -> bool | None:
        """A name in another spelling stands alone: anywhere, or only where people stand."""
        hit = mine[place]
        word = self.tokens.words[place]
        if not word.isascii() or (title and title in PERSONAL_STYLES):
            return True
        if hit.part not in WHOLE and hit.near > 1:
            return None
        if (
            place
            and self.letters[place - 1] in {"8", "9", "2"}
            and not self.standing.owned(place + 1)
        ):
            return None
        telling = hit.near == 1 and (len(word) > 4 or word[-1] == "s") and not word.isupper()
        if telling and (word[0].isupper() or self.small):
            return True
        stands = self.standing.like_a_person(place, place + 1)
        return True if stands or self.standing.small_name(place, place + 1) else None

    def _names_a_thing(self, place: int, word: str) -> bool:
        """Whether a word that is mostly a name opens a sentence with a noun: "Gill nets"."""
        after = self.tokens.lower[place + 1 : place + 2]
        return (
            self.tokens.starts[place]
            and is_english(word)
            and after != []
            and after[0].endswith("s")
            and after[0] not in PRESENTS
            and self.letters[place + 1] == "."
            and is_english(after[0])
        )

    def _plain_around(self, place: int) -> bool:
        """Whether no other capitals stand beside a short word in capitals: no title, no shout."""
        word = self.tokens.words[place]
        near = (
            self.tokens.words[max(0, place - 1) : place] + self.tokens.words[place + 1 : place + 2]
        )
        return not word.isupper() and not any(each[0].isupper() for each in near)

    def _alone(self, place: int, mine: dict[int, Hit], pieces_only: bool) -> bool | None:
        """A family or given name exactly as on the roster stands alone."""
        lower, words = self.tokens.lower, self.tokens.words
        word = lower[place].replace("'", "")
        left, right = min(mine), max(mine) + 1
        if word == "i":
            return None  # the family name Ri is also written so
        if not words[place].isascii():
            return True
        hit = mine[place]
        weak = hit.part in (Part.GIVEN, Part.SHORT, Part.GIVEN_PIECE) or pieces_only
        pieces_only = pieces_only and len(word) < 4
        capital = words[place][0].isupper()
        if word in FUNCTION and (self.tokens.starts[place] or not capital):
            if word in OPENERS and (capital or self.small):
                after = lower[right : right + 9]
                if after[:1] == ["'s"] and word not in CALENDAR:
                    return True
                if word not in CALENDAR and word != "will" and opens_nothing(word, after):
                    return True
                if self.standing.did_speak(right) and after[1:2] != ["the"]:
                    return True
                if word in CALENDAR or word == "will":
                    return True if self.standing.like_a_person(left, right) else None
            return True if self.standing.openings.labelled(left, right) else None
        if word in self.language.places:
            if capital and self.standing.only_here(left, right):
                return True
            return True if self.standing.openings.labelled(left, right) and not self.small else None
        if word in CALENDAR and self.standing.came_from(left, right):
            return True
        if (
            word in CALENDAR
            and not self.standing.owned(right)
            and (
                self.letters[left - 1 : left] in {*"8f194", "-"}
                or not CALENDAR.isdisjoint(lower[max(0, left - 3) : left])
                or lower[max(0, left - 1)] in _BEFORE_MONTHS
            )
        ):
            return None
        if pieces_only or is_word(word):
            if not words[place][0].isupper() and not self.tokens.starts[left]:
                return True if self.small and self.standing.small_name(left, right) else None
            if self.letters[left - 1 : left] in {*"dam"} and not self.standing.relative(left):
                if not is_word(word):
                    return True
                return True if self.letters[right : right + 1] == "x" else None
            if len(word) < 3 and words[place][0].isupper() and not self.tokens.starts[place]:
                return True if word not in FUNCTION or self._plain_around(place) else None
            if self.standing.like_a_person(left, right, strict=not words[place][0].isupper()):
                return True
            return self.standing.capital_tells(place, word)
        if capital or self.small:
            if self.letters[left - 1 : left] == "8" and lower[right : right + 1] != ["'s"]:
                return None  # "in Hamilton"
            if self._names_a_thing(place, word):
                return None
            if capital or not is_english(word):
                return True
            return True if self.standing.like_a_person(left, right, strict=True) else None
        if left and (lower[left - 1] in _ARTICLES or self.letters[left - 1] in "dam"):
            return None
        if is_english(word):
            return True if self.standing.like_a_person(left, right, strict=True) else None
        if weak and len(word) < 5:
            return True if self.standing.like_a_person(left, right, strict=True) else None
        return True


_ARABIC = frozenset("AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SO SY TN YE".split())
"""Countries in which "El" is part of a name that a roster may spell without it."""

_GENERALS = frozenset("director secretary attorney auditor governor surgeon inspector".split())
_ARTICLES = frozenset(
    "el la los las un una le les des il lo gli der die das o os as um uma".split()
)
_BEFORE_MONTHS = frozenset(
    "since until till through before after during early late mid last next this each every".split()
)
