"""The rules of the checker in English, for pages in English. This file is a table.

In: nothing. Out: for each rule its title, why it matters and what to do. Left out on
purpose: the sentences of single findings, which speak of Chinese texts in Chinese.
"""

ENGLISH: dict[str, tuple[str, str, str]] = {
    "C101": (
        "growth in the table does not follow from its two ends",
        "Growth is the figure readers quote most; one wrong rate puts the whole table in doubt.",
        "Work it out again from base, end and number of years; if it is at comparable prices, say so in a note.",
    ),
    "C102": (
        "base plus cumulative figure is not the end figure",
        "Three figures of one row prove one another; if they do not, one of them was copied or worked out wrongly.",
        "Look up where the three figures come from and correct the wrong one.",
    ),
    "C106": (
        "price basis of a growth is not stated",
        "Totals at current prices and growth at comparable prices cannot be derived from one another.",
        'Add a note to the table: "growth at comparable prices".',
    ),
    "C103": (
        "growth in the prose does not follow from its two ends",
        "Three figures of one sentence prove one another; if they do not, one of them is wrong.",
        "Work the growth out again; if it is at comparable prices, say so.",
    ),
    "C104": (
        "shares of the three sectors do not add up to 100",
        "Shares must add up to 100; if not, one of them was copied wrongly.",
        "Correct it by the statistical bulletin.",
    ),
    "C105": (
        "value added of the three sectors does not add up to GDP",
        "Parts must add up to their total; if not, one figure was copied wrongly.",
        "Correct it by the accounts of the statistics bureau.",
    ),
    "C110": (
        "status word against the figures",
        "A promise called done that was not kept undoes the evaluation, and is what a congress asks about first.",
        "Check the figures; where the target was missed, say so and why.",
    ),
    "C111": (
        "overall claim against the table",
        '"All done" sums up five years; if the table says otherwise, the whole plan is less believed.',
        'Say what the table says, such as "most main targets were met", and explain those that were not.',
    ),
    "C112": (
        "target without a result",
        "A target whose result is not reported was not evaluated; readers will think it was missed.",
        "Add the result; where there is none, say why in a note.",
    ),
    "C113": (
        "target without a base",
        "Without a starting point nobody can say how high the target is, nor follow it year by year.",
        "Add the base; where nothing was measured, say from when it will be.",
    ),
    "C114": (
        "called done without a result",
        'A "done" without a figure does not survive a question.',
        "Add the result, or say where and when the data come from.",
    ),
    "C120": (
        "prose and table differ",
        "Prose and table are equally binding; where they differ nobody can execute or assess them.",
        'Use the approved figure in both; where it is "at least" or "strive for", write so in both.',
    ),
    "C121": (
        "figure in the prose, assigned later in the table",
        "A binding target is set by the level above; a figure of one's own in the prose makes two standards.",
        "Take the figure out of the prose, or say that it is provisional.",
    ),
    "C130": (
        "target weaker than the present",
        "A target below what is reached already is met by doing nothing for five years.",
        'Check base and target; if it is a floor to be held, write "ensure", "not below" or "kept within".',
    ),
    "C131": (
        "target equal to the present",
        "A target to hold a level looks as if it were met already; readers should see that it is a floor.",
        'Write "not below" or "hold" in the table, and that it is assessed every year.',
    ),
    "C132": (
        "target reached early",
        "A target reached long ago leads nowhere; keeping it makes assessment a formality.",
        "Report in the evaluation that it was reached early, and set another in the new plan.",
    ),
    "C133": (
        "target of the document before was missed",
        "Last year's target without an account this year is the most common question of a congress.",
        "Explain in the report why it was missed and what follows.",
    ),
    "C140": (
        "one target, two documents, two figures",
        "If a target is raised or lowered without a word, departments and districts do not know which one holds.",
        "Explain the change in the new document; say whether the old target is repealed or stands.",
    ),
    "C141": (
        "earlier target not taken up",
        "A promise not yet due that disappears silently will be seen as given up.",
        "Keep it, replace it with an explanation, or account for its end in the evaluation.",
    ),
    "C150": (
        "two documents report different figures",
        "If one year's figure differs between documents, whoever quotes it cannot tell which is true.",
        "Find out definition, date and revisions, and use the approved figure; name the years of averages and the area everywhere.",
    ),
    "C152": (
        "levels of two years do not fit the growth",
        "Two levels and a growth prove one another; a misfit without a word looks like untrue data.",
        "State the change of definition or the revised figure of the year before.",
    ),
    "C151": (
        "total and per-head targets imply another population",
        "Of total, per head and population only two are free; set apart from one another they often clash.",
        "Add a population target, or adjust total or per-head target until the three agree.",
    ),
    "C160": (
        "district's base equals the city's",
        "With the city's figure in place of the district's, progress is wrong from the start and cannot be assessed.",
        "Put in the district's own figure; where there is none, say so in the table.",
    ),
    "C161": (
        "growth of district and city far apart",
        "The districts' targets together should carry the city's; raised at each level they cannot be met.",
        "Compare with the city's division of targets and say why it is above or below.",
    ),
    "C162": (
        "district's target below the city's",
        "Where a city's figure is an average, one district below it needs another above it.",
        "Agree it with the plan above, or explain the local conditions.",
    ),
    "C170": (
        "unit does not fit the indicator",
        "A wrong unit is wrong by a hundred or a thousand, and nothing can be compared.",
        "Correct the unit by the indicator's definition.",
    ),
    "C180": (
        "number of areas differs",
        'How many areas a place has is a basic fact; two numbers blur targets such as "everywhere".',
        'Use the number of the civil affairs register; where development zones count, say "including".',
    ),
    "C181": (
        "number stated against items listed",
        "If five fields are announced and four listed, those who execute do not know which holds.",
        "Complete or shorten the list until it has as many items as stated.",
    ),
    "C182": (
        "number in the title against the target",
        '"A hundred" in the name and five hundred in the target: slogan and task do not fit.',
        "Change title or target until they agree.",
    ),
    "C190": (
        "text repeated",
        "Repeated paragraphs look unproofread, and machines count them twice.",
        "Remove one of them; where it must be said again, sum it up.",
    ),
    "C191": (
        "paragraph merged into another and printed again",
        "The same words once alone and once inside a longer paragraph are traces of pasting drafts together.",
        "Keep one and remove the other.",
    ),
    "C200": (
        "broken sentence",
        "A broken sentence parts a figure from its subject, and makes machines read two things as one.",
        "Join it as in the original and restore the missing words.",
    ),
    "C202": (
        "marks lost in conversion",
        "Without their brackets and digits, units, classes and dates of indicators cannot be read.",
        "Restore them from the original; convert the original file again before publishing.",
    ),
    "C203": (
        "words left out",
        "With a word missing the sentence does not parse; with a digit missing nobody knows which road is meant.",
        "Restore it from the original.",
    ),
    "C204": (
        "common misspelling",
        "A misspelling in an official document has to be corrected publicly, and searches miss it.",
        "Correct it.",
    ),
    "C210": (
        "indicator's name with characters swapped",
        "With a wrong name a note no longer finds its indicator, and sums leave it out.",
        "Correct it by the name in the indicator table.",
    ),
    "C211": (
        "indicator's name cut short",
        'Without "rate" at its end a share becomes a count, and nobody knows what is measured.',
        "Complete the name by the statistical standard.",
    ),
    "C212": (
        "likely misspelling",
        "Wrong names of places and bodies in an official document have to be corrected publicly.",
        "Correct it by the standard names of places and bodies.",
    ),
    "C213": (
        "slogan with different numbers",
        "A slogan with numbers stands for certain projects; another number means more or fewer of them.",
        "Check which projects are meant and use one wording; explain a change.",
    ),
    "C214": (
        "set phrase differs",
        "Strategic positions are settled in meetings; two wordings are read as two positions.",
        "Use the wording of the latest official document.",
    ),
    "C215": (
        "name written in two ways",
        "Names of bodies and platforms are approved; a variant looks like another one.",
        "Use the approved full name, and give its short form where it first appears.",
    ),
    "C220": (
        "numbering of headings differs",
        "Mixed numbering shows that several hands wrote the text and nobody went over it.",
        "Use one numbering and punctuation, as official documents do.",
    ),
    "C221": (
        "contents and headings differ",
        "The contents were not updated with the text; readers do not find what they look for.",
        "Generate the contents again.",
    ),
}
