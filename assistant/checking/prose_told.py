from assistant.checking.claims import Finding


def shown(pair):
    return pair.printed.shown or pair.printed.figure.text


def supported(figure, pair):
    return Finding(verdict="supported", reason="", published=shown(pair), sureness=0.9)


def contradicted(figure, pair, partner=None):
    return Finding(
        verdict="contradicted",
        reason=f"{partner and shown(partner)} {pair.conflicts} {pair.printed.period and pair.printed.period.label} {[pair.printed.names.get(c) for c in pair.conflicts]}",
        published=shown(pair),
        sureness=0.9,
    )
