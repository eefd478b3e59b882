// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/RemarksView.h"

#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Holdfast {

RemarksView::RemarksView(Annotate &annotate, QWidget *parent)
    : QFrame(parent)
{
    setProperty("bar", true);
    // The Tab key goes in this order.
    m_annotationsTab = makeTab({});
    m_notesTab = makeTab(tr("Notes"));
    m_disposition = new DispositionField(annotate, this);
    m_pages = new QStackedWidget(this);
    m_annotations = new AnnotationsPanel(annotate, this);
    m_notes = new NotesEditor(annotate, this);
    addPage(m_annotationsTab, m_annotations);
    addPage(m_notesTab, m_notes);
    m_annotationsTab->setChecked(true);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(Space::hair);
    tabs->addWidget(m_annotationsTab);
    tabs->addWidget(m_notesTab);
    tabs->addStretch();
    tabs->addWidget(m_disposition);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::medium, Space::small, Space::large, Space::small);
    column->setSpacing(Space::hair);
    column->addLayout(tabs);
    m_dispositionPart = new QWidget(this);
    auto *question = new QVBoxLayout(m_dispositionPart);
    question->setContentsMargins(0, 0, 0, 0);
    question->addWidget(m_disposition->question());
    m_next = new QLabel(this);
    m_next->setProperty("muted", true);
    m_next->setWordWrap(true);
    column->addWidget(m_dispositionPart);
    column->addWidget(m_pages, 1);
    column->addWidget(m_next);
    showCount();
    showQuestions();
    connect(m_notes, &NotesEditor::stateChanged, this, &RemarksView::showQuestions);
    connect(m_disposition, &DispositionField::stateChanged, this, &RemarksView::showQuestions);
    connect(m_annotations, &AnnotationsPanel::changed, this, &RemarksView::showCount);
}

QToolButton *RemarksView::makeTab(const QString &words)
{
    auto *tab = new QToolButton(this);
    tab->setText(words);
    tab->setCheckable(true);
    tab->setAutoExclusive(true);
    tab->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return tab;
}

void RemarksView::addPage(QToolButton *tab, QWidget *page)
{
    m_pages->addWidget(page);
    connect(tab, &QToolButton::toggled, this, [this, page](bool on) {
        if (on)
            m_pages->setCurrentWidget(page);
    });
}

void RemarksView::showCount()
{
    const qsizetype count = m_annotations->annotations().size();
    m_annotationsTab->setText(count > 0 ? tr("Annotations (%1)").arg(count) : tr("Annotations"));
}

void RemarksView::askFirst(RecordingField field)
{
    m_first = field;
    showQuestions();
}

bool RemarksView::needsRoom() const
{
    return m_notes->needsPerson() || m_disposition->needsPerson();
}

void RemarksView::showQuestions()
{
    const bool both = m_notes->asks() && m_disposition->asks();
    const bool isDispositionFirst = m_first == RecordingField::Disposition;
    m_dispositionPart->setVisible(m_disposition->needsPerson() && (!both || isDispositionFirst));
    m_pages->setVisible(!both || !isDispositionFirst);
    m_next->setVisible(both);
    m_next->setText(isDispositionFirst ? tr("Then: the notes, which somebody else changed, too.")
                                       : tr("Then: the disposition, which somebody else changed, too."));
    m_notesTab->setIcon(m_notes->needsPerson() ? icon(Icon::Problem, warnColor(palette())) : QIcon());
    m_notesTab->setToolButtonStyle(m_notes->needsPerson() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    m_notesTab->setToolTip(m_notes->needsPerson() ? tr("The notes need you") : QString());
    if (m_notes->asks() && !m_notesAsked)
        m_notesTab->setChecked(true); // there it is asked
    m_notesAsked = m_notes->asks();
    Q_EMIT needsRoomChanged();
}

void RemarksView::show(const std::optional<LocalRecording> &recording)
{
    m_first = RecordingField::Notes;
    m_annotations->show(recording);
    m_notes->show(recording);
    m_disposition->show(recording);
}

void RemarksView::showAnnotations()
{
    m_annotationsTab->setChecked(true);
}

void RemarksView::showNotes()
{
    m_notesTab->setChecked(true);
    m_notes->setFocus();
}

void RemarksView::finishWriting()
{
    m_annotations->finishWriting();
    m_notes->finishWriting();
    m_disposition->finishWriting();
}

} // namespace Holdfast
