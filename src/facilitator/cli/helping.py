"""Help beyond `--help`: completion for shells, and the manual page."""

from __future__ import annotations

import click

from facilitator import __version__

_SHELLS = ("bash", "zsh", "fish")

_WHERE = {
    "bash": "facilitator completion bash > ~/.local/share/bash-completion/completions/facilitator",
    "zsh": 'facilitator completion zsh > "${fpath[1]}/_facilitator"',
    "fish": "facilitator completion fish > ~/.config/fish/completions/facilitator.fish",
}


@click.command(epilog=f"Example:  {_WHERE['bash']}")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL: commands and options by the Tab key."""
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None  # click knows these three
    root = context.find_root().command
    click.echo(made(root, {}, "facilitator", "_FACILITATOR_COMPLETE").source())


@click.command(epilog="Example:  facilitator manual > ~/.local/share/man/man1/facilitator.1")
@click.pass_context
def manual(context: click.Context) -> None:
    """Print the manual page (roff); read it with: facilitator manual | man -l -"""
    root = context.find_root().command
    assert isinstance(root, click.Group)
    click.echo(page(root), nl=False)


def page(root: click.Group) -> str:
    """The manual page of all commands, made from what they say of themselves."""
    context = click.Context(root, info_name="facilitator")
    told = [
        f'.TH FACILITATOR 1 "" "facilitator {__version__}"',
        ".SH NAME",
        "facilitator \\- run and note dialogues held under the Chatham House Rule",
        ".SH SYNOPSIS",
        ".B facilitator",
        "[COMMAND] [OPTIONS]",
        ".SH DESCRIPTION",
        *_paragraphs(root.help or ""),
        ".SH COMMANDS",
    ]
    for name in sorted(root.commands):
        told += _command(root.commands[name], context, name)
    told += [".SH EXIT STATUS"]
    for status, what in (
        ("0", "done"),
        ("1", "the check found something, or the command was refused"),
        ("2", "wrong usage, or a file that cannot be read"),
        ("70", "a fault of the program; every kept point is safe"),
    ):
        told += [".TP", f".B {status}", _text(what)]
    told += [".SH ENVIRONMENT"]
    for variable, what in (
        ("FACILITATOR_HOME", "Where sessions live."),
        ("FACILITATOR_TEMPLATE", "The house's Word file that texts take their look from."),
        ("NO_COLOR", "Screens without colours."),
    ):
        told += [".TP", f".B {variable}", what]
    return "\n".join(told) + "\n"


def _command(command: click.Command, above: click.Context, name: str) -> list[str]:
    context = click.Context(command, info_name=name, parent=above)
    usage = " ".join(command.collect_usage_pieces(context))
    told = [f".SS facilitator {_text(name)} {_text(usage)}", *_paragraphs(command.help or "")]
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1] and "--help" not in parameter.opts:
            told += [".TP", f".B {_text(record[0])}", _text(record[1])]
    if command.epilog:
        told += [".PP", _text(command.epilog)]
    return told


def _paragraphs(text: str) -> list[str]:
    told: list[str] = []
    for part in text.split("\n\n"):
        words = " ".join(part.split())
        if words:
            told += [".PP", _text(words)]
    return told


def _text(text: str) -> str:
    """A text as roff prints it word for word: hyphens that can be copied, no line a request."""
    told = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{told}" if told.startswith((".", "'")) else told
