pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

WritePage {
    id: root

    required property StaffWriteViewModel viewModel

    title: root.viewModel.title
    help: root.viewModel.help
    value: root.viewModel.value
    fault: root.viewModel.fault
    submitText: qsTr("Tiếp")
    suggestions: root.viewModel.suggestions
    onTake: words => root.viewModel.take(words)
    onLetter: text => root.viewModel.letter(text)
    onMark: text => root.viewModel.mark(text)
    onTone: name => root.viewModel.tone(name)
    onSpace: root.viewModel.space()
    onBackspace: root.viewModel.backspace()
    onClear: root.viewModel.clear()
    onSubmit: root.viewModel.next()
}
