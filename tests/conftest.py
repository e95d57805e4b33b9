"""What every test shares: the folder of the real texts, and properties tested the same way every time."""

import os
from pathlib import Path

import pytest
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
