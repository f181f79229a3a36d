"""Opening hours: open, closed, by appointment or unknown, and never a guess."""

from content.hours.answer import State, state_at
from content.hours.freetext import read_hours
from content.hours.timeline import Kind
from content.hours.week import Day, week

__all__ = ["Day", "Kind", "State", "read_hours", "state_at", "week"]
