"""The note-taker's screen: type a line, Enter, it is safe on disk. It shows no names."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from facilitator.clock import minutes
from facilitator.outlook import length
from facilitator.service import State
from facilitator.ui import words
from facilitator.ui.bar import Bar, while_shown
from facilitator.ui.points import PointsView
from facilitator.ui.session_screen import SessionScreen


class Notes(SessionScreen):
    """Points above, one line below."""

    HINTS = ("advance", "points", "belongs", "agenda", "off_record", "close_session", "help")

    def compose(self) -> ComposeResult:
        yield Bar(id="banner")
        yield Bar(id="topic")
        yield Static(id="rule-line", classes="rule")
        yield PointsView(id="points")
        yield self.make_writing()

    def on_resize(self) -> None:
        self.tick()

    @while_shown
    def tick(self) -> None:
        state, now = self.state, self.link.secretariat.now()
        width = self.size.width
        segment = state.running
        right = ""
        if segment is not None:
            spent = minutes(state.progress.spent(segment.id, now))
            planned = minutes(length(segment, state.progress))
            paused = " PAUSED" if state.progress.paused else ""
            right = f"{words.round_words(state)}{spent} of {planned} min{paused} "
        banner = self.query_one("#banner", Bar)
        banner.say(words.banner(state, right, width))
        banner.set_classes(words.rule_words(state)[2])
        elsewhere = self.link.secretariat.volatile.desk_taken()
        if elsewhere is not self.writing.desk_elsewhere:
            self.writing.desk_elsewhere = elsewhere
            self.writing.show_prompt()
        self.query_one("#topic", Bar).say(self._order_and_topic(state, width))

    def _order_and_topic(self, state: State, width: int) -> Content:
        if not state.segment:
            order = ""
        else:
            title = state.agenda.segment(state.segment).title
            order = f" {title}: {words.order_words(state)}"
        keys = {topic.id: topic.key for topic in state.agenda.topics}
        topics = self.writing.scribe.pen.topics
        told = ", ".join(f"#{keys.get(t) or t} {t}" if keys.get(t) else f"#{t}" for t in topics)
        return words.edges(Content(order), Content(f"topic {told or 'none'} "), width)
