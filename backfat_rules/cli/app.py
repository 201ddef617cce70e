"""The commands put together, and what each error means for the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, Any, cast

import typer
from typer.main import get_command

from backfat_rules.cli import (
    answer_command,
    ask_command,
    check_command,
    exercise_command,
    export_command,
    facts_command,
    mcp_command,
    new_command,
    recommend_command,
    report_command,
    rules_command,
    schema_command,
    web_command,
    week_command,
    what_if_command,
    why_command,
)
from backfat_rules.cli.output import write
from backfat_rules.errors import BackfatRulesError, KnowledgeError, ProfileError
from backfat_rules.plain import harmless
from backfat_rules.version import __version__

NAME = "backfat-rules"
INTERRUPTED = 130  # as shells say it

WrongCall = cast(type[Exception], typer.BadParameter.__base__)  # of click, or of typer's own copy

_EPILOG = """\b
Examples:
  backfat-rules recommend person.json
  backfat-rules week person.json --weeks 8
  backfat-rules report person.json plan.html
  backfat-rules ask --save me.json
  backfat-rules why person.json sleep-longer
  backfat-rules what-if person.json sleep_hours=8
  backfat-rules facts --area sleep
  backfat-rules exercise band_row
  backfat-rules rules sleep-longer
  backfat-rules check our-rules/
  backfat-rules schema profile > profile.schema.json
  backfat-rules export js site/
  backfat-rules web site/
  backfat-rules mcp

\b
Exit codes:
  0  all went well, whatever the plan says
  1  the profile was refused: some answers cannot be right; or check: something is lost unsaid
  2  a wrong call: no such option, file, fact area, engine or id; a file that cannot be read
  3  the knowledge base is broken, or a case of it is wrong
  4  the plan says urgent or emergency (only with recommend --fail-on-urgent)
"""

app = typer.Typer(
    name=NAME,
    help="Facts about a person in, a prioritised plan about back fat with reasons out.",
    epilog=_EPILOG,
    invoke_without_command=True,
    rich_markup_mode=None,  # help and wrong calls are plain text in every terminal and log
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(short_help="The plan for the person in a file.", epilog=recommend_command.EXAMPLES)(
    recommend_command.recommend
)
app.command(short_help="A training week for the person.", epilog=week_command.EXAMPLES)(
    week_command.week
)
app.command(short_help="The plan as a page to hand over.", epilog=report_command.EXAMPLES)(
    report_command.report
)
app.command(short_help="An interview that ends with the plan.", epilog=ask_command.EXAMPLES)(
    ask_command.ask
)
app.command(short_help="Why something is in a plan.", epilog=why_command.WHY_EXAMPLES)(
    why_command.why
)
app.command(short_help="Why something is not in a plan.", epilog=why_command.WHY_NOT_EXAMPLES)(
    why_command.why_not
)
app.command(short_help="How other answers change a plan.", epilog=what_if_command.EXAMPLES)(
    what_if_command.what_if
)
app.command(short_help="Everything that a person can tell.", epilog=facts_command.EXAMPLES)(
    facts_command.facts
)
app.command(short_help="All rules, or all about one of them.", epilog=rules_command.EXAMPLES)(
    rules_command.rules
)
app.command(short_help="What is known about a question.", epilog=answer_command.EXAMPLES)(
    answer_command.answer
)
app.command(short_help="How to do an exercise.", epilog=exercise_command.EXAMPLES)(
    exercise_command.exercise
)
app.add_typer(export_command.export, name="export", short_help="Write the rules for JavaScript.")
app.command(short_help="A page with interview and plan.", epilog=web_command.EXAMPLES)(
    web_command.web
)
app.add_typer(new_command.new, name="new", short_help="Begin an entry of your own.")
app.command(short_help="Load a folder of rules, run its cases.", epilog=check_command.EXAMPLES)(
    check_command.check
)
app.command(short_help="Serve assistants.", epilog=mcp_command.EXAMPLES)(mcp_command.mcp)
app.command(short_help="The JSON Schema of profile or plan.", epilog=schema_command.EXAMPLES)(
    schema_command.schema
)


def _show_version(wanted: bool) -> None:
    if wanted:
        write(f"{NAME} {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    call: typer.Context,
    _: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_show_version, help="Show the version and end."
        ),
    ] = False,
) -> None:
    """Facts about a person in, a prioritised plan about back fat with reasons out."""
    if call.invoked_subcommand is None:
        write(call.get_help())


def run(arguments: Sequence[str] | None) -> int:
    """Run one command; the exit code is that of the table in the help."""
    given = None if arguments is None else list(arguments)
    try:
        ended = get_command(app)(args=given, prog_name=NAME, standalone_mode=False)
    except WrongCall as error:
        return _failed(_in_our_style(error), 2)
    except typer.Abort:
        return INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except ProfileError as error:
        return _failed(error, 1)
    except KnowledgeError as error:
        return _failed(error, 3)
    except BackfatRulesError as error:
        return _failed(error, 2)
    return ended if isinstance(ended, int) else 0


def _failed(error: object, code: int) -> int:
    sys.stderr.write(harmless(f"{NAME}: {error}\n"))
    return code


def _in_our_style(error: Any) -> str:
    """What typer says of a wrong call, as our own errors say it; help where nothing was given."""
    said, call = error.format_message(), error.ctx
    if call is not None and said == call.get_help():
        said = "A command is missing."
    elif not said.endswith((".", "?", "!")):
        said += "."
    return f"{said} '{call.command_path if call else NAME} --help' shows how."
