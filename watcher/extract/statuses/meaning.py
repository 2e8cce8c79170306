"""How a cue is meant: as told, as coming, or not at all, and which stage its words tell with those around them.

In: a place, a cue and where it stands; out: a `Modality` or None, and a stage.
"""

from __future__ import annotations

from watcher.extract import modality
from watcher.extract.lifecycles import Cue, Lifecycle, Phrase
from watcher.extract.namewords import holding, numerals, people_words
from watcher.extract.neighbours import cues
from watcher.extract.statuses.compounds import calendar
from watcher.extract.statuses.holders import BRIEF
from watcher.extract.statuses.spots import Place, Spot, group_start
from watcher.model import Modality

TO_COME = {("event", "held"): "scheduled", ("event", "under-way"): "scheduled", ("measure", "in-force"): "announced"}
_WHOLE = frozenset(("council", "concejo", "cabildo", "congress", "parliament", "congreso", "parlamento", "legislature", "legislatura"))
_HEADS = frozenset(("presidente", "presidenta", "mandatario", "mandataria", "ejecutivo", "gobernador", "gobernadora"))
_COURTS = frozenset(("court", "judge", "judges", "corte", "tribunal", "juez", "jueza", "jueces", "constitucional", "supremo", "suprema"))
_COMMITTEES = frozenset(("committee", "subcommittee", "panel", "comision", "comisiones", "subcomision", "comite"))
_BESIDE = 8  # tokens from a verb to the body that does it
_LASTS = frozenset(("rige", "rigen", "mantiene", "mantienen"))  # in the present it is so, not to come
_DAYS = frozenset(("midnight", "medianoche", "tomorrow", "manana"))
_WHEN = frozenset(("when", "whenever", "cuando"))
_IS = frozenset(("is", "are", "gets", "get", "es", "son"))
_UNTIL = frozenset(("until", "till", "unless", "once", "when", "before", "day", "hasta"))
_LEADS = frozenset(("a", "por", "de", "que", "en", "favor", "se", "lo", "la", "los", "las", "le"))  # "votó a favor de destituirla"
_VOTES = frozenset(
    ("by", "to", "late", "early", "votes", "vote", "in", "favour", "favor", "unanimously", "against", "back", "margin", "a", "of", "on")
)
_CONDITIONS = frozenset(("si", "if", "unless", "hubiera", "hubiese", "hubieran", "whether"))
_WOULD_HAVE = frozenset(("habria", "habrian"))
_WOULD_BE = frozenset(("would", "seria", "serian"))
_LASTING = frozenset(("remain", "stay", "permanecera", "seguira", "continuara", "permaneceran", "seguiran", "continuaran"))
_LEFT_OUT = ("denied", "conditional")
_UNSURE = frozenset(("expected", "could", "would", "may", "might", "likely", "should", "unlikely"))
_SEEKS = ("candidat", "excandidat", "precandidat", "contender", "hopeful", "nominee")
_TERMS = frozenset(
    (
        "cadena",
        "pena",
        "penas",
        "prision",
        "carcel",
        "perpetua",
        "muerte",
        "pagar",
        "multa",
        "reclusion",
        "trabajos",
        "inhabilitacion",
        "arresto",
        "indemnizar",
        "destierro",
        "una",
        "un",
        "mas",
        "casi",
        "unos",
        "entre",
        "menos",
        "cerca",
        "dicha",
    )
)
_PROVIDED = frozenset(("if", "unless", "provided", "si", "salvo"))


def meant(at: Place, cue: Cue, phrase: Phrase, spot: Spot) -> Modality | None:
    """How a status is meant; None where the words put nobody at the stage."""
    how = modality.modality(at.reading, spot.first, spot.group)
    if cue.mood == "infinitive" and achieved(at, spot):
        return "asserted"  # "voted to reject", "logró liberar"
    inside = [token.norm for token in at.reading.tokens[spot.group : spot.first]]
    if how == "planned" and not _LASTING.isdisjoint(inside):
        how = "asserted"  # "will remain in custody"
    if how == "conditional" or cue.mood == "conditional":
        how = _said_so(at, cue, spot)
    if not at.words.obliged.isdisjoint(inside) and at.words.having.isdisjoint(inside) and _LASTING.isdisjoint(inside):
        return "planned" if cue.stage == "held" else None  # "must be held by May"; "must still be ratified"
    if how in _LEFT_OUT or (cue.mood == "infinitive" and not _will(at, spot) and not _plural_present(at, spot)):
        return None
    to_come = cue.mood == "future" or (cue.mood == "infinitive" and not _plural_present(at, spot))
    how = "planned" if to_come else how
    if how == "planned" and (cue.stage == "proposed" or not _certain(at, cue, spot)):
        return None
    if not _IS.isdisjoint(inside) and cue.form in ("participle", "state") and at.reading.holds(_WHEN, max(spot.group - 5, 0), spot.group):
        return None  # "what happens when a hostage is freed", "cuando un preso es liberado": what is so whenever it comes
    if not (_present(at, cue, phrase, spot) and _yet_to_come(at, cue, phrase, spot)):
        return how
    return "planned" if cue.lifecycle == "measure" and cue.stage == "in-force" and _set_for_day(at, spot) else None


def _set_for_day(at: Place, spot: Spot) -> bool:
    """ "The curfew takes effect on Monday"; but not "if they pass"."""
    sentence = at.reading.sentences[at.reading.sentence_of[spot.first]]
    return _on_day(at, spot.last) and not at.reading.holds(_PROVIDED, spot.last, sentence.last)


def _yet_to_come(at: Place, cue: Cue, phrase: Phrase, spot: Spot) -> bool:
    """Told in the present, but not as so."""
    if at.reading.holds(_UNTIL, max(spot.group - 6, 0), spot.group):
        return True  # "until she recovers"
    if cue.stage in ("former", "in-force") and phrase.words[-1] not in _LASTS and not headline(at, spot.first):
        opens = at.reading.language == "es" and spot.group == at.reading.sentences[at.reading.sentence_of[spot.first]].first
        return not (opens and cue.lifecycle == "office")  # "leaves office on March 1", "takes effect in June"
    if cue.stage in ("lifted", "held"):
        return not headline(at, spot.first) and _on_day(at, spot.last)  # "the curfew expires on 3 March", "it ends at midnight on Saturday"
    opening = cue.stage == "under-way" and cue.lifecycle == "event"  # "the exhibition opens on May 4", "takes office on March 11"
    return (opening or cue.stage in ("incumbent", "on-trial")) and _dated(at, spot.last)


def achieved(at: Place, spot: Spot) -> bool:
    """ "voted by 310 to 290 to reject", "se vio obligado a dimitir": an infinitive behind a verb whose deed brings it about."""
    tokens, words = at.reading.tokens, at.words
    stop = at.reading.sentences[at.reading.sentence_of[spot.first]].first
    index = spot.first - 1
    if at.reading.language == "en":
        while index > max(stop, spot.first - 3) and tokens[index].norm.endswith("ly"):
            index -= 1
        if index <= stop or tokens[index].norm != "to":
            return False
        far = index - 9
        near = {token.norm for token in tokens[max(stop, far - 2) : index]}
        if not near.isdisjoint(cues("en", "modality", "spans")) and not near.isdisjoint(cues("en", "modality", "taking")):
            return True  # "a jury took less than two hours to convict"
        index -= 1
    else:
        far = index - 4
    while index > max(stop, far) and tokens[index].norm not in words.achieved and _between(at, index):
        index -= 1
    if index < stop or tokens[index].norm not in words.achieved or (index > stop and tokens[index - 1].norm in ("to", "not", "n't")):
        return False
    if tokens[index].norm in ("vote", "decide", "agree", "opt", "manage") and not _after_plural(at, index):
        return False
    return modality.modality(at.reading, index, group_start(at, index)) == "asserted"


def _between(at: Place, index: int) -> bool:
    """What may stand between a verb and its infinitive: how many votes, an adverb, small words."""
    token = at.reading.tokens[index]
    if at.reading.language == "es":
        return token.norm in _LEADS
    return token.kind == "n" or token.text in ("-", "–") or token.norm in _VOTES or token.norm.endswith(("ly", "day"))


def _said_so(at: Place, cue: Cue, spot: Spot) -> Modality:
    """What "would" or the Spanish conditional tells without a condition: hearsay ("habría sido detenido"), or what others said was to
    come ("said the vote would be held in May")."""
    tokens, sentence = at.reading.tokens, at.reading.sentences[at.reading.sentence_of[spot.first]]
    around = tokens[sentence.first : sentence.last]
    if any(token.norm in _CONDITIONS for token in around):
        return "conditional"
    inside = {token.norm for token in tokens[spot.group : spot.first]}
    if at.reading.language == "es" and inside & _WOULD_HAVE and cue.lifecycle in ("justice", "condition", "office"):
        return "alleged"
    said = any(token.norm in at.words.sayings for token in around)
    comes = (cue.lifecycle, cue.stage) in TO_COME and (cue.mood == "conditional" or inside & _WOULD_BE)
    return "planned" if said and comes else "conditional"


def _will(at: Place, spot: Spot) -> bool:
    """A bare verb tells a stage only after "will"."""
    inside = {token.norm for token in at.reading.tokens[spot.group : spot.first]}
    announced = at.reading.tokens[spot.group].norm == "to" and len(at.reading.text) <= BRIEF  # "Ann Lee to run for mayor"
    return (announced or bool(inside & {"will", "'ll"})) and not inside & _UNSURE


def _plural_present(at: Place, spot: Spot) -> bool:
    """ "Lawmakers pass bill", "Police arrest man": an English bare verb right after a plural is a verb in the present."""
    if (
        at.reading.language != "en"
        or spot.group != spot.first
        or spot.first <= at.reading.sentences[at.reading.sentence_of[spot.first]].first
    ):
        return False
    return _after_plural(at, spot.first)


def _after_plural(at: Place, verb: int) -> bool:
    """ "Lawmakers", "police", "Velcor and Dunlan" before a bare verb: it tells what they do."""
    if not verb:
        return False
    before = at.reading.tokens[verb - 1]
    plural = before.norm in people_words("en") or (before.norm.endswith("s") and not before.norm.endswith(("ss", "us", "is")))
    if before.kind != "w" or before.norm in at.words.auxiliaries:
        return False
    return plural or before.norm in ("police", "they", "who", "we") or before.norm.endswith("men") or _named_together(at, verb)


def _named_together(at: Place, verb: int) -> bool:
    """ "Velcor and Dunlan sign": two names joined before a verb."""
    last = at.names.at(at.section, verb - 1)
    if last is None or last.first < 2 or at.reading.tokens[last.first - 1].norm not in ("and", "&"):
        return False
    return at.names.at(at.section, last.first - 2) is not None


def _certain(at: Place, cue: Cue, spot: Spot) -> bool:
    """Of what is to come only decisions count: "the ban will be extended"; not what somebody means to do, or will do if."""
    tokens = at.reading.tokens
    if cue.form == "noun":
        return True
    if cue.stage in ("candidate", "aspirant"):
        return True  # "will stand for mayor"
    if cue.lifecycle in ("office", "justice", "condition") or (cue.form == "subject" and (cue.lifecycle, cue.stage) != ("event", "held")):
        return False
    inside = {token.norm for token in tokens[spot.group : spot.first]}
    if inside & {"expected", "likely", "unlikely", "to"}:
        return False
    return not any(token.norm in ("if", "si", "unless") for token in tokens[spot.last : spot.last + 4])


def _present(at: Place, cue: Cue, phrase: Phrase, spot: Spot) -> bool:
    """A verb in the present tense."""
    word = phrase.words[0] if phrase.words[0] != "se" else phrase.words[-1]
    if cue.form == "subject" and cue.mood == "infinitive":
        return _plural_present(at, spot)
    if cue.form != "subject" or cue.mood != "finite":
        return False
    return word.endswith("s") if at.reading.language == "en" else not cue.accent and word.endswith(("a", "an", "e", "en"))


def _dated(at: Place, last: int) -> bool:
    """A date or another day to come follows: "on March 11", "el 11 de marzo", "next week"."""
    tokens, counted = at.reading.tokens[last : last + 4], numerals(at.reading.language)
    return bool(tokens) and (
        tokens[0].norm in ("next", "tomorrow", "manana")
        or (tokens[0].norm in ("on", "in", "el", "en") and any(token.kind == "n" or token.norm in counted for token in tokens[1:]))
    )


def _on_day(at: Place, last: int) -> bool:
    """A date, a weekday or midnight stands behind, in the same clause."""
    days = calendar(at.reading.language)
    for token in at.reading.tokens[last : last + 6]:
        if token.norm in days or token.norm in _DAYS:
            return True
        if token.kind == "p":
            return False
    return False


def headline(at: Place, token: int) -> bool:
    """True in headlines, where verbs lack their auxiliaries and the present tense tells the past."""
    reading = at.reading
    return reading.paragraphs[reading.sentences[reading.sentence_of[token]].paragraph].kind == "headline"


def _termed(at: Place, last: int) -> bool:
    """A Spanish "condenado" with its sentence: "a seis años", "a muerte"; bare or "por la muerte de" it is a conviction."""
    tokens, numbers = at.reading.tokens, numerals(at.reading.language)
    stop = min(last + 14, at.reading.sentences[at.reading.sentence_of[last - 1]].last)
    if any(token.text in ("cumple", "pena") for token in tokens[last:stop]):  # no "Peña"
        return True
    return any(
        tokens[index].norm == "a"
        and (tokens[index + 1].norm in _TERMS or tokens[index + 1].kind == "n" or tokens[index + 1].norm in numbers)
        for index in range(last, stop - 1)
    )


def _as_candidate(at: Place, last: int) -> bool:
    """ "eligieron a Ana Ruiz como candidata"."""
    tokens = at.reading.tokens[last : last + 9]
    joins = next((k for k, token in enumerate(tokens) if token.norm in ("as", "como")), len(tokens))
    return any(token.norm.startswith("candidat") for token in tokens[joins : joins + 3])


def _runs(at: Place, first: int) -> bool:
    """ "Conservative candidate Ann Lee stepped aside", "la excandidata Lía Marás renunció": who gives up what they only sought."""
    start = max(at.reading.sentences[at.reading.sentence_of[first]].first, first - 9)
    return any(token.norm.startswith(_SEEKS) for token in at.reading.tokens[start:first])


def _played_later(at: Place, first: int, last: int) -> bool:
    """ "Suspendido por lluvia el clásico, que se jugará el domingo": what is only suspended and is still to come."""
    tokens = at.reading.tokens
    stop = at.reading.sentences[at.reading.sentence_of[first]].last
    if not tokens[first].norm.startswith("suspend"):
        return False
    return any(tokens[k - 1].norm == "se" and tokens[k].text.endswith(("rá", "rán")) for k in range(last + 1, stop))


def told_stage(at: Place, lifecycle: Lifecycle, cue: Cue, first: int, last: int) -> str:
    """A bill that one chamber approves has passed that chamber; one a parliament passes is approved."""
    if lifecycle.name == "justice" and cue.stage == "sentenced" and at.reading.tokens[first].norm.startswith("conden"):
        return cue.stage if _termed(at, last) else "convicted"
    if lifecycle.name == "office" and cue.stage == "former" and cue.form == "subject" and _runs(at, first):
        return "withdrawn"
    if lifecycle.name == "office" and cue.stage == "elect" and _as_candidate(at, last):
        return "candidate"
    if lifecycle.name == "event" and cue.stage == "cancelled" and _played_later(at, first, last):
        return "postponed"
    if lifecycle.name != "bill" or cue.stage not in ("approved", "passed-chamber", "rejected", "repealed"):
        return cue.stage
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    tokens = at.reading.tokens
    around = {token.norm for token in tokens[max(sentence.first, first - 14) : min(sentence.last, last + 14)]}
    if around & _COURTS and cue.stage in ("rejected", "repealed"):
        return "struck-down"
    if tokens[first].norm.startswith("sancion") and around & _HEADS and not around & (lifecycle.chambers | _WHOLE):
        return "enacted"
    final = around & {"final", "definitive", "definitivamente", "finally", "definitiva"}
    if cue.stage in ("rejected", "repealed"):
        return cue.stage
    if around & _COMMITTEES and _in_committee(at, cue, max(sentence.first, first - _BESIDE), first, last, lifecycle):
        return "in-committee"
    whole = around & _WHOLE
    sent = any(token.norm == "ejecutivo" and tokens[k - 1].norm == "al" for k, token in enumerate(tokens[last : last + 4], last))
    single = around & (lifecycle.chambers - _WHOLE)
    into_law = any(token.norm in ("ley", "law") for token in tokens[first:last])
    if single and not (final or into_law or sent):
        return "passed-chamber"
    return "approved" if cue.stage == "approved" or whole else cue.stage


def _in_committee(at: Place, cue: Cue, start: int, first: int, last: int, lifecycle: Lifecycle) -> bool:
    """ "The Senate Banking Committee approved", "fue aprobado en comisión": whether the body that does it is a committee."""
    tokens = at.reading.tokens
    if cue.form == "object":
        ahead = (tokens[k].norm for k in range(first - 1, start - 1, -1))
        body = next((word for word in ahead if word in _COMMITTEES or word in lifecycle.chambers or word in _WHOLE), "")
        return body in _COMMITTEES
    behind = [token.norm for token in tokens[last : last + _BESIDE]]
    led = next((k for k, word in enumerate(behind) if word in _COMMITTEES), 0)
    return led > 0 and not {"by", "in", "por", "en"}.isdisjoint(behind[:led])


def set_free(at: Place, lifecycle: str, stage: str, first: int) -> tuple[str, str]:
    """A captive of others is freed, someone the state held released: whom the sentence names as holding them tells which."""
    reading = at.reading
    held = stage == "arrested" and reading.tokens[first].norm in ("held", "retenido", "retenida")
    if not held and (lifecycle, stage) not in (("justice", "released"), ("condition", "freed")):
        return lifecycle, stage
    sentence = reading.sentences[reading.sentence_of[first]]
    around = {token.norm for token in reading.tokens[sentence.first : sentence.last]}
    captors, jailers = holding(reading.language)
    if around & captors:
        return ("condition", "kidnapped") if held and not around & jailers else (lifecycle, stage) if held else ("condition", "freed")
    return ("justice", "released") if around & jailers and not held else (lifecycle, stage)
