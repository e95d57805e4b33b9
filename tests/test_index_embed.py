import subprocess
import sys

import pytest

from index.embed import MiniLM, UnusableModel, packaged_folder, verify


def test_the_packaged_weights_are_the_published_model():
    verify(packaged_folder() / "model.safetensors", MiniLM()._sha256)


def test_weights_of_another_model_are_refused_before_they_are_loaded(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"made up")
    with pytest.raises(UnusableModel, match=r"is not the published model .*make install"):
        MiniLM(folder=tmp_path).embed(["a text"])


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(UnusableModel, match=r"model\.safetensors: cannot be read"):
        MiniLM(folder=tmp_path).embed(["a text"])


def test_finding_and_verifying_the_weights_needs_no_pytorch():
    code = (
        "import sys; from index.embed import MiniLM, packaged_folder; packaged_folder(); MiniLM();"
        "print([m for m in ('torch', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_texts_of_like_meaning_are_near():
    one, like, unlike = MiniLM().embed(["supervision in the community", "probation supervision", "a recipe for soup"])
    assert sum(a * a for a in one) == pytest.approx(1, abs=1e-5)
    assert sum(a * b for a, b in zip(one, like, strict=True)) > sum(a * b for a, b in zip(one, unlike, strict=True))
