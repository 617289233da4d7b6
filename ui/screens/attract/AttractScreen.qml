pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Item {
    id: root

    required property AttractViewModel viewModel
    readonly property bool side: !Theme.portrait
    readonly property bool telling: root.viewModel.notice.length > 0
    readonly property int split: root.side ? Math.round(root.width * 0.46) : Math.round(root.height * 0.617)

    Rectangle {
        id: lacquer

        width: root.side ? root.split : root.width
        height: root.side ? root.height : root.split
        color: Theme.identity
        clip: true

        Art {
            readonly property int extent: Math.round(Math.max(lacquer.width, lacquer.height * 0.9) * 1.1)

            visible: Theme.art
            name: "drum"
            color: Theme.drumOnIdentityStrong
            drawnWidth: extent
            drawnHeight: extent
            x: Math.round((lacquer.width - width) / 2)
            y: Math.round(lacquer.height * 0.16)
        }

        Art {
            visible: Theme.art
            name: "pavilion"
            drawnHeight: Math.round(lacquer.height * 0.79)
            drawnWidth: Math.min(lacquer.width, Math.round(drawnHeight * 0.8))
            x: Math.round((lacquer.width - width) / 2)
            y: lacquer.height - height
        }

        Roundel {
            id: emblem

            size: Theme.mm(Theme.step(24, 15, 22))
            x: Theme.mm(12)
            y: Theme.mm(Theme.step(12.6, 6, 10))
        }

        Column {
            x: emblem.x + emblem.width + Theme.gap6
            y: Math.max(Theme.gap4, emblem.y + Math.round((emblem.height - height) / 2))
            width: lacquer.width - x - Theme.margin

            KText {
                width: parent.width
                role: "h1"
                text: root.viewModel.ward
                color: Theme.identityText
            }

            KText {
                width: parent.width
                role: "body"
                text: root.viewModel.badge.length > 0 ? root.viewModel.badge + " · " + root.viewModel.point : root.viewModel.point
                color: Theme.identityText2
            }
        }

        Rectangle {
            x: root.side ? lacquer.width - width : 0
            y: root.side ? 0 : lacquer.height - height
            width: root.side ? Theme.leafRule : lacquer.width
            height: root.side ? lacquer.height : Theme.leafRule
            color: Theme.leaf
        }
    }

    Item {
        id: panel

        x: root.side ? root.split + Theme.margin : Theme.mm(14.9)
        y: root.side ? 0 : root.split
        width: root.width - x - (root.side ? Theme.margin : Theme.mm(14.9))
        height: root.height - y

        KText {
            id: purpose

            y: Theme.mm(Theme.step(11, 14, 30))
            width: panel.width
            role: "disp"
            horizontalAlignment: Text.AlignHCenter
            text: root.viewModel.takesDossiers ? qsTr("Xem giấy tờ cần mang, đăng ký trước tại đây") : qsTr("Xem giấy tờ cần mang tại đây")
        }

        KButton {
            id: begin

            objectName: "start"
            y: purpose.y + purpose.height + Theme.gap8
            width: panel.width
            height: Theme.mm(Theme.step(53.5, 36, 50))
            variant: "primary"
            textRole: Theme.portrait ? "disp" : "h1"
            iconSize: Theme.mm(Theme.step(22, 16, 22))
            iconName: "touch_app"
            text: qsTr("Chạm để bắt đầu")
            line: root.width > 0 ? "Touch to start · English available" : ""
            onClicked: root.viewModel.start()
        }

        Column {
            id: facts

            y: begin.y + begin.height + Theme.gap10
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap6

            Row {
                visible: root.viewModel.printerReady && !root.telling
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gap4

                Icon {
                    name: "print"
                    color: Theme.success
                    anchors.verticalCenter: parent.verticalCenter
                }

                KText {
                    role: "body"
                    strong: true
                    text: qsTr("Có giấy in")
                    color: Theme.success
                    anchors.verticalCenter: parent.verticalCenter
                }
            }

            Row {
                visible: root.viewModel.openingHours.length > 0 && !root.telling
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gap4

                Icon {
                    id: clockSign

                    name: "schedule"
                    color: Theme.ink2
                    anchors.verticalCenter: parent.verticalCenter
                }

                KText {
                    width: Math.min(implicitWidth + 1, panel.width - clockSign.width - Theme.gap4)
                    role: "body"
                    text: root.viewModel.openingHours
                    color: Theme.ink2
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }

    // A slide with news stands where the facts are: nothing else moves.
    Item {
        id: news

        objectName: "news"
        visible: root.telling
        x: panel.x
        y: panel.y + facts.y
        width: panel.width
        height: words.height

        Icon {
            id: newsSign

            name: "campaign"
            color: Theme.ink2
            size: Theme.iconButton
        }

        Column {
            id: words

            x: newsSign.width + Theme.gap4
            width: news.width - x

            KText {
                width: words.width
                role: "body"
                strong: true
                text: root.viewModel.notice
            }

            KText {
                width: words.width
                visible: text.length > 0
                role: "cap"
                color: Theme.ink2
                text: root.viewModel.noticeDates
            }
        }
    }

    // The whole screen is the target: the big button only shows where.
    WholeScreen {
        anchors.fill: parent
        spokenName: begin.text
        onClicked: root.viewModel.start()
    }
}
