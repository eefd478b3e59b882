// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadsModel.h"

#include "domain/FoldedText.h"
#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "look/Text.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>

namespace Holdfast {

/// A lead with what it is sorted and found by, made once: with a hundred thousand of them a key has 16 ms.
struct LeadsModel::Entry
{
    ListedLead listed;
    QCollatorSortKey name;
    std::string text; ///< folded: name, campaign, phone number, agents, a line each; then the number's digits
    size_t digitsAt = 0;

    bool isBefore(const Entry &other) const
    {
        const int order = name.compare(other.name);
        return order != 0 ? order < 0 : listed.lead.id < other.listed.lead.id;
    }
};

/// What is read from the store, before it shows.
struct LeadsModel::Reading
{
    Entries entries;
    std::vector<Entry *> all;
    QSet<LeadId> unread;
    LeadId last; ///< after which it goes on
    QSet<LeadId> touchedMeanwhile;
};

namespace {

constexpr int atOnce = 500; ///< leads that are read in one turn of the event loop

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// A number without its leading zeros, so that a national notation is found in the international one.
QString significant(const QString &word)
{
    const bool looksLikeANumber =
        std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || !c.isLetter(); });
    QString digits = looksLikeANumber ? digitsOf(word) : QString();
    while (digits.startsWith(QLatin1Char('0')))
        digits.remove(0, 1);
    return digits;
}

bool contains(const std::string &text, size_t from, const std::string &part)
{
    return text.find(part, from) != std::string::npos;
}

bool isBefore(const auto *a, const auto *b)
{
    return a->isBefore(*b);
}

/// Where an entry is in a list by name, or would be.
template <class Entry> int placeOf(const std::vector<Entry *> &list, const Entry &entry)
{
    return static_cast<int>(std::ranges::lower_bound(list, &entry, isBefore<const Entry, const Entry>) - list.begin());
}

template <class Entry> void putIn(std::vector<Entry *> &list, Entry &entry)
{
    list.insert(list.begin() + placeOf(list, entry), &entry);
}

template <class Entry> void takeOut(std::vector<Entry *> &list, const Entry &entry)
{
    list.erase(list.begin() + placeOf(list, entry));
}

} // namespace

LeadsModel::LeadsModel(const LocalStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    m_names.setCaseSensitivity(Qt::CaseInsensitive);
    connect(&m_store, &LocalStore::leadsChanged, this, &LeadsModel::reload);
    connect(&m_store, &LocalStore::leadsTouched, this, &LeadsModel::touch);
    connect(&m_store, &LocalStore::recordingsChanged, this, &LeadsModel::recount);
    connect(&m_store.agentNames(), &AgentNames::changed, this, &LeadsModel::readAgents);
    const auto agents = m_store.agentNames().all();
    if (agents)
        m_agents = *agents;
    reload();
}

LeadsModel::~LeadsModel() = default;

QString LeadsModel::agentsOf(const Lead &lead) const
{
    QStringList names;
    for (const UserId agent : lead.agents)
        if (const QString name = m_agents.value(agent); !name.isEmpty())
            names += name;
    return names.join(QStringLiteral(", "));
}

LeadsModel::Entry LeadsModel::entryOf(const Lead &lead, bool isUnread, int recordings) const
{
    const QLatin1Char end('\n');
    const QString agents = m_seesAll ? agentsOf(lead) : QString();
    const QString lines = lead.name + end + lead.campaignName + end + lead.phone + end + agents + end;
    std::string text = foldedText(lines).toStdString();
    const size_t digitsAt = text.size();
    text += digitsOf(lead.phone).toStdString();
    return {{lead, isUnread, recordings}, m_names.sortKey(lead.name.toCaseFolded()), std::move(text), digitsAt};
}

void LeadsModel::setSeesAll(bool seesAll)
{
    if (seesAll == m_seesAll)
        return;
    m_seesAll = seesAll;
    reload();
}

void LeadsModel::readAgents()
{
    const auto agents = m_store.agentNames().all();
    if (!agents) {
        Q_EMIT failed(agents.error().message);
        return;
    }
    m_agents = *agents;
    if (m_seesAll)
        reload();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::ToolTipRole});
}

void LeadsModel::reload()
{
    const Result<QSet<LeadId>> unread = m_store.leadMarks().unread();
    if (!unread) {
        Q_EMIT failed(unread.error().message);
        return;
    }
    m_reading = std::make_shared<Reading>();
    m_reading->unread = *unread;
    readOn(m_reading);
}

void LeadsModel::readOn(std::shared_ptr<Reading> reading)
{
    if (reading != m_reading)
        return; // it began anew meanwhile
    const Result<QList<Lead>> leads = m_store.leadsAfter(reading->last, atOnce);
    const auto counts = leads ? recordingCounts(*leads) : fail(leads.error());
    if (!counts) {
        m_reading.reset();
        Q_EMIT failed(counts.error().message);
        return;
    }
    for (const Lead &lead : *leads) {
        auto entry = std::make_unique<Entry>(entryOf(lead, reading->unread.contains(lead.id), counts->value(lead.id)));
        reading->all.push_back(entry.get());
        reading->entries.emplace(lead.id.value, std::move(entry));
        reading->last = lead.id;
    }
    const auto sort = [reading] { std::ranges::sort(reading->all, isBefore<Entry, Entry>); };
    if (leads->size() == atOnce) {
        QTimer::singleShot(0, this, [this, reading] { readOn(reading); });
    } else if (reading->all.size() <= atOnce) {
        sort();
        showRead(reading);
    } else {
        whenFinished(QtConcurrent::run([sort] {
                         sort();
                         return true;
                     }),
                     this, [this, reading](bool) { showRead(reading); });
    }
}

void LeadsModel::showRead(std::shared_ptr<Reading> reading)
{
    if (reading != m_reading)
        return;
    m_reading.reset();
    beginResetModel();
    m_all.swap(reading->all);
    m_entries.swap(reading->entries);
    filter(m_all);
    endResetModel();
    touch(reading->touchedMeanwhile.values());
    if (reading->entries.size() > atOnce) // what showed before: to free many takes its time
        QThreadPool::globalInstance()->start(
            [old = std::make_shared<Entries>(std::move(reading->entries))] { old->clear(); });
}

std::vector<LeadsModel::Word> LeadsModel::wordsOf(const QString &text)
{
    std::vector<Word> words;
    const auto says = [](QChar c) { return c.isLetterOrNumber(); };
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (std::any_of(word.begin(), word.end(), says)) // a bracket is on its way to a number
            words.push_back({foldedText(word).toStdString(), significant(word).toStdString()});
    return words;
}

void LeadsModel::setFilter(const QString &words)
{
    std::vector<Word> wanted = wordsOf(words);
    // Whoever types on looks among those that are left, unless what is typed becomes a number only now.
    const size_t last = m_words.size() - 1;
    const bool becomesNumber =
        !m_words.empty() && m_words.back().number.empty() && wanted.size() > last && !wanted[last].number.empty();
    const bool isNarrower = !m_filter.isEmpty() && words.startsWith(m_filter) && !becomesNumber;
    m_filter = words;
    m_words = std::move(wanted);
    beginResetModel();
    filter(isNarrower ? std::vector<Entry *>(m_shown) : m_all);
    endResetModel();
}

void LeadsModel::filter(const std::vector<Entry *> &among)
{
    m_shown.clear();
    if (m_words.empty())
        m_shown = among;
    else
        std::ranges::copy_if(among, std::back_inserter(m_shown),
                             [this](const Entry *entry) { return matches(*entry); });
}

bool LeadsModel::matches(const Entry &entry, const std::vector<Word> &words)
{
    return std::ranges::all_of(words, [&entry](const Word &word) {
        // The number's digits first: they are few.
        return (!word.number.empty() && contains(entry.text, entry.digitsAt, word.number)) ||
               contains(entry.text, 0, word.folded);
    });
}

void LeadsModel::touch(const QList<LeadId> &leads)
{
    for (LeadId id : leads) {
        if (m_reading)
            m_reading->touchedMeanwhile.insert(id);
        const Result<std::optional<Lead>> lead = m_store.lead(id);
        const Result<bool> unread = m_store.leadMarks().isUnread(id);
        const auto counts = lead && *lead ? recordingCounts({**lead}) : QHash<LeadId, int>();
        if (!lead || !unread || !counts) {
            Q_EMIT failed(!lead ? lead.error().message : !unread ? unread.error().message : counts.error().message);
            return;
        }
        if (*lead)
            put(**lead, *unread, counts->value(id));
        else
            remove(id);
    }
}

Result<QHash<LeadId, int>> LeadsModel::recordingCounts(const QList<Lead> &leads) const
{
    QHash<LeadId, int> counts;
    if (leads.isEmpty())
        return counts;
    if (!m_seesAll)
        return m_store.recordingCounts(leads.constFirst().id, leads.constLast().id);
    for (const Lead &lead : leads)
        counts.insert(lead.id, lead.recordingCount);
    return counts;
}

void LeadsModel::recount(LeadId lead)
{
    if (!m_seesAll)
        touch({lead});
}

void LeadsModel::put(const Lead &lead, bool isUnread, int recordings)
{
    const auto known = m_entries.find(lead.id.value);
    if (known != m_entries.end())
        return change(*known->second, entryOf(lead, isUnread, recordings));
    Entry &entry =
        *m_entries.emplace(lead.id.value, std::make_unique<Entry>(entryOf(lead, isUnread, recordings))).first->second;
    putIn(m_all, entry);
    if (matches(entry))
        show(entry);
}

void LeadsModel::change(Entry &entry, Entry changed)
{
    const bool wasShown = matches(entry);
    const bool isShown = matches(changed);
    if (wasShown && !isShown)
        hide(entry);
    if (entry.name.compare(changed.name) == 0)
        entry = std::move(changed);
    else
        rename(entry, std::move(changed), wasShown && isShown);
    if (!wasShown && isShown) {
        show(entry);
    } else if (isShown) {
        const QModelIndex place = index(placeOf(m_shown, entry));
        Q_EMIT dataChanged(place, place);
    }
}

/// It moves, so that whoever has it chosen keeps it so.
void LeadsModel::rename(Entry &entry, Entry changed, bool isShown)
{
    const int from = isShown ? placeOf(m_shown, entry) : 0;
    const int to = isShown ? placeOf(m_shown, changed) : 0;
    const bool moves = isShown && to != from && to != from + 1;
    if (moves)
        beginMoveRows({}, from, from, {}, to);
    takeOut(m_all, entry);
    if (isShown)
        takeOut(m_shown, entry);
    entry = std::move(changed);
    putIn(m_all, entry);
    if (isShown)
        putIn(m_shown, entry);
    if (moves)
        endMoveRows();
}

void LeadsModel::show(Entry &entry)
{
    const int row = placeOf(m_shown, entry);
    beginInsertRows({}, row, row);
    putIn(m_shown, entry);
    endInsertRows();
}

void LeadsModel::hide(Entry &entry)
{
    const int row = placeOf(m_shown, entry);
    beginRemoveRows({}, row, row);
    takeOut(m_shown, entry);
    endRemoveRows();
}

void LeadsModel::remove(LeadId id)
{
    const auto known = m_entries.find(id.value);
    if (known == m_entries.end())
        return;
    Entry &entry = *known->second;
    if (matches(entry))
        hide(entry);
    takeOut(m_all, entry);
    m_entries.erase(known);
}

const Lead &LeadsModel::at(int row) const
{
    return m_shown.at(static_cast<size_t>(row))->listed.lead;
}

QList<ListedLead> LeadsModel::find(const QString &words, int most) const
{
    const std::vector<Word> wanted = wordsOf(words);
    QList<ListedLead> found;
    for (const Entry *entry : m_all) {
        if (found.size() == most)
            break;
        if (matches(*entry, wanted))
            found.append(entry->listed);
    }
    return found;
}

int LeadsModel::rowOf(LeadId id) const
{
    const auto known = m_entries.find(id.value);
    return known == m_entries.end() || !matches(*known->second) ? -1 : placeOf(m_shown, *known->second);
}

int LeadsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant LeadsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return cell(m_shown.at(static_cast<size_t>(index.row()))->listed, role);
}

QVariant LeadsModel::cell(const ListedLead &listed, int role) const
{
    const Lead &lead = listed.lead;
    switch (role) {
    case Qt::DisplayRole:
        return shownOnOneLine(lead.name);
    case Qt::ToolTipRole: {
        const QString agents = agentsOf(lead);
        return toolTipText(lead.name + QLatin1Char('\n') + ltr(lead.phone) +
                           (agents.isEmpty() ? QString() : QLatin1Char('\n') + tr("Assigned: %1").arg(agents)));
    }
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1, %2, %n recording(s)", nullptr, listed.recordings)
                                 .arg(shownOnOneLine(lead.name), shownOnOneLine(lead.phone));
        return listed.isUnread ? tr("%1, changed since you opened it").arg(text) : text;
    }
    case UnreadRole:
        return listed.isUnread;
    case PhoneRole:
        return shownOnOneLine(lead.phone);
    case CampaignRole:
        return shownOnOneLine(lead.campaignName);
    case RecordingsRole:
        return listed.recordings;
    default:
        return {};
    }
}

} // namespace Holdfast
