pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property StillHereViewModel viewModel

    leastWords: words.height

    Art {
        id: drum

        readonly property int extent: Math.min(Theme.mm(154), words.y - Theme.gap8, root.inner)

        visible: Theme.art && extent > Theme.mm(60)
        name: "drum"
        color: Theme.drumOnPage
        drawnWidth: extent
        drawnHeight: extent
        x: Math.round((root.inner - width) / 2)
        y: Theme.gap8
    }

    Icon {
        visible: drum.visible
        name: "front_hand"
        color: Theme.dark ? Theme.primary : Theme.identity
        size: Theme.mm(50)
        x: Math.round((root.inner - width) / 2)
        y: drum.y + Math.round((drum.height - height) / 2)
    }

    Column {
        id: words

        width: root.inner
        y: Theme.largest ? 0 : Math.max(0, root.wordsHeight - height - Theme.mm(Theme.step(28, 4, 16)))
        spacing: Theme.gap6

        KText {
            width: words.width
            role: "question"
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Ông/bà còn ở đây không?")
        }

        KText {
            width: words.width
            role: "lead"
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ink2
            text: qsTr("Cứ từ từ, máy giữ giúp ông/bà.")
        }

        KText {
            width: words.width
            role: "lead"
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ink2
            text: qsTr("Lâu không chạm, máy xoá hết để giữ kín thông tin.")
        }
    }

    actions: [
        Column {
            width: root.inner
            spacing: Theme.gap6

            KButton {
                objectName: "stay"
                width: root.inner
                height: Theme.buttonStillHere
                variant: "primary"
                textRole: Theme.portrait ? "disp" : "h1"
                iconSize: Theme.mm(24)
                iconName: "touch_app"
                focus: true
                text: qsTr("Tôi vẫn ở đây")
                onClicked: root.viewModel.stay()
            }

            KButton {
                objectName: "finish"
                width: root.inner
                height: Theme.buttonPrimary
                iconName: "logout"
                text: qsTr("Xong, xoá hết")
                onClicked: root.viewModel.finish()
            }
        }
    ]
}
