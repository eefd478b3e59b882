// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/MatterCalls.h"

namespace Holdfast {

/// Lists, makes, changes, closes, opens and deletes the cases that holds are placed for.
class MattersCommand : public CtlCommand
{
    Q_OBJECT
public:
    MattersCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void list();
    void add();
    using Edit = std::function<void(MatterRequest &)>;
    void change(const Edit &edit); ///< the one that the command names; all else about it stays as it is
    void remove();
    void found(const std::function<void(const Matter &)> &then);
    void showOne(const Matter &matter);

    MatterCalls m_matters;
};

} // namespace Holdfast
