pragma ComponentBehavior: Bound

import QtQuick

// A row of keys. `keys` holds { kind, text, sub, icon, name, value, units }; units share the width, gaps aside.
Item {
    id: root

    property var keys: []
    property real unitWidth: 95
    property int keyHeight: Theme.mm(20.8)
    property string prefix: "key"
    readonly property int inset: Math.round((root.width - root.spanOf(root.keys)) / 2)

    signal key(string kind, string value)

    function spanOf(keys: var): real {
        return keys.reduce((sum, key) => sum + root.widthOf(key), 0) + Theme.keyGap * (keys.length - 1);
    }

    function widthOf(key: var): real {
        return root.unitWidth * (key.units ?? 1) + Theme.keyGap * ((key.units ?? 1) - 1);
    }

    function leftOf(index: int): real {
        return root.keys.slice(0, index).reduce((sum, key) => sum + root.widthOf(key) + Theme.keyGap, root.inset);
    }

    implicitHeight: root.keyHeight

    Repeater {
        model: root.keys

        KeyCap {
            id: cap

            required property var modelData
            required property int index

            objectName: root.prefix + "-" + (cap.modelData.value ?? cap.modelData.kind)
            x: Math.round(root.leftOf(cap.index))
            width: Math.round(root.leftOf(cap.index) + root.widthOf(cap.modelData)) - cap.x
            height: root.height
            kind: cap.modelData.face ?? "letter"
            text: cap.modelData.text ?? ""
            sub: cap.modelData.sub ?? ""
            iconName: cap.modelData.icon ?? ""
            textRole: cap.modelData.role ?? "btn"
            spokenName: cap.modelData.name ?? cap.text
            onClicked: root.key(cap.modelData.kind, cap.modelData.value ?? "")
        }
    }
}
