// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/ImportLeads.h"
#include "ctl/Console.h"

namespace Holdfast {

/// Imports the leads of a file, or says what that would do: in words by the line, or as the server tells it in JSON.
class ImportCommand : public QObject
{
    Q_OBJECT
public:
    ImportCommand(ApiClient &api, Console &console, bool json, QObject *parent = nullptr);

    void start(const QString &path, bool isPreview);
    void stop(); ///< it says what became of the import, and finishes

Q_SIGNALS:
    void finished(bool allDone); ///< false too for a preview that found problems

private:
    void looked(const Result<LeadImportReport> &report, bool isPreview);
    void report(const LeadImportReport &report);

    Console &m_console;
    bool m_json;
    ImportLeads m_import;
};

} // namespace Holdfast
