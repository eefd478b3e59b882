// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/ExportAudit.h"
#include "actions/KeptCheckpoint.h"
#include "ctl/Console.h"
#include "ctl/CtlOptions.h"

namespace Holdfast {

/// What a command does with the audit log: list, export to a file, verify, save a checkpoint.
class AuditCommand : public QObject
{
    Q_OBJECT
public:
    AuditCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void list(); ///< the newest first, as many as the options say
    void exportTo(const QString &path);
    void verify(const QString &kept); ///< kept: the file of a checkpoint that was kept elsewhere; empty: none
    void checkpoint(const QString &path);

Q_SIGNALS:
    void finished(bool allDone); ///< of verify: and the log is intact

private:
    void listPage(const QString &cursor, int left);
    void print(const AuditEntry &entry);
    void end(const Failure &failure);

    AuditCalls m_calls;
    Console &m_console;
    CtlOptions m_options;
    ExportAudit m_export;
    KeptCheckpoint m_checkpoint;
};

} // namespace Holdfast
