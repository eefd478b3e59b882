// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"
#include "sync/AfterFailure.h"
#include "sync/ApiClient.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Holdfast {

/// Tells the server what was written on recordings while it was away, and since: annotations, notes and dispositions,
/// one after the other, in the order in which they were made. Tries again with growing pauses what may succeed later;
/// what will not is marked with its sentence, and does not stop the others. Whatever is lost, repeated or held up on
/// the way, each annotation is there once in the end, as it was last typed. Notes and dispositions that somebody else
/// has changed meanwhile are left for a person to decide. UI thread.
class RemarksPush : public QObject
{
    Q_OBJECT
public:
    /// firstPause: after a failure that may pass; it doubles with each.
    RemarksPush(ApiClient &api, LocalStore &store, QObject *parent = nullptr,
                std::chrono::milliseconds firstPause = std::chrono::seconds(1));

    void start();
    void stop();

Q_SIGNALS:
    void problem(const QString &sentence); ///< of the local store

private:
    void next();
    bool nextAnnotation();
    bool nextField();
    Result<std::optional<Recording>> remoteOf(const QString &recording) const;
    void create(const LocalAnnotations::Next &next, RecordingId recording);
    void change(const LocalAnnotations::Next &next, RecordingId recording);
    void change(const LocalAnnotation &told, RecordingId recording, qint64 revision);
    void remove(const LocalAnnotations::Next &next, RecordingId recording);
    void tell(const RecordingDraft &draft, const Recording &recording);
    void compare(const RecordingDraft &draft, const Recording &now);
    std::chrono::milliseconds nextPause(); ///< after one failure more
    void succeeded(const Done &noted);
    /// Keeps the sentence where something will never be taken.
    using Mark = std::function<Done(const QString &sentence)>;
    void failed(const Failure &failure, const Mark &mark);
    Mark markOf(QUuid annotation) const;
    Mark markOf(const DraftOf &field) const;
    using Known = std::function<void(const Recording &there)>;
    void getToKnow(const QString &recording, const Mark &mark, const Known &then);

    ApiClient &m_api;
    LocalStore &m_store;
    const std::chrono::milliseconds m_firstPause;
    QTimer m_wake;
    bool m_running = false;
    bool m_busy = false;
    int m_failures = 0;
    QList<QUuid> m_skippedAnnotations; ///< of recordings that the server does not have yet
    QStringList m_skippedFields;
};

} // namespace Holdfast
