"""How fast and how small the kiosk is, beside what people would use instead: `python -m tests.bench`.

Everything is measured in one run on one machine, so that ratios mean something; docs/bench.md says how.
"""
