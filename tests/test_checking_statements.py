"""A draft is cut into sentences, items and cells, each with its place in the draft. All drafts are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.figures import figures
from assistant.checking.statements import statements


def texts(draft):
    return [" ".join(statement.text.split()) for statement in statements(draft)]


def told(draft):
    """What each statement says, under which heading and after which sentence."""
    return [(" ".join(one.text.split()), one.heading, one.before) for one in statements(draft)]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param("It rose to 5.2%. It fell.", ["It rose to 5.2%.", "It fell."], id="sentences"),
        pytest.param("It is approx. 37%. Yes.", ["It is approx. 37%.", "Yes."], id="abbreviation"),
        pytest.param("In the year, seven of\n27 targets were met.",
            ["In the year, seven of 27 targets were met."], id="wrapped"),
        pytest.param("It rose.\n\nIt fell.", ["It rose.", "It fell."], id="paragraphs"),
        pytest.param("It rose\r\nto 5%.\r\n\r\nIt fell.", ["It rose to 5%.", "It fell."], id="windows"),
        pytest.param("- One: 5%\n* Two: 6%\n• Three: 7%\n– Four: 8%", ["One: 5%", "Two: 6%", "Three: 7%",
            "Four: 8%"], id="bullets"),
        pytest.param("1. It rose.\n2) It fell.\n(3) It held.\na) It went.", ["It rose.", "It fell.", "It held.",
            "It went."], id="numbered"),
        pytest.param("- It rose\n  to 5%. It held.\n- It fell", ["It rose to 5%.", "It held.",
            "It fell"], id="wrapped-items"),
        pytest.param("•\tIt rose to 5%\n•\tIt fell to 4%", ["It rose to 5%", "It fell to 4%"], id="bullets-and-tabs"),
        pytest.param("•It rose to 5%", ["It rose to 5%"], id="bullet-without-a-blank"),
        pytest.param("It was met by seven of\n27. In all it fell.", ["It was met by seven of 27.",
            "In all it fell."], id="no-list"),
        pytest.param("> It rose to\n> 5% now.\n>> It fell.", ["It rose to 5% now.", "It fell."], id="quoted-mail"),
        pytest.param("It was **5%** and _6%_ [here](https://a.example/7).", ["It was 5% and 6% here ."], id="emphasis"),
        pytest.param("Vacancy rate: 21%\nLeaving rate: 9%", ["Vacancy rate: 21%",
            "Leaving rate: 9%"], id="short-lines"),
        pytest.param("-5% is a fall.", ["-5% is a fall."], id="minus"),
        pytest.param("a_b_c is 5", ["a_b_c is 5"], id="underscores"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\r\n ", [], id="blank"),
    ],
)  # fmt: skip
def test_texts(draft, expected):
    assert texts(draft) == expected


def test_headings_and_the_sentence_before_go_with_a_statement():
    draft = "# Staff\n\nIt rose. It fell.\n\nIt held.\n\n## Money\n\nIt cost £5m.\n\nCourts\n------\nThey sat."
    assert told(draft) == [
        ("Staff", "", ""),
        ("It rose.", "Staff", ""),
        ("It fell.", "Staff", "It rose."),
        ("It held.", "Staff", "It fell."),
        ("Money", "Staff", ""),
        ("It cost £5m.", "Money", ""),
        ("Courts", "Money", ""),
        ("They sat.", "Courts", ""),
    ]


def test_a_short_line_above_a_paragraph_is_its_heading():
    assert told("Vacancies in London\n\nThey rose to 35%.") == [
        ("Vacancies in London", "", ""),
        ("They rose to 35%.", "Vacancies in London", ""),
    ]


def test_a_lead_in_goes_before_every_item():
    draft = "It was good. In 2030-31:\n\n- posts rose to 5%\n- pay rose to 6%. It had been 7%\n\nIt held."
    assert [one[2] for one in told(draft)] == ["", "It was good.", "In 2030-31:", "In 2030-31:", "pay rose to 6%.",
                                               "It had been 7%"]  # fmt: skip


def test_an_item_without_a_lead_in_follows_the_one_before():
    assert [one[2] for one in told("- It rose\n- It fell\n- It held")] == ["", "It rose", "It fell"]


def test_items_below_a_sentence_follow_that_and_not_one_another():
    assert [one[2] for one in told("It moved.\n\n- It rose\n- It fell\n- It held")][1:] == ["It moved."] * 3


PIPES = (
    "| Code | Measure | 2030-31 | Change |\n|---|---|---|---|\n"
    "| QM1 | Posts | 80.4 | -2.0 |\n| QM2 | Pay | [x] | 3.1 [r] |"
)
FROM_PIPES = ["Table 1: Shares (%)", "QM1 Posts, 2030-31: 80.4%", "QM1 Posts, Change: -2.0 percentage points",
              "QM2 Pay, Change: 3.1 percentage points [r]"]  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param(f"Table 1: Shares (%)\n\n{PIPES}", FROM_PIPES, id="pipes"),
        pytest.param(f"Table 1: Shares (%)\n{PIPES}", FROM_PIPES, id="caption-at-once"),
        pytest.param(PIPES, ["QM1 Posts, 2030-31: 80.4", "QM1 Posts, Change: -2.0",
            "QM2 Pay, Change: 3.1 [r]"], id="no-unit"),
        pytest.param("Area | Rate (%)\nNorth | 5.1\nSouth | 6%", ["North, Rate (%): 5.1%",
            "South, Rate (%): 6%"], id="bare-pipes"),
        pytest.param("+----+----+\n| Area | FTE |\n+----+----+\n| North | 1,204 |\n+----+----+",
            ["North, FTE: 1,204"], id="grid"),
        pytest.param("Area\tRating\tCost (£m)\nNorth\t2\t302\nSouth\t3\t3.5",
                     ["North, Rating: 2", "North, Cost (£m): £302m", "South, Rating: 3",
                         "South, Cost (£m): £3.5m"], id="tabs"),
        pytest.param("Area        2029-30   2030-31\nNorth East               13%\nWest        12.1%     14%",
                     ["North East, 2030-31: 13%", "West, 2029-30: 12.1%", "West, 2030-31: 14%"], id="blanks"),
        pytest.param("        2029-30   2030-31\nNorth   12%       13%", ["North, 2029-30: 12%",
            "North, 2030-31: 13%"], id="corner"),
        pytest.param('Area,Count\nNorth,"13,583"\nSouth,1,200', ["North, Count: 13,583",
            "South, Count: 1,200"], id="commas"),
        pytest.param("North | 5%\nSouth | 6%", ["North: 5%", "South: 6%"], id="no-headings"),
        pytest.param("Year\tPosts (%)\n2029-30\t5\n2030-31\t6", ["2029-30, Posts (%): 5%",
            "2030-31, Posts (%): 6%"], id="years-down"),
        pytest.param("Measure\t2030\t2031\n\t(%)\t(pp)\nPosts\t5\t6",
                     ["Posts, 2030 (%): 5%", "Posts, 2031 (pp): 6 percentage points"], id="two-rows-of-headings"),
        pytest.param("Measure\tResult\nPosts within 12 months\tseven of 27",
            ["Posts within 12 months, Result: seven of 27"], id="words"),
        pytest.param("| Area | Rate |\n|---|---|\n| **North** | **5%** |", ["North, Rate: 5%"], id="bold-cells"),
        pytest.param("London, Wales and Kent, in all three, rose\nto 5%, up from 4%, which is much, and\nthey fell.",
                     ["London, Wales and Kent, in all three, rose to 5%, up from 4%, which is much, and they fell."],
                     id="prose"),
        pytest.param("It rose to 5%.  It fell to 4%.  So it\nwent on.", ["It rose to 5%.", "It fell to 4%.",
            "So it went on."], id="two-blanks"),
    ],
)  # fmt: skip
def test_tables(draft, expected):
    assert texts(draft) == expected


def test_a_cell_is_shown_as_its_row_and_stands_where_it_does():
    draft = f"It rose.\n\n{PIPES}\n"
    cell = next(one for one in statements(draft) if one.cell)
    assert draft[slice(*cell.cell)] == "80.4"
    assert cell.shown == "| QM1 | Posts | 80.4 | -2.0 |" == draft[cell.start : cell.start + len(cell.shown)]
    assert cell.place(0, 3) == cell.cell


def test_a_caption_is_the_heading_of_its_table_only():
    draft = f"# Posts\n\nTable 1: Shares\n\n{PIPES}\n\nIt rose."
    assert [one.heading for one in statements(draft)] == ["", "Posts", *["Table 1: Shares"] * 3, "Posts"]


def test_a_figure_is_where_it_stands_in_the_draft():
    draft = "# Staff\n\n> It was **seven of\n> 27** and\r\n> _63.1%_.\n\n- a rise of 2 points"
    found = [one.place(figure.start, figure.end) for one in statements(draft) for figure in figures(one.text)]
    assert [draft[start:end] for start, end in found] == ["seven of\n> 27", "63.1%", "2 points"]


LINES = st.sampled_from(["# Posts", "It rose to 5%. It fell.", "- an item: 5", "1. one", "| a | 5 |", "|---|---|",
    "a\t5", "a  b  5",
                         "a,5,6", "> quoted 7%", "", "**Bold**", "lead-in:", "and so\r", "[x](y) `5`", "-----",
                             "+--+--+"])  # fmt: skip


@given(
    st.lists(LINES, max_size=12).map("\n".join)
    | st.text(alphabet="ab5. |\t,\n-*>#:%", max_size=60)
    | st.text(max_size=60)
)
def test_statements_stand_in_the_draft_in_order(draft):
    at = 0
    for one in statements(draft):
        assert one.shown
        assert draft[one.start : one.start + len(one.shown)] == one.shown
        if one.cell:
            assert one.start <= one.cell[0] < one.cell[1] <= one.start + len(one.shown)
        else:
            assert len(one.text) == len(one.shown)
            assert one.start >= at
        at = one.start
        for figure in figures(one.text):
            start, end = one.place(figure.start, figure.end)
            assert start < end <= len(draft)


LETTERS = st.lists(st.sampled_from(["The", "rate", "was", "5%.", "Fell", "so", "it", "held?"]), max_size=40)


@given(LETTERS)
def test_no_word_of_prose_is_lost(words):
    assert " ".join(texts(" ".join(words))).split() == words


PIECES = ["x", "5", "a, 5\n", "a|5\n", "a\t5\n", "a  5\n", "- a\n", "It is 5. ", "It is 5.\n\n", "a,b\n", "> ", "*",
    "[", "](", "e.g. A ",
          "# a\n\n", ". ", "...", "|-", "a\n", " ", "\n"]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_very_long_draft_is_cut(piece):
    longest = max((len(one.text) for one in statements(piece * (60_000 // len(piece)))), default=0)
    assert longest <= 2010
