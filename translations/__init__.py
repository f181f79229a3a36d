"""The interface's words in every language: one gettext catalogue a language, for Python and QML alike.

The sources speak English; `python -m translations update` brings the catalogues up to them, `compile` makes them
readable to the program. A header of each says whether somebody at home in the language has read it.
"""

DOMAIN = "kiosk"
