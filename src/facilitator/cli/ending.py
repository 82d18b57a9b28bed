"""The commands after the texts are out: seal a session, then purge it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.common import home_option, read_roster, roster_option
from facilitator.cli.terminal import confirmed, say
from facilitator.errors import Refused

if TYPE_CHECKING:
    from facilitator.service import Secretariat


@click.command(epilog="Example:  facilitator seal 2020-05-28-afghan-view --roster roster.toml")
@click.argument("session", required=False)
@roster_option
@click.option("--keep-roster", is_flag=True, help="Do not destroy the roster file.")
@click.option("--roster-gone", is_flag=True, help="The roster was destroyed before: no search.")
@click.option(
    "--override", metavar="REASON", help="Seal in spite of what is found; say why (kept nowhere)."
)
@click.option("--yes", is_flag=True, help="Seal without asking.")
@home_option
def seal(
    session: str | None,
    roster: str | None,
    keep_roster: bool,
    roster_gone: bool,
    override: str | None,
    yes: bool,
    home: str | None,
) -> None:
    """Destroy the roster of SESSION and what is left that could tell who spoke.

    For when the texts are cleared. The order of points that nobody placed is drawn anew, ids
    are renewed, the list of struck points goes, old traces are wiped, and every file of the
    program, the exported texts too, is searched for every private string of the roster. Then
    the roster is overwritten and removed, and only then it says "sealed". Cut off at any
    moment, it is finished by the next opening of the session.

    Refused while private strings stand in the points or texts, while a review is unfinished,
    while the session is open elsewhere, or while another session uses the same roster.
    """
    from facilitator import paths
    from facilitator.cli import wiring
    from facilitator.cli.gate import HeldBack
    from facilitator.cli.retaining import kept_for
    from facilitator.cli.sealing import Sealer, Wanted
    from facilitator.record import Seal

    if override is not None and not override.strip():
        raise Refused('an override needs its reason: --override "why it may be sealed"')
    if roster is not None and roster_gone:
        raise click.UsageError("Either --roster or --roster-gone.")
    root = paths.home(home)
    chosen = wiring.choose_session(root, session, closed=True)
    secretariat = wiring.enter(root, chosen, "command", sealing=False)
    try:
        if secretariat.store.sealing().state is Seal.SEALED:
            click.echo("sealed already")
            return
        people = read_roster(roster)
        file = None if roster in (None, "-") else Path(str(roster))
        wanted = Wanted(
            file, people, spared=keep_roster, gone=roster_gone, override=override is not None
        )
        sealer = Sealer(root, paths.session_dir(root, chosen), secretariat)
        sealer.check(wanted)
        for line in kept_for(secretariat):
            say(line)
        if not yes:
            _ask(sealer.question(wanted), "not sealed: say --yes to seal without being asked")
        for line in sealer.seal(wanted):
            click.echo(line)
        if roster == "-":
            say("the roster came over standard input: destroy it where it lies")
    except HeldBack as held:
        for line in held.findings:
            say(line)
        raise
    finally:
        secretariat.leave()


@click.command(epilog="Example:  facilitator purge 2020-05-28-afghan-view")
@click.argument("session", required=False)
@click.option("--yes", is_flag=True, help="Purge without asking.")
@home_option
def purge(session: str | None, yes: bool, home: str | None) -> None:
    """Destroy the notes of SESSION; a receipt with names and sizes of files stays.

    Exported texts stay where they are and are listed. Cut off at any moment, it is finished
    when the sessions are looked at next.
    """
    from facilitator import paths
    from facilitator.circulation import Circulation
    from facilitator.cli import wiring
    from facilitator.cli.purging import Purger
    from facilitator.cli.retaining import kept_for

    root = paths.home(home)
    chosen = wiring.choose_session(root, session, closed=True)
    secretariat = wiring.enter(root, chosen, "command")
    try:
        purger = Purger(paths.session_dir(root, chosen), secretariat)
        purger.check()
        for line in kept_for(secretariat):
            say(line)
        if not yes:
            _ask(purger.question(), "not purged: say --yes to purge without being asked")
        for line in purger.purge(Circulation(secretariat).today()):
            click.echo(line)
    finally:
        _leave(secretariat)


def _ask(question: str, refusal: str) -> None:
    """Say what is destroyed, and go on only where the person says so; Enter is no."""
    *lines, asked = question.splitlines()
    for line in lines:
        say(line)
    if not confirmed(asked):
        raise Refused(refusal)


def _leave(secretariat: Secretariat) -> None:
    """Let go of a session that may not exist any more."""
    secretariat.volatile.release()
    secretariat.store.close()
