"""What a quoted comment of an opening_hours expression means for the answer."""

import re

_NEEDED = r"(?:erforderlich|n[öo]tig|notwendig|needed|required|necessary)"
_MEETING = (r"(?:termin\w*|vereinbarung\w*|absprache\w*|(?:vor)?anmeld\w*|voranfrage|appointments?|reservierung\w*"
            r"|registration|auf anfrage|nach anruf|on request|by arrangement|rendez.vous)")
_WITHOUT = re.compile(rf"\b(?:kein\w*|ohne|no|without|sans)\s+(?:\w+\s+)?{_MEETING}(?:\s+{_NEEDED})?"
                      rf"|\b{_MEETING}\s+(?:is\s+|ist\s+)?(?:nicht|not)\s+{_NEEDED}", re.IGNORECASE)
_WITH = re.compile(rf"\b{_MEETING}", re.IGNORECASE)


def by_appointment(comment: str) -> bool:
    """Whether the comment asks for an appointment: "nach Vereinbarung" does, "ohne Termin" does not."""
    return bool(_WITH.search(_WITHOUT.sub(" ", comment)))
