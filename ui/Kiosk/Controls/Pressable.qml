pragma ComponentBehavior: Bound

import QtQuick

// What every control shares: acts when the finger is lifted, lets it slide off, ignores a double strike,
// answers Enter, Space and the keypad's arrows, and is in the accessible tree.
Item {
    id: root

    property string spokenName: ""
    property string spokenDescription: ""
    property bool blocked: false
    property int strikeMs: Theme.doubleStrikeMs
    property int ringRadius: Theme.radius
    property bool showsRing: true
    property int accessibleRole: Accessible.Button
    property bool checkable: false
    property bool checked: false
    property bool keyDown: false
    readonly property bool down: root.keyDown || (tap.pressed && root.contains(tap.point.position))

    signal clicked

    function strike() {
        if (root.blocked || !root.enabled || guard.running) {
            return;
        }
        guard.restart();
        root.clicked();
    }

    function focusOther(forward: bool) {
        const other = root.nextItemInFocusChain(forward);
        if (other) {
            other.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }
    }

    function keyPressed(event: var) {
        if (event.isAutoRepeat) {
            event.accepted = true;
            return;
        }
        root.keyDown = true;
    }

    function keyReleased(event: var) {
        if (event.isAutoRepeat || !root.keyDown) {
            return;
        }
        root.keyDown = false;
        root.strike();
    }

    activeFocusOnTab: true
    onActiveFocusChanged: root.keyDown = root.keyDown && root.activeFocus

    Keys.onReturnPressed: event => root.keyPressed(event)
    Keys.onEnterPressed: event => root.keyPressed(event)
    Keys.onSpacePressed: event => root.keyPressed(event)
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) {
            event.accepted = true;
            root.keyReleased(event);
        }
    }
    Keys.onUpPressed: root.focusOther(false)
    Keys.onLeftPressed: root.focusOther(false)
    Keys.onDownPressed: root.focusOther(true)
    Keys.onRightPressed: root.focusOther(true)

    Accessible.role: root.accessibleRole
    Accessible.name: root.spokenName
    Accessible.description: root.spokenDescription
    Accessible.focusable: true
    Accessible.pressed: root.down
    Accessible.checkable: root.checkable
    Accessible.checked: root.checked
    Accessible.onPressAction: root.strike()
    Accessible.onToggleAction: root.strike()

    Timer {
        id: guard

        interval: root.strikeMs
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.strike()
    }

    FocusRing {
        visible: root.activeFocus && root.showsRing
        innerRadius: root.ringRadius
        z: 1
    }
}
