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
        spacing: Theme.gap8

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "support_agent"
            color: Theme.warning
            size: Theme.mm(40)
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
            text: qsTr("Mời ông/bà gặp cán bộ trong sảnh. Điều đã giữ vẫn còn.")
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
