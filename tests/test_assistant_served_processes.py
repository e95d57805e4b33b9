"""`probation mcp` as a process: nothing but the protocol on standard output, alive whatever comes in, a quiet end."""

import asyncio
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from made_up import assistant_of, bulletins
from mcp import Client, StdioServerParameters
from served_fake import LOADING

from assistant.answer import Assistant
from assistant.tools.ledger import Ledger
from assistant.tools.tools import tools

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "assistant.cli", "mcp"]
FAKE = [sys.executable, str(ROOT / "tests" / "served_fake.py")]
INTRODUCED = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "PROBATION_HOME": str(home), "PYTHONPATH": str(ROOT)}


@contextmanager
def process(command, home):
    """A process in the middle of its work, ended with the block whatever happens."""
    started = subprocess.Popen(command, cwd=ROOT, env=environment(home), **PIPES)
    try:
        yield started
    finally:
        started.kill()
        started.wait()
        for pipe in (started.stdin, started.stdout, started.stderr):
            pipe.close()


class Spoken:
    """The protocol by hand over the pipes of a process: every line that comes out must be JSON-RPC."""

    def __init__(self, process) -> None:
        self._process = process
        self.ask(0, "initialize", INTRODUCED)
        assert self.heard()["id"] == 0
        self.say(json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}))

    def say(self, line: str) -> None:
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def ask(self, number: int, method: str, params=None) -> None:
        self.say(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params or {}}))

    def call(self, number: int, name: str, arguments) -> None:
        self.ask(number, "tools/call", {"name": name, "arguments": arguments})

    def heard(self):
        message = json.loads(self._process.stdout.readline())
        assert message["jsonrpc"] == "2.0"
        return message


@pytest.fixture
def spoken(tmp_path):
    """A conversation with a new process that chatters, and whose search takes a while to load."""
    with process([*FAKE, str(tmp_path / "home")], tmp_path) as started:
        yield Spoken(started)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory):
    """A conversation that goes on through several tests."""
    home = tmp_path_factory.mktemp("over-stdio")
    with process([*FAKE, str(home)], home) as started:
        yield Spoken(started)


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """The port of a server over HTTP."""
    home = tmp_path_factory.mktemp("over-http")
    with process([*FAKE, str(home), "0"], home) as started:
        yield port_of(started)


def port_of(started) -> int:
    line = started.stderr.readline()
    assert line.startswith("probation: serving at http://127.0.0.1:"), line
    return int(line.split(":")[3].partition("/")[0])


def client(server, use, mode="auto"):
    async def run():
        async with Client(server, mode=mode) as opened:
            return await use(opened)

    return asyncio.run(run())


# Over standard input and output


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_command_serves_the_same_evidence_and_leaves_no_trace(tmp_path, mode):
    home = tmp_path / "home"
    code = next(measure.code for measure in Assistant.open(home).holdings().measures)
    server = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], cwd=ROOT, env=environment(home))

    async def use(opened):
        return await opened.list_tools(), await opened.call_tool("look_up", {"code": code})

    listed, result = client(server, use, mode)
    here = {tool.name: tool for tool in tools(Assistant.open(home))}
    assert {tool.name for tool in listed.tools} > here.keys()
    reply = result.structured_content
    assert reply == here["look_up"].call({"code": code}, Ledger())
    assert reply["sources"][0]["id"] in reply["answer"]
    assert not home.exists()


def test_the_protocol_alone_is_heard_and_answered_while_a_search_loads_and_prints(spoken):
    spoken.call(1, "search", {"words": "ferry lanterns"})
    spoken.ask(2, "ping")
    assert spoken.heard()["id"] == 2
    found = spoken.heard()
    assert (found["id"], bool(found["result"]["structuredContent"]["sources"])) == (1, True)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("hello", -32700, id="no-json"),
        pytest.param('{"jsonrpc": "2.0", "id"', -32700, id="broken-off"),
        pytest.param('{"a": 1}', -32700, id="no-message"),
        pytest.param("[" * 100_000, -32700, id="deep"),
        pytest.param('{"jsonrpc": "2.0", "id": 7, "method": "no/such"}', -32601, id="no-such-method"),
        pytest.param('{"jsonrpc": "2.0", "id": 7, "method": "tools/call"}', -32602, id="no-arguments"),
        pytest.param(
            '{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "look_up", "arguments": [1]}}',
            -32602,
            id="arguments-of-another-shape",
        ),
        pytest.param(
            json.dumps(
                {
                    "jsonrpc": "2.0",
                    "id": 7,
                    "method": "tools/call",
                    "params": {"name": "look_up", "arguments": {"code": "x" * 1_000_000}},
                }
            ),
            -32602,
            id="huge",
        ),
    ],
)
def test_what_makes_no_sense_is_an_error_and_the_server_lives_on(lasting, line, code):
    lasting.say(line)
    assert lasting.heard()["error"]["code"] == code
    lasting.call(8, "look_up", {"code": "QM102"})
    assert "91.3%" in lasting.heard()["result"]["structuredContent"]["answer"]


def test_it_ends_quietly_when_its_input_is_closed(tmp_path):
    with process(COMMAND, tmp_path / "home") as started:
        Spoken(started)
        out, err = started.communicate(timeout=30)
        assert (started.returncode, out, err) == (0, "", "")


def test_it_ends_quietly_when_whoever_asked_is_gone(tmp_path):
    with process(COMMAND, tmp_path / "home") as started:
        spoken = Spoken(started)
        started.stdout.close()
        spoken.ask(1, "ping")
        started.stdin.close()
        assert (started.wait(timeout=30), started.stderr.read()) == (0, "")


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "while-a-search-loads"])
def test_it_ends_quietly_on_ctrl_c(tmp_path, busy):
    with process([*FAKE, str(tmp_path / "home")], tmp_path) as started:
        spoken = Spoken(started)
        if busy:
            spoken.call(1, "search", {"words": "ferry lanterns"})
            assert "Loading" in started.stderr.readline()
        started.send_signal(signal.SIGINT)
        assert started.wait(timeout=LOADING * 0.8) == 0
        assert started.stdout.read() == ""
        assert "Traceback" not in started.stderr.read()


# Over HTTP


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_same_is_served_over_http(port, tmp_path, mode):
    async def use(opened):
        return await opened.call_tool("look_up", {"code": "QM102"})

    here = next(tool for tool in tools(assistant_of(tmp_path, bulletins())) if tool.name == "look_up")
    served = client(f"http://127.0.0.1:{port}/mcp", use, mode).structured_content
    assert served == here.call({"code": "QM102"}, Ledger())


def test_two_clients_are_served_at_once(port):
    address = f"http://127.0.0.1:{port}/mcp"

    async def many(code):
        async with Client(address) as opened:
            return [(await opened.call_tool("look_up", {"code": code})).structured_content for _ in range(10)]

    async def both():
        return await asyncio.gather(many("QM102"), many("QM104"))

    first, second = asyncio.run(both())
    assert len({json.dumps(reply) for reply in first}) == len({json.dumps(reply) for reply in second}) == 1
    assert "91.3%" in first[0]["answer"] and "60.5%" in second[0]["answer"]


def posted(port, path="/mcp", body="{}", **headers):
    """The status of a request by hand."""
    given = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream", **headers}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("POST", path, body, given)
        return connection.getresponse().status


CALL = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": INTRODUCED})


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="this-computer"),
        pytest.param({"Host": "example.org"}, 421, id="another-name"),
        pytest.param({"Host": "127.0.0.1.example.org:{port}"}, 421, id="a-name-that-begins-alike"),
        pytest.param({"Host": "localhost:1"}, 421, id="another-port"),
        pytest.param({"Origin": "https://example.org"}, 403, id="a-page-of-a-site"),
        pytest.param({"Origin": "http://localhost:3000"}, 403, id="a-page-of-this-computer"),
        pytest.param({"Origin": "null"}, 403, id="a-page-of-nowhere"),
    ],
)
def test_only_who_names_this_computer_is_answered_and_no_page(port, headers, status):
    assert posted(port, body=CALL, **{k: v.format(port=port) for k, v in headers.items()}) == status


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        pytest.param("/mcp", "{nonsense", 400, id="no-json"),
        pytest.param("/mcp", CALL + " " * 1_000_000, 413, id="huge"),
        pytest.param("/", CALL, 404, id="another-path"),
    ],
)
def test_what_makes_no_sense_over_http_is_an_error_and_the_server_lives_on(port, path, body, status):
    assert posted(port, path, body) == status
    assert posted(port, body=CALL) == 200


def test_no_other_address_of_this_computer_is_listened_to(port):
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.2", port)) != 0


def test_a_port_in_use_is_said_on_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = str(taken.getsockname()[1])
        done = subprocess.run(
            [*COMMAND, "--http", "--port", number], cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True
        )
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line == f"probation: port {number} of 127.0.0.1: Address already in use. Give another with --port."


def test_the_server_over_http_ends_quietly_on_ctrl_c(tmp_path):
    with process([*COMMAND, "--http", "--port", "0"], tmp_path / "home") as started:
        assert posted(port_of(started), body=CALL) == 200
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=10)
        assert (started.returncode, out, err) == (0, "", "")
