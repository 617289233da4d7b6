pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.ViewModels

WritePage {
    id: root

    required property TechMachineValueViewModel viewModel

    title: root.viewModel.title
    help: root.viewModel.help
    value: root.viewModel.value
    fault: root.viewModel.fault
    submitText: root.viewModel.submitText
    numbersFirst: root.viewModel.digitsFirst
    plain: root.viewModel.plain
    onLetter: text => root.viewModel.letter(text)
    onMark: text => root.viewModel.mark(text)
    onTone: name => root.viewModel.tone(name)
    onSpace: root.viewModel.space()
    onBackspace: root.viewModel.backspace()
    onClear: root.viewModel.clear()
    onSubmit: root.viewModel.next()
}
