pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Rectangle {
    id: root

    required property OutOfOrderViewModel viewModel

    color: Theme.page

    Column {
        anchors.centerIn: parent
        width: root.width - 2 * Theme.mm(20)
        spacing: Theme.mm(Theme.step(8, 4, 6))

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "support_agent"
            color: Theme.warning
            size: Theme.mm(Theme.step(40, 24, 34))
        }

        KText {
            width: parent.width
            role: "question"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Máy đang tạm nghỉ")
            color: Theme.warning
        }

        KText {
            width: parent.width
            role: "lead"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Mời ông/bà gặp cán bộ trong sảnh. Máy tự mở lại trong một phút.")
        }

        KText {
            width: parent.width
            role: "body"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Phiếu ông/bà đã gửi vẫn còn.")
            color: Theme.ink2
        }

        KText {
            objectName: "place"
            width: parent.width
            visible: root.viewModel.place.length > 0
            role: "h1"
            horizontalAlignment: Text.AlignHCenter
            text: root.viewModel.place
        }

        KText {
            width: parent.width
            visible: root.viewModel.openingHours.length > 0
            role: "body"
            horizontalAlignment: Text.AlignHCenter
            text: root.viewModel.openingHours
        }

        KText {
            width: parent.width
            visible: root.viewModel.hotline.length > 0
            role: "body"
            strong: true
            horizontalAlignment: Text.AlignHCenter
            text: root.viewModel.hotline
        }

        KText {
            width: parent.width
            role: "body"
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
            text: "This kiosk is resting. Please ask the staff."
        }
    }
}
