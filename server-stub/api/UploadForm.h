// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/UploadFields.h"
#include "http/Multipart.h"

#include <QSet>

#include <functional>

namespace Holdfast {

/// Reads the form of POST /api/recordings as it arrives: the fields are checked as soon as each is whole, the file's
/// bytes go on as they come. Memory does not grow with the file. One connection's thread.
class UploadForm
{
public:
    struct Events
    {
        std::function<Done(LeadId)> leadNamed; ///< as soon as it is known, before or after the file
        std::function<Done()> fileBegins;      ///< its name promises one of the formats
        std::function<Done(QByteArrayView)> fileBytes;
    };

    UploadForm(QByteArray boundary, Events events);

    Done take(QByteArrayView bytes);
    /// Call at the end of the body: Malformed where something is missing.
    Result<UploadFields> finish();

private:
    Done partBegins(const Http::Multipart::PartHead &head);
    Done partData(QByteArrayView bytes);
    Done partEnds();
    Done readField(const QString &text);
    std::optional<QString> remember(const Done &done);

    Events m_events;
    UploadFields m_fields;
    QSet<QString> m_seen;
    QString m_part;     ///< the name of the part that is arriving
    QByteArray m_value; ///< its bytes, where it is not the file
    qint64 m_fileBytes = 0;
    std::optional<Failure> m_failure;
    Http::Multipart m_multipart;
};

} // namespace Holdfast
