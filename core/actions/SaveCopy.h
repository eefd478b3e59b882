// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FetchRecording.h"

#include <atomic>

namespace Holdfast {

/// Saves the plain file of a recording where the person wants it: written beside, synced and renamed, so that a broken
/// copy never bears the name. UI thread.
class SaveCopy : public QObject
{
    Q_OBJECT
public:
    SaveCopy(Session &session, ApiClient &api, QObject *parent = nullptr);

    QFuture<Done> save(const LocalRecording &recording, const QString &path);
    void cancel();

Q_SIGNALS:
    void progress(qint64 done, qint64 total);

private:
    FetchRecording m_fetch;
    std::shared_ptr<std::atomic_bool> m_stopped;
};

} // namespace Holdfast
