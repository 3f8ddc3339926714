"""Groups that do something without a command too: their options aren't those of the commands below."""

from __future__ import annotations

import typer

from klarsprak.cli.shared.errors import UsageError


def leaves_to_command(context: typer.Context) -> bool:
    """Whether a command below the group is to run instead of the group's own.

    Raises ``UsageError`` for an option of the group's before it, which would be without effect.
    """
    name = context.invoked_subcommand
    if name is None:
        return False
    given = [each.opts[0] for each in context.command.params if _is_given(context, each.name)]
    if given:
        written = f"{context.command_path} {name}"
        raise UsageError(
            f"{given[0]} står före ”{name}” och gäller inte där. Skriv alternativ efter kommandot. "
            f"Skriv ”{written} --help” så ser du vilka det har."
        )
    return True


def _is_given(context: typer.Context, name: str | None) -> bool:
    """Whether a parameter stands on the command line."""
    source = context.get_parameter_source(name or "")
    return source is not None and source.name == "COMMANDLINE"
