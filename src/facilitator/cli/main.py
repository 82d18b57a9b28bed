"""The console command: one clear line for every error, and no value in any crash."""

from __future__ import annotations

import os
import sys

import click

from facilitator.cli.auditing import audit
from facilitator.cli.commands import commands
from facilitator.cli.common import REFUSED, UNUSABLE
from facilitator.cli.drafting import draft
from facilitator.cli.ending import purge, seal
from facilitator.cli.finishing import close, export
from facilitator.cli.guarding import guard
from facilitator.cli.handing_over import take
from facilitator.cli.reviewing import review
from facilitator.cli.terminal import say, secure_process
from facilitator.errors import Refused, Trouble

for command in (audit, close, draft, export, guard, purge, review, seal, take):
    commands.add_command(command)

CRASHED, INTERRUPTED = 70, 130


def main() -> None:
    """The console command."""
    secure_process()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # none shall see a roster
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # the framework's log would hold every key pressed
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)  # they would freeze the screen's size
    try:
        commands.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.ctx.get_help() if shown.ctx else "")
        sys.exit(0)
    except click.UsageError as error:
        hint = error.ctx.command_path if error.ctx else "facilitator"
        say(f"facilitator: {error.format_message()} Try: {hint} --help")
        sys.exit(UNUSABLE)
    except Refused as refusal:
        say(f"facilitator: {refusal}")
        sys.exit(REFUSED)
    except Trouble as trouble:
        say(f"facilitator: {trouble}")
        sys.exit(trouble.status)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(REFUSED)
    except OSError as error:
        say(f"facilitator: cannot write the answer: {(error.strerror or 'an error').lower()}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(UNUSABLE)
    except Exception as fault:  # noqa: BLE001 - the last resort; a traceback would show names
        from facilitator import paths

        say(f"facilitator stopped because of a fault of its own ({type(fault).__name__}).")
        say(f"Every kept point is safe in {paths.home()}; start the same command again.")
        sys.exit(CRASHED)
