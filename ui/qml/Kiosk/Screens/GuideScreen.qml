pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// A guide to read: its text, and the guides below it.
Page {
    id: screen

    required property Visit visit
    required property GuideView view
    required property Feedback feedback
    readonly property var facts: view.facts

    measure: Math.round(170 * Theme.unit * Math.min(1.3, Theme.textScale))
    spacing: Theme.gap

    Gone {
        width: parent.width
        visible: screen.facts.id === undefined
        visit: screen.visit
    }
    Heading {
        width: parent.width
        text: screen.facts.title ?? ""
        language: screen.facts.language ?? ""
        size: Theme.title * 1.15
    }
    Notice {
        width: parent.width
        glyph: "language"
        text: screen.facts.note ?? ""
    }
    SectionView {
        width: parent.width
        blocks: screen.facts.blocks ?? []
        language: screen.facts.language ?? ""
        spacing: Theme.gap
    }
    TileGrid {
        width: parent.width
        least: 120
        visible: (screen.facts.children ?? []).length > 0

        Repeater {
            model: screen.facts.children

            EntryRow {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                entry: modelData
                onClicked: screen.visit.open("guide", modelData.id)
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
    }
}
