// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ServerRows.h"
#include "records/Audit.h"
#include "records/AuditSigner.h"
#include "sqlite/WriteQueue.h"

#include <map>

namespace Holdfast::Testing {

/// A server's database whose writer signs the audit log, as the server's does.
class SignedLog
{
public:
    SignedLog()
    {
        keys.emplace(key()->publicKey(), key());
        start();
    }

    std::map<QByteArray, SigningKeys::Key> keys; ///< that are here, by their public halves; change it while stopped
    QByteArray lastPublic = key()->publicKey();
    bool wasMissing = false;

    ServerRows rows;
    QByteArray publicKey() const { return key()->publicKey(); }
    SigningKeys::Key other()
    {
        auto next = std::make_shared<const SigningKey>(SecretKey::fromBytes(QByteArray(32, ++m_others)).value());
        keys.emplace(next->publicKey(), next);
        return next;
    }
    /// The entry by which `to` takes over; `from` null: it is lost.
    KeyChange change(const SigningKeys::Key &from, const SigningKeys::Key &to)
    {
        const Checkpoint log = readCheckpoint(checkpoint()).value();
        KeyChange change;
        change.kind = from ? KeyChange::Kind::HandedOver : KeyChange::Kind::Lost;
        change.from = CheckpointSigner{log.origin, from ? from->publicKey() : lastPublic};
        change.to = CheckpointSigner{log.origin, to->publicKey()};
        change.unsignedFrom = from ? 0 : log.size + 1;
        AuditEntry entry = next(change.action());
        entry.detail = change.detail();
        const auto written =
            m_writes->submit<void>([entry](Database &database) { return Audit(database).append(entry); });
        if (!written.result())
            throw std::runtime_error("not written");
        lastPublic = to->publicKey();
        return change;
    }
    static SigningKeys::Key key()
    {
        return std::make_shared<const SigningKey>(SecretKey::fromBytes(QByteArray(32, 'k')).value());
    }
    void stop() { m_writes.reset(); }
    void start()
    {
        m_signer = std::make_unique<AuditSigner>(asked());
        auto writes = WriteQueue::start(rows.path(), {},
                                        {[this](Database &database) { return m_signer->begun(database); },
                                         [this](Database &database) { return m_signer->ending(database); }});
        m_writes = std::move(writes.value());
    }
    void adopt()
    {
        if (!AuditSigner(asked()).adopt(rows.database()))
            throw std::runtime_error("not adopted");
    }
    /// Each signed for itself.
    void append(int entries, const QString &action = QStringLiteral("download"))
    {
        for (int entry = 0; entry < entries; ++entry)
            appendTogether(1, action);
    }
    /// Up to a hundred signed at a time.
    void appendTogether(int entries, const QString &action = QStringLiteral("stream"))
    {
        for (; entries > 0; entries -= 100) {
            QList<AuditEntry> group;
            for (int entry = 0; entry < std::min(entries, 100); ++entry)
                group.append(next(action));
            const auto written = m_writes->submit<void>([group](Database &database) {
                Done done;
                for (const AuditEntry &entry : group)
                    done = done ? Audit(database).append(entry) : done;
                return done;
            });
            if (!written.result())
                throw std::runtime_error("not written");
        }
    }
    WriteQueue &writes() { return *m_writes; }
    QByteArray checkpoint() { return newestCheckpoint(rows.database()).value().value(); }

private:
    AuditEntry next(const QString &action)
    {
        AuditEntry entry;
        entry.at = someTime(++m_appended);
        entry.userId = rows.one;
        entry.username = QStringLiteral("alice");
        entry.role = Role::Agent;
        entry.action = action;
        entry.recordingId = {1 + m_appended % 7};
        entry.leadId = rows.zoe;
        entry.address = QStringLiteral("192.0.2.%1").arg(m_appended % 250);
        entry.detail = {{QStringLiteral("bytes"), m_appended}};
        return entry;
    }
    SigningKeys asked()
    {
        const auto find = [this](const QByteArray &publicKey) {
            const auto held = keys.find(publicKey);
            return held == keys.end() ? nullptr : held->second;
        };
        return {[find] { return find(key()->publicKey()); }, find, [this] { return lastPublic; },
                [this] { return wasMissing; }};
    }

    std::unique_ptr<AuditSigner> m_signer;
    std::unique_ptr<WriteQueue> m_writes;
    qint64 m_appended = 0;
    char m_others = 'k';
};

} // namespace Holdfast::Testing
