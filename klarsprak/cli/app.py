"""The commands, and their help in Swedish."""

from __future__ import annotations

from typing import Annotated

import typer

from klarsprak.cli.shared.commands import AUDIT_CODES, COMPARE_CODES, EXIT_CODES, GATE_CODES, Command, Group


def _version(wanted: bool) -> None:
    if wanted:
        from klarsprak.version import __version__

        typer.echo(f"klarsprak {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Group,
    name="klarsprak",
    help="Granskar brev så att den som får dem förstår dem.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules = typer.Typer(cls=Group, help="Visa, skriv och prova reglerna.", no_args_is_help=True, rich_markup_mode=None)
audits = typer.Typer(cls=Group, help="Granska ett helt arkiv av brev.", no_args_is_help=True, rich_markup_mode=None)
statutes = typer.Typer(cls=Group, rich_markup_mode=None)
gates = typer.Typer(cls=Group, epilog=GATE_CODES, rich_markup_mode=None)


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Visa programmets version.")
    ] = False,
) -> None:
    pass


def _add_commands() -> None:
    from klarsprak.cli.addin import addin
    from klarsprak.cli.annotate import annotate
    from klarsprak.cli.audit.compare import compare
    from klarsprak.cli.audit.report import report
    from klarsprak.cli.audit.run import audit
    from klarsprak.cli.audit.status import status
    from klarsprak.cli.audit.templates import templates
    from klarsprak.cli.baseline import baseline
    from klarsprak.cli.check import check
    from klarsprak.cli.compare import compare as compare_texts
    from klarsprak.cli.fix import fix
    from klarsprak.cli.gate.folder import gate
    from klarsprak.cli.gate.mail import MailCommand, mail
    from klarsprak.cli.gate.smtp import smtp
    from klarsprak.cli.init import init
    from klarsprak.cli.laws.affected import affected
    from klarsprak.cli.laws.diff import diff
    from klarsprak.cli.laws.fetch import fetch
    from klarsprak.cli.laws.import_acts import import_laws
    from klarsprak.cli.laws.list import list_laws
    from klarsprak.cli.laws.overview import laws
    from klarsprak.cli.laws.show import show as show_law
    from klarsprak.cli.lsp import lsp
    from klarsprak.cli.mcp import mcp
    from klarsprak.cli.rules.docs import docs
    from klarsprak.cli.rules.find import find
    from klarsprak.cli.rules.list import list_rules
    from klarsprak.cli.rules.new import new
    from klarsprak.cli.rules.schema import print_schema
    from klarsprak.cli.rules.show import show
    from klarsprak.cli.rules.test import run_examples
    from klarsprak.cli.serve import serve

    app.command("check", cls=Command, epilog=EXIT_CODES)(check)
    app.command("annotate", cls=Command)(annotate)
    app.command("fix", cls=Command)(fix)
    app.command("compare", cls=Command, epilog=COMPARE_CODES)(compare_texts)
    app.command("mcp", cls=Command)(mcp)
    app.command("init", cls=Command)(init)
    app.command("baseline", cls=Command)(baseline)
    app.command("lsp", cls=Command)(lsp)
    rules.command("list", cls=Command)(list_rules)
    rules.command("find", cls=Command)(find)
    rules.command("show", cls=Command)(show)
    rules.command("test", cls=Command)(run_examples)
    rules.command("new", cls=Command)(new)
    rules.command("schema", cls=Command)(print_schema)
    rules.command("docs", cls=Command)(docs)
    app.add_typer(rules, name="rules")
    audits.command("run", cls=Command, epilog=AUDIT_CODES)(audit)
    audits.command("status", cls=Command)(status)
    audits.command("report", cls=Command)(report)
    audits.command("templates", cls=Command)(templates)
    audits.command("compare", cls=Command)(compare)
    app.add_typer(audits, name="audit")
    statutes.callback(invoke_without_command=True)(laws)
    statutes.command("list", cls=Command)(list_laws)
    statutes.command("show", cls=Command)(show_law)
    statutes.command("fetch", cls=Command)(fetch)
    statutes.command("import", cls=Command)(import_laws)
    statutes.command("diff", cls=Command)(diff)
    statutes.command("affected", cls=Command)(affected)
    app.add_typer(statutes, name="laws")
    app.command("serve", cls=Command)(serve)
    app.command("addin", cls=Command)(addin)
    gates.callback(invoke_without_command=True)(gate)
    gates.command("mail", cls=MailCommand)(mail)
    gates.command("smtp", cls=Command)(smtp)
    app.add_typer(gates, name="gate")


_add_commands()
