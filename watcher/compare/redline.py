"""Two texts -> what was taken out and put in, word by word, a number as one word: a list of (op, text).

    lines that stand once in both texts hold the diff together, then sentences, then words (diff-match-patch)

`"="` texts with the `"-"` ones give the old text, with the `"+"` ones the new one. The work is bounded by size, never by
a clock: a stretch that shares nothing and is too long to search is told as replaced.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from diff_match_patch import diff_match_patch

Op = Literal["=", "-", "+"]
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+[\"'”’»)\]]*[ \t]*|[^.!?\n]+")
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?|[^\W\d_]+|\s+|.", re.DOTALL)
_SEARCHED = 4_000_000  # words of one side times words of the other that are still compared word by word
_SURROGATES = (0xD800, 0x800)
Stated = Iterable[tuple[int, int, str]]  # the code points `[start, end)` that state a claim, and its kind
_FIRST, _LETTERS = 0x10_0000, 0xFFFD  # a plane of characters that have no meaning: each stands for the words of a claim
_OWN = re.compile(f"([{chr(_FIRST)}-{chr(_FIRST + _LETTERS)}])")
_OPS: dict[int, Op] = {0: "=", -1: "-", 1: "+"}


class Piece(NamedTuple):
    """A stretch of text, whether both texts have it or only the old or the new one, and the kind of claim it states, if any."""

    op: Op
    text: str
    claim: str | None = None


def redline(old: str, new: str, stated: Stated = (), restated: Stated = ()) -> list[Piece]:
    """How `old` became `new`. What states a claim, `stated` in the old text and `restated` in the new one, is one word and has its kind."""
    if _OWN.search(old) or _OWN.search(new):
        stated = restated = ()  # the text uses the letters that would stand for claims
    letters: dict[tuple[str, str], str] = {}
    before, after = _lettered(old, stated, letters), _lettered(new, restated, letters)
    claims = {letter: claim for claim, letter in letters.items()}
    found: list[Piece] = []
    for piece in _joined(_diff(before, after, (_LINE, _SENTENCE))):
        for part in _OWN.split(piece.text):
            text, kind = claims.get(part, (part, None))
            if found and kind != found[-1].claim and (found[-1].op, piece.op, found[-1].text) == ("-", "+", text):
                found[-1] = Piece("=", text, kind or found[-1].claim)  # the same words, which state a claim in one text only
            elif text:
                found.append(Piece(piece.op, text, kind))
    return found


def _lettered(text: str, stated: Stated, letters: dict[tuple[str, str], str]) -> str:
    """The text with one letter of its own for each wording of a claim; of claims that overlap the first holds, or the longest."""
    parts, at = [], 0
    for start, end, kind in sorted(stated, key=lambda claim: (claim[0], -claim[1])):
        if at <= start < end and len(letters) < _LETTERS:
            parts += [text[at:start], letters.setdefault((text[start:end], kind), chr(_FIRST + len(letters)))]
            at = end
    return "".join([*parts, text[at:]])


def side_by_side(pieces: Iterable[Piece]) -> list[tuple[list[Piece], list[Piece]]]:
    """Rows of (old line, new line), each as its pieces; a row's two lines end in the same place of the common text."""
    rows: list[tuple[list[Piece], list[Piece]]] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in pieces:
        *whole, rest = piece.text.split("\n") if piece.op == "=" else [piece.text]
        for line in whole:
            same = [piece._replace(text=line)] if line else []
            rows.append((left + same, right + same))
            left, right = [], []
        part = [piece._replace(text=rest)] if rest else []
        left, right = left + part * (piece.op != "+"), right + part * (piece.op != "-")
    return [*rows, (left, right)] if left or right else rows


def _diff(old: str, new: str, levels: tuple[re.Pattern[str], ...]) -> Iterator[Piece]:
    if old == new:
        if old:
            yield Piece("=", old)
    elif not old or not new:
        yield Piece("-", old) if old else Piece("+", new)
    elif levels:
        left, right = levels[0].findall(old), levels[0].findall(new)
        at, to = 0, 0
        for i, j in [*_anchors(left, right), (len(left), len(right))]:
            yield from _diff("".join(left[at:i]), "".join(right[to:j]), levels[1:])
            if i < len(left):
                yield Piece("=", left[i])
            at, to = i + 1, j + 1
    else:
        yield from _words(old, new)


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal items that stand once in each list, as many as keep their order."""
    once = {text for text, count in Counter(left).items() if count == 1} & {text for text, count in Counter(right).items() if count == 1}
    place = {text: j for j, text in enumerate(right) if text in once}
    pairs = [(i, place[text]) for i, text in enumerate(left) if text in once]
    tails: list[int] = []
    chain: list[tuple[int, int]] = []  # the pair that ends the best run of each length, by its place in `pairs`
    back = [-1] * len(pairs)
    for at, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        back[at] = chain[length - 1][1] if length else -1
        if length == len(tails):
            tails.append(j)
            chain.append((j, at))
        else:
            tails[length], chain[length] = j, (j, at)
    kept = []
    at = chain[-1][1] if chain else -1
    while at >= 0:
        kept.append(pairs[at])
        at = back[at]
    return kept[::-1]


def _words(old: str, new: str) -> list[Piece]:
    left, right = _WORD.findall(old), _WORD.findall(new)
    if len(left) * len(right) > _SEARCHED:
        return [Piece("-", old), Piece("+", new)]
    numbers: dict[str, int] = {}
    for word in (*left, *right):
        numbers.setdefault(word, len(numbers))
    words = {_letter(number): word for word, number in numbers.items()}
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main("".join(_letter(numbers[word]) for word in left), "".join(_letter(numbers[word]) for word in right), False)
    engine.diff_cleanupSemantic(found)
    return [Piece(_OPS[op], "".join(words[letter] for letter in letters)) for op, letters in found]


def _letter(number: int) -> str:
    """One character for a word; surrogates are left out."""
    code = number + 1
    return chr(code if code < _SURROGATES[0] else code + _SURROGATES[1])


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].op == piece.op:
            found[-1] = Piece(piece.op, found[-1].text + piece.text)
        else:
            found.append(piece)
    return found
