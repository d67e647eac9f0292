"""Who acts: mentions of actors, which of them are one, and how much each matters.

`mentions.py` finds the names, `coreference.py` groups names, descriptions and pronouns, `nominals.py` adds groups and
bodies that the article never names, and `component.py` gives each group its name, kind, role and salience.
"""
