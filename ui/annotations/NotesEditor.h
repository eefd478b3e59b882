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
    void finishWriting();                              ///< keeps what was typed, now
    bool asks() const { return m_isAsking; }           ///< a person has to choose between two texts
    bool needsPerson() const { return m_needsPerson; } ///< also where they can't be sent as they are

Q_SIGNALS:
    void problem(const QString &sentence);
    void stateChanged(); ///< what asks() and needsPerson() give

private:
    void reload();
    void keepTyped();
    void decide(const QString &text);
    void build();
    void buildChoices();
    void showState(const Annotate::Written &notes);

    Annotate &m_annotate;
    std::optional<LocalRecording> m_recording;
    QString m_over; ///< what the typing began over
    QTimer m_typed;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_question = nullptr;
    QWidget *m_choices = nullptr;
    QWidget *m_theirPart = nullptr;
    QLabel *m_mine = nullptr; ///< above the text, where there are two
    QPlainTextEdit *m_theirs = nullptr;
    bool m_isAsking = false;
    bool m_needsPerson = false;
};

} // namespace Holdfast
