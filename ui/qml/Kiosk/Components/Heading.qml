import QtQuick
import Kiosk.Theme

// A heading; level 1 is the title of a screen.
Words {
    property int level: 1

    font.pixelSize: level === 1 ? Theme.title : level === 2 ? Theme.lead : Theme.body
    font.bold: true
    lineHeight: Theme.headingLineHeight
    Accessible.role: Accessible.Heading
}
