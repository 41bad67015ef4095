"""A group of commands whose modules are imported when they are used, and which says in one sentence why it stops."""

import importlib
import sys
import traceback
from collections.abc import Mapping
from typing import IO, Any

import click

from lexkz.findings import refusal
from lexkz.workspace.cli.options import with_limits
from lexkz.workspace.cli.outputs import guarded
from lexkz.workspace.cli.tongue import asked, sentence, word


def shortened(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` characters, cut between words."""
    if len(text) <= width:
        return text
    return text[: width - 3].rsplit(" ", 1)[0] + "..."


class _Misused(click.UsageError):
    """A wrong word on the command line, said in the user's language."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(sentence(refusal(error.format_message())), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Write what was wrong, with the usage of the command and how to get its help."""
        file = file or sys.stderr
        if self.ctx is not None:
            usage = self.ctx.get_usage().removeprefix("Usage:").replace("[OPTIONS]", word("[OPTIONS]"))
            click.echo(f"{word('Usage')}: {usage.strip()}", file=file)
            if self.ctx.help_option_names:
                asked = f"{self.ctx.command_path} {self.ctx.help_option_names[-1]}"
                click.echo(word("Try {help} for help.").format(help=f"'{asked}'"), file=file)
            click.echo(file=file)
        click.echo(f"{word('Error')}: {self.message}", file=file)


class LazyGroup(click.Group):
    """Commands by name, each in a module of this package: ``compare-table`` is ``documents.compare_table_command``."""

    def __init__(self, *args: Any, modules: Mapping[str, str], summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = modules
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the names of the commands in the order of the help."""
        return list(self._modules)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing one of them: help is what people wait for most often."""
        width = formatter.width - 6 - max(map(len, self._summaries))
        rows = [(name, shortened(text, width)) for name, text in self._summaries.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command; its module is imported now."""
        if cmd_name not in self._modules:
            return None
        module = importlib.import_module(f"lexkz.workspace.cli.{self._modules[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return guarded(with_limits(command))

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the words before the command."""
        asked(args)
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise _Misused(error) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what stops it is one sentence on stderr and exit 2, which an error of our own is as well."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _Misused(error) from None
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            said = sentence(refusal(error.strerror or str(error)))
            _stop(f"{said}: {error.filename}" if error.filename else said)
        except Exception as error:
            from lexkz.api import SourceError

            if isinstance(error, SourceError):
                _stop(sentence(error.message or refusal(str(error))))
            # Exit 1 means "done, with findings": a broken promise must not look like it.
            traceback.print_exc()
            _stop(word("this is a fault of lexkz, please report it with the lines above."))


def _stop(sentence: str) -> None:
    click.echo(f"lexkz: {sentence}", err=True)
    sys.exit(2)
