// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/DiscardWaiting.h"
#include "ctl/CtlCommand.h"

namespace Holdfast {

/// discard: lets go of what waits here, whether it would go by itself or not, by its name or its id; says of each what
/// became of it.
class DiscardCommand : public CtlCommand
{
    Q_OBJECT
public:
    DiscardCommand(Session &session, Console &console, const CtlOptions &options);

    void run() override;

private:
    void next();
    Result<LocalRecording> meant(const QString &word) const;
    void note(const QString &word, const Done &done);

    Session &m_session;
    DiscardWaiting m_discard;
    QStringList m_words; ///< still to come
    bool m_allDone = true;
    QJsonArray m_json;
    QList<QStringList> m_rows;
};

} // namespace Holdfast
