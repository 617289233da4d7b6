pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// A few sentences by our own keyboard. Where the field is too small for all of them, it shows the end.
Surface {
    id: root

    property string title: ""
    property string help: ""
    property string value: ""
    property string fault: ""
    property string submitText: ""
    property bool numbersFirst: false
    property bool plain: false
    property var suggestions: null
    readonly property bool tall: Theme.portrait
    readonly property bool faulty: root.fault.length > 0
    readonly property int inner: root.width - 2 * Theme.margin
    // Ten keys of 20 mm with their gaps.
    readonly property int keysX: root.tall ? 0 : root.width - Theme.mm(232)
    readonly property int leftWidth: root.tall ? root.inner : root.keysX - Theme.margin - Theme.gap2
    // Words to go on with need height: large letters beside the keys and pages that are moved have none to give.
    readonly property bool offering: root.suggestions !== null && !Theme.moving && !Theme.handsLow && !(Theme.large && !root.tall)
    readonly property int offersHeight: root.offering ? offers.keptHeight + Theme.gap4 : 0
    readonly property int lowest: (root.tall ? keys.y : root.height) - root.offersHeight
    readonly property int roomBelow: root.lowest - field.y - Theme.gap4 - (fault.visible ? fault.height + Theme.gap4 : 0)
    // A wide letter of Noto Sans takes about 0.62 of its size.
    readonly property int lettersALine: Math.max(4, Math.floor((root.leftWidth - Theme.mm(15)) / (Theme.body * 0.62)))
    readonly property int linesShown: Math.max(1, Math.floor((field.height - Theme.gap4) / (Theme.body * 1.5)))
    readonly property int most: root.lettersALine * root.linesShown

    signal letter(string text)
    signal mark(string text)
    signal tone(string name)
    signal space
    signal backspace
    signal clear
    signal submit
    signal take(string words)

    function end(words: string): string {
        return words.length <= root.most ? words : "…" + words.slice(words.length - root.most + 1);
    }

    // The lowest glass shows one line above the keys in the largest letters: the one that is being written.
    readonly property int leastField: Theme.mm(Theme.largest && Theme.panel === "landscape" ? 34 : 60)

    longHeight: root.tall ? field.y + root.leastField + (fault.visible ? fault.height + Theme.gap4 : 0) + Theme.gap4 + keys.height : 0
    fromBelow: true
    saying: fault.visible ? fault : null

    KText {
        id: question

        objectName: "question"
        x: Theme.margin
        y: Theme.mm(Theme.step(7, 3, 5))
        width: root.leftWidth
        role: root.tall ? "disp" : "h1"
        text: root.title
    }

    KText {
        id: help

        visible: !(Theme.large && (root.faulty || !root.tall)) && root.help.length > 0
        x: Theme.margin
        y: question.y + question.height + Theme.gap2
        width: root.leftWidth
        role: root.tall ? "lead" : "body"
        color: Theme.ink2
        text: root.help
    }

    InputBox {
        id: field

        objectName: "input"
        x: Theme.margin
        y: (help.visible ? help.y + help.height : question.y + question.height + Theme.gap2) + Theme.mm(Theme.step(6, 3, 5))
        width: root.leftWidth
        height: Math.max(Theme.mm(20), Math.min(root.roomBelow, Theme.mm(Theme.step(110, 90, 110))))
        role: "body"
        fromTop: true
        text: root.end(root.value)
        label: root.title
        personal: true
        faulty: root.faulty
    }

    Banner {
        id: fault

        objectName: "fault"
        x: Theme.margin
        y: field.y + field.height + Theme.gap4
        width: root.leftWidth
        visible: root.faulty
        kind: "warning"
        title: root.fault
    }

    SuggestedWords {
        id: offers

        visible: root.offering && offers.offers
        x: Theme.margin
        y: (root.tall ? keys.y : root.height) - offers.height - Theme.gap4
        width: root.leftWidth
        model: root.offering ? root.suggestions : null
        onTake: words => root.take(words)
    }

    Keyboard {
        id: keys

        objectName: "keyboard"
        x: root.keysX
        y: root.height - height
        width: root.width - x
        submitText: root.submitText
        numbersShown: root.numbersFirst
        plain: root.plain
        onLetter: text => root.letter(text)
        onMark: text => root.mark(text)
        onTone: name => root.tone(name)
        onSpace: root.space()
        onBackspace: root.backspace()
        onClear: root.clear()
        onSubmit: root.submit()
    }
}
