"""`python -m evals FILE.jsonl` asks and scores; see `python -m evals --help` for the rest."""

import os
from functools import partial
from pathlib import Path
from typing import Any

import click

from corpus.errors import ProbationError
from evals import replies, retrieval, runs
from evals.progress import with_progress
from evals.questions import Question, read_questions
from evals.report import by_kind, report, summary, table
from evals.scoring import score_all

REPORTS = Path("reports")
FILE = click.Path(path_type=Path)


class AnswersFirst(click.Group):
    """A group whose first word may be a file of questions: then `answers` is meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `answers` before a first word that is no command."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["answers", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong is said on one line."""
        try:
            return super().invoke(ctx)
        except ProbationError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=AnswersFirst)
def main() -> None:
    """Measure the assistant: its answers, its search, its checks of drafts, its speed.

    \b
    python -m evals FILE.jsonl                          asks, scores, writes reports/.../report.md
    python -m evals FILE.jsonl --replies REPLIES.jsonl  scores earlier replies again
    """


@main.command()
@click.argument("file", type=FILE)
@click.option("--replies", "earlier", type=FILE, help="Score these replies; ask nothing.")
@click.option("--reports", type=FILE, default=REPORTS, show_default=True, help="Where run folders go.")
@click.option("--at-least", type=float, default=0.0, help="End with an error below this rate, 0 to 1.")
def answers(file: Path, earlier: Path | None, reports: Path, at_least: float) -> None:
    """Ask every question of FILE once, score the replies, write a report with every miss."""
    questions = read_questions(file)
    if earlier:
        folder, given = earlier.parent, replies.read_replies(earlier)
        settings = runs.read_config(folder)
    else:
        folder, settings = runs.new_folder(reports, file.stem), runs.config(file)
        runs.write_config(folder, settings)
        given = with_progress("Asking", len(questions), lambda seen: replies.ask(questions, seen))
        replies.write_replies(folder / "replies.jsonl", given)
    scored = score_all(questions, given)
    (folder / "report.md").write_text(report(scored, settings), encoding="utf-8")
    click.echo(table(("Kind", "Right"), by_kind(scored)))
    click.echo()
    click.echo(table(("Figure", "Value"), summary(scored)))
    click.echo(f"\n{folder / 'report.md'}")
    _pass_mark(sum(one.right for one in scored) / len(scored), at_least)


@main.command("model")
@click.argument("file", type=FILE)
@click.option("--again", type=FILE, help="Score the replies of this run's folder again; ask nothing.")
@click.option("--reports", type=FILE, default=REPORTS, show_default=True, help="Where run folders go.")
@click.option("--at-least", type=float, default=0.0, help="End with an error below this rate with the model, 0 to 1.")
def measure_model(file: Path, again: Path | None, reports: Path, at_least: float) -> None:
    """Answer every question of FILE without and with the model that PROBATION_MODEL names, side by side by kind."""
    from evals import side_by_side

    questions = read_questions(file)
    if again:
        folder, settings = again, runs.read_config(again)
    else:
        settings = side_by_side.config(file)
        folder = runs.new_folder(reports, f"{file.stem}-model")
        runs.write_config(folder, settings)
        for way, name, options in side_by_side.WAYS:
            given = with_progress(way, len(questions), partial(side_by_side.ask, questions, options))
            replies.write_replies(folder / name, given)
    pairs = side_by_side.read(folder, questions)
    (folder / "report.md").write_text(side_by_side.report(pairs, settings), encoding="utf-8")
    for told in (side_by_side.by_kind(pairs), side_by_side.outcomes(pairs), side_by_side.reasons(pairs)):
        click.echo(told + "\n" if told else "", nl=bool(told))
    click.echo(folder / "report.md")
    _pass_mark(sum(one.modelled.right for one in pairs) / len(pairs), at_least)


@main.command("retrieval")
@click.argument("file", type=FILE)
@click.option("--at-least", type=float, default=0.0, help="End with an error below this recall at 5, 0 to 1.")
@click.option("--compare", is_flag=True, help="Beside it ordinary retrieval and BM25, in the same store.")
def measure_retrieval(file: Path, at_least: float, compare: bool) -> None:
    """Search for every question of FILE whose evidence or place is known."""
    told = retrieval.told(read_questions(file))
    if not told:
        raise click.ClickException(f"{file}: no question names its evidence or a place to cite. Add one.")
    found = with_progress("Searching", len(told), lambda seen: replies.search(told, retrieval.DEPTH, seen))
    searched = {one.id: one for one in found}
    figures = retrieval.measure(told, searched)
    click.echo(table((f"{len(told)} questions", "Mean"), {name: f"{value:.3f}" for name, value in figures.items()}))
    if compare:
        _compare(told)
    for question in retrieval.lost(told, searched):
        click.echo(f"not in the first 5: {question.id}: {question.turns[-1]}")
    _pass_mark(figures["R@5"], at_least)


@main.command("regional")
@click.option(
    "--seeds", type=click.IntRange(1, 1000), default=20, show_default=True, help="Made-up workbooks of each layout."
)
@click.option("--at-least", type=float, default=0.0, help="End with an error below this rate, 0 to 1.")
def measure_regional(seeds: int, at_least: float) -> None:
    """Ask about made-up data tables, by region and quarter, what is known of them; every miss is shown."""
    from evals import regional

    results = list(regional.measure(range(seeds)))
    for one in results:
        if one.faults:
            click.echo(regional.told(one))
    click.echo(table((f"{len(results)} questions", "Right"), regional.summary(results)))
    wrong = sum(one.wrong_figure for one in results)
    if wrong:
        raise click.ClickException(f"{wrong} answers give a wrong figure. Read them above.")
    _pass_mark(sum(not one.faults for one in results) / len(results), at_least)


def _compare(told: list[Question]) -> None:
    """What ordinary retrieval and BM25 find in the same store."""
    from assistant.answer import default_home
    from evals import compare
    from index.embed import MiniLM
    from index.store import Store

    embedder = MiniLM()
    documents = Store(default_home(), embedder).documents()
    others = {
        "ordinary retrieval": partial(compare.ordinary, documents, told, embedder),
        "BM25": partial(compare.by_words, documents, told),
    }
    for name, work in others.items():
        found = {one.id: one for one in with_progress(name, len(told), work)}
        figures = retrieval.measure(told, found)
        click.echo("\n" + table((name, "Mean"), {measure: f"{value:.3f}" for measure, value in figures.items()}))


@main.command("generate")
@click.option("--check", is_flag=True, help="Write nothing; end with an error where the file is out of date.")
def write_questions(check: bool) -> None:
    """Write the questions about figures, with expected figures worked out from the library."""
    from corpus.library import documents
    from evals import generate

    written = generate.as_lines(generate.generate(generate.read_wording(), documents()))
    if check and generate.FIGURES.read_text(encoding="utf-8") != written:
        raise click.ClickException(f"{generate.FIGURES} is out of date. Run: python -m evals generate")
    if not check:
        generate.FIGURES.write_text(written, encoding="utf-8")
    click.echo(f"{generate.FIGURES}: {len(written.splitlines())} questions")


@main.command("learn")
@click.option("--write/--no-write", default=True, help="Keep what is learned; otherwise only show the gain.")
def learn_weights(write: bool) -> None:
    """Learn what the signs of the search and of evidence count for, on what is held (ingest full texts first)."""
    from evals import learn

    for told in learn.taught(write):
        click.echo(told + "\n")


@main.command("check")
@click.argument("files", nargs=-1, type=FILE)
@click.option("--tune", is_flag=True, help="The half of our draft sentences to learn from.")
@click.option("--test", is_flag=True, help="The half that nobody tunes to: rates only, no misses.")
@click.option("--generated", default=0, help="So many sentences written from the tables of the library.")
@click.option("--seed", default=0, show_default=True, help="Another seed writes other sentences.")
@click.option("--replies", "earlier", type=FILE, help="Score what an earlier run said; check nothing.")
@click.option("--reports", type=FILE, default=REPORTS, show_default=True, help="Where run folders go.")
@click.option("--at-least", type=float, default=0.0, help="End with an error below this share of right verdicts.")
@click.option("--each-at-least", type=float, default=0.0, help="The same of each verdict's precision and recall.")
def check_drafts(
    files: tuple[Path, ...],
    tune: bool,
    test: bool,
    generated: int,
    seed: int,
    earlier: Path | None,
    reports: Path,
    at_least: float,
    each_at_least: float,
) -> None:
    """Check draft sentences whose verdicts are known; without FILES or options our own, and 300 generated ones."""
    from evals import drafts, drafts_report, drafts_sets, verdicts

    sets = drafts_sets.chosen(files, tune, test, generated, seed)
    texts = drafts.together(sets.values())
    if earlier:
        folder, said = earlier.parent, drafts.read_said(earlier)
        settings = runs.read_config(folder)
    else:
        folder, settings = runs.new_folder(reports, "check"), runs.config(Path(", ".join(sets)))
        runs.write_config(folder, settings)
        check = drafts_sets.checker()
        replied = with_progress("Checking", len(texts), lambda seen: drafts.check_all(texts, check, seen))
        drafts.write_lines(folder / "replies.jsonl", replied)
        said = {one.id: one for one in replied}
    scored = {name: [verdicts.score(one, said.get(one.id)) for one in some] for name, some in sets.items()}
    written = drafts_report.report(scored, settings, unseen=drafts_sets.TEST_NAME)
    (folder / "report.md").write_text(written, encoding="utf-8")
    for name, some in scored.items():
        click.echo(drafts_report.tables(name, some) + "\n")
    click.echo(folder / "report.md")
    for some in scored.values():
        _pass_mark(verdicts.right_share(some), at_least)
        _pass_mark(verdicts.lowest(some), each_at_least)


@main.command("speed")
@click.option("--pairs", default=5, show_default=True, help="Cold starts of each kind.")
def measure_speed(pairs: int) -> None:
    """Time cold starts, warm questions and ingest, each beside its reference in the same run."""
    from evals import speed

    rows = with_progress("Timing", speed.steps(pairs), lambda seen: speed.measure(pairs, seen))
    click.echo(table(("Timing", "Value"), rows))


@main.command("publish")
@click.option("--to", type=FILE, help="Another file than the one that the page reads.")
def publish_results(to: Path | None) -> None:
    """Measure the sets that ship and write what the page "About" says of them; PUBLICATIONS names the real texts."""
    from evals import publish

    folder = os.environ.get("PUBLICATIONS")
    measured = publish.measure(Path(folder) if folder else None)
    path = to or publish.PUBLISHED
    publish.write(measured, path)
    click.echo(f"{path}: {sum(kind.asked for each in measured.answers for kind in each.kinds)} questions")


@main.command("page")
@click.option("--visitors", type=click.IntRange(1, 99), default=20, show_default=True, help="How many ask at once.")
def measure_page(visitors: int) -> None:
    """Time the page in Chromium: first paint, question to answer, and many visitors at once, who are kept apart."""
    from evals import page_speed

    total = page_speed.steps(visitors)
    rows = with_progress("In the browser", total, lambda seen: page_speed.measure(visitors, seen))
    click.echo(table(("Timing", "Value"), rows))


@main.command("printed")
@click.argument("folder", type=FILE)
@click.argument("file", type=FILE)
@click.option("--columns", default="1,2", show_default=True, help="In how many columns to print, one after the other.")
def measure_printed(folder: Path, file: Path, columns: str) -> None:
    """Print the publications' texts in FOLDER to PDF and read them back: questions of FILE, pages, tables, speed."""
    from evals import printed, report

    questions, counts = read_questions(file), [int(count) for count in columns.split(",") if count.isdigit()]
    total = printed.steps(folder, questions, counts)
    names, rows, lost = with_progress("Printing", total, lambda seen: printed.measure(folder, questions, counts, seen))
    click.echo("\n".join([report.columns(("Figure", *names), rows), "", *lost]))


@main.command("formats")
@click.option("--seeds", default=20, show_default=True, help="How many made-up bulletins.")
@click.option("--without", multiple=True, help="Leave out this format: printing to PDF takes a browser.")
@click.option("--at-least", type=float, default=0.0, help="End with an error below this rate, 0 to 1.")
def measure_formats(seeds: int, without: tuple[str, ...], at_least: float) -> None:
    """Read made-up bulletins in every format: the observations of each, cell by cell, against those of the text."""
    from evals import formats

    names = formats.names(without)
    total = seeds * len(names)
    found = with_progress(
        "Reading", total, lambda seen: [one for seed in range(seeds) for one in formats.compared(seed, names, seen)]
    )
    for told in (told for one in found for told in one.told()):
        click.echo(told)
    click.echo(formats.table(found, names))
    _pass_mark(sum(one.same for one in found) / total, at_least)


@main.command("fuzz")
@click.option("--files", default=20_000, show_default=True, help="How many mutated files to read.")
@click.option("--workers", type=click.IntRange(1, 16), default=2, show_default=True, help="How many to read at once.")
@click.option("--seed", default=0, show_default=True, help="Another seed makes other files.")
@click.option("--without", multiple=True, help="A format to leave out, such as PDF where there is no Chromium.")
@click.option("--keep", type=FILE, default=REPORTS / "fuzz", show_default=True, help="Where files that fail go.")
def measure_fuzz(files: int, workers: int, seed: int, without: tuple[str, ...], keep: Path) -> None:
    """Read mutated files of every format: each must be read or refused, none crash, hang, or cost another."""
    from evals import fuzz

    sound = fuzz.seeds(without)
    tried = with_progress("Reading", files, lambda seen: fuzz.run(sound, files, workers, keep, seed, seen))
    for one in tried:
        if not one.is_good:
            click.echo(f"{one.number} ({one.format}): {one.kind}: {one.said}")
    click.echo(table(("Format", "Files"), fuzz.by_format(tried)))
    _pass_mark(sum(one.is_good for one in tried) / max(len(tried), 1), 1.0)


@main.command("paraphrases")
def measure_paraphrases() -> None:
    """Ask for measures in everyday words: how many are found, and how many questions about none are taken for one."""
    from evals import paraphrases
    from index.embed import MiniLM
    from index.remembered import Remembered

    for name, rows in paraphrases.rates(Remembered(MiniLM())).items():
        click.echo(table((name, "Rate"), rows) + "\n")


@main.command("robustness")
@click.option("--questions", "count", default=60, show_default=True, help="Figure questions to reword.")
@click.option("--repeat", default=10, show_default=True, help="Questions to ask again and again.")
@click.option("--seed", default=0, show_default=True, help="Another seed makes other rewordings.")
def measure_robustness(count: int, repeat: int, seed: int) -> None:
    """Ask figure questions in other words, then questions 50 times and in 4 processes: the same answers?"""
    from corpus.aliases import aliases
    from corpus.library import documents
    from evals import rewordings, robustness
    from evals.generate import FIGURES, PASSAGES

    known = rewordings.names(documents(), aliases())
    chosen = robustness.chosen(read_questions(FIGURES), known, count, seed)
    total = len(chosen) * (1 + len(rewordings.KINDS))
    asked = with_progress("Rewording", total, lambda seen: robustness.reworded(chosen, known, seed, seen))
    click.echo(table((f"{len(chosen)} questions reworded", "Same figures"), robustness.rates(asked)))
    for one in asked:
        if not one.same:
            click.echo(f"\n{robustness.miss(one)}")
    again = robustness.spread(chosen, read_questions(PASSAGES), repeat)
    work = partial(robustness.repeated, again, robustness.TIMES, robustness.PROCESSES)
    same = with_progress("Repeating", len(again) * (robustness.TIMES + robustness.PROCESSES), work)
    click.echo("\n" + table(("Asked again", "Answers"), robustness.identical(same, again)))


def _pass_mark(rate: float, at_least: float) -> None:
    """End with an error where a rate is below its mark."""
    if rate < at_least:
        raise click.ClickException(f"{rate:.3f} is below the mark of {at_least:.3f}.")


if __name__ == "__main__":
    main(prog_name="python -m evals")
