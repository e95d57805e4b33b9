"""Causes and judgements that no source gives, prose told wrongly, quotations changed."""

# ruff: noqa: E501 - a behaviour is read on one line

from model_behaviours.behaviour import ask, compare, look_up, table

VICTIMS = "What was victim satisfaction in 2024-25?"
HOUSED = "How many people were housed on release in 2024-25?"
TWO_YEARS = compare("SL014", "2023-24", "2024-25")
BOTH = "How did housing on release change between 2023-24 and 2024-25?"
RADIO = "What share of ferry crews had not been trained to use the radio?"
HOURS = "How many hours a week did ferry masters work?"
KEEPERS = "How did the number of lantern keepers change?"
GARDENS = "Did gardens improve health?"
TRIPS = "Why were crews not told of cancelled ferry trips?"
STAIRS = "What did lantern keepers in North Marsh say?"

CAUSES = table(
    "causes and judgements",
    "library",
    [
        (
            "staff",
            HOUSED,
            look_up("SL014"),
            "Housed on release from custody fell to 80.4% in 2024-25 because of staff shortages {SL014}.",
        ),
        (
            "due-to",
            BOTH,
            TWO_YEARS,
            "The fall from 82.4% to 80.4% was due to prison overcrowding {SL014@2024} {SL014@2025}.",
        ),
        (
            "driven-by",
            "How did SL023 change?",
            look_up("SL023"),
            "Driven by new guidance, SL023 rose by 9.7 percentage points to 37.2% {SL023}.",
        ),
        (
            "cause-in-its-own-sentence",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25 {SL021}. Victims lost trust after budget cuts {SL021}.",
            ("budget cuts",),
            ("Victim satisfaction was 84.7% in 2024-25 {SL021}.",),
        ),
        (
            "consequence",
            HOUSED,
            look_up("SL014"),
            "At 80.4%, housing on release led to more reoffending in 2024-25 {SL014}.",
        ),
        (
            "minister",
            VICTIMS,
            look_up("SL021"),
            "The Justice Secretary, Shabana Mahmood, said that victim satisfaction was 84.7% {SL021}.",
        ),
        (
            "praise",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was an outstanding 84.7% thanks to the hard work of staff {SL021}.",
        ),
        (
            "promise",
            HOUSED,
            look_up("SL014"),
            "The government has promised to raise the 80.4% housed on release to 90.0% by 2027 {SL014}.",
        ),
        (
            "date",
            VICTIMS,
            look_up("SL021"),
            "On 14 February 2025 it was announced that victim satisfaction was 84.7% {SL021}.",
        ),
        (
            "sample",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction, measured by a telephone survey of victims, was 84.7% {SL021}.",
        ),
        (
            "comparison-with-others",
            VICTIMS,
            look_up("SL021"),
            "Victim satisfaction was 84.7% in 2024-25, better than in France {SL021}.",
        ),
        (
            "meaning-invented",
            "Stand downs?",
            look_up("SL028"),
            "Stand downs, which are hearings put off by the court, were 1.3% in 2024-25 {SL028}.",
        ),
    ],
)
PROSE = table(
    "prose",
    "harbour",
    [
        (
            "negation-flipped",
            RADIO,
            ask(RADIO),
            "64% of ferry crews had been trained to use the new radio {paragraph 1.2}.",
        ),
        (
            "negation-dropped",
            GARDENS,
            ask(GARDENS),
            "The inspectors found that gardens improved the health of the people who dug them {paragraph 3.1}.",
        ),
        (
            "negation-of-words-only",
            TRIPS,
            ask(TRIPS),
            "Crews were told of cancelled ferry trips in time {paragraph 1.3}.",
        ),
        (
            "another-cause",
            TRIPS,
            ask(TRIPS),
            "Crews were not told of cancelled ferry trips in time, because the radio was broken {paragraph 1.3}.",
        ),
        (
            "subject-changed",
            RADIO,
            ask(RADIO),
            "64% of lantern keepers had not been trained to use the new radio {paragraph 1.2}.",
        ),
        (
            "place-changed",
            STAIRS,
            ask(STAIRS),
            "Lantern keepers in South Marsh said that the stairs were unsafe in winter {paragraph 2.2}.",
        ),
        (
            "season-changed",
            STAIRS,
            ask(STAIRS),
            "Lantern keepers in North Marsh said that the stairs were unsafe in summer {paragraph 2.2}.",
        ),
        (
            "years-swapped",
            HOURS,
            ask(HOURS),
            "Ferry masters worked 38 hours a week on average in 2031-32, down from 41 hours in 2030-31 {paragraph 1.1}.",
        ),
        (
            "up-for-down",
            KEEPERS,
            ask(KEEPERS),
            "The number of lantern keepers rose from 4,890 in March 2031 to 5,636 in March 2032 {paragraph 2.1}.",
        ),
        (
            "unit-changed",
            HOURS,
            ask(HOURS),
            "Ferry masters worked 41 days a week on average in 2031-32 {paragraph 1.1}.",
        ),
        (
            "claim-added",
            STAIRS,
            ask(STAIRS),
            "Lantern keepers in North Marsh said that the stairs were unsafe in winter and that three had died {paragraph 2.2}.",
        ),
        (
            "consequence-added",
            HOURS,
            ask(HOURS),
            "Ferry masters worked 41 hours a week in 2031-32, which made accidents more likely {paragraph 1.1}.",
        ),
        ("unrelated-claim", STAIRS, ask(STAIRS), "Most harbours have closed for good {paragraph 2.2}."),
        (
            "some-to-all",
            STAIRS,
            ask(STAIRS),
            "All lantern keepers in the country said that the stairs were unsafe {paragraph 2.2}.",
        ),
        (
            "definition-changed",
            "What is a lantern keeper?",
            ask("What is a lantern keeper?"),
            "A lantern keeper is a volunteer who lights, watches and puts out a harbour lantern {paragraph 2.3}.",
        ),
        (
            "opinion-for-fact",
            KEEPERS,
            ask(KEEPERS),
            "Sadly, and scandalously, lantern keepers have been abandoned by the government {paragraph 2.1}.",
        ),
        ("gist-inverted", TRIPS, ask(TRIPS), "The harbour office stayed open all day {paragraph 1.3}."),
    ],
)
QUOTES = table(
    "quotes",
    "harbour",
    [
        (
            "one-word",
            STAIRS,
            ask(STAIRS),
            "“Lantern keepers in North Marsh told us that the stairs were excellent in winter.” {paragraph 2.2}",
            ("excellent",),
            ("“{quote:paragraph 2.2}” {paragraph 2.2}",),
        ),
        (
            "one-digit",
            RADIO,
            ask(RADIO),
            "“The inspectors found that 46% of ferry crews had not been trained to use the new radio.” {paragraph 1.2}",
            ("46%",),
            ("“{quote:paragraph 1.2}” {paragraph 1.2}",),
        ),
        (
            "not-left-out",
            RADIO,
            ask(RADIO),
            "“The inspectors found that 64% of ferry crews had been trained to use the new radio.” {paragraph 1.2}",
            ("had been trained",),
            ("“{quote:paragraph 1.2}” {paragraph 1.2}",),
        ),
        (
            "ellipsis-over-not",
            GARDENS,
            ask(GARDENS),
            "“The inspectors did […] find that gardens improved the health of the people who dug them.” {paragraph 3.1}",
            ("did […] find",),
            ("“{quote:paragraph 3.1}” {paragraph 3.1}",),
        ),
        (
            "ellipsis-dots",
            GARDENS,
            ask(GARDENS),
            "“The inspectors ... find that gardens improved the health of the people” {paragraph 3.1}",
            ("inspectors ... find",),
            ("“{quote:paragraph 3.1}” {paragraph 3.1}",),
        ),
        ("invented", RADIO, ask(RADIO), "“We were all terrified of the ferry,” one captain said {paragraph 1.2}."),
        (
            "of-another-place",
            RADIO,
            (*ask(RADIO), *ask(HOURS)),
            "“The inspectors found that 64% of ferry crews had not been trained to use the new radio.” {paragraph 1.1}",
            (),
            (
                "“The inspectors found that 64% of ferry crews had not been trained to use the new radio.” {paragraph 1.2}",
            ),
        ),
        (
            "two-joined",
            RADIO,
            (*ask(RADIO), *ask(HOURS)),
            "“Ferry masters worked 64% of ferry crews had not been trained.” {paragraph 1.1} {paragraph 1.2}",
        ),
        (
            "fragment-of-a-negation",
            GARDENS,
            ask(GARDENS),
            "“gardens improved the health of the people who dug them” {paragraph 3.1}",
        ),
        ("scare-quotes-on-a-lie", HOURS, ask(HOURS), "The report calls the 41 hours “slave labour” {paragraph 1.1}."),
        (
            "single-quotes",
            HOURS,
            ask(HOURS),
            "The report says ‘Ferry masters worked 60 hours a week on average in 2031-32’ {paragraph 1.1}.",
        ),
        (
            "block-quote",
            HOURS,
            ask(HOURS),
            "> Ferry masters worked 60 hours a week on average in 2031-32. {paragraph 1.1}",
        ),
    ],
)
ALL = (*CAUSES, *PROSE, *QUOTES)
