pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property OnlineGuideViewModel viewModel
    readonly property bool tall: Theme.portrait
    // The address under the code stays on one line: a word with a break in it cannot be copied.
    readonly property int side: Math.max(code.width, Math.ceil(address.implicitWidth))

    leastWords: Theme.moving ? steps.y + steps.wholeHeight : 0

    PageTitle {
        id: heading

        width: root.tall ? root.inner : root.inner - root.side - Theme.gap8
        title: qsTr("Nộp hồ sơ tại nhà")
        line: qsTr("Trên Cổng Dịch vụ công quốc gia, bằng điện thoại.")
        iconName: Theme.landscape ? "" : "public"
    }

    QrPanel {
        id: code

        objectName: "code"
        x: root.tall ? Math.round((root.inner - width) / 2) : root.inner - Math.round((root.side + width) / 2)
        y: root.tall ? heading.height + Theme.gap8 : 0
        payload: root.viewModel.address
        moduleSize: Theme.mm(Theme.step(3, 2.2, 2.6))
        spokenName: qsTr("Mã QR của Cổng Dịch vụ công quốc gia")
    }

    KText {
        id: address

        x: root.tall ? 0 : root.inner - root.side
        y: code.y + code.height + Theme.gap2
        width: root.tall ? root.inner : root.side
        horizontalAlignment: Text.AlignHCenter
        role: "cap"
        strong: true
        text: "dichvucong.gov.vn"
    }

    PagedList {
        id: steps

        y: root.tall ? address.y + address.height + Theme.gap8 : heading.height + Theme.gap6
        width: heading.width
        whole: Theme.moving
        height: steps.whole ? steps.wholeHeight : root.wordsHeight - y
        spacing: Theme.mm(Theme.step(6, 2.6, 5))
        model: [qsTr("Cài VNeID, xác nhận tài khoản tại công an phường."), qsTr("Mở Cổng, đăng nhập bằng VNeID."), qsTr("Tìm tên việc, chụp giấy tờ, điền tờ khai."), qsTr("Trả phí trên mạng, chờ tin nhắn."), qsTr("Nhận kết quả qua bưu điện hoặc tại sảnh.")]
        delegate: NumberedRow {
            id: step

            required property string modelData
            required property int index

            width: steps.listWidth
            number: step.index + 1
            text: step.modelData
        }
    }

    actions: [
        Grid {
            columns: Theme.largest ? 1 : 2
            spacing: Theme.gap

            KButton {
                objectName: "search"
                width: Theme.largest ? root.inner : (root.inner - Theme.gap) / 2
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: "search"
                text: qsTr("Xem giấy tờ")
                onClicked: root.viewModel.search()
            }

            KButton {
                objectName: "finish"
                width: Theme.largest ? root.inner : (root.inner - Theme.gap) / 2
                variant: "primary"
                height: Math.max(Theme.buttonPrimary, implicitHeight)
                iconName: "check"
                text: qsTr("Tôi đã hiểu")
                onClicked: root.viewModel.finish()
            }
        }
    ]
}
