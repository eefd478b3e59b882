// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RunningUploads.h"

#include <QMutexLocker>

namespace Holdfast {

std::unique_ptr<RunningUploads::Claim> RunningUploads::claim(UserId user, const QByteArray &key)
{
    const QMutexLocker lock(&m_mutex);
    const std::pair<qint64, QByteArray> entry(user.value, key);
    if (!key.isEmpty()) {
        if (m_keys.contains(entry))
            return nullptr;
        m_keys.insert(entry);
    }
    return std::make_unique<Claim>(*this, user, key);
}

RunningUploads::Claim::Claim(RunningUploads &of, UserId user, QByteArray key)
    : m_of(of)
    , m_key(user.value, std::move(key))
{
}

RunningUploads::Claim::~Claim()
{
    const QMutexLocker lock(&m_of.m_mutex);
    m_of.m_keys.remove(m_key);
}

} // namespace Holdfast
