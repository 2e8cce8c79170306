"""A word of a Reading that may be a verb of saying -> where its verb begins, whether it states something, whether it has a subject."""

from __future__ import annotations

from watcher.extract.attribution.rules import GOVERNING, POSSESSIVE, rules
from watcher.extract.modality import modal_words
from watcher.extract.neighbours import among
from watcher.extract.quotes import saying
from watcher.extract.reading import Reading, Token

_REVISED = 9  # tokens from a verb to what it revises
_LINK = 5  # tokens from a verb to its "that", past "este martes"
_FRONTED = 3  # tokens of an adverb with its comma
_SET = 9  # tokens from a verb to the number it sets something at
_LIGHT = 3  # tokens from "clear" to the verb of "made it clear that"
_BY = ("en", "on")  # "subió en 30 puestos", by how much
_RULED = 4  # tokens from "confirmed" to the sentence that a court confirms
_RATED = 14  # tokens from a verb to the share that a poll gives
_SUBJECT = 4  # tokens of what a clause is about, behind its number
_GAVE = ("gave", "gives", "give")  # "gave the number as 37"
_CLAIMED = ("claimed", "claims", "claim")  # "claimed a £14m jackpot"
_ONLY = ("solo", "apenas", "unicamente", "only")
_MOVES = frozenset(("cut",))  # verbs that are nouns too, and no name of a study
_PARTED = ("ed", "en")  # "slumped", "fallen"
_OUTDOING = ("mayor", "menor", "mejor", "peor")  # "registró la mayor variación" tells what it did
_GERUNDS = ("ing", "ndo")
_PARTICIPLES = ("ado", "ido", "icho", "uesto", "isto", "ierto", "crito")
_STRONG = ("dijo", "dujo", "uvo", "puso", "vino")  # Spanish preterites without an accent
_PAST = ("ó", "ron", *_STRONG)
_INFINITIVES = ("ar", "er", "ir")


class Verbs:
    """The verbs of saying of one section."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.tokens, self.rules = reading, reading.tokens, rules(reading.language)
        self.lexis, self.spanish = saying.words(reading.language), self.rules.spanish
        self.polling = bool(reading.where(self.rules.sets["polling"]))

    def begins(self, at: int, first: int, last: int) -> int | None:
        """Where the verb begins whose word stands at `at`, its auxiliary where it is a participle; None where it states nothing."""
        has, word, before = self.rules.sets, self.tokens[at], self.tokens[at - 1] if at > first else None
        norm = word.norm
        if norm.endswith(_GERUNDS):
            if before and before.norm == "as" and at - 2 > first:
                return at - 2  # "was quoted as saying"
            verb = at if before and (before.text == "," or before.norm in has["progressive"]) else None
        elif norm in has["locutions"] and not (self.spanish and word.text.endswith("ó")):
            verb = self._light(at, first)
        elif not self.spanish and (self._counted(at, first) or self._yet_to(at, first)):
            verb = None  # "leads in 4 states", "expects Halden to report a profit of"
        elif not self.spanish:
            passive = before is not None and before.norm in has["passive"]
            verb = at if not passive else at - 1 if norm in has["sure"] else None  # "was found", "are confident that"
        elif norm.endswith(_PARTICIPLES):
            verb = at - 1 if before and before.norm in self.lexis.having else None
        elif (norm[-1] == "o" and not word.text.endswith(_PAST)) or (before and before.norm == "se" and self._impersonal(norm, first)):
            verb = None  # "anuncio", "se estima que"
        else:
            verb = at
        if verb is None or (verb > first and self.tokens[verb - 1].norm in has["before_nouns"] and self._noun(verb)):
            return None
        return verb if self._tells(at, first, last) else None

    def _counted(self, at: int, first: int) -> bool:
        """ "In 4 states", "27 states": behind a number or a preposition an English word in -s is a noun in the plural."""
        norm = self.tokens[at].norm
        if norm[-1] != "s" and among(norm, self.rules.sets["claims"], self.rules.sets["studies"], _MOVES):
            return self._headed(at, first)
        if at == first or norm[-1] != "s" or norm == "says":
            return False
        before = self.tokens[at - 1]
        if before.norm.endswith("ing") and at - 2 > first and self.tokens[at - 2].norm in self.rules.sets["progressive"]:
            return True  # "are investigating claims"
        return before.norm in modal_words("en").prepositions or (
            before.kind == "n" and not self.tokens[at - 2].capital
        )  # but "Channel 4 reports"

    def _headed(self, at: int, first: int) -> bool:
        """ "Its annual report", "the latest forecast": a noun that adjectives stand before, and no source in the plural."""
        for back in range(at - 1, max(first, at - _FRONTED) - 1, -1):
            norm = self.tokens[back].norm
            if among(norm, self.lexis.articles, self.rules.sets["possessives"], POSSESSIVE):
                return True
            if norm[-1] == "s" or norm in self.rules.tellers or self.tokens[back].kind != "w" or self.tokens[back].capital:
                return False
        return False

    def _yet_to(self, at: int, first: int) -> bool:
        """ "To say", "will also announce": what somebody is to state is not stated yet; but "the chairman will say 40 jobs"."""
        if self.reading.holds(self.rules.sets["linking"], at + 1, at + 3):
            return False
        if at > first and self.tokens[at - 1].norm == "to":
            return True
        known = self.tokens[at].norm in self.rules.sets["making_known"]
        return known and any(token.norm in self.rules.sets["yet_to"] for token in self.tokens[self.lead(at, first) : at])

    def linked(self, at: int) -> bool:
        """ "Aseguró que", "said that": what is said follows."""
        return at + 1 < len(self.tokens) and self.tokens[at + 1].norm in self.rules.sets["linking"]

    def goes_on(self, verb: int, at: int, first: int) -> bool:
        """ "She resigned and said", "La junta lo niega, asegurando": a verb without a subject; what leads to it begins at `at`."""
        if self.tokens[verb].norm.endswith(_GERUNDS):
            return self.tokens[verb - 1].text == ","
        return at > first and self.tokens[at - 1].norm in self.rules.sets["coordinating"]

    def lead(self, verb: int, start: int) -> int:
        """Where the small words before a verb begin: "asimismo lo confirmó", "also said"."""
        leading = self.rules.sets["leading"]
        while verb > start and self.tokens[verb - 1].norm in leading:
            verb -= 1
        return verb

    def _light(self, at: int, first: int) -> int | None:
        """ "Dejó claro que", "made it clear that": where the verb stands whose noun or adjective tells that it says something."""
        if not self.reading.holds(self.rules.sets["linking"], at + 1, at + 3):
            return None  # "dio a conocer los 40 nombres"
        return next(
            (back for back in range(at - 1, max(first, at - _LIGHT) - 1, -1) if self.tokens[back].norm in self.rules.sets["light"]), None
        )

    def _impersonal(self, norm: str, first: int) -> bool:
        """ "Se estima que"; not "se queja", nor "desde la consejería se asegura"."""
        return norm not in self.rules.sets["reflexive"] and self.tokens[first].norm not in self.rules.sets["from"]

    def _noun(self, verb: int) -> bool:
        """ "The report", "la denuncia", "an inspectors’ report": no verb; but "la estimó" is one."""
        before = self.tokens[verb - 1]
        if self.spanish and before.norm in GOVERNING:
            return True  # "se tienen en cuenta", "por denuncia de"
        if before.norm in ("los", "las") and not self.tokens[verb].norm.endswith("s"):
            return False  # "las cifra en 400"
        if (
            before.text in ("la", "lo")
            and self.tokens[verb + 1].norm in self.rules.sets["towards"]
            and self._amount(verb + 2, len(self.tokens))
        ):
            return False  # "la reduce a 30"
        if before.norm in self.lexis.articles and not (before.norm == "este" and verb > 1 and self.tokens[verb - 2].norm in ("del", "al")):
            return not (self.spanish and before.norm in self.rules.sets["leading"] and self.tokens[verb].text.endswith(_PAST))
        return (
            not self.spanish and before.text in POSSESSIVE and self.tokens[verb].norm not in self.rules.sets["finite_verbs"]
        )  # "Moody’s says"

    def _tells(self, at: int, first: int, last: int) -> bool:
        """False where the number is what was done, not what was said: "who claimed 56%", "added 4,000 jobs", "cut 40 posts"."""
        has, norm = self.rules.sets, self.tokens[at].norm
        following = self.tokens[at + 1 if at + 1 < last else at]
        if following.norm in has["undoing"] and not (following.norm == "-" and following.gap):
            resumed = following.norm in has["finite"] and self.reading.holds(has["resuming"], max(first, at - _LINK), at)
            if not resumed:  # but "the tax, which the minister says will raise £4m"
                return False  # "a charity quoted by the BBC", "write-in candidate", "waiting lists have"
        return norm not in has["particular"] or self._so_used(at, first, last, following)

    def _so_used(self, at: int, first: int, last: int, following: Token) -> bool:
        """Whether a verb states something that only does with some words around it; `following` is the one behind it."""
        has, norm = self.rules.sets, self.tokens[at].norm
        if (following.norm == "to" and norm in has["supposed"]) or (following.norm in has["particles"] and norm in has["taking"]):
            return False  # "a house thought to be worth £2m", "voted to put up rents"
        if norm in has["witnessing"] and self.tokens[at - 1].norm in has["modals"]:
            return False  # "tenants will see rents rise by 4%"
        if norm in has["asking"]:
            return following.norm == "for" and self._amount(at + 2, last)
        if norm in has["trusting"] and following.norm == "en":
            return True  # "confía en crear 80 empleos"
        if norm in has["speaking"]:
            return self._past_aside(at + 1, last) in has["speaking_of"]
        if norm in has["rejecting"]:
            return self.reading.holds(has["rejected"], at + 1, min(at + _REVISED, last))
        if norm in has["ruling"] and self.reading.holds(has["ruled"], at + 1, min(at + _RULED, last)):
            return False  # "confirma la condena" is what a court does
        if norm in has["joined"]:
            linked = self.reading.holds(has["linking"], at + 1, min(at + _LINK, last))
            linked = linked or self.tokens[at - 1].norm in has["as_said"]  # "tal y como avanzó Ana Ruiz"
            if linked or norm not in has["revising"]:
                return linked or self._tags(at, first, last)
        if norm in has["charging"] and following.norm in has["charges"]:
            return False  # "heatwave blamed for 40 deaths"
        if norm in has["rating"] and self.polling and self._rates(at, last):
            return True
        if norm in has["setting"] or norm in _GAVE:
            return any(self._amount(to + 1, last) for to in self.reading.between(has["set_to"], at + 1, min(last, at + _SET)))
        if norm in has["rating"]:
            return False
        if norm in has["yielding"]:
            return True
        if norm in has["revising"]:
            to = following.norm in has["towards"] and following.norm not in _BY and self._amount(at + 2, last)
            return to or self.reading.holds(has["revised"], at + 1, min(last, at + _REVISED))
        if norm in has["planning"] and following.text.endswith(_INFINITIVES):
            return False  # "prevé contratar a 40"
        if norm not in has["taking"] or at + 1 >= last or self.tokens[at - 1].norm in _ONLY or self.tokens[first - 1].text == ";":
            return True  # "solo admite 300 heridos"
        if following.norm in has["set_to"] and self.tokens[min(at + 2, last - 1)].norm != "least" and self._amount(at + 2, last):
            return True  # "which officials put at 40"
        taken = following.kind == "n" or among(following.norm, has["shares"], has["parts"])
        taken = taken or (norm in _CLAIMED and following.norm in ("a", "an"))
        taken = taken or (at + 2 < last and self.tokens[at + 2].norm in _OUTDOING and following.norm in self.lexis.articles)
        return not taken or self._claused(at + 2, last)

    def _claused(self, at: int, last: int) -> bool:
        """ "Claims 300 jobs will go": what a number behind a verb goes on with is a clause of its own."""
        at += at < last and (self.tokens[at].kind == "n" or self.tokens[at].text == "%")  # "claimed around 90 votes had"
        for token, behind in zip(self.tokens[at : min(last, at + _SUBJECT)], self.tokens[at + 1 : last], strict=False):
            done = token.norm.endswith("ed") and behind.norm in self.lexis.articles  # "claims 80% of staff joined the strike"
            if done or token.norm in self.rules.sets["finite"]:
                return True
            if token.kind != "w" or token.norm in self.rules.sets["coordinating"] or token.norm in self.lexis.relatives:
                return False
        return False

    def _past_aside(self, at: int, last: int) -> str:
        """The word behind a verb, also past what stands between two commas: "habla, en cambio, de 40"."""
        if at < last and self.tokens[at].text == ",":
            close = next((end for end in range(at + 1, min(last, at + _LINK)) if self.tokens[end].text == ","), last)
            at = close + 1
        return self.tokens[at].norm if at < last else ""

    def _tags(self, at: int, first: int, last: int) -> bool:
        """ ", the mayor agreed.", ", sentenció el alcalde": a verb that closes its clause, or between a comma and who says it."""
        following = self.tokens[at + 1] if at + 1 < last else None
        if not self.spanish:
            return self.tokens[at].norm.endswith("ed") and (following is None or following.text in ".,")
        tag = self.tokens[at - 1].text == "," and at - first > _FRONTED  # but "Además, continuó la caída"
        return tag and following is not None and (following.capital or following.norm in self.lexis.articles)

    def _amount(self, at: int, last: int) -> bool:
        """True where a number stands, with or without its article, its sign and what hedges it."""
        while at < last and among(self.tokens[at].norm, self.lexis.articles, self.rules.sets["hedges"]):
            at += 1
        at += at < last and self.tokens[at].text[-1] in "$€£"
        return at < last and (self.tokens[at].kind == "n" or self.tokens[at].norm in self.rules.sets["parts"])

    def _rates(self, at: int, last: int) -> bool:
        """ "Gives her 30% of the vote", "has Labour on 31%": the share that a poll gives."""
        if not self.spanish and at + 1 < last and self.tokens[at + 1].norm.endswith(_PARTED):
            return False  # "has slumped to 18% in a new poll"
        stop = min(last, at + _RATED)
        for number in range(at + 1, stop):
            spelled = number == at + 1 and self._to_them(at) and self.tokens[number].norm in self.rules.sets["parts"]
            if (self.tokens[number].kind == "n" or spelled) and number + 1 < last:
                if self.tokens[at].norm in self.lexis.between and self.tokens[number - 1].norm not in self.rules.sets["towards"]:
                    return False  # "has 31%"
                behind = self.tokens[number + 1]
                return behind.norm in self.rules.sets["rated"] or behind.text == "%" or (behind.text in ".;" and self._to_them(at))
        return False

    def _to_them(self, at: int) -> bool:
        """ "Datum le daba nueve": a verb that gives somebody something, whom a pronoun names."""
        return self.tokens[at - 1].norm in ("le", "les")
