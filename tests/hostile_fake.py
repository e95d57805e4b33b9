"""Hostile files of text, made in code: pages, replies, rows, and texts that a pattern may take too long over."""

from collections.abc import Callable, Mapping

MEGABYTE = 1_000_000
OPENING = "<!doctype html><html><body><h1>Kites</h1><p>Kites were flown by 1,204 people in 2031.</p>"
TABLE = "<table><tr><th>Area</th><th>2031</th></tr><tr><th>Vale</th><td>12</td></tr></table>"
SCRIPT = "alert('shown raw')"


def many(text: str, count: int) -> str:
    """A text so many times, "{n}" in it the number of the time."""
    return "".join(text.replace("{n}", str(n)) for n in range(count))


def _spans(kind: str, span: str) -> str:
    return OPENING + TABLE.replace("<td>", f'<td {kind}="{span}">')


PAGES: Mapping[str, Callable[[], str]] = {
    "scripts": lambda: (
        f"{OPENING}<script>{SCRIPT}</script><p onclick=\"{SCRIPT}\">Words.</p><img src=x onerror=\"{SCRIPT}\">"
        f"<svg><script>{SCRIPT}</script></svg><iframe srcdoc=\"{SCRIPT}\"></iframe>"
        f"<a href=\"javascript:{SCRIPT}\">Go</a>"
    ),
    "deep": lambda: OPENING + "<div>" * 50_000 + "Words." + "</div>" * 50_000,
    "deep-inline": lambda: OPENING + "<b><i>" * 50_000 + "Words.",
    "deep-lists": lambda: OPENING + "<ul><li>" * 5_000 + "Words.",
    "deep-tables": lambda: OPENING + "<table><tr><td>" * 5_000 + "Words.",
    "long-attribute": lambda: f'{OPENING}<p title="{"x" * 10 * MEGABYTE}">Words.</p>',
    "many-attributes": lambda: OPENING + "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">Words.</p>",
    "nothing-closed": lambda: OPENING + "<p>Words.<td>1<tr><li>a<table><b>" * 500,
    "nothing-opened": lambda: OPENING + "</p></td></tr></table></div>" * 10_000,
    "colspan": lambda: _spans("colspan", "1000000000"),
    "rowspan": lambda: _spans("rowspan", "1000000000"),
    "odd-spans": lambda: _spans("colspan", "-3") + _spans("rowspan", "1e9") + _spans("colspan", "²"),
    "many-spans": lambda: OPENING + "<table>" + "<tr><td colspan=1000 rowspan=1000>1</td></tr>" * 3_000 + "</table>",
    "long-table": lambda: OPENING + "<table><tr><th>Area<th>2031" + "<tr><th>Vale<td>12" * 3_000 + "</table>",
    "entities": lambda: OPENING + "<p>" + "&amp;&#x41;&notanentity;&#99999999999;" * 5_000,
    "unfinished-tags": lambda: OPENING + "<p <" * 200_000,
    "unfinished-comment": lambda: OPENING + "<!-- " * 200_000,
    "comments-before": lambda: "<!--x-->" * 100_000 + OPENING,
    "comments-before-nothing": lambda: "<!--" * 300_000,
    "declarations": lambda: "<?xml ?>" * 100_000 + "x",
    "declarations-unfinished": lambda: "<?xml " * 200_000,
    "footnotes": lambda: OPENING + '<p>Words<sup><a href="#fn:1">1</a></sup>.</p>' * 20_000
    + '<div class="footnotes"><ol><li id="fn:1">Note</li></ol></div>',
}  # fmt: skip
REPLIES: Mapping[str, Callable[[], str]] = {
    "deep": lambda: '{"a":' * 100_000 + "1" + "}" * 100_000,
    "deep-lists": lambda: "[" * 500_000 + "]" * 500_000,
    "deep-within": lambda: '{"base_path": "/a", "title": "Kites", "details": {"body": ' + "[" * 900 + "]" * 900 + "}}",
    "huge-number": lambda: '{"value": {"id": ' + "9" * 4_000_000 + "}}",
    "odd-numbers": lambda: '{"value": [NaN, Infinity, -1e999, 1E-999]}',
    "the-same-key-twice": lambda: '{"title": "Kites", "title": "Boats", "details": {"body": "<p>a"}, "details": null}',
    "long-string": lambda: '{"title": "' + "kites " * (10 * MEGABYTE // 6) + '"}',
    "half-letters": lambda: (
        '{"base_path": "/kites", "title": "Kites \\ud800", "details": {"body": "<p>Kites \\udfff.</p>"}}'
    ),
    "wrong-types": lambda: '{"base_path": 5, "title": {}, "details": [], "links": "x", "public_updated_at": false}',
    "many": lambda: "[" + ",".join(['{"value": {"uin": "1", "questionText": "a", "answerText": "b"}}'] * 300) + "]",
}
ROWS: Mapping[str, Callable[[], str]] = {
    "long-line": lambda: "Area,2031\n" + "Vale," * (10 * MEGABYTE // 5),
    "quote-unfinished": lambda: 'Area,2031\nVale,"12' + "\nMoor,34" * 20_000,
    "formulas": lambda: "Area,2031\n=HYPERLINK(\"http://127.0.0.1:9\"),12\n+1,34\n@SUM(A1),5\n-2+3,6\n",
    "zeros": lambda: "Area,2031\nVale,1\0002\nMoor,34\n",
    "many-columns": lambda: "\n".join(",".join([word] * 30_000) for word in ("Area", "12", "34")),
    "many-rows": lambda: "Area,2031\n" + "Vale,12\n" * 20_000,
    "only-commas": lambda: (",," * 1_000 + "\n") * 100,
}  # fmt: skip
TABLED = "Table 1: Kites\n\n| Area | 2031 |\n|---|---|\n"
LONG_LINE = 190_000  # letters: just short of what no text has
TEXTS: Mapping[str, Callable[[], str]] = {
    "combining": lambda: "K" + "\u0301" * 150_000 + "\n" + "ites\u0301" * 30_000,
    "digits": lambda: "Kites " + "9" * LONG_LINE,
    "digits-and-commas": lambda: "Kites " + "1,111" * (LONG_LINE // 5),
    "points": lambda: "Kites " + "1.1" * (LONG_LINE // 3),
    "spaces": lambda: "Kites" + " " * LONG_LINE + "fly.",
    "spaces-at-the-end": lambda: "Kites fly" + " " * LONG_LINE,
    "odd-spaces": lambda: "Kites" + "\u00a0\u2003\t" * (LONG_LINE // 8) + "fly.",
    "tabs": lambda: ("a" + "\t" * 50 + "b\n") * 3_000,
    "note-marks": lambda: "Kites " + "[note " * (LONG_LINE // 6),
    "note-marks-nested": lambda: "[" * LONG_LINE,
    "note-numbers": lambda: "Kites " + "[note 1]" * (LONG_LINE // 8),
    "many-note-marks": lambda: many("Kites [note {n}].\n\n", 2_000) + many("[note {n}] Boats.\n\n", 2_000),
    "footnotes": lambda: many("Kites[footnote {n}].\n\n", 2_000) + "## Footnotes\n\n" + many("{n}. Boats.\n\n", 2_000),
    "pipes": lambda: "|" * LONG_LINE,
    "pipes-and-dashes": lambda: "|-" * (LONG_LINE // 2) + "\n" + "|-" * (LONG_LINE // 2),
    "pipe-lines": lambda: "|\n" * 10_000,
    "dashes": lambda: "-" * LONG_LINE + "\n" + "- " * (LONG_LINE // 2),
    "rule-lines": lambda: "---\n" * 500,
    "headings": lambda: "# Kites\n\n" * 3_000,
    "hashes": lambda: "#" * LONG_LINE + " x",
    "quotes": lambda: "“" * LONG_LINE,
    "quotes-in-turn": lambda: "“Kites” ‘boats’ " * (LONG_LINE // 16),
    "brackets": lambda: "(" * LONG_LINE + ")" * 10,
    "full-stops": lambda: "." * LONG_LINE,
    "initials": lambda: "A. B. " * (LONG_LINE // 6),
    "sentences": lambda: "Kites fly. " * (LONG_LINE // 11),
    "years": lambda: "2031-32 " * (LONG_LINE // 8),
    "months": lambda: "April 2031 to " * (LONG_LINE // 14),
    "month-endings": lambda: "year ending March 2031, " * (LONG_LINE // 24),
    "endings": lambda: "year ending March 2031" + ", 2032" * (LONG_LINE // 6),
    "percents": lambda: "12.5% of 40 met, " * (LONG_LINE // 17),
    "one-word": lambda: "Kites" * (LONG_LINE // 5),
    "hyphens": lambda: "kites-" * (LONG_LINE // 6),
    "capitals": lambda: "KITES AND BOATS " * (LONG_LINE // 16),
    "single-letters": lambda: "k i t e s " * (LONG_LINE // 10),
    "bullets": lambda: "• " * (LONG_LINE // 2),
    "dot-leaders": lambda: ("Kites " + "." * 150 + " 12\n") * 2_000,
    "leaders": lambda: "Kites" + " ." * (LONG_LINE // 2),
    "contents": lambda: "Contents\n\n" + many("{n}. Kites and boats {n}\n", 2_000),
    "captions": lambda: many("Table {n}: Kites\n\n", 2_000),
    "figures": lambda: many("Figure {n}: Kites\n\nSource: Boats.\n\n", 2_000),
    "caption-line": lambda: "Table 1: " * (LONG_LINE // 9),
    "codes": lambda: "QX101 - " * (LONG_LINE // 8),
    "wide-table": lambda: "|" + "a|" * 30_000 + "\n|" + "-|" * 30_000 + "\n|" + "1|" * 30_000,
    "long-table": lambda: TABLED + many("| Vale {n} | {n} |\n", 2_000),
    "many-tables": lambda: many("Table {n}: Kites\n\n| Area | 2031 |\n|---|---|\n| Vale | {n} |\n\n", 2_000),
    "marked-table": lambda: TABLED + many("| Vale {n} [note {n}] | {n} |\n", 900) + many("\n[note {n}] Boats.\n", 900),
    "flat-rows": lambda: "Area Performance (%) Target (%)\n" + many("QX{n} - Kites 12.5 13.0\n", 2_000),
    "stacked-cells": lambda: "Table 1: Kites\n\nArea\n\n2031\n\n" + many("Vale {n}\n\n{n}\n\n", 2_000),
    "tab-rows": lambda: "Area\t2031\n" + many("Vale {n}\t{n}\n", 2_000),
    "numbered": lambda: many("1.{n} Kites were flown by many people over the hill.\n\n", 2_000),
    "lettered": lambda: many("(b) Kites were flown by many.\n\n", 2_000),
    "page-numbers": lambda: many("Kites were flown.\n\n{n}\n\n\f", 2_000),
    "form-feeds": lambda: "Kites.\f" * 3_000,
    "blank-lines": lambda: "Kites fly." + "\n" * 50_000 + "Boats sail.",
    "blank-spaces": lambda: "Kites fly." + " \n" * 50_000 + "Boats sail.",
    "speech": lambda: "“Kites fly.\n\n" * 2_000,
    "columns": lambda: ("Kites were flown by many        Boats were sailed by few\n" * 8 + "\n") * 150,
    "wide-columns": lambda: ("k" * 40 + " " * 60) * 1_900 + "\n" + "Kites        Boats\n" * 500,
    "key-facts": lambda: "Key facts\n\n" + "12%\n\nof kites were flown\n\n" * 2_000,
    "written-question": lambda: "Question for Ministry\n\nUIN 1, tabled on 5 May 2031\n\nQuestion\n\n" * 500,
    "addresses": lambda: "www." * (LONG_LINE // 4) + "\nhttps://" * 20_000,
    "mail": lambda: "a@" * (LONG_LINE // 2) + "\n" + "a." * (LONG_LINE // 2) + "@b",
    "front-matter-unfinished": lambda: "+++\n" * 5_000,
    "front-matter-deep": lambda: "+++\nid = " + "[" * 100_000 + "\n+++\nWords.",
    "opening-space": lambda: " " * 100_000 + "<" * 100_000,
    "less-than": lambda: "Kites <" * (LONG_LINE // 7),
    "ends-as-html": lambda: "<p>" + "<p " * 60_000 + ">",
    "title-of-spaces": lambda: "a to " * 30_000 + "\nPublished 5 May 2031\n\nWords.",
    "published-again-and-again": lambda: "Published 99 May 2031\n" * 2_000,
    "letters-of-every-kind": lambda: "".join(map(chr, range(0x20, 0xD800))) + "\n\nKites fly.",
    "right-to-left": lambda: "Kites \u202e\u2066" * (LONG_LINE // 8),
}  # fmt: skip
NAMES = (
    "two\nlines.txt", "\x1b[31mred.txt", "\u202etxt.exe.txt", "\udcff.txt", " .txt", "-rf.txt", "%s%n.txt", "$(id).txt",
    "~.txt", "CON.txt", "a" * 251 + ".txt",
)  # fmt: skip
