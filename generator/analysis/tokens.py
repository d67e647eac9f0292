"""How a tokenizer splits quotation marks from dashes: what is glued together on a page is not one word."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex

INFIXES = (
    r"(?<=[.,!?…])[\"'](?=[—–―~(-])",  # the mark of: built."― Hanna Moe
    r"(?<=[\"'])(?:—|–|―|--|-|~)(?=\w)",  # the dash of: "—Ole
    r"(?<=\w)(?:—|–|―|--)(?=\")",  # the dash of: answer—"The
    r"(?<=[—–―-])\"(?=\w)",  # the mark of: —"The
    r"(?<=[\"'])\((?=\w)",
    r"(?<=\w)[,:](?=\"\w)",  # the comma and the mark where the space between them is missing: said,"Look
    r"(?<=\w[,:])\"(?=\w)",
)


def split_marks(nlp: Language) -> None:
    """Let the tokenizer of a pipeline split a quotation mark from the dash or bracket beside it."""
    tokenizer: Any = nlp.tokenizer  # a pipeline may bring one that knows no infixes
    if hasattr(tokenizer, "infix_finditer"):
        known = list(nlp.Defaults.infixes or ())
        tokenizer.infix_finditer = compile_infix_regex([*known, *INFIXES]).finditer
