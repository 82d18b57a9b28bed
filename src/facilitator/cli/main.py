"""The console command: one clear line for every error, and no value in any crash."""

from __future__ import annotations

import os
import sys

import click

from facilitator.cli.auditing import audit
from facilitator.cli.checking import check
from facilitator.cli.commands import commands
from facilitator.cli.common import REFUSED, UNUSABLE
from facilitator.cli.drafting import draft
from facilitator.cli.ending import purge, seal
from facilitator.cli.finishing import close, export
from facilitator.cli.guarding import guard
from facilitator.cli.handing_over import take
from facilitator.cli.helping import completion, manual
from facilitator.cli.listing import search, sessions
from facilitator.cli.papers import papers
from facilitator.cli.preparing import new
from facilitator.cli.registering import roster
from facilitator.cli.reviewing import review
from facilitator.cli.terminal import say, secure_process
from facilitator.errors import Refused, Trouble

for command in (
    audit,
    completion,
    manual,
    search,
    sessions,
    check,
    close,
    draft,
    export,
    guard,
    new,
    papers,
    purge,
    review,
    roster,
    seal,
    take,
):
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
        # Under its own name also where Python was told to run it, for the help and the shells.
        commands.main(
            prog_name="facilitator",
            complete_var="_FACILITATOR_COMPLETE",
            standalone_mode=False,
        )
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
