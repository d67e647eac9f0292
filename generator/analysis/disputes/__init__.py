"""Who is at odds with whom: acts and attitudes, their parties and direction, the issue and who tells it.

`component.py` puts the modules in order: stances of one sentence, answers and exchanges across sentences, what is
no live dispute taken away, the rest grouped by parties and ranked.
"""
