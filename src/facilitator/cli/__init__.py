"""The commands, and the wiring of the parts behind them."""

from facilitator.cli.main import main

__all__ = ["main"]
