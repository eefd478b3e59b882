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

/// My leads by name, as the local store knows them, with a filter over names, phone numbers and campaigns, for those
/// who see everybody's also over the names of agents. What changes of single leads changes single rows. Many are read
/// some at a time and sorted in the pool, and show when they are all there. UI thread; the store outlives it.
class LeadsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit LeadsModel(const LocalStore &store, QObject *parent = nullptr);
    ~LeadsModel() override;

    enum Role { UnreadRole = Qt::UserRole };

    void setFilter(const QString &words); ///< each word must occur; digits are found in any notation of a number
    void findByAgents(bool finds);        ///< whether the filter looks at the names of agents too
    const Lead &at(int row) const;
    QString agentsOf(const Lead &lead) const; ///< their names
    bool isUnread(int row) const;
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
    void put(const Lead &lead, bool isUnread);
    void change(Entry &entry, const Lead &lead, bool isUnread);
    void remove(LeadId id);
    void show(Entry &entry);
    void hide(Entry &entry);
    void rename(Entry &entry, Entry changed, bool isShown);
    Entry entryOf(const Lead &lead, bool isUnread) const;
    void filter(const std::vector<Entry *> &among);
    bool matches(const Entry &entry) const;

    const LocalStore &m_store;
    QCollator m_names;
    QHash<UserId, QString> m_agents;
    bool m_findsByAgents = false;
    std::shared_ptr<Reading> m_reading; ///< none where all is here
    Entries m_entries;                  ///< by the lead's number
    std::vector<Entry *> m_all;         ///< by name
    std::vector<Entry *> m_shown;
    QString m_filter;
    std::vector<Word> m_words;
};

} // namespace Holdfast
