"""Spanish subjects that stand behind their verb, or in the sentence before: "murió Ana Ruiz", "fue detenido el alcalde", "Renunció".

In: a `Finder`, a lifecycle and where a verb stands; out: a `Subject`, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.namewords import numerals
from watcher.extract.neighbours import among
from watcher.extract.reading import Token
from watcher.extract.statuses import verbs
from watcher.extract.statuses.compounds import calendar
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.ongoing import ongoing
from watcher.extract.statuses.spots import Noun, Place, Spot
from watcher.model import Subject

_TIMES = frozenset(
    (
        *("dia", "dias", "semana", "semanas", "mes", "meses", "ano", "anos", "hora", "horas", "minutos", "noche", "tarde", "madrugada"),
        *("manana", "pasado", "pasada", "siguiente", "mismo", "misma", "despues", "antes", "mas", "luego", "hoy", "ayer", "anoche"),
        *("ultimo", "ultima", "hace", "poco", "poca", "pocas", "pocos", "tiempo", "fin", "principios", "finales", "mediados", "aquel"),
        *("aquella", "entonces", "posteriormente", "finalmente", "tambien", "ya", "alli", "decada", "siglo", "proximo", "primer"),
    )
)
_WITH = frozenset(("con", "junto"))
_SOME = frozenset(("otros", "otras", "varios", "varias", "algunos", "algunas"))
_ONE = frozenset(("1", "uno"))
_MANY = frozenset(("los", "las", "otros", "otras", "varios", "varias", "algunos", "algunas", "ambos", "todos", "todas", "sus"))
_TITLE = 6  # tokens from an office to a name behind it
_ANEW = frozenset(("un", "una", "otro", "otra"))


def inverted(finder: Finder, lifecycle: Lifecycle, last: int) -> Subject | None:
    """Spanish puts the subject after its verb: "está prevista una cumbre", "fue detenido el alcalde"."""
    if not lifecycle.things and last < len(finder.at.reading.tokens) and finder.at.reading.tokens[last].norm in _WITH:
        return None  # "fue detenido con su esposa, Lía Marás"
    noun = verbs.object_right(finder.at, last, finder.right(lifecycle), 8)
    if noun is not None and noun.mention is None and lifecycle.name == "office" and finder.at.reading.tokens[noun.first - 1].norm == "como":
        return _titled(finder, noun)
    if noun is None or (noun.mention is None and noun.governed(finder.at.reading, finder.at.words)):
        return None  # "vence el plazo para el veto"
    return finder.subject(lifecycle, noun)


def _titled(finder: Finder, title: Noun) -> Subject | None:
    """ "Asumió como titular del cargo, Ana Ruiz", "asumió como ministra de Salud Ana Ruiz": the name behind an office of "as"."""
    at = finder.at
    stop = min(title.last + _TITLE, at.reading.sentences[at.reading.sentence_of[title.first]].last)
    near = at.names.in_tokens(at.section, title.last, stop)
    mention = next((mention for mention in near if mention.subject.type == "person"), None)
    return mention.subject if mention is not None and at.reading.tokens[mention.first - 1].norm not in ("a", "de") else None


def told_after(finder: Finder, lifecycle: Lifecycle, group: int, last: int) -> Subject | None:
    """ "Fallece la actriz Ana Ruiz", "Entra en vigor la ley": a Spanish verb that opens its clause, its subject right after it."""
    at = finder.at
    tokens = at.reading.tokens
    if at.reading.language != "es" or last >= len(tokens):
        return None
    first = at.reading.sentences[at.reading.sentence_of[group]].first
    opens = next((index + 1 for index in range(group - 1, max(first, group - 10) - 1, -1) if _opens(tokens[index])), first)
    if group - opens > 4 and not _tells_when(at, tokens[opens:group]):
        return None  # but "donde el pasado 9 de abril desapareció la joven"
    start = last
    if tokens[start].norm == "a" and last + 4 < len(tokens) and tokens[last + 3].norm == "anos":
        start = last + 4  # "Muere a los 89 años Ana Ruiz"
    if tokens[start].norm in at.words.prepositions:
        stop = min(last + 5, at.reading.sentences[at.reading.sentence_of[group]].last)
        articles = (i for i in range(last, stop) if tokens[i].norm in ("el", "la", "los", "las") or at.names.at(at.section, i) is not None)
        start = next((i for i in articles if tokens[i - 1].norm not in at.words.prepositions), stop)
        if start == stop:
            return None  # "murió en la casa", but "cae en el Senado el proyecto"
    return inverted(finder, lifecycle, start)


def _opens(token: Token) -> bool:
    """A mark or word behind which a Spanish clause begins."""
    return token.text in ",:;—–" or token.norm in ("que", "donde", "cuando", "y")


def _tells_when(at: Place, led: Sequence[Token]) -> bool:
    """ "El jueves 14", "Dos días después": nothing but when stands before the verb."""
    small = (at.words.prepositions, at.words.determiners, numerals("es"), calendar("es"), _TIMES)
    told = all(token.kind == "n" or token.text == "," or among(token.norm, *small) for token in led)
    return told and len(led) < 10 and not (len(led) == 2 and led[1].norm == "mar")  # "el mar se retiró": no month


def counted(at: Place, last: int) -> bool:
    """ "tres funcionarios", "varios vecinos": so many people, right behind their participle."""
    if last >= len(at.reading.tokens):
        return False
    token = at.reading.tokens[last]
    return token.kind == "n" or among(token.norm, numerals("es") - _ANEW - _ONE, _SOME)


def _several_behind(at: Place, last: int) -> bool:
    """ "tres miembros", "los demás", "otros dos": a plural subject without a name right behind its verb."""
    token = at.reading.tokens[last]
    return token.kind == "n" or among(token.norm, numerals("es"), _MANY)


def dropped(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Subject | None:
    """A Spanish verb without a subject goes on with the subject of the sentence before."""
    at, group = finder.at, spot.group
    if at.reading.language != "es":
        return None
    start = at.reading.sentences[at.reading.sentence_of[group]].first
    marks = (index + 1 for index in range(group - 1, max(start, group - 4) - 1, -1) if at.reading.tokens[index].text == ";")
    opens = next(marks, start)
    led = at.reading.tokens[opens:group]
    if (len(led) > 3 or (len(led) > 1 and led[0].norm in at.words.determiners)) and not _tells_when(at, led):
        return None  # "El contratista fue indultado": somebody else
    if lifecycle.things:
        return ongoing(finder, lifecycle, spot, opens)
    if at.reading.tokens[group].norm.endswith("n") and spot.last < len(at.reading.tokens) and _several_behind(at, spot.last):
        return None  # "Fueron absueltos tres miembros del comité": not whom the sentence before tells of
    found = at.names.pronoun(at.section, group)
    return found if found is not None and found.type == "person" else None
