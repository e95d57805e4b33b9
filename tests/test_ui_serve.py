"""`python -m ui.serve`: a free port, a line with the address, a clean end."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import FIRST_PORT

from ui import serve

ROOT = Path(__file__).parents[1]


def listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((serve.HOST, port)) == 0


def test_a_port_in_use_is_passed_over():
    with socket.socket() as taken:
        taken.bind((serve.HOST, 0))
        port = taken.getsockname()[1]
        assert port < serve.free_port(port) < port + serve.PORTS_TRIED


def test_a_server_that_ends_while_starting_is_said_so():
    server = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(serve.ServingError, match=r"ended while starting \(code 3\)"):
        serve.wait_until_healthy(server, serve.free_port(FIRST_PORT))


def test_a_server_that_never_answers_is_said_so():
    server = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"])
    try:
        with pytest.raises(serve.ServingError, match="did not start within 0 seconds"):
            serve.wait_until_healthy(server, serve.free_port(FIRST_PORT), seconds=0.3)
    finally:
        serve.stop(server)
    assert server.poll() is not None


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_its_address_and_ends_cleanly(ending, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    command = [sys.executable, "-m", "ui.serve", "--port", str(serve.free_port(FIRST_PORT))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        assert line.startswith("Open http://localhost:")
        port = int(line.split(":")[2].split()[0])
        assert listening(port)
        process.send_signal(ending)
        assert process.wait(timeout=60) == 0
    assert not listening(port)
