// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Annotate.h"
#include "annotations/AnnotationsModel.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)

namespace Holdfast {

class SideButton;
class UndoLine;

/// The annotations of the recording in the player: a list, and a line to write in while it plays on. What is typed is
/// kept within half a second. Enter ends the writing, Escape too; one without a text goes again.
class AnnotationsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnnotationsPanel(Annotate &annotate, QWidget *parent = nullptr);

    void show(const std::optional<LocalRecording> &recording);
    void finishWriting(); ///< keeps what was typed and deletes what was deleted, now
    /// A new one, to be typed at once; of one side of the call, or of all.
    void write(std::chrono::milliseconds start, std::optional<std::chrono::milliseconds> end, CallSide side);
    void setSide(CallSide side);                ///< of the one that is written; nothing where none is
    void setAgentChannel(AgentChannel channel); ///< of the recording, as it is told by now
    const QList<LocalAnnotation> &annotations() const { return m_model.annotations(); }

Q_SIGNALS:
    void playRequested(std::chrono::milliseconds start);
    void changed(); ///< what annotations() gives
    void writingEnded();
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void edit(QUuid localId);
    void editCurrent();
    void removeCurrent();
    void letGo(QUuid localId);
    void finishGoing();
    void bringBack();
    void keepTyped();
    void endWriting();
    void showLine();
    void showSide();
    bool hasSides() const;
    void said(const Done &done);
    QUuid current() const;

    Annotate &m_annotate;
    AnnotationsModel m_model;
    std::optional<LocalRecording> m_recording;
    QUuid m_writing;  ///< the one whose text is in the line
    QString m_before; ///< its text when the writing began
    QTimer m_typed;
    QUuid m_going; ///< deleted, unless it is undone in time
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_time = nullptr;
    QLineEdit *m_line = nullptr;
    SideButton *m_side = nullptr;
    UndoLine *m_undo = nullptr;
};

} // namespace Holdfast
