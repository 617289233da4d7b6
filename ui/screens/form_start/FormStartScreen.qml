pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property FormStartViewModel viewModel

    PageTitle {
        id: heading

        width: root.inner
        title: root.viewModel.title
        line: qsTr("Khai trước %1 câu, rồi đưa phiếu cho cán bộ.").arg(root.viewModel.questionCount)
        iconName: "edit_note"
    }

    Grid {
        id: points

        readonly property int each: Theme.portrait ? width : (width - Theme.gap) / 2

        y: heading.height + Theme.mm(Theme.step(10, 4, 8))
        width: root.inner
        columns: Theme.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.mm(Theme.step(6, 3, 5))

        Banner {
            width: points.each
            kind: "info"
            title: qsTr("Đây là phiếu khai trước")
            line: qsTr("Phiếu này chưa phải giấy tiếp nhận hồ sơ.")
        }

        Banner {
            width: points.each
            kind: "success"
            title: qsTr("Máy khoá kín điều ông/bà khai")
            line: qsTr("Chỉ cán bộ ở cổng thành phố mở được.")
        }

        Banner {
            width: points.each
            kind: "info"
            title: qsTr("Ông/bà đổi ý thì chạm Kết thúc")
            line: qsTr("Chưa gửi thì máy không giữ gì cả.")
        }

        Banner {
            width: points.each
            visible: root.viewModel.demo
            kind: "warning"
            title: qsTr("Máy đang chạy thử")
            line: qsTr("Đừng khai tên và số thật.")
        }
    }

    actions: [
        Row {
            spacing: Theme.gap

            KButton {
                objectName: "refuse"
                width: (root.inner - Theme.gap) * 0.4
                height: Theme.buttonPrimary
                text: qsTr("Không khai")
                onClicked: root.viewModel.refuse()
            }

            KButton {
                objectName: "begin"
                width: (root.inner - Theme.gap) * 0.6
                height: Theme.buttonPrimary
                variant: "primary"
                iconName: "arrow_forward"
                trailingIcon: true
                text: qsTr("Đồng ý, bắt đầu")
                onClicked: root.viewModel.begin()
            }
        }
    ]
}
