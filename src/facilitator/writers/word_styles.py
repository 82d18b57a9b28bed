"""Which style of a Word file stands for which kind of block, and how its lists count."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from facilitator.writers.word_parts import House, W, own_house, parsed, w

DEEPEST = 4
"""Word has five styles of each kind of list; points below stand at the fifth."""

_SPECIAL = frozenset({"Masthead", "Report Table"})
"""Styles that no house has unless it made them for this program."""

_BULLETS = "•–•–•"
_STEP = 380
"""How much deeper each level of a list begins, in twentieths of a point."""


class Styles:
    """The styles that are used, by name; what the house lacks is taken from our own."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._numbering = house.numbering
        self._own = _by_name(own_house().styles)
        self._known = _by_name(house.styles)
        self._missing: list[str] = []
        self._lists: dict[tuple[bool, int], tuple[str, str, int]] = {}
        self._abstracts: dict[bool, str] = {}
        self._lists_made = self._highest("num", "numId")

    def paragraph(self, name: str) -> str:
        """The id of that paragraph style."""
        return self._id("paragraph", name)

    def table(self) -> str:
        """The id of the style of tables."""
        return self._id("table", "Report Table")

    def points(self, numbered: bool, depth: int) -> tuple[str, str, int]:
        """The style of points at that depth, the id of what counts them, and its level."""
        if (numbered, depth) not in self._lists:
            kind = "List Number" if numbered else "List Bullet"
            name = f"{kind} {depth + 1}" if depth else kind
            style: Any = self._known.get(("paragraph", name.lower()))
            counted = None if style is None else self._counted(style)
            if counted is None:
                # A style of the house that has no sign of its own would make no list.
                counted = self._abstract(numbered), depth
                style = self._added("paragraph", name, self._list(name, counted))
            self._lists[numbered, depth] = (str(style.get(w("styleId"))), *counted)
        return self._lists[numbered, depth]

    def count(self, abstract: str, level: int, *, anew: bool) -> int:
        """The id for a list of that kind; `anew` makes it begin with 1."""
        self._lists_made += 1
        number = self._lists_made
        start = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
        self._numbering.append(
            parsed(
                f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
                f"{start if anew else ''}</w:num>"
            )
        )
        return number

    def remarks(self) -> list[str]:
        """A line on the styles that the house's file lacked, if any."""
        if not self._missing:
            return []
        names = ", ".join(f"'{name}'" for name in self._missing)
        return [f"the template has no style {names}: ours is used instead"]

    def _id(self, kind: str, name: str) -> str:
        style = self._known.get((kind, name.lower()))
        if style is None:
            style = self._added(kind, name, deepcopy(self._own[kind, name.lower()]))
        return str(style.get(w("styleId")))

    def _added(self, kind: str, name: str, style: Any) -> Any:
        if name not in _SPECIAL:
            self._missing.append(name)
        taken = {each.get(w("styleId")) for each in self._house.styles.iterchildren(w("style"))}
        while style.get(w("styleId")) in taken:
            style.set(w("styleId"), f"{style.get(w('styleId'))}1")
        ours = {each.get(w("styleId")): key for key, each in self._own.items()}
        default = (each for (type_, _), each in self._known.items() if type_ == kind)
        basis = next((each for each in default if each.get(w("default"))), None)
        for link in [each for each in style if each.tag in (w("basedOn"), w("next"))]:
            # The house's own style of that name, else whatever its text is set in.
            found = self._known.get(ours[link.get(w("val"))], basis)
            if found is None:
                style.remove(link)
            else:
                link.set(w("val"), found.get(w("styleId")))
        self._house.styles.append(style)
        self._known[kind, name.lower()] = style
        return style

    def _list(self, name: str, counted: tuple[str, int]) -> Any:
        style = deepcopy(self._own["paragraph", "list"])
        style.find(w("name")).set(w("val"), name)
        style.set(w("styleId"), name.replace(" ", ""))
        style.find(w("pPr")).insert(
            0,
            parsed(
                f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="{counted[1]}"/>'
                f'<w:numId w:val="{self.count(*counted, anew=False)}"/></w:numPr>'
            ),
        )
        return style

    def _counted(self, style: Any) -> tuple[str, int] | None:
        """What counts the paragraphs of a style, and its level; None where nothing does."""
        ids = {each.get(w("styleId")): each for each in self._house.styles.iter(w("style"))}
        number, level, each = "", "", style
        for _ in range(len(ids)):
            number = number or _value(each, "pPr", "numPr", "numId")
            level = level or _value(each, "pPr", "numPr", "ilvl")
            each = ids.get(_value(each, "basedOn"))
            if each is None:
                break
        nums = {each.get(w("numId")): each for each in self._numbering.iterchildren(w("num"))}
        if number not in nums:
            return None
        wanted = _value(nums[number], "abstractNumId")
        for kind in self._numbering.iterchildren(w("abstractNum")):
            if kind.get(w("abstractNumId")) == wanted:
                levels = {each.get(w("ilvl"), ""): each for each in kind.iterchildren(w("lvl"))}
                mine = style.get(w("styleId"))
                named = (key for key, each in levels.items() if _value(each, "pStyle") == mine)
                at = next(named, level or "0")
                return (wanted, int(at)) if at in levels and at.isdecimal() else None
        return None

    def _abstract(self, numbered: bool) -> str:
        """The id of our own way of counting (or of bullets)."""
        if numbered not in self._abstracts:
            key = self._highest("abstractNum", "abstractNumId") + 1
            levels = "".join(_level(at, numbered) for at in range(DEEPEST + 1))
            made = parsed(
                f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{key}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
            # The format wants every way of counting before the lists that use one.
            first = self._numbering.find(w("num"))
            if first is None:
                self._numbering.append(made)
            else:
                first.addprevious(made)
            self._abstracts[numbered] = str(key)
        return self._abstracts[numbered]

    def _highest(self, name: str, key: str) -> int:
        found = (each.get(w(key), "") for each in self._numbering.iterchildren(w(name)))
        return max((int(each) for each in found if each.isdecimal()), default=0)


def _by_name(styles: Any) -> dict[tuple[str, str], Any]:
    """Styles by type and by name in small letters: programs write 'Heading 1' both ways."""
    named: dict[tuple[str, str], Any] = {}
    for style in styles.iterchildren(w("style")):
        if style.get(w("styleId")) and _value(style, "name"):
            key = (style.get(w("type"), "paragraph"), _value(style, "name").lower())
            named.setdefault(key, style)
    return named


def _level(at: int, numbered: bool) -> str:
    shape, text = ("decimal", f"%{at + 1}.") if numbered else ("bullet", _BULLETS[at])
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (at + 1)}" w:hanging="{_STEP}"/></w:pPr>'
        # Beside Chinese a sign would be taken from a font that draws it as a dot.
        '<w:rPr><w:rFonts w:hint="default" w:eastAsia="Cambria"/></w:rPr></w:lvl>'
    )


def _value(element: Any, *path: str) -> str:
    """The value of the element at the end of the path, or nothing."""
    for name in path:
        element = element.find(w(name))
        if element is None:
            return ""
    return str(element.get(w("val"), ""))
