"""A tiny language model with random weights, made on the spot: what it writes is garbage, the same for a seed.

Its vocabulary is the 256 bytes, so that it needs no tokeniser and nothing is downloaded.
"""

from functools import cache
from typing import Any

from scripted_model import Calls, Seen, Text

BYTES = 256
LENGTH = 120  # bytes that it writes


@cache
def _model(seed: int) -> Any:
    import torch
    from transformers import GPT2Config, GPT2LMHeadModel

    torch.manual_seed(seed)
    config = GPT2Config(
        vocab_size=BYTES, n_positions=512, n_embd=32, n_layer=2, n_head=2, bos_token_id=0, eos_token_id=None
    )
    return GPT2LMHeadModel(config).eval()


@cache
def garbage(seed: int, prompt: str = "How many?") -> str:
    """What the model of a seed goes on with after a prompt; of every third seed in printable characters only."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # for anything so small, threads that wait for each other take longer than the work
    try:
        written = _written(_model(seed), seed, list(prompt.encode()))
    finally:
        torch.set_num_threads(threads)
    if seed % 3 == 0:
        return "".join(chr(32 + byte % 95) for byte in written)
    return bytes(written).decode("latin-1" if seed % 3 == 1 else "utf-8", errors="replace")


def _written(model: Any, seed: int, given: list[int]) -> list[int]:
    import torch

    torch.manual_seed(seed)
    with torch.no_grad():
        for _ in range(LENGTH):
            scores = model(torch.tensor([given])).logits[0, -1]
            given.append(int(torch.multinomial(torch.softmax(scores * 3, 0), 1)))
    return given[-LENGTH:]


def wanders(seed: int, call: tuple[str, dict[str, Any]]) -> Any:
    """A script by which a model first looks something up as it should, then writes garbage, marks of sources in it."""

    def reply(seen: Seen) -> Calls | Text:
        if not seen.results:
            return Calls(call)
        marks = [f"[{source['id']}]" for result in seen.results for source in result.get("sources", [])]
        words = garbage(seed).split()
        return Text(" ".join(f"{word} {marks[n % len(marks)]}" if n % 3 == 0 else word for n, word in enumerate(words)))

    return reply
