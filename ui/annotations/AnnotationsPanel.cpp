// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/AnnotationsPanel.h"

#include "annotations/AnnotationDelegate.h"
#include "annotations/SideButton.h"
#include "local/RecordingKey.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "look/UndoLine.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds keptAfter{400};

} // namespace

AnnotationsPanel::AnnotationsPanel(Annotate &annotate, QWidget *parent)
    : QWidget(parent)
    , m_annotate(annotate)
{
    m_list = new QListView(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new AnnotationDelegate(m_list));
    m_list->setAccessibleName(tr("Annotations"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(48);
    m_list->installEventFilter(this);
    m_empty = new QLabel(tr("Press M while it plays to write an annotation."), this);
    m_empty->setProperty("muted", true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_time = new QLabel(this);
    m_time->setFont(tabularFont());
    m_line = new QLineEdit(this);
    m_line->setAccessibleName(tr("Text of the annotation"));
    m_line->setPlaceholderText(tr("Type; Enter keeps it"));
    m_line->installEventFilter(this);
    m_side = new SideButton(this);
    m_undo = new UndoLine(this);
    m_typed.setSingleShot(true);
    m_typed.setInterval(keptAfter);

    auto *line = new QHBoxLayout;
    line->setSpacing(Space::small);
    line->addWidget(m_time);
    line->addWidget(m_line, 1);
    line->addWidget(m_side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::hair);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(line);
    column->addWidget(m_undo);
    showLine();

    connect(m_line, &QLineEdit::textEdited, this, [this] {
        if (!m_typed.isActive()) // whoever types on and on is kept, too
            m_typed.start();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &AnnotationsPanel::endWriting);
    connect(m_undo, &UndoLine::undone, this, &AnnotationsPanel::bringBack);
    connect(m_undo, &UndoLine::over, this, &AnnotationsPanel::finishGoing);
    connect(m_side, &SideButton::chosen, this, &AnnotationsPanel::setSide);
    connect(&m_typed, &QTimer::timeout, this, &AnnotationsPanel::keepTyped);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT playRequested(m_model.annotations().at(index.row()).annotation.start);
    });
    connect(&m_annotate, &Annotate::annotationsChanged, this, [this](const QString &key) {
        if (m_recording && recordingKey(*m_recording) == key)
            reload();
    });
}

void AnnotationsPanel::finishWriting()
{
    endWriting();
    finishGoing();
}

void AnnotationsPanel::show(const std::optional<LocalRecording> &recording)
{
    finishWriting();
    m_recording = recording;
    reload();
    if (recording)
        m_annotate.refresh(*recording);
}

void AnnotationsPanel::reload()
{
    const QUuid chosen = current();
    QList<LocalAnnotation> annotations;
    if (m_recording) {
        const auto found = m_annotate.annotations(*m_recording);
        if (found)
            annotations = *found;
        else
            Q_EMIT problem(found.error().message);
    }
    annotations.removeIf([this](const LocalAnnotation &annotation) { return annotation.localId == m_going; });
    m_model.show(annotations, m_recording ? m_recording->agentChannel : AgentChannel::Unknown);
    m_list->setCurrentIndex(m_model.indexOf(m_writing.isNull() ? chosen : m_writing));
    m_list->setVisible(!annotations.isEmpty());
    m_empty->setVisible(annotations.isEmpty());
    Q_EMIT changed();
}

QUuid AnnotationsPanel::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? m_model.annotations().at(index.row()).localId
                                                               : QUuid();
}

void AnnotationsPanel::write(std::chrono::milliseconds start, std::optional<std::chrono::milliseconds> end,
                             CallSide side)
{
    endWriting();
    if (!m_recording)
        return;
    const auto channel = hasSides() ? channelOf(side, m_recording->agentChannel) : std::nullopt;
    const Result<QUuid> added = m_annotate.add(*m_recording, start, end, channel);
    if (added)
        edit(*added);
    else
        Q_EMIT problem(added.error().message);
}

void AnnotationsPanel::edit(QUuid localId)
{
    endWriting();
    const QModelIndex index = m_model.indexOf(localId);
    if (!index.isValid() || !m_annotate.mayChange(m_model.annotations().at(index.row())))
        return;
    m_writing = localId;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    m_line->setText(m_model.annotations().at(index.row()).annotation.text);
    m_time->setText(index.data(AnnotationTime).toString());
    showSide();
    showLine();
    m_before = m_line->text();
    m_line->setFocus();
    m_line->end(false);
}

void AnnotationsPanel::editCurrent()
{
    edit(current());
}

void AnnotationsPanel::removeCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_annotate.mayChange(m_model.annotations().at(index.row())))
        return;
    const QUuid localId = current();
    if (m_writing == localId)
        endWriting();
    letGo(localId);
}

/// It is out of sight at once, and gone for good a while later.
void AnnotationsPanel::letGo(QUuid localId)
{
    finishGoing();
    const QModelIndex index = m_model.indexOf(localId);
    if (!index.isValid())
        return;
    m_going = localId;
    m_undo->offer(tr("Deleted: %1").arg(index.data().toString()));
    reload();
}

void AnnotationsPanel::finishGoing()
{
    m_undo->withdraw();
    if (!m_going.isNull())
        said(m_annotate.remove(std::exchange(m_going, QUuid())));
}

void AnnotationsPanel::bringBack()
{
    m_undo->withdraw();
    m_going = QUuid();
    reload();
}

void AnnotationsPanel::keepTyped()
{
    m_typed.stop();
    if (!m_writing.isNull())
        said(m_annotate.setText(m_writing, m_line->text()));
}

void AnnotationsPanel::endWriting()
{
    if (m_writing.isNull())
        return;
    const QUuid localId = std::exchange(m_writing, QUuid());
    m_typed.stop();
    const QString text = annotationText(m_line->text());
    const QModelIndex index = m_model.indexOf(localId);
    if (text.isEmpty() && m_before.isEmpty())
        said(m_annotate.remove(localId)); // there never was anything in it
    else if (text.isEmpty())
        letGo(localId);
    else if (index.isValid() && m_model.annotations().at(index.row()).annotation.text != text)
        said(m_annotate.setText(localId, text));
    m_line->clear();
    m_time->clear();
    showLine();
    Q_EMIT writingEnded();
}

void AnnotationsPanel::showLine()
{
    m_line->setVisible(!m_writing.isNull());
    m_time->setVisible(!m_writing.isNull());
    m_side->setVisible(!m_writing.isNull() && hasSides());
}

bool AnnotationsPanel::hasSides() const
{
    return m_recording && m_recording->facts.channels == 2;
}

void AnnotationsPanel::showSide()
{
    m_side->setAgentChannel(m_recording ? m_recording->agentChannel : AgentChannel::Unknown);
    const QModelIndex index = m_model.indexOf(m_writing);
    if (m_recording && index.isValid())
        m_side->setSide(sideOf(m_model.annotations().at(index.row()).annotation.channel, m_recording->agentChannel));
}

void AnnotationsPanel::setAgentChannel(AgentChannel channel)
{
    if (!m_recording || m_recording->agentChannel == channel)
        return;
    m_recording->agentChannel = channel;
    m_model.show(QList(m_model.annotations()), channel);
    showSide();
}

void AnnotationsPanel::setSide(CallSide side)
{
    if (m_writing.isNull() || !hasSides())
        return;
    keepTyped(); // the list is read again, and must not set back what is being typed
    said(m_annotate.setChannel(m_writing, channelOf(side, m_recording->agentChannel)));
    m_side->setSide(side);
}

void AnnotationsPanel::said(const Done &done)
{
    if (!done)
        Q_EMIT problem(done.error().message);
}

bool AnnotationsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_line && key->key() == Qt::Key_Escape) {
            if (!m_before.isEmpty())
                m_line->setText(m_before); // as it was
            endWriting();
            return true;
        }
        if (watched == m_list && key->matches(QKeySequence::Undo) && !m_going.isNull()) {
            bringBack();
            return true;
        }
        if (watched == m_list && (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Return)) {
            editCurrent();
            return true;
        }
        if (watched == m_list && key->key() == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
    }
    if (watched == m_list && event->type() == QEvent::ContextMenu && m_list->currentIndex().isValid()) {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const bool mine = m_annotate.mayChange(m_model.annotations().at(m_list->currentIndex().row()));
        menu->addAction(tr("&Play from here"), this, [this] { Q_EMIT m_list->clicked(m_list->currentIndex()); });
        menu->addAction(tr("&Edit"), this, &AnnotationsPanel::editCurrent)->setEnabled(mine);
        menu->addAction(tr("&Delete"), this, &AnnotationsPanel::removeCurrent)->setEnabled(mine);
        menu->popup(asked->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Holdfast
