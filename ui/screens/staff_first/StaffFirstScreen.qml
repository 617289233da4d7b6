pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

// The name by the keyboard, then the PIN by the pad.
Surface {
    id: root

    required property StaffFirstViewModel viewModel

    longHeight: (page.item as Surface)?.longHeight ?? 0
    fromBelow: root.viewModel.naming

    Loader {
        id: page

        anchors.fill: parent
        sourceComponent: root.viewModel.naming ? write : pad
    }

    Component {
        id: write

        WritePage {
            title: root.viewModel.nameTitle
            help: root.viewModel.nameHelp
            value: root.viewModel.name
            fault: root.viewModel.nameFault
            submitText: qsTr("Tiếp")
            onLetter: text => root.viewModel.letter(text)
            onMark: text => root.viewModel.mark(text)
            onTone: name => root.viewModel.tone(name)
            onSpace: root.viewModel.space()
            onBackspace: root.viewModel.backName()
            onClear: root.viewModel.clearName()
            onSubmit: root.viewModel.nameDone()
        }
    }

    Component {
        id: pad

        PadPage {
            page: root.viewModel
        }
    }
}
