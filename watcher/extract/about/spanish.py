"""A Spanish word among the tags before it and the word behind -> its tag, where its form alone does not tell it."""

from __future__ import annotations

from watcher.extract.about.forms import INFINITIVES, Form

_JOINED = 12  # tokens between infinitives that "y" joins
_RECKONING = ("cifra", "estima", "fija", "tasa", "valora")  # "el gremio cifra en 400 los despidos"
_GOVERNING = ("de", "del", "a", "al", "con")
_HAVING = ("ha", "han", "habia", "habian", "habra", "habran", "haya", "hubiera")
_OBJECTS = ("lo", "la", "los", "las")


def tag(form: Form, after: Form, before: list[str], mark: str) -> str:
    """The tag of a word behind the tags `before`; `mark` is that of the next token."""
    if form.only:
        return "w"
    last = before[-1] if before else ""
    if form.norm == "que":
        return "r" if last in ("w", "n", ",", "t", "p") or (last == "d" and before[-2:-1] == ["p"]) else "s"
    if form.norm in _OBJECTS and _done(form, after) and not mark and after.unlisted:
        return "o"
    if form.norm in ("los", "las") and not mark and after.mixed and after.norm.endswith("a"):
        return "o"  # "la policía los cifra en 400"
    if form.norm == "lo":
        return "d"
    if form.closed == "x" and last != "x" and form.noun:
        return "w"  # "el estado de emergencia", but "ha estado"
    if form.closed and not (form.norm == "bajo" and form.lower != "bajo"):
        return form.closed
    if form.locution and after.norm in _GOVERNING and last != "d":
        return "p"  # "a falta del 3 %"
    if form.mixed and (last == "o" or (last in ("n", "w") and after.norm == "en" and form.norm in _RECKONING)):
        return "v"
    if form.charged and last == "," and after.closed == "p":
        return "g"  # "Ana Bo, acusada de cobrar"
    if form.noun or (form.capital and last and last != '"' and (len(before) > 1 or last.isalnum())):
        return "w"
    return "v" if _finite(form, after, last, mark) else _nonfinite(form, last, before)


def _done(form: Form, after: Form) -> bool:
    """Whether the word behind "lo", "la" or "los" is a verb that does something to it, no noun: "la encontraron", not "la firma"."""
    return ((after.finite or after.plain) and not (after.mixed and form.norm != "lo")) or after.norm in _HAVING


def _finite(form: Form, after: Form, last: str, mark: str) -> bool:
    """Whether a word stands as the verb of a clause."""
    if (form.finite or form.plain) and (last not in ("d", "p") or (last == "p" and form.lower.endswith(INFINITIVES))):
        return True
    if form.moving and (last in ("n", "w") or (last == "," and after.closed == "d")):
        return True
    if form.mixed:
        if last in ("n", "w", "r", "q", "o", "s") and (mark in ("f", "n") or after.closed in ("d", "s")):
            return True
        if last == "," and after.norm == "que":
            return True  # "Julia Sanz, portavoz del sindicato, denuncia que faltan 80"
        if last in ("n", "w", "c", "o") and after.upto:
            return True  # "y entrega hasta 55 MW"
    if not form.personal:
        return False
    if last in ("o", "r", "s") or (mark == "f" and last in ("", ";", '"', ":")):
        return mark in ("f", "t", "n") or after.closed in ("d", "p", "a", "s")
    if last == "n":
        return mark == "f" or after.closed in ("d", "s") or after.norm.endswith(("ar", "er", "ir"))  # "Ibarra propone contratar"
    return False


def _nonfinite(form: Form, last: str, before: list[str]) -> str:
    if form.participle:
        near = next((tag for tag in reversed(before[-3:]) if tag != "a"), "")
        if near == "x":
            return "v"
        return (
            "w" if last in ("d", "p", "v") or (last == "f" and form.norm.endswith("s")) else "g"
        )  # "alega pérdidas", "gasta en plaguicidas"
    if form.gerund:
        return "g"
    if form.infinitive:
        near = next((tag for tag in reversed(before[-2:]) if tag not in ("a", "o")), "")
        if near in ("p", "m", "v", "s", "i") or (near == "c" and "i" in before[-_JOINED:]):
            return "v" if near == "m" else "i"  # "levantar cinco cárceles y destinar a ellas"
    return "w"
