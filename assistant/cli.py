"""The command line: `probation ask`, `search`, `check`, `ingest`, `fetch`, `publications`, `mcp`: see README.md."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from assistant import as_json
from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.checking.claims import CheckedDraft
from assistant.checking.files import draft_text
from assistant.cli_fetch import fetch
from assistant.cli_ingest import print_ingested
from assistant.exports.said import put_into_words
from assistant.requests import Asked, asked_lines, pasted_lines
from assistant.waiting import Waiting, waiting
from corpus.errors import ProbationError, UnreadableFile
from corpus.files import files

os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


class OneLine(click.Group):
    """Turns every error a user can meet into one line on standard error and exit code 2."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line."""
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except (ProbationError, click.ClickException) as error:
            said = error.format_message() if isinstance(error, click.ClickException) else str(error)
            said += " See probation --help." if isinstance(error, click.UsageError) else ""
            click.echo(f"probation: {' '.join(said.split())}", err=True)
            sys.exit(2)
        except (click.Abort, KeyboardInterrupt):
            click.echo("probation: stopped; what was finished is kept", err=True)
            sys.exit(130)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=OneLine)
@click.version_option(package_name="probation-assistant")
def main() -> None:
    """Answers about published probation statistics, with every figure traced to its source."""


QUESTION = click.argument("question", required=False)
VERDICTS = (
    ("contradicted", "\u2717", "contradicted"),
    ("not_found", "?", "not found"),
    ("supported", "\u2713", "supported"),
)
JSON = click.option("--json", "as_lines", is_flag=True, help="Print JSON, one object a line.")
FROM = click.option("--from", "source", type=click.Path(path_type=Path), help="Questions as JSON lines (with --json).")


@main.command()
@QUESTION
@JSON
@FROM
@click.option("--model", "by_model", is_flag=True, help="Let the model that PROBATION_MODEL names write it, checked.")
def ask(question: str | None, as_lines: bool, source: Path | None, by_model: bool) -> None:
    """Answer QUESTION, with sources.

    \b
    Example:
      probation ask "How many targets were met in 2024-25?"
    """
    with waiting("Preparing the search index") as report:
        answered = answering(by_model, report)
        if as_lines or source:
            for item in requests(question, source, as_lines):
                answer = answered(item.turns)
                report.stop()
                print_json(as_json.answer(answer, item.id))
            return
        answer = answered([needed(question)])
    print_answer(answer)


@main.command()
@QUESTION
@click.option("-k", "count", default=10, show_default=True, type=click.IntRange(1, 100), help="How many passages.")
@JSON
@FROM
def search(question: str | None, count: int, as_lines: bool, source: Path | None) -> None:
    """Find the passages and table rows that bear most on QUESTION's words."""
    with waiting("Preparing the search index") as report:
        assistant = Assistant.open(progress=report)
        if as_lines or source:
            for item in requests(question, source, as_lines):
                print_json(as_json.found(assistant.search(item.turns[-1], count), item.id))
            return
        for found in assistant.search(needed(question), count):
            click.echo(f"{found.chunk.publication.title}, {found.chunk.locator} ({found.score:.2f})")
            click.echo(f"  {found.chunk.text}\n")


@main.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@JSON
@click.option("--from", "source", type=click.Path(path_type=Path), help="Drafts as JSON lines (with --json).")
def check(file: Path | None, as_lines: bool, source: Path | None) -> None:
    """Hold every figure of a draft in FILE (text, Markdown or Word; - for standard input) against the publications.

    \b
    Example:
      probation check answer.txt
    """
    if source and not as_lines:
        raise click.UsageError("--from prints JSON lines: give --json with it.")
    if not source and file is None:
        raise click.UsageError("Give a draft: probation check answer.txt, or probation check - to type or paste it.")
    with waiting("Checking the draft") as report:
        assistant = Assistant.open(progress=report)
        if source:
            for item in pasted_lines(source):
                print_json(as_json.checked(assistant.check(item.text), item.id))
            return
        assert file is not None
        checked = assistant.check(draft_of(file))
        if as_lines:
            print_json(as_json.checked(checked, "1" if str(file) == "-" else file.name))
        else:
            print_checked(checked)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@JSON
def ingest(paths: tuple[Path, ...], as_lines: bool) -> None:
    """Read publications (files or folders) into the store; without PATHS, prepare what is held for searching.

    PDF, Word, HTML, text, data tables (.ods, .xlsx, .csv), JSON of GOV.UK and of written questions, and zips of these,
    known by what they hold. A sidecar NAME.toml beside NAME.pdf may give id, title, publisher, published, period,
    geography, series, licence and url. What differs from a version held before is told, and so are counts and totals
    that the tables do not give. Unchanged publications cost nothing.
    """
    assistant = Assistant.open()
    failed = False
    for path in named(paths):
        if isinstance(path, UnreadableFile):
            failed = True
            click.echo(f"probation: {path}", err=True)
            continue
        with waiting(f"Reading {path.name}") as report:
            ingested = assistant.ingest(path, report)
        for one in ingested:
            failed = not print_ingested(one, as_lines) or failed
    with waiting("Preparing the search index") as report:
        assistant.prepare(report)
    if failed:
        sys.exit(2)


@main.command()
@JSON
def publications(as_lines: bool) -> None:
    """List what is held: title, publisher, date, periods, passages, observations."""
    for held in Assistant.open().publications():
        if as_lines:
            print_json(as_json.held(held))
            continue
        publication = held.publication
        dated = f", published {publication.published}" if publication.published else ""
        text = "data tables" if publication.data_tables else "full text"
        kind = "summary in our own words" if publication.summary else text
        click.echo(f"{publication.title}\n  {publication.publisher}{dated} ({kind})")
        click.echo(f"  {held.passages} passages, {held.observations} observations")
        if held.periods:
            click.echo(f"  figures for {', '.join(held.periods[:6])}{' and earlier' if len(held.periods) > 6 else ''}")


main.add_command(fetch)


def answering(by_model: bool, report: Waiting) -> Callable[[Sequence[str]], Answer]:
    """What answers a conversation: the assistant itself, or the model that the environment names, held to it."""
    if not by_model:
        return Assistant.open(progress=report).ask
    from assistant.model.settings import settings

    chosen = settings()
    if chosen is None:
        raise click.UsageError("No model is set: set PROBATION_MODEL to its provider and name, such as openai:NAME.")
    from assistant.model.answering import Modelled

    modelled = Modelled(Assistant.open(progress=report), chosen)
    return lambda turns: modelled.ask(turns, watcher=report)


@main.command()
@click.option("--http", is_flag=True, help="Over HTTP, to this computer alone; without it over standard input.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="The port of --http.")
def mcp(http: bool, port: int) -> None:
    """Serve the tools to other assistants, over the Model Context Protocol."""
    from assistant import served

    assistant = Assistant.open()
    served.over_http(assistant, port) if http else served.over_stdio(assistant)


def named(paths: Sequence[Path]) -> Iterator[Path | UnreadableFile]:
    """The files that paths name, each path on its own: one that cannot be read leaves the others."""
    for path in paths:
        try:
            yield from files(path)
        except UnreadableFile as error:
            yield error


def requests(question: str | None, source: Path | None, as_lines: bool) -> Iterator[Asked]:
    """The questions asked on the command line or in a file; a file goes with --json."""
    if not as_lines:
        raise click.UsageError("--from prints JSON lines: give --json with it.")
    if source is None:
        yield Asked(id="1", question=needed(question))
        return
    yield from asked_lines(source)


def draft_of(file: Path) -> str:
    """The text of a draft in a file, or from standard input where the file is "-". Raises UnreadableFile."""
    if str(file) == "-":
        return draft_text("standard input", sys.stdin.buffer.read())
    try:
        return draft_text(str(file), file.read_bytes())
    except FileNotFoundError:
        raise UnreadableFile(file, "there is no such file", "Check the path.") from None
    except OSError as error:
        raise UnreadableFile(
            file, f"cannot be read ({error.strerror or error})", "Give a text or Word file."
        ) from error


def needed(question: str | None) -> str:
    """The question, or a mistake of use that says what to do."""
    if not question or not question.strip():
        raise click.UsageError('Give a question: probation ask "How many targets were met last year?"')
    return question


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on one line, at once."""
    click.echo(json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()


def print_answer(answer: Answer) -> None:
    """An answer as text: the answer, what to know of it, and where it stands."""
    click.echo(answer.text)
    for caveat in answer.caveats:
        click.echo(f"\nNote: {caveat}")
    for option in answer.options:
        click.echo(f"  - {option}")
    if worded := put_into_words(answer):
        click.echo(f"\n{worded}")
    if answer.understood:
        click.echo(f"\nUnderstood as: {'; '.join(one.value for one in answer.understood)}")
    if answer.citations:
        click.echo("\nSources")
    for citation in answer.citations:
        publication = citation.publication
        dated = f", {publication.published.day} {publication.published:%B %Y}" if publication.published else ""
        click.echo(f"  [{citation.number}] {publication.title}{dated}: {citation.locator}")
        for line in citation.quote.split("\n"):
            click.echo(f"      {line}")
        if publication.url:
            click.echo(f"      {publication.url}")


def print_checked(draft: CheckedDraft) -> None:
    """A checked draft as text: each claim with its verdict and place, those to mend first, then what to add."""
    click.echo(draft.summary)
    for verdict, sign, words in VERDICTS:
        for claim in (one for one in draft.claims if one.finding.verdict == verdict):
            finding = claim.finding
            published = f"; published: {finding.published}" if verdict == "contradicted" and finding.published else ""
            click.echo(
                f"\n{sign} {claim.figure}: {words}{published}\n  {' '.join(claim.sentence.split())}\n  {finding.reason}"
            )
            if mended := draft.corrected_sentence(claim):
                click.echo(f"  Corrected: {' '.join(mended.split())}")
            for caveat in finding.caveats:
                click.echo(f"  Note: {caveat}")
            if finding.citation:
                click.echo(f"  Source: {finding.citation.publication.title}, {finding.citation.locator}")


if __name__ == "__main__":
    main()
