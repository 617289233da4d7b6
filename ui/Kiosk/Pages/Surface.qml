pragma ComponentBehavior: Bound

import QtQuick

// What every screen is for the frame: where it needs more height than there is, the frame moves it with Up and Down.
Item {
    id: root

    property int longHeight: 0
    property bool fromBelow: false // the keys are at the bottom: begin there
}
