"""A run's folder: what was run, the replies and the report, kept together under reports/."""

import json
import platform
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from evals.replies import COMMAND

LIBRARIES = ("probation-assistant", "chromadb", "langchain", "langchain-core", "sentence-transformers", "torch")


def new_folder(reports: Path, name: str, now: datetime | None = None) -> Path:
    """A folder of its own for a run, named by its time and subject."""
    stamp = (now or datetime.now(UTC)).strftime("%Y-%m-%d-%H%M%S")
    folder = reports / f"{stamp}-{name}"
    folder.mkdir(parents=True)
    return folder


def config(questions: Path, command: Sequence[str] = COMMAND) -> dict[str, str]:
    """What a run's results depend on: date, question file, versions and the publications held."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "questions": questions.name,
        "python": platform.python_version(),
        **{library: version(library) for library in LIBRARIES},
        "publications": held(command),
    }


def held(command: Sequence[str] = COMMAND) -> str:
    """The ids of the publications that the assistant holds, or why they cannot be told."""
    done = subprocess.run([*command, "publications", "--json"], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        return f"unknown ({done.stderr.strip()})"
    return ", ".join(_ids(done.stdout))


def _ids(printed: str) -> list[str]:
    """The ids in what `probation publications --json` prints; a "*" marks a summary in our own words."""
    held = [json.loads(line) for line in printed.splitlines() if line.strip()]
    return [one["publication"] + ("*" if one.get("summary") else "") for one in held]


def write_config(folder: Path, settings: Mapping[str, str]) -> None:
    """Keep what was run beside its results."""
    (folder / "config.json").write_text(json.dumps(dict(settings), indent=2) + "\n", encoding="utf-8")


def read_config(folder: Path) -> dict[str, str]:
    """What was run, of an earlier run; empty where it was not kept."""
    path = folder / "config.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
