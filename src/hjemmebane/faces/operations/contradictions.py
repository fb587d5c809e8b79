"""Where the evaluation of M-ACT (2022) says two things of one, and what it does not tell."""

TITLES = ("About", "One place", "Another", "Here")
OTHERS = "Not of ours: no figure of the product rests on it."

CONTRADICTIONS = (
    (
        "Citizens",
        "41 unique citizens (ch. 5.1)",
        "39 with register data (note to table 1), 40 in most analyses (note 13)",
        "Each figure of an evaluation report prints its own n.",
    ),
    ("In their own dwelling", "28 (ch. 5.1 and note 42)", "16 (figure G: 40 % of 40)", OTHERS),
    ("No health assessment before", "28, 70 % (ch. 5.1)", "16 (text to figure K)", OTHERS),
    (
        "Health assessment during the course",
        "19 got one, 48 % of 40 (text)",
        "14 did not, 35 %: 7 of 40 are not told of",
        "What is not known is counted for itself.",
    ),
    (
        "Not assessed",
        "“hhv. 35 pct. og 40 pct.”, health before social",
        "The sentence before it names the social one first",
        OTHERS,
    ),
    ("Figure O", "“sundhedsfaglig” twice in its text", "The second is the social one", OTHERS),
    (
        "Dimensions of VUM",
        "10 (note 12)",
        "11 are named there",
        "The dimensions are data, and there are 11.",
    ),
    ("Figure C", "4.2 to 5 for every element", "3.7 for element 5", OTHERS),
    ("Figure D", "3.7 for all elements (Bilag 2)", "3.7 for element 5 alone (text)", OTHERS),
    (
        "Figure L",
        "“Borgernes vurdering af VUM-dimensioner”",
        "Its figures are of the progression form, not of VUM",
        "The form is called what it is.",
    ),
    (
        "Figure P",
        "7 to § 85 or other efforts, 41 % of 17 (text)",
        "7 to § 85 and 7 to others; 3 are not told of",
        "Each ending is counted once.",
    ),
    (
        "Ages in the scenarios",
        "18-64 in all (text to table B1-1)",
        "25-64 in B and F (table 5)",
        "As in table 5.",
    ),
    (
        "A citizen's cost",
        "104,400 kr. (ch. 7.1)",
        "104,000 kr. (summary and ch. 7.3)",
        "104,400: 1,356,900 / 13 in whole hundreds.",
    ),
    ("Lower overhead", "“96.00 kr.” (text)", "96,000 kr. (table 3)", "As in table 3."),
    ("Scenario F, municipality", "about -36,100 kr. (text)", "-40,500 kr. (table 6)", "Table 6."),
    ("Highest for the state", "7,000 kr. (text)", "5,600 kr. (table 6)", "Table 6."),
)

NOT_TOLD_TITLES = ("What", "What is missing", "Here")
NOT_TOLD = (
    (
        "Municipality 2 and the mean",
        "The leader's profession, and about 37,000 kr. a year, which may be other costs",
        "Reckoned straight on; several guesses would hit, and none is taken.",
    ),
    (
        "Municipality 3",
        "The leader's profession, and how two people share the support",
        "Assumed in the example, which says so: consistent with 966,000, no proof of it.",
    ),
    (
        "The mean of a citizen",
        "Of what it is the mean; the mean of the three would be 105,800 kr. by our figures",
        "Mean total over mean places, which is what 104,400 fits.",
    ),
    (
        "20 % succeed",
        "How an effect size of 0.2 becomes 20 %; no usual formula gives it",
        "The success rate is typed.",
    ),
    (
        "Six years of consequences",
        "Whether they are years 2 to 7 or 2 to 6",
        "First year and number of years are typed; 2 and 6 unless said.",
    ),
    (
        "What a success is worth",
        "Only the nets of table 6 are printed, not the consequences",
        "Derived from each net, and marked so.",
    ),
)
