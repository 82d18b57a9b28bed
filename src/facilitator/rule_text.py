"""The Chatham House Rule word for word, as it is read aloud and printed, with its source."""

from __future__ import annotations

RULE_CLAUSE = (
    "participants are free to use the information received, but neither the identity nor the"
    " affiliation of the speaker(s), nor that of any other participant, may be revealed."
)
"""What the Rule allows and forbids, for a sentence that already says where it holds."""

RULE_TEXT = f"When a meeting, or part thereof, is held under the Chatham House Rule, {RULE_CLAUSE}"
"""The whole Rule, in the wording of 2002."""

RULE_SOURCE = (
    "Chatham House, the Royal Institute of International Affairs (wording of 2002),"
    " chathamhouse.org/about-us/chatham-house-rule"
)
"""Where the wording comes from."""
