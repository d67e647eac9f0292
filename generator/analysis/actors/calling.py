"""By which noun and words a description calls somebody: "the environment minister", "the head of the union"."""

from __future__ import annotations

from generator.analysis.actors.columns import Columns
from generator.analysis.actors.found import Found
from generator.analysis.world import known, singular

_NO_MODIFIER = frozenset(("DET", "PRON", "PUNCT", "PART", "ADV", "NUM", "ADP", "CCONJ"))
_EMPTY = frozenset(
    "former current new late then outgoing incoming acting deputy own senior top same other old".split()
)


def words_of(cols: Columns, first: int, last: int, head: int) -> frozenset[str]:
    """Return the words of a description that tell one bearer of its noun from another."""
    found: set[str] = set()
    for token in range(first, last):
        word = cols.text[token].lower()
        if token != head and cols.pos[token] not in _NO_MODIFIER and word not in _EMPTY:
            found.add(plain(cols.text[token]))
    return frozenset(found)


def plain(word: str) -> str:
    """Return a word in lower case, and of a country its name: "Kenyan" is "kenya"."""
    entry = known().get(word)
    return entry.name.lower() if entry is not None else word.lower()


def end_of(cols: Columns, head: int) -> int:
    """Return where a description ends with what follows its noun: "the head of the union", "the group that won"."""
    last = head + 1
    if last >= len(cols.text) or cols.head[last] > last + 3 or _is_of_verb(cols, head):
        return last
    if cols.text[last].lower() in _OPENERS and (cols.head[last] == head or cols.dep[last] != "prep"):
        while last < min(head + 8, len(cols.text)) and cols.sentence[last] == cols.sentence[head]:
            if cols.pos[last] in ("VERB", "AUX", "PUNCT"):
                break
            last += 1
    return last


def _is_of_verb(cols: Columns, head: int) -> bool:
    """Say whether what follows belongs to the verb: "accused the union of frightening patients"."""
    following = cols.text[head + 1].lower()
    gerund = head + 2 < len(cols.text) and cols.tag[head + 2] == "VBG"
    if following in ("of", "for", "from", "with") and gerund:
        return True
    accused = cols.dep[head] in ("dobj", "nsubjpass") and cols.text[cols.head[head]].lower() in _OF_VERBS
    return following == "of" and accused


_OF_VERBS = frozenset(
    "accuse accuses accused accusing suspect suspects suspected convict convicted acquit acquitted strip stripped "
    "clear cleared warn warns warned warning inform informed remind reminded assure assured rob robbed deprive "
    "deprived".split()
)
_OPENERS = frozenset("of in for at from that who which whose behind on to with".split())
POSSESSIVE = frozenset("its his her their our my your".split())


def noun_of(cols: Columns, token: int) -> str:
    """Return the noun by which somebody is called; a prime minister is no minister, a vice president no president."""
    noun = singular(cols.text[token].lower())
    before = cols.text[token - 1].lower().rstrip("-") if token else ""
    if before == "-" and token > 1:
        before = cols.text[token - 2].lower()
    noun = f"{before} {noun}" if before in _RANKS and cols.block[token] >= 0 else noun
    return _SAME.get(noun, noun)


_RANKS = frozenset(
    ("prime", "vice", "deputy", "chief", "attorney", "secretary", "first", "foreign", "assistant")
)
"""Words before a noun that make another office of it."""
_SAME = {
    "gen.": "general",
    "gov.": "governor",
    "sen.": "senator",
    "col.": "colonel",
    "capt.": "captain",
    "adm.": "admiral",
    "prof.": "professor",
    "rev.": "reverend",
    "insp.": "inspector",
    "prime minister": "premier",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "boss": "head",
    "chief": "head",
    "leader": "head",
    "foreign secretary": "foreign minister",
    "congresswoman": "congressman",
    "councilwoman": "councillor",
    "councilman": "councillor",
    "attorney": "lawyer",
    "justice": "judge",
}
"""Two words for one office."""


def in_headline(cols: Columns, mention: Found) -> bool:
    """Say whether a description stands bare in a headline, which leaves the article out: "Minister defends bill"."""
    head = cols.block[mention.head]
    bare = cols.pos[mention.first] not in ("DET", "PRON", "NUM") and cols.tag[mention.head] in ("NN", "NNP")
    alone = cols.dep[mention.head] not in ("compound", "nmod", "amod", "appos")
    return head >= 0 and cols.kinds[head] in ("headline", "subtitle") and bare and alone


def is_past(cols: Columns, first: int, head: int) -> bool:
    """Say whether a description tells what somebody no longer is: "a former housing minister"."""
    before = range(max(0, first - 1), head)
    return any(cols.text[t].lower() in _PAST for t in before if cols.sentence[t] == cols.sentence[head])


_PAST = frozenset("former ex late ousted deposed retired onetime".split())


def owner_of(cols: Columns, first: int, head: int) -> range:
    """Return the tokens before a description that say whose it is: "Kestrel" in "Kestrel's managers"."""
    mark = first - 1
    if mark < 1 or cols.text[mark] not in _GENITIVE or cols.dep[mark] != "case":
        return range(0)
    owner = cols.head[mark]
    if owner >= mark or cols.dep[owner] != "poss" or not first <= cols.head[owner] <= head:
        return range(0)
    begin = owner
    while begin and cols.head[begin - 1] == owner and cols.pos[begin - 1] in ("PROPN", "NOUN", "ADJ"):
        begin -= 1
    return range(begin, mark)


_GENITIVE = frozenset(("'s", "’s", "'", "’"))


def is_introduced(cols: Columns, owner: range) -> bool:
    """Say whether an owner is any one of several: "an anglers' club"."""
    return bool(owner) and owner.start > 0 and cols.text[owner.start - 1].lower() in ("a", "an", "another")
