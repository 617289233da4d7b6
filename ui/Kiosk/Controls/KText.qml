pragma ComponentBehavior: Bound

import QtQuick

// Words on the screen: plain text, wrapped, never cut. `role` is a type role of Theme.
Text {
    id: root

    property string role: "body"
    property bool strong: false
    property bool tight: false
    property bool spoken: true
    property bool personal: false // said to headphones only

    color: Theme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    elide: Text.ElideNone
    lineHeightMode: Text.ProportionalHeight
    lineHeight: root.tight ? 0.95 : Theme.lineFactor(root.role)
    font.family: Theme.family
    font.pixelSize: Theme.fontPx(root.role)
    font.weight: Theme.fontWeight(root.role, root.strong)
    font.kerning: true
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: !root.spoken || root.text.length === 0
}
