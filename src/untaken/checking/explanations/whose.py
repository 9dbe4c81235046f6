"""Whose the rules of the discipline are, and why they are there. The rules of the format are the format's own."""

WHOSE: dict[str, str] = {
    "option-without-advocate": (
        "Niall Ferguson (Virtual History, 1997): only those alternatives deserve study that contemporaries "
        "considered and left a record of. Name who wanted the option under 'advocates'."
    ),
    "one-sided-option": (
        "The case method: a class argues only where both sides have been given. Where the sources give one side "
        "alone, say so under 'acknowledge'."
    ),
    "only-history-viable": (
        "McCall's rule of good choices: more than one option is worth taking, and what happened is not always the "
        "only such. A decision that nobody could have taken otherwise is no turning point."
    ),
    "rejoining-roads": (
        "Richard Ned Lebow (Forbidden Fruit, 2010): in a second-order counterfactual later events pull history back, "
        "so that different roads end alike. That is a claim of its own, and worth a sentence in class."
    ),
    "single-source": (
        "Every historian's: what one witness says is what one witness says. A second source may differ, or confirm."
    ),
    "argued-without-citation": (
        "Philip Tetlock and Aaron Belkin (Counterfactual Thought Experiments in World Politics, 1996): antecedent and "
        "consequent are stated clearly, and who ties them together. What nobody argues is 'inferred'."
    ),
    "recorded-off-path": "The difference between what happened and what might have is the point of the whole drawing.",
    "quotation-too-long": "A quotation pins a claim to its passage, so that anybody can check it.",
}
