"""Packages import only those below them: corpus <- index <- assistant <- ui, evals."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "corpus": set(),
    "index": {"corpus"},
    "assistant": {"corpus", "index"},
    "ui": {"corpus", "assistant"},
    "evals": {"corpus", "index", "assistant"},
}
MODULES = [path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py"))]
ONLY_IN = {
    "bs4": ("corpus/html/",),
    "charset_normalizer": ("corpus/encodings.py",),
    "pypdf": ("corpus/pdf/", "evals/printed_compared.py"),
    "sentence_transformers": ("index/embed.py",),
    "chromadb": ("index/store.py",),
    "langchain": ("assistant/model/",),
    "langchain_core": ("assistant/model/",),
    "langgraph": ("assistant/model/",),
    "langsmith": ("assistant/model/",),
    "mcp": ("assistant/served.py",),
    "click": ("assistant/cli.py", "assistant/cli_fetch.py", "evals/__main__.py"),
    "httpx": ("corpus/fetching/",),
    "httpcore": ("corpus/fetching/",),
    "tenacity": ("corpus/fetching/",),
    "streamlit": ("ui/",),
    "playwright": ("evals/page_browser.py", "evals/page_speed.py"),
    "docx": ("assistant/exports/word.py", "assistant/checking/word_text.py", "evals/made_word.py"),
    "openpyxl": ("assistant/exports/workbook.py", "evals/made_workbook_files.py"),
    "altair": ("ui/chart_bars.py",),
}
HEAVY = (
    "bs4", "pypdf", "docx", "sentence_transformers", "torch", "chromadb", "langchain", "langchain_core", "langgraph",
    "langsmith", "streamlit", "pandas", "openpyxl", "playwright", "mcp", "httpx", "tenacity",
)  # fmt: skip


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Top-level names a module imports, wherever in the file it does so."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_down(path):
    package = path.relative_to(ROOT).parts[0]
    assert imported(path) & set(MAY_IMPORT) <= MAY_IMPORT[package] | {package}


@pytest.mark.parametrize("path", sorted((ROOT / "ui").glob("*.py")), ids=name)
def test_no_page_hides_a_package(path):
    """Streamlit puts ui/ first on sys.path, so ui/index.py would hide index/."""
    assert path.stem not in MAY_IMPORT


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_library_has_one_door(path):
    wrong = [library for library in imported(path) & set(ONLY_IN) if not name(path).startswith(ONLY_IN[library])]
    assert not wrong


@pytest.mark.parametrize(
    "module",
    ["corpus.library", "index.embed", "index.store", "assistant.cli", "assistant.model.answering", "evals.__main__"],
)
def test_what_is_heavy_is_imported_only_when_used(module):
    code = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.split() == []
