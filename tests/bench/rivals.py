"""What people would use instead, at its simplest: a page in a browser, an empty window, SQLite's own index."""

import html
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from content.record import Offer

LANGUAGE = "de"
# A browser as a kiosk that is left alone: no first-run pages, nothing fetched. It refuses to run as root in its
# sandbox, which costs it nothing to go without.
_FLAGS = ("--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--window-position=0,0", "--window-size=1280,800")

_PAGE = """<!doctype html>
<html lang="de"><meta charset="utf-8"><meta name="google" content="notranslate"><title>Angebote</title>
<style>
body {{ font: 24px "Noto Sans", sans-serif; margin: 24px; background: #f7f2e9 }}
input {{ font: inherit; width: 100%; padding: 12px; box-sizing: border-box }}
li {{ list-style: none; background: white; border-radius: 12px; padding: 16px; margin: 12px 0 }}
ul {{ padding: 0 }} h2 {{ font-size: 26px; margin: 0 }} p {{ margin: 4px 0 0; color: #434e54 }}
</style>
<input placeholder="Suche"><ul>{items}</ul>
<script>
const items = [...document.querySelectorAll("li")], texts = items.map(item => item.textContent.toLowerCase());
const field = document.querySelector("input");
field.oninput = () => {{
    const words = field.value.toLowerCase().split(" ");
    items.forEach((item, at) => item.hidden = !words.every(word => texts[at].includes(word)));
}};
const typed = decodeURIComponent(location.hash.slice(1));
[...typed].forEach((_, at) => setTimeout(() => {{
    field.value = typed.slice(0, at + 1);
    field.oninput();
}}, 300 + 50 * at));
</script></html>
"""

EMPTY_WINDOW = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
application = QGuiApplication([])
engine = QQmlApplicationEngine()
engine.loadData(b'''
import QtQuick
Window { visible: true; width: Screen.width; height: Screen.height; color: "white" }
''')
sys.exit(application.exec())
"""

# SQLite's full-text index, with one of short beginnings of words as while typing.
RAW_INDEX = """CREATE VIRTUAL TABLE raw USING fts5(
    title, body, language UNINDEXED, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2')"""

# The words of our rows on cards of the same height, with none of our components, icons and view models.
PLAIN_LIST = b"""
import QtQuick

Window {
    id: window
    required property var texts
    required property real rowHeight
    required property real gap
    visible: true
    color: "linen"

    ListView {
        anchors.fill: parent
        spacing: window.gap
        model: window.texts
        reuseItems: true
        delegate: Rectangle {
            id: row
            required property var modelData
            width: ListView.view.width
            height: window.rowHeight
            radius: 14
            border.color: "tan"
            Column {
                padding: 16
                spacing: 6
                Text { width: row.width; text: row.modelData[0]; font { pixelSize: 23; bold: true } }
                Text { width: row.width; text: row.modelData[1]; font.pixelSize: 19 }
                Row {
                    spacing: 16
                    Repeater {
                        model: row.modelData[2]
                        Text { required property string modelData; text: modelData; font.pixelSize: 19 }
                    }
                }
            }
        }
    }
}
"""


def static_page(offers: Sequence[Offer], file: Path) -> None:
    """Write a page that lists all offers in one language, with a field that filters them while typing."""
    texts = [offer.texts[LANGUAGE] for offer in offers]
    items = (f"<li><h2>{html.escape(text.title)}</h2><p>{html.escape(text.summary)}</p></li>" for text in texts)
    file.write_text(_PAGE.format(items="\n".join(items)), encoding="utf-8")


def chromium(page: str, profile: Path) -> list[str] | None:
    """The command that shows a page, or None where there is no Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return [found, *_FLAGS, f"--user-data-dir={profile}", page] if found else None


def empty_window() -> list[str]:
    """The command that shows an empty QML window through Qt's software renderer, as the kiosk does."""
    return [sys.executable, "-c", EMPTY_WINDOW]
