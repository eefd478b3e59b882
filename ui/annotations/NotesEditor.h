// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Annotate.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// The notes of the recording in the player, kept as they are typed. Where somebody else has changed them meanwhile,
/// both texts are shown, and nothing is sent before the person has decided.
class NotesEditor : public QWidget
{
    Q_OBJECT
public:
    explicit NotesEditor(Annotate &annotate, QWidget *parent = nullptr);

    void show(const std::optional<LocalRecording> &recording);
    void finishWriting(); ///< keeps what was typed, now

Q_SIGNALS:
    void problem(const QString &sentence);

private:
    void reload();
    void keepTyped();
    void decide(const QString &text);
    void showState(const Annotate::Written &notes);

    Annotate &m_annotate;
    std::optional<LocalRecording> m_recording;
    QString m_over; ///< what the typing began over
    QTimer m_typed;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_state = nullptr;
    QWidget *m_conflict = nullptr;
    QPlainTextEdit *m_theirs = nullptr;
};

} // namespace Holdfast
