// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "domain/Result.h"
#include "holds/HoldWords.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace Holdfast {

/// What holds are over is called: as this computer knows it, else as the server does, which is asked for one recording
/// after the other, once for each. UI thread.
class HeldNames : public QObject
{
    Q_OBJECT
public:
    using Ask = std::function<QFuture<Result<Recording>>(RecordingId)>;

    HeldNames(HoldNames here, Ask ask, QObject *parent = nullptr);

    HoldNames names(); ///< they ask for what they do not know; this outlives them

Q_SIGNALS:
    void changed();

private:
    QString recording(RecordingId id);
    void askNext();

    HoldNames m_here;
    Ask m_ask;
    QHash<RecordingId, QString> m_said; ///< empty: it is asked for
    QList<RecordingId> m_wanted;
    bool m_isAsking = false;
};

} // namespace Holdfast
