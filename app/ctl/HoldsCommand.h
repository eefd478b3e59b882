// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/Console.h"
#include "ctl/CtlOptions.h"
#include "sync/HoldCalls.h"
#include "sync/MatterCalls.h"

#include <QObject>

namespace Holdfast {

/// Lists, places, previews and releases holds, decides about releases that were asked for, and keeps matters.
class HoldsCommand : public QObject
{
    Q_OBJECT
public:
    HoldsCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void finished(bool allDone); ///< false too where a release waits for a second person

private:
    void list(HoldId before);
    void place();
    void preview();
    void showPreview(const ReleaseEffects &effects);
    void release();
    void listRequests();
    void decide(ReleaseRequestState decision);
    void listMatters();
    void addMatter();
    void setMatterClosed(bool isClosed);
    QList<qint64> numbers() const;
    template <class T, class Then> void answered(const QFuture<Result<T>> &future, Then then);
    void fail(const Failure &failure);
    void show(const Hold &hold);

    Console &m_console;
    const CtlOptions &m_options;
    HoldCalls m_holds;
    MatterCalls m_matters;
    QList<Hold> m_listed;
};

} // namespace Holdfast
