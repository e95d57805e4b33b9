"""What the page "About" says in words of ours: sentences, each one item of a list."""

STEPS = (
    "Your question is read for what it asks about: measures, periods, areas, and what you want to know of them. "
    "What was understood stands with each answer.",
    "A question about figures is looked up in the published tables. Any other question is looked for in the text of"
    " the publications, by its words and by its meaning.",
    "What has to be worked out is worked out from the published figures, exactly, and the working is shown.",
    "The answer is put together from set sentences, or quotes what the publication says.",
    "Every number in the answer is checked against its source. An answer with a number that cannot be traced is not"
    " shown.",
)
NO_MODEL = (
    "No language model writes any of it, so the same question gets the same answer every time. Whoever runs this page "
    "can configure one to put answers into words; this page then says so, and what is sent to it."
)
TRACED = (
    "Each figure is marked with its source, such as [1]. The mark leads to the source under the answer: the "
    "publication, the place in it, and the row or the words, highlighted.",
    "A figure that is not printed anywhere, such as a difference, is shown with its working and the sources of the "
    "figures it was worked out from.",
    "A symbol such as [x] stands for a figure that is not available. It is never read as zero.",
    "Where publications disagree, both figures are given with their sources, and which of them to prefer.",
    "What must be known before a figure is used, such as a changed definition, stands with it.",
)
LIMITS = (
    "It knows only the publications held. It does not look anything up on the web.",
    "Where a publication is held as a summary, the words quoted are ours and not the publication's. The figures are"
    " those published. Open the publication before you quote its words.",
    "Questions that tables do not answer are answered by quoting. It does not sum up a report, weigh arguments or "
    "give an opinion.",
    "Figures for regions are given only where they are published. Many measures are published for England and Wales"
    " alone.",
    "It makes no forecasts and no estimates, and no averages of percentages.",
    "It reads and answers in English.",
    "It can misread a question. Read what was understood before you use an answer, and open the source of a figure "
    "before you publish it.",
)
STAYS = (
    "Everything happens on the computer that serves this page. Nothing you type, ask or upload is sent anywhere "
    "else, and nothing is loaded from anywhere else."
)
PRIVACY = (
    "There are no accounts. Your browser is known by one cookie, a random number that is used for nothing but to "
    "find your conversations again. It lasts a year.",
    "Your conversations are kept in a folder on that computer, so that you find them again. Whoever may read that "
    "folder may read them. Nobody else sees them, unless you give someone the link to an answer: it shows that "
    "question and answer.",
    "You can delete a conversation in the list of conversations. It is then gone for good.",
    "A draft that you have checked is not kept.",
    "A publication that you add is kept until you remove it, and everyone who uses this page can get answers from it.",
)
KEYBOARD = (
    "Tab goes to the next link, button or box, and Shift with Tab to the one before. Enter opens a link; Enter or "
    "Space presses a button or opens a source.",
    "In the question box Enter asks, and Shift with Enter starts a new line.",
    "A wide table can be reached with Tab and moved with the arrow keys.",
)
# How the names of licences begin, the words that each asks for before its name, and its address.
LICENCES = (
    (
        "Open Government Licence",
        "Contains public sector information licensed under the",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    (
        "Open Parliament Licence",
        "Contains Parliamentary information licensed under the",
        "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
    ),
)
OWN_LICENCE = "The assistant itself is free software under the MIT licence."


def steps(model: str) -> tuple[str, ...]:
    """How answers are made; `model` is the language model that puts them into words, "" where there is none."""
    if not model:
        return (*STEPS, NO_MODEL)
    return (
        *STEPS,
        f"That is the built-in answer, and no language model writes any of it. While “Use the model” is on, {model} is "
        "asked instead: it can look figures up, search the publications held and calculate, with the same tools, and "
        "puts what it finds into words.",
        "What it writes is shown only where it passes the same kind of check: every number, date and name of a place "
        "must stand in a source that it marks beside it, or come from a calculation that is shown. What it quotes is "
        "replaced by the publication's own words. A part that does not pass is cut, or the model is asked once more.",
        "Where that fails too, or the model does not answer in time, the built-in answer is shown, and says why. "
        "Beneath an answer that a model put into words its name is given.",
        "A model may word an answer otherwise when it is asked again. The figures come from the same sources. How good "
        "answers are, as told below, was measured without a model.",
    )


def privacy(model: str) -> tuple[str, ...]:
    """What becomes of what a visitor types; `model` as for `steps`."""
    return (*((STAYS,) if not model else _sent(model)), *PRIVACY)


def _sent(model: str) -> tuple[str, ...]:
    return (
        f"A question that you ask while “Use the model” is on is sent to the provider of {model}, with the questions "
        "and answers before it in the conversation, and with what is looked up for it: passages and tables of the "
        "publications held, those that were added here among them. Nothing else of yours is sent. What the provider "
        "keeps of it is for its terms to say.",
        "Switched off, nothing is sent. Drafts that you check, searches on other pages, and what you say of an answer "
        "are never sent: all else happens on the computer that serves this page. Nothing is loaded from anywhere else.",
    )
