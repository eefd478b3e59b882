// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/WriteQueue.h"

#include <QHash>
#include <QMutex>
#include <QMutexLocker>

#include <utility>

namespace Holdfast {

/// What was read from a database, kept until its one writer commits anything at all: a read from here is never older
/// than the last write that was answered. Failures are not kept. Holds at most `most` values. Any thread.
template <class Key, class Value> class ReadCache
{
public:
    ReadCache(const WriteQueue &writes, qsizetype most)
        : m_writes(writes)
        , m_most(most)
    {
    }
    Q_DISABLE_COPY_MOVE(ReadCache)

    /// `read` answers a Result<Value> from the database; it is called where nothing is kept, and may run in several
    /// threads at once.
    template <class Read> Result<Value> get(const Key &key, Read read)
    {
        const quint64 commits = m_writes.commits(); // before the read: what is committed meanwhile counts as unseen
        {
            const QMutexLocker lock(&m_mutex);
            if (const auto kept = m_values.constFind(key); kept != m_values.cend() && m_commits == commits)
                return *kept;
        }
        Result<Value> value = read();
        if (value)
            keep(commits, key, *value);
        return value;
    }

private:
    void keep(quint64 commits, const Key &key, const Value &value)
    {
        const QMutexLocker lock(&m_mutex);
        if (commits < m_commits)
            return; // another thread has seen a later state
        if (commits > m_commits || m_values.size() >= m_most)
            m_values.clear();
        m_commits = commits;
        m_values.insert(key, value);
    }

    const WriteQueue &m_writes;
    const qsizetype m_most;
    QMutex m_mutex;
    quint64 m_commits = 0;
    QHash<Key, Value> m_values;
};

} // namespace Holdfast
