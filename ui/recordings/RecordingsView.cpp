// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings/RecordingsView.h"

#include "domain/WhenFinished.h"
#include "look/CellDelegate.h"
#include "look/CurrentInSight.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "recordings/OnlyCopySheet.h"
#include "recordings/StateDelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int lineHeight = 44;

int columnOf(RecordingColumn column)
{
    return static_cast<int>(column);
}

bool canCancel(const LocalRecording &recording)
{
    return !recording.uploadId.isNull() && recording.state != TransferState::Stored;
}

bool canRetry(const LocalRecording &recording)
{
    return recording.state == TransferState::Parked ||
           (recording.state == TransferState::Waiting && !recording.problem.isEmpty());
}

} // namespace

RecordingsView::RecordingsView(Session &session, QWidget *parent)
    : QTableView(parent)
    , m_session(session)
    , m_discard(session)
    , m_model(*session.store, *session.sync, session.user.fullName)
{
    setModel(&m_model);
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(columnOf(RecordingColumn::State), new StateDelegate(this));
    setAccessibleName(tr("Recordings"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setIconSize(QSize(20, 20));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(Space::wide);
    keepCurrentOverResets();
    keepCurrentInSight(this);
    horizontalHeader()->hide(); // over nothing it would be noise

    connect(&m_model, &RecordingsModel::failed, this, &RecordingsView::problem);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RecordingsView::troubledChanged);
    connect(this, &RecordingsView::troubledChanged, this, [this] {
        if (widestState() != m_widestState || widestDate() != m_widestDate)
            layColumns();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordingsView::troubledChanged);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT playRequested(m_model.at(index.row())); });
}

void RecordingsView::setLead(LeadId lead)
{
    m_model.setLead({});
    m_model.setLead(lead);
}

void RecordingsView::setPlaying(const LocalRecording *recording)
{
    m_model.setPlaying(recording);
}

std::optional<LocalRecording> RecordingsView::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(m_model.at(index.row())) : std::nullopt;
}

void RecordingsView::playNext(int step)
{
    const int row = currentIndex().row() + step;
    if (row < 0 || row >= m_model.rowCount())
        return;
    setCurrentIndex(m_model.index(row, 0));
    Q_EMIT playRequested(m_model.at(row));
}

void RecordingsView::choose(const LocalRecording &recording)
{
    constexpr int mostPages = 20;
    for (int page = 0; page < mostPages && m_model.rowOf(recording) < 0 && m_model.canFetchMore({}); ++page)
        m_model.fetchMore({});
    if (const int row = m_model.rowOf(recording); row >= 0)
        setCurrentIndex(m_model.index(row, 0));
}

std::optional<LocalRecording> RecordingsView::troubled() const
{
    const auto now = current();
    return now && now->state == TransferState::Parked ? now : m_model.firstParked();
}

void RecordingsView::keepCurrentOverResets()
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_currentBefore = current();
        m_rowBefore = std::max(0, currentIndex().row());
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        horizontalHeader()->setVisible(!isEmpty());
        const int same = m_currentBefore ? m_model.rowOf(*m_currentBefore) : -1;
        const int row = same >= 0 ? same : std::min(m_rowBefore, m_model.rowCount() - 1);
        if (row >= 0)
            setCurrentIndex(m_model.index(row, 0));
        Q_EMIT troubledChanged();
    });
    const auto rowsChanged = [this] {
        horizontalHeader()->setVisible(!isEmpty());
        if (!currentIndex().isValid() && !isEmpty())
            setCurrentIndex(m_model.index(0, 0));
        Q_EMIT troubledChanged();
    };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
}

void RecordingsView::retry(const LocalRecording &recording)
{
    m_session.sync->retry(recording.uploadId);
}

void RecordingsView::cancelSending(const LocalRecording &recording)
{
    if (m_discarding.contains(recording.uploadId))
        return;
    m_discarding.insert(recording.uploadId);
    whenFinished(m_discard.discard(recording, false), this, [this, recording](const Done &gone) {
        m_discarding.remove(recording.uploadId);
        if (!gone && gone.error().kind == FailureKind::Conflict)
            askAboutOnlyCopy(recording);
        else if (!gone)
            Q_EMIT problem(gone.error().message);
    });
}

void RecordingsView::askAboutOnlyCopy(const LocalRecording &recording)
{
    if (findChild<OnlyCopySheet *>())
        return; // one question at a time
    auto *sheet = new OnlyCopySheet(m_discard, recording, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void RecordingsView::fillMenu(QMenu &menu, const LocalRecording &recording)
{
    const auto add = [&](Icon sign, const QString &words, bool possible, auto then) {
        QAction *action = menu.addAction(icon(sign), words);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    QAction *play = add(Icon::Play, tr("&Play"), true, [this, recording] { Q_EMIT playRequested(recording); });
    play->setShortcut(Qt::Key_Return);
    menu.setDefaultAction(play);
    add(Icon::Save, tr("&Save a copy…"), true, [this, recording] { Q_EMIT saveCopyRequested(recording); });
    if (!canCancel(recording))
        return;
    menu.addSeparator();
    add(Icon::Retry, tr("&Retry now"), canRetry(recording), [this, recording] { retry(recording); });
    add(Icon::Cancel, tr("&Cancel sending"), true, [this, recording] { cancelSending(recording); });
    add(Icon::Problem, tr("Show pro&blem"), !recording.problem.isEmpty(),
        [this, recording] { Q_EMIT problem(recording.problem); });
}

void RecordingsView::contextMenuEvent(QContextMenuEvent *event)
{
    const auto recording = current();
    if (!recording)
        return;
    const QPoint where = event->reason() == QContextMenuEvent::Keyboard
                             ? viewport()->mapToGlobal(visualRect(currentIndex()).center())
                             : event->globalPos();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, *recording);
    menu->popup(where);
}

void RecordingsView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (const auto recording = current(); enter && recording) {
        Q_EMIT playRequested(*recording);
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordingsView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!isEmpty())
        return;
    constexpr int signSize = 40;
    QPainter painter(viewport());
    const QPoint middle = viewport()->rect().center();
    icon(Icon::Attach, mutedColor(palette()))
        .paint(&painter, QRect(middle.x() - signSize / 2, middle.y() - signSize - Space::medium, signSize, signSize));
    painter.setPen(mutedColor(palette()));
    painter.drawText(viewport()->rect().adjusted(Space::wide, middle.y(), -Space::wide, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, emptySentence());
}

void RecordingsView::setKnowledge(Knowledge knowledge)
{
    m_knowledge = knowledge;
    viewport()->update();
}

QString RecordingsView::emptySentence() const
{
    switch (m_knowledge) {
    case Knowledge::Asked:
        return {};
    case Knowledge::Known:
        return tr("No recordings yet. Drop a file here, or press Ctrl+U.");
    case Knowledge::Unknown:
        return tr("What the server keeps for this lead is not known here yet. It is shown when the server is back. You "
                  "can attach files meanwhile: drop them here, or press Ctrl+U.");
    }
    Q_UNREACHABLE();
}

void RecordingsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumns();
}

int RecordingsView::widestDate() const
{
    // With the sign of what is played beside it: no date goes on two lines.
    return widest(m_model.hasAlikeTimes() ? AlikeTimes::toTheSecond : dateTimeText) + iconSize().width() +
           3 * Space::small;
}

/// So that no state is cut, nor why one waits, where one does; but for the reason why one will not be sent.
int RecordingsView::widestState() const
{
    int widest = 0;
    for (const QString &words : m_model.reasons())
        widest = std::max(widest, fontMetrics().horizontalAdvance(words));
    for (const TransferState state :
         {TransferState::Waiting, TransferState::Sending, TransferState::Stored, TransferState::Parked})
        widest = std::max(widest, fontMetrics().horizontalAdvance(RecordingsModel::shortStateText(state)));
    return widest + iconSize().width() + 4 * Space::small;
}

void RecordingsView::layColumns()
{
    const auto share = [](int width, double part, int least, int most) {
        return std::clamp(static_cast<int>(width * part), least, most);
    };
    const int width = viewport()->width();
    m_widestState = widestState();
    m_widestDate = widestDate();
    const int widths[recordingColumns] = {
        widestDate(),
        68,
        share(width, 0.16, 80, 200),
        0,
        share(width, 0.22, m_widestState, std::max(320, m_widestState)),
        48,
    };
    int rest = width;
    for (int column = 0; column < recordingColumns; ++column) {
        const int columnWidth = std::max(widths[column], horizontalHeader()->sectionSizeHint(column));
        rest -= column == columnOf(RecordingColumn::Note) ? 0 : columnWidth;
        setColumnWidth(column, columnWidth);
    }
    setColumnWidth(columnOf(RecordingColumn::Note), std::max(rest, 40));
}

} // namespace Holdfast
