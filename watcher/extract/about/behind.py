"""A figure behind another of its sentence -> whom that is said of: a rank, what is set against it, the share of who comes behind."""

from __future__ import annotations

from watcher.extract.about import phrases
from watcher.extract.about.clauses import Clause
from watcher.extract.about.measures import Property
from watcher.extract.about.onward import Told
from watcher.extract.about.phrases import Around
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.neighbours import among
from watcher.extract.reading import FigureMention
from watcher.model import Subject

Before = tuple[int, Subject | None]  # where the figure before ends, and its subject
_APART = frozenset("vxmirs;.q")  # between a rank and the figure it is told of stands none
_CLOSING = (",", ";", ".", "f", ")")
_LOSING = frozenset(("lost", "loses", "lose", "losing", "trails", "trailed", "trail", "trailing", "perdió", "pierde", "cayó", "cae"))
_FAR = 30  # tokens from "followed by" to a figure
_TITLED = 9  # tokens behind a figure to the end of a name
_HEDGED = 4  # tokens that may stand between "with" and the figure, one more


def ranked(view: View, figure: FigureMention, measure: Property | None, before: Before) -> Subject | None:
    """Whose rank is told behind a comma after its figure: "the share was 66%, third among 18 countries"."""
    last, subject = before
    if measure is None or measure.source != "rank" or not view.first <= last < figure.first or figure.first - last > 7:
        return None
    if subject is None or subject.type == "thing":
        return None
    between = view.tags[last - view.first : figure.first - view.first]
    return subject if "," in between and _APART.isdisjoint(between) else None


def reached(view: View, figure: FigureMention, earlier: FigureMention, before: Before) -> Subject | None:
    """ "Hull's rose by 5.2 points to 69.9%": where a change ends, of whom the change is told."""
    last, subject = before
    if view.norm[last] != "to" and view.norm[last] not in view.rules.followed_with:
        return None
    if earlier.value.unit == "rank" and last == earlier.last and view.norm[last] in view.rules.followed_with:
        return subject if view.before_hedges(figure.first) <= last + 1 else None  # "Ana Bo, third with 15%"
    if not view.first <= last == figure.first - 1 or view.norm[last] != "to" or figure.value.unit == "count":
        return None
    return subject if earlier.value.unit != figure.value.unit else None  # but "31% to 28%" sets two against


def against(view: View, figure: FigureMention, before: Before, told: Told | None) -> Subject | None:
    """ "1,2 millones de viajeros, un 4 % menos", "139 seats, one more than it needs": whom a comma sets a figure against."""
    last, subject = before
    if told is not None and told.measure.source == "age":
        return None  # "Ana Bo, de 22 años, por 38 millones más primas"
    english = view.rules.language == "en"
    if english and told is not None and figure.value.unit == "percentage-point" and told.figure.value.unit == "count":
        return None  # "Chile is second of 30 nations, three points below Peru"
    start = view.before_hedges(figure.first)
    if english and (set_against := _set_against(view, figure, start, before, told)) is not None:
        return set_against
    if (
        not view.first <= last < start <= last + 9
        or view.tag[start - 1] != ","
        or not _APART.isdisjoint(view.tags[last - view.first : start - view.first])
    ):
        return None
    if view.tag[start - 2] == "n" and view.tag[start - 3] == "c" and view.rules.language == "es":
        return None  # "en Baleares, un 9 % menos, y Cantabria, un 4 % menos"
    compared = view.norm[figure.last] in view.rules.comparing
    if english:
        compared = (compared and view.norm[figure.last + 1] == "than") or view.norm[figure.last] in view.rules.trailing
    else:
        compared = compared or (figure.value.unit == "times" and view.norm[figure.last] in ("que", "de"))
    return subject if compared else None


def _set_against(view: View, figure: FigureMention, start: int, before: Before, told: Told | None) -> Subject | None:
    """ "One sailing in eight was cancelled, against one in 40 the year before": whom the figure before is told of."""
    last, subject = before
    at = start - 1 - (view.norm[start - 2] == "compared")
    if view.norm[at] not in view.rules.matched or view.tag[at - 1] != "," or not view.first <= last < at or told is None:
        return None
    if (told.figure.value.unit, told.figure.value.per is None) != (figure.value.unit, figure.value.per is None):
        return None
    whose = view.rules.towards | view.rules.by  # "58% of the vote, against 41% for Ana Bo"
    named = view.tag[figure.last] in ("w", "n") or any(view.norm[near] in whose for near in range(figure.last, figure.last + 6))
    return None if named else subject


def sided(view: View, figure: FigureMention, clause: Clause, around: Around) -> Subject | None:
    """ "Mullin leads Jackson 63.3% to 36.7%", "Pike lost the primary to Cole 52.6% to 47.4%": the more is the winner's."""
    if figure.value.unit != "percent" or clause.verb is None or clause.subject is None:
        return None
    if not among(view.tokens[clause.verb].text.lower(), view.rules.leading, view.rules.winning, _LOSING):
        return None
    pair = _pair(view, figure)
    if pair is None or not clause.subject.first < clause.verb < pair[0].first:
        return None
    at = pair[0].first - 1
    at -= view.norm[at] in (*view.rules.by, ",")
    other = around.names.at(around.index, at)
    own = phrases.entity(view, clause.subject, around)
    if other is None or own is None or other.first <= clause.verb:
        return None
    lost = view.tokens[clause.verb].text.lower() in _LOSING
    more = figure.value.number == max(one.value.number for one in pair)
    return own if more != lost else other.subject


def _pair(view: View, figure: FigureMention) -> tuple[FigureMention, FigureMention] | None:
    """Two shares side by side, of which `figure` is one: "63.3% to 36.7%"."""
    told = view.told
    at = next(index for index, one in enumerate(told) if one.first == figure.first)
    for first, last in ((at, at + 1), (at - 1, at)):
        if first >= 0 and last < len(told) and told[last].first - told[first].last == 1 and told[last].value.unit == told[first].value.unit:
            return (told[first], told[last]) if view.norm[told[first].last] in ("to", "a", "-", "–") else None
    return None


def follows(view: View) -> bool:
    """Whether the words stand in a sentence that tell of who comes behind, or what a figure is set against."""
    return not (view.words.isdisjoint(view.rules.followed) and view.words.isdisjoint(view.rules.opposing))


def led(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """The tokens that name who has `figure`: from "followed by", or the figure before, to the "with" that leads to this one."""
    rules = view.rules
    last = next((at for at in range(figure.first - 1, figure.first - _HEDGED, -1) if view.norm[at] in rules.followed_with), None)
    if last is None:
        return None
    first = next((at for at in range(last - 1, max(view.first, last - _FAR), -1) if view.norm[at] in rules.followed), None)
    if first is None or view.norm[first + 1] not in rules.followed_by:
        return None
    if any(
        view.norm[at] in rules.followed_with and not (view.norm[at] == view.norm[last] and view.tag[at + 1] == "f")
        for at in range(first + 2, last)
    ):
        return None  # "ahead of Ann Bo, with Carl Moss on 19%"; but "seguida de Cali, con 18, y de Lima, con 11"
    return max([first, *(other.last for other in view.figures if first < other.first < figure.first)]), last


def opposed(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """The tokens that name whose figure another is set against: "21%, frente al 8% del País Vasco", "against 8% for Bo Tran"."""
    rules = view.rules
    behind = figure.last + 1
    gained = view.norm[figure.last] == "que" and view.tag[behind] == "v"  # "frente a los 45 que sacó Ana Bo"
    if not (gained or view.norm[figure.last] in rules.opposed_of):
        return None
    before = range(figure.first - 1, figure.first - _HEDGED, -1)
    return (behind, behind + _TITLED) if any(view.norm[at] in rules.opposing for at in before) else None


def runner(view: View, figure: FigureMention, around: Around) -> Subject | None:
    """Who comes behind: "Ann Bo won 47%, followed by Carl Moss, of Unity, with 36%"; a place only where its figure is set against one."""
    if not follows(view):
        return None
    if (tokens := led(view, figure)) is not None:
        named = [mention.subject for mention in around.names.in_tokens(around.index, *tokens)]
        return next((subject for subject in named if subject.type != "place"), named[0] if named else None)
    if (tokens := opposed(view, figure)) is None:
        return None
    close = next((at for at in range(*tokens) if view.tag[at] in _CLOSING), tokens[1])
    named = [mention.subject for mention in around.names.in_tokens(around.index, tokens[0], close)]
    called = around.names.at(around.index, close + 1) if not named and view.tag[close] == "," else None
    if called is not None and called.subject.type == "person":
        return called.subject  # "frente al 40% de la alcaldesa, Ana Bo"
    noun = view.noun_after(tokens[0]) if not named else None
    if noun is not None and view.norm[tokens[0]] in view.rules.possessive and view.tag[noun[1] - 1] == "w":
        return thing(view.head_text(*noun))  # "frente al 40% de su rival"
    return named[0] if named else None


_LED = 5  # tokens from "con" to its amount


def had_with(view: View, figure: FigureMention, around: Around) -> Subject | None:
    """ "En el segundo lugar aparece Ana Bo, con un 9 %": whose a share is that "con" joins to the name before its comma."""
    if figure.value.unit != "percent" or view.rules.language != "es":
        return None
    at = figure.first - 1
    while view.tag[at] in ("a", "d") and at > figure.first - _LED:
        at -= 1
    if view.norm[at] != "con" or view.tag[at - 1] != ",":
        return None
    named = around.names.at(around.index, at - 2)
    sort = named.subject.type if named is not None and named.first >= view.first else ""
    return named.subject if named is not None and sort in ("person", "organization") else None
