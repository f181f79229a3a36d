import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A link as a visitor can use it here: a number to dial, or a code to take along on the phone.
Rectangle {
    id: card

    required property string url
    required property string text
    property string language: ""
    // Without a frame it stands in a card with others
    property bool framed: true
    property string glyph: url.startsWith("tel:") ? "phone" : url.startsWith("mailto:") ? "mail"
                         : url.startsWith("geo:") ? "place" : "web"
    readonly property bool coded: !url.startsWith("tel:")
    readonly property string address: url.replace(/^(mailto:|tel:|https?:\/\/)/, "").replace(/\/$/, "")

    implicitHeight: content.implicitHeight + 2 * content.anchors.margins
    radius: Theme.radius
    color: Theme.surface
    border.width: framed ? Theme.hair : 0
    border.color: Theme.line

    GridLayout {
        id: content

        // The code stands beside the words where there is room for both
        readonly property bool roomy: card.width > 75 * Theme.unit * Theme.textScale

        columns: 3
        anchors.fill: parent
        anchors.margins: card.framed ? Theme.gap : 0
        columnSpacing: Theme.gap
        rowSpacing: Theme.near

        Glyph {
            Layout.row: 0
            Layout.column: 0
            Layout.alignment: Qt.AlignTop
            name: card.glyph
            color: Theme.strong
            size: card.framed ? Theme.icon : Theme.lead
        }
        ColumnLayout {
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.tiny

            Words {
                Layout.fillWidth: true
                text: card.text
                language: card.language
                font.bold: true
                lineHeight: Theme.headingLineHeight
            }
            Words {
                Layout.fillWidth: true
                visible: text !== card.text && !card.url.startsWith("geo:")
                text: card.address
                font.pixelSize: Theme.small
                color: Theme.quiet
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.WrapAnywhere
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Words {
                Layout.fillWidth: true
                visible: card.coded
                text: qsTr("Point your phone's camera at the code to take this along.")
                font.pixelSize: Theme.small
                color: Theme.quiet
            }
        }
        Rectangle {
            Layout.row: content.roomy ? 0 : 1
            Layout.column: content.roomy ? 2 : 1
            visible: card.coded
            implicitWidth: Theme.target * 1.9
            implicitHeight: implicitWidth
            color: Theme.paper
            radius: Theme.tiny

            Image {
                anchors.fill: parent
                anchors.margins: Theme.tiny
                source: card.coded ? "image://qr/" + encodeURIComponent(card.url) : ""
                smooth: false
                fillMode: Image.PreserveAspectFit
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code: %1").arg(card.text)
            }
        }
    }
}
