// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "annotations/AnnotationsPanel.h"
#include "annotations/DispositionField.h"
#include "annotations/NotesEditor.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Holdfast {

/// Beside the player: what was written on its recording, annotations or notes, and what came of the call.
class RemarksView : public QFrame
{
    Q_OBJECT
public:
    explicit RemarksView(Annotate &annotate, QWidget *parent = nullptr);

    void show(const std::optional<LocalRecording> &recording);
    AnnotationsPanel &annotations() { return *m_annotations; }
    NotesEditor &notes() { return *m_notes; }
    DispositionField &disposition() { return *m_disposition; }
    void finishWriting(); ///< before the window goes
    void showAnnotations();
    void showNotes(); ///< and puts the cursor there
    /// Where both ask a person, one does after the other: this one first.
    void askFirst(RecordingField field);
    bool needsRoom() const; ///< something asks, or says more than a line

Q_SIGNALS:
    void needsRoomChanged();

private:
    QToolButton *makeTab(const QString &words);
    void addPage(QToolButton *tab, QWidget *page);
    void showCount();
    void showQuestions();

    AnnotationsPanel *m_annotations = nullptr;
    NotesEditor *m_notes = nullptr;
    DispositionField *m_disposition = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_dispositionPart = nullptr; ///< around its question, which waits for that about the notes
    QLabel *m_next = nullptr;             ///< what is asked then
    RecordingField m_first = RecordingField::Notes;
    bool m_notesAsked = false;
    QToolButton *m_annotationsTab = nullptr;
    QToolButton *m_notesTab = nullptr;
};

} // namespace Holdfast
