"""Dialogues under the Chatham House Rule: agenda, floor, notes, texts."""

__version__ = "0.1.0"
