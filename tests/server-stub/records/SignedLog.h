// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ServerRows.h"
#include "records/Audit.h"
#include "records/AuditSigner.h"
#include "sqlite/WriteQueue.h"

namespace Holdfast::Testing {

/// A server's database whose writer signs the audit log, as the server's does.
class SignedLog
{
public:
    SignedLog() { start(); }

    ServerRows rows;
    QByteArray publicKey() const { return key().publicKey(); }
    void stop() { m_writes.reset(); }
    void start()
    {
        m_signer = std::make_unique<AuditSigner>(key());
        auto writes = WriteQueue::start(rows.path(), {},
                                        {[this](Database &database) { return m_signer->begun(database); },
                                         [this](Database &database) { return m_signer->ending(database); }});
        m_writes = std::move(writes.value());
    }
    void adopt()
    {
        if (!AuditSigner(key()).adopt(rows.database()))
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
    static SigningKey key() { return SigningKey(SecretKey::fromBytes(QByteArray(32, 'k')).value()); }

    std::unique_ptr<AuditSigner> m_signer;
    std::unique_ptr<WriteQueue> m_writes;
    qint64 m_appended = 0;
};

} // namespace Holdfast::Testing
