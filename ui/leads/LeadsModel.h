// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"

#include <QAbstractListModel>
#include <QCollator>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace Holdfast {

/// A lead as a list shows it.
struct ListedLead
{
    Lead lead;
    bool isUnread = false;
    int recordings = 0; ///< that one may see
};

/// My leads by name, as the local store knows them, with a filter over names, phone numbers and campaigns, for those
/// who see everybody's also over the names of agents. What changes of single leads changes single rows. Many are read
/// some at a time and sorted in the pool, and show when they are all there. UI thread; the store outlives it.
class LeadsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit LeadsModel(const LocalStore &store, QObject *parent = nullptr);
    ~LeadsModel() override;

    enum Role { UnreadRole = Qt::UserRole, PhoneRole, CampaignRole, RecordingsRole };

    void setFilter(const QString &words); ///< each word must occur; digits are found in any notation of a number
    /// Whether one sees everybody's: the filter looks at the names of agents too, and the numbers of recordings are the
    /// server's. Else they are those of the recordings that are here: the server counts what one may not see, too.
    void setSeesAll(bool seesAll);
    const Lead &at(int row) const;
    QString agentsOf(const Lead &lead) const; ///< their names
    /// The first of all that have these words, by name, whatever is shown.
    QList<ListedLead> find(const QString &words, int most) const;
    QVariant cell(const ListedLead &listed, int role) const;
    int rowOf(LeadId id) const; ///< -1 where it is not shown
    bool isFiltered() const { return !m_words.empty(); }
    bool isReading() const { return m_reading != nullptr; } ///< what it shows is not all yet

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void failed(const QString &sentence); ///< the local store could not be read

private:
    struct Entry;
    struct Word
    {
        std::string folded;
        std::string number; ///< without leading zeros, where it looks like one
    };
    static std::vector<Word> wordsOf(const QString &text);

    struct Reading;
    using Entries = std::unordered_map<qint64, std::unique_ptr<Entry>>;

    void reload();
    void readOn(std::shared_ptr<Reading> reading);
    void showRead(std::shared_ptr<Reading> reading);
    void readAgents();
    void touch(const QList<LeadId> &leads);
    Result<QHash<LeadId, int>> recordingCounts(const QList<Lead> &leads) const; ///< in the order of their numbers
    void recount(LeadId lead);
    void put(const Lead &lead, bool isUnread, int recordings);
    void change(Entry &entry, Entry changed);
    void remove(LeadId id);
    void show(Entry &entry);
    void hide(Entry &entry);
    void rename(Entry &entry, Entry changed, bool isShown);
    Entry entryOf(const Lead &lead, bool isUnread, int recordings) const;
    void filter(const std::vector<Entry *> &among);
    bool matches(const Entry &entry) const { return matches(entry, m_words); }
    static bool matches(const Entry &entry, const std::vector<Word> &words);

    const LocalStore &m_store;
    QCollator m_names;
    QHash<UserId, QString> m_agents;
    bool m_seesAll = false;
    std::shared_ptr<Reading> m_reading; ///< none where all is here
    Entries m_entries;                  ///< by the lead's number
    std::vector<Entry *> m_all;         ///< by name
    std::vector<Entry *> m_shown;
    QString m_filter;
    std::vector<Word> m_words;
};

} // namespace Holdfast
