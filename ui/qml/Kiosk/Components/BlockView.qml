pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// One block of a text.
Item {
    id: view

    required property var block
    property string language: ""
    readonly property bool bulleted: block.kind === "item" || block.kind === "step"

    implicitHeight: (loader.item as Item)?.implicitHeight ?? 0
    height: implicitHeight

    Loader {
        id: loader

        width: parent.width
        sourceComponent: view.block.kind === "heading" ? heading
                       : view.block.kind === "link" ? link
                       : view.block.kind === "image" ? picture
                       : view.bulleted ? point : paragraph
    }

    Component {
        id: heading

        Heading {
            width: view.width
            topPadding: Theme.near
            level: Math.max(2, view.block.level)
            text: view.block.text
            language: view.language
        }
    }
    Component {
        id: paragraph

        Words {
            width: view.width
            text: view.block.text
            language: view.language
        }
    }
    Component {
        id: picture

        Words {
            width: view.width
            text: qsTr("Picture: %1").arg(view.block.text)
            language: view.language
            kind: "image"
            says: () => view.block.text
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }
    Component {
        id: point

        RowLayout {
            width: view.width
            spacing: Theme.near

            Rectangle {
                Layout.alignment: Qt.AlignTop
                Layout.leftMargin: Math.max(0, view.block.level - 1) * Theme.apart
                Layout.topMargin: view.block.kind === "step" ? 0 : Theme.body * 0.55
                implicitWidth: view.block.kind === "step" ? Theme.body * 1.7 : Theme.body * 0.35
                implicitHeight: implicitWidth
                radius: width / 2
                color: Theme.strong

                Text {
                    anchors.centerIn: parent
                    visible: view.block.kind === "step"
                    text: view.block.number
                    color: Theme.inkOnStrong
                    font.family: Theme.family
                    font.pixelSize: Theme.small
                    font.bold: true
                    Accessible.ignored: true
                }
            }
            Words {
                Layout.fillWidth: true
                text: view.block.text
                language: view.language
                kind: view.block.kind
                number: view.block.number
                Accessible.name: view.block.kind === "step" ? view.block.number + ". " + text : text
            }
        }
    }
    Component {
        id: link

        LinkCard {
            width: view.width
            url: view.block.url
            text: view.block.text
            language: view.language
        }
    }
}
