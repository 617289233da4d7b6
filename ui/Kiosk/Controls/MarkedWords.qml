pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Items

// Words with the parts marked that a search matched. What draws them is lent while the words are to be seen.
Item {
    id: root

    property string text: ""
    // "start length start length …" in letters
    property string marks: ""
    property string family: Theme.family
    property int pixelSize: Theme.body
    property real lineFactor: 1
    property color color: Theme.ink
    property MarkedText words: null
    readonly property bool lent: root.words !== null
    readonly property int lineCount: root.words?.lineCount ?? 0
    // One value, so that words and marks that change together are laid out once.
    readonly property list<string> said: [root.text, root.marks]

    function say() {
        root.words?.say(root.text, root.marks);
    }

    function look() {
        root.words?.look(root.family, root.pixelSize, root.lineFactor, root.color);
    }

    function borrow() {
        if (root.visible && !root.lent) {
            root.words = MarkedTexts.lend(root) as MarkedText;
            root.words.width = root.width;
            root.look();
            root.say();
        }
    }

    implicitHeight: root.words?.implicitHeight ?? 0
    Accessible.ignored: true
    onSaidChanged: root.say()
    onFamilyChanged: root.look()
    onPixelSizeChanged: root.look()
    onLineFactorChanged: root.look()
    onColorChanged: root.look()
    onVisibleChanged: root.borrow()
    Component.onCompleted: root.borrow()
    Component.onDestruction: {
        if (root.lent) {
            MarkedTexts.takeBack(root.words);
        }
    }

    Binding {
        target: root.words
        when: root.lent
        property: "width"
        value: root.width
    }

    Binding {
        target: root.words
        when: root.lent
        property: "height"
        value: root.height
    }
}
