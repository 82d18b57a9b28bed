"""What the guard is measured against: plain searches, and Presidio with a deny-list."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from labelled import Material, Note


class Words:
    """Searches for a list of terms as they stand; what a text editor could do."""

    def __init__(
        self, title: str, terms: Callable[[Sequence[Mapping[str, Any]]], list[str]]
    ) -> None:
        self.title = title
        self.seconds = 0.0
        self._terms = terms
        self._patterns: dict[tuple[int, str], re.Pattern[str]] = {}

    def index(self, people: Sequence[Mapping[str, Any]]) -> re.Pattern[str]:
        longest = sorted(self._terms(people), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)

    def findings(self, source: Material, note: Note) -> list[tuple[int, int]]:
        key = (id(source), note.people)
        if key not in self._patterns:
            self._patterns[key] = self.index(source.rosters[note.people])
        pattern, start = self._patterns[key], time.perf_counter()
        found = [match.span() for match in pattern.finditer(note.text)]
        self.seconds = time.perf_counter() - start
        return found


def full_names(people: Sequence[Mapping[str, Any]]) -> list[str]:
    """Names and aliases as they are written."""
    return list(dict.fromkeys(t for each in people for t in (each["name"], *each["aliases"])))


def every_term(people: Sequence[Mapping[str, Any]]) -> list[str]:
    """Whatever a careful person would put on a deny-list."""
    terms: dict[str, None] = {}
    for each in people:
        titles = each.get("honorific", ())
        for term in (
            each["name"],
            each.get("given", ""),
            each.get("family", ""),
            *each.get("aliases", ()),
            *(f"{title} {each['family']}" for title in titles if each.get("family")),
            each.get("office", ""),
            each.get("affiliation", ""),
            *each.get("acronyms", ()),
        ):
            if len(term) > 1:
                terms[term] = None
    return list(terms)


def any_word(people: Sequence[Mapping[str, Any]]) -> list[str]:
    """Every word of three letters or more of every term."""
    words = (word for term in every_term(people) for word in re.findall(r"\w{3,}", term))
    common = {"and", "the", "for", "der", "von", "van", "des", "del", "former"}
    return list(dict.fromkeys(word for word in words if word.lower() not in common))


PRESIDIO = """
import json, sys, time
import spacy
from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

class Blank(SpacyNlpEngine):
    def __init__(self):
        super().__init__()
        self.nlp = {"en": spacy.blank("en")}

engine, analyzers = Blank(), {}
for line in sys.stdin:
    asked = json.loads(line)
    began = time.perf_counter()
    if "terms" in asked:
        denied = PatternRecognizer(supported_entity="ROSTER", deny_list=asked["terms"])
        registry = RecognizerRegistry(recognizers=[denied], supported_languages=["en"])
        analyzers[asked["key"]] = AnalyzerEngine(
            registry=registry, nlp_engine=engine, supported_languages=["en"]
        )
        said = []
    else:
        analyzer = analyzers[asked["key"]]
        said = [
            [[each.start, each.end] for each in analyzer.analyze(text, language="en")]
            for text in asked["texts"]
        ]
    print(json.dumps([time.perf_counter() - began, said]), flush=True)
"""
"""The control, run by another interpreter: it needs no more than Presidio and spaCy's tokens."""


class Presidio:
    """Presidio with every term of the roster as a deny-list, in a process of its own."""

    title = "Presidio, deny-list"

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._known: set[str] = set()
        self.seconds = 0.0

    def _ask(self, **asked: object) -> list[list[list[int]]]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise EOFError("Presidio has ended")
        self.seconds, said = json.loads(answer)
        return said  # type: ignore[no-any-return]

    def index(self, people: Sequence[Mapping[str, Any]]) -> None:
        self._ask(key="large", terms=every_term(people))

    def check(self, texts: Sequence[str]) -> None:
        self._ask(key="large", texts=list(texts))

    def findings(self, source: Material, note: Note) -> list[tuple[int, int]]:
        key = f"{source.title} {note.people}"
        if key not in self._known:
            self._ask(key=key, terms=every_term(source.rosters[note.people]))
            self._known.add(key)
        return [(start, end) for start, end in self._ask(key=key, texts=[note.text])[0]]


@contextmanager
def presidio(folder: Path | None) -> Iterator[Presidio]:
    """Presidio, installed into `folder` (kept, and used again) or into one that is removed."""
    with ExitStack() as ended:
        place = folder or Path(ended.enter_context(tempfile.TemporaryDirectory()))
        python = place / "bin" / "python"
        if not python.exists():
            print(f"installing Presidio into {place} …", file=sys.stderr)
            venv.create(place, with_pip=True)
            install = [python, "-m", "pip", "install", "--quiet", "presidio-analyzer>=2.2,<3"]
            subprocess.run(install, check=True)
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        process = subprocess.Popen(
            [python, "-W", "ignore", "-c", PRESIDIO],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**kept, "PYTHONIOENCODING": "utf-8"},
        )
        ended.callback(process.wait)
        ended.callback(process.kill)
        yield Presidio(process)
