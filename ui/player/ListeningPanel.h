// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Annotate.h"
#include "player/PlayerBar.h"

#include <QPointer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)

namespace Holdfast {

class RemarksView;

/// The foot of the window: the player, and beside it what was written on the recording that is in it.
class ListeningPanel : public QWidget
{
    Q_OBJECT
public:
    ListeningPanel(Player &player, PlayRecording &play, Annotate &annotate, QWidget *parent = nullptr);

    ~ListeningPanel() override;

    PlayerBar &bar() { return *m_bar; }
    void finishWriting(); ///< keeps what was typed, while whoever hears of it is still there
    /// Where it stands now, or the stretch that is selected; it plays on meanwhile.
    void writeAnnotation();
    void writeNotes();
    /// Where something was written that needs a person, without a sound.
    void openWritten(const LocalRecording &recording, const QString &leadName, RecordingField field);
    void setAnnotationSide(CallSide side); ///< of the one that is being written

Q_SIGNALS:
    void problem(const QString &sentence);

private:
    void showMarks();
    void giveRoom();

    PlayerBar *m_bar = nullptr;
    RemarksView *m_remarks = nullptr;
    QHBoxLayout *m_row = nullptr;
    QPointer<QWidget> m_focusBefore; ///< where the writing of an annotation goes back to
};

} // namespace Holdfast
