pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Sizes are kept in millimetres and become pixels here. Main.qml writes these inputs; all else follows.
QtObject {
    id: root

    property real pxPerMm: 4.034
    // The glass as it stands, and the layout the screens use: the largest letters stand in one tall column everywhere.
    property string panel: "portrait"
    property string shape: "portrait"
    property string textMode: "standard"
    property string contrast: "light"
    property bool reducedMotion: false
    // How letters are typed: qwerty, abc or telex.
    property string keys: "qwerty"
    property bool lowReach: false
    // Hands reach the lower part of the glass only, by choice or by how high the machine hangs.
    property bool handsLow: false
    // Little of the glass can be reached: pages are then as long as they need and are moved, as with the largest letters.
    property bool shortReach: false

    readonly property bool portrait: root.shape === "portrait"
    readonly property bool landscape: root.shape === "landscape"
    readonly property bool wide: root.shape === "wide"
    readonly property bool large: root.textMode === "large"
    readonly property bool largest: root.textMode === "largest"
    readonly property bool moving: root.largest || root.shortReach
    readonly property bool dark: root.contrast === "dark"
    readonly property bool lowglare: root.contrast === "lowglare"
    readonly property bool art: !root.dark && !root.largest

    // Grounds
    readonly property color page: root.tone("#FAF6EE", "#000000", "#FBF3E2")
    readonly property color paper: root.tone("#FFFFFF", "#000000", "#FFFAF0")
    readonly property color sunk: root.tone("#F1EADC", "#000000", "#F1E6CC")
    readonly property color sky: root.tone("#E3EDF8", "#333300", "#EFE6D2")

    // Ink
    readonly property color ink: root.tone("#101828", "#FFFFFF", "#2B2417")
    readonly property color ink2: root.tone("#2F3947", "#FFFFFF", "#3A3223")
    readonly property color primary: root.tone("#07376B", "#FFE24A", "#1E3A5F")
    readonly property color primaryDown: root.tone("#04244A", "#FFF3B0", "#10233D")
    readonly property color link: root.tone("#07376B", "#7FD6FF", "#1E3A5F")
    readonly property color line: root.tone("#566277", "#C9C9C9", "#75664A")
    readonly property color hair: root.tone("#DCD2BF", "#8A8A8A", "#D9CBAE")

    // Filled button
    readonly property color actionFace: root.primary
    readonly property color actionRim: root.tone("#04244A", "#FFE24A", "#10233D")
    readonly property color actionText: root.tone("#FFFFFF", "#000000", "#FFFAF0")

    // Identity: the lacquer header; staff and technicians have ink
    readonly property color identity: root.tone("#7A1014", "#000000", "#6B1015")
    readonly property color identityDeep: root.tone("#5F0B0F", "#000000", "#540B0F")
    readonly property color identityText: "#FFFFFF"
    readonly property color identityText2: root.tone("#FFE3A0", "#FFE24A", "#FFE3A0")
    readonly property color staffHeader: root.tone("#101828", "#000000", "#2B2417")
    readonly property color leaf: root.tone("#E6B450", "#FFE24A", "#C9983A")
    readonly property color drumOnIdentity: root.tone("#8C1F22", "#000000", "#7A1D20")
    readonly property color drumOnIdentityStrong: root.tone("#9A3530", "#000000", "#87312C")
    readonly property color drumOnPage: root.tone("#EDE6D6", "#000000", "#F0E5CC")

    // States, never without icon and word
    readonly property color success: root.tone("#064624", "#7CF29A", "#0B4024")
    readonly property color successGround: root.tone("#E2F2E7", "#000000", "#E9EFDA")
    readonly property color warning: root.tone("#5E2F00", "#FFC15E", "#562B00")
    readonly property color warningGround: root.tone("#FFF1D6", "#000000", "#FBEBC8")
    readonly property color error: root.tone("#7D0A16", "#FF9E9E", "#6F0A15")
    readonly property color errorGround: root.tone("#FDECEE", "#000000", "#F8E6DC")
    readonly property color priority: root.tone("#49248C", "#D9C2FF", "#41227C")
    readonly property color priorityGround: root.tone("#EEE8F8", "#000000", "#EFE6EC")
    readonly property color infoGround: root.tone("#E3EDF8", "#000000", "#EFE6D2")
    readonly property color help: root.tone("#FFE08A", "#FFE24A", "#F6DA8C")
    readonly property color helpText: root.tone("#101828", "#000000", "#2B2417")
    readonly property color focusInner: root.tone("#FFD400", "#000000", "#FFD400")
    readonly property color focusOuter: root.tone("#101828", "#7FD6FF", "#2B2417")

    // Type
    readonly property string family: "Noto Sans"
    readonly property int cap: root.typePx(root.step(4.8, 4.8, 4.8), root.step(8.6, 7.3, 8.6), 12.2)
    readonly property int body: root.typePx(root.step(5.6, 5.6, 5.6), root.step(8.6, 7.3, 8.6), 12.2)
    readonly property int lead: root.typePx(root.step(6.4, 5.6, 6.4), root.step(8.6, 7.3, 8.6), 12.2)
    readonly property int row: root.typePx(root.step(6.73, 5.6, 5.6), root.step(8.6, 7.3, 8.6), 12.2)
    readonly property int btn: root.typePx(root.step(7.3, 5.6, 5.6), root.step(10, 8.6, 8.6), 14)
    readonly property int h1: root.typePx(root.step(8.6, 6.4, 8.6), root.step(12.2, 10, 12.2), 16)
    readonly property int disp: root.typePx(root.step(10.6, 7, 8.6), root.step(12.2, 10, 12.2), 16)
    readonly property int question: root.typePx(root.step(12, 8.6, 12), root.step(14, 10, 14), 16)
    readonly property int input: root.typePx(root.step(8.6, 7.3, 8.6), root.step(10.6, 8.6, 10.6), 14)
    readonly property int inputDate: root.typePx(root.step(14.9, 10, 12), root.step(14.9, 10, 14.9), 16)
    readonly property int receipt: root.typePx(root.step(19.8, 14, 19.8), root.step(19.8, 14, 19.8), 20)
    readonly property int weightPlain: 400
    readonly property int weightMedium: 500
    readonly property int weightStrong: 600
    readonly property int weightTitle: 700

    // Space: 2 4 6 8 10 12 16 mm
    readonly property int gap2: root.mm(2)
    readonly property int gap4: root.mm(4)
    readonly property int gap6: root.mm(6)
    readonly property int gap8: root.mm(8)
    readonly property int gap10: root.mm(10)
    readonly property int gap12: root.mm(12)
    readonly property int gap16: root.mm(16)
    readonly property int margin: root.mm(root.largest ? 7 : root.step(9.92, 6.07, 8.92))
    readonly property int gap: root.mm(root.step(4.96, 3.03, 4.96))
    readonly property int rowGap: root.mm(root.step(4, 3.03, 4))
    readonly property int keyGap: root.mm(2.5)

    // Shape
    readonly property int radius: root.mm(3)
    readonly property int radiusCard: root.mm(4)
    readonly property int radiusKey: root.mm(2.5)
    readonly property int outline: root.mm(0.75)
    readonly property int cardOutline: root.mm(0.5)
    readonly property int edge: root.mm(root.landscape ? 1.5 : 2)
    readonly property int keyEdge: root.mm(1)
    readonly property int pressShift: root.mm(1.25)
    readonly property int ring: root.mm(1.5)
    readonly property int leafRule: root.mm(1.5)

    // Heights and targets
    readonly property real zoom: root.largest ? 1.77 : root.large ? 1.25 : 1
    readonly property int target: root.mm(20)
    readonly property int header: root.mm(root.largest ? (root.panel === "landscape" ? 0 : 24.5) : root.step(29.75, 16.18, 29.75))
    readonly property int bar: root.mm(root.barMm())
    readonly property int buttonRow: root.mm(root.step(22.8, 20.5, 22.8) * root.tall())
    readonly property int button: root.mm(root.step(30.74, 21.24, 30.74) * root.tall())
    readonly property int buttonPrimary: root.mm(root.step(33.71, 21.24, 30.74) * root.tall())
    readonly property int answer: root.mm(root.step(43.63, 25, 32) * root.tall())
    readonly property int buttonIconAbove: root.mm(root.step(43.63, 32, 36) * root.tall())
    readonly property int buttonStillHere: root.mm(root.step(64.45, 32, 50))
    readonly property int tileHeight: root.mm(root.largest ? 60.98 : root.step(51.07, 50.06, 64.95))
    readonly property int plateTile: root.mm(root.largest ? (root.panel === "landscape" ? 32 : 46.1) : root.step(27.02, 19.72, 23.8))
    readonly property int rowHeight: root.mm(root.step(39.17, 25, 32) * root.tall())
    readonly property int searchField: root.mm(root.largest && root.panel !== "portrait" ? 32 : root.step(27.76, 20.73, 26.77) * root.tall())
    readonly property int pagerHeight: root.mm(root.step(23.8, 20.5, 23.8) * root.tall())

    // Icons
    readonly property int iconInline: root.mm(root.step(11.9, 10.9, 11.9) * root.zoom)
    readonly property int iconButton: root.mm(root.step(12.89, 11.13, 12.89) * root.zoom)
    readonly property int iconTile: root.mm(root.step(17.5, 12.64, 14.5) * root.zoom)
    readonly property int iconRow: root.mm(root.step(11.9, 10.9, 11.9) * root.zoom)

    // Time
    readonly property int doubleStrikeMs: 500
    readonly property int keyStrikeMs: 120
    readonly property int busyAfterMs: 300
    readonly property int moveMs: root.reducedMotion ? 0 : 150
    property real emblemHoldS: 5

    readonly property var pigments: ({
            "rose": ["#7A1014", "#FBE6DF"],
            "plum": ["#6B1240", "#F6E3EC"],
            "sky": ["#07376B", "#E3EDF8"],
            "jade": ["#064624", "#E1F0E6"],
            "amber": ["#5E2F00", "#F7ECCF"],
            "teal": ["#0A4548", "#DDF0F0"],
            "violet": ["#49248C", "#EEE8F8"],
            "stone": ["#2F3947", "#ECE8E0"]
        })

    function mm(value: real): int {
        return Math.round(value * root.pxPerMm);
    }

    function toMm(px: real): real {
        return px / root.pxPerMm;
    }

    function step(portraitMm: real, landscapeMm: real, wideMm: real): real {
        return root.portrait ? portraitMm : root.landscape ? landscapeMm : wideMm;
    }

    // 0.714 is the height of Noto Sans capitals in em.
    function typePx(standardMm: real, largeMm: real, largestMm: real): int {
        const capitalMm = root.largest ? largestMm : root.large ? largeMm : standardMm;
        return Math.round(capitalMm * root.pxPerMm / 0.714);
    }

    function tone(light: color, dark: color, lowglare: color): color {
        return root.dark ? dark : root.lowglare ? lowglare : light;
    }

    function tall(): real {
        return root.largest ? 1.4 : root.large ? 1.15 : 1;
    }

    function barMm(): real {
        if (root.largest) {
            return root.panel === "portrait" ? 104.1 : root.panel === "landscape" ? 27 : 60;
        }
        return root.large ? root.step(68, 46, 44) : root.step(36.69, 22.25, 31.73);
    }

    function pigmentInk(name: string): color {
        return root.dark ? root.primary : (root.pigments[name] ?? root.pigments["sky"])[0];
    }

    function pigmentPlate(name: string): color {
        return root.dark ? root.paper : (root.pigments[name] ?? root.pigments["sky"])[1];
    }

    function fontPx(role: string): int {
        switch (role) {
        case "cap":
            return root.cap;
        case "lead":
            return root.lead;
        case "row":
            return root.row;
        case "btn":
            return root.btn;
        case "h1":
            return root.h1;
        case "disp":
            return root.disp;
        case "question":
            return root.question;
        case "input":
            return root.input;
        case "inputDate":
            return root.inputDate;
        case "receipt":
            return root.receipt;
        default:
            return root.body;
        }
    }

    function fontWeight(role: string, strong: bool): int {
        switch (role) {
        case "h1":
        case "disp":
        case "question":
        case "inputDate":
        case "receipt":
            return root.weightTitle;
        case "row":
        case "btn":
        case "input":
            return root.weightStrong;
        default:
            return strong ? root.weightStrong : root.weightPlain;
        }
    }

    function lineFactor(role: string): real {
        switch (role) {
        case "cap":
        case "body":
        case "lead":
            return 1.08;
        case "receipt":
            return 0.95;
        default:
            return 1;
        }
    }
}
