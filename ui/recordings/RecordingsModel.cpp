// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings/RecordingsModel.h"

#include "domain/ShownText.h"
#include "local/RecordingKey.h"
#include "look/Icons.h"
#include "look/Text.h"
#include "recordings/WaitingWords.h"

#include <QGuiApplication>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int atOnce = 300; ///< recordings that are read in one go

QIcon stateIcon(TransferState state)
{
    const QPalette palette = QGuiApplication::palette();
    switch (state) {
    case TransferState::Waiting:
        return icon(Icon::Waiting, mutedColor(palette));
    case TransferState::Sending:
        return icon(Icon::Sending, accentColor(palette));
    case TransferState::Stored:
        return icon(Icon::Stored, goodColor(palette));
    case TransferState::Parked:
        return icon(Icon::Problem, badColor(palette));
    }
    Q_UNREACHABLE();
}

bool lacksFile(const LocalRecording &recording)
{
    return recording.state == TransferState::Stored && recording.remote && !recording.remote->hasFile();
}

bool isHeld(const LocalRecording &recording)
{
    return recording.remote && recording.remote->complianceHold;
}

} // namespace

bool isSameRecording(const LocalRecording &one, const LocalRecording &other)
{
    if (!one.uploadId.isNull() && one.uploadId == other.uploadId)
        return true;
    return one.remote && other.remote && one.remote->id == other.remote->id;
}

RecordingsModel::RecordingsModel(const LocalStore &store, const SyncLoop &sync, QString me, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_sync(sync)
    , m_me(std::move(me))
    , m_drafts(store)
{
    connect(&store, &LocalStore::recordingsChanged, this, [this](LeadId lead) {
        if (lead == m_lead)
            reload();
    });
    connect(&store.drafts(), &RecordingDrafts::changed, this, &RecordingsModel::writtenOn);
    connect(&sync, &SyncLoop::progress, this, &RecordingsModel::progressed);
}

void RecordingsModel::setLead(LeadId lead)
{
    if (lead != m_lead)
        m_most = atOnce;
    m_lead = lead;
    reload();
}

void RecordingsModel::setPlaying(const LocalRecording *recording)
{
    m_playing = recording ? std::optional(*recording) : std::nullopt;
    if (!m_recordings.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, recordingColumns - 1),
                           {Qt::DecorationRole, Qt::FontRole, PlayingRole});
}

int RecordingsModel::rowOf(const LocalRecording &recording) const
{
    const auto found = std::ranges::find_if(
        m_recordings, [&](const LocalRecording &candidate) { return isSameRecording(candidate, recording); });
    return found == m_recordings.end() ? -1 : static_cast<int>(found - m_recordings.begin());
}

std::optional<LocalRecording> RecordingsModel::firstParked() const
{
    const auto found = std::ranges::find(m_recordings, TransferState::Parked, &LocalRecording::state);
    return found == m_recordings.end() ? std::nullopt : std::optional(*found);
}

Result<QList<LocalRecording>> RecordingsModel::read(bool &hasMore) const
{
    Result<QList<LocalRecording>> recordings = m_store.unsentOf(m_lead);
    if (!recordings)
        return recordings;
    const Result<QList<LocalRecording>> sent = m_store.sentOf(m_lead, 0, m_most);
    if (!sent)
        return sent;
    hasMore = sent->size() == m_most;
    recordings->append(*sent);
    return recordings;
}

bool RecordingsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && m_lead.isValid() && m_lead == m_shownLead;
}

void RecordingsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const Result<QList<LocalRecording>> older = m_store.sentOf(m_lead, m_most, atOnce);
    if (!older) {
        m_hasMore = false; // asked again by the next change
        Q_EMIT failed(older.error().message);
        return;
    }
    m_hasMore = false; // until they are in their places
    m_most += atOnce;
    if (older->isEmpty())
        return;
    if (const Done read = m_drafts.read(*older); !read)
        Q_EMIT failed(read.error().message);
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(older->size()) - 1);
    m_recordings.append(*older);
    m_times = AlikeTimes(m_recordings);
    endInsertRows();
    m_hasMore = older->size() == atOnce;
}

void RecordingsModel::reload()
{
    QList<LocalRecording> recordings;
    bool hasMore = false;
    m_hasMore = false; // until they are in their places
    if (m_lead.isValid()) {
        auto some = read(hasMore);
        if (!some) {
            Q_EMIT failed(some.error().message);
            return;
        }
        recordings = std::move(*some);
    }
    if (const Done read = m_drafts.readAnew(recordings); !read)
        Q_EMIT failed(read.error().message);
    show(std::move(recordings));
    m_hasMore = hasMore;
}

void RecordingsModel::show(QList<LocalRecording> recordings)
{
    m_times = AlikeTimes(recordings);
    for (const LocalRecording &recording : std::as_const(recordings))
        if (recording.state != TransferState::Sending)
            m_sent.remove(recording.uploadId);
    if (std::ranges::equal(recordings, m_recordings, isSameRecording)) {
        m_recordings = std::move(recordings);
        if (!m_recordings.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, recordingColumns - 1));
        return;
    }
    if (m_lead != m_shownLead) {
        beginResetModel();
        m_shownLead = m_lead;
        m_recordings = std::move(recordings);
        endResetModel();
        return;
    }
    follow(recordings);
}

/// Row by row: whoever has one chosen, or has scrolled, keeps that.
void RecordingsModel::follow(const QList<LocalRecording> &now)
{
    const auto placeIn = [](const QList<LocalRecording> &list, qsizetype from, const LocalRecording &wanted) {
        for (qsizetype i = from; i < list.size(); ++i)
            if (isSameRecording(list.at(i), wanted))
                return static_cast<int>(i);
        return -1;
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (placeIn(now, 0, m_recordings.at(row)) >= 0)
            continue;
        beginRemoveRows({}, row, row);
        m_recordings.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < now.size(); ++row) {
        const int from = placeIn(m_recordings, row, now.at(row));
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_recordings.insert(row, now.at(row));
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_recordings.move(from, row);
            endMoveRows();
        }
    }
    while (rowCount() > now.size()) { // a listing and an upload that turned out to be the same one
        beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        m_recordings.removeLast();
        endRemoveRows();
    }
    m_recordings = now;
    if (!m_recordings.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, recordingColumns - 1));
}

void RecordingsModel::writtenOn(const QString &recordingKey)
{
    const auto found = std::ranges::find_if(m_recordings, [&](const LocalRecording &recording) {
        return Holdfast::recordingKey(recording) == recordingKey;
    });
    if (found == m_recordings.end())
        return;
    if (const Done read = m_drafts.readAnew(recordingKey); !read)
        Q_EMIT failed(read.error().message);
    const QModelIndex changed =
        index(static_cast<int>(found - m_recordings.begin()), static_cast<int>(RecordingColumn::Note));
    Q_EMIT dataChanged(changed, changed);
}

void RecordingsModel::progressed(QUuid uploadId, qint64 sent)
{
    const auto found = std::ranges::find(m_recordings, uploadId, &LocalRecording::uploadId);
    if (found == m_recordings.end())
        return;
    m_sent.insert(uploadId, sent);
    const QModelIndex changed =
        index(static_cast<int>(found - m_recordings.begin()), static_cast<int>(RecordingColumn::State));
    Q_EMIT dataChanged(changed, changed);
}

int RecordingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_recordings.size());
}

int RecordingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : recordingColumns;
}

QVariant RecordingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return cell(at(index.row()), static_cast<RecordingColumn>(index.column()), role);
}

QVariant RecordingsModel::cell(const LocalRecording &recording, RecordingColumn column, int role) const
{
    const bool playing = m_playing && isSameRecording(*m_playing, recording);
    const bool inState = column == RecordingColumn::State;
    switch (role) {
    case Qt::DisplayRole:
        return column == RecordingColumn::Hold ? QVariant() : text(recording, column);
    case Qt::AccessibleTextRole:
        return column == RecordingColumn::Note ? wholeNote(recording) : text(recording, column);
    case Qt::ToolTipRole:
        return toolTipText(inState                           ? stateToolTip(recording)
                           : column == RecordingColumn::Note ? wholeNote(recording)
                                                             : text(recording, column));
    case Qt::DecorationRole:
        if (inState)
            return lacksFile(recording) ? icon(Icon::Problem, mutedColor(QGuiApplication::palette()))
                                        : stateIcon(recording.state);
        if (column == RecordingColumn::Note && m_drafts.needingPerson(recording))
            return icon(Icon::Problem, warnColor(QGuiApplication::palette()));
        if (column == RecordingColumn::Hold && isHeld(recording))
            return icon(Icon::Hold, warnColor(QGuiApplication::palette()));
        if (column == RecordingColumn::Date && playing)
            return icon(Icon::Volume, accentColor(QGuiApplication::palette()));
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(column == RecordingColumn::Length ? Qt::AlignTrailing | Qt::AlignVCenter
                                                          : Qt::AlignLeading | Qt::AlignVCenter);
    case Qt::FontRole:
        return column == RecordingColumn::Date || column == RecordingColumn::Length ? tabularFont() : QVariant();
    case StateRole:
        return static_cast<int>(recording.state);
    case ShortStateRole:
        return lacksFile(recording) ? tr("No file") : shortStateText(recording.state);
    case WhyRole:
        return inState && delay(recording) ? whyItWaits(*delay(recording)) : QVariant();
    case WhenRole:
        return inState && delay(recording) ? whenItGoes(*delay(recording)) : QVariant();
    case PercentRole:
        return inState && recording.state == TransferState::Sending ? percent(recording) : QVariant();
    case PlayingRole:
        return playing;
    default:
        return {};
    }
}

QString RecordingsModel::text(const LocalRecording &recording, RecordingColumn column) const
{
    switch (column) {
    case RecordingColumn::Date:
        return dateText(recording);
    case RecordingColumn::Length:
        return ltr(durationText(recording.facts.duration));
    case RecordingColumn::Who:
        return recording.remote ? shownOnOneLine(recording.remote->agentName) : m_me;
    case RecordingColumn::Note:
        return noteText(recording);
    case RecordingColumn::State:
        return stateText(recording);
    case RecordingColumn::Hold:
        return isHeld(recording) ? tr("On hold: it can't be deleted") : QString();
    }
    Q_UNREACHABLE();
}

QStringList RecordingsModel::written(const LocalRecording &recording) const
{
    QStringList parts;
    if (const std::optional<RecordingDraft> needing = m_drafts.needingPerson(recording))
        parts += needing->theirs ? tr("Two versions") : needing->isUnfinished ? tr("Unfinished") : tr("Not sent");
    for (const RecordingField field : {RecordingField::Disposition, RecordingField::Notes})
        parts += m_drafts.text(recording, field).trimmed();
    parts.removeAll(QString());
    return parts;
}

/// With the name beneath where nothing else tells them apart.
QString RecordingsModel::dateText(const LocalRecording &recording) const
{
    if (!m_times.shareMinute(recording))
        return dateTimeText(recording.callAt);
    const QString time = AlikeTimes::toTheSecond(recording.callAt);
    return m_times.shareSecond(recording) ? time + QChar(QChar::LineSeparator) + ltr(shownOnOneLine(recording.name))
                                          : time;
}

/// "Call back · asks for the contract …": a list has room for one line of each.
QString RecordingsModel::noteText(const LocalRecording &recording) const
{
    QStringList parts = written(recording);
    std::ranges::transform(parts, parts.begin(), shownFirstLine);
    return parts.join(QStringLiteral(" · "));
}

QString RecordingsModel::wholeNote(const LocalRecording &recording) const
{
    QStringList parts = written(recording);
    if (const std::optional<RecordingDraft> needing = m_drafts.needingPerson(recording))
        parts += needing->theirs ? tr("Somebody else has changed this meanwhile, too. Play it to see both versions, "
                                      "and choose what shall stay. Neither is lost.")
                                 : needing->problem;
    return shownText(parts.join(QLatin1Char('\n')));
}

QString RecordingsModel::shortStateText(TransferState state)
{
    switch (state) {
    case TransferState::Waiting:
        return tr("Waiting");
    case TransferState::Sending:
        return tr("Sending");
    case TransferState::Stored:
        return tr("Stored");
    case TransferState::Parked:
        return tr("Not sent");
    }
    Q_UNREACHABLE();
}

QString RecordingsModel::stateText(const LocalRecording &recording) const
{
    switch (recording.state) {
    case TransferState::Waiting:
        return recording.problem.isEmpty() ? tr("Waiting") : tr("Waiting: %1").arg(recording.problem);
    case TransferState::Sending:
        return tr("Sending %1 %").arg(percent(recording));
    case TransferState::Stored:
        return lacksFile(recording) ? tr("No file") : tr("Stored");
    case TransferState::Parked:
        return tr("Not sent: %1").arg(recording.problem);
    }
    Q_UNREACHABLE();
}

QString RecordingsModel::stateToolTip(const LocalRecording &recording) const
{
    switch (recording.state) {
    case TransferState::Waiting:
        if (recording.problem.isEmpty())
            return tr("It is kept on this computer and sent when its turn comes.");
        if (const auto why = delay(recording); why && why->until)
            return recording.problem + QLatin1Char(' ') + whenItGoes(*why) + QLatin1Char('.');
        return tr("%1 It is tried again by itself.").arg(recording.problem);
    case TransferState::Sending:
        return tr("%1 of %2 sent").arg(ltr(sizeText(sent(recording))), ltr(sizeText(recording.fileSize)));
    case TransferState::Stored:
        if (lacksFile(recording))
            return tr("It was taken over from another system without its file: the server keeps what is known about "
                      "it, but there is nothing to hear.");
        return recording.originalPath.isEmpty() ? tr("The server keeps it.")
                                                : tr("Safe to delete the original: the server keeps it.");
    case TransferState::Parked:
        return recording.problem;
    }
    Q_UNREACHABLE();
}

std::optional<SyncLoop::Delay> RecordingsModel::delay(const LocalRecording &recording) const
{
    return recording.state == TransferState::Waiting ? m_sync.delayOf(recording.uploadId) : std::nullopt;
}

QStringList RecordingsModel::reasons() const
{
    QStringList words;
    for (const LocalRecording &recording : m_recordings)
        if (const auto why = delay(recording))
            words += {whyItWaits(*why), whenItGoes(*why)};
    words.removeDuplicates();
    return words;
}

qint64 RecordingsModel::sent(const LocalRecording &recording) const
{
    return m_sent.value(recording.uploadId, m_sync.bytesSent(recording.uploadId));
}

int RecordingsModel::percent(const LocalRecording &recording) const
{
    if (recording.fileSize <= 0)
        return 0;
    return static_cast<int>(std::min<qint64>(100, sent(recording) * 100 / recording.fileSize));
}

QVariant RecordingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= recordingColumns)
        return {};
    const auto column = static_cast<RecordingColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == RecordingColumn::Length ? Qt::AlignTrailing | Qt::AlignVCenter
                                                          : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case RecordingColumn::Date:
        return tr("Date");
    case RecordingColumn::Length:
        return tr("Length");
    case RecordingColumn::Who:
        return tr("Who");
    case RecordingColumn::Note:
        return tr("Note");
    case RecordingColumn::State:
        return tr("State");
    case RecordingColumn::Hold:
        return tr("Hold");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
