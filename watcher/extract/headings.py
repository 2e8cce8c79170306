"""A Reading -> the sentences whose capitals mean nothing: headlines with most words capitalised, lines in capitals."""

from __future__ import annotations

from collections import Counter

from watcher.extract.reading import Reading, Token


def shouted(reading: Reading) -> set[int]:
    """Their numbers; looked for once."""
    known: set[int] | None = reading.notes.get("shouted")
    if known is None:
        known = reading.notes["shouted"] = _find(reading)
    return known


def _find(reading: Reading) -> set[int]:
    tokens = reading.tokens
    found: set[int] = set()
    for number, capital in Counter(map(reading.sentence_of.__getitem__, reading.capitals)).items():
        sentence = reading.sentences[number]
        first, last = sentence.first, sentence.last
        if last - first > 40:
            continue
        headline = reading.paragraphs[sentence.paragraph].kind == "headline" and reading.text[sentence.end - 1] != "."
        if not headline and _small(tokens, first, last):
            continue
        words = [token.text for token in tokens[first:last] if token.kind == "w" and len(token.text) > 3]
        small = sum(1 for word in words if word[0].islower())
        capitals_only = words and all(word.isupper() for word in words) and (capital > 1 or last - first <= 2)
        told = not small and {"n", "w"} <= {token.kind for token in tokens[first:last] if not token.capital}
        enough = 3 if told else 4  # "Murder Rate Drops to 5.3", but "Rupert Sayle (Conservative) 5,190"
        titled = headline and reading.language == "en" and capital >= enough <= len(words) and small <= len(words) * 0.15
        if capitals_only or titled:
            found.add(number)
    return found


def _small(tokens: list[Token], first: int, last: int) -> bool:
    """A word that is not all capitals, small words apart."""
    for token in tokens[first:last]:  # noqa: SIM110  mostly the first few tell
        if token.kind == "w" and len(token.text) > 3 and not token.text.isupper():
            return True
    return False
