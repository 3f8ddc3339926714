"""Commands and groups of commands that speak Swedish: their help, and what is wrong with how they were given.

All is done where Typer lets a command say things its own way, so that no English text is ever looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from klarsprak.cli.shared import help as swedish
from klarsprak.cli.shared.completion import in_swedish
from klarsprak.cli.shared.errors import ReaderGoneError, UsageError, said_of_command, with_hint
from klarsprak.files.meant import did_you_mean

EXIT_CODES = (
    "Slutkoder: 0 inget att anmärka på, eller bara sådant som är under nivån i --fail-on; 1 anmärkningar; "
    "2 något gick inte att läsa, eller kommandot är fel skrivet; 130 avbrutet."
)
"""What ``check`` answers a script."""
AUDIT_CODES = (
    "Slutkoder: 0 granskningen är klar, också om några brev inte gick att läsa; 2 inget brev gick att läsa, "
    "eller kommandot är fel skrivet; 130 avbrutet."
)
"""What ``audit run`` answers a script."""
GATE_CODES = (
    "Slutkoder: 0 alla brev är släppta; 1 minst ett brev är stoppat; 2 ett brev gick inte att läsa eller flytta, "
    "eller kommandot är fel skrivet; 130 avbrutet."
)
"""What ``gate`` answers a script."""
COMPARE_CODES = "Slutkoder: 0 ingen skillnad i sak hittad; 1 skillnader; 2 en fil gick inte att läsa."
"""What ``compare`` answers a script."""

if TYPE_CHECKING:
    _Base = TyperCommand  # groups have what is asked of it here, but it is none of their ancestors
else:
    _Base = object


class _InSwedish(_Base):
    """What commands and groups have in common."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters; whether a file may be read is left to who reads it, and names it then."""
        parameters = super().get_params(ctx)
        for each in parameters:
            if hasattr(each, "type_descriptor"):
                each.type_descriptor.parameter_info.readable = False
        return parameters

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = swedish.SHOW_HELP
        return option

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What stands after the command's name on the line that shows how it is written."""
        return [swedish.OPTIONS, *map(swedish.in_usage, swedish.arguments(self.get_params(ctx)))]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is written."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), swedish.USAGE)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the lists of arguments and options."""
        parameters = self.get_params(ctx)
        rows = map(swedish.argument_row, swedish.arguments(parameters))
        swedish.write_section(formatter, "Argument", list(rows))
        rows = map(swedish.option_row, swedish.options(parameters))
        swedish.write_section(formatter, "Alternativ", list(rows))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; raises ``ReaderGoneError`` where Typer would end the program with a code of its own."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ReaderGoneError from None


class Command(_InSwedish, TyperCommand):
    """A command that speaks Swedish."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what was given; raises ``UsageError`` for what is left over."""
        ctx.allow_extra_args = True  # what is too much is told here, in Swedish
        with said_of_command(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            said = f"”{' '.join(rest)}” är för mycket. Ta bort det, eller kör kommandot en gång för vart och ett."
            raise UsageError(with_hint(said, ctx))
        return rest


class Group(_InSwedish, TyperGroup):
    """A group of commands that speaks Swedish."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The group's options, those of the library's own in Swedish."""
        return list(map(in_swedish, super().get_params(ctx)))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The options, and then the command, which some groups can do without."""
        command = "[KOMMANDO …]" if self.invoke_without_command else "KOMMANDO …"
        return [swedish.OPTIONS, command]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the lists of options and commands."""
        super().format_options(ctx, formatter)
        commands = ((name, self.commands[name]) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(formatter.width)) for name, command in commands]
        swedish.write_section(formatter, "Kommandon", rows)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the group's own options; ``--`` alone asks for nothing and gets the help."""
        with said_of_command(ctx):
            return super().parse_args(ctx, [] if args == ["--"] else args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of that name; raises ``UsageError`` where there is none."""
        name = args[0]
        if name not in self.commands and not ctx.resilient_parsing:
            said = f"Kommandot {name} finns inte.{did_you_mean(name, self.commands)}"
            raise UsageError(with_hint(said, ctx))
        return super().resolve_command(ctx, args)
