"""What is served to other assistants, through a real client: the tools, their replies to the letter, data as data."""

import asyncio
import hashlib
import json
from pathlib import Path

import pytest
from made_up import LATER, assistant_of, bulletin, bulletins
from mcp import Client, MCPError
from served_fake import ORDER, chattering

from assistant.answer import Assistant
from assistant.served import Served, server
from assistant.tools.ledger import Ledger
from assistant.tools.tools import tools

ROOT = Path(__file__).parents[1]
CALLS = [
    pytest.param("look_up", {"code": "QM102"}, "91.3%", id="figure"),
    pytest.param("compare_years", {"code": "QM104", "before": "2030-31", "after": "2031-32"}, "0.5", id="two-years"),
    pytest.param("count_measures", {"state": "met", "year": "2030-31"}, "3 of 5", id="count"),
    pytest.param("rank_measures", {"by": "shortfall"}, "QM106", id="ranking"),
    pytest.param("rating_of_score", {"score": "69.9", "wanted": 3}, "0.1 percentage points more", id="score"),
    pytest.param("ratings", {"area": "Upper Dale"}, "2 (Improvement Required)", id="rating"),
    pytest.param("search", {"words": "kettles mended"}, "Kettles mended", id="search"),
    pytest.param("ask", {"question": "How was Upper Dale rated in 2031-32?"}, "Upper Dale", id="question"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def assistant(home) -> Assistant:
    held = assistant_of(home, bulletins())
    held.prepare()
    return held


@pytest.fixture(params=["auto", "legacy"])
def mode(request):
    """The protocol as it is since 2026, and with the handshake of before."""
    return request.param


def told(assistant, use, mode="auto"):
    """What `use(client)` gives, of a client of an assistant's tools."""

    async def run():
        async with Client(server(assistant), mode=mode) as client:
            return await use(client)

    return asyncio.run(run())


def called(assistant, name, arguments, mode="auto"):
    return told(assistant, lambda client: client.call_tool(name, arguments), mode)


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder, each with a hash of what is in it; locks hold nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_server_says_what_it_is_and_how_marks_work(assistant, mode):
    async def use(client):
        return client.server_info, client.instructions, client.server_capabilities

    who, instructions, can = told(assistant, use, mode)
    assert (who.name, who.title) == ("probation", "Probation statistics")
    assert who.version
    assert "[s-" in instructions and "cite" in instructions
    assert can.tools and not can.resources and not can.prompts


def test_every_tool_is_listed_with_its_arguments_and_as_read_only(assistant, mode):
    listed = told(assistant, lambda client: client.list_tools(), mode).tools
    assert [tool.name for tool in listed] == [*(tool.name for tool in tools(assistant)), "source"]
    for tool in listed:
        hints = tool.annotations
        assert (hints.read_only_hint, hints.destructive_hint, hints.idempotent_hint, hints.open_world_hint) == (
            True, False, True, False,
        )  # fmt: skip
        assert tool.description
        assert tool.input_schema["type"] == "object" and tool.input_schema["additionalProperties"] is False
        assert not {"url", "path", "file", "address"} & tool.input_schema["properties"].keys()


@pytest.mark.parametrize(("name", "arguments", "said"), CALLS)
def test_a_reply_is_the_one_that_a_model_gets_here(assistant, mode, name, arguments, said):
    result = called(assistant, name, arguments, mode)
    reply = result.structured_content
    assert not result.is_error
    assert reply == next(tool for tool in tools(assistant) if tool.name == name).call(arguments, Ledger())
    assert [json.loads(one.text) for one in result.content] == [reply]
    assert said in reply["answer"]
    assert all(f"[{source['id']}]" in reply["answer"] and source["quote"] for source in reply["sources"])


@pytest.mark.parametrize(
    ("name", "arguments", "why"),
    [
        pytest.param("look_up", {}, "code", id="missing"),
        pytest.param("look_up", {"code": 7}, "code", id="wrong-type"),
        pytest.param("look_up", {"code": "QM102", "path": "/etc/passwd"}, "path", id="not-taken"),
        pytest.param("rating_of_score", {"score": "101"}, "score", id="out-of-range"),
        pytest.param("count_measures", {"state": "met", "year": "soon"}, "soon", id="no-year"),
        pytest.param("source", {"id": "s-aaaaaaaa"}, "No source", id="no-such-source"),
        pytest.param("source", {"id": "../../etc/passwd"}, "id", id="no-id"),
    ],
)
def test_a_refusal_is_an_error_of_the_tool_that_says_what_to_mend(assistant, mode, name, arguments, why):
    result = called(assistant, name, arguments, mode)
    assert result.is_error
    assert why in json.loads(result.content[0].text)["refused"]


def test_what_is_not_published_is_no_error(assistant):
    result = called(assistant, "look_up", {"code": "QM999"})
    assert (result.is_error, result.structured_content["status"]) == (False, "not_found")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        pytest.param("remove", {}, id="unknown-tool"),
        pytest.param("x" * 10_000, {}, id="long-name"),
        pytest.param("look_up", {"code": "x" * 100_000}, id="huge-argument"),
        pytest.param("look_up", {"code": "QM102", "x" * 100_000: 1}, id="huge-name-of-an-argument"),
    ],
)
def test_what_cannot_be_called_is_an_error_of_the_protocol(assistant, mode, name, arguments):
    async def use(client):
        with pytest.raises(MCPError) as error:
            await client.call_tool(name, arguments)
        assert (error.value.code, len(error.value.message) < 200) == (-32602, True)
        return await client.call_tool("look_up", {"code": "QM102"})

    assert "91.3%" in told(assistant, use, mode).structured_content["answer"]


def test_a_source_can_be_looked_up_again_by_its_mark(assistant):
    async def use(client):
        given = (await client.call_tool("look_up", {"code": "QM102"})).structured_content["sources"][0]
        again = (await client.call_tool("source", {"id": given["id"]})).structured_content
        return given, again

    given, again = told(assistant, use)
    assert again["sources"] == [given]
    assert again["answer"] == f"{given['publication']}, {given['place']} [{given['id']}]"


def test_of_sources_given_out_the_latest_are_remembered(assistant):
    served = Served(assistant, remembered=2)
    codes = ("QM101", "QM102", "QM103", "QM104", "QM106")
    given = [served.call("look_up", {"code": code})["sources"][0]["id"] for code in codes]
    again = [served.call("source", {"id": one}) for one in (given[0], given[-2], given[-1])]
    assert ["refused" in one for one in again] == [True, False, False]


def test_a_publication_that_comes_in_is_seen_at_once(tmp_path):
    text = tmp_path / "next.txt"
    text.write_text(LATER.replace("2032", "2033").replace("2031", "2032"), encoding="utf-8")
    assistant = assistant_of(tmp_path / "home", [bulletin(LATER, "made-up-2032")])

    async def use(client):
        before = await client.call_tool("count_measures", {"state": "met", "year": "2032-33"})
        assistant.ingest(text)
        after = await client.call_tool("count_measures", {"state": "met", "year": "2032-33"})
        return before.structured_content["status"], after.structured_content["answer"]

    before, after = told(assistant, use)
    assert before == "not_found"
    assert "3 of 8" in after


def test_instructions_in_a_publication_come_back_as_data(tmp_path):
    assistant = chattering(tmp_path, loading=0)
    result = called(assistant, "search", {"words": "leaflet describes the ferry lanterns"})
    reply = result.structured_content
    assert set(reply) == set(called(assistant, "look_up", {"code": "QM102"}).structured_content)
    quote = next(source["quote"] for source in reply["sources"] if source["publication"] == "Made-up Ferry Leaflet")
    assert quote.startswith(ORDER.replace("s-", "s\N{EN DASH}"))  # no mark, and still within its quotation marks
    assert json.loads(result.content[0].text) == reply
    assert "[s-aaaaaaaa]" not in reply["answer"]
    assert "s-aaaaaaaa" not in {source["id"] for source in reply["sources"]}


@pytest.mark.parametrize("ask", ["list", "call"])
def test_a_store_that_cannot_be_read_is_an_error_that_names_no_folder(tmp_path, ask):
    assistant = assistant_of(tmp_path, bulletins())
    (tmp_path / "store.json").write_text("{")

    async def use(client):
        with pytest.raises(MCPError) as error:
            await (client.list_tools() if ask == "list" else client.call_tool("publications", {}))
        return error.value.message

    assert told(assistant, use) == "The publications held cannot be read at the moment."


def test_calls_change_nothing_that_is_held(assistant, home):
    before = contents(home)
    assert before
    for name, arguments, _ in (call.values for call in CALLS):
        called(assistant, name, arguments)
    assert contents(home) == before


def test_the_readme_names_every_tool(assistant):
    section = (
        (ROOT / "README.md").read_text(encoding="utf-8").partition("## For other assistants")[2].partition("\n## ")[0]
    )
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| `")]
    assert rows == [f"`{tool.name}`" for tool in Served(assistant).tools()]
