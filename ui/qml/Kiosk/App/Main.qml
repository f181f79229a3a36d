pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Components
import Kiosk.Screens
import Kiosk.ViewModels

// The window: the screen of the visit's route, and what is always there.
Window {
    id: window

    required property Visit visit
    required property Idle idle
    required property Exploring exploring
    required property Home home
    required property TopicView topic
    required property Results results
    required property Wish wish
    required property OfferView offer
    required property GuideView guide
    required property Feedback feedback
    required property Emergency emergency
    required property About about
    required property Aloud aloud
    required property Keeper keeper
    required property Lock lock
    required property Stick stick
    required property real dotsPerMillimetre
    required property real distance
    required property string iconFamily

    readonly property bool wide: width > height
    readonly property Item page: loader.item as Item
    readonly property var screens: ({
        start: startScreen, home: homeScreen, topic: topicScreen, results: resultsScreen, offer: offerScreen,
        guide: guideScreen, feedback: feedbackScreen, emergency: emergencyScreen, about: aboutScreen,
        keeper: keeperScreen, languages: languagesScreen
    })

    title: "Anlaufstelle"
    color: Theme.ground

    Binding {
        target: Theme
        property: "textScale"
        value: window.visit.textScale
    }
    Binding {
        target: Theme
        property: "name"
        value: window.visit.theme
    }
    Binding {
        target: Theme
        property: "dotsPerMillimetre"
        value: window.dotsPerMillimetre
    }
    Binding {
        target: Theme
        property: "distance"
        value: window.distance
    }
    Binding {
        target: Theme
        property: "iconFamily"
        value: window.iconFamily
    }

    Item {
        id: room

        anchors.fill: parent
        LayoutMirroring.enabled: window.visit.mirrored
        LayoutMirroring.childrenInherit: true

        Rail {
            id: rail

            visit: window.visit
            aloud: window.aloud
            page: window.page
            beside: window.wide
            width: window.wide ? implicitWidth : parent.width
            height: window.wide ? parent.height : implicitHeight
            anchors.left: parent.left
            anchors.bottom: parent.bottom
        }

        Loader {
            id: bar

            anchors.left: page.left
            anchors.right: parent.right
            active: window.visit.exploring
            height: active ? item.implicitHeight : 0 // qmllint disable missing-property
            sourceComponent: ExploringBar {
                exploring: window.exploring
                visit: window.visit
                aloud: window.aloud
            }
        }

        FocusScope {
            id: page

            anchors.left: window.wide ? rail.right : parent.left
            anchors.right: parent.right
            anchors.top: bar.bottom
            anchors.bottom: aloudBar.top
            focus: true

            Loader {
                id: loader

                // Where each screen behind the present one was scrolled to
                property var positions: []
                property int depth: 0

                anchors.fill: parent
                focus: true
                Component.onCompleted: show()

                function show(): void {
                    positions[depth] = (item as Page)?.position() ?? (item as ResultsScreen)?.position() ?? 0;
                    const returning = window.visit.depth < depth;
                    depth = window.visit.depth;
                    sourceComponent = undefined;
                    sourceComponent = window.screens[window.visit.screen];
                    if (returning) {
                        (item as Page)?.restore(positions[depth]);
                        (item as ResultsScreen)?.restore(positions[depth]);
                    }
                }

                Connections {
                    target: window.visit

                    function onRouteChanged(): void {
                        loader.show();
                    }
                }
            }
            TouchedText {
                anchors.fill: parent
                aloud: window.aloud
            }
        }

        Loader {
            id: aloudBar

            anchors.left: page.left
            anchors.right: parent.right
            anchors.bottom: stickNotice.top
            active: window.aloud.active
            height: active ? item.implicitHeight : 0 // qmllint disable missing-property
            sourceComponent: AloudBar {
                aloud: window.aloud
            }
        }
        StickNotice {
            id: stickNotice

            anchors.left: page.left
            anchors.right: parent.right
            anchors.bottom: keyboard.top
            stick: window.stick
        }

        Keyboard {
            id: keyboard

            anchors.left: page.left
            anchors.right: parent.right
            anchors.bottom: window.wide ? parent.bottom : rail.top
            locale: window.visit.language
            steady: window.visit.steady
        }

        IdleWarning {
            anchors.fill: parent
            idle: window.idle
            visit: window.visit
            aloud: window.aloud
        }

        ExploringFrame {
            area: window.exploring.area
        }
    }

    CornerHold {
        anchors.top: parent.top
        anchors.right: parent.right
        exploring: window.exploring
        visit: window.visit
    }

    Connections {
        target: News

        function onTold(text: string): void {
            window.exploring.tell(text);
        }
    }

    Component {
        id: startScreen

        StartScreen {
            visit: window.visit
            place: window.home.place
        }
    }
    Component {
        id: homeScreen

        HomeScreen {
            visit: window.visit
            home: window.home
        }
    }
    Component {
        id: topicScreen

        TopicScreen {
            visit: window.visit
            view: window.topic
        }
    }
    Component {
        id: resultsScreen

        ResultsScreen {
            visit: window.visit
            results: window.results
            wish: window.wish
        }
    }
    Component {
        id: offerScreen

        OfferScreen {
            visit: window.visit
            view: window.offer
            feedback: window.feedback
        }
    }
    Component {
        id: guideScreen

        GuideScreen {
            visit: window.visit
            view: window.guide
            feedback: window.feedback
        }
    }
    Component {
        id: feedbackScreen

        FeedbackScreen {
            visit: window.visit
            feedback: window.feedback
        }
    }
    Component {
        id: emergencyScreen

        EmergencyScreen {
            visit: window.visit
            emergency: window.emergency
        }
    }
    Component {
        id: aboutScreen

        AboutScreen {
            visit: window.visit
            about: window.about
        }
    }
    Component {
        id: keeperScreen

        KeeperScreen {
            visit: window.visit
            keeper: window.keeper
            lock: window.lock
        }
    }
    Component {
        id: languagesScreen

        LanguagesScreen {
            visit: window.visit
        }
    }
}
