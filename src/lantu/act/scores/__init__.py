"""Assessment 考核: standings and a rule set in, scores out.

In: targets with their standings, rules, corrections. Out: scores whose lines add up, and ranks. Never: reads a rule's
file, decides who answers for what, or gives nothing for what nobody could judge without saying so.
"""
