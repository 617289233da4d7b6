pragma ComponentBehavior: Bound

import QtQuick

// What every screen is for the frame: where it needs more height than there is, the frame moves it with Up and Down.
Item {
    id: root

    property int longHeight: 0
    property bool fromBelow: false // the keys are at the bottom: begin there
    // What the page has to say now: where the page is longer than the glass, it is moved to where this is read.
    property Item saying: null
    // Where hands reach only the lower part of the glass, a page that keeps its controls there itself has all of the
    // height for its words. No control of it may then begin above `reachTop` pixels.
    property bool keepsLow: false
    property int reachTop: 0
}
