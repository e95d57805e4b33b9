"""`probation fetch`: what a user asks for comes, and goes through the same door as a file; or what is new is listed."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from assistant.answer import Assistant, default_home
from assistant.cli_ingest import print_ingested
from assistant.waiting import waiting
from corpus.errors import Unfetched

if TYPE_CHECKING:
    from corpus.fetching import Fetched, Fetcher
    from corpus.fetching.catalogue import Catalogue
    from corpus.fetching.since import New

DOWNLOADS = "downloads"  # the folder in the assistant's own
NEEDED = "Give an address, the number of a written question, --questions WORDS, --all or --new."


@click.command()
@click.argument("addresses", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Fetch everything in the catalogue.")
@click.option("--new", "news", is_flag=True, help="List what has come out since in the series held; fetch nothing.")
@click.option("--questions", "words", help="Fetch answered written questions with these words.")
@click.option("--most", default=50, show_default=True, type=click.IntRange(1, 500), help="Of --questions, how many.")
@click.option("--json", "as_lines", is_flag=True, help="Print JSON, one object a line.")
def fetch(addresses: tuple[str, ...], every: bool, news: bool, words: str | None, most: int, as_lines: bool) -> None:
    """Fetch publications from the web and read them into the store.

    ADDRESSES are pages of GOV.UK (with what is attached to them), files such as PDFs, and written questions by their
    address or number. Only hosts on a list are asked, one request at a time. What is unchanged is not sent again.

    \b
    Examples:
      probation fetch https://www.gov.uk/government/statistics/community-performance-annual-update-to-march-2025
      probation fetch --questions "probation officer caseload" --most 10
      probation fetch --new
    """
    from corpus.fetching import Fetcher
    from corpus.fetching.catalogue import catalogue

    if not (addresses or every or news or (words and words.strip())):
        raise click.UsageError(NEEDED)
    if news and (addresses or every or words):
        raise click.UsageError("--new only lists: give it by itself.")
    listed = catalogue()
    assistant = Assistant.open()
    with (
        waiting("Fetching (kB)") as report,
        Fetcher(default_home() / DOWNLOADS, listed, lambda done, total: report(done // 1000, total // 1000)) as fetcher,
    ):
        if news:
            well = _list_new(fetcher, listed, assistant, as_lines)
        else:
            well = _fetch(_asked(fetcher, listed, addresses, every, words, most), assistant, as_lines)
    if not well:
        sys.exit(2)


def _asked(
    fetcher: "Fetcher", listed: "Catalogue", addresses: tuple[str, ...], every: bool, words: str | None, most: int
) -> Iterator["Fetched"]:
    """What comes of all that was asked for, in order."""
    for address in addresses:
        yield from fetcher.fetch(address)
    for publication in listed.publication if every else ():
        if publication.address:
            yield from fetcher.fetch(publication.address)
        else:
            what = "the address of its file is not known here"
            _say(f"{publication.title}: {what}. Look for it at {publication.page} and give it to fetch or ingest.")
    if words:
        yield from fetcher.search(words.strip(), most)


def _fetch(came: Iterator["Fetched"], assistant: Assistant, as_lines: bool) -> bool:
    """Take in what comes, each as it comes; False where one did not come or could not be read."""
    well, held = True, False
    for one in came:
        if one.path is None:
            _say(one.problem or f"{one.address}: {one.note}")
            well = well and not one.problem
            continue
        if not as_lines:
            click.echo(f"{one.address}: {'fetched' if one.changed else 'unchanged'}")
        with waiting(f"Reading {one.path.name}") as report:
            ingested = assistant.ingest(one.path, report)
        for publication in ingested:
            read = print_ingested(publication, as_lines)
            well, held = well and read, held or read
    if held:
        with waiting("Preparing the search index") as report:
            assistant.prepare(report)
    return well


def _list_new(fetcher: "Fetcher", listed: "Catalogue", assistant: Assistant, as_lines: bool) -> bool:
    """Print what has come out since in the series held; False where a series could not be asked for."""
    from corpus.fetching.since import held_of, lists, since

    publications = [held.publication for held in assistant.publications()]
    found, asked, well = 0, [], True
    for series in listed.series:
        if not (held := held_of(series, publications)):
            continue
        try:
            editions = fetcher.editions(series.collection)
        except Unfetched as error:
            _say(str(error))
            well = False
            continue
        if not lists(series, editions):
            _say(f"{series.name}: its collection lists no edition of it. Look for it yourself: {series.collection}")
            well = False
            continue
        asked.append(series.name)
        for new in since(series, held, editions, fetcher.fetched_on):
            found += 1
            _print_new(new, as_lines)
    if well and not found and not as_lines:
        click.echo(f"Nothing new: {', '.join(asked) or 'no series of the catalogue is held'}.")
    return well


def _print_new(new: "New", as_lines: bool) -> None:
    if as_lines:
        told = {"series": new.series, "title": new.title, "published": new.day and new.day.isoformat()}
        click.echo(json.dumps({**told, "address": new.address, "held": new.changed}, ensure_ascii=False))
        return
    dated = f", {'changed' if new.changed else 'published'} {new.day.day} {new.day:%B %Y}" if new.day else ""
    click.echo(f"{new.title}{dated}\n  probation fetch {new.address}")


def _say(line: str) -> None:
    click.echo(f"probation: {line}", err=True)
