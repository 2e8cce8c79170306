"""Two quotations -> how alike they are, from 0 to 1. Bounded: very long quotations are judged by their beginning."""

from __future__ import annotations

from collections import Counter

from watcher.compare import prose

_JUDGED = 2000  # code points


def likeness(left: str, right: str) -> float:
    """The share of words two quotations have in common; a shortened quotation is like the whole."""
    one, other = _bag(left), _bag(right)
    if not one or not other:
        return 0.0
    shared = sum((one & other).values())
    least = min(sum(one.values()), sum(other.values()))
    dice = 2 * shared / (sum(one.values()) + sum(other.values()))
    return max(dice, 0.9 * shared / least if least >= 3 and shared > 0.8 * least else 0.0)


def _bag(text: str) -> Counter[str]:
    text = text[:_JUDGED]
    return Counter(word.fold for word in prose.words(text, 0, len(text)))
