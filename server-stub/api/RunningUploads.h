// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QByteArray>
#include <QMutex>
#include <QSet>

#include <memory>

namespace Holdfast {

/// The Idempotency-Keys whose uploads are arriving at this moment, so that a second one of the same key is told to
/// wait instead of being stored beside the first. Any thread.
class RunningUploads
{
public:
    class Claim;

    /// Null where the key is taken. An empty key is never taken.
    std::unique_ptr<Claim> claim(UserId user, const QByteArray &key);

private:
    QMutex m_mutex;
    QSet<std::pair<qint64, QByteArray>> m_keys;
};

/// Gives the key free when it goes.
class RunningUploads::Claim
{
public:
    Claim(RunningUploads &of, UserId user, QByteArray key);
    ~Claim();
    Claim(const Claim &) = delete;
    Claim &operator=(const Claim &) = delete;

private:
    RunningUploads &m_of;
    std::pair<qint64, QByteArray> m_key;
};

} // namespace Holdfast
