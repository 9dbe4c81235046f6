"""The colours of every diagram. Text keeps a contrast of at least 4.5 : 1 with its ground, which a test measures."""

INK = "#1b2430"
PAPER = "#ffffff"
QUIET = "#56616f"
"""Words of the second rank, and roads not taken."""
LINE = "#8a94a1"
"""Borders that carry no meaning of their own."""

NIGHT = "#1f2a36"
"""The ground of a decision that history came to."""
DUSK = "#525f6d"
"""The ground of a decision that it never came to."""
ON_NIGHT = "#ffffff"
QUIET_ON_NIGHT = "#d5dbe3"
MIST = "#eef2f7"
"""The ground of a chance node."""

HISTORY = "#a3161f"
"""What happened."""
HISTORY_TINT = "#fdeeee"

ROAD = "#1a4fa0"
"""Where somebody walked."""
ROAD_TINT = "#eaf1fc"

FOR = "#0b6546"
AGAINST = "#8a4300"
