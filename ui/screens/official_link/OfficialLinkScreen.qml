pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property OfficialLinkViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property bool shown: root.viewModel.address.length > 0

    leastWords: !Theme.moving ? 0 : root.shown ? words.y + words.height : none.y + none.height

    PageTitle {
        id: heading

        width: root.tall || !root.shown ? root.inner : root.inner - code.width - Theme.gap8
        role: Theme.large || !root.tall ? "h1" : "disp"
        title: qsTr("Đọc thêm trên Cổng Dịch vụ công")
        line: Theme.large ? "" : root.viewModel.line
    }

    QrPanel {
        id: code

        objectName: "code"
        visible: root.shown
        x: root.tall ? Math.round((root.inner - width) / 2) : root.inner - width
        y: root.tall ? heading.height + Theme.gap8 : 0
        payload: root.viewModel.address
        moduleSize: Theme.moving ? Theme.mm(1.5) : Math.max(Theme.mm(0.8), Math.min(Theme.mm(2.4), Math.floor((root.wordsHeight - (root.tall ? Theme.mm(Theme.large ? 150 : 120) : 0) - Theme.mm(6)) / 50)))
        spokenName: qsTr("Mã QR dẫn tới trang chính thức của việc này")
    }

    Column {
        id: words

        visible: root.shown
        y: root.tall ? code.y + code.height + Theme.gap8 : heading.height + Theme.gap6
        width: heading.width
        spacing: Theme.gap4

        KText {
            width: words.width
            role: "lead"
            strong: true
            text: qsTr("Quét mã bằng điện thoại để mở trang này.")
        }

        KText {
            objectName: "address"
            width: words.width
            wrapMode: Text.WrapAnywhere
            role: "body"
            text: root.viewModel.address
        }

        KText {
            width: words.width
            visible: !Theme.large || root.tall
            role: "cap"
            color: Theme.ink2
            text: qsTr("Trang có hồ sơ đầy đủ và nơi nộp trên mạng. Máy này không mở trang mạng.")
        }
    }

    Banner {
        id: none

        y: heading.height + Theme.gap6
        width: root.inner
        visible: root.viewModel.missing
        kind: "info"
        title: qsTr("Máy không có địa chỉ của trang này")
        line: qsTr("Mời ông/bà hỏi cán bộ.")
    }

    actions: [
        KButton {
            objectName: "finish"
            width: root.inner
            height: Theme.buttonPrimary
            variant: "primary"
            iconName: "check"
            text: qsTr("Đã quét xong")
            onClicked: root.viewModel.finish()
        }
    ]
}
