"""Keeps None, True and False alive where Python itself does not (before 3.12).

WORKAROUND: PySide 6.12 is built for Python 3.12, in which these live for ever (PEP 683), and returns them without
counting the reference. In Python 3.11 each call of a C++ function without a result takes one reference from None,
each emitted signal one from True, until "Fatal Python error: none_dealloc" ends the program after some hours.
"""

import ctypes
import sys

# More references than a program could lose in all its life, on machines of 64 and of 32 bits
FOR_EVER = sys.maxsize // 4
_IMMORTALS = (None, True, False)


def immortalise() -> None:
    """Give the constants so many references that they never run out. Call before Qt is used."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < FOR_EVER // 2:
        for constant in _IMMORTALS:
            _references(constant).value += FOR_EVER


def _references(constant: object) -> ctypes.c_ssize_t:
    """Where CPython counts the references of an object: its first word."""
    return ctypes.c_ssize_t.from_address(id(constant))
