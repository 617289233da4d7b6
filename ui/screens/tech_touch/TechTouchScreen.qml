pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

// One cross at a time; where the finger came down is measured.
Page {
    id: root

    required property TechTouchViewModel viewModel
    readonly property int arm: Theme.mm(8)

    KText {
        id: heading

        width: root.inner
        role: Theme.portrait ? "h1" : "lead"
        strong: true
        text: root.viewModel.line
    }

    Item {
        id: field

        objectName: "field"
        y: heading.height + Theme.gap4
        width: root.inner
        height: root.wordsHeight - y

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: point => root.viewModel.touched(point.position.x - cross.x - root.arm, point.position.y - cross.y - root.arm)
        }

        Item {
            id: cross

            objectName: "cross"
            visible: !root.viewModel.isDone
            x: Math.round(field.width * root.viewModel.targetX) - root.arm
            y: Math.round(field.height * root.viewModel.targetY) - root.arm
            width: 2 * root.arm
            height: 2 * root.arm

            Rectangle {
                anchors.centerIn: parent
                width: cross.width
                height: Theme.outline
                color: Theme.primary
            }

            Rectangle {
                anchors.centerIn: parent
                width: Theme.outline
                height: cross.height
                color: Theme.primary
            }
        }
    }

    actions: [
        KButton {
            objectName: "again"
            width: root.inner
            height: Math.max(Theme.button, implicitHeight)
            variant: root.viewModel.isDone ? "primary" : "secondary"
            iconName: root.viewModel.isDone ? "check" : "refresh"
            text: root.viewModel.buttonText
            onClicked: root.viewModel.again()
        }
    ]
}
