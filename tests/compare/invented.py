"""Texts of any length for tests of cost: made of invented words, as dense with claims as a report of figures is, and two of
different seeds share no sentence."""

from __future__ import annotations

import random

_SYLLABLES = [
    "ba",
    "co",
    "di",
    "fe",
    "gu",
    "ha",
    "jo",
    "ka",
    "le",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
    "wa",
    "xe",
    "yu",
    "zo",
    "bran",
    "cald",
    "dorn",
    "erst",
    "flim",
    "gost",
    "holm",
    "isk",
]
_LINES = (
    "{Name} told the {noun} {noun} of {Place} that {n} {noun}s had been {verb}ed since {day} March, up from {m}.",
    "The {noun} of {Place} will {verb} {n} million euros in the {noun} {noun}, {p}% more than {Name} had asked for.",
    "Former minister {Name} has been charged with {verb}ing a {noun}, and {n} people were injured in {Place}.",
    "It was the {noun} that {Name} liked to {verb} about when the {noun} of {Place} had come home from the {noun} and the {noun}s were quiet again.",
    "What the {noun} of {Place} did not {verb} is how a {noun} so {noun} could have been kept from the {noun}s who were to {verb} it, he wrote.",
    "Nobody in {Place} could {verb} why the {noun} {noun} had been left to the {noun} of {Name} for {n} years.",
    '"We {verb} no {noun}," said {Name}, who lost {p}% of the {noun}s in {Place} on {day} April.',
)


def invented(seed: int, size: int) -> str:
    """About `size` code points; the words of two seeds overlap as those of two articles do, in what is common."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(300 + size // 60)]
    paragraphs: list[str] = []
    length = 0
    while length < size:
        lines = [_filled(line, words, chance) for line in chance.choices(_LINES, k=3)]
        paragraphs.append(" ".join(lines))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _filled(line: str, words: list[str], chance: random.Random) -> str:
    for gap, width in (("{noun}", 1), ("{verb}", 1), ("{Name}", 2), ("{Place}", 1)):
        while gap in line:
            chosen = chance.choices(words, k=width)
            line = line.replace(gap, " ".join(word.title() if gap[1].isupper() else word for word in chosen), 1)
    n, m = chance.randint(2, 40), chance.randint(41, 9000)
    return line.format(n=n, m=m, p=chance.randint(1, 99), day=chance.randint(1, 28))
