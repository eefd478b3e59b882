// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/RemarksView.h"

#include "look/Spacing.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Holdfast {

RemarksView::RemarksView(Annotate &annotate, QWidget *parent)
    : QFrame(parent)
{
    setProperty("bar", true);
    m_annotations = new AnnotationsPanel(annotate, this);
    m_notes = new NotesEditor(annotate, this);
    m_disposition = new DispositionField(annotate, this);
    m_pages = new QStackedWidget(this);
    m_annotationsTab = addTab({}, m_annotations);
    m_notesTab = addTab(tr("Notes"), m_notes);
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
    column->addWidget(m_disposition->question());
    column->addWidget(m_pages, 1);
    showCount();
    connect(m_annotations, &AnnotationsPanel::changed, this, &RemarksView::showCount);
}

QToolButton *RemarksView::addTab(const QString &words, QWidget *page)
{
    m_pages->addWidget(page);
    auto *tab = new QToolButton(this);
    tab->setText(words);
    tab->setCheckable(true);
    tab->setAutoExclusive(true);
    tab->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(tab, &QToolButton::toggled, this, [this, page](bool on) {
        if (on)
            m_pages->setCurrentWidget(page);
    });
    return tab;
}

void RemarksView::showCount()
{
    const qsizetype count = m_annotations->annotations().size();
    m_annotationsTab->setText(count > 0 ? tr("Annotations (%1)").arg(count) : tr("Annotations"));
}

void RemarksView::show(const std::optional<LocalRecording> &recording)
{
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
