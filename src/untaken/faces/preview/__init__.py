"""The live preview: what is shown, the page that shows it, its server, and the loop that keeps it up to date."""
