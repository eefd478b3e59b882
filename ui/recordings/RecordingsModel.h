// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"
#include "recordings/AlikeTimes.h"
#include "recordings/ShownDrafts.h"
#include "sync/SyncLoop.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Holdfast {

enum class RecordingColumn { Date, Length, Who, Note, State, Hold };
inline constexpr int recordingColumns = 6;

/// The recordings of one lead, newest first, as the local store knows them, with what was written on them here and how
/// far those under way have come.
/// Older ones are read when the view comes to them. UI thread; the store and the loop outlive it.
class RecordingsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        StateRole = Qt::UserRole, ///< int of TransferState
        ShortStateRole,           ///< what is shown where the whole state has no room
        WhyRole,                  ///< QString why it waits, few words; empty for all else
        WhenRole,                 ///< QString when it is tried again, where that is known
        PercentRole,              ///< int 0…100 while it is sent, invalid otherwise
        PlayingRole,              ///< bool
    };

    /// me: the name of whoever is signed in, for what only this computer has.
    RecordingsModel(const LocalStore &store, const SyncLoop &sync, QString me, QObject *parent = nullptr);

    void setLead(LeadId lead); ///< an invalid id empties the table
    void setPlaying(const LocalRecording *recording);

    const LocalRecording &at(int row) const { return m_recordings.at(row); }
    bool hasAlikeTimes() const { return m_times.any(); } ///< so that some times are shown to the second
    QStringList reasons() const; ///< the words of WhyRole and WhenRole among the rows, each once
    static QString shortStateText(TransferState state);
    /// Where the same recording stands now, -1 where it is gone.
    int rowOf(const LocalRecording &recording) const;
    std::optional<LocalRecording> firstParked() const;

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const QString &sentence); ///< the local store could not be read

private:
    void reload();
    Result<QList<LocalRecording>> read(bool &hasMore) const;
    void show(QList<LocalRecording> recordings);
    void follow(const QList<LocalRecording> &now);
    void writtenOn(const QString &recordingKey);
    void progressed(QUuid uploadId, qint64 sent);
    QVariant cell(const LocalRecording &recording, RecordingColumn column, int role) const;
    QString text(const LocalRecording &recording, RecordingColumn column) const;
    QString dateText(const LocalRecording &recording) const;
    QString noteText(const LocalRecording &recording) const;
    QString wholeNote(const LocalRecording &recording) const; ///< on as many lines as it has
    QStringList written(const LocalRecording &recording) const;
    QString stateText(const LocalRecording &recording) const;
    QString stateToolTip(const LocalRecording &recording) const;
    std::optional<SyncLoop::Delay> delay(const LocalRecording &recording) const;
    qint64 sent(const LocalRecording &recording) const;
    int percent(const LocalRecording &recording) const;

    const LocalStore &m_store;
    const SyncLoop &m_sync;
    QString m_me;
    LeadId m_lead;
    LeadId m_shownLead; ///< whose recordings the rows are
    QList<LocalRecording> m_recordings;
    ShownDrafts m_drafts;
    AlikeTimes m_times; ///< of the rows
    int m_most = 0;     ///< of those that are sent, read so far at most
    bool m_hasMore = false;
    QHash<QUuid, qint64> m_sent; ///< as the loop told it while this table looked on
    std::optional<LocalRecording> m_playing;
};

/// Whether both are the same recording, at whatever point of its way.
bool isSameRecording(const LocalRecording &one, const LocalRecording &other);

} // namespace Holdfast
