// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/KeyCalls.h"

#include <QTimer>

namespace Holdfast {

/// Lists the server's keys, rotates them and waits for the end of it, and removes an old one.
class KeysCommand : public CtlCommand
{
    Q_OBJECT
public:
    KeysCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void list();
    void rotate();
    void follow(const KeyOverview &overview);
    QFuture<Result<QString>> changed(); ///< answers what was done, in a sentence
    void say(const QString &sentence);

    KeyCalls m_calls;
    QTimer m_again;
};

} // namespace Holdfast
