"""Sentences of many domains, class by class: every figure each of them states, with its unit, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from watcher.extract import figures
from watcher.extract.tokens import read
from watcher.model import Figure, Section

_FOLDER = Path(__file__).parent / "sentences"


def _rows(topic: str, language: str) -> list[tuple[str, str, list[str]]]:
    rows = []
    for line in (_FOLDER / f"{topic}_{language}.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            text, _, wanted = line.partition(" ||")
            rows.append((language, text.replace("\\n", "\n"), [figure.strip() for figure in wanted.split(";") if figure.strip()]))
    return rows


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _said(figure: Figure, *, modifier: bool) -> str:
    high = f"..{_plain(figure.high)}" if figure.high is not None else ""
    per = f"/{_plain(figure.per)}" if figure.per is not None else ""
    return f"{_plain(figure.number)}{high}{per} {figure.unit}" + (f" {figure.modifier}" if modifier else "")


def _canonical(wanted: str) -> str:
    value, *rest = wanted.split()
    top, _, per = value.partition("/")
    value = "..".join(_plain(Decimal(end)) for end in top.split("..")) + (f"/{_plain(Decimal(per))}" if per else "")
    return " ".join((value, *(rest or ["count"])))


def _wrong(language: str, text: str, wanted: list[str]) -> str | None:
    found = [mention.value for mention in figures.find(read(text, Section(language, 0, len(text))))]
    hedged = {_canonical(figure) for figure in wanted if len(figure.split()) == 3}
    plain = sorted(" ".join(_canonical(figure).split()[:2]) for figure in wanted)
    said = sorted(_said(figure, modifier=False) for figure in found)
    right = said == plain and hedged <= {_said(figure, modifier=True) for figure in found}
    return None if right else f"{text} -> {said}, not {wanted}"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("topic", "least"), [("figures", 300), ("forms", 100), ("carried", 20)])
def test_each_sentence_states_these_figures_and_no_other(topic: str, least: int, language: str) -> None:
    rows = _rows(topic, language)
    assert len(rows) > least
    assert [wrong for row in rows if (wrong := _wrong(*row))] == []


@pytest.mark.parametrize(("language", "below"), [("en", "Nobody saw the boats leave."), ("es", "Nadie vio salir los barcos.")])
def test_a_headline_without_a_period_states_the_same_above_other_lines(language: str, below: str) -> None:
    rows = [row for topic in ("figures", "carried") for row in _rows(topic, language) if row[1].endswith(".") and "\n" not in row[1]]
    assert len(rows) > 300
    assert [wrong for _, text, wanted in rows if (wrong := _wrong(language, f"{text[:-1]}\n\n{below}", wanted))] == []
