"""`ui/app.py`, run as a script, opens the assistant; a store that cannot be opened is one sentence."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from ui_fake import FakeAssistant

from assistant.answer import Assistant
from corpus.errors import UnusableStore

APP = Path(__file__).parents[1] / "ui" / "app.py"


def run_with(monkeypatch: pytest.MonkeyPatch, home: Path, opened) -> AppTest:
    """The app, where opening the assistant does what `opened` does."""
    st.cache_resource.clear()
    monkeypatch.setattr(Assistant, "open", opened)
    monkeypatch.setenv("PROBATION_HOME", str(home))
    return AppTest.from_file(str(APP), default_timeout=60).run()


def test_the_page_is_drawn(monkeypatch, tmp_path):
    app = run_with(monkeypatch, tmp_path, FakeAssistant)
    assert not app.exception
    assert app.chat_input


def test_a_store_that_cannot_be_opened_is_one_sentence(monkeypatch, tmp_path):
    def refuse():
        raise UnusableStore(Path("made-up-store"), "it cannot be written", "Set PROBATION_HOME to another folder.")

    app = run_with(monkeypatch, tmp_path, refuse)
    assert not app.exception
    assert "made-up-store: it cannot be written. Set PROBATION_HOME" in "".join(part.value for part in app.html)
    assert [button.label for button in app.button] == ["Try again"]
