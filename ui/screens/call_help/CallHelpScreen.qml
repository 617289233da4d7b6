pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property CallHelpViewModel viewModel

    PageTitle {
        id: heading

        width: root.inner
        title: qsTr("Cần người giúp?")
        line: root.viewModel.lead
        iconName: "support_agent"
        pigment: "amber"
    }

    Column {
        id: people

        y: heading.height + Theme.gap8
        width: root.inner
        spacing: Theme.gap4

        Repeater {
            model: root.viewModel.lines
            delegate: FactCard {
                id: person

                required title
                required property string line
                required property string icon
                required property string note

                width: people.width
                iconName: person.icon
                
                KText {
                    width: parent ? parent.width : 0
                    role: "lead"
                    strong: true
                    text: person.line
                    visible: text.length > 0
                }

                KText {
                    width: parent ? parent.width : 0
                    role: "cap"
                    color: Theme.ink2
                    text: person.note
                    visible: text.length > 0 && Theme.portrait
                }
            }
        }
    }

    actions: [
        KButton {
            objectName: "goOn"
            width: root.inner
            variant: "primary"
            iconName: "arrow_back"
            text: qsTr("Làm tiếp")
            onClicked: root.viewModel.goOn()
        }
    ]
}
