"""How far the name of a public body goes past its small words, and where two names stay two."""

from __future__ import annotations

import pytest

from watcher.extract import names, tokens
from watcher.model import Section


def named(text: str, language: str) -> list[str]:
    return [mention.subject.name for mention in names.find([tokens.read(text, Section(language, 0, len(text)))]).mentions(0)]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Salt and Spice Administration"),
        ("en", "House Roads and Public Works Committee"),
        ("en", "Institute for Fiscal Research"),
        ("en", "Council on Foreign Trade"),
        ("en", "Committee to Protect Painters"),
        ("en", "Department for Work and Pensions"),
        ("en", "Department of Health and Human Needs"),
        ("en", "Ministry of Agriculture, Fisheries and Food"),
        ("en", "Bureau of Alcohol, Tobacco and Firearms"),
        ("en", "Centers for Disease Control and Prevention"),
        ("en", "Organization for Rural Growth and Development"),
        ("en", "Alliance to Save Our Rivers"),
        ("es", "Instituto Nacional de Cartografía y Estadística"),
        ("es", "Ministerio de Industria, Comercio y Turismo"),
        ("es", "Secretaría de Hacienda y Crédito Rural"),
        ("es", "Secretaría de Agricultura, Ganadería y Pesca"),
        ("es", "Comisión Regional de los Mercados y la Competencia"),
        ("es", "Organización para la Cooperación y el Desarrollo"),
        ("es", "Oficina contra la Droga y el Delito"),
        ("es", "Superintendencia de Energía y Minería"),
    ],
)
def test_a_body_keeps_its_fields(language: str, body: str) -> None:
    assert named(f"The {body} closed 40 ports." if language == "en" else f"El lunes la {body} cerró 40 puertos.", language) == [body]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "It cost the Bank of Malden and Oster Motors $4 million.", ["Bank of Malden", "Oster Motors"]),
        ("en", "She told the Committee on Monday.", ["Committee"]),
        ("en", "The Ministry of Health and Ann Keller agreed.", ["Ministry of Health", "Ann Keller"]),
        ("en", "The Senate and Justice Department agreed.", ["Senate", "Justice Department"]),
        ("es", "Lo pidieron el Ministerio de Salud y la Universidad de Brena.", ["Ministerio de Salud", "Universidad de Brena"]),
        ("es", "Es un caso de la Fiscalía contra Oster.", ["Fiscalía", "Oster"]),
    ],
)
def test_two_names_stay_two(language: str, text: str, wanted: list[str]) -> None:
    assert named(text, language) == wanted
