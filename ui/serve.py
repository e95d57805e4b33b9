"""`python -m ui.serve`: serves the page on this computer alone, says its address, opens a browser.

It listens on 127.0.0.1, on port 8501 or the first free one after it. Ctrl-C ends it.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "ui" / "app.py"
HOST = "127.0.0.1"
PORTS_TRIED = 100
DIRECT = build_opener(ProxyHandler({}))  # a proxy must not be asked about this computer


class ServingError(Exception):
    """The page could not be started; says why and what to do, on one line."""


def free_port(first: int = 8501) -> int:
    """The first port from `first` on that nothing listens on."""
    for port in range(first, first + PORTS_TRIED):
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise ServingError(f"Ports {first} to {first + PORTS_TRIED - 1} are all in use. Give another with --port.")


def address(host: str, port: int, prefix: str = "") -> str:
    """Where the page is, without a slash at the end."""
    return f"http://{host}:{port}/{prefix}".rstrip("/")


def start(port: int, script: Path = APP, prefix: str = "") -> "subprocess.Popen[bytes]":
    """Start the server of a page, under a path prefix where one is given; it goes on until it is ended."""
    options = {
        "server.port": str(port),
        "server.address": HOST,
        "server.baseUrlPath": prefix,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "logger.level": "error",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *flags]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)


def wait_until_healthy(server: "subprocess.Popen[bytes]", port: int, seconds: float = 60, prefix: str = "") -> None:
    """Return once the server answers; raise ServingError where it ends first or takes too long."""
    last_moment = time.monotonic() + seconds
    while time.monotonic() < last_moment:
        if server.poll() is not None:
            raise ServingError(f"The page's server ended while starting (code {server.returncode}). See above.")
        if _healthy(port, prefix):
            return
        time.sleep(0.1)
    raise ServingError(f"The page did not start within {seconds:.0f} seconds. Try again with another --port.")


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server and wait until it has ended."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(timeout=5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main() -> int:
    """Serve until Ctrl-C; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m ui.serve", description="Open the chat page.")
    parser.add_argument("--port", type=int, default=8501, help="the first port to try (default 8501)")
    prefix = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
    parser.add_argument("--prefix", default=prefix, help="the path to serve it under, such as probation")
    given = parser.parse_args()
    for ending in (signal.SIGINT, signal.SIGTERM):  # a shell starts background jobs with SIGINT ignored
        signal.signal(ending, signal.default_int_handler)
    try:
        return _serve(free_port(given.port), given.prefix.strip("/"))
    except ServingError as error:
        print(error, file=sys.stderr)
        return 2


def _serve(port: int, prefix: str) -> int:
    server = start(port, prefix=prefix)
    try:
        wait_until_healthy(server, port, prefix=prefix)
        here = address("localhost", port, prefix)
        print(f"Open {here} (Ctrl-C ends it)", flush=True)
        if _has_display():
            webbrowser.open(here)
        return server.wait()
    except KeyboardInterrupt:
        print()
        return 0
    finally:
        stop(server)


def _healthy(port: int, prefix: str) -> bool:
    try:
        with DIRECT.open(f"{address(HOST, port, prefix)}/_stcore/health", timeout=1) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False


def _has_display() -> bool:
    """Whether a browser would open in a window: always on macOS and Windows, on others with a desktop."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
