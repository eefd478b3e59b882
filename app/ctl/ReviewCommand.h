// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/DeleteRecordings.h"
#include "ctl/CtlCommand.h"
#include "sync/RecordingSearchCalls.h"

namespace Holdfast {

/// Lists the recordings of the server that a search finds, and deletes some for good.
class ReviewCommand : public CtlCommand
{
    Q_OBJECT
public:
    ReviewCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void listFrom(qint64 offset);
    void showFound(qint64 total);
    void remove();
    void showOutcomes(const QList<DeleteRecordings::Outcome> &outcomes);

    RecordingSearchCalls m_search;
    DeleteRecordings m_delete;
    QList<Recording> m_found;
};

} // namespace Holdfast
