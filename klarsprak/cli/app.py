"""The commands, and their help in Swedish."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

_SWEDISH = {
    "[default: .]": "[annars: mappen där du står]",
    "Usage:": "Så skriver du:",
    "Options:": "Alternativ:",
    "Arguments:": "Argument:",
    "Commands:": "Kommandon:",
    "[OPTIONS]": "[ALTERNATIV]",
    "COMMAND [ARGS]...": "KOMMANDO …",
    "Show this message and exit.": "Visa den här hjälpen.",
    "[default:": "[annars:",
    " <list[str]>": " " * 12,
    " <path>": " " * 7,
    " <str>": " " * 6,
    "[required]": "[måste anges]",
}
_PATTERNS = {
    re.compile(r"\{(\w+)…?\}\.\.\."): r"\1 …",
    re.compile(r"\{(\w+)\}"): r"\1",
    re.compile(r"\[\[(\w+)\]\]"): r"[\1]",
    re.compile(r"\[(\w+)…\]\.\.\."): r"[\1 …]",
    re.compile(r"\[annars: (\d+)\.0"): r"[annars: \1",
    re.compile(r";(\s+)x>=(\d+(?:\.[1-9])?)(?:\.0)?\]"): r",\1minst \2]",
}
"""What several arguments, and numbers that must not be too small, look like."""


def _swedish(text: str) -> str:
    for english, swedish in _SWEDISH.items():
        text = text.replace(english, swedish)
    for pattern, swedish in _PATTERNS.items():
        text = pattern.sub(swedish, text)
    return text


class Command(TyperCommand):
    """A command whose help is in Swedish throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help with the library's own words in Swedish."""
        return _swedish(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands whose help is in Swedish throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help with the library's own words in Swedish."""
        return _swedish(super().get_help(ctx))


def _version(wanted: bool) -> None:
    if wanted:
        from klarsprak import __version__

        typer.echo(f"klarsprak {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Group,
    name="klarsprak",
    help="Granskar brev så att den som får dem förstår dem.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
rules = typer.Typer(cls=Group, help="Visa, skriv och prova reglerna.", no_args_is_help=True, rich_markup_mode=None)
audits = typer.Typer(cls=Group, help="Granska ett helt arkiv av brev.", no_args_is_help=True, rich_markup_mode=None)
statutes = typer.Typer(cls=Group, rich_markup_mode=None)
gates = typer.Typer(cls=Group, subcommand_metavar="[KOMMANDO …]", rich_markup_mode=None)


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Visa programmets version.")
    ] = False,
) -> None:
    pass


def _add_commands() -> None:
    from klarsprak.cli.annotate import annotate
    from klarsprak.cli.audit_compare import compare
    from klarsprak.cli.audit_report import report
    from klarsprak.cli.audit_run import audit
    from klarsprak.cli.audit_status import status
    from klarsprak.cli.baseline import baseline
    from klarsprak.cli.check import check
    from klarsprak.cli.fix import fix
    from klarsprak.cli.gate import gate
    from klarsprak.cli.gate_mail import MailCommand, mail
    from klarsprak.cli.init import init
    from klarsprak.cli.laws import laws
    from klarsprak.cli.laws_import import import_laws
    from klarsprak.cli.laws_list import list_laws
    from klarsprak.cli.laws_show import show as show_law
    from klarsprak.cli.rules_docs import docs
    from klarsprak.cli.rules_list import list_rules
    from klarsprak.cli.rules_new import new
    from klarsprak.cli.rules_schema import print_schema
    from klarsprak.cli.rules_show import show
    from klarsprak.cli.rules_test import run_examples

    app.command("check", cls=Command)(check)
    app.command("annotate", cls=Command)(annotate)
    app.command("fix", cls=Command)(fix)
    app.command("init", cls=Command)(init)
    app.command("baseline", cls=Command)(baseline)
    rules.command("list", cls=Command)(list_rules)
    rules.command("show", cls=Command)(show)
    rules.command("test", cls=Command)(run_examples)
    rules.command("new", cls=Command)(new)
    rules.command("schema", cls=Command)(print_schema)
    rules.command("docs", cls=Command)(docs)
    app.add_typer(rules, name="rules")
    audits.command("run", cls=Command)(audit)
    audits.command("status", cls=Command)(status)
    audits.command("report", cls=Command)(report)
    audits.command("compare", cls=Command)(compare)
    app.add_typer(audits, name="audit")
    statutes.callback(invoke_without_command=True)(laws)
    statutes.command("list", cls=Command)(list_laws)
    statutes.command("show", cls=Command)(show_law)
    statutes.command("import", cls=Command)(import_laws)
    app.add_typer(statutes, name="laws")
    gates.callback(invoke_without_command=True)(gate)
    gates.command("mail", cls=MailCommand)(mail)
    app.add_typer(gates, name="gate")


_add_commands()
