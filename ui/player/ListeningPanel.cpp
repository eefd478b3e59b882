// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/ListeningPanel.h"

#include "annotations/AuthorColor.h"
#include "annotations/RemarksView.h"

#include <QApplication>
#include <QHBoxLayout>

namespace Holdfast {

namespace {

constexpr int tallest = 184;
constexpr int tallestForChoice = 272;

} // namespace

ListeningPanel::ListeningPanel(Player &player, PlayRecording &play, Annotate &annotate, QWidget *parent)
    : QWidget(parent)
    , m_bar(new PlayerBar(player, play, this))
    , m_remarks(new RemarksView(annotate, this))
{
    m_remarks->hide(); // there is nothing to write on yet
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addWidget(m_bar);
    m_row->addWidget(m_remarks);
    giveRoom();

    AnnotationsPanel *annotations = &m_remarks->annotations();
    connect(m_bar, &PlayerBar::currentChanged, this, [this] {
        m_remarks->setVisible(m_bar->hasRecording());
        m_remarks->show(m_bar->current());
    });
    connect(m_remarks, &RemarksView::needsRoomChanged, this, &ListeningPanel::giveRoom);
    connect(annotations, &AnnotationsPanel::changed, this, &ListeningPanel::showMarks);
    connect(annotations, &AnnotationsPanel::playRequested, m_bar, &PlayerBar::playFrom);
    connect(annotations, &AnnotationsPanel::writingEnded, this, [this] {
        m_bar->clearSelection();
        if (m_focusBefore)
            m_focusBefore->setFocus();
    });
    connect(&annotate, &Annotate::writtenChanged, this, [this, annotations, &annotate] {
        if (const auto current = m_bar->current()) { // more may be known since the list was read
            const AgentChannel agent = annotate.agentChannel(*current);
            m_bar->setAccount(annotate.analysis(*current), agent);
            annotations->setAgentChannel(agent);
        }
    });
    connect(annotations, &AnnotationsPanel::problem, this, &ListeningPanel::problem);
    connect(&m_remarks->notes(), &NotesEditor::problem, this, &ListeningPanel::problem);
    connect(&m_remarks->disposition(), &DispositionField::problem, this, &ListeningPanel::problem);
}

/// The place above is what the window is for, but while a person has to choose between two texts.
void ListeningPanel::giveRoom()
{
    const bool isNeeded = m_remarks->needsRoom();
    setMaximumHeight(isNeeded ? tallestForChoice : tallest);
    m_row->setStretch(0, isNeeded ? 1 : 7);
    m_row->setStretch(1, isNeeded ? 1 : 3);
}

ListeningPanel::~ListeningPanel()
{
    finishWriting();
}

void ListeningPanel::finishWriting()
{
    m_remarks->finishWriting();
}

void ListeningPanel::showMarks()
{
    QList<WaveformMark> marks;
    for (const LocalAnnotation &local : m_remarks->annotations().annotations()) {
        const Annotation &annotation = local.annotation;
        marks.append({annotation.start, annotation.end, annotation.channel, authorColor(annotation.authorId, palette()),
                      annotation.text});
    }
    m_bar->setMarks(marks);
}

void ListeningPanel::writeAnnotation()
{
    if (!m_bar->hasRecording())
        return;
    m_focusBefore = QApplication::focusWidget();
    m_remarks->showAnnotations();
    if (const std::optional<TimeSpan> stretch = m_bar->selection())
        m_remarks->annotations().write(stretch->from, stretch->to, m_bar->solo());
    else
        m_remarks->annotations().write(m_bar->position(), std::nullopt, m_bar->solo());
}

void ListeningPanel::setAnnotationSide(CallSide side)
{
    m_remarks->annotations().setSide(side);
}

void ListeningPanel::openWritten(const LocalRecording &recording, const QString &leadName, RecordingField field)
{
    m_bar->open(recording, leadName);
    m_remarks->askFirst(field);
    switch (field) {
    case RecordingField::Notes:
        m_remarks->showNotes();
        break;
    case RecordingField::Disposition:
        m_remarks->disposition().setFocus();
        break;
    }
}

void ListeningPanel::writeNotes()
{
    if (m_bar->hasRecording())
        m_remarks->showNotes();
}

} // namespace Holdfast
