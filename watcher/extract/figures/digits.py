"""Runs of digits -> decimals, by the decimal sign that the section itself shows. Guarded against digit strings of any length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

LONGEST = 24  # digits: a longer run is a reference, not a number somebody counted

_SPACES = str.maketrans("", "", "\u00a0\u202f\u2009'’")
_MILLIONS = re.compile(r"([0-9]{1,3})['’]([0-9]{3})[.,]([0-9]{3})", re.ASCII)  # Peru's 1'373,774
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}", re.ASCII)  # 1,234,567 and India's 12,34,567


def decimal_sign(texts: Sequence[str], usual: str) -> str:
    """The decimal sign of a section by the evidence of its own numbers; "" where there is none and `usual` is a comma.

    "58,6" and "1.234.567" speak for the comma, "4.1" and "1,234.5" for the point; "1.234" says nothing.
    """
    votes = {".": 0, ",": 0}
    for text in texts:
        dots, commas = text.count("."), text.count(",")
        if dots and commas:
            votes[text[max(text.rfind("."), text.rfind(","))]] += 1
        elif dots > 1 or commas > 1:
            if _GROUPED.fullmatch(text):
                votes["," if dots else "."] += 1
        elif dots or commas:
            sign = "." if dots else ","
            whole, part = text.split(sign)
            if len(part) != 3 or whole == "0" or len(whole) > 3:
                votes[sign] += 1
    if votes["."] == votes[","]:
        return "." if usual == "." else ""
    return max(votes, key=lambda sign: votes[sign])


def read_digits(text: str, sign: str) -> Decimal | None:
    """The value of a run of digits with separators; `sign` is the section's decimal sign ("" unknown: groups of three are thousands)."""
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return Decimal(text)
    if (millions := _MILLIONS.fullmatch(text)) is not None:
        return Decimal("".join(millions.groups()))
    text = text.translate(_SPACES)
    dots, commas = text.count("."), text.count(",")
    if not dots and not commas:
        return Decimal(text)
    if dots and commas:
        last = max(text.rfind("."), text.rfind(","))
        whole = text[:last]
        if text.count(text[last]) > 1 or not (_GROUPED.fullmatch(whole) and whole.count("." if text[last] == "," else ",")):
            return None
        return Decimal(whole.replace(".", "").replace(",", "") + "." + text[last + 1 :])
    if dots + commas > 1:
        return Decimal(text.replace(".", "").replace(",", "")) if _GROUPED.fullmatch(text) else None
    mark = "." if dots else ","
    whole, part = text.split(mark)
    # 710.000 in any language: nobody writes three empty decimals
    round_thousands = part == "000" and mark == "." and whole != "0" and len(whole) <= 3
    if not round_thousands and (len(part) != 3 or whole == "0" or len(whole) > 3 or mark == sign):
        return Decimal(f"{whole}.{part}")
    return Decimal(whole + part)
