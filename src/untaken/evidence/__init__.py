"""Where it says so: quotations found in their texts, the record of it, references."""
