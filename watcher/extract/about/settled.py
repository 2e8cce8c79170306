"""English tags of a whole sentence -> the same, where what stands further off tells what a word's neighbours did not.

"A report published in March found": the first verb is a participle; "children under 13": behind a preposition stands no verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from watcher.extract.about import series
from watcher.extract.about.grammar import Grammar
from watcher.extract.neighbours import glued
from watcher.extract.reading import Token

_LOOSE = re.compile("a|q|d(?=[p,.])|s(?=[wap])|i(?<=pi)|v(?<=rv)")  # adverbs and pronouns that may be something else
_UNSURE = re.compile("f(?<=[wnaqp),]f)(?!f)|w(?<=[,)wn]w)(?=[qds])|w(?<=cw)(?=[fdo])|w(?<=[fc]aw)(?=[pdfn])|v(?<=.v)")
_REDUCED = re.compile(r"v(?=[pt][^vxmrsc,;:\"()q.]{1,12}(?<!p)[vxm])")  # a verb, then another that no word joins to it
_DOING = frozenset(["do", "does", "did", "don't", "doesn't", "didn't"])
_TERMS = frozenset(["quarter", "half", "year"])
_WHEN = frozenset(["first", "last", "next", "long"])
_STEM = ("ed", "en", "ing")
_SINCE = re.compile(r"xp(?=[vwgi])")
_SOURED = re.compile(r"[vi][^vxmrsc,;:.]{0,6}fv(?=w)")  # a verb, an amount and what looks like another
_COSTING = re.compile(r"df{2,6}+v(?=[.,;cp]|$)")
_SUMS = frozenset(["million", "billion", "trillion", "m", "bn", "k", "%", "percent", "cent"])
_EXTENT = frozenset(("far", "long"))
_SUMMING = frozenset(["reaching", "topping", "totalling", "totaling", "crossing"])
_VERBS = frozenset("vxm")
_THIRD = re.compile("[^s]s$")
_RISING = re.compile(r"[nw]'[gw](?=[pdf])")  # "BYD's climbed to", what is had left out
_OPENING = re.compile(r"v(?=[pw][^vxmirsc,;:\"()q.]{1,12}[xm])")
_DONE = re.compile("vw{1,3}+[^w,;:.()c][^,;:.()c]{0,9}(?<!r)[vxm]|vw{1,3}+[vxm]")
_DOES = re.compile(r"[-*•·–]?f{1,9}+(?=w[pdf])")
_GROUPED = re.compile(r"(?:wp|,|^g)f{1,9}w(?=[pdf])")
_HEADLINED = re.compile(r"(?<=[wn])w(?=[wdnf])")
_UNVERBED = re.compile(r"wa?[gw](?=[pdfn])")
_COUNTED = re.compile("(?<=f)w{3,6}")  # a number's noun, perhaps its verb, and what comes behind
_QUALIFYING = re.compile("(?:ed|ing|al|ic|ive|[ai]ble|ous|ful|less|[ae]nt|ary|y|old|ish)$")
_ACTIVE = re.compile("[wn)]a{1,3}+g(?=d|p?f)")  # "it also received over 250"
_SECOND = re.compile(r"[vxm][^vxmrsc,;:\"()q.]{1,14}[wn]v(?=p)")
_ONCE = re.compile("(?<=[nwq)])w(?=v)")  # "Ruiz first ran in 2017"
_TERM = re.compile("(?<![tf])t{1,2}-?t(?=w)|t-t(?=w)")  # "its first-quarter profit"
_WITH = re.compile("p[^pvx,;.]{1,9}p?[wn]v(?=,)")
_NUMBERS = re.compile("ww(?=a?f)")  # "the strikers number 4,000"
_ABSOLUTE = re.compile(r"[pc](?=d?[wn'-]{1,8}(g)(?:[fa]|p[fa]))")  # a preposition, a noun, a participle before an amount
_RELATED = re.compile(
    r"d?[wn'-]{1,6}(?:p[dwn'-]{1,6})?,r[^,;:.]{1,50},a?(g)(?=[^,;:vxm]*(?:[.]?$|[;:]|,(?![vxma])))"
)  # a relative clause is over
_RAISED = re.compile(r"[vg]p?(?:[dwnf]['\"]?[^vxmirsgc,;:.\"()q]{0,14}|o)(p)(?=[ix])")  # a verb, its object and "to" before another
_FORESEEN = re.compile("(?<=[xw])w(?=[dwn][^vxmrs,;:.]{0,14}p[ix])")
_ON = frozenset(["on", "upon"])
_ALSO = re.compile(r"cp?[dwn][^vxmirsc,;:.\"()q]{0,9}(p)(?=[ix])")  # "and wages to grow by 4%"
_SEEN = re.compile(r"v[dwnf][^vxmirsc,;:.\"()q]{0,14}(w)(?=p?f|p[dw]?f|p)")
_HEADED = re.compile("[^rs;:vxm]{0,160}+[vxm]")  # the first clause has its verb


def settle(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar, words: Set[str]) -> None:
    """Sets right in `found` the tags of tokens `[first, first + len(found))`."""
    if "-" in found:
        _compounds(tokens, first, found)
    series.opened(tokens, first, found, rules, words)
    _infinitives(tokens, first, found, rules)
    if found[0] == "v" and found[1:2] == ["p"] and _done(tokens[first].norm, rules) and "," in found:
        found[0] = "g"  # "Built for 20,000, it now holds 83,000"
    seen = "".join(found)
    if found[0] == "v" and tokens[first].norm.endswith("ed") and _DONE.match(seen):
        found[0] = "w"  # "Terraced houses saw the fastest growth"
        seen = "".join(found)
    if found[0] == "v" and tokens[first].norm in rules.base and _OPENING.match(seen):
        found[0] = "w"  # "Pay at the top has risen"
    for match in _SINCE.finditer(seen):
        if tokens[first + match.end() - 1].norm == "since" and _done(tokens[first + match.end()].norm, rules):
            found[match.end() - 1 : match.end() + 1] = ["a", "v"]  # "it has since recovered"
    if "'" in found:
        _left_out(tokens, first, found, seen, rules)
    for match in _SOURED.finditer(seen) if "fv" in seen else ():
        if tokens[first + match.end() - 1].norm.endswith("ed"):
            found[match.end() - 1] = "w"  # "made 51 unforced errors"
    for match in _COSTING.finditer(seen) if "fv" in seen else ():
        if tokens[first + match.end() - 2].norm in _SUMS:
            found[match.end() - 1] = "w"  # "of the $9 million cost"
    if "g" in seen and "f" in seen:
        _absolute(tokens, first, found, seen, rules)
    series.side_by_side(tokens, first, found, rules, words)
    if not _HEADED.match("".join(found)):
        _verbless(tokens, first, found, rules)
    seen = "".join(found)
    _terms(tokens, first, found, seen)
    _doings(tokens, first, found, seen, rules)
    seen = "".join(found)
    for match in _UNSURE.finditer(seen):
        at, word = match.start(), tokens[first + match.start()].norm
        if match[0] == "f":
            if word in rules.change:
                found[at] = "v"  # "the rate halved"
        elif match[0] == "w":
            if seen[at - 1] == "a":
                now = tokens[first + at - 1].norm == "now" and seen[at - 2] == "c" and word.endswith("s")  # "and now forecasts a loss"
                found[at] = "v" if word in rules.base or now else "w"  # "only two still work for the service"
            elif seen[at - 1] == "c":
                _joined(tokens, first, at, found)
            elif word in rules.saying and word in rules.base:
                found[at] = "v"  # "doctors at the clinic, which has 40 beds, say it admitted"
        elif not _finite(tokens, first, at, seen, rules):
            found[at] = "w"
        elif _participle(tokens, first, at, seen, rules):
            found[at] = "g"
    if ("pi" in seen or "px" in seen) and not (words.isdisjoint(rules.raising) and words.isdisjoint(rules.calling)):
        _raised(tokens, first, found, "".join(found), rules)
    if not words.isdisjoint(rules.seeing):
        _seen(tokens, first, found, "".join(found), rules)


def _absolute(tokens: Sequence[Token], first: int, found: list[str], seen: str, rules: Grammar) -> None:
    """ "With costs falling to £3m and debt rising by a third", "on the back of crowds rising 12%": clauses of their own."""
    opened = False
    for match in _ABSOLUTE.finditer(seen):
        at, word = match.start(1), tokens[first + match.start(1)].norm
        if word in rules.change and word.endswith("ing") and word not in _SUMMING and (opened or match[0] == "p"):
            opened, found[at] = True, "v"
            if match[0] == "p":
                found[match.start()] = "s"


def _raised(tokens: Sequence[Token], first: int, found: list[str], seen: str, rules: Grammar) -> None:
    """ "Expects the rate to bottom out at 3%", "calls on donors to give": the object of the one verb is the subject of the other."""
    for match in _FORESEEN.finditer(seen):
        at = match.start()
        several = seen[at - 1] == "x" or tokens[first + at - 1].norm.endswith("s")
        if several and tokens[first + at].norm in rules.raising:
            found[at] = "v"  # "economists had forecast the rate to rise"
            seen = f"{seen[:at]}v{seen[at + 1 :]}"
    for match in _RAISED.finditer(seen):
        to, verb = match.start(1), tokens[first + match.start()].norm
        led = seen[match.start() + 1] == "p"
        governs = verb in rules.calling and tokens[first + match.start() + 1].norm in _ON if led else verb in rules.raising
        if not governs or tokens[first + to].norm != "to":
            continue
        found[to : to + 2] = ["m", "x" if seen[to + 1] == "x" else "v"]
        if seen[match.start() + 1] == "o":
            found[match.start() + 1] = "q"
        if (also := _ALSO.search(seen, to + 2)) is not None and _VERBS.isdisjoint(seen[to + 2 : also.start()]):
            found[also.start(1) : also.start(1) + 2] = ["m", "v"]


def _seen(tokens: Sequence[Token], first: int, found: list[str], seen: str, rules: Grammar) -> None:
    """ "Saw the yield slip to 8%", "saw prices fall by a tenth": a verb without "to" behind what was seen."""
    for match in _SEEN.finditer(seen):
        at, word = match.start(1), tokens[first + match.start(1)].norm
        before = tokens[first + at - 1].norm
        told = seen[at - 1] == "n" or (seen[at - 1] == "w" and (before.endswith("s") or seen[match.start() + 1] == "d"))
        seeing = tokens[first + match.start()].norm in rules.seeing and word in rules.change and word in rules.base
        led = tokens[first + at + 1].norm in rules.links or (seen[at + 1] == "f" and word not in rules.moves)
        if seeing and told and led and tokens[first + match.start() + 1].norm not in ("a", "an"):
            found[at] = "v"  # but "saw the biggest rise in rents"


def _joined(tokens: Sequence[Token], first: int, at: int, found: list[str]) -> None:
    """ "The reserve shelters 11 species and draws 25,000 visitors": joined to a verb in -s, before an amount or article, stands another."""
    verb = next((back for back in range(at - 2, 0, -1) if found[back] in _VERBS), 0)
    third = tokens[first + verb].norm, tokens[first + at].norm
    if found[verb] == "v" and all(_THIRD.search(word) for word in third) and "," not in found[verb:at]:
        found[at] = "v"


def _terms(tokens: Sequence[Token], first: int, found: list[str], seen: str) -> None:
    """ "Its first-quarter profit", "Ruiz first ran": a term of business before its noun, a time before its verb."""
    for match in _TERM.finditer(seen) if "tt" in seen or "t-t" in seen else ():
        if tokens[first + match.end() - 1].norm in _TERMS and match.start() and seen[match.start() - 1] in "dwn'a":
            found[match.start() : match.end()] = "w" * (match.end() - match.start())
    for match in _ONCE.finditer(seen) if "wv" in seen else ():
        if tokens[first + match.start()].norm in _WHEN:
            found[match.start()] = "a"


def _doings(tokens: Sequence[Token], first: int, found: list[str], seen: str, rules: Grammar) -> None:
    """Verbs and participles, by what stands behind them and what came before."""
    counted = _WITH.match(seen) if tokens[first].norm == "with" else None
    if counted is not None:
        found[counted.end() - 1] = "g"  # "With all votes counted, Ruiz received 54%"
    for match in _NUMBERS.finditer(seen):
        at = first + match.end() - 1
        if tokens[at].norm == "number" and tokens[at - 1].norm.endswith("s"):
            found[match.end() - 1] = "v"
    related = _RELATED.match(seen) if ",r" in seen and "g" in seen else None
    if (
        related is not None
        and _done(tokens[first + related.start(1)].norm, rules)
        and not tokens[first + related.start(1)].norm.endswith("ing")
    ):
        found[related.start(1)] = "v"  # "Mining, which is a seventh of the index, contracted by 0.9%"
    for match in _ACTIVE.finditer(seen) if "ag" in seen else ():
        at = match.end() - 1
        approximate = seen[at + 1] != "p" or tokens[first + at + 1].norm in rules.approximate
        if approximate and tokens[first + at].norm.endswith("ed"):
            found[at] = "v"  # what has an object is no participle
    for match in _SECOND.finditer("".join(found)):
        at = match.end() - 1
        between = {token.norm for token in tokens[first + match.start() : first + at]}
        if tokens[first + at].norm.endswith("ed") and between.isdisjoint(rules.saying) and between.isdisjoint(rules.switch):
            found[at] = "g"  # "it received 250 people deported from the north"


def _left_out(tokens: Sequence[Token], first: int, found: list[str], seen: str, rules: Grammar) -> None:
    """ "Tesla's share slipped; BYD's climbed to 4%": behind a possessive that stands alone comes its verb."""
    for match in _RISING.finditer(seen):
        word = tokens[first + match.end() - 1].norm
        if (word in rules.change and seen[match.end()] == "p") or (word in rules.past and seen[match.end()] != "p"):
            found[match.end() - 1] = "v"  # "Hargreave's made $310 million"


def _verbless(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar) -> None:
    """ "The accused allegedly siphoned Rs 70 crore", "Collectors start on £9": without a verb, the first that may be one."""
    told = "".join(found)
    share = _DOES.match(told)
    if share is not None and tokens[first + share.end()].norm in rules.base and tokens[first + share.end()].norm not in rules.moves:
        found[share.end()] = "v"  # "38% sleep under six hours"
        return
    bare = _VERBS.isdisjoint(told)
    for match in _GROUPED.finditer(told) if bare else ():
        at, singular = match.end() - 1, tokens[first + match.end() - 3].norm == "in"
        word = tokens[first + at].norm
        if (word in (rules.present if match[0][0] == "g" else rules.base) and not singular) or (
            singular and found[at - 1] == "f" and _THIRD.search(word)
        ):
            found[at] = "v"  # "Children under five account for 44%", "among tenants, one in six hands over half"
            return
    for match in _HEADLINED.finditer(told) if bare else ():
        word = tokens[first + match.start()].norm
        if word in rules.present and word not in rules.moves and not tokens[first + match.start() - 1].norm.endswith("s"):
            found[match.start()] = "v"  # "Freight train hits commuter service"
            return
    for match in _COUNTED.finditer(told):
        for at in range(match.start() + 1, min(match.start() + 3, match.end() - 1)):
            noun, word = tokens[first + at - 1].norm, tokens[first + at].norm
            plural = _THIRD.search(noun) or noun in rules.plurals
            if plural and not word.endswith("s") and (word in rules.base or (not _QUALIFYING.search(word) and word not in rules.nouns)):
                found[at] = "v"  # "Twelve firms face charges"
                return
    for match in _UNVERBED.finditer(told):
        at = match.end() - 1
        word = tokens[first + at].norm
        noun = tokens[first + at - 1].norm
        plural = found[at - 1] == "w" and (noun.endswith("s") or noun in rules.plurals)
        driven = found[at - 1] == "a" or (word in rules.change and found[at + 1] == "p" and tokens[first + at + 1].norm == "by")
        if (found[at] == "g" and word.endswith("ed") and driven) or (found[at] == "w" and plural and word in rules.base):
            found[at] = "v"
            return


def _finite(tokens: Sequence[Token], first: int, at: int, seen: str, rules: Grammar) -> bool:
    """ "Had lead in their blood", "were close to it", "27 sample counts of theft": no verbs."""
    word = tokens[first + at].norm
    lead = at - 1
    while lead > 0 and seen[lead] == "a" and at - lead < 3:
        lead -= 1
    if seen[lead] == "x" and tokens[first + lead].norm not in _DOING and not _done(word, rules):
        return False
    counted = seen[at - 1] == "w" and "f" in seen[max(0, at - 3) : at - 1] and word.endswith("s")
    return not (counted and tokens[first + at + 1].norm in rules.of) if at + 1 < len(seen) else True


def _participle(tokens: Sequence[Token], first: int, at: int, seen: str, rules: Grammar) -> bool:
    """ "A report published in March found", "accounts held by children": a participle, as another verb or "by" tells."""
    if seen[at - 1] not in "wn":
        return False
    word = tokens[first + at].norm
    if (word.endswith("ed") or word in rules.participle) and _REDUCED.match(seen, at):
        return True
    done = at + 2 < len(seen) and seen[at + 2] in "dwnq" and tokens[first + at + 1].norm == "by"
    return done and word not in rules.change and not word.endswith("s")


def _done(word: str, rules: Grammar) -> bool:
    """Whether a word may be a participle."""
    return word.endswith(_STEM) or word in rules.participle or word in rules.past or word not in rules.base


def _owned(tokens: Sequence[Token], first: int, at: int, found: list[str]) -> None:
    """ "Whose own pay rose", "whose numbers collapsed": behind "whose" stands a noun."""
    if tokens[first + at - 1].norm == "whose":
        found[at] = "w"
        while found[at + 1 : at + 2] == ["v"] and found[at + 2 : at + 3] in (["v"], ["x"], ["m"]):
            at += 1
            found[at] = "w"


def _behind_noun(tokens: Sequence[Token], first: int, at: int, found: list[str], rules: Grammar) -> None:
    """ "Its members there earn £43,000": a place; "160,000 vehicles cross it every day": the object of a verb that looks like a noun."""
    if tokens[first + at].norm == "there":
        if found[at + 1 : at + 2] in (["v"], ["w"], ["p"], ["."]):
            found[at] = "a"
        return
    noun, word = tokens[first + at - 2].norm, tokens[first + at - 1].norm
    agrees = at > 1 and found[at - 2] == "w" and noun.endswith("s") and not _THIRD.search(word)
    if agrees and found[at + 1 : at + 2] not in (["v"], ["x"], ["m"], ["a"]) and _VERBS.isdisjoint(found[:at]):
        found[at - 1 : at + 1] = ["v", "o"]


def _compounds(tokens: Sequence[Token], first: int, found: list[str]) -> None:
    """ "Under-fives", "add-ons": the first part of a compound is no preposition or verb of its own."""
    for at in range(1, len(found) - 1):
        if found[at] == "-" and found[at - 1] in "pivga" and glued(tokens, first + at) and glued(tokens, first + at + 1):
            found[at - 1] = "w"


def _infinitives(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar) -> None:
    """ "to lower the tax", "72% back the act": verbs that look like adverbs; "oppose it": an object, unless a verb follows."""
    for match in _LOOSE.finditer("".join(found), 1):
        at = match.start()
        tag, word = found[at], tokens[first + at].norm
        if tag == "a":
            if word not in rules.base:
                continue
            if tokens[first + at - 1].norm == "to":
                found[at] = "i"
            elif found[at - 1] == "f" and found[at + 1 : at + 2] in (["d"], ["n"]):
                found[at] = "v"
        elif tag == "v":
            _owned(tokens, first, at, found)
        elif tag == "i":
            if tokens[first + at - 1].norm != "to":
                found[at] = "w"  # "used by children", "310 km of export cables"
        elif tag == "s":
            if word == "so" and tokens[first + at + 1].norm in _EXTENT:
                found[at : at + 2] = ["a", "a"]  # "it has cost $4m so far and will run"
        elif tag == "q" and found[at - 1] == "w" and word in ("there", "it"):
            _behind_noun(tokens, first, at, found, rules)
        elif tag == "d":
            if word == "her":
                found[at] = "o"  # "the tally has her on 49%"
        elif tag == "q" and found[at - 1] in "vip" and word in ("it", "you"):
            ahead = next((tag for tag in found[at + 1 : at + 4] if tag != "a"), "")
            if ahead not in ("v", "x", "m"):
                found[at] = "o"
