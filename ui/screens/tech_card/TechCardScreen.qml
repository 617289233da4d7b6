pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// A card of the usual size is held against the frame, which is made to fit.
Page {
    id: root

    required property TechCardViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int step: Math.floor((root.inner - (root.tall ? 1 : 3) * Theme.gap) / (root.tall ? 2 : 4))

    PageTitle {
        id: heading

        width: root.tall ? root.inner : root.inner - card.width - Theme.gap
        role: root.tall ? "disp" : "h1"
        title: root.viewModel.title
        line: root.viewModel.line
    }

    KText {
        id: figure

        y: heading.height + Theme.gap4
        width: heading.width
        role: "lead"
        strong: true
        text: root.viewModel.figure
    }

    Banner {
        objectName: "fault"
        visible: root.viewModel.fault.length > 0
        y: figure.y + figure.height + Theme.gap4
        width: heading.width
        kind: "error"
        title: root.viewModel.fault
    }

    Rectangle {
        id: card

        objectName: "card"
        x: root.tall ? Math.round((root.inner - width) / 2) : root.inner - width
        y: root.tall ? figure.y + figure.height + Theme.mm(30) : 0
        width: root.viewModel.widthPx
        height: root.viewModel.heightPx
        radius: Theme.mm(3)
        color: Theme.infoGround
        border.width: Theme.outline
        border.color: Theme.primary
        Accessible.role: Accessible.Graphic
        Accessible.name: root.viewModel.figure
    }

    actions: [
        Grid {
            id: buttons

            columns: root.tall ? 2 : 4
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap4

            KButton {
                objectName: "shrink10"
                width: root.step
                height: Theme.button
                text: qsTr("Nhỏ hơn nhiều")
                textRole: "body"
                onClicked: root.viewModel.grow(-10)
            }

            KButton {
                objectName: "grow10"
                width: root.step
                height: Theme.button
                text: qsTr("To hơn nhiều")
                textRole: "body"
                onClicked: root.viewModel.grow(10)
            }

            KButton {
                objectName: "shrink1"
                width: root.step
                height: Theme.button
                text: qsTr("Nhỏ hơn chút")
                textRole: "body"
                onClicked: root.viewModel.grow(-1)
            }

            KButton {
                objectName: "grow1"
                width: root.step
                height: Theme.button
                text: qsTr("To hơn chút")
                textRole: "body"
                onClicked: root.viewModel.grow(1)
            }
        },
        KButton {
            objectName: "fits"
            y: buttons.height + Theme.gap4
            width: root.inner
            height: Math.max(Theme.button, implicitHeight)
            variant: "primary"
            iconName: "check"
            text: qsTr("Thẻ vừa khít")
            onClicked: root.viewModel.fits()
        }
    ]
}
