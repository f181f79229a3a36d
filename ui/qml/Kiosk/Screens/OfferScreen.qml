pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// An offer: first what, when and where, then all the rest.
Page {
    id: screen

    required property Visit visit
    required property OfferView view
    required property Feedback feedback
    readonly property var facts: view.facts
    // That of its texts, and that of its names and addresses
    readonly property string language: facts.language ?? ""
    readonly property string original: facts.original ?? ""
    readonly property bool roomy: width > 190 * Theme.unit && Theme.textScale < 2

    // Whom to turn to stands below the shorter column, so that the number is seen at once
    readonly property bool contactsBelowText: roomy && told.implicitHeight < whenAndWhere.implicitHeight

    measure: Math.round((roomy ? 250 : 180) * Theme.unit)
    spacing: Theme.gap

    Gone {
        width: parent.width
        visible: screen.facts.id === undefined
        visit: screen.visit
    }
    Column {
        width: parent.width
        spacing: Theme.tiny

        Heading {
            width: parent.width
            text: screen.facts.title ?? ""
            language: screen.language
        }
        Words {
            width: parent.width
            visible: text !== "" && text !== screen.facts.title
            text: screen.facts.provider ?? ""
            language: screen.original
            color: Theme.quiet
            horizontalAlignment: Text.AlignLeft
        }
    }
    Notice {
        width: parent.width
        glyph: "notice"
        text: screen.facts.alert ?? ""
        language: screen.original
    }
    Notice {
        width: parent.width
        glyph: "language"
        text: screen.facts.note ?? ""
    }
    GridLayout {
        width: parent.width
        columns: screen.roomy ? 2 : 1
        columnSpacing: Theme.apart
        rowSpacing: Theme.gap

        ColumnLayout {
            id: what

            Layout.fillWidth: true
            Layout.preferredWidth: 3
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            ColumnLayout {
                id: told

                Layout.fillWidth: true
                spacing: Theme.gap

                Words {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: screen.facts.summary ?? ""
                    language: screen.language
                    font.pixelSize: Theme.lead
                }
                Repeater {
                    model: screen.facts.sections

                    SectionView {
                        required property var modelData

                        Layout.fillWidth: true
                        title: modelData.title
                        blocks: modelData.blocks
                        language: screen.language
                    }
                }
                FactLine {
                    Layout.fillWidth: true
                    glyph: "people"
                    label: qsTr("For")
                    text: screen.facts.audiences ?? ""
                    language: screen.original
                }
                FactLine {
                    Layout.fillWidth: true
                    glyph: "free"
                    label: qsTr("Cost")
                    text: screen.facts.cost ?? ""
                }
                FactLine {
                    Layout.fillWidth: true
                    glyph: "speech"
                    label: qsTr("Languages spoken")
                    text: screen.facts.languages ?? ""
                }
            }
        }
        ColumnLayout {
            id: aside

            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            ColumnLayout {
                id: whenAndWhere

                Layout.fillWidth: true
                spacing: Theme.gap

                HoursCard {
                    Layout.fillWidth: true
                    hours: screen.facts.hours ?? ({})
                    language: screen.original
                }
                EventsCard {
                    Layout.fillWidth: true
                    events: screen.facts.events ?? []
                }
                Repeater {
                    model: screen.facts.places

                    PlaceCard {
                        required property var modelData

                        Layout.fillWidth: true
                        place: modelData
                        language: screen.original
                    }
                }
            }
            ColumnLayout {
                parent: screen.contactsBelowText ? what : aside
                Layout.fillWidth: true
                spacing: Theme.gap

                Repeater {
                    model: screen.facts.contacts

                    ContactCard {
                        required property var modelData

                        Layout.fillWidth: true
                        contact: modelData
                        language: screen.original
                    }
                }
            }
        }
    }
    FeedbackCard {
        width: parent.width
        visit: screen.visit
        feedback: screen.feedback
        record: screen.facts.id ?? ""
    }
    SourceLine {
        width: parent.width
        asOf: screen.facts.asOf ?? ""
        source: screen.facts.source ?? ""
        reachable: screen.facts.places?.length > 0 && (screen.facts.contacts ?? []).some(contact => contact.phones.length > 0)
    }
}
