import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// An offer or guide in a list: what it is, in two lines, and the facts a visitor chooses by.
Touchable {
    id: row

    required property var entry
    property bool brief: false

    text: entry.title
    language: entry.textLanguage
    Accessible.description: [entry.hours, entry.distance || entry.district, free.text, wheelchair.text, entry.language]
                            .filter(part => part).join(", ")
    padding: Theme.gap

    contentItem: RowLayout {
        spacing: Theme.gap

        Glyph {
            Layout.alignment: Qt.AlignTop
            name: row.entry.icon
            color: Theme.strong
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny

            Heading {
                Layout.fillWidth: true
                level: 3
                text: row.entry.title
                language: row.entry.textLanguage
                Accessible.ignored: true
            }
            Words {
                Layout.fillWidth: true
                visible: !row.brief && text !== ""
                text: row.entry.summary
                language: row.entry.textLanguage
                font.pixelSize: Theme.small
                color: Theme.quiet
                excerpt: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                Tag {
                    glyph: "clock"
                    text: row.entry.hours
                    ink: row.entry.state === "open" ? Theme.open : Theme.quiet
                }
                Tag {
                    glyph: "place"
                    text: row.entry.distance || row.entry.district
                }
                Tag {
                    id: free

                    glyph: "free"
                    text: row.entry.free && !row.brief ? qsTr("Free of charge") : ""
                }
                Tag {
                    id: wheelchair

                    glyph: "wheelchair"
                    text: row.entry.wheelchair && !row.brief ? qsTr("Wheelchair accessible") : ""
                }
                Tag {
                    glyph: "language"
                    text: row.entry.language
                }
            }
        }
        Glyph {
            name: "forward"
            color: Theme.quiet
            rotation: row.mirrored ? 180 : 0
        }
    }
}
