// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AccessLog.h"
#include "api/TusUploads.h"
#include "http/Exchange.h"

#include <QCryptographicHash>
#include <QThreadPool>

#include <optional>

namespace Holdfast {

/// The bytes of one PATCH of an upload that comes in several goes. What came before the connection was cut is kept,
/// unless a checksum was to tell whether it is right. One connection's thread.
class TusBody : public Http::BodySink
{
public:
    struct Checksum
    {
        QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha1;
        QByteArray digest;
    };
    TusBody(std::shared_ptr<TusUploads::Lease> lease, std::optional<Checksum> checksum, AccessLog &log,
            const AuditEntry &entry, QThreadPool &pool);
    ~TusBody() override;

    std::optional<Http::Reply> take(QByteArrayView bytes) override;
    void finish(const Http::Responder &responder) override;

private:
    /// What goes on in the pool once the connection has nothing more to say.
    struct Work
    {
        std::shared_ptr<TusUploads::Lease> lease;
        std::shared_ptr<PartialFiles::Writer> writer;
        AuditEntry entry; ///< for a refusal
        AccessLog *log = nullptr;

        void keepAndReply(const Http::Responder &responder);
        Result<TusUploads::View> keep(); ///< and make the recording of what is whole
    };
    std::optional<Http::Reply> refuse(Http::Reply reply);
    Work takeWork();

    std::shared_ptr<TusUploads::Lease> m_lease;
    std::shared_ptr<PartialFiles::Writer> m_writer;
    std::optional<Checksum> m_checksum;
    QCryptographicHash m_hash;
    AccessLog &m_log;
    AuditEntry m_entry;
    QThreadPool &m_pool;
    qint64 m_left;
};

} // namespace Holdfast
