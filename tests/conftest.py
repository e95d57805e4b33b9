"""What every test shares: the folder of the real texts, the pages and their browser, properties tested the same way."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import chromium, fake_pages, real_pages
from hypothesis import settings

settings.register_profile("deterministic", derandomize=True, deadline=None)
settings.load_profile("deterministic")


@pytest.fixture(scope="session")
def publications() -> Path:
    """The folder of the publications' real texts, which are not in the repository."""
    folder = os.environ.get("PUBLICATIONS")
    if not folder:
        pytest.skip("PUBLICATIONS does not name the folder of the publications' real texts")
    path = Path(folder)
    if not path.is_dir():
        pytest.fail(f"PUBLICATIONS names {folder}, which is no folder")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium; closed with the module, since playwright's event loop would stand in the way of others."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def fake_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages over a made-up assistant."""
    with fake_pages(tmp_path_factory.mktemp("fake-site")) as address:
        yield address


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages over the library, prepared as `make run` prepares it."""
    home = tmp_path_factory.mktemp("real-site")
    prepare = [sys.executable, "-c", "from assistant.cli import main; main(['ingest'])"]
    subprocess.run(prepare, env={**os.environ, "PROBATION_HOME": str(home)}, check=True, capture_output=True)
    with real_pages(home) as address:
        yield address
