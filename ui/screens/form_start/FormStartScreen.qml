pragma ComponentBehavior: Bound

import QtQml.Models
import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property FormStartViewModel viewModel

    leastWords: Theme.moving ? points.y + points.wholeHeight : 0

    PageTitle {
        id: heading

        width: root.inner
        title: root.viewModel.title
        line: qsTr("Khai trước %1 câu, rồi đưa phiếu cho cán bộ.").arg(root.viewModel.questionCount)
        iconName: "edit_note"
    }

    PagedList {
        id: points

        objectName: "points"
        y: heading.height + Theme.mm(Theme.step(10, 4, 8))
        width: root.inner
        whole: Theme.moving
        height: points.whole ? points.wholeHeight : root.wordsHeight - y
        spacing: Theme.mm(Theme.step(6, 3, 5))
        model: ObjectModel {
            Banner {
                width: points.listWidth
                kind: "info"
                title: qsTr("Đây là phiếu khai trước")
                line: qsTr("Phiếu này chưa phải giấy tiếp nhận hồ sơ.")
            }

            Banner {
                width: points.listWidth
                kind: "success"
                title: qsTr("Máy khoá kín điều ông/bà khai")
                line: qsTr("Chỉ cán bộ ở cổng thành phố mở được.")
            }

            Banner {
                width: points.listWidth
                kind: "info"
                title: qsTr("Gọi điện, gửi bưu điện: máy hỏi riêng")
                line: qsTr("Không chọn thì không mất gì.")
            }

            Banner {
                width: points.listWidth
                kind: "info"
                title: qsTr("Ông/bà đổi ý thì chạm Kết thúc")
                line: qsTr("Chưa gửi thì máy không giữ gì cả.")
            }

            // The list decides which rows of a page are visible; what is left out has a row of no height.
            Item {
                width: points.listWidth
                height: root.viewModel.printerTrouble.length > 0 ? trouble.implicitHeight : 0

                Banner {
                    id: trouble

                    width: points.listWidth
                    visible: root.viewModel.printerTrouble.length > 0
                    kind: "warning"
                    title: root.viewModel.printerTrouble
                    line: qsTr("Số phiếu khai vẫn hiện trên màn hình.")
                }
            }

            Item {
                width: points.listWidth
                height: root.viewModel.demo ? trial.implicitHeight : 0

                Banner {
                    id: trial

                    width: points.listWidth
                    visible: root.viewModel.demo
                    kind: "warning"
                    title: qsTr("Máy đang chạy thử")
                    line: qsTr("Đừng khai tên và số thật.")
                }
            }
        }
    }

    actions: [
        Grid {
            columns: Theme.largest ? 1 : 2
            spacing: Theme.gap

            KButton {
                objectName: "refuse"
                width: Theme.largest ? root.inner : (root.inner - Theme.gap) * 0.4
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                text: qsTr("Không khai")
                onClicked: root.viewModel.refuse()
            }

            KButton {
                objectName: "begin"
                width: Theme.largest ? root.inner : (root.inner - Theme.gap) * 0.6
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                variant: "primary"
                iconName: "arrow_forward"
                trailingIcon: true
                enabled: root.viewModel.open
                text: qsTr("Đồng ý, bắt đầu")
                onClicked: root.viewModel.begin()
            }
        }
    ]
}
