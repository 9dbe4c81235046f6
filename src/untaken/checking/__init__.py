"""What is wrong with a file and how it is mended: rules, explanations, fixes, and loading that judges."""
