// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"

#include <functional>

namespace Holdfast {

/// Brings the leads of a CSV file to the server: looks at it first, and imports the very bytes that were looked at,
/// whatever becomes of the file meanwhile. One file at a time; UI thread, the file is read in the pool.
class ImportLeads : public QObject
{
    Q_OBJECT
public:
    using Answer = QFuture<Result<LeadImportReport>>;

    explicit ImportLeads(ApiClient &api, QObject *parent = nullptr);

    /// What an import would do. Malformed where it is no file of leads, Unreachable where it can't be read.
    Answer preview(const QString &path);
    /// Imports the file that was looked at last, all of it or nothing.
    Answer run();
    /// Ends what is under way: its answer is Cancelled. Says what may have come of it all the same; empty where nothing
    /// was under way.
    QString cancel();
    /// Whether the server has the whole file for certain.
    bool isSent() const { return m_isSent; }

Q_SIGNALS:
    void progress(int permille); ///< of the file that was sent

private:
    Answer send(ApiClient::LeadImportMode mode);
    Failure cancelled() const;
    Failure cutOff(Failure failure) const;

    ApiClient &m_api;
    QByteArray m_file;
    std::function<void()> m_hangUp; ///< of what is under way
    bool m_isSent = false;
    bool m_isImporting = false;
};

} // namespace Holdfast
