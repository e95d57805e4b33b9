"""What looks like a number in a draft and is none: dates, times, codes, references, list numbers, telephone numbers.

`masked` blots such stretches out, so that whoever reads on finds numbers only where a figure may be claimed.
"""

import re

from corpus.periods import MONTH, Mention, find_periods

BLOT = "\x00"
UNIT = r"(?!\s?(?:%|p\.?p|per[\s-]?cent|pc\b|pct|points?\b|bn\b|m\b|k\b|million|billion|thousand)|[.,]?\d)"
NUMBER = rf"\d{{1,5}}(?:\.\d{{1,3}}){{0,4}}[a-z]?\b{UNIT}"
WORD_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[A-H])\b"
PARTS = r"part|chapter|section|phase|stage|tier|level|volume|annexe?|appendix|option|step|round"
THING = (
    rf"(?:{PARTS}|table|example|figure|fig\.?|chart|box|exhibit|paragraph|para\.?|sect\.?|ch\.|footnote|note|page|question"
    r"|recommendation|rec\.|vol\.?|version|schedule|article|regulation|rule|clause|grade|band|category|group|wave"
    r"|tranche|priority|column|row|line|slide|item|form|room|no\.|in year|tab|draft|desk|ext\.?|extension)"
)
THINGS = (
    r"(?:parts|chapters|sections|phases|stages|tiers|levels|volumes|annexe?s|options|steps|rounds|tables|figures|figs\.?"
    r"|charts|boxes|exhibits|paragraphs|paras\.?|footnotes|notes|pages|questions|recommendations|recs\.|schedules"
    r"|articles|regulations|rules|clauses|grades|bands|categories|groups|waves|tranches|priorities|columns|rows|lines"
    r"|slides|items|forms|rooms|nos\.)"
)
TIME_OF_DAY = r"[ap]\.?m\b\.?|noon\b|o['’]clock\b"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NTH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
PEOPLE_OF_AGE = r"[\s-]*year[\s-]*olds?\b"
AGE = r"\d{1,2}(?:\s*(?:-|–|to|and)\s*(?:\d{1,2}|over|above|under))?\b"

LABELS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"^\s*(?:\d{1,2}[.)]|\(\d{1,2}\)|\(?[a-z]\))(?=\s)", re.M),
        (r"^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+(?!FTE)[A-Z])", re.M),
        (r"https?://[^\s]{1,2000}|\bwww\.[^\s]{1,2000}", re.I),
        (r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}", 0),
        (r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:uk|com|org|net)\b(?:/\S{0,2000})?", re.I),
        (r"(?<!\w)(?:\+44|0044)[\d ()-]{8,16}\d|(?<![\w.,£])\(?0\d{2,5}\)?(?:[ -]?\d{3,4}){1,3}(?!\d)", 0),
        (r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)|(?<![\d/])\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)(?!\d|%)", 0),
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|or)\s*\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?{MONTH}(?!\w)",
            re.I,
        ),
        (rf"\b\d{{1,2}}[:.]\d\d\s?(?:{TIME_OF_DAY})|\b\d{{1,2}}\s?(?:{TIME_OF_DAY})|\b\d{{1,2}}:\d\d\b", re.I),
        (r"\b(?:[01]\d|2[0-3])[0-5]\d\s?hrs?\b|\b0\d[0-5]\d\s?hours\b", re.I),
        (r"\b24/7\b|\b(?:the\s+)?(?:(?:19|20)?\d0|\d0)['’]?s\b", re.I),
        (r"\[\^\w{1,8}\]:?|\[(?:(?:foot)?note )?\d{1,3}\]|\((?:\d{1,2}|[ivx]{1,4})\)", re.I),
        (rf"\b(?:aged?(?:\s+(?:of|over|under|between))?|ages)\s+{AGE}(?:{PEOPLE_OF_AGE})?", re.I),
        (
            rf"\b(?:(?:under|over)[\s-])?{AGE}{PEOPLE_OF_AGE}|\b(?:under|over)-?\d{{1,2}}s\b|\b\d{{1,2}}-years?-old\b",
            re.I,
        ),
        (rf"(?<![\w-]){THING}\s+{NUMBER}(?:\s?[-–]\s?{NUMBER}|\s+of\s+\d{{1,4}}\b(?!\s?%))?", re.I),
        (rf"(?<![\w-]){THINGS}\s+{NUMBER}(?:,\s{NUMBER})*\s?(?:-|–|to|and|&|or)\s?{NUMBER}", re.I),
        (rf"(?<![\w-])(?:{PARTS})\s+{WORD_NUMBER}(?!\s+of\b)", re.I),
        (rf"(?<![\w'’])(?:pp?|[qsnv])\.?\s?{NUMBER}(?:\s?[-–]\s?{NUMBER})?", re.I),
        (r"\b(?:UIN|PQ|WPQ|WQ|HC|HL|CP|Cm|Cmnd|SI|No|Ref|ISBN|ISSN)[.:]?\s?\d[\d/-]*", 0),
        (r"\b[A-Z]{2,4}\s0\d{1,3}[A-Za-z]?\b|\b[A-Z]{2,4}\s?\d{1,5}/\d{2,4}\b", 0),
        (
            r"\b\d{1,4}[A-Z]?,?\s+(?:[A-Z][a-z'’]+\s+){1,3}"
            r"(?:Street|St|Road|Rd|Lane|Avenue|Square|Place|Way|Court|House|Gardens|Row|Hill|Park|Terrace|France)\b",
            0,
        ),
        (r"(?<![\w£])(?!c\d)[A-Za-z][A-Za-z/]*-?\d[\w/-]*(?!\s?%|[.,]\d)(?:\(\d+\))?", 0),
        (rf"(?<={BLOT})\s?\d[A-Z]{{2}}\b|(?<![\w.,£])\d{{1,3}}[a-e]\b", 0),
        (r"\b\d+(?:st|nd|rd|th)\b", re.I),
        (rf"\b(?:{TENS})[\s-](?:{NTH})\b", re.I),
        (r"\b(?:\w{1,20}|\d{1,3})-point\s+(?:scale|plan|system|programme|checklist|framework)\b", re.I),
        (r"\b\d{1,2}\s?=\s?(?=[A-Za-z])", 0),  # the key of a scale: "1 = Inadequate"
        (rf"\b\d{{3,7}}(?=\s+of\s+{BLOT})", 0),  # an answer by its number and date
        (
            r"\b(?:\w{1,12}|\d{1,3})-(?:year|month|week|day|hour|page)\b(?!\s+(?:period|term|sentence)s?\s+of)",
            re.I,
        ),
        (r"\bOne\s(?=[A-Z])", 0),
    )
)
YEARS = re.compile(r"(?<![\d.,£])(?:19|20)\d\d\s*[-–—/]\s*(?:(?:19|20)\d\d|\d\d)(?!\d|%|[.,/-]\d)")
DATING = re.compile(r"\b(?:the|in|of|since|by|from|during|until|for|and|to|at|early|late|before|after)\s+$", re.I)
COUNTED_NOT_DATED = re.compile(
    r"\s+(?:people|staff|officers|cases|offenders|prisoners|trainees|places|beds|hours)\b", re.I
)
MONTH_AND_DAY = re.compile(rf"\b(?=[A-Z]){MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s+(?:of|out)\b){UNIT}", re.I)


def masked(text: str) -> str:
    """The text, every stretch of it that is no figure blotted out, so that positions stay the same."""
    dated = [mention for mention in find_periods(text) if not (mention.bare and _is_count(text, mention))]
    for pattern in (YEARS, MONTH_AND_DAY, *LABELS):
        text = _blotted(pattern, text)
    pieces, at = [], 0
    for mention in dated:
        pieces += [text[at : mention.start], BLOT * (mention.end - mention.start)]
        at = mention.end
    return "".join([*pieces, text[at:]])


def _is_count(text: str, year: Mention) -> bool:
    """Whether what reads as a year counts things: "2000 staff", but not "the 2017 staff survey"."""
    before = text[max(0, year.start - 20) : year.start]
    return COUNTED_NOT_DATED.match(text, year.end) is not None and not DATING.search(before)


def _blotted(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: BLOT * len(match[0]), text)
