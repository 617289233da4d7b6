pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.ViewModels

Page {
    id: root

    required property ProcedureViewModel viewModel
    readonly property bool tall: Theme.portrait
    readonly property int actionHeight: Theme.large ? Theme.mm(Theme.step(39, 40, 42)) : Theme.button
    readonly property int half: (root.inner - Theme.gap) / 2
    // With questions three buttons stand in a row, else two. Only a standing screen has the height for their
    // pictures above the words.
    readonly property bool asks: root.viewModel.hasQuestions
    readonly property bool pictured: root.asks && root.tall
    readonly property int secondaryHeight: root.asks ? (root.pictured ? Theme.buttonIconAbove : root.actionHeight) : root.tall ? Theme.buttonPrimary : root.actionHeight
    readonly property int secondaryRoom: root.tall || !root.viewModel.canPreRegister ? root.inner : Math.round(root.inner * (root.asks ? 0.66 : 0.58))
    readonly property int secondaryWidth: (root.secondaryRoom - (root.asks ? 2 : 1) * Theme.gap) / (root.asks ? 3 : 2)
    readonly property bool wordsOnly: root.asks && !root.tall && (Theme.large || root.viewModel.canPreRegister)
    readonly property string secondaryRole: root.asks ? "body" : root.tall ? "lead" : "btn"
    // Where the four cards do not fit beside one another they stand one under another, and are paged.
    readonly property bool loaded: root.viewModel.loaded
    readonly property bool nameInList: heading.implicitHeight > root.wordsHeight * 0.4
    readonly property int factsNeed: Math.max(timeProbe.need, feeProbe.need) + Theme.gap + placeProbe.need
    readonly property bool crowded: root.tall ? root.wordsHeight - root.factsNeed - source.implicitHeight - bring.y < Theme.mm(70) : root.factsNeed > root.wordsHeight - bring.y
    readonly property bool listed: Theme.large || root.nameInList || root.crowded
    readonly property bool carded: root.loaded && !root.listed

    KText {
        id: heading

        objectName: "title"
        width: root.tall ? root.inner : Math.min(Math.ceil(implicitWidth) + 1, Math.round(root.inner * 0.66))
        visible: root.loaded && !root.nameInList
        role: root.viewModel.title.length > (root.tall ? 90 : 50) ? "lead" : root.viewModel.title.length > 60 ? "h1" : "disp"
        text: root.viewModel.title
    }

    KText {
        id: official

        visible: root.loaded && !root.nameInList && !Theme.large
        x: root.tall ? 0 : heading.width + Theme.gap6
        y: root.tall ? heading.height : Math.max(0, Math.round((heading.height - height) / 2))
        width: root.inner - x
        role: "cap"
        color: Theme.ink2
        text: root.tall && root.viewModel.officialLine.length < 180 ? root.viewModel.officialLine : root.viewModel.shortOfficialLine
    }

    Banner {
        width: root.inner
        visible: root.viewModel.missing
        kind: "info"
        title: qsTr("Việc này không còn trong máy")
        line: qsTr("Mời ông/bà tìm lại, hoặc hỏi cán bộ.")
    }

    component FactProbe: Item {
        id: probe

        property string headline: ""
        property string line: ""
        property int room: (facts.cardsWidth - Theme.gap) / 2 - 2 * bring.pad
        readonly property bool besideEachOther: probe.room > root.half && Math.ceil(first.implicitWidth) + Theme.gap6 + Math.ceil(second.implicitWidth) <= probe.room
        readonly property int need: 2 * bring.pad + bring.circle + Theme.gap2 + first.contentHeight + (probe.line.length === 0 || probe.besideEachOther ? 0 : second.contentHeight + Theme.gap2)

        visible: false

        KText {
            id: first

            width: probe.room
            role: "h1"
            text: probe.headline
        }

        KText {
            id: second

            width: probe.room
            role: "cap"
            text: probe.line
        }
    }

    FactProbe {
        id: timeProbe

        headline: root.viewModel.timeHeadline
        line: root.viewModel.timeLine
    }

    FactProbe {
        id: feeProbe

        headline: root.viewModel.feeHeadline
        line: root.viewModel.feeLine
    }

    FactProbe {
        id: placeProbe

        room: facts.cardsWidth - 2 * bring.pad
        headline: root.viewModel.placeHeadline
        line: root.viewModel.placeLine
    }

    CardList {
        objectName: "cards"
        visible: root.loaded && root.listed
        y: root.nameInList ? 0 : heading.height + Theme.gap4
        width: root.inner
        height: root.wordsHeight - y
        model: root.nameInList ? root.viewModel.cardsWithName : root.viewModel.cards
    }

    FactCard {
        id: bring

        objectName: "bring"
        visible: root.carded
        y: root.tall ? official.y + official.height + Theme.gap4 : Math.max(heading.height, official.height) + Theme.gap2
        width: root.tall ? root.inner : Math.round(root.inner * (Theme.landscape ? 0.46 : 0.44))
        height: root.tall ? Math.min(papers.y + papers.usedHeight + Theme.gap6, facts.y - y - Theme.gap) : root.wordsHeight - y
        title: qsTr("Cần mang gì")
        iconName: "folder_open"
    }

    PagedList {
        id: papers

        readonly property int listTop: Math.max(bring.circle + 2 * bring.pad, Theme.target + Theme.gap4 + Theme.gap2)

        objectName: "papers"
        ownPager: false
        visible: root.carded
        parent: bring
        x: bring.pad
        y: papers.listTop - Theme.gap2
        width: bring.width - 2 * bring.pad
        height: (root.tall ? facts.y - bring.y - Theme.gap : bring.height) - y - Theme.gap2
        spacing: Theme.gap4
        model: root.viewModel.papers
        delegate: PaperRow {
            width: papers.width
        }
    }

    Row {
        parent: bring
        visible: papers.paged && root.carded
        x: bring.width - width - Theme.gap4
        y: Theme.gap2
        spacing: Theme.keyGap

        KText {
            visible: root.tall
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: Theme.gap4
            role: "cap"
            color: Theme.ink2
            text: qsTr("%1–%2 trong %3").arg(papers.first + 1).arg(papers.last + 1).arg(papers.count)
        }

        KButton {
            objectName: "papersUp"
            width: Theme.target
            height: Theme.target
            enabled: papers.hasUp
            iconName: "arrow_upward"
            spokenName: qsTr("Lên")
            onClicked: papers.up()
        }

        KButton {
            objectName: "papersDown"
            width: Theme.target
            height: Theme.target
            enabled: papers.moreBelow
            iconName: "arrow_downward"
            spokenName: qsTr("Xuống")
            onClicked: papers.down()
        }
    }

    KText {
        parent: bring
        visible: papers.count === 0 && root.carded
        x: bring.pad
        y: papers.listTop
        width: bring.width - 2 * bring.pad
        role: "body"
        text: qsTr("Máy chưa có danh sách. Mời ông/bà hỏi cán bộ.")
    }

    Item {
        id: facts

        readonly property int cardsWidth: root.tall ? root.inner : root.inner - bring.width - Theme.gap

        visible: root.carded
        x: root.tall ? 0 : bring.width + Theme.gap
        y: root.tall ? root.wordsHeight - height - (source.visible ? source.height + Theme.gap2 : 0) : bring.y
        width: facts.cardsWidth
        height: root.tall ? place.y + place.height : bring.height

        FactCard {
            id: time

            objectName: "time"
            width: (facts.width - Theme.gap) / 2
            height: Math.max(time.implicitHeight, fee.implicitHeight)
            title: qsTr("Mất bao lâu")
            iconName: "schedule"

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: root.viewModel.timeHeadline
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                text: root.viewModel.timeLine
                color: Theme.ink2
                visible: text.length > 0
            }
        }

        FactCard {
            id: fee

            objectName: "fee"
            x: time.width + Theme.gap
            width: time.width
            height: time.height
            title: qsTr("Bao nhiêu tiền")
            iconName: "payments"
            pigment: "jade"

            KText {
                width: parent ? parent.width : 0
                role: "h1"
                text: root.viewModel.feeHeadline
            }

            KText {
                width: parent ? parent.width : 0
                role: "cap"
                text: root.viewModel.feeLine
                color: Theme.ink2
                visible: text.length > 0
            }
        }

        FactCard {
            id: place

            objectName: "place"
            y: time.height + Theme.gap
            width: facts.width
            height: root.tall ? implicitHeight : facts.height - y
            title: qsTr("Nộp ở đâu")
            iconName: "location_on"
            pigment: "rose"

            Item {
                id: where

                readonly property bool sideBySide: Math.ceil(placeName.implicitWidth) + Theme.gap6 + Math.ceil(placeLine.implicitWidth) <= where.width

                width: parent ? parent.width : 0
                height: placeLine.visible ? Math.max(placeName.height, placeLine.y + placeLine.height) : placeName.height

                KText {
                    id: placeName

                    width: where.sideBySide ? Math.ceil(implicitWidth) + 1 : where.width
                    role: "h1"
                    text: root.viewModel.placeHeadline
                }

                KText {
                    id: placeLine

                    x: where.sideBySide ? where.width - width : 0
                    y: where.sideBySide ? Math.round((placeName.height - height) / 2) : placeName.height
                    width: where.sideBySide ? Math.ceil(implicitWidth) + 1 : where.width
                    role: "cap"
                    text: root.viewModel.placeLine
                    color: Theme.ink2
                    visible: text.length > 0
                }
            }
        }
    }

    KText {
        id: source

        visible: root.tall && root.carded
        y: root.wordsHeight - height
        width: root.inner
        role: "cap"
        color: Theme.ink2
        text: root.viewModel.sourceLine
    }

    actionsHeight: root.tall && root.viewModel.canPreRegister ? Theme.buttonPrimary + Theme.rowGap + root.secondaryHeight : root.secondaryHeight
    actions: [
        KButton {
            objectName: "callHelp"
            visible: root.viewModel.missing
            width: root.inner
            height: root.tall ? Theme.buttonPrimary : Theme.button
            variant: "help"
            iconName: "support_agent"
            text: qsTr("Hỏi cán bộ")
            onClicked: root.viewModel.callHelp()
        },
        KButton {
            objectName: "preRegister"
            visible: root.viewModel.canPreRegister
            x: root.tall ? 0 : root.inner - width
            width: root.tall ? root.inner : root.inner - root.secondaryRoom - Theme.gap
            height: root.tall ? Theme.buttonPrimary : root.secondaryHeight
            variant: "primary"
            iconName: "edit_note"
            text: qsTr("Khai trước tại máy này")
            onClicked: root.viewModel.preRegister()
        },
        KButton {
            id: asking

            objectName: "askCase"
            visible: root.loaded && root.asks
            y: printing.y
            width: root.secondaryWidth
            height: root.secondaryHeight
            variant: root.viewModel.canPreRegister ? "secondary" : "primary"
            iconAbove: root.pictured
            iconName: root.wordsOnly ? "" : "fact_check"
            textRole: root.secondaryRole
            text: root.tall ? qsTr("Giấy tờ của riêng tôi") : qsTr("Giấy tờ của tôi")
            onClicked: root.viewModel.askCase()
        },
        KButton {
            id: printing

            objectName: "print"
            visible: root.loaded
            x: root.asks ? asking.width + Theme.gap : 0
            y: root.tall && root.viewModel.canPreRegister ? Theme.buttonPrimary + Theme.rowGap : 0
            width: root.secondaryWidth
            height: root.secondaryHeight
            variant: root.viewModel.canPreRegister || root.asks ? "secondary" : "primary"
            iconAbove: root.pictured
            iconName: root.wordsOnly ? "" : "print"
            textRole: root.secondaryRole
            text: root.tall ? qsTr("In giấy tờ cần mang") : qsTr("In giấy tờ")
            onClicked: root.viewModel.printList()
        },
        KButton {
            objectName: "takeAway"
            visible: root.loaded
            x: printing.x + printing.width + Theme.gap
            y: printing.y
            width: printing.width
            height: printing.height
            iconAbove: root.pictured
            iconName: root.wordsOnly ? "" : "qr_code_2"
            textRole: root.secondaryRole
            text: root.tall ? qsTr("Lưu vào điện thoại") : qsTr("Lưu điện thoại")
            onClicked: root.viewModel.takeAway()
        }
    ]
}
