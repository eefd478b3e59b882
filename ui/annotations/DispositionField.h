// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Annotate.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

class WordBox;

/// What came of the call in the player, chosen or typed, and kept at once; what is being typed is kept too, and
/// counts once it is finished. Where somebody else has chosen something else meanwhile, question() asks which shall
/// stay; else it says there why what was chosen does not go by itself, where that is so. UI thread.
class DispositionField : public QWidget
{
    Q_OBJECT
public:
    explicit DispositionField(Annotate &annotate, QWidget *parent);

    void show(const std::optional<LocalRecording> &recording);
    void finishWriting();                            ///< keeps what was typed, now
    QWidget *question() const { return m_question; } ///< for the page to lay out; hidden while it says nothing
    bool asks() const { return m_isAsking; }         ///< a person has to choose
    bool needsPerson() const;                        ///< question() says something

Q_SIGNALS:
    void problem(const QString &sentence);
    void stateChanged(); ///< what asks() and needsPerson() give

private:
    void build();
    void reload();
    void keep(const QString &word);
    void keepTyped(const QString &word);
    void decide(const QString &word);
    void showState(const Annotate::Written &written);
    void say(const Done &done);

    Annotate &m_annotate;
    std::optional<LocalRecording> m_recording;
    QString m_over;           ///< what stood there when it was chosen
    QString m_theirs;         ///< what somebody else chose
    bool m_isResumed = false; ///< what stands there was being typed when the program ended
    WordBox *m_box;
    QWidget *m_question;
    QLabel *m_asks;
    QWidget *m_choices = nullptr; ///< of the question
    bool m_isAsking = false;
};

} // namespace Holdfast
