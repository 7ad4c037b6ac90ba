"""The road from a write to a mail under faults: nothing lost, nothing twice, nothing out of order."""
