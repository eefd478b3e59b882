// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"
#include "sync/ApiClient.h"

#include <QObject>
#include <QTimer>

namespace Holdfast {

/// Tells the server of uploads that nobody wants any more, one after the other, so that it need not keep their bytes
/// until they expire. One that was whole before is a recording: then a person is told. UI thread.
class CancelledUploads : public QObject
{
    Q_OBJECT
public:
    CancelledUploads(ApiClient &api, LocalStore &store, QObject *parent = nullptr);

    void start();
    void stop();
    void tell(); ///< the next, where there is one and the server can be reached

Q_SIGNALS:
    void problem(const QString &sentence);

private:
    void answered(const BegunUploads::Cancelled &upload, const Result<std::optional<RecordingId>> &ended);
    void cameTooLate(QUuid uploadId, RecordingId recording);
    void done(QUuid uploadId);

    ApiClient &m_api;
    LocalStore &m_store;
    QTimer m_wake;
    bool m_running = false;
    bool m_busy = false;
};

} // namespace Holdfast
