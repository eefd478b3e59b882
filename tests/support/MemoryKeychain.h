// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/Keychain.h"

#include <QHash>
#include <QPromise>

#include <memory>
#include <vector>

namespace Holdfast::Testing {

/// A keyring in memory that works, refuses to write, forgets what it took, or never answers.
class MemoryKeychain : public Keychain
{
public:
    enum class Mood { Works, Refuses, Forgets, Hangs };

    Mood mood = Mood::Works;
    QString refusesOnly; ///< under Works: a name that can't be written
    QHash<QString, QByteArray> secrets;

    std::unique_ptr<MemoryKeychain> older; ///< of another program, where there was one

    Keychain *ofOlderPrograms() override { return older.get(); }
    QFuture<Result<QByteArray>> read(const QString &name) override
    {
        if (mood == Mood::Refuses)
            return answer<Result<QByteArray>>(fail(FailureKind::Unreachable, QStringLiteral("There is no keyring.")));
        if (mood == Mood::Forgets || !secrets.contains(name))
            return answer<Result<QByteArray>>(fail(FailureKind::NotFound, QStringLiteral("There is no such entry.")));
        return answer<Result<QByteArray>>(secrets.value(name));
    }
    QFuture<Done> write(const QString &name, const QByteArray &secret) override
    {
        if (mood == Mood::Refuses || (!refusesOnly.isEmpty() && name.startsWith(refusesOnly)))
            return answer<Done>(fail(FailureKind::Unreachable, QStringLiteral("There is no keyring.")));
        secrets.insert(name, secret);
        return answer<Done>({});
    }
    QFuture<Done> remove(const QString &name) override
    {
        secrets.remove(name);
        return answer<Done>({});
    }

private:
    template <class T> QFuture<T> answer(T value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        if (mood == Mood::Hangs) {
            m_unanswered.push_back(promise);
        } else {
            promise->addResult(std::move(value));
            promise->finish();
        }
        return promise->future();
    }

    std::vector<std::shared_ptr<void>> m_unanswered;
};

} // namespace Holdfast::Testing
